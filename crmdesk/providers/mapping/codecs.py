"""Codecs: one value between a CRM's notation and ours, each named in field maps.

A reader takes what JSON gave (never null or missing) and returns our value, None for an empty one; it raises `Wrong`
for a value of another type or form. A writer takes our value and returns what is sent. Texts stay exactly as they came,
control and direction marks too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from crmdesk.domain.rows import paired
from crmdesk.domain.values import Entry, Value, parse_date
from crmdesk.errors import UserInputError
from crmdesk.providers.mapping.html_text import html_of, text_of
from crmdesk.providers.mapping.place_codecs import read_place, read_street
from crmdesk.providers.mapping.text_codec import Wrong as Wrong
from crmdesk.providers.mapping.text_codec import read_text as read_text

Reader = Callable[[Any], Value | None]
Writer = Callable[[Value], Any]
_ABSENT = msgspec.UNSET
# What most dates look like, and no day beyond the 28th: they are right without being taken apart.
_PLAIN_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")
_PLAIN_MOMENT = re.compile(_PLAIN_DATE.pattern + r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z")
_ON_THE_WEB = re.compile(r"\s*(?:https?://|data:|[^:/?#]*(?:[/?#]|$))", re.IGNORECASE)
_NO_YEAR = "1604-"  # how Apple's address books, and what was imported from them, write a birthday without its year
_YEARLESS = "1904"  # stands for "no year" where a CRM's dates must have one: a leap year, so that every day exists


def read_flag(raw: Any) -> bool | None:
    """Yes or no; no is an empty value."""
    if raw is True:
        return True
    if raw is False:
        return None
    raise Wrong("yes or no (true, false)")


def read_number(raw: Any) -> float | None:
    """A number."""
    if raw.__class__ is float or raw.__class__ is int:
        return float(raw)
    raise Wrong("a number")


def read_date(raw: Any) -> str | None:
    """A date without a time zone; the time of an ISO 8601 moment is cut off, never converted."""
    text = _dated(raw)
    return "--" + text[5:] if text is not None and text.startswith(_NO_YEAR) else text


def _dated(raw: Any) -> str | None:
    if raw.__class__ is str and len(raw) == 10 and _PLAIN_DATE.fullmatch(raw):
        return str(raw)
    text = read_text(raw)
    if text is None:
        return None
    text = text.strip()
    try:
        return parse_date("", text[:10] if len(text) > 10 and text[10] in "T " else text)
    except (UserInputError, IndexError, ValueError):
        raise Wrong("a date as YYYY-MM-DD") from None


def read_moment(raw: Any) -> str | None:
    """A time in ISO 8601, UTC where it names no zone."""
    text = read_text(raw)
    return None if text is None else _moment(text)


def read_epoch_ms(raw: Any) -> str | None:
    """A time in milliseconds since 1970."""
    if raw.__class__ is not int and raw.__class__ is not float:
        raise Wrong("a time in milliseconds")
    try:
        return datetime.fromtimestamp(raw / 1000, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        raise Wrong("a time in milliseconds") from None


def _moment(text: str) -> str:
    if _PLAIN_MOMENT.fullmatch(text):
        return text[:-1] + "+00:00"
    try:
        moment = datetime.fromisoformat(text.strip())
        if text.endswith("Z"):
            return text.strip()[:-1] + "+00:00"
        return (moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
    except (ValueError, OverflowError):
        raise Wrong("a time in ISO 8601") from None


def list_reader(member: str, label: str = "label", primary: str = "", ids: bool = False) -> Reader:
    """Reads a list of texts, or of objects with the text in `member` and perhaps a label and a mark of the primary one.

    `label` and `primary` name the members that hold those; `ids`: whole numbers are ids like texts. An entry that is
    null or blank says nothing; one that lacks its member is `Wrong`: left out in silence, the next change of the list
    would delete it there.
    """

    def read(raw: Any) -> Value | None:
        if raw.__class__ is not list:
            raise Wrong("a list")
        found = []
        for item in raw:
            if item.__class__ is dict:
                if member not in item:
                    raise Wrong(f"a list of objects with “{member}”" if member else "a list of texts")
                text = item[member]
                name = item.get(label) or ""
                first = bool(item.get(primary) or item.get("is_primary") or item.get("primary"))
            else:
                text, name, first = item, "", False
            if text is None:
                continue
            if ids and text.__class__ is int:
                text = str(text)
            if text.__class__ is not str or name.__class__ is not str:
                raise Wrong("a list of texts")
            if text and not text.isspace():
                found.append(Entry(text, name, first))
        return tuple(found) or None

    return read


def read_reference(raw: Any) -> Value | None:
    """The id of one other record."""
    if raw.__class__ is int:
        return (Entry(str(raw)),)
    text = read_text(raw)
    return None if text is None else (Entry(text),)


def read_entry(raw: Any) -> Value | None:
    """A list of which the CRM holds but the first entry, as a text."""
    text = read_text(raw)
    return None if text is None else (Entry(text),)


def write_entry(value: Value) -> Any:
    """The first entry of a list."""
    return value[0].value if isinstance(value, tuple) and value else None


def read_choice(raw: Any) -> str | None:
    """One of a CRM's own choices, told as an object with its `name` or `text`, or as a text."""
    return read_text(_named(raw, "name", "text") if raw.__class__ is dict else raw)


def _named(raw: dict[str, Any], *members: str) -> Any:
    """What the first of these members says; "" where they say nothing."""
    if raw.keys().isdisjoint(members):
        raise Wrong("a text, or an object with “" + "” or “".join(members) + "”,")
    return next((found for name in members if (found := raw.get(name))), "")


def read_image(raw: Any) -> str | None:
    """The web address of a picture, completed where it leaves out `https:`; no other address can be shown."""
    text = read_text(raw)
    if text is not None and text.strip().startswith("//"):
        return f"https:{text.strip()}"
    return text if text is None or _ON_THE_WEB.match(text) else None


def read_names(raw: Any) -> str | None:
    """Texts, or objects with a `name`, as one text."""
    entries = list_reader("name")(raw)
    return ", ".join(entry.value for entry in entries) if isinstance(entries, tuple) else None


def read_html(raw: Any) -> str | None:
    """A note that may be HTML, as text."""
    note = read_text(raw)
    return None if note is None else read_text(text_of(note))


def write_html(value: Value) -> Any:
    """A note, as HTML where plain text would be shown otherwise than it was typed."""
    return html_of(str(value))


def read_picture(raw: Any) -> str | None:
    """The address of a picture, as a text or as the first of an object of several sizes."""
    sizes = raw.values() if raw.__class__ is dict else (raw,)
    return next((text for one in sizes if one is not None and (text := read_text(one))), None)


def read_lines(raw: Any) -> str | None:
    """A list of texts, a line each, or a text."""
    if raw.__class__ is not list:
        return read_text(raw)
    if any(item.__class__ is not str for item in raw):
        raise Wrong("a list of texts")
    return "\n".join(item for item in raw if item.strip()) or None


def write_lines(value: Value) -> Any:
    """The lines of a text."""
    return [line for line in str(value).splitlines() if line.strip()]


def join_texts(raws: Sequence[Any]) -> str | None:
    """Several texts as one, separated by blanks; a missing one says nothing."""
    texts = [text.strip() for raw in raws if raw is not None and raw is not _ABSENT and (text := read_text(raw))]
    return " ".join(texts) or None


_MEMBERS = ("value", "email", "email_address", "address", "number", "phone_number", "phone")


def plain_entry(raw: Any) -> Any:
    """An entry of a list whose form nobody documents: the text in one of its usual members, with its label or type.

    What holds none stays as it is.
    """
    if raw.__class__ is not dict:
        return raw
    text = next((raw[name] for name in _MEMBERS if raw.get(name).__class__ is str), None)
    if text is None:
        return raw
    label = next((raw[name] for name in ("label", "type") if raw.get(name).__class__ is str), "")
    return {"value": text, "label": label, "primary": raw.get("primary") or raw.get("is_primary")}


def join_lists(raws: Sequence[Any]) -> Value | None:
    """Texts, and lists of texts or plain objects, as one list; a missing one says nothing.

    What an earlier one holds is not told again by a later one; the rows of each are rows of their own.
    """
    read, found = list_reader("value"), list[Entry]()
    for raw in raws:
        if raw is not None and raw is not _ABSENT:
            entries = read([plain_entry(one) for one in (raw if raw.__class__ is list else [raw])])
            rows = entries if isinstance(entries, tuple) else ()
            known = paired(found, rows, lambda entry: entry.value.strip().lower())
            found += [entry for entry, place in zip(rows, known, strict=True) if place is None]
    return tuple(found) or None


def read_birthday(raws: Sequence[Any]) -> str | None:
    """A date and its year apart: a null year means that only day and month are known, a missing one says nothing."""
    date, year = raws
    text = None if date is None or date is _ABSENT else read_date(date)
    if text is None or year is _ABSENT:
        return None if text is None else _without_placeholder(text)
    if year is None or year == int(_NO_YEAR[:4]):
        return "--" + text[-5:]
    if year.__class__ is not int or not 1 <= year <= 9999:
        raise Wrong("a year")
    if text[:4] == f"{year:04d}":
        return text
    try:
        return parse_date("", f"{year:04d}-{text[-5:]}")
    except UserInputError:
        raise Wrong("a date that exists") from None


def _without_placeholder(text: str) -> str:
    return "--" + text[-5:] if text.startswith(_YEARLESS + "-") else text


def read_recurring(raw: Any) -> str | None:
    """A birthday of which a CRM tells this year's return: a year of such a CRM's own time is no year of birth."""
    text = read_date(raw)
    return "--" + text[-5:] if text and text[:4] >= "2020" else text


def read_cancelled_confirmed(raws: Sequence[Any]) -> str | None:
    """Two marks as a state: that it is cancelled, and that it is confirmed; a missing one says nothing."""
    cancelled, confirmed = (None if raw is None or raw is _ABSENT else read_flag(raw) for raw in raws)
    return "cancelled" if cancelled else "confirmed" if confirmed else None


def _pair(yes: str, no: str) -> Reader:
    """Reads a mark of yes or no as one of two words."""

    def read(raw: Any) -> str:
        if raw is True or raw is False:
            return yes if raw else no
        raise Wrong("yes or no (true, false)")

    return read


def read_word(raw: Any) -> str | None:
    """A text, a number, a mark, or the id of an object that is named."""
    if raw.__class__ is dict:
        raw = _named(raw, "id", "name")
    if raw is True or raw is False:
        return "yes" if raw else None
    if raw.__class__ is int or raw.__class__ is float:
        return str(raw)
    return read_text(raw)


COMPANY, INDIVIDUAL = "Company", "Individual"

READERS: Mapping[str, Reader] = {
    "word": read_word,
    "organization": _pair(COMPANY, INDIVIDUAL),
    "deleted": _pair("Inactive", "Active"),
    "text": read_text,
    "note": read_text,
    "handle": read_text,
    "url": read_text,
    "image": read_image,
    "flag": read_flag,
    "number": read_number,
    "date": read_date,
    "recurring": read_recurring,
    "moment": read_moment,
    "epoch_ms": read_epoch_ms,
    "reference": read_reference,
    "entry": read_entry,
    "choice": read_choice,
    "picture": read_picture,
    "html": read_html,
    "names": read_names,
    "lines": read_lines,
    "place": read_place,
    "street": read_street,
}
LISTS = frozenset({"emails", "phones", "tags", "references"})
TOGETHER: Mapping[str, Callable[[Sequence[Any]], Value | None]] = {
    "text": join_texts,
    "note": join_texts,
    "birthday": read_birthday,
    "appointment": read_cancelled_confirmed,
    **dict.fromkeys(sorted(LISTS), join_lists),
}
CODECS = frozenset({*READERS, *LISTS, "birthday", "appointment"})


def write_plain(value: Value) -> Any:
    """A text, flag or number as it is."""
    return value


def write_birthday(value: Value) -> tuple[Any, Any]:
    """A date and its year apart; without a year, the date holds a placeholder and the year is null."""
    text = str(value)
    return (_YEARLESS + text[1:], None) if text.startswith("--") else (text, int(text[:4]))


def write_epoch_ms(value: Value) -> Any:
    """A time as milliseconds since 1970."""
    return round(datetime.fromisoformat(str(value)).timestamp() * 1000)


WRITERS: Mapping[str, Writer] = {
    "birthday": write_birthday,
    "epoch_ms": write_epoch_ms,
    "reference": write_entry,
    "entry": write_entry,
    "lines": write_lines,
    "html": write_html,
}


def shortened_json(raw: Any) -> str:
    """A value as JSON for a reason, cut to 120 characters."""
    try:
        text = msgspec.json.encode(raw).decode()
    except (UnicodeEncodeError, TypeError, msgspec.MsgspecError):
        text = repr(raw)
    return text if len(text) <= 120 else text[:119] + "…"
