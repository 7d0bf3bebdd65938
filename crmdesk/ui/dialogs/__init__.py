"""Small dialogs and popups that belong to no pane.

Each stands by itself; read `question` first.
"""
