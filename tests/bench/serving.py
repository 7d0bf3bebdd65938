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

import msgspec

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
ENOUGH = 0.95  # of the rate that the window is to bear
Asked = list[tuple[str, str, bytes]]


def measure(bench: Bench) -> list[Figure]:
    """Each side in a process of its own, asked by this one over four connections; the same bytes from both."""
    contacts = bench.scaled(CONTACTS)
    source = profile(bench, contacts)
    place = bench.place / "api-desk"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(source.root, place)
    os.environ.setdefault(KEY_VARIABLE, os.urandom(32).hex())
    ours = _asked_of_desk(place)
    theirs = _asked_of_control(bench, ours["walked"])
    page = f"page of {PAGE} of {contacts:,}"
    return [
        at_least(f"{page}: answers a second", *_rates(len(ours["walked"]), ours["pages"][0], theirs["pages"][0]), 0.4),
        at_most(f"{page}: p95 of one at a time, to Desk.items", ms(p95(ours["alone"])), ms(p95(ours["items"])),
                p95(ours["alone"]) / p95(ours["items"]), 1.5),
        at_least("durable POST: answers a second", *_rates(POSTS, ours["posts"][0], theirs["posts"][0]), 0.3),
        at_most(f"bulk of {BULK:,}, to edits.make", ms(ours["bulk"]), ms(ours["made"]),
                ours["bulk"] / ours["made"], 2.0),
        *_window(place),
    ]  # fmt: skip


def _rates(amount: int, ours: float, theirs: float) -> tuple[str, str, float]:
    return f"{amount / ours:,.0f}", f"{amount / theirs:,.0f}", theirs / ours


def _asked_of_desk(place: Path) -> dict[str, Any]:
    measured: dict[str, Any] = {}
    with _program("subjects.api", {"profile": str(place), "pages": 200, "bulk": BULK}, place, measured) as served:
        port, key = served["port"], served["key"]
        walked = asyncio.run(_walk(port, key))
        asked: Asked = [("GET", _path(page.cursor), b"") for page in walked]
        found: dict[str, Any] = {"walked": walked, "pages": asyncio.run(timed(port, key, asked))}
        found["alone"] = asyncio.run(timed(port, key, asked[:200], 1))[1]
        posts: Asked = [("POST", "/desk/v1/contacts", b'{"name":"Post %d"}' % number) for number in range(POSTS)]
        found["posts"] = asyncio.run(timed(port, key, posts))
        rows = [{"name": f"Bulk {n}", "emails": [f"bulk{n}@mail.example"]} for n in range(BULK)]
        body = json.dumps({"contacts": rows}).encode()
        found["bulk"] = asyncio.run(timed(port, key, [("POST", "/desk/v1/contacts/bulk", body)], 1))[0]
    return {**found, "items": measured["pages"], "made": measured["made"]}


class _Page(msgspec.Struct):
    """A page as the desk told it; each item's bytes as they came."""

    total: int
    contacts: list[msgspec.Raw]
    next_cursor: str | None
    cursor: str | None = None  # that it was asked by
    body: bytes = b""


class _Id(msgspec.Struct):
    id: str


def _path(cursor: str | None) -> str:
    return f"/desk/v1/contacts?limit={PAGE}" + (f"&cursor={cursor}" if cursor else "")


async def _walk(port: int, key: str) -> list[_Page]:
    """Every page of the list, or the first `PAGES` of them."""
    pages: list[_Page] = []
    cursor: str | None = None
    async with Line(port, key) as line:
        while len(pages) < PAGES and (cursor is not None or not pages):
            body = (await line.ask("GET", _path(cursor)))[1]
            page = msgspec.json.decode(body, type=_Page)
            page.cursor, page.body, cursor = cursor, body, page.next_cursor
            pages.append(page)
    return pages


def _asked_of_control(bench: Bench, walked: list[_Page]) -> dict[str, Any]:
    """The same pages asked of the control, which has the items' bytes from the desk; first whether it tells the same.

    Where the desk was walked in part, the control holds one item more, so that its last page has a next one too.
    """
    file = bench.place / "bare-api.db"
    file.unlink(missing_ok=True)
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, body BLOB)")
    database.execute("CREATE TABLE few (total INTEGER)")
    rows = [(int(msgspec.json.decode(one, type=_Id).id), bytes(one)) for page in walked for one in page.contacts]
    if walked[-1].next_cursor is not None:
        rows.append((rows[-1][0] + 1, b"{}"))
    database.executemany("INSERT INTO one (id, body) VALUES (?, ?)", rows)
    database.execute("INSERT INTO few VALUES (?)", (walked[0].total,))
    database.commit()
    database.close()
    before = [0, *(int(msgspec.json.decode(page.contacts[-1], type=_Id).id) for page in walked[:-1])]
    asked: Asked = [("GET", f"/contacts?after={after}&limit={PAGE}", b"") for after in before]
    with _program("controls.bare_api", {"file": str(file)}, file, {}) as served:
        asyncio.run(_check_same(served["port"], asked, walked))
        pages = asyncio.run(timed(served["port"], "", asked))
        posts: Asked = [("POST", "/contacts", b'{"name":"Post %d"}' % number) for number in range(POSTS)]
        return {"pages": pages, "posts": asyncio.run(timed(served["port"], "", posts))}


async def _check_same(port: int, asked: Asked, walked: list[_Page]) -> None:
    async with Line(port, "") as line:
        for (method, path, _), page in zip(asked, walked, strict=True):
            if (await line.ask(method, path))[1] != page.body:
                raise AssertionError(f"the control answers {path} with other bytes than the desk")


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
    reached = 0.0
    for name in ("idle", "asked"):
        say(f"the window, {name}")
        process = programs.start("subjects.api_window", {"profile": str(place), "seconds": SECONDS})
        _first_line(process)
        if name == "asked":
            reached = asyncio.run(_load(key, asked[0][1]))
        answer, _ = process.communicate()
        worst[name] = json.loads(answer.splitlines()[-1])
    what = f"5 ms timer of the window at {RATE} requests a second"
    return [
        _gap(f"{what}: p99", "p99", worst, P99_MS, reached),
        _gap(f"{what}: longest", "longest", worst, LONGEST_MS, reached),
    ]


def _gap(what: str, key: str, worst: dict[str, dict[str, Any]], most: float, reached: float) -> Figure:
    """A gap of the window's timer; missed too where the load that it was to bear was not reached."""
    mine, idle = worst["asked"][key], worst["idle"][key]
    well = mine <= most and reached >= RATE * ENOUGH
    return Figure(
        what,
        f"{mine:.1f} ms at {reached:.0f} a second",
        f"{idle:.1f} ms",
        f"{mine / idle:.2f}×",
        f"≤ {most:g} ms",
        well,
    )


async def _switch_on(place: Path) -> str:
    async with await Desk.open(Profile.at(place)) as desk:
        await desk.api.switch_on(PORT)
        return (await desk.api.add_key(ApiKey("load", b"", "", scopes_of(["read"]), rate=10**8)))[1]


async def _load(key: str, path: str) -> float:
    """Ask at an even rate until the window has been watched for long enough; tells the rate that was reached."""
    answered, began = 0, time.monotonic()
    ended = began
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):  # the window was closed
        async with Line(PORT, key) as line:
            for number in range(round(RATE * (SECONDS + 5))):
                await asyncio.sleep(max(0.0, began + number / RATE - time.monotonic()))
                status, _ = await line.ask("GET", path)
                assert status == 200
                answered, ended = answered + 1, time.monotonic()
    return answered / (ended - began) if answered else 0.0


PART = Part(
    "api",
    "The local API: key checked, counted, limited",
    "bare Starlette and uvicorn that read the same rows' JSON from a plain SQLite file, and one BEGIN IMMEDIATE …"
    " COMMIT with synchronous=FULL; Desk.items and edits.make; the same window that nobody asks",
    measure,
)
