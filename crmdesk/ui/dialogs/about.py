"""About this program: version, commit, libraries with their licences, folders; all of it can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crmdesk.ui.look.badges import Sign
from crmdesk.ui.look.icons import Tint
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID

if TYPE_CHECKING:
    from crmdesk.desk.about import About

LOGO = 56  # device-independent pixels
SIZE = (560, 520)


class AboutDialog(QDialog):
    """Stops nothing else of the program; what it says is plain text that can be selected."""

    def __init__(self, owner: QWidget, found: About) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About CRM Desk"))
        self._facts = self._list(found)
        libraries = QPlainTextEdit("\n".join(f"{one.name} {one.version} · {one.licence}" for one in found.libraries))
        libraries.setReadOnly(True)
        libraries.setAccessibleName(self.tr("Libraries and their licences"))
        libraries.setTabChangesFocus(True)
        self._libraries = libraries
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(self._head(found))
        layout.addLayout(self._grid())
        layout.addWidget(Label(self.tr("Libraries and their licences"), size=FontSize.SMALL, strong=True))
        layout.addWidget(libraries, 1)
        layout.addLayout(self._buttons())
        self.resize(*SIZE)

    def _head(self, found: About) -> QHBoxLayout:
        logo = Sign("logo", Tint.ACCENT, self, size=LOGO)
        words = QVBoxLayout()
        words.addWidget(Label(self.tr("CRM Desk"), size=FontSize.TITLE, strong=True))
        words.addWidget(Label(self.tr("Version {version} · MIT licence").format(version=found.version)))
        words.addWidget(Label(self.tr("All your CRMs in one window."), secondary=True))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(logo)
        row.addLayout(words, 1)
        return row

    def _list(self, found: About) -> list[tuple[str, str]]:
        names = {
            "profile": self.tr("Profile"),
            "backups": self.tr("Backups"),
            "logs": self.tr("Logs"),
            "program": self.tr("Program"),
        }
        return [
            (self.tr("Version"), found.version),
            (self.tr("Built from"), found.commit or self.tr("its source, as it lies here")),
            (self.tr("System"), found.system),
            ("Python", found.python),
            ("Qt", qVersion()),
            ("SQLite", found.sqlite),
            (self.tr("Database"), self.tr("version {number}").format(number=found.database)),
            *((names[key], place) for key, place in found.folders),
        ]

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._facts[1:]):  # the version stands above
            grid.addWidget(Label(name, secondary=True), row, 0, Qt.AlignmentFlag.AlignTop)
            said = Label(value, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(said, row, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        copy, close = QPushButton(self.tr("Copy")), QPushButton(self.tr("Close"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.told()))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        close.setFocus()
        return row

    def told(self) -> str:
        """All that it says, as it is copied."""
        facts = "\n".join(f"{name}: {value}" for name, value in self._facts)
        return f"CRM Desk\n{facts}\n\n{self._libraries.toPlainText()}\n"
