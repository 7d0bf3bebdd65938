"""Cards for an import: each as the desk's own values, with what is wrong with it said and its text kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from crmdesk.domain.importing.incoming import Incoming, Problem
from crmdesk.domain.values import Entry
from crmdesk.formats.cards.content import Card, parse
from crmdesk.formats.cards.encodings import USUAL
from crmdesk.formats.cards.jcard import is_jcard, lines_of, split_jcards
from crmdesk.formats.cards.meaning import Meaning, meaning_of
from crmdesk.formats.cards.stored_text import kept_text
from crmdesk.formats.cards.stream import CardText, split_cards

Groups = Mapping[str, tuple[str, ...]]  # names of groups by the UID of a member

A_GROUP = "a group"
NOBODY = "It holds nothing that tells who it is about."
_MEMBERS = ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")
_KINDS = frozenset({"KIND", "X-ADDRESSBOOKSERVER-KIND"})
_MAY_BE_A_GROUP = re.compile(rb"KIND[^:\n]*:[ \t]*group", re.IGNORECASE)
_KNOWN_VERSIONS = ("2.1", "3.0", "4.0")


def cards_of(stream: BinaryIO) -> Iterator[CardText]:
    """The cards of a file, whichever of the formats it is in."""
    return split_jcards(stream) if is_jcard(stream) else split_cards(stream)


def read_cards(stream: BinaryIO, usual: str = USUAL, groups: Groups | None = None) -> Iterator[Incoming]:
    """Each card of a file as it is to be imported, and each stretch of text outside of cards as something skipped.

    `usual` is the codec for what is neither UTF-8 nor says its character set; with `groups`, as `groups_of` gives them,
    a member has its groups among its tags.
    """
    for text in cards_of(stream):
        yield incoming_of(text, usual, groups or {})


def groups_of(stream: BinaryIO, usual: str = USUAL) -> dict[str, tuple[str, ...]]:
    """Which groups each member is in; asked for before the cards are read, since a file may have its groups last."""
    found: dict[str, tuple[str, ...]] = {}
    for text in cards_of(stream):
        if text.is_card and (text.data[:1] == b"[" or _MAY_BE_A_GROUP.search(text.data)):
            meaning = meaning_of(_parsed(text.data, usual))
            name = meaning.values.get("name")
            if _is_group(meaning) and isinstance(name, str):
                for member in _members(meaning):
                    found[member] = tuple(dict.fromkeys((*found.get(member, ()), name)))
    return found


def incoming_of(text: CardText, usual: str = USUAL, groups: Groups | None = None) -> Incoming:
    """A card, or what stands outside of cards, as a row of an import."""
    if not text.is_card:
        shown = text.data.decode("utf-8", "replace")
        return Incoming(text.line, {}, original=shown, skip=text.fault)
    card = _parsed(text.data, usual)
    meaning = meaning_of(card)
    values = meaning.values
    for group in (groups or {}).get(bare_uid(meaning.uid), ()):
        tags = values.get("tags", ())
        if isinstance(tags, tuple) and group not in (tag.value for tag in tags):
            values["tags"] = (*tags, Entry(group))
    skip = A_GROUP if _is_group(meaning) else None if values else NOBODY
    return Incoming(
        text.line,
        {} if skip else values,
        tuple(meaning.unmapped),
        kept_text(text.data),
        (*_told(card, text.fault), *meaning.problems),
        skip,
        meaning.uid or None,
    )


def _parsed(data: bytes, usual: str) -> Card:
    return lines_of(data) if data[:1] == b"[" else parse(data, usual)


def _is_group(meaning: Meaning) -> bool:
    if _KINDS.isdisjoint(meaning.named):
        return False
    return any(meaning.text_of(name).strip().lower() == "group" for name in _KINDS)


def _members(meaning: Meaning) -> Iterator[str]:
    for name in _MEMBERS:
        for piece in meaning.named.get(name, ()):
            yield bare_uid(meaning.card.text(piece))


def bare_uid(text: str) -> str:
    """A UID as members are found by: groups name them with or without the prefix of their kind of address."""
    stripped = text.strip()
    return stripped[9:] if stripped[:9].lower() == "urn:uuid:" else stripped


def _told(card: Card, fault: str) -> Iterator[Problem]:
    """What is wrong with a card beside its values; none of it keeps anybody from importing it."""
    if fault:
        yield Problem("END", "", fault)
    if not card.version:
        yield Problem("VERSION", "", f"The card says no version; it was read as {'2.1' if card.old else '3.0'}.")
    elif card.version not in _KNOWN_VERSIONS:
        yield Problem("VERSION", card.version, "No such version is known; it was read like the others.")
    for name in card.unknown_sets:
        yield Problem("CHARSET", name, "No such character set is known; another one was taken.")
    for why in dict.fromkeys([piece.fault for piece in card.pieces if piece.fault]):
        first = next(piece for piece in card.pieces if piece.fault == why)
        shown = card.source(first)[:200].decode("utf-8", "replace").strip()
        yield Problem("line", shown, why)
