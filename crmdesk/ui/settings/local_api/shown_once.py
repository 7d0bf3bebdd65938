"""What is shown once and never again: a key or a hook's secret, with what to do with it, each part to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID

LINE = 32  # characters that surely fit beside the button


class ShownOnce(QDialog):
    """Parts are (what it is, its text); closing it is the end of them."""

    def __init__(self, title: str, says: str, parts: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(max(560, self.fontMetrics().averageCharWidth() * 64))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Label(title, size=FontSize.TITLE, strong=True, wrap=True, parent=self))
        column.addWidget(Label(says, wrap=True, parent=self))
        self.copies: dict[str, QPushButton] = {}
        for name, text in parts:
            column.addWidget(Label(name, size=FontSize.SMALL, secondary=True, parent=self))
            column.addLayout(self._part(name, text))
        close = QPushButton(self.tr("I have kept it"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addSpacing(GRID)
        column.addLayout(foot)
        self.setMinimumHeight(column.totalHeightForWidth(self.minimumWidth()))
        next(iter(self.copies.values())).setFocus()

    def _part(self, name: str, text: str) -> QHBoxLayout:
        shown = QPlainTextEdit(text, self)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(name)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF())
        shown.setFont(fixed)
        lines = min(6, sum(1 + len(line) // LINE for line in text.splitlines()))
        shown.setFixedHeight(shown.fontMetrics().lineSpacing() * lines + 3 * GRID)
        copy = QPushButton(self.tr("Copy"), self)
        copy.setAccessibleName(self.tr("Copy: {name}").format(name=name))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self.copies[name] = copy
        row = QHBoxLayout()
        row.addWidget(shown, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return row
