"""`import` and `imports continue`: files come in, planned or carried out, with progress, and ended at a border."""

from __future__ import annotations

import asyncio
import os
from argparse import Namespace
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import Any

from crmdesk.cli.call import DONE, INTERRUPTED, LEFT_SOMETHING, Call, Result, UsageError, as_usage
from crmdesk.cli.commands.imports import counted, import_id, told_row
from crmdesk.cli.commands.lists import words_and_kind
from crmdesk.cli.tables import facts, neutral, table
from crmdesk.desk.importing.files import Asked, FileSource
from crmdesk.desk.importing.preview import ImportPreview
from crmdesk.desk.importing.rejects import write_rejects
from crmdesk.desk.importing.runner import Control, ImportProgress, Progress
from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.choice import BY, DEFAULT_BY, Choice
from crmdesk.domain.importing.fates import Fate, OnMatch, Policy
from crmdesk.domain.importing.report import Counts, ImportOutcome, ImportRow, ImportRun
from crmdesk.domain.notation.json_shapes import own_id, plain_value
from crmdesk.domain.query.bulk import check_tags
from crmdesk.domain.values import Entry

TOLD = (Fate.SKIPPED, Fate.FAILED)


def check_import(asked: Namespace) -> None:
    """Refuse an `import` that can never work. Raises UsageError."""
    files, _ = words_and_kind(asked.words)
    if not files:
        raise UsageError("The file to import is missing.")
    if len(files) > 1 and asked.rejects:
        raise UsageError("--rejects goes with one file.")
    _by(asked)
    with as_usage():
        check_tags(tuple(map(Entry, asked.tag)))


def _by(asked: Namespace) -> tuple[str, ...]:
    if asked.match is None:
        return DEFAULT_BY
    words = [] if asked.match == "none" else asked.match.split(",")
    if unknown := [word for word in words if word not in BY]:
        raise UsageError(f"--match takes {', '.join(BY)} or none, not “{unknown[0]}”.")
    return tuple(words)


async def bring_in(call: Call) -> Result:
    """`import FILE... [kind=KIND] …`."""
    paths, kind = words_and_kind(call.asked.words)
    results = [await _one(call, path, kind) for path in paths]
    if len(results) == 1:
        return results[0]
    code = max(result.code for result in results)
    document = {"imports": [result.document for result in results]}
    return Result(document, lambda: [line for result in results for line in result.lines()], code)


async def _one(call: Call, path: str, kind: Kind) -> Result:
    desk, said = call.desk, call.asked
    asked = Asked(
        kind, said.format, said.sheet, said.encoding, said.delimiter, said.header, tuple(said.map), tuple(said.skip),
        said.dates,
    )  # fmt: skip
    with as_usage():
        source = await desk.imports.open(path, asked, "standard input" if _is_spooled(call, path) else "")
        accounts = tuple(desk.account(name).id for name in said.to)
        source.check_uses()
    source.check_dates()  # depends on what is in the file, so that it is no wrong usage
    policy = Policy(
        source.kind, OnMatch(said.on_match), creates=said.new != "no", tags=tuple(said.tag), region=said.region
    )
    choice = desk.imports.choice_for(source, Choice(policy, _by(said), accounts), asked)
    if said.dry_run:
        result = _planned(call, source, choice, await desk.imports.preview(source, choice))
    else:
        await desk.imports.remember(source)
        result = await _carried_out(call, source, choice, partial(desk.imports.carry_out, source, choice))
    if _is_spooled(call, path) and result.code != INTERRUPTED:
        await asyncio.to_thread(os.unlink, path)
    return result


def _is_spooled(call: Call, path: str) -> bool:
    """Whether a file is what came on standard input, which goes when it was imported."""
    return os.path.dirname(path) == str(call.desk.profile.imports)


async def go_on(call: Call) -> Result:
    """`imports continue ID`."""
    desk = call.desk
    run = await desk.imports.get(import_id(call.asked.id))
    source = await desk.imports.reopen(run)
    choice = Choice.from_text(run.settings)
    return await _carried_out(call, source, choice, partial(desk.imports.go_on, run, source))


async def _carried_out(
    call: Call, source: FileSource, choice: Choice, start: Callable[[Progress, Control], Awaitable[ImportRun]]
) -> Result:
    """Import, and tell what it came to; ended by the user, it is told what was done until then."""
    desk, progress, control = call.desk, _Progress(call, source.file), Control()
    try:
        run = await start(progress.told, control)
    except asyncio.CancelledError:
        if control.run_id is None:  # it had not begun
            raise
        run = await desk.imports.get(control.run_id)
    finally:
        progress.end()
    rejects = getattr(call.asked, "rejects", None)
    written = await write_rejects(desk, run, rejects) if rejects else None
    every = getattr(call.asked, "rows", False)
    rows = await desk.imports.rows(run.id, Fate if every else TOLD)
    document = {
        "import": _head(source, choice, run.counts, run.done)
        | {
            "id": str(run.id),
            "dry_run": False,
            "to_send": [],
            "outcome": run.outcome.value if run.outcome else None,
            "seconds": round(run.seconds, 3),
            "rejects": written,
        },
        "rows": [told_row(row) for row in rows],
        "plan": [],
    }
    code = INTERRUPTED if run.outcome is ImportOutcome.CANCELLED else _code(run.counts)
    return Result(document, lambda: _lines(source, run.counts, rows, f"import {run.id}"), code)


def _planned(call: Call, source: FileSource, choice: Choice, found: ImportPreview) -> Result:
    names = call.desk.account_names()
    rows = [row for row in found.rows if call.asked.rows or row.fate in TOLD]
    document = {
        "import": _head(source, choice, found.counts, found.done)
        | {
            "id": None,
            "dry_run": True,
            "to_send": [
                {"account": names[id_], "changes": amount, "calls": found.calls(id_)}
                for id_, amount in found.to_send.items()
            ],
            "outcome": "planned",
            "seconds": None,
            "rejects": None,
            "duplicates": found.duplicates,
            "left_off": found.left_off,
        },
        "rows": [told_row(row) for row in rows],
        "plan": [
            {
                "account": "local",
                "kind": source.kind.value,
                "item": own_id(line.item_id),
                "remote_id": None,
                "side": "desk",
                "action": "create" if line.fate is Fate.CREATED else "update",
                "field": line.field,
                "old": plain_value(line.old),
                "new": plain_value(line.new),
                "line": line.line,
            }
            for line in found.plan
        ],
    }
    lines = [f"{names[id_]} would be sent {amount:,} changes." for id_, amount in found.to_send.items()]
    return Result(
        document, lambda: [*_lines(source, found.counts, rows, "would be"), *map(neutral, lines)], _code(found.counts)
    )


def _code(counts: Counts) -> int:
    return LEFT_SOMETHING if counts.skipped or counts.failed or counts.needs_you else DONE


def _head(source: FileSource, choice: Choice, counts: Counts, done: int) -> dict[str, Any]:
    look = source.look
    return {
        "file": source.file,
        "digest": source.digest,
        "format": source.format,
        "encoding": look.encoding.name if look and look.encoding else None,
        "delimiter": look.delimiter.mark if look and look.delimiter else None,
        "header": look.header_line if look else None,
        "source": source.title or None,
        "kind": source.kind.value,
        **counted(counts),
        "balanced": done == counts.rows,
        "shared": source.shared,
        "columns": [
            {
                "column": column.name,
                "field": column.use.field or None,
                "codec": column.use.codec or None,
                "policy": (column.use.policy or choice.policy.on_match).value if column.use.field else None,
                "filled": column.filled,
                "samples": list(column.samples),
                "warnings": list(column.warnings),
            }
            for column in source.columns
        ],
    }


def _lines(source: FileSource, counts: Counts, rows: Sequence[ImportRow], of: str) -> Iterable[str]:
    yield from facts([("FILE", source.file), ("FORMAT", source.format), ("ROWS", of), *counted(counts).items()])
    unmapped = [column.name for column in source.columns if not column.use.field and column.filled]
    if source.shared:
        yield f"{source.shared:,} further rows of the file belong to the contact of a row before them."
    if unmapped:
        yield neutral(f"Not mapped: {', '.join(unmapped)}")
    if rows:
        shown = ([row.line, row.fate.value, row.field, row.value, row.reason] for row in rows)
        yield from table(("LINE", "OUTCOME", "FIELD", "VALUE", "REASON"), shown)


class _Progress:
    """How far it is: drawn over on a terminal, else a line for each ten thousand rows."""

    def __init__(self, call: Call, file: str) -> None:
        self._call, self._file, self._drawn, self._said = call, neutral(file), 0, 0

    def told(self, progress: ImportProgress) -> None:
        """Take note of how far it is."""
        if progress.waiting:
            self._call.say(f"{self._file}: another import goes on; this one waits for it")
        elif self._call.given.terminal:
            rate = progress.done / progress.seconds if progress.seconds else 0
            text = f"{self._file}: {progress.done:,} rows, {rate:,.0f} a second"
            self._call.draw(f"\r{text}{' ' * max(self._drawn - len(text), 0)}")
            self._drawn = len(text)
        elif progress.done - self._said >= 10_000:
            self._said = progress.done
            self._call.say(f"{self._file}: {progress.done:,} rows")

    def end(self) -> None:
        """Clear what was drawn."""
        if self._drawn:
            self._call.draw(f"\r{' ' * self._drawn}\r")
