"""What each HTTP status means in the desk's own tree of errors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crmdesk.errors import (
    AlreadyExists,
    AuthRequired,
    BadResponse,
    NotAllowed,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    Rejected,
    RemoteGone,
    StaleVersion,
    Unavailable,
    Unsupported,
)
from crmdesk.providers.wire.answer import Answer
from crmdesk.providers.wire.rate_gate import LONGEST_PAUSE

Failures = Mapping[int, type[ProviderError]]
"""What a provider knows better about some status of some request."""

OF_A_LIST: Failures = {404: BadResponse, 410: BadResponse}
OF_A_LACKING_LIST: Failures = {404: NotAllowed, 405: NotAllowed}
OF_A_SIGN_IN: Failures = {403: AuthRequired, 404: BadResponse, 410: BadResponse}
OF_ONE_THERE: Failures = {409: Rejected}
"""What statuses mean where a list is asked for, one that not every tenant has, where it is asked who signs in, and
where a record that is there is changed or deleted: that something stands against it, not that it exists already."""

RETRIED = frozenset({500, 502, 503, 504})
_UNDECIDED = frozenset({500, 502, 504, 520, 522, 524})  # a gateway gave up; the CRM behind it may have done the work
_OF_WRITING = frozenset({409, 412, 428})  # they say something of a change; to a question they say nothing
_CHANGES = frozenset({"PUT", "PATCH", "DELETE"})
_USUAL: Failures = {
    401: AuthRequired,
    403: NotAllowed,
    404: RemoteGone,
    409: AlreadyExists,
    410: RemoteGone,
    412: StaleVersion,
    428: StaleVersion,
}


def failure(answer: Answer, known: Failures, *, method: str) -> ProviderError:
    """The failure that a status outside 2xx stands for; the parameters of a GET are our own doing."""
    reads = method == "GET"
    known = {**OF_ONE_THERE, **known} if method in _CHANGES else known
    status, place, detail = answer.status, answer.place, answer.sample()
    said = answer.message()
    words = f": {said}" if said else "."
    kind = known.get(status) or (None if reads and status in _OF_WRITING else _USUAL.get(status))
    if kind is AuthRequired:
        why = f"{place} answered that the {answer.credential} is missing, wrong, expired or revoked{words}"
        return AuthRequired(why, next=f"Reconnect the account with a valid {answer.credential}.", detail=detail)
    if kind is NotAllowed and status in OF_A_LACKING_LIST:
        return NotAllowed(f"{place} has no such list (HTTP {status}){words}", lacking=True, detail=detail)
    if kind is Rejected:
        return Rejected(f"{place} refused the change{words}", detail=detail)
    if kind is not None:
        return kind(f"{place} answered {_TEXTS.get(kind, 'no')}{words}", detail=detail)
    if status == 429:
        return RateLimited(f"{place} had too many requests of this account{words}", detail=detail)
    if status in _UNDECIDED and not answer.safe:
        return OutcomeUnknown(f"{place} failed (HTTP {status}) after the change was sent.", detail=detail)
    if status >= 500 or status in (408, 425):
        return Unavailable(f"{place} is not working at the moment (HTTP {status}).", detail=detail, answered=True)
    if 300 <= status < 400:
        return BadResponse(f"{place} points to another address, which is not followed.", detail=detail)
    if status == 405 and not reads:
        return Unsupported(f"{place} takes no such change (HTTP 405){words}", detail=detail)
    if status >= 400 and not reads:
        return Rejected(f"{place} refused the values{words}", detail=detail)
    why = f"{place} did not understand the request (HTTP {status}){words}"
    return BadResponse(why, detail=detail, refused=True)


def of_one_record(problem: ProviderError) -> bool:
    """Whether what stopped the reading of one record may be its own trouble, so that others can still be read."""
    return isinstance(problem, Rejected | BadResponse) or (isinstance(problem, Unavailable) and problem.answered)


_TEXTS: dict[type[ProviderError], str] = {
    NotAllowed: "that this is not allowed",
    RemoteGone: "that it does not exist",
    AlreadyExists: "that it exists already",
    StaleVersion: "that it changed meanwhile",
    BadResponse: "that there is nothing at this address",
}


def answered_at(answer: Answer) -> datetime | None:
    """When the CRM answered, by its own clock; None where it does not say."""
    try:
        moment = parsedate_to_datetime(answer.headers.get("date", ""))
    except (ValueError, OverflowError, TypeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def retry_after(header: str | None, now: datetime) -> float | None:
    """The wait that a `Retry-After` header asks for, in seconds from 0 to a day; None where it says nothing usable.

    Seconds or an HTTP date (RFC 9110, 10.2.3); `now` is the time of the answer by the clock that gave the date.
    """
    text = (header or "").strip()
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, OverflowError, TypeError):
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = max(0.0, (moment - now).total_seconds())
    return min(seconds, LONGEST_PAUSE) if seconds >= 0 else None  # a NaN is not >= 0 either
