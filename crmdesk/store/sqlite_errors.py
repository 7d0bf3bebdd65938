"""What SQLite's failures mean: from its error codes to the desk's own errors."""

from __future__ import annotations

import json
import sqlite3
from traceback import walk_tb

import msgspec
import peewee

from crmdesk.errors import DatabaseCorrupt, DatabaseLocked, DatabaseReadOnly, DiskFull, StoreError

DATABASE_ERRORS = (sqlite3.Error, peewee.PeeweeException)

_BY_CODE: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_FULL: (DiskFull, "There is no room left on the disk that holds the profile."),
    sqlite3.SQLITE_BUSY: (DatabaseLocked, "Another program has kept the database locked for too long."),
    sqlite3.SQLITE_LOCKED: (DatabaseLocked, "Another program has kept the database locked for too long."),
    sqlite3.SQLITE_PROTOCOL: (DatabaseLocked, "Another program has kept the database locked for too long."),
    sqlite3.SQLITE_READONLY: (DatabaseReadOnly, "The database file or its folder does not allow writing."),
    sqlite3.SQLITE_PERM: (DatabaseReadOnly, "The database file or its folder does not allow writing."),
    sqlite3.SQLITE_CANTOPEN: (DatabaseReadOnly, "The database file cannot be opened for writing."),
    sqlite3.SQLITE_CORRUPT: (DatabaseCorrupt, "The database file is damaged."),
    sqlite3.SQLITE_NOTADB: (DatabaseCorrupt, "The file is not a database."),
    sqlite3.SQLITE_IOERR: (StoreError, "The disk failed while reading or writing."),
}


_NO_ROOM = (DiskFull, "There is no room left on the disk for the index that the database needs to be opened.")
OPEN_AGAIN = "Free some room on that disk (a megabyte is enough), then open it again; nothing needs to be restored."
# The log's shared index cannot be made or grown: for want of 32 KB, where the folder can be written at all.
_OF_THE_INDEX = frozenset({sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMMAP})
# What a stored value raises that is not as the desk wrote it: bytes that are no text, JSON or words that are none.
UNREADABLE = (
    UnicodeDecodeError, msgspec.MsgspecError, ValueError, TypeError, KeyError, AttributeError, IndexError,
    OverflowError,
)  # fmt: skip


def code_of(error: BaseException) -> int | None:
    """SQLite's extended result code, found along the chain of causes; None when there is none."""
    seen: BaseException | None = error
    while seen is not None:
        code = getattr(seen, "sqlite_errorcode", None)
        if isinstance(code, int):
            return code
        wrapped = seen.args[0] if seen.args and isinstance(seen.args[0], BaseException) else None
        seen = wrapped or seen.__cause__ or seen.__context__
    return None


def classified(error: BaseException) -> StoreError | None:
    """The desk's error for a failure of the database or its disk; None for a fault of the program."""
    code = code_of(error)
    if (
        code is None
        and isinstance(error, sqlite3.OperationalError | peewee.OperationalError)
        and "decode" in str(error)
    ):
        return DatabaseCorrupt("A stored text is damaged.", detail=type(error).__name__)
    if code is None:
        return _of_a_value(error)
    found = _NO_ROOM if code in _OF_THE_INDEX else _BY_CODE.get(code & 0xFF)
    if found is None:
        return None
    kind, why = found
    if found is _NO_ROOM:
        return kind(why, next=OPEN_AGAIN, detail=f"SQLite {code}: {error}")
    # The text of SQLite names tables and codes, never values; it is for the support copy.
    return kind(why, detail=f"SQLite {code}: {error}")


def _of_a_value(error: BaseException) -> DatabaseCorrupt | None:
    """The failure where a stored value could not be read; what a CRM sent is read elsewhere."""
    if not isinstance(error, UnicodeDecodeError | json.JSONDecodeError | msgspec.MsgspecError):
        return None
    places = {str(frame.f_globals.get("__name__", "")) for frame, _line in walk_tb(error.__traceback__)}
    if any(".providers" in place for place in places) or not any(place.startswith(_HERE) for place in places):
        return None
    return DatabaseCorrupt("A stored value is damaged.", detail=type(error).__name__)


_HERE = __name__.rpartition(".")[0]
