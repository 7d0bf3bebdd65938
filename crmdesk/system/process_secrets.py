"""What a process that knows secrets keeps to itself: its variables from its children, its memory from dumps."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Mapping

_SECRET = re.compile(r"(?:^|_)(?:KEY|TOKEN|PASSWORD|PASSPHRASE|SECRET|CREDENTIALS?)$", re.IGNORECASE)
_SET_DUMPABLE = 4  # Linux: prctl's PR_SET_DUMPABLE
_held: dict[str, str] = {}


def environment() -> Mapping[str, str]:
    """The variables that the process was started with."""
    return {**_held, **os.environ}


def withhold() -> None:
    """Take the variables that hold secrets out of what children inherit, and keep the memory out of dumps.

    A browser, a mail program and the demo CRMs need no key; a dump of a crash would hold those in use, and a process
    that may be dumped may be looked into by every other one of the same user. To be called once, at the very start.
    """
    for name in [name for name in os.environ if _SECRET.search(name)]:
        _held[name] = os.environ.pop(name)
    if sys.platform == "win32":
        return
    import resource  # Windows has none

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux":
        import ctypes  # 5 ms elsewhere

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
