"""The demo Flex's calls for the addresses of a contact, as one client knows them: read, add, change, delete several."""

from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from starlette.requests import Request
from starlette.responses import Response

from crmdesk.demo.flex.records import address_row
from crmdesk.demo.site.answers import Handler, Refused, answer, json_body, there
from crmdesk.demo.site.state import Book, Record

_PATH = "/address/contact-addresses"
DESCRIBED: dict[str, Any] = {
    _PATH: {"get": {}},
    _PATH + "/{contactId}": {"post": {}, "delete": {}},
    _PATH + "/{contactId}/{addressId}": {"put": {}},
}


class FlexAddresses:
    """The addresses in the demo Flex's book."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def table(self) -> list[tuple[str, str, Handler]]:
        """Path, method and handler of each call."""
        return [
            (_PATH, "GET", self._list),
            (_PATH + "/{id}", "POST", self._add),
            (_PATH + "/{id}", "DELETE", self._delete),
            (_PATH + "/{id}/{address}", "PUT", self._change),
        ]

    async def _list(self, request: Request) -> Response:
        return answer(self._rows(request.query_params.get("contactId") or ""))

    async def _add(self, request: Request) -> Response:
        contact, body = request.path_params["id"], await json_body(request)
        with self._book.lock:
            rows = self._rows(contact)
            (row,) = numbered_rows(self._book, [body], rows)
            self._book.update(contact, {"addresses": [*rows, row]})
        return answer(row, 201)

    async def _change(self, request: Request) -> Response:
        contact, wanted, body = request.path_params["id"], request.path_params["address"], await json_body(request)
        with self._book.lock:
            rows = self._rows(contact)
            place = there(
                next((place for place, row in enumerate(rows) if row["id"] == wanted), None), "Address not found"
            )
            rows[place] = address_row(body, wanted, rows[place]["ordinal"], rows[place])
            self._book.update(contact, {"addresses": rows})
        return answer(rows[place])

    async def _delete(self, request: Request) -> Response:
        contact, ids = request.path_params["id"], await json_body(request)
        if not isinstance(ids, list) or not ids:
            raise Refused(400, "A list of address ids is required")
        with self._book.lock:
            rows = [row for row in self._rows(contact) if row["id"] not in ids]
            self._book.update(contact, {"addresses": rows})
        return Response(status_code=204)

    def _rows(self, contact: str) -> list[Record]:
        record = there(self._book.get(contact), "Contact not found")
        rows: list[Record] = record["addresses"]
        return rows


def numbered_rows(book: Book, bodies: Sequence[Any], before: Sequence[Record]) -> list[Record]:
    """Addresses with ids of their own, behind those that were there."""
    start = len(before)
    return [
        address_row(body, str(uuid5(NAMESPACE_URL, f"address {book.stamp()} {place}")), start + place)
        for place, body in enumerate(bodies)
    ]
