"""Which fields a query may name and how each is compared: by kind of item and type of field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crmdesk.domain.fields import FIELDS, Field, FieldType, Kind
from crmdesk.domain.query.tree import Op, Special
from crmdesk.frozen import dataclass

CONDITION = re.compile(r"(?<![\w\".])([^\W\d][\w.]*):(?=\S)")  # a name and what may be its value

# Further names of fields, as people type them.
ALIASES: Mapping[str, str] = {
    "email": "emails", "mail": "emails", "phone": "phones", "tel": "phones", "tag": "tags", "title": "job_title",
    "job": "job_title", "note": "description", "notes": "description", "first": "first_name", "last": "last_name",
    "x": "twitter", "picture": "image",
}  # fmt: skip
_TYPE_NAMES = {Kind.CONTACT: "contact_type", Kind.PROPERTY: "property_class", Kind.EVENT: "event_type"}
_TITLE_NAMES = {Kind.PROPERTY: ("address", "property"), Kind.DEAL: ("deal",), Kind.EVENT: ("event",)}

WORDS = frozenset(
    {FieldType.TEXT, FieldType.NOTE, FieldType.EMAILS, FieldType.PHONES, FieldType.TAGS}
    | {FieldType.HANDLE, FieldType.URL, FieldType.IMAGE}
)
TIMES = frozenset({FieldType.DATE, FieldType.MOMENT})
NUMBERS = frozenset({FieldType.NUMBER, FieldType.AMOUNT})
_SPECIALS = {special.value: special for special in Special}
_RANGE = (Op.LESS, Op.MOST, Op.MORE, Op.LEAST, Op.BETWEEN)

STATES: Mapping[str, str] = {
    "waiting": "a change waits to be sent",
    "conflict": "changed here and in the CRM",
    "problem": "needs you",
    "starred": "starred",
    "draft": "typed and not saved",
}


def operators(type_: FieldType) -> Sequence[Op]:
    """The operators that fit a type of field, the usual one first."""
    if type_ in WORDS:
        return (Op.HAS, Op.IS, Op.STARTS, Op.CONTAINS)
    if type_ in TIMES or type_ in NUMBERS:
        return (Op.HAS, *_RANGE)
    return (Op.HAS,)


def field_named(kind: Kind, name: str) -> Field | None:
    """The field that a query calls so; None where a kind has none."""
    name = name.lower()
    if name == "type" and kind in _TYPE_NAMES:
        return FIELDS[kind][_TYPE_NAMES[kind]]
    if name in _TITLE_NAMES.get(kind, ()):
        return FIELDS[kind]["name"]
    return FIELDS[kind].get(name) or FIELDS[kind].get(ALIASES.get(name, ""))


def special_named(name: str) -> Special | None:
    """The condition of that name that is about no single field."""
    return _SPECIALS.get(name.lower())


def related_kind(kind: Kind, name: str) -> Kind | None:
    """The other kind that a name stands for: `deal`, `event`, `property` or `contact`."""
    return next((other for other in Kind if other is not kind and other.value == name.lower()), None)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may stand before a colon, with what it is for."""

    text: str
    title: str


def names(kind: Kind) -> list[Name]:
    """All names of conditions for a kind, as completion offers them."""
    said = {
        Special.NO: "is empty", Special.HAS: "is filled in", Special.IN: "is in an account, or in 2+ of them",
        Special.DIFFERS: "the CRMs hold different values", Special.IS: ", ".join(STATES),
        Special.CHANGED: "changed within, as in 7d", Special.ADDED: "added within, as in 30d",
    }  # fmt: skip
    short = {key: alias for alias, key in reversed(list(ALIASES.items()))}
    own = [Name(short.get(key, key), field.title) for key, field in FIELDS[kind].items() if _asked_of(field)]
    others = [Name(other.value, f"the name of a related {other}") for other in Kind if other is not kind]
    return [*own, *(Name(special.value, title) for special, title in said.items()), *others]


def _asked_of(field: Field) -> bool:
    return field.type not in (FieldType.REFERENCES, FieldType.IMAGE)


def both(one: str, other: str) -> str:
    """The query that asks for what two others ask for together."""
    asked = [text.strip() for text in (one, other) if text.strip()]
    return asked[0] if len(asked) == 1 else " ".join(f"({text})" if " OR " in text else text for text in asked)
