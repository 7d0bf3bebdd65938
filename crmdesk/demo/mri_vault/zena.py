"""The demo MRI Vault as the Zena service imagines it: one Bearer key, lists as arrays, creates answered by an id.

Source: the service's own mapping tables and its public client; no such API of the vendor is known.
"""

from collections.abc import Mapping
from random import Random
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.mri_vault.records import ENTITY_TYPES, phone
from crmdesk.demo.mri_vault.site import ZENA, VaultSite
from crmdesk.demo.site.answers import Handler, Refused, answer, guarded, json_body
from crmdesk.demo.site.keys import bearer, check
from crmdesk.demo.site.state import Record

_DEAL = {"propertyId", "stage", "riskLevel", "riskFlags", "nextAction", "nextActionOwner", "summary", "contacts"}


_NOBODY: Record = {"firstName": None, "lastName": None, "displayName": None, "emails": [], "phoneNumbers": []}


class ZenaApi:
    """The routes of the dialect."""

    def __init__(self, site: VaultSite) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        """Everything under /api/v1."""
        table: list[tuple[str, str, Handler]] = [("/auth/verify", "GET", self._verify)]
        for name in ("contacts", "properties", "deals"):
            table += [(f"/{name}", "GET", self._list), (f"/{name}", "POST", self._create)]
            table += [(f"/{name}/search", "GET", self._search)]
            table += [(f"/{name}/{{id}}", "GET", self._read), (f"/{name}/{{id}}", "PUT", self._update)]
            table += [(f"/{name}/{{id}}", "DELETE", self._delete)]
        return [Route(ZENA + path, self._guarded(run), methods=[method]) for path, method, run in table]

    def _guarded(self, handler: Handler) -> Handler:
        return guarded(handler, self._check, self._site.error_body)

    def _check(self, request: Request) -> None:
        check(bearer(request), self._site.zena_key, {}, "Invalid API key")

    async def _verify(self, request: Request) -> Response:
        return answer({"valid": True})

    async def _list(self, request: Request) -> Response:
        return answer(b"[" + b",".join(self._all(_word(request))) + b"]")

    async def _read(self, request: Request) -> Response:
        return answer(self._one(_word(request), request.path_params["id"]))

    async def _search(self, request: Request) -> Response:
        asked, word = request.query_params, _word(request)
        found = [one for one in map(msgspec.json.decode, self._all(word)) if _meets(word, one, asked)]
        return answer(found)

    async def _create(self, request: Request) -> Response:
        site, word, data = self._site, _word(request), await json_body(request)
        if word == "contacts":
            made = site.book.add({**_contact(data), "archived": False, "unsubscribe": None})
        elif word == "properties":
            made = site.homes.add(
                {
                    "class": {"id": 1, "name": "Residential", "internalName": "residential"},
                    "more": {},
                    **_property(data),
                }
            )
            self._people(made, data)
        else:
            deal = self._deal(data)
            site.add_zena_deal(deal["propertyId"], 0, Random(0))
            made = next(reversed(site.zena_deals))
            site.zena_deals[made] = {"id": made, **deal}
        return answer({"id": made}, 201)

    async def _update(self, request: Request) -> Response:
        site, word, id_, data = self._site, _word(request), request.path_params["id"], await json_body(request)
        self._one(word, id_)
        if word == "contacts":
            before = site.book.get(id_) or {}
            site.book.update(id_, _contact(data, before))
        elif word == "properties":
            site.homes.update(id_, _property(data))
            self._people(id_, data)
        else:
            site.zena_deals[id_] = {"id": id_, **self._deal(data)}
        return answer(self._one(word, id_))

    async def _delete(self, request: Request) -> Response:
        site, word, id_ = self._site, _word(request), request.path_params["id"]
        self._one(word, id_)
        if word == "deals":
            del site.zena_deals[id_]
        else:
            (site.book if word == "contacts" else site.homes).delete(id_)
        return answer({"deleted": True})

    def _all(self, word: str) -> list[bytes]:
        site = self._site
        if word == "deals":
            return [msgspec.json.encode(one) for one in site.zena_deals.values()]
        book = site.book if word == "contacts" else site.homes
        return book.page("zena", 0, book.count)

    def _one(self, word: str, id_: str) -> bytes:
        site = self._site
        if word == "deals":
            found = msgspec.json.encode(site.zena_deals[id_]) if id_ in site.zena_deals else None
        else:
            found = (site.book if word == "contacts" else site.homes).encoded("zena", id_)
        if found is None:
            raise Refused(404, "Not found")
        return found

    def _deal(self, data: Any) -> Record:
        if not isinstance(data, dict) or set(data) - _DEAL - {"id"}:
            raise Refused(400, "unexpected members")
        if self._site.homes.get(str(data.get("propertyId"))) is None:
            raise Refused(400, "propertyId is unknown")
        return {name: data.get(name) for name in sorted(_DEAL)}

    def _people(self, home_id: str, data: Any) -> None:
        record = self._site.check_home(home_id)
        life = record["saleLife"] or {"id": 0, "status": "prospect"}
        people = {"owners": data.get("vendors") or [], "purchasers": data.get("buyers") or []}
        self._site.homes.update(home_id, {"saleLife": {**life, **people}})


def _word(request: Request) -> str:
    return str(request.url.path.removeprefix(ZENA + "/").split("/")[0])


def _meets(word: str, one: Record, asked: Any) -> bool:
    if word == "contacts":
        return (one["email"] or "").lower() == (asked.get("email") or "").lower()
    if word == "properties":
        return (asked.get("address") or "").lower() in (one["address"] or "").lower()
    return (one["propertyId"], one["stage"]) == (asked.get("propertyId"), asked.get("stage"))


def _contact(data: Any, before: Mapping[str, Any] = _NOBODY) -> Record:
    """A contact as it was sent, members that are left out emptied; lists by their first entry. Raises Refused 400."""
    if not isinstance(data, dict) or set(data) - {"id", "firstName", "lastName", "email", "phone", "type", "notes"}:
        raise Refused(400, "unexpected members")
    if wrong := next((name for name, value in data.items() if not isinstance(value, str | None)), None):
        raise Refused(400, f"{wrong} must be a text")
    parts = [data.get("firstName"), data.get("lastName")]
    named = parts == [before["firstName"], before["lastName"]]
    known = {name: id_ for id_, name in ENTITY_TYPES.items()}
    role, email, number = data.get("type"), data.get("email"), data.get("phone")
    phones = before["phoneNumbers"]
    if number != next((row["number"] for row in phones), None):
        phones = [phone(number, "M"), *phones[1:]] if number else []
    return {
        "firstName": data.get("firstName"),
        "lastName": data.get("lastName"),
        "displayName": before["displayName"] if named else " ".join(part for part in parts if part) or None,
        "emails": [email, *before["emails"][1:]] if email else [],
        "phoneNumbers": phones,
        "entityType": {"id": known.get(role, 99), "name": role} if role else None,
        "notes": data.get("notes"),
    }


def _property(data: Any) -> Record:
    """A property as it was sent. Raises Refused 400."""
    if not isinstance(data, dict) or set(data) - {"id", "address", "vendors", "buyers", "milestones", "riskOverview"}:
        raise Refused(400, "unexpected members")
    if not data.get("address"):
        raise Refused(400, "address is required")
    return {
        "displayAddress": data["address"],
        "milestones": data.get("milestones") or [],
        "riskOverview": data.get("riskOverview"),
    }
