"""Qt: the window, its panes and dialogs.

Holds only the desk, never the engine or the store; text from a CRM is always plain text.
Read `window.main_window` first.
"""
