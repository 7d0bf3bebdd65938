"""Reading a file in slices, off the loop: what was imported before is known again, the rest is read as fields."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from crmdesk.desk.importing.source import Source, SourceLine
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.points import number
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
    ahead = source.lines()
    try:
        if skip:
            await asyncio.to_thread(lambda: next(islice(ahead, skip, skip), None))
        while lines := await asyncio.to_thread(lambda: list(islice(ahead, SLICE))):
            digests = await asyncio.to_thread(reading.digests, lines)
            known = await store.read(partial(_known, digests=digests))
            yield await asyncio.to_thread(reading.slice, lines, digests, known)
    finally:
        close = getattr(ahead, "close", None)
        if close is not None:
            await asyncio.to_thread(close)


def _known(reads: Reads, digests: list[int]) -> dict[int, bool]:
    return reads.imports.known(digests)


class _Reading:
    def __init__(self, source: Source, choice: Choice) -> None:
        self._choice = choice
        self._salt = number(f"{source.signature}\n{choice.to_text()}").to_bytes(8)
        self._line = 0

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
