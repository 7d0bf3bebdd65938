from datetime import UTC, datetime

import pytest

from crmdesk.demo.site.state import Book, Ids, Record


def make_book(size: int = 10) -> Book:
    ids = Ids(5)

    def make(number: int) -> Record:
        return {
            "id": ids.of(number),
            "name": f"n{number}",
            "notes": None,
            "mail": [f"n{number}@a.example"],
            "created_at": "2020",
            "updated_at": "2020",
        }

    frozen = datetime(2026, 1, 1, tzinfo=UTC)
    shapes = {"default": lambda record: record, "names": lambda record: record["name"]}
    return Book(size, make, ids, shapes, lambda record: record["mail"], lambda: frozen)


def test_ids_are_counted_forwards_and_backwards() -> None:
    ids = Ids(9)
    texts = [ids.of(number) for number in range(3000)]
    assert len(set(texts)) == 3000
    assert [ids.number(text) for text in texts] == list(range(3000))
    assert ids.number(texts[5].upper()) == 5
    assert ids.number("not an id") is None
    stranger = "00000000-0000-1000-8000-000000000000"
    assert ids.number(stranger) is None


def test_an_answer_is_encoded_anew_after_a_change_and_only_then() -> None:
    book = make_book()
    first, second = book.ids()[:2]
    before = book.page("names", 0, 2)
    book.update(first, {"name": "x"})
    after = book.page("names", 0, 2)
    assert after == [b'"x"', b'"n1"']
    assert after[1] is before[1]
    assert book.encoded("default", second) is book.encoded("default", second)


def test_the_server_keeps_updated_at_and_never_gives_the_same_time_twice() -> None:
    book = make_book()
    stamps = set()
    for record_id in book.ids():
        book.update(record_id, {"name": "y"})
        record = book.get(record_id)
        assert record is not None
        stamps.add(record["updated_at"])
    assert len(stamps) == 10
    assert min(stamps) == "2026-01-01T00:00:00.000Z"


def test_a_place_in_the_list_survives_the_removal_of_its_record() -> None:
    book = make_book()
    ids = book.ids()
    assert book.position_after(ids[3]) == 4
    assert book.delete(ids[3])
    assert book.position_after(ids[3]) == 3
    assert not book.delete(ids[3])
    assert book.get(ids[3]) is None
    assert book.position_after(Ids(5).of(99)) is None


def test_addresses_are_found_as_they_now_are() -> None:
    book = make_book()
    first, second = book.ids()[:2]
    assert book.find_email(" N1@A.example") == [second]
    book.update(second, {"mail": ["new@a.example"]})
    assert book.find_email("n1@a.example") == []
    assert book.find_email("new@a.example") == [second]
    book.delete(second)
    assert book.find_email("new@a.example") == []
    added = book.add({"name": "late", "mail": ["n0@a.example"]})
    assert book.find_email("n0@a.example") == [first, added]


def test_merging_fills_gaps_joins_lists_and_removes_the_loser() -> None:
    book = make_book()
    keep, loser = book.ids()[:2]
    book.update(loser, {"notes": "known"})
    assert book.merge(keep, loser)
    record = book.get(keep)
    assert record is not None
    assert (record["name"], record["notes"]) == ("n0", "known")
    assert record["mail"] == ["n0@a.example", "n1@a.example"]
    assert book.get(loser) is None
    assert book.merged == {loser: keep}
    assert not book.merge(keep, keep)


def test_a_copy_is_a_copy_and_a_reset_forgets_everything() -> None:
    book = make_book()
    first = book.ids()[0]
    untouched = book.snapshot()
    copy = book.get(first)
    assert copy is not None
    copy["mail"].append("x")
    book.edit(first, "name", "z")
    book.add({"name": "more"})
    assert book.count == 11
    with pytest.raises(KeyError):
        book.edit(first, "no such field", 1)
    book.reset()
    assert book.snapshot() == untouched
