"""What is told outside the window: trouble alone, at most once for each account and day, all of it in one notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import AccountState, AccountStatus, Desk
from crmdesk.ui.wording.phrases import bullets, numbered, one_line

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words

SETTING = "notices"  # "off" where the user wants none
TOLD = "notices.told.{account}"  # the day on which an account was told of last


@dataclass(frozen=True, slots=True)
class Notice:
    """Whom it is about, and what to say."""

    account_id: int
    title: str
    text: str


def trouble_of(status: AccountStatus) -> str:
    """What of an account needs somebody, in one line; "" while nothing does. What mends itself is no trouble."""
    refused = max(0, status.parked - status.conflicts)
    n = status.conflicts
    return bullets(
        translate("Notices", "Sign in again to go on") if status.state is AccountState.NEEDS_SIGN_IN else "",
        translate("Notices", "Removals wait for your review") if status.state is AccountState.NEEDS_REVIEW else "",
        numbered(translate("Notices", "%Ln changed in both places", "", n), n) if n else "",
        numbered(translate("Notices", "%Ln change(s) not accepted", "", refused), refused) if refused else "",
    )


def due(desk: Desk, statuses: Sequence[AccountStatus], today: date) -> list[Notice]:
    """The notices that are to be given now; none where the user wants none, or was told today."""
    if desk.setting(SETTING) == "off":
        return []
    found = []
    for status in statuses:
        account = status.account
        text = trouble_of(status)
        if text and desk.setting(TOLD.format(account=account.id)) != today.isoformat():
            title = translate("Notices", "{account} needs you").format(account=one_line(account.name, 60))
            found.append(Notice(account.id, title, text))
    return found


async def note(desk: Desk, notices: Sequence[Notice], today: date) -> None:
    """Remember that these were given today, also after the next start."""
    for notice in notices:
        await desk.set_setting(TOLD.format(account=notice.account_id), today.isoformat())
