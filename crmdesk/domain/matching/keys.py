"""Keys: what two records must share at least one of to be compared at all."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from itertools import islice

from crmdesk.domain.matching.form import FIRM, PERSON, PLACE, Form
from crmdesk.domain.matching.nicknames import roots
from crmdesk.domain.matching.points import is_role
from crmdesk.domain.matching.spelling import initial, skeleton, sound


class KeyKind(IntEnum):
    """What a key is made of; the last four bits of its hash."""

    MAILBOX = 0
    PHONE = 1
    HANDLE = 2
    WHOLE_NAME = 3
    NAME_PAIR = 4
    INITIAL = 5
    GIVEN_HEAD = 6
    SURNAME_TAIL = 7
    BIRTHDAY_NAME = 8
    STREET_NAME = 9
    FIRM_NAME = 10
    MAILBOX_TEXT = 11
    BIRTHDAY = 12
    SURNAME = 13
    FIRM = 14
    STREET = 15


# A key held by more records than this says nothing of any two of them, and is not followed.
CAPS = {
    KeyKind.MAILBOX: 60, KeyKind.PHONE: 60, KeyKind.HANDLE: 30, KeyKind.WHOLE_NAME: 60, KeyKind.NAME_PAIR: 60,
    KeyKind.INITIAL: 40, KeyKind.GIVEN_HEAD: 30, KeyKind.SURNAME_TAIL: 30, KeyKind.BIRTHDAY_NAME: 30,
    KeyKind.STREET_NAME: 30, KeyKind.FIRM_NAME: 30, KeyKind.MAILBOX_TEXT: 30, KeyKind.BIRTHDAY: 20,
    KeyKind.SURNAME: 12, KeyKind.FIRM: 60, KeyKind.STREET: 16,
}  # fmt: skip
CAP = tuple(CAPS[kind] for kind in KeyKind)
POINTS = frozenset((KeyKind.MAILBOX, KeyKind.PHONE, KeyKind.HANDLE))
SHORTEST_TEXT = 5  # letters of a mailbox that are taken for somebody's own


def hashed(kind: KeyKind, text: str) -> int:
    """The hash of a key: 52 bits, of which the last four say its kind."""
    digest = blake2b((_FRONT[kind] + text).encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest) << 4 | kind


_FRONT = "0123456789abcdef"  # the kind as it stands before what is hashed


def kind_of(hash_: int) -> KeyKind:
    """The kind of a hashed key."""
    return KeyKind(hash_ & 15)


def keys(form: Form) -> frozenset[int]:
    """The hashed keys of a record."""
    return frozenset(hashed(kind, text) for kind, text in _keys(form))


def whole_name(form: Form) -> str:
    """All words of a name in one order, whichever of them is the surname."""
    return " ".join(sorted((*form.given, *form.surname)))


def phone_key(number: str) -> str:
    """The end of a number, which is there with and without its country."""
    return number[-8:] if len(number) > 8 else number[1:]


def _keys(form: Form) -> Iterator[tuple[KeyKind, str]]:
    for box in (*form.mails, *form.roles):
        yield KeyKind.MAILBOX, box
    for number in form.phones:
        yield KeyKind.PHONE, phone_key(number)
    for handle in form.handles:
        yield KeyKind.HANDLE, handle
    if form.kind == PERSON:
        yield from _person_keys(form)
    elif form.kind == FIRM:
        yield KeyKind.FIRM, " ".join(form.firm)
        yield KeyKind.FIRM, "".join(form.firm)[:8]
        if form.site:
            yield KeyKind.FIRM, f"@{form.site}"
        if form.street:
            yield KeyKind.STREET, form.street
    elif form.kind == PLACE:
        yield KeyKind.STREET, form.street


def _person_keys(form: Form) -> Iterator[tuple[KeyKind, str]]:
    names = (*form.given, *form.surname, *form.alias)
    if form.given and form.surname:
        yield KeyKind.WHOLE_NAME, whole_name(form)
    yield from _name_pairs(form)
    for word in dict.fromkeys(word for word in names if len(word) > 1):
        if form.birthday:
            yield KeyKind.BIRTHDAY_NAME, f"{form.birthday[4:]} {word}"
        if form.street:
            yield KeyKind.STREET_NAME, f"{form.street} {word}"
        if form.firm:
            yield KeyKind.FIRM_NAME, f"{' '.join(form.firm[:2])} {word}"
    yield from _mailbox_texts(form)
    if form.street:
        yield KeyKind.STREET, form.street
    if form.birthday[:4].isdigit():
        yield KeyKind.BIRTHDAY, form.birthday
    for word in form.surname[:2]:
        yield KeyKind.SURNAME, word
    if form.loose and form.given:
        yield KeyKind.SURNAME, form.given[0]


def _name_pairs(form: Form) -> Iterator[tuple[KeyKind, str]]:
    """Each given name with each surname, by root, by first letter, and by a part of either against a slip in it."""
    given = [*form.given[:2], *form.alias[:1]]
    surnames = (*form.surname[:2], *(form.given[1:2] if form.loose else ()))
    for surname in surnames:
        for name in given:
            for root in islice(sorted(roots(name)), 6):
                yield KeyKind.NAME_PAIR, " ".join(sorted((root, surname)))
            for root in islice(sorted(roots(surname)), 2):
                # Where they are swapped, what stands for the surname is a given name.
                if root != surname:
                    yield KeyKind.NAME_PAIR, " ".join(sorted((root, name)))
        if given:
            yield KeyKind.INITIAL, f"{initial(given[0])} {skeleton(surname)}"
            if form.loose:
                yield KeyKind.INITIAL, f"{initial(surname)} {skeleton(given[0])}"
    if given and surnames and len(given[0]) > 1 and len(surnames[0]) > 1:
        one, other = sorted((given[0], surnames[0]))
        yield KeyKind.GIVEN_HEAD, f"{one} {other[:3]}"
        yield KeyKind.GIVEN_HEAD, f"{other} {one[:3]}"
        yield KeyKind.SURNAME_TAIL, f"{one} {other[-3:]}"
        yield KeyKind.SURNAME_TAIL, f"{other} {one[-3:]}"


@lru_cache(maxsize=50_000)
def local_text(box: str) -> str:
    """What stands before the @ as it sounds, letters and digits alone."""
    return sound(_letters(box))


def _letters(box: str) -> str:
    return "".join(letter for letter in box.partition("@")[0] if letter.isalnum())


@lru_cache(maxsize=20_000)
def _heard(box: str) -> tuple[str, ...]:
    """What stands before the @ as it sounds from each of its letters on: "wjansen" holds "jansen"."""
    letters = _letters(box)
    return (local_text(box), *(sound(letters[place:]) for place in range(1, len(letters) - 2)))


def in_mailbox(word: str, box: str) -> bool:
    """Whether a sounded word stands before the @ of a mailbox."""
    first, *later = _heard(box)
    return word in first or any(text.startswith(word) for text in later)


def is_odd_text(box: str, one: Form, other: Form) -> bool:
    """Whether what stands before the @ is more than a name that both have: two namesakes would not both choose it."""
    text = local_text(box)
    if len(text) < SHORTEST_TEXT or text.isdigit():
        return False
    if sum(letter.isdigit() for letter in text) >= 3:
        return True
    if one.script and other.script:
        return False  # how a name of another script is written in Latin letters cannot be told
    names = {word for form in (one, other) for word in (*form.given, *form.surname, *form.alias)}
    names |= {root.lstrip("=") for form in (one, other) for word in form.given for root in roots(word)}
    return not any(in_mailbox(word, box) for word in names if len(word) > 2)


def _mailbox_texts(form: Form) -> Iterator[tuple[KeyKind, str]]:
    """What stands before the @, with and without the digits behind it."""
    for box in form.mails:
        local = local_text(box)
        if len(local) >= SHORTEST_TEXT and not is_role(box):
            yield KeyKind.MAILBOX_TEXT, local
            bare = local.rstrip("0123456789")
            if bare != local and len(bare) >= SHORTEST_TEXT:
                yield KeyKind.MAILBOX_TEXT, bare
