"""The demo Follow Up Boss: keyset lists that hide trash and custom fields unless asked, and updates that replace lists.

Source: docs.followupboss.com (v1). `/identity`, a deal and a custom field show the members that are seen in use
(theperrygroup/follow-up-boss, benlaube/fub-mcp), addresses are taken as a public n8n node sends them.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.follow_up_boss.records import CUSTOM, IDENTITY, deal, from_person, taken, whole
from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Refused, answer, json_body, whole_number
from crmdesk.demo.site.keys import made_key
from crmdesk.demo.site.paging import Window, by_cursor, by_keyset, of_rows
from crmdesk.demo.site.record_calls import RecordCalls
from crmdesk.demo.site.site import DemoAccount, Population, Site, Start
from crmdesk.demo.site.state import Ids, Numbers, Record
from crmdesk.demo.weather.bad_answers import Listing


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
    root: ClassVar[str] = "/v1"
    error_member: ClassVar[str] = "errorMessage"
    challenge: ClassVar[str] = "Basic"
    ids: ClassVar[tuple[type[Ids], int]] = (Numbers, 2000)
    emails_at = ("emails", "value")
    population: ClassVar[Population] = Population(shared=3, place=1, apart=6000)
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

    def written(self, whom: Person, id: str) -> Record:
        """A person in the CRM's names."""
        return from_person(whom, id)

    def shapes(self) -> Mapping[str, Callable[[Record], object]]:
        """`default` has all fields, `brief` is what is shown unasked."""
        return {"default": self._whole, "brief": self._brief}

    def _whole(self, record: Record) -> Record:
        shown = whole(record)
        if self.options.tags == "objects":
            shown["tags"] = [{"id": n, "name": name} for n, name in enumerate(shown["tags"])]
        return shown

    def _brief(self, record: Record) -> Record:
        return {name: value for name, value in self._whole(record).items() if not name.startswith("custom")}

    def routes(self) -> list[Route]:
        """Everything under /v1."""
        one = RecordCalls(self.book, "Person not found", _shape, partial(taken, later=True))
        return self.guarded(
            [
                ("/identity", "GET", self._identity),
                ("/customFields", "GET", self._custom_fields),
                ("/people", "GET", self._list),
                ("/people", "POST", self._create),
                ("/people/{id}", "GET", one.read),
                ("/people/{id}", "PUT", one.update),
                ("/people/{id}", "DELETE", one.delete),
                ("/deals", "GET", self._deals),
                ("/deals/{id}", "GET", self._deal),
            ]
        )

    def accounts(self) -> list[DemoAccount]:
        """The owner's key."""
        return [DemoAccount(self.key, "", self.origin + self.root, self.api_key)]

    def check(self, request: Request) -> None:
        """The key is the user's name, and there is no password."""
        if request.headers.get("authorization") != "Basic " + b64encode(f"{self.api_key}:".encode()).decode():
            raise Refused(401, "Invalid API key")

    @property
    def deals(self) -> list[Record]:
        """A deal for every tenth person, one of them archived and one deleted."""
        numbers = [number for number in range(0, self.contacts, 10) if number < self.book.count]
        return [deal(number, self.book.get(self.book.id_at(number)) or {}) for number in numbers]

    async def _identity(self, request: Request) -> Response:
        return answer(IDENTITY)

    async def _custom_fields(self, request: Request) -> Response:
        return _page(request, "customfields", of_rows(CUSTOM, 0, len(CUSTOM)))

    async def _list(self, request: Request) -> Response:
        """By id, upwards with `sort=id`, else the newest first; `next` is the last id that was told."""
        asked, book, limit = request.query_params, self.book, _limit(request)
        if asked.get("offset", "0") != "0":
            raise Refused(400, "Deep pagination is not supported, use next")
        upwards, all_ = asked.get("sort") == "id", asked.get("includeTrash") == "true"
        with book.lock:
            if upwards and all_ and not asked.keys() & {"updatedAfter", "email"}:
                return _page(request, "people", by_cursor(book, _shape(request), asked.get("next"), limit))
            heads = [_HEAD.decode(one) for one in book.page("default", 0, book.count)]
            since = asked.get("updatedAfter", "")
            ids = [str(head.id) for head in heads if (all_ or head.stage != "Trash") and head.updated > since]
            if "email" in asked:
                ids = [one for one in ids if one in book.find_email(asked["email"])]
            window = by_keyset(book, _shape(request), ids, asked.get("next"), limit, newest_first=not upwards)
        return _page(request, "people", window)

    async def _create(self, request: Request) -> Response:
        fields = taken(await json_body(request), later=False)
        twins = [one for email in self.emails({"emails": [], **fields}) for one in self.book.find_email(email)]
        known = twins and request.query_params.get("deduplicate") == "true"
        id_ = twins[0] if known else self.book.add({"stage": "Lead", **fields})
        return answer(self.book.encoded("default", id_) or b"{}", 200 if known else 201)

    async def _deals(self, request: Request) -> Response:
        hidden = {status for status in ("Archived", "Deleted") if request.query_params.get(f"include{status}") is None}
        rows = [deal for deal in self.deals if deal["status"] not in hidden]
        return _page(request, "deals", of_rows(rows, whole_number(request, "next", 0, 0, 1 << 40), _limit(request)))

    async def _deal(self, request: Request) -> Response:
        for one in self.deals:
            if str(one["id"]) == request.path_params["id"]:
                return answer(one)
        raise Refused(404, "Deal not found")


def _shape(request: Request) -> str:
    return "default" if request.query_params.get("fields") == "allFields" else "brief"


def _limit(request: Request) -> int:
    return whole_number(request, "limit", 10, 1, 100)


def _page(request: Request, name: str, page: Window) -> Response:
    link = page.following and str(request.url.include_query_params(next=page.following))
    meta = {"collection": name, "offset": 0, "limit": _limit(request), "total": page.total}
    meta |= {"next": page.following, "nextLink": link}
    return answer(b'{"_metadata":%s,"%s":[%s]}' % (msgspec.json.encode(meta), name.encode(), page.joined))
