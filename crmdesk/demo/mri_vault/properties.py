"""The properties of the demo MRI Vault's v1.3: classes and lives, owners and buyers."""

from starlette.requests import Request
from starlette.responses import Response

from crmdesk.demo.mri_vault.pages import HOME_SORTS, cut, page_of
from crmdesk.demo.mri_vault.property_records import (
    CLASSES,
    FIRST_LEASE_LIFE,
    FIRST_SALE_LIFE,
    LIVES,
    full_property,
    life_shape,
    property_changes,
)
from crmdesk.demo.mri_vault.site import VaultSite
from crmdesk.demo.site.answers import Handler, Refused, answer, json_body
from crmdesk.demo.site.state import Record

_ROLES = {("sale", "owners"): "owners", ("sale", "purchasers"): "purchasers", ("lease", "landlords"): "owners"}


class HomeRoutes:
    """What v1.3 has below /properties, but for deals."""

    def __init__(self, site: VaultSite) -> None:
        self._site = site

    def table(self) -> list[tuple[str, str, Handler]]:
        """Path, method and handler of each."""
        table: list[tuple[str, str, Handler]] = [
            ("/properties", "GET", self._list),
            ("/search/properties/address", "GET", self._by_address),
            ("/properties/{id:int}", "GET", self._read),
            ("/properties/{id:int}", "DELETE", self._delete),
        ]
        for word in ("sale", "lease"):
            table.append((f"/properties/{word}", "GET", self._lives))
            for name in (name for name, lives in LIVES.items() if word in lives):
                table.append((f"/properties/{name}/{word}", "POST", self._create))
                table.append((f"/properties/{name}/{word}/{{id:int}}", "GET", self._read_of_class))
                table.append((f"/properties/{name}/{word}/{{id:int}}", "PUT", self._update))
        for word, role in _ROLES:
            path = f"/properties/{{id:int}}/{word}/{{life:int}}/{role}"
            table += [(path, "GET", self._people), (path, "PUT", self._change_people)]
        return table

    async def _list(self, request: Request) -> Response:
        return answer(page_of(request, self._site.homes, "default", sorts=HOME_SORTS))

    async def _lives(self, request: Request) -> Response:
        homes, word = self._site.homes, request.url.path.rsplit("/", 1)[1]
        ids = [one for one in homes.ids() if (homes.get(one) or {})[f"{word}Life"]]
        return answer(page_of(request, homes, word, ids, sorts=HOME_SORTS))

    async def _read(self, request: Request) -> Response:
        self._home(request)
        return answer(self._site.homes.encoded("full", str(request.path_params["id"])) or b"")

    async def _read_of_class(self, request: Request) -> Response:
        record, (class_name, word) = self._home(request), _class_of(request)
        if record["class"]["internalName"] != class_name or not record[f"{word}Life"]:
            raise Refused(404, "Property not found")
        return answer(life_shape(record, word))

    async def _delete(self, request: Request) -> Response:
        self._home(request)
        self._site.homes.delete(str(request.path_params["id"]))
        return Response(status_code=204)

    async def _create(self, request: Request) -> Response:
        class_name, word = _class_of(request)
        changes = property_changes(await json_body(request), class_name, word, {})
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
        return answer(life_shape(homes.get(made) or {}, word), 201)

    async def _update(self, request: Request) -> Response:
        record, (class_name, word) = self._home(request), _class_of(request)
        changes = property_changes(await json_body(request), class_name, word, record)
        self._site.homes.update(record["id"], changes)
        return answer(life_shape(self._home(request), word))

    async def _by_address(self, request: Request) -> Response:
        words = request.query_params.get("term", "").casefold().replace(",", " ").split()
        if len("".join(words)) < 4:
            raise Refused(400, "The search term is too short")
        found = []
        for record in self._site.homes.snapshot().values():
            text = (record["displayAddress"] or "").casefold()
            if all(word in text for word in words):
                told = full_property(record)
                names = (
                    "id",
                    "address",
                    "displayAddress",
                    "class",
                    "saleLifeId",
                    "leaseLifeId",
                    "saleLife",
                    "leaseLife",
                )
                found.append({name: told[name] for name in names})
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

    def _home(self, request: Request) -> Record:
        return self._site.check_home(str(request.path_params["id"]))


def _class_of(request: Request) -> tuple[str, str]:
    parts = request.url.path.split("/")
    return parts[4], parts[5]
