"""The commands that only look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crmdesk.cli.call import Alone, Call, Result, UsageError
from crmdesk.cli.tables import facts, neutral, table
from crmdesk.desk import Desk
from crmdesk.domain.accounts import LOCAL, LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.importing.fates import Fate
from crmdesk.domain.items import compose_name
from crmdesk.domain.notation import json_shapes
from crmdesk.domain.notation.json_shapes import Names
from crmdesk.domain.query.language import both
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.reports import ProblemKind
from crmdesk.providers.info import Setting
from crmdesk.providers.registry import infos, variables_of

# What a table shows of an item, the name first.
COLUMNS = {
    Kind.CONTACT: ("name", "company", "emails", "phones"),
    Kind.PROPERTY: ("name", "status", "price"),
    Kind.DEAL: ("name", "stage", "price", "next_action"),
    Kind.EVENT: ("name", "starts", "location", "status"),
}
SORTS = ("id", "state", "updated_at", "trashed_at")  # beside the fields of the kind


def names_of(desk: Desk) -> Names:
    """The accounts' names; "This computer" goes by its key."""
    return {**desk.account_names(), LOCAL_ACCOUNT_ID: LOCAL}


def listing(name: str, total: int, entries: Sequence[Mapping[str, Any]], columns: Mapping[str, str]) -> Result:
    """A list: its document, and a table of some of its members under their titles."""

    def lines() -> Iterable[str]:
        if entries:
            yield from table(list(columns.values()), ([entry.get(key) for key in columns] for entry in entries))
        yield f"{len(entries):,} of {total:,}"

    return Result({"total": total, name: list(entries)}, lines)


async def contacts(call: Call) -> Result:
    """`contacts [QUERY]`."""
    return await _items(call, Kind.CONTACT)


async def properties(call: Call) -> Result:
    """`properties [QUERY]`."""
    return await _items(call, Kind.PROPERTY)


async def deals(call: Call) -> Result:
    """`deals [QUERY]`."""
    return await _items(call, Kind.DEAL)


async def events(call: Call) -> Result:
    """`events [QUERY]`."""
    return await _items(call, Kind.EVENT)


async def _items(call: Call, kind: Kind) -> Result:
    asked, names = call.asked, names_of(call.desk)
    text = " ".join(asked.query)
    sort: tuple[str, ...] = (sort_of(asked.sort or "name", kind),)
    if asked.view is not None:
        view = call.desk.view(asked.view)
        if view.kind is not kind:
            raise UsageError(f"“{view.name}” is a view of {view.kind.plural}.")
        text = both(view.query, text)
        sort = sort if asked.sort else view.sort
    query = ItemQuery(kind, text, sort, trash=asked.trash, include_hidden=asked.all)
    items, total = await call.desk.items(query, asked.limit or None, asked.offset)

    def lines() -> Iterable[str]:
        if items:
            titles = ("ID", *(FIELDS[kind][key].title.upper() for key in COLUMNS[kind]), "IN")
            yield from table(titles, (_row(item, names) for item in items))
        yield f"{len(items):,} of {total:,}"

    return Result({"total": total, kind.plural: [json_shapes.listed_item(item, names) for item in items]}, lines)


def sort_of(text: str, kind: Kind) -> str:
    """A field to sort by, with its sign. Raises UsageError."""
    key = text.removeprefix("-")
    if key not in FIELDS[kind] and key not in SORTS:
        raise UsageError(f"“{key}” is no field to sort by.", next="`crmdesk fields` lists them.")
    return text


def _row(item: Item, names: Names) -> list[Any]:
    where = [f"{names.get(record.account_id)} ({item.states[record.id].value})" for record in item.records]
    name = compose_name(item.values) or "No name"
    return [item.id, name, *(json_shapes.plain_value(item.values.get(key)) for key in COLUMNS[item.kind][1:]), where]


def one_item(item: Item, names: Names, code: int = 0, unreadable: Mapping[str, str] | None = None) -> Result:
    """One ITEM whole; `unreadable` tells why fields could not be read, where that was asked for."""
    document = json_shapes.whole_item(item, names)
    if unreadable is not None:
        document["unreadable"] = dict(unreadable)

    def lines() -> Iterable[str]:
        yield from facts((key, value) for key, value in document.items() if key not in ("records", "unreadable"))
        yield from (f"{key} could not be read: {neutral(why)}" for key, why in (unreadable or {}).items())
        if item.trashed_at is not None:
            yield f"in the trash: {neutral(item.trash_reason)}"
        yield from table(("RECORD IN", "ID THERE", "STATE"), (list(record.values()) for record in document["records"]))

    return Result(document, lines, code)


async def show(call: Call) -> Result:
    """`show ID|ACCOUNT:REMOTE_ID`."""
    item = call.desk.find_item(call.asked.id)
    problems, _ = await call.desk.problems()
    own = [one for one in problems if one.item_id == item.id and one.kind is ProblemKind.UNREADABLE]
    return one_item(item, names_of(call.desk), unreadable={one.field or "": one.why for one in own})


async def history(call: Call) -> Result:
    """`history ID`."""
    item = call.desk.find_item(call.asked.id)
    names = names_of(call.desk)
    changes, total = await call.desk.history(item.id, limit=None)
    imported = await call.desk.imports.of_item(item.id)
    columns = {"at": "AT", "field": "FIELD", "old": "OLD", "new": "NEW", "origin": "BY", "account": "ACCOUNT"}
    columns["import"] = "IMPORT"
    lines = {run.set_id: f"import of {run.file}, line {row.line:,}" for run, row in imported}
    found = [json_shapes.change(one, names) | {"import": lines.get(one.set_id)} for one in changes]
    made = next(((run, row) for run, row in imported if row.fate is Fate.CREATED), None)
    if made is not None:  # its values came with it, so that no change tells of them
        told = dict.fromkeys(found[0] if found else ("field", "old", "new", "origin", "key", "account", "run"))
        told |= {
            "id": f"import {made[0].id}",
            "field": "",
            "origin": "import",
            "at": json_shapes.moment(made[0].started_at),
        }
        found.append(told | {"import": lines[made[0].set_id]})
    return listing("history", total + (made is not None), found, columns)


async def outbox(call: Call) -> Result:
    """`outbox [--all]`."""
    entries, total = await call.desk.outbox(all=call.asked.all)
    names = names_of(call.desk)
    columns = {"id": "ID", "account": "ACCOUNT", "item": "ITEM", "action": "ACTION", "fields": "FIELDS"}
    columns |= {"state": "STATE", "attempts": "TRIES", "next_at": "NEXT", "error": "ERROR"}
    return listing("outbox", total, [json_shapes.outbox_entry(entry, names) for entry in entries], columns)


async def conflicts(call: Call) -> Result:
    """`conflicts`."""
    found, total = await call.desk.conflicts()
    names = names_of(call.desk)
    columns = {"id": "ID", "account": "ACCOUNT", "item": "ITEM", "field": "FIELD", "base": "WAS", "mine": "MINE"}
    columns |= {"theirs": "THEIRS"}
    return listing("conflicts", total, [json_shapes.conflict(conflict, names) for conflict in found], columns)


async def problems(call: Call) -> Result:
    """`problems`."""
    found, total = await call.desk.problems()
    entries, _ = await call.desk.outbox()
    names = names_of(call.desk)
    questions = {(entry.account_id, entry.item_id): entry for entry in entries if entry.candidates}
    documents = [json_shapes.problem(one, names, questions.get((one.account_id, one.item_id or 0))) for one in found]
    columns = {"id": "ID", "account": "ACCOUNT", "item": "ITEM", "what": "WHAT", "why": "WHY", "next": "NEXT"}
    return listing("problems", total, documents, columns)


async def runs(call: Call) -> Result:
    """`runs`."""
    found, total = await call.desk.runs(limit=None)
    names = names_of(call.desk)
    columns = {"id": "ID", "started_at": "AT", "account": "ACCOUNT", "outcome": "OUTCOME", "fetched": "READ"}
    columns |= {"new": "NEW", "changed": "CHANGED", "removed": "REMOVED", "sent": "SENT", "error": "ERROR"}
    return listing("runs", total, [json_shapes.stored_run(run, names) for run in found], columns)


async def stats(call: Call) -> Result:
    """`stats`."""
    desk = call.desk
    counts, statuses = desk.counts(), desk.accounts()
    entries, open_entries = await desk.outbox()
    states: dict[str, int] = {}
    for entry in entries:
        states[entry.state.value] = states.get(entry.state.value, 0) + 1
    document: dict[str, Any] = {
        "contacts": counts.kinds.get(Kind.CONTACT, 0),
        "contacts_all": (await desk.page(ItemQuery(include_hidden=True), 0))[1],
        "trash": counts.trash,
        "attention": counts.attention,
        "accounts": len(statuses),
        "contacts_by_account": {status.account.name: status.contacts for status in statuses},
        "outbox": {"total": open_entries, **states},
        "conflicts": (await desk.conflicts(limit=0))[1],
        "problems": (await desk.problems(limit=0))[1],
        "runs": (await desk.runs(limit=0))[1],
    }
    return Result(document, lambda: facts(document.items()))


async def providers(alone: Alone) -> Result:
    """`providers`: key, kinds, settings, variables, state."""
    found = [
        {
            "key": info.key,
            "title": info.title,
            "kinds": [kind_info.kind.value for kind_info in info.kinds],
            "settings": [
                {
                    "key": setting.key,
                    "title": setting.title,
                    "default": setting.default or None,
                    "choices": list(setting.choices),
                    "help": _help(setting),
                    "api": setting.api or None,
                }
                for setting in info.settings
            ],
            "secrets": [secret.key for secret in info.secrets],
            "variables": variables_of(info),
            "state": info.state,
        }
        for info in infos()
    ]

    def lines() -> Iterable[str]:
        rows = ([*_words(entry), entry["state"]] for entry in found)
        yield from table(("KEY", "TITLE", "KINDS", "SETTINGS", "VARIABLES", "STATE"), rows)

    return Result({"total": len(found), "providers": found}, lines)


def _help(setting: Setting) -> str | None:
    """What a setting is for, and what each of its choices and regions stands for."""
    choices = [f"{choice}: {title}" for choice, title in zip(setting.choices, setting.titles, strict=False)]
    places = [f"{place.key}: {place.title}" for place in setting.places]
    return "; ".join(filter(None, (setting.help, *choices, *places))) or None


def _words(entry: Mapping[str, Any]) -> list[Any]:
    settings = [setting["key"] for setting in entry["settings"]]
    return [entry["key"], entry["title"], entry["kinds"], settings, entry["variables"]]


async def fields(alone: Alone) -> Result:
    """`fields [KIND]`."""
    kind = alone.asked.kind
    kinds = list(Kind) if kind is None else [kind_of(kind)]
    found = [
        {
            "kind": kind.value,
            "field": field.key,
            "title": field.title,
            "type": field.type.value,
            "list": field.type.is_list,
            "editable": field.editable,
            "listed": field.in_list,
        }
        for kind in kinds
        for field in FIELDS[kind].values()
    ]
    columns = {"kind": "KIND", "field": "FIELD", "title": "TITLE", "type": "TYPE", "editable": "EDITABLE"}
    return listing("fields", len(found), found, columns)


def words_and_kind(words: Sequence[str]) -> tuple[list[str], Kind]:
    """The words without `kind=KIND`, and the kind that it names, contact unless told. Raises UsageError."""
    rest, kind = [], Kind.CONTACT
    for word in words:
        if word.startswith("kind="):
            kind = kind_of(word.removeprefix("kind="))
        else:
            rest.append(word)
    return rest, kind


def kind_of(text: str) -> Kind:
    """The kind of that name, singular or plural. Raises UsageError."""
    for kind in Kind:
        if text in (kind.value, kind.plural):
            return kind
    raise UsageError(f"“{text}” is no kind; there are {', '.join(kind.value for kind in Kind)}.")
