"""The project's own virtual environment in .venv: made once, brought up to date when pyproject.toml changes."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from . import lock, system
from .process import ROOT, Argument, Failure, must, say, succeeds

VENV = ROOT / ".venv"
STAMP = VENV / "crmdesk-stamp.json"
NETWORK_ATTEMPTS = 2


def script(venv: Path, name: str) -> Path:
    """Where a virtual environment keeps one of its programs on this system."""
    return venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name


def ensure() -> Path:
    """The environment's Python, with everything pyproject.toml asks for installed.

    The stamp makes a second start cost one hash. Raises Failure with the way out when it cannot be made.
    """
    python = script(VENV, "python")
    wanted = _fingerprint()
    if python.exists() and _stamp() == wanted:
        return python
    steps = "made" if not python.exists() else "brought up to date"
    say(f"the environment in {VENV.name} is being {steps} (minutes the first time, well under a second from then on)")
    uv = shutil.which("uv")
    if not (uv and _with_uv(uv, python)):
        _with_pip(python)
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")
    return python


def requirements(group: str = "dev") -> list[str]:
    """What a dependency group lists; read here because pip knows groups only from 25.1 on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [str(line) for line in project["dependency-groups"][group]]


def make(venv: Path) -> Path:
    """A new, empty environment with pip inside; the standard library's venv, helped along where it was split off."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        # Debian and Ubuntu keep ensurepip in a package of its own, named after the Python it belongs to.
        system.install([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
        importlib.invalidate_caches()
    must([sys.executable, "-m", "venv", "--clear", venv], "making the environment")
    return script(venv, "python")


def _install(installer: Sequence[Argument], what: str, settings: Mapping[str, str]) -> None:
    """Install the locked versions where there is a lock that fits, else the newest that the ranges allow."""
    if not lock.fits():
        say(f"{lock.LOCK.name} is for other requirements (dev.py lock makes it anew); the newest in range is taken")
    else:
        locked: list[Argument] = ["--require-hashes", "--requirement", lock.LOCK]
        program: list[Argument] = ["--no-deps", "--no-build-isolation", "--editable", ROOT]
        try:
            for arguments in (locked, program):
                must([*installer, *arguments], what, environment=settings)
            return
        except Failure as failure:
            say(
                f"{failure}: the locked versions cannot be had here (a line about hashes above means that the index "
                "serves other files than were locked, any other one that they have none for this Python or system); "
                "the newest in range is taken"
            )
    must([*installer, "--editable", ROOT, *requirements()], what, environment=settings, attempts=NETWORK_ATTEMPTS)


def _with_uv(uv: str, python: Path) -> bool:
    """Install with uv; False when it cannot, since uv does not read pip's settings and may find no index."""
    try:
        if not _answers(python):
            must([uv, "venv", "--clear", "--python", sys.executable, VENV], "uv venv")
        _install([uv, "pip", "install", "--python", python], "uv pip install", {**lock.uv_settings(), **os.environ})
    except Failure as failure:
        say(f"{failure}; pip takes over")
        return False
    return True


def _with_pip(python: Path) -> None:
    if not (_answers(python) and succeeds([python, "-m", "pip", "--version"])):
        make(VENV)
    say("installing what the program and its tests need")
    _install([python, "-m", "pip", "install", "--disable-pip-version-check"], "pip install", os.environ)


def _answers(python: Path) -> bool:
    """Whether the environment's Python starts and is the one asked for (a moved or upgraded Python breaks it)."""
    probe = f"import sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return python.exists() and succeeds([python, "-c", probe])


def _fingerprint() -> dict[str, str]:
    return {
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
        "lock": hashlib.sha256(lock.LOCK.read_bytes()).hexdigest() if lock.LOCK.exists() else "",
        "python": ".".join(map(str, sys.version_info[:3])),
        "place": str(VENV),  # an environment that was moved points at its old place
    }


def _stamp() -> object:
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
