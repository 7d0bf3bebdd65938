"""A disk of its own for a profile, really full or really for reading alone; where this system lets one mount."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.crash.report import Cannot

TMPFS = "tmpfs"


def _carry_out(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Cannot(f"this system does not let {command[0]}: {done.stderr.strip()}")


@contextlib.contextmanager
def mounted(place: Path, size: int) -> Iterator[Callable[[bool], None]]:
    """A disk of so many bytes at that place; gives what lets it be written to or not. Raises Cannot."""
    if shutil.which("mount") is None or shutil.which("umount") is None:
        raise Cannot("there is no mount on this system")
    place.mkdir()
    _carry_out("mount", "-t", TMPFS, "-o", f"size={size},mode=700", TMPFS, str(place))
    try:
        yield lambda writable: _carry_out("mount", "-o", f"remount,{'rw' if writable else 'ro'}", str(place))
    finally:
        subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


@contextlib.contextmanager
def ballast(place: Path, left: int) -> Iterator[None]:
    """Fill the disk at that place until so many bytes are left."""
    heavy = place / "ballast"
    heavy.write_bytes(b"\0" * max(shutil.disk_usage(place).free - left, 0))
    try:
        yield
    finally:
        heavy.unlink()
