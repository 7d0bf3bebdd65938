"""The offers and the commercial deals of the demo MRI Vault's v1.3.

Source of names and shapes: the vendor's own description. Offers are listed for sales alone, and only where that is
asked for; lists of deals tell no counts; a deal of a lease has tenants, and neither purchasers nor a sale price.
"""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crmdesk.demo.mri_vault.pages import cut
from crmdesk.demo.mri_vault.records import DEAL_STATUSES, OFFER_STATUSES, named
from crmdesk.demo.mri_vault.site import VaultSite
from crmdesk.demo.site.answers import Handler, Refused, answer, json_body
from crmdesk.demo.site.state import Record


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DEAL = _words(
    "id owners tenants unconditional settlement grossCommissionExcGST outgoingsPerAnnum outgoingsText parkingBays"
    " parkingInfo externalAgency ourDeal status"
)
WRITE_DEAL = {
    "sale": _DEAL | _words("purchasers salePrice vacantPossession"),
    "lease": _DEAL
    | _words(
        "leaseStart leaseExpiry leaseExpiryReminder leaseExpiryReminderUser annualRent initialTermYears renewal1Years"
        " renewal2Years renewal3Years fitoutEstimate otherIncentives"
    ),
}
_TIMES = _words("unconditional settlement leaseStart leaseExpiry leaseExpiryReminder")
_OFFER = ("contact", "details", "offerDate", "offerPrice", "status")


class DealRoutes:
    """What v1.3 has of offers and of commercial deals."""

    def __init__(self, site: VaultSite) -> None:
        self._site = site

    def table(self) -> list[tuple[str, str, Handler]]:
        """Path, method and handler of each."""
        table: list[tuple[str, str, Handler]] = [
            ("/propertyOffers", "GET", self._offers),
            ("/propertyOffers", "POST", self._add_offer),
            ("/propertyOffers/{id:int}", "PUT", self._change_offer),
        ]
        for word in ("sale", "lease"):
            table += [
                (f"/properties/deals/{word}", "GET", self._all_deals),
                (f"/properties/{{id:int}}/deals/{word}", "GET", self._deals),
                (f"/properties/{{id:int}}/deals/{word}", "POST", self._add_deal),
                (f"/properties/{{id:int}}/deals/{word}/{{deal:int}}", "GET", self._deal),
                (f"/properties/{{id:int}}/deals/{word}/{{deal:int}}", "PUT", self._change_deal),
                (f"/properties/{{id:int}}/deals/{word}/{{deal:int}}", "DELETE", self._drop_deal),
            ]
        return table

    # Offers

    async def _offers(self, request: Request) -> Response:
        asked = request.query_params
        if asked.get("type") != "sale":
            raise Refused(400, "type must be one of sale")
        wanted = {name: int(asked[name]) for name in ("saleLifeId", "leaseLifeId") if asked.get(name)}
        rows = [row for row in self._site.offers.values() if all(row[name] == id_ for name, id_ in wanted.items())]
        return answer(cut(request, rows, "offerDate"))

    async def _add_offer(self, request: Request) -> Response:
        data = await json_body(request)
        known = {"contact", "details", "leaseLifeId", "saleLifeId", "offerDate", "offerPrice", "status"}
        lives = isinstance(data, dict) and [data.get("saleLifeId"), data.get("leaseLifeId")]
        if not lives or set(data) - known or sum(one is not None for one in lives) != 1:
            raise Refused(400, "Sale or lease life must be provided, but not both")
        id_ = max(self._site.offers, default=60_000) + 1
        blank: Record = dict.fromkeys(("saleLifeId", "leaseLifeId", "details", "offerDate", "offerPrice", "status"))
        self._site.offers[id_] = {**blank, **self._offer(data), "id": id_}
        return answer(self._site.offers[id_], 201)

    async def _change_offer(self, request: Request) -> Response:
        data, found = await json_body(request), self._site.offers.get(request.path_params["id"])
        if found is None:
            raise Refused(404, "Offer not found")
        if set(data) - {"id", *_OFFER}:
            raise Refused(400, "Invalid offer")
        found.update({**dict.fromkeys(_OFFER), **self._offer({**data, "id": found["id"]})})
        return answer([found])

    def _offer(self, data: Any) -> Record:
        """An offer as it was sent. Raises Refused 400."""
        contact, status = data.get("contact") or {}, (data.get("status") or {"id": 1})["id"]
        if status not in OFFER_STATUSES or self._site.book.get(str(contact.get("id"))) is None:
            raise Refused(400, "Invalid offer")
        _check_times(data, frozenset({"offerDate"}))
        person = {"id": contact["id"], "displayName": "Somebody"}
        texts = {"details": data.get("details") or None}
        return {**data, "contact": person, "status": {"id": status, "name": OFFER_STATUSES[status]}, **texts}

    # Commercial deals

    async def _all_deals(self, request: Request) -> Response:
        return self._shown_deals(request, None)

    async def _deals(self, request: Request) -> Response:
        self._home(request)
        return self._shown_deals(request, request.path_params["id"])

    def _shown_deals(self, request: Request, home: int | None) -> Response:
        word = request.url.path.rsplit("/", 1)[1]
        rows = [row for row in self._site.deals.values() if row["word"] == word and home in (None, row["home"])]
        counted = self._site.options.counts_deals
        return answer(cut(request, [_shown(row) for row in rows], counted=counted))

    async def _deal(self, request: Request) -> Response:
        return answer(_shown(self._known_deal(request)))

    async def _add_deal(self, request: Request) -> Response:
        if self._home(request)["class"]["id"] != 2:
            raise Refused(400, "Deals are only for commercial properties")
        id_, word = max(self._site.deals, default=70_000) + 1, request.url.path.rsplit("/", 1)[1]
        data = self._deal_changes(await json_body(request), word)
        place = {"id": id_, "home": request.path_params["id"], "word": word}
        self._site.deals[id_] = {"ourDeal": True, "owners": [], **data, "status": "Pending", **place}
        return answer(_shown(self._site.deals[id_]), 201)

    async def _change_deal(self, request: Request) -> Response:
        found = self._known_deal(request)
        data = self._deal_changes(await json_body(request), found["word"])
        kept = {name: found[name] for name in ("id", "home", "word")}
        self._site.deals[found["id"]] = {"status": "Pending", **data, **kept}
        return answer(_shown(self._site.deals[found["id"]]))

    async def _drop_deal(self, request: Request) -> Response:
        del self._site.deals[self._known_deal(request)["id"]]
        return Response(status_code=204)

    def _deal_changes(self, data: Any, word: str) -> Record:
        if not isinstance(data, dict) or set(data) - WRITE_DEAL[word]:
            raise Refused(400, "Invalid deal")
        if data.get("status") not in (None, *DEAL_STATUSES):
            raise Refused(400, "Invalid status")
        _check_times(data, _TIMES)
        for people in (data.get(name) or [] for name in ("purchasers", "tenants", "owners")):
            if any(self._site.book.get(str(one.get("id"))) is None for one in people):
                raise Refused(400, "Invalid contact")
        return {name: _as_shown(name, value) for name, value in data.items() if value is not None}

    def _known_deal(self, request: Request) -> Record:
        found, word = self._site.deals.get(request.path_params["deal"]), request.url.path.split("/")[6]
        if found is None or (found["home"], found["word"]) != (request.path_params["id"], word):
            raise Refused(404, "Deal not found")
        return found

    def _home(self, request: Request) -> Record:
        return self._site.check_home(str(request.path_params["id"]))


def _shown(deal: Record) -> Record:
    """A commercial deal as it is shown: the property that it is about is not among its members."""
    return {name: value for name, value in deal.items() if name not in ("home", "word")}


def _as_shown(name: str, value: Any) -> Any:
    if name in ("owners", "tenants", "purchasers"):
        return [{"id": one["id"], "displayName": "Somebody"} for one in value]
    if name == "externalAgency":
        return {"id": value["id"], "displayName": "Somebody"}
    return named(value["id"]) if name == "leaseExpiryReminderUser" else value


def _check_times(data: Record, names: frozenset[str]) -> None:
    """A day alone is refused where a time belongs. Raises Refused 400."""
    for name in sorted(names & data.keys()):
        if data[name] is not None and "T" not in str(data[name]):
            raise Refused(400, f"{name} must be a date-time")
