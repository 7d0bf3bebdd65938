"""Bodies: read within their bounds, and refused where they are no JSON that the desk could keep."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import msgspec

from crmdesk.api.streams import Receive
from crmdesk.errors import TooLarge, TooSlow, UserInputError, WrongType

TYPES = ("application/json", "application/merge-patch+json")
BODY_SECONDS = 10.0
DEEPEST = 64

Headers = Mapping[str, str]


def check_size_and_type(headers: Headers, largest: int) -> None:
    """What can be refused before anything is read. Raises TooLarge or WrongType."""
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > largest:
        raise _too_large(largest)
    if length != "0" or "transfer-encoding" in headers:
        media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type not in TYPES:
            raise WrongType(f"It is {media_type or 'of no type'}; a body is {' or '.join(TYPES)}.")


def _too_large(largest: int) -> TooLarge:
    return TooLarge(f"A body has {largest:,} bytes at most here.")


async def read(receive: Receive, headers: Headers, largest: int) -> bytes:
    """The whole body, empty where none is announced. Raises TooLarge, or TooSlow where it is not whole in time."""
    if headers.get("content-length", "0") == "0" and "transfer-encoding" not in headers:
        return b""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise TooSlow("The connection ended before the body was there.")
                part: bytes = message.get("body", b"")
                size += len(part)
                if size > largest:
                    raise _too_large(largest)
                parts.append(part)
                if not message.get("more_body", False):
                    return b"".join(parts)
    except TimeoutError:
        raise TooSlow(f"The body did not come within {BODY_SECONDS:.0f} seconds.") from None


def decoded(body: bytes) -> Any:
    """The document of a body. Raises UserInputError for what is no JSON, is nested too deep, or holds no text."""
    try:
        document = msgspec.json.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UserInputError(f"The body is no JSON: {error}.") from None
    if body.count(b"[") + body.count(b"{") > DEEPEST or b"\\u" in body:
        _check(document)
    return document


def _check(document: Any) -> None:
    """Depth, and halves of letters that JSON can spell and nothing can hold. Raises UserInputError."""
    level = [document]
    for _ in range(DEEPEST + 1):
        below: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                below += one.keys()
                below += one.values()
            elif isinstance(one, list):
                below += one
            elif isinstance(one, str) and not _is_text(one):
                raise UserInputError("The body has half of a letter in it (a lone surrogate), which is no text.")
        if not below:
            return
        level = below
    raise UserInputError(f"The body is nested deeper than {DEEPEST} levels.")


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
