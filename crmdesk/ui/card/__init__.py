"""The card of one item: `editor` is the widget, `presenter` fills it, the others act on what it shows.

Read `presenter` first. `state` knows without widgets, `field_row` shows one field, `field_editors` edit one value.
"""
