"""The items that fulfil a query, counted and put in name order: the rarest condition leads, the others are asked of it.

What each condition alone finds is counted first, which an index does at once. Where the rarest finds few, those are
fetched, held against the rest and sorted; where even the rarest finds many, the name index is walked instead, and the
first page is met soon.
"""

from __future__ import annotations

from array import array

from crmdesk.domain.fields import Kind
from crmdesk.domain.query.tree import Node
from crmdesk.store.search.conditions import Compiler
from crmdesk.store.search.part import Facets, Parameters, Part
from crmdesk.store.session import Session
from crmdesk.store.tables.visibility import IN_LIST

# Microseconds for an item that is fetched, held against the rest and sorted, for one that is walked past, and for one
# of which the index alone tells enough.
_FETCH, _WALK, _PASS = 2.5, 3.0, 0.4
_PATIENCE = 4.0  # how much further than it seems needed the list is walked
FEW, MANY, EVERY = (
    2_000,
    40_000,
    1 << 40,
)  # up to so many of each condition are counted, first and where none finds so few


def condition(session: Session, kind: Kind, node: Node) -> tuple[str, Parameters, bool]:
    """A query as one condition on a row of `item`, and whether the index of states alone tells it."""
    compiler = Compiler(session, kind)
    parts = _merged(compiler.parts(node))
    tests = [compiler.as_test(part) for part in parts]
    given = tuple(parameter for _, own in tests for parameter in own)
    return " AND ".join(test for test, _ in tests), given, all(part.of_states for part in parts)


class Found:
    """One query of the ordinary list of a kind."""

    def __init__(self, session: Session, kind: Kind, node: Node) -> None:
        self._session, self._kind = session, kind
        self._sql = session.connection.sql
        self._compiler = Compiler(session, kind, listed=True)
        self._parts = _merged(self._compiler.parts(node))
        self._leads = [part for part in self._parts if part.match or part.facets is not None or part.ids]

    def count(self) -> int:
        """How many items fulfil it."""
        if not self._leads:
            where, given = self._where()
            counted = self._sql(f"SELECT count(*) FROM item WHERE kind = ? AND shelf = ? AND {where}", given)
            return int(counted.fetchone()[0])
        lead = self._rarest(whole=True)[0] if len(self._leads) > 1 else self._leads[0]
        source, own = self._compiler.source(lead)
        if len(self._parts) == 1 and _of_list(lead):
            return int(self._sql(f"SELECT count(*) FROM ({source})", own).fetchone()[0])
        narrow = self._is_narrow(lead)
        rest, others = self._where(without=lead, of_row=not narrow)
        counted = self._sql(
            f"SELECT count(*) FROM ({_distinct(lead, source)}) AS lead CROSS JOIN item"
            f"{' INDEXED BY item_place' if narrow else ''} ON item.id = lead.id WHERE"
            f"{'' if narrow else ' item.kind = ? AND'} item.shelf = ? AND {rest}",
            (*own, *(others[1:] if narrow else others)),
        )
        return int(counted.fetchone()[0])

    def first(self, limit: int, offset: int) -> array[int]:
        """A page of them in name order."""
        if not limit:
            return array("q")
        if not self._leads:
            return self._walk(limit, offset, self._listed())
        lead, amount, share = self._rarest(whole=False)
        if not amount:
            return array("q")
        listed = self._listed()
        walked = listed * min(1.0, (limit + offset) / max(share * listed, 0.5))
        narrow = all(part.match or part.facets is not None for part in self._parts)
        if amount > FEW and (_PASS if narrow else _WALK) * walked < _FETCH * amount:
            # Conditions that exclude one another are met later than they are each by itself: no further than this.
            window = min(listed, round(_PATIENCE * walked))
            found = self._walk(limit, offset, window)
            if len(found) == limit or window == listed:
                return found
        return self._sorted(lead, limit, offset)

    def _walk(self, limit: int, offset: int, window: int) -> array[int]:
        """Those among the first so many of the list."""
        where, given = self._where()
        until = ""
        bound: Parameters = ()
        if window < self._listed():
            name = self._session.connection.one(
                "SELECT sort_name FROM item INDEXED BY item_by_name WHERE kind = ? AND shelf = ?"
                " ORDER BY sort_name LIMIT 1 OFFSET ?",
                (self._kind.value, IN_LIST, window),
            )
            until, bound = " AND sort_name <= ?", (name,)
        rows = self._sql(
            f"SELECT id FROM item INDEXED BY item_by_name WHERE kind = ? AND shelf = ?{until} AND {where}"
            " ORDER BY sort_name, id LIMIT ? OFFSET ?",
            (*given[:2], *bound, *given[2:], limit, offset),
        )
        return array("q", [id_ for (id_,) in rows])

    def _rarest(self, *, whole: bool) -> tuple[Part, int, float]:
        """The condition that finds the fewest, how many, and what share of the list all of them find, as it seems.

        Counting stops at so many as decide: a condition that finds more counts as half of the list.
        """
        listed = max(1, self._listed())
        for most in (FEW, MANY, EVERY) if whole else (FEW, MANY):
            amounts = []
            for part in self._leads:
                source, given = self._compiler.source(part)
                amounts.append(int(self._sql(f"SELECT count(*) FROM ({source} LIMIT {most + 1})", given).fetchone()[0]))
                if not amounts[-1]:
                    break
            rarest = min(amounts)
            if rarest <= most:
                break
        share = 1.0
        for amount in amounts:
            share *= min(1.0, amount / listed) if amount <= most else 0.5
        return self._leads[amounts.index(rarest)], rarest, share

    def _sorted(self, lead: Part, limit: int, offset: int) -> array[int]:
        source, own = self._compiler.source(lead)
        narrow = self._is_narrow(lead)
        rest, others = self._where(without=lead, of_row=not narrow)
        rows = self._sql(
            f"SELECT item.id FROM ({_distinct(lead, source)}) AS lead CROSS JOIN item"
            f"{' INDEXED BY item_place' if narrow else ''} ON item.id = lead.id"
            f" WHERE{'' if narrow else ' item.kind = ? AND'} item.shelf = ? AND {rest}"
            " ORDER BY item.sort_name, item.id LIMIT ? OFFSET ?",
            (*own, *(others[1:] if narrow else others), limit, offset),
        )
        return array("q", [id_ for (id_,) in rows])

    def _is_narrow(self, lead: Part) -> bool:
        """Whether an index tells all that is asked of the items that lead."""
        others = (part for part in self._parts if part is not lead)
        return all(part.match or part.facets is not None for part in others) and (bool(lead.match) or _of_list(lead))

    def _where(self, without: Part | None = None, *, of_row: bool = False) -> tuple[str, Parameters]:
        """The conditions but one whose ids lead, where those are exact."""
        asked = [part for part in self._parts if part is not without or not _exact(part)]
        tests = [self._compiler.as_test(part, of_row=of_row) for part in asked]
        given = tuple(parameter for _, own in tests for parameter in own)
        return " AND ".join(test for test, _ in tests) or "1", (self._kind.value, IN_LIST, *given)

    def _listed(self) -> int:
        found = self._session.connection.one(
            "SELECT amount FROM tally WHERE kind = ? AND account_id = 0 AND shelf = ?", (self._kind.value, IN_LIST)
        )
        return int(found or 0)


def _exact(part: Part) -> bool:
    """Whether the ids of a part are those that fulfil it, and need no look at the value."""
    return bool(part.match) or part.facets is not None or part.exact


def _of_list(part: Part) -> bool:
    """Whether the ids of a part are of the ordinary list alone."""
    return part.facets is not None or (part.exact and "shelf = 0" in part.ids)


def _distinct(part: Part, source: str) -> str:
    """Each id once; an index gives them so."""
    return source if part.match or _of_list(part) else f"SELECT DISTINCT id FROM ({source})"


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
