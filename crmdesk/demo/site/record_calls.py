"""Reading, changing and deleting one record at a path that ends in its id, as most CRMs do it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from crmdesk.demo.site.answers import answer, json_body, there
from crmdesk.demo.site.state import Book, Record


@dataclass(frozen=True, slots=True)
class RecordCalls:
    """The calls over one book: `missing` is said of what is not there, `shape` names how a record is shown.

    `taken` makes of a body what is stored, and raises Refused.
    """

    book: Book
    missing: str
    shape: Callable[[Request], str]
    taken: Callable[[Any], Record]

    async def read(self, request: Request) -> Response:
        """One record."""
        return answer(there(self.book.encoded(self.shape(request), request.path_params["id"]), self.missing))

    async def update(self, request: Request) -> Response:
        """Only what is sent changes; the answer is the record."""
        fields = self.taken(await json_body(request))
        there(self.book.update(request.path_params["id"], fields), self.missing)
        return await self.read(request)

    async def delete(self, request: Request) -> Response:
        """The record is gone for good, and nothing is answered."""
        there(self.book.delete(request.path_params["id"]), self.missing)
        return Response(status_code=204)
