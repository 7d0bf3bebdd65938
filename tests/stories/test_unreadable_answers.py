"""What no JSON can hold costs its field, never its person: in every CRM that is edited, whatever stands there.

The person is listed, the field is told as one problem and keeps its last value, edits of others are sent, what cannot
be read stays in the CRM as it is, and the problem ends by itself.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.domain.reports import ProblemKind, RunOutcome
from tests.laws import examples
from tests.virtual_world import VirtualWorld, virtual_world

CRMS = [
    "dex v1",
    "dex legacy",
    "flex",
    "rex rpc",
    "mri_vault v1.3",
    "mri_vault zena",
    "crm_api later",
    "follow_up_boss",
]
OTHERS = {
    "dex legacy": ("job_title", "job_title"),
    "mri_vault zena": ("description", "notes"),
}  # where there is no company
PLAIN = b'"zq marked text"'
TOKENS = {
    "half a character": rb'"zq \ud83d text"',
    "bytes that are no text": b'"zq \xfc\xff text"',
    "an unknown escape": rb'"zq \x41"',
    "a NUL": rb'"zq\u0000"',
    "no number": b"NaN",
    "an endless number": b"-Infinity",
    "five thousand digits": b"7" * 5000,
    "a list with a comma too many": b'["zq",]',
}


def spoiled(name: str) -> tuple[str, str | None]:
    crm, _, api = name.partition(" ")
    return crm, api or None


def spoil(world: VirtualWorld, token: bytes) -> None:
    """From now on that value is sent so; what comes back so is the value."""
    world.garble = lambda body: body.replace(PLAIN, token)
    world.ungarble = lambda content: content.replace(token, PLAIN)


def mend(world: VirtualWorld) -> None:
    world.garble = world.ungarble = bytes


@pytest.mark.parametrize("name", CRMS)
@examples(4)
@given(token=st.sampled_from(sorted(TOKENS)), known=st.booleans())
def test_the_person_is_there_and_everything_else_works(name: str, token: str, known: bool) -> None:
    with virtual_world(*spoiled(name)) as world:
        field, member = OTHERS.get(name) or next(iter(world.twin.habits.texts.items()))
        first = world.site.book.ids()[0]
        world.site.book.update(first, {member: json.loads(PLAIN)})
        if known:
            world.begin()
        spoil(world, TOKENS[token])
        run = world.sync(reload=True) if known else world.begin()
        assert (run.outcome, run.quarantined, run.balanced, run.removed) == (RunOutcome.SUCCESS, 0, True, 0)
        item = world.item_of(first)
        assert item.values.get("name") or item.values.get("first_name")
        assert item.values.get(field) == (json.loads(PLAIN) if known else None)
        told = [(problem.kind, problem.field, problem.item_id) for problem in world.problems()]
        assert told == [(ProblemKind.UNREADABLE, field, item.id)]
        world.sync(reload=True)
        assert len(world.problems()) == 1
        world.edit(item, {"first_name": "Zenobia"})
        run = world.sync()
        assert (run.not_accepted, world.queue()) == (0, [])
        there = world.site.book.get(first)
        assert there is not None
        assert (world.twin.habits.first_name(there), world.twin.text(there, member)) == ("Zenobia", json.loads(PLAIN))
        mend(world)
        world.sync(reload=True)
        assert world.problems() == []
        assert world.item_of(first).values[field] == json.loads(PLAIN)
        before = world.twin.records()
        world.sync()
        assert world.twin.records() == before


@pytest.mark.parametrize("name", CRMS)
@pytest.mark.parametrize("record", [b'{"id": 1,, "a": 2}', b"[1 2]", b"NaN"])
def test_what_is_no_record_any_more_takes_no_page(name: str, record: bytes) -> None:
    """It stands in the list beside the others."""
    with virtual_world(*spoiled(name)) as world:
        world.begin()
        known = len(world.items())
        world.garble = lambda body: body.replace(b"[{", b"[" + record + b",{", 1)
        run = world.sync(full=True)
        assert run.outcome in (RunOutcome.PARTIAL, RunOutcome.SUCCESS)
        assert (run.removed, len(world.items())) == (0, known)
        mend(world)
        world.sync(full=True)
        assert (world.problems(), len(world.items())) == ([], known)
