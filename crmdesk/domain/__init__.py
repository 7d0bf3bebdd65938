"""Pure: fields, values, merge, placement, plans, scope, signals, clock.

No I/O, and imports nothing but errors. Read `fields` and `values` first, then `items` and `merge`.
"""
