"""Reading a file in slices, off the loop: what was imported before is known again, the rest is read as fields."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Generator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from crmdesk.desk.importing.source import Source, SourceLine
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.points import number
from crmdesk.frozen import dataclass
from crmdesk.store import Reads, Store
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions.importing import finding
    from crmdesk.sync.actions.importing.finding import ReadRow
else:
    (finding,) = later("crmdesk.sync.actions.importing", "finding")

SLICE = 500  # rows in one transaction: some tens of milliseconds


@dataclass(frozen=True, slots=True)
class Slice:
    """Rows of a file: `known` were imported before and changed nothing since, `differing` of those differ."""

    lines: int
    rows: list[ReadRow]
    known: int = 0
    differing: int = 0


async def slices(store: Store, source: Source, choice: Choice, skip: int = 0) -> AsyncGenerator[Slice, None]:
    """The file in slices, behind so many of its rows."""
    reading = _Reading(source, choice)
    try:
        for start in range(0, skip, SLICE):
            await asyncio.to_thread(reading.ahead, min(SLICE, skip - start))
        while lines := await asyncio.to_thread(reading.ahead, SLICE):
            digests = await asyncio.to_thread(reading.digests, lines)
            known = await store.read(partial(_known, digests=digests))
            yield await asyncio.to_thread(reading.slice, lines, digests, known)
    finally:
        await asyncio.to_thread(reading.close)


def _known(reads: Reads, digests: list[int]) -> dict[int, bool]:
    return reads.imports.known(digests)


class _Reading:
    def __init__(self, source: Source, choice: Choice) -> None:
        self._choice = choice
        self._lines = source.lines()
        self._alone = threading.Lock()  # who is cancelled leaves a thread that is still reading
        self._salt = number(f"{source.signature}\n{choice.to_text()}").to_bytes(8)
        self._line = 0

    def ahead(self, amount: int) -> list[SourceLine]:
        """The next so many rows."""
        with self._alone:
            return list(islice(self._lines, amount))

    def close(self) -> None:
        """Let go of the file."""
        with self._alone:
            if isinstance(self._lines, Generator):
                self._lines.close()

    def digests(self, lines: list[SourceLine]) -> list[int]:
        """By which the rows are known when they come again, read and treated in the same way."""
        return [number(line.original, salt=self._salt) for line in lines]

    def slice(self, lines: list[SourceLine], digests: list[int], known: dict[int, bool]) -> Slice:
        """Read those as fields that are not known."""
        rows = []
        again = differing = 0
        for line, digest in zip(lines, digests, strict=True):
            if digest in known:
                again += 1
                differing += known[digest]
                continue
            incoming = line.read()
            if incoming.line <= self._line:  # several of a format that has no lines
                incoming = replace(incoming, line=self._line + 1)
            self._line = incoming.line
            rows.append(finding.read_row(incoming, self._choice.policy, self._choice.by, digest))
        return Slice(len(lines), rows, again, differing)
