"""How numbers, moments, values and names are said on screen: the locale's way, in plain text, with right plurals."""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from crmdesk.domain.fields import ADDRESS, FieldType, Kind, field_of
from crmdesk.domain.values import Value

_CHOICE = re.compile(r"\((\w*)\|(\w*)\)|\((\w+)\)")
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,4})?")  # as long as a float can tell every digit
SHORT = 70  # characters of a line that a tooltip does not break
CUSTOM = "custom."  # before the name of a field that somebody made in his CRM
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINING = frozenset("\u200c\u200d")  # hold families of emoji, and letters of some scripts, together
_FLAGS = range(0xE0020, 0xE0080)  # the tags that make the flags of regions
_RIGHT_TO_LEFT = ("R", "AL")


_RUN = frozenset("=+-@|%")
_PLAIN_NUMBER = re.compile(r"[+-]?[\d ().,\u00a0/-]+")
translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


def numbered(text: str, n: int) -> str:
    """A translated text about `n` things: %Ln becomes the number; `(s)` and `(is|are)`, which only the untranslated
    English has, become the right form."""

    def form(found: re.Match[str]) -> str:
        one, many = (found[1], found[2]) if found[3] is None else ("", found[3])
        return one if n == 1 else many

    return _CHOICE.sub(form, text.replace("%Ln", count(n)).replace("%n", count(n)))


def count(n: int) -> str:
    """A whole number with the locale's separators."""
    return QLocale().toString(n)


def clean(text: str, most: int = 2_000) -> str:
    """Text from a CRM without control and direction marks, and not longer than fits on a screen."""
    if len(text) <= most and text.isprintable():  # direction marks are not printable either
        return text
    shown = "".join(c for c in text[: most + 1] if c in "\n\t" or _stays(c))
    return shown if len(text) <= most else shown[: most - 1] + "…"


def _stays(c: str) -> bool:
    return (c.isprintable() and c not in _TURNING) or c in _JOINING or ord(c) in _FLAGS


def direction_of(text: str) -> Qt.LayoutDirection:
    """The way a text is read: by its first letter of a script; numbers, addresses and signs from left to right."""
    for c in text:
        way = unicodedata.bidirectional(c)
        if way == "L":
            return Qt.LayoutDirection.LeftToRight
        if way in _RIGHT_TO_LEFT:
            return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def one_line(text: str, most: int = 120) -> str:
    """The same on one line."""
    return clean(" ".join(text[: most * 4].split()), most)


def cell_text(text: str) -> str:
    """A text as a cell of a copied table: on one line, and nothing that a spreadsheet would run as a formula.

    Numbers and phone numbers stay as they are.
    """
    cell = " ".join(text.split())
    return f"'{cell}" if cell[:1] in _RUN and not _PLAIN_NUMBER.fullmatch(cell) else cell


def tooltip(text: str) -> str:
    """Plain text as a tooltip: escaped, since Qt reads what looks like markup as markup; short lines stay whole."""
    shown = clean(text)
    wrap = "pre" if max(map(len, shown.splitlines()), default=0) <= SHORT else "pre-wrap"
    return f'<p style="white-space:{wrap}; margin:0">{html.escape(shown)}</p>' if text else ""


def _qt(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))


def clock_time(moment: datetime) -> str:
    """The local time of day."""
    return QLocale().toString(_qt(moment).time(), QLocale.FormatType.ShortFormat)


def day(moment: datetime) -> str:
    """The local date, short."""
    return QLocale().toString(_qt(moment).date(), QLocale.FormatType.ShortFormat)


def absolute(moment: datetime | None) -> str:
    """Local date and time in full, for tooltips beside a relative time; "never" for None."""
    return (
        translate("Phrases", "never")
        if moment is None
        else QLocale().toString(_qt(moment), QLocale.FormatType.LongFormat)
    )


def ago(moment: datetime | None, now: datetime | None = None) -> str:
    """How long ago: "just now", "5 min ago", "today 09:30", "yesterday 14:00", a date; "never" for None."""
    if moment is None:
        return translate("Phrases", "never")
    reference = now or datetime.now(UTC)
    passed = (reference - moment).total_seconds()
    today, then = reference.astimezone().date(), moment.astimezone().date()
    if passed < 45:
        return translate("Phrases", "just now")
    if passed < 3570:
        return translate("Phrases", "{n} min ago").format(n=count(max(1, round(passed / 60))))
    if passed < 12 * 3600 and then == today:
        return translate("Phrases", "{n} h ago").format(n=count(max(1, round(passed / 3600))))
    if then == today:
        return translate("Phrases", "today {time}").format(time=clock_time(moment))
    if today - then == timedelta(days=1):
        return translate("Phrases", "yesterday {time}").format(time=clock_time(moment))
    return day(moment)


def coming(moment: datetime | None, now: datetime | None = None) -> str:
    """When that will be: "now", "in 5 min", "14:00", "tomorrow 09:00", a date; "by hand" for None."""
    if moment is None:
        return translate("Phrases", "manually")
    reference = now or datetime.now(UTC)
    left = (moment - reference).total_seconds()
    if left <= 5:
        return translate("Phrases", "now")
    if left < 60:
        return translate("Phrases", "in {n} s").format(n=count(round(left)))
    if left < 3570:
        return translate("Phrases", "in {n} min").format(n=count(round(left / 60)))
    days = moment.astimezone().date() - reference.astimezone().date()
    if days == timedelta(0):
        return clock_time(moment)
    if days == timedelta(days=1):
        return translate("Phrases", "tomorrow {time}").format(time=clock_time(moment))
    return day(moment)


def date_text(text: str) -> str:
    """A plain date (`YYYY-MM-DD`, or `--MM-DD` without a year) as people say it; anything else unchanged."""
    try:
        plain = date.fromisoformat(text.replace("--", "2000-", 1) if text.startswith("--") else text)
    except ValueError:
        return text
    shown = QDate(plain.year, plain.month, plain.day)
    return QLocale().toString(shown, "d MMMM" if text.startswith("--") else "d MMMM yyyy")


def moment_text(text: str) -> str:
    """An ISO moment as date and time of this machine's clock; anything else unchanged."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    shown = _qt(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    return f"{QLocale().toString(shown.date(), 'd MMM yyyy')} {QLocale().toString(shown.time(), 'HH:mm')}"


def amount_text(text: str) -> str:
    """A plain number with the locale's separators; anything else, such as "offers over 500k", unchanged."""
    if (found := _PLAIN.fullmatch(text)) is None:
        return text
    whole, _point, rest = found[0].partition(".")
    return QLocale().toString(float(text), "f", len(rest)) if rest else QLocale().toString(int(whole))


def value_text(kind: Kind, key: str, value: Value | None, most: int = 120) -> str:
    """A value in one line of plain text; "empty" where there is none."""
    if value is None or value == ():
        return translate("Phrases", "empty")
    if isinstance(value, tuple):
        first = value[: most + 1]  # each takes a character at least
        said = ", ".join(one_line(e.value) + (f" ({one_line(e.label, 30)})" if e.label else "") for e in first)
        return one_line(said, most)
    if isinstance(value, bool):
        return translate("Phrases", "yes") if value else translate("Phrases", "no")
    if isinstance(value, float | int):
        return QLocale().toString(float(value), "g", 12)
    type_ = field_of(kind, key).type
    if type_ is FieldType.DATE:
        return date_text(value)
    if type_ is FieldType.AMOUNT:
        return amount_text(one_line(value, most))
    if key == ADDRESS:
        value = block_line(value)
    return moment_text(value) if type_ is FieldType.MOMENT else one_line(value, most)


def block_line(text: str) -> str:
    """A block of lines, such as an address, in one line."""
    return ", ".join(line.strip() for line in text.splitlines() if line.strip())


def field_title(kind: Kind, key: str) -> str:
    """The field's name on screen."""
    if key.startswith(CUSTOM):
        return one_line(key.removeprefix(CUSTOM), 60)
    return (
        QCoreApplication.translate("Field", field_of(kind, key).title)
        if key
        else translate("Phrases", "The whole record")
    )


def listed(names: list[str]) -> str:
    """Names in one phrase, as the locale does it."""
    return QLocale().createSeparatedList(names)


def bullets(*parts: str) -> str:
    """The parts that say something, with a middle dot between them."""
    return " · ".join(part for part in parts if part)


def sentences(*parts: str) -> str:
    """Sentences one after the other, each with its full stop."""
    told = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in told)
