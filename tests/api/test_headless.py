"""`crmdesk api start`: a desk without a window that serves, gives way to a window within three seconds, and goes on."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from crmdesk.cli.main import main
from crmdesk.system.paths import Profile
from crmdesk.system.single_instance import raise_window, take_lock, try_lock
from tests.patience import Stopwatch, wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it is ended by a signal")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Profile, subprocess.Popen[str], str]]:
    profile = Profile.at(tmp_path / "profile")
    environment = {**os.environ, "ENCRYPTION_KEY": base64.b64encode(bytes(32)).decode()}
    command = [sys.executable, "-P", "-m", "crmdesk", "--profile", str(profile.root), "api", "start", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        url = json.loads(process.stdout.readline())["api"]["url"]
        yield profile, process, url
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)


def test_it_serves_carries_out_commands_gives_way_to_a_window_with_a_stream_open_and_goes_on_after_it(
    served: tuple[Profile, subprocess.Popen[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    profile, process, url = served
    words = ["--profile", str(profile.root), "--json"]
    assert main([*words, "api", "keys", "add", "all", "--scope", "all"]) == 0
    headers = {"Authorization": f"Bearer {json.loads(capsys.readouterr().out)['key']}"}
    assert main([*words, "api", "status"]) == 0
    assert json.loads(capsys.readouterr().out)["url"] == url
    assert main([*words, "api", "start"]) == 3, "one serves already"
    with httpx.stream("GET", f"{url}/desk/v1/changes/stream", headers=headers, timeout=60) as stream:
        assert main([*words, "new", "first_name=Ada"]) == 0
        assert "created" in next(line for line in stream.iter_lines() if line.startswith("data: "))
        watch = Stopwatch()
        assert not raise_window(profile), "there is no window to raise"
        with take_lock(profile):
            assert watch.seconds() <= 3
            assert process.poll() is None
    wait_until(lambda: _holds_again(profile))
    watch = Stopwatch()
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert watch.seconds() <= 3
    assert process.stdout is not None
    assert process.stdout.read() == "", "the address is told once"


def _holds_again(profile: Profile) -> bool:
    lock = try_lock(profile)
    if lock is None:
        return True
    lock.release()
    return False
