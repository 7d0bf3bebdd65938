"""What a stranger does with a program that was built: started in an empty home, far from the source tree."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from urllib.request import Request, urlopen

from .process import Argument, Failure, must

FORMATS = ("csv", "tsv", "xlsx", "json", "vcf")  # of files that are written, and read again
PATIENCE = 60  # seconds for an answer of the local API, start of the program and all


def do(program: Path, what: str) -> None:
    """Its version, the whole demo without a window, people out and in again as files, and the local API.

    Raises Failure, naming the program by `what`.
    """
    with tempfile.TemporaryDirectory(prefix="crmdesk-proof-") as elsewhere:
        home = Path(elsewhere)
        picture = home / "demo.png"
        must([program, "--version"], what, environment=away(home), directory=home)
        must([program, "--demo", "--headless", picture], f"the demo of {what}", environment=away(home), directory=home)
        if not picture.exists():
            raise Failure(f"the demo of {what} saved no picture")
        _carry_people(program, home)
        _serve(program, home)


def _carry_people(program: Path, home: Path) -> None:
    """Somebody goes into a file of every format, and from there into a profile where nobody is."""
    _said(program, home, "first", ["new", "first_name=Ada", "last_name=Example", 'emails=["ada@mail.example"]'])
    for format_ in FORMATS:
        file = f"people.{format_}"
        _said(program, home, "first", ["export", file])
        _said(program, home, format_, ["import", file])
        found = json.loads(_said(program, home, format_, ["contacts"]))["contacts"]
        if [(one["first_name"], one["emails"]) for one in found] != [("Ada", ["ada@mail.example"])]:
            raise Failure(f"what {program.name} wrote as {format_} did not come back: {found}")


def _serve(program: Path, home: Path) -> None:
    """The local API tells who is there to a program that has a key."""
    key = json.loads(_said(program, home, "first", ["api", "keys", "add", "Proof", "--scope", "read"]))["key"]
    command: list[Argument] = [program, "--profile", home / "first", "api", "start", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=away(home), cwd=home) as serving:
        assert serving.stdout is not None
        guard = threading.Timer(PATIENCE, serving.kill)  # a program that says nothing would be waited for without end
        guard.start()
        try:
            url = json.loads(serving.stdout.readline() or "{}").get("api", {}).get("url")
            if url is None:
                raise Failure(f"{program.name} served no API")
            asked = Request(f"{url}/desk/v1/contacts", headers={"Authorization": f"Bearer {key}"})  # noqa: S310  # its own
            with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310  # on loopback
                if "ada@mail.example" not in answer.read().decode():
                    raise Failure(f"the API of {program.name} did not tell who is there")
        finally:
            guard.cancel()
            serving.terminate()


def _said(program: Path, home: Path, profile: str, words: Sequence[Argument]) -> str:
    """What a command prints as JSON."""
    command = [program, "--profile", home / profile, "--json", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=away(home), cwd=home)
    if done.returncode:
        raise Failure(f"{program.name} {words[0]} ended with {done.returncode}: {(done.stdout + done.stderr)[-500:]}")
    return done.stdout


def away(home: Path) -> dict[str, str]:
    """An environment in which nothing of the source tree or of the user's own settings can be found."""
    places = {name: str(home / name.lower()) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "CRMDESK", "VIRTUAL_ENV"))}
    platform = {"QT_QPA_PLATFORM": "offscreen"} if sys.platform.startswith("linux") else {}
    return {**kept, **places, **platform, "HOME": str(home)}
