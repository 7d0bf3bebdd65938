"""What goes on behind the widgets: tasks, signals from the desk, garbage, pictures being fetched."""
