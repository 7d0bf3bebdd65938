"""What every demo CRM needs to read a request and to answer it: JSON, whole numbers, refusals."""

from collections.abc import Awaitable, Callable, Collection
from typing import Any, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response

Handler = Callable[[Request], Awaitable[Response]]
T = TypeVar("T")


class Refused(Exception):
    """The demo CRM says no; its status and message become the error body that this CRM really sends."""

    def __init__(self, status: int, message: str, **more: str) -> None:
        super().__init__(message)
        self.status, self.message, self.more = status, message, more


def guarded(
    handler: Handler,
    check: Callable[[Request], None],
    error_body: Callable[[str, int, str], bytes],
    challenge: str = "",
) -> Handler:
    """The handler behind the check of the key, which raises Refused; both are refused in the CRM's own words.

    `challenge` is the sign-in that a 401 asks for, where the CRM says so.
    """

    async def run(request: Request) -> Response:
        try:
            check(request)
            return await handler(request)
        except Refused as refused:
            refusal = answer(error_body(request.url.path, refused.status, refused.message), refused.status)
            if challenge and refused.status == 401:
                refusal.headers["WWW-Authenticate"] = challenge
            return refusal

    return run


def there(found: T | None, missing: str) -> T:
    """What was looked for, or whether it could be done; raises Refused 404, worded `missing`, for None and False."""
    if found is None or found is False:
        raise Refused(404, missing)
    return found


def answer(body: object, status: int = 200) -> Response:
    """A JSON answer; ready-made bytes are sent as they are."""
    content = body if isinstance(body, bytes) else msgspec.json.encode(body)
    return Response(content, status, media_type="application/json")


async def json_body(request: Request) -> Any:
    """The decoded body of a request; raises Refused 400 for what is not JSON."""
    try:
        return msgspec.json.decode(await request.body())
    except msgspec.DecodeError as broken:
        raise Refused(400, f"Invalid JSON: {broken}") from broken


def members(body: Any, texts: Collection[str] = (), lists: Collection[str] = ()) -> dict[str, Any]:
    """The members of a body, each of the type that is described: a text or null, or a list. Raises Refused 400."""
    if not isinstance(body, dict) or not body:
        raise Refused(400, "The request body is empty")
    for name, value in body.items():
        if name not in texts and name not in lists:
            raise Refused(400, f"Invalid fields in the request body: {name}")
        if not isinstance(value, list if name in lists else str | None):
            raise Refused(400, f"{name} has the wrong type")
    return dict(body)


def whole_number(request: Request, name: str, default: int, least: int, most: int) -> int:
    """A number from the query, silently capped at `most`; raises Refused 400 for anything else."""
    text = request.query_params.get(name)
    if text is None or text == "":
        return default
    if not text.isascii() or not text.isdigit() or int(text) < least:
        raise Refused(400, f"{name} must be an integer of at least {least}")
    return min(int(text), most)
