"""Creates are single, in every CRM that creates: however late it shows, whatever answer is lost, and through restarts.

So are changes and deletions that show late: in the end both sides hold what was typed, and nobody comes back. The desk
and its CRM are in one process and in virtual time, so that an hour of waiting costs nothing.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.records import Item
from crmdesk.domain.values import Entry, Patch
from tests.laws import examples
from tests.virtual_world import VirtualWorld, virtual_world
from tests.world import emails

CRMS: list[tuple[str, str | None]] = [
    ("dex", "v1"),
    ("dex", "legacy"),
    ("follow_up_boss", None),
    ("mri_vault", "v1.3"),
    ("mri_vault", "zena"),
    ("flex", None),
    ("rex", "rpc"),
    ("crm_api", "later"),
]
NAMES = ["-".join(filter(None, crm)) for crm in CRMS]
ADDRESS, NUMBER, NAMED = "grace@navy.example", "+1 212 555 0134", {"first_name": "Grace", "last_name": "Hopper"}
NEW: dict[str, Patch] = {
    "an email": {**NAMED, "emails": emails(ADDRESS)},
    "a phone alone": {**NAMED, "phones": (Entry(NUMBER),)},
    "a name alone": dict(NAMED),
    "a company": {"name": "Hopper Instruments", "contact_type": "Company", "emails": emails(ADDRESS)},
    "a company's name alone": {"name": "Hopper Instruments", "contact_type": "Company"},
}


class Weather(NamedTuple):
    """How late the CRM shows what was written, how many answers are lost, when the desk is started anew."""

    late: float
    lost: int
    after: int  # writes whose answers come before one is lost
    restarts: frozenset[int]  # after which of the syncs


weathers = st.builds(
    Weather,
    st.sampled_from([0.0, 1.0, 5.0, 60.0]),
    st.integers(0, 3),
    st.integers(0, 2),
    st.frozensets(st.integers(0, 4), max_size=3),
)
WORST = Weather(60.0, 1, 0, frozenset({1}))


def stir(world: VirtualWorld, weather: Weather) -> None:
    """From now on it is so."""
    world.site.weather.set("late", seconds=weather.late)
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        if weather.lost:
            world.site.weather.set("lost", times=weather.lost, after=weather.after, method=method)


def through(world: VirtualWorld, weather: Weather, most: int) -> None:
    """Syncs at once, after a second, a minute, ten minutes, an hour; never are there more records than so many."""
    for number, pause in enumerate((0.0, 0.0, 1.0, 60.0, 600.0, 3600.0)):
        world.later(pause)
        world.sync()
        assert world.site.book.count <= most, "one more was made"
        if number in weather.restarts:
            world.restart()
    world.site.weather.clear()
    for _ in range(2):
        world.later(2 * 3600.0)
        world.sync(full=True)
    assert world.site.book.count <= most, "one more was made"


def settled(world: VirtualWorld, item: Item) -> bool:
    """Whether nothing waits any more; what cannot be told by the desk alone is asked of a person, and told."""
    waiting = world.queue()
    asked = all(entry.state is EntryState.PARKED for entry in waiting)
    assert not waiting or (asked and world.problems()), [(entry.state, entry.outcome) for entry in waiting]
    return not waiting


@pytest.mark.parametrize("crm", CRMS, ids=NAMES)
@examples(6)
@given(what=st.sampled_from(sorted(NEW)), weather=weathers)
@example(what="an email", weather=WORST)
@example(what="a name alone", weather=Weather(1.0, 1, 0, frozenset()))
@example(what="a phone alone", weather=Weather(5.0, 2, 0, frozenset({0})))
def test_what_is_made_is_made_once(crm: tuple[str, str | None], what: str, weather: Weather) -> None:
    if crm[0] == "crm_api" and "emails" not in NEW[what]:
        return  # it takes nobody without an email
    with virtual_world(*crm) as world:
        world.begin()
        before = world.site.book.count
        stir(world, weather)
        item = world.new(Kind.CONTACT, NEW[what])
        through(world, weather, before + 1)
        if settled(world, item):
            assert world.site.book.count == before + 1
            here = [record.remote_id for record in world.computer.desk.item(item.id).records]
            assert set(here) & set(world.site.book.ids())
            assert len(world.items(text="Hopper")) == 1


@pytest.mark.parametrize("api", ["v1.3", "zena"])
@examples(6)
@given(weather=weathers)
@example(weather=WORST)
def test_a_property_is_made_once(api: str, weather: Weather) -> None:
    with virtual_world("mri_vault", api) as world:
        world.begin((Kind.PROPERTY,))
        site: Any = world.site
        before = len(site.homes.ids())
        stir(world, weather)
        item = world.new(Kind.PROPERTY, {"name": "9 King St, Carlton"})
        for pause in (0.0, 1.0, 60.0, 600.0, 3600.0, 7200.0):
            world.later(pause)
            world.sync()
            assert len(site.homes.ids()) <= before + 1, "one more was made"
        world.site.weather.clear()
        world.later(7200.0)
        world.sync(full=True)
        assert len(site.homes.ids()) == before + settled(world, item)


@pytest.mark.parametrize("crm", CRMS, ids=NAMES)
@examples(4)
@given(weather=weathers)
@example(weather=WORST)
def test_what_is_changed_is_so_on_both_sides_in_the_end(crm: tuple[str, str | None], weather: Weather) -> None:
    with virtual_world(*crm) as world:
        world.begin()
        first = world.site.book.ids()[0]
        stir(world, weather)
        item = world.edit(world.item_of(first), {"first_name": "Zenobia"})
        through(world, weather, world.site.book.count)
        assert "Zenobia" in json.dumps(world.site.book.get(first))
        assert world.computer.desk.item(item.id).values["first_name"] == "Zenobia"
        assert (world.queue(), world.conflicts(), world.problems()) == ([], [], [])


DELETING = [crm for crm in CRMS if crm[0] not in ("crm_api", "rex")]


@pytest.mark.parametrize("crm", DELETING, ids=["-".join(filter(None, crm)) for crm in DELETING])
@examples(4)
@given(weather=weathers)
@example(weather=WORST)
def test_who_is_deleted_does_not_come_back(crm: tuple[str, str | None], weather: Weather) -> None:
    with virtual_world(*crm) as world:
        world.begin()
        world.act(world.computer.desk.set_account(world.account.id, deletes_remotely=True))
        first = world.site.book.ids()[0]
        item = world.item_of(first)
        stir(world, weather)
        world.act(world.computer.desk.delete([item.id]))
        through(world, weather, world.site.book.count)
        there = world.site.book.get(first)
        assert there is None or there.get("deleted") is True
        assert world.computer.desk.item(item.id).trashed_at is not None
        shown = [record.remote_id for one in world.items() for record in one.records]
        assert (first in shown, world.queue()) == (False, [])
