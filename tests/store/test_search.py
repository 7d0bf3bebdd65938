"""What a search finds: words by their beginnings, without accents or case, and phones in any notation."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery, NewRecord
from crmdesk.store import Store, Tx
from crmdesk.store.search.hits import first_in_list
from crmdesk.store.search.phone_spellings import phone_text
from crmdesk.store.search.query import left_out_by, match_of
from tests.store.conftest import contact, found, inserting

ANNA, BJORN, CARLA = 1, 2, 3


@pytest.fixture
async def people(store: Store, dex: int, flex: int) -> Store:
    await store.write(
        inserting(
            contact(
                dex, "a", name="Anna Müller", company="Größe & Söhne", emails=["Anna.Mueller@Example.com"],
                phones=["+49 33 12/5556-7"], description="Plays the Oud\nsince 2019", tags=["Choir"],
            ),
            contact(dex, "b", name="Bjørn Ångström", job_title="Manager", phones=["030 123 456"], instagram="@bjorn.a"),
            contact(flex, "c", name="Carla Nuñez", company="Anna Ltd", phones=["(212) 555-0199"], location="New York"),
        )
    )  # fmt: skip
    return store


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anna", [ANNA, CARLA]),
        ("ANN", [ANNA, CARLA]),
        ("mull", [ANNA]),
        ("müll", [ANNA]),
        ("grosse", [ANNA]),
        ("GRÖSS", [ANNA]),
        ("bjorn ang", [BJORN]),
        ("ang bjø", [BJORN]),
        ("nunez", [CARLA]),
        ("oud", [ANNA]),
        ("york", [CARLA]),
        ("choir", [ANNA]),
        ("manag", [BJORN]),
        ("anna.mueller@ex", [ANNA]),
        ("@bjorn", [BJORN]),
        ("name:anna", [ANNA]),
        ("company:anna", [CARLA]),
        ("title:mana", [BJORN]),
        ("email:anna", [ANNA]),
        ("anna -carla", [ANNA]),
        ("anna -name:carla", [ANNA]),
        ("oud OR york", [ANNA, CARLA]),
        ('"anna mul', [ANNA]),
        ('"anna müller"', [ANNA]),
        ('"müller anna"', []),
        ("(oud OR manager) -choir", [BJORN]),
        ("-carla", [ANNA, BJORN]),
        ("-carla -oud", [BJORN]),
        ("-name:carla", [ANNA, BJORN]),
        ("-(carla OR oud)", [BJORN]),
        ('-"anna müller"', [BJORN, CARLA]),
        ('-name:"anna müller"', [BJORN, CARLA]),
        ('anna -"anna müller"', [CARLA]),
        ("anna -(müller OR nobody)", [CARLA]),
        ("-nobody", [ANNA, BJORN, CARLA]),
        ('email:"anna.mueller@example"', [ANNA]),
        ('title:"anna müller"', []),
        ("nobody", []),
        ("ouds", []),
    ],
)
async def test_words(people: Store, text: str, expected: list[int]) -> None:
    assert found(people, text) == expected


@pytest.mark.parametrize(
    "text",
    ["+49 33 12", "+493312", "4933 12", "49331255567", "0049 33 12", "00493312", "033 12", "03312555", "33", "5556",
     "12 5556", "+49 (33) 12", "033/12-5556", "+49", "phone:+49 33", "phone:033 12", "33 12/5556-7", "+"],
)  # fmt: skip
async def test_a_phone_is_found_in_any_notation(people: Store, text: str) -> None:
    assert (ANNA in found(people, text)) is (text != "+")


async def test_a_national_number_is_found_internationally_where_its_account_is_at_home(people: Store) -> None:
    assert found(people, "+49 30 123") == [BJORN]
    assert found(people, "030 12") == [BJORN]
    assert found(people, "(212) 555") == [CARLA]
    assert found(people, "2125550199") == [CARLA]
    assert found(people, "+1 212") == []  # nothing says that Flex is in America


async def test_numbers_are_found_anew_when_their_account_moves_house(people: Store, dex: int) -> None:
    await people.write(lambda tx: tx.accounts.update(dex, settings={"region": "AT"}))
    assert found(people, "+49 30 123") == []
    assert found(people, "+43 30 123") == [BJORN]
    assert found(people, "anna") == [ANNA, CARLA]


async def test_digits_never_match_letters(people: Store) -> None:
    assert found(people, "2019") == [ANNA]
    assert found(people, "266") == []  # "ann" on a telephone's keys


def test_the_forms_of_a_phone() -> None:
    assert phone_text("+49 33 12", None) == "+49 33 12 493312 03312"
    assert phone_text("+39 06 1234", None) == "+39 06 1234 39061234 061234"
    assert phone_text("001 212 555 0199", None) == "001 212 555 0199 12125550199 2125550199"
    assert phone_text("089 1234", "de") == "089 1234 49891234 0891234"
    assert phone_text("٠٣٠ ١٢٣٤", None) == "030 1234 0301234"
    assert phone_text("ext 12", None) == "ext 12"


HOSTILE = ['"', '""', "(", ")", "((((", "*", "-", "--", "- -", "OR", "AND", "NOT", "OR OR", "a OR", "name:", "name:-",
           ":", "a:b:c", "NEAR(a b)", "^a", "a*b", "{name company}: x", "\0", "a\0b", "\ud800", "+", "+-()", "0", "00",
           "'; DROP TABLE item; --", "\u202e", "é" * 5000, "(" * 5000, '"a" "b', "name:(", "-(a)", "\\", "%", "_",
           "x" * 100_000, "1 2 3 4 5 6 7 8 9", "-1", "-0 30", "phone:(030) 12", "name:\"a b"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_never_raises(people: Store, text: str) -> None:
    people.reader().items.page(ItemQuery(text=text), 50, 0)
    people.reader().items.ids(ItemQuery(text=text, sort=("-company",)))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=30) | st.text('ab0+-"*():{} ORNTAD', max_size=20))
def test_any_text_gives_a_valid_query(text: str) -> None:
    with_index = sqlite3.connect(":memory:")
    try:
        with_index.execute(
            "CREATE VIRTUAL TABLE t USING fts5 (name, company, job_title, description, emails, phones, tags, other)"
        )
        for query in (match_of(text), left_out_by(text)):
            with_index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (query,)).fetchall()
    finally:
        with_index.close()


async def test_an_edit_replaces_what_is_found(people: Store) -> None:
    def rename(tx: Tx) -> None:
        record = tx.records.get(ANNA)
        tx.records.update([(replace(record, values={"name": "Zoë Quartz"}), None)])
        tx.items.refresh([record.item_id])

    await people.write(rename)
    assert found(people, "anna") == [CARLA]
    assert found(people, "zoe q") == [ANNA]
    assert await people.quick_check() == []


async def test_trash_and_hidden_items_are_not_found_in_the_list(people: Store) -> None:
    await people.write(lambda tx: tx.items.trash([CARLA], "deleted here"))
    assert found(people, "anna") == [ANNA]
    assert people.reader().items.ids(ItemQuery(text="anna", trash=True)).tolist() == [CARLA]


async def test_every_way_to_the_first_hits_gives_the_same_page(store: Store, dex: int) -> None:
    """Few hits are sorted, many are met walking the names, and between the two a set is gathered."""
    people = [
        NewRecord(
            dex, Kind.CONTACT, str(n),
            {"name": f"{chr(97 + n * 7 % 26)}{n:04}", "company": "Common", "job_title": f"rare{n % 50} mid{n % 7}"},
        )
        for n in range(3000)
    ]  # fmt: skip
    await store.write(lambda tx: tx.records.insert(people))
    await store.write(lambda tx: tx.items.trash(list(range(1, 40)), "deleted here"))
    reads = store.reader().items
    for text in ("common", "c", "rare7", "mid3", "mid", "rare", "comm -mid3", "nothing"):
        whole = reads.ids(ItemQuery(text=text)).tolist()
        page, total = reads.page(ItemQuery(text=text), 50, 20)
        assert total == len(whole) == reads.count(ItemQuery(text=text))
        assert page.tolist() == whole[20:70]
    empty = first_in_list(reads._connection, Kind.CONTACT, "common", 0, 0)
    assert empty[1] == 2961


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("+44 (0)20 7946 0404", ["+44 20 7946 0404", "442079460404", "020 7946 0404", "+44 (0)20 7946 0404"]),
        ("+61 (0)2 5550 1234", ["+61 2 5550 1234", "0255501234"]),
        ("+49 (0) 30 1234567", ["+49 (0) 30 1234567"]),
        ("+49 (0)30 1234567", ["+49301234567", "030 1234567"]),
        ("+39 (0)6 1234567", ["+39 06 1234567"]),
    ],
)
async def test_a_zero_in_brackets_behind_the_country_is_not_dialled(
    store: Store, dex: int, number: str, typed: list[str]
) -> None:
    await store.write(inserting(contact(dex, "a", name="Anna", phones=[number])))
    for text in typed:
        assert found(store, text) == [ANNA], text


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Shaun O’Neill", ["oneill", "o’neill", "O'Neill", "neill", "shaun"]),
        ("Shaun O'Neill", ["oneill", "ONEILL"]),
        ("李 小龍", ["李小龍", "小龍", "李", "李 小龍"]),
        ("李小龍", ["小龍", "李小龍"]),
        ("김민준", ["민준"]),
    ],
)
async def test_a_name_is_found_as_people_type_it(store: Store, dex: int, name: str, typed: list[str]) -> None:
    await store.write(inserting(contact(dex, "a", name=name)))
    for text in typed:
        assert found(store, text) == [ANNA], text


async def test_numbers_are_sorted_as_people_count(store: Store, dex: int) -> None:
    streets = ["10 King St", "2 King St", "1/25 King St", "100 King St", "1/3 King St", "King St"]
    people = [contact(dex, f"s{n}", name=street, company=f"Suite {street}") for n, street in enumerate(streets)]
    await store.write(inserting(*people))
    counted = ["1/3 King St", "1/25 King St", "2 King St", "10 King St", "100 King St", "King St"]
    for sort in (("name",), ("company", "name")):
        ids = store.reader().items.ids(ItemQuery(kind=Kind.CONTACT, sort=sort))
        assert [store.reader().items.get(id_).values["name"] for id_ in ids] == counted
