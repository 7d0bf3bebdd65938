"""What the window's commands do; each calls the desk, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from crmdesk import __version__
from crmdesk.desk import AccountState, AccountStatus
from crmdesk.domain.accounts import Pause
from crmdesk.domain.fields import Kind
from crmdesk.ui.kind_words import counted, new_one
from crmdesk.ui.linking import Linking
from crmdesk.ui.places import Place, What
from crmdesk.ui.theme import Scheme

if TYPE_CHECKING:
    from crmdesk.ui.main_window import MainWindow

_RUNNING = (AccountState.PULLING, AccountState.SENDING)


class Deeds(QObject):
    """The commands of the window by their ids."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._accounts: Sequence[AccountStatus] = ()
        self.linking = Linking(window)

    def table(self) -> Mapping[str, Callable[[], None]]:
        """What to call for each command."""
        window = self._window
        return {
            "new": window.panes.new_contact,
            "connect": self.connect_crm,
            "backup": self.back_up,
            "check_database": self.check_database,
            "leave_demo": window.leave,
            "quit": window.leave,
            "undo": lambda: window.panes.undo(),
            "redo": lambda: window.panes.redo(),
            "copy": window.table.copy,
            "copy_emails": window.table.copy_emails,
            "select_all": window.table.view.selectAll,
            "find": self.find,
            "settings": self.open_settings,
            "sidebar": lambda: window.sidebar.setVisible(not window.sidebar.isVisible()),
            "panel": lambda: window.panes.set_panel_visible(not window.panes.panel().isVisible()),
            "editor": lambda: window.panes.set_editor_visible(not window.panes.editor().isVisible()),
            "editor_below": lambda: window.panes.set_editor_below(window.actions_["editor_below"].isChecked()),
            "columns": lambda: window.table.choose_columns(None),
            "edit": self.edit,
            "save": window.panes.save,
            "save_next": window.panes.save_and_next,
            "previous": lambda: self.step(-1),
            "next": lambda: self.step(1),
            "link": self.linking.ask,
            "delete": self.delete,
            "restore": self.restore,
            "delete_for_good": self.ask_delete_for_good,
            "sync": self.sync,
            "sync_account": lambda: self.sync(self.account()),
            "sync_full": lambda: self.sync(None, full=True),
            "cancel": lambda: window.desk.cancel(),
            "pause": self.pause_or_resume,
            "outbox": lambda: window.panes.show_list("outbox"),
            "conflicts": lambda: window.panes.show_list("conflicts"),
            "problems": lambda: window.panes.show_list("problems"),
            "runs": lambda: window.panes.show_list("runs"),
            "shortcuts": self.show_shortcuts,
            "open_logs": self.open_logs,
            "about": self.show_about,
        }

    def say_kind(self, kind: Kind) -> None:
        """Name the commands after the kind of item in the list."""
        actions = self._window.actions_
        actions["new"].setText(new_one(kind))
        actions.allow("new", True)
        actions["copy_emails"].setVisible(kind is Kind.CONTACT)
        self._window.top.say_kind(kind)

    # What can be done now

    def allow(self, accounts: Sequence[AccountStatus]) -> None:
        """Switch the commands about accounts."""
        self._accounts = accounts
        actions = self._window.actions_
        none = self.tr("No CRM is connected yet.")
        running = any(status.state in _RUNNING for status in accounts)
        for id_ in ("sync", "sync_full"):
            actions.allow(id_, bool(accounts), none)
        status = self._chosen()
        which = none if not accounts else self.tr("Choose an account in the sidebar first.")
        for id_ in ("sync_account", "pause"):
            actions.allow(id_, status is not None, which)
        paused = status is not None and status.account.pause is Pause.BY_USER
        actions["pause"].setText(self.tr("Resume this account") if paused else self.tr("Pause this account"))
        actions.allow("cancel", running, self.tr("No sync is running."))
        actions["leave_demo"].setVisible(self._window.demo)

    def allow_selection(self, selected: int, *, in_trash: bool) -> None:
        """Switch the commands about the selected contacts."""
        actions = self._window.actions_
        none = self.tr("Select something in the list first.")
        for id_ in ("copy", "copy_emails"):
            actions.allow(id_, selected > 0, none)
        actions.allow("edit", selected == 1, self.tr("Select one in the list first."))
        actions.allow(
            "delete", selected > 0 and not in_trash, self.tr("It is in the trash already.") if in_trash else none
        )
        why_not = self.linking.why_not(selected, in_trash=in_trash)
        actions.allow("link", not why_not, why_not)
        only_trash = self.tr("Only what lies in the trash: open the trash in the sidebar.")
        for id_ in ("restore", "delete_for_good"):
            actions.allow(id_, selected > 0 and in_trash, none if in_trash else only_trash)
        self.allow(self._accounts)

    @property
    def _kind(self) -> Kind:
        return self._window.navigator.place.kind

    def account(self) -> int | None:
        """The account that the commands are about: the one in the sidebar, or the only one."""
        status = self._chosen()
        return None if status is None else status.account.id

    def _chosen(self) -> AccountStatus | None:
        place = self._window.sidebar.place()
        if place is not None and place.what is What.ACCOUNT:
            return next((status for status in self._accounts if status.account.id == place.account_id), None)
        return self._accounts[0] if len(self._accounts) == 1 else None

    # Contacts

    def find(self) -> None:
        """Go to the search box."""
        self._window.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.top.search.selectAll()

    def edit(self) -> None:
        """Open the current contact."""
        if self._window.table.view.current_id() is not None:
            view = self._window.table.view
            if not view.selected_count():
                view.select_row(view.currentIndex().row())
            self._window.panes.edit()

    def step(self, by: int) -> None:
        """Go up or down in the list, also from the editor."""
        view = self._window.table.view
        view.touch()
        view.select_row(view.currentIndex().row() + by)

    def delete(self) -> None:
        """Move the selected contacts to the trash; no question, but a way back."""
        ids = list(self._window.table.view.selected_ids())
        self._window.tasks.start(self._delete(ids), what=self.tr("Move to trash"))

    async def _delete(self, ids: list[int]) -> None:
        self._window.table.listing.expect()
        await self._window.desk.delete(ids)
        said = self.tr("{things} moved to the trash").format(things=counted(self._kind, len(ids)))
        self._window.messages.note(said, self.tr("Undo"), lambda: self._restore_these(ids))

    def restore(self) -> None:
        """Take the selected contacts out of the trash."""
        self._restore_these(list(self._window.table.view.selected_ids()))

    def _restore_these(self, ids: list[int]) -> None:
        self._window.tasks.start(self._restore(ids), what=self.tr("Restore from trash"))

    async def _restore(self, ids: list[int]) -> None:
        self._window.table.listing.expect()
        await self._window.desk.restore(ids)
        self._window.messages.note(self.tr("{things} restored").format(things=counted(self._kind, len(ids))))

    def ask_delete_for_good(self) -> None:
        """Delete the selected contacts of the trash for good, after a question."""
        ids = list(self._window.table.view.selected_ids())
        box = self._box(
            self.tr("Delete {things} for good?").format(things=counted(self._kind, len(ids))),
            self.tr("This cannot be undone. A sync does not bring them back. What the CRMs hold stays there."),
        )
        yes = box.addButton(self.tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        yes.setProperty("look", "danger")
        box.setDefaultButton(box.addButton(self.tr("Keep them"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(
            lambda: self._window.tasks.start(self._delete_for_good(ids), what=self.tr("Delete for good"))
        )
        box.open()

    async def _delete_for_good(self, ids: list[int]) -> None:
        self._window.table.listing.expect()
        await self._window.desk.delete(ids, for_good=True)

    def open_menu(self, place: QPoint) -> None:
        """What can be done with the selection."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        trash = self._window.navigator.place.what is What.TRASH
        last = ("restore", "delete_for_good") if trash else ("link", "delete")
        for id_ in ("edit", "", "copy", "copy_emails", "", *last):
            menu.addAction(self._window.actions_[id_]) if id_ else menu.addSeparator()
        menu.popup(place)

    # Accounts

    def connect_crm(self) -> None:
        """Open the dialog that connects a CRM."""
        from crmdesk.ui.add_account import open_add_account

        dialog = open_add_account(self._window, self._window.desk, self._window.tasks)
        dialog.added.connect(lambda id_: self._window.navigator.go(Place(What.ACCOUNT, id_)))

    def sync(self, account_id: int | None = None, *, full: bool = False) -> None:
        """Sync one account, or all."""
        ids = None if account_id is None else [account_id]
        self._window.tasks.start(self._window.desk.sync(ids, full=full), what=self.tr("Sync now"))

    def pause_or_resume(self) -> None:
        """Pause the chosen account, or let it go on."""
        status = self._chosen()
        if status is None:
            return
        desk, id_ = self._window.desk, status.account.id
        if status.account.pause is Pause.BY_USER:
            self._window.tasks.start(desk.resume(id_), what=self.tr("Resume the account"))
        else:
            self._window.tasks.start(desk.pause(id_), what=self.tr("Pause the account"))

    def open_account_menu(self, account_id: int, place: QPoint) -> None:
        """What can be done with an account."""
        from crmdesk.ui.sync_panel_menu import AccountMenu

        status = next((status for status in self._accounts if status.account.id == account_id), None)
        if status is not None:
            AccountMenu(self._window.desk, self._window.tasks, self._window).build(status).popup(place)

    # The program

    def choose_theme(self, scheme: Scheme) -> None:
        """Show these colours and remember it."""
        self._window.theme.choose(scheme)
        self._window.tasks.start(self._window.desk.set_setting("window.theme", scheme), what=self.tr("Keep the theme"))

    def open_settings(self) -> None:
        """Open the settings; pictures appear in the card at once."""
        from crmdesk.ui.settings_dialog import open_settings

        window = self._window
        dialog = open_settings(window, window.desk, window.tasks, window.theme)
        dialog.changed.connect(window.panes.editor().show_image)

    def back_up(self) -> None:
        """Ask where to, then copy the database there while it is in use."""
        dialog = QFileDialog(self._window, self.tr("Back up to"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.selectFile("crmdesk-backup.db")
        dialog.fileSelected.connect(
            lambda name: self._window.tasks.start(self._back_up(Path(name)), what=self.tr("Back up"))
        )
        dialog.open()

    async def _back_up(self, target: Path) -> None:
        await self._window.desk.backup(target)
        self._window.messages.note(self.tr("Backed up to {file}").format(file=target))

    def check_database(self) -> None:
        """Look whether the database is sound."""
        self._window.tasks.start(self._check_database(), what=self.tr("Check the database"))

    async def _check_database(self) -> None:
        faults = await self._window.desk.check_database()
        if not faults:
            self._window.messages.note(self.tr("The database is sound."))
            return
        box = self._box(self.tr("The database is damaged"), "\n".join(faults[:20]))
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()

    def show_shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        from crmdesk.ui.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._window).open()

    def open_logs(self) -> None:
        """Show the folder of the log files in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._window.desk.profile.logs))

    def show_about(self) -> None:
        """Say what this program is."""
        text = self.tr("All your CRMs in one window. Version {version}, MIT licence.").format(version=__version__)
        box = self._box(self.tr("CRM Desk"), text)
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()

    def _box(self, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(title)
        box.setInformativeText(text)
        return box
