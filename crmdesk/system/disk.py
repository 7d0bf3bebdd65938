"""Files of people, outside of the profile. Passed in, so that they can be played."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path
from typing import BinaryIO, Protocol

from crmdesk.frozen import dataclass


@dataclass(frozen=True, slots=True)
class FileState:
    """What tells that a file is as it was: its size in bytes and when it was changed, in nanoseconds."""

    size: int
    changed: int
    regular: bool = True  # a file that holds bytes; no folder, device or pipe


class Disk(Protocol):
    """What a provider may do with files. All of it may block, and raises OSError."""

    def state(self, path: str) -> FileState:
        """How a file stands, through links."""
        ...

    def open(self, path: str) -> BinaryIO:
        """A file to be read."""
        ...

    def names(self, folder: str) -> list[str]:
        """The names of what is in a folder."""
        ...

    def real(self, path: str) -> str:
        """The path without links in it, by which two names of one file are told to be one."""
        ...

    def create(self, path: str, data: bytes) -> None:
        """A whole file where there is none yet; FileExistsError where there is one."""
        ...

    def replace(self, path: str, data: bytes) -> None:
        """Another content for a file: whoever reads it meanwhile sees the old or the new one, whole."""
        ...

    def remove(self, path: str) -> None:
        """Take a file away."""
        ...


class LocalDisk:
    """The disks of this computer."""

    def state(self, path: str) -> FileState:
        """How a file stands, through links."""
        found = os.stat(path)
        return FileState(found.st_size, found.st_mtime_ns, stat.S_ISREG(found.st_mode))

    def open(self, path: str) -> BinaryIO:
        """A file to be read."""
        return Path(path).open("rb")

    def names(self, folder: str) -> list[str]:
        """The names of what is in a folder, in order."""
        return sorted(os.listdir(folder))

    def real(self, path: str) -> str:
        """The path without links in it."""
        return os.path.realpath(path)

    def create(self, path: str, data: bytes) -> None:
        """A whole file where there is none yet; FileExistsError where there is one."""
        beside = _beside(path)
        try:
            _write(beside, data)
            try:
                os.link(beside, path)
            except FileExistsError:
                raise
            except OSError:  # a disk without hard links
                with open(path, "xb") as file:
                    file.write(data)
        finally:
            Path(beside).unlink(missing_ok=True)

    def replace(self, path: str, data: bytes) -> None:
        """Another content for a file, under its name at once; who may read it stays as it is."""
        beside = _beside(path)
        try:
            _write(beside, data)
            os.chmod(beside, stat.S_IMODE(os.stat(path).st_mode))
            os.replace(beside, path)
        finally:
            Path(beside).unlink(missing_ok=True)

    def remove(self, path: str) -> None:
        """Take a file away."""
        os.remove(path)


def _beside(path: str) -> str:
    """A name in the same folder that nobody takes for a card."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{secrets.token_hex(4)}.tmp")


def _write(path: str, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
