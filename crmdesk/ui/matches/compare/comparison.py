"""Records beside each other, field by field: how their values stand to each other, and which letters differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from crmdesk.domain.fields import ADDRESS, FIELDS, FieldType, Kind, field_of
from crmdesk.domain.notation.addresses import with_block
from crmdesk.domain.notation.normal import entry_key, same
from crmdesk.domain.values import Entry, Value, Values
from crmdesk.ui.wording.phrases import clean, value_text

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words

Span = tuple[int, int]  # of letters: the first, and the one behind the last

FIRST = (
    "name", "emails", "phones", "birthday", "company", "job_title", ADDRESS, "location", "linkedin", "website",
    "instagram", "twitter", "facebook", "telegram", "property_class", "status", "price", "tags", "description",
)  # fmt: skip
QUIET = frozenset({"starred", "image", "last_seen", "next_reminder", "source_ref"})  # say nothing of who it is
BY_WORDS = frozenset({FieldType.DATE, FieldType.MOMENT, FieldType.AMOUNT, FieldType.NOTE})
_WORD = re.compile(r"\S+")
LONGEST = 400  # letters up to which two texts are compared letter by letter
ENOUGH = 8  # last digits by which two phone numbers are known as one
ALIKE = 0.5  # below this share of common letters, marking what differs would mark everything


class Relation(StrEnum):
    """How the values of one field stand to each other, over all records that have one."""

    SAME = "same"
    EQUIVALENT = "equivalent"  # written differently, and meaning the same
    MORE = "more"  # one has all of the other, and more
    DIFFERS = "differs"
    ONLY_HERE = "only here"  # one record alone has it


SIGNS = {
    Relation.SAME: "=",
    Relation.EQUIVALENT: "≈",
    Relation.MORE: "⊃",
    Relation.DIFFERS: "≠",
    Relation.ONLY_HERE: "–",
}


def relation_word(relation: Relation) -> str:
    """How values stand to each other."""
    match relation:
        case Relation.SAME:
            return translate("Relations", "same")
        case Relation.EQUIVALENT:
            return translate("Relations", "means the same")
        case Relation.MORE:
            return translate("Relations", "more")
        case Relation.DIFFERS:
            return translate("Relations", "differs")
    return translate("Relations", "only here")


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field: a text for each record ("" where it has none), and the spans of each that are not in the others."""

    key: str
    texts: tuple[str, ...]
    relation: Relation
    marks: tuple[tuple[Span, ...], ...]


def compare(kind: Kind, records: Sequence[Values]) -> list[FieldComparison]:
    """All fields that any of the records has, those first by which people are told apart."""
    blocks = [with_block(values) for values in records]
    found = dict.fromkeys(key for values in blocks for key in values if _told(kind, key, blocks))
    keys = sorted(found, key=lambda key: FIRST.index(key) if key in FIRST else len(FIRST))
    return [_compare(kind, key, [values.get(key) for values in blocks]) for key in keys]


def _told(kind: Kind, key: str, blocks: Sequence[Values]) -> bool:
    """Whether a field is worth a row: no part of what is shown whole, nothing technical."""
    if key in ("first_name", "last_name"):
        return not any("name" in values for values in blocks)
    if key not in FIELDS[kind]:
        return True
    field = field_of(kind, key)
    return not field.part_of and key not in QUIET and field.type is not FieldType.REFERENCES


def _compare(kind: Kind, key: str, values: Sequence[Value | None]) -> FieldComparison:
    texts = tuple("" if value is None or value == () else _text(kind, key, value) for value in values)
    held = [value for value in values if value is not None and value != ()]
    relation = _relation(kind, key, held)
    marks: Sequence[tuple[Span, ...]] = [()] * len(texts)
    if relation not in (Relation.SAME, Relation.ONLY_HERE):
        lists = isinstance(held[0], tuple)
        whole = not lists and field_of(kind, key).type in BY_WORDS
        lines = lists and any("\n" in text for text in texts)
        alone = [_alone(value, text) for value, text in zip(values, texts, strict=True)]
        marks = _marked_lines(kind, key, values) if lines else _marked_parts(alone, words=whole)
    return FieldComparison(key, texts, relation, tuple(marks))


def _alone(value: Value | None, text: str) -> str:
    """The text of an only entry without its label, which is not what differs."""
    return _line(replace(value[0], label="")) if isinstance(value, tuple) and value else text


def _text(kind: Kind, key: str, value: Value) -> str:
    """A value as a block of lines: each entry of a list, and each line of an address, on its own."""
    if isinstance(value, tuple):
        return "\n".join(_line(entry) for entry in value)
    if key == ADDRESS and isinstance(value, str):
        return clean(value)
    return value_text(kind, key, value, LONGEST)


def _line(entry: Entry) -> str:
    text = " ".join(clean(entry.value, LONGEST).split())
    return f"{text} ({' '.join(clean(entry.label, 40).split())})" if entry.label else text


def _relation(kind: Kind, key: str, held: Sequence[Value]) -> Relation:
    if len(held) == 1:
        return Relation.ONLY_HERE
    first = held[0]
    if all(value == first for value in held):
        return Relation.SAME
    if isinstance(first, tuple):
        return _relation_of_lists(kind, key, [value for value in held if isinstance(value, tuple)])
    if all(same(kind, key, first, value) or _folded(first) == _folded(value) for value in held):
        return Relation.EQUIVALENT
    longest = max(held, key=lambda value: len(str(value)))
    words = set(_folded(longest).split())
    return Relation.MORE if all(set(_folded(value).split()) <= words for value in held) else Relation.DIFFERS


def _entry_form(kind: Kind, key: str, entry: Entry) -> str:
    """What two entries have in common that mean the same; a number is its last digits, with or without its country."""
    form = entry_key(kind, key, entry)
    if field_of(kind, key).type is FieldType.PHONES:
        digits = "".join(letter for letter in form if letter.isdigit())
        return digits[-ENOUGH:] if len(digits) >= ENOUGH else form
    return form


def _relation_of_lists(kind: Kind, key: str, held: Sequence[tuple[Entry, ...]]) -> Relation:
    sets = [frozenset(_entry_form(kind, key, entry) for entry in entries) for entries in held]
    if all(one == sets[0] for one in sets):
        return Relation.EQUIVALENT
    largest = max(sets, key=len)
    return Relation.MORE if all(one <= largest for one in sets) else Relation.DIFFERS


def _folded(value: Value) -> str:
    return " ".join(str(value).casefold().split())


def _marked_lines(kind: Kind, key: str, values: Sequence[Value | None]) -> list[tuple[Span, ...]]:
    """The lines of each list that no other list has."""
    lists = [value if isinstance(value, tuple) else () for value in values]
    held = Counter(form for entries in lists for form in {_entry_form(kind, key, entry) for entry in entries})
    marked = []
    for entries in lists:
        spans, start = [], 0
        for entry in entries:
            end = start + len(_line(entry))
            if held[_entry_form(kind, key, entry)] == 1:
                spans.append((start, end))
            start = end + 1
        marked.append(tuple(spans))
    return marked


def _marked_parts(texts: Sequence[str], *, words: bool) -> list[tuple[Span, ...]]:
    """The letters, or words, of each text that the first text lacks; of the first, those that the second lacks."""
    having = [place for place, text in enumerate(texts) if text]
    marked: list[tuple[Span, ...]] = [()] * len(texts)
    for place in having[1:]:
        marked[place] = _differing(texts[having[0]], texts[place], words=words)
    marked[having[0]] = _differing(texts[having[1]], texts[having[0]], words=words)
    return marked


def _differing(other: str, text: str, *, words: bool) -> tuple[Span, ...]:
    if max(len(other), len(text)) > LONGEST:
        return ()
    if words:
        known = set(other.casefold().split())
        new = [found.span() for found in _WORD.finditer(text) if found[0].casefold() not in known]
        return tuple(new) if len(new) < len(text.split()) else ()
    matcher = SequenceMatcher(None, other.casefold(), text.casefold(), autojunk=False)
    if matcher.ratio() < ALIKE:
        return ()
    changed = ((start, end) for tag, _from, _to, start, end in matcher.get_opcodes() if tag != "equal")
    return tuple((start, end) for start, end in changed if end > start)
