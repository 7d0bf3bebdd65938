"""The list in the middle: `table_pane` holds it, `view`, `model` and `delegate` are Qt's three parts of it.

`list_source` says which ids are shown; rows are read when they come into sight.
"""
