"""Filters and saved views: the bar of chips above the list, the forms that make them, and the views of the sidebar.

May import what dialogs may; read `host` first.
"""
