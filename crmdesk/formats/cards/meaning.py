"""What a card says in the desk's words, and which of its properties says it, so that an edit can find it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from crmdesk.domain.fields import ADDRESS_PARTS, FIELDS, FieldType, Kind
from crmdesk.domain.importing.incoming import Problem
from crmdesk.domain.values import Entry, Value, Values, parse_value
from crmdesk.errors import UserInputError
from crmdesk.formats.cards.birthdays import day_of
from crmdesk.formats.cards.content import UNRANKED, Card, Piece
from crmdesk.formats.cards.encodings import is_base64
from crmdesk.formats.cards.labels import built_in, label_of
from crmdesk.formats.cards.lines import DERIVED, NO_NAME, WHOLE

OWN = "X-CRMDESK"  # what no property of the standard is for; FIELD names ours
SINGLE = {"name": "FN", "job_title": "TITLE", "role": "ROLE", "description": "NOTE", "website": "URL"}
LISTS = {"emails": "EMAIL", "phones": "TEL"}
NETWORKS = ("twitter", "instagram", "facebook", "linkedin", "telegram")
STREET, CITY, REGION, POSTCODE, COUNTRY = range(2, 7)  # parts of ADR; 0 is a box, 1 a flat or floor
ADDRESS_PLACES = dict(zip(ADDRESS_PARTS, (STREET, CITY, REGION, POSTCODE, COUNTRY), strict=True))
_PROFILES = ("X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP")
_HANDLE_NAMES = frozenset({*_PROFILES, *(f"X-{network.upper()}" for network in NETWORKS)})
_NO_CONTENT = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV", "PROFILE", "X-ABLABEL", "UID", "KIND", OWN})
# Names of which the readers themselves say what is not mapped.
_TOLD = _NO_CONTENT | {"N", "FN", "ORG", "ADR", "CATEGORIES", "BDAY", *SINGLE.values(), *LISTS.values()}
_PICTURES = ("PHOTO", "LOGO")
_ANDROID_BIRTHDAY = "vnd.android.cursor.item/contact_event"
_ONE_LINE = (FieldType.TEXT, FieldType.NOTE, FieldType.HANDLE, FieldType.URL, FieldType.IMAGE)


@dataclass(slots=True)
class Meaning:
    """The values of a card. `places` has the property of each, of a list one for each entry."""

    card: Card
    values: dict[str, Value] = field(default_factory=dict)
    places: dict[str, list[Piece]] = field(default_factory=dict)
    named: dict[str, list[Piece]] = field(default_factory=dict)  # properties by name
    labels: dict[str, Piece] = field(default_factory=dict)  # Apple's label by group, in lower case
    unmapped: dict[str, None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def uid(self) -> str:
        """What the card is known by; "" without one."""
        return self.text_of("UID").strip()

    def text_of(self, name: str) -> str:
        """The text of the first property of that name that has one."""
        for piece in self.named.get(name, ()):
            if (text := self.card.text(piece)).strip():
                return text
        return ""

    def put(self, key: str, value: Value, *pieces: Piece) -> None:
        """Take a value, and where it came from."""
        self.values[key] = value
        self.places[key] = list(pieces)


def meaning_of(card: Card) -> Meaning:
    """Read a card. What cannot be read is a problem of that property alone."""
    meaning = Meaning(card)
    named = meaning.named
    for piece in card.pieces:
        if name := piece.head.name:
            if name in named:
                named[name].append(piece)
            else:
                named[name] = [piece]
    for piece in named.get("X-ABLABEL", ()):
        if piece.group:
            meaning.labels.setdefault(piece.group.lower(), piece)
    for name, pieces in named.items():
        if key := _SINGLE_BY_NAME.get(name):
            if len(pieces) > 1:
                _single(meaning, key, name)
            elif (text := card.text(pieces[0])).strip():
                meaning.values[key], meaning.places[key] = text, pieces
        elif key := _LIST_BY_NAME.get(name):
            _entries(meaning, key, name)
    if "ORG" in named:
        _company(meaning)
    for read in (_names, _birthday, _tags, _address, _picture, _handles, _own_fields, _last_name_to_show, _rest):
        read(meaning)
    return meaning


_SINGLE_BY_NAME = {name: key for key, name in SINGLE.items()}
_LIST_BY_NAME = {name: key for key, name in LISTS.items()}


def _chosen(meaning: Meaning, name: str, read: Callable[[Piece], Value | None]) -> tuple[Value, Piece] | None:
    """The value of the most preferred property of a name, the others told as not mapped."""
    pieces = meaning.named.get(name)
    if pieces is None:
        return None
    if len(pieces) == 1:
        value = read(pieces[0])
        return None if value is None else (value, pieces[0])
    found = [(value, piece) for piece in pieces if (value := read(piece))]
    if len(found) > 1:
        meaning.unmapped[name] = None
        return min(found, key=lambda one: one[1].head.rank)
    return found[0] if found else None


def _single(meaning: Meaning, key: str, name: str) -> None:
    if chosen := _chosen(meaning, name, lambda piece: _said(meaning.card.text(piece))):
        meaning.put(key, *chosen)


def _said(text: str) -> str | None:
    return text if text.strip() else None


def _company(meaning: Meaning) -> None:
    card = meaning.card
    pieces = meaning.named["ORG"]
    if len(pieces) == 1:
        company, *departments = card.parts(pieces[0])
        if company.strip():
            meaning.values["company"], meaning.places["company"] = company, pieces
        if departments and "".join(departments).strip():
            meaning.unmapped["ORG"] = None
        return
    parts = [(card.parts(piece), piece) for piece in pieces]
    found = [(held[0], piece) for held, piece in parts if held[0].strip()]
    if found:
        meaning.put("company", *min(found, key=lambda one: one[1].head.rank))
    if len(found) > 1 or any(part.strip() for held, _ in parts for part in held[1:]):  # departments
        meaning.unmapped["ORG"] = None


def _names(meaning: Meaning) -> None:
    pieces = meaning.named.get("N")
    if not pieces:
        return
    piece = pieces[0]
    parts = meaning.card.parts(piece)
    if len(pieces) > 1 or any(part.strip() for part in parts[2:]):
        meaning.unmapped["N"] = None
    if len(parts) == 1:  # a name that was never taken apart
        whole = parts[0].strip()
        if whole and "name" not in meaning.values:
            meaning.put("name", parts[0])
        elif whole and whole != str(meaning.values["name"]).strip():
            meaning.unmapped["N"] = None
        return
    for key, part in (("last_name", parts[0]), ("first_name", parts[1])):
        if part.strip():
            meaning.put(key, part, piece)
    if "name" not in meaning.values:
        order = [parts[place].strip() for place in (3, 1, 2, 0, 4) if place < len(parts)]
        if name := " ".join(filter(None, order)):
            meaning.put("name", name)


def _last_name_to_show(meaning: Meaning) -> None:
    """A name from the company, else the first email, where the card has none."""
    fn = meaning.places.get("name", ())
    if any(NO_NAME in piece.param(DERIVED) for piece in fn):
        del meaning.values["name"]
        return
    if "name" in meaning.values:
        return
    emails = meaning.values.get("emails")
    name = meaning.values.get("company") or (emails[0].value if isinstance(emails, tuple) else None)
    if isinstance(name, str):
        meaning.put("name", name)


def label_in(meaning: Meaning, piece: Piece) -> str:
    """What an entry is called: by its group's label, else by its types."""
    if piece.group and (label := meaning.labels.get(piece.group.lower())) is not None:
        said = built_in(meaning.card.text(label))
        if said.strip():
            return said
    return label_of(piece.head.types)


def _entries(meaning: Meaning, key: str, name: str) -> None:
    card, pieces = meaning.card, meaning.named[name]
    found, places = list[tuple[str, str, int]](), list[Piece]()
    best = UNRANKED
    for piece in pieces:
        text = card.text(piece)
        if text[:1] in "tTmM":
            text = _without_scheme(text)
        if text.strip():
            rank = piece.head.rank
            best = min(best, rank)
            head = piece.head
            label = label_in(meaning, piece) if head.group else label_of(head.types) if head.types else ""
            found.append((text, label, rank))
            places.append(piece)
    if found:
        meaning.values[key] = tuple(Entry(text, label, rank == best < UNRANKED) for text, label, rank in found)
        meaning.places[key] = places


def _without_scheme(text: str) -> str:
    for scheme in ("tel:", "mailto:"):
        if text[: len(scheme)].lower() == scheme:
            return text[len(scheme) :]
    return text


def _birthday(meaning: Meaning) -> None:
    for piece in meaning.named.get("BDAY", ()):
        text = meaning.card.text(piece)
        omitted = piece.param("X-APPLE-OMIT-YEAR") if piece.params else ()
        day = day_of(text, omitted[0] if omitted else "")
        if day is not None and "birthday" not in meaning.values:
            meaning.put("birthday", day, piece)
        elif day is None and text.strip():
            meaning.problems.append(Problem("birthday", text, "It is no whole day."))
    for piece in meaning.named.get("X-ANDROID-CUSTOM", ()):
        kind, day_text, sort, *_ = [*meaning.card.parts(piece), "", ""]
        if kind == _ANDROID_BIRTHDAY and sort == "3" and "birthday" not in meaning.values:
            if day := day_of(day_text):
                meaning.put("birthday", day, piece)
                continue
            meaning.problems.append(Problem("birthday", day_text, "It is no whole day."))
        meaning.unmapped["X-ANDROID-CUSTOM"] = None


def tags_in(card: Card, piece: Piece) -> list[str]:
    """The tags of one property, as they stand in it."""
    parts = card.parts(piece, ",")
    if card.old:  # 2.1 has no list of its own, and programs took either mark
        parts = [tag for part in card.coded(piece).split(";") for tag in part.split(",")]
    return [part.strip() for part in parts if part.strip()]


def _tags(meaning: Meaning) -> None:
    if "CATEGORIES" not in meaning.named:
        return
    tags: dict[str, Piece] = {}
    for piece in meaning.named.get("CATEGORIES", ()):
        for tag in tags_in(meaning.card, piece):
            tags.setdefault(tag, piece)
    if tags:
        meaning.put("tags", tuple(map(Entry, tags)), *tags.values())


def _address(meaning: Meaning) -> None:
    card = meaning.card
    parts = {id(piece): card.parts(piece) for piece in meaning.named.get("ADR", ())}
    full = [piece for piece in meaning.named.get("ADR", ()) if "".join(parts[id(piece)]).strip()]
    if not full:
        if "ADR" in meaning.named or "LABEL" in meaning.named:
            _address_label(meaning)
        return
    piece = full[0] if len(full) == 1 else min(full, key=lambda one: one.head.rank)
    if WHOLE in piece.param(DERIVED):
        meaning.put("address", card.parts(piece)[STREET], piece)
        return
    held = parts[id(piece)]
    if len(full) > 1 or (len(held) > 7 and "".join(held[7:]).strip()):
        meaning.unmapped["ADR"] = None
    held = [*held, *[""] * (7 - len(held))]
    if held[0] or held[1]:
        held[STREET] = "\n".join(part for part in (held[STREET], held[1], held[0]) if part.strip())
    place = [piece]
    for key, part in zip(ADDRESS_PARTS, held[STREET:], strict=False):
        if part.strip():
            meaning.values[key], meaning.places[key] = part, place


def _address_label(meaning: Meaning) -> None:
    for piece in meaning.named.get("ADR", ()):
        if any(label.strip() for label in piece.param("LABEL")):
            meaning.put("address", piece.param("LABEL")[0].replace("\\n", "\n"), piece)
            return
    if chosen := _chosen(meaning, "LABEL", lambda piece: _said(meaning.card.text(piece))):
        meaning.put("address", *chosen)


def is_inline(card: Card, piece: Piece) -> bool:
    """Whether a property holds a picture itself, rather than its address."""
    return piece.head.encoding == "base64" or piece.small is None or piece.small[:5].lower() == b"data:"


def _picture(meaning: Meaning) -> None:
    card = meaning.card
    for name in _PICTURES:
        for piece in meaning.named.get(name, ()):
            if piece.head.encoding == "base64":
                colon = card.data.find(b":", piece.start, piece.end) + 1
                if not is_base64(card.data, colon, piece.end):
                    why = "The picture cannot be decoded; its text is kept."
                    meaning.problems.append(Problem(name, "", why))
    chosen = _chosen(meaning, "PHOTO", lambda piece: None if is_inline(card, piece) else _on_the_web(card.text(piece)))
    if chosen:
        meaning.put("image", *chosen)


def _on_the_web(text: str) -> str | None:
    return text if text.strip().lower().startswith(("http://", "https://")) else None


def _handles(meaning: Meaning) -> None:
    if _HANDLE_NAMES.isdisjoint(meaning.named):
        return
    for network in NETWORKS:
        if chosen := _chosen(meaning, f"X-{network.upper()}", lambda piece: _said(meaning.card.text(piece))):
            meaning.put(network, *chosen)
    for name in _PROFILES:
        for piece in meaning.named.get(name, ()):
            text = meaning.card.text(piece)
            network, handle = _network_of(piece, text)
            if not handle.strip():
                continue
            if network and network not in meaning.values:
                meaning.put(network, handle, piece)
            else:
                meaning.unmapped[name] = None


def _network_of(piece: Piece, text: str) -> tuple[str, str]:
    said = (*piece.param("TYPE"), *piece.param("SERVICE-TYPE"), *piece.param("X-SERVICE-TYPE"))
    words = [word.lower() for word in said]
    scheme, colon, rest = text.partition(":")
    handle = rest if colon and scheme.lower() in (*NETWORKS, "x-apple") else text
    host = rest.lstrip("/").partition("/")[0].lower() if scheme.lower() in ("http", "https") else ""
    hosts = {"x.com": "twitter", "t.me": "telegram", "fb.com": "facebook"}
    site = hosts.get(host) or next((one for one in NETWORKS if host.endswith((f".{one}.com", f"{one}.com"))), "")
    for network in NETWORKS:
        if network in words or scheme.lower() == network:
            return network, handle
    return site, handle


def own_field(piece: Piece) -> str:
    """Which field of ours a property of our own is for; "" for none that a file may set."""
    key = next(iter(piece.param("FIELD")), "")
    known = FIELDS[Kind.CONTACT].get(key)
    if known is None:
        return key if key.startswith("custom.") and len(key) > len("custom.") else ""
    return key if known.editable and not (known.type.is_list or key in ADDRESS_PARTS) else ""


def _own_fields(meaning: Meaning) -> None:
    for piece in meaning.named.get(OWN, ()):
        key, text = own_field(piece), meaning.card.text(piece)
        if not key:
            meaning.unmapped[OWN] = None
            continue
        known = FIELDS[Kind.CONTACT].get(key)
        try:
            value = text if known is None or known.type in _ONE_LINE else parse_value(Kind.CONTACT, key, text)
        except UserInputError as error:
            meaning.problems.append(Problem(key, text, error.why))
            continue
        if value is not None and not (isinstance(value, str) and not value.strip()):
            meaning.put(key, value, piece)


def _rest(meaning: Meaning) -> None:
    """Tell what holds something and is mapped to nothing."""
    others = [name for name in meaning.named if name not in _TOLD and name not in meaning.unmapped]
    if not others:
        return
    used = {id(piece) for pieces in meaning.places.values() for piece in pieces}
    for name in others:
        for piece in meaning.named[name]:
            if id(piece) not in used and (piece.small is None or piece.small.strip(b"; \t")):
                meaning.unmapped[name] = None


def differing(old: Values, new: Values) -> list[str]:
    """The fields in which two values are not the same text."""
    return [key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key)]
