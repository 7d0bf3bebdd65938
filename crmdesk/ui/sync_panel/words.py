"""What the sync panel says: what an account does now, its figures, its fitting button, and a run as a receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import AccountState, AccountStatus, Quota
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.ui.wording.accounts import state_words
from crmdesk.ui.wording.kinds import ORDER, counted
from crmdesk.ui.wording.phrases import ago, bullets, coming, count, numbered

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that opens the list behind it; `what` names the list."""

    what: str  # contacts | outbox | conflicts | problems
    text: str
    amber: bool = False
    more: str = ""  # for its tooltip


def state_text(status: AccountStatus) -> str:
    """What the account does now, with its progress or its reason."""
    words = state_words(status.state)
    match status.state:
        case AccountState.PULLING if status.run is not None:
            return bullets(words, progress_text(status.run.fetched, status.total))
        case AccountState.SENDING:
            return f"{words} {count(status.pending + status.uncertain)}"
        case AccountState.WAITING if status.account.hands_over and status.pending:
            n = status.pending
            return numbered(translate("SyncPanel", "%Ln change(s) (waits|wait) to be handed over", "", n), n)
        case AccountState.WAITING if status.handed_over:
            return translate("SyncPanel", "Handed over · waits for the next export")
        case AccountState.WAITING:
            n = status.pending + status.uncertain
            return numbered(translate("SyncPanel", "%Ln change(s) (waits|wait) to be sent", "", n), n)
        case AccountState.PAUSED if status.until is not None:
            return translate("SyncPanel", "Paused until {when}").format(when=coming(status.until))
        case AccountState.LIMITED:
            return translate("SyncPanel", "Waits until {when}: the CRM asked for a pause").format(
                when=coming(status.until)
            )
        case AccountState.FAILING if status.account.failing_since is not None:
            return translate("SyncPanel", "Failing since {when}").format(when=ago(status.account.failing_since))
    return words


def progress_text(done: int, total: int | None) -> str:
    """How far a pull is: "1,240 of 2,000", or only counted where the CRM told no total."""
    if total:
        return translate("SyncPanel", "{done} of {total}").format(done=count(done), total=count(max(total, done)))
    return numbered(translate("SyncPanel", "%Ln read", "", done), done)


def figures(status: AccountStatus) -> list[Figure]:
    """Every count of an account that is worth showing."""
    waiting = status.pending + status.uncertain
    kinds = [kind for kind in ORDER if kind in status.account.kinds]
    shown = [Figure("contacts", counted(kind, status.items.get(kind, 0)), more=_aside(status)) for kind in kinds]
    if waiting:
        shown.append(Figure("outbox", numbered(translate("SyncPanel", "%Ln waiting", "", waiting), waiting)))
    if n := status.handed_over:
        shown.append(Figure("outbox", numbered(translate("SyncPanel", "%Ln handed over", "", n), n)))
    if refused := max(0, status.parked - status.conflicts):  # an entry of a conflict is parked too
        shown.append(
            Figure("outbox", numbered(translate("SyncPanel", "%Ln not accepted", "", refused), refused), amber=True)
        )
    if status.conflicts:
        n = status.conflicts
        shown.append(
            Figure("conflicts", numbered(translate("SyncPanel", "%Ln changed in both places", "", n), n), amber=True)
        )
    if status.causes:
        n = status.causes
        shown.append(Figure("problems", numbered(translate("SyncPanel", "%Ln problem(s)", "", n), n), amber=True))
    return shown


def _aside(status: AccountStatus) -> str:
    """Why the list holds fewer than were pulled."""
    n, name = status.aside, status.account.name
    text = translate("SyncPanel", "%Ln more (is|are) archived or gone in {account}, and kept out of the list.", "", n)
    return numbered(text, n).format(account=name) if n else ""


def main_action(status: AccountStatus) -> tuple[str, str]:
    """The one button that fits: cancel, reconnect, review, resume, conflicts, problems or sync, and its text."""
    match status.state:
        case AccountState.PULLING | AccountState.SENDING:
            return "cancel", translate("SyncPanel", "Cancel")
        case AccountState.NEEDS_SIGN_IN:
            return "reconnect", translate("SyncPanel", "Reconnect")
        case AccountState.NEEDS_REVIEW:
            return "review", translate("SyncPanel", "Review")
        case AccountState.PAUSED:
            return "resume", translate("SyncPanel", "Resume")
        case AccountState.WAITING if status.account.hands_over and status.pending:
            return "hand_over", translate("SyncPanel", "Hand over…")
        case AccountState.OFFLINE | AccountState.FAILING:
            return "sync", translate("SyncPanel", "Try again")
        case AccountState.NEEDS_YOU if status.conflicts:
            return "conflicts", numbered(translate("SyncPanel", "Resolve %Ln", "", status.conflicts), status.conflicts)
        case AccountState.NEEDS_YOU:
            return "problems", translate("SyncPanel", "Review")
    return "sync", translate("SyncPanel", "Sync")


def times_text(status: AccountStatus) -> str:
    """When it last succeeded and when it goes on."""
    last = translate("SyncPanel", "last synced {when}").format(when=ago(status.last_success))
    if status.last_success is None and status.state is AccountState.PULLING:
        return translate("SyncPanel", "first sync")
    if status.state in (AccountState.PAUSED, AccountState.NEEDS_SIGN_IN):
        return last
    if status.held:
        return bullets(last, translate("SyncPanel", "syncs by itself again off the metered network"))
    following = status.next_run
    waits = following is not None and status.quiet.endswith(f"-{following.astimezone():%H:%M}")
    after = (
        translate("SyncPanel", "next {when}, after the quiet hours") if waits else translate("SyncPanel", "next {when}")
    )
    return bullets(last, after.format(when=coming(following)))


def receipt_parts(run: Run) -> list[list[tuple[str, str]]]:
    """A receipt's sentences, each of its pieces, with the name of the list that a figure counts or ""."""
    if run.outcome is None:
        return [[("", translate("SyncPanel", "syncing…"))]]
    parts = []
    if run.fetched or not run.sent:
        shown = [
            ("new", run.new, translate("SyncPanel", "{n} new")),
            ("changed", run.changed, translate("SyncPanel", "{n} changed")),
            ("", run.same, translate("SyncPanel", "{n} same")),
            ("", run.removed, translate("SyncPanel", "{n} removed")),
            ("", run.out_of_scope, translate("SyncPanel", "{n} out of scope")),
            ("problems", run.quarantined, translate("SyncPanel", "{n} could not be read")),
        ]
        told = [(what, text.format(n=count(n))) for what, n, text in shown if n]
        pulled = (
            translate("SyncPanel", "pulled {n}").format(n=count(run.fetched))
            if run.fetched
            else translate("SyncPanel", "nothing pulled")
        )
        parts.append([("", pulled), *told])
    shown = [
        ("sent", run.sent, translate("SyncPanel", "sent {n}")),
        ("problems", run.not_accepted, translate("SyncPanel", "{n} not accepted")),
        ("conflicts", run.conflicts, translate("SyncPanel", "{n} changed in both places")),
    ]
    return parts + [[(what, text.format(n=count(n)))] for what, n, text in shown if n]


def receipt(run: Run) -> str:
    """A run in one line, like a receipt: "pulled 312: 4 new, 9 changed, 299 same; sent 2; 1 not accepted"."""
    said = []
    for (_what, first), *more in receipt_parts(run):
        told = ", ".join(text for _what, text in more)
        said.append(f"{first}: {told}" if told else first)
    return "; ".join(said)


def outcome_text(run: Run) -> str:
    """How a run ended, in words; "" when all is well."""
    words = {
        None: translate("SyncPanel", "under way"),
        RunOutcome.SUCCESS: "",
        RunOutcome.PARTIAL: translate("SyncPanel", "partly done"),
        RunOutcome.FAILED: translate("SyncPanel", "failed"),
        RunOutcome.CANCELLED: translate("SyncPanel", "cancelled"),
        RunOutcome.NEEDS_REVIEW: translate("SyncPanel", "needs review"),
        RunOutcome.SKIPPED: translate("SyncPanel", "skipped"),
    }[run.outcome]
    return bullets(words, translate("SyncPanel", "the balance does not add up") if run.balanced is False else "")


def status_words(run: Run) -> str:
    """How a run came out, in one word or two."""
    if run.outcome is RunOutcome.SUCCESS:
        return translate("SyncPanel", "Success")
    words = outcome_text(run)
    return words[:1].upper() + words[1:]


def history_moment(moment: datetime | None) -> str:
    """A moment of the history: day and time to the second, all of the same length."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S") if moment is not None else ""


def seconds_text(run: Run) -> str:
    """How long a run took and how often it asked; "" for what was sent between two, of which neither is kept."""
    if run.ended_at is None or run.id < 0:
        return ""
    took = translate("SyncPanel", "{seconds} s").format(seconds=f"{run.seconds:,.1f}")
    return bullets(took, numbered(translate("SyncPanel", "%Ln request(s)", "", run.requests), run.requests))


def quota_text(status: AccountStatus) -> str:
    """What is left of the tightest quota of an account; "" where there is none."""
    quota = tightest(status)
    if quota is None:
        return ""
    left = max(0, quota.calls - quota.made)
    said = {
        "hour": translate("SyncPanel", "{left} of {all} calls left this hour"),
        "day": translate("SyncPanel", "{left} of {all} calls left today"),
        "month": translate("SyncPanel", "{left} of {all} calls left this month"),
    }
    return said[quota.span].format(left=count(left), all=count(quota.calls))


def span_words(span: str) -> str:
    """What a quota is counted by."""
    return {
        "hour": translate("SyncPanel", "this hour"),
        "day": translate("SyncPanel", "today"),
        "month": translate("SyncPanel", "this month"),
    }[span]


def tightest(status: AccountStatus) -> Quota | None:
    """The quota of which the largest part is used."""
    return max(status.quotas, key=lambda quota: quota.made / max(1, quota.calls), default=None)


def has_trouble(run: Run) -> bool:
    """Whether a run left something to look at."""
    done = run.outcome in (None, RunOutcome.SUCCESS, RunOutcome.SKIPPED)
    return not done or bool(run.quarantined or run.not_accepted) or run.balanced is False
