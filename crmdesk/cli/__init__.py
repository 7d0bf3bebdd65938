"""The command line: the same desk as the window's, without Qt.

`main` starts, `grammar` and `options` take the words apart, `commands` carry them out, `output`, `tables` and
`json_shapes` say the result, `manual` explains them all. May import the desk and all below it, and is imported by
`app` alone.
"""
