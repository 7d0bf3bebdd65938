"""Where the files of the profile lie: each folder can be opened, and its path copied."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from crmdesk.system.paths import Profile
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tokens import GRID, HALF
from crmdesk.ui.settings.rows import Row
from crmdesk.ui.wording.phrases import tooltip
from crmdesk.ui.wording.settings import FOLDERS, told


class FoldersRow(Row):
    """`unanswered` when no file manager opened a folder."""

    unanswered = Signal()

    def __init__(self, profile: Profile, parent: QWidget) -> None:
        super().__init__(told(FOLDERS), parent)
        self.column.addWidget(Label(self.told.title, parent=self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(HALF)
        grid.setColumnStretch(1, 1)
        places = (
            (self.tr("Profile"), profile.root),
            (self.tr("Database"), profile.database),
            (self.tr("Backups"), profile.backups),
            (self.tr("Logs"), profile.logs),
        )
        self._buttons: list[QToolButton] = []
        for line, (name, path) in enumerate(places):
            grid.addWidget(Label(name, secondary=True, parent=self), line, 0)
            grid.addWidget(Label(str(path), elided=True, parent=self), line, 1)
            folder = path.parent if path == profile.database else path
            opening = self._button("external", self.tr("Open the folder: {name}").format(name=name))
            opening.clicked.connect(partial(self._open, folder))
            copying = self._button("copy", self.tr("Copy the path: {name}").format(name=name))
            copying.clicked.connect(partial(self._copy, path))
            grid.addWidget(opening, line, 2)
            grid.addWidget(copying, line, 3)
        self.column.addLayout(grid)

    def _button(self, sign: str, says: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(sign, "secondary"))
        button.setProperty("look", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(says)
        button.setToolTip(tooltip(says))
        self._buttons.append(button)
        return button

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self.unanswered.emit()

    def _copy(self, path: Path) -> None:
        QGuiApplication.clipboard().setText(str(path))

    def first(self) -> QWidget:
        return self._buttons[0]
