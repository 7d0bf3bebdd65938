"""Queries by noun, a file each; `records` and `items` are the heart, `item_refresh` makes shown items agree."""
