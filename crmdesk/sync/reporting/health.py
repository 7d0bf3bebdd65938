"""How an account stands after a run: last success, failures in a row, and the problem that tells of them."""

from __future__ import annotations

from datetime import timedelta

from crmdesk.domain.accounts import Account
from crmdesk.domain.reports import Problem, ProblemKind, Run, RunOutcome
from crmdesk.errors import AuthRequired, DeskError, NotAllowed, QuotaKept, RateLimited
from crmdesk.store import Tx
from crmdesk.sync.reporting.failure_policy import account_problem_key, pause_for_sign_in, wait_of, waiting_until
from crmdesk.sync.reporting.missing_rights import note_refused_kind, problem_key

FAILURES_BEFORE_TELLING = 3


def note_finished_run(tx: Tx, account: Account, run: Run) -> None:
    """A run reached its end: the account is well, whatever single records need."""
    tx.runs.finish(run)
    tx.sets.keep_run(run, account.name)
    complete = run.outcome is not RunOutcome.NEEDS_REVIEW
    tx.accounts.update(
        account.id,
        failures=0,
        failing_since=None,
        last_error=run.error,
        pulls_after=None,
        **({"last_success": tx.now} if complete else {}),
    )
    solved = [account_problem_key(account, what) for what in ("failing", "sign_in")]
    tx.problems.solve([*solved, problem_key(account.id, run.kind)])


def note_failed_run(tx: Tx, account: Account, run: Run, failure: DeskError | None) -> None:
    """A run failed or was cancelled: keep its counts, react as the failure asks, and tell after three in a row."""
    tx.runs.finish(run)
    tx.sets.keep_run(run, account.name)
    if failure is None:
        return
    if isinstance(failure, AuthRequired):
        pause_for_sign_in(tx, account, failure)
        return
    if isinstance(failure, NotAllowed):
        note_refused_kind(tx, account, run, failure)
        return
    if isinstance(failure, RateLimited):
        until = tx.now + timedelta(seconds=wait_of(failure))
        if isinstance(failure, QuotaKept):
            tx.accounts.update(account.id, last_error=failure.why, pulls_after=until)
        else:
            tx.accounts.update(account.id, last_error=failure.why, **waiting_until(failure, until))
        return
    failures = account.failures + 1
    since = account.failing_since or tx.now
    tx.accounts.update(account.id, failures=failures, failing_since=since, last_error=failure.why)
    if failures >= FAILURES_BEFORE_TELLING or tx.now - since >= timedelta(days=1):
        tx.problems.put(
            Problem(
                key=account_problem_key(account, "failing"),
                kind=ProblemKind.ACCOUNT,
                account_id=account.id,
                code=failure.id,
                what=f"{account.name} could not be synced {failures} times in a row",
                why=failure.why,
                next=failure.next,
                action="retry",
            )
        )
