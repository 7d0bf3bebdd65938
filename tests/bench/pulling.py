"""How fast a list is pulled, and pulled again: the desk against a bare program."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

from crmdesk.demo.process import DemoProcess
from crmdesk.demo.site.site import DemoAccount
from tests.bench import programs
from tests.bench.figure import Bench, Figure, Part, at_least, say

CONTACTS = 100_000
PAGE = "200"
SEARCHED = ("ma", "anna", "example", "4930")
UNTOUCHED = ("item", "record", "raw", "change", "outbox", "conflict", "tombstone", "search_contact")


def measure(bench: Bench) -> list[Figure]:
    """The first pull and the same pull again, the control before each."""
    contacts = bench.scaled(CONTACTS)
    say(f"the demo CRM prepares {contacts:,} contacts")
    first: list[tuple[float, float]] = []
    again: list[float] = []
    with DemoProcess(contacts, 1, warm=True) as demo:
        given = about(demo.accounts[0], {"page_size": PAGE})
        for number in range(bench.rounds):
            bare = bare_pull(bench, given)
            with Subject(bench, given) as subject:
                ours = subject.pull()
                _check_first(ours, bare, contacts)
                before = subject.state()
                same = subject.pull()
                _check_same(same, contacts)
                if subject.state() != before:
                    raise AssertionError("the pull that had nothing to do changed rows")
            first.append((contacts / ours["seconds"], contacts / bare["seconds"]))
            again.append(contacts / same["seconds"])
            say(
                f"round {number + 1}: first {first[-1][0]:,.0f}/s (work {ours['work']:.1f} s),"
                f" bare {first[-1][1]:,.0f}/s (work {bare['work']:.1f} s), again {again[-1]:,.0f}/s"
            )
    ratios = [mine / bare for mine, bare in first]
    rate, bare_rate, same_rate = median(r for r, _ in first), median(b for _, b in first), median(again)
    repeats = [same / mine for same, (mine, _) in zip(again, first, strict=True)]
    return [
        at_least(
            f"first pull of {contacts:,} contacts", f"{rate:,.0f}/s", f"{bare_rate:,.0f}/s", median(ratios), 0.5, 0.8
        ),
        at_least("the same pull again, nothing written", f"{same_rate:,.0f}/s", f"{rate:,.0f}/s", median(repeats), 4.0),
    ]


def about(account: DemoAccount, settings: Mapping[str, str]) -> dict[str, Any]:
    """What both sides need to know to pull an account of the demo."""
    return {
        "base_url": account.base_url,
        "secret": account.secret,
        "settings": {"base_url": account.base_url, **account.settings, **settings},
        "searched": SEARCHED,
    }


def bare_pull(bench: Bench, given: Mapping[str, Any]) -> Any:
    """The control, into a file of its own that is gone afterwards."""
    file = bench.place / "bare.db"
    try:
        return programs.run("controls.pull", {**given, "file": str(file)})
    finally:
        for part in bench.place.glob("bare.db*"):
            part.unlink()


class Subject:
    """A profile of the desk that is pulled into, once or several times, each time by a process of its own."""

    def __init__(self, bench: Bench, given: Mapping[str, Any]) -> None:
        self._profile = bench.place / "profile"
        self._given = {**given, "profile": str(self._profile), "key": os.urandom(32).hex()}

    def __enter__(self) -> Subject:
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._profile, ignore_errors=True)

    def pull(self) -> Any:
        """Sync once."""
        return programs.run("subjects.pull", self._given)

    @property
    def database(self) -> Path:
        """The file that is pulled into."""
        return self._profile / "crmdesk.db"

    def state(self) -> str:
        """A hash of every row that a pull without news must not touch."""
        return hash_of(self.database)


def hash_of(file: Path) -> str:
    """A hash of the rows that the user's contacts lie in."""
    database = sqlite3.connect(file)
    digest = hashlib.blake2b()
    try:
        for table in UNTOUCHED:
            for row in database.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):
                digest.update(repr(row).encode())
    finally:
        database.close()
    return digest.hexdigest()


def _check_first(ours: Mapping[str, Any], bare: Mapping[str, Any], contacts: int) -> None:
    if (ours["outcome"], ours["balanced"], ours["new"]) != ("success", True, contacts):
        raise AssertionError(f"the first pull did not go well: {ours}")
    if bare["fetched"] != contacts or any(abs(bare["hits"][text] - n) > n * 0.02 for text, n in ours["hits"].items()):
        raise AssertionError(f"the control did not do the same work: {ours['hits']}, {bare['hits']}")


def _check_same(same: Mapping[str, Any], contacts: int) -> None:
    if (same["outcome"], same["balanced"], same["same"], same["new"]) != ("success", True, contacts, 0):
        raise AssertionError(f"the second pull did not go well: {same}")


PART = Part(
    "pull",
    "First pull, and the same pull again",
    "a bare program: httpx, orjson and sqlite3 executemany, a transaction a page, into the desk's own tables and index;"
    " for the pull again, our first pull",
    measure,
)
