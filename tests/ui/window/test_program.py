"""The whole program as a process: it starts lean, raises the window that is open, and ends in order when told to."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crmdesk.system.paths import Profile
from crmdesk.system.single_instance import raise_window
from tests.patience import PATIENCE, Stopwatch, wait_until
from tests.ui.stage import fill_profile

ROOT = Path(__file__).parents[3]
QUIT_SECONDS = 3.0

_FIRST_ROW = """
import os, sys
from pathlib import Path
from crmdesk.app.session import run
from crmdesk.system.paths import Profile

profile = Profile.at(sys.argv[1])

def shown():
    heavy = ("httpx", "phonenumbers", "cryptography", "keyring", "starlette", "uvicorn", "email_validator")
    print("loaded:", [name for name in heavy if name in sys.modules], flush=True)
    os._exit(0)

run(profile, first_row=shown)
"""


def _start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "crmdesk", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def _wait_for_window(profile: Profile, process: subprocess.Popen[str]) -> None:
    def is_open() -> bool:
        assert process.poll() is None, process.communicate()[0]
        return raise_window(profile)

    wait_until(is_open)


def test_the_first_row_needs_no_network_keychain_or_phone_library(tmp_path: Path) -> None:
    fill_profile(Profile.at(tmp_path / "profile").prepare(), 30)
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_ROW, str(tmp_path / "profile")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert "loaded: []" in done.stdout, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_a_signal_ends_the_window_in_order_and_in_time(tmp_path: Path, number: signal.Signals) -> None:
    profile = Profile.at(tmp_path / "profile")
    process = _start("--profile", str(profile.root))
    try:
        _wait_for_window(profile, process)
        watch = Stopwatch()
        process.send_signal(number)
        said, _ = process.communicate(timeout=PATIENCE)
        assert watch.seconds() < QUIT_SECONDS
        assert process.returncode == 0, said
        assert not profile.address.exists()
        assert not Path(f"{profile.database}-wal").exists() or Path(f"{profile.database}-wal").stat().st_size == 0
    finally:
        process.kill()
        process.communicate()


def test_a_second_start_raises_the_first_window_and_ends(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "profile")
    process = _start("--profile", str(profile.root))
    try:
        _wait_for_window(profile, process)
        second = _start("--profile", str(profile.root))
        assert second.wait(timeout=PATIENCE) == 0
        second.communicate()
        assert process.poll() is None
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


def test_the_demo_without_a_display_does_the_same_job(tmp_path: Path) -> None:
    picture = tmp_path / "demo.png"
    with _start("--demo", "--headless", str(picture)) as process:
        try:
            said, _ = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 0, said
    assert "verified by the demo CRM" in said
    assert "2,000 new" in said
    assert "it balances" in said
    assert picture.read_bytes().startswith(b"\x89PNG")
