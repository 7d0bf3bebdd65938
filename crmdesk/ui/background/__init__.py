"""What goes on behind the widgets: tasks, signals from the desk, garbage, pictures being fetched.

Read `tasks` first: it is the one place that starts a coroutine for the window.
"""
