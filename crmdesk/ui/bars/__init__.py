"""The bars around the list: sidebar, top, status, search, kinds, the demo's strip, messages."""
