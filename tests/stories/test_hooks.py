"""Hooks: what a commit did reaches its target at least once, signed, over restarts, and never a place it may not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Delivery, DeliveryState, Hook
from crmdesk.errors import UserInputError
from crmdesk.providers.contract import Posted
from crmdesk.providers.wire.posting import is_public, post
from crmdesk.secrets.root_key import KeySource
from crmdesk.sync.hooks.outcome import WAITS, outcome
from crmdesk.system.paths import Profile
from tests.first_start import begun
from tests.patience import until
from tests.simulated_clock import SimulatedClock

Answer = bytes | None  # None: none comes
OK = b"HTTP/1.1 204 No Content\r\n\r\n"


@dataclass
class Target:
    """Somebody's server on this computer, which answers by a script and then always well."""

    answers: list[Answer] = field(default_factory=list)
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
            self.heard.append((headers, await reader.readexactly(int(headers["content-length"]))))
            answer = self.answers.pop(0) if self.answers else OK
            if answer is None:
                await reader.read()
                return
            writer.write(answer)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def types(self) -> list[str]:
        return [json.loads(body)["type"] for _, body in self.heard]


@pytest.fixture
async def target() -> AsyncIterator[Target]:
    made = Target()
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/in?to=me"
    yield made
    server.close()


class House:
    """A desk that can be closed and opened again, with a clock that a test moves."""

    def __init__(self, place: Path) -> None:
        self.profile, self.keys, self.clock = Profile.at(place), KeySource.throw_away(), SimulatedClock()
        self.desk: Desk

    async def open(self) -> Desk:
        self.desk = await Desk.open(begun(self.profile), clock=self.clock, keys=self.keys)
        self.desk.hooks.sender.start()
        return self.desk

    async def state(self, hook: Hook) -> list[DeliveryState]:
        return [one.state for one in self.desk.hooks.deliveries(hook.id)]

    async def settled(self, hook: Hook, holds: Callable[[Delivery], bool]) -> Delivery:
        await until(lambda: any(map(holds, self.desk.hooks.deliveries(hook.id))))
        return next(one for one in self.desk.hooks.deliveries(hook.id) if holds(one))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    made = House(tmp_path / "profile")
    await made.open()
    yield made
    await made.desk.close()


async def test_a_stranger_verifies_what_comes_and_it_holds_no_values(tmp_path: Path, target: Target) -> None:
    async with await Desk.open(begun(Profile.at(tmp_path / "p")), keys=KeySource.throw_away()) as desk:
        desk.hooks.sender.start()
        hook, secret = await desk.hooks.add(target.url, ["contact.*"], local=True)
        made = await desk.new(Kind.CONTACT, {"first_name": "Ada", "company": "Quietly"})
        await desk.edit(made.id, {"company": "Unspoken"})
        await until(lambda: len(target.heard) == 2)
        for headers, body in target.heard:
            Webhook(secret).verify(body, headers)
            assert b"Ada" not in body + repr(headers).encode()
            assert b"Unspoken" not in body
        first, second = (json.loads(body) for _, body in target.heard)
        assert (first["type"], second["type"]) == ("contact.created", "contact.updated")
        assert (second["data"]["id"], second["data"]["fields"], second["data"]["origin"]) == (
            str(made.id), ["company"], "you")  # fmt: skip
        assert desk.feed.page(first["data"]["change"]).entries[0].id == int(second["data"]["change"])
        fresh = await desk.hooks.rotate(hook.id)
        await desk.hooks.test(hook.id)
        await until(lambda: len(target.heard) == 3)
        headers, body = target.heard[-1]
        for either in (secret, fresh):
            Webhook(either).verify(body, headers)
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(body + b" ", headers)
    for file in (tmp_path / "p").rglob("*"):
        assert not file.is_file() or secret.removeprefix("whsec_").encode() not in file.read_bytes()


async def test_what_was_not_taken_is_sent_again_over_a_restart_and_under_the_same_id(
    house: House, target: Target
) -> None:
    target.answers = [b"HTTP/1.1 503 Busy\r\nRetry-After: 90\r\n\r\n", b"HTTP/1.1 500 No\r\n\r\n"]
    hook, _ = await house.desk.hooks.add(target.url, ["contact.created"], local=True)
    await house.desk.new(Kind.CONTACT, {"first_name": "Ada"})
    waiting = await house.settled(hook, lambda one: one.attempts == 1)
    assert waiting.next_at == house.clock.now() + timedelta(seconds=90), "Retry-After is heeded"
    await house.desk.close()
    await house.open()
    assert len(target.heard) == 1
    await until(lambda: house.clock.asleep)
    house.clock.pass_time(91)
    await house.settled(hook, lambda one: one.attempts == 2)
    await until(lambda: house.clock.asleep)
    house.clock.pass_time(WAITS[1] + 1)
    done = await house.settled(hook, lambda one: one.state is DeliveryState.DELIVERED)
    assert {headers["webhook-id"] for headers, _ in target.heard} == {done.message_id}
    assert [body for _, body in target.heard] == [target.heard[0][1]] * 3
    assert house.desk.hooks.get(hook.id).failing_since is None


async def test_a_redirect_is_not_followed_and_gone_is_the_end(house: House, target: Target) -> None:
    elsewhere = Target()
    server = await asyncio.start_server(elsewhere.serve, "127.0.0.1", 0)
    there = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    target.answers = [f"HTTP/1.1 307 There\r\nLocation: {there}\r\n\r\n".encode(), b"HTTP/1.1 410 Gone\r\n\r\n"]
    hook, _ = await house.desk.hooks.add(target.url, ["*"], local=True)
    await house.desk.new(Kind.CONTACT, {"first_name": "Ada"})
    assert "not followed" in (await house.settled(hook, lambda one: one.attempts == 1)).last_status
    await house.desk.new(Kind.CONTACT, {"first_name": "Bea"})
    await until(lambda: house.desk.hooks.get(hook.id).paused_at is not None)
    server.close()
    assert elsewhere.heard == []
    assert await house.state(hook) == [DeliveryState.GIVEN_UP] * 2
    [problem], _ = await house.desk.problems()
    assert "410" in problem.why
    await house.desk.new(Kind.CONTACT, {"first_name": "Cleo"})
    assert len(await house.state(hook)) == 2, "nothing is kept for a hook that is paused"
    await house.desk.hooks.again(house.desk.hooks.deliveries(hook.id)[0].id)
    await house.settled(hook, lambda one: one.state is DeliveryState.DELIVERED)
    assert (await house.desk.problems())[1] == 0


async def test_one_target_that_hangs_holds_up_no_other_and_no_end(house: House, target: Target) -> None:
    silent = Target(answers=[None])
    server = await asyncio.start_server(silent.serve, "127.0.0.1", 0)
    url = f"http://localhost:{server.sockets[0].getsockname()[1]}/"
    await house.desk.hooks.add(url, ["*"], local=True)
    await house.desk.hooks.add(target.url, ["*"], local=True)
    await house.desk.new(Kind.CONTACT, {"first_name": "Ada"})
    await until(lambda: len(target.heard) == 1 and len(silent.heard) == 1)
    async with asyncio.timeout(3):
        await house.desk.close()
    server.close()
    await house.open()


async def test_many_changes_of_one_commit_are_one_message_with_a_place_in_the_feed(
    house: House, target: Target
) -> None:
    hook, _ = await house.desk.hooks.add(target.url, ["contact.deleted"], local=True)
    ids = [(await house.desk.new(Kind.CONTACT, {"first_name": f"No {n}"})).id for n in range(51)]
    await house.desk.delete(ids[:50])
    await house.desk.restore(ids[:50])
    await until(lambda: len(target.heard) == 50)
    await house.desk.delete(ids)
    await until(lambda: len(target.heard) == 51)
    told = json.loads(target.heard[-1][1])
    assert (told["type"], told["data"]["count"]) == ("items.changed", 51)
    assert {entry.item_id for entry in house.desk.feed.page(told["data"]["since"], 1000).entries} == set(ids)
    await house.desk.hooks.remove(hook.id)
    await house.desk.restore(ids)
    assert len(target.heard) == 51


@pytest.mark.parametrize(
    "url", ["http://crm.example/", "https://127.0.0.1/", "https://localhost/", "https://10.0.0.8/x", "https://[::1]/",
            "https://[::ffff:192.168.0.1]/", "https://169.254.169.254/latest", "https://me@crm.example/", "ftp://a/",
            "https://", "https://a b/", "https://0/", "https://2130706433/", "https://127.1/",
            "https://x.local/", "https://intranet/"],
)  # fmt: skip
async def test_a_key_aims_at_public_https_alone(house: House, url: str) -> None:
    with pytest.raises(UserInputError):
        await house.desk.hooks.add(url, ["*"])
    assert house.desk.hooks.all() == []


async def test_a_public_name_that_leads_inside_is_sent_nothing(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    loop = asyncio.get_running_loop()
    port = int(target.url.split(":")[2].split("/")[0])

    async def rebound(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        assert host == "hooks.example"
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(loop, "getaddrinfo", rebound)
    posted = await post(f"https://hooks.example:{port}/", b"{}", {}, local=False)
    assert posted.status is None
    assert "127.0.0.1" in posted.why
    posted = await post(f"http://hooks.example:{port}/", b"{}", {}, local=True)
    assert posted.taken
    assert target.heard[0][0]["host"] == f"hooks.example:{port}"


@pytest.mark.parametrize(
    ("ip", "public"),
    [("8.8.8.8", True), ("2606:4700::1111", True), ("10.1.2.3", False), ("100.64.0.1", False), ("0.0.0.0", False),
     ("224.0.0.1", False), ("ff0e::1", False), ("fe80::1", False), ("fd00::1", False), ("64:ff9b::7f00:1", False),
     ("64:ff9b::808:808", True), ("2002:7f00:1::", False), ("::ffff:8.8.8.8", True), ("fec0::1", False)],
)  # fmt: skip
def test_what_counts_as_public(ip: str, public: bool) -> None:
    assert is_public(ip_address(ip)) is public


def test_a_delivery_is_tried_ten_times_and_a_hook_for_five_days() -> None:
    clock = SimulatedClock()
    start = clock.now()
    hook = Hook(1, "https://a/", ("*",), False, "", False, start)
    waited = 0.0
    for attempts in range(len(WAITS) + 1):
        delivery = Delivery(1, 1, "msg", "t", "{}", DeliveryState.WAITING, start, attempts, start, None, "")
        came = outcome(hook, delivery, Posted(500), start)
        if came.next_at is not None:
            waited += (came.next_at - start).total_seconds()
    assert came.state is DeliveryState.GIVEN_UP
    assert waited == 5 + 300 + 1800 + 3600 * (2 + 5 + 10 + 14 + 20 + 24)
    later = start + timedelta(days=5)
    failing = Hook(1, "https://a/", ("*",), False, "", False, start, failing_since=start)
    assert outcome(failing, delivery, Posted(500), later - timedelta(seconds=1)).paused == ""
    assert outcome(failing, delivery, Posted(500), later).paused
    assert outcome(failing, delivery, Posted(500), start - timedelta(days=9)).failing_since == start - timedelta(days=9)
    assert outcome(hook, delivery, Posted(400), start).not_before is None, "of one message alone"
