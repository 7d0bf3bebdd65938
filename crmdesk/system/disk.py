"""Files of people, outside of the profile: looked at and read, never written. Passed in, so that they can be played."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol


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
