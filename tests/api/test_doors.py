"""The doors in their order: whatever a request lacks, it has done nothing, and is told so in JSON."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crmdesk.api import protocol
from crmdesk.api.protocol import MOST_HEADERS
from crmdesk.domain.fields import Kind
from tests.api.conftest import Raw, Served

BODY = b'{"first_name":"Ada","emails":["ada@mail.example"]}'
POST = "POST /desk/v1/contacts HTTP/1.1"
JSON = "Content-Type: application/json"


async def post(served: Served, *headers: str, key: str = "", body: bytes = BODY, target: str = POST) -> Raw:
    """A POST of a contact that is right but for what a test gives; its Host too, unless one is given."""
    host = () if any(line.lower().startswith("host:") for line in headers) else (f"Host: 127.0.0.1:{served.port}",)
    length = (
        () if any("ength:" in line or "ncoding:" in line for line in headers) else (f"Content-Length: {len(body)}",)
    )
    kind = () if any(line.startswith("Content-Type") for line in headers) else (JSON,)
    return await served.raw(target, *host, *kind, *length, *headers, body=body, key=key)


def nothing_done(served: Served) -> None:
    assert served.desk.counts().kinds == {}


REFUSED: dict[str, tuple[tuple[str, ...], int, str]] = {
    "another name, as DNS rebinding makes it": (("Host: evil.example:{port}",), 403, "FOREIGN_HOST"),
    "another port": (("Host: 127.0.0.1:1",), 403, "FOREIGN_HOST"),
    "no port": (("Host: 127.0.0.1",), 403, "FOREIGN_HOST"),
    "two Hosts": (("Host: 127.0.0.1:{port}", "Host: 127.0.0.1:{port}"), 403, "FOREIGN_HOST"),
    "a page that is not let in": (("Origin: https://evil.example",), 403, "FOREIGN_PAGE"),
    "a page without a name": (("Origin: null",), 403, "FOREIGN_PAGE"),
    "a page that sends no Origin": (("Sec-Fetch-Site: cross-site",), 403, "FOREIGN_PAGE"),
    "a page of the same site": (("Sec-Fetch-Site: same-site",), 403, "FOREIGN_PAGE"),
    "a form's text": (("Content-Type: text/plain",), 415, "WRONG_TYPE"),
    "a form": (("Content-Type: application/x-www-form-urlencoded",), 415, "WRONG_TYPE"),
    "a form's text and a right type behind it": (("Content-Type: text/plain", JSON), 415, "WRONG_TYPE"),
    "too much": (("Content-Length: 2000000",), 413, "TOO_LARGE"),
    "chunks with a length": (("Transfer-Encoding: chunked", "Content-Length: 5"), 400, "BAD_REQUEST"),
}


@pytest.mark.parametrize("what", REFUSED)
async def test_a_right_key_opens_no_door_before_its_own(served: Served, what: str) -> None:
    headers, status, id_ = REFUSED[what]
    key = await served.key()
    answer = await post(served, *(line.format(port=served.port) for line in headers), key=key)
    assert answer.status == status
    assert answer.document["type"] == f"urn:crmdesk:{id_}"
    assert {"what", "why", "safe", "next"} <= answer.document.keys()
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in answer.headers
    nothing_done(served)


@pytest.mark.parametrize("target", ["http://127.0.0.1:{port}/desk/v1/", "http://evil.example/desk/v1/", "*"])
async def test_a_target_is_a_path(served: Served, target: str) -> None:
    key = await served.key()
    method = "OPTIONS" if target == "*" else "GET"
    answer = await served.raw(
        f"{method} {target.format(port=served.port)} HTTP/1.1", f"Host: 127.0.0.1:{served.port}", key=key
    )
    assert answer.status == 400
    assert answer.document["type"] == "urn:crmdesk:BAD_REQUEST"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LocalHost", "[::1]"])
async def test_this_computer_has_three_names(served: Served, host: str) -> None:
    key = await served.key()
    answer = await served.raw("GET /desk/v1/ HTTP/1.1", f"Host: {host}:{served.port}", key=key)
    assert answer.status == 200


async def test_a_page_that_is_let_in_is_named_exactly_and_gets_no_cookies(served: Served) -> None:
    await served.desk.api.let_in("https://my.example")
    key = await served.key()
    preflight = await served.raw(
        "OPTIONS /desk/v1/contacts HTTP/1.1", f"Host: localhost:{served.port}", "Origin: https://my.example"
    )
    assert preflight.status == 204
    assert preflight.headers["access-control-allow-methods"] == "GET, POST"
    answer = await post(served, "Origin: https://my.example", key=key)
    assert answer.status == 201
    assert answer.headers["access-control-allow-origin"] == "https://my.example"
    assert answer.headers["vary"] == "Origin"
    assert "access-control-allow-credentials" not in answer.headers
    other = await post(served, "Origin: https://my.example.evil.example", key=key)
    assert other.status == 403
    assert served.desk.counts().kinds == {Kind.CONTACT: 1}


async def test_wrong_keys_are_told_alike(served: Served) -> None:
    now = datetime.now(UTC)
    revoked = await served.key(name="revoked")
    await served.desk.api.revoke_key("revoked", "lost")
    expired = await served.key(name="expired", expires_at=now - timedelta(seconds=1))
    right = await served.key(name="right")
    wrong = [await post(served, key=key) for key in (revoked, expired, right[:-1] + "!", "desk_", "x")]
    assert {(answer.status, answer.body) for answer in wrong} == {(401, wrong[0].body)}
    missing = await post(served)
    assert missing.status == 401
    assert missing.body != wrong[0].body
    cookie = await post(served, f"Cookie: key={right}", target=f"POST /desk/v1/contacts?key={right} HTTP/1.1")
    assert cookie.body == missing.body
    nothing_done(served)
    assert (await post(served, key=right)).status == 201


async def test_a_key_does_what_its_scopes_say_and_no_more(served: Served) -> None:
    async with served.client("contacts:read") as reads, served.client("contacts:submit") as submits:
        refused = await reads.post("/desk/v1/contacts", json={"first_name": "Ada"})
        assert (refused.status_code, refused.json()["type"]) == (403, "urn:crmdesk:SCOPE_MISSING")
        nothing_done(served)
        told = await submits.post("/desk/v1/contacts", json={"first_name": "Ada", "emails": ["ada@mail.example"]})
        assert (told.status_code, told.json()) == (201, {"accepted": True})
        known = await submits.post("/desk/v1/contacts", json={"first_name": "Eve", "emails": ["ada@mail.example"]})
        assert (known.status_code, known.json()["why"]) == (409, "Somebody here has that email.")
        assert known.headers["RateLimit-Policy"] == '"key";q=300;w=60, "submit";q=60;w=60'
        for path in ("/desk/v1/contacts", "/desk/v1/contacts/1", "/desk/v1/contacts/1/history", "/desk/v1/runs"):
            assert (await submits.get(path)).status_code == 403
        assert (await submits.patch("/desk/v1/contacts/1", json={"company": "x"})).status_code == 403


async def test_an_empty_bucket_says_when_to_come_back(served: Served) -> None:
    async with served.client("contacts:read", rate=2) as client:
        answers = [await client.get("/desk/v1/") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[0].headers["RateLimit-Policy"] == '"key";q=2;w=60'
    assert answers[1].headers["RateLimit"].startswith('"key";r=0;')
    assert 1 <= int(answers[2].headers["Retry-After"]) <= 30


async def test_many_wrong_keys_shut_no_right_one_out(served: Served) -> None:
    key = await served.key()
    wrong = [(await post(served, key="desk_wrong")).status for _ in range(31)]
    assert wrong == [401] * 30 + [429]
    assert (await post(served, key=key)).status == 201


async def test_counts_are_exact_over_restarts_and_the_audit_has_no_secret(served: Served, serve: Any) -> None:
    key = await served.key(name="counted")
    await post(served, key=key)
    await post(served, "Content-Type: text/plain", key=key)
    await post(served, "Origin: https://evil.example", key=key)
    await served.server.stop()
    await served.desk.close()
    again = await serve()
    found = again.desk.api.key("counted")
    assert (found.requests, found.refused) == (2, 1)
    lines, _ = await again.desk.api.audit()
    told = [(line.key, line.method, line.route, line.status) for line in reversed(lines)]
    assert sorted(told) == sorted(
        [
            ("counted", "POST", "/desk/v1/contacts", 201),
            ("counted", "POST", "/desk/v1/contacts", 415),
            ("", "POST", "/desk/v1/contacts", 403),
        ]
    )
    database = again.desk.profile.database
    held = b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))
    assert key.encode() not in held


async def test_unknown_paths_and_methods_are_answered_in_json_too(served: Served) -> None:
    async with served.client() as client:
        unknown = await client.get("/desk/v1/nothing%2F..%2F..")
        assert (unknown.status_code, unknown.json()["status"]) == (404, 404)
        wrong = await client.put("/desk/v1/contacts", json={})
        assert (wrong.status_code, wrong.headers["Allow"]) == (405, "GET, POST, HEAD")
        assert (await client.head("/desk/v1/contacts")).status_code == 200
        odd = await client.get("/desk/v1/contacts?limit=0")
        assert odd.json()["errors"] == [{"field": "limit", "message": "it is from 1 to 200"}]


async def test_headers_are_bounded_also_before_they_end(served: Served) -> None:
    key = await served.key()
    whole = await post(served, "X-Long: " + "a" * 100_000, key=key)
    assert whole.status == 431
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(b"GET / HTTP/1.1\r\nX: " + b"a" * (MOST_HEADERS + 1))
    assert b" 431 " in await asyncio.wait_for(reader.readline(), 5)
    writer.close()
    nothing_done(served)


async def test_a_peer_that_says_nothing_is_let_go(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.1)
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    assert b" 408 " in await asyncio.wait_for(reader.readline(), 5)
    writer.close()


async def test_more_connections_than_there_may_be_are_told_so(served: Served) -> None:
    held = [await asyncio.open_connection("127.0.0.1", served.port) for _ in range(protocol.MOST_CONNECTIONS)]
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    assert b" 503 " in await asyncio.wait_for(reader.readline(), 5)
    for _, one in [*held, (reader, writer)]:
        one.close()


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[" * 5_000,
        b'{"a":' * 70 + b"1" + b"}" * 70,
        b'{"first_name":"\\ud800"}',
        b"\xff",
        b'{"x":NaN}',
        b"[]",
        b"",
    ],
)
async def test_what_is_no_json_that_can_be_kept_is_refused(served: Served, body: bytes) -> None:
    answer = await post(served, key=await served.key(), body=body)
    assert answer.status == 400
    nothing_done(served)


async def test_a_body_that_is_cut_off_does_nothing(served: Served) -> None:
    key = await served.key()
    _, writer = await asyncio.open_connection("127.0.0.1", served.port)
    lines = (
        POST,
        f"Host: 127.0.0.1:{served.port}",
        JSON,
        "Content-Length: 500",
        f"Authorization: Bearer {key}",
        "",
        "",
    )
    writer.write("\r\n".join(lines).encode() + BODY)
    await writer.drain()
    writer.close()
    assert (await post(served, key=key, body=b'{"first_name":"Bea"}')).status == 201
    assert served.desk.counts().kinds == {Kind.CONTACT: 1}


async def test_a_dialect_that_is_switched_off_is_not_there(served: Served) -> None:
    async with served.client() as client:
        await served.desk.api.set_dialects_off(["desk"])
        assert (await client.get("/desk/v1/")).status_code == 404
        await served.desk.api.set_dialects_off([])
        assert (await client.get("/desk/v1/")).status_code == 200
