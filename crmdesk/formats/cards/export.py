"""Cards for a file: the kept text of each with what changed, or a new one; each whole, whatever was cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from crmdesk.domain.values import Values
from crmdesk.formats.cards.content import Card, parse
from crmdesk.formats.cards.fresh import fresh_card, written
from crmdesk.formats.cards.jcard import jcard_of, lines_of
from crmdesk.formats.cards.lifting import to_four, to_three
from crmdesk.formats.cards.lines import CRLF
from crmdesk.formats.cards.meaning import meaning_of
from crmdesk.formats.cards.patching import patched, with_uid
from crmdesk.formats.cards.stored_text import kept_bytes


class CardFormat(StrEnum):
    """What cards are written as, as the command line names it."""

    VCARD = "vcard"  # 3.0; a card that came as 4.0 stays one
    VCARD4 = "vcard4"
    JCARD = "jcard"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A contact to be written: what the desk shows of it, the card it came as (`Incoming.original`), its UID."""

    values: Values
    uid: str  # for a card that has none and is not written as it came; it stays the same in each export
    kept: str = ""


def written_cards(contacts: Iterable[Outgoing], format: CardFormat = CardFormat.VCARD) -> Iterator[bytes]:
    """The bytes of a file, a card at a time."""
    if format is not CardFormat.JCARD:
        yield from (card_bytes(contact, format) for contact in contacts)
        return
    before = b"[\n"
    for contact in contacts:
        yield before + card_bytes(contact, format)
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def card_bytes(contact: Outgoing, format: CardFormat = CardFormat.VCARD) -> bytes:
    """One card; in JSON without a line end of its own."""
    if not contact.kept:
        version = "3.0" if format is CardFormat.VCARD else "4.0"
        new = fresh_card(contact.values, contact.uid, version)
        return jcard_of(parse(new)) if format is CardFormat.JCARD else new
    kept = kept_bytes(contact.kept)
    card = lines_of(kept) if kept[:1] == b"[" else parse(kept)
    if not card.version.startswith("4"):
        if format is not CardFormat.VCARD:
            card = parse(to_four(_lifted(card)))
        elif card.old:
            card = _lifted(card)
    new = patched(card, written(contact.values))
    made = _made(new, kept, format)
    if made != kept and contact.uid and not meaning_of(parse(new)).uid:  # else its own text is what it is known by
        made = _made(with_uid(parse(new), contact.uid), kept, format)
    return made


def _made(new: bytes, kept: bytes, format: CardFormat) -> bytes:
    """The text of a card as that format has it."""
    if format is not CardFormat.JCARD:
        return _closed(new)
    in_json = kept[:1] == b"["
    return kept if in_json and new == lines_of(kept).data else jcard_of(parse(new), kept if in_json else b"")


def _lifted(card: Card) -> Card:
    return parse(to_three(card)) if card.old else card


def _closed(data: bytes) -> bytes:
    """A card that can stand before another one: with its end, and with lines that end alike everywhere."""
    if b"\n" not in data:
        data = data.replace(b"\r", CRLF)
    if not data.endswith(b"\n"):
        data += CRLF
    if parse(data[-200:].lstrip()).pieces[-1].name != "END" and not data[-200:].strip().upper().endswith(b"END:VCARD"):
        data += b"END:VCARD\r\n"
    return data
