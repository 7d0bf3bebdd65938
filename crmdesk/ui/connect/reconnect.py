"""A new sign-in for an account, in place: the queue stays, and nothing is saved before the CRM took it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account
from crmdesk.errors import DeskError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_editors.line import open_target
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.card.sections import Disclosure
from crmdesk.ui.connect.browser_page import Browse
from crmdesk.ui.connect.sign_in_fields import SecretFields, default_api
from crmdesk.ui.connect.sign_in_words import Form, failure_words
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.accounts import signed_in_words
from crmdesk.ui.wording.phrases import numbered, sentences


class ReconnectDialog(QDialog):
    """Asks for the key of one account, or lets the browser sign in with what is stored; closes when the CRM took it."""

    def __init__(
        self, desk: Desk, tasks: Tasks, account: Account, parent: QWidget | None = None, browse: Browse = open_target
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._account, self._browse = desk, tasks, account, browse
        self._by_browser = desk.signs_in_by_browser(account.provider, account.settings)
        self._over = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Reconnect {name}").format(name=account.name))
        self.setMinimumWidth(460)
        self._info = info = next(info for info in desk.providers() if info.key == account.provider)
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
        self.other = Disclosure(self.tr("Other credentials"), self)
        self.other.setVisible(self._by_browser)
        if self._by_browser:
            says = self.tr("Your browser opens the sign-in page of {crm}. The stored credentials are used again.")
            column.addWidget(Label(says.format(crm=info.title), wrap=True, parent=self))
            self.other.column.addWidget(self.fields)
            column.addWidget(self.other)
        else:
            column.addWidget(self.fields)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        row = QHBoxLayout()
        row.addStretch(1)
        back = QPushButton(self.tr("Cancel"), self)
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        self._does = self.tr("Sign in in the browser…") if self._by_browser else self.tr("Reconnect")
        self.button = QPushButton(self._does, self)
        self.button.setProperty("look", "primary")
        self.button.clicked.connect(self._try)
        row.addWidget(back)
        row.addWidget(self.button)
        column.addLayout(row)
        self._say_waiting()
        self._look()
        self.finished.connect(self._end)
        if not self._by_browser:
            self.fields.start()

    def _end(self) -> None:
        self._over = True
        self._tasks.drop(self)

    def _say_waiting(self) -> None:
        status = next((s for s in self._desk.accounts() if s.account.id == self._account.id), None)
        n = status.on_its_way + status.parked if status else 0
        kept = numbered(self.tr("%Ln change(s) (is|are) waiting and will be sent afterwards.", "", n), n) if n else ""
        kept = kept or self.tr("Nothing is lost: contacts and settings of this account stay as they are.")
        self.waiting.setText(sentences(signed_in_words(self._account), kept))

    def _complete(self) -> bool:
        entered = any(self.fields.secrets().values())
        return self.fields.complete() or (self._by_browser and not entered)

    def _look(self) -> None:
        self.button.setEnabled(self._complete())
        self.trouble.say("")

    def _try(self) -> None:
        if self._complete():
            self._tasks.replace(self, self._reconnect(), what=self.tr("Reconnect"))

    async def _reconnect(self) -> None:
        self.button.setEnabled(False)
        self.button.setText(self.tr("Waiting for the browser…") if self._by_browser else self.tr("Signing in…"))
        secrets = self.fields.secrets() if self.fields.complete() else None
        try:
            await self._desk.reconnect(self._account.id, secrets, open_browser=self._browse)
        except DeskError as error:
            host = self._desk.host(self._account.provider, self._account.settings)
            form = Form(self._info, host, self.fields.titles())
            self.trouble.say(failure_words(error, form), error.detail or "")
        else:
            self.accept()
        finally:
            if not self._over:
                self.button.setText(self._does)
                self.button.setEnabled(self._complete())


def open_reconnect(
    parent: QWidget, desk: Desk, tasks: Tasks, account: Account, browse: Browse = open_target
) -> ReconnectDialog:
    """Open the dialog; it goes when it is done. `browse` opens the address of a sign-in with the browser."""
    dialog = ReconnectDialog(desk, tasks, account, parent.window(), browse)
    dialog.open()
    return dialog
