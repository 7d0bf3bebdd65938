"""The one undo in the window: what Ctrl+Z takes back, how that is called, and the history of changes.

May import what dialogs may; read `host` first.
"""
