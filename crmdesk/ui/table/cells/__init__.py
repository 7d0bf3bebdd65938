"""Editing in a cell of the table: `values` says what can be, `line` is what is typed into, `editing` carries it out."""
