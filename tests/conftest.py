"""Every test works in a home of its own, reaches nothing beyond this machine, and is judged by the strict run."""

from __future__ import annotations

import gc
import ipaddress
import json
import os
import random
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

pytest_plugins = ["tests.strict_run"]

LANES = {"secretservice": "secret service", "xvfb": "real X window"}
PROVIDED = {"CRMDESK_CONVEX": "Convex's npm client", "CRMDESK_OFFICE": "LibreOffice"}  # by dev.py, for single tests
# A worker of xdist inherits what its parent has isolated already; the parent hands the first environment down.
OUTSIDE: dict[str, str] = json.loads(os.environ.get("OUTSIDE_ENVIRONMENT", "null")) or dict(os.environ)
HOME = Path(tempfile.mkdtemp(prefix="crmdesk-tests-"))
FONTS = Path(__file__).parent / "fonts"
KEPT = ("CRMDESK_TEST_LANE", "QT_QPA_PLATFORM")
FONT_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{home}/cache/fonts</cachedir></fontconfig>
"""


def _isolate() -> None:
    """Before the project is imported: no home, keychain, bus, display, proxy, font, language or setting is near."""
    lane = os.environ.get("CRMDESK_TEST_LANE")
    for name in list(os.environ):
        if name.upper().endswith("_PROXY") or (name.startswith(("CRMDESK_", "QT_", "QML")) and name not in KEPT):
            del os.environ[name]
    for name in [name for name in os.environ if name.startswith(("LANG", "LC_"))]:
        del os.environ[name]
    os.environ["LC_ALL"] = "C.UTF-8"  # whoever tests a language sets it
    os.environ.pop("ENCRYPTION_KEY", None)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as for all that a shell starts in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ["OUTSIDE_ENVIRONMENT"] = json.dumps(OUTSIDE)
    for name, place in {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "run",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
    }.items():
        (HOME / place).mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(HOME / place)
    settings_file = HOME / "fonts.conf"
    settings_file.write_text(FONT_SETTINGS.format(fonts=escape(str(FONTS)), home=escape(str(HOME))), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(settings_file)
    os.environ["QT_QPA_FONTDIR"] = str(FONTS)  # where Qt is built without fontconfig
    if lane != "secretservice":
        os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    if lane != "xvfb":
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            os.environ.pop(name, None)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _stay_on_this_machine(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = str(arguments[1][0]).partition("%")[0]
        if not _is_local(host):
            raise ConnectionRefusedError(f"tests stay on this machine; refused to connect to {host}")
    elif event == "socket.getaddrinfo" and arguments[0] is not None:
        host = arguments[0].decode("ascii", "replace") if isinstance(arguments[0], bytes) else str(arguments[0])
        if not _is_local(host.partition("%")[0]):
            raise socket.gaierror(socket.EAI_NONAME, f"tests ask no name server; {host} is unknown here")


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in ("localhost", "")


_isolate()
from tests.descriptions import missing  # noqa: E402 # it asks the environment that the isolation leaves
from tests.laws import register_profiles  # noqa: E402 # as the line above

sys.addaudithook(_stay_on_this_machine)
register_profiles()


# What ran, and what did not


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """A lane reads those files alone in which its marker stands: reading all takes longer than its tests."""
    lane = os.environ.get("CRMDESK_TEST_LANE")
    if lane not in LANES or not collection_path.name.startswith("test_") or collection_path.suffix != ".py":
        return None
    return f"pytest.mark.{lane}" not in collection_path.read_text(encoding="utf-8") or None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of another lane, and say so in the summary; put them in the order that was asked for."""
    lane = os.environ.get("CRMDESK_TEST_LANE")
    foreign = {marker for marker in LANES if marker != lane}
    left_out = [item for item in items if any(item.get_closest_marker(marker) for marker in foreign)]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
    markers = {marker for item in left_out for marker in foreign if item.get_closest_marker(marker)}
    config.stash[_LEFT_OUT] = sorted(markers)
    if order := OUTSIDE.get("CRMDESK_TEST_ORDER"):
        _shuffle(items, random.Random(int(order)))


def pytest_collection_finish() -> None:
    """What is here by now stays, so that no collection of garbage needs to look through it again."""
    gc.collect()
    gc.freeze()


def _shuffle(items: list[pytest.Item], chance: random.Random) -> None:
    """Files in any order, and the tests of a file in any order; a file stays together for the sake of its fixtures."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    shuffled = list(files.values())
    chance.shuffle(shuffled)
    for tests in shuffled:
        chance.shuffle(tests)
    items[:] = [item for tests in shuffled for item in tests]


_LEFT_OUT = pytest.StashKey[Iterable[str]]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name what was not run: what dev.py could not provide for, and what only dev.py provides for."""
    lines = OUTSIDE.get("CRMDESK_NOT_RUN", "").splitlines()
    if "CRMDESK_NOT_RUN" not in OUTSIDE:
        # xdist's controller collects nothing itself, so there every lane is named
        lines += [f"not run: {LANES[lane]} (dev.py test provides it)" for lane in config.stash.get(_LEFT_OUT, LANES)]
        lines += [
            f"not run: {what} (dev.py test provides it)" for name, what in PROVIDED.items() if name not in OUTSIDE
        ]
    lines += missing()
    for line in lines:
        terminalreporter.write_line(line)


def pytest_unconfigure() -> None:
    """The home of this run goes with it."""
    shutil.rmtree(HOME, ignore_errors=True)


# Places


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The directory of a profile that does not exist yet."""
    return tmp_path / "profile"


@pytest.fixture(scope="session")
def outside() -> dict[str, str]:
    """The environment as it was before the isolation, for tests that start installers."""
    return dict(OUTSIDE)
