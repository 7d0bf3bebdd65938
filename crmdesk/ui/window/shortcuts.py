"""The window's commands: words, keys and menus, in one table that menus, shortcuts and the shortcut sheet read."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QKeyCombination
from PySide6.QtGui import QKeySequence

from crmdesk.frozen import dataclass

MENUS = ("File", "Edit", "View", "Contact", "Sync", "Help")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the window does. `keys` on Windows and Linux, `mac` where macOS differs; `table`: only in the list."""

    id: str
    menu: str
    title: str
    keys: tuple[str, ...] = ()
    mac: tuple[str, ...] = ()
    icon: str = ""
    table: bool = False
    checkable: bool = False
    rule: bool = False  # a separator before it
    sheet: bool = True

    @property
    def sequences(self) -> list[QKeySequence]:
        """Its keys on this platform."""
        keys = self.mac if self.mac and sys.platform == "darwin" else self.keys
        return [QKeySequence(key) for key in keys]


COMMANDS: Sequence[Command] = (
    Command("new", "File", "New contact", ("Ctrl+N",), icon="add"),
    Command("connect", "File", "Connect a CRM…", icon="plug"),
    Command("import", "File", "Import…", ("Ctrl+Shift+I",), icon="download", rule=True),
    Command("imports", "File", "History of imports…", icon="history"),
    Command("export", "File", "Export…", ("Ctrl+Shift+S",), icon="external"),
    Command("backup", "File", "Back up…", icon="download", rule=True),
    Command("check_database", "File", "Check the database", icon="shield"),
    Command("leave_demo", "File", "Leave demo", rule=True, sheet=False),
    Command("quit", "File", "Quit", ("Ctrl+Q",), rule=True),
    Command("undo", "Edit", "Undo", ("Ctrl+Z",), icon="undo"),
    Command("redo", "Edit", "Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), ("Ctrl+Shift+Z",), icon="redo"),
    Command("changes", "Edit", "History of changes…", ("Ctrl+H",), ("Ctrl+Y",), icon="history"),
    Command("copy", "Edit", "Copy rows", ("Ctrl+C",), icon="copy", table=True, rule=True),
    Command("copy_emails", "Edit", "Copy emails", ("Ctrl+Shift+C",), icon="mail"),
    Command("paste", "Edit", "Paste rows…", ("Ctrl+V",), icon="download", table=True),
    Command("select_all", "Edit", "Select all", ("Ctrl+A",), table=True),
    Command("palette", "Edit", "Command palette…", ("Ctrl+K",), icon="compass", rule=True),
    Command("find", "Edit", "Search", ("Ctrl+F",), icon="search", rule=True),
    Command("filter", "View", "Add a filter…", ("Ctrl+Shift+L",), icon="filter", rule=True),
    Command("save_view", "View", "Save as view…", icon="pin"),
    Command("settings", "Edit", "Settings…", ("Ctrl+,",), icon="settings", rule=True),
    Command("sidebar", "View", "Sidebar", ("F9",), ("Meta+Ctrl+S",), checkable=True),
    Command("panel", "View", "Sync panel", ("Ctrl+J",), checkable=True),
    Command("editor", "View", "Editor", ("Ctrl+Shift+E",), checkable=True),
    Command("editor_below", "View", "Editor below the list", checkable=True, sheet=False),
    Command("columns", "View", "Columns…", icon="columns", rule=True),
    Command("text_larger", "View", "Larger text", ("Ctrl++", "Ctrl+="), rule=True),
    Command("text_smaller", "View", "Smaller text", ("Ctrl+-",)),
    Command("text_usual", "View", "Usual text size", ("Ctrl+0",)),
    Command("edit", "Contact", "Edit", ("Shift+F2",), icon="edit"),
    Command("edit_cell", "Contact", "Edit in the list", ("F2",), table=True),
    Command("tag", "Contact", "Tag…", ("T",), icon="tag", table=True),
    Command("tags", "Contact", "All tags…", icon="tag"),
    Command("save", "Contact", "Save", ("Ctrl+S",), icon="check"),
    Command("save_next", "Contact", "Save and go to the next", ("Ctrl+Return",)),
    Command("previous", "Contact", "Previous contact", ("Alt+Up",), ("Alt+Ctrl+Up",), icon="up", rule=True),
    Command("next", "Contact", "Next contact", ("Alt+Down",), ("Alt+Ctrl+Down",), icon="down"),
    Command("back", "Contact", "Back", ("Alt+Left", "Back"), ("Ctrl+[", "Back"), icon="left", rule=True),
    Command("forward", "Contact", "Forward", ("Alt+Right", "Forward"), ("Ctrl+]", "Forward"), icon="right"),
    Command("link", "Contact", "Link as one…", ("Ctrl+M",), ("Shift+Ctrl+M",), icon="link", rule=True),
    Command("matches", "Contact", "Same person?", ("Ctrl+Shift+D",), icon="people"),
    Command("delete", "Contact", "Move to trash", ("Del",), ("Ctrl+Backspace",), icon="trash", table=True, rule=True),
    Command("restore", "Contact", "Restore from trash", icon="restore"),
    Command("delete_for_good", "Contact", "Delete for good…", ("Shift+Del",), table=True),
    Command("sync", "Sync", "Sync now", ("F5",), ("Ctrl+R",), icon="sync"),
    Command("sync_account", "Sync", "Sync this account", ("Shift+F5",), ("Shift+Ctrl+R",)),
    Command("sync_full", "Sync", "Compare everything"),
    Command("cancel", "Sync", "Cancel the sync", icon="stop"),
    Command("pause", "Sync", "Pause this account", ("Ctrl+Shift+P",), icon="pause", rule=True),
    Command("outbox", "Sync", "Waiting changes", icon="outbox", rule=True),
    Command("conflicts", "Sync", "Changed in both places", icon="fork"),
    Command("problems", "Sync", "Problems", icon="warning"),
    Command("runs", "Sync", "History of syncs", icon="history"),
    Command("shortcuts", "Help", "Keyboard shortcuts", ("Ctrl+?",), icon="keyboard"),
    Command("open_logs", "Help", "Open log folder", icon="note", rule=True),
    Command("about", "Help", "About CRM Desk", icon="info"),
)


def keys_of(command: Command, kept: Mapping[str, Sequence[str]]) -> list[QKeySequence]:
    """A command's keys as they are now: those that the user gave it, else its own."""
    return [QKeySequence(key) for key in kept[command.id]] if command.id in kept else command.sequences


IN_THE_LIST: Sequence[tuple[str, str]] = (
    ("Search", "/"),
    ("Open the editor", "Return"),
    ("To the cell before, after", "Left, Right"),
    ("In a cell: save and go down, right, left", "Return, Tab, Shift+Tab"),
    ("First, last contact", "Home, End"),
    ("One screen up, down", "PgUp, PgDown"),
    ("Select more", "Shift+Up, Shift+Down"),
    ("Clear selection or search, leave the card", "Esc"),
    ("Menus", "F10, Alt"),
)


def pressed(keys: QKeySequence) -> QKeyCombination:
    """The first keys of a sequence; those of the window have no second ones."""
    first: QKeyCombination = keys[0]  # type: ignore[index]  # PySide's stubs lack what Qt has
    return first


def say(text: str) -> str:
    """A command's or menu's words in the user's language."""
    return QCoreApplication.translate("Commands", text)
