"""Conflicts and problems: what needs somebody's decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from crmdesk.domain.reports import Cause, Conflict, Problem
from crmdesk.errors import NotFound
from crmdesk.store import schema
from crmdesk.store.prepared_queries import Selection, insert, update
from crmdesk.store.programs.messages import conflict_opened, problem_opened
from crmdesk.store.session import Session, placeholder_chunks

_C, _P = schema.Conflict, schema.Problem
_ConflictList = list[Conflict]
_ProblemList = list[Problem]
_CauseList = list[Cause]
_CAUSE = "account_id, kind, code, record_kind, field, action, why"  # what problems have in common that are one
LOOKED = 5000  # problems that are looked at to count their causes
TOLD = 20  # problems of a cause that are told one by one
_CONFLICTS = Selection([getattr(_C, name) for name in Conflict.__slots__], "WHERE ")
_PROBLEMS = Selection([getattr(_P, name) for name in Problem.__slots__], "WHERE ")
_UNRESOLVED = "resolved_at IS NULL"
_UNSOLVED = "solved_at IS NULL AND dismissed_at IS NULL"
_UNSOLVED_OR_DISMISSED = "solved_at IS NULL"
# `entry` is NULL for a conflict of a whole field.
_SAME = f"{_UNRESOLVED} AND record_id = ? AND field = ? AND entry IS ?"


class ConflictReads:
    """Conflicts as they stand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def open_of(self, record_id: int) -> _ConflictList:
        """The open conflicts of a record."""
        return self._select(f"{_UNRESOLVED} AND record_id = ?", (record_id,))

    def open_among(self, record_ids: Sequence[int]) -> set[int]:
        """Those of some records that have an open conflict."""
        return {
            id_
            for marks, part in placeholder_chunks(record_ids)
            for (id_,) in self._connection.sql(
                f"SELECT record_id FROM conflict WHERE {_UNRESOLVED} AND record_id IN ({marks})", part
            )
        }

    def get(self, id: int) -> Conflict:
        """One conflict; raises NotFound."""
        found = self._select("id = ?", (id,))
        if not found:
            raise NotFound(f"There is no conflict {id}.")
        return found[0]

    def list(
        self, limit: int | None = None, offset: int = 0, item_id: int | None = None, account_id: int | None = None
    ) -> tuple[_ConflictList, int]:
        """Open conflicts oldest first, and how many there are."""
        where, given = _narrowed(_UNRESOLVED, item_id, account_id)
        return self._select(where, given, limit, offset), self._count(where, given)

    def count(self, account_id: int | None = None) -> int:
        """How many are open."""
        where, parameters = ("", ()) if account_id is None else (" AND account_id = ?", (account_id,))
        return int(self._connection.one(f"SELECT count(*) FROM conflict WHERE resolved_at IS NULL{where}", parameters))

    def _select(
        self, where: str, given: Sequence[object] = (), limit: int | None = None, offset: int = 0
    ) -> _ConflictList:
        page = (-1 if limit is None else limit, offset)
        rows = _CONFLICTS.rows(self._connection, (*given, *page), f"{where} ORDER BY id LIMIT ? OFFSET ?")
        return [Conflict(*row) for row in rows]

    def _count(self, where: str, given: Sequence[object]) -> int:
        return int(self._connection.one(f"SELECT count(*) FROM conflict WHERE {where}", given))


class Conflicts(ConflictReads):
    """Conflicts being opened and decided; refresh the item after each."""

    def put(self, conflict: Conflict) -> bool:
        """Open a conflict, or renew the open one of the same record, field and entry; tells whether it is new."""
        held = self._select(_SAME, (conflict.record_id, conflict.field, conflict.entry), 1)
        since = conflict.theirs_at or self._session.now
        if held:
            if (held[0].theirs, held[0].mine) != (conflict.theirs, conflict.mine):
                columns = {"theirs": conflict.theirs, "theirs_at": since, "mine": conflict.mine}
                update(self._connection, _C, columns, "WHERE id = ?", (held[0].id,))
            return False
        columns = {name: getattr(conflict, name) for name in Conflict.__slots__ if name != "id"}
        columns["theirs_at"] = since
        id_ = insert(self._connection, _C, columns)
        self._session.feed.happened(lambda: conflict_opened(replace(conflict, id=id_)))
        return True

    def resolve(self, id: int, resolution: str) -> None:
        """Close a conflict: mine, theirs or here."""
        columns = {"resolved_at": self._session.now, "resolution": resolution}
        update(self._connection, _C, columns, "WHERE id = ?", (id,))

    def drop(self, record_id: int, field: str, entry: str | None = None) -> None:
        """Take back an open conflict that dissolved by itself."""
        self._connection.sql(f"DELETE FROM conflict WHERE {_SAME}", (record_id, field, entry))


class ProblemReads:
    """Problems as they stand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def get(self, id: int) -> Problem:
        """One problem; raises NotFound."""
        found = self._select("id = ?", (id,))
        if not found:
            raise NotFound(f"There is no problem {id}.")
        return found[0]

    def by_key(self, key: str) -> Problem | None:
        """The problem of that key, open or not."""
        return next(iter(self._select("key = ?", (key,))), None)

    def list(
        self, limit: int | None = None, offset: int = 0, account_id: int | None = None, item_id: int | None = None
    ) -> tuple[_ProblemList, int]:
        """Open problems, oldest first, and how many there are."""
        where, given = _narrowed(_UNSOLVED, item_id, account_id)
        return self._select(where, given, limit, offset), self._count(where, given)

    def count(self, account_id: int | None = None) -> int:
        """How many are open."""
        where, parameters = ("", ()) if account_id is None else (" AND account_id = ?", (account_id,))
        return int(
            self._connection.one(
                f"SELECT count(*) FROM problem WHERE solved_at IS NULL AND dismissed_at IS NULL{where}", parameters
            )
        )

    def causes(self, account_id: int | None = None, limit: int | None = None) -> tuple[_CauseList, int]:
        """Why the open ones came up, the oldest first, each with its first few; and how many causes there are."""
        where, given = _narrowed(_UNSOLVED, None, account_id)
        found = self._connection.sql(
            f"SELECT min(id), count(*), min(what) = max(what) FROM problem WHERE {where} GROUP BY {_CAUSE}"
            " ORDER BY min(created_at), min(id) LIMIT ?",
            (*given, -1 if limit is None else limit),
        )
        told = [
            Cause(tuple(self.of_cause(self.get(first), TOLD) if amount > 1 else [self.get(first)]), amount, bool(alike))
            for first, amount, alike in found
        ]
        return told, self.count_causes(account_id)

    def of_cause(self, problem: Problem, limit: int | None = None) -> _ProblemList:
        """The open ones that came up for the same reason as that one, which is among them, oldest first."""
        same = " AND ".join(
            f"{column} IS (SELECT {column} FROM problem WHERE id = ?1)" for column in _CAUSE.split(", ")
        )
        rows = self._connection.sql(
            f"SELECT id FROM problem WHERE {_UNSOLVED} AND {same} ORDER BY created_at, id LIMIT ?2",
            (problem.id, -1 if limit is None else limit),
        )
        found: _ProblemList = []
        for marks, part in placeholder_chunks([id_ for (id_,) in rows]):
            found += self._select(f"id IN ({marks})", part)
        return found

    def count_causes(self, account_id: int | None = None) -> int:
        """How many causes the open ones have that are looked at: the window asks on its own thread."""
        where, given = _narrowed(_UNSOLVED, None, account_id)
        looked = f"SELECT {_CAUSE} FROM problem WHERE {where} LIMIT {LOOKED}"
        return int(self._connection.one(f"SELECT count(*) FROM (SELECT DISTINCT {_CAUSE} FROM ({looked}))", given))

    def _select(
        self, where: str, given: Sequence[object] = (), limit: int | None = None, offset: int = 0
    ) -> _ProblemList:
        page = (-1 if limit is None else limit, offset)
        rows = _PROBLEMS.rows(self._connection, (*given, *page), f"{where} ORDER BY created_at, id LIMIT ? OFFSET ?")
        return [Problem(*row) for row in rows]

    def _count(self, where: str, given: Sequence[object]) -> int:
        return int(self._connection.one(f"SELECT count(*) FROM problem WHERE {where}", given))


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
            id_ = insert(self._connection, _P, columns)
            self._session.feed.happened(lambda: problem_opened(replace(problem, id=id_)))
            return True
        told = _as_stored(problem, held, held.created_at)
        if told == _as_stored(held, held, held.created_at) and held.solved_at is None:
            return False
        reopened = held.solved_at is not None or held.dismissed_at is not None
        if reopened:
            told = replace(told, created_at=self._session.now)
        columns = {name: getattr(told, name) for name in Problem.__slots__ if name != "id"}
        update(self._connection, _P, columns, "WHERE id = ?", (held.id,))
        if reopened:
            self._session.feed.happened(lambda: problem_opened(told))
        return reopened

    def solve(self, keys: Sequence[str]) -> _ProblemList:
        """Close the open problems of these keys; gives those that were open."""
        found: _ProblemList = []
        for marks, part in placeholder_chunks(keys):
            found += self._close(f"{_UNSOLVED_OR_DISMISSED} AND key IN ({marks})", part)
        return found

    def solve_prefix(self, prefix: str) -> _ProblemList:
        """Close the open problems whose key begins with that; gives those that were open."""
        return self._close(f"{_UNSOLVED_OR_DISMISSED} AND key >= ? AND key < ?", (prefix, prefix + "\U0010ffff"))

    def dismiss(self, id: int) -> None:
        """Put a problem out of sight until it changes."""
        update(self._connection, _P, {"dismissed_at": self._session.now}, "WHERE id = ?", (id,))

    def _close(self, where: str, given: Sequence[object]) -> _ProblemList:
        found = self._select(where, given)
        if found:
            update(self._connection, _P, {"solved_at": self._session.now}, f"WHERE {where}", given)
        return found


def _narrowed(where: str, item_id: int | None, account_id: int | None) -> tuple[str, list[object]]:
    """A condition, of an item and an account where they are given, and its parameters."""
    wanted = {"item_id": item_id, "account_id": account_id}
    given = {name: id_ for name, id_ in wanted.items() if id_ is not None}
    return " AND ".join((where, *(f"{name} = ?" for name in given))), list(given.values())


def _as_stored(problem: Problem, held: Problem, since: datetime | None) -> Problem:
    return replace(problem, id=held.id, created_at=since, solved_at=None, dismissed_at=None)
