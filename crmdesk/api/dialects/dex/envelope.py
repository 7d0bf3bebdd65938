"""The envelope of Convex's HTTP API: how a function is named, called, answered, and how one that throws is told.

Source: the vendor's documentation of its HTTP API, and its client in JavaScript, which sends arguments as a list of one
in the format `convex_encoded_json` and takes an answer of status 560 for what the function threw.
"""

from __future__ import annotations

import struct
from base64 import b64decode
from binascii import Error as NoBase64
from typing import Any

import msgspec

THROWN = 560
PLAIN, ENCODED = "json", "convex_encoded_json"
_SPECIAL = ("$integer", "$float", "$bytes", "$set", "$map")


class Call(msgspec.Struct):
    """A call: `path` is `module:function`; `args` are an object, or a list of one as the vendor's client sends it."""

    path: str
    args: Any = msgspec.field(default_factory=dict)
    format: str = PLAIN


class RunCall(msgspec.Struct):
    """The same where the path of the request names the function."""

    args: Any = msgspec.field(default_factory=dict)
    format: str = PLAIN


class Thrown(Exception):
    """What a function throws; its text is the answer's `errorMessage`, `data` what the client's error carries."""

    def __init__(self, message: str, data: Any = None) -> None:
        super().__init__(message)
        self.data = data


def named(path: str) -> str:
    """A function's name as the table has it: `module:function`, without the ending of a file. Raises Thrown."""
    module, mark, function = path.partition(":")
    if not mark:
        function = "default"
    return f"{module.removesuffix('.js')}:{function}"


def arguments(call: Call | RunCall) -> dict[str, Any]:
    """The arguments of a call in either format. Raises Thrown."""
    if call.format not in (PLAIN, ENCODED):
        raise Thrown(f"Unknown format “{call.format}”: it is {PLAIN} or {ENCODED}.")
    given = call.args
    if isinstance(given, list) and len(given) <= 1:
        given = given[0] if given else {}
    if not isinstance(given, dict):
        raise Thrown("Arguments are one object.")
    return {name: _plain(value) for name, value in given.items()}


def value(result: Any) -> dict[str, Any]:
    """The body of an answer; numbers are plain in both formats."""
    return {"status": "success", "value": result, "logLines": []}


def error(message: str, data: Any = None) -> dict[str, Any]:
    """The body of an answer for what was thrown."""
    return {"status": "error", "errorMessage": message, **({} if data is None else {"errorData": data}), "logLines": []}


def _plain(value: Any) -> Any:
    """A value of the encoded format in plain ones; only whole and odd numbers have a form of their own here."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1 and (mark := next(iter(value))) in _SPECIAL:
        return _special(mark, value[mark])
    if wrong := [name for name in value if name.startswith("$")]:
        raise Thrown(f"Field “{wrong[0]}” starts with a “$”, which is reserved.")
    return {name: _plain(inner) for name, inner in value.items()}


def _special(mark: str, text: Any) -> int | float:
    form = {"$integer": "<q", "$float": "<d"}.get(mark)
    try:
        if form is None or not isinstance(text, str):
            raise Thrown(f"No function here takes a value of the kind {mark}.")
        number: int | float = struct.unpack(form, b64decode(text, validate=True))[0]
    except (NoBase64, struct.error, ValueError):
        raise Thrown(f"{mark} holds no number.") from None
    return number
