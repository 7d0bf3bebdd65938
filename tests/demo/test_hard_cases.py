"""The demo's CRMs side by side: who is in several is certain, and people whom programs mix up land in their tiers."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from crmdesk.app.demo_session import DemoDesk
from crmdesk.demo.hard_cases import HARD_CASES
from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.rows import rows_of
from crmdesk.domain.values import Value, Values, texts
from crmdesk.system.paths import Profile

CONTACTS = 300  # of Dex; the others have 45 each, of whom a third or so are in Dex too
Point = tuple[Value | None, Value | None, str]  # a way to reach somebody, with whose it is
C, L, P = Tier.CERTAIN, Tier.LIKELY, Tier.POSSIBLE
RIGHT: dict[str, tuple[Tier | None, ...]] = {
    "father and son of one name": (None,),
    "twins": (None, P),
    "colleagues on a switchboard": (None,),
    "couple with a family mailbox": (None,),
    "nickname": (C,),
    "married name": (C, L),
    "namesakes in one firm": (None,),
    "swapped names": (C,),
    "two scripts": (C,),
    "recycled number": (None,),
    "placeholder birthday": (None,),
    "firm and the person who works there": (None,),
}


async def _demo(directory: Path) -> tuple[list[Suggestion], dict[int, Values]]:
    """All suggestions of the demo, and what its contacts say."""
    demo = DemoDesk(CONTACTS)
    try:
        async with await Desk.open(Profile.at(directory), keys=demo.keys()) as desk:
            await demo.fill(desk)
            await desk.sync()
            await desk.matches.run()
            found, _ = await desk.matches.suggestions(limit=None, kind=Kind.CONTACT)
            ids, _ = await desk.page(ItemQuery(), 10_000)
            return found, {id_: desk.item(id_).values for id_ in ids}
    finally:
        demo.stop()


@cache
def _found() -> tuple[list[Suggestion], dict[int, Values]]:
    with TemporaryDirectory() as directory:
        return asyncio.run(_demo(Path(directory)))


def _tier(items: set[int]) -> Tier | None:
    found, _ = _found()
    return next((tier for tier in (C, L, P) for one in found if one.tier is tier and items <= set(one.item_ids)), None)


def _named(first: Value | None, last: Value | None, company: Value | None = None) -> set[int]:
    wanted = (company,) if company else (first, last)
    keys = ("name",) if company else ("first_name", "last_name")
    return {id_ for id_, values in _found()[1].items() if tuple(values.get(key) for key in keys) == wanted}


@pytest.mark.parametrize("place", range(len(HARD_CASES)), ids=[case.name for case in HARD_CASES])
def test_each_planted_case_lands_in_its_tier(place: int) -> None:
    case = HARD_CASES[place]
    firm = case.other.company if case.name.startswith("firm") else None
    mine = _named(case.dex.first_name, case.dex.last_name)
    items = mine | _named(case.other.first_name, case.other.last_name, firm)
    assert len(items) == 2
    assert _tier(items) in RIGHT[case.name]


def _reached(values: Values) -> Iterator[Point]:
    """Each email and each mobile, with whose it is."""
    for email in texts(values.get("emails")):
        yield values.get("first_name"), values.get("last_name"), email.lower()
    for entry in rows_of(values.get("phones")):
        if entry.label.lower() in ("mobile", "mob"):
            yield values.get("first_name"), values.get("last_name"), "".join(filter(str.isdigit, entry.value))[-8:]


def test_of_those_held_twice_with_an_email_or_a_mobile_nearly_all_are_certain() -> None:
    held: dict[Point, set[int]] = defaultdict(set)
    for id_, values in _found()[1].items():
        for point in _reached(values):
            held[point].add(id_)
    twice = {pair for items in held.values() for pair in combinations(sorted(items), 2)}
    missed = [pair for pair in twice if _tier(set(pair)) is not C]
    assert len(twice) > 50
    assert len(missed) <= len(twice) / 100
