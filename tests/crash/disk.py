"""A disk that writes down what SQLite does to it, and that fails or dies where it is told to.

SQLite reaches files through a table of functions (its "VFS"). Here that table is copied, and the functions that change
a database's files are put in front of the real ones. It is done in the very library that the standard `sqlite3` uses,
so that the product's own store runs on it unchanged; and only ever in a process of its own, for it holds for the whole
process.
"""

from __future__ import annotations

import ctypes
import importlib
import os
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, addressof, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from tests.crash.report import Cannot

OK = 0
SUFFIXES = ("", "-wal", "-journal")  # of the database's name; the shared index is made anew after a power cut


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing done to a file: what ("open", "write", "truncate", "sync", "delete"), where, and with which bytes.

    `file` is the suffix of the database's name. "confirmed" is none: it is what the desk promised at that point.
    """

    what: str
    file: str = ""
    at: int = 0
    data: bytes = b""


# Names stay addresses: SQLite keeps parameters before and behind them.
_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


_INSTALLED: list[Disk] = []  # SQLite calls them until the process ends


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`, version 3."""

    _fields_: ClassVar = [
        ("iVersion", c_int), ("szOsFile", c_int), ("mxPathname", c_int), ("pNext", c_void_p), ("zName", c_char_p),
        ("pAppData", c_void_p), ("xOpen", c_void_p), ("xDelete", c_void_p), *((f"x{n}", c_void_p) for n in range(14)),
    ]  # fmt: skip


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`, version 3; the first member of every open file points to one."""

    _fields_: ClassVar = [
        ("iVersion", c_int), ("xClose", c_void_p), ("xRead", c_void_p), ("xWrite", c_void_p), ("xTruncate", c_void_p),
        ("xSync", c_void_p), *((f"x{n}", c_void_p) for n in range(13)),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Real:
    """The real functions of one kind of file."""

    write: Any
    truncate: Any
    sync: Any


@dataclass
class Disk:
    """The watched disk under one database; `install` puts it under every connection opened from then on.

    `before` is asked ahead of each write, truncation and sync, with its kind: 0 lets it pass, another number is the
    failure in SQLite's codes. `synced` is told of each sync done. With `lies` a sync is claimed and never done.
    """

    database: Path
    before: Callable[[str], int] = lambda what: OK
    synced: Callable[[], None] = lambda: None
    lies: bool = False
    operations: list[Operation] = field(default_factory=list)
    _files: dict[int, tuple[str, _Real]] = field(default_factory=dict)  # by the address of the open file
    _tables: dict[int, tuple[_Methods, _Real]] = field(default_factory=dict)  # by the address of the real table
    _kept: list[Any] = field(default_factory=list)  # what SQLite holds addresses of

    def install(self) -> None:
        """Make it the process's default. Raises Cannot."""
        library = _library()
        library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        vfs = _Vfs.from_buffer_copy(library.sqlite3_vfs_find(None).contents)
        self._open_really, self._delete_really = _OPEN(vfs.xOpen), _DELETE(vfs.xDelete)
        self._ours = _WRITE(self._write), _TRUNCATE(self._truncate), _SYNC(self._sync)
        opened, deleted = _OPEN(self._open), _DELETE(self._delete)
        vfs.zName, vfs.pNext, vfs.xOpen, vfs.xDelete = b"watched", None, _address(opened), _address(deleted)
        self._kept += [library, vfs, opened, deleted]
        _INSTALLED.append(self)
        if library.sqlite3_vfs_register(ctypes.byref(vfs), 1) != OK:
            raise Cannot("SQLite refused the watched disk")

    def confirmed(self, text: str) -> None:
        """Note that the desk has just promised this."""
        self.operations.append(Operation("confirmed", data=text.encode()))

    def _suffix(self, name: int | None) -> str | None:
        path = os.fsdecode(ctypes.string_at(name)) if name else ""
        return next((suffix for suffix in SUFFIXES if path == f"{self.database}{suffix}"), None)

    def _open(self, vfs: int, name: int | None, file: int, flags: int, given: int | None) -> int:
        code = int(self._open_really(vfs, name, file, flags, given))
        suffix = self._suffix(name)
        table = c_void_p.from_address(file)
        if code != OK or suffix is None or not table.value:
            return code
        if table.value not in self._tables:
            methods = _Methods.from_address(table.value)
            real = _Real(_WRITE(methods.xWrite), _TRUNCATE(methods.xTruncate), _SYNC(methods.xSync))
            ours = _Methods.from_buffer_copy(methods)
            ours.xWrite, ours.xTruncate, ours.xSync = map(_address, self._ours)
            self._tables[table.value] = ours, real
        ours, real = self._tables[table.value]
        self._files[file] = suffix, real
        table.value = addressof(ours)
        self.operations.append(Operation("open", suffix))
        return code

    def _delete(self, vfs: int, name: int | None, sync: int) -> int:
        code = int(self._delete_really(vfs, name, sync))
        suffix = self._suffix(name)
        if code == OK and suffix is not None:
            self.operations.append(Operation("delete", suffix))
        return code

    def _write(self, file: int, data: int, amount: int, at: int) -> int:
        suffix, real = self._files[file]
        if code := self.before("write"):
            return code
        self.operations.append(Operation("write", suffix, at, ctypes.string_at(data, amount)))
        return int(real.write(file, data, amount, at))

    def _truncate(self, file: int, size: int) -> int:
        suffix, real = self._files[file]
        if code := self.before("truncate"):
            return code
        self.operations.append(Operation("truncate", suffix, size))
        return int(real.truncate(file, size))

    def _sync(self, file: int, flags: int) -> int:
        suffix, real = self._files[file]
        if code := self.before("sync"):
            return code
        if self.lies:
            return OK
        code = int(real.sync(file, flags))
        self.operations.append(Operation("sync", suffix))
        self.synced()
        return code


def _address(function: Any) -> int | None:
    return ctypes.cast(function, c_void_p).value


def _library() -> Any:
    """The library that the standard `sqlite3` uses, whether it is linked with it or contains it."""
    module = importlib.import_module("_sqlite3")
    library = ctypes.CDLL(getattr(module, "__file__", None))
    if not hasattr(library, "sqlite3_vfs_register"):
        raise Cannot("this Python's SQLite shows no functions of its own")
    return library
