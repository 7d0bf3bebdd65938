"""What can be done with several selected items: the panel in place of the card, and the form that edits them all.

May import what dialogs may; read `host` first.
"""
