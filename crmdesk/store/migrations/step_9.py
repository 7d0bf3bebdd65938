"""What a query asks of many items at once lies in indexes: which fields are filled in, in how many CRMs, dates.

`facets` has a bit for each of these fields and, from 1,024 on, how many CRMs have the item (0 to 3); it follows the
row by itself. A member of `shown` is there when its name in quotes is: within a text a quote has a backslash before it.
"""

from __future__ import annotations

_CELLS = ("email", "phone", "company", "job_title", "birthday", "description")
_MEMBERS = ("address", "tags", "website", "starred")
_BITS = " | ".join(
    [f"(({cell} <> '') << {place})" for place, cell in enumerate(_CELLS)]
    + [f"((instr(shown, '\"{member}\":') > 0) << {place})" for place, member in enumerate(_MEMBERS, len(_CELLS))]
)
_NUMBER = (
    "min(3, (accounts <> '') + length(accounts) - length(replace(accounts, ' ', ''))"
    " - ((' ' || accounts || ' ') LIKE '% 1 %'))"
)
STATEMENTS = (
    f"ALTER TABLE item ADD COLUMN facets INTEGER AS ({_BITS} | ({_NUMBER} << 10)) VIRTUAL",
    "CREATE INDEX item_facets ON item (kind, shelf, facets)",
    "CREATE INDEX item_birthday ON item (kind, shelf, birthday) WHERE birthday <> ''",
    "CREATE INDEX item_updated ON item (kind, shelf, updated_at)",
    # The list of hits in name order, as before, and what is filled in of them.
    "DROP INDEX item_place",
    "CREATE INDEX item_place ON item (id, shelf, sort_name, facets)",
)
RESIZES: frozenset[str] = frozenset()
