"""Queries across records: which items' CRMs hold different values, and which items are related to some others."""

from __future__ import annotations

SEVERAL = 2 << 10  # from this value of `facets` on, an item is in two CRMs or more


def differing_ids(key: str) -> str:
    """The items whose CRMs hold different values of a field; asks for the kind, the kind and the field, and the kind.

    Which items are in several CRMs is looked up by the index first: few are, among a million.
    """
    path = f'$."{key}"'.replace("'", "''")
    one, other = (f"json_extract({record}.\"values\", '{path}')" for record in ("one", "other"))
    return (
        "SELECT one.item_id AS id FROM record AS one JOIN record AS other ON other.item_id = one.item_id"
        " AND other.id > one.id WHERE one.account_id > 1 AND other.account_id > 1 AND one.kind = ?"
        " AND one.presence <> 'removed' AND other.presence <> 'removed'"
        f" AND {one} <> {other} AND differs(?, ?, {one}, {other}) AND one.item_id IN (SELECT id FROM item"
        f" INDEXED BY item_facets WHERE kind = ? AND shelf IN (0, 1, 2) AND facets >= {SEVERAL})"
    )


def related_ids(test: str) -> str:
    """The items that name, or are named by, one that fulfils `test`; asks for its kind and parameters three times."""
    found = f"SELECT id FROM item WHERE kind = ? AND shelf < 2 AND {test}"
    there = (
        " JOIN record AS there ON there.account_id = relation.account_id AND there.kind = relation.kind"
        " AND there.remote_id = relation.remote_id"
    )
    named = (
        f"SELECT coalesce(there.item_id, relation.item_id) AS id FROM relation LEFT{there} WHERE relation.record_id IN"
        f" (SELECT record.id FROM record WHERE record.presence <> 'removed' AND record.item_id IN ({found}))"
    )
    naming = "SELECT holder.item_id AS id FROM relation JOIN record AS holder ON holder.id = relation.record_id"
    return (
        f"{named} UNION {naming}{there} WHERE there.item_id IN ({found})"
        f" UNION {naming} WHERE relation.item_id IN ({found})"
    )
