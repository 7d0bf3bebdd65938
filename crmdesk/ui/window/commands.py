"""What the window's commands do; each calls the desk, and says what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from crmdesk.desk import AccountStatus, Desk, Exported
from crmdesk.domain.accounts import Pause
from crmdesk.domain.fields import FIELDS
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.bars.search_box import SearchBox
from crmdesk.ui.bars.sidebar import Sidebar
from crmdesk.ui.bars.toasts import MessageCard
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.window.importing import Importing
from crmdesk.ui.window.linking import Linking
from crmdesk.ui.window.navigation import Navigation
from crmdesk.ui.window.pane_host import PaneHost
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.window.subject import Subject, called
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import numbered, sentences


class WindowCommands(QObject):
    """The commands of the window by their ids; `accounts` is how those stand that some are about.

    `quit_asked` when the user is done.
    """

    sidebar_shown = Signal(bool)
    quit_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        owner: QWidget,
        table: ContactTable,
        sidebar: Sidebar,
        search: SearchBox,
        messages: MessageCard,
        navigation: Navigation,
        panes: PaneHost,
        linking: Linking,
        subject: Subject,
    ) -> None:
        super().__init__(owner)
        self._desk, self._tasks, self._owner = desk, tasks, owner
        self._table, self._sidebar, self._search, self._messages = table, sidebar, search, messages
        self.keys_now: Callable[[str], list[QKeySequence]] = lambda _id: []
        self._navigation, self._panes, self._linking, self._subject = navigation, panes, linking, subject
        self.importing = Importing(desk, tasks, owner, messages)
        self.accounts: Sequence[AccountStatus] = ()

    def table(self) -> Mapping[str, Callable[[], None]]:
        """What to call for each command."""
        table, panes = self._table, self._panes
        return {
            "new": lambda: panes.new_item(self._navigation.place.account_id),
            "connect": self.connect_crm,
            "import": self.importing.choose_file,
            "imports": self.importing.show_history,
            "export": self.export,
            "backup": self.back_up,
            "check_database": self.check_database,
            "leave_demo": self.quit,
            "quit": self.quit,
            "copy": table.copy,
            "paste": self.importing.paste,
            "copy_emails": lambda: table.copy_emails(self._subject.ids()),
            "select_all": table.view.selectAll,
            "find": self.find,
            "sidebar": self.turn_sidebar,
            "panel": lambda: panes.toggle("panel"),
            "editor": lambda: panes.toggle("editor"),
            "editor_below": lambda: panes.toggle("editor_below"),
            "columns": lambda: table.choose_columns(None),
            "edit": self.edit,
            "edit_cell": table.edit_cell,
            "save": panes.save,
            "save_next": panes.save_and_next,
            "previous": lambda: self.step(-1),
            "next": lambda: self.step(1),
            "link": self._linking.ask,
            "matches": lambda: self._navigation.go(Place(What.MATCHES)),
            "delete": self.delete,
            "restore": self.restore,
            "delete_for_good": self.ask_delete_for_good,
            "sync": self.sync,
            "sync_account": lambda: self.sync(self.account()),
            "sync_full": lambda: self.sync(None, full=True),
            "cancel": self._desk.cancel,
            "pause": self.pause_or_resume,
            "outbox": lambda: panes.show_list("outbox"),
            "conflicts": lambda: panes.show_list("conflicts"),
            "problems": lambda: panes.show_list("problems"),
            "runs": lambda: panes.show_list("runs"),
            "shortcuts": self.show_shortcuts,
            "open_logs": self.open_logs,
            "about": self.show_about,
        }

    def _called(self, ids: Sequence[int]) -> str:
        shown = self._panes.shown_item()
        kind = shown.kind if shown is not None and [shown.id] == ids else self._navigation.place.kind
        return called(self._desk, kind, ids)

    def account(self) -> int | None:
        """The account that the commands are about: the one in the sidebar, or the only one."""
        status = self.chosen()
        return None if status is None else status.account.id

    def chosen(self) -> AccountStatus | None:
        """The account that the commands are about, and how it stands."""
        place = self._sidebar.place()
        if place is not None and place.what is What.ACCOUNT:
            return next((status for status in self.accounts if status.account.id == place.account_id), None)
        return self.accounts[0] if len(self.accounts) == 1 else None

    # Contacts

    def find(self) -> None:
        """Go to the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def turn_sidebar(self) -> None:
        """Show the sidebar, or hide it."""
        hidden = self._sidebar.isHidden()
        self._sidebar.setVisible(hidden)
        self.sidebar_shown.emit(hidden)

    def edit(self, key: str = "") -> None:
        """Open whoever is shown, else the current contact, at a field or where most is written."""
        view = self._table.view
        if not self._subject.count() and view.current_id() is not None:
            view.select_row(view.currentIndex().row())
        if self._subject.count():
            self._panes.edit(key)

    def step(self, by: int) -> None:
        """Go up or down in the list, also from the editor."""
        view = self._table.view
        view.touch()
        view.select_row(view.currentIndex().row() + by)

    def delete(self) -> None:
        """Move the selected contacts to the trash; no question, but a way back."""
        ids = self._subject.ids()
        self._tasks.start(self._delete(ids), what=self.tr("Move to trash"))

    async def _delete(self, ids: list[int]) -> None:
        who = self._called(ids)
        self._table.listing.expect()
        await self._desk.delete(ids)
        said = self.tr("{things} moved to the trash").format(things=who)
        self._messages.note(said, self.tr("Undo"), lambda: self._restore_these(ids))

    def restore(self) -> None:
        """Take the selected contacts out of the trash."""
        self._restore_these(self._subject.ids())

    def _restore_these(self, ids: list[int]) -> None:
        self._tasks.start(self._restore(ids), what=self.tr("Restore from trash"))

    async def _restore(self, ids: list[int]) -> None:
        self._table.listing.expect()
        await self._desk.restore(ids)
        self._messages.note(self.tr("{things} restored").format(things=self._called(ids)))

    def ask_delete_for_good(self) -> None:
        """Delete the selected contacts of the trash for good, after a question."""
        ids = self._subject.ids()
        box = Question(
            self._owner,
            self.tr("Delete {things} for good?").format(things=self._called(ids)),
            self.tr("This cannot be undone, and no sync brings them back. What the CRMs hold stays there."),
        )
        what = self.tr("Delete for good")
        box.answer(what, lambda: self._tasks.start(self._delete_for_good(ids), what=what), loses=True)
        box.answer(self.tr("Keep in the trash"), default=True)
        box.open()

    async def _delete_for_good(self, ids: list[int]) -> None:
        self._table.listing.expect()
        await self._desk.delete(ids, for_good=True)

    # Accounts

    def connect_crm(self) -> None:
        """Open the dialog that connects a CRM."""
        from crmdesk.ui.connect.dialog import open_add_account  # 69 ms

        dialog = open_add_account(self._owner, self._desk, self._tasks)
        dialog.added.connect(lambda id_: self._navigation.go(Place(What.ACCOUNT, id_)))

    def sync(self, account_id: int | None = None, *, full: bool = False) -> None:
        """Sync one account, or all."""
        ids = [account_id] if account_id else None
        self._tasks.start(self._desk.sync(ids, full=full), what=self.tr("Sync now"))

    def pause_or_resume(self) -> None:
        """Pause the chosen account, or let it go on."""
        status = self.chosen()
        if status is None:
            return
        desk, id_ = self._desk, status.account.id
        if status.account.pause is Pause.BY_USER:
            self._tasks.start(desk.resume(id_), what=self.tr("Resume the account"))
        else:
            self._tasks.start(desk.pause(id_), what=self.tr("Pause the account"))

    def open_account_menu(self, account_id: int, place: QPoint) -> None:
        """What can be done with an account."""
        from crmdesk.ui.sync_panel.account_menu import AccountMenu  # 50 ms

        status = next((status for status in self.accounts if status.account.id == account_id), None)
        if status is not None:
            AccountMenu(self._desk, self._tasks, self._owner).build(status).popup(place)

    # The program

    def quit(self) -> None:
        """Quit the program, also where it goes on without its window."""
        self.quit_asked.emit()

    def export(self) -> None:
        """Ask what is to be written into a file, and how."""
        from crmdesk.ui.dialogs.export import ExportDialog  # 5 ms; with the other dialogs of the window 11

        table = self._table
        shown = [table.model.columns[place].key for place in table.view.header.shown_columns()]
        fields = [key for key in shown if key in FIELDS[table.model.kind]]
        dialog = ExportDialog(
            self._owner, self._desk, self._tasks, table.listing.query, table.view.selected_ids(), fields
        )
        dialog.written.connect(self._say_exported)
        dialog.open()

    def _say_exported(self, target: Path, done: Exported) -> None:
        words = self.tr("Exported {things} to {file}").format(
            things=counted(self._table.model.kind, done.total), file=target.name
        )
        if done.shortened:
            cut = self.tr("%n cell(s) longer than a sheet can hold (was|were) cut.", "", done.shortened)
            words = sentences(f"{words}.", numbered(cut, done.shortened))
        folder = QUrl.fromLocalFile(str(target.parent))

        def show() -> None:
            QDesktopServices.openUrl(folder)

        self._messages.note(words, self.tr("Show in folder"), show)

    def back_up(self) -> None:
        """Ask where to, then copy the database there while it is in use."""
        dialog = QFileDialog(self._owner, self.tr("Back up to"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.selectFile("crmdesk-backup.db")
        dialog.fileSelected.connect(lambda name: self._tasks.start(self._back_up(Path(name)), what=self.tr("Back up")))
        dialog.open()

    async def _back_up(self, target: Path) -> None:
        await self._desk.backup(target)
        self._messages.note(self.tr("Backed up to {file}").format(file=target))

    def check_database(self) -> None:
        """Look whether the database is sound."""
        self._tasks.start(self._check_database(), what=self.tr("Check the database"))

    async def _check_database(self) -> None:
        faults = await self._desk.check_database()
        if not faults:
            self._messages.note(self.tr("The database is sound."))
            return
        box = Question(self._owner, self.tr("The database is damaged"), "\n".join(faults[:20]))
        box.answer(self.tr("Close"), default=True)
        box.open()

    def show_shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        from crmdesk.ui.dialogs.shortcut_sheet import ShortcutSheet  # 4 ms; with the other dialogs of the window 11

        ShortcutSheet(self._owner, self.keys_now).open()

    def open_logs(self) -> None:
        """Show the folder of the log files in the system's file manager, or say where it is."""
        folder = str(self._desk.profile.logs)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            says = self.tr("No file manager answered. The log is in {folder}").format(folder=folder)
            self._messages.note(says, self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(folder))

    def show_about(self) -> None:
        """Say what this program is, what it is made of and where its files lie."""
        self._tasks.start(self._show_about(), what=self.tr("Look up what this program is"))

    async def _show_about(self) -> None:
        from crmdesk.desk.about import about  # 30 ms
        from crmdesk.ui.dialogs.about import AboutDialog  # 6 ms

        AboutDialog(self._owner, await asyncio.to_thread(about, self._desk.profile)).open()
