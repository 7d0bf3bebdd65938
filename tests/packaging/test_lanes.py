"""The lanes of `dev.py test` provide what the tests marked for them rely on."""

import os

import keyring
import pytest
from keyring.backends.SecretService import Keyring
from keyring.errors import NoKeyringError
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


@pytest.mark.secretservice
def test_the_keyring_lane_has_an_unlocked_secret_service() -> None:
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]  # keyring annotates its front, not its back-ends
    keyring.set_password("crmdesk-lane", "somebody", "ключ")
    assert keyring.get_password("crmdesk-lane", "somebody") == "ключ"
    keyring.delete_password("crmdesk-lane", "somebody")
    assert keyring.get_password("crmdesk-lane", "somebody") is None


@pytest.mark.xvfb
def test_the_window_lane_shows_real_windows(qtbot: QtBot) -> None:
    label = QLabel("shown")
    qtbot.addWidget(label)
    with qtbot.waitExposed(label):
        label.show()
    assert QGuiApplication.platformName() == "xcb"


def test_the_main_lane_has_no_keychain_no_screen_and_no_font_but_its_own(qapp: QGuiApplication) -> None:
    with pytest.raises(NoKeyringError):
        keyring.get_password("crmdesk-lane", "somebody")
    assert QGuiApplication.platformName() == "offscreen"
    assert QFontInfo(QGuiApplication.font()).family() == "Desk Test Sans"
    assert not [name for name in QFontDatabase.families() if "DejaVu" in name or "Noto" in name]
    assert QGuiApplication.primaryScreen().devicePixelRatio() == 1
    assert not {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"} & set(os.environ)
