"""One field of the card: value, origin, remarks below, and its menus.

Read `row` first.
"""
