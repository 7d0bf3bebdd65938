"""Where an item lies and how it stands, from its records and from what is open on them."""

from __future__ import annotations

from crmdesk.domain.records import Presence, RecordState

IN_LIST, HIDDEN, TRASH = 0, 1, 2

SHELF_OF_PRESENCE = {presence: IN_LIST if presence is Presence.LIVE else HIDDEN for presence in Presence}
STATE_OF_PRESENCE = {
    Presence.LIVE: RecordState.SYNCED.value,
    Presence.ARCHIVED: RecordState.ARCHIVED.value,
    Presence.REMOVED: RecordState.REMOVED.value,
    Presence.OUT_OF_SCOPE: RecordState.OUT_OF_SCOPE.value,
}
RANK = {state: rank for rank, state in enumerate(RecordState)}  # worst first, as the enumeration lists them
NEEDS_ATTENTION = frozenset({RecordState.QUARANTINED, RecordState.CONFLICT, RecordState.PARKED})


def worst_state(states: list[RecordState]) -> RecordState:
    """The state that an item shows for several records."""
    return min(states, key=RANK.__getitem__, default=RecordState.SYNCED)
