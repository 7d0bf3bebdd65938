"""One answer of a CRM, and the careful reading of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from crmdesk.errors import BadResponse, OutcomeUnknown, ProviderError
from crmdesk.providers.wire.mending import UNREADABLE as UNREADABLE
from crmdesk.providers.wire.mending import told
from crmdesk.system.redaction import known, redactor

T = TypeVar("T")

HIDDEN = "•••"
SAMPLE = 200  # characters of a bad answer that are kept
_PRIVATE = re.compile(
    r"""[^\s"'<>:,;@]+@[^\s"'<>,;]+"""  # email addresses
    r"""|\+?\d[\d\s().\-]{5,}\d"""  # phone numbers
    r"""|[A-Za-z0-9_\-.~+/]{24,}=*"""  # keys and tokens
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the headers with lower-case names, the body, and what it answers.

    The body is decompressed, and `mended` where something in it could not be read.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    safe: bool = True  # it answers a request that changes nothing
    place: str = "the CRM"  # the host that answered
    secrets: tuple[str, ...] = ()
    credential: str = "key"  # what such a status refuses where it refuses the sign-in

    def decode(self, decoder: msgspec.json.Decoder[T]) -> T:
        """The body in the decoder's type. Raises BadResponse, or OutcomeUnknown where a write was answered so."""
        try:
            return decoder.decode(self.body)
        except UNREADABLE as broken:
            raise self.unusable(_reason(self, broken)) from None

    def unusable(self, why: str) -> ProviderError:
        """The failure to raise when this answer cannot be used: a write may have been carried out all the same."""
        if self.safe:
            return BadResponse(why, detail=self.sample())
        return OutcomeUnknown(f"The change was sent, but its answer was not understood: {why}", detail=self.sample())

    def sample(self) -> str:
        """Status, content type and the beginning of the body without keys, addresses and numbers."""
        kind = self.headers.get("content-type", "no content type")
        text = redacted(self.body[: SAMPLE * 20].decode("utf-8", "replace"), self.secrets)
        return f"HTTP {self.status}, {kind[:60]}: {text[:SAMPLE]}"

    def message(self) -> str:
        """The CRM's own words on what is wrong, redacted; "" where it said nothing readable."""
        try:
            document = msgspec.json.decode(self.body)
        except UNREADABLE:
            return ""
        return redacted(" ".join(told(_words(document)).split()), self.secrets)[:SAMPLE]


def received(records: Sequence[msgspec.Raw]) -> list[bytes]:
    """The records of an envelope, byte for byte."""
    return [bytes(record) for record in records]


def redacted(text: str, secrets: tuple[str, ...] = ()) -> str:
    """The text without the given secrets, those of other accounts, and what looks like an address, a number or a key.

    A CRM may tell what belongs to another account: a server that stands for several, or a key pasted in a wrong place.
    """
    for secret in secrets:
        if secret:
            text = text.replace(secret, HIDDEN)
    return _PRIVATE.sub(HIDDEN, redactor.hide(_known(secrets).sub(HIDDEN, text), HIDDEN))


_known = lru_cache(16)(known)  # of the few accounts that there are


def _reason(answer: Answer, broken: Exception) -> str:
    if not answer.body.strip():
        return f"{answer.place} answered nothing at all."
    if answer.body.lstrip()[:1] == b"<":
        return f"{answer.place} answered with a web page instead of data."
    if isinstance(broken, msgspec.ValidationError):
        return (
            f"{answer.place} answered data of another form than its API does ({redacted(str(broken), answer.secrets)})."
        )
    if isinstance(broken, RecursionError):
        return f"{answer.place} answered data nested without end."
    return f"{answer.place} answered data that is broken or cut off."


def _words(document: Any) -> str:
    """Messages are looked for where CRMs put them: `message`, `msg`, `error`, `errors`, `detail`, `title`."""
    if isinstance(document, str):
        return document
    if isinstance(document, list):
        return "; ".join(filter(None, map(_words, document[:3])))
    if isinstance(document, dict):
        for key in ("message", "errorMessage", "msg", "error", "errors", "error_description", "detail", "title"):
            if found := _words(document.get(key)):
                return found
    return ""
