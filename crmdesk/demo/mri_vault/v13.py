"""The demo MRI Vault's real API, v1.3: two credentials, numbered pages, updates that drop what is left out.

Source: the vendor's own description of API v1.3. What it leaves open is settled the harder way: an omitted member is
emptied, an event stream that names the losers of a merge as deleted too, times in whole seconds.
"""

from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.mri_vault.deals import DealRoutes
from crmdesk.demo.mri_vault.pages import CONTACT_SORTS, cut, page_of, time_of
from crmdesk.demo.mri_vault.properties import HomeRoutes
from crmdesk.demo.mri_vault.records import (
    ADD_CONTACT,
    CATEGORIES,
    ENTITY_TYPES,
    SUBURBS,
    UPDATE_CONTACT,
    brief_contact,
    contact_changes,
    moment,
    named,
    suburb,
)
from crmdesk.demo.mri_vault.site import ROOT, VaultSite
from crmdesk.demo.site.answers import Handler, Refused, answer, guarded, json_body, there
from crmdesk.demo.site.keys import bearer
from crmdesk.demo.site.state import Record

_EVENT = {"recurring", "allDay", "start", "end", "summary", "description", "reminderMinutes", "contacts", "user"}


class V13Api:
    """The routes of v1.3."""

    def __init__(self, site: VaultSite) -> None:
        self._site, self._book = site, site.book
        self._homes, self._deals = HomeRoutes(site), DealRoutes(site)

    def routes(self) -> list[Route]:
        """Everything under /api/v1.3."""
        table: list[tuple[str, str, Handler]] = [
            ("/account", "GET", self._account),
            ("/scopes", "GET", self._scopes),
            ("/contacts", "GET", self._list),
            ("/contacts", "POST", self._create),
            ("/contacts/{id:int}", "GET", self._read),
            ("/contacts/{id:int}", "PUT", self._update),
            ("/contacts/{id:int}", "DELETE", self._delete),
            ("/contacts/{id:int}/merged", "GET", self._merged),
            ("/contacts/{id:int}/categories", "GET", self._categories),
            ("/contacts/{id:int}/categories", "POST", self._categorise),
            ("/search/contacts/email", "GET", self._by_email),
            ("/types/entityTypes", "GET", self._entity_types),
            ("/categories/contact", "GET", self._all_categories),
            ("/suggest/suburb", "GET", self._suburbs),
            ("/eventStream", "GET", self._events),
            ("/calendar/events", "GET", self._calendar),
            ("/calendar/events", "POST", self._add_event),
            ("/calendar/events/{id:int}", "GET", self._event),
            ("/calendar/events/{id:int}", "PUT", self._change_event),
            ("/calendar/events/{id:int}", "DELETE", self._drop_event),
            *self._deals.table(),
            *self._homes.table(),
        ]
        routes = [Route(ROOT + path, self._guarded(run), methods=[method]) for path, method, run in table]
        every = ["GET", "POST", "PUT", "DELETE"]
        return [*routes, Route(f"{ROOT}/{{rest:path}}", self._guarded(self._nothing), methods=every)]

    def _guarded(self, handler: Handler) -> Handler:
        return guarded(handler, self._check, self._site.error_body)

    def _check(self, request: Request) -> None:
        if request.headers.get("x-api-key") != self._site.api_key:
            raise Refused(403, "Forbidden")
        if bearer(request) not in self._site.agencies:
            raise Refused(401, "Invalid access token")

    async def _nothing(self, request: Request) -> Response:
        raise Refused(404, "Not found")

    async def _account(self, request: Request) -> Response:
        number, name = self._site.agencies[bearer(request)]
        zone = "Europe/London" if self._site.options.uk else "Australia/Melbourne"
        return answer({"id": number, "name": name, "businessName": f"{name} Pty Ltd", "timezone": zone})

    async def _scopes(self, request: Request) -> Response:
        return answer(["contacts_read", "contacts_write", "properties_read", "properties_write"])

    # Contacts

    async def _list(self, request: Request) -> Response:
        return answer(page_of(request, self._book, "default", sorts=CONTACT_SORTS))

    async def _read(self, request: Request) -> Response:
        return answer(self._full(str(request.path_params["id"])))

    async def _create(self, request: Request) -> Response:
        data = await json_body(request)
        changes = contact_changes(data, ADD_CONTACT, {})
        made = self._book.add({"notes": None, "categories": [], **changes})
        return answer(self._full(made), 201)

    async def _update(self, request: Request) -> Response:
        id_ = str(request.path_params["id"])
        with self._book.lock:
            before = there(self._book.get(id_), "Contact not found")
            self._book.update(id_, contact_changes(await json_body(request), UPDATE_CONTACT, before))
        return answer(self._full(id_))

    async def _delete(self, request: Request) -> Response:
        there(self._book.delete(str(request.path_params["id"])), "Contact not found")
        return Response(status_code=204)

    async def _merged(self, request: Request) -> Response:
        keep = str(request.path_params["id"])
        there(self._book.get(keep), "Contact not found")
        losers = [{"id": int(loser)} for loser, kept in self._book.merged.items() if kept == keep]
        return answer(cut(request, losers))

    async def _by_email(self, request: Request) -> Response:
        found = [self._book.get(one) or {} for one in self._book.find_email(request.query_params.get("term", ""))]
        return answer(cut(request, [brief_contact(one) for one in found]))

    async def _categories(self, request: Request) -> Response:
        record = self._book.get(str(request.path_params["id"])) or {"categories": []}
        return answer(cut(request, [{"id": one, "name": CATEGORIES[one]} for one in record["categories"]], "name"))

    async def _categorise(self, request: Request) -> Response:
        id_, data = str(request.path_params["id"]), await json_body(request)
        record = self._book.get(id_)
        wanted = [one.get("id") for one in data.get("items", [])]
        if record is None or not set(wanted) <= set(CATEGORIES):
            raise Refused(400, "Invalid category")
        self._book.update(id_, {"categories": sorted({*record["categories"], *wanted})})
        return answer({"success": True, "msg": "", "code": ""})

    # Types and look-ups

    async def _entity_types(self, request: Request) -> Response:
        return answer(cut(request, [{"id": id_, "name": name} for id_, name in ENTITY_TYPES.items()], "name"))

    async def _all_categories(self, request: Request) -> Response:
        return answer(cut(request, [{"id": id_, "name": name} for id_, name in CATEGORIES.items()], "name"))

    async def _suburbs(self, request: Request) -> Response:
        term = request.query_params.get("term", "").casefold()
        found = [suburb(id_) for id_, (name, *_) in SUBURBS.items() if term in name.casefold()]
        return answer(cut(request, found, "name"))

    async def _events(self, request: Request) -> Response:
        asked = request.query_params
        start = int(asked["cursor"]) if asked.get("cursor") else 0
        since = time_of(asked.get("eventsSince"))
        found = [one for one in self._site.stream if since is None or datetime.fromisoformat(one["timestamp"]) >= since]
        following = f"{ROOT}/eventStream?cursor={start + 50}" if len(found) > start + 50 else None
        return answer({"items": found[start : start + 50], "urls": {"next": following}})

    # The calendar

    async def _calendar(self, request: Request) -> Response:
        return answer(cut(request, list(self._site.events.values()), "start"))

    async def _event(self, request: Request) -> Response:
        return answer(self._known_event(request))

    async def _add_event(self, request: Request) -> Response:
        data = _event_changes(await json_body(request))
        id_ = max(self._site.events, default=80_000) + 1
        state = {"isConfirmed": False, "isCancelled": False, "modified": moment(self._book.stamp())}
        self._site.events[id_] = {"id": id_, **state, **data}
        return answer(self._site.events[id_], 201)

    async def _change_event(self, request: Request) -> Response:
        found = self._known_event(request)
        found.update({name: None for name in _EVENT} | _event_changes(await json_body(request)))
        return answer(found)

    async def _drop_event(self, request: Request) -> Response:
        del self._site.events[self._known_event(request)["id"]]
        return Response(status_code=204)

    def _known_event(self, request: Request) -> Record:
        return there(self._site.events.get(request.path_params["id"]), "Event not found")

    def _full(self, id_: str) -> bytes:
        return there(self._book.encoded("full", id_), "Contact not found")


def _event_changes(data: Any) -> Record:
    if not isinstance(data, dict) or set(data) - _EVENT - {"isConfirmed"} or not data.get("start"):
        raise Refused(400, "Invalid event")
    texts = {name: data.get(name) or None for name in ("summary", "description")}
    user = {"user": named(data["user"]["id"])} if data.get("user") else {}
    return {**data, **texts, **user, "contacts": [named(one["id"]) for one in data.get("contacts") or ()]}
