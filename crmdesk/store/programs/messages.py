"""Messages for hooks: made of what a commit did, stored in that commit, each as the body that every try signs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import UTC, datetime
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Conflict, Problem, Run, What
from crmdesk.frozen import dataclass
from crmdesk.store.connection import Connection
from crmdesk.store.schema import to_micros

MOST_OF_A_COMMIT = 50  # changes that are told one by one
MANY = "items.changed"
TEST = "hook.test"
# The hooks that are told anything: a key's own as long as the key opens; takes the time as its parameter.
TOLD = (
    "paused_at IS NULL AND (key = '' OR key IN (SELECT name FROM api_key WHERE revoked_at IS NULL"
    " AND (expires_at IS NULL OR expires_at > ?)))"
)
FAILED, CONFLICT, PROBLEM = "sync.failed", "conflict.opened", "problem.opened"
TYPES = (*(f"{kind.value}.{what.value}" for kind in Kind for what in What), FAILED, CONFLICT, PROBLEM, MANY)

FeedRow = tuple[int, int, str, int, str, str, str, int | None, str]
"""A row of the feed: id, at, kind, item, what, fields, origin, account, key."""

_INSERT = (
    "INSERT INTO hook_delivery (hook_id, message_id, type, body, state, made_at, attempts, next_at, last_status)"
    " VALUES (?, ?, ?, ?, 'waiting', ?, 0, ?, '')"
)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, of one of the types that a hook may ask for, with ids and never values."""

    type: str
    data: Mapping[str, Any] = field(default_factory=dict)
    account_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A hook as far as its messages go."""

    id: int
    events: frozenset[str]
    unheard: str | None  # the key whose own changes it leaves out

    def wants(self, type: str, key: str = "") -> bool:
        if self.unheard is not None and key == self.unheard:
            return False
        return not self.events.isdisjoint((type, "*", f"{type.partition('.')[0]}.*"))


def queue_messages(
    connection: Connection,
    now: datetime,
    token: Callable[[], str],
    changes: Sequence[FeedRow],
    happenings: Sequence[Happening],
) -> None:
    """Store what each hook is to be sent of one commit."""
    hooks = [
        _Asked(id_, frozenset(events.split()), key if leaves_out else None)
        for id_, events, key, leaves_out in connection.sql(
            f"SELECT id, events, key, leaves_out_own FROM hook WHERE {TOLD} ORDER BY id", (to_micros(now),)
        )
    ]
    if not hooks:
        return
    names = dict(connection.sql("SELECT id, name FROM account"))
    rows: list[tuple[object, ...]] = []
    for hook in hooks:
        wanted = [row for row in changes if hook.wants(f"{row[2]}.{row[4]}", row[8])]
        many = len(wanted) > MOST_OF_A_COMMIT
        messages = [_of_many(wanted)] if many else [_of_change(row, names) for row in wanted]
        messages += [_of_happening(one, names) for one in happenings if hook.wants(one.type)]
        rows += [_row(hook.id, type_, data, now, token) for type_, data in messages]
    connection.many(_INSERT, rows)


def queue_message(
    connection: Connection, hook_id: int, type_: str, data: Mapping[str, Any], now: datetime, token: Callable[[], str]
) -> int:
    """Store one message for one hook; gives the id of its delivery."""
    return connection.sql(_INSERT, _row(hook_id, type_, data, now, token)).lastrowid or 0


def _row(
    hook_id: int, type_: str, data: Mapping[str, Any], now: datetime, token: Callable[[], str]
) -> tuple[object, ...]:
    stamp = now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    body = json.dumps({"type": type_, "timestamp": stamp, "data": dict(data)}, ensure_ascii=False)
    return hook_id, f"msg_{token()}", type_, body, to_micros(now), to_micros(now)


def _of_change(row: FeedRow, names: Mapping[int, str]) -> tuple[str, dict[str, Any]]:
    id_, _, kind, item_id, what, fields, origin, account_id, key = row
    return f"{kind}.{what}", {
        "id": str(item_id),
        "kind": kind,
        "fields": fields.split(),
        "origin": origin,
        "account": _name(names, account_id),
        "key": key or None,
        "change": str(id_),
    }


def _of_many(rows: Sequence[FeedRow]) -> tuple[str, dict[str, Any]]:
    """`since` is the place in the feed before the first of them; others of that commit may stand between."""
    return MANY, {"count": len(rows), "since": str(rows[0][0] - 1)}


def _of_happening(one: Happening, names: Mapping[int, str]) -> tuple[str, dict[str, Any]]:
    return one.type, {"account": _name(names, one.account_id), **one.data}


def _name(names: Mapping[int, str], account_id: int | None) -> str | None:
    return None if account_id is None else names.get(account_id)


def conflict_opened(conflict: Conflict) -> Happening:
    """Both sides of a field changed to different values."""
    data = {"id": str(conflict.id), "kind": conflict.kind.value, "item": str(conflict.item_id), "field": conflict.field}
    return Happening(CONFLICT, data, conflict.account_id)


def problem_opened(problem: Problem) -> Happening:
    """A record or account needs a person."""
    item = None if problem.item_id is None else str(problem.item_id)
    data = {"id": str(problem.id), "kind": problem.record_kind.value, "item": item, "error": problem.code}
    return Happening(PROBLEM, data, problem.account_id)


def sync_failed(run: Run) -> Happening:
    """A run came to nothing."""
    return Happening(FAILED, {"id": str(run.id), "kind": run.kind.value, "error": run.error_id}, run.account_id)
