"""A new key for an account, in place: the queue stays, and nothing is saved before the CRM took the key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account
from crmdesk.errors import DeskError
from crmdesk.ui.add_account_fields import SecretFields, default_api
from crmdesk.ui.editor_notes import Remark, Tone
from crmdesk.ui.labels import Label
from crmdesk.ui.phrases import numbered, sentences
from crmdesk.ui.tasks import Tasks
from crmdesk.ui.theme import FontSize


class ReconnectDialog(QDialog):
    """Asks for the key of one account; closes when the CRM took it."""

    def __init__(self, desk: Desk, tasks: Tasks, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._account = desk, tasks, account
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Reconnect {name}").format(name=account.name))
        self.setMinimumWidth(460)
        info = next(info for info in desk.providers() if info.key == account.provider)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, wrap=True, parent=self))
        self.waiting = Label(secondary=True, wrap=True, parent=self)
        column.addWidget(self.waiting)
        self.fields = SecretFields(info, self)
        self.fields.ask_for(account.settings.get("api") or default_api(info))
        self.fields.changed.connect(self._look)
        self.fields.submitted.connect(self._try)
        column.addWidget(self.fields)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        row = QHBoxLayout()
        row.addStretch(1)
        back = QPushButton(self.tr("Cancel"), self)
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        self.button = QPushButton(self.tr("Reconnect"), self)
        self.button.setProperty("look", "primary")
        self.button.clicked.connect(self._try)
        row.addWidget(back)
        row.addWidget(self.button)
        column.addLayout(row)
        self._say_waiting()
        self._look()
        self.fields.start()

    def _say_waiting(self) -> None:
        status = next((s for s in self._desk.accounts() if s.account.id == self._account.id), None)
        n = status.pending + status.uncertain + status.parked if status else 0
        kept = numbered(self.tr("%Ln change(s) (waits|wait) here and (goes|go) out afterwards.", "", n), n) if n else ""
        self.waiting.setText(
            kept or self.tr("Nothing is lost: contacts and settings of this account stay as they are.")
        )

    def _look(self) -> None:
        self.button.setEnabled(self.fields.complete())
        self.trouble.say("")

    def _try(self) -> None:
        if self.fields.complete():
            self._tasks.replace("reconnect", self._reconnect(), what=self.tr("Reconnect"))

    async def _reconnect(self) -> None:
        self.button.setEnabled(False)
        self.button.setText(self.tr("Signing in…"))
        try:
            await self._desk.reconnect(self._account.id, self.fields.secrets())
        except DeskError as error:
            self.trouble.say(sentences(error.why, error.next), error.detail or "")
        else:
            self.accept()
            return
        finally:
            self.button.setText(self.tr("Reconnect"))
            self.button.setEnabled(self.fields.complete())


def open_reconnect(parent: QWidget, desk: Desk, tasks: Tasks, account: Account) -> ReconnectDialog:
    """Open the dialog; it goes when it is done."""
    dialog = ReconnectDialog(desk, tasks, account, parent.window())
    dialog.open()
    return dialog
