"""Names with numbers are sorted as people count, 2 before 10: what they are sorted by is made anew.

`sort_key` is the store's own function, which every connection that migrates has; what it gives is derived from the name
and may be made again at any time.
"""

from __future__ import annotations

STATEMENTS = ("UPDATE item SET sort_name = sort_key(name) WHERE name GLOB '*[0-9]*'",)

RESIZES: frozenset[str] = frozenset()
