"""What goes on behind and beside the window: tasks, signals from the desk, pictures being fetched, tray and notices.

Read `tasks` first: it is the one place that starts a coroutine for the window.
"""
