"""References between what people see and what records hold: our own items here, a CRM's ids there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.references import REFERENCES, entries_of, items_of, own, own_item
from crmdesk.domain.outbox import Action, EntryState, OutboxEntry
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.values import Entry, Patch, Value, Values, id_in, texts
from crmdesk.errors import NotFound, ProviderError, UserInputError
from crmdesk.store import Reads, Tx
from crmdesk.sync.local_record import keep_here
from crmdesk.sync.push.queue import put_off

WAIT = 60.0  # seconds until an entry looks again whether what it names has been created


def as_seen(reads: Reads, records: Sequence[Record]) -> list[Record]:
    """Records with what they name as people see it: by our own ids, without what the desk does not have."""
    naming = [record for record in records if REFERENCES[record.kind].keys() & record.values]
    if not naming:
        return list(records)
    names = reads.items.named_by(naming)
    return [_seen(record, names) for record in records]


def _seen(record: Record, names: dict[tuple[int, str, str], int]) -> Record:
    values = dict(record.values)
    for field in REFERENCES[record.kind].keys() & values:
        entries = entries_of(values.pop(field))
        found = [names[key] for entry in entries if (key := (record.id, field, entry.value)) in names]
        if (seen := items_of(found)) is not None:
            values[field] = seen
    return replace(record, values=values)


def checked(reads: Reads, kind: Kind, patch: Patch) -> dict[str, Value | None]:
    """A patch whose references are all items that exist and are of the right kind.

    The id of a record in one of the accounts is understood too. Raises UserInputError for anything else.
    """
    result = dict(patch)
    for field in REFERENCES[kind].keys() & patch:
        target, value = REFERENCES[kind][field], patch[field]
        if isinstance(value, tuple):
            result[field] = items_of(_item(reads, target, text) for text in texts(value))
    return result


def _item(reads: Reads, target: Kind, text: str) -> int:
    id_ = id_in(text)
    if id_ is not None:
        found = reads.items.load([id_])
        if found and found[0].kind is target:
            return found[0].id
    for account in reads.accounts.all():
        record = None if account.is_local else reads.records.by_remote(account.id, target, text)
        if record is not None:
            return record.item_id
    raise UserInputError(
        f"There is no {target} “{text}”.",
        what="Nothing was saved",
        next=f"`crmdesk {target.plural}` lists the ids of those there are.",
    )


def in_own(kind: Kind, patch: Patch) -> dict[str, Value | None]:
    """A patch in people's ids as a record of this computer holds it."""
    result = dict(patch)
    for field in REFERENCES[kind].keys() & patch:
        if isinstance(value := patch[field], tuple):
            result[field] = tuple(own(int(text)) for text in texts(value))
    return result


def for_record(tx: Tx, record: Record, patch: Patch) -> tuple[dict[str, Value | None], dict[str, Value | None]]:
    """A patch in people's ids as that record holds it, and what its account has no record of: it stays here.

    What the record names and the desk does not have stays named, unless the field is cleared.
    """
    if record.account_id == LOCAL_ACCOUNT_ID:
        return in_own(record.kind, patch), {}
    result, left = dict(patch), dict[str, Value | None]()
    fields = REFERENCES[record.kind].keys() & patch
    names = tx.items.named_by([record]) if fields else {}
    for field in fields:
        if not isinstance(value := patch[field], tuple):
            continue
        before = entries_of(record.values.get(field))
        known = {names[key]: entry for entry in before if (key := (record.id, field, entry.value)) in names}
        kept = [entry for entry in before if (record.id, field, entry.value) not in names]
        wanted = [known.get(id_) or _in_account(tx, record.account_id, id_) for id_ in map(int, texts(value))]
        result[field] = (*kept, *(entry for entry in wanted if entry is not None)) or None
        lacking = [int(text) for text, entry in zip(texts(value), wanted, strict=True) if entry is None]
        if lacking:
            left[field] = tuple(own(id_) for id_ in lacking)
        if tuple(before) == result[field]:
            del result[field]
    return result, left


def for_account(tx: Tx, account: Account, kind: Kind, values: Values) -> dict[str, Value]:
    """An item's values as a new record of that account holds them; what is not there is not named there."""
    result = dict(values)
    for field in REFERENCES[kind].keys() & values:
        found = [_in_account(tx, account.id, int(text)) for text in texts(values[field])]
        result.pop(field)
        if entries := tuple(entry for entry in found if entry is not None):
            result[field] = entries
    return result


def _in_account(tx: Tx, account_id: int, item_id: int) -> Entry | None:
    """How that account's records name an item: by its id there, by our own until it has one, not at all."""
    record = _record_in(tx, account_id, item_id)
    if record is None:
        return None
    return Entry(record.remote_id) if record.remote_id is not None else own(item_id)


def _record_in(tx: Tx, account_id: int, item_id: int) -> Record | None:
    held = tx.records.of_item(tx.items.current(item_id))
    records = (record for record in held if record.account_id == account_id)
    return next((record for record in records if record.presence is not Presence.REMOVED), None)


@dataclass(frozen=True, slots=True)
class Named:
    """Whether an entry can be sent, and the entry as it now stands."""

    entry: OutboxEntry
    ready: bool


def name_by_remote_ids(tx: Tx, account: Account, entry: OutboxEntry) -> Named:
    """Before a send: name by its id there what was created since, and keep here what will not be.

    An entry that names something whose own create still waits, waits for it.
    """
    entry = tx.outbox.get(entry.id)
    fields = REFERENCES[entry.kind].keys()
    if entry.action not in (Action.CREATE, Action.UPDATE) or not _open_names(entry.wanted, fields):
        return Named(entry, True)
    record = tx.records.get(entry.record_id)
    values, wanted = dict(record.values), dict(entry.wanted)
    waits, kept = False, dict[str, Value | None]()
    for field in fields:
        named: dict[str, Entry | None] = {}
        for item_id in _open_names({field: values.get(field)}, [field]) | _open_names(
            {field: wanted.get(field)}, [field]
        ):
            named[own(item_id).value] = found = _in_account(tx, account.id, item_id)
            waits = waits or (found == own(item_id) and _is_coming(tx, account.id, item_id))
            if found is None or (found == own(item_id) and not _is_coming(tx, account.id, item_id)):
                named[own(item_id).value] = None
                kept[field] = (*entries_of(kept.get(field)), own(item_id))
        for held in (values, wanted):
            if isinstance(value := held.get(field), tuple):
                _put(held, field, tuple(new for one in value if (new := named.get(one.value, one)) is not None))
    tx.records.update([(replace(record, values=values), None)])
    tx.outbox.update(entry.id, wanted=wanted)
    if kept:
        keep_here(tx, record, kept)
    if waits:
        error = ProviderError(f"It names something that {account.name} does not have yet, and waits for it.")
        put_off(tx, entry, error, EntryState.PENDING, WAIT)
    tx.items.refresh([entry.item_id])
    return Named(tx.outbox.get(entry.id), not waits)


def _put(held: dict[str, Value] | dict[str, Value | None], field: str, entries: tuple[Entry, ...]) -> None:
    if entries:
        held[field] = entries
    else:
        held.pop(field)


def _open_names(values: Patch, fields: Iterable[str]) -> set[int]:
    texts_ = [text for field in fields for text in texts(values.get(field))]
    return {item for text in texts_ if (item := own_item(text)) is not None}


def _is_coming(tx: Tx, account_id: int, item_id: int) -> bool:
    """Whether an item's create in that account still is on its way, so that waiting for it makes sense."""
    try:
        record = _record_in(tx, account_id, item_id)
    except NotFound:
        return False
    entries = [] if record is None else tx.outbox.open_of(record.id)
    return any(one.action is Action.CREATE and one.state is not EntryState.PARKED for one in entries)
