"""Items of every kind: lists with the window's search, and one item read, made, changed, put into the trash."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import Any

from crmdesk.api.answers import Answer
from crmdesk.api.call import Call
from crmdesk.api.own.dialect import OWN
from crmdesk.api.own.schemas import MAYBE_TEXT, TEXT, listing, record
from crmdesk.api.own.values import asked_schema, listed_schema, patch_of, whole_schema
from crmdesk.api.route import Param, Route
from crmdesk.desk import OnKnown, Submitted
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.items import NO_ORDER, Placement
from crmdesk.domain.notation import json_shapes
from crmdesk.domain.notation.json_shapes import Names
from crmdesk.domain.notation.list_rows import Listed, list_rows
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.errors import FieldsRefused, KnownAlready, QueryRefused, Unsupported

SORTS = ("id", "state", "updated_at", "trashed_at")  # beside the fields of the kind
MOST = 200
_RUNS_OUT = 10**15  # no list is longer


def kind_of(call: Call) -> Kind:
    """The kind that a route is about, by its path."""
    word = call.route.path.removeprefix("/desk/v1/").partition("/")[0]
    return next(kind for kind in Kind if kind.plural == word)


def one_of(call: Call) -> Item:
    """The item of the path. Raises NotFound, also for another kind's."""
    return call.item(call.params["id"], kind_of(call))


def whole(call: Call, item: Item, names: Names, status: int = 200, **more: Any) -> Answer:
    """One item as the key sees it, with the tag that says how it stands."""
    every = json_shapes.whole_item(item, names)
    seen = call.seen_item(item)
    told = every if seen is item else json_shapes.whole_item(seen, names)
    headers = {"ETag": f'"{json_shapes.item_mark(every)}"'}
    if status == 201:
        headers["Location"] = f"/desk/v1/{item.kind.plural}/{item.id}"
    return Answer({**told, **more}, status, headers)


def expected(call: Call) -> frozenset[str] | None:
    """The marks that If-Match names; None where it names none, or any."""
    asked = call.headers.get("if-match", "*").strip()
    return None if asked == "*" else frozenset(one.strip().removeprefix("W/").strip('"') for one in asked.split(","))


async def listed(call: Call) -> Answer:
    """A page of a list; without `sort` by id, so that nothing is doubled or missed while others write."""
    kind, asked = kind_of(call), call.query
    sort, limit = asked.get("sort", ""), call.asked("limit")
    account = call.account_id(asked["account"]) if "account" in asked else None
    query = ItemQuery(kind, asked.get("q", ""), _sort(sort, kind), account, trash=call.asked("trash"))
    query = call.within_reach(query, searching=bool(query.text.strip() or sort))
    after, offset = _place(asked.get("cursor"), by_id=not sort)
    page, total = await call.desk.listed(query, after, limit + 1, offset)
    following = None
    if len(page.ids) > limit:
        following = _cursor("o", offset + limit) if sort else _cursor("i", page.ids[limit - 1])
    found = list_rows(kind, page, call.names())[:limit]
    await _hide(call, page, found)
    return Answer({"total": total, kind.plural: found, "next_cursor": following})


async def _hide(call: Call, page: Listed, rows: list[Any]) -> None:
    """Tell the items of a page that have records out of reach as the key sees them."""
    reach = call.reach()
    if reach is None:
        return
    partly = [
        (place, id_)
        for place, id_ in enumerate(page.ids[: len(rows)])
        if any(account_id not in reach for account_id, _, _ in page.records.get(id_, ()))
    ]
    if not partly:
        return
    items = {item.id: item for item in await call.desk.items_of([id_ for _, id_ in partly])}
    for place, id_ in reversed(partly):
        if id_ in items:
            rows[place] = json_shapes.listed_item(call.seen_item(items[id_]), call.names())
        else:  # it went meanwhile
            del rows[place]


def _sort(text: str, kind: Kind) -> tuple[str, ...]:
    if not text:
        return ("id",)
    key = text.removeprefix("-")
    if key not in FIELDS[kind] and key not in SORTS:
        raise QueryRefused("sort", f"“{key}” is no field to sort by")
    return (text,)


def _cursor(way: str, number: int) -> str:
    return urlsafe_b64encode(f"{way}{number}".encode()).decode().rstrip("=")


def _place(text: str | None, *, by_id: bool) -> tuple[int, int]:
    """The id behind which a page begins, and how many are skipped. Raises QueryRefused."""
    if text is None:
        return 0, 0
    try:
        told = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4)).decode("ascii")
        way, number = told[:1], int(told[1:])
    except ValueError:
        way, number = "", 0
    if way != ("i" if by_id else "o") or not 0 <= number <= _RUNS_OUT:
        raise QueryRefused("cursor", "it is none that this list gave")
    return (number, 0) if by_id else (0, number)


async def shown(call: Call) -> Answer:
    """One item."""
    return whole(call, one_of(call), call.names())


async def made(call: Call) -> Answer:
    """A new item, on this computer and where the key or the request says; a known email as the key says."""
    kind, key = kind_of(call), call.key
    patch = patch_of(kind, call.body, {}, more=("accounts",))
    account_ids = into(call)
    updating = OnKnown.FILL if call.only_submits else OnKnown.UPDATE
    on_known = updating if key.known == "update" else OnKnown.REFUSE
    within, quiet = call.reach(), call.only_submits

    def answer(done: Any, items: Sequence[Item], names: Names) -> Answer:
        submitted: Submitted = done[0]
        if quiet:  # it reads nothing, and is not told a new one from a known
            return Answer({"accepted": True}, 201)
        return whole(call, items[0], names, 201 if submitted.outcome == "created" else 200)

    try:
        return await call.act(lambda desk: desk.submit(patch, account_ids, on_known, within, kind=kind), answer)
    except KnownAlready as error:
        if not quiet:
            raise
        raise KnownAlready("Somebody here has that email.", item_id=error.item_id) from None  # it is not told who


def into(call: Call) -> list[int]:
    """The accounts that what is added goes to: those of the request, else the key's."""
    found = named_accounts(call)
    if found is None:
        known = {name: id_ for id_, name in call.names().items()}
        found = [known[name] for name in call.key.new_in if name in known]
    return [id_ for id_ in found if id_ != LOCAL_ACCOUNT_ID]


def named_accounts(call: Call) -> list[int] | None:
    """The accounts that the body names, each once; None where it names none. Raises FieldsRefused or NotFound."""
    asked = call.body.get("accounts") if isinstance(call.body, dict) else None
    if asked is None:
        return None
    if not isinstance(asked, list) or not all(isinstance(name, str) for name in asked):
        raise FieldsRefused({"accounts": "it is a list of accounts' names"})
    return list(dict.fromkeys(call.account_id(name) for name in asked))


async def changed(call: Call) -> Answer:
    """An item with a merge patch laid over it: null clears. `placed` says which account takes what."""
    item = one_of(call)
    patch = patch_of(item.kind, call.body, item.values)
    if not patch:
        raise FieldsRefused({"body": "nothing is to be changed"})
    placed = call.desk.placement(item, patch)
    if set(placed.refused.values()) - {NO_ORDER} and not (placed.patches or placed.here):
        raise Unsupported(" ".join(placed.refused.values()), what="Nothing was changed")
    told = _placed(item, placed, call.seen(call.names()))

    def answer(done: Any, items: Sequence[Item], names: Names) -> Answer:
        return whole(call, items[0], names, placed=told)

    return await call.act(lambda desk: desk.edit(item.id, patch), answer, expect=expected(call))


def _placed(item: Item, placed: Placement, names: Names) -> dict[str, Any]:
    taken = {record.id: names[record.account_id] for record in item.records if record.account_id in names}
    sent = [
        {"account": taken[id_], "fields": sorted(patch)}
        for id_, patch in placed.patches.items()
        if patch and id_ in taken
    ]
    return {"taken": sent, "here": sorted(placed.here), "refused": dict(placed.refused)}


async def trashed(call: Call) -> Answer:
    """An item put into the trash; in a CRM it is deleted only where its account allows that."""
    item = one_of(call)
    return await call.act(
        lambda desk: desk.delete([item.id]), lambda done, items, names: Answer(status=204), expect=expected(call)
    )


async def restored(call: Call) -> Answer:
    """An item taken out of the trash."""
    item = one_of(call)
    return await call.act(
        lambda desk: desk.restore([item.id]),
        lambda done, items, names: whole(call, items[0], names),
        expect=expected(call),
    )


async def history(call: Call) -> Answer:
    """The changes of an item, newest first; a key's change has its name."""
    item, names = one_of(call), call.seen(call.names())
    limit, cursor = call.asked("limit"), _place(call.query.get("cursor"), by_id=False)[1]
    seen = call.seen_item(item)
    if call.reach() is None:
        changes, total = await call.desk.history(item.id, limit=limit, offset=cursor)
    else:
        every, _ = await call.desk.history(item.id, limit=None)
        reached = [one for one in every if one.record_id in seen.states]
        changes, total = reached[cursor : cursor + limit], len(reached)
    more = _cursor("o", cursor + limit) if cursor + limit < total else None
    found = [json_shapes.change(change, names) for change in changes]
    return Answer({"total": total, "history": found, "next_cursor": more})


async def related(call: Call) -> Answer:
    """What an item names and what names it, of the kinds that the key may read."""
    item = one_of(call)
    found = [one for one in call.desk.related(item.id) if call.may(f"{one.kind.plural}:read")]
    if call.reach() is not None:
        wholly = call.seen_item(item) is item
        found = [one for one in found if wholly and _wholly_reached(call, one.item_id)]
    told = [
        {
            "id": json_shapes.own_id(one.item_id),
            "kind": one.kind.value,
            "name": one.label,
            "field": one.field,
            "outgoing": one.outgoing,
        }
        for one in found
    ]
    return Answer({"total": len(told), "related": told})


def _wholly_reached(call: Call, item_id: int | None) -> bool:
    """Whether every record of an item is within reach, so that its name and whom it names may be told."""
    if item_id is None:
        return False
    other = call.desk.item(item_id)
    return call.reaches(other) and call.seen_item(other) is other


LIMIT = Param("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": 50}, "how many")
CURSOR = Param("cursor", {"type": "string"}, "what the page before called next_cursor")
NEXT = MAYBE_TEXT
_PLACED = record(
    taken={"type": "array", "items": record(account=TEXT, fields={"type": "array", "items": TEXT})},
    here={"type": "array", "items": TEXT},
    refused={"type": "object", "additionalProperties": TEXT},
)
_CHANGE = record(
    id=TEXT, field=TEXT, old={}, new={}, origin=TEXT, key=MAYBE_TEXT, account=MAYBE_TEXT, run=MAYBE_TEXT, at=MAYBE_TEXT
)
_RELATED = record(id=MAYBE_TEXT, kind=TEXT, name=TEXT, field=TEXT, outgoing={"type": "boolean"})
_ACCOUNTS = {"type": "array", "items": TEXT, "description": "the accounts that it goes to; the key's unless told"}


def _of(kind: Kind) -> tuple[Route, ...]:
    base, one = f"/desk/v1/{kind.plural}", f"/desk/v1/{kind.plural}/{{id}}"
    reads, writes, whole_item = f"{kind.plural}:read", f"{kind.plural}:write", whole_schema(kind)
    query = (
        Param("q", {"type": "string"}, "what to look for, as in the window: words, company:amber, no:email, in:Dex"),
        Param("account", {"type": "string"}, "only those in this account"),
        Param("sort", {"type": "string"}, "a field, with - before it downwards; without it by id"),
        Param("trash", {"type": "boolean", "default": False}, "what is in the trash, instead of the list"),
        LIMIT,
        CURSOR,
    )
    submits = kind is Kind.CONTACT
    answers = {201: whole_item, 200: whole_item}
    if submits:
        accepted = record(accepted={"type": "boolean"})
        answers = {201: {"anyOf": [whole_item, accepted]}, 200: whole_item}
    return (
        Route("GET", base, listed, f"A page of {kind.plural}", OWN, reads, query=query, errors=(400, 404),
              answers={200: listing(kind.plural, listed_schema(kind), next_cursor=NEXT)}),
        Route("POST", base, made, f"A new {kind}", OWN, writes, submits=submits, answers=answers,
              request=asked_schema(kind, accounts=_ACCOUNTS), errors=(400, 404, 409, 422)),
        Route("GET", one, shown, f"One {kind}", OWN, reads, answers={200: whole_item, 304: None}, errors=(404,)),
        Route("PATCH", one, changed, f"Change a {kind} (RFC 7396)", OWN, writes, request=asked_schema(kind),
              answers={200: whole_schema(kind, placed=_PLACED)}, errors=(400, 404, 409, 412)),
        Route("DELETE", one, trashed, f"Put a {kind} into the trash", OWN, "delete", answers={204: None},
              errors=(404, 412)),
        Route("POST", f"{one}/restore", restored, f"Take a {kind} out of the trash", OWN, writes,
              answers={200: whole_item}, errors=(404, 409, 412, 422)),
        Route("GET", f"{one}/history", history, f"How a {kind} came to be as it is", OWN, reads, query=(LIMIT, CURSOR),
              answers={200: listing("history", _CHANGE, next_cursor=NEXT)}, errors=(400, 404)),
        Route("GET", f"{one}/related", related, f"What belongs to a {kind}", OWN, reads,
              answers={200: listing("related", _RELATED)}, errors=(404,)),
    )  # fmt: skip


ROUTES = tuple(route for kind in Kind for route in _of(kind))
