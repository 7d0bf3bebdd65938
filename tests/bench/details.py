"""How a thin list and its details are pulled from a slow CRM: the desk against one request after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from statistics import median
from typing import Any

from crmdesk.demo.process import DemoProcess
from tests.bench import programs
from tests.bench.figure import Bench, Figure, Part, at_least, say
from tests.bench.pulling import Subject, about

CONTACTS = 5_000
PART_OF_IT = 10  # the control reads a tenth: one after the other, ten times as many take ten times as long
PAGE = "100"
ANSWER_MS = 100
MOST_IN_FLIGHT = 30
MONTHLY_CALLS = "1000000"  # so that the hour's quota does not end the first pull


def measure(bench: Bench) -> list[Figure]:
    """The first pull of a Flex whose every answer is late; its limits and the count of its calls must hold exactly."""
    contacts = bench.scaled(CONTACTS)
    pairs: list[tuple[float, float]] = []
    with DemoProcess(contacts, 1, warm=False) as demo:
        account = next(account for account in demo.accounts if account.provider == "flex")
        given = about(account, {"page_size": PAGE, "monthly_calls": MONTHLY_CALLS}) | {"provider": "flex"}
        part = {**given, "most": contacts // PART_OF_IT, "file": str(bench.place / "bare.db")}
        demo.control("weather", {"name": "slow", "ms": ANSWER_MS}, "flex")
        say(f"one request after the other: {part['most']:,} of {contacts:,} contacts")
        bare = programs.run("controls.details", part)
        for file in bench.place.glob("bare.db*"):
            file.unlink()
        bare_seconds = bare["seconds"] * contacts / bare["fetched"]
        for number in range(bench.rounds):
            before = demo.control("requests?path=none", provider="flex")["total"]
            with Subject(bench, given) as subject:
                ours = subject.pull()
                _check(ours, contacts, demo.control("requests?path=none", provider="flex"), before, subject)
            pairs.append((ours["seconds"], bare_seconds / ours["seconds"]))
            say(f"round {number + 1}: {ours['seconds']:.1f} s, work {ours['work']:.1f} s")
    ours_seconds, ratio = median(mine for mine, _ in pairs), median(ratio for _, ratio in pairs)
    what = f"Flex, {contacts:,} contacts with details, {ANSWER_MS} ms an answer"
    return [at_least(what, f"{ours_seconds:.1f} s", f"{bare_seconds:.1f} s", ratio, 15.0)]


def _check(ours: Mapping[str, Any], contacts: int, log: Mapping[str, Any], before: int, subject: Subject) -> None:
    if (ours["outcome"], ours["balanced"], ours["new"]) != ("success", True, contacts):
        raise AssertionError(f"the pull did not go well: {ours}")
    if log["peak"] > MOST_IN_FLIGHT:
        raise AssertionError(f"{log['peak']} requests were in flight at once")
    database = sqlite3.connect(subject.database)
    try:
        ((counted,),) = database.execute("SELECT sum(calls) FROM ledger")
    finally:
        database.close()
    if counted != log["total"] - before:
        raise AssertionError(f"{counted} calls were counted, {log['total'] - before} were made")


PART = Part(
    "flex",
    "A thin list with a detail for each record, of a slow CRM",
    f"a bare program (httpx, sqlite3), one request after the other, for 1 in {PART_OF_IT} of the contacts, its time"
    " multiplied; never more than 30 in flight and the quota's count exact, else the bench fails",
    measure,
)
