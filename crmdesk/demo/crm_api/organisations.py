"""The demo CRM API's organisations: companies beside its contacts, known by name, at the later server alone.

Source: the public server code of the CRM API (`crm.ts`, `crmInternal.ts`, its organisation handlers).
"""

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from crmdesk.demo.crm_api.records import checked, epoch_ms, refuse_other_than_text
from crmdesk.demo.site.answers import Refused, answer, whole_number
from crmdesk.demo.site.state import Book, Record

_MOST = 200
_BAG = ("website", "industry", "size", "address", "addresses", "phone", "taxId", "billingEmail", "tags", "notes")
_TOLD_WITH_A_CONTACT = ("website", "industry", "address", "addresses", "taxId", "billingEmail", "phone")
_TEXTS = ("name", "subtype", "status", "website", "industry", "size", "taxId", "billingEmail", "phone", "notes")
_NOT_LISTED = ("notes", "customFields")


class Organisations:
    """The companies of one organisation's deployment, and who works at them: (contact, company) in `works_at`."""

    def __init__(self, owner: str, book: Book) -> None:
        self._owner, self._book = owner, book
        self.reset()

    def reset(self) -> None:
        """No companies."""
        self.held: list[Record] = []
        self.works_at: set[tuple[str, str]] = set()

    def employ(self, contact: str, told: Record | None, company: str | None) -> str | None:
        """Find the company of a contact by its name, whatever its case, or make it; what is told of it is laid over it.

        Returns its id, or None where no company was named.
        """
        told = told or {}
        name = told.get("name") or company
        if not name:
            return None
        known = next((one for one in self.held if one["name"].lower() == name.lower()), None)
        given = {member: told[member] for member in _TOLD_WITH_A_CONTACT if told.get(member)}
        if known is None:
            known = self._made({"name": name, "subtype": "prospect", **_with_address(given), "tags": ["api-created"]})
        elif given:
            known |= _with_address(given) | {"updatedAt": epoch_ms(self._book.stamp())}
        self.works_at.add((contact, known["id"]))
        return str(known["id"])

    def forget(self, contact: str) -> None:
        """A contact that is deleted works nowhere any more."""
        self.works_at = {pair for pair in self.works_at if pair[0] != contact}

    async def list(self, request: Request) -> Response:
        """The newest first, of one sort or status if asked."""
        limit, offset = whole_number(request, "limit", 50, 1, _MOST), whole_number(request, "offset", 0, 0, 1 << 40)
        found = [one for one in reversed(self.held) if _asked(one, request.query_params)]
        rows = [self._shown(one, without=_NOT_LISTED) for one in found[offset : offset + limit]]
        return answer({"organizations": rows, "total": len(found), "limit": limit, "offset": offset})

    async def create(self, request: Request) -> Response:
        """Always a new one, also of a name that is known; answered 201."""
        body = _taken(checked(await request.body()))
        if not body.get("name"):
            raise Refused(400, "Missing required field: name")
        with self._book.lock:
            made = self._made(_with_address({"subtype": "prospect", "tags": ["api-created"], **body}))
        return answer({"success": True, "crmOrganizationId": made["id"]}, 201)

    async def read(self, request: Request) -> Response:
        """One company; `customFields` is the whole property bag."""
        return answer(self._shown(self._of(request, "Organization not found")))

    async def update(self, request: Request) -> Response:
        """Only what is sent changes."""
        body = _taken(checked(await request.body()))
        with self._book.lock:
            known = self._of(request, "CRM organization not found")
            known |= {name: value for name, value in body.items() if value or name not in ("name", "subtype", "status")}
            known["updatedAt"] = epoch_ms(self._book.stamp())
        return answer({"success": True})

    def _of(self, request: Request, missing: str) -> Record:
        for one in self.held:
            if one["id"] == request.path_params["id"]:
                return one
        raise Refused(404, missing)

    def _made(self, fields: Record) -> Record:
        now = epoch_ms(self._book.stamp())
        made = {"id": f"org{len(self.held):029d}", "status": "active", "createdAt": now, "updatedAt": now} | fields
        self.held.append(made)
        return made

    def _shown(self, one: Record, without: tuple[str, ...] = ()) -> Record:
        bag = {name: one[name] for name in _BAG if one.get(name) is not None} | {"source": "api"}
        bag |= one.get("customFields") or {}
        shown = {name: one.get(name) for name in ("id", "name", "subtype", "status", *_BAG, "createdAt", "updatedAt")}
        shown |= {"organizationId": self._owner, "customFields": bag}
        return {name: value for name, value in shown.items() if value is not None and name not in without}


def _asked(one: Record, asked: QueryParams) -> bool:
    return all(one.get(name) == asked[name] for name in ("subtype", "status") if asked.get(name))


def _with_address(fields: Record) -> Record:
    """An address alone is kept as the first of the list, too."""
    if fields.get("address") and not fields.get("addresses"):
        first = {"type": "mailing", "isPrimary": True, "label": "Primary Address", **fields["address"]}
        return fields | {"addresses": [first]}
    return fields


def _taken(body: Record) -> Record:
    refuse_other_than_text(body, _TEXTS)
    return {name: body[name] for name in (*_BAG, "name", "subtype", "status", "customFields") if name in body}
