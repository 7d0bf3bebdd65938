"""What a command is given and what it gives back, whichever process carries it out."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from crmdesk.domain.values import id_in
from crmdesk.errors import DeskError, DuplicateAccount, NotFound, QueryInvalid, UserInputError

if TYPE_CHECKING:
    from crmdesk.desk import Desk
    from crmdesk.system.paths import Profile

DONE, LEFT_SOMETHING, USAGE, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 3, 130

Document = Mapping[str, Any]


class UsageError(UserInputError):
    """The command line itself is wrong: an unknown command, option or field, or a value that is none."""

    id = "USAGE"
    title = "The command was not understood"
    remedy = "`crmdesk --help` shows every command."


class Interrupted(DeskError):
    """The user ended the command."""

    id = "INTERRUPTED"
    title = "The command was ended"
    safe = "What was saved or sent before stays; a send without an answer is looked up at the next sync."
    remedy = "Run it again to go on."


@dataclass(frozen=True, slots=True)
class Given:
    """What only the calling process knows: its standard input, its variables, and whether it shows progress bars."""

    secret: str | None = field(default=None, repr=False)  # as it came on stdin
    variables: Mapping[str, str] = field(default_factory=dict, repr=False)  # of the providers' secrets
    terminal: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One command to be carried out on an open desk.

    `say` shows one line apart from the result; `draw` writes to the terminal as it is, for a bar that is drawn over.
    """

    desk: Desk
    asked: Namespace
    given: Given
    say: Callable[[str], None]
    draw: Callable[[str], None]

    def show_progress(self, done: int, of: int) -> None:
        """Say on a terminal how far it is, in one line."""
        if self.given.terminal:
            self.draw(f"\r{done:,} of {of:,}" + ("\n" if done >= of else ""))


@dataclass(frozen=True, slots=True)
class Alone:
    """One command that works without an open desk."""

    asked: Namespace
    profile: Profile
    as_json: bool
    say: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Served:
    """What serves until it is ended needs: where it works, on which port, and where it says so."""

    profile: Profile
    port: int | None
    out: Callable[[str], None]
    say: Callable[[str], None]


Serve = Callable[[Served], int]


@dataclass(frozen=True, slots=True)
class Result:
    """What a command came to: a document for scripts, lines for people, and the exit code."""

    document: Document
    lines: Callable[[], Iterable[str]]
    code: int = DONE
    aside: bool = False  # told on standard error, since standard output is something else


def words_of(text: str) -> list[str]:
    """The words of an option that takes several of them with commas between."""
    return [word.strip() for word in text.split(",") if word.strip()]


@contextlib.contextmanager
def as_usage() -> Iterator[None]:
    """Report input that can never work, whatever the desk holds, as wrong usage."""
    try:
        yield
    except (NotFound, DuplicateAccount, UsageError):
        raise
    except UserInputError as error:
        raise UsageError(error.why, next=error.next if error.next != error.remedy else None) from error


def id_of(text: str, what: str, *, next: str | None = None) -> int:
    """The id of something of the desk. Raises NotFound for a text that is none."""
    found = id_in(text)
    if found is None:
        raise NotFound(f"There is no {what} “{text}”.", next=next)
    return found


def exit_code(error: DeskError) -> int:
    """The exit code of a command that ended with this error."""
    if isinstance(error, UsageError | QueryInvalid):
        return USAGE
    return INTERRUPTED if isinstance(error, Interrupted) else NOTHING_DONE
