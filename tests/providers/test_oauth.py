"""The sign-in in the browser, end to end against the demo Rex: one right answer, and every wrong one (RFC 8252)."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from crmdesk.demo.rex.twin import Rex
from crmdesk.demo.server import DemoCrms
from crmdesk.errors import AuthRequired, BadResponse, Unavailable, UserInputError
from crmdesk.providers.registry import authorize as authorize_by_key
from crmdesk.providers.registry import signs_in_by_browser
from crmdesk.providers.wire.oauth import OAuthClient, authorize
from tests.patience import PATIENCE

Steps = Callable[[str, httpx.AsyncClient], Awaitable[None]]


@pytest.fixture(scope="module")
def crms() -> Iterator[DemoCrms]:
    with DemoCrms(3, crms={"rex": Rex}) as crms:
        yield crms


@pytest.fixture
def rex(crms: DemoCrms) -> Rex:
    rex = crms.sites["rex"]
    assert isinstance(rex, Rex)
    rex.reset()
    return rex


def client_of(rex: Rex, redirect_uri: str | None = None, secret: str | None = None) -> OAuthClient:
    return OAuthClient(
        "Rex",
        f"{rex.origin}/oauth/authorize",
        f"{rex.origin}/oauth/token",
        rex.client_id,
        secret or rex.client_secret,
        "rex.read",
        redirect_uri,
    )


class Browser:
    """A browser that a test steers: it opens the address given and goes on as `steps` say."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self.task: asyncio.Task[None] | None = None
        self.pages: list[httpx.Response] = []
        self.address = ""

    def __call__(self, address: str) -> bool:
        self.address = address
        self.task = asyncio.ensure_future(self._run())
        return True

    async def _run(self) -> None:
        async def note(page: httpx.Response) -> None:
            await page.aread()
            self.pages.append(page)

        async with httpx.AsyncClient(event_hooks={"response": [note]}, timeout=PATIENCE) as client:
            await self._steps(self.address, client)

    async def ended(self) -> None:
        assert self.task is not None
        await self.task


async def consent(address: str, client: httpx.AsyncClient, decision: str = "allow") -> str:
    """Allow or refuse at the CRM; returns where the browser is sent."""
    page = await client.get(address)
    link = re.search(rf'href="([^"]+)">{decision}<', page.text)
    assert link is not None
    return str((await client.get(httpx.URL(address).join(link[1].replace("&amp;", "&")))).headers["location"])


async def allowed(address: str, client: httpx.AsyncClient) -> None:
    await client.get(await consent(address, client))


def asked(address: str) -> Mapping[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


async def test_a_person_allows_and_the_tokens_come(rex: Rex) -> None:
    browser = Browser(allowed)
    tokens = await authorize(client_of(rex), browser)
    await browser.ended()
    assert tokens["access_token"] in rex.access
    assert tokens["refresh_token"] in rex.refresh
    query = asked(browser.address)
    assert query["code_challenge_method"] == "S256"
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/oauth/callback", query["redirect_uri"])
    page = browser.pages[-1]
    assert page.status_code == 200
    assert "You are signed in to Rex" in page.text
    for secret in (*tokens.values(), query["state"], query["code_challenge"], rex.client_secret):
        assert secret not in page.text
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in page.headers["content-security-policy"]


async def test_no_two_sign_ins_share_a_secret(rex: Rex) -> None:
    seen = []
    for _ in range(2):
        browser = Browser(allowed)
        await authorize(client_of(rex), browser)
        await browser.ended()
        seen.append(asked(browser.address))
    for name in ("state", "code_challenge"):
        assert seen[0][name] != seen[1][name]
        assert len(seen[0][name]) >= 43


async def test_a_person_refuses(rex: Rex) -> None:
    async def refused(address: str, client: httpx.AsyncClient) -> None:
        await client.get(await consent(address, client, "refuse"))

    browser = Browser(refused)
    with pytest.raises(AuthRequired, match="The user said no"):
        await authorize(client_of(rex), browser)
    await browser.ended()
    assert "did not grant access" in browser.pages[-1].text


@pytest.mark.parametrize("state", ["", "of-another-sign-in", "é"])
async def test_an_answer_with_a_wrong_state_is_refused_and_ends_nobodys_sign_in(rex: Rex, state: str) -> None:
    """Any program of this computer, and any page that guesses the port, can bring one."""
    refused: list[int] = []

    async def forged(address: str, client: httpx.AsyncClient) -> None:
        back = httpx.URL(await consent(address, client))
        forged = back.copy_set_param("state", state).copy_set_param("code", "stolen")
        refused.append((await client.get(forged)).status_code)
        assert "/oauth/token" not in {one.path for one in rex.requests.all()}
        await client.get(back)

    browser = Browser(forged)
    assert await authorize(client_of(rex), browser)
    await browser.ended()
    assert refused == [400]


async def test_a_missing_state_is_a_wrong_one(rex: Rex) -> None:
    async def forged(address: str, client: httpx.AsyncClient) -> None:
        assert (await client.get(asked(address)["redirect_uri"] + "?code=stolen")).status_code == 400
        assert "/oauth/token" not in {one.path for one in rex.requests.all()}
        await client.get(await consent(address, client))

    browser = Browser(forged)
    assert await authorize(client_of(rex), browser)
    await browser.ended()


async def test_the_answer_is_taken_once(rex: Rex) -> None:
    rex.weather.set("slow", ms=400, path="/oauth/token")

    async def twice(address: str, client: httpx.AsyncClient) -> None:
        back = await consent(address, client)
        first = asyncio.ensure_future(client.get(back))
        while not rex.requests.all(path="/oauth/token"):  # noqa: ASYNC110 # the demo announces nothing
            await asyncio.sleep(0.01)
        again = await client.get(back)
        assert again.status_code == 409
        assert (await first).status_code == 200

    browser = Browser(twice)
    assert await authorize(client_of(rex), browser)
    await browser.ended()
    assert len(rex.requests.all(path="/oauth/token")) == 1


async def test_an_answer_after_the_end_meets_a_closed_door(rex: Rex) -> None:
    browser = Browser(allowed)
    await authorize(client_of(rex), browser)
    await browser.ended()
    async with httpx.AsyncClient() as client:
        with pytest.raises(httpx.ConnectError):
            await client.get(asked(browser.address)["redirect_uri"])


async def test_nobody_answers(rex: Rex) -> None:
    opened: list[str] = []
    with pytest.raises(AuthRequired, match="not finished within") as ended:
        await authorize(client_of(rex), opened.append, patience=0.2)
    assert "browser" in ended.value.next
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_it_can_be_cancelled_at_once(rex: Rex) -> None:
    opened: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    attempt = asyncio.ensure_future(authorize(client_of(rex), opened.set_result))
    address = await opened
    redirect = urlsplit(asked(address)["redirect_uri"])
    reader, writer = await asyncio.open_connection("127.0.0.1", redirect.port)  # a browser that only connected
    attempt.cancel()
    with pytest.raises(asyncio.CancelledError):
        await attempt
    assert await reader.read() == b""
    writer.close()
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_no_browser_is_told_at_once(rex: Rex) -> None:
    with pytest.raises(Unavailable, match="No browser"):
        await authorize(client_of(rex), lambda address: False)


async def test_other_visits_change_nothing(rex: Rex) -> None:
    async def wanders(address: str, client: httpx.AsyncClient) -> None:
        redirect = asked(address)["redirect_uri"]
        port = urlsplit(redirect).port
        assert port is not None
        assert (await client.get(httpx.URL(redirect).join("/favicon.ico"))).status_code == 404
        assert (await client.get(redirect)).status_code == 404
        assert (await client.post(redirect)).status_code == 405
        stranger = await client.get(redirect + "?code=x&state=y", headers={"host": "evil.example"})
        assert stranger.status_code == 403
        assert (await client.get(redirect + "?state=a&state=b")).status_code == 400
        for garbage in (b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/1.1\r\nHost: " + b"x" * 40_000):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(garbage + b"\r\n\r\n")
            await reader.read()
            writer.close()
        await client.get(await consent(address, client))

    browser = Browser(wanders)
    assert await authorize(client_of(rex), browser)
    await browser.ended()


async def test_a_refused_code_is_told_on_the_page_too(rex: Rex) -> None:
    browser = Browser(allowed)
    with pytest.raises(AuthRequired, match="invalid_client") as refused:
        await authorize(client_of(rex, secret="not-the-right-secret"), browser)
    await browser.ended()
    assert "did not work" in browser.pages[-1].text
    assert "not-the-right-secret" not in f"{refused.value.as_json()}{refused.value.detail}{browser.pages[-1].text}"


@pytest.mark.parametrize(
    ("weather", "options"), [("lost", {}), ("down", {}), ("html", {}), ("rate_limit", {"retry_after": 60})]
)
async def test_a_token_endpoint_in_trouble_is_no_refusal(rex: Rex, weather: str, options: dict[str, Any]) -> None:
    rex.weather.set(weather, path="/oauth/token", **options)
    browser = Browser(allowed)
    with pytest.raises(Exception, match=r"Rex|127") as failed:
        await authorize(client_of(rex), browser)
    assert not isinstance(failed.value, AuthRequired)
    await browser.ended()


async def test_a_wrong_token_address_is_told_as_such(rex: Rex) -> None:
    browser = Browser(allowed)
    with pytest.raises(BadResponse) as wrong:
        await authorize(replace(client_of(rex), token_url=f"{rex.origin}/v1/elsewhere"), browser)
    await browser.ended()
    assert "nothing at this address" in wrong.value.why
    assert "token address" in wrong.value.next


async def test_a_registered_port_and_path_are_kept(rex: Rex) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    browser = Browser(allowed)
    assert await authorize(client_of(rex, f"http://localhost:{port}/api/rex/callback"), browser)
    await browser.ended()
    assert asked(browser.address)["redirect_uri"] == f"http://localhost:{port}/api/rex/callback"


async def test_a_taken_port_is_told(rex: Rex) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UserInputError, match=f"Port {port}"):
            await authorize(client_of(rex, f"http://127.0.0.1:{port}/back"), lambda address: True)


@pytest.mark.parametrize(
    ("redirect", "reason"),
    [
        ("https://alto.example/api/integrations/rex/oauth/callback", "alto.example, not to this computer"),
        ("https://127.0.0.1:3004/back", "written http://127.0.0.1:PORT/PATH"),
        ("http://127.0.0.1/back", "written http://127.0.0.1:PORT/PATH"),
        ("http://127.0.0.1:3004/back?x=1", "written http://127.0.0.1:PORT/PATH"),
        ("http://127.0.0.1:99999/back", "no address"),
        ("back", "leads to nowhere"),
    ],
)
async def test_other_redirects_are_refused_with_the_reason(rex: Rex, redirect: str, reason: str) -> None:
    with pytest.raises(UserInputError, match=reason) as refused:
        await authorize(client_of(rex, redirect), lambda address: True)
    assert refused.value.next


async def test_the_registry_knows_who_needs_the_browser(rex: Rex) -> None:
    given = {"api": "oauth", "base_url": f"{rex.origin}/v1/rex"}
    assert signs_in_by_browser("rex", given)
    assert not signs_in_by_browser("rex", {})
    assert not signs_in_by_browser("dex", {})
    browser = Browser(allowed)
    secrets = {"client_id": rex.client_id, "client_secret": rex.client_secret}
    tokens = await authorize_by_key("rex", given, secrets, browser)
    await browser.ended()
    assert tokens["access_token"] in rex.access
    assert asked(browser.address)["scope"] == "openid profile rex.read"
