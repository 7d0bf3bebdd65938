"""What goes which way between the desk and a CRM, in sentences, and what the CRM does not take."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import KindInfo
from crmdesk.domain.accounts import Direction
from crmdesk.ui.wording.kinds import plural
from crmdesk.ui.wording.phrases import listed, sentences

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


def not_taken(crm: str, can: Iterable[KindInfo]) -> str:
    """What that CRM does not take of the kinds whose changes are meant to go there."""
    said: dict[str, list[str]] = {}
    for info in can:
        if text := _refusal(info):
            said.setdefault(text, []).append(plural(info.kind))
    return sentences(*(text.format(kinds=listed(kinds), crm=crm) for text, kinds in said.items()))


def _refusal(info: KindInfo) -> str:
    if info.creates and info.updates:
        return ""
    if info.creates:
        return translate(
            "Direction",
            "{kinds}: {crm} takes new ones but no changes; your edits of existing ones stay on this computer",
        )
    if info.updates:
        return translate("Direction", "{kinds}: {crm} takes changes but no new ones; those stay on this computer")
    return translate("Direction", "{kinds}: {crm} takes no changes; yours stay on this computer")


def first_sync(direction: Direction, crm: str, can: Iterable[KindInfo]) -> str:
    """What the first sync of that direction does, with these kinds, and what comes to nothing."""
    kinds = list(can)
    match direction:
        case Direction.PULL:
            return translate("Direction", "Every sync only reads. The first one runs while you work.")
        case Direction.TWO_WAY:
            reads = translate("Direction", "The first sync only reads. It runs while you work.")
            return sentences(reads, not_taken(crm, kinds))
    sent = listed([plural(info.kind) for info in kinds if info.creates])
    writes = translate(
        "Direction",
        "The first sync writes to {crm} at once. What goes there: {kinds}, everything you have here. Each is"
        " looked up there first, and linked if it exists.",
    )
    return sentences(writes.format(crm=crm, kinds=sent), not_taken(crm, (info for info in kinds if info.creates)))
