"""The program beside its window: the tray icon, and what is told outside the window."""
