"""What change-sets are called: whole phrases, since languages bend."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from crmdesk.domain.fields import FIELDS
from crmdesk.domain.reports import ChangeSet, Deed, StepKind, UndoLine
from crmdesk.domain.settings import TAG_COLOURS
from crmdesk.ui.wording.kinds import counted, single
from crmdesk.ui.wording.phrases import one_line
from crmdesk.ui.wording.settings import catalogue

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


def deed_name(found: ChangeSet, origin: ChangeSet | None = None) -> str:
    """What a change-set is called; one that took another back is called after that."""
    whom = counted(found.kind, found.amount)
    if found.amount == 1 and found.deed is not Deed.RUN:
        whom = one_line(found.subject, 60) or single(found.kind)
    return _template(found, origin).format(
        whom=whom,
        subject=one_line(found.subject, 60),
        detail=_detail(found),
        origin=deed_name(origin) if origin else "",
    )


def _detail(found: ChangeSet) -> str:
    if found.deed is Deed.SETTING:
        if found.detail == TAG_COLOURS:
            return translate("Deeds", "Colours of tags")
        return next((one.title for one in catalogue() if one.key == found.detail), found.detail)
    if found.deed not in (Deed.BULK, Deed.EDIT, Deed.SHOW):
        return one_line(found.detail, 60)
    fields = FIELDS[found.kind]
    return ", ".join(fields[key].title if key in fields else key for key in found.detail.split())


def _template(found: ChangeSet, origin: ChangeSet | None) -> str:
    match found.deed:
        case Deed.UNDO:
            return translate("Deeds", "Undo: {origin}") if origin else translate("Deeds", "Undo")
        case Deed.REDO:
            return translate("Deeds", "Redo: {origin}") if origin else translate("Deeds", "Redo")
        case Deed.RUN:
            return translate("Deeds", "Sync of {subject}: {whom}")
        case Deed.BULK:
            return translate("Deeds", "Edit {detail} of {whom}")
        case Deed.NEW:
            return translate("Deeds", "Create {whom}")
        case Deed.TAG:
            return translate("Deeds", "Tag {whom} with “{detail}”")
        case Deed.UNTAG:
            return translate("Deeds", "Remove the tag “{detail}” from {whom}")
        case Deed.RENAME_TAG:
            return translate("Deeds", "Rename the tag “{detail}”")
        case Deed.DELETE_TAG:
            return translate("Deeds", "Delete the tag “{detail}”")
    return _of_one(found)


def _of_one(found: ChangeSet) -> str:
    match found.deed:
        case Deed.SHOW:
            return translate("Deeds", "Choose what is shown of {whom}")
        case Deed.LINK:
            return translate("Deeds", "Link {whom}")
        case Deed.UNLINK:
            return translate("Deeds", "Unlink {whom}")
        case Deed.APART:
            return translate("Deeds", "Keep {whom} apart")
        case Deed.TRASH:
            return translate("Deeds", "Move {whom} to the trash")
        case Deed.RESTORE:
            return translate("Deeds", "Restore {whom}")
        case Deed.DELETE:
            return translate("Deeds", "Delete {whom} for good")
        case Deed.ADD:
            return translate("Deeds", "Add {whom} to {detail}")
        case Deed.REGISTER:
            return translate("Deeds", "Register {whom}")
        case Deed.DECIDE:
            return translate("Deeds", "Decide about {whom}")
        case Deed.CANCEL:
            return translate("Deeds", "Withdraw a change of {whom}")
        case Deed.IMPORT:
            return translate("Deeds", "Import {whom}")
        case Deed.SETTING:
            return translate("Deeds", "Setting “{detail}”")
    return translate("Deeds", "Edit {whom}")


def line_name(line: UndoLine) -> str:
    """What one line of an undo is about."""
    words = {
        StepKind.MADE: translate("Deeds", "New"),
        StepKind.MOVED: translate("Deeds", "Link"),
        StepKind.TRASHED: translate("Deeds", "Trash"),
        StepKind.RESTORED: translate("Deeds", "Restored"),
        StepKind.QUEUED: translate("Deeds", "Sent to a CRM"),
        StepKind.DROPPED: translate("Deeds", "Withdrawn from a CRM"),
        StepKind.PIN: translate("Deeds", "Shown value"),
        StepKind.GONE: translate("Deeds", "Deleted for good"),
        StepKind.SETTING: translate("Deeds", "Setting"),
    }
    return words.get(line.what, "") if line.what is not None else line.field
