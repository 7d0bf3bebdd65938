"""The demo Dex's current API: /v1 and the list of /v2.

Sources: getdex.com/docs/api-reference/reference (paths, envelopes, field names); clients seen (cursor, by-emails, the
first page that returns for ever where limit, offset or page are sent); byndcloud/unofficial-dex-mcp (names in what is
sent, conditions of `where`, search, deletion by id, whose key it is). Unknown members are dropped silently, as Prisma
input classes behind a whitelist do; nobody has seen the real answer.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.dex.records import settled, tag_id, v1_changes
from crmdesk.demo.dex.site import DexSite
from crmdesk.demo.site.answers import Handler, Refused, answer, guarded, json_body, there, whole_number
from crmdesk.demo.site.keys import bearer, check
from crmdesk.demo.site.paging import Window, by_cursor
from crmdesk.demo.site.state import Record

_MOST, _BATCH, _EMAILS = 500, 100, 50


class V1Api:
    """The routes of v1 over the demo Dex's book."""

    def __init__(self, dex: DexSite) -> None:
        self._dex, self._book, self._options = dex, dex.book, dex.options

    def routes(self) -> list[Route]:
        """Every path with and without its closing slash, as clients use both."""
        table: list[tuple[str, str, Handler]] = [
            ("/v1/contacts", "GET", self._list),
            ("/v1/contacts", "POST", self._create),
            ("/v1/contacts", "PUT", self._update_many),
            ("/v1/contacts/count", "GET", self._count),
            ("/v1/search/contacts", "GET", self._search),
            ("/v1/contacts/merge", "POST", self._merge),
            ("/v1/contacts/{id}", "GET", self._read),
            ("/v1/contacts/{id}", "PUT", self._update),
            ("/v2/contacts", "GET", self._list_v2),
        ]
        if self._options.changes != "absent":
            table.append(("/v1/contacts/filter", "POST", self._filter))
        if self._options.by_emails:
            table.append(("/v1/contacts/by-emails", "POST", self._by_emails))
        if self._options.tags:
            table.append(("/v1/tags/contacts/{id}/create-assign", "POST", self._tag))
            table.append(("/v1/tags/contacts/remove", "POST", self._untag))
        if self._options.me:
            table.append(("/v1/users/me", "GET", self._me))
        if self._options.deletes != "many":
            table.append(("/v1/contacts/{id}", "DELETE", self._delete))
        if self._options.deletes != "id":
            table.append(("/v1/contacts", "DELETE", self._delete_many))
        table.sort(key=lambda row: "{id}" in row[0])
        return [
            Route(path + slash, self._guarded(handler), methods=[method])
            for path, method, handler in table
            for slash in ("", "/")
        ] + [Route("/v1/{rest:path}", self._guarded(self._nothing)), Route("/", self._guarded(self._nothing))]

    def _guarded(self, handler: Handler) -> Handler:
        return guarded(handler, self._check, self._dex.error_body)

    def _check(self, request: Request) -> None:
        keys = self._dex.keys
        known = {keys.expired: "API key expired", keys.revoked: "API key revoked"}
        check(bearer(request), keys.v1, known, "Invalid API key")

    # Lists

    def _page(self, request: Request) -> Window:
        # The order is steady here; Dex promises none.
        take = whole_number(request, "take", _MOST, 1, _MOST)
        skip = whole_number(request, "skip", 0, 0, 1 << 40)
        return by_cursor(self._book, "default", request.query_params.get("cursor"), take, skip)

    async def _list(self, request: Request) -> Response:
        page = self._page(request)
        count = len(page.items) if self._options.count == "page" else page.total
        tail = b'],"nextCursor":%s,"count":%d}}' % (page.cursor, count)
        return answer(b'{"error":false,"data":{"items":[' + page.joined + tail)

    async def _list_v2(self, request: Request) -> Response:
        page = self._page(request)
        tail = b'],"pagination":{"nextCursor":%s}}}' % page.cursor
        return answer(b'{"error":false,"data":{"contacts":[' + page.joined + tail)

    async def _count(self, request: Request) -> Response:
        return answer({"error": False, "data": {"count": self._book.count}})

    async def _me(self, request: Request) -> Response:
        profile = {"id": self._dex.user, "first_name": "Noa", "last_name": "Lind", "email": "noa@lind.example"}
        return answer({"error": False, "data": profile | {"time_zone": "Europe/Oslo", "plan": "professional"}})

    async def _search(self, request: Request) -> Response:
        wanted = (request.query_params.get("searchQuery") or "").casefold()
        most = whole_number(request, "take", 50, 1, 200)
        return self._found(lambda record: any(wanted in text for text in _searched(record)), most, 0)

    async def _filter(self, request: Request) -> Response:
        body = await json_body(request)
        body = body if isinstance(body, dict) else {}
        where = body.get("where") or {}
        if not isinstance(where, dict):
            raise Refused(400, "where must be an object")
        if self._options.changes == "refused" and set(where) - _CONDITIONS.keys() | {"has_updated_at"} & set(where):
            raise Refused(400, "unknown member in where")
        known = {name for name in where if name in _CONDITIONS}
        if self._options.changes == "ignored":
            known.discard("has_updated_at")
        take, cursor = body.get("take"), body.get("cursor")
        start = self._book.position_after(cursor) if isinstance(cursor, str) else 0
        if start is None:
            raise Refused(400, "cursor must be the id of a contact")
        most = min(take, _MOST) if isinstance(take, int) and take > 0 else _MOST
        return self._found(lambda record: all(_CONDITIONS[name](record, where[name]) for name in known), most, start)

    def _found(self, fits: Callable[[Record], bool], most: int, start: int) -> Response:
        hits = [record for record in list(self._book.snapshot().values())[start:] if fits(record)]
        items = [self._book.encoded("default", record["id"]) for record in hits[:most]]
        following = hits[most - 1]["id"] if len(hits) > most else None
        page = {"items": [msgspec.Raw(item) for item in items if item], "nextCursor": following, "count": len(items)}
        return answer({"error": False, "data": page})

    async def _by_emails(self, request: Request) -> Response:
        body = await json_body(request)
        addresses = body.get("emails") if isinstance(body, dict) else None
        if not isinstance(addresses, list) or not 1 <= len(addresses) <= _EMAILS:
            raise Refused(400, f"emails must be a list of 1 to {_EMAILS} addresses")
        hits = dict.fromkeys(found for address in addresses for found in self._book.find_email(str(address)))
        return answer({"error": False, "data": self._shown(list(hits))})

    # One contact and batches

    async def _read(self, request: Request) -> Response:
        item = there(self._book.encoded("default", request.path_params["id"]), "Contact not found")
        return answer(b'{"error":false,"data":' + item + b"}")

    async def _create(self, request: Request) -> Response:
        body = await json_body(request)
        wanted = body.get("contacts") if isinstance(body, dict) else None
        if not isinstance(wanted, list) or not 1 <= len(wanted) <= _BATCH:
            raise Refused(400, f"contacts must be a list of 1 to {_BATCH} contacts")
        fresh = [settled(self._changes(one), {}) for one in wanted]
        made = [self._book.add({"starred": False, "is_archived": False, **one}) for one in fresh]
        return self._written(made, 201, several=True)

    async def _update(self, request: Request) -> Response:
        changes = self._changes(await json_body(request))
        self._change(request.path_params["id"], changes)
        return self._written([request.path_params["id"]], 200, several=False)

    async def _update_many(self, request: Request) -> Response:
        body = await json_body(request)
        if not isinstance(body, list) or not all(isinstance(one, dict) and "contactId" in one for one in body):
            raise Refused(400, "the body must be a list of objects with contactId and data")
        wanted = [(str(one["contactId"]), self._changes(one.get("data"))) for one in body]
        if any(self._book.get(contact) is None for contact, _ in wanted):
            raise Refused(404, "Contact not found")
        for contact, changes in wanted:
            self._change(contact, changes)
        return self._written([contact for contact, _ in wanted], 200, several=True)

    async def _delete(self, request: Request) -> Response:
        there(self._book.delete(request.path_params["id"]), "Contact not found")
        return answer({"error": False, "data": {"id": request.path_params["id"]}})

    async def _delete_many(self, request: Request) -> Response:
        # The reference wants the ids in the query; clients send them in a body as well.
        wanted = [value for name, value in request.query_params.multi_items() if name in ("contactIds", "contactIds[]")]
        if not wanted and await request.body():
            body = await json_body(request)
            wanted = body if isinstance(body, list) else body.get("contactIds", []) if isinstance(body, dict) else []
        ids = [str(one) for text in wanted for one in str(text).split(",") if one]
        if not ids:
            raise Refused(400, "contactIds must hold at least one id")
        gone = [contact for contact in ids if self._book.delete(contact)]
        there(bool(gone), "Contact not found")
        return answer({"error": False, "data": {"count": len(gone), "contact_ids": gone}})

    async def _tag(self, request: Request) -> Response:
        body = await json_body(request)
        names = body.get("tagNames") if isinstance(body, dict) else None
        if not isinstance(names, list) or not names or not all(isinstance(name, str) and name for name in names):
            raise Refused(400, "tagNames must hold at least one name")
        self._retag(request.path_params["id"], lambda tags: [*tags, *(name for name in names if name not in tags)])
        return answer({"error": False, "data": {"count": len(names)}})

    async def _untag(self, request: Request) -> Response:
        body = await json_body(request)
        contacts, ids = (body.get(name) if isinstance(body, dict) else None for name in ("contactIds", "tagIds"))
        if not isinstance(contacts, list) or not isinstance(ids, list) or not contacts or not ids:
            raise Refused(400, "contactIds and tagIds must hold at least one id")
        for contact in contacts:
            self._retag(str(contact), lambda tags: [name for name in tags if tag_id(name) not in ids])
        return answer({"error": False, "data": {"count": len(contacts)}})

    def _retag(self, contact: str, change: Callable[[list[str]], list[str]]) -> None:
        with self._book.lock:
            before = there(self._book.get(contact), "Contact not found")
            self._book.update(contact, {"tags": change(before["tags"])})

    async def _merge(self, request: Request) -> Response:
        body = await json_body(request)
        groups = body.get("contactIds") if isinstance(body, dict) else None
        if not isinstance(groups, list) or not groups or any(not isinstance(g, list) or len(g) < 2 for g in groups):
            raise Refused(400, "contactIds must hold lists of at least two ids")
        for keep, *losers in groups:
            there(self._book.merge(keep, *losers), "Contact not found")
        return answer({"error": False, "data": {"mergedContactIds": [keep for keep, *_ in groups]}})

    async def _nothing(self, request: Request) -> Response:
        raise Refused(404, f"Cannot {request.method} {request.url.path}")

    def _changes(self, data: Any) -> Record:
        return v1_changes(data, self._options.lists, self._options.names)

    def _change(self, contact: str, changes: Record) -> None:
        with self._book.lock:
            before = there(self._book.get(contact), "Contact not found")
            self._book.update(contact, settled(changes, before))

    def _shown(self, ids: list[str]) -> list[msgspec.Raw]:
        return [msgspec.Raw(item) for item in (self._book.encoded("default", one) for one in ids) if item]

    def _written(self, ids: list[str], status: int, *, several: bool) -> Response:
        data: Any = {"count": len(ids)}
        if self._options.answers != "none":
            shown = self._shown(ids)
            data = shown if several else shown[0]
            if self._options.answers == "object":
                data = {"contacts" if several else "contact": data}
        return answer({"error": False, "data": data}, status)


def _searched(record: Record) -> list[str]:
    """What a search looks into: names, addresses, the company."""
    emails = [row["email"] for row in record["contact_emails"]]
    return [text.casefold() for text in (record["full_name"], record["company"], *emails) if text]


def _within(moment: str | None, wanted: Any) -> bool:
    """Whether a time lies in a range of ISO 8601 texts; raises Refused 400 for what is no range."""
    if not isinstance(wanted, dict) or set(wanted) - {"gte", "lte"}:
        raise Refused(400, "a range has gte and lte")
    try:
        bounds = {name: datetime.fromisoformat(text) for name, text in wanted.items()}
    except (TypeError, ValueError) as wrong:
        raise Refused(400, "gte and lte must be times in ISO 8601") from wrong
    at = datetime.fromisoformat(moment) if moment else None
    return at is not None and bounds.get("gte", at) <= at <= bounds.get("lte", at)


_CONDITIONS: dict[str, Callable[[Record, Any], bool]] = {
    "in": lambda record, wanted: record["id"] in wanted,
    "not_in": lambda record, wanted: record["id"] not in wanted,
    "is_starred": lambda record, wanted: record["starred"] is wanted,
    "is_archived": lambda record, wanted: record["is_archived"] is wanted,
    "has_name": lambda record, wanted: str(wanted).casefold() in (record["full_name"] or "").casefold(),
    "has_source": lambda record, wanted: record["source"] == wanted,
    "has_created_at": lambda record, wanted: _within(record["created_at"], wanted),
    "has_updated_at": lambda record, wanted: _within(record["updated_at"], wanted),
}
"""What `where` can ask, as far as this demo goes; anything else in it is dropped without a word."""
