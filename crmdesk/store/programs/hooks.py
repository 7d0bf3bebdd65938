"""Hooks and their deliveries: who is told of changes, what is still to be sent, and what came of it."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from crmdesk.domain.reports import Delivery, DeliveryState, Hook
from crmdesk.errors import NotFound
from crmdesk.store.prepared_queries import Selection, insert, update
from crmdesk.store.programs import schema
from crmdesk.store.programs.messages import TOLD, queue_message
from crmdesk.store.schema import to_micros
from crmdesk.store.session import Noun

KEPT = timedelta(days=30)
_H, _D = schema.Hook, schema.HookDelivery
_HOOKS = Selection([getattr(_H, name) for name in Hook.__slots__], "")
_DELIVERIES = Selection([getattr(_D, name) for name in Delivery.__slots__], "WHERE ")


class HookReads(Noun):
    """Hooks as they stand."""

    def all(self) -> list[Hook]:
        """Every hook, in the order they were made."""
        return [Hook(*row) for row in _HOOKS.rows(self._connection, (), "ORDER BY id")]

    def told(self) -> builtins.list[Hook]:
        """Those that are sent anything: not paused, and of a key that opens."""
        return [Hook(*row) for row in _HOOKS.rows(self._connection, (self._session.micros,), f"WHERE {TOLD}")]

    def get(self, id: int) -> Hook:
        """One hook; raises NotFound."""
        row = _HOOKS.row(self._connection, (id,), "WHERE id = ?")
        if row is None:
            raise NotFound(f"There is no hook {id}.", next="`crmdesk api hooks list` lists them.")
        return Hook(*row)

    def delivery(self, id: int) -> Delivery:
        """One delivery; raises NotFound."""
        row = _DELIVERIES.row(self._connection, (id,), "id = ?")
        if row is None:
            raise NotFound(f"There is no delivery {id}.")
        return Delivery(*row)

    def deliveries(self, hook_id: int, limit: int, offset: int = 0) -> builtins.list[Delivery]:
        """A hook's deliveries, newest first."""
        rows = _DELIVERIES.rows(
            self._connection, (hook_id, limit, offset), "hook_id = ? ORDER BY id DESC LIMIT ? OFFSET ?"
        )
        return [Delivery(*row) for row in rows]

    def first_waiting(self, hook_id: int) -> Delivery | None:
        """What a hook is to be sent next; None where nothing waits for it."""
        row = _DELIVERIES.row(
            self._connection, (hook_id,), "hook_id = ? AND state = 'waiting' ORDER BY next_at, id LIMIT 1"
        )
        return None if row is None else Delivery(*row)


class Hooks(HookReads):
    """Hooks being made, and their deliveries being noted."""

    def add(self, hook: Hook) -> Hook:
        """Store a hook; gives it with its id."""
        columns = {name: getattr(hook, name) for name in Hook.__slots__ if name != "id"}
        return self.get(insert(self._connection, _H, columns))

    def update(self, id: int, **columns: Any) -> None:
        """Change some of a hook's columns."""
        update(self._connection, _H, columns, "WHERE id = ?", (id,))

    def rename_key(self, before: str, now: str) -> None:
        """Let a key's hooks stay its own under its new name."""
        update(self._connection, _H, {"key": now}, "WHERE key = ?", (before,))

    def let_go(self, key: str, why: str) -> None:
        """Let the hooks of a key that goes be the user's, and tell them nothing until the user says so.

        Hooks know their key by its name: another key of that name would have them else.
        """
        columns = {"key": "", "paused_at": self._session.now, "pause_reason": why}
        update(self._connection, _H, columns, "WHERE key = ?", (key,))

    def remove(self, id: int) -> None:
        """Forget a hook with its deliveries; raises NotFound."""
        self.get(id)
        self._connection.sql("DELETE FROM hook WHERE id = ?", (id,))

    def queue(self, id: int, type_: str, data: Mapping[str, Any], token: str) -> Delivery:
        """Let one message be sent to one hook, whatever it asks for."""
        made = queue_message(self._connection, id, type_, data, self._session.now, lambda: token)
        return self.delivery(made)

    def settle(self, delivery: Delivery, state: DeliveryState, next_at: datetime | None, status: str) -> None:
        """Keep what a try came to."""
        columns = {
            "state": state,
            "attempts": delivery.attempts + 1,
            "next_at": next_at,
            "ended_at": None if state is DeliveryState.WAITING else self._session.now,
            "last_status": status,
        }
        update(self._connection, _D, columns, "WHERE id = ?", (delivery.id,))

    def again(self, id: int) -> Delivery:
        """Let a delivery be sent anew, under the same message id; raises NotFound."""
        found = self.delivery(id)
        columns = {"state": DeliveryState.WAITING, "attempts": 0, "next_at": self._session.now, "ended_at": None}
        update(self._connection, _D, columns, "WHERE id = ?", (found.id,))
        return self.delivery(id)

    def give_up(self, hook_id: int, why: str) -> None:
        """End all that a hook is still to be sent."""
        columns = {"state": DeliveryState.GIVEN_UP, "ended_at": self._session.now, "next_at": None, "last_status": why}
        update(self._connection, _D, columns, "WHERE hook_id = ? AND state = 'waiting'", (hook_id,))

    def prune(self) -> None:
        """Forget deliveries that ended longer ago than they are kept."""
        cut_off = to_micros(self._session.now - KEPT)
        self._connection.sql("DELETE FROM hook_delivery WHERE state <> 'waiting' AND ended_at < ?", (cut_off,))
