"""Small dialogs and popups that belong to no pane."""
