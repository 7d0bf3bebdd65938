"""The table on a million contacts: the desk's against a QSqlQueryModel."""

from __future__ import annotations

import shutil
from random import Random
from statistics import median, quantiles
from typing import Any

from tests.bench import programs
from tests.bench.figure import Bench, Figure, Part, at_least, at_most, say
from tests.bench.million import CONTACTS, profile

JUMPS = 300
SIZE = (1100, 760)
ROW_HEIGHT = 34


def measure(bench: Bench) -> list[Figure]:
    """First paint, the end, jumps and memory, each side in a process of its own."""
    contacts = bench.scaled(CONTACTS)
    desk = profile(bench, contacts)
    random = Random(1)
    rows = [random.randrange(round(contacts * 0.97)) for _ in range(JUMPS)]  # archived ones are not in the list
    copy = bench.place / "copy.db"
    given = {"size": SIZE, "row_height": ROW_HEIGHT, "rows": rows}
    ours: list[dict[str, Any]] = []
    bare: list[dict[str, Any]] = []
    shutil.copyfile(desk.database, copy)
    try:
        for number in range(bench.rounds):
            bare.append(programs.run("controls.query_model", {**given, "file": str(copy)}))
            ours.append(programs.run("subjects.table", {**given, "profile": str(desk.root)}))
            if (ours[-1]["total"], ours[-1]["last"]) != (bare[-1]["total"], bare[-1]["last"]):
                raise AssertionError(f"the tables show different lists: {ours[-1]}, {bare[-1]}")
            say(f"round {number + 1}: {_told(ours[-1])}; QSqlQueryModel {_told(bare[-1])}")
    finally:
        for part in bench.place.glob("copy.db*"):
            part.unlink()
    return _figures(contacts, ours, bare)


def _figures(contacts: int, ours: list[dict[str, Any]], bare: list[dict[str, Any]]) -> list[Figure]:
    first, bare_first = _median(ours, "first"), _median(bare, "first")
    jump, bare_jump = median(_p99(one) for one in ours), median(_p99(one) for one in bare)
    end, bare_end = _median(ours, "end"), _median(bare, "end")
    memory, bare_memory = _median(ours, "memory"), _median(bare, "memory")
    what = f"table of {contacts:,} contacts"
    return [
        at_most(f"{what}: first paint", _ms(first), _ms(bare_first), first / bare_first, 3.0, 1.5),
        at_most(f"{what}: jump anywhere, p99", _ms(jump), _ms(bare_jump), jump / bare_jump, 3.0, 1.5),
        at_least(f"{what}: to the end, right after", _ms(end), _ms(bare_end), bare_end / end, 50.0),
        at_most(f"{what}: memory", _mb(memory), _mb(bare_memory), memory / bare_memory, 1 / 3),
    ]


def _told(one: dict[str, Any]) -> str:
    return (
        f"first {_ms(one['first'])}, end {_ms(one['end'])}, jumps p50 {_ms(median(one['jumps']))}"
        f" p99 {_ms(_p99(one))}, {_mb(one['memory'])}"
    )


def _median(rounds: list[dict[str, Any]], key: str) -> float:
    return median(float(one[key]) for one in rounds)


def _p99(one: dict[str, Any]) -> float:
    return float(quantiles(one["jumps"], n=100, method="inclusive")[-1])


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:,.1f} ms"


def _mb(size: float) -> str:
    return f"{size / 2**20:,.0f} MB"


PART = Part(
    "table",
    "The table on a million contacts",
    "a bare QTableView on QSqlQueryModel with five columns, over a copy of the desk's file, which fetches all rows to"
    " reach the end and holds them all before it jumps",
    measure,
)
