"""Importing files: one at a time, in slices that are whole, so that it can be paused, ended and continued."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import field, replace
from functools import partial
from typing import TYPE_CHECKING

from crmdesk.desk.importing.preview import ImportPreview, preview
from crmdesk.desk.importing.slices import Slice, slices
from crmdesk.desk.importing.source import Source
from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.fates import Fate
from crmdesk.domain.importing.report import Counts, ImportOutcome, ImportRow, ImportRun, Mapping
from crmdesk.domain.signals import SetsChanged
from crmdesk.errors import DeskError, FileChanged, ImportStopped, UserInputError
from crmdesk.frozen import dataclass
from crmdesk.store import Reads, Store, Tx
from crmdesk.sync.announcer import Announcer
from crmdesk.system.lazy_import import later, load

if TYPE_CHECKING:
    from crmdesk.desk.importing import files
    from crmdesk.desk.importing.files import Asked, FileSource
    from crmdesk.sync.actions.edits import WritableOf
    from crmdesk.sync.actions.importing import carrying_out, finding
    from crmdesk.sync.actions.importing.carrying_out import Add, Done
else:
    carrying_out, finding = later("crmdesk.sync.actions.importing", "carrying_out", "finding")  # with the edits
    (files,) = later("crmdesk.desk.importing", "files")  # with all that reads formats


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import has come."""

    done: int  # rows
    counts: Counts
    seconds: float
    waiting: bool = False  # for another import to end


Progress = Callable[[ImportProgress], None]
After = Callable[[Kind, Sequence[int], frozenset[int]], None]  # told of what was stored: items, and accounts to send to


@dataclass(slots=True)
class Control:
    """By which whoever started an import pauses it; cancelling the task ends it at the border of a slice.

    One that was ended is found by `run_id`; there is none while it waits for another import.
    """

    going: asyncio.Event = field(default_factory=asyncio.Event)
    run_id: int | None = None

    def __post_init__(self) -> None:
        self.going.set()


class DeskImports:
    """The part of the desk that brings files in."""

    def __init__(
        self,
        store: Store,
        announcer: Announcer,
        writable: WritableOf,
        add: Add,
        after: After,
    ) -> None:
        self._store = store
        self._announcer = announcer
        self._writable = writable
        self._add = add
        self._after = after
        self._one_at_a_time = asyncio.Lock()

    async def carry_out(
        self, source: Source, choice: Choice, progress: Progress | None = None, control: Control | None = None
    ) -> ImportRun:
        """Import a file; another one that is being imported is waited for.

        A cancelled one ends at the border of a slice; `get` tells what it did until then. Raises what reading raises,
        or ImportStopped where something was done before, which stays and can be continued.
        """
        if self._one_at_a_time.locked() and progress is not None:
            progress(ImportProgress(0, Counts(), 0.0, waiting=True))
        async with self._one_at_a_time:
            run = ImportRun(
                source.file, source.path, source.digest, source.signature, source.format, choice.policy.kind,
                choice.to_text(),
            )  # fmt: skip
            id_ = await self._store.write(lambda tx: tx.imports.start(run))
            return await self._run(replace(run, id=id_), source, choice, progress, control)

    async def open(self, path: str, asked: Asked | None = None, name: str = "") -> FileSource:
        """Find out what a file is, how it would be read, and what its columns mean; a known header is remembered.

        Raises FileError for a file that cannot be read, UserInputError for what was said of it and cannot be.
        """
        known = {one.signature: one.mapping for one in await self.mappings()}
        # `files` is loaded on that thread too.
        return await asyncio.to_thread(lambda: files.open_file(path, asked or files.Asked(), known.get, name))

    async def reopen(self, run: ImportRun) -> FileSource:
        """The file of an import that is to be continued, read as it was then. Raises what `open` raises."""
        if not run.path:
            raise UserInputError("It cannot be opened again.", what="Nothing was imported")
        choice = Choice.from_text(run.settings)
        return await self.open(run.path, files.Asked.from_words(choice.reading), run.file)

    def choice_for(self, source: FileSource, choice: Choice, asked: Asked) -> Choice:
        """A choice for a file, with what was said of its columns, as it is kept with the import."""
        by_field, clears = source.policies()
        policy = replace(
            choice.policy, kind=source.kind, by_field={**choice.policy.by_field, **by_field}, clears=clears
        )
        asked = replace(asked, kind=source.kind, format=source.format, mapping=source.mapping, map=(), skip=())
        return replace(choice, policy=policy, reading=asked.to_words())

    async def preview(self, source: Source, choice: Choice) -> ImportPreview:
        """What importing a file would come to; nothing is written. Raises what reading it raises."""
        return await preview(self._store, source, choice, self._writable)

    async def go_on(
        self, run: ImportRun, source: Source, progress: Progress | None = None, control: Control | None = None
    ) -> ImportRun:
        """Continue an import that was ended or stopped, behind its last whole slice. Raises UserInputError."""
        if run.outcome in (ImportOutcome.SUCCESS, ImportOutcome.PARTIAL):
            raise UserInputError("It came to its end.", what="Nothing was imported")
        if run.undone:
            raise UserInputError("It was taken back.", what="Nothing was imported", next="Import the file again.")
        if source.digest != run.digest:
            raise UserInputError(
                f"{run.file} is another one than it was then.",
                what="Nothing was imported",
                next="Import it anew: whoever is here already is known again.",
            )
        async with self._one_at_a_time:
            return await self._run(run, source, Choice.from_text(run.settings), progress, control)

    async def _run(
        self, run: ImportRun, source: Source, choice: Choice, progress: Progress | None, control: Control | None
    ) -> ImportRun:
        control = control or Control()
        control.run_id = run.id
        try:
            await asyncio.to_thread(load, carrying_out, finding)
            await self._slices(run, source, choice, progress, control)
        except asyncio.CancelledError:
            await self._end(run.id, ImportOutcome.CANCELLED)
            raise
        except DeskError as error:
            stopped = await self._end(run.id, ImportOutcome.STOPPED, error.why)
            if not stopped.done:
                raise
            following = "" if isinstance(error, FileChanged) else f" Then `crmdesk imports continue {run.id}` goes on."
            raise ImportStopped(
                error.why,
                what=f"The import of {run.file} stopped after {stopped.done:,} rows",
                next=f"{error.next}{following}",
            ) from error
        return await self._end(run.id, None)

    async def _slices(
        self, run: ImportRun, source: Source, choice: Choice, progress: Progress | None, control: Control
    ) -> None:
        policy = replace(choice.policy, strict=source.strict)
        finder = finding.Finder(policy, source.signature, choice.by, run.id)
        importing = carrying_out.Importing(
            run.id, policy, finder, run.file, choice.account_ids, self._writable, self._add
        )
        while await self._store.read(finder.look_through):
            pass
        counts, done, set_id, before, began = run.counts, run.done, run.set_id, run.seconds, time.monotonic()

        def store(tx: Tx, part: Slice) -> tuple[Counts, Done]:
            carried = carrying_out.carry_out(tx, importing, part.rows, set_id)
            found = counts.plus(carried.actions).with_known(part.known, part.differing, skipped=policy.skips_all)
            seconds = before + time.monotonic() - began
            tx.imports.progress(run.id, found, done + part.lines, seconds, carried.set_id)
            return found, carried

        async with aclosing(slices(self._store, source, choice, run.done)) as parts:
            async for part in parts:
                await control.going.wait()
                counts, carried = await self._store.write(partial(store, part=part), durable=False)
                done, set_id = done + part.lines, carried.set_id
                if carried.items:
                    self._after(policy.kind, carried.items, frozenset(carried.accounts))
                if progress is not None:
                    progress(ImportProgress(done, counts, before + time.monotonic() - began))

    async def _end(self, id_: int, outcome: ImportOutcome | None, error: str | None = None) -> ImportRun:
        """Store how an import ended: by its counts, where nothing ended it."""

        def end(tx: Tx) -> ImportRun:
            run = tx.imports.get(id_)
            counts = run.counts
            left = counts.skipped or counts.failed or counts.needs_you
            tx.imports.finish(id_, outcome or (ImportOutcome.PARTIAL if left else ImportOutcome.SUCCESS), error)
            if run.set_id is not None:
                tx.sets.end(run.set_id, counts.created + counts.updated)
            return tx.imports.get(id_)

        run = await self._store.write(end)
        self._announcer.announce(SetsChanged())
        return run

    # What was imported

    async def mark_stopped(self) -> None:
        """At start: what was being imported when the program ended can be continued."""
        if self._store.reader().imports.unfinished():
            await self._store.write(lambda tx: tx.imports.mark_stopped())

    async def list(self, limit: int | None = None, offset: int = 0) -> tuple[Sequence[ImportRun], int]:
        """Imports, newest first, and how many there are."""
        return await self._store.read(lambda reads: reads.imports.list(limit, offset))

    async def get(self, id: int) -> ImportRun:
        """One import. Raises NotFound."""
        return await self._store.read(lambda reads: reads.imports.get(id))

    async def rows(
        self, id: int, fates: Iterable[Fate] = Fate, limit: int | None = None, after: int = 0
    ) -> Sequence[ImportRow]:
        """The rows of an import that did something or have something to say. Raises NotFound."""

        def read(reads: Reads) -> Sequence[ImportRow]:
            reads.imports.get(id)
            return reads.imports.rows(id, fates, limit, after)

        return await self._store.read(read)

    async def of_item(self, item_id: int) -> Sequence[tuple[ImportRun, ImportRow]]:
        """The imports that made or changed an item, newest first, each with its row."""
        return await self._store.read(lambda reads: reads.imports.of_item(item_id))

    async def kept(self, item_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Of each item the row or card that it came from, where something of it has no field: (format, text)."""
        return await self._store.read(lambda reads: reads.imports.kept(item_ids))

    # Remembered mappings

    async def mappings(self) -> Sequence[Mapping]:
        """How files with a known header are read, the one used last first."""
        return await self._store.read(lambda reads: reads.mappings.all())

    async def remember(self, source: FileSource) -> None:
        """Remember what the columns of a file mean, before it is imported, for the next file with this header."""
        if source.look is not None and source.mapping is not None:
            told = Mapping(source.signature, source.file, source.look.columns, files.encoded(source.mapping))
            await self._store.write(lambda tx: tx.mappings.put(told))

    async def forget(self, mapping_id: int) -> None:
        """Forget a mapping. Raises NotFound."""
        await self._store.write(lambda tx: tx.mappings.forget(mapping_id))
