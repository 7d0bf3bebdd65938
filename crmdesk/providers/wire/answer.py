"""One answer of a CRM, and the careful reading of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from crmdesk.errors import BadResponse, OutcomeUnknown, ProviderError
from crmdesk.system.redaction import known, redactor

T = TypeVar("T")
Cut = Callable[[Sequence[msgspec.Raw]], list[bytes]]

HIDDEN = "•••"
SAMPLE = 200  # characters of a bad answer that are kept
_PRIVATE = re.compile(
    r"""[^\s"'<>:,;@]+@[^\s"'<>,;]+"""  # email addresses
    r"""|\+?\d[\d\s().\-]{5,}\d"""  # phone numbers
    r"""|[A-Za-z0-9_\-.~+/]{24,}=*"""  # keys and tokens
)
# What one record may hold that makes a whole document unreadable: half a surrogate pair, and numbers that JSON has not.
_BROKEN = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}|NaN|Infinity")
DEEPEST = 200  # levels of a document; what a decoder cannot follow begins some hundreds further down
_NESTING = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the headers with lower-case names, the decompressed body, and what it answers."""

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

    def decode_list(self, decoder: msgspec.json.Decoder[T]) -> tuple[T, Cut]:
        """Like `decode` for an envelope of `msgspec.Raw` records, with one record's broken text left to that record.

        The second is the function that gives those records byte for byte as they were received. What breaks the
        document is masked by as many harmless bytes, to find where the records lie; they are cut out of the true body.
        """
        try:
            return decoder.decode(self.body), _as_bytes
        except UNREADABLE as broken:
            try:
                return decoder.decode(_masked(self.body)), self._cut
            except UNREADABLE:
                raise self.unusable(_reason(self, broken)) from None

    def _cut(self, records: Sequence[msgspec.Raw]) -> list[bytes]:
        masked, found, place = _masked(self.body), [], 0
        for record in records:
            start = masked.index(bytes(record), place)
            place = start + len(bytes(record))
            found.append(self.body[start:place])
        return found

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
        return redacted(" ".join(_words(document).split()), self.secrets)[:SAMPLE]


UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


def redacted(text: str, secrets: tuple[str, ...] = ()) -> str:
    """The text without the given secrets, those of other accounts, and what looks like an address, a number or a key.

    A CRM may tell what belongs to another account: a server that stands for several, or a key pasted in a wrong place.
    """
    for secret in secrets:
        if secret:
            text = text.replace(secret, HIDDEN)
    return _PRIVATE.sub(HIDDEN, redactor.hide(_known(secrets).sub(HIDDEN, text), HIDDEN))


_known = lru_cache(16)(known)  # of the few accounts that there are


def _as_bytes(records: Sequence[msgspec.Raw]) -> list[bytes]:
    return [bytes(record) for record in records]


def _masked(body: bytes) -> bytes:
    return _flat(_BROKEN.sub(lambda found: b"\\u0041" if found[0][:1] == b"\\" else b"1" * len(found[0]), body))


def _flat(body: bytes) -> bytes:
    """As many bytes, what is nested beyond `DEEPEST` levels as one text: its record is found, and read by itself."""
    flat, depth, start, objects = bytearray(body), 0, 0, 0
    for found in _NESTING.finditer(body):
        if found[0] in (b"[", b"{"):
            depth += 1
            objects += found[0] == b"{" and depth > 1
            start = found.start() if depth == DEEPEST else start
        elif found[0] in (b"]", b"}"):
            if depth == DEEPEST and objects:  # without an object inside there is no record to tell apart
                flat[start : found.end()] = b'"' + b"x" * (found.end() - start - 2) + b'"'
            objects -= found[0] == b"}" and depth > 1
            depth -= 1
    return bytes(flat)


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
