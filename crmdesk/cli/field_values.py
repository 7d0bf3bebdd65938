"""Values of fields that stand in a file or come on standard input: FIELD=@FILE, FIELD=-.

They are read in the process that the user called, since whoever carries the command out works in another directory.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from crmdesk.cli.call import UsageError
from crmdesk.domain.fields import FIELDS, FieldType

MOST_BYTES = 150_000  # in one command, so that it can be handed to another process however its text is spelled
NO_FIELDS = ("kind", "account")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def with_values(words: Sequence[str], stdin: IO[str] | None) -> tuple[str, ...]:
    """The words with what their files, or standard input, hold in place of @FILE and -. Raises UsageError.

    The @ of a name in a social network is its own: `instagram=@ada`.
    """
    given, left, from_stdin = [], MOST_BYTES, ""
    for word in words:
        key, separator, value = word.partition("=")
        read: bytes | None = None
        if separator and key not in NO_FIELDS and value == "-":
            if from_stdin:
                raise UsageError(f"{from_stdin} and {key} cannot both come on standard input.")
            from_stdin, read = key, _of_stdin(stdin, left)
        elif separator and key not in NO_FIELDS and value.startswith("@") and not _is_handle(key):
            read = _of_file(key, value[1:], left)
        if read is not None:
            left -= len(read)
            if left < 0:
                raise UsageError(f"The value of {key} is too long: one command takes {MOST_BYTES:,} bytes at most.")
            word = f"{key}={_text(key, read)}"
        given.append(word)
    return tuple(given)


def _is_handle(key: str) -> bool:
    return any(fields[key].type is FieldType.HANDLE for fields in FIELDS.values() if key in fields)


def _of_stdin(stdin: IO[str] | None, most: int) -> bytes:
    if stdin is None:
        return b""
    binary = getattr(stdin, "buffer", None)
    return binary.read(most + 1) if binary is not None else stdin.read(most + 1).encode()


def _of_file(key: str, name: str, most: int) -> bytes:
    if not name or "\0" in name:
        raise UsageError(f"{key}=@ is followed by the name of a file.")
    try:
        with Path(name).expanduser().open("rb") as file:
            return file.read(most + 1)
    except (OSError, RuntimeError) as broken:
        reason = (broken.strerror if isinstance(broken, OSError) else None) or str(broken)
        raise UsageError(
            f"The value of {key} cannot be read from the file {name!r}: {reason}.",
            next=f"A value that begins with @ itself comes from a file or standard input: {key}=-",
        ) from None


def _text(key: str, read: bytes) -> str:
    """Without a byte order mark and the line break with which files end."""
    try:
        text = read.removeprefix(_BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError:
        raise UsageError(f"The value of {key!r} is not valid UTF-8.") from None
    if "\0" in text:
        raise UsageError(f"The value of {key} holds a NUL character, which no database keeps.")
    return text.removesuffix("\n").removesuffix("\r")
