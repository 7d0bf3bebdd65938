"""A file that is there whole or not at all: written beside its place, flushed to the disk, and renamed at the end."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from crmdesk.errors import FileExists, FileNotWritten, NoRoom
from crmdesk.system.paths import open_private

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextlib.contextmanager
def new_file(target: Path, *, replace: bool) -> Iterator[BinaryIO]:
    """Write a file that only its owner can read; whatever fails, what was there before is there after.

    Raises FileExists where one is there and may not be replaced, FileNotWritten for a folder, a device or a place that
    cannot be written, NoRoom.
    """
    refuse(target, replace=replace)
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        with translated(target):
            with os.fdopen(open_private(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL), "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            refuse(target, replace=replace)
            os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def refuse(target: Path, *, replace: bool) -> None:
    """Say before anything is read that a file cannot be written there."""
    with translated(target):
        if target.is_dir():
            raise FileNotWritten(f"{target} is a folder.", next="Name a file in it.")
        if target.exists() and not target.is_file():
            raise FileNotWritten(f"{target} is no file that could be replaced.")
        if (target.exists() or target.is_symlink()) and not replace:
            raise FileExists(f"{target} is there already.")
        if not target.parent.is_dir():
            raise FileNotWritten(f"The folder {target.parent} is not there.", next="Make it, or choose another.")


@contextlib.contextmanager
def translated(target: Path) -> Iterator[None]:
    """The disk's own failures in the desk's words."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise NoRoom(f"The disk is full before {target} was whole.") from error
        if error.errno == errno.ENAMETOOLONG:
            raise FileNotWritten("The name of the file is too long.", next="Choose a shorter one.") from error
        raise FileNotWritten(f"{target} cannot be written: {error.strerror or error}.") from error
