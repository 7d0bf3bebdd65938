"""What a query finds: each condition by its index, in whatever order they are asked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action
from crmdesk.domain.records import ItemQuery, NewRecord
from crmdesk.domain.values import entries
from crmdesk.errors import QueryInvalid
from crmdesk.store import Reads, Store, Tx
from tests.store.conftest import Calendar, contact, inserting

ANNA, BJORN, CARLA, DORA = 1, 2, 3, 4


@pytest.fixture
async def people(store: Store, dex: int, flex: int, clock: Calendar) -> Store:
    await store.write(
        inserting(
            contact(
                dex, "a", name="Anna Müller", company="Größe & Söhne", emails=["anna@example.com"],
                phones=["+49 33 12/5556-7"], tags=["Choir", "VIP"], birthday="1990-03-10", status="Active lead",
            ),
            contact(dex, "b", name="Bjørn Ångström", job_title="Manager", phones=["030 123 456"], status="lead"),
            contact(flex, "c", name="Carla Nuñez", company="Amber Ltd", birthday="--12-24", starred=True),
        )
    )  # fmt: skip
    clock.tick(40 * 86_400)

    def more(tx: Tx) -> None:
        made = [
            NewRecord(dex, Kind.CONTACT, "d", {"name": "Dora Amber", "tags": entries(["choir practice"])}),
            NewRecord(flex, Kind.CONTACT, "d", {"name": "Dora Amber", "phones": entries(["1"])}, item_id=DORA),
        ]
        tx.records.insert(made[:1])
        tx.records.insert(made[1:])
        anna = tx.records.of_item(ANNA)[0]
        tx.outbox.add(dex, Kind.CONTACT, ANNA, anna.id, "a", Action.UPDATE, {"company": "x"}, "")
        (deal,) = tx.records.insert(
            [NewRecord(dex, Kind.DEAL, "1", {"name": "Quay", "stage": "Offer made", "contacts": entries(["a", "d"])})]
        )
        tx.items.refresh([ANNA, DORA, deal[1]])

    await store.write(more)
    return store


CASES = [
    ("no:email", [BJORN, CARLA, DORA]),
    ("has:email", [ANNA]),
    ("no:email no:phone", [CARLA]),
    ("no:email OR has:birthday", [ANNA, BJORN, CARLA, DORA]),
    ("-no:email", [ANNA]),
    ("in:Dex", [ANNA, BJORN, DORA]),
    ("in:dex -in:Flex", [ANNA, BJORN]),
    ("in:2+", [DORA]),
    ("in:1", [ANNA, BJORN, CARLA]),
    ("in:Flex has:company", [CARLA]),
    ("is:waiting", [ANNA]),
    ("is:starred", [CARLA]),
    ("is:waiting,starred", [ANNA, CARLA]),
    ("-is:waiting anna", []),
    ("status:lead", [ANNA, BJORN]),
    ("status:=lead", [BJORN]),
    ('status:="active lead"', [ANNA]),
    ("status:^act", [ANNA]),
    ("status:~ive", [ANNA]),
    ('status:lead,""', [ANNA, BJORN, CARLA, DORA]),
    ("tag:=choir", [ANNA]),
    ("tag:choir no:company", [DORA]),
    ('company:="größe & söhne"', [ANNA]),
    ("company:~mber", [CARLA]),
    ("no:email amber", [CARLA, DORA]),
    ("no:email -amber", [BJORN]),
    ("(company:amber OR status:lead) no:email", [BJORN, CARLA]),
    ("phone:030 no:email", [BJORN]),
    ("birthday:1990", [ANNA]),
    ("birthday:<1991", [ANNA]),
    ("birthday:1990-03-01..1990-03-31", [ANNA]),
    ("birthday:2000..", []),
    ("birthday:next365d", [ANNA, CARLA]),
    ("added:30d", [DORA]),
    ("-added:30d", [ANNA, BJORN, CARLA]),
    ("added:2026-03", [ANNA, BJORN, CARLA]),
    ("changed:1d has:tags", [ANNA, DORA]),
    ("deal:quay", [ANNA, DORA]),
    ("deal.stage:offer -has:email", [DORA]),
    ("deal.stage:=offer", []),
    ("has:linkedin", []),
    ("no:linkedin has:status", [ANNA, BJORN]),
    ("differs:phone", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
async def test_a_query_finds(people: Store, text: str, expected: list[int]) -> None:
    reads = people.reader()
    asked = ItemQuery(text=text)
    assert list(reads.items.page(asked, 50)[0]) == expected
    assert reads.items.page(asked, 1) == (reads.items.ids(asked, 1), len(expected))
    assert list(reads.items.ids(asked)) == expected, "the whole list goes another way"
    assert list(reads.items.ids(ItemQuery(text=text, sort=("company",)))) or not expected


async def test_the_other_kind_asks_back(people: Store) -> None:
    reads = people.reader()
    assert reads.items.count(ItemQuery(Kind.DEAL, "contact:anna stage:offer")) == 1
    assert reads.items.count(ItemQuery(Kind.DEAL, "contact.company:amber")) == 0


async def test_what_crms_hold_differently_is_found(people: Store, dex: int) -> None:
    def change(tx: Tx) -> None:
        (record,) = [one for one in tx.records.of_item(DORA) if one.account_id == dex]
        tx.records.delete([record.id])
        tx.records.insert(
            [NewRecord(dex, Kind.CONTACT, "e", {"phones": entries(["2"]), "name": "dora  amber"}, item_id=DORA)]
        )

    await people.write(change)
    reads = people.reader()
    assert list(reads.items.ids(ItemQuery(text="differs:phone"))) == [DORA]
    assert reads.items.count(ItemQuery(text="differs:tags")) == 0


async def test_an_unknown_account_is_named_with_its_place(people: Store) -> None:
    with pytest.raises(QueryInvalid, match="no account “Nimbus”") as raised:
        people.reader().items.count(ItemQuery(text="ada in:Nimbus"))
    assert (raised.value.start, raised.value.end) == (7, 13)


_PIECES = st.sampled_from([text for text, _ in CASES] + ["anna", "amber", "-amber", "company:amber"])


@given(st.lists(_PIECES, min_size=2, max_size=4), st.lists(st.sampled_from([" ", " OR "]), min_size=3, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_counting_paging_and_listing_agree_on_every_query(people: Store, pieces: list[str], joints: list[str]) -> None:
    text = "".join(f"({piece}){joint}" for piece, joint in zip(pieces, [*joints, ""], strict=False)).rstrip(" OR")
    asked = ItemQuery(text=text)
    reads = people.reader()
    whole = list(reads.items.ids(asked))
    assert (list(reads.items.ids(asked, 50)), reads.items.count(asked)) == (whole, len(whole)), text


PLAIN = [None, "active", "Active", "active lead", "inactive", "É, t"]
TWISTED = ['a "quoted" one', "back\\slash", '","source":"api']  # which the columns of states do not tell whole
ASKED = (
    "status:=active", "(status:=active OR no:status)", "-status:active source:=active", "has:status",
    "status:^act (source:inactive OR no:source)", "no:source status:~ct", 'status:="active lead"',
)  # fmt: skip


async def test_types_statuses_and_sources_are_found_the_same_way_by_their_index(store: Store, dex: int) -> None:
    """Listed by id, as the CRM API lists them, the index of states answers; in name order the others do."""
    for statuses in (PLAIN, TWISTED):
        pairs = [(status, source) for status in statuses for source in PLAIN]
        for place, (status, source) in enumerate(pairs):
            told = {"status": status, "source": source}
            values: dict[str, Any] = {
                "name": f"P{place}",
                **{key: text for key, text in told.items() if text is not None},
            }
            await store.write(inserting(contact(dex, f"{statuses[-1]}{place}", **values)))
        for text in ASKED:
            by_name, by_id, total = await store.read(partial(_found, text=text))
            assert by_id == sorted(by_name, reverse=True), text
            assert total == len(by_name) > 0, text


def _found(reads: Reads, text: str) -> tuple[list[int], list[int], int]:
    query = ItemQuery(Kind.CONTACT, text)
    by_id = replace(query, sort=("-id",))
    return list(reads.items.ids(query, 1_000)), list(reads.items.ids(by_id, 1_000)), reads.items.count(by_id)
