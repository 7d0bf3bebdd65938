"""What the card asks of the desk beside the item itself: its entries, conflicts and problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from crmdesk.desk import Desk
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, Account
from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.items import HERE
from crmdesk.domain.outbox import Action, Attendance, EntryState, OutboxEntry
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Conflict, Problem, ProblemKind
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.card.field_row.origin_badges import Face
from crmdesk.ui.card.state.provenance import Facts

ENTRIES = 50  # newest entries of an item that are looked at
_PROBE = "\u200b?"  # a value no record holds: where it would land shows which values no account lets the desk change


@dataclass(frozen=True, slots=True)
class Details:
    """Entries, open conflicts and open problems of one item."""

    entries: tuple[OutboxEntry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    registrations: tuple[Attendance, ...] = ()  # the contact's, or the event's

    @property
    def contacts(self) -> frozenset[int]:
        """The contacts that are registered for the event, whose changes it shows."""
        return frozenset(one.contact_id for one in self.registrations if one.contact_id is not None)

    def parked(self, key: str) -> OutboxEntry | None:
        """The parked entry that a field waits in."""
        return next(
            (
                e
                for e in self.entries
                if e.state is EntryState.PARKED and key in e.wanted and e.action is not Action.REGISTER
            ),
            None,
        )

    def conflict(self, key: str) -> Conflict | None:
        """The open conflict on a field."""
        found = next((conflict for conflict in self.conflicts if conflict.field == key), None)
        if found is None or found.mine_at is not None:
            return found
        typed = (entry.created_at for entry in self.entries if entry.record_id == found.record_id and entry.is_open)
        return replace(found, mine_at=next(typed, None))

    def why(self, key: str) -> str:
        """Why a field's value was not taken, in words; "" when nothing is wrong with it."""
        told = (problem for problem in self.problems if problem.kind is not ProblemKind.UNREADABLE)
        why = next((problem.why for problem in told if problem.field == key), "")
        entry = self.parked(key)
        return why or (entry.error or "" if entry else "")

    def unread(self, key: str) -> str:
        """Why what a CRM holds for a field could not be read, "" where it could."""
        told = (problem for problem in self.problems if problem.kind is ProblemKind.UNREADABLE)
        return next((problem.why for problem in told if problem.field == key), "")


async def read_details(desk: Desk, item_id: int) -> Details:
    """Read what there is to say about an item."""
    entries, _total = await desk.outbox(all=True, item_id=item_id, limit=ENTRIES)
    conflicts, _total = await desk.conflicts(item_id=item_id)
    problems, _total = await desk.problems()
    own = tuple(problem for problem in problems if problem.item_id == item_id)
    registrations = await desk.registrations(item_id)
    return Details(tuple(entries), tuple(conflicts), own, tuple(registrations))


def read_facts(desk: Desk, item: Item, faces: Mapping[int, Face]) -> Facts:
    """Where an item's values come from, and which of them change nowhere but here, by the desk's own preview."""
    fields = {key: field_of(item.kind, key) for key in item.values}
    lists = [key for key, field in fields.items() if field.type.is_list and field.type is not FieldType.REFERENCES]
    probe: dict[str, Value | None] = dict.fromkeys(lists)
    probe |= {key: _PROBE for key, field in fields.items() if field.editable and isinstance(item.values[key], str)}
    placement = desk.placement(item, probe)
    fixed = {(key, entry): why for key in placement.refused for entry, why in _fixed_entries(desk, item, key)}
    remote = any(record.account_id != LOCAL_ACCOUNT_ID for record in item.records)
    only_here = frozenset(key for key, pin in placement.pins.items() if pin == HERE and remote)
    return Facts(item, faces, fixed, desk.read_only(item), only_here)


def _fixed_entries(desk: Desk, item: Item, key: str) -> Iterator[tuple[Entry, str]]:
    value = item.values[key]
    for entry in value if isinstance(value, tuple) else ():
        without = tuple(other for other in value if other is not entry) if isinstance(value, tuple) else ()
        if why := desk.placement(item, {key: without or None}).refused.get(key):
            yield entry, why


def taken_there(desk: Desk, kind: Kind, item: Item | None, chosen: Iterable[Account]) -> Callable[[str], bool]:
    """Whether some CRM of an item, or some chosen account for a new one, takes a field; yes where there is none."""
    if item is None:
        accounts = list(chosen)
    else:
        held = {record.account_id for record in item.records}
        accounts = [status.account for status in desk.accounts() if status.account.id in held]
    infos = [desk.kind_info(account, kind) for account in accounts if kind in account.kinds]
    return lambda key: not infos or any(info.writable(key) for info in infos)
