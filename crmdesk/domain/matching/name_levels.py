"""How two names stand to each other, in levels; never a bare similarity."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from crmdesk.domain.matching.form import PERSON, Form
from crmdesk.domain.matching.nicknames import are_kin, is_known, roots
from crmdesk.domain.matching.parts import EAST_ASIAN
from crmdesk.domain.matching.spelling import initial, skeleton

Words = tuple[str, ...]

# Best first: of two readings of a pair the better one holds.
GIVEN_LEVELS = (
    "given", "given_nickname", "given_short", "given_typo", "given_middle", "given_kin", "given_initial", "",
    "given_near", "given_western", "given_half", "given_other",
)  # fmt: skip
SURNAME_LEVELS = ("surname", "surname_part", "surname_typo", "surname_initial", "surname_near", "surname_other")
_RANK = {level: place for levels in (GIVEN_LEVELS, SURNAME_LEVELS) for place, level in enumerate(levels) if level}
_RANK[""] = 7
# Levels at which two holders of a contact point are taken for one.
ONE_GIVEN = frozenset(GIVEN_LEVELS[:8]) | {"given_western"}
FAR_SURNAMES = frozenset(("surname_near", "surname_other"))
ALIKE = frozenset(("given", "given_nickname", "given_short", "given_typo", "given_middle"))


class NameLevels(NamedTuple):
    """The levels of given name and surname, "" where one is missing, and whether one was read the other way round."""

    given: str
    surname: str
    swapped: bool = False


def levels(one: Form, other: Form) -> NameLevels:
    """How the names of two records stand to each other; one in another script never contradicts."""
    if not (one.given or one.surname) or not (other.given or other.surname):
        return NameLevels("", "")
    found = _levels(one.given, one.surname, other.given, other.surname)
    if found.given not in ALIKE or found.surname != "surname":
        found = _read_otherwise(one, other, found)
    if found.given in ("given_other", "given_half") and (one.alias or other.alias):
        found = _with_alias(one, other, found)
    if one.script != other.script:
        return NameLevels(
            "" if found.given in ("given_other", "given_half", "given_western") else found.given,
            "" if found.surname in FAR_SURNAMES else found.surname,
            found.swapped,
        )
    return found


def _read_otherwise(one: Form, other: Form, found: NameLevels) -> NameLevels:
    """Of a whole name of three words and more it is a guess how many of them are the surname."""
    readings, readings_2 = _readings(one), _readings(other)
    if len(readings) == len(readings_2) == 1:
        return found
    for mine in readings:
        for theirs in readings_2:
            found = min(found, _levels(*mine, *theirs), key=_cost)
    return found


def _readings(form: Form) -> list[tuple[Words, Words]]:
    given, surname = form.given, form.surname
    if not form.loose or len(given) + len(surname) < 3:
        return [(given, surname)]
    whole = (*given, *surname)
    return list(dict.fromkeys(((given, surname), (whole[:1], whole[1:]), (whole[:-1], whole[-1:]))))


def _with_alias(one: Form, other: Form, found: NameLevels) -> NameLevels:
    for mine, theirs in ((one.alias, other.given), (other.alias, one.given)):
        if mine and theirs and _RANK[level := _word_level(mine[0], theirs[0])] < _RANK[""]:
            return found._replace(given="given_nickname" if level == "given" else level)
    return found


@lru_cache(maxsize=60_000)
def _levels(given: Words, surname: Words, given_2: Words, surname_2: Words) -> NameLevels:
    if given == given_2 and surname == surname_2:
        return NameLevels(_initial_or(given, given_2, "given"), "surname" if surname else "")
    straight = NameLevels(_given(given, given_2), _surname(surname, surname_2))
    straight = _eastern(straight, given, given_2, surname, surname_2)
    if _cost(straight) <= 1:
        return straight
    both, both_2 = set(given) | set(surname), set(given_2) | set(surname_2)
    common = both & both_2
    if len(common) >= 2 and min(map(len, common)) > 1:
        if both == both_2:
            return NameLevels("given", "surname", True)
        if common in (both, both_2):
            return min(straight, NameLevels("given", "surname_part", True), key=_cost)
    turned = min(
        NameLevels(_given(given, surname_2), _surname(surname, given_2), True),
        NameLevels(_given(surname, given_2), _surname(given, surname_2), True),
        key=_cost,
    )
    if not given or not given_2:
        # One name alone may be either.
        turned = NameLevels(_given(given or surname, given_2 or surname_2), "", True)
    return turned if _cost(turned) + 2 < _cost(straight) else straight


def _cost(found: NameLevels) -> int:
    """How far two names are apart; a surname's step weighs two of a given name's."""
    return _GIVEN_COST[found.given] + _SURNAME_COST[found.surname]


_GIVEN_COST = {level: place for place, level in enumerate(GIVEN_LEVELS)} | {"": 4}
_SURNAME_COST = {level: 2 * place for place, level in enumerate(SURNAME_LEVELS)} | {"": 3}


def _initial_or(given: Words, given_2: Words, level: str) -> str:
    if not given or not given_2:
        return ""
    return "given_initial" if len(given[0]) == 1 or len(given_2[0]) == 1 else level


def _given(one: Words, other: Words) -> str:
    if not one or not other:
        return ""
    first = _word_level(one[0], other[0])
    if "".join(one) == "".join(other):
        return _initial_or(one, other, "given")
    if first in ("given_other", "given_near"):
        return _crossed(one, other, first)
    if len(one) > 1 and len(other) > 1 and first != "given_initial":
        second = _word_level(one[1], other[1])
        if second in ("given_other", "given_near", "given_kin"):
            return "given_half"
    return first


def _crossed(one: Words, other: Words, level: str) -> str:
    """Names that do not begin alike: one may go by the second of theirs, or two may be written as one."""
    if "".join(one[:2]) in other or "".join(other[:2]) in one:
        return "given"
    for place, mine in enumerate(one):
        for place_2, theirs in enumerate(other):
            if place + place_2 and len(mine) > 1 and len(theirs) > 1:
                found = _word_level(mine, theirs)
                if found in ("given", "given_nickname"):
                    return "given_half" if len(one) > 1 and len(other) > 1 and place == place_2 else "given_middle"
    return level


@lru_cache(maxsize=60_000)
def _word_level(one: str, other: str) -> str:
    if len(one) == 1 or len(other) == 1:
        letters = {initial(root.lstrip("=")) for word in (one, other) for root in roots(word) if len(word) > 1}
        letters |= {initial(word) for word in (one, other) if len(word) > 1} or {initial(one)}
        alike = all(initial(word) in letters for word in (one, other) if len(word) == 1)
        return "given_initial" if alike and (len(one) != len(other) or one == other) else "given_other"
    if one == other:
        return "given"
    if not roots(one).isdisjoint(roots(other)):
        return "given_nickname"
    both_known = is_known(one) and is_known(other)
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short) and not both_known:
        return "given_short"
    if are_kin(one, other):
        return "given_kin"
    if _slip(short, long, 4, 7):
        return "given_near" if both_known else "given_typo"
    return "given_near" if not both_known and _two_slips(short, long) else "given_other"


def _two_slips(short: str, long: str) -> bool:
    """Whether short words that begin alike differ in two letters: a slip that changes how a word sounds, or another."""
    return len(short) > 3 and short[0] == long[0] and OSA.distance(short, long, score_cutoff=2) <= 2


def _slip(short: str, long: str, once: int, twice: int) -> bool:
    """Whether two words differ by a slip, or as two spellings of one do; longer ones may differ in more."""
    if len(short) < once or len(long) - len(short) > 2:
        return False
    distance = OSA.distance(short, long, score_cutoff=2)
    if distance <= 1 or (distance == 2 and len(short) >= twice):
        return True
    return len(short) > once and short[0] == long[0] and skeleton(short) == skeleton(long) and len(skeleton(short)) > 2


def _surname(one: Words, other: Words) -> str:
    if not one or not other:
        return ""
    if one == other:
        return "surname"
    mine, theirs = set(one), set(other)
    if mine == theirs or "".join(one) == "".join(other):
        return "surname"
    if any(len(word) > 1 for word in mine & theirs):
        return "surname_part"
    if len(one) == 1 and len(other) == 1:
        return _surname_word(one[0], other[0])
    found = {_surname_word(word, word_2) for word in one for word_2 in other}
    return "surname_part" if "surname_typo" in found else "surname_other"


@lru_cache(maxsize=60_000)
def _surname_word(one: str, other: str) -> str:
    if len(one) == 1 or len(other) == 1:
        return "surname_initial" if initial(one) == initial(other) else "surname_other"
    short, long = sorted((one, other), key=len)
    if _slip(short, long, 4, 8):
        return "surname_typo"
    return "surname_near" if _two_slips(short, long) else "surname_other"


def _eastern(found: NameLevels, given: Words, given_2: Words, surname: Words, surname_2: Words) -> NameLevels:
    """An English given name beside an East Asian surname is one that somebody goes by."""
    if found.given != "given_other" or found.surname not in ("surname", "surname_part"):
        return found
    if not any(word in EAST_ASIAN for word in (*surname, *surname_2)):
        return found
    if is_known(given[0]) == is_known(given_2[0]):
        return found
    return NameLevels("given_western", found.surname)


def one_person(one: Form, other: Form) -> bool:
    """Whether the names alone allow two holders of a contact point to be one; a missing name allows it."""
    found = levels(one, other)
    if found.surname in FAR_SURNAMES:
        return found.given in ("given", "given_nickname")
    return found.given in ONE_GIVEN


def contradict(one: Form, other: Form) -> bool:
    """Whether the names alone say that two records are of two people."""
    if one.kind != other.kind:
        return True
    if one.kind != PERSON:
        return one.firm != other.firm
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return True
    found = levels(one, other)
    return found.given in ("given_other", "given_half", "given_near") or found.surname in FAR_SURNAMES
