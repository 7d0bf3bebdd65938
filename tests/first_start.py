"""The database that a first start makes, made by the program once for each process and laid where a test wants one.

To make it anew takes longer than most tests. Tests of a first start, and of opening itself, let the desk make its own.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from crmdesk.store.store import _make
from crmdesk.system.paths import Profile


def begun(profile: Profile) -> Profile:
    """A profile that was started once, as it is, or with nothing in it yet."""
    profile.prepare()
    laid(profile.database)
    return profile


def laid(database: Path) -> Path:
    """A database that is there, as it is, or with nothing in it yet."""
    if not database.exists():
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        database.touch(mode=0o600)
        database.write_bytes(_empty())
    return database


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory(prefix="first-start-") as directory:
        made = Path(directory) / "crmdesk.db"
        _make(made)
        return made.read_bytes()
