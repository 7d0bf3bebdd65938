"""What an answer of Rex's services says went wrong, whatever status it came with.

Source: public clients (the envelope `{result, error: {message, type, code, extra}, correlation}`, failures with status
200, types that are names of classes). No list of the types is published, so that their words are gone by; what is not
recognised counts as a failure of the service.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

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
from crmdesk.providers.wire.answer import SAMPLE, UNREADABLE, Answer, redacted
from crmdesk.providers.wire.failures import RETRIED, Failures


class _Envelope(msgspec.Struct):
    error: Any = None  # usually an object of message, type and code; a text has been met too


_ENVELOPES = msgspec.json.Decoder(_Envelope)
_STATUS_OF = (
    (re.compile(r"token|auth(?!ori[sz])|unauthor|credential|login|session"), 401),
    (re.compile(r"permission|access|forbidden|privilege|denied|authori[sz]"), 403),
    (re.compile(r"not_?found|no_?such|missing_?record|does_?not_?exist"), 404),
    (re.compile(r"too_?many|rate_?limit|throttl"), 429),
    (re.compile(r"validation|invalid|argument"), 422),
    (re.compile(r"bad_?method"), 400),
)
# Where the type says nothing, as `Exception` does: only what costs nothing if the words were meant otherwise. That a
# record is gone is never read out of a sentence.
_SIGN_IN, _ENDED = r"(?:token|session|login|credentials?)", r"(?:expired|invalid|revoked|incorrect|no longer valid)"
_STATUS_SAID = (
    (re.compile(rf"\b{_SIGN_IN}\b.{{0,40}}\b{_ENDED}\b|\b{_ENDED}\b.{{0,20}}\b{_SIGN_IN}\b|not logged in"), 401),
    (re.compile(r"\bpermission\b|not authori[sz]ed|access denied|forbidden"), 403),
    (re.compile(r"too many requests|rate limit"), 429),
)


def failure_in_envelope(answer: Answer, on: Failures) -> ProviderError | None:
    """The failure that an envelope's `error` stands for; None where it has none, or is no envelope."""
    try:
        error = _ENVELOPES.decode(answer.body).error
    except UNREADABLE:
        return None
    if not error:
        return None
    members = error if isinstance(error, dict) else {}
    name = members.get("type")
    name = name if isinstance(name, str) else ""
    said = answer.message() or redacted(name, answer.secrets)[:SAMPLE] or "an error, without saying which"
    words, detail = f"Rex reports: {said}", answer.sample()
    status = _status(answer, name, str(members.get("code") or ""), said)
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


def _status(answer: Answer, name: str, code: str, said: str) -> int:
    """The HTTP status that fits: the answer's own, the error's code, else what its type or its words say."""
    if answer.status >= 400:
        return answer.status
    if code.isascii() and code.isdigit() and len(code) == 3 and 400 <= int(code) < 600:
        return int(code)
    name, said = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower(), said.lower()
    typed = next((status for pattern, status in _STATUS_OF if pattern.search(name)), None)
    return typed or next((status for pattern, status in _STATUS_SAID if pattern.search(said)), 500)
