"""The commands that change items, entries and conflicts."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence

from crmdesk.cli.call import DONE, LEFT_SOMETHING, Call, Result, UsageError, as_usage, id_of
from crmdesk.cli.commands.lists import names_of, one_item
from crmdesk.cli.tables import facts, neutral
from crmdesk.desk import Desk
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, FIELDS, Kind, whole_of
from crmdesk.domain.items import NO_ORDER, Placement
from crmdesk.domain.notation import json_shapes
from crmdesk.domain.notation.addresses import with_block
from crmdesk.domain.notation.references import REFERENCES
from crmdesk.domain.outbox import OutboxEntry
from crmdesk.domain.records import Item
from crmdesk.domain.rows import labelled, rows_of, same_rows
from crmdesk.domain.values import Value, Values, parse_value
from crmdesk.errors import Unsupported

KINDS = tuple(Kind)  # that can be made and changed by hand
CUSTOM = "custom."  # how the names of custom fields begin


def check_new(asked: Namespace) -> None:
    """Refuse a `new` that can never work. Raises UsageError."""
    _wanted(asked)


def _wanted(asked: Namespace) -> tuple[Kind, list[str], dict[str, Value | None]]:
    """The kind, the names of the accounts, and the values of a new item."""
    pairs = _pairs(asked.fields)
    kind = _kind([value for key, value in pairs if key == "kind"])
    accounts = [value for key, value in pairs if key == "account"]
    patch = parse_patch(kind, [pair for pair in pairs if pair[0] not in ("kind", "account")], {})
    if not any(value is not None for value in patch.values()):
        raise UsageError("Nothing was filled in.", what=f"The {kind} was not created")
    return kind, accounts, patch


async def new(call: Call) -> Result:
    """`new [kind=KIND] [account=NAME]... FIELD=VALUE...`."""
    kind, accounts, patch = _wanted(call.asked)
    ids = list(dict.fromkeys(call.desk.account(name).id for name in accounts))
    item = await call.desk.new(kind, patch, ids)
    kept = _kept_on_this_computer(item, patch) if ids else []
    return one_item(item, names_of(call.desk), _code(call, kept))


def _kept_on_this_computer(item: Item, fields: Iterable[str]) -> list[str]:
    """The fields that no CRM's record of the item takes, and of a list the entries that none takes."""
    there = [record.values for record in item.records if record.account_id != LOCAL_ACCOUNT_ID]
    kept = []
    for key in fields:
        value = item.values.get(key)
        if value is None or (key == ADDRESS and not item.values.keys().isdisjoint(ADDRESS_PARTS)):
            continue  # of an address its parts are told
        if not any(key in values or whole_of(item.kind, key) in values for values in there):
            kept.append(key)
        elif isinstance(value, tuple) and key not in REFERENCES[item.kind]:
            held = {place for values in there for place in same_rows(item.kind, key, value, rows_of(values.get(key)))}
            left = [neutral(entry.value) for place, entry in enumerate(value) if place not in held]
            kept += [f"{key} ({', '.join(left)})"] if left else []
    return kept


def check_edit(asked: Namespace) -> None:
    """Refuse an `edit` that can never work, whatever the item is. Raises UsageError."""
    for key, value in _pairs(asked.fields):
        kinds = [kind for kind in KINDS if key in FIELDS[kind]] or KINDS[:1]
        parse_patch(kinds[0], [(key, value)], {})


async def edit(call: Call) -> Result:
    """`edit ID FIELD=VALUE...`."""
    pairs = _pairs(call.asked.fields)
    item = call.desk.find_item(call.asked.id)
    patch = parse_patch(item.kind, pairs, item.values)
    placed = call.desk.placement(item.id, patch)
    # The values are all there as they were asked for, where nothing but their order is not.
    if set(placed.refused.values()) - {NO_ORDER} and not (placed.patches or placed.here):
        raise Unsupported(" ".join(placed.refused.values()), what="Nothing was changed")
    names = names_of(call.desk)
    for account_id, members in call.desk.at_risk(item.id, patch).items():
        name = names[account_id]
        call.say(
            f"{name} takes the whole record and does not show all of it; may be empty there: {', '.join(members)}."
        )
    edited = await call.desk.edit(item.id, patch)
    code = _code(call, _staying(item, placed))
    for key, why in placed.refused.items():
        call.say(f"{key} was not changed as asked: {why}")
        code = LEFT_SOMETHING
    return one_item(edited, names_of(call.desk), code)


def _staying(item: Item, placed: Placement) -> list[str]:
    """The fields whose new value, or whose emptiness, lands in no CRM, of an item that is in one."""
    local = {record.id for record in item.records if record.account_id == LOCAL_ACCOUNT_ID}
    if len(local) == len(item.records):
        return []
    sent = {key for record_id, patch in placed.patches.items() if record_id not in local for key in patch}
    mine = [(key, value) for record_id in local for key, value in placed.patches.get(record_id, {}).items()]
    kept = [(key, value) for key, value in mine if key not in sent] + list(placed.here.items())
    emptied = {key for key, holder in placed.pins.items() if holder is None and key not in sent}
    emptied |= {key for key, value in placed.here.items() if value is None}
    held = {key for record in item.records if record.id not in local for key in with_block(record.values)}
    changed = {key for key, value in kept if value is not None and item.values.get(key) != value}
    return sorted(changed | (emptied & held))


def _code(call: Call, kept: Sequence[str]) -> int:
    if not kept:
        return DONE
    call.say(f"Kept on this computer only: {', '.join(kept)}.")
    return LEFT_SOMETHING


async def add(call: Call) -> Result:
    """`add ID ACCOUNT`."""
    item = call.desk.find_item(call.asked.id)
    account = call.desk.account(call.asked.account)
    added = await call.desk.add_to(item.id, account.id)
    return one_item(added, names_of(call.desk), _code(call, _kept_on_this_computer(added, added.values)))


async def delete(call: Call) -> Result:
    """`delete ID [--for-good]`; for good, the item is shown as it was."""
    item = call.desk.find_item(call.asked.id)
    await call.desk.delete([item.id], for_good=call.asked.for_good)
    return one_item(item if call.asked.for_good else call.desk.item(item.id), names_of(call.desk))


async def restore(call: Call) -> Result:
    """`restore ID`."""
    item = call.desk.find_item(call.asked.id)
    await call.desk.restore([item.id])
    return one_item(call.desk.item(item.id), names_of(call.desk))


async def cancel(call: Call) -> Result:
    """`outbox cancel ID`."""
    id_ = id_of(call.asked.id, "outbox entry")
    await call.desk.cancel_entry(id_)
    return await _entry(call, id_)


async def retry(call: Call) -> Result:
    """`outbox retry ID`."""
    id_ = id_of(call.asked.id, "outbox entry")
    await call.desk.retry_entry(id_)
    return await _entry(call, id_)


async def _entry(call: Call, id: int) -> Result:
    entries, _ = await call.desk.outbox(all=True)
    found = next(entry for entry in entries if entry.id == id)
    return _entry_result(call.desk, found)


def _entry_result(desk: Desk, entry: OutboxEntry) -> Result:
    document = json_shapes.outbox_entry(entry, names_of(desk))
    return Result(document, lambda: facts(document.items()))


async def resolve(call: Call) -> Result:
    """`resolve CONFLICT mine|theirs|here`."""
    id_ = id_of(call.asked.conflict, "conflict")
    found, _ = await call.desk.conflicts()
    before = next((conflict for conflict in found if conflict.id == id_), None)
    await call.desk.resolve([id_], call.asked.how)
    shown = json_shapes.conflict(before, names_of(call.desk)) if before is not None else {"id": str(id_)}
    document = {**shown, "resolution": call.asked.how}
    return Result(document, lambda: facts(document.items()))


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for word in words:
        key, separator, value = word.partition("=")
        if not separator or not key:
            raise UsageError(f"“{word}” is not written FIELD=VALUE.")
        try:
            word.encode()
        except UnicodeEncodeError:
            raise UsageError(f"The value of {key!r} is not valid UTF-8.") from None
        if key != "account" and any(key == before for before, _ in pairs):
            raise UsageError(f"{key} is given twice.")
        pairs.append((key, value))
    return pairs


def _kind(given: Sequence[str]) -> Kind:
    kind = next((kind for kind in KINDS if kind.value in given), None)
    if given and kind is None:
        raise UsageError(f"kind is {' or '.join(KINDS)}, not “{given[0]}”.")
    return kind or Kind.CONTACT


def parse_patch(kind: Kind, pairs: Sequence[tuple[str, str]], held: Values) -> dict[str, Value | None]:
    """What FIELD=VALUE words ask for; entries already in a list keep their labels. Raises UsageError."""
    patch: dict[str, Value | None] = {}
    for key, text in pairs:
        field = FIELDS[kind].get(key)
        if field is None and key not in held and not key.startswith(CUSTOM):
            raise UsageError(f"A {kind} has no field “{key}”.", next="`crmdesk fields` lists them.")
        if field is not None and not field.editable:
            raise UsageError(f"{key} is the CRM's own and cannot be changed.")
        with as_usage():
            value = parse_value(kind, key, text)
        patch[key] = labelled(kind, key, value, held.get(key)) if isinstance(value, tuple) else value
    return patch
