"""Disconnecting an account: its records go, and what nobody else holds stays on this computer if asked."""

from __future__ import annotations

from collections.abc import Collection

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action, EntryState, Outcome
from crmdesk.domain.records import SILENT, Presence, Record
from crmdesk.domain.values import Value
from crmdesk.errors import UserInputError
from crmdesk.store import Tx
from crmdesk.sync.local_record import keep_here, pin_fields

SLICE = 500  # records read at once
_NAMES = frozenset({"name", "first_name", "last_name"})


def remove(tx: Tx, account_id: int, keep_contacts: bool) -> None:
    """Take an account and its records away.

    With `keep_contacts` an item that no other CRM holds stays on this computer, and an unsent edit stays there in any
    case. Without, an item goes unless another CRM holds it, or this computer something of its own: that keeps its name.
    Raises UserInputError for "This computer".
    """
    account = tx.accounts.get(account_id)
    if account.is_local:
        raise UserInputError("“This computer” cannot be removed.")
    touched: list[int] = []
    for kind in Kind:
        ids = [record_id for record_id, *_ in tx.records.listing(account_id, kind)]
        for start in range(0, len(ids), SLICE):
            touched += _take_away(tx, ids[start : start + SLICE], keep_contacts)
    for entry in tx.outbox.list(account_id=account_id)[0]:
        keep = keep_contacts and entry.action is not Action.DELETE
        outcome = Outcome.KEPT_HERE if keep else Outcome.CANCELLED
        tx.outbox.update(entry.id, state=EntryState.SETTLED, outcome=outcome, settled_at=tx.now)
    tx.accounts.remove(account_id)
    tx.items.refresh(touched)


def _take_away(tx: Tx, record_ids: list[int], keep_contacts: bool) -> list[int]:
    records = tx.records.load(record_ids).values()
    of_items = tx.records.of_items([record.item_id for record in records])
    for record in records:
        others = [other for other in of_items[record.item_id] if other.account_id != record.account_id]
        held = any(one.account_id != LOCAL_ACCOUNT_ID and one.presence not in SILENT for one in others)
        local = next((one for one in others if one.account_id == LOCAL_ACCOUNT_ID), None)
        if keep_contacts and not held and record.presence is not Presence.OUT_OF_SCOPE:
            _keep(tx, record, local, record.values.keys())
        elif keep_contacts:
            _keep(tx, record, None, record.dirty_fields)
        elif local is not None and not held:
            _keep(tx, record, local, _NAMES)
    return [record.item_id for record in records]


def _keep(tx: Tx, record: Record, local: Record | None, fields: Collection[str]) -> None:
    """Keep fields of a record on this computer; what is kept there already was typed later, and stays."""
    known = {} if local is None else local.values
    kept: dict[str, Value] = {
        key: value
        for key, value in record.values.items()
        if key in fields and (key not in known or isinstance(value, tuple))
    }
    if kept:
        here = keep_here(tx, record, kept)
        edited = [key for key in kept if key in record.dirty_fields and not isinstance(kept[key], tuple)]
        pin_fields(tx, record.item_id, dict.fromkeys(edited, here), here)
