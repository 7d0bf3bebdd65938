"""Requests to the local API that are refused: each has done nothing."""

from __future__ import annotations

from crmdesk.errors.root import DeskError
from crmdesk.errors.storage import StoreError


class ApiRefusal(DeskError):
    """A request to the local API that is not carried out."""

    id = "API_REFUSED"
    title = "The request was not carried out"
    remedy = "Correct the request and try again."


class BadRequestLine(ApiRefusal):
    """The request is not written as HTTP asks, or names another machine as its target."""

    id = "BAD_REQUEST"
    title = "The request was not understood"
    remedy = "Send the path alone as the target, and one Host."


class ForeignHost(ApiRefusal):
    """The request is addressed to another name than this computer's."""

    id = "FOREIGN_HOST"
    title = "The request is not addressed to this computer"
    remedy = "Use the address that `crmdesk api status` shows, as it stands there."


class ForeignPage(ApiRefusal):
    """A web page asks that the user has not let in."""

    id = "FOREIGN_PAGE"
    title = "This web page may not use the local API"
    remedy = "Let it in with `crmdesk api origins add ORIGIN`, if you trust it with your contacts."


class KeyMissing(ApiRefusal):
    """There is no key in the request."""

    id = "KEY_MISSING"
    title = "A key is needed"
    remedy = "Send `Authorization: Bearer KEY`; `crmdesk api keys add` makes one."


class KeyRefused(ApiRefusal):
    """The key is none: unknown, revoked and expired are told alike."""

    id = "KEY_REFUSED"
    title = "The key opens nothing"
    remedy = "Use a key that `crmdesk api keys list` shows as standing, or make a new one."


class ScopeMissing(ApiRefusal):
    """The key may not do that."""

    id = "SCOPE_MISSING"
    title = "The key may not do that"
    remedy = "`crmdesk api keys set NAME --scope LIST` changes what it may."


class TooManyRequests(ApiRefusal):
    """More requests than the key may make; `after` is the wait in seconds."""

    id = "TOO_MANY_REQUESTS"
    title = "Too many requests"
    remedy = "Wait as long as Retry-After says, then send it again."

    def __init__(self, why: str, *, after: int) -> None:
        super().__init__(why)
        self.after = after


class TooLarge(ApiRefusal):
    """The body is larger than is taken."""

    id = "TOO_LARGE"
    title = "The request is too large"
    remedy = "Send it in parts."


class WrongType(ApiRefusal):
    """The body is of a type that is not taken."""

    id = "WRONG_TYPE"
    title = "The type of the body is not taken"
    remedy = "Send JSON with `Content-Type: application/json`."


class MethodRefused(ApiRefusal):
    """The path is there, and not for that method."""

    id = "METHOD_REFUSED"
    title = "That method is not for this path"
    remedy = "Use one of the methods that Allow names."


class TooSlow(ApiRefusal):
    """The body did not come in time."""

    id = "TOO_SLOW"
    title = "The request did not come whole"
    remedy = "Send it again."


class NoAnswerInTime(ApiRefusal):
    """The answer took too long; what was begun goes on."""

    id = "NO_ANSWER_IN_TIME"
    title = "There is no answer yet"
    safe = "What was begun goes on."
    remedy = "Look at what became of it, or repeat it under the same Idempotency-Key."


class ItemChanged(ApiRefusal):
    """The item is not as the request's If-Match says."""

    id = "ITEM_CHANGED"
    title = "The item changed since it was read"
    remedy = "Read it again, and send the change with its new ETag."


class KnownAlready(ApiRefusal):
    """Somebody has that email already; `item_id` is who."""

    id = "KNOWN_ALREADY"
    title = "Somebody has that email already"
    remedy = "Change that contact, or give the key `--known update`."

    def __init__(self, why: str, *, item_id: int) -> None:
        super().__init__(why)
        self.item_id = item_id


class TokenReused(ApiRefusal):
    """An Idempotency-Key comes with another request than the first time."""

    id = "IDEMPOTENCY_KEY_REUSED"
    title = "The Idempotency-Key was used for another request"
    remedy = "Use a new one for each new request."


class StillRunning(ApiRefusal):
    """The first request under an Idempotency-Key is not done yet."""

    id = "STILL_RUNNING"
    title = "The first request of that Idempotency-Key is not done yet"
    remedy = "Repeat it in a moment."


class PortTaken(StoreError):
    """Another program listens on the API's port."""

    id = "PORT_TAKEN"
    title = "The local API could not be started"
    safe = "Nothing was changed; the desk works without it."
    remedy = "End the other program, or choose another port with `crmdesk api on --port P`."
