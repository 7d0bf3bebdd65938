"""Which of the window's commands can be used now, what they are called meanwhile, and why one cannot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from crmdesk.desk import AccountState, AccountStatus
from crmdesk.domain.accounts import Pause
from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.ui.window.actions import Actions
from crmdesk.ui.window.commands import WindowCommands
from crmdesk.ui.window.linking import why_not_linked
from crmdesk.ui.window.subject import Subject
from crmdesk.ui.wording.kinds import new_one

_RUNNING = (AccountState.PULLING, AccountState.SENDING)


class CommandStates(QObject):
    """Switches the actions of the commands; also the menu of what is selected, which holds those that fit."""

    def __init__(
        self, actions: Actions, commands: WindowCommands, subject: Subject, owner: QWidget, *, demo: bool
    ) -> None:
        super().__init__(owner)
        self._actions, self._commands, self._subject, self._owner = actions, commands, subject, owner
        actions["leave_demo"].setVisible(demo)

    def say_kind(self, kind: Kind) -> None:
        """Name the commands after the kind of item in the list."""
        self._actions["new"].setText(new_one(kind))
        self._actions.allow("new", True)
        self._actions["copy_emails"].setVisible(kind is Kind.CONTACT)
        for id_ in ("tag", "tags"):
            self._actions[id_].setVisible("tags" in FIELDS[kind])

    def say_shown(self, pane: str, shown: bool) -> None:
        """Tick the pane that is open, and untick the one that is not."""
        self._actions[pane].setChecked(shown)

    def allow(self, accounts: Sequence[AccountStatus]) -> None:
        """Switch the commands about accounts."""
        self._commands.accounts = accounts
        self._allow_for_account()

    def _allow_for_account(self) -> None:
        actions, accounts = self._actions, self._commands.accounts
        none = self.tr("No CRM is connected yet.")
        running = any(status.state in _RUNNING for status in accounts)
        for id_ in ("sync", "sync_full"):
            actions.allow(id_, bool(accounts), none)
        status = self._commands.chosen()
        which = none if not accounts else self.tr("Choose an account in the sidebar first.")
        for id_ in ("sync_account", "pause"):
            actions.allow(id_, status is not None, which)
        paused = status is not None and status.account.pause is Pause.BY_USER
        actions["pause"].setText(self.tr("Resume this account") if paused else self.tr("Pause this account"))
        actions.allow("cancel", running, self.tr("No sync is running."))

    def allow_subject(self) -> None:
        """Switch the commands about what is selected, or shown in the card."""
        actions, selected, in_trash = self._actions, self._subject.count(), self._subject.in_trash()
        none = self.tr("Select something in the list first.")
        for id_ in ("copy", "copy_emails", "tag"):
            actions.allow(id_, selected > 0, none)
        actions.allow("edit_cell", self._subject.is_any_listed(), self.tr("The list is empty."))
        actions.allow("edit", selected == 1, self.tr("Select one in the list first."))
        actions.allow(
            "delete", selected > 0 and not in_trash, self.tr("It is in the trash already.") if in_trash else none
        )
        why_not = why_not_linked(selected, in_trash=in_trash)
        actions.allow("link", not why_not, why_not)
        only_trash = self.tr("Only what lies in the trash: open the trash in the sidebar.")
        for id_ in ("restore", "delete_for_good"):
            actions.allow(id_, selected > 0 and in_trash, none if in_trash else only_trash)
        self._allow_for_account()

    def open_menu(self, place: QPoint) -> None:
        """What can be done with the selection."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        last = ("restore", "delete_for_good") if self._subject.in_trash() else ("link", "delete")
        for id_ in ("edit", "edit_cell", "tag", "", "copy", "copy_emails", "", *last):
            menu.addAction(self._actions[id_]) if id_ else menu.addSeparator()
        menu.popup(place)
