"""A terminal on a profile of its own, and the demo CRMs it talks to over real HTTP."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crmdesk.cli.main import main
from crmdesk.demo.server import DemoCrms
from crmdesk.system.paths import Profile
from tests.first_start import begun
from tests.world import WHOLE_LISTS

ROOT = Path(__file__).resolve().parents[2]
CONTACTS = 40


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output, which must be one JSON document."""
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, str]:
        """The error document, its members checked."""
        document = self.document
        assert document.keys() == {"error"}
        assert document["error"].keys() == {"id", "what", "why", "safe", "next"}
        assert all(isinstance(text, str) and text for text in document["error"].values())
        error: dict[str, str] = document["error"]
        return error


class Terminal:
    """Types commands, in this process or in one of its own."""

    def __init__(self, profile: Path, crms: DemoCrms) -> None:
        self.profile = profile
        self.crms = crms

    def run(self, *words: str, stdin: str = "", wait: float = 0.2) -> Answer:
        """Run a command line as `crmdesk` would, with the profile named."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        before, sys.stdin = sys.stdin, io.StringIO(stdin)
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = main(["--profile", str(self.profile), *words], wait=wait)
        finally:
            sys.stdin = before
        return Answer(code, *(stream.buffer.getvalue().decode("utf-8") for stream in (out, err)))

    def json(self, *words: str, code: int = 0, stdin: str = "") -> Any:
        """The document of a command that must end with this code."""
        answer = self.run("--json", *words, stdin=stdin)
        assert answer.code == code, answer
        return answer.document

    def connect(self, name: str = "Dex", *more: str, api: str | None = None) -> None:
        """Connect the demo Dex."""
        begun(Profile.at(self.profile))
        account = self.crms.account("dex", api)
        settings = [f"--set={key}={value}" for key, value in account.settings.items()]
        where = f"base_url={account.base_url}"
        words = ("account", "add", "dex", "--name", name, "--set", where, *settings, "--secret-stdin", *more)
        self.json(*words, stdin=f"{account.secret}\n")

    def first(self) -> dict[str, Any]:
        """The first contact of the list."""
        contact: dict[str, Any] = self.json("contacts", "--limit", "1")["contacts"][0]
        return contact


@pytest.fixture(scope="session")
def running_crms() -> Iterator[DemoCrms]:
    with DemoCrms(CONTACTS, dex=WHOLE_LISTS) as crms:
        yield crms


@pytest.fixture
def crms(running_crms: DemoCrms) -> DemoCrms:
    """The demo CRMs as they were at the start."""
    running_crms.dex.reset()
    return running_crms


@pytest.fixture
def terminal(profile: Path, crms: DemoCrms, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal whose profile does not exist yet; the vault's key comes from the environment."""
    monkeypatch.setenv("ENCRYPTION_KEY", "5a" * 32)
    return Terminal(profile, crms)


@pytest.fixture
def dex(terminal: Terminal) -> Terminal:
    """A terminal whose profile has the demo Dex, synced once."""
    terminal.connect()
    terminal.json("sync")
    return terminal


def spawn(profile: Path, *words: str, **more: Any) -> subprocess.Popen[bytes]:
    """A command in a process of its own."""
    command = [sys.executable, "-m", "crmdesk", "--profile", str(profile), *words]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "0"}, **{**pipes, **more})
