"""The demo Flex Rental: thin lists, details by id, soft deletes, and an API that describes itself.

Described by the vendor (API Getting Started Guide): base, header, limits. Seen live by others: paths, envelopes, names
of members, pages from one, PUT with its id in the body and `updateBaseContactOnly`, addresses and their calls.
Inferred: what such a PUT does with lists (see `FlexOptions`), deleting; what is there shows in `api-docs`, as in a real
tenant.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.flex.addresses import DESCRIBED, FlexAddresses, numbered_rows
from crmdesk.demo.flex.records import DERIVED, KINDS, NESTED, detail, empty, found, from_person, named, taken, thin
from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Handler, Refused, answer, json_body, there, whole_number
from crmdesk.demo.site.keys import check, made_key
from crmdesk.demo.site.record_calls import RecordCalls
from crmdesk.demo.site.site import DemoAccount, Population, Site, Start
from crmdesk.demo.site.state import Ids, Record
from crmdesk.demo.weather.bad_answers import Listing

_ROOT = "/f5/api"
_MOST = 500


@dataclass(frozen=True, slots=True)
class FlexOptions:
    """How the demo Flex settles what nobody outside knows of a real tenant.

    `writes`: which writes the tenant has and describes (`undescribed`: its api-docs are missing, though it has them;
    `overdescribed`: the other way round); `base_only`: whether a PUT knows the switch for the contact without its
    lists, and then leaves emails and phones that it holds alone or takes them (`absent`: it knows none, and what a PUT
    leaves out is emptied); `doubles`: whether addresses in a PUT are added once more, as has been met, or known by id;
    `answers`: where the answer to a create has the new id; `deleted`: whether deleted contacts stay in lists;
    `resource_types`: which of the two look-ups works with this key; `numbering`: whether 0 and 1 are both the first
    page, as live tenants have shown, or 0 alone, as Spring counts by itself (`mixed`: now so, now so, as none should;
    `no zero`: from 1, and 0 is refused);
    `tells`: where an answer says which page it is, always counted from 0; `sorts`: whether the list comes in the order
    of `lastEditDate` where that is asked for (`says so`: it claims to, and does not).
    """

    writes: Literal["all", "create", "undescribed", "overdescribed"] = "all"
    base_only: Literal["leaves", "takes", "absent"] = "leaves"
    doubles: bool = True
    answers: Literal["id", "content", "reference"] = "id"
    deleted: Literal["listed", "gone"] = "listed"
    resource_types: Literal["list", "nodes"] = "nodes"
    numbering: Literal["one", "zero", "mixed", "no zero"] = "one"
    tells: Literal["number", "pageable", "nowhere"] = "number"
    sorts: Literal["yes", "no", "says so"] = "yes"


class Flex(Site):
    """A Flex tenant on loopback. Its `book` holds details in Flex's names, but `created_at` and `updated_at`."""

    key: ClassVar[str] = "flex"
    place: ClassVar[int] = 2
    notes: ClassVar[str] = "jobTitle"
    archive: ClassVar[str | None] = "deleted"
    root: ClassVar[str] = _ROOT
    ids: ClassVar[tuple[type[Ids], int]] = (Ids, 40)
    emails_at = ("internetAddresses", "url")
    population: ClassVar[Population] = Population(shared=3, apart=4000)
    listings = (
        Listing(
            re.compile(f"{_ROOT}/contact"),
            ("content",),
            None,
            ("totalElements",),
            name="name",
            notes="name",
            updated="lastEditDate",
            summary_hides=("shortName",),
        ),
        Listing(
            re.compile(f"{_ROOT}/contact/[0-9a-fA-F-]{{36}}"),
            (),
            single=True,
            name="firstName",
            notes="company",
            updated="lastEditDate",
        ),
    )

    def __init__(self, start: Start) -> None:
        self.options: FlexOptions = start.options or FlexOptions()
        self.api_key = made_key("flex", start.seed)
        self.revoked = made_key("flex revoked", start.seed)
        super().__init__(start)
        self.one = RecordCalls(self.book, "Contact not found", lambda request: "detail", taken)

    def written(self, whom: Person, id: str) -> Record:
        """A person in Flex's names."""
        return from_person(whom, id)

    def shapes(self) -> Mapping[str, Callable[[Record], object]]:
        """`default` is what lists show."""
        return {"default": thin, "detail": detail, "search": found, "moment": lambda record: record["updated_at"]}

    def routes(self) -> list[Route]:
        """Everything under /f5/api."""
        table: list[tuple[str, str, Handler]] = [
            ("/contact", "GET", self._list),
            ("/contact", "POST", self._create),
            ("/contact/search", "GET", self._search),
            ("/contact/{id}", "GET", self.one.read),
            ("/resource-type", "GET", self._resource_types),
            ("/resource-type/nodes", "GET", self._resource_type_nodes),
            ("/api-docs", "GET", self._described),
        ]
        if self.options.writes not in ("create", "overdescribed"):
            table += [("/contact/{id}", "PUT", self._update), ("/contact/{id}", "DELETE", self._delete)]
            table += FlexAddresses(self.book).table()
        return [*self.guarded(table), *self.nothing_else()]

    def accounts(self) -> list[DemoAccount]:
        """One tenant; its plan lets the demo's first pull through in one go."""
        return [DemoAccount("flex", "", self.origin + _ROOT, self.api_key, {"plan": "upgrade"})]

    def error_body(self, path: str, status: int, message: str) -> bytes:
        """An object with a message."""
        return msgspec.json.encode({"status": status, "message": message})

    def check(self, request: Request) -> None:
        """Raises Refused 401 for any key but the right one."""
        given = request.headers.get("x-auth-token")
        check(given, self.api_key, {self.revoked: "API key has been revoked"}, "Invalid API key")

    def _window(self, request: Request) -> tuple[int, int]:
        """Which page is meant, counted from 0, and its size."""
        number, size = whole_number(request, "page", 0, 0, 1 << 40), whole_number(request, "size", 20, 1, _MOST)
        if self.options.numbering == "no zero" and number == 0:
            raise Refused(400, "Page index must not be less than one")
        from_one = self.options.numbering in ("one", "no zero") or (self.options.numbering == "mixed" and number > 2)
        return max(0, number - from_one), size

    async def _list(self, request: Request) -> Response:
        number, size = self._window(request)
        asked = request.query_params.get("sort") or ""
        if asked and not re.fullmatch(r"(lastEditDate|name)(,(asc|desc))?", asked):
            raise Refused(400, f"No property {asked.partition(',')[0]} found for type Contact")
        in_order = asked == "lastEditDate,desc" and self.options.sorts != "no"
        with self.book.lock:
            total = self.book.count
            if in_order and self.options.sorts == "yes":
                moments = self.book.page("moment", 0, total)
                order = sorted(range(total), key=lambda place: moments[place], reverse=True)[number * size :][:size]
                items = [self.book.page("default", place, 1)[0] for place in order]
            else:
                items = self.book.page("default", number * size, size)
        return self._page(items, number, size, total, in_order=in_order)

    async def _search(self, request: Request) -> Response:
        number, size = self._window(request)
        wanted = (request.query_params.get("searchText") or "").casefold()
        firms = request.query_params.get("onlyOrganizations") == "true"
        hits = [
            record["id"]
            for record in self.book.snapshot().values()
            if not record["deleted"]
            and (record["organization"] or not firms)
            and any(wanted in (text or "").casefold() for text in (record["name"], *self.emails(record)))
        ]
        shown = [item for one in hits[number * size :][:size] if (item := self.book.encoded("search", one))]
        return self._page(shown, number, size, len(hits))

    async def _create(self, request: Request) -> Response:
        fields = taken(await json_body(request))
        firm = fields.get("organization") and fields.get("name")
        if not firm and not any(fields.get(name) for name in ("firstName", "lastName", "company")):
            raise Refused(400, "A contact needs a name")
        with self.book.lock:
            fields["addresses"] = numbered_rows(self.book, fields.get("addresses") or [], [])
            made = self.book.add(named(empty() | fields))
        body: Any = {"id": made}
        if self.options.answers == "content":
            body = {"content": body}
        elif self.options.answers == "reference":
            body = {"referenceData": body}
        return answer(body, 201)

    async def _update(self, request: Request) -> Response:
        """A contact takes the place of the old one: what the body leaves out is emptied, but lists by the switch."""
        contact, body = request.path_params["id"], await json_body(request)
        fields = taken(body)
        if str(body.get("id") or "") != contact:
            raise Refused(400, "FLEX_5001: the id of the contact is missing in the body")
        switch = request.query_params.get("updateBaseContactOnly")
        base_only = switch == "true" and self.options.base_only != "absent"
        with self.book.lock:
            before = there(self.book.get(contact), "Contact not found")
            kept = {name: before[name] for name in (*DERIVED, "addresses") if name in before}
            if base_only:
                taken_too = ("internetAddresses", "phoneNumbers") if self.options.base_only == "takes" else ()
                fields = {name: value for name, value in fields.items() if name not in NESTED or name in taken_too}
                kept |= {name: before[name] for name in NESTED}
            elif "addresses" in fields:
                known = before["addresses"] if self.options.doubles else []
                sent = fields["addresses"]
                same = [row for row in sent if row.get("id") in {one["id"] for one in before["addresses"]}]
                fresh = sent if self.options.doubles else [row for row in sent if row not in same]
                fields["addresses"] = [*(known or same), *numbered_rows(self.book, fresh, known or same)]
            self.book.update(contact, named(empty() | kept | fields))
        return await self.one.read(request)

    async def _delete(self, request: Request) -> Response:
        contact = request.path_params["id"]
        if self.options.deleted == "gone":
            done = self.book.delete(contact)
        else:
            done = self.book.update(contact, {"deleted": True, "deletedByDate": self.book.stamp()[:19]})
        there(done, "Contact not found")
        return Response(status_code=204)

    async def _resource_types(self, request: Request) -> Response:
        if self.options.resource_types != "list":
            raise Refused(404, "Not found")
        return answer([{"id": uuid, "name": name} for name, uuid in KINDS.items()])

    async def _resource_type_nodes(self, request: Request) -> Response:
        if request.query_params.get("classname") != "resource-type" or not request.query_params.get("nodeId"):
            raise Refused(400, "classname and nodeId are required")
        return answer([{"id": uuid, "name": name, "leaf": True} for name, uuid in KINDS.items()])

    async def _described(self, request: Request) -> Response:
        if self.options.writes == "undescribed":
            raise Refused(404, "Not found")
        one: dict[str, Any] = {"get": {"operationId": "getContact"}}
        paths: dict[str, Any] = {"/contact": {"get": {}, "post": {}}, "/contact/search": {"get": {}}}
        paths["/contact/{contactId}"] = one
        if self.options.writes != "create":
            switch = [] if self.options.base_only == "absent" else [{"name": "updateBaseContactOnly", "in": "query"}]
            put = {"operationId": "updateContact", "parameters": [{"name": "contactId", "in": "path"}, *switch]}
            one |= {"put": put, "delete": {"operationId": "deleteContact"}}
            paths |= DESCRIBED
        return answer({"swagger": "2.0", "info": {"title": "Flex5", "version": "beta"}, "paths": paths})

    def _page(self, items: list[bytes], number: int, size: int, total: int, *, in_order: bool = False) -> Response:
        """A page as Spring writes it."""
        pages = -(-total // size)
        order = {"sorted": in_order, "unsorted": not in_order, "empty": not in_order}
        tail: Record = {
            "totalElements": total,
            "totalPages": pages,
            "size": size,
            "numberOfElements": len(items),
            "first": number == 0,
            "last": number + 1 >= pages,
            "empty": not items,
            "sort": order,
        }
        if self.options.tells != "nowhere":
            tail["pageable"] = {"pageNumber": number, "pageSize": size, "offset": number * size, "sort": order}
        if self.options.tells == "number":
            tail["number"] = number
        return answer(b'{"content":[' + b",".join(items) + b"]," + msgspec.json.encode(tail)[1:])
