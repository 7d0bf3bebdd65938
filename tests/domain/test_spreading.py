"""Using a value everywhere: who is given it, who keeps his own, and that an address goes as a whole."""

from __future__ import annotations

from crmdesk.domain.fields import Kind
from crmdesk.domain.merging.spreading import spread
from crmdesk.domain.records import Record
from crmdesk.domain.values import Value


def _record(id_: int, **values: Value) -> Record:
    return Record(id_, id_, Kind.CONTACT, 1, f"r{id_}", values)


def _anyone(record: Record, key: str) -> bool:
    return True


def test_a_different_value_is_replaced_and_an_empty_field_stays_empty() -> None:
    records = [_record(1, company="Inkwell"), _record(2, company="Ribeira"), _record(3, name="Ada")]
    found = spread(Kind.CONTACT, records, "company", 2, _anyone)
    assert (dict(found.patches), found.unable) == ({1: {"company": "Ribeira"}}, ())


def test_a_value_that_means_the_same_is_left_alone() -> None:
    records = [_record(1, website="https://inkwell.example/"), _record(2, website="https://inkwell.example/")]
    assert spread(Kind.CONTACT, records, "website", 1, _anyone).patches == {}


def test_a_record_whose_account_takes_nothing_keeps_its_own_and_is_named() -> None:
    records = [_record(1, company="Inkwell"), _record(2, company="Ribeira")]
    found = spread(Kind.CONTACT, records, "company", 1, lambda record, _key: record.id == 1)
    assert (dict(found.patches), found.unable) == ({}, (2,))


def test_an_address_goes_as_a_whole_with_parts_that_the_other_lacks_cleared() -> None:
    records = [
        _record(1, street="1 Quay St", city="Carlton"),
        _record(2, street="9 King St", city="Sydney", postcode="2000"),
    ]
    given = dict(spread(Kind.CONTACT, records, "address", 1, _anyone).patches[2])
    assert given == {"street": "1 Quay St", "city": "Carlton", "postcode": None}


def test_an_address_in_parts_becomes_one_text_where_a_record_holds_one_text() -> None:
    records = [_record(1, street="1 Quay St", city="Carlton"), _record(2, address="9 King St, Sydney")]
    given = spread(Kind.CONTACT, records, "address", 1, _anyone).patches[2]
    assert given["address"] == "1 Quay St\nCarlton"


def test_a_full_name_that_cannot_be_written_is_given_in_its_parts() -> None:
    records = [
        _record(1, name="Bill Smith", first_name="Bill", last_name="Smith"),
        _record(2, name="William Smith", first_name="William", last_name="Smith"),
        _record(3, name="W. Smith"),
    ]
    found = spread(Kind.CONTACT, records, "name", 2, lambda record, key: record.id == 1 and key != "name")
    assert dict(found.patches) == {1: {"first_name": "William", "last_name": "Smith"}}
    assert found.unable == (3,)
