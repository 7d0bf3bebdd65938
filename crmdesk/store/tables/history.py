"""Runs and changes: what the desk did, and what that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from peewee import fn

from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Change, Origin, Run, RunOutcome
from crmdesk.domain.values import value_to_json
from crmdesk.errors import NotFound
from crmdesk.store import schema
from crmdesk.store.prepared_queries import Selection, insert, update
from crmdesk.store.programs.messages import sync_failed
from crmdesk.store.schema import to_micros
from crmdesk.store.session import Session, placeholder_chunks

_R, _H = schema.Run, schema.Change
_IdList = list[int]
_RunList = list[Run]
_RUN_FIELDS = [getattr(_R, name) for name in Run.__slots__]
_LAST_RUN = Selection(_RUN_FIELDS, "WHERE account_id = ? AND kind = ? ORDER BY id DESC LIMIT 1")
_S = schema.ChangeSet
_ACTOR = fn.COALESCE(_S.select(_S.actor).where(_S.id == _H.set_id), "")
_CHANGE_FIELDS = [*(getattr(_H, name) for name in Change.__slots__ if name != "actor"), _ACTOR]


class RunReads:
    """Runs as they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def get(self, id: int) -> Run:
        """One run; raises NotFound."""
        row = self._connection.row(_R.select(*_RUN_FIELDS).where(_R.id == id))
        if row is None:
            raise NotFound(f"There is no run {id}.")
        return Run(*row)

    def list(self, account_id: int | None = None, limit: int | None = None, offset: int = 0) -> tuple[_RunList, int]:
        """Runs newest first, and how many there are."""
        condition = (_R.id > 0) if account_id is None else _R.account_id == account_id
        query = _R.select(*_RUN_FIELDS).where(condition).order_by(_R.id.desc())
        rows = self._connection.rows(query.limit(-1 if limit is None else limit).offset(offset))
        counted = self._connection.row(_R.select(fn.COUNT(_R.id)).where(condition))
        return [Run(*row) for row in rows], int(counted[0]) if counted else 0

    def newcomers(self, run: Run, limit: int) -> _IdList:
        """The items of the records that a run brought, not of those created from here; newest first."""
        rows = self._connection.sql(
            "SELECT item_id FROM record JOIN raw ON raw.record_id = record.id WHERE account_id = ? AND kind = ?"
            " AND first_at >= ? AND first_at <= coalesce(?, first_at)"
            " AND record.id NOT IN (SELECT record_id FROM outbox WHERE action = 'create')"
            " ORDER BY record.id DESC LIMIT ?",
            (run.account_id, run.kind.value, to_micros(run.started_at), to_micros(run.ended_at), limit),
        )
        return [int(item_id) for (item_id,) in rows]

    def last(self, account_id: int, kind: Kind) -> Run | None:
        """The newest run of that account and kind, which may still be going on."""
        row = _LAST_RUN.row(self._connection, (account_id, kind.value))
        return None if row is None else Run(*row)


class Runs(RunReads):
    """Runs being made."""

    def start(self, run: Run) -> Run:
        """Store a run that begins; gives it with its id and start."""
        begun = replace(run, started_at=run.started_at or self._session.now)
        return replace(begun, id=insert(self._connection, _R, _columns(begun)))

    def update(self, run: Run) -> None:
        """Store a run's counts as they are."""
        update(self._connection, _R, _columns(run), "WHERE id = ?", (run.id,))

    def finish(self, run: Run) -> Run:
        """Store how a run ended; gives it with its end."""
        ended = replace(run, ended_at=run.ended_at or self._session.now)
        self.update(ended)
        if ended.outcome is RunOutcome.FAILED:
            self._session.feed.happened(lambda: sync_failed(ended))
        return ended

    def mark_interrupted(self) -> int:
        """At start: runs without an end have failed; gives how many."""
        return self._connection.run(
            _R.update(
                outcome=RunOutcome.FAILED,
                ended_at=self._session.now,
                error_id="INTERRUPTED",
                error="The desk ended while this ran.",
            ).where(_R.outcome.is_null())
        )


def _columns(run: Run) -> dict[str, Any]:
    return {name: getattr(run, name) for name in Run.__slots__ if name != "id"}


class ChangeReads:
    """The field-level history."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def get(self, id: int) -> Change:
        """One change; raises NotFound."""
        row = self._connection.row(_H.select(*_CHANGE_FIELDS).where(_H.id == id))
        if row is None:
            raise NotFound(f"There is no change {id}.")
        return Change(*row)

    def of_item(
        self, item_id: int, field: str | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[list[Change], int]:
        """An item's changes newest first, and how many there are."""
        condition = _H.item_id == item_id
        if field is not None:
            condition &= _H.field == field
        return self._page(condition, limit, offset)

    def of_run(self, run_id: int, limit: int | None = None, offset: int = 0) -> tuple[list[Change], int]:
        """A run's changes newest first, and how many there are."""
        return self._page(_H.run_id == run_id, limit, offset)

    def edited_beside(self, set_id: int, item_ids: Sequence[int]) -> _IdList:
        """Those of some items that were changed by anything else than that change-set."""
        found: _IdList = []
        for marks, part in placeholder_chunks(item_ids):
            rows = self._connection.sql(
                f"SELECT DISTINCT item_id FROM change WHERE item_id IN ({marks}) AND set_id IS NOT ?", (*part, set_id)
            )
            found += [item_id for (item_id,) in rows]
        return found

    def _page(self, condition: Any, limit: int | None, offset: int) -> tuple[list[Change], int]:
        query = _H.select(*_CHANGE_FIELDS).where(condition).order_by(_H.id.desc())
        rows = self._connection.rows(query.limit(-1 if limit is None else limit).offset(offset))
        counted = self._connection.row(_H.select(fn.COUNT(_H.id)).where(condition))
        return [Change(*row) for row in rows], int(counted[0]) if counted else 0


class Changes(ChangeReads):
    """The history being written."""

    def add(self, batch: Sequence[Change]) -> None:
        """Store changes in bulk; a change without a time gets the transaction's, and what a key does is the API's."""
        now = self._session.micros
        recording = self._session.recording
        set_id = None if recording is None else recording.set_id
        acts = recording is not None and bool(recording.actor)
        if batch and self._session.feed.active:
            self._session.feed.changed(batch)
        self._connection.many(
            "INSERT INTO change (item_id, record_id, field, old, new, origin, account_id, run_id, at, set_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    change.item_id, change.record_id, change.field, value_to_json(change.old),
                    value_to_json(change.new), (Origin.API if acts else change.origin).value, change.account_id,
                    change.run_id,
                    now if change.at is None else to_micros(change.at), set_id,
                )
                for change in batch
            ],
        )  # fmt: skip
