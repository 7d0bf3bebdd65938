"""The numbered pages of the demo MRI Vault's v1.3."""

from datetime import datetime
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request

from crmdesk.demo.site.answers import Refused, whole_number
from crmdesk.demo.site.state import Book, Record

_MOST = 200
CONTACT_SORTS = ("firstName", "lastName", "inserted", "modified", "touched")
HOME_SORTS = ("inserted", "modified", "suburb")


def time_of(text: str | None) -> datetime | None:
    """A time of the query; raises Refused 400."""
    try:
        return datetime.fromisoformat(text.replace(" ", "+")) if text else None
    except ValueError:
        raise Refused(400, "Invalid date") from None


def page_of(request: Request, book: Book, shape: str, ids: list[str] | None = None, *, sorts: tuple[str, ...]) -> bytes:
    """A page of a book: by id as it was entered, or filtered and sorted by change. Raises Refused 400."""
    asked = request.query_params
    _check_sort(request, sorts)
    number, size = _window(request)
    since, archived = time_of(asked.get("modifiedSince")), asked.get("archived")
    with book.lock:
        if ids is None and since is None and archived is None and asked.get("sort") != "modified":
            return _envelope(request, book.page(shape, (number - 1) * size, size), book.count)
        ids = book.ids() if ids is None else ids
        stamps = {one: (book.encoded("moment", one) or b"").decode().strip('"') for one in ids}
        if since is not None:
            ids = [one for one in ids if datetime.fromisoformat(stamps[one]).replace(microsecond=0) >= since]
        if archived is not None:
            ids = [one for one in ids if (book.get(one) or {}).get("archived") is (archived == "true")]
        if asked.get("sort") == "modified":
            ids = sorted(ids, key=stamps.__getitem__, reverse=asked.get("sortOrder") == "desc")
        items = [book.encoded(shape, one) or b"" for one in ids[(number - 1) * size : number * size]]
        return _envelope(request, items, len(ids))


def cut(request: Request, rows: list[Record], *sorts: str, counted: bool = True) -> bytes:
    """A page of plain rows; `sorts` are the members that the list may be sorted by. Raises Refused 400."""
    _check_sort(request, sorts)
    if by := request.query_params.get("sort"):
        down = request.query_params.get("sortOrder") == "desc"
        rows = sorted(rows, key=lambda row: str(row.get(by) or ""), reverse=down)
    number, size = _window(request)
    items = [msgspec.json.encode(row) for row in rows[(number - 1) * size : number * size]]
    return _envelope(request, items, len(rows), counted=counted)


def _check_sort(request: Request, sorts: tuple[str, ...]) -> None:
    if (by := request.query_params.get("sort")) is not None and by not in sorts:
        raise Refused(400, f"Invalid sort: {by}")


def _window(request: Request) -> tuple[int, int]:
    return whole_number(request, "page", 1, 1, 1 << 40), whole_number(request, "pagesize", 50, 1, _MOST)


def _envelope(request: Request, items: list[bytes], total: int, *, counted: bool = True) -> bytes:
    number, size = _window(request)
    pages = -(-total // size)

    def link(page: int) -> str | None:
        asked = {**request.query_params, "page": str(page)}
        return f"{request.url.path}?{urlencode(asked)}" if 1 <= page <= pages else None

    urls = msgspec.json.encode({"self": link(number), "next": link(number + 1), "previous": link(number - 1)})
    if not counted:
        return b'{"items":[%s],"urls":%s}' % (b",".join(items), urls)
    return b'{"items":[%s],"totalItems":%d,"totalPages":%d,"urls":%s}' % (b",".join(items), total, pages, urls)
