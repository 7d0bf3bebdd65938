"""The demo Dex's current API: /v1 and the list of /v2.

Sources: getdex.com/docs/api-reference/reference (paths, envelopes, field names); clients seen (cursor, by-emails, the
first page that returns for ever where limit, offset or page are sent). Unknown members are dropped silently, as Prisma
input classes behind a whitelist do; nobody has seen the real answer.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.answers import Refused, answer, json_body, whole_number
from crmdesk.demo.book import Record
from crmdesk.demo.dex_records import settled, v1_changes
from crmdesk.demo.paging import Window, by_cursor
from crmdesk.demo.signin import bearer, check

if TYPE_CHECKING:
    from crmdesk.demo.dex import Dex

Handler = Callable[[Request], Awaitable[Response]]
_MOST, _BATCH, _EMAILS = 500, 100, 50


class V1Api:
    """The routes of v1 over the demo Dex's book."""

    def __init__(self, dex: "Dex") -> None:
        self._dex, self._book, self._options = dex, dex.book, dex.options

    def routes(self) -> list[Route]:
        """Every path with and without its closing slash, as clients use both."""
        table: list[tuple[str, str, Handler]] = [
            ("/v1/contacts", "GET", self._list),
            ("/v1/contacts", "POST", self._create),
            ("/v1/contacts", "PUT", self._update_many),
            ("/v1/contacts", "DELETE", self._delete),
            ("/v1/contacts/count", "GET", self._count),
            ("/v1/contacts/search", "GET", self._search),
            ("/v1/contacts/filter", "POST", self._filter),
            ("/v1/contacts/by-emails", "POST", self._by_emails),
            ("/v1/contacts/merge", "POST", self._merge),
            ("/v1/contacts/{id}", "GET", self._read),
            ("/v1/contacts/{id}", "PUT", self._update),
            ("/v2/contacts", "GET", self._list_v2),
        ]
        return [
            Route(path + slash, self._guarded(handler), methods=[method])
            for path, method, handler in table
            for slash in ("", "/")
        ] + [Route("/v1/{rest:path}", self._guarded(self._nothing)), Route("/", self._guarded(self._nothing))]

    def _guarded(self, handler: Handler) -> Handler:
        async def run(request: Request) -> Response:
            try:
                keys = self._dex.keys
                known = {keys.expired: "API key expired", keys.revoked: "API key revoked"}
                check(bearer(request), keys.v1, known, "Invalid API key")
                return await handler(request)
            except Refused as refused:
                body = self._dex.error_body(request.url.path, refused.status, refused.message)
                return answer(body, refused.status)

        return run

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

    async def _search(self, request: Request) -> Response:
        wanted = (request.query_params.get("query") or "").casefold()
        most = whole_number(request, "take", 50, 1, 200)
        return self._found(lambda record: wanted in (record["full_name"] or "").casefold(), most)

    async def _filter(self, request: Request) -> Response:
        body = await json_body(request)
        where = body.get("where", {}) if isinstance(body, dict) else {}
        take = body.get("take") if isinstance(body, dict) else None
        most = take if isinstance(take, int) and take > 0 else whole_number(request, "take", 100, 1, _MOST)
        return self._found(lambda record: _meets(record, where), min(most, _MOST))

    def _found(self, fits: Callable[[Record], bool], most: int) -> Response:
        hits = [record for record in self._book.snapshot().values() if fits(record)]
        items = [self._book.encoded("default", record["id"]) for record in hits[:most]]
        page = {"items": [msgspec.Raw(item) for item in items if item], "nextCursor": None, "count": len(items)}
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
        item = self._book.encoded("default", request.path_params["id"])
        if item is None:
            raise Refused(404, "Contact not found")
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
        # The reference wants the ids in the query; clients send them in a body as well.
        wanted = [value for name, value in request.query_params.multi_items() if name in ("contactIds", "contactIds[]")]
        if not wanted and await request.body():
            body = await json_body(request)
            wanted = body if isinstance(body, list) else body.get("contactIds", []) if isinstance(body, dict) else []
        ids = [str(one) for text in wanted for one in str(text).split(",") if one]
        if not ids:
            raise Refused(400, "contactIds must hold at least one id")
        gone = [contact for contact in ids if self._book.delete(contact)]
        if not gone:
            raise Refused(404, "Contact not found")
        return answer({"error": False, "data": {"count": len(gone), "contact_ids": gone}})

    async def _merge(self, request: Request) -> Response:
        body = await json_body(request)
        groups = body.get("contactIds") if isinstance(body, dict) else None
        if not isinstance(groups, list) or not groups or any(not isinstance(g, list) or len(g) < 2 for g in groups):
            raise Refused(400, "contactIds must hold lists of at least two ids")
        for keep, *losers in groups:
            if not self._book.merge(keep, *losers):
                raise Refused(404, "Contact not found")
        return answer({"error": False, "data": {"mergedContactIds": [keep for keep, *_ in groups]}})

    async def _nothing(self, request: Request) -> Response:
        raise Refused(404, f"Cannot {request.method} {request.url.path}")

    def _changes(self, data: Any) -> Record:
        return v1_changes(data, self._options.lists, self._options.tags)

    def _change(self, contact: str, changes: Record) -> None:
        with self._book.lock:
            before = self._book.get(contact)
            if before is None:
                raise Refused(404, "Contact not found")
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


def _meets(record: Record, where: Any) -> bool:
    """Whether a record meets a flat Prisma-like condition; relations and AND/OR are beyond this demo."""
    tests: dict[str, Callable[[Any, Any], bool]] = {
        "equals": lambda value, wanted: value == wanted,
        "contains": lambda value, wanted: wanted in (value or ""),
        "in": lambda value, wanted: value in wanted,
        "gt": lambda value, wanted: value is not None and value > wanted,
        "gte": lambda value, wanted: value is not None and value >= wanted,
        "lt": lambda value, wanted: value is not None and value < wanted,
        "lte": lambda value, wanted: value is not None and value <= wanted,
    }
    if not isinstance(where, dict) or set(where) - set(record):
        raise Refused(400, "unknown member in where")
    for name, condition in where.items():
        conditions = condition if isinstance(condition, dict) else {"equals": condition}
        for test, wanted in conditions.items():
            if test not in tests:
                raise Refused(400, f"unknown condition {test}")
            if not tests[test](record[name], wanted):
                return False
    return True
