"""Shortcuts: every command with its key, to be changed, with whoever has that key already, and the way back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from crmdesk.domain.settings import LETTERS, OFF, ON, SHORTCUTS, shortcuts_from
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.settings.page import SettingsPage
from crmdesk.ui.settings.rows import ButtonRow, Row
from crmdesk.ui.settings.shortcuts.clashes import Clash, Whose, clash
from crmdesk.ui.settings.shortcuts.key_button import NATIVE, KeyButton
from crmdesk.ui.window.shortcuts import COMMANDS, MENUS, Command, keys_of, say
from crmdesk.ui.wording.phrases import tooltip
from crmdesk.ui.wording.settings import Page, Told, told

PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeysRow(Row):
    """One command; `wanted(sequence)`, `taken(sequence)` when another one is to lose it, `reset_asked`."""

    wanted = Signal(QKeySequence)
    taken = Signal(QKeySequence)
    reset_asked = Signal()

    def __init__(self, command: Command, parent: QWidget) -> None:
        title = say(command.title).rstrip("…")
        super().__init__(Told(f"{SHORTCUTS}.{command.id}", Page.SHORTCUTS, title, also=say(command.menu)), parent)
        self.command, self._asked = command, QKeySequence()
        self.button = KeyButton(title, self)
        self.button.captured.connect(self.wanted)
        self.reset = QToolButton(self)
        self.reset.setIcon(icon("undo", "secondary"))
        self.reset.setProperty("look", "quiet")
        self.reset.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        usual = ", ".join(key.toString(NATIVE) for key in command.sequences) or self.tr("None")
        says = self.tr("Back to {keys}: {command}").format(keys=usual, command=title)
        self.reset.setAccessibleName(says)
        self.reset.setToolTip(tooltip(says))
        self.reset.clicked.connect(self.reset_asked)
        line = QHBoxLayout()
        line.addWidget(Label(title, wrap=True, parent=self), 1)
        line.addWidget(self.reset)
        line.addWidget(self.button)
        self.remark = Remark("warning", Tone.AMBER, self)
        self.take = QPushButton(self.tr("Use it here instead"), self)
        self.take.setProperty("look", "amber")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(lambda: self.taken.emit(self._asked))
        self.column.setContentsMargins(0, 0, 0, GRID // 2)
        self.column.addLayout(line)
        self.column.addWidget(self.remark)
        self.column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTrailing)
        self.take.hide()

    def show_keys(self, keys: list[QKeySequence]) -> None:
        """Show the command's keys; the way back where they are not its own."""
        self.button.show_keys(keys)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.reset.setVisible(keys != self.command.sequences)

    def warn(self, text: str, asked: QKeySequence | None = None) -> None:
        """Say who has that key already; with `asked`, offer to take it."""
        self.remark.say(text)
        self.take.setVisible(asked is not None)
        if asked is not None:
            self._asked = asked
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def searched(self) -> str:
        return f"{super().searched()} {self.button.text()} {told(SHORTCUTS).also}"

    def first(self) -> QWidget:
        return self.button


class ShortcutsPage(SettingsPage):
    """See the module."""

    page = Page.SHORTCUTS

    def build(self) -> None:
        self.switch(LETTERS, ON, OFF)
        head = ButtonRow(told(SHORTCUTS), self.tr("Reset all keys"), self.ground)
        head.pressed.connect(lambda: self._keep({}))
        self.reset = head.button
        self.add(head)
        self._headings: list[tuple[Label, list[KeysRow]]] = []
        for menu in MENUS:
            rows = [KeysRow(command, self.ground) for command in COMMANDS if command.menu == menu]
            heading = Label(say(menu), size=FontSize.SMALL, strong=True, secondary=True, parent=self.ground)
            heading.setContentsMargins(0, 2 * GRID, 0, GRID)
            self.column.addWidget(heading)
            for row in rows:
                self.add(row)
                row.wanted.connect(partial(self._want, row))
                row.taken.connect(partial(self._take, row))
                row.reset_asked.connect(partial(self._reset, row))
            self._headings.append((heading, rows))
        self._show()

    def refresh(self) -> None:
        super().refresh()
        self._show()

    def search(self, text: str) -> int:
        found = super().search(text)
        for heading, rows in self._headings:
            heading.setVisible(any(not row.isHidden() for row in rows))
        return found

    def _kept(self) -> Mapping[str, Sequence[str]]:
        return shortcuts_from(self.desk.setting(SHORTCUTS)) or {}

    def _keys(self) -> dict[str, list[QKeySequence]]:
        kept = self._kept()
        return {command.id: keys_of(command, kept) for command in COMMANDS}

    def _show(self) -> None:
        keys = self._keys()
        for row in (row for row in self.rows if isinstance(row, KeysRow)):
            held = keys[row.command.id]
            row.show_keys(held)
            found = [one for key in held if (one := clash(row.command, key, keys)) is not None]
            system = bool(found) and found[0].whose is Whose.SYSTEM
            row.warn(self._words(found[0], held[0]) if system else "")
        self.reset.setEnabled(bool(self._kept()))

    def _want(self, row: KeysRow, asked: QKeySequence) -> None:
        self._show()
        found = None if asked.isEmpty() else clash(row.command, asked, self._keys())
        if found is None or found.whose is Whose.SYSTEM:
            self._give(row, asked)
        if found is not None and found.whose is not Whose.SYSTEM:
            row.warn(self._words(found, asked), asked if found.whose is Whose.COMMAND else None)

    def _words(self, found: Clash, asked: QKeySequence) -> str:
        keys = asked.toString(NATIVE)
        match found.whose:
            case Whose.COMMAND:
                other = next(one for one in COMMANDS if one.id == found.command)
                text = self.tr("{keys} is “{command}” already.")
                return text.format(keys=keys, command=say(other.title).rstrip("…"))
            case Whose.WINDOW:
                return self.tr("{keys} belongs to the window itself and was not taken.").format(keys=keys)
            case Whose.TYPING:
                return self.tr("{keys} is needed for typing and was not taken.").format(keys=keys)
        return self.tr("{keys} usually belongs to the system, and may not arrive here.").format(keys=keys)

    def _give(self, row: KeysRow, keys: QKeySequence, loser: str = "") -> None:
        kept = dict(self._kept())
        kept[row.command.id] = [] if keys.isEmpty() else [keys.toString(PORTABLE)]
        if loser:
            kept[loser] = [key.toString(PORTABLE) for key in self._keys()[loser] if key != keys]
        self._keep(kept)

    def _take(self, row: KeysRow, keys: QKeySequence) -> None:
        found = clash(row.command, keys, self._keys())
        self._give(row, keys, found.command if found is not None else "")
        row.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self, row: KeysRow) -> None:
        """Give a command its own keys back; whoever has one of them by now loses it."""
        kept = {id_: list(keys) for id_, keys in self._kept().items() if id_ != row.command.id}
        for command in COMMANDS:
            if command.id != row.command.id and any(key in row.command.sequences for key in keys_of(command, kept)):
                left = [key for key in keys_of(command, kept) if key not in row.command.sequences]
                kept[command.id] = [key.toString(PORTABLE) for key in left]
        self._keep(kept)
        row.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, kept: Mapping[str, Sequence[str]]) -> None:
        usual = {command.id: [key.toString(PORTABLE) for key in command.sequences] for command in COMMANDS}
        others = {id_: list(keys) for id_, keys in kept.items() if list(keys) != usual.get(id_)}
        self.keeper.keep(SHORTCUTS, json.dumps(others, sort_keys=True) if others else "")
