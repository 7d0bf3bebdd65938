"""Addresses are held in parts where a CRM has parts: the texts that were made of them before go, and are read anew.

Nobody could change those texts, so that no edit of theirs can be waiting.
"""

from __future__ import annotations

_FORGET = (
    'UPDATE record SET "values" = json_remove("values", {paths}), base = json_remove(base, {paths})'
    " WHERE kind = 'contact' AND account_id IN (SELECT id FROM account WHERE provider = '{provider}')"
)
STATEMENTS = (
    _FORGET.format(provider="follow_up_boss", paths="'$.address', '$.location'"),  # its street, and its city
    _FORGET.format(provider="mri_vault", paths="'$.address'"),
)
RESIZES: frozenset[str] = frozenset()
