"""What holds for every book: nothing depends on how it came, and no group holds what forbids it."""

from __future__ import annotations

import random
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.form import Form, from_bytes
from crmdesk.domain.matching.keys import phone_key, whole_name
from crmdesk.domain.matching.pairs import compare, join
from crmdesk.domain.matching.reading import read
from crmdesk.domain.matching.suggestions import Tier, Verdict
from crmdesk.store import Store, Tx
from crmdesk.sync.actions import matching
from crmdesk.sync.matching.forms_and_counts import FormsAndCounts
from crmdesk.sync.matching.stages import Stages
from tests.first_start import laid
from tests.matching.book.book import Book, BookRecord, book
from tests.matching.shelved import add_accounts, finish, shelve, suggestions, weights_of

pytestmark = pytest.mark.slow


@asynccontextmanager
async def store() -> AsyncIterator[Store]:
    """An empty store of its own."""
    with tempfile.TemporaryDirectory() as directory:
        opened = Store.open(laid(Path(directory) / "desk.db"), clock=SystemClock(), backups=Path(directory) / "backups")
        try:
            await add_accounts(opened)
            yield opened
        finally:
            await opened.close()


def dense(seed: int, records: int = 45) -> Book:
    """A book of few people, so that much hangs together."""
    return book(records, seed, mean=3.0, namesakes=0.05)


async def matched(records: list[BookRecord], page: int, passes: int) -> dict[int, object]:
    """What a book comes to that arrives in this order, in pages of that size, with that many passes between."""
    async with store() as opened:
        stages = None
        for part in range(passes):
            await shelve(opened, records[part::passes], page)
            stages = await finish(opened, stages)
        return dict(weights_of(await suggestions(opened)))


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(3, 60), st.integers(2, 6))
async def test_order_of_arrival_page_size_and_passes_change_nothing(seed: int, page: int, passes: int) -> None:
    records = dense(seed % 50).records
    shuffled = list(records)
    random.Random(seed).shuffle(shuffled)
    assert await matched(shuffled, page, passes) == await matched(list(records), 500, 1)


@settings(max_examples=15)
@given(st.integers(0, 10_000), st.integers(1, 12))
async def test_a_pass_that_is_cut_off_comes_to_the_same(seed: int, slices: int) -> None:
    records = dense(seed % 50).records
    async with store() as opened:
        await shelve(opened, records)
        going = True
        while going:
            stages = Stages()  # what lived in memory is lost with each end of the process
            for _ in range(slices):
                going = going and await opened.write(stages.slice, durable=False)
        cut = weights_of(await suggestions(opened))
    assert cut == await matched(list(records), 500, 1)


class FormsBook:
    """A book that counts in forms held in memory."""

    def __init__(self, forms: list[Form], size: float) -> None:
        self.size = size
        self._forms = forms

    def namesakes(self, form: Form) -> int:
        return sum(whole_name(one) == whole_name(form) for one in self._forms)

    def bearers(self, surname: str) -> int:
        return sum(surname in one.surname for one in self._forms)

    def people(self, point: str) -> int:
        return len({whole_name(one) for one in self._forms if point in one.mails or _has_number(one, point)})


def _has_number(form: Form, point: str) -> bool:
    return any(phone_key(number) == point[1:] for number in form.phones)


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.floats(10, 20))
def test_what_is_found_hopeless_would_have_come_to_nothing(seed: int, size: float) -> None:
    records = dense(seed, 60).records
    read_ = [read(Kind.CONTACT, one.values, account=one.account, mark=place + 1) for place, one in enumerate(records)]
    forms = [form for form in read_ if form is not None]
    asked = FormsBook(forms, size)
    for one, other in combinations(forms, 2):
        found = compare(one, other, asked)
        assert join(other, one, asked) == (found.tier is not None and not found.contradicts)


@settings(max_examples=15)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
async def test_no_group_holds_a_not_the_same_also_through_third_records(seed: int, chance: random.Random) -> None:
    async with store() as opened:
        await shelve(opened, dense(seed % 50).records)
        stages = await finish(opened)
        for _ in range(6):
            found = await suggestions(opened)
            if not found:
                break
            one = chance.choice(found)
            out = chance.sample([member.record_id for member in one.members], 1)
            await opened.write(partial(_part, one.id, out))
            await finish(opened, stages)
        await opened.write(_holds_no_parted_pair)


def _part(id_: int, out: list[int], tx: Tx) -> None:
    matching.not_same(tx, tx.suggestions.get(id_), out)


def _holds_no_parted_pair(tx: Tx) -> None:
    for one in tx.suggestions.page()[0]:
        records = tx.records.load([member.record_id for member in one.members])
        names = matching.identities(tx, list(records.values()))
        decided = tx.match_decisions.about(Kind.CONTACT, names)
        parted = {pair for pair, verdict in decided.items() if verdict is Verdict.NOT_SAME}
        assert not {frozenset(pair) for pair in parted} & {frozenset(pair) for pair in combinations(names, 2)}


@pytest.mark.parametrize("seed", range(6))
async def test_no_group_holds_two_birthdays_a_firm_and_a_person_or_father_and_son(seed: int) -> None:
    async with store() as opened:
        await shelve(opened, dense(seed, 400).records)
        await finish(opened)

        def look(tx: Tx) -> None:
            asked = FormsAndCounts()
            asked.reads = tx
            asked.measure(tx.match_index.book().records)
            for one in tx.suggestions.page()[0]:
                stored = tx.match_index.forms([member.record_id for member in one.members])
                forms = [from_bytes(form) for form in stored.values()]
                assert not any(compare(mine, theirs, asked).contradicts for mine, theirs in combinations(forms, 2))
                assert one.tier in Tier

        await opened.write(look)
