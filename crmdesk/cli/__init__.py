"""The command line: the same desk as the window's, without Qt.

`main` starts, `grammar` and `options` take the words apart, `output`, `tables` and `json_shapes` say the result; a file
per noun carries out. May import the desk and all below it, and is imported by `app` alone.
"""
