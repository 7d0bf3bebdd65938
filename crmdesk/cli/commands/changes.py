"""`changes` and `undo`: every action and every run by its name, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from crmdesk.cli.call import DONE, LEFT_SOMETHING, Call, Result, id_of
from crmdesk.cli.commands.lists import listing
from crmdesk.cli.tables import neutral, table
from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.json_shapes import moment, own_id, plain_value
from crmdesk.domain.reports import Bucket, ChangeSet, Deed, StepKind, UndoLine, UndoPlan
from crmdesk.errors import UserInputError

# What was done, to `whom`; `detail` is of the deed's own.
_NAMES = {
    Deed.EDIT: "Edit {whom}", Deed.BULK: "Edit {detail} of {whom}", Deed.NEW: "New: {whom}",
    Deed.TAG: "Tag {whom} with {detail}", Deed.UNTAG: "Remove the tag {detail} from {whom}",
    Deed.RENAME_TAG: "Rename the tag {detail}", Deed.DELETE_TAG: "Delete the tag {detail}",
    Deed.SHOW: "Choose what is shown of {whom}", Deed.LINK: "Link {whom}", Deed.UNLINK: "Unlink {whom}",
    Deed.APART: "Say that {whom} are not the same", Deed.TRASH: "Move {whom} to the trash",
    Deed.RESTORE: "Restore {whom}", Deed.DELETE: "Delete {whom} for good", Deed.ADD: "Add {whom} to {detail}",
    Deed.REGISTER: "Register {whom}", Deed.DECIDE: "Decide about {whom}", Deed.CANCEL: "Cancel a change of {whom}",
    Deed.IMPORT: "Import {whom}", Deed.SETTING: "Setting {detail}", Deed.RUN: "Pull from {subject}: {whom}",
}  # fmt: skip
_DONE = {
    None: "", StepKind.MADE: "new", StepKind.MOVED: "link", StepKind.TRASHED: "trash", StepKind.RESTORED: "restore",
    StepKind.QUEUED: "send", StepKind.DROPPED: "record", StepKind.PIN: "shown", StepKind.GONE: "deleted for good",
    StepKind.SETTING: "setting",
}  # fmt: skip


def name_of(found: ChangeSet, of: ChangeSet | None = None) -> str:
    """What a change-set is called; one that took another back is called after that."""
    if found.deed in (Deed.UNDO, Deed.REDO):
        word = "Undo" if found.deed is Deed.UNDO else "Redo"
        return f"{word}: {name_of(of)}" if of is not None else word
    several = found.amount != 1 or found.deed is Deed.RUN
    noun = found.kind.value if found.amount == 1 else found.kind.plural
    people = ("person" if found.amount == 1 else "people") if found.kind is Kind.CONTACT else noun
    whom = f"{found.amount:,} {people}" if several else found.subject or f"a {found.kind}"
    return _NAMES[found.deed].format(whom=whom, subject=found.subject, detail=found.detail)


async def changes(call: Call) -> Result:
    """`changes`."""
    found, total = await call.desk.changes(call.asked.limit or None, call.asked.offset)
    documents = [await _document(call.desk, one) for one in found]
    columns = {"id": "ID", "at": "AT", "name": "WHAT", "undone": "UNDONE"}
    return listing("changes", total, documents, columns)


async def _document(desk: Desk, found: ChangeSet) -> dict[str, Any]:
    origin = await desk.origin_of(found)
    return {
        "id": str(found.id),
        "at": moment(found.at),
        "deed": found.deed.value,
        "kind": found.kind.value,
        "name": name_of(found, origin),
        "subject": found.subject,
        "detail": found.detail or None,
        "items": found.amount,
        "run": own_id(found.run_id),
        "undoes": own_id(found.undoes),
        "undone": found.undone_by is not None,
    }


async def undo(call: Call) -> Result:
    """`undo [ID] [--preview]`."""
    desk, asked = call.desk, call.asked
    set_id = None if asked.id is None else id_of(asked.id, "change-set", next="`crmdesk changes` lists them.")
    if asked.preview:
        if set_id is None:
            following = desk.next_undo()
            if following is None:
                raise UserInputError("There is nothing to undo.", what="Nothing was changed")
            set_id = following.id
        return await _told(desk, await desk.undo_plan(set_id), DONE)
    plan = await desk.undo(set_id)
    left = any(line.bucket is not Bucket.BACK for line in plan.lines)
    return await _told(desk, plan, LEFT_SOMETHING if left else DONE)


async def _told(desk: Desk, plan: UndoPlan, code: int) -> Result:
    buckets = {
        name: [_line(line) for line in plan.lines if line.bucket is bucket]
        for name, bucket in (("back", Bucket.BACK), ("edited", Bucket.EDITED), ("impossible", Bucket.IMPOSSIBLE))
    }
    name = name_of(plan.found, await desk.origin_of(plan.found))
    return Result({"id": str(plan.found.id), "name": name, **buckets}, lambda: _lines(name, buckets), code)


def _line(line: UndoLine) -> dict[str, Any]:
    return {
        "item": own_id(line.item_id or None),
        "what": _DONE.get(line.what) or None,
        "field": line.field or None,
        "now": plain_value(line.now),
        "back": plain_value(line.back),
        "why": line.why or None,
    }


def _lines(name: str, buckets: Mapping[str, list[dict[str, Any]]]) -> Iterable[str]:
    titles = {"back": "taken back", "edited": "edited since, kept", "impossible": "cannot be taken back"}
    yield neutral(name)
    for key, title in titles.items():
        yield f"{len(buckets[key]):,} {title}"
    rows = [(title, line) for key, title in titles.items() for line in buckets[key]]
    if rows:
        shown = (
            [line["item"], line["field"] or line["what"], line["now"], line["back"], line["why"]] for _, line in rows
        )
        yield from table(("ITEM", "WHAT", "NOW", "BACK", "WHY NOT"), shown)
