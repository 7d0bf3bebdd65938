"""Dates as people and programs write them: the order of day, month and year is told by a whole column, never guessed.

03.04.1970 alone is two days. One cell of a column with a part over 12 proves the order of all; without one, or where
two prove the opposite, somebody has to say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from crmdesk.domain.values import parse_date
from crmdesk.errors import UserInputError

PIVOT = 30  # two-digit years from here on are of the last century
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jän jänner enero ene janvier janv gennaio gen janeiro",
            "february feb februar febrero février fevrier févr febbraio fevereiro fev",
            "march mar märz maerz mär marzo mars março marco mrz",
            "april apr abril abr avril avr aprile",
            "may mai mayo mag maggio maio",
            "june jun juni junio juin giugno giu junho",
            "july jul juli julio juillet juil luglio lug julho",
            "august aug agosto ago août aout",
            "september sep sept septiembre septembre settembre set setembro",
            "october oct oktober okt octubre octobre ottobre ott outubro out",
            "november nov noviembre novembre novembro",
            "december dec dezember dez diciembre dic décembre decembre déc dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
# What most dates look like, and no day beyond the 28th: they are right without being taken apart.
_PLAIN = re.compile(r"(?!1604)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2})|--(\d{2})-?(\d{2})|-(\d{2})-(\d{2})")
_NUMBERS = re.compile(r"(\d{1,4})\s?([./\-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?")
_WORDS = re.compile(
    r"(?:\w+,\s+)?(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|\.|º)?[\s\-/.]*(?:de\s+)?(?P<m1>[^\W\d_]{3,})\.?"
    r"|(?P<m2>[^\W\d_]{3,})\.?\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?),?(?:[\s\-/.]+(?:de[l]?\s+)?(?P<y>\d{4}|\d{2}))?"
)
_TIME = re.compile(
    r"[T\s]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|[+\-]\d{2}:?\d{2})?$"
)
_NO_YEAR = "1604"  # how Apple's address books write a birthday without its year


class Order(StrEnum):
    """The order in which a date names its parts."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class NoDate(ValueError):
    """The text is no date in the order that was chosen; the message says why."""


@dataclass(frozen=True, slots=True)
class Dates:
    """How the dates of a column are written."""

    order: Order | None  # what is proposed; None where nothing speaks for any
    certain: bool
    why: str
    samples: tuple[str, ...] = ()
    readable: int = 0  # cells that are dates at all
    filled: int = 0


def find(cells: Iterable[str], habit: Order | None = None) -> Dates:
    """Find the order of the dates in a whole column; `habit` is that of the program that wrote it."""
    day_first: list[str] = []
    month_first: list[str] = []
    open_: list[str] = []
    fixed = filled = 0
    dotted = True
    for cell in cells:
        text = _day_alone(cell)
        if not text:
            continue
        filled += 1
        if _ISO.fullmatch(text) or _in_words(text) is not None:
            fixed += 1
        elif (found := _NUMBERS.fullmatch(text)) is not None:
            first, second = int(found[1]), int(found[3])
            if not (first and second):  # 0.0.00: what programs write for no date
                filled -= 1
                continue
            if len(found[1]) > 2:
                fixed += 1
                continue
            dotted = dotted and found[2] == "."
            (day_first if first > 12 else month_first if second > 12 else open_).append(text)
    readable = fixed + len(day_first) + len(month_first) + len(open_)
    samples = tuple(dict.fromkeys([*day_first[:1], *month_first[:1], *open_]))[:3]
    if day_first and month_first:
        why = f"“{day_first[0]}” has the day first, “{month_first[0]}” the month."
        return Dates(None, False, why, samples, readable, filled)
    if day_first or month_first:
        order, proof = (Order.DMY, day_first[0]) if day_first else (Order.MDY, month_first[0])
        return Dates(order, True, f"“{proof}” proves it.", samples, readable, filled)
    if not open_:
        return Dates(Order.YMD, True, "Each names its year first, or its month in words.", (), readable, filled)
    if dotted:
        why = "Points between the parts are used where the day comes first, but no cell proves it."
        return Dates(Order.DMY, False, why, samples, readable, filled)
    why = "No cell tells day from month." + (" The program that wrote the file has this order." if habit else "")
    return Dates(habit, False, why, samples, readable, filled)


def read(text: str, order: Order | None) -> str:
    """A date as YYYY-MM-DD, or --MM-DD without a year. Raises NoDate."""
    if _PLAIN.fullmatch(text):
        return text
    day = _day_alone(text)
    parts = _iso_parts(day) or _in_words(day) or _number_parts(day, order)
    if parts is None:
        raise NoDate(f"“{text}” is no date in the order {order or 'that was found'}.")
    year, month, number = parts
    whole = f"--{month:02}-{number:02}" if year is None else f"{year:04}-{month:02}-{number:02}"
    try:
        return parse_date("", whole)
    except UserInputError:
        raise NoDate(f"“{text}” is no day that exists in the order {order or 'year, month, day'}.") from None


def _day_alone(text: str) -> str:
    return _TIME.sub("", text.strip()).strip()


def _iso_parts(text: str) -> tuple[int | None, int, int] | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, month, day = (found[place] or found[place + 3] for place in (1, 2, 3))
    if year is None:
        return None, int(found[7] or found[9]), int(found[8] or found[10])
    return None if year == _NO_YEAR else int(year), int(month), int(day)


def _in_words(text: str) -> tuple[int | None, int, int] | None:
    found = _WORDS.fullmatch(text)
    if found is None:
        return None
    month = _MONTHS.get((found["m1"] or found["m2"]).casefold())
    if month is None:
        return None
    return None if found["y"] is None else _year(found["y"]), month, int(found["d1"] or found["d2"])


def _number_parts(text: str, order: Order | None) -> tuple[int | None, int, int] | None:
    found = _NUMBERS.fullmatch(text)
    if found is None:
        return None
    one, two, three = found[1], found[3], found[4]
    if len(one) == 4 and len(three) <= 2:
        return int(one), int(two), int(three)
    if len(one) > 2 or order is None or len(three) == 3:
        return None
    match order:
        case Order.DMY:
            return _year(three), int(two), int(one)
        case Order.MDY:
            return _year(three), int(one), int(two)
        case Order.YMD:
            return (_year(one), int(two), int(three)) if len(three) <= 2 else None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else (1900 if int(text) >= PIVOT else 2000) + int(text)
