"""The main window and what it is made of: commands, navigation, panes, layout. Start with `main_window`."""
