"""What was found out about an account: whose sign-in it is, and what its CRM's answers told; each can be forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import Desk, Setting
from crmdesk.domain.accounts import Account
from crmdesk.errors import DeskError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import one_line, sentences
from crmdesk.ui.wording.told import form_text, told

SLOT = "found"


def found_text(setting: Setting, text: str) -> str:
    """What was found, in words where the setting has some for it."""
    titles = dict(zip(setting.choices, setting.titles, strict=False))
    return one_line(form_text(titles.get(text, "")) or text.replace(",", ", "), 300)


class FoundDialog(QDialog):
    """Shows each thing that was found with a button that forgets it; the account signs in again for that."""

    def __init__(self, desk: Desk, tasks: Tasks, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._account = desk, tasks, account
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Detected settings of {name}").format(name=account.name))
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, wrap=True, parent=self))
        says = self.tr(
            "Every CRM is set up a little differently. These settings were detected from its answers; forget"
            " one, and it is detected again."
        )
        column.addWidget(Label(says, secondary=True, wrap=True, parent=self))
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(1, 1)
        column.addLayout(self.grid)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        self.all = self.buttons.addButton(self.tr("Forget all"), QDialogButtonBox.ButtonRole.ResetRole)
        self.all.clicked.connect(lambda: self._begin(()))
        for each in self.buttons.buttons():  # Enter forgets nothing
            if isinstance(each, QPushButton):
                each.setAutoDefault(False)
                each.setDefault(False)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.finished.connect(lambda _result: tasks.drop(SLOT))
        self.forget: dict[str, QPushButton] = {}
        self._show(account)

    def _show(self, account: Account) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.forget = {}
        if account.signed_in_as:
            self._add_row(self.tr("Signed in as"), account.signed_in_as)
        found = self._desk.found(account)
        for setting, text in found:
            title = form_text(setting.title)
            self._add_row(title, found_text(setting, text))
            button = QPushButton(self.tr("Forget"), self)
            button.setProperty("look", "quiet")
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Forget {what}").format(what=title))
            button.clicked.connect(partial(self._begin, (setting.key,)))
            self.grid.addWidget(button, self.grid.rowCount() - 1, 2, Qt.AlignmentFlag.AlignTop)
            self.forget[setting.key] = button
        self.all.setVisible(len(found) > 1)

    def _add_row(self, title: str, text: str) -> None:
        row = self.grid.rowCount()
        label = Label(title, secondary=True, parent=self)
        value = Label(text, wrap=True, parent=self)
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setAccessibleName(f"{title}: {text}")
        top = Qt.AlignmentFlag.AlignTop
        for widget in (label, value):
            widget.setContentsMargins(0, 7, 0, 5)
        self.grid.addWidget(label, row, 0, top)
        self.grid.addWidget(value, row, 1, top)

    def _begin(self, keys: Sequence[str], _checked: bool = False) -> None:
        self._tasks.replace(SLOT, self._forget(keys), what=self.tr("Forget the detected setting"))

    async def _forget(self, keys: Sequence[str]) -> None:
        buttons = [self.all, *self.forget.values()]
        for button in buttons:
            button.setEnabled(False)
        self.trouble.say("")
        try:
            self._show(await self._desk.forget_found(self._account.id, keys))
        except DeskError as error:
            self.trouble.say(sentences(told(error.why), told(error.next)))
        finally:
            for button in (self.all, *self.forget.values()):
                button.setEnabled(True)
