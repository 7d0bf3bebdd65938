"""Exports: what will be in one, and the file itself, streamed from the store without holding the list."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.importing.points import own_uid
from crmdesk.domain.items import seen_in
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.values import Values
from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass
from crmdesk.store import Reads, Store
from crmdesk.system.lazy_import import later
from crmdesk.system.new_file import new_file, refuse
from crmdesk.system.paths import Profile

if TYPE_CHECKING:
    from crmdesk.formats.cards import export as cards
    from crmdesk.formats.writing import files, layout
else:
    files, layout = later("crmdesk.formats.writing", "files", "layout")  # 15 ms
    (cards,) = later("crmdesk.formats.cards", "export")  # 20 ms

AT_ONCE = 500  # items that are read and written in one go
TABLES = ("csv", "tsv", "xlsx", "json", "jsonl")
CARDS = ("vcard", "vcard4", "jcard")
EXPORT_FORMATS = (*TABLES, *CARDS)
_BY_ENDING = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".xlsx": "xlsx", ".json": "json", ".jsonl": "jsonl",
    ".ndjson": "jsonl", ".vcf": "vcard", ".vcard": "vcard", ".jcf": "jcard", ".jcard": "jcard",
}  # fmt: skip
ENDINGS = {"csv": ".csv", "tsv": ".tsv", "xlsx": ".xlsx", "json": ".json", "jsonl": ".jsonl", "vcard": ".vcf",
           "vcard4": ".vcf", "jcard": ".json"}  # fmt: skip
Progress = Callable[[int, int], None]  # how many are written, of how many
Part = Sequence[tuple[int, Values]]
_Add = Callable[[int, Values], None]


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be exported: the items of `ids` in that order where they are given, else those of the query."""

    query: ItemQuery
    format: str = "csv"
    ids: tuple[int, ...] | None = None
    fields: tuple[str, ...] | None = None  # None: all that have a value
    safe: bool = False  # safe for spreadsheets
    seen_in: tuple[int, ...] | None = None  # accounts: of items with records elsewhere, what these hold; None: all


@dataclass(frozen=True, slots=True)
class ExportOutline:
    """What an export will hold."""

    total: int
    fields: tuple[str, ...]
    hidden: int = 0  # archived or removed in their CRMs, and left out
    trashed: int = 0  # in the trash, and left out


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds."""

    total: int
    size: int  # bytes
    seconds: float
    shortened: int = 0  # cells that were cut, since the format cannot hold them


def export_format(name: str, chosen: str | None) -> str:
    """The format of a file: the chosen one, else by its name. Raises UserInputError for one that is not known."""
    if chosen is not None:
        if chosen not in EXPORT_FORMATS:
            raise UserInputError(f"There is no format “{chosen}”.", next=f"One of: {', '.join(EXPORT_FORMATS)}.")
        return chosen
    found = _BY_ENDING.get(Path(name).suffix.lower())
    if found is None:
        known = ", ".join(sorted(_BY_ENDING))
        raise UserInputError(f"The name {name} does not tell a format.", next=f"Use --format, or one of {known}.")
    return found


def check_export(wish: ExportWish) -> None:
    """Refuse what can never work. Raises UserInputError."""
    kind = wish.query.kind
    if wish.format in CARDS and kind is not Kind.CONTACT:
        raise UserInputError(f"{kind.plural.capitalize()} have no cards.", next=f"Use one of {', '.join(TABLES)}.")
    if wish.format in CARDS and wish.fields is not None:
        raise UserInputError("A card is written whole, so fields cannot be chosen.", next="Leave out --fields.")
    unknown = [key for key in wish.fields or () if key not in FIELDS[kind] and not key.startswith("custom.")]
    if unknown:
        raise UserInputError(
            f"{kind.plural.capitalize()} have no field “{unknown[0]}”.",
            next=f"One of: {', '.join(FIELDS[kind])}; or custom.NAME.",
        )


def refuse_place(target: Path, profile: Profile, *, replace: bool) -> None:
    """Say before anything is read that a file cannot be written there. Raises as `new_file`, and UserInputError."""
    refuse(target, replace=replace)
    if target.parent.resolve() == profile.root.resolve():
        raise UserInputError("The file is to lie outside of the profile's own files.", next="Choose another folder.")


class DeskExports:
    """The part of the desk that writes files for others."""

    def __init__(self, store: Store, profile: Profile) -> None:
        self._store = store
        self._profile = profile

    async def outline(self, wish: ExportWish) -> ExportOutline:
        """What an export will hold, and what it leaves out. Raises UserInputError."""
        check_export(wish)

        def read(reads: Reads) -> ExportOutline:
            query = wish.query
            used = reads.items.fields_used(query.kind)
            fields = wish.fields or layout.in_order(query.kind, used)
            if wish.ids is not None:
                return ExportOutline(len(wish.ids), fields)
            total = reads.items.count(query)
            hidden = trashed = 0
            if not query.trash:
                trashed = reads.items.counts().trash.get(query.kind, 0)
                if not query.include_hidden:
                    whole = ItemQuery(query.kind, query.text, account_id=query.account_id, include_hidden=True)
                    hidden = reads.items.count(whole) - total
            return ExportOutline(total, fields, max(0, hidden), trashed)

        return await self._store.read(read)

    async def write(
        self, wish: ExportWish, target: Path, progress: Progress | None = None, *, replace: bool = False
    ) -> Exported:
        """Write a file: whole at the end, or not at all where it fails or is cancelled.

        Raises UserInputError, FileExists, FileNotWritten, NoRoom.
        """
        check_export(wish)
        refuse_place(target, self._profile, replace=replace)
        started = time.perf_counter()
        with new_file(target, replace=replace) as file:
            total, shortened = await self.write_into(wish, file, progress)
            size = file.seek(0, 2)
        return Exported(total, size, time.perf_counter() - started, shortened)

    async def write_into(self, wish: ExportWish, file: IO[bytes], progress: Progress | None = None) -> tuple[int, int]:
        """Write into an open file; gives how many items, and how many cells were cut."""
        check_export(wish)
        ids = await self._ids(wish)
        kind = wish.query.kind
        if wish.format in CARDS:
            return await self._cards(wish, ids, file, progress), 0
        used = await self._store.read(lambda reads: reads.items.fields_used(kind))
        form = files.TableFormat(wish.format)
        columns = layout.Layout(kind, used, wish.fields, safe=wish.safe)
        writer = await asyncio.to_thread(files.writer_of, form, file, columns, safe=wish.safe)
        done = await self._stream(wish, ids, lambda part: _each(writer.add, part), progress)
        await asyncio.to_thread(writer.close)
        return done, writer.shortened

    async def _cards(self, wish: ExportWish, ids: Sequence[int], file: IO[bytes], progress: Progress | None) -> int:
        form, outgoing, card_bytes = cards.CardFormat(wish.format), cards.Outgoing, cards.card_bytes
        in_json = form is cards.CardFormat.JCARD
        born = await self._store.read(lambda reads: reads.items.born(wish.query.kind))
        first = True

        def write(part: Part) -> None:
            nonlocal first
            # What a card held besides belongs to this computer's record.
            kept = {} if wish.seen_in is not None else self._store.reader().imports.kept([id_ for id_, _ in part])
            for id_, values in part:
                format_, card = kept.get(id_, ("", ""))
                one = outgoing(values, own_uid(id_, born.get(id_, 0)), card if format_ in CARDS else "")
                if in_json:
                    file.write(b"[\n" if first else b",\n")
                file.write(card_bytes(one, form))
                first = False

        done = await self._stream(wish, ids, write, progress)
        if in_json:
            file.write(b"[]\n" if first else b"\n]\n")
        return done

    async def _ids(self, wish: ExportWish) -> Sequence[int]:
        return wish.ids if wish.ids is not None else await self._store.read(lambda reads: reads.items.ids(wish.query))

    async def _stream(
        self,
        wish: ExportWish,
        ids: Sequence[int],
        write: Callable[[Part], object],
        progress: Progress | None,
    ) -> int:
        """Read items some at a time and hand them on, the next ones while these are written; gives how many."""

        def part_at(start: int) -> Callable[[Reads], Part]:
            part = list(ids[start : start + AT_ONCE])
            if wish.seen_in is None:
                return lambda reads: reads.items.values(wish.query.kind, part)
            seen = wish.seen_in
            return lambda reads: [(item.id, seen_in(item, seen).values) for item in reads.items.load(part)]

        done = 0
        for start in range(0, len(ids), AT_ONCE):
            part = await self._store.read(part_at(start))
            await asyncio.to_thread(write, part)
            done += len(part)
            if progress is not None:
                progress(done, len(ids))
        return done


def _each(add: _Add, part: Part) -> None:
    for id_, values in part:
        add(id_, values)
