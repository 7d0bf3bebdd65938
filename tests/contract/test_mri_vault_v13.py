"""MRI Vault's real API keeps the provider's promises for contacts, under both credentials and whole-object updates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import ClassVar

import pytest

from crmdesk.demo.mri_vault.twin import MriVault
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import AuthRequired, NotAllowed, Rejected
from crmdesk.providers.contract import Access, Cursor, LookupKey, Provider, RemoteId
from crmdesk.providers.registry import connect
from tests.contract.change_contract import ChangeContract
from tests.contract.patient_clock import PatientClock
from tests.contract.provider_contract import ProviderContract


class TestMriV13(ChangeContract, ProviderContract):
    provider, api = "mri_vault", "v1.3"
    archived: ClassVar[dict[str, object]] = {"archived": True}
    one = "/api/v1.3/contacts/{}"
    ends_itself = False
    nobody = RemoteId("19")
    line, line_there = "job_title", "position"
    note, note_there = "job_title", "position"
    always = frozenset({"first_name", "last_name", "name", "company", "emails", "phones", "role", "street"})
    makes: ClassVar[dict[str, str]] = {"method": "POST", "path": "/api/v1.3/contacts"}
    new: ClassVar[dict[str, Value]] = {
        "first_name": "Ada",
        "last_name": "Quill",
        "job_title": "Solicitor",
        "emails": (Entry("ada@quill.example"),),
        "phones": (Entry("+442079460958", "Work"),),
    }

    def fitting(self, field: str, value: Value) -> Value:
        """A town that the agency's list of suburbs has, with the state and postcode that are its own."""
        known = {"street": "12/34 Rathdowne St", "city": "Carlton", "region": "VIC", "postcode": "3053"}
        return known.get(field, value)

    def secrets(self, secret: str, key: str | None) -> Mapping[str, str]:
        """The integrator's key stays right where the agency's token is wrong."""
        given: dict[str, str] = json.loads(secret)
        return {**given, "token": key or given["token"]}

    async def test_the_sign_in_is_told_apart_without_giving_it_away(self, account: Provider, crms: DemoCrms) -> None:
        identity, secrets = await account.whoami(), json.loads(crms.account(self.provider, self.api).secret)
        assert (identity.key, identity.title) == ("account 4021", "Harbour Homes")
        assert not any(secret in identity.key + identity.title for secret in secrets.values())

    async def test_a_wrong_integrator_key_is_a_matter_of_signing_in(self, crms: DemoCrms, clock: PatientClock) -> None:
        wrong = {"api_key": "0123456789abcdef", "token": json.loads(crms.account("mri_vault").secret)["token"]}
        account = connect("mri_vault", {"base_url": crms.account("mri_vault").base_url}, wrong, Access(clock))
        for attempt in (account.whoami(), self.whole(account)):
            with pytest.raises(AuthRequired, match="the API key is missing, wrong") as refused:
                await attempt
            assert refused.value.next == "Reconnect the account with a valid API key."
        await account.close()

    async def test_a_wrong_token_is_told_as_that(self, crms: DemoCrms, clock: PatientClock) -> None:
        account = self.connected(crms, clock, key="0123456789abcdef")
        for attempt in (account.whoami(), self.whole(account)):
            with pytest.raises(AuthRequired, match="the access token is missing, wrong"):
                await attempt
        await account.close()

    async def test_a_token_that_may_not_see_the_account_is_none_that_is_refused(
        self, account: Provider, site: Site
    ) -> None:
        site.weather.set("forbidden", path="/api/v1.3/account")
        assert (await account.whoami()).title.startswith("MRI Vault (token")
        site.weather.set("forbidden", path="/api/v1.3/contacts")
        with pytest.raises(NotAllowed):
            await self.whole(account)

    # Whole objects

    async def test_an_update_sends_the_whole_object_in_the_shape_that_writing_takes(
        self, account: Provider, site: Site
    ) -> None:
        first = next(id_ for id_ in site.book.ids() if (site.book.get(id_) or {})["address"])
        phones = [{"number": "+61390001122", "typeCode": "W", "type": "Work", "comment": "after six"}]
        site.book.update(first, {"phoneNumbers": phones})
        before = site.book.get(first) or {}
        current = await account.fetch(self.kind, RemoteId(first))
        wanted = (Entry("+61390001122", "Work"), Entry("+61390001133", "Mobile"))
        await account.update(self.kind, current, {"job_title": "Solicitor", "phones": wanted})
        sent = json.loads(site.requests.writes()[-1].body or "")
        assert sent["address"]["suburb"] == {"id": before["address"]["suburb"]["id"]}
        assert "entityType" not in sent
        assert "displayName" not in sent
        assert sent["phoneNumbers"] == [
            {"number": "+61390001122", "typeCode": "W", "comment": "after six"},
            {"number": "+61390001133", "typeCode": "M"},
        ]
        after = site.book.get(first) or {}
        assert {name for name in after if after[name] != before[name]} == {"position", "phoneNumbers", "updated_at"}

    async def test_a_role_is_one_of_the_entity_types_and_given_when_a_contact_is_made(
        self, account: Provider, crms: DemoCrms, clock: PatientClock, site: Site
    ) -> None:
        assert not next(row for row in account.kind_info(self.kind).field_map if row.field == "role").at_create
        found = await account.discover()
        knowing = self.connected(crms, clock, **found)
        row = next(row for row in knowing.kind_info(self.kind).field_map if row.field == "role")
        assert (row.at_create, row.writable, row.choices[:2]) == (True, False, ("Individual", "Company"))
        vendor = await knowing.create(self.kind, {**self.new, "role": "vendor"}, key="1" * 32)
        assert vendor.values["role"] == "Vendor"
        await knowing.close()
        site.weather.set("forbidden", path="/api/v1.3/types")
        assert await account.discover() == {"timezone": "Australia/Melbourne"}

    async def test_an_archived_contact_says_so(self, account: Provider, site: Site) -> None:
        first = site.book.ids()[0]
        site.somebody_else("archive", first)
        assert (await account.fetch(self.kind, RemoteId(first))).archived

    async def test_an_address_is_sent_in_street_parts_with_the_suburb_that_its_words_name(
        self, account: Provider, site: Site
    ) -> None:
        first = next(id_ for id_ in site.book.ids() if (site.book.get(id_) or {})["address"])
        site.book.update(first, {"address": {**site.book.get(first)["address"], "level": "Level 9"}})  # type: ignore[index] # it is there
        before = (site.book.get(first) or {})["address"]
        current = await account.fetch(self.kind, RemoteId(first))
        moved = await account.update(self.kind, current, {"city": "North Hobart", "postcode": "7000", "region": "TAS"})
        assert {key: moved.values[key] for key in ("city", "region", "postcode")} == {
            "city": "North Hobart", "region": "TAS", "postcode": "7000",
        }  # fmt: skip
        after = (site.book.get(first) or {})["address"]
        street = ("level", "unitNumber", "streetNumber", "street")
        assert [after[name] for name in street] == [before[name] or "" for name in street]
        there = await account.update(self.kind, moved, {"street": "Suite 4\n7/19 Canning St"})
        assert there.values["street"] == "Suite 4\n7/19 Canning St"
        assert [(site.book.get(first) or {})["address"][name] for name in street] == [
            "Suite 4",
            "7",
            "19",
            "Canning St",
        ]
        boxed = await account.update(self.kind, there, {"street": "PO Box 12"})
        assert (boxed.values["street"], boxed.values["city"]) == ("PO Box 12", "North Hobart")
        with pytest.raises(Rejected) as refused:
            await account.update(self.kind, boxed, {"city": "Atlantis"})
        assert refused.value.fields.keys() == {"city"}
        made = await account.create(self.kind, {**self.new, "street": "3 King St", "city": "Newtown"}, key="1" * 32)
        assert (made.values["street"], made.values["postcode"]) == ("3 King St", "2042")

    # What changed since

    async def test_records_that_change_while_changes_are_read_are_not_missed(
        self, account: Provider, site: Site
    ) -> None:
        cursor = (await self.whole(account))[-1].next_since
        assert cursor is not None
        changed = {site.somebody_else("edit", id_) for id_ in site.book.ids()[:40]}
        site.weather.set("somebody_else", action="edit", id=site.book.ids()[3], times=1)
        pages = await self.since(account, cursor)
        # All of one second, so that numbers must lead on: what slipped is met by the next pull, which begins no later.
        assert pages[-1].next_since is not None
        pages += await self.since(account, pages[-1].next_since)
        assert {account.identify(self.kind, payload) for page in pages for payload in page.payloads} == changed

    async def test_a_stretch_that_moved_is_read_again_by_the_next_pull(self, account: Provider, site: Site) -> None:
        for id_ in site.book.ids():
            site.book.update(id_, {"position": "All at once", "updated_at": "2025-05-04T03:02:01.000Z"}, touch=False)
        cursor = Cursor("2025-05-04T03:02:00+00:00")
        assert (await self.since(account, cursor))[-1].next_since != cursor
        site.weather.set("somebody_else", action="edit", id=site.book.ids()[3], times=1)
        assert (await self.since(account, cursor))[-1].next_since == cursor

    async def test_more_changes_in_one_second_than_a_page_holds_come_to_an_end(
        self, account: Provider, site: Site
    ) -> None:
        for id_ in site.book.ids():
            site.book.update(id_, {"position": "All at once", "updated_at": "2031-05-04T03:02:01.000Z"}, touch=False)
        pages = await self.since(account, Cursor("2031-01-01T00:00:00+00:00"))
        ids = {account.identify(self.kind, payload) for page in pages for payload in page.payloads}
        assert ids == set(site.book.ids())

    async def test_what_was_merged_or_deleted_is_told_after_a_look(self, account: Provider, site: Site) -> None:
        assert isinstance(site, MriVault)
        cursor = (await self.whole(account))[-1].next_since
        assert cursor is not None
        keep, loser, gone, still = site.book.ids()[:4]
        site.somebody_else("merge", loser, into=keep)
        site.somebody_else("delete", gone)
        site.stream.append({**site.stream[-1], "action": "delete", "data": {"id": int(still)}})
        last = (await self.since(account, cursor))[-1]
        assert dict(last.merged) == {loser: keep}
        assert list(last.removed) == [gone]

    @pytest.mark.parametrize("status", [403, 404, 405])
    async def test_a_stream_that_the_token_may_not_read_says_nothing(
        self, account: Provider, site: Site, status: int
    ) -> None:
        cursor = (await self.whole(account))[-1].next_since
        assert cursor is not None
        site.somebody_else("delete", site.book.ids()[0])
        site.weather.set("status", status=status, path="/api/v1.3/eventStream")
        assert not (await self.since(account, cursor))[-1].removed

    # Looking up

    async def test_only_the_very_address_counts_as_found(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key="1" * 32)
        site.book.update(made.id, {"emails": ["someone@else.example"]})
        assert list(await account.find(self.kind, LookupKey({"emails": (Entry("ada@quill.example"),)}))) == []

    @pytest.mark.beyond_description("a number in the place of a text, to be refused")
    async def test_the_crms_words_are_told(self, account: Provider, site: Site) -> None:
        with pytest.raises(Rejected, match="must be a string"):
            await account.update(self.kind, await self.first(account), {"company": 12.0})

    async def test_events_come_and_go_with_their_people(self, account: Provider, site: Site) -> None:
        pages = [page async for page in account.pages(Kind.EVENT, None)]
        records = [account.read(Kind.EVENT, payload) for page in pages for payload in page.payloads]
        assert len(records) == 20
        assert records[0].values["starts"] == "2026-10-31T23:00:00+00:00"
        assert records[0].values["contacts"] == (Entry(site.book.ids()[0]),)
        made = await account.create(
            Kind.EVENT,
            {"name": "Keys", "starts": "2026-12-01T09:00:00+00:00", "contacts": (Entry(site.book.ids()[1]),)},
            key="1" * 32,
        )
        after = await account.update(Kind.EVENT, made, {"description": "Bring the keys"})
        assert (after.values["name"], after.values["contacts"]) == ("Keys", (Entry(site.book.ids()[1]),))
        await account.delete(Kind.EVENT, made.id)

    async def test_who_may_edit_a_contact_is_found_by_another_of_its_emails(
        self, account: Provider, site: Site
    ) -> None:
        """Where the search by the first one leaves the contact out, a change must not leave out who may edit it."""
        first = site.book.ids()[0]
        site.book.update(first, {"emails": ["one@quill.example", "two@quill.example"]})
        site.weather.set("status", status=404, times=1, path="/api/v1.3/search/contacts/email")
        record = await account.fetch(self.kind, RemoteId(first))
        assert b'"editableBy"' in record.payload
