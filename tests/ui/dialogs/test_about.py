"""About: what the program is made of, true for this very installation, and ready to be copied into a report."""

from __future__ import annotations

import importlib.metadata
import sqlite3
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmdesk import __version__
from crmdesk.desk.about import about
from crmdesk.system.paths import Profile
from crmdesk.ui.dialogs.about import AboutDialog


def test_every_library_is_named_with_its_version_and_a_licence(tmp_path: Path) -> None:
    found = about(Profile.at(tmp_path))
    assert {"httpx", "peewee", "PySide6_Essentials", "cryptography"} <= {one.name for one in found.libraries}
    assert "pytest" not in {one.name for one in found.libraries}
    assert [one.name for one in found.libraries if not one.licence or one.licence == "not told"] == []
    assert [one for one in found.libraries if one.version != importlib.metadata.version(one.name)] == []


def test_what_it_says_is_copied_whole(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = AboutDialog(owner, about(Profile.at(tmp_path)))
    dialog.open()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy").click()
    copied = QGuiApplication.clipboard().text()
    for part in (__version__, qVersion(), sqlite3.sqlite_version, str(tmp_path), "httpx", "LGPL"):
        assert part in copied
    dialog.close()
