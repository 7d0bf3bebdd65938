"""Where a command's result and its messages go, as one JSON document or as plain lines."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from typing import IO

from crmdesk.cli.call import Result
from crmdesk.cli.tables import neutral
from crmdesk.domain.notation.json_shapes import to_text
from crmdesk.errors import DeskError

Write = Callable[[str], object]


class OutputFailed(DeskError):
    """Standard output cannot be written: a full disk behind it, say. What the command did stays done."""

    id = "OUTPUT_FAILED"
    title = "The result could not be written"
    safe = "What the command did stays done."
    remedy = "Send the output somewhere else; a reading command can be run again."


class Output:
    """Writes one result, or one error, and any number of messages; with JSON, standard output is that one document."""

    def __init__(self, out: Write, err: Write, *, as_json: bool, terminal: bool = False) -> None:
        self._write = out
        self._as_json = as_json
        self._written = False
        self.terminal = terminal  # whether messages are read on a terminal
        # What another process writes in our name is kept until it has ended, so that a half document is never shown.
        self.out = Collected() if as_json else Passed(out)
        self.err = Passed(err)

    def result(self, result: Result) -> int:
        """Write the result; gives its exit code."""
        text = to_text(result.document) if self._as_json else "".join(f"{line}\n" for line in result.lines())
        if result.aside:
            self.err.write(text)
        elif self._as_json:
            self._document(text)
        else:
            self._write(text)
        return result.code

    def error(self, error: DeskError) -> None:
        """Write why the command failed, unless the result stands already."""
        if self._as_json and not self._written:
            self._document(to_text({"error": error.as_json()}))
        else:
            self.say(f"{error.what}: {error.why}")
            self.say(f"{error.safe} {error.next}")

    def handed_over(self) -> None:
        """Show the document that another process wrote."""
        if isinstance(self.out, Collected):
            self._document("".join(self.out.parts))

    def say(self, message: str) -> None:
        """A message beside the result."""
        self.err.write(f"{neutral(message)}\n")

    def draw(self, text: str) -> None:
        """Text for a terminal as it is."""
        self.err.write(text)

    def close(self) -> None:
        """Let nothing of a broken pipe be seen when the interpreter ends."""
        for stream in (sys.stdout, sys.stderr):
            try:
                if stream is not None:
                    stream.flush()
            except (OSError, ValueError):
                _silence(stream)

    def _document(self, text: str) -> None:
        self._written = True
        self._write(text)


class Passed:
    """Passes text on as it comes."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def write(self, text: str, /) -> object:
        return self._write(text)

    def flush(self) -> None:
        """Nothing is held back."""


class Collected:
    """Keeps text."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, text: str, /) -> None:
        self.parts.append(text)

    def flush(self) -> None:
        """It is kept."""


def standard(*, as_json: bool) -> Output:
    """The process's own standard output and error."""
    terminal = sys.stderr is not None and sys.stderr.isatty()
    return Output(_writer(sys.stdout, exact=as_json), _writer(sys.stderr), as_json=as_json, terminal=terminal)


def _writer(stream: IO[str] | None, *, exact: bool = False) -> Write:
    """Writes to a stream in its own encoding, or `exact`ly in UTF-8; a reader that has gone is no failure."""

    def write(text: str) -> None:
        if stream is None:
            return
        try:
            buffer = getattr(stream, "buffer", None)
            if buffer is None:
                stream.write(text)
            else:
                encoding = "utf-8" if exact else (getattr(stream, "encoding", None) or "utf-8")
                stream.flush()
                buffer.write(text.encode(encoding, "backslashreplace"))
            stream.flush()
        except BrokenPipeError:
            _silence(stream)
        except OSError as error:
            _silence(stream)
            raise OutputFailed(f"{error.strerror or error}.") from error

    return write


def _silence(stream: IO[str]) -> None:
    """Point a stream whose reader has gone at nothing."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
