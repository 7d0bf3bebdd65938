"""`dev.py install` and `dev.py uninstall`: the program for one user, in that user's own folders, without root.

The program lives in an environment of its own; what the desktop has to find lies beside it, and a list of all of it is
kept, by which `uninstall` takes away exactly what was laid. The profile stays: it is the user's, not the program's.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import desktop_files, environment, lock, macos, wheel, windows
from .process import Failure, must, output, run, say

_PROFILE = "import sys; from crmdesk.system.paths import Profile; sys.stdout.write(str(Profile.default({}).root))"


@dataclass(frozen=True)
class Places:
    """Where one system keeps a user's programs: the environment, and what `lay` puts beside it."""

    home: Path  # of the environment and the list of files
    lay: Callable[[Path, Path], list[Path]]  # the tools' Python, the environment -> the files laid

    @property
    def program(self) -> Path:
        """The environment that the program runs in."""
        return self.home / "program"

    @property
    def laid(self) -> Path:
        """The list of what lies outside of `home`."""
        return self.home / "installed.json"


def places() -> Places:
    """This system's."""
    if sys.platform == "darwin":
        return Places(Path.home() / "Library" / "Application Support" / "CRM Desk program", macos.lay_application)
    if os.name == "nt":
        return Places(Path(os.environ["LOCALAPPDATA"]) / "Programs" / "CRM Desk", windows.lay_start_menu)
    return Places(_data_home().parent / "lib" / "crmdesk", _lay_on_linux)


def install(python: Path) -> int:
    """Install, or bring what is installed up to date; nothing is left half done for the next try to stumble over."""
    at = places()
    with tempfile.TemporaryDirectory(prefix="crmdesk-install-") as place:
        built = wheel.build(python, Path(place))
        _forget(at)  # what an older version laid and this one does not
        program = environment.make(at.program)
        pinned = lock.constraints(Path(place))
        say(f"installing the program into {at.home}")
        must(
            [program, "-m", "pip", "install", "--quiet", *pinned, built],
            "installing the program",
            attempts=environment.NETWORK_ATTEMPTS,
        )
    made = at.lay(python, at.program)
    at.laid.write_text(json.dumps([str(file) for file in made], indent=1), encoding="utf-8")
    _tell_desktop(made)
    say("installed: CRM Desk is among your programs")
    return 0


def uninstall(python: Path) -> int:
    """Take away what `install` laid; the profile stays, and its place is said."""
    at = places()
    if not at.home.exists():
        say("CRM Desk is not installed for this user; nothing was done")
        return 0
    made = _forget(at)
    shutil.rmtree(at.home)
    _prune(at.home.parent)
    _tell_desktop(made)
    say("uninstalled")
    profile = _profile(python)
    if profile.exists():
        say(f"your contacts and settings stay in {profile}; delete that folder yourself if you no longer want them")
    return 0


def _lay_on_linux(python: Path, program: Path) -> list[Path]:
    prefix = _data_home().parent
    window = environment.script(program, "crmdesk-window")
    made = _in_place(desktop_files.lay(prefix, python, str(window)), prefix)
    for name in ("crmdesk", "crmdesk-window"):
        link = prefix / "bin" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        if link.exists() and not link.is_symlink():
            raise Failure(f"{link} is there already and is not ours; move it away, then install again")
        link.unlink(missing_ok=True)
        link.symlink_to(environment.script(program, name))
        made.append(link)
    if str(prefix / "bin") not in os.environ.get("PATH", "").split(os.pathsep):
        say(
            f"{prefix / 'bin'} is not on your PATH; until it is, start it from the menu, or by {prefix / 'bin'}/crmdesk"
        )
    return made


def _in_place(made: list[Path], prefix: Path) -> list[Path]:
    """The files, moved to XDG_DATA_HOME where that is not the `share` beside `bin`."""
    share, wanted = prefix / "share", _data_home()
    if share == wanted:
        return made
    moved = []
    for file in made:
        target = wanted / file.relative_to(share)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(file, target)
        _prune(file.parent, stop=prefix)
        moved.append(target)
    return moved


def _data_home() -> Path:
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if os.path.isabs(named) else Path.home() / ".local" / "share"


def _forget(at: Places) -> list[Path]:
    """Delete what lies outside of the program's own folder, and folders that this leaves empty; returns it."""
    try:
        made = [Path(file) for file in json.loads(at.laid.read_text("utf-8"))]
    except (OSError, ValueError):
        return []
    for file in made:
        if file.is_dir() and not file.is_symlink():
            shutil.rmtree(file)
        else:
            file.unlink(missing_ok=True)
        _prune(file.parent)
    at.laid.unlink()
    return made


def _prune(directory: Path, stop: Path | None = None) -> None:
    """Delete a folder and those above it as long as they are empty; the user's home stays in any case."""
    for folder in (directory, *directory.parents):
        if folder in (stop, Path.home()) or not folder.exists() or any(folder.iterdir()):
            return
        folder.rmdir()


def _tell_desktop(made: list[Path]) -> None:
    """Have the desktop read its folders anew, where it does not notice by itself."""
    folders = {file.parent for file in made if file.suffix == ".desktop"}
    for folder in folders:
        if folder.exists() and shutil.which("update-desktop-database"):
            run(["update-desktop-database", "--quiet", folder])
            cache = folder / "mimeinfo.cache"
            if cache.exists() and cache.read_text("utf-8").strip() == "[MIME Cache]":  # of no use to anybody
                cache.unlink()
                _prune(folder)


def _profile(python: Path) -> Path:
    return Path(output([python, "-c", _PROFILE]))
