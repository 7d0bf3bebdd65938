"""Relations: what items name, both ways, whatever is pulled later, linked, moved or removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.references import Related, own, own_item
from crmdesk.domain.records import ItemQuery, NewRecord, Presence
from crmdesk.domain.values import Entry, Value, entries
from crmdesk.store import Store, Tx
from tests.store.conftest import contact, inserting


def deal(account_id: int, remote_id: str | None, home: Sequence[Entry], people: Sequence[Entry] = ()) -> NewRecord:
    values: dict[str, Value] = {"name": f"Deal {remote_id}", "property": tuple(home), "contacts": tuple(people)}
    return NewRecord(account_id, Kind.DEAL, remote_id, {key: value for key, value in values.items() if value})


def home(account_id: int, remote_id: str | None, **values: Value) -> NewRecord:
    return NewRecord(account_id, Kind.PROPERTY, remote_id, {"name": f"Home {remote_id}", **values})


async def items_of(store: Store, *records: NewRecord) -> list[int]:
    return [item_id for _, item_id in await store.write(inserting(*records))]


def seen(store: Store, item_id: int) -> set[tuple[str, int | None, bool]]:
    return {(one.field, one.item_id, one.outgoing) for one in store.reader().items.related(item_id)}


async def test_a_deal_names_its_property_and_people_and_they_name_it_back(store: Store, dex: int) -> None:
    anna, place = await items_of(store, contact(dex, "c1", name="Anna"), home(dex, "p1"))
    (sale,) = await items_of(store, deal(dex, "d1", entries(["p1"]), entries(["c1"])))
    assert store.reader().items.related(sale) == [
        Related("contacts", Kind.CONTACT, anna, "Anna", True),
        Related("property", Kind.PROPERTY, place, "Home p1", True),
    ]
    assert store.reader().items.related(anna) == [Related("contacts", Kind.DEAL, sale, "Deal d1", False)]
    assert seen(store, place) == {("property", sale, False)}
    item = store.reader().items.get(sale)
    assert item.values["property"] == entries([str(place)])
    assert item.records[0].values["property"] == entries(["p1"])
    assert "property" not in store.reader().items.rows([sale])[0].values


async def test_what_is_not_here_yet_is_named_by_its_id_and_found_when_it_comes(store: Store, dex: int) -> None:
    (sale,) = await items_of(store, deal(dex, "d1", entries(["p1"])))
    assert store.reader().items.related(sale) == [Related("property", Kind.PROPERTY, None, "p1", True)]
    assert "property" not in store.reader().items.get(sale).values
    (place,) = await items_of(store, home(dex, "p1"))
    assert seen(store, sale) == {("property", place, True)}
    assert store.reader().items.get(sale).values["property"] == entries([str(place)])


async def test_ids_of_another_account_mean_nothing(store: Store, dex: int, flex: int) -> None:
    await items_of(store, home(flex, "p1"), contact(dex, "p1", name="A contact of that number"))
    (sale,) = await items_of(store, deal(dex, "d1", entries(["p1"])))
    assert seen(store, sale) == {("property", None, True)}


async def test_items_of_this_computer_name_each_other_by_our_own_ids(store: Store) -> None:
    anna, place = await items_of(store, contact(1, None, name="Anna"), home(1, None))
    (sale,) = await items_of(store, deal(1, None, [own(place)], [own(anna)]))
    assert seen(store, sale) == {("property", place, True), ("contacts", anna, True)}
    assert seen(store, anna) == {("contacts", sale, False)}
    assert store.reader().items.get(sale).values["contacts"] == entries([str(anna)])
    assert (own_item("item:12"), own_item("12"), own_item("item:x")) == (12, None, None)


async def test_relations_follow_links_and_moves(store: Store, dex: int, flex: int) -> None:
    here, there = await store.write(inserting(home(dex, "p1"), home(flex, "q1")))
    one, other = await items_of(store, deal(dex, "d1", entries(["p1"])), deal(flex, "e1", entries(["q1"])))
    assert seen(store, here[1]) == {("property", one, False)}

    def link(tx: Tx) -> None:
        tx.records.move([there[0]], here[1])
        tx.items.refresh([here[1], there[1]])

    await store.write(link)
    assert seen(store, here[1]) == {("property", one, False), ("property", other, False)}
    assert seen(store, other) == {("property", here[1], True)}


async def test_changed_values_change_relations_and_deleted_records_have_none(store: Store, dex: int) -> None:
    anna, ben = await items_of(store, contact(dex, "c1", name="Anna"), contact(dex, "c2", name="Ben"))
    ((record_id, sale),) = await store.write(inserting(deal(dex, "d1", [], entries(["c1", "c2"]))))
    record = store.reader().records.get(record_id)

    def change(tx: Tx) -> None:
        tx.records.update([(replace(record, values={"name": "Deal", "contacts": entries(["c2"])}), None)])
        tx.items.refresh([sale])

    await store.write(change)
    assert (seen(store, anna), seen(store, ben)) == (set(), {("contacts", sale, False)})
    await store.write(lambda tx: tx.records.update([(replace(record, presence=Presence.REMOVED), None)]))
    assert seen(store, ben) == set()
    await store.write(lambda tx: tx.items.delete([sale]))
    assert seen(store, ben) == set()
    assert store.reader().items.count(ItemQuery(kind=Kind.DEAL)) == 0


async def test_what_lies_in_the_trash_is_not_told(store: Store, dex: int) -> None:
    anna, place = await items_of(store, contact(dex, "c1", name="Anna"), home(dex, "p1"))
    (sale,) = await items_of(store, deal(dex, "d1", entries(["p1"]), entries(["c1"])))
    await store.write(lambda tx: tx.items.trash([sale], "You deleted it."))
    assert seen(store, anna) == set()
    await store.write(lambda tx: tx.items.trash([place], "You deleted it."))
    assert seen(store, sale) == {("contacts", anna, True)}
