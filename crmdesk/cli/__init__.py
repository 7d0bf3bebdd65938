"""The command line: the same desk as the window's, without Qt.

`main` starts, `grammar` and `options` take the words apart, `commands` carry them out, `output` and `tables` say the
result (its JSON is `domain.notation.json_shapes`), `manual` explains them all. May import the desk and all below it,
and is imported by `app` alone.

A new option is an argument in `options`, a word in its command's usage in `grammar` (and in the list there of those
that take a value), a meaning in `manual.words`, and what its function in `commands` does with it. Help, man page and
completions follow of themselves.
"""
