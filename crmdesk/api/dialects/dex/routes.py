"""The rows of Convex's HTTP API in the table of routes: a query, a mutation, an action, and any by its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from crmdesk.api.answers import Answer
from crmdesk.api.call import check_scope
from crmdesk.api.dialects.dex import envelope
from crmdesk.api.dialects.dex.envelope import THROWN, RunCall, Thrown, named
from crmdesk.api.dialects.dex.envelope import Call as Asked
from crmdesk.api.dialects.dex.functions import ACTION, FUNCTIONS, MUTATION, QUERY, Function
from crmdesk.api.dialects.reading import converted
from crmdesk.api.route import Dialect, Handler, Route
from crmdesk.errors import DeskError, NotFound, ProviderError, UserInputError

if TYPE_CHECKING:
    from crmdesk.api.call import Call

_WORDS = {
    400: "BadJsonBody", 401: "Unauthenticated", 403: "Forbidden", 404: "NotFound", 405: "MethodNotAllowed",
    413: "PayloadTooLarge", 415: "UnsupportedMediaType", 429: "TooManyRequests",
}  # fmt: skip


def _error(error: DeskError, status: int) -> tuple[int, dict[str, Any]]:
    return status, {"code": _WORDS.get(status, "InternalServerError"), "message": error.why}


_TEXT: dict[str, Any] = {"type": "string"}
_LINES: dict[str, Any] = {"type": "array", "items": _TEXT}
DIALECT = Dialect(
    "dex",
    "Convex functions of the seed 000",
    _error,
    {"type": "object", "required": ["code", "message"], "properties": {"code": _TEXT, "message": _TEXT}},
    prefixes=("/api/query", "/api/mutation", "/api/action", "/api/run/"),
)


async def _called(call: Call, path: str, asked: Asked | RunCall, kind: str | None) -> Answer:
    """Call a function; whatever it throws is an answer of 560."""
    try:
        function = _function(named(path), path, kind)
        check_scope(call.key, function.scope)
        result = await function.run(call, _arguments(function, asked))
    except Thrown as thrown:
        return Answer(envelope.error(str(thrown), thrown.data), THROWN)
    except (UserInputError, NotFound, ProviderError) as error:
        return Answer(envelope.error(error.why), THROWN)
    return result if isinstance(result, Answer) else Answer(envelope.value(result))


def _function(name: str, path: str, kind: str | None) -> Function:
    function = FUNCTIONS.get(name)
    if function is None:
        raise Thrown(f"Could not find public function for '{path}'.")
    if kind not in (None, function.kind):
        raise Thrown(f"Trying to execute {name} as {kind}, but it is defined as {function.kind}.")
    return function


def _arguments(function: Function, asked: Asked | RunCall) -> Any:
    try:
        return msgspec.convert(envelope.arguments(asked), function.takes)
    except msgspec.ValidationError as wrong:
        raise Thrown(f"ArgumentValidationError: {wrong}") from None


def _of_kind(kind: str) -> Handler:
    async def handler(call: Call) -> Answer:
        asked = converted(call.body, Asked)
        return await _called(call, asked.path, asked, kind)

    return handler


async def _run(call: Call) -> Answer:
    asked = converted(call.body, RunCall)
    return await _called(call, f"{call.params['module']}:{call.params['function']}", asked, None)


_ARGUMENTS: dict[str, Any] = {"description": "an object, or a list of one"}
_FORMAT = {"type": "string", "enum": [envelope.PLAIN, envelope.ENCODED]}
_CALL = {
    "type": "object",
    "required": ["path"],
    "properties": {"path": _TEXT, "args": _ARGUMENTS, "format": _FORMAT},
}
_RUN = {"type": "object", "properties": {"args": _ARGUMENTS, "format": _FORMAT}}
_VALUE = {
    "type": "object",
    "required": ["status", "value", "logLines"],
    "properties": {"status": _TEXT, "value": {}, "logLines": _LINES},
}
_THROWN = {
    "type": "object",
    "required": ["status", "errorMessage", "logLines"],
    "properties": {"status": _TEXT, "errorMessage": _TEXT, "errorData": {}, "logLines": _LINES},
}


def _route(path: str, handler: Handler, says: str, request: dict[str, Any]) -> Route:
    answers = {200: _VALUE, THROWN: _THROWN}
    return Route("POST", path, handler, says, DIALECT, request=request, answers=answers, errors=(400, 403, 504))


ROUTES = (
    _route("/api/query", _of_kind(QUERY), "Call a query", _CALL),
    _route("/api/mutation", _of_kind(MUTATION), "Call a mutation", _CALL),
    _route("/api/action", _of_kind(ACTION), "Call an action", _CALL),
    _route("/api/run/{module}/{function}", _run, "Call a function by its path", _RUN),
)
