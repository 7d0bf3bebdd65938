"""Codecs: one cell of a table as a value of the desk, by the type of its field. Texts stay exactly as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from crmdesk.domain.fields import FieldType
from crmdesk.domain.values import Entry, Value, entries
from crmdesk.formats.mapping import dates
from crmdesk.formats.mapping.dates import NoDate, Order
from crmdesk.formats.mapping.uses import SPLITS
from crmdesk.formats.tables.number_formats import date_of

Read = Callable[[str], Value | None]
RUINED = re.compile(r"[+-]?\d([.,]\d+)?E\+?\d{1,3}", re.IGNORECASE)  # 4.91631E+11: digits that a spreadsheet cut off
NOT_SHOWN = re.compile(r"#{3,}")  # a column that was too narrow when it was copied
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#GETTING_DATA", "#NV",
                    "#WERT!", "#BEZUG!", "#NOMBRE?", "#¡VALOR!", "#¡REF!"})  # fmt: skip
_YES = frozenset(
    {"true", "yes", "y", "1", "x", "t", "on", "wahr", "ja", "j", "sí", "si", "verdadero", "oui", "vrai", "✓"}
)
_NO = frozenset({"false", "no", "n", "0", "f", "off", "falsch", "nein", "falso", "non", "faux", "-"})
_TIME_12 = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([AaPp])?\.?(?:[Mm]\.?)?\s*$")
_JSON = ('["', "[{", "[]")
_cells = msgspec.json.Decoder(list[str | dict[str, msgspec.Raw]]).decode


class Wrong(ValueError):
    """The cell cannot be what its field asks for; the message says why."""


def reader(type_: FieldType, codec: str, order: Order | None, *, own: bool) -> Read | None:
    """The function that reads the cells of a column; None where they are texts that stay as they are.

    `own`: the file is one that this desk wrote, so that its own way to write lists holds.
    """
    match type_:
        case FieldType.DATE:
            return _serial(codec) if codec.startswith("serial") else lambda cell: _date(cell, order)
        case FieldType.MOMENT:
            return lambda cell: _moment(cell, order)
        case FieldType.FLAG:
            return flag
        case FieldType.NUMBER:
            return _number
        case FieldType.PHONES | FieldType.EMAILS | FieldType.TAGS | FieldType.REFERENCES:
            return objects if codec == "json" else splitter(type_, codec, own=own)
        case _:
            return None


def splitter(type_: FieldType, codec: str, *, own: bool) -> Read:
    """The function that reads a cell with several entries of a list."""
    if own and type_ in (FieldType.TAGS, FieldType.REFERENCES):
        return _own_list
    mark = SPLITS.get(codec, "")

    def read(cell: str) -> Value | None:
        if not own and cell[0] == "[" and cell.startswith(_JSON):
            return objects(cell)
        if not mark:
            return (Entry(cell),)
        pieces = [piece.strip() for piece in cell.split(mark)]
        return entries(piece for piece in pieces if not (codec == "groups" and piece.startswith("* "))) or None

    return read


def objects(cell: str) -> Value | None:
    """A JSON list of texts, or of objects with a value and perhaps a label and a mark of the primary one."""
    try:
        found: list[Entry] = []
        for one in _cells(cell.encode()):
            if isinstance(one, str):
                found.append(Entry(one))
                continue
            value = next((one[name] for name in ("value", "name", "address", "email", "number") if name in one), None)
            if value is None:
                raise Wrong(f"“{cell[:60]}” has an entry without a value.")
            label = next((one[name] for name in ("label", "type") if name in one), msgspec.Raw(b'""'))
            primary = bytes(one.get("primary", msgspec.Raw(b"false"))) == b"true"
            found.append(Entry(_string(value), _string(label), primary))
    except (msgspec.MsgspecError, UnicodeEncodeError):
        raise Wrong(f"“{cell[:60]}” is no JSON list of texts or of objects with a value.") from None
    return tuple(entry for entry in found if entry.value.strip()) or None


def _string(raw: msgspec.Raw) -> str:
    text = bytes(raw)
    if text[:1] == b'"':
        return str(msgspec.json.decode(text))
    return "" if text == b"null" else text.decode()


def _own_list(cell: str) -> Value | None:
    """The entries that this desk wrote into one cell: with semicolons between them, or as JSON where they say more."""
    if cell.startswith("[{"):
        return objects(cell)
    pieces: list[str] = []
    piece: list[str] = []
    place = 0
    while place < len(cell):
        one = cell[place]
        if one == "\\" and cell[place + 1 : place + 2] in ("\\", ";", "["):
            piece.append(cell[place + 1])
            place += 2
        elif one == ";":
            pieces.append("".join(piece))
            piece = []
            place += 2 if cell[place + 1 : place + 2] == " " else 1
        else:
            piece.append(one)
            place += 1
    return entries([*pieces, "".join(piece)]) or None


def flag(cell: str) -> bool | None:
    """Yes or no; no is an empty value."""
    word = cell.strip().casefold()
    if word in _YES:
        return True
    if word in _NO or not word:
        return None
    raise Wrong(f"“{cell[:60]}” is neither yes nor no.")


def _number(cell: str) -> float | None:
    text = cell.strip()
    try:
        return float(text)
    except ValueError:
        raise Wrong(f"“{cell[:60]}” is no number.") from None


def _date(cell: str, order: Order | None) -> str | None:
    try:
        return dates.read(cell, order)
    except NoDate as error:
        raise Wrong(str(error)) from None


def _serial(codec: str) -> Read:
    from_1904 = codec.endswith("1904")

    def read(cell: str) -> Value | None:
        found = date_of(cell.strip(), from_1904=from_1904)
        if found is None or len(found) < 10:
            raise Wrong(f"“{cell[:60]}” is no day that a spreadsheet counts.")
        return found[:10]

    return read


def _moment(cell: str, order: Order | None) -> str | None:
    text = cell.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        time = _TIME_12.search(text)
        day = _date(text, order)
        if day is None or day.startswith("--"):
            raise Wrong(f"“{cell[:60]}” is no moment with its year.") from None
        hour = int(time[1]) if time else 0
        if time and time[4]:
            hour = hour % 12 + (12 if time[4] in "Pp" else 0)
        try:
            moment = datetime.fromisoformat(day).replace(
                hour=hour, minute=int(time[2]) if time else 0, second=int(time[3] or 0) if time else 0
            )
        except ValueError:
            raise Wrong(f"“{cell[:60]}” is no moment that exists.") from None
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    except OverflowError:
        raise Wrong(f"“{cell[:60]}” is no moment that exists.") from None
