"""`dev.py build` and `dev.py freeze`: what people install, built and then proved away from the source tree."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from pathlib import Path

from . import environment, icu, job, system
from .process import ROOT, Failure, must, say, succeeds

BUILD = ROOT / "build"
DIST = ROOT / "dist"
FROZEN_FROM = BUILD / "freeze-venv"
RESOURCES_IN_WHEEL = "crmdesk/_resources"


def build(python: Path, into: Path = DIST) -> Path:
    """Build the wheel and return it; a wheel without its licence or a resource raises Failure."""
    into.mkdir(parents=True, exist_ok=True)
    for old in into.glob("crmdesk-*.whl"):
        old.unlink()
    say("building the wheel")
    must(_builder(python, into), "building the wheel", attempts=environment.NETWORK_ATTEMPTS)
    wheel = next(into.glob("crmdesk-*.whl"))
    missing = lacks(wheel)
    if missing:
        raise Failure(f"{wheel.name} lacks {', '.join(missing)}")
    return wheel


def _builder(python: Path, into: Path) -> list[str | Path]:
    """An environment that uv made has no pip; uv builds there."""
    uv = shutil.which("uv")
    if uv and not succeeds([python, "-m", "pip", "--version"]):
        return [uv, "build", "--quiet", "--wheel", "--out-dir", into, ROOT]
    return [python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", into, ROOT]


def lacks(wheel: Path) -> list[str]:
    """Which files of the source tree should be in the wheel and are not: every module, resource and migration."""
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {path.relative_to(ROOT).as_posix() for path in _shipped("crmdesk")}
    wanted |= {
        f"{RESOURCES_IN_WHEEL}/{path.relative_to(ROOT / 'resources').as_posix()}" for path in _shipped("resources")
    }
    missing = sorted(wanted - inside)
    if not any(name.endswith("licenses/LICENSE") for name in inside):
        missing.append("LICENSE")
    return missing


def prove(wheel: Path) -> None:
    """Install the wheel alone into a fresh environment and do the demo's whole job there, far from the source tree."""
    fresh = BUILD / "wheel-venv"
    python = environment.make(fresh)
    say("installing the wheel into an environment of its own")
    must(
        [python, "-m", "pip", "install", "--quiet", wheel],
        "installing the wheel",
        attempts=environment.NETWORK_ATTEMPTS,
    )
    job.do(environment.script(fresh, "crmdesk"), "the installed program")


def freeze(python: Path) -> Path:
    """Build the one-folder program and start it once; returns its folder."""
    frozen_python = environment.make(FROZEN_FROM)
    wheel = build(python)
    must(
        [frozen_python, "-m", "pip", "install", "--quiet", wheel, *environment.requirements("freeze")],
        "installing PyInstaller",
        attempts=environment.NETWORK_ATTEMPTS,
    )
    must(
        [
            *(frozen_python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", DIST, "--workpath", BUILD / "freeze", ROOT / "packaging" / "crmdesk.spec"),
        ],
        "PyInstaller",
        directory=BUILD,
    )
    folder = DIST / "crmdesk"
    program = folder / ("crmdesk.exe" if os.name == "nt" else "crmdesk")
    if os.name != "nt":
        (folder / "crmdesk-window").symlink_to("crmdesk")
        _strip(folder)
        icu.trim(folder)
    job.do(program, "the frozen program")
    return folder


def _strip(folder: Path) -> None:
    """Take out of every library what only a debugger or a linker reads."""
    if sys.platform != "linux" or system.obtain({"strip": "binutils"}):
        return
    libraries = [file for file in folder.rglob("*.so*") if file.is_file() and not file.is_symlink()]
    must(["strip", "--strip-unneeded", *libraries], "stripping the libraries")


def _shipped(directory: str) -> list[Path]:
    return [path for path in (ROOT / directory).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
