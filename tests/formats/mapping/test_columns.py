"""What columns mean, a trap each: several values, numbered columns, fillers, what spreadsheets ruined, ids, flags."""

from __future__ import annotations

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.fates import OnMatch
from crmdesk.domain.values import Entry
from crmdesk.errors import UserInputError
from crmdesk.formats.mapping.dates import Order
from crmdesk.formats.mapping.proposal import as_told, check_dates, doubts, questions, with_order
from crmdesk.formats.mapping.reading import incoming_of
from crmdesk.formats.mapping.sources import SOURCES, source_of
from crmdesk.formats.mapping.uses import Use, check, use_of
from tests.formats.reading import mapped, opened

GOOGLE = (
    "First Name,Last Name,Organization Name,Labels,Birthday,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,"
    "E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Address 1 - City,Custom Field 1 - Label\n"
    "Ann,Lee,Acme,* myContacts ::: Friends ::: * starred,--04-12,* Work,a@x.example ::: b@x.example,Home,c@x.example,"
    "Mobile,+49 171 5,Weg 1,Köln,Dog\n"
)


def test_numbered_columns_become_entries_with_labels_and_a_star_marks_the_first() -> None:
    mapping, _, (row,) = mapped(GOOGLE.encode())
    assert mapping.source == "google"
    assert row.values["emails"] == (
        Entry("a@x.example", "Work", True), Entry("b@x.example", "Work"), Entry("c@x.example", "Home"),
    )  # fmt: skip
    assert row.values["phones"] == (Entry("+49 171 5", "Mobile"),)
    assert row.values["birthday"] == "--04-12"
    assert row.unmapped == ("Custom Field 1 - Label",)


def test_labels_of_a_program_itself_are_no_tags() -> None:
    assert mapped(GOOGLE.encode())[2][0].values["tags"] == (Entry("Friends"),)
    older = (
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value\n"
        "A,A,B,* myContacts ::: x,* Home,a@x\n"
    )
    mapping, _, (row,) = mapped(older.encode("utf-16"))
    assert mapping.source == "google_older"
    assert row.values["tags"] == (Entry("x"),)
    assert row.values["emails"] == (Entry("a@x", "Home", True),)


def test_outlook_in_german_is_known_and_its_fillers_say_nothing() -> None:
    text = (
        "Anrede;Vorname;Nachname;Firma;Straße geschäftlich;Ort geschäftlich;Straße privat;E-Mail-Adresse;"
        "E-Mail 2: Adresse;Telefon (privat);Telefon geschäftlich;Geburtstag;Kategorien\n"
        "Keine Angabe;Jörg;Müller;Normal;Weg 1;Köln;;j@x.example;k@x.example;0123;0456;0.0.00;Rot;\n"
        "Herr;Max;Meier;;;;;/o=Exchange/cn=x;;;;24.12.1970;\n"
    )
    mapping, facts, rows = mapped(text.replace("Rot;", "Rot").encode("cp1252"))
    assert mapping.source == "outlook_de"
    assert not questions(mapping, facts)
    assert rows[0].values["phones"] == (Entry("0123", "home"), Entry("0456", "work"))
    assert {"company", "birthday"} <= rows[0].emptied
    assert (rows[0].values["street"], rows[0].values["city"]) == ("Weg 1", "Köln")
    assert rows[1].values["birthday"] == "1970-12-24"
    assert "emails" not in rows[1].values


def test_outlook_in_english_writes_the_month_first_and_that_is_only_proposed() -> None:
    text = "First Name,Last Name,E-mail Address,E-mail Type,Birthday\nAnn,Lee,a@x.example,SMTP,3/4/1970\n"
    mapping, facts, _ = mapped(text.encode())
    assert mapping.source == "outlook"
    (asked,) = questions(mapping, facts)
    assert asked.column == "Birthday"
    assert asked.dates.samples == ("3/4/1970",)


def test_dates_that_could_be_two_days_are_asked_for() -> None:
    data = b"Name,Email,Birthday\nAnn,a@x.example,03.04.1970\n"
    mapping, facts, (row,) = mapped(data)
    assert row.problems
    assert "birthday" not in row.values
    with pytest.raises(UserInputError, match="Birthday") as refused:
        check_dates(mapping, facts)
    assert "--dates" in str(refused.value.next)
    for order, day in ((Order.DMY, "1970-04-03"), (Order.MDY, "1970-03-04")):
        read = incoming_of(with_order(mapping, order))
        assert read(opened(data)[1][0]).values["birthday"] == day
    proved, facts, rows = mapped(b"Name,Email,Birthday\nA,a@x,03/04/1970\nB,b@x,31/12/1970\nC,c@x,12/31/70\n")
    assert questions(proved, facts)[0].dates.order is None
    proved, facts, rows = mapped(b"Name,Email,Birthday\nA,a@x,03/04/1970\nB,b@x,31/12/1970\nC,c@x,31149\n")
    assert not questions(proved, facts)
    assert [row.values.get("birthday") for row in rows] == ["1970-04-03", "1970-12-31", None]
    assert rows[2].problems[0].raw == "31149"


def test_what_the_user_says_of_day_and_month_goes_before_what_a_cell_seems_to_prove() -> None:
    data = b"Name,Birthday\nA,03/04/1970\nB,12/31/1980\n"
    mapping, _, rows = mapped(data)
    assert rows[0].values["birthday"] == "1970-03-04"
    read = incoming_of(as_told(mapping, Order.DMY))
    first, second = (read(row) for row in opened(data)[1])
    assert (first.values["birthday"], second.values.get("birthday")) == ("1970-04-03", None)
    assert [problem.raw for problem in second.problems] == ["12/31/1980"]


def test_three_columns_make_one_date() -> None:
    head = "Display Name,Primary Email,Secondary Email,Birth Year,Birth Month,Birth Day\n"
    _, _, rows = mapped(f"{head}A,a@x,b@x,1970,4,3\nB,c@x,,,4,3\nC,d@x,,,,\nD,e@x,,1970,13,1\n".encode())
    assert [row.values.get("birthday") for row in rows] == ["1970-04-03", "--04-03", None, None]
    assert [bool(row.problems) for row in rows] == [False, False, False, True]
    assert rows[0].values["emails"] == (Entry("a@x"), Entry("b@x"))


def test_what_a_spreadsheet_ruined_is_told_with_counts_and_never_stored() -> None:
    lines = "".join(f"P{n},0123 {n},5{n:04},123\n" for n in range(10))
    text = f"Name,Phone,Zip,Record\n{lines}A,4.91631E+11,1067,12345678901234500\nB,########,50001,1\n"
    _mapping, facts, rows = mapped(text.encode())
    told = {(name, doubt.code): doubt.count for name, fact in facts.items() for doubt in fact.warnings}
    assert told == {("Phone", "ruined"): 1, ("Phone", "errors"): 1, ("Zip", "lost_zeros"): 1, ("Record", "long_ids"): 1}
    assert rows[10].problems[0].field == "phones"
    assert "phones" not in rows[10].values
    assert "phones" in rows[11].emptied
    assert rows[10].values["postcode"] == "1067"


def test_days_as_numbers_are_days_only_where_somebody_says_so() -> None:
    mapping, facts, rows = mapped(b"Name,Email,Birthday\nA,a@x,31149\n")
    assert [doubt.code for doubt in facts["Birthday"].warnings] == ["serials"]
    assert rows[0].problems
    assert doubts(mapping, facts)["Birthday"]
    said = mapping.changed(Use("Birthday", "birthday", "serial1900"))
    assert incoming_of(said)(opened(b"Name,Email,Birthday\nA,a@x,31149\n")[1][0]).values["birthday"] == "1985-04-12"


def test_ids_are_texts_and_flags_of_the_source_are_kept_or_obeyed() -> None:
    text = (
        "Id,IsDeleted,FirstName,LastName,MailingStreet,HasOptedOutOfEmail\n"
        "003A000001aBcDE,false,Ann,Lee,Weg 1,true\n003A000001abcde,true,Bob,Lee,,false\n"
    )
    mapping, _, rows = mapped(text.encode())
    assert mapping.source == "salesforce"
    assert [row.remote_id for row in rows] == ["003A000001aBcDE", "003A000001abcde"]
    assert [row.skip for row in rows] == [None, "IsDeleted: true"]
    assert rows[0].values["custom.HasOptedOutOfEmail"] == "true"


def test_the_sources_are_told_by_their_headers() -> None:
    for source in SOURCES:
        assert source_of([*source.telling, "Something"]) is source
    assert source_of(["Name", "Email"]) is None


def test_several_values_are_split_by_the_source_and_names_never() -> None:
    head = "Record ID,Lifecycle Stage,Contact owner,First Name,Email,Additional email addresses\n"
    _, _, (row,) = mapped(f"{head}12345678901234567,lead,Zed,Lee; Ann,a@x,b@x;c@x\n".encode())
    assert row.values["emails"] == (Entry("a@x"), Entry("b@x"), Entry("c@x"))
    assert (row.values["first_name"], row.remote_id, row.values["stage"]) == ("Lee; Ann", "12345678901234567", "lead")
    head = "Name,Stage,Lead Source,Assigned To,Tags,Phone 1,Phone 2\n"
    _, _, (row,) = mapped(f'{head}Ann,Lead,Web,Bob,"a, b",0,+1 5\n'.encode())
    assert row.values["tags"] == (Entry("a"), Entry("b"))
    assert row.values["phones"] == (Entry("+1 5"),)
    head = "Contact ID,Primary FirstName,Primary LastName,Secondary FirstName,Contact Type,Unsubscribed\n"
    mapping, _, (row,) = mapped(f'{head}{{0-A}},Ann,Lee,Max,"Buyer\nSeller",Yes\n'.encode())
    assert mapping.grouped
    assert row.remote_id == "{0-A}"
    assert row.values["tags"] == (Entry("Buyer"), Entry("Seller"))
    assert row.values["custom.Unsubscribed"] == "Yes"


def test_a_mapping_that_can_never_work_is_refused() -> None:
    columns = ["A", "B"]
    for uses in (
        (Use("A", "name"), Use("B", "name")), (Use("A", "name", "dmy"),), (Use("A", "name", "commas"),),
        (Use("A", "name", "x"),), (Use("A", "last_seen"),), (Use("A", "id"), Use("B", "id")),
    ):  # fmt: skip
        with pytest.raises(UserInputError):
            check(mapped(b"A,B\n1,2\n")[0].changed(*uses))
    for text in ("A", "Z=name", "A=colour", "A="):
        with pytest.raises(UserInputError):
            use_of(Kind.CONTACT, text, columns)
    assert use_of(Kind.CONTACT, "a=emails:work", columns).label == "work"
    assert use_of(Kind.CONTACT, "A=birthday:dmy", columns).codec == "dmy"
    assert use_of(Kind.CONTACT, "A=custom.Budget", columns).field == "custom.Budget"


def test_a_mapping_carries_what_is_done_with_those_who_are_here() -> None:
    mapping, _, _ = mapped(b"Name,Email\nA,a@x\n")
    mapping = mapping.changed(Use("Name", "name", policy=OnMatch.REPLACE, clears=True))
    assert (mapping.policies(), mapping.clears()) == ({"name": OnMatch.REPLACE}, frozenset({"name"}))
    assert mapping.signature() == ("name", "email")
    assert mapping.of("Email") is not None


def test_rejected_rows_come_back_without_their_reasons() -> None:
    mapping, _, (row,) = mapped(b"line,reason,field,Name,Email\n7,bad,emails,A,a@x\n")
    assert row.values == {"name": "A", "emails": (Entry("a@x"),)}
    assert row.unmapped == ()
    assert mapping.of("line") is not None


def test_an_empty_cell_and_a_missing_one_are_told_apart() -> None:
    _, _, rows = mapped(b"Name,Email,City\nA,,\nB\n")
    assert rows[0].emptied == {"emails", "city"}
    assert not rows[1].emptied


def test_objects_bring_lists_with_labels() -> None:
    data = b'[{"name": "A", "emails": [{"value": "a@x", "label": "work", "primary": true}, "b@x"], "tags": ["x;y"]}]'
    _, _, (row,) = mapped(data)
    assert row.values["emails"] == (Entry("a@x", "work", True), Entry("b@x"))
    assert row.values["tags"] == (Entry("x;y"),)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_general_names(kind: Kind) -> None:
    _, _, (row,) = mapped(b"Name,Status\nSomething,Open\n", kind)
    assert row.values["name"] == "Something"
