"""A row of a file that tells nobody by an id or an email is known again by its words, whatever was chosen for it."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE import_row ADD COLUMN words INTEGER",
    "CREATE INDEX import_row_words ON import_row (words) WHERE words IS NOT NULL",
)
RESIZES: frozenset[str] = frozenset()
