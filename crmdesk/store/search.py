"""Hits of the full-text index, counted and put in name order; special to SQLite's FTS5."""

from __future__ import annotations

from array import array

from crmdesk.domain.fields import Kind
from crmdesk.store.connection import Connection
from crmdesk.store.query import NOTHING, match_of
from crmdesk.store.shelves import IN_LIST

FEW = 12_000  # hits that are fetched and sorted; beyond, the name index is walked and membership tested


def hits(connection: Connection, kind: Kind, text: str) -> int:
    """How many rows of the index match, whatever shelf their items lie on."""
    match = match_of(text)
    if match == NOTHING:
        return 0
    table = f"search_{kind.value}"
    return int(connection.one(f"SELECT count(*) FROM {table} WHERE {table} MATCH ?", (match,)))


def first_in_list(connection: Connection, kind: Kind, text: str, limit: int, offset: int) -> tuple[array[int], int]:
    """A page of the matching items of the list in name order, and how many match in all."""
    total = hits(connection, kind, text)
    if not total:
        return array("q"), 0
    table = f"search_{kind.value}"
    match = match_of(text)
    aside = _aside(connection, kind)
    if aside:
        total = int(
            connection.one(
                f"SELECT count(*) FROM {table} JOIN item ON item.id = {table}.rowid WHERE {table} MATCH ?"
                " AND item.shelf = ?",
                (match, IN_LIST),
            )
        )
    if total <= FEW:
        rows = connection.sql(
            f"SELECT item.id FROM {table} JOIN item ON item.id = {table}.rowid WHERE {table} MATCH ?"
            " AND item.shelf = ? ORDER BY item.sort_name, item.id LIMIT ? OFFSET ?",
            (match, IN_LIST, limit, offset),
        )
    else:
        rows = connection.sql(
            f"SELECT id FROM item INDEXED BY item_by_name WHERE kind = ? AND shelf = ? AND EXISTS (SELECT 1 FROM {table}"
            f" WHERE {table} MATCH ? AND {table}.rowid = item.id) ORDER BY sort_name, id LIMIT ? OFFSET ?",
            (kind.value, IN_LIST, match, limit, offset),
        )
    return array("q", [row[0] for row in rows]), total


def _aside(connection: Connection, kind: Kind) -> int:
    """How many items of the kind lie hidden or in the trash."""
    return int(
        connection.one(
            "SELECT coalesce(sum(amount), 0) FROM tally WHERE kind = ? AND account_id = 0 AND shelf <> ?",
            (kind.value, IN_LIST),
        )
    )
