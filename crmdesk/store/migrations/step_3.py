"""The hours in which an account pulls nothing by itself."""

from __future__ import annotations

STATEMENTS = ("ALTER TABLE account ADD COLUMN quiet TEXT NOT NULL DEFAULT ''",)
RESIZES: frozenset[str] = frozenset()
