"""`imports` and `mappings`: what was imported, its rows, taking it back, going on with it, and how files are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from crmdesk.cli.call import DONE, LEFT_SOMETHING, Call, Result, id_of
from crmdesk.cli.commands.lists import listing
from crmdesk.cli.tables import table
from crmdesk.domain.importing.fates import Fate
from crmdesk.domain.importing.report import Counts, ImportRow, ImportRun
from crmdesk.domain.notation.json_shapes import moment, own_id
from crmdesk.domain.reports import Bucket, UndoLine
from crmdesk.errors import UserInputError

_BUCKETS = {Bucket.BACK: "reversed", Bucket.EDITED: "kept", Bucket.IMPOSSIBLE: "impossible"}


async def imports(call: Call) -> Result:
    """`imports [--all]`."""
    found, total = await call.desk.imports.list(None if call.asked.all else 50)
    columns = {"id": "ID", "at": "AT", "file": "FILE", "outcome": "OUTCOME", "rows": "ROWS"}
    columns |= {fate.value: fate.value.upper() for fate in Fate}
    return listing("imports", total, [told(run) for run in found], columns)


def told(run: ImportRun) -> dict[str, Any]:
    """An import as scripts read it."""
    return {
        "id": str(run.id),
        "at": moment(run.started_at),
        "file": run.file,
        "digest": run.digest,
        "format": run.format,
        "kind": run.kind.value,
        **counted(run.counts),
        "balanced": run.done == run.counts.rows,
        "outcome": "undone" if run.undone else run.outcome.value if run.outcome else "running",
        "seconds": round(run.seconds, 3),
        "error": run.error,
    }


def counted(counts: Counts) -> dict[str, int]:
    """The counts, and how many rows they are together."""
    return {"rows": counts.rows, **asdict(counts)}


async def rows(call: Call) -> Result:
    """`imports rows ID [--outcome O]`."""
    wanted = [Fate(call.asked.outcome)] if call.asked.outcome else list(Fate)
    found = await call.desk.imports.rows(import_id(call.asked.id), wanted)
    documents = [told_row(row) for row in found]
    columns = {"line": "LINE", "outcome": "OUTCOME", "item": "ITEM", "field": "FIELD", "value": "VALUE"}
    return listing("rows", len(documents), documents, columns | {"reason": "REASON"})


def told_row(row: ImportRow) -> dict[str, Any]:
    """A row as scripts read it."""
    return {
        "line": row.line,
        "outcome": row.fate.value,
        "item": own_id(row.item_id),
        "field": row.field or None,
        "value": row.value or None,
        "reason": row.reason or None,
        "candidates": [str(id_) for id_ in row.candidates],
    }


async def undo(call: Call) -> Result:
    """`imports undo ID [--dry-run]`."""
    desk, run = call.desk, await call.desk.imports.get(import_id(call.asked.id))
    if run.set_id is None:
        raise UserInputError("It changed nothing.", what="Nothing was taken back")
    if call.asked.dry_run:
        plan = await desk.undo_plan(run.set_id)
    else:
        plan = await desk.undo(run.set_id, call.show_progress)
    lines = [_undone(line) for line in plan.lines]
    amounts = {word: len(plan.items(bucket)) for bucket, word in _BUCKETS.items()}
    document = {"undo": {"import": str(run.id), **amounts, "rows": lines}}

    def shown() -> Iterable[str]:
        yield f"{amounts['reversed']:,} taken back, {amounts['kept']:,} kept, {amounts['impossible']:,} not possible"
        left = [line for line in lines if line["bucket"] != "reversed"]
        if left:
            yield from table(("ITEM", "WHAT", "WHY"), ([one["item"], one["bucket"], one["why"]] for one in left))

    left_something = not call.asked.dry_run and (amounts["kept"] or amounts["impossible"])
    return Result(document, shown, LEFT_SOMETHING if left_something else DONE)


def _undone(line: UndoLine) -> dict[str, Any]:
    return {"item": own_id(line.item_id or None), "bucket": _BUCKETS[line.bucket], "why": line.why or None}


async def mappings(call: Call) -> Result:
    """`mappings`."""
    found = await call.desk.imports.mappings()
    documents = [
        {"id": str(one.id), "name": one.name, "columns": list(one.columns), "used_at": moment(one.used_at)}
        for one in found
    ]
    columns = {"id": "ID", "name": "NAME", "used_at": "USED"}
    return listing("mappings", len(documents), documents, columns)


async def forget(call: Call) -> Result:
    """`mappings forget ID`."""
    id_ = id_of(call.asked.id, "mapping", next="`crmdesk mappings` lists them.")
    await call.desk.imports.forget(id_)
    return Result({"forgotten": str(id_)}, lambda: ["Forgotten."])


def import_id(text: str) -> int:
    """The id of an import. Raises NotFound for a text that is none."""
    return id_of(text, "import", next="`crmdesk imports` lists them.")
