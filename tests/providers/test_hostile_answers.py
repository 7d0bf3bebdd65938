"""Answers and requests that are made to do harm: refused by word, at once, and without a byte to anybody."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import replace

import pytest

from crmdesk.errors import BadResponse, ProviderError, Rejected
from tests.providers.test_transport import LIMITS, connected, plain


@pytest.mark.parametrize("behind", [b"x", b"x" * 3_000_000, None], ids=["a byte", "megabytes", "another member"])
async def test_what_follows_the_end_of_a_packing_is_refused(behind: bytes | None) -> None:
    """Not taken for the whole answer, and not copied again and again, on the window's own loop."""
    packed = gzip.compress(b'{"a": 1}')
    answer = plain(packed + (packed if behind is None else behind), "Content-Encoding: gzip")
    async with connected(answer, limits=replace(LIMITS, max_bytes=10_000_000)) as (transport, _):
        with pytest.raises(BadResponse, match="after the end of its packing"):
            await transport.request("GET", "/")


async def test_bytes_that_unpack_to_nothing_are_counted_too() -> None:
    nothing = gzip.compress(b"")[:10] + b"\x00\x00\x00\xff\xff" * 500_000  # half a million empty blocks
    async with connected(plain(nothing, "Content-Encoding: gzip")) as (transport, _):
        with pytest.raises(BadResponse, match="larger than"):
            await transport.request("GET", "/")


@pytest.mark.parametrize("path", ["/contacts/..", "/contacts/.", "/contacts/../notes", "/.."])
@pytest.mark.parametrize("method", ["GET", "DELETE"])
async def test_an_id_of_dots_leads_nowhere_else(method: str, path: str) -> None:
    async with connected(plain()) as (transport, server):
        with pytest.raises(Rejected, match="dots"):
            await transport.request(method, path)
        assert server.heads == []


async def test_what_cannot_be_written_into_a_request_is_explained_and_not_sent() -> None:
    async with connected(plain()) as (transport, server):
        for path in ("/a\x00b", "/a\x7fb"):
            with pytest.raises(ProviderError, match="cannot be sent"):
                await transport.request("DELETE", path)
        with pytest.raises(Rejected, match="half a character"):
            await transport.request("POST", "/", json={"name": "\ud83d"})
        with pytest.raises(Rejected, match="half a character"):
            await transport.request("POST", "/", form={"name": "\ud83d"})
        transport.sign_with(Tokens("not ascii: \u0119"))
        with pytest.raises(ProviderError, match="cannot be sent"):
            await transport.request("POST", "/", json={})
        assert server.heads == []


class Tokens:
    """A sign-in that gave such a token."""

    def __init__(self, token: str) -> None:
        self.token = token

    @property
    def secrets(self) -> tuple[str, ...]:
        return (self.token,)

    async def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def renew(self, refused: Mapping[str, str]) -> bool:
        return False

    async def worked(self, headers: Mapping[str, str]) -> None:
        return

    async def close(self) -> None:
        return
