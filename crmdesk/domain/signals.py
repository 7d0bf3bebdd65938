"""Signals: what the desk announces after a commit; they carry ids, never values: who shows something re-reads it."""

from __future__ import annotations

from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Run
from crmdesk.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ItemsChanged:
    """Items were added, changed, trashed or removed; `ids` empty means: many, re-read the list."""

    kind: Kind
    ids: frozenset[int]
    membership: bool = False  # the list itself (not just cells) may differ


@dataclass(frozen=True, slots=True)
class OutboxChanged:
    """Entries were added or moved on."""

    account_id: int
    item_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class AccountChanged:
    """An account was added, removed, paused, resumed, or stands otherwise."""

    account_id: int


@dataclass(frozen=True, slots=True)
class RunProgress:
    """A run started, moved on or ended; `total` is the CRM's own count if it told."""

    run: Run
    total: int | None
    sending: bool = False


@dataclass(frozen=True, slots=True)
class AttentionChanged:
    """Problems or conflicts appeared or were solved."""


@dataclass(frozen=True, slots=True)
class SetsChanged:
    """A change-set was written: what can be taken back, or done again, is another one."""


@dataclass(frozen=True, slots=True)
class MatchesChanged:
    """Suggestions or decisions about who is the same changed, or a pass began, moved on or ended."""


@dataclass(frozen=True, slots=True)
class DraftsChanged:
    """What is typed into items and not saved was kept or dropped."""


@dataclass(frozen=True, slots=True)
class ViewsChanged:
    """A saved view was made, changed, moved or deleted."""


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """Settings of the desk were changed, or taken back; what they decide follows at once."""


@dataclass(frozen=True, slots=True)
class ApiChanged:
    """The local API was switched, or its keys or the web pages let in are others."""


Signal = (
    SetsChanged
    | ApiChanged
    | ViewsChanged
    | ItemsChanged
    | OutboxChanged
    | AccountChanged
    | RunProgress
    | AttentionChanged
    | MatchesChanged
    | DraftsChanged
    | SettingsChanged
)
