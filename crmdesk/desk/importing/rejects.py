"""The rows that failed, or need somebody, as a file of their own: corrected, it can be imported again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from crmdesk.desk.importing.files import CARDS
from crmdesk.domain.importing.fates import Fate
from crmdesk.domain.importing.report import ImportRow, ImportRun
from crmdesk.errors import FileError
from crmdesk.formats.cards.stored_text import kept_bytes
from crmdesk.formats.mapping.grouping import parted
from crmdesk.formats.mapping.proposal import REJECTED
from crmdesk.formats.separated import separated
from crmdesk.system.new_file import new_file

if TYPE_CHECKING:
    from crmdesk.desk import Desk

_cells = msgspec.json.Decoder(list[tuple[str, str]]).decode


async def write_rejects(desk: Desk, run: ImportRun, path: str, *, replace: bool = False) -> str | None:
    """Write them, all or none; gives the file's name, None where there is none of them. Raises FileError."""
    rows = [row for row in await desk.imports.rows(run.id, (Fate.SKIPPED, Fate.FAILED)) if row.payload is not None]
    if not rows:
        return None
    await asyncio.to_thread(_write, rows, run.format in CARDS, path, replace)
    return path


def _write(rows: list[ImportRow], cards: bool, path: str, replace: bool) -> None:
    try:
        with new_file(Path(path), replace=replace) as file:
            file.writelines(_cards(rows) if cards else separated(_table(rows)))
    except FileError as error:
        raise type(error)(
            error.why, what="The rows that failed were not written", next="`crmdesk imports rows` lists them."
        ) from error


def _cards(rows: list[ImportRow]) -> Iterator[bytes]:
    for row in rows:
        yield kept_bytes(row.payload or "")


def _table(rows: list[ImportRow]) -> Iterator[list[str]]:
    """The three columns in front, then those of the file, in the order in which they come up; each row by itself."""
    held = [(row, dict(cells)) for row in rows for cells in parted(_cells(row.payload or "[]"))]
    columns = list(dict.fromkeys(name for _, cells in held for name in cells))
    yield [*REJECTED, *columns]
    for row, cells in held:
        yield [str(row.line), row.reason, row.field, *(cells.get(name, "") for name in columns)]
