"""What an account's CRM was seen to leave as it was although it was sent: learned with proof, told, and tried anew."""

from __future__ import annotations

from collections.abc import Collection

from crmdesk.domain.accounts import Account
from crmdesk.domain.notation.normal import same
from crmdesk.domain.outbox import EntryState, OutboxEntry
from crmdesk.domain.reports import Problem, ProblemKind
from crmdesk.domain.values import Values
from crmdesk.providers.contract import RemoteRecord
from crmdesk.providers.info import KindInfo
from crmdesk.store import Tx
from crmdesk.sync.push.outcome import NOT_ACCEPTED
from crmdesk.sync.reporting.failure_policy import account_problem_key

LISTS_IGNORED = "LISTS_IGNORED"


def learn_refusals(
    tx: Tx, account: Account, info: KindInfo, before: Values, refused: Collection[str], after: RemoteRecord
) -> None:
    """Take note where a doubtful field stands there exactly as before it was sent: later changes of such stay here.

    Of another CRM, and where it took a part, what was refused is a matter of that record alone.
    """
    doubted = info.doubtful.intersection(refused)
    if not any(same(info.kind, key, after.values.get(key), before.get(key), account.region) for key in doubted):
        return
    tx.accounts.update(account.id, writes_lists=False)
    tx.problems.put(
        Problem(
            key=account_problem_key(account, "lists_ignored"),
            kind=ProblemKind.ACCOUNT,
            account_id=account.id,
            code=LISTS_IGNORED,
            what=f"{account.name} seems to take no changed emails and phones",
            why=f"It left them as they were when they were sent on {tx.now:%Y-%m-%d}. From then on such changes stay "
            "on this computer; everything else is sent.",
            next="Try again to have them sent once more, and later ones too if they are taken.",
            action="retry",
            record_kind=info.kind,
        )
    )


def is_refused_list(entry: OutboxEntry) -> bool:
    """Whether an entry was refused with changes that a CRM may seem to ignore in general."""
    return entry.error_id == NOT_ACCEPTED and not entry.wanted.keys().isdisjoint(("emails", "phones"))


def forget_refusals(tx: Tx, account_id: int) -> None:
    """Believe again that the CRM takes what it seemed to ignore; what was parked for it waits to be sent."""
    account = tx.accounts.get(account_id)
    if account.writes_lists:
        return
    tx.accounts.update(account_id, writes_lists=True)
    tx.problems.solve([account_problem_key(account, "lists_ignored")])
    for entry in tx.outbox.list(account_id=account_id)[0]:
        if entry.state is EntryState.PARKED and is_refused_list(entry):
            tx.outbox.update(entry.id, state=EntryState.PENDING, next_at=tx.now, attempts=0)
