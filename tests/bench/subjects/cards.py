"""A file of cards read to its end, by the desk or by vobject."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import Any

from tests.bench import programs


def read(given: dict[str, Any]) -> dict[str, Any]:
    count = _ours if given["by"] == "ours" else _vobject
    path = Path(given["path"])
    count(path.with_name("none.vcf"))  # whatever is loaded once
    before, began = _peak(), time.process_time()
    cards = count(path)
    return {"cards": cards, "cpu": time.process_time() - began, "memory": _peak() - before}


def _ours(path: Path) -> int:
    from crmdesk.formats.cards.incoming import read_cards

    if not path.exists():
        return 0
    with path.open("rb") as stream:
        return sum(1 for row in read_cards(stream) if row.skip is None)


def _vobject(path: Path) -> int:
    import vobject

    if not path.exists():
        return 0
    text = path.read_text("utf-8")
    return sum(1 for _ in vobject.readComponents(text, allowQP=True, ignoreUnreadable=True))


def _peak() -> float:
    """The most memory that this process had, in MB; on Linux not what the one that started it had."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)


if __name__ == "__main__":
    programs.answer(read(programs.given()))
