"""The main window and what it is made of: commands, navigation, panes, layout.

`main_window` builds all and says who hears what; each helper gets what it uses and none holds the window.
"""
