"""The list in the middle: `table_pane` holds it, `view`, `model` and `delegate` are Qt's three parts of it."""
