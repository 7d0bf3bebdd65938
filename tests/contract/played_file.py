"""The twin of an account by file: a disk that is only played, and a file on it that a script changes as programs do."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from typing import BinaryIO

from crmdesk.system.disk import FileState

HEADER = ("Name", "Email", "Phone", "Birthday", "Tags", "Shoe size")
PEOPLE = 620


def person(number: int) -> list[str]:
    """One row of the file."""
    name = "Zoë Åhs" if number == 7 else f"Ada {number} Quill"
    phone = f"+1 212 555 {number:04d}"
    return [name, f"ada{number}@quill.example", phone, f"{number % 15 + 13}/12/1980", "friend;Café", str(number % 9)]


class PlayedDisk:
    """Holds files in memory; those that are locked cannot be opened, and `while_read` is called within a reading."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.changed: dict[str, int] = {}
        self.locked: set[str] = set()
        self.links: dict[str, str] = {}
        self.grows = ""
        self.opened = 0
        self._now = 0

    def put(self, path: str, data: bytes) -> None:
        """Write a file."""
        self._now += 1
        self.files[path], self.changed[path] = data, self._now

    def state(self, path: str) -> FileState:
        """How a file stands."""
        path = self.real(path)
        if path not in self.files:
            if any(name.startswith(f"{path}/") for name in self.files):
                return FileState(0, 0, regular=False)
            raise FileNotFoundError(2, "No such file", path)
        return FileState(len(self.files[path]), self.changed[path])

    def open(self, path: str) -> BinaryIO:
        """Open a file; one that grows does so meanwhile."""
        path = self.real(path)
        self.state(path)
        if path in self.locked:
            raise PermissionError(13, "In use", path)
        self.opened += 1
        data = self.files[path]
        if path == self.grows:
            self.put(path, data + b"more")
        return io.BytesIO(data)

    def names(self, folder: str) -> list[str]:
        """What is in a folder."""
        found = [os.path.basename(path) for path in (*self.files, *self.links) if os.path.dirname(path) == folder]
        if not found:
            raise FileNotFoundError(2, "No such folder", folder)
        return sorted(found)

    def real(self, path: str) -> str:
        """Where a link leads."""
        return self.links.get(path, path)

    def create(self, path: str, data: bytes) -> None:
        """A new file."""
        if path in self.files:
            raise FileExistsError(17, "Exists", path)
        self.put(path, data)

    def replace(self, path: str, data: bytes) -> None:
        """Another content."""
        self.put(path, data)

    def remove(self, path: str) -> None:
        """Take a file away."""
        del self.files[path]


def table(
    rows: Sequence[Sequence[str]] | None = None, header: Sequence[str] = HEADER, encoding: str = "utf-8", by: str = ","
) -> bytes:
    """A file as a program exports it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=by)
    writer.writerow(header)
    writer.writerows([person(number) for number in range(1, PEOPLE + 1)] if rows is None else rows)
    return text.getvalue().encode(encoding)
