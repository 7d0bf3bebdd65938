"""Search as you type on a million contacts: the desk against LIKE."""

from __future__ import annotations

import sqlite3
from random import Random
from statistics import median, quantiles

from tests.bench import programs
from tests.bench.figure import Bench, Figure, Part, at_least, say
from tests.bench.million import CONTACTS, plain_copy, profile

QUERIES = 40
LONGEST = 12
LIMIT = 50
SOURCES = ("name", "name", "company", "email", "phone", "job_title")


def measure(bench: Bench) -> list[Figure]:
    """The first hits in name order and the exact total, query by query, each side in a process of its own.

    The queries are asked one after the other, several times over; of each, the median counts.
    """
    contacts = bench.scaled(CONTACTS)
    desk, plain = profile(bench, contacts), plain_copy(bench, contacts)
    queries = typed(sqlite3.connect(desk.database), contacts)
    given = {"queries": queries, "limit": LIMIT, "rounds": bench.rounds}
    say("searching with LIKE")
    like = programs.run("controls.like", {**given, "file": str(plain)})
    say("searching with the desk")
    ours = programs.run("subjects.search", {**given, "profile": str(desk.root)})
    for text, mine, bare, hits, bare_hits in zip(
        queries, ours["seconds"], like["seconds"], ours["totals"], like["totals"], strict=True
    ):
        say(f"{text!r:16} {mine * 1e3:7.1f} ms, {hits:,} hits; LIKE {bare * 1e3:7.0f} ms, {bare_hits:,} hits")
    say(f"the first time each is asked: median {ms(median(ours['first']))}, 95th percentile {ms(p95(ours['first']))}")
    middle, bare_middle = median(ours["seconds"]), median(like["seconds"])
    slow, bare_slow = p95(ours["seconds"]), p95(like["seconds"])
    what = f"search of {contacts:,} contacts: {QUERIES} queries"
    return [
        at_least(f"{what}, median", ms(middle), ms(bare_middle), bare_middle / middle, 50.0),
        at_least(f"{what}, 95th percentile", ms(slow), ms(bare_slow), bare_slow / slow, 10.0),
    ]


def typed(database: sqlite3.Connection, contacts: int) -> list[str]:
    """What somebody might have typed so far: beginnings, 1 to 12 characters long, of words that are there."""
    random = Random(1)
    queries: list[str] = []
    while len(queries) < QUERIES:
        length = len(queries) % LONGEST + 1
        column = SOURCES[len(queries) % len(SOURCES)]
        row = database.execute(f"SELECT {column} FROM item WHERE id = ?", (random.randrange(contacts) + 1,)).fetchone()
        text = row[0].lower()[:length].strip()
        if len(text) == length and text not in queries and any(letter.isalnum() for letter in text):
            queries.append(text)
    database.close()
    return queries


def ms(seconds: float) -> str:
    """Milliseconds as text."""
    return f"{seconds * 1e3:,.1f} ms"


def p95(seconds: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(seconds, n=20, method="inclusive")[-1]


PART = Part(
    "search",
    "First 50 hits in name order and the exact total",
    "LIKE '%q%' over the same eight columns of a plain table that lies in name order: one query for the first 50, one"
    " for the total (it also finds the inside of words, and no accents or phone notations)",
    measure,
)
