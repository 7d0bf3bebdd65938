"""What every provider promises, over real HTTP against its demo CRM. A provider's own test inherits this class."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.notation.normal import same
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import (
    RemoteGone,
    Unsupported,
)
from crmdesk.providers.contract import LookupKey, Provider
from tests.contract.account_contract import CONTACTS
from tests.contract.weather_contract import WeatherContract

SAMPLES: dict[FieldType, tuple[Value, ...]] = {
    FieldType.TEXT: ("Ångström & Søn", "a" * 200, "\u05e9\u05dc\u05d5\u05dd"),
    FieldType.NOTE: ("one\ntwo\n\nthree", "tab\there", "😀" * 50, "note " * 20_000),
    FieldType.HANDLE: ("ada_quill", "https://www.instagram.com/ada.quill/"),
    FieldType.URL: ("https://quill.example/about?x=1&y=2",),
    FieldType.IMAGE: ("https://quill.example/ada.png",),
    FieldType.DATE: ("1988-04-02", "--02-29", "2000-02-29"),
    FieldType.FLAG: (True,),
    FieldType.EMAILS: ((Entry("ada@quill.example"), Entry("Ada.Quill+desk@work.example")),),
    FieldType.PHONES: ((Entry("+44 20 7946 0958", "Work"), Entry("+1 (212) 555-0134")),),
    FieldType.TAGS: ((Entry("friend"), Entry("Café")),),
}


class ProviderContract(WeatherContract):
    """The whole suite.

    `title` is how the demo's account is named, `archived` what marks a record as put away there. `one_primary`: of
    emails, and of phones, one is always the main one there, the first where none is chosen.
    """

    title: ClassVar[str] = ""
    one_primary: ClassVar[bool] = False
    archived: ClassVar[dict[str, object]] = {}

    # Reading

    async def test_the_list_arrives_whole_once_and_in_order(self, account: Provider, site: Site) -> None:
        pages = await self.whole(account)
        ids = [account.identify(self.kind, payload) for page in pages for payload in page.payloads]
        assert ids == site.book.ids()
        assert 6 <= len(pages) <= 9, "pages that overlap by a record are one more, numbered ones of ten some more"
        assert [page.resume is None for page in pages] == [False] * (len(pages) - 1) + [True]
        assert pages[-1].total == CONTACTS

    async def test_a_list_that_was_cut_off_goes_on_where_it_stopped(self, account: Provider, site: Site) -> None:
        pages = await self.whole(account)
        rest = [page async for page in account.pages(self.kind, None, pages[2].resume)]
        assert [one for page in rest for one in page.payloads] == [one for page in pages[3:] for one in page.payloads]
        assert rest[-1].total == CONTACTS

    async def test_every_record_reads_as_it_was_received(self, account: Provider) -> None:
        for payload in await self.payloads(account):
            record = account.read(self.kind, payload)
            assert record.payload == payload
            assert record.id == account.identify(self.kind, payload)
            assert set(record.values) <= record.fields
            assert self.always <= record.fields

    async def test_a_name_that_nothing_reads_is_told(self, account: Provider, site: Site) -> None:
        site.weather.set("unknown_fields")
        record = account.read(self.kind, (await self.payloads(account))[0])
        assert {"shoe_size", "zodiac"} <= set(record.unmapped)

    async def test_a_field_that_vanished_is_unknown_not_empty(self, account: Provider, site: Site) -> None:
        site.weather.set("vanished_field", field=self.note_there)
        record = account.read(self.kind, (await self.payloads(account))[0])
        assert self.note not in record.fields
        assert self.note not in record.values

    async def test_the_sign_in_is_told_apart_without_giving_it_away(self, account: Provider, crms: DemoCrms) -> None:
        identity, key = await account.whoami(), crms.account(self.provider, self.api).secret
        assert identity == await account.whoami()
        assert key not in identity.key + identity.title
        assert self.title in identity.title

    async def test_what_is_archived_there_is_told_as_archived(self, account: Provider, site: Site) -> None:
        async def archived() -> set[str]:
            records = [account.read(self.kind, payload) for payload in await self.payloads(account)]
            return {record.id for record in records if record.archived}

        first, before = site.book.ids()[1], await archived()
        assert first not in before
        if self.archived:
            site.book.update(first, self.archived)
        assert await archived() == before | ({first} if self.archived else set())

    async def test_what_is_found_out_is_declared_as_found(self, account: Provider) -> None:
        """Else it would be stored as a setting that nobody sees and the next connection refuses."""
        declared = {setting.key for setting in account.info.settings if setting.found}
        assert set(await account.discover()) <= declared
        await self.first(account)
        assert set(account.found) <= declared

    async def test_what_does_not_exist_is_gone(self, account: Provider) -> None:
        with pytest.raises(RemoteGone):
            await account.fetch(self.kind, self.nobody)

    async def test_what_was_deleted_there_is_gone_even_where_it_is_kept(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        if self.mark_of_deletion:
            site.book.update(current.id, self.mark_of_deletion)
        else:
            site.book.delete(current.id)
        with pytest.raises(RemoteGone):
            await account.fetch(self.kind, current.id)

    async def test_kinds_it_does_not_have_are_refused(self, account: Provider) -> None:
        lacking = [kind for kind in Kind if kind not in {info.kind for info in account.info.kinds}]
        for kind in lacking:
            with pytest.raises(Unsupported):
                account.kind_info(kind)

    # Writing

    async def test_every_writable_field_goes_there_comes_back_and_is_cleared(
        self, account: Provider, site: Site
    ) -> None:
        info = account.kind_info(self.kind)
        current = await self.first(account)
        for row in info.field_map:
            if row.of_type and row.of_type != current.values.get("contact_type"):
                continue
            field = f"{row.field}new_one" if row.field.endswith(".") else row.field
            for value in SAMPLES[field_of(self.kind, field).type] if row.writable else ():
                current = await account.update(self.kind, current, {field: self.fitting(field, value)})
                again = await account.fetch(self.kind, current.id)
                assert same(self.kind, field, again.values.get(field), self.fitting(field, value))
                assert current.values == again.values
            if row.writable and row.clearable:
                current = await account.update(self.kind, current, {field: None})
                assert field in current.fields
                assert field not in current.values

    def fitting(self, field: str, value: Value) -> Value:
        """The sample as this CRM can hold it."""
        if self.one_primary and field in ("emails", "phones") and isinstance(value, tuple):
            return (replace(value[0], primary=True), *value[1:])
        return value

    async def test_an_update_leaves_everything_else_alone(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        before = site.book.get(current.id)
        await account.update(self.kind, current, {self.line: "Editor"})
        after = site.book.get(current.id)
        assert before is not None
        assert after is not None
        assert {name for name in after if after[name] != before[name]} == {self.line_there, "updated_at"}

    async def test_a_new_record_is_created_found_and_deleted(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key="1" * 32)
        assert {field: made.values.get(field) for field in self.new} == self.new
        assert made.values["name"] == "Ada Quill"
        found = await account.find(self.kind, LookupKey({"emails": (Entry("ADA@quill.example"),)}))
        assert [record.id for record in found] == [made.id]
        await account.delete(self.kind, made.id)
        await account.delete(self.kind, made.id)
        assert site.book.get(made.id) is None
        with pytest.raises(RemoteGone):
            await account.update(self.kind, made, {self.line: "Editor"})

    async def test_a_name_alone_is_split_once(self, account: Provider) -> None:
        made = await account.create(self.kind, {"name": "Ada van der Quill"}, key="1" * 32)
        assert made.values["first_name"] == "Ada"
        assert made.values["last_name"] == "van der Quill"
        assert made.values["name"] == "Ada van der Quill"

    async def test_looking_for_nothing_finds_nothing(self, account: Provider, site: Site) -> None:
        assert list(await account.find(self.kind, LookupKey({"name": "Ada Quill"}))) == []
        assert site.requests.total == 0
