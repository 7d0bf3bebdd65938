"""Complete means complete, in every CRM: whoever is there from first to last is neither missing nor called deleted.

While its list is read page by page, records go, come, change places with new ones, are put away and brought back, and
counts lie. A list that may have missed somebody says so, and the next calm one agrees with the CRM.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crmdesk.domain.records import Presence
from crmdesk.domain.reports import RunOutcome
from tests.laws import examples
from tests.virtual_world import VirtualWorld, virtual_world

CRMS: list[tuple[str, str | None]] = [
    ("dex", "v1"),
    ("dex", "legacy"),
    ("follow_up_boss", None),
    ("mri_vault", "v1.3"),
    ("mri_vault", "zena"),
    ("flex", None),
    ("rex", "rpc"),
    ("crm_api", "later"),
    ("crm_api", "v1"),
]
NAMES = ["-".join(filter(None, crm)) for crm in CRMS]
Event = tuple[int, str, int]  # after how many answers of lists, what somebody does there, and to whom
events = st.lists(
    st.tuples(st.integers(0, 8), st.sampled_from(["delete", "create", "replace", "edit"]), st.integers(0, 22)),
    max_size=5,
)
lies = st.sampled_from([0, 0, 0, 1, 5, -1])


def stir(world: VirtualWorld, happening: Sequence[Event], lie: int) -> None:
    """From now on it happens."""
    ids = world.site.book.ids()
    targets: dict[int, str | None] = {}
    for after, action, whom in happening:
        if whom not in targets:  # who is gone cannot go again
            targets[whom] = None if action == "create" else ids[whom % len(ids)]
            world.site.weather.set("somebody_else", times=1, after=after, method="GET", action=action, id=targets[whom])
    if lie:
        world.site.weather.set("wrong_total", by=lie)


def live(world: VirtualWorld) -> set[str]:
    """Whom the desk shows of the CRM."""
    items = world.items(include_hidden=True)
    return {str(record.remote_id) for item in items for record in item.records if record.presence is Presence.LIVE}


def shown(world: VirtualWorld) -> set[str]:
    """Whom the CRM shows to whoever asks for its list."""
    with virtual_world(world.name, world.api, settings=world.settings) as another:
        another.site.book.restore(world.site.book.state())
        another.begin()
        return live(another)


@pytest.mark.parametrize("crm", CRMS, ids=NAMES)
@examples(6)
@given(happening=events, lie=lies, first=st.booleans())
@example(happening=[(1, "replace", 0)], lie=0, first=True)
@example(happening=[(1, "replace", 0)], lie=0, first=False)
@example(happening=[(1, "delete", 3), (2, "create", 0)], lie=1, first=False)
def test_whoever_is_there_all_along_is_met(
    crm: tuple[str, str | None], happening: Sequence[Event], lie: int, first: bool
) -> None:
    with virtual_world(*crm, contacts=33, settings={"page_size": "10"}) as world:
        world.connect()
        if not first:
            world.sync()
        there = shown(world) if first else live(world)
        stir(world, happening, lie)
        run = world.sync(full=True)
        staying = there & set(world.site.book.ids())
        missing = staying - live(world)
        assert not missing or (first and not (run.outcome is RunOutcome.SUCCESS and run.balanced))
        assert not any(
            item.trashed_at for item in world.items(trash=True) for r in item.records if r.remote_id in staying
        )
        world.site.weather.clear()
        for _ in range(2):
            run = world.sync(full=True)
        assert (run.outcome, run.balanced) == (RunOutcome.SUCCESS, True)
        assert live(world) == shown(world)
