"""Books that no careful person keeps: clear answers, nothing lost, no link made twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.form import to_bytes
from crmdesk.domain.matching.pairs import names_contradict
from crmdesk.domain.matching.reading import read
from crmdesk.domain.matching.suggestions import Tier
from crmdesk.domain.values import Entry, Values
from crmdesk.store import Store, Tx
from crmdesk.sync.actions import matching
from crmdesk.sync.announcer import Announcer
from crmdesk.sync.matching.runner import Matcher
from crmdesk.sync.matching.stages import Stages
from tests.first_start import laid
from tests.matching.book.book import BookRecord, book
from tests.matching.book.cultures import CULTURES
from tests.matching.shelved import add_accounts, finish, shelve, suggestions, weights_of


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = Store.open(laid(tmp_path / "desk.db"), clock=SystemClock(), backups=tmp_path / "backups")
    await add_accounts(opened)
    yield opened
    await opened.close()


def record(place: int, account: int = 2, **values: object) -> BookRecord:
    held: dict[str, object] = {}
    for key, value in values.items():
        held[key] = (Entry(str(value)),) if key in ("emails", "phones") else value
    return BookRecord(account, f"r{place}", held, place, frozenset())  # type: ignore[arg-type]


ODD_NAMES = (
    "ada@mail.example", "+49 171 5550101", "12345", "😀🎉", "\u202eadA\u202c \u200fKing\u200e", "x" * 10_000, ",", "()",
    "Mr", "Dr. Jr.", "\ud800", "🧑‍🚀 Neil", "O'", "-", "\x00\x01", "王", "ab" * 5_000 + " " + "cd" * 5_000, "Jr, Sr",
)  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES, ids=range(len(ODD_NAMES)))
def test_any_text_may_stand_where_a_name_should(name: str) -> None:
    for values in ({"name": name}, {"first_name": name, "last_name": name}, {"company": name, "last_name": name}):
        form = read(Kind.CONTACT, {**values, "emails": (Entry("a@b.example"),)})
        assert form is not None
        assert len(to_bytes(form)) < 3_000
        assert not names_contradict(values, values)


def test_direction_marks_and_pictures_change_no_name() -> None:
    plain: Values = {"first_name": "Ada", "last_name": "King"}
    marked: Values = {"first_name": "\u202bAda\u202c", "last_name": "\u200fKing \U0001f600"}
    one, other = read(Kind.CONTACT, plain), read(Kind.CONTACT, marked)
    assert one is not None
    assert other is not None
    assert (one.given, one.surname) == (other.given, other.surname)


async def test_a_phone_that_thousands_hold_says_nothing_and_holds_nothing_up(store: Store) -> None:
    english = CULTURES[0]
    names = [f"{given} {surname}" for given in english.men + english.women for surname in english.surnames][:5_000]
    await shelve(store, [record(n, 2 + n % 5, name=name, phones="+492225550100") for n, name in enumerate(names)])
    await finish(store)
    found = await suggestions(store)
    assert {one.tier for one in found} <= {Tier.POSSIBLE}  # Jack Smith and John Smith
    assert max((len(one.members) for one in found), default=0) < 5


async def test_fifty_thousand_of_one_name_are_nobody_in_particular(store: Store) -> None:
    crowd = [record(n, 2 + n % 5, name="John Smith", company=f"Firm {n}") for n in range(5_000)]
    twins = [record(90_001, 2, name="John Smith", emails="john@one.example"),
             record(90_002, 3, name="John Smith", emails="john@one.example")]  # fmt: skip
    await shelve(store, crowd + twins)
    await finish(store)
    (found,) = await suggestions(store)
    assert {who.remote_id for who in found.members} == {"r90001", "r90002"}
    assert found.tier is Tier.CERTAIN


async def test_placeholders_join_nobody(store: Store) -> None:
    for n, (email, phone, day) in enumerate(
        [("none@none.com", "0000000000", "1900-01-01"), ("noemail@example.com", "1111111", "1970-01-01")]
    ):
        held = [
            record(10 * n + place, 2 + place, name=name, emails=email, phones=phone, birthday=day)
            for place, name in enumerate(("Ida Berg", "Olaf Holm", "Rut Dahl"))
        ]
        await shelve(store, held)
    await finish(store)
    found = await suggestions(store)
    assert {one.tier for one in found} <= {Tier.POSSIBLE}  # each name stands there twice, and nothing else


async def test_an_account_that_goes_during_a_pass_leaves_no_suggestion_of_it(store: Store) -> None:
    records = book(300, 3, mean=3.0).records
    await shelve(store, records)
    stages = Stages()
    for _ in range(9):
        await store.write(stages.slice)
    await store.write(lambda tx: tx.accounts.remove(3))
    await finish(store, stages)
    found = await suggestions(store)
    assert found
    assert all(who.account_id != 3 for one in found for who in one.members)
    assert all(len(one.item_ids) > 1 for one in found)


async def test_two_passes_at_once_are_one(store: Store) -> None:
    await shelve(store, book(200, 4, mean=3.0).records)
    matcher = Matcher(store, Announcer(), SystemClock(), lambda ids: None)
    one, other = await asyncio.gather(matcher.finish(), matcher.finish())
    assert one.counts == other.counts
    before = weights_of(await suggestions(store))
    await finish(store, Stages())
    assert weights_of(await suggestions(store)) == before


async def test_a_pass_ends_within_a_second_when_it_is_cancelled_and_goes_on_later(store: Store) -> None:
    records = book(400, 5, mean=3.0).records
    await shelve(store, records)
    matcher = Matcher(store, Announcer(), SystemClock(), lambda ids: None)
    going = asyncio.create_task(matcher.finish())
    await asyncio.sleep(0)
    going.cancel()
    async with asyncio.timeout(1):
        await asyncio.gather(going, return_exceptions=True)
    state = await matcher.finish()
    assert state.waiting == 0
    assert state.records_seen == len(records)


async def test_a_decision_about_a_record_that_has_gone_stays_and_harms_nothing(store: Store) -> None:
    pair = [
        record(1, 2, name="Ida Berg", emails="ida@b.example"),
        record(2, 3, name="Ida Berg", emails="ida@b.example"),
    ]
    await shelve(store, pair)
    stages = await finish(store)
    (found,) = await suggestions(store)
    await store.write(partial(_part, found.id))
    await store.write(lambda tx: tx.accounts.remove(3))
    await finish(store, stages)
    decided, total = await store.read(lambda reads: reads.match_decisions.page())
    assert total == 1
    assert {one.remote_id for one in decided[0].records} == {"r1", "r2"}
    assert await suggestions(store) == []


def _part(id_: int, tx: Tx) -> None:
    matching.not_same(tx, tx.suggestions.get(id_))
