"""Pure: fields, values, placement, plans, signals, clock; merging, scope, matching, notation and queries in folders.

No I/O, and imports nothing but errors. Read `fields` and `values` first, then `items` and `merging.merge`.
"""
