"""Hits of the full-text index, counted and put in name order; special to SQLite's FTS5.

There are three ways to the first hits in name order, and which one is fastest depends on how many hits there are: few
are fetched and sorted; many are met soon when walking the name index, asking of each item whether it matches; between
the two, the hits are gathered once and the walk asks that set. The costs below were measured on a million contacts.
"""

from __future__ import annotations

import re
from array import array

from crmdesk.domain.fields import Kind
from crmdesk.store.connection import Connection
from crmdesk.store.search.index_rows import ASIDE
from crmdesk.store.search.query import NOTHING, match_of
from crmdesk.store.tables.visibility import IN_LIST

# Microseconds for one hit, hit, item and item. A step takes a tenth of that; but hits that share a first name stand
# together in the list, perhaps at its end, so that there may be many more steps than for hits spread evenly.
_SORT, _GATHER, _STEP, _PROBE = 0.5, 0.15, 1.2, 80.0
_INDEXED_PREFIX = 3  # characters; the index answers such a prefix at once, a longer one by merging its words
_MOST_WORDS = 40
_PREFIX = re.compile(r'"([^"]+)"\*')


def first_in_list(connection: Connection, kind: Kind, text: str, limit: int, offset: int) -> tuple[array[int], int]:
    """A page of the matching items of the list in name order, and how many match in all."""
    match = match_of(text)
    if match == NOTHING:
        return array("q"), 0
    table = f"search_{kind.value}"
    hits = int(connection.one(f"SELECT count(*) FROM {table} WHERE {table} MATCH ?", (match,)))
    listed, aside = _amounts(connection, kind)
    total = hits - _aside(connection, table, match) if hits and aside else hits
    if not total or not limit:
        return array("q"), total
    met = listed * min(1.0, (limit + offset) / total)  # items walked until enough hits are met
    probed = (
        _probed(connection, kind, match) if _PROBE * met < min(_SORT * hits, _GATHER * hits + _STEP * met) else None
    )
    if probed is not None:
        return _walk(connection, kind, _PROBE_SQL.format(table=table), probed, limit, offset), total
    if _SORT * hits <= _GATHER * hits + _STEP * met:
        return _sorted(connection, kind, match, limit, offset), total
    return _walk(
        connection, kind, f"id IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", match, limit, offset
    ), total


_PROBE_SQL = "EXISTS (SELECT 1 FROM {table} WHERE {table} MATCH ? AND {table}.rowid = item.id)"


def _sorted(connection: Connection, kind: Kind, match: str, limit: int, offset: int) -> array[int]:
    table = f"search_{kind.value}"
    rows = connection.sql(
        f"SELECT item.id FROM {table} CROSS JOIN item INDEXED BY item_place ON item.id = {table}.rowid"
        f" WHERE {table} MATCH ? AND item.shelf = ? ORDER BY item.sort_name, item.id LIMIT ? OFFSET ?",
        (match, IN_LIST, limit, offset),
    )
    return array("q", [id_ for (id_,) in rows])


def _walk(connection: Connection, kind: Kind, condition: str, match: str, limit: int, offset: int) -> array[int]:
    rows = connection.sql(
        f"SELECT id FROM item INDEXED BY item_by_name WHERE kind = ? AND shelf = ? AND {condition}"
        " ORDER BY sort_name, id LIMIT ? OFFSET ?",
        (kind.value, IN_LIST, match, limit, offset),
    )
    return array("q", [id_ for (id_,) in rows])


def _amounts(connection: Connection, kind: Kind) -> tuple[int, int]:
    """How many items of the kind are in the list, and how many lie hidden or in the trash."""
    rows = connection.sql("SELECT shelf, amount FROM tally WHERE kind = ? AND account_id = 0", (kind.value,)).fetchall()
    listed = sum(amount for shelf, amount in rows if shelf == IN_LIST)
    return listed, sum(amount for _, amount in rows) - listed


def _aside(connection: Connection, table: str, match: str) -> int:
    """How many of the hits are not in the list."""
    both = f'({match}) AND "{ASIDE}"'
    return int(connection.one(f"SELECT count(*) FROM {table} WHERE {table} MATCH ?", (both,)))


def _probed(connection: Connection, kind: Kind, match: str) -> str | None:
    """The query in a form that can be asked of one item at a time, long prefixes spelled out; None if there is none."""
    spelled = match
    for prefix in set(_PREFIX.findall(match)):
        if len(prefix) <= _INDEXED_PREFIX and prefix.isalnum():
            continue
        words = _words(connection, kind, prefix) if prefix.isalnum() else None
        if words is None:
            return None
        spelled = spelled.replace(f'"{prefix}"*', "(" + " OR ".join(f'"{word}"' for word in words) + ")")
    return spelled


def _words(connection: Connection, kind: Kind, prefix: str) -> list[str] | None:
    """The words of the index that begin so; None when there are none or too many."""
    rows = connection.sql(
        f"SELECT term FROM search_{kind.value}_words WHERE term >= ? AND term < ? LIMIT ?",
        (prefix, prefix + "\U0010ffff", _MOST_WORDS + 1),
    ).fetchall()
    return [word for (word,) in rows] if 0 < len(rows) <= _MOST_WORDS else None
