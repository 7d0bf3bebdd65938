"""The properties of the demo MRI Vault's v1.3: classes and lives, owners and buyers, offers and commercial deals."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from crmdesk.demo.answers import Refused, answer, json_body
from crmdesk.demo.book import Record
from crmdesk.demo.mri_pages import cut, page_of
from crmdesk.demo.mri_records import (
    CLASSES,
    FIRST_LEASE_LIFE,
    FIRST_SALE_LIFE,
    WRITE_DEAL,
    WRITE_PROPERTY,
    display_address,
    life_shape,
    placed,
)

if TYPE_CHECKING:
    from crmdesk.demo.mri_vault import MriVault

Handler = Callable[[Request], Awaitable[Response]]
_ROLES = {("sale", "owners"): "owners", ("sale", "purchasers"): "purchasers", ("lease", "landlords"): "owners"}


class HomeRoutes:
    """What v1.3 has below /properties, and the offers."""

    def __init__(self, site: "MriVault") -> None:
        self._site = site

    def table(self) -> list[tuple[str, str, Handler]]:
        """Path, method and handler of each."""
        table: list[tuple[str, str, Handler]] = [
            ("/properties", "GET", self._list),
            ("/search/properties/address", "GET", self._by_address),
            ("/propertyOffers", "GET", self._offers),
            ("/propertyOffers", "POST", self._add_offer),
            ("/propertyOffers/{id:int}", "PUT", self._change_offer),
            ("/properties/{id:int}", "GET", self._read),
            ("/properties/{id:int}", "DELETE", self._delete),
        ]
        for word in ("sale", "lease"):
            table += [
                (f"/properties/{word}", "GET", self._lives),
                (f"/properties/deals/{word}", "GET", self._all_deals),
                (f"/properties/{{id:int}}/deals/{word}", "GET", self._deals),
                (f"/properties/{{id:int}}/deals/{word}", "POST", self._add_deal),
                (f"/properties/{{id:int}}/deals/{word}/{{deal:int}}", "GET", self._deal),
                (f"/properties/{{id:int}}/deals/{word}/{{deal:int}}", "PUT", self._change_deal),
                (f"/properties/{{id:int}}/deals/{word}/{{deal:int}}", "DELETE", self._drop_deal),
            ]
            for _, name in CLASSES.values():
                table.append((f"/properties/{name}/{word}", "POST", self._create))
                table.append((f"/properties/{name}/{word}/{{id:int}}", "GET", self._read_of_class))
                table.append((f"/properties/{name}/{word}/{{id:int}}", "PUT", self._update))
        for word, role in _ROLES:
            path = f"/properties/{{id:int}}/{word}/{{life:int}}/{role}"
            table += [(path, "GET", self._people), (path, "PUT", self._change_people)]
        return table

    async def _list(self, request: Request) -> Response:
        return answer(page_of(request, self._site.homes, "default"))

    async def _lives(self, request: Request) -> Response:
        homes, word = self._site.homes, request.url.path.rsplit("/", 1)[1]
        ids = [one for one in homes.ids() if (homes.get(one) or {})[f"{word}Life"]]
        return answer(page_of(request, homes, word, ids))

    async def _read(self, request: Request) -> Response:
        self._home(request)
        return answer(self._site.homes.encoded("full", str(request.path_params["id"])) or b"")

    async def _read_of_class(self, request: Request) -> Response:
        record, (class_name, word) = self._home(request), _class_of(request)
        if record["class"]["internalName"] != class_name or not record[f"{word}Life"]:
            raise Refused(404, "Property not found")
        return answer({**life_shape(record, word), "accessBy": [{"id": 71, "name": "Sam Harbour"}]})

    async def _delete(self, request: Request) -> Response:
        self._home(request)
        self._site.homes.delete(str(request.path_params["id"]))
        return Response(status_code=204)

    async def _create(self, request: Request) -> Response:
        class_name, word = _class_of(request)
        changes = _changes(await json_body(request))
        if not changes["address"]:
            raise Refused(400, "address is required")
        class_id = next(id_ for id_, (_, name) in CLASSES.items() if name == class_name)
        homes = self._site.homes
        first = FIRST_SALE_LIFE if word == "sale" else FIRST_LEASE_LIFE
        life = {"id": first + 5000 + homes.revision, "status": "prospect", "owners": [], "purchasers": []}
        fresh = {
            "class": {"id": class_id, "name": CLASSES[class_id][0], "internalName": class_name},
            f"{word}Life": life,
        }
        made = homes.add({**fresh, **changes})
        return answer(homes.encoded(word, made) or b"", 201)

    async def _update(self, request: Request) -> Response:
        _, word = _class_of(request)
        self._home(request)
        id_ = str(request.path_params["id"])
        self._site.homes.update(id_, _changes(await json_body(request)))
        return answer(self._site.homes.encoded(word, id_) or b"")

    async def _by_address(self, request: Request) -> Response:
        words = request.query_params.get("term", "").casefold().replace(",", " ").split()
        if len("".join(words)) < 4:
            raise Refused(400, "The search term is too short")
        found = []
        for record in self._site.homes.snapshot().values():
            text = (record["displayAddress"] or "").casefold()
            if all(word in text for word in words):
                shown = {name: record[name] for name in ("address", "displayAddress", "class", "saleLife", "leaseLife")}
                found.append({"id": int(record["id"]), **shown})
        return answer(cut(request, found))

    # Owners and buyers

    async def _people(self, request: Request) -> Response:
        role, life = self._life(request)
        return answer(cut(request, [{"id": int(one), "displayName": "Somebody"} for one in life.get(role) or ()]))

    async def _change_people(self, request: Request) -> Response:
        role, life = self._life(request)
        data = await json_body(request)
        ids = [one.get("id") for one in data.get("items", ())] if isinstance(data, dict) else [None]
        if any(not isinstance(one, int) or self._site.book.get(str(one)) is None for one in ids):
            raise Refused(400, "Invalid contact")
        word = request.url.path.split("/")[5]
        changed = {f"{word}Life": {**life, role: [str(one) for one in ids]}}
        self._site.homes.update(str(request.path_params["id"]), changed, touch=False)
        return answer({"success": True, "msg": "", "code": ""})

    def _life(self, request: Request) -> tuple[str, Record]:
        word, role = request.url.path.split("/")[5], request.url.path.rsplit("/", 1)[1]
        life = self._home(request)[f"{word}Life"]
        if not life or life["id"] != request.path_params["life"]:
            raise Refused(404, "Property life not found")
        return _ROLES[word, role], life

    # Offers

    async def _offers(self, request: Request) -> Response:
        asked = request.query_params
        wanted = {name: int(asked[name]) for name in ("saleLifeId", "leaseLifeId") if asked.get(name)}
        rows = [row for row in self._site.offers.values() if all(row[name] == id_ for name, id_ in wanted.items())]
        return answer(cut(request, rows))

    async def _add_offer(self, request: Request) -> Response:
        data = await json_body(request)
        known = {"contact", "details", "leaseLifeId", "saleLifeId", "offerDate", "offerPrice", "status"}
        lives = isinstance(data, dict) and [data.get("saleLifeId"), data.get("leaseLifeId")]
        if not lives or set(data) - known or sum(one is not None for one in lives) != 1:
            raise Refused(400, "Sale or lease life must be provided, but not both")
        if self._site.book.get(str((data.get("contact") or {}).get("id"))) is None:
            raise Refused(400, "Invalid contact")
        id_ = max(self._site.offers, default=60_000) + 1
        blank: Record = dict.fromkeys(("saleLifeId", "leaseLifeId", "details", "offerDate", "offerPrice", "status"))
        self._site.offers[id_] = {**blank, **data, "id": id_}
        return answer(self._site.offers[id_], 201)

    async def _change_offer(self, request: Request) -> Response:
        data, found = await json_body(request), self._site.offers.get(request.path_params["id"])
        if found is None:
            raise Refused(404, "Offer not found")
        if set(data) - {"id", "contact", "details", "offerDate", "offerPrice", "status"}:
            raise Refused(400, "Invalid offer")
        found.update({name: data.get(name) for name in ("contact", "details", "offerDate", "offerPrice", "status")})
        return answer([found])

    # Commercial deals

    async def _all_deals(self, request: Request) -> Response:
        return self._shown_deals(request, None)

    async def _deals(self, request: Request) -> Response:
        self._home(request)
        return self._shown_deals(request, request.path_params["id"])

    def _shown_deals(self, request: Request, home: int | None) -> Response:
        word = request.url.path.rsplit("/", 1)[1]
        rows = [row for row in self._site.deals.values() if row["word"] == word and home in (None, row["home"])]
        return answer(cut(request, [_shown(row) for row in rows]))

    async def _deal(self, request: Request) -> Response:
        return answer(_shown(self._known_deal(request)))

    async def _add_deal(self, request: Request) -> Response:
        if self._home(request)["class"]["id"] != 2:
            raise Refused(400, "Deals are only for commercial properties")
        id_, word = max(self._site.deals, default=70_000) + 1, request.url.path.rsplit("/", 1)[1]
        data = self._deal_changes(await json_body(request), word)
        place = {"id": id_, "home": request.path_params["id"], "word": word}
        self._site.deals[id_] = {"ourDeal": True, "status": "Pending", "owners": [], **data, **place}
        return answer(_shown(self._site.deals[id_]), 201)

    async def _change_deal(self, request: Request) -> Response:
        found = self._known_deal(request)
        data = self._deal_changes(await json_body(request), found["word"])
        kept = {name: found[name] for name in ("id", "home", "word", "status")}
        self._site.deals[found["id"]] = {**data, **kept}
        return answer(_shown(self._site.deals[found["id"]]))

    async def _drop_deal(self, request: Request) -> Response:
        del self._site.deals[self._known_deal(request)["id"]]
        return Response(status_code=204)

    def _deal_changes(self, data: Any, word: str) -> Record:
        if not isinstance(data, dict) or set(data) - WRITE_DEAL[word]:
            raise Refused(400, "Invalid deal")
        for people in (data.get(name) or [] for name in ("purchasers", "tenants", "owners")):
            if any(self._site.book.get(str(one.get("id"))) is None for one in people):
                raise Refused(400, "Invalid contact")
        return dict(data)

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


def _class_of(request: Request) -> tuple[str, str]:
    parts = request.url.path.split("/")
    return parts[4], parts[5]


def _changes(data: Any) -> Record:
    """What a create or an update makes of a property: members that are left out are emptied. Raises Refused 400."""
    if not isinstance(data, dict):
        raise Refused(400, "Invalid property")
    if unknown := sorted(set(data) - WRITE_PROPERTY):
        raise Refused(400, f"Unexpected field: {unknown[0]}")
    address = placed(data.get("address"))
    texts = ("description", "displayPrice", "heading", "referenceID")
    if wrong := next((name for name in texts if not isinstance(data.get(name), str | None)), None):
        raise Refused(400, f"{wrong} must be a string")
    more = ("bed", "bath", "garages", "internalRemarks")
    return {
        **{name: data.get(name) for name in (*texts, "searchPrice", "landArea", "yearBuilt")},
        "address": address,
        "displayAddress": display_address(address) if address else None,
        "more": {name: data.get(name) for name in more},
    }
