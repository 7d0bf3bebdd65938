"""Another name for an account."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account
from crmdesk.errors import UserInputError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import sentences
from crmdesk.ui.wording.told import told


class RenameDialog(QDialog):
    """Asks for the name; closes when the account has it."""

    def __init__(self, desk: Desk, tasks: Tasks, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._account = desk, tasks, account
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rename {name}").format(name=account.name))
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, wrap=True, parent=self))
        label = Label(self.tr("Name of this account"), size=FontSize.SMALL, secondary=True, parent=self)
        self.name = QLineEdit(account.name, self)
        self.name.setAccessibleName(label.text())
        label.setBuddy(self.name)
        column.addWidget(label)
        column.addWidget(self.name)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(lambda: tasks.start(self._rename(), what=self.tr("Rename the account")))
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.name.textChanged.connect(self._look)
        self.name.selectAll()
        self._look()

    def _look(self) -> None:
        self.trouble.say("")
        entered = self.name.text().strip()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(entered) and entered != self._account.name)

    async def _rename(self) -> None:
        try:
            await self._desk.set_account(self._account.id, name=self.name.text())
        except UserInputError as error:
            self.trouble.say(sentences(told(error.why), told(error.next) if error.next != error.remedy else ""))
        else:
            self.accept()
