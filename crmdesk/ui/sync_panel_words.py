"""What the sync panel says: what an account does now, its figures, its fitting button, and a run as a receipt."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import AccountState, AccountStatus
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.ui.account_words import state_words
from crmdesk.ui.phrases import ago, bullets, coming, count, numbered


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("SyncPanel", text, "", n)


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that opens the list behind it; `what` names the list."""

    what: str  # contacts | outbox | conflicts | problems
    text: str
    amber: bool = False


def state_text(status: AccountStatus) -> str:
    """What the account does now, with its progress or its reason."""
    words = state_words(status.state)
    match status.state:
        case AccountState.PULLING if status.run is not None:
            return bullets(words, progress_text(status.run.fetched, status.total))
        case AccountState.SENDING:
            return f"{words} {count(status.pending + status.uncertain)}"
        case AccountState.WAITING:
            n = status.pending + status.uncertain
            return numbered(_tr("%Ln change(s) (waits|wait) to be sent", n), n)
        case AccountState.PAUSED if status.until is not None:
            return _tr("Paused until {when}").format(when=coming(status.until))
        case AccountState.LIMITED:
            return _tr("Waits until {when}: the CRM asked for a pause").format(when=coming(status.until))
        case AccountState.FAILING if status.account.failing_since is not None:
            return _tr("Failing since {when}").format(when=ago(status.account.failing_since))
    return words


def progress_text(done: int, total: int | None) -> str:
    """How far a pull is: "1,240 of 2,000", or only counted where the CRM told no total."""
    if total:
        return _tr("{done} of {total}").format(done=count(done), total=count(max(total, done)))
    return numbered(_tr("%Ln read", done), done)


def figures(status: AccountStatus) -> list[Figure]:
    """Every count of an account that is worth showing."""
    waiting = status.pending + status.uncertain
    shown = [Figure("contacts", numbered(_tr("%Ln contact(s)", status.contacts), status.contacts))]
    if waiting:
        shown.append(Figure("outbox", numbered(_tr("%Ln waiting", waiting), waiting)))
    if refused := max(0, status.parked - status.conflicts):  # an entry of a conflict is parked too
        shown.append(Figure("outbox", numbered(_tr("%Ln not accepted", refused), refused), amber=True))
    if status.conflicts:
        n = status.conflicts
        shown.append(Figure("conflicts", numbered(_tr("%Ln changed in both places", n), n), amber=True))
    if status.problems:
        n = status.problems
        shown.append(Figure("problems", numbered(_tr("%Ln problem(s)", n), n), amber=True))
    return shown


def main_action(status: AccountStatus) -> tuple[str, str]:
    """The one button that fits: cancel, reconnect, review, resume, conflicts, problems or sync, and its text."""
    match status.state:
        case AccountState.PULLING | AccountState.SENDING:
            return "cancel", _tr("Cancel")
        case AccountState.NEEDS_SIGN_IN:
            return "reconnect", _tr("Reconnect")
        case AccountState.NEEDS_REVIEW:
            return "review", _tr("Review")
        case AccountState.PAUSED:
            return "resume", _tr("Resume")
        case AccountState.OFFLINE | AccountState.FAILING:
            return "sync", _tr("Try again")
        case AccountState.NEEDS_YOU if status.conflicts:
            return "conflicts", numbered(_tr("Resolve %Ln", status.conflicts), status.conflicts)
        case AccountState.NEEDS_YOU:
            return "problems", _tr("Review")
    return "sync", _tr("Sync")


def times_text(status: AccountStatus) -> str:
    """When it last succeeded and when it goes on."""
    last = _tr("last success {when}").format(when=ago(status.last_success))
    if status.state in (AccountState.PAUSED, AccountState.NEEDS_SIGN_IN):
        return last
    return bullets(last, _tr("next {when}").format(when=coming(status.next_run)))


def receipt(run: Run) -> str:
    """A run in one line, like a receipt: "pulled 312: 4 new, 9 changed, 299 same; sent 2; 1 not accepted"."""
    parts = []
    if run.fetched or not run.sent:
        shown = [
            (run.new, _tr("{n} new")),
            (run.changed, _tr("{n} changed")),
            (run.same, _tr("{n} same")),
            (run.removed, _tr("{n} removed")),
            (run.out_of_scope, _tr("{n} out of scope")),
            (run.quarantined, _tr("{n} could not be read")),
        ]
        told = ", ".join(text.format(n=count(n)) for n, text in shown if n)
        pulled = _tr("pulled {n}").format(n=count(run.fetched)) if run.fetched else _tr("nothing pulled")
        parts.append(f"{pulled}: {told}" if told else pulled)
    if run.sent:
        parts.append(_tr("sent {n}").format(n=count(run.sent)))
    if run.not_accepted:
        parts.append(_tr("{n} not accepted").format(n=count(run.not_accepted)))
    if run.conflicts:
        parts.append(_tr("{n} changed in both places").format(n=count(run.conflicts)))
    return "; ".join(parts)


def outcome_text(run: Run) -> str:
    """How a run ended, in words; "" when all is well."""
    words = {
        None: _tr("under way"),
        RunOutcome.SUCCESS: "",
        RunOutcome.PARTIAL: _tr("partly done"),
        RunOutcome.FAILED: _tr("failed"),
        RunOutcome.CANCELLED: _tr("cancelled"),
        RunOutcome.NEEDS_REVIEW: _tr("needs review"),
        RunOutcome.SKIPPED: _tr("skipped"),
    }[run.outcome]
    return bullets(words, _tr("the balance does not add up") if run.balanced is False else "")


def has_trouble(run: Run) -> bool:
    """Whether a run left something to look at."""
    done = run.outcome in (None, RunOutcome.SUCCESS, RunOutcome.SKIPPED)
    return not done or bool(run.quarantined or run.not_accepted) or run.balanced is False
