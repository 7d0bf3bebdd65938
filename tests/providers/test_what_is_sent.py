"""What leaves this computer: nothing that was typed adds a line to a request, and nobody stands in a loopback's way."""

from __future__ import annotations

import asyncio

import pytest

from crmdesk.errors import ProviderError
from crmdesk.providers.wire.transport import Transport
from tests.contract.patient_clock import PatientClock
from tests.providers.test_transport import LIMITS, Server, plain

INJECTED = [
    "a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rX-Evil: 1", "a\r\n\r\nGET /evil HTTP/1.1", "a\x00b", "a\x7fb",
    "\u2028X-Evil: 1", "\u0119", "\ud83d", "a\x0bX-Evil: 1", "a\x85X-Evil: 1", " a ", "\t", "%0d%0aX-Evil:%201",
]  # fmt: skip


@pytest.mark.parametrize("typed", INJECTED, ids=ascii)
async def test_no_key_id_or_value_adds_a_line_to_a_request(typed: str) -> None:
    async with Server(plain()).running() as server:
        for headers, path, params in (
            ({"Authorization": f"Bearer {typed}"}, "/x", {}),
            ({"X-Api-Key": typed}, "/x", {}),
            ({}, f"/x/{typed}", {}),
            ({}, "/x", {"term": typed, typed: "1"}),
        ):
            transport = Transport(server.url, headers, LIMITS, clock=PatientClock())
            try:
                await transport.request("GET", path, params=params)
            except ProviderError:
                continue
            finally:
                await transport.close()
        for head in server.heads:
            lines = head.split(b"\r\n")
            assert lines[0].startswith(b"GET /x")
            assert not any(line.lower().startswith((b"x-evil", b"get /evil")) for line in lines[1:])
            assert b"\n" not in head.replace(b"\r\n", b"")


async def test_no_proxy_stands_between_the_desk_and_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Server(plain()).running() as proxy, Server(plain()).running() as server:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.setenv("NO_PROXY", "")
        transport = Transport(server.url, {"Authorization": "Bearer key"}, LIMITS, clock=PatientClock())
        assert (await transport.request("GET", "/x")).status == 200
        await transport.close()
        await asyncio.sleep(0)
        assert (len(server.heads), proxy.heads) == (1, [])
