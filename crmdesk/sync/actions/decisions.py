"""What a person decides: conflicts, and entries that wait. Each decision is one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from crmdesk.domain.fields import field_of
from crmdesk.domain.outbox import IN_CONFLICT, Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.reports import Change, Conflict, Origin, Step, StepKind
from crmdesk.domain.rows import rows_of, same_rows
from crmdesk.domain.values import Patch, Value, value_to_json
from crmdesk.errors import UserInputError
from crmdesk.providers.info import KindInfo
from crmdesk.store import Tx
from crmdesk.sync.actions.creations import queue_create
from crmdesk.sync.actions.edits import withdraw_create
from crmdesk.sync.local_record import keep_here, pin_fields, shown_here
from crmdesk.sync.push.learned_refusals import forget_refusals, is_refused_list
from crmdesk.sync.push.queue import close, release
from crmdesk.sync.references import as_seen

MINE, THEIRS, HERE = "mine", "theirs", "here"

InfoOf = Callable[[Record], KindInfo]  # what the account of a record can do


def resolve(tx: Tx, conflict: Conflict, how: str, info_of: InfoOf, key: str) -> None:
    """Decide a conflict: `mine` is sent, `theirs` is taken, `here` keeps mine on this computer and theirs there."""
    if how not in (MINE, THEIRS, HERE):
        raise UserInputError(f"A conflict is resolved by {MINE}, {THEIRS} or {HERE}, not “{how}”.")
    record = tx.records.get(conflict.record_id)
    if conflict.field == "":
        _resolve_deleted(tx, record, how, info_of, key)
    else:
        _resolve_value(tx, record, conflict, how)
    tx.conflicts.resolve(conflict.id, how)
    if conflict.field:
        outcome = Outcome.KEPT_HERE if how == HERE else Outcome.SUPERSEDED
        release(tx, tx.accounts.get(record.account_id), tx.records.get(record.id), outcome)
    tx.items.refresh([record.item_id])


def _resolve_value(tx: Tx, record: Record, conflict: Conflict, how: str) -> None:
    """Base becomes theirs in every case; the value becomes theirs unless mine is to be sent."""
    base, values = dict(record.agreed_values), dict(record.values)
    _lay(record, base, conflict, conflict.theirs, conflict.base)
    if how != MINE:
        _lay(record, values, conflict, conflict.theirs, conflict.mine)
    tx.records.update([(replace(record, values=values, base=None if base == values else base, agreed=True), None)])
    old, new = record.values.get(conflict.field), values.get(conflict.field)
    if how == MINE:
        sides = {"theirs": value_to_json(base.get(conflict.field)), "mine": value_to_json(new)}
        told = json.dumps({"field": conflict.field, **sides})
        tx.sets.note(Step(StepKind.DECIDED, record.item_id, record.id, told))
    if old != new:
        tx.changes.add([Change(record.item_id, record.id, conflict.field, old, new, Origin.RESOLVE)])
    if how == HERE and conflict.entry is None:
        _show_here(tx, record, {conflict.field: conflict.mine})
    elif how == HERE and conflict.mine is not None:
        keep_here(tx, record, {conflict.field: conflict.mine})


def _show_here(tx: Tx, record: Record, own: Patch, also: Patch | None = None) -> None:
    """Keep a record's own values of scalar fields on this computer and show them from there; `also` is only kept."""
    kept, pins = shown_here(record, own)
    kept |= also or {}
    here = keep_here(tx, record, kept) if any(value is not None for value in kept.values()) else None
    pin_fields(tx, record.item_id, pins, here)


def _lay(record: Record, values: dict[str, Value], conflict: Conflict, chosen: Value | None, now: Value | None) -> None:
    """Put the chosen side into values: the whole field, or the one row of a list that `now` is there."""
    if conflict.entry is None or not field_of(record.kind, conflict.field).type.is_list:
        if chosen is None:
            values.pop(conflict.field, None)
        else:
            values[conflict.field] = chosen
        return
    listed, row, entry = list(rows_of(values.get(conflict.field))), rows_of(now)[:1], rows_of(chosen)[:1]
    (place,) = same_rows(record.kind, conflict.field, listed, row) if row else (None,)
    if place is not None:
        listed[place : place + 1] = entry
    elif entry not in [(held,) for held in listed]:
        listed += entry
    if listed:
        values[conflict.field] = tuple(listed)
    else:
        values.pop(conflict.field, None)


def _resolve_deleted(tx: Tx, record: Record, how: str, info_of: InfoOf, key: str) -> None:
    """Deleted there, changed here: create it again, delete it here too, or keep it on this computer."""
    account = tx.accounts.get(record.account_id)
    others = [
        other
        for other in tx.records.of_item(record.item_id)
        if other.id != record.id and other.presence is not Presence.REMOVED
    ]
    for entry in tx.outbox.open_of(record.id):
        close(tx, entry, Outcome.KEPT_HERE if how == HERE else Outcome.SUPERSEDED)
    if how == MINE:
        keep_here(tx, record, dict(record.values))
        seen = as_seen(tx, [record])[0].values
        tx.records.delete([record.id])
        queue_create(tx, account, info_of(record), record.item_id, seen, key)
    elif how == HERE:
        keep_here(tx, record, dict(record.values))
        tx.records.delete([record.id])
    else:
        tx.records.update([(replace(record, values=record.agreed_values, base=None), None)])
        if not others:
            tx.items.trash([record.item_id], f"It was deleted in {account.name}.")


def cancel_entry(tx: Tx, entry: OutboxEntry, *, stay_here: bool = False) -> None:
    """Withdraw an entry: its fields return to what the CRM has, as changes of their own; a create stays here.

    With `stay_here` the values stay on this computer, pinned, and the CRM keeps its own.
    """
    if not entry.is_open:
        raise UserInputError("It was settled already.", what="The entry was not cancelled")
    if entry.state is EntryState.IN_FLIGHT:
        raise UserInputError("It is on its way to the CRM right now.", what="The entry was not cancelled")
    if entry.action is Action.CREATE:
        if entry.state is EntryState.UNCERTAIN:
            raise UserInputError(
                "It is not known yet whether the CRM already created it; the next sync finds out.",
                what="The entry was not cancelled",
            )
        withdraw_create(tx, entry)
    else:
        if entry.action is Action.UPDATE:
            if stay_here:
                _keep_wanted(tx, entry)
            _back_to_base(tx, entry)
        close(tx, entry, Outcome.KEPT_HERE if stay_here else Outcome.CANCELLED)
        tx.problems.solve_prefix(f"send:{entry.account_id}:{entry.record_id}:")
    tx.items.refresh([entry.item_id])


def _keep_wanted(tx: Tx, entry: OutboxEntry) -> None:
    """Put the fields of an entry into the record of this computer, and show them from there."""
    record = tx.records.get(entry.record_id)
    base = record.agreed_values
    own: dict[str, Value | None] = {}
    entries: dict[str, Value | None] = {}
    for key in entry.wanted:
        value, there = record.values.get(key), base.get(key)
        if isinstance(value, tuple):
            held = rows_of(there)
            places = same_rows(record.kind, key, held, value, near=False)
            value = tuple(one for one, place in zip(value, places, strict=True) if place is None or held[place] != one)
            if value:
                entries[key] = value
        elif not field_of(record.kind, key).type.is_list:
            own[key] = value
    _show_here(tx, record, own, entries)


def _back_to_base(tx: Tx, entry: OutboxEntry) -> None:
    record = tx.records.get(entry.record_id)
    base, values = dict(record.agreed_values), dict(record.values)
    for conflict in tx.conflicts.open_of(record.id):
        if conflict.field in entry.wanted:
            _lay(record, base, conflict, conflict.theirs, conflict.base)  # that is what the CRM has now
    changes = []
    for field in (*entry.wanted, *(("name",) if {"first_name", "last_name"} & entry.wanted.keys() else ())):
        old, new = values.get(field), base.get(field)
        if old == new:
            continue
        if new is None:
            values.pop(field, None)
        else:
            values[field] = new
        changes.append(Change(record.item_id, record.id, field, old, new, Origin.YOU))
    for conflict in tx.conflicts.open_of(record.id):
        if conflict.field in entry.wanted:
            tx.conflicts.drop(record.id, conflict.field, conflict.entry)
    tx.changes.add(changes)
    tx.records.update([(replace(record, values=values, base=None if values == base else base), None)])


def retry_entry(tx: Tx, entry: OutboxEntry) -> None:
    """Send an entry again as soon as its account can."""
    if not entry.is_open:
        raise UserInputError("It was settled already.", what="The entry was not sent again")
    if entry.error_id == IN_CONFLICT:
        raise UserInputError(
            "It was changed in both places.", what="The entry was not sent again", next="Resolve the conflict first."
        )
    made = entry.may_have_arrived  # what was made there is not made again
    state = EntryState.UNCERTAIN if made else EntryState.PENDING
    if entry.state is not EntryState.IN_FLIGHT:
        chosen = {"remote_id": None} if entry.action is Action.CREATE and not made else {}
        tx.outbox.update(entry.id, state=state, next_at=tx.now, attempts=0, candidates=(), **chosen)
        if is_refused_list(entry):
            forget_refusals(tx, entry.account_id)
    tx.problems.solve_prefix(f"send:{entry.account_id}:{entry.record_id}:")
    tx.items.refresh([entry.item_id])


def question(tx: Tx, item_id: int, account_id: int) -> OutboxEntry | None:
    """The create of an item in an account that waits for somebody to say whether it is one of those there."""
    records = [record for record in tx.records.of_item(item_id) if record.account_id == account_id]
    waiting = (entry for record in records for entry in tx.outbox.open_of(record.id))
    asked = (one for one in waiting if one.action is Action.CREATE and one.state is EntryState.PARKED)
    return next((one for one in asked if one.candidates), None)


def choose(tx: Tx, entry: OutboxEntry, remote_id: str | None) -> None:
    """Decide a create that met look-alikes: link it to one of them, or (None) create it all the same.

    One that may have arrived is none of those, and may still show: it is created once a complete list proves it absent.
    """
    if entry.action is not Action.CREATE or entry.state is not EntryState.PARKED or not entry.candidates:
        raise UserInputError("It does not wait for such a decision.", what="The choice was not made")
    if remote_id is not None and remote_id not in entry.candidates:
        raise UserInputError("That record is not among those offered.", what="The choice was not made")
    unsure = remote_id is None and entry.may_have_arrived
    state = EntryState.UNCERTAIN if unsure else EntryState.PENDING
    tx.outbox.update(entry.id, state=state, next_at=tx.now, attempts=0, remote_id=remote_id)
    tx.problems.solve_prefix(f"send:{entry.account_id}:{entry.record_id}:")
    tx.items.refresh([entry.item_id])
