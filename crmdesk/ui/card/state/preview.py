"""What the card says below each field, from the draft, the item's facts and details, and the desk's preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.items import Also
from crmdesk.domain.values import Patch
from crmdesk.ui.card.field_row.row import CardField
from crmdesk.ui.card.new_item import CreateIn
from crmdesk.ui.card.state.details import Details
from crmdesk.ui.card.state.draft import Draft
from crmdesk.ui.card.state.provenance import Facts, Landing, landing_of_new, landing_text
from crmdesk.ui.wording.phrases import count, field_title, listed, numbered, value_text
from crmdesk.ui.wording.told import told

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


def landings(desk: Desk, facts: Facts, patch: Patch, also: Also) -> dict[str, Landing]:
    """Where each changed field will be."""
    placement = desk.placement(facts.item.id, patch, also)
    found = {key: facts.landing(key, placement) for key in patch}
    for account_id, members in desk.at_risk(facts.item.id, patch, also).items():
        name = facts.faces[account_id].name
        key = next((key for key, landing in found.items() if name in landing.names), None)
        if key is not None:  # said once, below the first of the fields that go there
            found[key] = replace(found[key], risk=_risk_text(name, members), risks=members)
    return found


def _risk_text(name: str, members: Sequence[str]) -> str:
    says = translate(
        "Preview", "{name} replaces the whole record but does not show all of it. May end up empty there: {what}"
    )
    more = f" (+{count(len(members) - 4)})" if len(members) > 4 else ""
    return says.format(name=name, what=listed(list(members[:4]))) + more


def landings_of_new(desk: Desk, kind: Kind, patch: Patch, create_in: CreateIn) -> dict[str, Landing]:
    """Where each field of a new item will be; says beside each ticked account what its CRM still wants."""
    chosen = [status.account for status in create_in.chosen()]
    made = {account.name: desk.creation(account, kind, patch) for account in chosen} if patch else {}
    create_in.show_lacking({name: [field_title(kind, key) for key in one.lacking] for name, one in made.items()})
    return {key: landing_of_new(key, made) for key in patch}


def kept_here_text() -> str:
    """What is said of a change that no CRM takes."""
    return translate("Preview", "Kept on this computer only")


def refused_text(why: str) -> str:
    """What is said of a change that cannot be made."""
    return translate("Preview", "Cannot be changed: {why}").format(why=told(why))


def show_notes(
    field: CardField,
    draft: Draft,
    facts: Facts | None,
    details: Details,
    landing: Landing | None,
    warning: str,
) -> None:
    """Say below one field what there is to know about it."""
    notes, key, kind = field.notes, field.key, draft.kind
    notes.remark("warning", told(warning))
    notes.remark("landing", landing_text(landing) if landing else "")
    notes.remark("risk", landing.risk if landing else "", ", ".join(landing.risks) if landing else "")
    notes.offer("also", _also_text(draft, key, landing) if landing else "")
    here = landing is not None and landing.here
    notes.remark("kept_here", kept_here_text() if here else "")
    notes.remark("refused", refused_text(landing.refused) if landing and landing.refused else "")
    conflict = details.conflict(key)
    why = "" if conflict else details.why(key)
    unread = details.unread(key)
    says = translate("Preview", "Not accepted: {why}") if why else translate("Preview", "Could not be read: {why}")
    notes.remark("problem", says.format(why=told(why or unread)) if why or unread else "")
    notes.offer("retry", translate("Preview", "Try again") if details.parked(key) and not conflict else "")
    newer = draft.newer(key)
    value = value_text(kind, key, draft.shown.get(key), 60)
    notes.offer("newer", translate("Preview", "Newer value: {value} – take it").format(value=value) if newer else "")
    notes.offer("conflict", translate("Preview", "Changed in both places – decide") if conflict else "")
    several = facts.contenders(key) if facts and not field_of(kind, key).type.is_list else []
    n = len(several)
    notes.offer(
        "values",
        numbered(translate("Preview", "%Ln value(s)", "", n), n) if n else "",
        facts.hover(key) if facts and n else "",
    )
    notes.settle()


def _also_text(draft: Draft, key: str, landing: Landing) -> str:
    """What is offered where an empty field is filled: the other accounts that could take it, or the first alone."""
    if landing.others:
        return translate("Preview", "Also to {names}").format(names=listed(list(landing.others)))
    if draft.also.get(key) and landing.names:
        return translate("Preview", "Only to {name}").format(name=landing.names[0])
    return ""


def dirty_text(draft: Draft, landed: Mapping[str, Landing]) -> str:
    """What is not saved and where it will go, in one line."""
    n = len(draft.patch)
    names = list(dict.fromkeys(name for landing in landed.values() for name in landing.names))
    here = [field_title(draft.kind, key) for key, landing in landed.items() if landing.here]
    text = numbered(translate("Preview", "%Ln change(s) not saved", "", n), n)
    if names:
        text += " · " + translate("Preview", "to {names}").format(names=listed(names))
    if here:
        text += " · " + translate("Preview", "{fields} on this computer only").format(fields=listed(here[:3]))
        text += f" (+{count(len(here) - 3)})" if len(here) > 3 else ""
    return text
