"""The demo Follow Up Boss: keyset lists that hide trash and custom fields unless asked, and updates that replace lists.

Source: docs.followupboss.com (v1). `/identity`, a deal and a custom field show the members that are seen in use
(theperrygroup/follow-up-boss, benlaube/fub-mcp), addresses are taken as a public n8n node sends them.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.people import Person, person
from crmdesk.demo.site.answers import Handler, Refused, answer, json_body, whole_number
from crmdesk.demo.site.keys import made_key
from crmdesk.demo.site.site import DemoAccount, Site, Start
from crmdesk.demo.site.state import Book, Numbers, Record
from crmdesk.demo.weather.bad_answers import Listing

STAGES = ("Lead", "Nurture", "Hot Prospect", "Closed")
CUSTOM = (
    ("customHobby", "What they like", "text", False),
    ("customBudget", "Budget", "number", False),
    ("customScore", "Score of the lead", "text", True),
)
_TEXTS = {"firstName", "lastName", "stage", "source", "sourceUrl", "background", "customHobby"}
_LISTS = {"emails", "phones", "tags", "addresses"}
_PARTS = ("type", "street", "city", "state", "code", "country")
_LATER = {"source", "sourceUrl"}  # taken with a new person, and never again
_MOST = 100


@dataclass(frozen=True, slots=True)
class FollowUpBossOptions:
    """What is told differently: tags as texts, as all live scripts show them, or as objects, as one note says."""

    tags: Literal["texts", "objects"] = "texts"


class _Head(msgspec.Struct):
    id: int
    updated: str
    stage: str | None


_HEAD = msgspec.json.Decoder(_Head)


class FollowUpBoss(Site):
    """An account on loopback. Its `book` holds people in the CRM's names, but `created_at` and `updated_at`."""

    key: ClassVar[str] = "follow_up_boss"
    place: ClassVar[int] = 6
    notes: ClassVar[str] = "background"
    listings = tuple(
        Listing(re.compile(path), items, cursor, total, items == (), name=name, notes=notes, updated="updated")
        for path, items, cursor, total, name, notes in (
            ("/v1/people", ("people",), ("_metadata", "next"), ("_metadata", "total"), "firstName", "background"),
            ("/v1/people/[0-9]+", (), None, None, "firstName", "background"),
            ("/v1/deals", ("deals",), ("_metadata", "next"), ("_metadata", "total"), "name", "description"),
        )
    )

    def __init__(self, start: Start) -> None:
        self.options: FollowUpBossOptions = start.options or FollowUpBossOptions()
        self.api_key = "fka_" + made_key("follow_up_boss", start.seed)
        super().__init__(start)

    def make_book(self) -> Book:
        """Every third contact is also in the demo Dex; shapes: `default` (all fields), `brief`."""
        ids = Numbers(2000)

        def make(number: int) -> Record:
            seed = self.seed if number % 3 == 1 else self.seed + 6000
            return from_person(person(seed, number), ids.of(number))

        return Book(self.contacts, make, ids, {"default": self._whole, "brief": self._brief}, _emails, self.now)

    def _whole(self, record: Record) -> Record:
        shown = whole(record)
        if self.options.tags == "objects":
            shown["tags"] = [{"id": n, "name": name} for n, name in enumerate(shown["tags"])]
        return shown

    def _brief(self, record: Record) -> Record:
        return {name: value for name, value in self._whole(record).items() if not name.startswith("custom")}

    def routes(self) -> list[Route]:
        """Everything under /v1."""
        table: list[tuple[str, str, Handler]] = [
            ("/identity", "GET", self._identity),
            ("/customFields", "GET", self._custom_fields),
            ("/people", "GET", self._list),
            ("/people", "POST", self._create),
            ("/people/{id}", "GET", self._read),
            ("/people/{id}", "PUT", self._update),
            ("/people/{id}", "DELETE", self._delete),
            ("/deals", "GET", self._deals),
            ("/deals/{id}", "GET", self._deal),
        ]
        return [Route(f"/v1{path}", self._guarded(handler), methods=[method]) for path, method, handler in table]

    def accounts(self) -> list[DemoAccount]:
        """The owner's key."""
        return [DemoAccount(self.key, "", f"{self.origin}/v1", self.api_key)]

    def error_body(self, path: str, status: int, message: str) -> bytes:
        """An object with one message."""
        return msgspec.json.encode({"errorMessage": message})

    def stranger(self, number: int) -> Record:
        """A person of another seed, without identity and times."""
        record = from_person(person(self.seed + 7777, 3_000_000 + number), "")
        return {name: value for name, value in record.items() if name not in ("id", "created_at", "updated_at")}

    @property
    def deals(self) -> list[Record]:
        """A deal for every tenth person, one of them archived and one deleted."""
        numbers = range(0, self.contacts, 10)
        buyers = [(number, self.book.id_at(number)) for number in numbers if number < self.book.count]
        return [
            {
                "id": 300 + number,
                "name": f"{number + 1} Harbour Road",
                "stageName": ("Offer", "Under contract")[number // 10 % 2],
                "people": [{"id": int(buyer), "name": whole(self.book.get(buyer) or {})["name"]}],
                "price": 400_000 + number * 1000,
                "projectedCloseDate": f"2026-11-{number % 28 + 1:02d}T00:00:00Z",
                "status": {10: "Archived", 20: "Deleted"}.get(number, "Active"),
            }
            for number, buyer in buyers
        ]

    def _guarded(self, handler: Handler) -> Handler:
        right = "Basic " + b64encode(f"{self.api_key}:".encode()).decode()

        async def run(request: Request) -> Response:
            if request.headers.get("authorization") != right:
                body = self.error_body("", 401, "Invalid API key")
                return Response(body, 401, {"WWW-Authenticate": "Basic"}, "application/json")
            try:
                return await handler(request)
            except Refused as refused:
                return answer(self.error_body("", refused.status, refused.message), refused.status)

        return run

    async def _identity(self, request: Request) -> Response:
        return answer(
            {
                "account": {"id": 77, "name": "Harbour Homes"},
                "user": {"id": 1, "name": "Noa Lind", "email": "noa@lind.example"},
            }
        )

    async def _custom_fields(self, request: Request) -> Response:
        more = {"isRecurring": False, "hideIfEmpty": False}
        rows = [
            {"id": number, "name": name, "label": label, "type": kind, "readOnly": fixed, **more}
            for number, (name, label, kind, fixed) in enumerate(CUSTOM)
        ]
        return _page(request, "customfields", [msgspec.json.encode(row) for row in rows], len(rows), None)

    async def _list(self, request: Request) -> Response:
        """By id, upwards with `sort=id`, else the newest first; `next` is the last id that was told."""
        asked, book = request.query_params, self.book
        if asked.get("offset", "0") != "0":
            raise Refused(400, "Deep pagination is not supported, use next")
        limit, shape = whole_number(request, "limit", 10, 1, _MOST), _shape(request)
        with book.lock:
            heads = [_HEAD.decode(one) for one in book.page("default", 0, book.count)] if _filters(request) else None
            if heads is None and asked.get("sort") == "id":
                start = book.position_after(asked["next"]) if asked.get("next") else 0
                if start is None:
                    raise Refused(400, "Invalid next")
                shown, total = book.page(shape, start, limit), book.count
                following = book.id_at(start + limit - 1) if start + limit < total else None
                return _page(request, "people", shown, total, following)
            ids = book.ids() if heads is None else [str(head.id) for head in heads if _fits(request, head)]
            if "email" in asked:
                having = set(book.find_email(asked["email"]))
                ids = [one for one in ids if one in having]
            total = len(ids)
            if asked.get("sort") != "id":
                ids.reverse()
            if after := asked.get("next"):
                ids = [one for one in ids if (int(one) > int(after)) is (asked.get("sort") == "id") and one != after]
            shown = [item for one in ids[:limit] if (item := book.encoded(shape, one))]
        return _page(request, "people", shown, total, ids[limit - 1] if len(ids) > limit else None)

    async def _read(self, request: Request) -> Response:
        item = self.book.encoded(_shape(request), request.path_params["id"])
        if item is None:
            raise Refused(404, "Person not found")
        return answer(item)

    async def _create(self, request: Request) -> Response:
        fields = taken(await json_body(request), later=False)
        twins = [one for email in _emails({"emails": [], **fields}) for one in self.book.find_email(email)]
        if twins and request.query_params.get("deduplicate") == "true":
            return answer(self.book.encoded("default", twins[0]) or b"{}")
        made = self.book.add({"stage": "Lead", **fields})
        return answer(self.book.encoded("default", made) or b"{}", 201)

    async def _update(self, request: Request) -> Response:
        """Only what is sent changes; lists are replaced whole. The answer lacks custom fields."""
        fields = taken(await json_body(request), later=True)
        if not self.book.update(request.path_params["id"], fields):
            raise Refused(404, "Person not found")
        return await self._read(request)

    async def _delete(self, request: Request) -> Response:
        if not self.book.delete(request.path_params["id"]):
            raise Refused(404, "Person not found")
        return Response(status_code=204)

    async def _deals(self, request: Request) -> Response:
        hidden = {status for status in ("Archived", "Deleted") if request.query_params.get(f"include{status}") is None}
        rows = [msgspec.json.encode(deal) for deal in self.deals if deal["status"] not in hidden]
        start, limit = whole_number(request, "next", 0, 0, 1 << 40), whole_number(request, "limit", 10, 1, _MOST)
        more = str(start + limit) if start + limit < len(rows) else None
        return _page(request, "deals", rows[start : start + limit], len(rows), more)

    async def _deal(self, request: Request) -> Response:
        for deal in self.deals:
            if str(deal["id"]) == request.path_params["id"]:
                return answer(deal)
        raise Refused(404, "Deal not found")


def from_person(person: Person, id: str) -> Record:
    """A person in the CRM's names."""
    number = person.number
    return {
        "id": id,
        "created_at": person.created_at,
        "updated_at": person.updated_at,
        "lastActivity": person.last_seen_at,
        "firstName": person.first_name,
        "lastName": person.last_name,
        "stage": "Trash" if number % 23 == 22 else STAGES[number % len(STAGES)],
        "source": "Open house" if number % 2 else "Website",
        "sourceUrl": person.website,
        "emails": _listed(person.emails),
        "phones": _listed(person.phones),
        "addresses": [
            {
                "type": "home",
                "street": f"{number + 1} Mill Lane",
                "city": person.city,
                "state": None,
                "code": None,
                "country": person.country,
            }
        ],
        "tags": list(person.tags),
        "background": person.description,
        "customHobby": ("Sailing", None, "Chess")[number % 3],
        "type": ("Buyer", "Seller")[number % 2],
        "price": 300_000 + number * 1000,
        "assignedTo": "Noa Lind",
        "assignedUserId": 1,
        "picture": None,
        "timeframe": None,
        "customScore": f"{number % 10}/10",
        "customBudget": 250_000 + number * 500 if number % 4 == 0 else None,
    }


def _listed(entries: Iterable[tuple[str, str]]) -> list[Record]:
    return [{"value": text, "type": label.lower(), "isPrimary": n == 0} for n, (text, label) in enumerate(entries)]


def whole(record: Record) -> Record:
    """A person with `fields=allFields`."""
    shown = {name: value for name, value in record.items() if name not in ("created_at", "updated_at")}
    name = " ".join(filter(None, (record["firstName"], record["lastName"])))
    times = {"created": record["created_at"], "updated": record["updated_at"]}
    return shown | times | {"id": int(record["id"]), "name": name}


def taken(body: Any, *, later: bool) -> Record:
    """What the API takes of a body. Raises Refused 400."""
    if not isinstance(body, dict) or not body:
        raise Refused(400, "The request body is empty")
    fields: Record = {}
    for name, value in body.items():
        if name not in _TEXTS | _LISTS or (later and name in _LATER):
            raise Refused(400, f"Invalid fields in the request body: {name}")
        if not isinstance(value, list if name in _LISTS else str | None):
            raise Refused(400, f"{name} has the wrong type")
        fields[name] = value
    for name in fields.keys() & {"emails", "phones"}:
        fields[name] = _entries(name, fields[name])
    if not all(isinstance(tag, str) for tag in fields.get("tags", ())):
        raise Refused(400, "tags must be texts")
    for row in fields.get("addresses", ()):
        if not isinstance(row, dict) or set(row) - set(_PARTS):
            raise Refused(400, "addresses: unknown member")
    if "addresses" in fields:
        fields["addresses"] = [{name: row.get(name) for name in _PARTS} for row in fields["addresses"]]
    return fields


def _entries(name: str, entries: list[Any]) -> list[Record]:
    """The entries of a list with one that is primary: the first, where none is marked. Raises Refused 400."""
    if not all(isinstance(entry, dict) and isinstance(entry.get("value"), str) for entry in entries):
        raise Refused(400, f"{name}: value is required")
    first = next((place for place, entry in enumerate(entries) if entry.get("isPrimary")), 0)
    return [
        {"value": entry["value"], "type": entry.get("type"), "isPrimary": place == first}
        for place, entry in enumerate(entries)
    ]


def _emails(record: Record) -> Iterable[str]:
    return (entry["value"] for entry in record["emails"])


def _shape(request: Request) -> str:
    return "default" if request.query_params.get("fields") == "allFields" else "brief"


def _filters(request: Request) -> bool:
    asked = request.query_params
    return asked.get("includeTrash") != "true" or "updatedAfter" in asked or "email" in asked


def _fits(request: Request, head: _Head) -> bool:
    asked = request.query_params
    if head.stage == "Trash" and asked.get("includeTrash") != "true":
        return False
    return head.updated > asked.get("updatedAfter", "")


def _page(request: Request, name: str, items: list[bytes], total: int, following: str | None) -> Response:
    limit = whole_number(request, "limit", 10, 1, _MOST)
    link = following and str(request.url.include_query_params(next=following))
    meta = {"collection": name, "offset": 0, "limit": limit, "total": total, "next": following, "nextLink": link}
    return answer(b'{"_metadata":%s,"%s":[%s]}' % (msgspec.json.encode(meta), name.encode(), b",".join(items)))
