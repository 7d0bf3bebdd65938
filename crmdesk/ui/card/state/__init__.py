"""What the card knows, without a widget: item, draft, undo, where values come from and where they go.

Read `item_state` first.
"""
