"""The kept text of a card with another value in some of its fields: those properties are replaced where they stand.

Groups, order and everything that the desk has no word for stay byte for byte. A card of 2.1 is lifted before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, Kind
from crmdesk.domain.rows import rows_of, same_rows
from crmdesk.domain.values import Entry, Value, Values
from crmdesk.formats.cards.birthdays import written_day
from crmdesk.formats.cards.content import UNRANKED, Card, Params, Piece, parse
from crmdesk.formats.cards.escapes import escaped, split, unescaped
from crmdesk.formats.cards.fresh import address_coded, field_line, names_coded
from crmdesk.formats.cards.labels import label_of, types_of
from crmdesk.formats.cards.lifting import spelled
from crmdesk.formats.cards.lines import (
    CRLF,
    DERIVED,
    content_line,
    encoded,
    entry_lines,
    entry_params,
    folded,
    physical,
)
from crmdesk.formats.cards.meaning import (
    ADDRESS_PLACES,
    LISTS,
    NETWORKS,
    OWN,
    SINGLE,
    STREET,
    Meaning,
    differing,
    meaning_of,
)

_GROUP = re.compile(r"item(\d+)", re.IGNORECASE)
_CODING = ("ENCODING", "CHARSET")
_PARTS = frozenset(ADDRESS_PARTS)


def patched(card: Card, new: Values) -> bytes:
    """The card's text with those values; the same bytes where it has them already."""
    meaning = meaning_of(card)
    changed = differing(meaning.values, new)
    if not changed:
        return card.data
    patch = _Patch(meaning)
    for key in changed:
        if key in LISTS:
            _patch_entries(patch, key, rows_of(new.get(key)))
        elif key == "tags":
            _patch_tags(patch, rows_of(new.get(key)))
        elif key not in _PARTS and key not in ("first_name", "last_name"):
            _patch_single(patch, key, new.get(key))
    if {"first_name", "last_name"} & set(changed):
        _patch_names(patch, new)
    if _PARTS & set(changed):
        _patch_address(patch, new)
    data = patch.data()
    if "name" not in new or "name" in changed or meaning.named.get("FN"):
        return data
    if meaning_of(parse(data, card.usual)).values.get("name") != new["name"]:  # it was made of what changed
        patch.add(field_line("name", new["name"], card.version))
    return patch.data()


def with_uid(card: Card, uid: str) -> bytes:
    """The card's text with a UID, of one that has none."""
    patch = _Patch(meaning_of(card))
    patch.add(content_line("UID", escaped(uid)))
    return patch.data()


class _Patch:
    """What becomes of each property: another text, none, or the one it has."""

    def __init__(self, meaning: Meaning) -> None:
        self.meaning, self.card = meaning, meaning.card
        data = self.card.data
        self.end = CRLF if b"\r\n" in data or (b"\n" not in data and b"\r" not in data) else b"\n"
        if b"\n" not in data and b"\r" in data:
            self.end = b"\r"
        self._texts: dict[int, bytes] = {}  # by the place where the property starts
        self._added: list[bytes] = []
        used = (_GROUP.fullmatch(piece.group) for piece in self.card.pieces)
        self._group = max((int(found[1]) for found in used if found and len(found[1]) < 6), default=0)

    def group(self) -> str:
        """The name of a group that the card does not have yet."""
        self._group += 1
        return f"item{self._group}"

    def add(self, *lines: str) -> None:
        """Content lines that stand before the end."""
        self._added.extend(physical(line, self.end) for line in lines)

    def put(self, piece: Piece, line: bytes) -> None:
        """Another text in the place of a property; an empty one takes it away."""
        self._texts[piece.start] = line

    def drop(self, piece: Piece) -> None:
        """Leave a property out, and what belongs to it alone: Apple's labels of its group."""
        self._texts[piece.start] = b""
        if not piece.group:
            return
        group = [one for one in self.card.pieces if one.group.lower() == piece.group.lower()]
        if all(one is piece or one.name.startswith("X-AB") for one in group):
            for one in group:
                self._texts[one.start] = b""

    def replace(self, piece: Piece, coded: str, params: Params | None = None, group: str | None = None) -> None:
        """Another value, and where given other parameters, in the place of a property."""
        kept = tuple(one for one in (piece.params if params is None else params) if one[0] not in _CODING)
        if kept == piece.params and group is None:
            self._texts[piece.start] = folded(self.card.head(piece) + encoded(coded), self.end)
            return
        name = spelled(self.card, piece)
        line = content_line(name, coded, kept, piece.group if group is None else group)
        self._texts[piece.start] = physical(line, self.end)

    def data(self) -> bytes:
        pieces = self.card.pieces
        last = next((piece for piece in reversed(pieces) if piece.name == "END"), None)
        lines = []
        for piece in pieces:
            if piece is last:
                lines.extend(self._added)
            lines.append(self._texts.get(piece.start, self.card.source(piece)))
        if last is None:
            if lines and not lines[-1].endswith((b"\n", b"\r")):
                lines.append(self.end)
            lines.extend(self._added)
        return b"".join(lines)


def _patch_single(patch: _Patch, key: str, value: Value | None) -> None:
    """A field of one property: replaced where it stands, else in one of its name that is empty, else added."""
    card, meaning = patch.card, patch.meaning
    place = next(iter(meaning.places.get(key, ())), None)
    if value is None:
        if place is not None:
            patch.drop(place)
        return
    if place is None:
        name = "ORG" if key == "company" else SINGLE.get(key, "")
        place = next((one for one in meaning.named.get(name, ()) if not card.text(one).strip("; ")), None)
    text = escaped(str(value))
    if place is None or place.name in ("X-ANDROID-CUSTOM", "LABEL") or (place.name == "ADR" and key == ADDRESS):
        if place is not None:
            patch.drop(place)
        patch.add(field_line(key, value, card.version))
    elif place.name == OWN:
        patch.put(place, physical(field_line(key, value, card.version), patch.end))
    elif key == "company":
        patch.replace(place, ";".join([text, *split(card.coded(place), ";")[1:]]))
    elif key == "birthday":
        params = tuple(one for one in place.params if one[0] not in ("VALUE", "X-APPLE-OMIT-YEAR"))
        patch.replace(place, written_day(str(value), card.version), params)
    elif key in NETWORKS:
        patch.replace(place, _before(card.text(place), str(meaning.values[key]), place) + text)
    else:
        patch.replace(place, text, tuple(one for one in place.params if one[0] != DERIVED))


def _before(raw: str, said: str, piece: Piece) -> str:
    """The scheme that stands before what was read of a value."""
    return escaped(raw[: -len(said)]) if said and raw.endswith(said) and piece.name.startswith("IMPP") else ""


def _patch_names(patch: _Patch, new: Values) -> None:
    place = next(iter(patch.meaning.named.get("N", ())), None)
    if place is None:
        patch.add(content_line("N", names_coded(new)))
        return
    parts = split(patch.card.coded(place), ";")
    if len(parts) == 1:
        patch.replace(place, names_coded(new))
        return
    for number, key in enumerate(("last_name", "first_name")):
        if patch.meaning.values.get(key) != new.get(key):
            parts[number] = escaped(str(new.get(key, "")))
    patch.replace(place, ";".join(parts))


def _patch_address(patch: _Patch, new: Values) -> None:
    places = [piece for key in ADDRESS_PARTS for piece in patch.meaning.places.get(key, ())]
    given = {key: new[key] for key in ADDRESS_PARTS if key in new}
    if not places:
        patch.add(content_line("ADR", address_coded(given)))
        return
    if not given:
        patch.drop(places[0])
        return
    parts = split(patch.card.coded(places[0]), ";")
    parts += [""] * (7 - len(parts))
    for key, place in ADDRESS_PLACES.items():
        if patch.meaning.values.get(key) != given.get(key):
            parts[place] = escaped(str(given.get(key, "")))
            if place == STREET:  # what stood in parts of their own was shown with it
                parts[0] = parts[1] = ""
    patch.replace(places[0], ";".join(parts))


def _patch_tags(patch: _Patch, tags: Sequence[Entry]) -> None:
    card, wanted = patch.card, [tag.value for tag in tags]
    pieces = patch.meaning.named.get("CATEGORIES", [])
    known = {tag.value for tag in rows_of(patch.meaning.values.get("tags"))}
    added = [escaped(tag) for tag in dict.fromkeys(wanted) if tag not in known]
    for number, piece in enumerate(pieces):
        parts = split(card.coded(piece), ",")
        kept = [part for part in parts if unescaped(part).strip() in wanted]
        new = [*kept, *added] if number == 0 else kept
        if not new:
            patch.drop(piece)
        elif new != parts:
            patch.replace(piece, ",".join(new))
    if added and not pieces:
        patch.add(content_line("CATEGORIES", ",".join(added)))


def _patch_entries(patch: _Patch, key: str, new: Sequence[Entry]) -> None:
    meaning = patch.meaning
    old, pieces = rows_of(meaning.values.get(key)), meaning.places.get(key, [])
    found = same_rows(Kind.CONTACT, key, old, new)
    for number, piece in enumerate(pieces):
        if number not in found:
            patch.drop(piece)
    primaries = {number for number, entry in zip(found, new, strict=True) if entry.primary}
    moved = primaries != {number for number, entry in enumerate(old) if entry.primary}
    for place, entry in zip(found, new, strict=True):
        if place is None:
            patch.add(*entry_lines(LISTS[key], entry, patch.card.version, patch.group()))
        elif entry != old[place] or (moved and (pieces[place].head.rank < UNRANKED) is not entry.primary):
            _patch_entry(patch, pieces[place], old[place], entry)


def _patch_entry(patch: _Patch, piece: Piece, old: Entry, new: Entry) -> None:
    card = patch.card
    text = card.text(piece)
    coded = card.coded(piece)
    if old.value != new.value:
        coded = escaped(text[: -len(old.value)] + new.value if text.endswith(old.value) else new.value)
    coded = coded.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    params, group = piece.params, None
    if old.label != new.label:
        params, group = _with_label(patch, piece, new.label)
    if old.primary != new.primary or (piece.head.rank < UNRANKED) is not new.primary:
        params = _with_rank(params, new.primary, card.version)
    if (coded, params, group) != (card.coded(piece), piece.params, None):
        patch.replace(piece, coded, params, group)


def _with_label(patch: _Patch, piece: Piece, label: str) -> tuple[Params, str | None]:
    """The parameters and the group with which a property has that label."""
    types = types_of(label)
    silent = [word for word in piece.param("TYPE") if not label_of((word,))]
    rest = tuple(one for one in piece.params if one[0] != "TYPE")
    words = (*silent, *(types or ()))
    params = ((("TYPE", words),) if words else ()) + rest
    apple = patch.meaning.labels.get(piece.group.lower()) if piece.group else None
    if apple is not None:
        if label and types is None:
            patch.replace(apple, escaped(label))
            return params, None
        patch.put(apple, b"")
        return params, None
    if types is not None:
        return params, None
    group = piece.group or patch.group()
    patch.add(content_line("X-ABLabel", escaped(label), (), group))
    return params, group


def _with_rank(params: Params, primary: bool, version: str) -> Params:
    rest: list[tuple[str, tuple[str, ...]]] = []
    for name, values in params:
        kept = tuple(word for word in values if word.lower() != "pref") if name == "TYPE" else values
        if kept and name != "PREF":
            rest.append((name, kept))
    if not primary:
        return tuple(rest)
    types = tuple(word for name, values in rest if name == "TYPE" for word in values)
    return (*entry_params(types, True, version), *(one for one in rest if one[0] != "TYPE"))
