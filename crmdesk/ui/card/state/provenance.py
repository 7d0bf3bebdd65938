"""What the card says about where values come from and where they go, worked out from an item and its accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache

from PySide6.QtCore import QCoreApplication

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import FieldType, field_of, whole_of
from crmdesk.domain.items import HERE, Creation, Placement, united
from crmdesk.domain.notation.addresses import with_block
from crmdesk.domain.notation.normal import same
from crmdesk.domain.outbox import IN_CONFLICT, Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Item, Record, RecordState
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.card.field_row.origin_badges import Face, Origin
from crmdesk.ui.card.field_row.remarks import Tone
from crmdesk.ui.card.header import Standing
from crmdesk.ui.look.badges import state_text
from crmdesk.ui.wording.phrases import ago, listed, value_text
from crmdesk.ui.wording.told import told

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a changed field will be when it is saved."""

    names: tuple[str, ...] = ()  # accounts that get it
    here: bool = False  # kept on this computer only
    refused: str = ""
    others: tuple[str, ...] = ()  # accounts that could get what fills an empty field too
    risk: str = ""  # what may be lost where it goes
    risks: tuple[str, ...] = ()  # all of that, one by one


@dataclass(frozen=True, slots=True)
class Facts:
    """An item with the faces of its accounts, and what its accounts can take."""

    item: Item
    faces: Mapping[int, Face]
    fixed: Mapping[tuple[str, Entry], str] = field(default_factory=dict)  # (field, entry) → why it cannot be changed
    read_only: Mapping[str, str] = field(default_factory=dict)  # fields that are not offered for change, and why
    only_here: frozenset[str] = frozenset()  # fields whose shown value can be changed in none of its accounts

    def face(self, record: Record) -> Face:
        """The face of a record's account."""
        unknown = Face(record.account_id, "", "?", translate("Facts", "A removed account"))
        return self.faces.get(record.account_id, unknown)

    def holders(self, key: str) -> tuple[Face, ...]:
        """The accounts whose value of a field is the shown one."""
        shown = self.item.values.get(key)
        return () if shown is None else self.holders_of(key, shown)

    def holders_of(self, key: str, wanted: Value) -> tuple[Face, ...]:
        """The accounts that have that value of a field, whatever its spelling."""
        return tuple(
            self.face(record)
            for record, value in self._held(key)
            if value is not None and same(self.item.kind, key, value, wanted)
        )

    def differs(self, key: str) -> bool:
        """Whether some account of the item has another value of a field than the shown one, or none."""
        return 0 < len(self.holders(key)) < len(self.item.records)

    def _held(self, key: str) -> list[tuple[Record, Value | None]]:
        """What each record has for a field; for an address as the block that people see."""
        return [(record, with_block(record.values).get(key)) for record in self.item.records]

    def origins(self, key: str) -> dict[Entry, Origin]:
        """Where each entry of a list field stands."""
        by_id = {record.id: record for record in self.item.records}

        @cache  # of thousands of entries most stand in the same accounts
        def origin(holders: tuple[int, ...], fixed: str) -> Origin:
            return Origin(tuple(self.face(by_id[holder]) for holder in holders), fixed, len(holders) < len(by_id))

        entries = united(self.item.kind, key, self.item.records)
        return {entry: origin(holders, self.fixed.get((key, entry), "")) for entry, holders in entries}

    def contenders(self, key: str) -> list[tuple[Record, Value]]:
        """One record for each different value of a field, the shown one's first; empty while all agree.

        An address is chosen as a whole: its parts have no contenders of their own.
        """
        shown = self.item.values.get(key)
        found: list[tuple[Record, Value]] = []
        if field_of(self.item.kind, key).part_of:
            return []
        for record, value in sorted(self._held(key), key=lambda held: held[1] != shown):
            if value is not None and not any(self._alike(key, value, held) for _record, held in found):
                found.append((record, value))
        return found if len(found) > 1 else []

    def _alike(self, key: str, one: Value, other: Value) -> bool:
        """Whether nobody could tell two values apart: times are shown to the minute."""
        kind = self.item.kind
        if field_of(kind, key).type is FieldType.MOMENT:
            return value_text(kind, key, one) == value_text(kind, key, other)
        return same(kind, key, one, other)

    def hover(self, key: str) -> str:
        """What each account has for a field, a line each."""
        kind = self.item.kind
        lines = [f"{self.face(record).name}: {value_text(kind, key, value)}" for record, value in self._held(key)]
        if whole_of(kind, key) in self.only_here:
            names = listed([face.name for face in self.holders(key)])
            says = translate("Facts", "This cannot be changed in {names}. A change stays on this computer only.")
            lines.append(says.format(names=names))
            if self.contenders(key):
                lines.append(translate("Facts", "The other values stay as they are."))
        return "\n".join(lines) if len(self.item.records) > 1 or whole_of(kind, key) in self.only_here else ""

    def landing(self, key: str, placement: Placement) -> Landing:
        """Where a changed field will be, by the desk's preview."""
        accounts = {record.id: record.account_id for record in self.item.records}
        taking = [accounts[id_] for id_, patch in placement.patches.items() if key in patch and id_ in accounts]
        names = tuple(self.faces[id_].name for id_ in taking if id_ in self.faces and id_ != LOCAL_ACCOUNT_ID)
        here = (
            key in placement.here
            or placement.pins.get(whole_of(self.item.kind, key)) == HERE
            or (not names and LOCAL_ACCOUNT_ID in taking)
        )
        others = tuple(self.faces[accounts[id_]].name for id_ in placement.others.get(key, ()))
        return Landing(names, here, placement.refused.get(key, ""), others)


def landing_text(landing: Landing) -> str:
    """Where the value goes, in words; "" when it only stays on this computer."""
    return translate("Facts", "Goes to {names}").format(names=listed(list(landing.names))) if landing.names else ""


def landing_of_new(key: str, chosen: Mapping[str, Creation]) -> Landing:
    """Where a field of a new item will be, by what it gives to each account; what a CRM would refuse is not there."""
    names = tuple(name for name, made in chosen.items() if key in made.fields and not made.lacking)
    return Landing(names, not names)


def standings(facts: Facts, entries: Sequence[OutboxEntry]) -> list[Standing]:
    """How the item stands in its accounts; accounts of which the same is to be said share it."""
    shown: list[Standing] = []
    for record in facts.item.records:
        if record.account_id == LOCAL_ACCOUNT_ID:
            if len(facts.item.records) == 1:
                shown.append(Standing((facts.face(record),), translate("Facts", "only on this computer"), ""))
            continue
        own = [entry for entry in entries if entry.record_id == record.id]
        shown.append(_standing(facts.face(record), facts.item.states.get(record.id, RecordState.SYNCED), own))
    together: dict[tuple[str, str, Tone], list[Standing]] = {}
    for one in shown:
        together.setdefault((one.text, one.sign, one.tone), []).append(one)
    return [_shared(alike) for alike in together.values()]


def _shared(alike: Sequence[Standing]) -> Standing:
    faces = tuple(face for one in alike for face in one.faces)
    told = [f"{one.faces[0].name}: {one.more}" if len(alike) > 1 else one.more for one in alike if one.more]
    return replace(alike[0], faces=faces, more="\n".join(told))


def _standing(face: Face, state: RecordState, entries: Sequence[OutboxEntry]) -> Standing:
    waiting = [entry for entry in entries if entry.is_open]
    match state:
        case RecordState.SYNCED:
            sent = [entry.settled_at for entry in entries if entry.outcome is Outcome.VERIFIED and entry.settled_at]
            more = translate("Facts", "Last sent and verified {when}").format(when=ago(max(sent))) if sent else ""
            return Standing(
                (face,),
                translate("Facts", "sent") if sent else translate("Facts", "up to date"),
                "check",
                Tone.QUIET,
                more,
            )
        case RecordState.WAITING:
            states = {entry.state for entry in waiting}
            more = told(next((entry.error for entry in waiting if entry.error), ""))
            text = translate("Facts", "sending") if EntryState.IN_FLIGHT in states else translate("Facts", "waiting")
            if states == {EntryState.HANDED_OVER}:
                text = translate("Facts", "handed over")
                since = ago(max(entry.sent_at for entry in waiting if entry.sent_at))
                shown = translate("Facts", "In a file {when}; the next export shows what was taken.")
                more = more or shown.format(when=since)
            return Standing(
                (face,),
                text,
                "outbox",
                Tone.QUIET,
                more,
            )
        case RecordState.PARKED:
            why = told(next((entry.error for entry in waiting if entry.error), ""))
            return Standing((face,), translate("Facts", "not accepted"), "warning", Tone.AMBER, why)
        case RecordState.CONFLICT:
            return Standing((face,), translate("Facts", "changed in both places"), "fork", Tone.AMBER)
    signs = {RecordState.REMOVED: "trash", RecordState.ARCHIVED: "inbox", RecordState.OUT_OF_SCOPE: "filter"}
    tone = Tone.QUIET if state in (RecordState.ARCHIVED, RecordState.OUT_OF_SCOPE) else Tone.AMBER
    return Standing((face,), state_text(state), signs.get(state, "warning"), tone)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a save: nothing to send, on its way, verified, or stopped with a reason."""

    state: str  # here | sending | handed_over | waiting | sent | problem
    names: tuple[str, ...] = ()
    why: str = ""


def delivery(
    entries: Sequence[OutboxEntry], saved_at: datetime, faces: Mapping[int, Face], held: Mapping[int, str]
) -> Delivery:
    """What became of the edits saved at that time, from the item's outbox entries, receipts included.

    `held` says of accounts to which nothing is sent now, why.
    """
    mine = [e for e in entries if e.is_open or (e.settled_at is not None and e.settled_at >= saved_at)]

    def names(chosen: Sequence[OutboxEntry]) -> tuple[str, ...]:
        found = {e.account_id: faces[e.account_id].name for e in chosen if e.account_id in faces}
        return tuple(found.values())

    if parked := [entry for entry in mine if entry.state is EntryState.PARKED]:
        parked.sort(key=lambda entry: entry.error_id == IN_CONFLICT)
        return Delivery("problem", names(parked), parked[0].error or translate("Facts", "It needs a decision."))
    if waiting := [entry for entry in mine if entry.is_open]:
        if all(entry.state is EntryState.HANDED_OVER for entry in waiting):
            return Delivery("handed_over", names(waiting))
        failed = [entry.error for entry in waiting if entry.attempts and entry.error]
        why = [held[entry.account_id] for entry in waiting if entry.account_id in held]
        why += [error for error in failed if error]
        return Delivery("waiting" if why else "sending", names(waiting), why[0] if why else "")
    verified = [entry for entry in mine if entry.outcome is Outcome.VERIFIED]
    return Delivery("sent", names(verified)) if verified else Delivery("here")


def delivery_text(shown: Delivery) -> str:
    """A delivery in words."""
    names = listed(list(shown.names))
    match shown.state:
        case "sending":
            return translate("Facts", "Saved · sending to {names}").format(names=names)
        case "handed_over":
            return translate("Facts", "Handed over to {names}; the next export shows what was taken").format(
                names=names
            )
        case "waiting":
            return translate("Facts", "Saved · waits for {names}: {why}").format(names=names, why=told(shown.why))
        case "sent":
            return translate("Facts", "Sent to {names} and verified").format(names=names)
        case "problem":
            return translate("Facts", "Problem with {names}: {why}").format(names=names, why=told(shown.why))
    return translate("Facts", "Saved on this computer")


def action_text(entry: OutboxEntry) -> str:
    """What an outbox entry does, in words with its fields."""
    titles = listed([QCoreApplication.translate("Field", field_of(entry.kind, key).title) for key in entry.fields])
    match entry.action:
        case Action.CREATE:
            return translate("Facts", "Create there")
        case Action.DELETE:
            return translate("Facts", "Delete there")
    return translate("Facts", "Change {fields}").format(fields=titles)
