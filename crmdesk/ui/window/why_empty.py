"""The words of a list with nothing in it: why, true at this very moment, and the one or two things to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from crmdesk.desk import AccountState, AccountStatus
from crmdesk.domain.fields import Kind
from crmdesk.ui.look.empty_page import Door, EmptyPage
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.wording.accounts import state_words
from crmdesk.ui.wording.kinds import SIGNS, none_yet
from crmdesk.ui.wording.phrases import coming, listed, sentences

_RUNNING = (AccountState.PULLING, AccountState.SENDING)
_SOON = 10.0  # seconds


class WhyEmpty(QObject):
    """Writes the page in a list's place; what its buttons ask for is signalled, with an account's id or 0 for all."""

    sync_asked = Signal(int)
    reconnect_asked = Signal(int)
    resume_asked = Signal(int)
    connect_asked = Signal()
    import_asked = Signal()
    demo_asked = Signal()
    whole_asked = Signal()  # the same place without the search
    everywhere_asked = Signal()  # the same search without the place

    def __init__(self, page: EmptyPage) -> None:
        super().__init__(page)
        self._page = page
        self.starting = False  # whether a demo is being started, whose accounts come in a moment
        self.accounts: Sequence[AccountStatus] = ()

    def say(self, place: Place, title: str, text: str) -> None:
        """Say why that place, by its title in the sidebar, shows nothing for a search, or without one for ""."""
        if text:
            self._nothing_found(place, title, text)
        elif place.what is What.TRASH:
            words = self.tr("What you delete waits here until you decide.")
            self._page.say("trash", self.tr("The trash is empty"), words)
        elif place.what is What.DRAFTS:
            words = self.tr("What you type and do not save is kept, and listed here.")
            self._page.say("edit", self.tr("No drafts"), words)
        elif place.what is What.ATTENTION:
            words = self.tr("Problems, and what was changed in both places, appear here.")
            self._page.say("check", self.tr("Nothing needs you"), words)
        elif self.starting:
            words = self.tr("Their contacts arrive in a few seconds. Nothing here is real, try anything.")
            self._page.say("sync", self.tr("The sample CRMs are starting"), words)
        else:
            self._nothing_yet(place)

    def _nothing_found(self, place: Place, title: str, searched: str) -> None:
        found = self.tr("Nothing matches “{text}”").format(text=searched)
        doors = [Door(self.tr("Clear the search"), self.whole_asked.emit, primary=True)]
        if place.what is What.ALL:
            text = self.tr("Every text field in this list was searched, but not the trash.")
        else:
            text = self.tr("Only “{place}” was searched.")
            text = text.format(place=title)
            doors.append(Door(self.tr("Search everywhere"), self.everywhere_asked.emit))
        self._page.say("search", found, text, doors)

    def _nothing_yet(self, place: Place) -> None:
        accounts = [
            status
            for status in self.accounts
            if (place.what is not What.ACCOUNT or status.account.id == place.account_id)
            and place.kind in status.account.kinds
        ]
        if not self.accounts:
            self._welcome()
        elif not accounts:
            words = self.tr("None of your accounts is set to bring any.")
            self._page.say(SIGNS[place.kind], none_yet(place.kind), words)
        else:
            self._how_they_stand(place.kind, accounts)

    def _how_they_stand(self, kind: Kind, accounts: Sequence[AccountStatus]) -> None:
        """What comes of itself, what hinders it, and the way out, of the account that is nearest to bringing some."""
        name = listed([status.account.name for status in accounts])
        title = self.tr("Nothing from {account} yet").format(account=name) if len(accounts) == 1 else none_yet(kind)
        running = [status for status in accounts if status.state in _RUNNING]
        if running:
            names = listed([status.account.name for status in running])
            words = self.tr("{accounts} is being read; the first ones are on their way.").format(accounts=names)
            self._page.say("sync", title, words)
            return
        first = min(accounts, key=_hindrance)
        self._page.say(SIGNS[kind], title, self._standing(first), self._doors(first))

    def _standing(self, status: AccountStatus) -> str:
        name = status.account.name
        match status.state:
            case AccountState.UP_TO_DATE:
                return self.tr("{account} has none, or none within what you chose to see of it.").format(account=name)
            case AccountState.NEVER_SYNCED if _is_due(status):
                return self.tr("The first sync with {account} starts in a moment.").format(account=name)
            case AccountState.NEVER_SYNCED:
                return self.tr("{account} was never synced: it waits for you.").format(account=name)
            case AccountState.PAUSED:
                return self.tr("{account} is paused.").format(account=name)
            case AccountState.NEEDS_SIGN_IN:
                words = self.tr("{account} does not take the sign-in any more. Sign in again, and it goes on.")
                return words.format(account=name)
            case AccountState.OFFLINE:
                words = self.tr("{account} cannot be reached. The next try is {when}.")
                return words.format(account=name, when=coming(status.next_run))
        return sentences(self.tr("{account}: {state}").format(account=name, state=state_words(status.state)))

    def _doors(self, status: AccountStatus) -> list[Door]:
        id_ = status.account.id
        match status.state:
            case AccountState.NEVER_SYNCED if _is_due(status):
                return []
            case AccountState.PAUSED:
                return [Door(self.tr("Resume"), lambda: self.resume_asked.emit(id_), primary=True)]
            case AccountState.NEEDS_SIGN_IN:
                return [Door(self.tr("Reconnect"), lambda: self.reconnect_asked.emit(id_), primary=True)]
            case AccountState.OFFLINE | AccountState.FAILING:
                return [Door(self.tr("Try again"), lambda: self.sync_asked.emit(id_), primary=True)]
        return [Door(self.tr("Sync now"), lambda: self.sync_asked.emit(id_), primary=True)]

    def _welcome(self) -> None:
        connect = Door(self.tr("Connect a CRM"), self.connect_asked.emit, primary=True)
        explore = Door(self.tr("Explore with sample data"), self.demo_asked.emit)
        text = self.tr(
            "All your CRMs in one window. Search and edit instantly, even offline; your changes are sent back"
            " for you. Your contacts stay on this computer."
        )
        from_file = Door(self.tr("Import a file"), self.import_asked.emit)
        self._page.say("logo", self.tr("Welcome to CRM Desk"), text, [connect, from_file, explore])


def _is_due(status: AccountStatus) -> bool:
    return status.next_run is not None and (status.next_run - datetime.now(UTC)).total_seconds() < _SOON


def _hindrance(status: AccountStatus) -> int:
    order = (AccountState.NEVER_SYNCED, AccountState.OFFLINE, AccountState.NEEDS_SIGN_IN, AccountState.PAUSED)
    return order.index(status.state) if status.state in order else len(order)
