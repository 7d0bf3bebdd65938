"""Change-sets: each action of the user and each run by a name, with all that it changed, for the one undo.

While a set is `recording`, every change of a value that the transaction stores belongs to it, and the tables note
beside what else they do: pins, records made, moved and dropped, items put into the trash and taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from peewee import fn

from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Change, ChangeSet, Deed, Origin, Run, Step, StepKind
from crmdesk.errors import NotFound
from crmdesk.store import schema
from crmdesk.store.prepared_queries import insert
from crmdesk.store.session import Recording, Session

_S = schema.ChangeSet
_SetList = list[ChangeSet]
_FIELDS = [getattr(_S, name) for name in ChangeSet.__slots__]
_STORED_OF_CHANGE = [name for name in Change.__slots__ if name != "actor"]
_STEP = "what, item_id, record_id, before, after, set_id, id"
_BACK = (Deed.UNDO, Deed.REDO)


class ChangeSetReads:
    """Change-sets as they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def get(self, id: int) -> ChangeSet:
        """One change-set; raises NotFound."""
        found = self._first(_S.id == id)
        if found is None:
            raise NotFound(f"There is no change-set {id}.", next="`crmdesk changes` lists them.")
        return found

    def list(self, limit: int | None = None, offset: int = 0) -> tuple[_SetList, int]:
        """Change-sets newest first, and how many there are."""
        query = _S.select(*_FIELDS).order_by(_S.id.desc()).limit(-1 if limit is None else limit).offset(offset)
        counted = self._connection.row(_S.select(fn.COUNT(_S.id)))
        return [ChangeSet(*row) for row in self._connection.rows(query)], int(counted[0]) if counted else 0

    def to_undo(self) -> ChangeSet | None:
        """The newest action of the user that stands, and can be taken back at all."""
        return self._first(_S.undone_by.is_null() & _S.deed.not_in((*_BACK, Deed.RUN, Deed.DELETE)))

    def to_redo(self) -> ChangeSet | None:
        """The newest taking back that stands, unless the user has done something new since: to be taken back itself."""
        found = self._first(_S.undone_by.is_null() & (_S.deed == Deed.UNDO))
        newest = self._connection.one(
            "SELECT max(id) FROM change_set WHERE deed NOT IN (?, ?, ?)", (*_BACK, Deed.RUN.value)
        )
        return found if found is not None and found.id > (newest or 0) else None

    def of_run(self, run_id: int) -> ChangeSet | None:
        """The change-set of a run; None where it changed nothing."""
        return self._first(_S.run_id == run_id)

    def standing(self, found: ChangeSet) -> ChangeSet:
        """Where an action's doing lies now: in the set that did it again, if it was taken back before."""
        again = self._connection.one(
            "SELECT id FROM change_set WHERE deed = ? AND undoes IN (SELECT id FROM change_set WHERE undoes = ?)"
            " ORDER BY id DESC LIMIT 1",
            (Deed.REDO.value, found.id),
        )
        return found if again is None else self.get(again)

    def steps(self, set_id: int) -> Sequence[Step]:
        """The steps of a set in the order they were done."""
        rows = self._connection.sql(f"SELECT {_STEP} FROM change_step WHERE set_id = ? ORDER BY id", (set_id,))
        return [Step(StepKind(what), *rest) for what, *rest in rows]

    def changes(self, found: ChangeSet) -> Sequence[Change]:
        """The changes of values of a set, in the order they were done."""
        table = schema.Change
        own = table.set_id == found.id if found.run_id is None else table.run_id == found.run_id
        rows = self._connection.rows(
            table.select(*[getattr(table, name) for name in _STORED_OF_CHANGE]).where(own).order_by(table.id)
        )
        return [replace(Change(*row), actor=found.actor) for row in rows]

    def _first(self, condition: Any) -> ChangeSet | None:
        row = self._connection.row(_S.select(*_FIELDS).where(condition).order_by(_S.id.desc()))
        return None if row is None else ChangeSet(*row)


class ChangeSets(ChangeSetReads):
    """Change-sets being written."""

    @contextmanager
    def recording(
        self,
        deed: Deed,
        item_ids: Sequence[int] = (),
        detail: str = "",
        *,
        going_on: int | None = None,
        actor: str = "",
    ) -> Iterator[int]:
        """Let all that is done meanwhile be one change-set; gives its id. A set in which nothing was done is not kept.

        `item_ids` are those that it is about, the first one gives its name; `going_on` continues a set that was begun
        in an earlier transaction. One that is begun within another is part of that one. `actor` is the name of the key
        of the local API that it is done with, "" where the user does it.
        """
        if self._session.recording is not None:
            yield self._session.recording.set_id
            return
        if actor:
            self._session.feed.doer, self._session.feed.key = Origin.API, actor
        elif self._session.feed.doer is None:
            self._session.feed.doer = Origin.IMPORT if deed is Deed.IMPORT else Origin.YOU
        set_id = going_on or self._begin(deed, item_ids, detail, actor)
        recording = self._session.recording = Recording(set_id, actor)
        try:
            yield set_id
            self._keep(recording)
        finally:
            self._session.recording = None
        self._end(set_id, kept=going_on is not None)

    def note(self, step: Step) -> None:
        """Keep a step of the set that is being written, if one is."""
        self._session.note(step)

    def keep_run(self, run: Run, account: str) -> None:
        """Store the set of a run that ended, if it changed anything."""
        amount = run.new + run.changed + run.removed
        if amount and self.of_run(run.id) is None:
            self._add(Deed.RUN, run.kind, account, "", amount, run.id, None)

    def mark_undone(self, set_id: int, by: int | None) -> None:
        """Say by which set another one was taken back; None: it stands again."""
        self._connection.sql("UPDATE change_set SET undone_by = ? WHERE id = ?", (by, set_id))

    def begin(self, deed: Deed, item_ids: Sequence[int], detail: str = "", actor: str = "") -> int:
        """A set that is written in several transactions; gives its id."""
        return self._begin(deed, item_ids, detail, actor)

    def end(self, set_id: int, amount: int) -> None:
        """Say of how many items a set came to be that was written in several transactions; of none, it goes."""
        if amount:
            self._connection.sql("UPDATE change_set SET amount = ? WHERE id = ?", (amount, set_id))
        else:
            self._connection.sql("DELETE FROM change_set WHERE id = ?", (set_id,))

    def begin_back(self, deed: Deed, named: ChangeSet, undoes: int) -> int:
        """A set that takes another one back, under the name of what is undone or done again."""
        return self._add(deed, named.kind, named.subject, named.detail, named.amount, None, undoes)

    def drop_back(self, set_id: int, found: ChangeSet) -> None:
        """Forget a taking back that took nothing back; what it was about stands as it did."""
        self._connection.sql("DELETE FROM change_set WHERE id = ?", (set_id,))
        self.mark_undone(found.id, None)
        if found.undoes is not None:
            self.mark_undone(found.undoes, found.id)

    def _begin(self, deed: Deed, item_ids: Sequence[int], detail: str, actor: str) -> int:
        kind, subject = self._named(item_ids[0]) if item_ids else (Kind.CONTACT, "")
        return self._add(deed, kind, subject, detail, len(item_ids), None, None, actor)

    def _add(
        self,
        deed: Deed,
        kind: Kind,
        subject: str,
        detail: str,
        amount: int,
        run_id: int | None,
        undoes: int | None,
        actor: str = "",
    ) -> int:
        columns = {
            "deed": deed, "kind": kind, "subject": subject, "detail": detail, "amount": amount,
            "at": self._session.now, "run_id": run_id, "undoes": undoes, "actor": actor,
        }  # fmt: skip
        return insert(self._connection, _S, columns)

    def _named(self, item_id: int) -> tuple[Kind, str]:
        row = self._connection.sql("SELECT kind, name FROM item WHERE id = ?", (item_id,)).fetchone()
        return (Kind(row[0]), row[1]) if row else (Kind.CONTACT, "")

    def _keep(self, recording: Recording) -> None:
        self._connection.many(
            "INSERT INTO change_step (set_id, what, item_id, record_id, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            [(recording.set_id, s.what.value, s.item_id, s.record_id, s.before, s.after) for s in recording.steps],
        )
        recording.steps.clear()

    def _end(self, set_id: int, *, kept: bool) -> None:
        """Forget a set in which nothing was done; name one that was begun before it was known what it is about."""
        named = bool(self._connection.one("SELECT amount FROM change_set WHERE id = ?", (set_id,)))
        if kept and named:  # by its first part, and so it stays: to look through all parts at each takes long
            return
        touched = self._connection.sql(
            "SELECT item_id FROM change WHERE set_id = ?1 UNION SELECT item_id FROM change_step WHERE set_id = ?1"
            " ORDER BY 1 LIMIT 1",
            (set_id,),
        ).fetchone()
        if touched is None and not kept:
            self._connection.sql("DELETE FROM change_set WHERE id = ?", (set_id,))
        elif touched is not None and not named:
            kind, subject = self._named(touched[0])
            self._connection.sql(
                "UPDATE change_set SET kind = ?1, subject = ?2, amount = (SELECT count(*) FROM ("
                "SELECT item_id FROM change WHERE set_id = ?3 UNION SELECT item_id FROM change_step WHERE set_id = ?3))"
                " WHERE id = ?3",
                (kind.value, subject, set_id),
            )
