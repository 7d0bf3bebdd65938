"""Conflicts and problems: what needs somebody's decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from peewee import fn

from crmdesk.domain.reports import Conflict, Problem
from crmdesk.errors import NotFound
from crmdesk.store import schema
from crmdesk.store.session import Session, chunks

_C, _P = schema.Conflict, schema.Problem
_ConflictList = list[Conflict]
_ProblemList = list[Problem]
_CONFLICT_FIELDS = [getattr(_C, name) for name in Conflict.__slots__]
_PROBLEM_FIELDS = [getattr(_P, name) for name in Problem.__slots__]
_UNRESOLVED = _C.resolved_at.is_null()
_UNSOLVED = _P.solved_at.is_null() & _P.dismissed_at.is_null()


class ConflictReads:
    """Conflicts as they stand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def open_of(self, record_id: int) -> _ConflictList:
        """The open conflicts of a record."""
        return self._select(_UNRESOLVED & (_C.record_id == record_id))

    def get(self, id: int) -> Conflict:
        """One conflict; raises NotFound."""
        found = self._select(_C.id == id)
        if not found:
            raise NotFound(f"There is no conflict {id}.")
        return found[0]

    def list(
        self, limit: int | None = None, offset: int = 0, item_id: int | None = None, account_id: int | None = None
    ) -> tuple[_ConflictList, int]:
        """Open conflicts oldest first, and how many there are."""
        condition = _UNRESOLVED
        if item_id is not None:
            condition &= _C.item_id == item_id
        if account_id is not None:
            condition &= _C.account_id == account_id
        return self._select(condition, limit, offset), self._count(condition)

    def count(self, account_id: int | None = None) -> int:
        """How many are open."""
        where, parameters = ("", ()) if account_id is None else (" AND account_id = ?", (account_id,))
        return int(self._connection.one(f"SELECT count(*) FROM conflict WHERE resolved_at IS NULL{where}", parameters))

    def _select(self, condition: Any, limit: int | None = None, offset: int = 0) -> _ConflictList:
        query = _C.select(*_CONFLICT_FIELDS).where(condition).order_by(_C.id)
        rows = self._connection.rows(query.limit(-1 if limit is None else limit).offset(offset))
        return [Conflict(*row) for row in rows]

    def _count(self, condition: Any) -> int:
        row = self._connection.row(_C.select(fn.COUNT(_C.id)).where(condition))
        return int(row[0]) if row else 0


class Conflicts(ConflictReads):
    """Conflicts being opened and decided; refresh the item after each."""

    def put(self, conflict: Conflict) -> bool:
        """Open a conflict, or renew the open one of the same record, field and entry; tells whether it is new."""
        entry = _C.entry.is_null() if conflict.entry is None else _C.entry == conflict.entry
        same = _UNRESOLVED & (_C.record_id == conflict.record_id) & (_C.field == conflict.field) & entry
        held = self._select(same, 1)
        if held:
            if (held[0].theirs, held[0].mine) != (conflict.theirs, conflict.mine):
                self._connection.run(
                    _C.update(
                        theirs=conflict.theirs, theirs_at=conflict.theirs_at or self._session.now, mine=conflict.mine
                    ).where(_C.id == held[0].id)
                )
            return False
        columns = {name: getattr(conflict, name) for name in Conflict.__slots__ if name != "id"}
        columns["theirs_at"] = conflict.theirs_at or self._session.now
        self._connection.run(_C.insert(**columns))
        return True

    def resolve(self, id: int, resolution: str) -> None:
        """Close a conflict: mine, theirs or here."""
        self._connection.run(_C.update(resolved_at=self._session.now, resolution=resolution).where(_C.id == id))

    def drop(self, record_id: int, field: str, entry: str | None = None) -> None:
        """Take back an open conflict that dissolved by itself."""
        same = _C.entry.is_null() if entry is None else _C.entry == entry
        self._connection.run(_C.delete().where(_UNRESOLVED & (_C.record_id == record_id) & (_C.field == field) & same))


class ProblemReads:
    """Problems as they stand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def get(self, id: int) -> Problem:
        """One problem; raises NotFound."""
        found = self._select(_P.id == id)
        if not found:
            raise NotFound(f"There is no problem {id}.")
        return found[0]

    def by_key(self, key: str) -> Problem | None:
        """The problem of that key, open or not."""
        return next(iter(self._select(_P.key == key)), None)

    def list(
        self, limit: int | None = None, offset: int = 0, account_id: int | None = None, item_id: int | None = None
    ) -> tuple[_ProblemList, int]:
        """Open problems, oldest first, and how many there are."""
        condition = _UNSOLVED
        if account_id is not None:
            condition &= _P.account_id == account_id
        if item_id is not None:
            condition &= _P.item_id == item_id
        return self._select(condition, limit, offset), self._count(condition)

    def count(self, account_id: int | None = None) -> int:
        """How many are open."""
        where, parameters = ("", ()) if account_id is None else (" AND account_id = ?", (account_id,))
        return int(
            self._connection.one(
                f"SELECT count(*) FROM problem WHERE solved_at IS NULL AND dismissed_at IS NULL{where}", parameters
            )
        )

    def _select(self, condition: Any, limit: int | None = None, offset: int = 0) -> _ProblemList:
        query = _P.select(*_PROBLEM_FIELDS).where(condition).order_by(_P.created_at, _P.id)
        rows = self._connection.rows(query.limit(-1 if limit is None else limit).offset(offset))
        return [Problem(*row) for row in rows]

    def _count(self, condition: Any) -> int:
        row = self._connection.row(_P.select(fn.COUNT(_P.id)).where(condition))
        return int(row[0]) if row else 0


class Problems(ProblemReads):
    """Problems being reported and solved; refresh the item after each."""

    def put(self, problem: Problem) -> bool:
        """Report a problem, or renew the one of the same key; tells whether it was not open before.

        A dismissed problem stays dismissed as long as it says the same.
        """
        held = self.by_key(problem.key)
        if held is None:
            columns = {name: getattr(problem, name) for name in Problem.__slots__ if name != "id"}
            columns["created_at"] = problem.created_at or self._session.now
            self._connection.run(_P.insert(**columns))
            return True
        told = _as_stored(problem, held, held.created_at)
        if told == _as_stored(held, held, held.created_at) and held.solved_at is None:
            return False
        reopened = held.solved_at is not None or held.dismissed_at is not None
        if reopened:
            told = replace(told, created_at=self._session.now)
        columns = {name: getattr(told, name) for name in Problem.__slots__ if name != "id"}
        self._connection.run(_P.update(**columns).where(_P.id == held.id))
        return reopened

    def solve(self, keys: Sequence[str]) -> _ProblemList:
        """Close the open problems of these keys; gives those that were open."""
        found: _ProblemList = []
        for _, part in chunks(keys):
            found += self._close(_UNSOLVED_OR_DISMISSED & _P.key.in_(part))
        return found

    def solve_prefix(self, prefix: str) -> _ProblemList:
        """Close the open problems whose key begins with that; gives those that were open."""
        return self._close(_UNSOLVED_OR_DISMISSED & (_P.key >= prefix) & (_P.key < prefix + "\U0010ffff"))

    def dismiss(self, id: int) -> None:
        """Put a problem out of sight until it changes."""
        self._connection.run(_P.update(dismissed_at=self._session.now).where(_P.id == id))

    def _close(self, condition: Any) -> _ProblemList:
        found = self._select(condition)
        if found:
            ids = [problem.id for problem in found]
            self._connection.run(_P.update(solved_at=self._session.now).where(_P.id.in_(ids)))
        return found


_UNSOLVED_OR_DISMISSED = _P.solved_at.is_null()


def _as_stored(problem: Problem, held: Problem, since: datetime | None) -> Problem:
    return replace(problem, id=held.id, created_at=since, solved_at=None, dismissed_at=None)
