"""The demo CRM API: two generations of one server over one address book, told apart by the key that asks.

Source: the public server code of the CRM API, at its first version ("v1.0") and at its later one. A v1.0 server finds
no contact by its id (its router has the path literally), throws where an email is known, and makes a new event of each
registration without an event's id. The later one takes a known email for an update, in a registration too, and makes no
event: the answer then names none.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.crm_api.records import (
    STATUSES,
    checked,
    detail,
    epoch_ms,
    events,
    from_person,
    split_bag,
    thin,
    thrown,
)
from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Handler, Refused, answer, json_body, whole_number
from crmdesk.demo.site.keys import bearer, made_key
from crmdesk.demo.site.record_calls import RecordCalls
from crmdesk.demo.site.site import DemoAccount, Population, Site, Start
from crmdesk.demo.site.state import Book, Ids, Record
from crmdesk.demo.weather.bad_answers import Listing

_ROOT = "/api/v1"
_MOST = 200
_FIRST_WORDS = ("Contact created and linked to event", "Existing contact linked to event")
_LATER_WORDS = ("Contact created successfully", "Existing contact updated and linked to event")  # to none, too
_PATCHED = ("firstName", "lastName", "email", "phone", "company", "jobTitle", "subtype", "status", "tags", "notes")


@dataclass(frozen=True, slots=True)
class CrmApiOptions:
    """`promised`: a known email is answered 409, as the documentation of v1.0 promises and its code does not do."""

    promised: bool = False


class _ConvexIds(Ids):
    """Ids of 32 characters without a dash."""

    def of(self, number: int) -> str:
        return super().of(number).replace("-", "")


class _Head(msgspec.Struct):
    id: str
    status: str
    subtype: str
    source: str = ""


_HEADS = msgspec.json.Decoder(_Head)


class _CrmBook(Book):
    """A book whose lists show the newest first, and those of one status at a time."""

    _order: tuple[int, list[_Head]] = (-1, [])

    def newest_first(self) -> list[_Head]:
        """What lists are filtered by, put together again after each change."""
        with self.lock:
            if self._order[0] != self.revision:
                heads = [_HEADS.decode(item) for item in self.page("default", 0, self.count)]
                self._order = self.revision, heads[::-1]
            return self._order[1]

    def reset(self) -> None:
        """Back to the untouched book of the seed."""
        super().reset()
        self._order = (-1, [])

    def ids(self) -> list[str]:
        """All ids, status by status."""
        heads = self.newest_first()
        return [head.id for status in STATUSES for head in heads if head.status == status]


class CrmApi(Site):
    """The server on loopback: `later` and `v1` are its generations' keys, `links` holds (contact, event) pairs."""

    key: ClassVar[str] = "crm_api"
    place: ClassVar[int] = 5
    ids: ClassVar[tuple[type[Ids], int]] = (_ConvexIds, 90)
    emails_at = ("email", "")
    book_type: ClassVar[type[Book]] = _CrmBook
    population: ClassVar[Population] = Population(shared=2, apart=9000)
    book: _CrmBook
    notes: ClassVar[str] = "notes"
    listings = (
        Listing(re.compile(f"{_ROOT}/crm/contacts"), ("contacts",), None, ("total",), name="firstName", notes="company",
                updated="updatedAt"),
        Listing(re.compile(f"{_ROOT}/crm/contacts/[0-9a-f]{{32}}"), (), single=True, name="firstName",
                notes="notes", updated="updatedAt"),
        Listing(re.compile(f"{_ROOT}/events"), ("events",), None, ("total",), name="name", updated="updatedAt"),
    )  # fmt: skip

    def __init__(self, start: Start) -> None:
        self.options: CrmApiOptions = start.options or CrmApiOptions()
        mark = made_key("crm_api", start.seed)
        self.later, self.revoked = f"sk_live_{mark[:32]}", f"sk_live_{mark[8:40]}"
        self.v1 = f"org_kn{mark[:30]}_{mark[::-1][:32]}"
        super().__init__(start)
        self._begin()

    def _begin(self) -> None:
        self.events, self.links = events(self.seed), set[tuple[str, str]]()

    def reset(self) -> None:
        """The untouched book, season and sky."""
        super().reset()
        self._begin()

    def written(self, whom: Person, id: str) -> Record:
        """A person in the server's names."""
        return from_person(whom, id, max(0, self.contacts - whom.number))

    def shapes(self) -> Mapping[str, Callable[[Record], object]]:
        """`default` is what lists show."""
        return {"default": thin, "detail": detail}

    def routes(self) -> list[Route]:
        """Everything under /api/v1; what v1.0 lacks is not found there."""
        one = "/crm/contacts/{id}"
        calls = RecordCalls(self.book, "Contact not found", lambda request: "detail", checked)
        table: list[tuple[str, str, Handler, bool]] = [
            ("/crm/contacts", "GET", self._list, False),
            ("/crm/contacts", "POST", self._create, False),
            ("/crm/contacts/from-event", "POST", self._from_event, False),
            (one, "GET", calls.read, True),
            (one, "PATCH", self._update, True),
            (one, "DELETE", self._delete, True),
            ("/events", "GET", self._events, False),
        ]
        return [Route(_ROOT + path, self._guarded(run, later), methods=[method]) for path, method, run, later in table]

    def accounts(self) -> list[DemoAccount]:
        """Both generations; `auto` meets the later one."""
        keys = {"auto": self.later, "v1": self.v1, "later": self.later}
        return [DemoAccount(self.key, api, self.origin, key) for api, key in keys.items()]

    def _guarded(self, handler: Handler, later: bool) -> Handler:
        async def run(request: Request) -> Response:
            try:
                self._check(request)
                if later and not self._is_later(request):
                    return Response("No matching routes found", 404, media_type="text/plain")
                done = await handler(request)
            except Refused as refused:
                return answer({"error": refused.message} | refused.more, refused.status)
            done.headers["X-Organization-Id"] = "org2later" if self._is_later(request) else "org1first"
            return done

        return run

    def _check(self, request: Request) -> None:
        try:
            given = bearer(request)
        except Refused:
            raise Refused(401, "Missing or invalid Authorization header") from None
        if given not in (self.later, self.v1):
            raise Refused(401, "Invalid API key")

    def _is_later(self, request: Request) -> bool:
        return bearer(request) == self.later

    async def _list(self, request: Request) -> Response:
        limit, offset = whole_number(request, "limit", 50, 1, _MOST), whole_number(request, "offset", 0, 0, 1 << 40)
        asked = request.query_params
        wanted = {name: asked[name] for name in ("subtype", "source") if asked.get(name)}
        wanted["status"] = asked.get("status") or "active"
        with self.book.lock:
            hits = [
                head
                for head in self.book.newest_first()
                if all(getattr(head, name) == value for name, value in wanted.items())
            ]
            items = [self.book.encoded("default", head.id) or b"" for head in hits[offset : offset + limit]]
        tail = b'],"total":%d,"limit":%d,"offset":%d}' % (len(hits), limit, offset)
        return answer(b'{"contacts":[' + b",".join(items) + tail)

    async def _create(self, request: Request) -> Response:
        body = checked(await json_body(request), ("firstName", "lastName", "email"))
        with self.book.lock:
            known = self._with_email(body["email"])
            if known is None:
                fields = {name: body.get(name) for name in ("firstName", "lastName", "email", "phone", "company")}
                fields |= {name: body.get(name) for name in ("jobTitle", "sourceRef", "notes")}
                fields |= {"subtype": body.get("subtype", "lead"), "source": body.get("source", "api")}
                fields |= {"status": "active", "tags": body.get("tags", ["api-created"])}
                made = self.book.add(split_bag(fields, body.get("customFields") or {}))
            elif not self._is_later(request):
                if self.options.promised:
                    raise Refused(409, "Contact with this email already exists")
                raise thrown("Contact with this email already exists")
            else:
                made = known["id"]
                self._upsert(known, body)
        reply = {"success": True, "contactId": made, "message": "Contact created successfully"}
        return answer(reply | ({"isNewContact": known is None} if self._is_later(request) else {}))

    def _with_email(self, email: str) -> Record | None:
        """The contact with exactly that address, letter by letter."""
        found = (self.book.get(one) for one in self.book.find_email(email))
        return next((record for record in found if record is not None and record["email"] == email), None)

    def _upsert(self, known: Record, body: Record) -> None:
        names = ("firstName", "lastName", "phone", "company", "jobTitle", "notes")
        fields = {name: body.get(name) or known.get(name) for name in names}
        fields["tags"] = list(dict.fromkeys([*known["tags"], *body.get("tags", ())]))
        self.book.update(known["id"], split_bag(fields, (known["custom"] or {}) | (body.get("customFields") or {})))

    async def _from_event(self, request: Request) -> Response:
        body = checked(await json_body(request), ("eventName", "attendeeInfo"))
        who = checked(body["attendeeInfo"], ("firstName", "lastName", "email"))
        later, event = self._is_later(request), body.get("eventId")
        with self.book.lock:
            if event is not None and not any(one["id"] == event for one in self.events):
                if not later:
                    raise thrown("Event not found")
                event = None
            if event is None and not later:
                event, starts = f"made{len(self.events):028d}", body.get("eventDate") or epoch_ms(self.book.stamp())
                made = {"id": event, "name": body["eventName"], "subtype": "external", "status": "published"}
                self.events.append(made | {"startDate": starts, "customProperties": {}})
            known = self._with_email(who["email"])
            told = {name: who.get(name) for name in ("firstName", "lastName", "phone", "company")}
            if known is None:
                tags = [] if later else ["event-attendee", "api-created"]
                fields = {**told, "email": who["email"], "subtype": "lead", "status": "active", "source": "api"}
                fields |= {"sourceRef": event, "tags": tags, "custom": {"createdFromEvent": event is not None}}
                contact = self.book.add(fields)
            else:
                contact = known["id"]
                # The later server lays what it is told over the contact; v1.0 notes the time alone.
                self.book.update(contact, {name: value for name, value in told.items() if value} if later else {})
            if event is not None:
                self.links.add((contact, event))
        words = _LATER_WORDS if later else _FIRST_WORDS
        reply = {"success": True, "contactId": contact, "message": words[known is not None]}
        return answer(reply | ({"eventId": event} if event is not None else {}))

    async def _update(self, request: Request) -> Response:
        contact, body = request.path_params["id"], checked(await json_body(request))
        with self.book.lock:
            before = self.book.get(contact)
            if before is None:
                raise Refused(404, "Contact not found")
            if body.get("status", "active") not in STATUSES:
                raise thrown("ArgumentValidationError: Value does not match validator. Path: .status")
            fields = {name: body[name] for name in _PATCHED if name in body}
            custom = (before["custom"] or {}) | (body.get("customFields") or {})
            custom |= {name: body[name] for name in ("address", "addresses") if name in body}
            self.book.update(contact, split_bag(fields, custom))
        return answer({"success": True})

    async def _delete(self, request: Request) -> Response:
        contact = request.path_params["id"]
        with self.book.lock:
            if not self.book.delete(contact):
                raise Refused(404, "Contact not found")
            self.links = {link for link in self.links if link[0] != contact}
        return answer({"success": True})

    async def _events(self, request: Request) -> Response:
        if not self._is_later(request):
            return answer({"events": self.events, "total": len(self.events)})
        limit, offset = whole_number(request, "limit", 50, 1, _MOST), whole_number(request, "offset", 0, 0, 1 << 40)
        more = {"timezone": "Europe/Stockholm", "createdAt": 1_750_000_000_000, "updatedAt": 1_750_000_000_000}
        found = [one | {"slug": one["id"][-6:]} | more for one in sorted(self.events, key=lambda one: one["startDate"])]
        return answer({"events": found[offset : offset + limit], "total": len(found)})
