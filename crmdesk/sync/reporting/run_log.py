"""What the log tells of an account: each run's beginning and end, each trouble once, and which sends were refused.

Names of accounts, counts, error ids, statuses and our own words alone: what a CRM says may hold anything.
"""

from __future__ import annotations

import logging

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.errors import DeskError, ProgramFault, QuotaKept
from crmdesk.sync.push.attempt import Sent
from crmdesk.system.log import Once

log = logging.getLogger(__name__)

_COUNTS = (
    "fetched", "new", "changed", "same", "removed", "out_of_scope", "quarantined", "sent", "not_accepted", "conflicts",
)  # fmt: skip


class Journal:
    """Writes one account's part of the log; a trouble that lasts is told when it begins and when it has ended."""

    def __init__(self) -> None:
        self._once = Once(log, logging.ERROR)

    def began(self, account: Account, run: Run) -> None:
        """A run has started."""
        log.info("%s: sync of %s started%s", account.name, run.kind.plural, " (full)" if run.full else "")

    def ended(self, account: Account, run: Run, failure: DeskError | None) -> None:
        """A run has ended; its receipt, and why it failed."""
        counts = ", ".join(f"{name} {getattr(run, name)}" for name in _COUNTS if getattr(run, name))
        log.info(
            "%s: sync of %s ended: %s; %s; %d requests in %.1f s",
            account.name, run.kind.plural, run.outcome, counts or "nothing", run.requests, run.seconds,
        )  # fmt: skip
        if isinstance(failure, QuotaKept):
            log.info("%s: %s", account.name, _told(failure))
        elif failure is not None:
            self._once.failed(
                failure.id, "%s: the sync failed: %s", account.name, _told(failure), trace=_trace(failure)
            )
        elif run.outcome is not RunOutcome.CANCELLED and run.error_id is None:
            for key in self._once.open:
                self._once.recovered(key, "%s: %s has ended", account.name, key)

    def sent(self, account: Account, kind: Kind, sent: Sent) -> None:
        """A change was tried."""
        if sent.refused:
            log.info("%s: a change of a %s was not taken (record %d)", account.name, kind.value, sent.record_id)
        if sent.conflicts:
            log.info("%s: a change of a %s is in conflict (record %d)", account.name, kind.value, sent.record_id)
        if sent.stop is not None:
            self.stopped(account, sent.stop)

    def stopped(self, account: Account, failure: DeskError) -> None:
        """Nothing more can be sent for now."""
        self._once.failed(failure.id, "%s: sending stopped: %s", account.name, _told(failure, by_word=False))


def _trace(failure: DeskError) -> BaseException | None:
    return failure.__cause__ if isinstance(failure, ProgramFault) else None


def _told(failure: DeskError, *, by_word: bool = True) -> str:
    """The id and in our own words what it is, with the status where a CRM answered; its words may name a person."""
    if failure.detail:
        return f"{failure.id}: {failure.title} ({failure.detail.partition(':')[0]})"
    return f"{failure.id}: {failure.why if by_word else failure.title}"
