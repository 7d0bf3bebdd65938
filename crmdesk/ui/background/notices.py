"""What is told outside the window: trouble alone, at most once for each account and day, all of it in one notice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import AccountState, AccountStatus, Desk
from crmdesk.domain.settings import NOTICES_OFF, OFF
from crmdesk.frozen import dataclass
from crmdesk.ui.wording.phrases import bullets, numbered, one_line

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words

TOLD = "notices.told.{account}"  # the day on which an account was told of last


@dataclass(frozen=True, slots=True)
class Notice:
    """Whom it is about, and what to say."""

    account_id: int
    title: str
    text: str


def trouble_of(status: AccountStatus, unwanted: Collection[str] = ()) -> str:
    """What of an account needs somebody, in one line; "" while nothing does. What mends itself is no trouble.

    Kinds of notices in `unwanted` are left out.
    """
    refused = max(0, status.parked - status.conflicts)
    n = status.conflicts
    sign_in, review = (status.state is state for state in (AccountState.NEEDS_SIGN_IN, AccountState.NEEDS_REVIEW))
    found = {
        "sign_in": translate("Notices", "Sign in again to go on") if sign_in else "",
        "review": translate("Notices", "Removals wait for your review") if review else "",
        "conflicts": numbered(translate("Notices", "%Ln changed in both places", "", n), n) if n else "",
        "refused": numbered(translate("Notices", "%Ln change(s) not accepted", "", refused), refused)
        if refused
        else "",
    }
    return bullets(*(text for kind, text in found.items() if kind not in unwanted))


def due(desk: Desk, statuses: Sequence[AccountStatus], today: date) -> list[Notice]:
    """The notices that are to be given now; none where the user wants none, or was told today."""
    unwanted = desk.setting(NOTICES_OFF)
    if unwanted == OFF:
        return []
    found = []
    for status in statuses:
        account = status.account
        text = trouble_of(status, unwanted.split())
        if text and desk.setting(TOLD.format(account=account.id)) != today.isoformat():
            title = translate("Notices", "{account} needs you").format(account=one_line(account.name, 60))
            found.append(Notice(account.id, title, text))
    return found


async def note(desk: Desk, notices: Sequence[Notice], today: date) -> None:
    """Remember that these were given today, also after the next start."""
    for notice in notices:
        await desk.set_setting(TOLD.format(account=notice.account_id), today.isoformat())
