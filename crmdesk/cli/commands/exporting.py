"""`export`: what the desk shows, as a file for others or on standard output."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

from crmdesk.cli.call import DONE, LEFT_SOMETHING, Call, Result, UsageError, as_usage, words_of
from crmdesk.cli.commands.lists import sort_of, words_and_kind
from crmdesk.cli.output import OutputFailed
from crmdesk.cli.tables import neutral
from crmdesk.desk import Exported, ExportWish, check_export, export_format
from crmdesk.domain.records import ItemQuery


async def export(call: Call) -> Result:
    """`export FILE [QUERY] [kind=KIND] …`: streamed; the file is there whole or not at all."""
    asked = call.asked
    wish = _wish(call)
    if asked.file == "-":
        done = await _to_standard_output(call, wish)
    else:
        target = whole_path(asked.file)
        done = await call.desk.exports.write(wish, target, _progress(call), replace=asked.replace)
    document = {
        "file": "-" if asked.file == "-" else str(target),
        "format": wish.format,
        "kind": wish.query.kind.value,
        "total": done.total,
        "bytes": done.size,
        "seconds": round(done.seconds, 3),
    }
    if done.shortened:
        call.say(f"{done.shortened:,} cells are longer than a sheet can hold and were cut; CSV and JSON hold them.")

    def lines() -> list[str]:
        where = "standard output" if asked.file == "-" else neutral(target)
        return [f"Exported {done.total:,} {wish.query.kind.plural} to {where} ({done.size:,} bytes)."]

    code = LEFT_SOMETHING if done.shortened else DONE
    return Result({"export": document}, lines, code, aside=asked.file == "-")


def whole_path(file: str) -> Path:
    """The file that was named, from the root of the disk."""
    return Path(os.path.abspath(os.path.expanduser(file)))


def _wish(call: Call) -> ExportWish:
    asked = call.asked
    words, kind = words_and_kind(asked.query)
    ids = None
    if asked.ids is not None:
        items = [call.desk.find_item(word) for word in words_of(asked.ids)]
        if other := next((item for item in items if item.kind is not kind), None):
            raise UsageError(f"{other.id} is no {kind.value} but a {other.kind.value}.", next="Add kind=KIND.")
        if words:
            raise UsageError("Either --ids or a query says what is exported.")
        ids = tuple(item.id for item in items)
    fields = None if asked.fields is None else tuple(words_of(asked.fields))
    query = ItemQuery(
        kind, " ".join(words), (sort_of(asked.sort or "name", kind),), trash=asked.trash, include_hidden=asked.all
    )
    with as_usage():
        if asked.file == "-" and asked.format is None:
            raise UsageError("Standard output has no name that tells a format.", next="Add --format.")
        wish = ExportWish(query, export_format(asked.file, asked.format), ids, fields, asked.safe)
        check_export(wish)
    return wish


async def _to_standard_output(call: Call, wish: ExportWish) -> Exported:
    """The document itself on standard output, with nothing around it."""
    started = time.perf_counter()
    counted = _Counted()
    try:
        total, shortened = await call.desk.exports.write_into(wish, cast(BinaryIO, counted), _progress(call))
        counted.flush()
    except (OSError, ValueError) as error:
        raise OutputFailed("Standard output takes no more: who reads it has ended, or its disk is full.") from error
    return Exported(total, counted.written, time.perf_counter() - started, shortened)


class _Counted(io.BufferedIOBase):
    """Standard output as bytes, counted, since a pipe cannot say how much went through it."""

    written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        size = sys.stdout.buffer.write(data)
        self.written += size
        return size

    def flush(self) -> None:
        sys.stdout.buffer.flush()


def _progress(call: Call) -> Callable[[int, int], None] | None:
    """How far it is, drawn over on a terminal."""
    if not call.given.terminal:
        return None

    def draw(done: int, total: int) -> None:
        call.draw(f"\r{done:,} of {total:,}" + ("\r" + " " * 40 + "\r" if done >= total else ""))

    return draw
