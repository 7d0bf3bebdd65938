"""A record is more than its worst field, in every CRM: whatever stands in one place of a payload, the rest is read.

The payloads are those of the demo CRMs, of every API and kind, lists and details. One value in them is replaced by what
no JSON can hold, or by what stands there in no CRM: the person is there, every other field is as it was, and a field
that says something in the CRM is never read as empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import aclosing
from functools import cache
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.demo.sites import SITES
from crmdesk.domain.fields import Kind
from crmdesk.errors import AuthRequired, Unsupported
from crmdesk.providers.contract import Provider, RemoteRecord
from crmdesk.providers.wire.mending import mended
from tests.virtual_world import VirtualWorld, virtual_world

HOLE = "the hole of this payload"
UNREADABLE = (
    rb'"half \ud83d a pair"',
    rb'"\ude00"',
    rb'"a\u0000b"',
    b'"M\xfcller"',
    rb'"\Q"',
    b"NaN",
    b"-Infinity",
    b"1e999",
    b"7" * 5000,
    b"undefined",
    b'{"a": 1,}',
    b"[" * 3000 + b"]" * 3000,
)
ODD = (b'{"a":1}', b"[[]]", b"-7", b'"\xe2\x80\xae"', b"[1]", b'[{"x":"y"}]', b"true", b"1.5", b'"no such thing"')
Path = tuple[str | int, ...]


class Sample(NamedTuple):
    """One payload of a CRM, as it is read when nothing is odd."""

    name: str
    provider: Provider
    kind: Kind
    payload: bytes
    read: RemoteRecord

    def __repr__(self) -> str:
        return f"{self.kind} {self.read.id} of {self.name}, {len(self.payload)} bytes"


def apis() -> list[tuple[str, str]]:
    """Every API that a demo CRM has."""
    found = []
    for name in SITES:
        with virtual_world(name) as world:
            found += [(name, account.api) for account in world.site.accounts()]
    return found


@cache
def samples() -> dict[str, list[Sample]]:
    """Payloads of every CRM, by its name and API."""
    found: dict[str, list[Sample]] = {}
    for name, api in apis():
        with virtual_world(name, api) as world:
            found[f"{name} {api}".strip()] = list(_of(world, f"{name} {api}"))
    return {name: here for name, here in found.items() if here}


def _of(world: VirtualWorld, name: str) -> Iterator[Sample]:
    provider = world.provider()
    for kind in (info.kind for info in provider.info.kinds):
        try:
            payloads = world.run(_payloads(provider, kind))
        except (AuthRequired, Unsupported):
            continue  # no sign-in without a browser; no such kind in this API
        for payload in payloads:
            yield Sample(name, provider, kind, payload, provider.read(kind, payload))
    world.run(provider.close())


async def _payloads(provider: Provider, kind: Kind) -> list[bytes]:
    found: list[bytes] = []
    async with aclosing(provider.pages(kind, None)) as pages:
        async for page in pages:
            found += page.payloads
    details = await provider.details(kind, [provider.identify(kind, payload) for payload in found[:3]])
    return found[:3] + [one.payload for one in details if isinstance(one, RemoteRecord)]


def places(document: Any, here: Path = ()) -> Iterator[Path]:
    """The place of every value in a document."""
    items = document.items() if isinstance(document, dict) else enumerate(document)
    for name, value in items:
        yield (*here, name)
        if isinstance(value, dict | list):
            yield from places(value, (*here, name))


def with_hole(payload: bytes, place: Path, value: bytes) -> bytes:
    """The payload with something else at one place, as an answer."""
    document = json.loads(payload)
    inner = document
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = HOLE
    return mended(json.dumps(document).encode().replace(json.dumps(HOLE).encode(), value))


def test_there_are_payloads_of_every_crm() -> None:
    assert {name.split()[0] for name in samples()} == set(SITES)


NAMES = sorted(f"{name} {api}".strip() for name, api in apis() if api != "oauth")


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_what_cannot_be_read_costs_its_field_alone(name: str, data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(samples()[name]))
    place = data.draw(st.sampled_from(sorted(places(json.loads(sample.payload)), key=str)))
    if place == ("id",):
        return
    value = data.draw(st.sampled_from(UNREADABLE))
    found = sample.provider.read(sample.kind, with_hole(sample.payload, place, value))
    assert (found.id, found.deleted) == (sample.read.id, sample.read.deleted)
    for field, good in sample.read.values.items():
        if field in found.values:
            assert found.values[field] == good, f"{field} is read otherwise because of {place}"
        else:
            assert field not in found.fields, f"{field} is taken for empty because of {place}"
    assert found.fields.isdisjoint(found.unreadable)
    assert "\x00" not in repr(found.values)
    for why in found.unreadable.values():
        assert why.startswith(("“", "It holds"))


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_what_belongs_nowhere_empties_no_field(name: str, data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(samples()[name]))
    place = data.draw(st.sampled_from(sorted(places(json.loads(sample.payload)), key=str)))
    if place == ("id",):
        return
    value = data.draw(st.sampled_from(ODD))
    found = sample.provider.read(sample.kind, with_hole(sample.payload, place, value))
    assert found.id == sample.read.id
    said = sample.read.values.keys() - found.values.keys()
    assert not said & found.fields, f"{said} taken for empty because of {place}"
