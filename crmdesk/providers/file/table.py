"""A table as an account: its rows by what its columns mean, several rows with one id as one contact where it is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import BinaryIO

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.errors import BadResponse, UserInputError
from crmdesk.formats.mapping import uses
from crmdesk.formats.mapping.dates import Order
from crmdesk.formats.mapping.facts import Facts, facts_of
from crmdesk.formats.mapping.grouping import NAMELESS, Cells, by_lines, grouped, is_nameless, together_of
from crmdesk.formats.mapping.headings import is_known
from crmdesk.formats.mapping.proposal import propose, questions, with_order
from crmdesk.formats.mapping.reading import incoming_of
from crmdesk.formats.mapping.sources import SOURCES, source_of
from crmdesk.formats.mapping.uses import ColumnMapping
from crmdesk.formats.source import SourceRow
from crmdesk.formats.tables.opening import HIDDEN, Choice, Look, look, rows
from crmdesk.providers.contract import BadRecord, RemoteId, RemoteRecord
from crmdesk.providers.file import columns
from crmdesk.providers.file.info import COLUMNS
from crmdesk.providers.file.rows import (
    EMAIL,
    ROW,
    BadRow,
    Met,
    email_id,
    refuse_problem,
    text_id,
    told_apart,
    unreadable_in,
)
from crmdesk.providers.info import FieldPath, ProviderSettings

_UNTITLED = ("json", "jsonl")  # each object names its own members, and leaves out what it has not
_pairs = msgspec.json.Decoder(list[tuple[str, str]]).decode


def choice_of(settings: ProviderSettings) -> Choice:
    """How the settings say that a file is to be read."""
    return Choice(encoding=settings.get("encoding"), delimiter=settings.get("delimiter"), sheet=settings.get("sheet"))


def mapped(stream: BinaryIO, settings: ProviderSettings, preset: str) -> Table:
    """Find out how a file is read and what its columns mean; `preset` is the table that it has to be, "" for any.

    Raises UserInputError where somebody has to say more, BadResponse, and the errors of files.
    """
    found = look(stream, choice_of(settings), is_known)
    source = source_of(found.columns)
    if preset and (source is None or source.key != preset):
        title = next(one.title for one in SOURCES if one.key == preset)
        raise BadResponse(
            f"The file has not the columns of an export of {title}.",
            next="Export all columns there, or connect it as a file, whose columns can be mapped by hand.",
        )
    facts = facts_of(found.columns, rows(stream, found), source.order if source else None)
    mapping = columns.with_own(propose(Kind.CONTACT, found.columns, facts), settings)
    if mapping.kind is not Kind.CONTACT:
        raise BadResponse(f"The file holds {mapping.kind.plural}, not contacts.", next="Choose another file.")
    if order := settings.get("dates"):
        mapping = with_order(mapping, Order(order))
    if asked := questions(mapping, facts):
        samples = ", ".join(f"{one.column} (“{'”, “'.join(one.dates.samples)}”)" for one in asked)
        raise UserInputError(
            f"The order of day and month is not known in {samples}.", next="Give dates=dmy, dates=mdy or dates=ymd."
        )
    if not any(use.field not in ("", uses.IGNORED) for use in mapping.uses):
        raise BadResponse(
            "No column of the file is one that the desk knows.",
            next="Map one with map.FIELD=COLUMN, or choose another.",
        )
    ids = _ids(mapping, facts, stream, found, settings.get("id", ""))
    return Table(mapping, ids, settings, _told(found))


def kept(settings: ProviderSettings) -> Table | None:
    """The table as it was found out before; None where it was not. Raises UserInputError."""
    mapping = columns.mapping_of(settings.get(COLUMNS, ""))
    if mapping is None or not settings.get("ids"):
        return None
    return Table(columns.with_own(mapping, settings), settings.get("id") or settings["ids"], settings, "")


def _told(found: Look) -> str:
    parts = [found.format.upper()]
    parts += [f"sheet “{found.sheet.name}”"] if found.sheet else []
    parts += [found.encoding.name] if found.encoding else []
    parts += [f"columns parted by {_SIGNS.get(found.delimiter.mark, found.delimiter.mark)}"] if found.delimiter else []
    parts += [f"header in line {found.header_line}"] if found.header_line else ["without a header"]
    return ", ".join(parts)


_SIGNS = {"\t": "tabs", ";": "semicolons", ",": "commas"}


def _ids(mapping: ColumnMapping, facts: dict[str, Facts], stream: BinaryIO, found: Look, asked: str) -> str:
    """What tells contacts apart: as was asked, else the column with ids, else emails where all differ, else the row."""
    names = [use.column for use in mapping.uses]
    if asked:
        if asked not in (EMAIL, ROW, *names):
            raise UserInputError(f"The file has no column “{asked}”.", next=f"It has {', '.join(names[:40])}.")
        return asked
    column = next((use.column for use in mapping.uses if use.field in (uses.REMOTE_ID, uses.OWN_ID)), None)
    if column is not None and facts[column].filled:
        return column
    table, met = Table(mapping, EMAIL, {}, ""), set[str]()
    for row in rows(stream, found):
        try:
            id = table.identify(row.original.encode())
        except BadRecord:
            return ROW
        if row.problem is not None or id in met:
            return ROW
        met.add(id)
    return EMAIL


@dataclass(frozen=True)
class Table:
    """A table that was mapped. `ids` is a column, or EMAIL, or ROW."""

    mapping: ColumnMapping
    ids: str
    settings: ProviderSettings
    read_as: str

    @cached_property
    def fields(self) -> tuple[FieldPath, ...]:
        """The fields that its columns give."""
        return columns.field_rows(self.mapping)

    @property
    def found(self) -> dict[str, str]:
        """What was found out, as settings."""
        said = {COLUMNS: columns.told(self.mapping), "ids": self.ids}
        return said | ({"read_as": self.read_as} if self.read_as else {})

    @property
    def mark(self) -> str:
        """By what it is read."""
        return repr((self.fields, self.ids))

    @cached_property
    def _incoming(self) -> Callable[[SourceRow], Incoming]:
        return incoming_of(by_lines(self.mapping) if self.mapping.grouped else self.mapping)

    @cached_property
    def _one_row(self) -> Callable[[Cells], tuple[list[tuple[str, str]], list[str]]]:
        return together_of(self.mapping)

    def payloads(self, stream: BinaryIO) -> Iterator[bytes]:
        """The payload of each contact, in the order of the file."""
        found = look(stream, choice_of(self.settings), is_known)
        if found.format not in _UNTITLED:
            columns.refuse_others([use.column for use in self.mapping.uses], found.columns)

        def shown() -> Iterator[SourceRow]:
            return (row for row in rows(stream, found) if row.problem != HIDDEN)

        return told_apart(map(self._met, grouped(shown, self.ids) if self.mapping.grouped else shown()))

    def _met(self, row: SourceRow) -> Met:
        payload = row.original.encode()
        return Met(row.line, payload, partial(self.identify, payload), row.problem)

    def identify(self, payload: bytes) -> RemoteId:
        """The id of a contact. Raises BadRecord."""
        if (known := refuse_problem(payload, known=False)) is not None:
            return known
        if self.ids == ROW:
            return text_id(payload)
        if self.ids == EMAIL:
            return email_id(self._read(payload))
        id = next((cell.strip() for column, cell in cells_of(payload) if column == self.ids and cell.strip()), "")
        if not id or "\x00" in id:
            raise BadRow(f"It has nothing in “{self.ids}”, by which contacts are told apart.", field="id")
        return RemoteId(id)

    def read(self, payload: bytes) -> RemoteRecord:
        """A contact. Raises BadRecord."""
        refuse_problem(payload, known=True)
        found = self._read(payload)
        if self.mapping.grouped and is_nameless(found):
            raise BadRow(NAMELESS, remote_id=self.identify(payload))
        unreadable = unreadable_in(found)
        values = {field: value for field, value in found.values.items() if field not in unreadable}
        fields = frozenset((*values, *found.emptied)) - unreadable.keys()
        return RemoteRecord(
            Kind.CONTACT,
            self.identify(payload),
            values,
            fields,
            deleted=found.skip is not None,
            payload=payload,
            unmapped=found.unmapped,
            unreadable=unreadable,
        )

    def _read(self, payload: bytes) -> Incoming:
        cells = cells_of(payload)
        if self.mapping.grouped:
            cells, _ = self._one_row(cells)
        return self._incoming(SourceRow(0, tuple(cells), ""))


def cells_of(payload: bytes) -> list[tuple[str, str]]:
    """The cells of a contact, each with its column. Raises BadRecord."""
    try:
        return _pairs(payload)
    except msgspec.MsgspecError:
        raise BadRow("It is no row of a table.") from None
