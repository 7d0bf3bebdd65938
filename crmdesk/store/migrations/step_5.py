"""Whose sign-in an account is, in the CRM's own words."""

from __future__ import annotations

STATEMENTS = ("ALTER TABLE account ADD COLUMN signed_in_as TEXT NOT NULL DEFAULT ''",)
RESIZES: frozenset[str] = frozenset()
