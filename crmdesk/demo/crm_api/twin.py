"""The demo CRM API: two generations of one server over one address book, told apart by the key that asks.

Source: the public server code of the CRM API, at its first version ("v1.0") and at its later one. A v1.0 server finds
no contact by its id (its router has the path literally), throws where an email is known, and makes a new event of each
registration without an event's id. The later one takes a known email for an update, in a registration too, makes no
event (the answer then names none), and keeps the companies that it is told of.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.crm_api.events import asked_of_first, asked_of_later, registered_for, season
from crmdesk.demo.crm_api.organisations import Organisations
from crmdesk.demo.crm_api.records import (
    STATUSES,
    checked,
    detail,
    epoch_ms,
    from_person,
    lacking,
    split_bag,
    thin,
    thrown,
    validated,
)
from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Handler, Refused, answer, there, whole_number
from crmdesk.demo.site.keys import bearer, made_key
from crmdesk.demo.site.site import DemoAccount, Population, Site, Start
from crmdesk.demo.site.state import Book, Ids, Record
from crmdesk.demo.weather.bad_answers import Listing

_ROOT = "/api/v1"
_MOST = 200
_EVERY_METHOD = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_OWNERS = {False: "org1first", True: "org2later"}
_CREATED, _UPDATED = "Contact created successfully", "Existing contact updated successfully"
_LINKED = {False: "Existing contact linked to event", True: "Existing contact updated and linked to event"}
_PATCHED = ("firstName", "lastName", "email", "phone", "company", "jobTitle", "subtype", "status", "tags", "notes")


Telling = Literal["details", "itself", "nothing"]
"""Where an answer of 500 has the words of what was thrown: in `details`, in `error`, or nowhere."""


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
        self.organisations = Organisations(_OWNERS[True], self.book)
        self._begin()

    def _begin(self) -> None:
        self.events, self.links = season(self.seed), set[tuple[str, str]]()
        self.organisations.reset()

    def reset(self) -> None:
        """The untouched book, season and sky, and no companies."""
        super().reset()
        self._begin()

    def written(self, whom: Person, id: str) -> Record:
        """A person in the server's names."""
        return from_person(whom, id, max(0, self.contacts - whom.number))

    def shapes(self) -> Mapping[str, Callable[[Record], object]]:
        """`default` is what lists show."""
        return {"default": thin, "detail": detail}

    def routes(self) -> list[Route]:
        """Everything under /api/v1; what v1.0 lacks is not found there, by the router and in plain text."""
        one, firm = "/crm/contacts/{id}", "/crm/organizations"
        companies = self.organisations
        table: list[tuple[str, str, Handler, bool, Telling]] = [
            ("/crm/contacts", "GET", self._list, False, "nothing"),
            ("/crm/contacts", "POST", self._create, False, "details"),
            ("/crm/contacts/from-event", "POST", self._from_event, False, "details"),
            (one, "GET", self._read, True, "nothing"),
            (one, "PATCH", self._update, True, "itself"),
            (one, "DELETE", self._delete, True, "itself"),
            (firm, "GET", companies.list, True, "nothing"),
            (firm, "POST", companies.create, True, "nothing"),
            (f"{firm}/{{id}}", "GET", companies.read, True, "nothing"),
            (f"{firm}/{{id}}", "PATCH", companies.update, True, "itself"),
            ("/events", "GET", self._events, False, "nothing"),
        ]
        known = [
            Route(_ROOT + path, self._guarded(run, later, telling), methods=[method])
            for path, method, run, later, telling in table
        ]
        return [*known, Route("/{rest:path}", _no_route, methods=_EVERY_METHOD)]

    def accounts(self) -> list[DemoAccount]:
        """Both generations; `auto` meets the later one."""
        keys = {"auto": self.later, "v1": self.v1, "later": self.later}
        return [DemoAccount(self.key, api, self.origin, key) for api, key in keys.items()]

    def _guarded(self, handler: Handler, later: bool, telling: Telling) -> Handler:
        async def run(request: Request) -> Response:
            try:
                self._check(request)
                if later and not self._is_later(request):
                    return await _no_route(request)
                done = await handler(request)
            except Refused as refused:
                return answer(_worded(refused, telling), refused.status)
            done.headers["X-Organization-Id"] = _OWNERS[self._is_later(request)]
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
        body, later = checked(await request.body()), self._is_later(request)
        if lacking(body, "firstName", "lastName", "email"):
            raise Refused(400, "Missing required fields: firstName, lastName, email")
        with self.book.lock:
            known = self._with_email(body["email"])
            if known is None:
                fields = {name: body.get(name) for name in ("firstName", "lastName", "email", "phone", "company")}
                fields |= {name: body.get(name) for name in ("jobTitle", "sourceRef", "notes")}
                fields |= {"subtype": body.get("subtype", "lead"), "source": body.get("source", "api")}
                fields |= {"status": "active", "tags": body.get("tags", ["api-created"])}
                made = self.book.add(split_bag(fields, body.get("customFields") or {}))
            elif not later:
                if self.options.promised:
                    raise Refused(409, "Contact with this email already exists")
                raise thrown("Contact with this email already exists")
            else:
                made = known["id"]
                self._upsert(known, body)
            reply = {"success": True, "contactId": made, "message": _CREATED if known is None else _UPDATED}
            if not later:
                return answer(reply)
            firm = self.organisations.employ(made, body.get("organizationInfo"), body.get("company"))
        return _of_a_firm(reply | {"isNewContact": known is None}, firm)

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
        body, later = checked(await request.body()), self._is_later(request)
        told = body.get("attendeeInfo")
        who = validated(told if isinstance(told, dict) else {})
        names = ("eventName", "firstName", "lastName", "email")[later:]
        if lacking({**who, "eventName": body.get("eventName")}, *names):
            raise Refused(400, f"Missing required fields: {', '.join(names)}")
        with self.book.lock:
            event = self._event_of(body, later)
            known = self._with_email(who["email"])
            if known is None:
                contact = self._made_for(who, event, later)
            else:
                contact = known["id"]
                # The later server lays what it is told over the contact; v1.0 notes the time alone.
                self.book.update(contact, _laid_over(known, who, event, self.book.stamp()) if later else {})
            if event is not None:
                self.links.add((contact, event))
            words = _CREATED if known is None else _LINKED[later]
            reply = {"success": True, "contactId": contact, "message": words}
            reply |= {"eventId": event} if event is not None else {}
            if not later:
                return answer(reply)
            firm = self.organisations.employ(contact, body.get("organizationInfo"), who.get("company"))
        return _of_a_firm(reply | {"organizationId": _OWNERS[True], "isNewContact": known is None}, firm)

    def _event_of(self, body: Record, later: bool) -> str | None:
        """The event that a registration is for: v1.0 makes one where none is named, the later one links to none."""
        event: str | None = body.get("eventId") or None
        if event is not None and not any(one["id"] == event for one in self.events):
            if not later:
                raise thrown("Event not found or access denied")
            return None
        if event is None and not later:
            starts = body.get("eventDate") or epoch_ms(self.book.stamp())
            self.events.append(registered_for(body["eventName"], starts, len(self.events)))
            return str(self.events[-1]["id"])
        return event

    def _made_for(self, who: Record, event: str | None, later: bool) -> str:
        tags = who.get("tags") or [] if later else ["event-attendee", "api-created"]
        fields = {name: who.get(name) for name in ("firstName", "lastName", "email", "phone", "company")}
        fields |= {"subtype": "lead", "status": "active", "source": "api", "sourceRef": event, "tags": tags}
        return self.book.add(fields | {"custom": {"createdFromEvent": event is not None}})

    async def _read(self, request: Request) -> Response:
        return answer(there(self.book.encoded("detail", request.path_params["id"]), "Contact not found"))

    async def _update(self, request: Request) -> Response:
        contact, body = request.path_params["id"], checked(await request.body())
        with self.book.lock:
            before = there(self.book.get(contact), "Contact not found")
            fields = {name: body[name] for name in _PATCHED if name in body}
            custom = (before["custom"] or {}) | (body.get("customFields") or {})
            custom |= {name: body[name] for name in ("address", "addresses") if name in body}
            self.book.update(contact, split_bag(fields, custom))
        return answer({"success": True})

    async def _delete(self, request: Request) -> Response:
        contact = request.path_params["id"]
        with self.book.lock:
            there(self.book.delete(contact), "Contact not found")
            self.links = {link for link in self.links if link[0] != contact}
            self.organisations.forget(contact)
        return answer({"success": True})

    async def _events(self, request: Request) -> Response:
        asked = request.query_params
        if not self._is_later(request):
            found = asked_of_first(self.events, asked)
            return answer({"events": found, "total": len(found)})
        limit, offset = whole_number(request, "limit", 50, 1, _MOST), whole_number(request, "offset", 0, 0, 1 << 40)
        found = asked_of_later(self.events, asked, _OWNERS[True])
        page = found[offset : offset + limit]
        return answer({"events": page, "total": len(found), "limit": limit, "offset": offset})


async def _no_route(request: Request) -> Response:
    return Response("No matching routes found", 404, media_type="text/plain")


def _worded(refused: Refused, telling: Telling) -> dict[str, Any]:
    thrown_words = refused.more.get("details")
    if thrown_words is None or telling == "details":
        return {"error": refused.message} | refused.more
    return {"error": thrown_words if telling == "itself" else refused.message}


def _laid_over(known: Record, who: Record, event: str | None, now: str) -> Record:
    """A known contact after a registration at the later server: names as told, the rest where something is told."""
    fields = {name: who[name] for name in ("firstName", "lastName", "phone", "company") if who.get(name)}
    fields["tags"] = list(dict.fromkeys([*known["tags"], *(who.get("tags") or ())]))
    marks = {"lastEventUpdate": epoch_ms(now)} | ({"lastEventSource": event} if event else {})
    return fields | {"custom": (known["custom"] or {}) | marks}


def _of_a_firm(reply: Record, firm: str | None) -> Response:
    done = answer(reply | ({"crmOrganizationId": firm} if firm else {}))
    done.headers["X-CRM-Organization-Id"] = firm or ""
    return done
