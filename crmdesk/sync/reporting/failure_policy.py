"""What the engine does when an attempt fails: each failure's reaction, and the account's own trouble."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from crmdesk.domain.accounts import Account, Pause
from crmdesk.domain.outbox import MAY_BE_THERE, Action, EntryState, OutboxEntry
from crmdesk.domain.reports import Problem, ProblemKind
from crmdesk.errors import (
    AuthRequired,
    DeskError,
    ProgramFault,
    ProviderError,
    RateLimited,
    Rejected,
    RemoteGone,
    Unsupported,
)
from crmdesk.providers.contract import BadRecord
from crmdesk.store import Tx
from crmdesk.sync.push.attempt import Sent
from crmdesk.sync.push.outcome import park, settle_gone
from crmdesk.sync.push.queue import put_off

DEFAULT_WAIT = 60.0  # seconds, where a CRM asks to wait and names no time
LONGEST_WAIT = 24 * 3600.0  # seconds, after which even a quota of a month is looked at again


def counted(tx: Tx, entry: OutboxEntry, before: int) -> OutboxEntry:
    """The entry after a failed attempt, which counts even where nothing was sent; `before` it there were so many."""
    attempts = entry.attempts + 1 if entry.attempts == before else max(entry.attempts, 1)
    tx.outbox.update(entry.id, attempts=attempts)
    return replace(entry, attempts=attempts)


def note_failure(tx: Tx, account: Account, entry: OutboxEntry, error: ProviderError, state: EntryState) -> Sent:
    stop: DeskError | None = error
    refused = 0
    match error:
        case Rejected() if error.next == Rejected.remedy:
            reasons = dict(error.fields) or {"": error.why}
            park(tx, account, entry, _code(entry, error), reasons, entry.wanted)
            stop, refused = None, len(reasons)
        case Rejected() | Unsupported():
            reasons = (dict(error.fields) if isinstance(error, Rejected) else {}) or {"": error.why}
            park(tx, account, entry, _code(entry, error), reasons, entry.wanted, advice=_advice(entry, error))
            stop, refused = None, len(reasons)
        case AuthRequired():
            tx.outbox.update(entry.id, state=state, next_at=None, error_id=error.id, error=error.why)
            pause_for_sign_in(tx, account, error)
        case RateLimited():
            wait = wait_of(error)
            put_off(tx, entry, error, state, wait)
            tx.accounts.update(account.id, **waiting_until(error, tx.now + timedelta(seconds=wait)))
        case RemoteGone() if entry.action is not Action.CREATE:
            settle_gone(tx, account, entry)
            stop = None
        case RemoteGone():
            park(tx, account, entry, error.id, {"": error.why}, entry.wanted)
            stop, refused = None, 1
        case BadRecord():
            put_off(tx, entry, error, state)
            stop = None
        case _:
            put_off(tx, entry, error, state)
    tx.items.refresh([entry.item_id])
    return Sent(entry.item_id, entry.record_id, refused=refused, stop=stop)


def _code(entry: OutboxEntry, error: ProviderError) -> str:
    """Why it waits for a person. A change that may have arrived stays one, also where it cannot be looked for."""
    unsure = entry.action is Action.UPDATE and entry.state is EntryState.UNCERTAIN
    return MAY_BE_THERE if unsure else error.id


def _advice(entry: OutboxEntry, error: ProviderError) -> str:
    """What can be done where no other value would help."""
    if error.next == Unsupported.remedy and entry.action is Action.DELETE:
        return "Delete it in the CRM itself, or take it out of the trash here."
    if error.next == Unsupported.remedy and entry.action is Action.CREATE:
        return "Make it in the CRM itself, or keep it on this computer only."
    return error.next


def note_fault(tx: Tx, account: Account, entry: OutboxEntry, fault: ProgramFault) -> Sent:
    """A fault of the program: what may have been sent is looked up first, what was not is shown to a person."""
    if entry.state in (EntryState.IN_FLIGHT, EntryState.UNCERTAIN):
        put_off(tx, replace(entry, attempts=max(entry.attempts, 1)), fault, EntryState.UNCERTAIN)
    else:
        park(tx, account, entry, fault.id, {"": fault.why}, entry.wanted)
    tx.items.refresh([entry.item_id])
    return Sent(entry.item_id, entry.record_id, refused=1)


def wait_of(error: RateLimited) -> float:
    """The seconds to wait, at most a day."""
    return DEFAULT_WAIT if error.after is None else min(error.after, LONGEST_WAIT)


def waiting_until(error: RateLimited, until: datetime) -> dict[str, object]:
    """What an account notes of such a wait; one that the CRM did not name is a guess, which a sync by hand passes."""
    return {"not_before": until, "told_to_wait": error.after is not None}


def account_problem_key(account: Account, what: str) -> str:
    """The key under which one kind of trouble of an account is one problem."""
    return f"account:{account.id}:{what}"


def pause_for_sign_in(tx: Tx, account: Account, error: AuthRequired) -> None:
    """Stop the account until the user signs in again; its queue stays as it is."""
    tx.accounts.update(account.id, pause=Pause.SIGN_IN, last_error=error.why)
    waiting = tx.outbox.list(account_id=account.id, limit=0)[1]
    changes = "change is" if waiting == 1 else "changes are"
    kept = f" {waiting:,} unsent {changes} kept here." if waiting else ""
    tx.problems.put(
        Problem(
            key=account_problem_key(account, "sign_in"),
            kind=ProblemKind.ACCOUNT,
            account_id=account.id,
            code=error.id,
            what=f"{account.name} refused the sign-in",
            why=f"{error.why.rstrip('.')}.{kept}",
            next=error.next,
            action="reconnect",
        )
    )
