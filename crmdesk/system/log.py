"""Logging: two rotated files for their owner alone, every record blackened before it is written."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from crmdesk.system.paths import Profile, open_private, private_directory
from crmdesk.system.redaction import Redactor, redactor

LEVEL_VARIABLE = "LOG_LEVEL"
LEVELS = {
    "error": logging.ERROR,
    "warn": logging.WARNING,
    "warning": logging.WARNING,
    "info": logging.INFO,
    "debug": logging.DEBUG,
}
FILE_BYTES = 2 * 1024 * 1024
FILES_KEPT = 5

_ROOT = "crmdesk"
log = logging.getLogger(__name__)


class RedactingFormatter(logging.Formatter):
    """One line a record: UTC time, level, logger, message; a trace follows with each line set in.

    The whole text is blackened, arguments and exception texts included, after it was put together.
    """

    def __init__(self, blackener: Redactor = redactor) -> None:
        super().__init__()
        self._blackener = blackener

    def format(self, record: logging.LogRecord) -> str:
        try:
            message = record.getMessage()
        except Exception as error:
            message = f"{record.msg!r} (the record's arguments do not fit: {type(error).__name__})"
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        # A line break inside a message could forge another record.
        text = f"{moment} {record.levelname} {record.name}: " + self._blackener.redact(message).replace("\n", "\\n")
        for more in (record.exc_info and self.formatException(record.exc_info), record.stack_info):
            if more:
                text += "".join(f"\n  | {line}" for line in self._blackener.redact(more).split("\n"))
        return text


class PrivateRotatingFile(RotatingFileHandler):
    """A rotated file that is made with mode 0600; a log that cannot be written never stops the desk."""

    def _open(self) -> TextIOWrapper:
        descriptor = open_private(Path(self.baseFilename), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        return open(descriptor, "a", encoding="utf-8", errors="backslashreplace")

    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the record: a full disk must not turn one failure into a stream of them on stderr."""


def setup(profile: Profile, level: str | None = None, *, environ: Mapping[str, str] | None = None) -> None:
    """Write this process's log into the profile: app.log, and error.log with the errors apart.

    `level` (error, warn, info, debug) defaults to LOG_LEVEL, else info. Other libraries speak from warnings upwards
    only, whatever the level: their debug records hold requests and statements. A second call moves the log.
    """
    wanted = (level or (os.environ if environ is None else environ).get(LEVEL_VARIABLE, "")).strip().lower()
    private_directory(profile.logs)
    shutdown()
    root, own = logging.getLogger(), logging.getLogger(_ROOT)
    for name, lowest in (("app.log", logging.NOTSET), ("error.log", logging.ERROR)):
        handler = PrivateRotatingFile(
            profile.logs / name, maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True
        )
        handler.setLevel(lowest)
        handler.setFormatter(RedactingFormatter())
        handler.addFilter(_own_or_serious)
        root.addHandler(handler)
    root.setLevel(logging.WARNING)
    own.setLevel(LEVELS.get(wanted, logging.INFO))
    logging.captureWarnings(True)
    if wanted and wanted not in LEVELS:
        log.warning("%s is not one of error, warn, info, debug; info is used", LEVEL_VARIABLE)


def level_of_the_start(environ: Mapping[str, str] | None = None) -> str:
    """The level that LOG_LEVEL named for this start, "" for none."""
    wanted = (os.environ if environ is None else environ).get(LEVEL_VARIABLE, "").strip().lower()
    return wanted if wanted in LEVELS else ""


def choose_level(level: str) -> None:
    """Log from that level upwards from now on, unless LOG_LEVEL named another for this start."""
    if not level_of_the_start():
        logging.getLogger(_ROOT).setLevel(LEVELS.get(level, logging.INFO))


def shutdown() -> None:
    """Close this process's log files."""
    logging.captureWarnings(False)
    root = logging.getLogger()
    for handler in [found for found in root.handlers if isinstance(found, PrivateRotatingFile)]:
        root.removeHandler(handler)
        handler.close()


class Once:
    """Says a lasting trouble once when it begins, at `level`, and once when it has ended, at info.

    However often it is met between is only told at debug.
    """

    def __init__(self, logger: logging.Logger, level: int = logging.WARNING) -> None:
        self._logger, self._level = logger, level
        self._open: dict[str, int] = {}
        self._guard = threading.Lock()

    def failed(self, key: str, message: str, *args: object, trace: BaseException | None = None) -> bool:
        """Log the trouble `key` if it is new, with its trace if there is one, else at debug; whether it was new."""
        with self._guard:
            met = self._open.get(key, 0)
            self._open[key] = met + 1
        self._logger.log(logging.DEBUG if met else self._level, message, *args, exc_info=trace)
        return not met

    @property
    def open(self) -> tuple[str, ...]:
        """The troubles that have not ended."""
        with self._guard:
            return tuple(self._open)

    def recovered(self, key: str, message: str, *args: object) -> bool:
        """Log that the trouble `key` has ended, if it was open; whether it was."""
        with self._guard:
            met = self._open.pop(key, 0)
        if met:
            self._logger.info(message + " (met %d times)", *args, met)
        return bool(met)


def _own_or_serious(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name == _ROOT or record.name.startswith(f"{_ROOT}.")
