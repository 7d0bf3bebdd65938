"""The card of one item: `editor` is the widget, `presenter` fills it, the others act on what it shows."""
