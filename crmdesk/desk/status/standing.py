"""How an account stands: its row in the sync panel, and the one word that is true of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime
from enum import Enum

from crmdesk.domain.accounts import Account, Pause
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Run
from crmdesk.errors import Unavailable
from crmdesk.frozen import dataclass
from crmdesk.providers.registry import info_of


class AccountState(Enum):
    """How an account stands, in one word; "up to date" is only said when nothing at all is left to do."""

    NEVER_SYNCED = "never_synced"
    UP_TO_DATE = "up_to_date"
    WAITING = "waiting"
    PULLING = "pulling"
    SENDING = "sending"
    PAUSED = "paused"
    LIMITED = "limited"
    OFFLINE = "offline"
    NEEDS_SIGN_IN = "needs_sign_in"
    NEEDS_REVIEW = "needs_review"
    FAILING = "failing"
    NEEDS_YOU = "needs_you"


@dataclass(frozen=True, slots=True)
class Quota:
    """Of the calls that a CRM allows in one hour, day or month, those that were made in the present one."""

    span: str  # hour | day | month
    calls: int
    made: int


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """One account's row in the sync panel; every count opens a list."""

    account: Account
    state: AccountState
    pending: int
    uncertain: int
    parked: int
    conflicts: int
    problems: int
    contacts: int
    last_success: datetime | None
    next_run: datetime | None
    until: datetime | None  # end of a pause, or of what the CRM asked to wait
    run: Run | None  # what runs now
    error: str | None
    causes: int = 0  # of the problems: what is the same for many is one
    handed_over: int = 0  # in a file for its program, and not seen in one of its own yet
    aside: int = 0  # items that are archived or gone there: pulled, and not in the list
    quotas: tuple[Quota, ...] = ()
    quiet: str = ""  # the quiet hours that hold for it, its own or the desk's
    held: bool = False  # nothing is pulled by itself: the network is metered
    items: Mapping[Kind, int] = field(default_factory=dict)  # of each kind that the account brings

    @property
    def on_its_way(self) -> int:
        """The changes that are to reach it, and did not yet as far as is known."""
        return self.pending + self.uncertain + self.handed_over

    @property
    def total(self) -> int | None:
        """The CRM's own count of what runs now, if it told."""
        return self.run.remote_total if self.run else None


def _limited_until(account: Account, now: datetime) -> datetime | None:
    """The end of what the CRM asked to wait, or of the time in which its quota is kept for the user's own edits."""
    return max(
        (end for end in (account.not_before, account.pulls_after) if end is not None and end > now), default=None
    )


def until(account: Account, now: datetime) -> datetime | None:
    """The end of a pause, or of what the CRM asked to wait."""
    return (
        account.paused_until if account.pause is Pause.BY_USER else _limited_until(account, now) or account.not_before
    )


def with_state(
    status: AccountStatus, pulled: bool, sending: bool, now: datetime, last: Run | None, *, reached: bool
) -> AccountStatus:
    """The status with the one word that is true of it, the most pressing first.

    `reached`: the CRM took a change since its last run failed.
    """
    account = status.account
    open_entries = status.on_its_way
    needs_you = status.parked + status.conflicts + status.problems
    candidates = (
        (account.pause is Pause.SIGN_IN, AccountState.NEEDS_SIGN_IN),
        (sending, AccountState.SENDING),
        (status.run is not None, AccountState.PULLING),
        (account.pause is Pause.BY_USER, AccountState.PAUSED),
        (_limited_until(account, now) is not None, AccountState.LIMITED),
        (account.review is not None, AccountState.NEEDS_REVIEW),
        (
            account.failures > 0 and last is not None and last.error_id == Unavailable.id and not reached,
            AccountState.OFFLINE,
        ),
        (account.failures > 0, AccountState.FAILING),
        (needs_you > 0, AccountState.NEEDS_YOU),
        (open_entries > 0, AccountState.WAITING),
        (not pulled, AccountState.NEVER_SYNCED),
    )
    state = next((state for holds, state in candidates if holds), AccountState.UP_TO_DATE)
    return replace(status, state=state)


def takes_registrations(account: Account) -> bool:
    """Whether contacts can be put down for events in that account."""
    return not account.is_local and account.direction.pushes and info_of(account.provider).registers
