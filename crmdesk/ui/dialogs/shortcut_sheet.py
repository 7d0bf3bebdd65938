"""The sheet of all keyboard shortcuts, with a search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.window.shortcuts import COMMANDS, IN_THE_LIST, MENUS, say


class ShortcutSheet(QDialog):
    """All keys, by menu, and those of the list."""

    def __init__(self, parent: QWidget, keys_now: Callable[[str], list[QKeySequence]]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._keys_now = keys_now
        self._lines: list[tuple[str, tuple[Label, Label]]] = []
        find = QLineEdit()
        find.setPlaceholderText(self.tr("Find a shortcut"))
        find.setAccessibleName(self.tr("Find a shortcut"))
        find.textChanged.connect(self._filter)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setHorizontalSpacing(4 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(0, 1)
        self._fill()
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (find, area, buttons):
            layout.addWidget(widget)
        self.resize(460, 620)

    def _fill(self) -> None:
        groups = [(say(menu), self._keys(menu)) for menu in MENUS]
        listed = [(say(title), keys) for title, keys in IN_THE_LIST]
        for title, keys in [(self.tr("In the list"), listed), *groups]:
            if not keys:
                continue
            heading = Label(title, size=FontSize.SMALL, strong=True, secondary=True)
            heading.setContentsMargins(0, 2 * GRID if self._grid.rowCount() > 1 else 0, 0, 0)
            self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
            for name, combination in keys:
                row = self._grid.rowCount()
                words, key = Label(name), Label(combination, secondary=True)
                self._grid.addWidget(words, row, 0)
                self._grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
                self._lines.append((f"{name} {combination}".casefold(), (words, key)))
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _keys(self, menu: str) -> list[tuple[str, str]]:
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (say(command.title).rstrip("…"), keys[0].toString(native))
            for command in COMMANDS
            if command.menu == menu and command.sheet and (keys := self._keys_now(command.id))
        ]

    def shown(self) -> list[tuple[str, str]]:
        """The commands and keys that are listed now."""
        return [(words.text(), key.text()) for _, (words, key) in self._lines if not words.isHidden()]

    def _filter(self, text: str) -> None:
        for words, widgets in self._lines:
            for widget in widgets:
                widget.setVisible(text.casefold() in words)
