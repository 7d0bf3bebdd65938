"""A file as it was at one moment: whoever writes it meanwhile is waited for, and never read half."""

from __future__ import annotations

import fnmatch
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import BinaryIO

from crmdesk.errors import BadResponse, Unavailable
from crmdesk.providers.file.info import FOLDER
from crmdesk.providers.info import ProviderSettings
from crmdesk.system.disk import Disk, FileState

IN_MEMORY = 8 * 1024 * 1024  # bytes of a copy before it lies in a file of its own
_CHUNK = 1024 * 1024
_UNFINISHED = (".part", ".crdownload", ".tmp", ".download")  # names of what a browser or a program still writes
_LATER = "Put the file there; it is read at the next sync."


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of a file that nobody else changes, the digest of its bytes, and when it was written."""

    path: str
    stream: BinaryIO
    digest: str
    written: datetime


def read_now(disk: Disk, settings: ProviderSettings) -> str:
    """The file that an account reads now: the one that was chosen, or the newest of a folder. Raises Unavailable."""
    path = settings["path"]
    return _newest(disk, path, settings.get("pattern", "")) if settings.get("api") == FOLDER else path


def _newest(disk: Disk, folder: str, pattern: str) -> str:
    """The newest matching file of a folder, links out of it and unfinished files apart. Raises Unavailable."""
    try:
        inside = disk.real(folder)
        found: list[tuple[int, str]] = []
        for name in disk.names(folder):
            path = os.path.join(folder, name)
            if _is_unfinished(name) or not fnmatch.fnmatch(name, pattern or "*"):
                continue
            if os.path.dirname(disk.real(path)) != inside:
                continue
            state = disk.state(path)
            if state.regular:
                found.append((state.changed, path))
    except OSError as error:
        raise unavailable(folder, error) from None
    if not found:
        raise Unavailable(f"No file in {folder} is called {pattern or '*'}.", next=_LATER)
    return max(found)[1]


def _is_unfinished(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower().endswith(_UNFINISHED)


def standing_of(disk: Disk, path: str) -> FileState:
    """How a file or a folder stands. Raises Unavailable where it is not there."""
    try:
        return disk.state(path)
    except OSError as error:
        raise unavailable(path, error) from None


def state_of(disk: Disk, path: str) -> FileState:
    """How a file stands. Raises Unavailable where it is not there, BadResponse where it is no file."""
    state = standing_of(disk, path)
    if not state.regular:
        raise BadResponse(f"{path} is no file.", next="Choose a file; for a folder choose “the newest of a folder”.")
    return state


@contextmanager
def taken(disk: Disk, path: str) -> Iterator[Snapshot]:
    """A copy of a file that held still while it was copied. Raises Unavailable, BadResponse."""
    before = state_of(disk, path)
    if not before.size:
        raise BadResponse(f"{path} is empty.", next="Export it anew. Nothing was changed here.")
    digest = blake2b(digest_size=16)
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
        try:
            with disk.open(path) as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    copy.write(chunk)
        except OSError as error:
            raise unavailable(path, error) from None
        if state_of(disk, path) != before or copy.tell() != before.size:
            raise Unavailable(f"{path} is being written.", next="It is read once it is whole.")
        copy.seek(0)
        written = datetime.fromtimestamp(before.changed / 1e9, UTC)
        yield Snapshot(path, copy, digest.hexdigest(), written)  # type: ignore[arg-type] # of BinaryIO it lacks the name


def unavailable(path: str, error: OSError) -> Unavailable:
    """What it means that the disk does not give a file."""
    if isinstance(error, FileNotFoundError):
        return Unavailable(f"{path} is not there.", next=_LATER)
    if isinstance(error, PermissionError):
        return Unavailable(f"{path} may not be read: it is locked, or belongs to somebody else.", next=_LATER)
    return Unavailable(f"{path} cannot be read: {error.strerror or error}.", next=_LATER)
