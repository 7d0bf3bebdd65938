"""What the desk wants in a CRM that is not there yet: records to be created."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.items import Creation
from crmdesk.domain.notation.names import follows, split_name
from crmdesk.domain.outbox import Action
from crmdesk.domain.records import NewRecord
from crmdesk.domain.values import Value, Values
from crmdesk.errors import UserInputError
from crmdesk.providers.info import KindInfo
from crmdesk.store import Tx
from crmdesk.sync.pull.record_intake import writable_fields
from crmdesk.sync.references import for_account


def creatable(info: KindInfo, account: Account, values: Values) -> dict[str, Value]:
    """The values a create gives to that CRM: what it takes, and the full name it may have to split once."""
    fields = writable_fields(info, account, creating=True)
    first = {row.field for row in info.field_map if row.first_only}
    given = {key: value for key, value in values.items() if key in fields or key == "name"}
    for row in info.field_map:
        if row.choices and row.field in given:
            chosen = next((one for one in row.choices if one.casefold() == str(given[row.field]).casefold()), None)
            given |= {} if chosen is None else {row.field: chosen}
            if chosen is None:
                del given[row.field]  # it stays on this computer
    given |= _implied_type(info, given)
    for row in info.field_map:
        if row.of_type and row.of_type != given.get("contact_type"):
            given.pop(row.field, None)
    return given | {key: value[:1] for key, value in given.items() if key in first and isinstance(value, tuple)}


def _implied_type(info: KindInfo, given: Values) -> dict[str, Value]:
    """What a new contact is of which nothing but a company's name is known: that company, where the CRM has such."""
    type_ = next((row.of_type for row in info.field_map if row.field == "company"), "")
    unnamed = not given.keys() & {"contact_type", "name", "first_name", "last_name"}
    return {"contact_type": type_} if type_ and given.get("company") and unnamed else {}


def creation(info: KindInfo, account: Account, values: Values) -> Creation:
    """What of an item a create gives to that CRM: what is sent, the full name also where it is sent as its parts."""
    given = creatable(info, account, values)
    fields = writable_fields(info, account, creating=True)
    parts = {key for key in ("first_name", "last_name") if key in fields}
    split = bool(parts) and info.kind is Kind.CONTACT and (not values.keys() & parts or follows(values))
    reached = {key for key in given if key in fields or (key == "name" and split)}
    whole = split_name(given) if info.kind is Kind.CONTACT else given
    return Creation(frozenset(reached), tuple(key for key in info.needs if not whole.get(key)))


def refuse_incomplete(account: Account, info: KindInfo, values: Values) -> None:
    """What that CRM would surely refuse is not asked of it. Raises UserInputError.

    A contact with an email or a phone may be there already, and is looked for first.
    """
    lacking = creation(info, account, values).lacking
    if not lacking or (info.kind is Kind.CONTACT and values.keys() & {"emails", "phones"}):
        return
    words = " and ".join(field_of(info.kind, key).title.lower() for key in lacking)
    raise UserInputError(
        f"{account.name} takes no new {info.kind} without its {words}.",
        next=f"Fill it in, or leave {account.name} out for now.",
    )


def queue_create(tx: Tx, account: Account, info: KindInfo, item_id: int, values: Values, key: str) -> int:
    """Add an item to an account: a record without a remote id, and the entry that will create it; returns its id.

    `values` are the item's, as people see them.

    Raises UserInputError where the account takes no new records, or none of the values.
    """
    if not (account.direction.pushes and info.creates):
        raise UserInputError(f"{account.name} takes no new records from the desk.")
    given = for_account(tx, account, info.kind, creatable(info, account, values))
    if not given:
        raise UserInputError(f"{account.name} takes none of the fields that are filled in.")
    return _queue(tx, account, info, item_id, None, given, key)


def queue_link(tx: Tx, account: Account, info: KindInfo, item_id: int, remote_id: str, values: Values, key: str) -> int:
    """Let an item have the record that an account has under that id, once it was read; returns the record's id here.

    It is wanted with those of the values that the account takes for a record that is there.
    """
    fields = writable_fields(info, account)
    given = {field: value for field, value in creatable(info, account, values).items() if field in fields}
    return _queue(tx, account, info, item_id, remote_id, given, key)


def _queue(
    tx: Tx, account: Account, info: KindInfo, item_id: int, remote_id: str | None, given: Values, key: str
) -> int:
    made = NewRecord(account.id, info.kind, None, given, base={}, agreed=False, item_id=item_id)
    record_id = tx.records.insert([made])[0][0]
    tx.outbox.add(
        account_id=account.id,
        kind=info.kind,
        item_id=item_id,
        record_id=record_id,
        remote_id=remote_id,
        action=Action.CREATE,
        wanted=given,
        key=key,
    )
    return record_id


def queue_missing_items(tx: Tx, account: Account, info: KindInfo, new_key: Callable[[], str]) -> Sequence[int]:
    """In push direction the account receives every item of its kinds and scope: queue those that it lacks."""
    missing = tx.records.without_record(account.id, info.kind)
    for item in tx.items.load(missing):
        if account.covers(info.kind, item.values) and creatable(info, account, item.values):
            queue_create(tx, account, info, item.id, item.values, new_key())
    tx.items.refresh(missing)
    return missing
