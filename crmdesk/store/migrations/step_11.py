"""Firms and job titles are found by an index where a query asks for one exactly, or for how it begins.

The name index tells what is filled in, so that the list is walked without a look at its rows.
"""

from __future__ import annotations

STATEMENTS = (
    "DROP INDEX item_by_name",
    "CREATE INDEX item_by_name ON item (kind, shelf, sort_name, id, facets)",
    "CREATE INDEX item_company ON item (kind, shelf, company COLLATE NOCASE) WHERE company <> ''",
    "CREATE INDEX item_job_title ON item (kind, shelf, job_title COLLATE NOCASE) WHERE job_title <> ''",
)
RESIZES: frozenset[str] = frozenset()
