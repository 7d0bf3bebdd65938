"""Queries by noun, a file each, reads apart from writes.

`records` and `items` are the heart, `item_refresh` makes a shown item agree with its records.
Used inside a transaction.
"""
