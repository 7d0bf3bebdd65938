"""Where every unexpected exception ends: the log, once the window or the command line, and a dump for a hard crash."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from crmdesk.frozen import dataclass
from crmdesk.system.paths import Profile, open_private, private_directory
from crmdesk.system.redaction import redactor

if TYPE_CHECKING:
    import asyncio

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ProgramError:
    """A fault of this program, blackened, as window and command line may show it; `where` names the hook."""

    where: str
    kind: str
    summary: str
    trace: str


class Reporter:
    """The one end of all unexpected exceptions: each is logged with its trace, and shown once.

    The same fault (class and line) is shown again at the earliest after `quiet` seconds and logged at most `burst`
    times in that span, so that a fault in a paint or a timer floods neither log nor window.
    """

    def __init__(
        self,
        report: Callable[[ProgramError], None],
        *,
        quiet: float = 60.0,
        burst: int = 5,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._report = report
        self._quiet, self._burst, self._clock = quiet, burst, clock
        self._seen: dict[tuple[str, str], tuple[float, int]] = {}
        self._guard = threading.RLock()
        self._busy = threading.local()

    def caught(self, where: str, error: BaseException | None, message: str = "") -> None:
        """Log and show one exception, or a message that came without one; never raises."""
        if getattr(self._busy, "now", False):
            return
        self._busy.now = True
        try:
            self._handle(where, error, message)
        # The last resort must not fail: there is nobody left to tell.
        except Exception:
            log.exception("a program error could not be shown")
        finally:
            self._busy.now = False

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take the loop's unhandled exceptions too."""
        loop.set_exception_handler(self._loop_failed)

    def _handle(self, where: str, error: BaseException | None, message: str) -> None:
        kind = type(error).__name__ if error is not None else "message"
        count = self._count(kind, error, message)
        if count > self._burst:
            return
        info = (type(error), error, error.__traceback__) if error is not None else None
        log.error("program error in %s: %s", where, message or kind, exc_info=info)
        if count == 1:
            trace = "".join(traceback.format_exception(error)) if error is not None else ""
            summary = redactor.redact(f"{message}: {error}" if message and error is not None else message or str(error))
            self._report(ProgramError(where, kind, summary, redactor.redact(trace)))

    def _count(self, kind: str, error: BaseException | None, message: str) -> int:
        place = message
        if error is not None and error.__traceback__ is not None:
            last = traceback.extract_tb(error.__traceback__, limit=-1)[-1]
            place = f"{last.filename}:{last.lineno}"
        now = self._clock()
        with self._guard:
            since, count = self._seen.get((kind, place), (now, 0))
            if now - since > self._quiet:
                since, count = now, 0
            self._seen[kind, place] = (since, count + 1)
        return count + 1

    def _loop_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.caught("task", context.get("exception"), str(context.get("message", "")))


class Hooks:
    """The installed hooks; `remove` puts the earlier ones back."""

    def __init__(self, reporter: Reporter, faults: IO[bytes] | None) -> None:
        self.reporter = reporter
        self._faults = faults
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Take over the hooks of the main program, of threads and of destructors, and the crash dump."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._thread_failed
        sys.unraisablehook = self._unraisable
        if self._faults is not None:
            faulthandler.enable(self._faults, all_threads=True)

    def remove(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self.reporter.caught("main", error.with_traceback(trace))

    def _thread_failed(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            self.reporter.caught("thread", args.exc_value, f"thread {args.thread.name if args.thread else '?'}")

    def _unraisable(self, args: Any) -> None:
        self.reporter.caught("destructor", args.exc_value, args.err_msg or "")


def install_hooks(
    report: Callable[[ProgramError], None], profile: Profile | None = None, *, reporter: Reporter | None = None
) -> Hooks:
    """Send every unexpected exception to the log and, once each, to `report`, in whatever thread it happens.

    With a profile, a crash of the interpreter itself leaves its stacks in logs/faults.log. Call `hooks.reporter.watch`
    with the loop when there is one.
    """
    faults: IO[bytes] | None = None
    if profile is not None:
        private_directory(profile.logs)
        descriptor = open_private(profile.logs / "faults.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        faults = os.fdopen(descriptor, "wb", buffering=0)
    hooks = Hooks(reporter or Reporter(report), faults)
    hooks.install()
    return hooks
