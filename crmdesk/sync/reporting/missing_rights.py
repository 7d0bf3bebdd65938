"""What a key has no right to: a kind that it may not read is told as that, and holds up no other kind."""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Problem, ProblemKind, Run
from crmdesk.errors import NotAllowed
from crmdesk.store import Reads, Tx


def may_not_read(kind: Kind, crm: str, kinds: Sequence[Kind], refusal: NotAllowed) -> NotAllowed:
    """The refusal of a whole list, in plain words and with the ways out; `kinds` are those of the account."""
    if refusal.lacking:
        out = f"Take {kind.plural} out of the account" if len(kinds) > 1 else "Remove the account"
        why = f"{crm} shows this account no list of {kind.plural}: {refusal.why}"
        return NotAllowed(why, lacking=True, next=f"{out}, or ask {crm} for that list.", detail=refusal.detail)
    ways = f"Give the key that right in {crm}"
    ways += f", or take {kind.plural} out of the account." if len(kinds) > 1 else "."
    return NotAllowed(f"The key may not read {kind.plural}.", next=ways, detail=refusal.detail)


def problem_key(account_id: int, kind: Kind) -> str:
    """The key under which the missing right to a kind is one problem of its account."""
    return f"account:{account_id}:rights:{kind}"


def note_refused_kind(tx: Tx, account: Account, run: Run, refusal: NotAllowed) -> None:
    """Tell that a kind could not be read; the account itself is well."""
    tx.accounts.update(account.id, last_error=refusal.why)
    tx.problems.put(
        Problem(
            key=problem_key(account.id, run.kind),
            kind=ProblemKind.ACCOUNT,
            account_id=account.id,
            code=refusal.id,
            what=f"{account.name} did not show its {run.kind.plural}",
            why=refusal.why,
            next=refusal.next,
            action="retry",
            record_kind=run.kind,
        )
    )


def refused_kinds(reads: Reads, account: Account) -> frozenset[Kind]:
    """The kinds that the newest run found not to be open to the key."""
    last = {kind: reads.runs.last(account.id, kind) for kind in account.kinds}
    return frozenset(kind for kind, run in last.items() if run is not None and run.error_id == NotAllowed.id)
