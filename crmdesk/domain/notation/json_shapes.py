"""The documents that scripts read: exact values, ids as strings, None for what is absent."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import msgspec

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import FIELDS, LISTS, Field, FieldType
from crmdesk.domain.outbox import OutboxEntry
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Change, Conflict, Delivery, FeedEntry, Hook, Problem, Run
from crmdesk.domain.values import Value, texts

Names = Mapping[int, str]  # of accounts, by id; "This computer" by its key

_WHOLE = {kind: sorted(fields.values(), key=lambda field: not field.in_list) for kind, fields in FIELDS.items()}
_LISTED = {kind: [field for field in fields if field.in_list] for kind, fields in _WHOLE.items()}
_SURROGATE = re.compile("[\ud800-\udfff]")

RUN_COUNTS = (
    "fetched", "new", "changed", "same", "removed", "quarantined", "out_of_scope", "remote_total", "sent",
    "not_accepted", "conflicts", "requests", "seconds", "balanced", "error",
)  # fmt: skip


def to_text(document: Any) -> str:
    """A document as JSON in valid UTF-8, whatever is in it."""
    try:
        return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"
    except UnicodeEncodeError:
        # A lone surrogate has no UTF-8 of its own; JSON can spell it.
        text = json.dumps(document, ensure_ascii=False, indent=2)
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def moment(at: datetime | None) -> str | None:
    """A time in UTC, to the millisecond."""
    return None if at is None else at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def own_id(id: int | None) -> str | None:
    """One of our ids."""
    return None if id is None else str(id)


def plain_value(value: Value | None) -> Any:
    """A value without labels: a list's entries as texts, a scalar as it is."""
    return texts(value) if isinstance(value, tuple) else value


def field_value(field: Field, value: Value | None) -> Any:
    """A field's value, where an absent list is an empty one; a time is told as all other times are."""
    if isinstance(value, tuple):
        return texts(value)
    if value is None:
        return [] if field.type.is_list else None
    if field.type is FieldType.MOMENT and isinstance(value, str):
        with suppress(ValueError):
            at = datetime.fromisoformat(value)
            return moment(at) if at.tzinfo else value
    return value


def listed_item(item: Item, names: Names) -> dict[str, Any]:
    """An ITEM as lists give it; its records in accounts that `names` lacks are left out, as in every ITEM."""
    return {"id": str(item.id), **_values(item, _LISTED[item.kind]), "records": _records(item, names)}


def whole_item(item: Item, names: Names) -> dict[str, Any]:
    """One ITEM with every field of its kind, and the custom ones apart."""
    others = ((key, value) for key, value in item.values.items() if key not in FIELDS[item.kind])
    custom = {key.removeprefix("custom."): plain_value(value) for key, value in others}
    return {
        "id": str(item.id),
        **_values(item, _WHOLE[item.kind]),
        "records": _records(item, names),
        "custom": custom,
        "trash_reason": item.trash_reason,
    }


def item_mark(whole: Mapping[str, Any]) -> str:
    """What an item's state is told by, of its `whole_item` with every record: another as soon as any of it is."""
    return hashlib.sha256(msgspec.json.encode(whole)).hexdigest()[:32]


def _values(item: Item, fields: list[Field]) -> dict[str, Any]:
    told: dict[str, Any] = {field.key: [] if field.type in LISTS else None for field in fields}
    for key, value in item.values.items():
        if key in told:
            told[key] = field_value(FIELDS[item.kind][key], value)
    return told


def _records(item: Item, names: Names) -> list[dict[str, Any]]:
    return [
        {
            "account": names[record.account_id],
            "remote_id": record.remote_id,
            "state": item.states[record.id].value,
        }
        for record in item.records
        if record.account_id in names
    ]


def sync_run(run: Run, names: Names) -> dict[str, Any]:
    """A run as `sync` gives it."""
    outcome = run.outcome.value if run.outcome else None
    counts = {name: getattr(run, name) for name in RUN_COUNTS}
    return {"account": names.get(run.account_id), "kind": run.kind.value, "outcome": outcome, **counts}


def stored_run(run: Run, names: Names) -> dict[str, Any]:
    """A run as `runs` gives it: with its id and times; one that still goes on has no outcome."""
    times = {"started_at": moment(run.started_at), "ended_at": moment(run.ended_at), "full": run.full}
    return {"id": str(run.id), **sync_run(run, names), **times}


def outbox_entry(entry: OutboxEntry, names: Names) -> dict[str, Any]:
    """An outbox entry."""
    return {
        "id": str(entry.id),
        "account": names.get(entry.account_id),
        "kind": entry.kind.value,
        "item": str(entry.item_id),
        "remote_id": entry.remote_id,
        "action": entry.action.value,
        "fields": list(entry.fields),
        "state": entry.state.value,
        "attempts": entry.attempts,
        "next_at": moment(entry.next_at),
        "error": entry.error,
    }


def conflict(found: Conflict, names: Names) -> dict[str, Any]:
    """A conflict; without a field it is about the whole record: deleted there, changed here."""
    return {
        "id": str(found.id),
        "account": names.get(found.account_id),
        "kind": found.kind.value,
        "item": str(found.item_id),
        "remote_id": found.remote_id,
        "field": found.field or None,
        "entry": found.entry,
        "base": plain_value(found.base),
        "mine": plain_value(found.mine),
        "theirs": plain_value(found.theirs),
    }


def problem(found: Problem, names: Names, question: OutboxEntry | None = None) -> dict[str, Any]:
    """A problem; with a create that met look-alikes as its `question`, it says how to answer."""
    following = found.next
    if question is not None:
        name = names.get(question.account_id)
        there = " or ".join(f"{name}:{remote_id}" for remote_id in question.candidates)
        following = (
            f"`crmdesk link {question.item_id} {there}` says that it is that one,"
            f" `crmdesk add {question.item_id} {name}` that it is none of them."
        )
    return {
        "id": str(found.id),
        "account": names.get(found.account_id),
        "kind": found.record_kind.value,
        "item": own_id(found.item_id),
        "remote_id": found.remote_id,
        "field": found.field,
        "about": found.kind.value,
        "code": found.code,
        "what": found.what,
        "why": found.why,
        "next": following,
        "action": found.action,
        "value": found.value,
        "at": moment(found.created_at),
    }


def change(found: Change, names: Names) -> dict[str, Any]:
    """One change of one field."""
    return {
        "id": str(found.id),
        "field": found.field,
        "old": plain_value(found.old),
        "new": plain_value(found.new),
        "origin": found.origin.value,
        "key": found.actor or None,
        "account": None if found.account_id is None else names.get(found.account_id),
        "run": own_id(found.run_id),
        "at": moment(found.at),
    }


def account(found: Account) -> dict[str, Any]:
    """An account as it is set; never a secret."""
    return {
        "id": str(found.id),
        "name": found.name,
        "provider": found.provider,
        "signed_in_as": found.signed_in_as or None,
        "base_url": found.settings.get("base_url"),
        "settings": dict(found.settings),
        "direction": found.direction.value,
        "kinds": [kind.value for kind in found.kinds],
        "schedule": found.schedule,
        "quiet": found.quiet or None,
        "deletes_remotely": found.deletes_remotely,
        "scope": {kind.value: text for kind, text in found.scope.items()},
        "link_by": list(found.link_by),
    }


def feed_json(entry: FeedEntry, names: Names) -> dict[str, Any]:
    """One entry of the change feed; its id is the place behind it."""
    return {
        "id": str(entry.id),
        "at": moment(entry.at),
        "kind": entry.kind.value,
        "item": str(entry.item_id),
        "what": entry.what.value,
        "fields": list(entry.fields),
        "origin": entry.origin.value,
        "account": None if entry.account_id is None else names.get(entry.account_id),
        "key": entry.key or None,
    }


def hook_json(hook: Hook) -> dict[str, Any]:
    """One hook, without its secret."""
    return {
        "id": str(hook.id),
        "url": hook.url,
        "events": list(hook.events),
        "local": hook.local,
        "key": hook.key or None,
        "skips_own": hook.leaves_out_own,
        "state": "on" if hook.paused_at is None else "paused",
        "pause_reason": hook.pause_reason or None,
        "made_at": moment(hook.made_at),
        "failing_since": moment(hook.failing_since),
        "last_at": moment(hook.last_at),
        "last_status": hook.last_status or None,
    }


def delivery_json(delivery: Delivery) -> dict[str, Any]:
    """One delivery of a hook."""
    return {
        "id": str(delivery.id),
        "hook": str(delivery.hook_id),
        "message_id": delivery.message_id,
        "type": delivery.type,
        "state": delivery.state.value,
        "made_at": moment(delivery.made_at),
        "attempts": delivery.attempts,
        "next_at": moment(delivery.next_at),
        "ended_at": moment(delivery.ended_at),
        "last_status": delivery.last_status or None,
    }
