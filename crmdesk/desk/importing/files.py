"""Files as sources of an import: found out what they are, with their columns and what those are proposed to mean.

Nothing is guessed in silence: what was found is told with its reason, and each part of it can be said otherwise.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import msgspec

from crmdesk.desk.importing.source import SourceLine
from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.importing.fates import OnMatch
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.errors import FileChanged, FileError, UserInputError
from crmdesk.formats.cards.encodings import USUAL, known_set
from crmdesk.formats.cards.incoming import cards_of, groups_of
from crmdesk.formats.cards.incoming import incoming_of as card_of
from crmdesk.formats.cards.jcard import is_jcard
from crmdesk.formats.cards.stream import CardText
from crmdesk.formats.mapping import headings, proposal, uses
from crmdesk.formats.mapping.dates import Order
from crmdesk.formats.mapping.facts import Facts, facts_of
from crmdesk.formats.mapping.grouping import grouped, id_column, reader_of, repeats
from crmdesk.formats.mapping.sources import source_of
from crmdesk.formats.mapping.uses import ColumnMapping, Use
from crmdesk.formats.source import SourceRow
from crmdesk.formats.tables import opening
from crmdesk.formats.tables.opening import Look

CARDS = ("vcard", "jcard")
FORMATS = ("csv", "xlsx", "json", "jsonl", *CARDS)
_BLOCK = 1 << 20
SAMPLED = 5_000  # rows by which columns are judged, where none of them holds dates
_CARD_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be read, as far as somebody said it; the rest is found."""

    kind: Kind = Kind.CONTACT
    format: str | None = None
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header: int | None = None  # 0: there is none
    map: tuple[str, ...] = ()  # COLUMN=FIELD[:CODEC]
    skip: tuple[str, ...] = ()  # columns
    dates: str | None = None
    mapping: ColumnMapping | None = None  # the whole of it, where a person chose column by column

    def to_words(self) -> dict[str, str]:
        """What was said, to be kept with an import."""
        return {"asked": msgspec.json.encode(self).decode()}

    @classmethod
    def from_words(cls, words: Mapping[str, str]) -> Asked:
        """What `to_words` kept."""
        return msgspec.json.decode(words["asked"], type=cls)


@dataclass(frozen=True, slots=True)
class Column:
    """A column, what stands in it, and what it means."""

    name: str
    use: Use
    filled: int  # of the rows that were looked at
    share: float
    samples: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file that was opened, as `source.Source` has it, and what it was taken for."""

    file: str
    path: str
    digest: str
    signature: str
    format: str
    strict: bool
    kind: Kind
    look: Look | None = None  # None for cards
    mapping: ColumnMapping | None = None
    facts: Mapping[str, Facts] = field(default_factory=dict)
    remembered: bool = False  # the mapping is that of an earlier import
    title: str = ""  # of the program that wrote it, where it is known
    rows: int = 0  # how many rows it has, by its size where not all of it was looked at; cards are not counted before
    shared: int = 0  # rows that say more of a contact of a row before them, and are none of those
    counted: bool = True  # whether that is exact, and the facts are those of all rows
    mark: tuple[int, int] = (0, 0)  # by which it is seen that somebody writes it meanwhile
    usual: str = USUAL  # the codec for what of cards is neither UTF-8 nor says its character set

    @property
    def columns(self) -> list[Column]:
        """Its columns, in the order of the file; cards have none."""
        if self.look is None or self.mapping is None:
            return []
        doubts = proposal.doubts(self.mapping, self.facts)
        found = []
        for name in self.look.columns:
            fact = self.facts.get(name)
            warnings = [doubt.text for doubt in fact.warnings] if fact else []
            warnings += [doubts[name]] if name in doubts else []
            use = self.mapping.of(name) or Use(name)
            found.append(
                Column(
                    name,
                    use,
                    fact.filled if fact else 0,
                    fact.share if fact else 0.0,
                    fact.samples if fact else (),
                    tuple(warnings),
                )
            )
        return found

    def with_use(self, column: str, key: str, policy: OnMatch | None = None) -> FileSource:
        """The file with a column that means something else; "" means nothing."""
        if self.mapping is None:
            return self
        before = self.mapping.of(column)
        if before is not None and before.field == key:
            use = replace(before, policy=policy)
        else:
            use = Use(column, key, policy=policy)
        return replace(self, mapping=self.mapping.changed(use))

    def with_dates(self, order: str) -> FileSource:
        """The file with its dates in that order. Raises UserInputError for one that is none."""
        return self if self.mapping is None else replace(self, mapping=proposal.with_order(self.mapping, _order(order)))

    def fields(self) -> list[str]:
        """What a column can mean: the keys of the fields that a file may set, and `id` for the file's own ids."""
        return [uses.REMOTE_ID, *(key for key, known in FIELDS[self.kind].items() if known.editable)]

    def questions(self) -> list[str]:
        """The columns whose order of day and month somebody has to say first."""
        if self.mapping is None:
            return []
        return [question.column for question in proposal.questions(self.mapping, self.facts)]

    def check_uses(self) -> None:
        """Refuse a mapping that can never work. Raises UserInputError."""
        if self.mapping is not None:
            uses.check(self.mapping)

    def check_dates(self) -> None:
        """Refuse dates whose order nobody said. Raises UserInputError."""
        if self.mapping is not None:
            proposal.check_dates(self.mapping, self.facts)

    def policies(self) -> tuple[dict[str, OnMatch], frozenset[str]]:
        """What was chosen column by column: for values that differ, and for empty cells."""
        return (self.mapping.policies(), self.mapping.clears()) if self.mapping is not None else ({}, frozenset())

    def lines(self) -> Iterator[SourceLine]:
        """Its rows or cards. Raises FileError where it cannot be read on, or is not what it was when it was opened."""
        with _opened(self.path) as stream:
            self._check_unchanged(stream)
            yield from self._cards(stream) if self.look is None else self._rows(stream, self.look)
            self._check_unchanged(stream)

    def _check_unchanged(self, stream: BinaryIO) -> None:
        if _mark(stream) != self.mark:
            raise FileChanged(f"{self.file} is not what it was when it was opened.")

    def _cards(self, stream: BinaryIO) -> Iterator[SourceLine]:
        groups = groups_of(stream, self.usual)
        stream.seek(0)
        for card in cards_of(stream):
            yield SourceLine(card.data.decode("utf-8", "surrogateescape"), _Card(card, groups, self.usual))

    def _rows(self, stream: BinaryIO, look: Look) -> Iterator[SourceLine]:
        assert self.mapping is not None
        read, ids = reader_of(self.mapping), id_column(self.mapping)
        listed = opening.rows(stream, look) if ids is None else grouped(lambda: opening.rows(stream, look), ids)
        for row in listed:
            yield SourceLine(row.original, _Row(row, read))


@dataclass(frozen=True, slots=True)
class _Card:
    card: CardText
    groups: Mapping[str, tuple[str, ...]]
    usual: str

    def __call__(self) -> Incoming:
        return card_of(self.card, self.usual, self.groups)


@dataclass(frozen=True, slots=True)
class _Row:
    row: SourceRow
    read: Callable[[SourceRow], Incoming]

    def __call__(self) -> Incoming:
        return self.read(self.row)


Remembered = Callable[[str], str | None]  # the mapping of a header, as text


def open_file(path: str, asked: Asked, remembered: Remembered = lambda signature: None, name: str = "") -> FileSource:
    """Find out what a file is and what its columns mean. Raises FileError, or UserInputError for what was said."""
    name = name or os.path.basename(path)
    with _opened(path) as stream:
        mark, digest = _mark(stream), _digest(stream)
        format_ = asked.format if asked.format in CARDS else _cards_format(stream)
        if asked.format is not None and asked.format not in FORMATS:
            raise UserInputError(f"There is no format “{asked.format}”.", next=f"One of: {', '.join(FORMATS)}.")
        if format_ is not None and asked.format in (None, *CARDS):
            usual = _known_encoding(asked.encoding)
            return FileSource(name, path, digest, "vcard", format_, False, Kind.CONTACT, mark=mark, usual=usual)
        choice = opening.Choice(asked.format, asked.encoding, asked.delimiter, asked.header, asked.sheet)
        look = opening.look(stream, choice, headings.is_known)
        stream.seek(0)
        source = source_of(look.columns)
        facts, rows, counted = _judged(stream, look, source.order if source else None)
    columns = tuple(dict.fromkeys((*look.columns, *facts)))
    look = replace(look, columns=columns) if look.format in ("json", "jsonl") else look
    # A file of rejected rows is read as the one from which they came.
    again = look.columns[: len(proposal.REJECTED)] == proposal.REJECTED
    own = look.columns[len(proposal.REJECTED) :] if again else look.columns
    signature = f"{asked.kind}\n" + "\n".join(uses.signature_of(own))
    kept = remembered(signature)
    mapping = asked.mapping or (None if kept is None else _decoded(kept))
    if mapping is not None and again:
        mapping = mapping.changed(*(Use(name, uses.IGNORED) for name in proposal.REJECTED))
    proposed = mapping or proposal.propose(asked.kind, look.columns, facts)
    if asked.dates is not None:
        proposed = proposal.as_told(proposed, _order(asked.dates))
    said = proposed.changed(
        *(Use(_column(look, column), why="You left it out.") for column in asked.skip),
        *(uses.use_of(asked.kind, text, look.columns) for text in asked.map),
    )
    if asked.dates is not None:
        said = proposal.with_order(said, _order(asked.dates))
    shared = 0
    if (ids := id_column(said)) is not None:
        rows, shared, counted = *_contacts(path, look, ids), True
    return FileSource(
        name, path, digest, signature, look.format, True, said.kind, look, said, facts, kept is not None,
        source.title if source else "", rows, shared, counted, mark,
    )  # fmt: skip


def _judged(stream: BinaryIO, look: Look, habit: Order | None) -> tuple[dict[str, Facts], int, bool]:
    """What stands in the columns of a table, how many rows it has, and whether all of them were looked at."""
    facts = facts_of(look.columns, islice(opening.rows(stream, look), SAMPLED), habit)
    rows, place = _rows_of(facts), max(stream.tell(), 1)
    if rows < SAMPLED:
        return facts, rows, True
    if any(fact.dates is not None for fact in facts.values()):  # one cell of all may tell day from month
        facts = facts_of(look.columns, opening.rows(stream, look), habit)
        return facts, _rows_of(facts), True
    return facts, round(rows * max(stream.seek(0, os.SEEK_END) / place, 1.0)), False


def _rows_of(facts: Mapping[str, Facts]) -> int:
    return max((fact.rows for fact in facts.values()), default=0)


def _contacts(path: str, look: Look, ids: str) -> tuple[int, int]:
    """How many contacts a file holds where several rows can be one, and how many rows are none of their own."""
    with _opened(path) as stream:
        more, rows = repeats(opening.rows(stream, look), ids)
    shared = more.total() - len(more)
    return rows - shared, shared


def encoded(mapping: ColumnMapping) -> str:
    """A mapping as it is remembered."""
    return msgspec.json.encode(mapping).decode()


def _decoded(text: str) -> ColumnMapping | None:
    try:
        return msgspec.json.decode(text, type=ColumnMapping)
    except msgspec.MsgspecError:  # of another version of the desk: it is proposed anew
        return None


def _column(look: Look, name: str) -> str:
    found = next((one for one in look.columns if one.casefold() == name.strip().casefold()), None)
    if found is None:
        raise UserInputError(f"The file has no column “{name}”.", next=f"It has {', '.join(look.columns[:40])}.")
    return found


def _order(text: str) -> Order:
    try:
        return Order(text)
    except ValueError:
        raise UserInputError(f"“{text}” is no order of dates.", next="One of: dmy, mdy, ymd.") from None


def _known_encoding(said: str | None) -> str:
    if said is None:
        return USUAL
    found = known_set(said)
    if not found:
        raise UserInputError(f"“{said}” is no encoding of cards.", next="Use a name such as windows-1251 or shift_jis.")
    return found


def _opened(path: str) -> BinaryIO:
    """A regular file, opened. Raises FileError for anything else, before it could block."""
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise FileError(f"{path} is a folder.", next="Choose a file in it.")
        if not stat.S_ISREG(mode):
            raise FileError(f"{path} is no file but a device or a pipe.", next="Save what it gives into a file first.")
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise FileError(f"{path!r} cannot be read: {why}.") from error


def _mark(stream: BinaryIO) -> tuple[int, int]:
    """The size of an open file, and when it was last written."""
    found = os.fstat(stream.fileno())
    return found.st_size, found.st_mtime_ns


def _digest(stream: BinaryIO) -> str:
    found = hashlib.blake2b(digest_size=16)
    while block := stream.read(_BLOCK):
        found.update(block)
    stream.seek(0)
    return found.hexdigest()


def _cards_format(stream: BinaryIO) -> str | None:
    """Whether a file holds cards, and in which of their formats."""
    head = stream.read(_CARD_HEAD)
    stream.seek(0)
    if is_jcard(stream):
        stream.seek(0)
        return "jcard"
    stream.seek(0)
    plain = head.replace(b"\x00", b"").upper()
    return "vcard" if b"BEGIN:VCARD" in plain.replace(b" ", b"") and not plain.lstrip().startswith(b"PK") else None
