"""Commands as actions: with keys, icons and menus, and a reason wherever one cannot be used now."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from crmdesk.ui.keyboard.mnemonics import mark, plain
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.theme import SchemeChoice
from crmdesk.ui.window.shortcuts import COMMANDS, MENUS, Command, say
from crmdesk.ui.wording.phrases import tooltip


class Actions(QObject):
    """The window's actions by the id of their command."""

    def __init__(self, window: QWidget, table: QWidget, do: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = self._made(command, window)
            action.triggered.connect(lambda _=False, act=do[command.id]: act())
            if command.table:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                table.addAction(action)
            else:
                window.addAction(action)
            self._actions[command.id] = action

    def _made(self, command: Command, window: QWidget) -> QAction:
        action = QAction(say(command.title), self)
        action.setShortcuts(command.sequences)
        action.setCheckable(command.checkable)
        if command.icon:
            action.setIcon(icon(command.icon, "secondary"))
        if command.id == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if command.id == "about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        return action

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def allow(self, id_: str, allowed: bool, why_not: str = "") -> None:
        """Let a command be used, or say in its tooltip why it cannot be now."""
        action = self._actions[id_]
        action.setEnabled(allowed)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = plain(action.text()).rstrip("…")
        action.setToolTip(tooltip(why_not if not allowed and why_not else f"{words} ({keys})" if keys else words))

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Build the menus; they are returned by name, so that places and themes can be added."""
        menus = {}
        for name in MENUS:
            menu = bar.addMenu(say(name))
            menu.setToolTipsVisible(True)
            for command in COMMANDS:
                if command.menu == name:
                    if command.rule:
                        menu.addSeparator()
                    menu.addAction(self._actions[command.id])
            menus[name] = menu
        mark(bar.actions())
        return menus


def theme_menu(parent: QWidget, chosen: SchemeChoice, choose: Callable[[SchemeChoice], None]) -> QMenu:
    """The choice between the system's colours, light and dark."""
    menu = QMenu(say("Theme"), parent)
    group = QActionGroup(menu)
    for scheme, title in (
        (SchemeChoice.SYSTEM, "Follow the system"),
        (SchemeChoice.LIGHT, "Light"),
        (SchemeChoice.DARK, "Dark"),
    ):
        action = menu.addAction(say(title))
        action.setCheckable(True)
        action.setChecked(scheme is chosen)
        action.triggered.connect(lambda _=False, scheme=scheme: choose(scheme))
        group.addAction(action)
    return menu
