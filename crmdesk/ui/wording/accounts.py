"""How an account stands, in a word and a shape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import AccountState, AccountStatus
from crmdesk.domain.accounts import Account
from crmdesk.ui.wording.phrases import one_line

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


def signed_in_words(account: Account) -> str:
    """Whose sign-in an account is; "" where its CRM never said."""
    who = one_line(account.signed_in_as, 100)
    if account.hands_over:
        return translate("Account", "Reads {file}: by file, not live; changes are handed over").format(file=who)
    if account.by_file and account.direction.pushes:
        return translate("Account", "Reads and changes {file}").format(file=who)
    if account.by_file:
        return translate("Account", "Reads {file}: by file, not live").format(file=who)
    return translate("Account", "Signed in as {who}").format(who=who) if who else ""


def why_held(accounts: Sequence[AccountStatus]) -> dict[int, str]:
    """Of each account to which nothing is sent now, why, as the end of a sentence."""

    def say(text: str) -> str:
        return QCoreApplication.translate("Account", text)

    words = {
        AccountState.PAUSED: say("paused by you"),
        AccountState.NEEDS_SIGN_IN: say("you have to sign in again"),
    }
    held = {status.account.id: words[status.state] for status in accounts if status.state in words}
    by_hand = say("you hand changes over as a file")
    return {status.account.id: by_hand for status in accounts if status.account.hands_over} | held


def state_words(state: AccountState) -> str:
    """The state in the user's words."""

    match state:
        case AccountState.UP_TO_DATE:
            return translate("Account", "Up to date")
        case AccountState.WAITING:
            return translate("Account", "Changes waiting")
        case AccountState.PULLING:
            return translate("Account", "Pulling")
        case AccountState.SENDING:
            return translate("Account", "Sending")
        case AccountState.PAUSED:
            return translate("Account", "Paused")
        case AccountState.LIMITED:
            return translate("Account", "Waiting for the CRM’s limit")
        case AccountState.OFFLINE:
            return translate("Account", "Offline")
        case AccountState.NEEDS_SIGN_IN:
            return translate("Account", "Needs sign-in")
        case AccountState.NEEDS_REVIEW:
            return translate("Account", "Needs review")
        case AccountState.FAILING:
            return translate("Account", "Failing")
        case AccountState.NEVER_SYNCED:
            return translate("Account", "Never synced")
        case AccountState.NEEDS_YOU:
            return translate("Account", "Needs you")


_MARKS = {
    AccountState.WAITING: ("outbox", "accent"),
    AccountState.PULLING: ("sync", "accent"),
    AccountState.SENDING: ("up", "accent"),
    AccountState.PAUSED: ("pause", "secondary"),
    AccountState.LIMITED: ("clock", "secondary"),
    AccountState.OFFLINE: ("offline", "secondary"),
    AccountState.NEEDS_SIGN_IN: ("key", "amber"),
    AccountState.NEEDS_REVIEW: ("warning", "amber"),
    AccountState.FAILING: ("error", "red"),
    AccountState.NEVER_SYNCED: ("clock", "secondary"),
    AccountState.NEEDS_YOU: ("warning", "amber"),
}


def state_mark(state: AccountState) -> tuple[str, str] | None:
    """Icon and tint of the state; None when all is well."""
    return _MARKS.get(state)
