"""Answers and refusals as they go out: JSON in the words of a dialect, never kept by anybody on the way."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import msgspec

from crmdesk.api.route import Dialect
from crmdesk.domain.notation.json_shapes import to_text
from crmdesk.errors import (
    AlreadyExists,
    BadRequestLine,
    DeskError,
    DiskFull,
    DuplicateAccount,
    ForeignHost,
    ForeignPage,
    ItemChanged,
    KeyMissing,
    KeyRefused,
    KnownAlready,
    MethodRefused,
    NoAnswerInTime,
    NotFound,
    PlaceGone,
    ProviderError,
    RateLimited,
    ScopeMissing,
    SecretError,
    StillRunning,
    StoreError,
    TokenReused,
    TooLarge,
    TooManyRequests,
    TooSlow,
    Unsupported,
    UserInputError,
    WrongType,
)

JSON = "application/json"
STATUSES: tuple[tuple[type[DeskError], int], ...] = (
    (BadRequestLine, 400),
    (KeyMissing, 401),
    (KeyRefused, 401),
    (ForeignHost, 403),
    (ForeignPage, 403),
    (ScopeMissing, 403),
    (NotFound, 404),
    (MethodRefused, 405),
    (TooSlow, 408),
    (StillRunning, 409),
    (KnownAlready, 409),
    (DuplicateAccount, 409),
    (AlreadyExists, 409),
    (Unsupported, 409),
    (ItemChanged, 412),
    (TooLarge, 413),
    (WrongType, 415),
    (TokenReused, 422),
    (TooManyRequests, 429),
    (PlaceGone, 410),
    (UserInputError, 400),
    (RateLimited, 503),
    (ProviderError, 502),
    (NoAnswerInTime, 504),
    (DiskFull, 507),
    (StoreError, 503),
    (SecretError, 503),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes out: a document, or bytes as they are, or a stream of them.

    `without_secret` is the document as it may be kept for a repeated request, where a secret is shown in it this once.
    """

    document: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = JSON
    body: bytes | None = None
    stream: AsyncGenerator[bytes, None] | None = None
    without_secret: Any = None

    def kept(self) -> bytes:
        """The body as it may be kept on disk."""
        return self.encoded() if self.without_secret is None else to_bytes(self.without_secret)

    def encoded(self) -> bytes:
        """The body."""
        if self.body is not None:
            return self.body
        return b"" if self.document is None else to_bytes(self.document)


def to_bytes(document: Any) -> bytes:
    """A document as JSON, whatever letters are in it."""
    try:
        return msgspec.json.encode(document)
    except UnicodeEncodeError:
        return to_text(msgspec.to_builtins(document)).encode()


def status_of(error: DeskError) -> int:
    """The status that a failure has in the desk's own words; a dialect may have another."""
    return next((status for known, status in STATUSES if isinstance(error, known)), 500)


def refusal(error: DeskError, dialect: Dialect, headers: Mapping[str, str] | None = None) -> Answer:
    """A failure in the words of a dialect."""
    status, document = dialect.error(error, status_of(error))
    more = dict(headers or {})
    if isinstance(error, TooManyRequests):
        more["Retry-After"] = str(error.after)
    elif isinstance(error, RateLimited) and error.after is not None:
        more["Retry-After"] = str(max(1, round(error.after)))
    if status == 401:
        more["WWW-Authenticate"] = "Bearer"
    return Answer(document, status, more, dialect.media_type)


def problem(error: DeskError, status: int) -> tuple[int, dict[str, Any]]:
    """A failure by RFC 9457, with what was not done, why, what is safe and what to do next."""
    told = error.as_json()
    fields = getattr(error, "fields", None)
    document: dict[str, Any] = {
        "type": f"urn:crmdesk:{error.id}",
        "title": error.title,
        "status": status,
        "detail": f"{told['what']}: {told['why']}",
        "what": told["what"],
        "why": told["why"],
        "safe": told["safe"],
        "next": told["next"],
    }
    if fields:
        document["errors"] = [{"field": name, "message": message} for name, message in fields.items()]
    return status, document


def reason(status: int) -> str:
    """The words of a status."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Answer"
