"""Waiting for the browser: the sign-in of a CRM that asks for its password itself, on its own page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.card.field_editors.line import open_target
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize

Browse = Callable[[str], bool]


class BrowserWait(QWidget):
    """Says that the browser has the word, and offers its address again; `browse` opens an address."""

    asked_again = Signal()

    def __init__(self, crm: str, browse: Browse = open_target, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._browse = browse
        self._address = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        title = self.tr("Sign in in your browser")
        column.addWidget(Label(title, size=FontSize.TITLE, strong=True, wrap=True, parent=self))
        says = self.tr(
            "You enter your password on {crm}’s own page; CRM Desk never sees it. Allow access there, then"
            " come back here."
        )
        column.addWidget(Label(says.format(crm=crm), wrap=True, parent=self))
        column.addSpacing(8)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Waiting for the browser"))
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.again = self._button(self.tr("Open the page again"), "external", self._open)
        self.copy = self._button(self.tr("Copy its address"), "copy", self._copy)
        for button in (self.again, self.copy):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        note = Remark("clock", Tone.QUIET, self)
        note.say(self.tr("CRM Desk waits a few minutes. Nothing is saved yet, and “Back” cancels."))
        column.addWidget(note)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        self.retry = QPushButton(self.tr("Try again"), self)
        self.retry.clicked.connect(self.asked_again)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self._set_waiting(True)

    def _button(self, text: str, sign: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("look", "link")
        button.setAutoDefault(False)
        button.setIcon(icon(sign, "accent"))
        button.clicked.connect(act)
        return button

    def begin(self) -> None:
        """Wait (again)."""
        self._address = ""
        self.trouble.say("")
        self._set_waiting(True)

    def open(self, address: str) -> bool:
        """Open the sign-in's address; where no browser can be, the address can still be copied."""
        self._address = address
        self.again.setEnabled(True)
        self.copy.setEnabled(True)
        if not self._browse(address):
            self.trouble.say(self.tr("No browser could be opened. Copy the address and open it yourself."))
        return True

    def fail(self, text: str, more: str = "") -> None:
        """Say why it came to nothing, and offer another try."""
        self._set_waiting(False)
        self.trouble.say(text, more)
        self.retry.setFocus()

    def _set_waiting(self, waiting: bool) -> None:
        self.bar.setVisible(waiting)
        self.retry.setVisible(not waiting)
        for button in (self.again, self.copy):
            button.setVisible(waiting)
            button.setEnabled(bool(self._address))

    def _open(self) -> None:
        self._browse(self._address)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
