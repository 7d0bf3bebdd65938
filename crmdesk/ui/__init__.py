"""Qt: the window, its panes and dialogs. Holds only the desk; text from a CRM is always plain text."""
