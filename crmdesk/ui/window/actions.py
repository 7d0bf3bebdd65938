"""Commands as actions: with keys, icons and menus, and a reason wherever one cannot be used now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from crmdesk.ui.keyboard.mnemonics import mark, plain
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.theme import SchemeChoice
from crmdesk.ui.window.shortcuts import COMMANDS, MENUS, Command, keys_of, pressed, say
from crmdesk.ui.wording.phrases import tooltip


class Actions(QObject):
    """The window's actions by the id of their command."""

    def __init__(self, window: QWidget, table: QWidget, do: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._why_not: dict[str, str] = {}  # of those that cannot be used now
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

    def assign(self, kept: Mapping[str, Sequence[str]], *, letters: bool) -> None:
        """Give commands the keys that the user chose; without `letters` none works by a letter alone."""
        for command in COMMANDS:
            keys = keys_of(command, kept)
            action = self._actions[command.id]
            action.setShortcuts(keys if letters else [key for key in keys if not _is_letter(key)])
            words = self._why_not.get(command.id, "")
            self.allow(command.id, action.isEnabled(), words)

    def keys(self, id_: str) -> list[QKeySequence]:
        """The keys that a command has now."""
        return self._actions[id_].shortcuts()

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def allow(self, id_: str, allowed: bool, why_not: str = "") -> None:
        """Let a command be used, or say in its tooltip why it cannot be now."""
        action = self._actions[id_]
        self._why_not[id_] = why_not
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


def _is_letter(key: QKeySequence) -> bool:
    keys = pressed(key)
    return not keys.keyboardModifiers() and keys.key() < Qt.Key.Key_Escape


def sync_menu(parent: QWidget, actions: Actions) -> QMenu:
    """What the button that syncs offers beside that."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for id_ in ("sync", "sync_account", "sync_full", "cancel", "pause", "outbox", "runs"):
        if id_ in ("pause", "outbox"):
            menu.addSeparator()
        menu.addAction(actions[id_])
    return menu


def theme_menu(parent: QWidget, chosen: SchemeChoice, choose: Callable[[SchemeChoice], None]) -> QMenu:
    """The choice between the system's colours, light and dark; each action bears its scheme."""
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
        action.setData(scheme.value)
        action.triggered.connect(lambda _=False, scheme=scheme: choose(scheme))
        group.addAction(action)
    return menu


def tick(menu: QMenu, value: str) -> None:
    """Tick the one of a menu's choices that bears that value, and untick the others."""
    for action in menu.actions():
        action.setChecked(action.data() == value)
