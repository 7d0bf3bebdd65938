"""What an answer of Rex's services says went wrong, whatever status it came with.

Source: public clients (the envelope `{result, error: {message, type, code, extra}, correlation}`, failures with status
200, types that are names of classes). No list of the types is published, so that their words are gone by; what is not
recognised counts as a failure of the service.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from crmdesk.errors import (
    AuthRequired,
    BadResponse,
    NotAllowed,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    Rejected,
    RemoteGone,
    Unavailable,
)
from crmdesk.providers.answer import UNREADABLE, Answer, redacted
from crmdesk.providers.failures import RETRIED, Failures


class _Error(msgspec.Struct):
    message: str | None = None
    type: str | None = None
    code: int | str | None = None


class _Envelope(msgspec.Struct):
    error: _Error | None = None


_ENVELOPES = msgspec.json.Decoder(_Envelope)
_STATUS_OF = (
    (re.compile(r"token|auth(?!oriz)|unauthor|credential|login|session"), 401),
    (re.compile(r"permission|access|forbidden|privilege|denied"), 403),
    (re.compile(r"not_?found|no_?such|missing_?record|does_?not_?exist"), 404),
    (re.compile(r"too_?many|rate_?limit|throttl"), 429),
    (re.compile(r"validation|invalid|argument"), 422),
    (re.compile(r"bad_?method"), 400),
)


def judge(answer: Answer, on: Failures) -> ProviderError | None:
    """The failure that an envelope's `error` stands for; None where it has none, or is no envelope."""
    try:
        error = _ENVELOPES.decode(answer.body).error
    except UNREADABLE:
        return None
    if error is None:
        return None
    said = redacted(" ".join((error.message or error.type or "without saying which").split()), answer.secrets)[:200]
    words, detail = f"Rex reports: {said}", answer.sample()
    status = _status(error, answer)
    kind = on.get(status) or _KINDS.get(status)
    if kind is not None:
        return kind(words, detail=detail)
    if status in RETRIED or status >= 500:
        return Unavailable(words, detail=detail, answered=True) if answer.safe else OutcomeUnknown(words, detail=detail)
    return BadResponse(words, detail=detail) if answer.safe else Rejected(words, detail=detail)


_KINDS: Mapping[int, type[ProviderError]] = {
    401: AuthRequired,
    403: NotAllowed,
    404: RemoteGone,
    429: RateLimited,
}


def _status(error: _Error, answer: Answer) -> int:
    """The HTTP status that fits: the answer's own, the error's code, else what its type says."""
    if answer.status >= 400:
        return answer.status
    code = str(error.code or "")
    if code.isascii() and code.isdigit() and 400 <= int(code) < 600:
        return int(code)
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", error.type or "").lower()
    return next((status for pattern, status in _STATUS_OF if pattern.search(name)), 500)
