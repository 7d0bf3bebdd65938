"""The strict run catches what it promises to catch: each fault is planted once in a run of its own."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLANTED = """
import asyncio, logging, os, socket, sqlite3, threading
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QTimer, qWarning

stop = threading.Event()


@pytest.fixture(scope="module", autouse=True)
def lasting_thread():
    thread = threading.Thread(target=stop.wait)
    thread.start()
    yield
    stop.set()
    thread.join()


def test_bad_log(): logging.getLogger("x").warning("unforeseen")
def test_bad_log_in_teardown(request): request.addfinalizer(lambda: logging.getLogger("x").error("late"))
def test_bad_thread(): threading.Thread(target=stop.wait, name="left").start()
def test_bad_timer(qapp):
    timer = QTimer(qapp)
    timer.start(1000)
async def test_bad_task(): asyncio.create_task(asyncio.sleep(60))
def test_bad_connection(): socket.create_connection(("192.0.2.1", 80), timeout=1)
async def test_bad_async_connection(): await asyncio.open_connection("192.0.2.1", 80)
def test_bad_qt_message(qapp): qWarning("from Qt")
def test_bad_database(): sqlite3.connect(":memory:", check_same_thread=False)
def test_bad_keyring(): keyring.set_password("service", "user", "secret")


def test_good_log(allowed_logs):
    allowed_logs.add("^WARNING x: .*foreseen")
    logging.getLogger("x").warning("foreseen")
@pytest.mark.allowed_logs("foreseen")
def test_good_marked_log(): logging.getLogger("x").warning("foreseen")
def test_good_thread():
    thread = threading.Thread(target=lambda: None)
    thread.start()
def test_good_timer(qapp):
    timer = QTimer(qapp)
    timer.start(1000)
    timer.stop()
async def test_good_task(): await asyncio.create_task(asyncio.sleep(0))
def test_good_connection():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()): pass
@pytest.fixture(scope="module")
def lasting_database():
    database = sqlite3.connect(":memory:")
    yield database
    database.close()
def test_good_database(lasting_database): sqlite3.connect(":memory:").close()
def test_good_home(tmp_path): assert Path.home() != Path("/real") and "CRMDESK_PROFILE" not in os.environ
@pytest.mark.xvfb
def test_other_lane(): raise AssertionError("must be left out")
"""


@pytest.mark.slow
def test_each_planted_fault_fails_its_own_test(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    tests = pytester.mkdir("tests")
    for name in (
        "pyproject.toml",
        "tests/conftest.py",
        "tests/laws.py",
        "tests/strict_run.py",
        "tests/patience.py",
        "tests/descriptions.py",
    ):
        shutil.copy(ROOT / name, pytester.path / name)
    shutil.copytree(ROOT / "tests" / "fonts", tests / "fonts")
    (tests / "test_planted.py").write_text(PLANTED, "utf-8")
    for name, value in {"HOME": "/real", "CRMDESK_PROFILE": "/real", "DISPLAY": ":7"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("OUTSIDE_ENVIRONMENT", raising=False)
    monkeypatch.delenv("CRMDESK_NOT_RUN", raising=False)

    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-rA")

    lines = result.outlines
    faulty = {
        line.split("::")[1].split()[0] for line in lines if line.startswith(("FAILED ", "ERROR ")) and "::" in line
    }
    planted = {name for name in _tests() if name.startswith("test_bad")}
    passed = {line.split("::")[1].split()[0] for line in lines if line.startswith("PASSED ") and "::" in line}
    assert faulty == planted
    assert {name for name in _tests() if name.startswith("test_good")} <= passed
    assert "not run: real X window (dev.py test provides it)" in lines
    assert "test_other_lane" not in " ".join(lines)


def _tests() -> set[str]:
    return {line.split("def ")[1].split("(")[0] for line in PLANTED.splitlines() if "def test_" in line}
