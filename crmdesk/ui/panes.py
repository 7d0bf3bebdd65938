"""The panes that come after the first paint: editor, sync panel and lists; made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from crmdesk.domain.signals import Signal
from crmdesk.ui.bridge import Announcement

if TYPE_CHECKING:
    from crmdesk.ui.contact_editor import ContactEditor
    from crmdesk.ui.main_window import MainWindow
    from crmdesk.ui.sync_panel import SyncPanel


class Panes(QObject):
    """Editor beside or below the list, sync panel at the bottom."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._editor: ContactEditor | None = None
        self._panel: SyncPanel | None = None
        self._lists: QWidget | None = None
        self._shown_id: int | None = None

    def complete(self) -> None:
        """Make editor and sync panel; call after the first paint."""
        self.editor()
        self.panel()
        self.show_selected(self._window.table.view.selected_count())

    def editor(self) -> ContactEditor:
        """The editor, made when first asked for."""
        if self._editor is None:
            from crmdesk.ui.contact_editor import ContactEditor

            window = self._window
            self._editor = ContactEditor(window.desk, window.tasks, window.theme)
            self._editor.setMinimumWidth(320)
            self._editor.closed.connect(self._closed)
            window.beside.addWidget(self._editor)
            window.beside.setStretchFactor(0, 1)
            window.state.place_editor()
        return self._editor

    def panel(self) -> SyncPanel:
        """The sync panel, made when first asked for."""
        if self._panel is None:
            from crmdesk.ui.sync_panel import SyncPanel

            window = self._window
            self._panel = SyncPanel(window.desk, window.tasks)
            self._panel.open_list.connect(self.open_list)
            window.down.addWidget(self._panel)
            window.down.setStretchFactor(0, 1)
            self._panel.refresh()
            window.state.place_panel()
        return self._panel

    def is_editing(self) -> bool:
        """Whether the editor holds what has not been saved."""
        return self._editor is not None and self._editor.has_draft()

    def show_selected(self, selected: int) -> None:
        """Show the selected contact in the editor, if it is exactly one."""
        if self._editor is None:
            return
        id_ = self._window.table.view.current_id() if selected == 1 else None
        if id_ != self._shown_id:
            self._shown_id = id_
            self._editor.show_item(id_)

    def refresh(self, announcement: Announcement) -> None:
        """Re-read what an announcement touched."""
        if self._editor is not None and announcement.items:
            self._editor.refresh(announcement.items)
        if self._panel is not None and (announcement.accounts or announcement.outbox or announcement.attention):
            self._panel.refresh()

    def hear(self, signal: Signal) -> None:
        """Pass a signal on to the sync panel."""
        if self._panel is not None:
            self._panel.on_signal(signal)

    def edit(self) -> None:
        """Open the editor on the current contact and go there."""
        self.set_editor_visible(True)
        self.editor().edit()

    def new_contact(self) -> None:
        """Open the editor on a contact to be."""
        self.set_editor_visible(True)
        self._shown_id = None
        self.editor().new_contact()

    def save(self) -> None:
        """Save what is being edited."""
        if self._editor is not None:
            self._editor.save()

    def set_editor_visible(self, visible: bool) -> None:
        """Show or hide the editor."""
        self.editor().setVisible(visible)
        self._window.actions_["editor"].setChecked(visible)

    def set_editor_below(self, below: bool) -> None:
        """Put the editor below the list, or beside it."""
        self._window.beside.setOrientation(Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal)
        self._window.actions_["editor_below"].setChecked(below)

    def set_panel_visible(self, visible: bool) -> None:
        """Show or hide the sync panel."""
        self.panel().setVisible(visible)
        self._window.actions_["panel"].setChecked(visible)

    def open_list(self, what: str, account_id: int) -> None:
        """Show the list behind a figure: outbox, conflicts, problems, runs, contacts."""

    def show_attention(self) -> bool:
        """Show the page of what needs somebody; False where there is none."""
        return False

    def _closed(self) -> None:
        self.set_editor_visible(False)
        self._window.table.setFocus()

    def may_quit(self, quit_now: Callable[[], None]) -> bool:
        """Whether nothing is left half-typed; else the user is told, and `quit_now` is called if that is fine."""
        if not self.is_editing():
            return True
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("Some of what you typed is not saved yet."))
        box.setInformativeText(self.tr("It is kept as a draft and is there when you open CRM Desk again."))
        leave = box.addButton(self.tr("Quit and keep the draft"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Back"), QMessageBox.ButtonRole.RejectRole)
        leave.clicked.connect(quit_now)
        box.open()
        return False
