"""System libraries and programs: what is missing, and how Debian and Ubuntu provide it."""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from .process import Failure, must, run, say

# Shared library -> Debian package, as the linker reports them for the Qt libraries and platform plug-ins in PySide6.
QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
QT_ON_X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
QT_ON_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_DIRECTORIES = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def ensure(libraries: dict[str, str], *, fonts: bool = True) -> None:
    """Install what Qt needs from the system and this machine lacks; Linux only, since Qt brings it elsewhere.

    Raises Failure with the exact line to type when it may not install.
    """
    if not sys.platform.startswith("linux"):
        return
    packages = [package for library, package in libraries.items() if not _loads(library)]
    if fonts and not _has_font():
        packages.append(FONT_PACKAGE)
    if packages:
        install(packages)


def obtain(programs: dict[str, str], libraries: dict[str, str] | None = None) -> str | None:
    """Install missing programs and libraries (name -> package) where this user may; a reason if some stay missing."""
    missing = {name: package for name, package in programs.items() if not shutil.which(name)}
    missing |= {name: package for name, package in (libraries or {}).items() if not _loads(name)}
    if not missing:
        return None
    if not sys.platform.startswith("linux"):
        return f"{', '.join(missing)}: Linux only"
    try:
        install(sorted(set(missing.values())))
    except Failure as failure:
        return str(failure)
    still = [name for name in missing if not shutil.which(name) and not _loads(name)]
    return f"{', '.join(still)} not found after installing" if still else None


def install(packages: Sequence[str]) -> None:
    """Install Debian packages as root; raises Failure with the line to type for anybody else."""
    line = shlex.join(["apt-get", "install", "-y", "--no-install-recommends", *packages])
    if not shutil.which("apt-get"):
        raise Failure(f"this system lacks what Debian calls {' '.join(packages)}; install it, then start again")
    if os.geteuid() != 0:
        raise Failure(f"system packages are missing; type this, then start again:\n    sudo {line}")
    say(f"installing system packages: {' '.join(packages)}")
    _refresh_package_lists()
    must(shlex.split(line), "apt-get install", environment=_quiet(), attempts=2)


@cache
def _refresh_package_lists() -> None:
    """Once per run; a failure is not yet one of ours, since the lists already there may do."""
    for _attempt in range(2):
        if run(["apt-get", "update", "-q"], _quiet()) == 0:
            return
    say("apt-get update failed; going on with the package lists that are there")


def _quiet() -> dict[str, str]:
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def _loads(library: str) -> bool:
    """Whether the dynamic loader finds it: the very question Qt will ask."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    return any(_fonts(Path(place).expanduser()) for place in FONT_DIRECTORIES)


def _fonts(directory: Path) -> bool:
    patterns: Iterable[str] = ("*.ttf", "*.otf", "*.ttc", "*.pfb")
    return any(next(directory.rglob(pattern), None) is not None for pattern in patterns)
