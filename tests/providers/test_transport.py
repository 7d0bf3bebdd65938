"""The transport against a real server that misbehaves: times, sizes, certificates, retries, secrets."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from crmdesk.errors import BadResponse, OutcomeUnknown, ProviderError, RateLimited, Unavailable
from crmdesk.providers.info import Limits
from crmdesk.providers.wire.mending import why_odd
from crmdesk.providers.wire.transport import TRIES, Transport
from tests.contract.patient_clock import PatientClock
from tests.patience import PATIENCE

SECRET = "s3cr3t-k3y"
LIMITS = Limits(per_second=None, concurrent=4, max_bytes=2_000_000)
Handler = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]


class Server:
    """Answers each request with whatever bytes a test wants, and remembers the requests."""

    def __init__(self, answer: bytes | Handler, scheme: str = "http") -> None:
        self.answer, self.scheme = answer, scheme
        self.heads: list[bytes] = []
        self.tasks: set[asyncio.Task[None] | None] = set()
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one request."""
        self.tasks.add(asyncio.current_task())
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            self.heads.append(head)
            if callable(self.answer):
                await self.answer(head, writer)
            else:
                writer.write(self.answer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return  # a cancelled handler that says so is logged as an error by Python 3.11
        finally:
            writer.close()

    @asynccontextmanager
    async def running(self, tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
        """Listen on a free port."""
        server = await asyncio.start_server(self.serve, "127.0.0.1", 0, ssl=tls)
        self.url = f"{self.scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            server.close()
            tasks = [task for task in self.tasks if task is not None]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await server.wait_closed()


def reply(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """A whole HTTP answer."""
    lines = [f"HTTP/1.1 {status}", "Connection: close", *headers]
    if not any(line.lower().startswith("content-length") for line in lines):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def plain(body: bytes = b'{"ok": true}', *headers: str) -> bytes:
    """A usual answer."""
    return reply(body, "Content-Type: application/json", *headers)


@asynccontextmanager
async def connected(
    answer: bytes | Handler, clock: PatientClock | None = None, limits: Limits = LIMITS
) -> AsyncIterator[tuple[Transport, Server]]:
    async with Server(answer).running() as server:
        headers = {"Authorization": f"Bearer {SECRET}"}
        transport = Transport(server.url, headers, limits, clock=clock or PatientClock(), secrets=(SECRET,))
        try:
            yield transport, server
        finally:
            await transport.close()


async def test_an_answer_comes_back_whole() -> None:
    async with connected(plain(b'{"a": [1, 2]}', "X-Total: 3")) as (transport, server):
        answer = await transport.request("GET", "/things", params={"q": "a b&c"})
        assert (answer.status, answer.body, answer.headers["x-total"]) == (200, b'{"a": [1, 2]}', "3")
        assert server.heads[0].startswith(b"GET /things?q=a+b%26c HTTP/1.1\r\n")
        assert f"Bearer {SECRET}".encode() in server.heads[0]
        assert transport.sent == 1


@pytest.mark.parametrize(
    "answer",
    [
        plain(b'{"a": 1', "Content-Length: 500"),
        reply(b'5\r\n{"a":', "Content-Type: application/json", "Transfer-Encoding: chunked", "Content-Length: 9")[:-4],
    ],
    ids=["shorter than it says", "a chunk cut off"],
)
async def test_an_answer_cut_off_is_read_again_and_then_bad(answer: bytes) -> None:
    async with connected(answer) as (transport, server):
        with pytest.raises((BadResponse, Unavailable)):
            await transport.request("GET", "/")
        assert len(server.heads) == transport.sent == TRIES


async def test_a_connection_reset_in_mid_answer_gave_none() -> None:
    async def resetting(head: bytes, writer: asyncio.StreamWriter) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
        writer.write(head + b" " * 5000)
        await writer.drain()
        connection = writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    async with connected(resetting) as (transport, server):
        with pytest.raises((BadResponse, Unavailable)):
            await transport.request("GET", "/")
        with pytest.raises(OutcomeUnknown):
            await transport.request("PUT", "/", json={})
        assert len(server.heads) == TRIES + 1


@pytest.mark.parametrize("answer", [b"", b"\x00\x01 nonsense\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"])
async def test_what_is_no_http_is_unavailable_or_unknown(answer: bytes) -> None:
    async with connected(answer) as (transport, server):
        with pytest.raises((Unavailable, BadResponse)):
            await transport.request("GET", "/")
        with pytest.raises(OutcomeUnknown):
            await transport.request("PUT", "/", json={})
        assert len(server.heads) == TRIES + 1


async def test_an_unpacked_answer_is_capped_exactly() -> None:
    fits, too_large = b'"' + b"ab" * 999_999 + b'"', b'"' + b"ab" * 1_000_000 + b'"'
    limits = replace(LIMITS, max_bytes=len(fits))
    for body, packed in ((fits, False), (too_large, False), (fits, True), (too_large, True)):
        content = gzip.compress(body) if packed else body
        headers = ["Content-Encoding: gzip"] if packed else []
        async with connected(plain(content, *headers), limits=limits) as (transport, _):
            if body is fits and not packed:
                assert (await transport.request("GET", "/")).body == fits
            else:
                with pytest.raises(BadResponse, match=r"larger|times its size"):
                    await transport.request("GET", "/")


async def test_a_packed_answer_is_unpacked_and_a_broken_packing_noticed() -> None:
    body = b'{"a": "' + bytes(str(list(range(3000))), "ascii") + b'"}'
    packed = gzip.compress(body)
    async with connected(plain(packed, "Content-Encoding: gzip")) as (transport, _):
        assert (await transport.request("GET", "/")).body == body
    for broken in (packed[:-20], b"not gzip at all"):
        async with connected(plain(broken, "Content-Encoding: gzip")) as (transport, _):
            with pytest.raises(BadResponse):
                await transport.request("GET", "/")
    async with connected(plain(body, "Content-Encoding: br")) as (transport, _):
        with pytest.raises(BadResponse, match="packed as br"):
            await transport.request("GET", "/")


async def silent(head: bytes, writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def dripping(head: bytes, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.02)


@pytest.mark.parametrize(("handler", "tries"), [(silent, TRIES), (dripping, 1)])
async def test_a_crm_that_never_finishes_is_given_up_in_time(handler: Handler, tries: int) -> None:
    limits = replace(LIMITS, timeout=0.04)
    async with connected(handler, limits=limits) as (transport, server):
        async with asyncio.timeout(PATIENCE):
            with pytest.raises(Unavailable, match="too long"):
                await transport.request("GET", "/")
            with pytest.raises(OutcomeUnknown, match="too long"):
                await transport.request("POST", "/", json={})
        assert len(server.heads) == tries + 1


async def test_tries_are_spread_by_chance_and_counted() -> None:
    clock = PatientClock(chance=0.25)
    async with connected(reply(b"", status="502 Bad Gateway"), clock) as (transport, _):
        with pytest.raises(Unavailable):
            await transport.request("GET", "/")
    assert clock.slept == [0.125, 0.25]


async def test_a_date_says_when_to_come_back() -> None:
    clock = PatientClock()
    answer = reply(b"", "Retry-After: Sun, 01 Mar 2026 12:05:00 GMT", status="429 Too Many Requests")
    async with connected(answer, clock) as (transport, server):
        with pytest.raises(RateLimited) as asked:
            await transport.request("GET", "/")
        assert asked.value.after == 300
        clock.elapsed += 299
        assert transport.pause_left == 1
        assert len(server.heads) == 1


@pytest.mark.parametrize("hours", ["10", "12", "14"])
async def test_a_date_to_come_back_at_goes_by_the_clock_that_gave_it(hours: str) -> None:
    dates = (f"Date: Sun, 01 Mar 2026 {hours}:00:00 GMT", f"Retry-After: Sun, 01 Mar 2026 {hours}:05:00 GMT")
    async with connected(reply(b"", *dates, status="429 Too Many Requests"), PatientClock()) as (transport, _):
        with pytest.raises(RateLimited) as asked:
            await transport.request("GET", "/")
        assert asked.value.after == 300


async def test_a_byte_order_mark_is_no_part_of_an_answer() -> None:
    async with connected(plain(b'\xef\xbb\xbf{"a": 1}')) as (transport, _):
        assert (await transport.request("GET", "/")).body == b'{"a": 1}'


async def test_a_large_answer_with_one_odd_value_is_mended_like_a_small_one() -> None:
    rows = b", ".join(b'{"id": %d, "text": "one of many"}' % number for number in range(5_000))
    async with connected(plain(b'{"items": [' + rows + b', {"id": 7, "odd": NaN}]}')) as (transport, _):
        read = json.loads((await transport.request("GET", "/")).body)["items"]
    assert (len(read), read[4_999]["id"], why_odd(read[-1]["odd"])) == (
        5_001,
        4_999,
        "NaN, which is no value that can be kept",
    )


async def test_pauses_grow_where_the_crm_names_none() -> None:
    clock = PatientClock(chance=1.0)
    async with connected(reply(b"", status="429 Too Many Requests"), clock) as (transport, _):
        with pytest.raises(RateLimited) as asked:
            await transport.request("GET", "/")
        assert asked.value.after == 16  # 4 and 8 seconds were waited out


async def test_a_crm_that_is_down_may_ask_for_a_pause_too() -> None:
    answer = reply(b"", "Retry-After: 600", status="503 Service Unavailable")
    async with connected(answer) as (transport, server):
        with pytest.raises(Unavailable):
            await transport.request("GET", "/")
        with pytest.raises(RateLimited):
            await transport.request("GET", "/")
        assert len(server.heads) == 1


@pytest.mark.parametrize("kind", ["text/html", "text/plain", "application/xml"])
async def test_another_kind_of_content_is_no_answer(kind: str) -> None:
    async with connected(reply(b"<p>Welcome to Hotel Wi-Fi</p>", f"Content-Type: {kind}")) as (transport, _):
        with pytest.raises(BadResponse):
            await transport.request("GET", "/")
        with pytest.raises(OutcomeUnknown):
            await transport.request("PUT", "/", json={})


async def test_redirects_stay_at_home() -> None:
    async def hop(head: bytes, writer: asyncio.StreamWriter) -> None:
        there = b" /there " in head
        writer.write(plain() if there else reply(b"", "Location: /there", status="307 Temporary Redirect"))

    async with connected(hop) as (transport, server):
        assert (await transport.request("GET", "/here", params={"a": "1"})).status == 200
        assert transport.sent == 2
        with pytest.raises(BadResponse):
            await transport.request("PUT", "/here", json={})
        assert len(server.heads) == 3


@pytest.mark.parametrize(
    "target",
    [
        *("https://stranger.example/", "//stranger.example/x", "http://127.0.0.1:1/", "ftp://x", "http://[", "\x0b"),
        *("http:x", "javascript:1", "mailto:a@b", "http://xn--a", "http://\u0661.example"),
    ],
)
async def test_redirects_elsewhere_end_the_request(target: str) -> None:
    async with connected(reply(b"", f"Location: {target}", status="302 Found")) as (transport, server):
        with pytest.raises(ProviderError) as refused:
            await transport.request("GET", "/")
        assert SECRET not in f"{refused.value.why}{refused.value.detail}"
        assert all(head.startswith(b"GET /") for head in server.heads)


async def test_the_secret_is_in_no_message() -> None:
    body = f'{{"message": "key {SECRET} is unknown"}}'.encode()
    for status in ("401 Unauthorized", "422 Unprocessable", "500 Error", "200 OK"):
        async with connected(reply(body, "Content-Type: text/html", status=status)) as (transport, _):
            with pytest.raises(ProviderError) as refused:
                await transport.request("POST", "/", json={})
            error = refused.value
            assert SECRET not in f"{error} {error.as_json()} {error.detail} {error!r}"


def certificate(folder: Path, name: str, *, days: int = 30) -> ssl.SSLContext:
    """The server side of a certificate that nobody has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=60))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.mark.parametrize(("name", "days"), [("127.0.0.1", 30), ("127.0.0.1", -1), ("stranger.example", 30)])
async def test_a_certificate_that_cannot_be_trusted_ends_it_at_once(tmp_path: Path, name: str, days: int) -> None:
    async with Server(plain(), "https").running(certificate(tmp_path, name, days=days)) as server:
        transport = Transport(server.url, {"Authorization": SECRET}, LIMITS, clock=PatientClock())
        for method in ("GET", "PUT"):
            with pytest.raises(Unavailable, match="certificate"):
                await transport.request(method, "/", json=None if method == "GET" else {})
        assert (transport.sent, server.heads) == (2, [])
        await transport.close()


async def test_a_server_without_encryption_behind_https_is_told() -> None:
    heard: list[bytes] = []

    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(1000))
        writer.write(plain())
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        transport = Transport(url, {"Authorization": SECRET}, LIMITS, clock=PatientClock())
        with pytest.raises(Unavailable, match="encrypted"):
            await transport.request("GET", "/")
        assert len(heard) == 1
        assert SECRET.encode() not in heard[0]
        await transport.close()
