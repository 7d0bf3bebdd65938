"""Top Producer's export: all its columns are known, and several rows of one contact are one, whatever their order."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.values import Entry
from crmdesk.formats.mapping.grouping import grouped, parted, reader_of
from crmdesk.formats.mapping.proposal import propose
from crmdesk.formats.mapping.sources import source_of
from crmdesk.formats.mapping.uses import check
from crmdesk.formats.source import SourceRow
from tests.formats.mapping.top_producer_header import HEADER
from tests.formats.reading import opened

ADA, CY = "{0A000000-0000-4000-8000-000000000001}", "{0A000000-0000-4000-8000-000000000002}"


def export(*rows: Mapping[str, str]) -> bytes:
    """A full export with what is said of each row."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADER, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("iso-8859-1")


def read(*rows: Mapping[str, str]) -> list[Incoming]:
    found, listed = opened(export(*rows))
    mapping = propose(Kind.CONTACT, found.columns, {})
    return list(map(reader_of(mapping), grouped(lambda: listed, "Contact ID")))


def test_the_whole_header_is_known_and_no_house_or_deal_is_taken_for_the_person() -> None:
    assert len(set(HEADER)) == 236
    source = source_of(HEADER)
    assert source is not None
    assert source.key == "top_producer"
    mapping = propose(Kind.CONTACT, HEADER, {})
    check(mapping)
    assert mapping.grouped
    assert set(source.columns) <= set(HEADER)
    taken = {use.column for use in mapping.uses if use.field}
    foreign = ("Tenant ", "List ", "Listing ", "Closing ", "Present ", "Future ", "Room", "Transaction ", "Check ")
    assert not [name for name in taken if name.startswith(foreign)]
    assert len(taken) == 88


def test_the_parts_of_an_address_are_one_street_and_the_second_person_stays_with_the_first() -> None:
    (ada,) = read(
        {
            "Contact ID": ADA, "Primary FirstName": "Ada", "House Number": "12", "Direction Prefix": "N",
            "Street": "Main", "Street Designator": "St", "Direction Suffix": "W", "Suite No": "4", "PO_Box": "99",
            "City": "Springfield", "County": "Lane", "State": "OR", "Zip": "07401", "Secondary FirstName": "Bo",
            "Letter Salutation": "Ada and Bo", "Home Phone": "555-0101", "Home Phone Ext": "7", "Bedrooms": "3",
        }
    )  # fmt: skip
    assert ada.values == {
        "first_name": "Ada", "street": "12 N Main St W\n4\n99", "city": "Springfield", "region": "OR",
        "postcode": "07401", "phones": (Entry("555-0101", "home"),), "custom.County": "Lane",
        "custom.Secondary FirstName": "Bo", "custom.Letter Salutation": "Ada and Bo", "custom.Home Phone Ext": "7",
    }  # fmt: skip
    assert (ada.remote_id, ada.unmapped) == (ADA, ("Bedrooms",))


def test_a_later_row_fills_and_never_clears_and_two_addresses_are_never_mixed() -> None:
    ada, cy = read(
        {"Contact ID": ADA, "Primary FirstName": "Ada", "Contact Type": "Buyer\nSphere", "Mobile Phone": "555-0101"},
        {"Contact ID": CY, "Primary FirstName": "Cy"},
        {"Contact ID": ADA, "Street": "Oak", "City": "Salem", "Primary LastName": "Quill", "Contact Type": "Seller"},
        {"Contact ID": ADA, "House Number": "5", "Street": "Elm", "Mobile Phone": "555-0102", "Closing ID": "{C}"},
    )
    assert ada.values == {
        "first_name": "Ada", "last_name": "Quill", "street": "Oak", "city": "Salem",
        "tags": (Entry("Buyer"), Entry("Sphere"), Entry("Seller")),
        "phones": (Entry("555-0101", "mobile"), Entry("555-0102", "mobile")),
    }  # fmt: skip
    assert set(ada.unmapped) == {"Closing ID", "House Number", "Street"}
    assert (ada.line, cy.line, cy.values) == (2, 5 - 1, {"first_name": "Cy"})


def _rows(ids: Sequence[str]) -> list[SourceRow]:
    return [SourceRow(line, (("id", id), ("said", str(line))), f"{line}") for line, id in enumerate(ids, 1)]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["", "a", "b", "c", "d", "e"]), max_size=14))
def test_each_row_is_in_one_group_in_the_order_of_first_rows_and_can_be_parted_again(ids: list[str]) -> None:
    rows = _rows(ids)
    expected: dict[object, list[str]] = {}
    for row, id in zip(rows, ids, strict=True):
        expected.setdefault(id or row.line, []).append(str(row.line))
    made = list(grouped(lambda: rows, "id"))
    assert [[dict(part)["said"] for part in parted(row.cells)] for row in made] == list(expected.values())
    assert [row.line for row in made] == [int(said[0]) for said in expected.values()]
