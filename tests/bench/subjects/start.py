"""The desk starts: from the start of its process to the first painted row."""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path

from tests.bench import programs


def first_row() -> None:
    """What was measured is done: the process ends where it stands."""
    programs.answer({"seconds": time.monotonic() - programs.began()})
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    gc.disable()  # as crmdesk.__main__ does
    from crmdesk.app import session
    from crmdesk.system.paths import Profile

    session.run(Profile.at(Path(programs.given()["profile"])), first_row=first_row)
