"""The window by keyboard: letters for its menus, and the order in which Tab goes through it."""
