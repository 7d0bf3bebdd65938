"""The text of a card as it is kept in the database: text where it is UTF-8, its bytes one by one where it is not."""

from __future__ import annotations

_BYTES = "bytes:"  # no card begins like that
_LARGE = 1 << 20


def kept_text(data: bytes) -> str:
    """A card's bytes as a text that can be stored. A large one takes no more than a byte for each of its own."""
    if data.isascii():
        return data.decode("ascii")
    if len(data) < _LARGE:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return (_BYTES.encode() + data).decode("latin-1")


def kept_bytes(text: str) -> bytes:
    """The bytes of a text made by `kept_text`."""
    if text.startswith(_BYTES):
        return text[len(_BYTES) :].encode("latin-1")
    return text.encode("utf-8", "surrogatepass")
