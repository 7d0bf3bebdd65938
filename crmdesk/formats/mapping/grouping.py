"""Several rows with one id that are one contact: put together over the whole file, and read as one row.

Top Producer writes a row for each closing, listing and address of a contact, mostly with empty names in all but the
first. A later row fills what is empty and never clears what an earlier one said.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from crmdesk.domain.fields import ADDRESS_PARTS, field_of
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.formats.mapping import uses
from crmdesk.formats.mapping.reading import incoming_of
from crmdesk.formats.mapping.uses import ColumnMapping, Use
from crmdesk.formats.source import SourceRow

Cells = Sequence[tuple[str, str]]
# By one of these a contact can be told; a row that has none of them, and shares no id with one, is of somebody unknown.
_TELLING = ("name", "first_name", "last_name", "company", "emails", "phones")
NAMELESS = "It has no name, company, email or phone, and no other row of its contact has one."
_encode = msgspec.json.Encoder().encode


@dataclass(slots=True)
class _Group:
    rows: list[SourceRow]
    left: int  # rows of it that are still to come


def id_column(mapping: ColumnMapping) -> str | None:
    """The column by whose cells rows are put together; None where each row stands alone."""
    if not mapping.grouped:
        return None
    return next((use.column for use in mapping.uses if use.field == uses.REMOTE_ID), None)


def repeats(rows: Iterable[SourceRow], column: str) -> tuple[Counter[int], int]:
    """Of each id, by its hash, that stands in several rows, in how many; and how many rows there are."""
    seen = set[int]()
    found = Counter[int]()
    total = 0
    for row in rows:
        total += 1
        if not (id := _id_of(row, column)):
            continue
        key = hash(id)
        if key in seen:
            found[key] += 1 if key in found else 2
        seen.add(key)
    return found, total


def grouped(read: Callable[[], Iterable[SourceRow]], column: str) -> Iterator[SourceRow]:
    """The rows of a file with those of one id together, each where its first stands; the file is read twice.

    What is held meanwhile lies between the first and the last row of one id.
    """
    more, _ = repeats(read(), column)
    groups: dict[str, _Group] = {}
    waiting = deque[_Group]()
    for row in read():
        id = _id_of(row, column)
        if not id or hash(id) not in more:
            waiting.append(_Group([row], 0))
        else:
            if id not in groups:
                groups[id] = _Group([], more[hash(id)])
                waiting.append(groups[id])
            groups[id].rows.append(row)
            groups[id].left -= 1
        while waiting and waiting[0].left == 0:
            yield _together(waiting.popleft().rows, column)
    for group in waiting:
        yield _together(group.rows, column)


def parted(cells: Cells) -> list[list[tuple[str, str]]]:
    """The rows that were put together: a column that comes again begins another."""
    rows: list[list[tuple[str, str]]] = []
    there = set[str]()
    for column, cell in cells:
        if not rows or column in there:
            rows.append([])
            there = set()
        there.add(column)
        rows[-1].append((column, cell))
    return rows


def reader_of(mapping: ColumnMapping) -> Callable[[SourceRow], Incoming]:
    """The function that reads rows by this mapping, those that were put together as one.

    A column of which something found no place is among the unmapped, so that the rows are kept.
    """
    if not mapping.grouped:
        return incoming_of(mapping)
    one_row, read_plain = together_of(mapping), incoming_of(by_lines(mapping))

    def read(row: SourceRow) -> Incoming:
        cells, left_out = one_row(row.cells)
        found = read_plain(replace(row, cells=tuple(cells)))
        further = tuple(column for column in left_out if column not in found.unmapped)
        if not found.problems and found.skip is None and is_nameless(found):
            found = replace(found, skip=NAMELESS)
        return replace(found, unmapped=(*found.unmapped, *further)) if further else found

    return read


def is_nameless(found: Incoming) -> bool:
    """Whether nothing that was read tells whose it is."""
    return not any(key in found.values for key in _TELLING)


def together_of(mapping: ColumnMapping) -> Callable[[Cells], tuple[list[tuple[str, str]], list[str]]]:
    """The function that makes one row of several, and names the columns of which something found no place.

    What is said first counts, entries of lists are all taken; an address is taken from one row, never mixed from two.
    """
    lists = frozenset(use.column for use in mapping.uses if _is_list(mapping, use))
    address = frozenset(use.column for use in mapping.uses if use.field in ADDRESS_PARTS)

    def one_row(cells: Cells) -> tuple[list[tuple[str, str]], list[str]]:
        rows = parted(cells)
        if len(rows) == 1:
            return rows[0], []
        lived = next((place for place, row in enumerate(rows) if any(c in address and x.strip() for c, x in row)), 0)
        said: dict[str, list[str]] = {}
        left_out: dict[str, None] = {}
        for place, row in enumerate(rows):
            for column, cell in row:
                held = said.setdefault(column, [])
                if not cell.strip() or cell in held:
                    continue
                if (held and column not in lists) or (column in address and place != lived):
                    left_out[column] = None
                else:
                    held.append(cell)
        return [(column, "\n".join(held)) for column, held in said.items()], list(left_out)

    return one_row


def by_lines(mapping: ColumnMapping) -> ColumnMapping:
    """The mapping of a file whose cells hold several entries on lines of their own."""
    return mapping.changed(*(replace(use, codec="lines") for use in mapping.uses if _is_list(mapping, use)))


def _is_list(mapping: ColumnMapping, use: Use) -> bool:
    said = use.field not in uses.NO_FIELDS
    return said and field_of(mapping.kind, use.field).type.is_list and use.codec in ("", "lines")


def _id_of(row: SourceRow, column: str) -> str:
    if row.problem is not None:
        return ""
    return next((cell.strip() for name, cell in row.cells if name == column), "")


def _together(rows: Sequence[SourceRow], column: str) -> SourceRow:
    """Several rows as one: the first whole, of the others the id and what they say."""
    first, *others = rows
    if not others:
        return first
    cells = list(first.cells)
    for row in others:
        cells += [(name, cell) for name, cell in row.cells if name == column]
        cells += [(name, cell) for name, cell in row.cells if name != column and cell.strip()]
    return SourceRow(first.line, tuple(cells), _encode(cells).decode())
