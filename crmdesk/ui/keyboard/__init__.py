"""The window by keyboard: letters for its menus, and the order in which Tab goes through it.

`mnemonics` does the one, `reading_order` the other; shortcuts are in `window.shortcuts`.
"""
