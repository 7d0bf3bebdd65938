"""The items that fulfil a query, counted and put in name order: the rarest condition leads, the others are asked of it.

What each condition alone finds is counted first, which an index does at once. Where the rarest finds few, those are
fetched, held against the rest and sorted; where even the rarest finds many, the name index is walked instead, and the
first page is met soon.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from crmdesk.domain.fields import Kind
from crmdesk.domain.query.tree import Node
from crmdesk.store.search.conditions import Compiler, Facets, Parameters, Part
from crmdesk.store.session import Session
from crmdesk.store.tables.visibility import IN_LIST

# Microseconds for an item that is fetched, held against the rest and sorted, and for one that is walked past.
_FETCH, _WALK = 2.5, 1.8


@dataclass(frozen=True, slots=True)
class _Lead:
    """A condition that gives the items for which it can hold, and how many those are."""

    part: Part
    amount: int


def condition(session: Session, kind: Kind, node: Node) -> tuple[str, Parameters]:
    """A query as one condition on a row of `item`."""
    compiler = Compiler(session, kind)
    tests = [compiler.as_test(part) for part in _merged(compiler.parts(node))]
    given = tuple(parameter for _, own in tests for parameter in own)
    return " AND ".join(test for test, _ in tests), given


class Found:
    """One query of the ordinary list of a kind."""

    def __init__(self, session: Session, kind: Kind, node: Node) -> None:
        self._session, self._kind = session, kind
        self._sql = session.connection.sql
        self._compiler = Compiler(session, kind)
        self._parts = _merged(self._compiler.parts(node))
        leads = [lead for part in self._parts if (lead := self._lead(part)) is not None]
        self._leads = sorted(leads, key=lambda lead: lead.amount)

    def count(self) -> int:
        """How many items fulfil it."""
        where, given = self._where()
        if not self._leads:
            counted = self._sql(f"SELECT count(*) FROM item WHERE kind = ? AND shelf = ? AND {where}", given)
            return int(counted.fetchone()[0])
        first = self._leads[0].part
        if len(self._parts) == 1 and first.facets is not None:
            return self._leads[0].amount
        source, own = self._compiler.source(first)
        rest, others = self._where(without=first)
        index = "item_place" if all(part.match or part.facets is not None for part in self._parts) else ""
        counted = self._sql(
            f"SELECT count(*) FROM (SELECT DISTINCT id FROM ({source})) AS lead CROSS JOIN item"
            f"{' INDEXED BY ' + index if index else ''} ON item.id = lead.id WHERE"
            f"{' item.kind = ? AND' if not index else ''} item.shelf = ? AND {rest}",
            (*own, *(others if not index else others[1:])),
        )
        return int(counted.fetchone()[0])

    def first(self, limit: int, offset: int) -> array[int]:
        """A page of them in name order."""
        if not limit or (self._leads and not self._leads[0].amount):
            return array("q")
        listed = self._listed()
        expected = float(listed)
        for lead in self._leads:
            expected *= min(1.0, lead.amount / max(1, listed))
        walked = listed * min(1.0, (limit + offset) / max(expected, 0.5))
        if self._leads and _FETCH * self._leads[0].amount <= _WALK * walked:
            return self._sorted(limit, offset)
        where, given = self._where()
        rows = self._sql(
            f"SELECT id FROM item INDEXED BY item_by_name WHERE kind = ? AND shelf = ? AND {where}"
            " ORDER BY sort_name, id LIMIT ? OFFSET ?",
            (*given, limit, offset),
        )
        return array("q", [id_ for (id_,) in rows])

    def _sorted(self, limit: int, offset: int) -> array[int]:
        first = self._leads[0].part
        source, own = self._compiler.source(first)
        rest, others = self._where(without=first)
        rows = self._sql(
            f"SELECT item.id FROM (SELECT DISTINCT id FROM ({source})) AS lead CROSS JOIN item ON item.id = lead.id"
            f" WHERE item.kind = ? AND item.shelf = ? AND {rest} ORDER BY item.sort_name, item.id LIMIT ? OFFSET ?",
            (*own, *others, limit, offset),
        )
        return array("q", [id_ for (id_,) in rows])

    def _where(self, without: Part | None = None) -> tuple[str, Parameters]:
        """The conditions but one whose ids lead, where those are exact."""
        tests = [self._compiler.as_test(part) for part in self._parts if part is not without or not _exact(part)]
        given = tuple(parameter for _, own in tests for parameter in own)
        return " AND ".join(test for test, _ in tests) or "1", (self._kind.value, IN_LIST, *given)

    def _lead(self, part: Part) -> _Lead | None:
        if not (part.match or part.facets is not None or part.ids):
            return None
        source, given = self._compiler.source(part)
        return _Lead(part, int(self._sql(f"SELECT count(*) FROM ({source})", given).fetchone()[0]))

    def _listed(self) -> int:
        found = self._session.connection.one(
            "SELECT amount FROM tally WHERE kind = ? AND account_id = 0 AND shelf = ?", (self._kind.value, IN_LIST)
        )
        return int(found or 0)


def _exact(part: Part) -> bool:
    """Whether the ids of a part are those that fulfil it, and need no look at the value."""
    return bool(part.match) or part.facets is not None


def _merged(parts: list[Part]) -> list[Part]:
    """What the search index answers as one query of it, and what `facets` tells as one question."""
    matches = [part.match for part in parts if part.match]
    asked = [part.facets for part in parts if part.facets is not None]
    merged = [part for part in parts if not part.match and part.facets is None]
    if matches:
        merged.append(Part(match=" AND ".join(f"({match})" for match in matches) if len(matches) > 1 else matches[0]))
    if asked:
        merged.append(Part(facets=_all(asked)))
    return merged


def _all(asked: list[Facets]) -> Facets:
    return lambda value: all(one(value) for one in asked)
