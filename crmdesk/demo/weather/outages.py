"""Weather instead of an answer: what a demo CRM, its proxy or the network sends when all is not well."""

import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from typing import Any, Protocol

import msgspec

ErrorBody = Callable[[int, str], bytes]
_JSON, _HTML = "application/json", "text/html; charset=utf-8"
_LOGIN = b"<!doctype html><html><head><title>Sign in</title></head><body><h1>Please sign in to this network</h1>"
_MEGABYTE = 1 << 20


class Reply(Protocol):
    """What a fault needs of the request it spoils."""

    async def send(self, status: int, body: bytes, media: str = _JSON, headers: dict[str, str] | None = None) -> None:
        """Answer at once."""

    async def stream(self, start: bytes, piece: bytes, count: int, end: bytes) -> None:
        """Answer with many pieces, as fast as the other side reads."""

    async def hang_up(self, *, reset: bool) -> None:
        """End the connection without another byte."""

    async def wait(self) -> None:
        """Never answer: wait until the other side or the demo gives up."""


@cache
def bomb(megabytes: int) -> bytes:
    """A gzip body of a few kilobytes that unpacks to as many megabytes of blanks within a JSON list."""
    packer = zlib.compressobj(9, wbits=31)
    blanks = b" " * _MEGABYTE
    return (
        b"".join([packer.compress(b"["), *(packer.compress(blanks) for _ in range(megabytes)), packer.compress(b"]")])
        + packer.flush()
    )


def _retry_after(options: dict[str, Any]) -> dict[str, str]:
    if options["retry_date"] is not None:
        moment = datetime.now(UTC) + timedelta(seconds=options["retry_date"])
        return {"retry-after": format_datetime(moment, usegmt=True)}
    return {} if options["retry_after"] is None else {"retry-after": str(options["retry_after"])}


async def spoil(name: str, options: dict[str, Any], reply: Reply, error: ErrorBody) -> None:
    """Send what the switch `name` says instead of the CRM's own answer."""
    match name:
        case "refused":
            await reply.hang_up(reset=True)
        case "down":
            page = b"<html><head><title>Service Temporarily Unavailable</title></head></html>"
            await reply.send(options["status"], page, _HTML)
        case "rate_limit":
            await reply.send(429, error(429, "Too many requests"), headers=_retry_after(options))
        case "signed_out":
            await reply.send(401, error(401, f"API key {options['reason']}"))
        case "forbidden":
            await reply.send(403, error(403, "You may not see this"))
        case "status":
            await reply.send(options["status"], error(options["status"], options["message"]))
        case "error_200":
            own = options["body"]
            await reply.send(200, error(500, "Something went wrong") if own is None else msgspec.json.encode(own))
        case "html":
            await reply.send(options["status"], _LOGIN + b"</body></html>", _HTML)
        case "empty":
            await reply.send(options["status"], b"")
        case "no_content":
            await reply.send(204, b"")
        case "not_json":
            await reply.send(200, b'{"error": false, "data": {"items": [ oops')
        case "huge":
            await reply.stream(b'{"error": false, "data": "', b"x" * _MEGABYTE, options["mb"], b'"}')
        case "gzip_bomb":
            await reply.send(200, bomb(options["mb"]), headers={"content-encoding": "gzip"})
        case "deep":
            await reply.send(200, b'{"data": ' + b"[" * options["depth"] + b"]" * options["depth"] + b"}")
        case "redirect":
            await reply.send(options["status"], b"", headers={"location": options["to"]})
        case "silent":
            await reply.wait()
        case _:
            raise ValueError(f"no such fault: {name}")


FAULTS = (
    "refused",
    "down",
    "rate_limit",
    "signed_out",
    "forbidden",
    "status",
    "error_200",
    "html",
    "empty",
    "no_content",
    "not_json",
    "huge",
    "gzip_bomb",
    "deep",
    "redirect",
    "silent",
)
