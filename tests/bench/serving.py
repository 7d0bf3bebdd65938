"""The local API on a hundred thousand contacts: pages, durable writes, bulk, and the window meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crmdesk.desk import ApiKey, Desk, scopes_of
from crmdesk.secrets.root_key import KEY_VARIABLE
from crmdesk.system.paths import Profile
from tests.bench import programs
from tests.bench.asking import Line, timed
from tests.bench.figure import Bench, Figure, Part, at_least, at_most, say
from tests.bench.million import profile
from tests.bench.searching import ms, p95
from tests.bench.smoothness import P99_MS

CONTACTS = 100_000
PAGES, POSTS, BULK, PAGE = 2_000, 400, 1_000, 50
RATE, SECONDS, PORT = 200, 10.0, 27_651
LONGEST_MS = 50.0
Asked = list[tuple[str, str, bytes]]


def measure(bench: Bench) -> list[Figure]:
    """Each side in a process of its own, asked by this one over four connections; the same bytes from both."""
    contacts = bench.scaled(CONTACTS)
    source = profile(bench, contacts)
    place = bench.place / "api-desk"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(source.root, place)
    os.environ.setdefault(KEY_VARIABLE, os.urandom(32).hex())
    ours, theirs = _asked_of_desk(place), _asked_of_control(bench, place)
    page = f"page of {PAGE} of {contacts:,}"
    return [
        at_least(f"{page}: answers a second", *_rates(PAGES, ours["pages"][0], theirs["pages"][0]), 0.4),
        at_most(f"{page}: p95 of one at a time, to Desk.items", ms(p95(ours["alone"])), ms(p95(ours["items"])),
                p95(ours["alone"]) / p95(ours["items"]), 1.5),
        at_least("durable POST: answers a second", *_rates(POSTS, ours["posts"][0], theirs["posts"][0]), 0.3),
        at_most(f"bulk of {BULK:,}, to edits.make", ms(ours["bulk"]), ms(ours["made"]),
                ours["bulk"] / ours["made"], 2.0),
        *_window(place),
    ]  # fmt: skip


def _rates(amount: int, ours: float, theirs: float) -> tuple[str, str, float]:
    return f"{amount / ours:,.0f}", f"{amount / theirs:,.0f}", theirs / ours


def _pages(contacts: int, path: str) -> Asked:
    return [("GET", path.format(after=number * PAGE % max(contacts - PAGE, 1)), b"") for number in range(PAGES)]


def _asked_of_desk(place: Path) -> dict[str, Any]:
    measured: dict[str, Any] = {}
    with _program("subjects.api", {"profile": str(place), "pages": 200, "bulk": BULK}, place, measured) as served:
        port, key = served["port"], served["key"]
        asked: Asked = []
        cursor = ""
        for _ in range(20):
            path = f"/desk/v1/contacts?limit={PAGE}{cursor}"
            asked.append(("GET", path, b""))
            cursor = f"&cursor={asyncio.run(_cursor(port, key, path))}"
        asyncio.run(timed(port, key, asked, 1))
        found: dict[str, Any] = {"pages": asyncio.run(timed(port, key, asked * (PAGES // 20)))}
        found["alone"] = asyncio.run(timed(port, key, asked * 10, 1))[1]
        posts: Asked = [("POST", "/desk/v1/contacts", b'{"name":"Post %d"}' % number) for number in range(POSTS)]
        found["posts"] = asyncio.run(timed(port, key, posts))
        rows = [{"name": f"Bulk {n}", "emails": [f"bulk{n}@mail.example"]} for n in range(BULK)]
        body = json.dumps({"contacts": rows}).encode()
        found["bulk"] = asyncio.run(timed(port, key, [("POST", "/desk/v1/contacts/bulk", body)], 1))[0]
    return {**found, "items": measured["pages"], "made": measured["made"]}


async def _cursor(port: int, key: str, path: str) -> str:
    async with Line(port, key) as line:
        return str(json.loads((await line.ask("GET", path))[1])["next_cursor"])


def _asked_of_control(bench: Bench, place: Path) -> dict[str, Any]:
    file = bench.place / "bare-api.db"
    file.unlink(missing_ok=True)
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, body BLOB)")
    database.execute("CREATE TABLE few (id INTEGER PRIMARY KEY)")
    desk = sqlite3.connect(Profile.at(place).database)
    rows = desk.execute("SELECT id, CAST(shown AS BLOB) FROM item WHERE kind = 'contact'")
    database.executemany("INSERT INTO one (id, body) VALUES (?, ?)", rows)
    database.commit()
    amount = database.execute("SELECT count(*) FROM one").fetchone()[0]
    database.close()
    desk.close()
    with _program("controls.bare_api", {"file": str(file)}, file, {}) as served:
        asked = _pages(amount, "/contacts?after={after}&limit=50")
        asyncio.run(timed(served["port"], "", asked[:20], 1))
        pages = asyncio.run(timed(served["port"], "", asked))
        posts: Asked = [("POST", "/contacts", b'{"name":"Post %d"}' % number) for number in range(POSTS)]
        return {"pages": pages, "posts": asyncio.run(timed(served["port"], "", posts))}


@contextlib.contextmanager
def _program(module: str, given: dict[str, Any], beside: Path, measured: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A program that serves until it is told to stop; what it measures then is put into `measured`."""
    say(f"asking {module.rpartition('.')[2]}")
    stop = beside.with_name(f"{beside.name}.stop")
    stop.unlink(missing_ok=True)
    process = programs.start(module, {**given, "stop": str(stop)})
    try:
        yield _first_line(process)
        stop.touch()
        answer, _ = process.communicate()
        measured.update(json.loads(answer.splitlines()[-1]))
    finally:
        process.kill()
        process.wait()


def _first_line(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    found: dict[str, Any] = json.loads(process.stdout.readline())
    return found


def _window(place: Path) -> list[Figure]:
    """The window's heartbeat while the API is asked 200 times a second, and while the same load falls elsewhere."""
    asked: list[tuple[str, str, bytes]] = [("GET", f"/desk/v1/contacts?limit={PAGE}", b"")]
    key = asyncio.run(_switch_on(place))
    worst: dict[str, dict[str, Any]] = {}
    for name in ("idle", "asked"):
        say(f"the window, {name}")
        process = programs.start("subjects.api_window", {"profile": str(place), "seconds": SECONDS})
        _first_line(process)
        if name == "asked":
            asyncio.run(_load(key, asked[0][1]))
        answer, _ = process.communicate()
        worst[name] = json.loads(answer.splitlines()[-1])
    what = f"5 ms timer of the window at {RATE} requests a second"
    return [_gap(f"{what}: p99", "p99", worst, P99_MS), _gap(f"{what}: longest", "longest", worst, LONGEST_MS)]


def _gap(what: str, key: str, worst: dict[str, dict[str, Any]], most: float) -> Figure:
    mine, idle = worst["asked"][key], worst["idle"][key]
    return Figure(what, f"{mine:.1f} ms", f"{idle:.1f} ms", f"{mine / idle:.2f}×", f"≤ {most:g} ms", mine <= most)


async def _switch_on(place: Path) -> str:
    async with await Desk.open(Profile.at(place)) as desk:
        await desk.api.switch_on(PORT)
        return (await desk.api.add_key(ApiKey("load", b"", "", scopes_of(["read"]), rate=10**8)))[1]


async def _load(key: str, path: str) -> None:
    """Ask at an even rate until the window has been watched for long enough."""
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):  # the window was closed
        async with Line(PORT, key) as line:
            began = time.monotonic()
            for number in range(round(RATE * (SECONDS + 5))):
                await asyncio.sleep(max(0.0, began + number / RATE - time.monotonic()))
                status, _ = await line.ask("GET", path)
                assert status == 200


PART = Part(
    "api",
    "The local API: key checked, counted, limited",
    "bare Starlette and uvicorn that read the same rows' JSON from a plain SQLite file, and one BEGIN IMMEDIATE …"
    " COMMIT with synchronous=FULL; Desk.items and edits.make; the same window that nobody asks",
    measure,
)
