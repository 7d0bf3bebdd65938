"""The change feed over HTTP: by pages, as a stream, over cuts and restarts, for those alone who may."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from crmdesk.api.server import ApiServer
from crmdesk.desk import ApiKey, Desk, scopes_of
from crmdesk.desk.programs.nudges import DeskNudges
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.first_start import begun


class Served:
    """A desk that serves the API, which can be ended and begun anew."""

    def __init__(self, place: Path) -> None:
        self.profile, self.keys = Profile.at(place), KeySource.throw_away()
        self.desk: Desk
        self.server: ApiServer
        self.http: httpx.AsyncClient
        self.secret = ""

    async def begin(self) -> None:
        self.desk = await Desk.open(begun(self.profile), keys=self.keys)
        self.desk.hooks.sender.start()
        self.server = ApiServer(self.desk)
        url = (await self.server.start(0)).url
        if not self.secret:
            self.secret = await self.key("all", "all")
        self.http = httpx.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {self.secret}"}, timeout=30)

    async def key(self, name: str, *scopes: str) -> str:
        return (await self.desk.api.add_key(ApiKey(name, b"", "", scopes_of(scopes), rate=100_000)))[1]

    async def end(self) -> None:
        await self.http.aclose()
        await self.server.stop()
        await self.desk.close()

    async def changes(self, since: str | None = None, **more: Any) -> dict[str, Any]:
        asked = {**({} if since is None else {"since": since}), **more}
        answer = await self.http.get("/desk/v1/changes", params=asked)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    @asynccontextmanager
    async def stream(self, last: str | None = None, secret: str | None = None) -> AsyncIterator[AsyncIterator[str]]:
        headers = {} if last is None else {"Last-Event-ID": last}
        if secret is not None:
            headers["Authorization"] = f"Bearer {secret}"
        async with self.http.stream("GET", "/desk/v1/changes/stream", headers=headers) as answer:
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith("text/event-stream")
            lines = answer.aiter_lines()
            assert (await anext(lines)).startswith("id: "), "where it goes on from"
            yield lines


async def heard(lines: AsyncIterator[str], number: int) -> list[dict[str, Any]]:
    """The next changes of a stream."""
    found: list[dict[str, Any]] = []
    async for line in lines:
        if line.startswith("data: "):
            found.append(json.loads(line.removeprefix("data: ")))
            if len(found) == number:
                return found
    raise AssertionError("the stream ended")


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    made = Served(tmp_path / "profile")
    await made.begin()
    yield made
    await made.end()


async def test_what_a_key_does_is_told_once_under_its_name_and_pages_add_up(served: Served) -> None:
    place = (await served.changes())["cursor"]
    ids = []
    for number in range(5):
        answer = await served.http.post("/desk/v1/contacts", json={"first_name": f"Ada {number}"})
        assert answer.status_code == 201, answer.text
        ids.append(answer.json()["id"])
    await served.http.patch(f"/desk/v1/contacts/{ids[0]}", json={"company": "Inkwell"})
    await served.http.delete(f"/desk/v1/contacts/{ids[1]}")
    told, pages = [], 0
    while True:
        page = await served.changes(place, limit=2)
        told += page["changes"]
        place, pages = page["cursor"], pages + 1
        if not page["more"]:
            break
    assert pages == 4
    assert [(one["item"], one["what"], one["key"], one["origin"]) for one in told] == [
        *((id_, "created", "all", "api") for id_ in ids), (ids[0], "updated", "all", "api"),
        (ids[1], "deleted", "all", "api"),
    ]  # fmt: skip
    assert told[5]["fields"] == ["company"]
    for wrong in ("999", "-1", "x"):
        answer = await served.http.get("/desk/v1/changes", params={"since": wrong})
        assert (answer.status_code, answer.json()["type"]) == (410, "urn:crmdesk:GONE")


async def test_a_key_sees_the_kinds_that_it_may_read_and_one_that_only_adds_sees_none(served: Served) -> None:
    await served.desk.feed.begin()
    await served.desk.new(Kind.CONTACT, {"first_name": "Ada"})
    await served.desk.new(Kind.DEAL, {"name": "A house"})
    for scope, kinds in (("deals:read", ["deal"]), ("contacts:read", ["contact"])):
        secret = await served.key(scope, scope)
        answer = await served.http.get(
            "/desk/v1/changes", params={"since": "0"}, headers={"Authorization": f"Bearer {secret}"}
        )
        assert [one["kind"] for one in answer.json()["changes"]] == kinds
    adds = {"Authorization": f"Bearer {await served.key('adds', 'contacts:submit')}"}
    assert (await served.http.get("/desk/v1/changes", headers=adds)).status_code == 403
    assert (await served.http.get("/desk/v1/changes/stream", headers=adds)).status_code == 403


async def test_streams_that_are_cut_off_and_restarts_lose_and_double_nothing(served: Served) -> None:
    place = (await served.changes())["cursor"]
    told: list[str] = []
    wanted: list[str] = []
    for turn in range(4):
        if turn == 2:
            await served.end()
            await served.begin()
        async with served.stream(place) as lines:
            for _ in range(3):
                wanted.append(str((await served.desk.new(Kind.CONTACT, {"first_name": "Ada"})).id))
            for one in await heard(lines, 2 if turn < 3 else 12 - len(told)):
                told.append(one["item"])
                place = one["id"]
    assert told == wanted


async def test_two_streams_hear_of_a_commit_at_once_a_third_is_refused_and_a_revoked_key_ends_them(
    served: Served,
) -> None:
    secret = await served.key("reads", "read")
    waits: list[float] = []
    async with served.stream(secret=secret) as one, served.stream(secret=secret) as other:
        headers = {"Authorization": f"Bearer {secret}"}
        assert (await served.http.get("/desk/v1/changes/stream", headers=headers)).status_code == 429
        for number in range(20):
            began = time.perf_counter()
            await served.desk.new(Kind.CONTACT, {"first_name": f"Ada {number}"})
            for lines in (one, other):
                await heard(lines, 1)
            waits.append(time.perf_counter() - began)
        await served.desk.api.revoke_key("reads")
        async with asyncio.timeout(20):
            for lines in (one, other):
                assert [line async for line in lines if line.startswith("data")] == []
    assert sorted(waits)[10] < 1.0  # the figure itself is the bench's matter


async def test_a_stream_ends_when_its_key_may_see_something_else(served: Served) -> None:
    secret = await served.key("narrowed", "read")
    async with served.stream(secret=secret) as lines:
        key = served.desk.api.key("narrowed")
        await served.desk.api.change_key(replace(key, scopes=frozenset({"events:read"})))
        async with asyncio.timeout(20):
            assert [line async for line in lines if line.startswith("data")] == []
    async with served.stream(secret=secret) as lines:
        await served.desk.new(Kind.CONTACT, {"first_name": "Ada"})
        event = await served.desk.new(Kind.EVENT, {"name": "Gala"})
        assert [one["item"] for one in await heard(lines, 1)] == [str(event.id)]


async def test_the_secret_of_a_hook_is_told_again_to_the_same_request_and_kept_in_no_file(served: Served) -> None:
    asked = {"url": "https://hooks.example/in", "events": ["contact.*"]}
    headers = {"Idempotency-Key": "hook"}
    answers = [await served.http.post("/desk/v1/webhooks", json=asked, headers=headers) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["secret"].startswith("whsec_")
    assert (await served.http.get("/desk/v1/webhooks")).json()["total"] == 1
    files = [path.read_bytes() for path in served.desk.profile.root.rglob("*") if path.is_file()]
    assert not any(answers[0].json()["secret"].encode() in held for held in files)


async def test_hooks_of_a_key_are_its_own_aim_outside_and_hear_what_it_may_read(served: Served) -> None:
    post = served.http.post
    answer = await post("/desk/v1/webhooks", json={"url": "https://hooks.example/in", "events": ["contact.*"]})
    assert answer.status_code == 201, answer.text
    assert answer.json()["secret"].startswith("whsec_")
    place = answer.headers["location"]
    assert "secret" not in (await served.http.get("/desk/v1/webhooks")).json()["webhooks"][0]
    refused: list[Any] = [
        {"url": "http://hooks.example/", "events": ["*"]}, {"url": "https://127.0.0.1/", "events": ["*"]},
        {"url": "https://0/", "events": ["*"]}, {"url": "https://printer.local/", "events": ["*"]},
        {"url": "https://127.1/", "events": ["*"]}, {"url": "https://intranet/", "events": ["*"]},
        {"url": "https://hooks.example/", "events": ["contact.exploded"]}, {"url": 1, "events": "*"},
        {"url": "https://hooks.example/", "events": ["*"], "local": True}, [],
    ]  # fmt: skip
    for wrong in refused:
        assert (await post("/desk/v1/webhooks", json=wrong)).status_code in (400, 422), wrong
    other = {"Authorization": f"Bearer {await served.key('other', 'webhooks', 'contacts:read')}"}
    assert (await served.http.get("/desk/v1/webhooks", headers=other)).json()["total"] == 0
    for path in (place, f"{place}/test", f"{place}/deliveries"):
        method = "DELETE" if path == place else "GET" if path.endswith("s") else "POST"
        assert (await served.http.request(method, path, headers=other)).status_code == 404
    asked = {"url": "https://hooks.example/", "events": ["*"]}
    assert (await post("/desk/v1/webhooks", json=asked, headers=other)).status_code == 403
    tested = (await post(f"{place}/test")).json()
    assert tested["state"] == "waiting"  # a name that leads nowhere
    assert (await served.http.get(f"{place}/deliveries")).json()["deliveries"][0]["id"] == tested["id"]
    again = await post(f"/desk/v1/webhooks/deliveries/{tested['id']}/again")
    assert again.json()["message_id"] == tested["message_id"]
    await served.desk.api.revoke_key("all")
    await served.desk.new(Kind.CONTACT, {"first_name": "Ada"})
    assert len(served.desk.hooks.deliveries(1)) == 1, "a hook of a revoked key is told nothing more"
    named_alike = {"Authorization": f"Bearer {await served.key('all', 'all')}"}
    assert (await served.http.get("/desk/v1/webhooks", headers=named_alike)).json()["total"] == 0
    assert served.desk.hooks.get(1).pause_reason == "The key “all”, which made it, was revoked."


async def test_a_nudge_is_answered_under_its_one_name_by_its_one_path_and_believed_in_nothing(served: Served) -> None:
    desk, pulled = served.desk, list[int]()
    account_id = LOCAL_ACCOUNT_ID  # any will do
    desk.nudges = DeskNudges(desk._store, SystemClock(), pulled.append)
    path = await desk.nudges.add(account_id, "Desk.Example.com")
    host = {"Host": "desk.example.com"}

    async def knock(path: str, headers: dict[str, str], method: str = "POST") -> int:
        async with httpx.AsyncClient(base_url=served.http.base_url) as stranger:
            return (await stranger.request(method, path, headers=headers, content=b'{"id": "1"}')).status_code

    assert [await knock(path, host) for _ in range(2)] == [202, 202]
    assert pulled == [account_id], "once in half a minute"
    assert await knock(path, {**host, "Origin": "https://evil.example"}) == 403
    assert await knock("/hooks/wrong", host) == 404
    assert await knock(path, host, "GET") == 404
    assert await knock(path, {"Host": "evil.example"}) == 403
    assert await knock("/desk/v1/contacts", host) == 403, "that name opens nothing else"
    assert await knock(path, {}) == 401
    await desk.nudges.remove(account_id)
    assert await knock(path, host) == 404
