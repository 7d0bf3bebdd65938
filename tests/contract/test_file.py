"""An account by file keeps what lists promise, whatever is done to the file meanwhile."""

from __future__ import annotations

import random
from contextlib import aclosing

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry
from crmdesk.errors import BadResponse, Unavailable, Unsupported, UserInputError
from crmdesk.providers.contract import Access, BadRecord, Cursor, LookupKey, Page, Provider, RemoteId, RemoteRecord
from crmdesk.providers.info import with_found
from crmdesk.providers.registry import connect, info_of, kinds_of
from tests.contract.played_file import HEADER, PEOPLE, PlayedDisk, person, table

PATH = "/exports/contacts.csv"


@pytest.fixture
def disk() -> PlayedDisk:
    played = PlayedDisk()
    played.put(PATH, table())
    return played


async def connected(disk: PlayedDisk, provider: str = "file", **settings: str) -> Provider:
    """The account as it is after its first sign-in."""
    given = {"path": PATH, **settings}
    first = connect(provider, given, {}, Access(disk=disk))
    await first.whoami()
    return connect(provider, with_found(given, await first.discover()), {}, Access(disk=disk))


async def listed(account: Provider, since: str | None = None, resume: str | None = None) -> list[Page]:
    listing = account.pages(Kind.CONTACT, Cursor(since) if since else None, Cursor(resume) if resume else None)
    async with aclosing(listing) as pages:
        return [page async for page in pages]


def records(account: Provider, pages: list[Page]) -> dict[RemoteId, RemoteRecord]:
    read = (account.read(Kind.CONTACT, one) for page in pages for one in page.payloads)
    return {record.id: record for record in read}


async def test_the_list_arrives_whole_once_and_in_order_and_goes_on_where_it_was_cut_off(disk: PlayedDisk) -> None:
    account = await connected(disk)
    pages = await listed(account)
    assert [len(page.payloads) for page in pages] == [500, 120]
    assert [page.resume is None for page in pages] == [False, True]
    assert pages[-1].total == len(records(account, pages)) == PEOPLE
    rest = await listed(account, resume=pages[0].resume)
    assert [one for page in rest for one in page.payloads] == [one for page in pages[1:] for one in page.payloads]
    assert rest[-1].next_since is None
    disk.put(PATH, table([person(1)]))
    assert len((await listed(account, resume=pages[0].resume))[0].payloads) == 1, "another file begins at its start"


async def test_a_row_reads_as_its_columns_say_and_keeps_what_nothing_reads(disk: PlayedDisk) -> None:
    account = await connected(disk)
    record = records(account, await listed(account))[RemoteId("ada3@quill.example")]
    assert record.values == {
        "name": "Ada 3 Quill",
        "emails": (Entry("ada3@quill.example"),),
        "phones": (Entry("+1 212 555 0003"),),
        "birthday": "1980-12-16",
        "tags": (Entry("friend"), Entry("Café")),
    }
    assert record.unmapped == ("Shoe size",)
    assert b'"Shoe size"' in record.payload
    assert {row.field for row in account.kind_info(Kind.CONTACT).field_map} == set(record.values)
    assert not any(row.writable for row in account.kind_info(Kind.CONTACT).field_map)


async def test_an_unchanged_file_is_one_empty_page_and_a_sorted_one_changes_no_contact(disk: PlayedDisk) -> None:
    account = await connected(disk)
    pages = await listed(account)
    mark = pages[-1].next_since
    assert mark is not None
    disk.put(PATH, disk.files[PATH])  # written anew, with the same bytes
    assert [(len(page.payloads), page.next_since) for page in await listed(account, mark)] == [(0, mark)]
    rows = [person(number) for number in range(1, PEOPLE + 1)]
    random.Random(1).shuffle(rows)
    disk.put(PATH, table(rows))
    again = await listed(account, mark)
    assert again[-1].next_since not in (None, mark)
    assert {one for page in again for one in page.payloads} == {one for page in pages for one in page.payloads}


@pytest.mark.parametrize(("encoding", "by"), [("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1252", ",")])
async def test_another_encoding_or_delimiter_says_the_same(disk: PlayedDisk, encoding: str, by: str) -> None:
    account = await connected(disk)
    before = records(account, await listed(account))
    disk.put(PATH, table(encoding=encoding, by=by))
    after = records(account, await listed(account))
    assert {id: record.values for id, record in after.items()} == {id: record.values for id, record in before.items()}
    assert after[RemoteId("ada7@quill.example")].values["name"] == "Zoë Åhs"


async def test_other_columns_stop_the_reading_until_they_are_mapped_again(disk: PlayedDisk) -> None:
    account = await connected(disk)
    disk.put(PATH, table([[*person(1)[:2], *person(1)[3:]]], [*HEADER[:2], *HEADER[3:]]))
    with pytest.raises(BadResponse, match=r"Columns changed: map again.*“phone”"):
        await listed(account)
    account = await connected(disk)
    assert "phones" not in records(account, await listed(account))[RemoteId("ada1@quill.example")].fields
    disk.put(PATH, table([[*reversed(person(1))]], [*reversed(HEADER)]))
    disk.put(PATH, table([[*person(1)[:2], *person(1)[:2:-1]]], [*HEADER[:2], *HEADER[:2:-1]]))
    assert len(await listed(account)) == 1, "the same columns in another order are the same"


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "is empty"), (table([]), "no contact"), (b"%PDF-1.7 ...", "PDF"), (b"<html><table>", "web page")],
)
async def test_a_file_that_holds_nobody_is_a_bad_answer_never_an_empty_list(
    disk: PlayedDisk, data: bytes, why: str
) -> None:
    account = await connected(disk)
    disk.put(PATH, data)
    with pytest.raises(BadResponse, match=why):
        await listed(account)


async def test_a_file_that_is_locked_gone_or_being_written_is_waited_for(disk: PlayedDisk) -> None:
    account = await connected(disk)
    disk.locked.add(PATH)
    with pytest.raises(Unavailable, match="locked"):
        await listed(account)
    disk.locked.clear()
    disk.grows = PATH
    with pytest.raises(Unavailable, match="being written"):
        await listed(account)
    disk.grows = ""
    del disk.files[PATH]
    for call in (account.whoami, account.discover):
        with pytest.raises(Unavailable, match="not there"):
            await call()
    disk.put(f"{PATH}/inside", b"a folder")
    with pytest.raises(BadResponse, match="no file"):
        await account.whoami()


async def test_one_row_that_cannot_be_read_costs_that_row_or_that_field_alone(disk: PlayedDisk) -> None:
    rows = [person(1), [*person(2), "too", "many"], [*person(3)[:3], "soon", *person(3)[4:]], ["Bo"], person(5)]
    account = await connected(disk)
    disk.put(PATH, table(rows))
    (page,) = await listed(account)
    assert page.total == len(page.payloads) == 5
    good, long, odd, short, last = page.payloads
    assert [account.identify(Kind.CONTACT, one) for one in (good, long, odd, last)] == [
        f"ada{number}@quill.example" for number in (1, 2, 3, 5)
    ], "a row that cannot be read is still there, so that nobody takes it for gone"
    with pytest.raises(BadRecord, match=r"Line 3.*header names 6"):
        account.read(Kind.CONTACT, long)
    with pytest.raises(BadRecord, match="no email"):
        account.identify(Kind.CONTACT, short)
    read = account.read(Kind.CONTACT, odd)
    assert "soon" in read.unreadable["birthday"]
    assert "birthday" not in read.fields | read.values.keys()
    assert read.values["name"] == "Ada 3 Quill"


async def test_two_contacts_with_one_id_are_told_not_mixed(disk: PlayedDisk) -> None:
    account = await connected(disk)
    other = [*person(1)]
    other[0] = "Somebody Else"
    disk.put(PATH, table([person(1), person(1), other]))
    (page,) = await listed(account)
    assert len(page.payloads) == 2
    with pytest.raises(BadRecord, match="Line 4: Another contact of the file has the same id"):
        account.identify(Kind.CONTACT, page.payloads[1])


async def test_ids_are_a_column_an_email_or_the_row_and_columns_can_be_mapped_by_hand(disk: PlayedDisk) -> None:
    account = await connected(disk, id="Phone", **{"map.education": "Shoe size"})
    record = records(account, await listed(account))[RemoteId("+1 212 555 0004")]
    assert record.values["education"] == "4"
    account = await connected(disk, id="row")
    assert len(records(account, await listed(account))) == PEOPLE
    for settings, why in (
        ({"id": "Number"}, "no column"),
        ({"map.education": "Hat"}, "no column"),
        ({"api": "cars"}, "one of"),
    ):
        with pytest.raises(UserInputError, match=why):
            await connected(disk, **settings)
    disk.put(PATH, table([[*person(1)[:3], "03/04/1980", *person(1)[4:]]]))
    with pytest.raises(UserInputError, match=r"order of day and month.*Birthday"):
        await connected(disk)
    account = await connected(disk, dates="dmy")
    assert records(account, await listed(account))[RemoteId("ada1@quill.example")].values["birthday"] == "1980-04-03"


async def test_who_is_missing_is_gone_only_where_each_file_holds_everybody(disk: PlayedDisk) -> None:
    some, all_ = await connected(disk), await connected(disk, complete="yes")
    assert [one.kind_info(Kind.CONTACT).deletions.value for one in (some, all_)] == ["never", "by_listing"]
    mark = (await listed(all_))[-1].next_since
    disk.put(PATH, table([person(number) for number in range(1, PEOPLE)]))
    assert (await listed(all_, mark))[-1].everything == PEOPLE - 1
    assert (await listed(some, (await listed(some))[-1].next_since))[-1].everything is None


async def test_a_folder_gives_its_newest_whole_file_and_follows_no_link_out_of_it(disk: PlayedDisk) -> None:
    disk.put("/exports/new.csv", table([person(2)]))
    disk.put("/elsewhere/other.csv", table([person(3)]))
    disk.links["/exports/zz.csv"] = "/elsewhere/other.csv"
    for unfinished in ("~$new.csv", "x.csv.part", "x.csv.crdownload", ".x.csv", "x.tmp"):
        disk.put(f"/exports/{unfinished}", b"half")
    account = await connected(disk, path="/exports", api="folder", pattern="*.csv")
    assert list(records(account, await listed(account))) == ["ada2@quill.example"]
    disk.put("/exports/newer.csv", table([person(4)]))
    assert list(records(account, await listed(account))) == ["ada4@quill.example"]
    with pytest.raises(Unavailable, match="No file"):
        await connected(disk, path="/exports", api="folder", pattern="*.xlsx")


async def test_cards_keep_their_text_and_say_all_that_is_known_of_a_contact(disk: PlayedDisk) -> None:
    said = b"UID:urn:uuid:u1\r\nFN:Ada Quill\r\nEMAIL:ada@quill.example\r\nX-FOO:bar\r\n"
    one = b"BEGIN:VCARD\r\nVERSION:3.0\r\n" + said + b"END:VCARD\r\n"
    group = b"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Friends\r\nMEMBER:u1\r\nEND:VCARD\r\n"
    nobody = b"BEGIN:VCARD\r\nVERSION:3.0\r\nREV:20200101\r\nEND:VCARD\r\n"
    disk.put("/exports/all.vcf", one + group + nobody + one.replace(b"u1", b"u2"))
    account = await connected(disk, path="/exports/all.vcf", api="cards")
    (page,) = await listed(account)
    first, empty, last = page.payloads
    record = account.read(Kind.CONTACT, first)
    assert (record.id, record.payload, record.values["name"]) == ("u1", one, "Ada Quill")
    assert {"phones", "birthday"} <= record.fields, "a card without them says that there are none"
    assert account.identify(Kind.CONTACT, last) == "u2"
    with pytest.raises(BadRecord, match="Line 14"):
        account.read(Kind.CONTACT, empty)
    with pytest.raises(BadResponse, match="cards, not a table"):
        await connected(disk, path="/exports/all.vcf")
    (found,) = await listed(await connected(disk, path="/exports", api="folder", pattern="*.vcf"))
    assert found.payloads == page.payloads


def exported() -> bytes:
    """An export of Top Producer as its columns are known: one person in two rows, several values on lines of a cell."""
    header = ("Contact ID", "Contact Type", "Primary FirstName", "Primary LastName", "Primary Birthday",
              "Secondary FirstName", "Email Address", "Mobile Phone", "Other Phone Nums", "Contact Notes",
              "Unsubscribed", "City", "Closing ID")  # fmt: skip
    rows = [
        ("{0A000000-0000-4000-8000-000000000001}", "Buyer\nSphere", "Ada", "Quill", "9/4/1977", "Bo",
         "ada@quill.example", "555-0101", "555-0102\n555-0103", "first\nsecond", "Yes", "Springfield", ""),
        ("{0A000000-0000-4000-8000-000000000002}", "", "Cy", "Lind", "0/0/00", "", "", "", "", "", "No", "", ""),
        ("{0A000000-0000-4000-8000-000000000001}", "Seller", "", "", "", "", "", "555-0104", "", "", "", "", "{C}"),
    ]  # fmt: skip
    return table(rows, header, "iso-8859-1")


async def test_top_producer_is_read_by_its_ids_with_all_rows_of_a_contact_together(disk: PlayedDisk) -> None:
    disk.put(PATH, exported())
    account = await connected(disk, "top_producer")
    (page,) = await listed(account)
    both = records(account, [page])
    assert list(both) == [f"{{0A000000-0000-4000-8000-00000000000{n}}}" for n in (1, 2)]
    ada, cy = both.values()
    phones = [Entry("555-0101", "mobile"), Entry("555-0104", "mobile"), Entry("555-0102"), Entry("555-0103")]
    assert sorted(ada.values["phones"], key=str) == sorted(phones, key=str)  # type: ignore[arg-type]
    assert {key: value for key, value in ada.values.items() if key != "phones"} == {
        "first_name": "Ada",
        "last_name": "Quill",
        "birthday": "1977-09-04",
        "tags": (Entry("Buyer"), Entry("Sphere"), Entry("Seller")),
        "emails": (Entry("ada@quill.example"),),
        "description": "first\nsecond",
        "custom.Secondary FirstName": "Bo",
        "custom.Unsubscribed": "Yes",
        "city": "Springfield",
    }
    assert ada.unmapped == ("Closing ID",)
    assert cy.values == {"first_name": "Cy", "last_name": "Lind", "custom.Unsubscribed": "No"}
    assert "by file, not live" in info_of("top_producer").purpose.lower()
    disk.put(PATH, table())
    with pytest.raises(BadResponse, match="not the columns of an export of Top Producer"):
        await connected(disk, "top_producer")


async def test_it_takes_nothing_and_asks_nobody(disk: PlayedDisk) -> None:
    account = await connected(disk)
    record = records(account, await listed(account))[RemoteId("ada1@quill.example")]
    for refused in (
        account.create(Kind.CONTACT, {"name": "Ada"}, key="1"),
        account.update(Kind.CONTACT, record, {"name": "Ada"}),
        account.delete(Kind.CONTACT, record.id),
        account.fetch(Kind.CONTACT, record.id),
        account.details(Kind.CONTACT, [record.id]),
    ):
        with pytest.raises(Unsupported):
            await refused
    assert list(await account.find(Kind.CONTACT, LookupKey({}))) == []
    assert (account.requests, account.pause_left, await account.choices()) == (0, 0, None)
    info = kinds_of("file", {"path": PATH})[0]
    assert not (info.creates)
    assert not (info.updates)
    assert not (info.deletes)
    assert not (info.searches)
    with pytest.raises(Unsupported):
        account.kind_info(Kind.DEAL)
    with pytest.raises(UserInputError, match="root of the disk"):
        connect("file", {"path": "contacts.csv"}, {})
