"""The organisation's CRM API keeps the provider's promises in both generations of its server."""

from __future__ import annotations

import json
from typing import Any, ClassVar, cast

import pytest

from crmdesk.demo.crm_api.twin import CrmApi
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import (
    AlreadyExists,
    AuthRequired,
    NotAllowed,
    OutcomeUnknown,
    RateLimited,
    Rejected,
    RemoteGone,
    Unavailable,
    Unsupported,
)
from crmdesk.providers.contract import Provider, Registration, RemoteId
from tests.contract.account_contract import CONTACTS
from tests.contract.further_contracts import KnownContract, ReadOnlyContract
from tests.contract.patient_clock import PatientClock
from tests.contract.provider_contract import ProviderContract

WHOLE = {"custom_fields": "badge,region"}
KEY = "1" * 32


class Shared:
    """What both generations have in common."""

    provider: ClassVar[str] = "crm_api"
    archived: ClassVar[dict[str, object]] = {"status": "archived"}
    ends_itself: ClassVar[bool] = False
    nobody: ClassVar[RemoteId] = RemoteId("0" * 32)
    line_there: ClassVar[str] = "jobTitle"
    changes: ClassVar[dict[str, str]] = {"method": "PATCH"}
    before_silence: ClassVar[int] = 6
    always: ClassVar[frozenset[str]] = frozenset({"first_name", "last_name", "name", "emails", "phones", "tags"})
    new: ClassVar[dict[str, Value]] = {
        "first_name": "Ada",
        "last_name": "Quill",
        "description": "met in Oslo",
        "emails": (Entry("ada@quill.example"),),
        "phones": (Entry("+442079460958"),),
        "tags": (Entry("desk"),),
        "contact_type": "customer",
        "source": "fair",
        "source_ref": "stand 7",
    }

    def fitting(self, field: str, value: Value) -> Value:
        match field:
            case "status":
                return "inactive"
            case "contact_type":
                return "prospect"
            case "emails":
                return (Entry("ada@quill.example"),)
            case "phones":
                return (Entry("+44 20 7946 0958"),)
        return value


class Reading(Shared):
    """The tests that thin lists, and a server that leaves out what is empty, make different."""

    read_only: ClassVar[Kind] = Kind.EVENT
    names_there: ClassVar[frozenset[str]] = frozenset({"name", "event_type", "status", "starts", "ends", "location"})

    async def test_a_field_that_vanished_is_unknown_not_empty(self, account: Provider, site: Site) -> None:
        suite = cast(ProviderContract, self)
        site.weather.set("vanished_field", field="tags")
        record = account.read(Kind.CONTACT, (await suite.payloads(account))[0])
        assert "tags" not in record.fields

    async def test_what_is_left_out_is_empty(self, account: Provider, site: Site) -> None:
        suite = cast(ProviderContract, self)
        site.weather.set("vanished_field", field="phone")
        record = account.read(Kind.CONTACT, (await suite.payloads(account))[0])
        assert "phones" in record.fields
        assert "phones" not in record.values

    @pytest.mark.parametrize("what", ["null_name", "right_to_left", "big_number", "duplicate_keys", "number_id"])
    async def test_odd_records_are_kept_exactly(self, account: Provider, site: Site, what: str) -> None:
        suite = cast(ProviderContract, self)
        site.weather.set("bad_record", times=1, what=what, index=2)
        payloads = [payload for page in await suite.whole(account) for payload in page.payloads]
        assert len(payloads) == CONTACTS
        odd = account.read(Kind.CONTACT, payloads[2])
        if what == "right_to_left":
            assert odd.values["first_name"] == "\u202eevil\u202c"
        elif what == "number_id":
            assert odd.id == "4711"

    async def test_a_name_alone_is_split_once(self, account: Provider) -> None:
        values: dict[str, Value] = {"name": "Ada van der Quill", "emails": (Entry("Ada@Quill.example"),)}
        made = await account.create(Kind.CONTACT, values, key=KEY)
        assert [made.values[field] for field in ("first_name", "last_name")] == ["Ada", "van der Quill"]
        assert made.values["emails"] == (Entry("ada@quill.example"),)

    async def test_every_status_is_read(self, account: Provider, site: Site) -> None:
        suite = cast(ProviderContract, self)
        records = [account.read(Kind.CONTACT, one) for page in await suite.whole(account) for one in page.payloads]
        found = [str(record.values["status"]) for record in records]
        assert set(found) == {"active", "inactive", "unsubscribed", "archived"}
        assert [record.archived for record in records] == [status == "archived" for status in found]

    @pytest.mark.parametrize("fields", [{"status": "archived"}, None])
    async def test_a_list_that_moves_while_it_is_read_is_read_again(
        self, account: Provider, site: Site, fields: dict[str, str] | None
    ) -> None:
        """Somebody archives one that was read, or adds one before all others: either shifts the rest."""
        suite = cast(ProviderContract, self)
        action = {"action": "edit", "id": site.book.ids()[0], "fields": fields} if fields else {"action": "create"}
        site.weather.set("somebody_else", times=1, after=4, **action)
        pages = await suite.whole(account)
        ids = {account.identify(Kind.CONTACT, payload) for page in pages for payload in page.payloads}
        assert set(site.book.ids()) <= ids
        assert (pages[-1].resume, pages[-1].total) == (None, site.book.count)

    def held(self, site: Site) -> list[str]:
        return [event["id"] for event in cast(CrmApi, site).events]

    async def test_somebody_is_put_down_for_an_event(self, account: Provider, site: Site) -> None:
        crm = cast(CrmApi, site)
        event = RemoteId(crm.events[3]["id"])
        who = {**self.new, "emails": (Entry("Ada@Quill.example"),)}
        asked = Registration(who, crm.events[3]["name"], event, "2026-10-01T09:00:00+00:00")
        put_down = await account.register(asked)
        assert await account.register(asked) == put_down
        assert (crm.links, put_down.event) == ({(put_down.contact, event)}, event)
        sent = json.loads(site.requests.writes()[-1].body or "")
        assert sent["eventDate"] == 1790845200000
        assert sent["attendeeInfo"] == {
            "firstName": "Ada",
            "lastName": "Quill",
            "email": "ada@quill.example",
            "phone": "+442079460958",
        }
        unlisted = await account.register(Registration(who, "A fair that is not listed"))
        assert unlisted.contact == put_down.contact
        made = {one["id"] for one in crm.events if one["name"] == "A fair that is not listed"}
        assert {unlisted.event} == (made or {None})
        assert bool(made) == account.kind_info(Kind.EVENT).made_by_name

    async def test_whom_it_knows_is_named_as_it_stands_there(self, account: Provider, site: Site) -> None:
        known: dict[str, Value] = {**self.new, "first_name": "Augusta", "emails": (Entry("Ada@Quill.example"),)}
        await account.register(Registration(self.new, "Fair", known=known))
        sent = json.loads(site.requests.writes()[-1].body or "")
        assert sent["attendeeInfo"] == {"firstName": "Augusta", "lastName": "Quill", "email": "Ada@Quill.example"}

    async def test_nobody_is_put_down_without_a_last_name(self, account: Provider, site: Site) -> None:
        with pytest.raises(Rejected) as refused:
            await account.register(Registration({"name": "Ada", "emails": self.new["emails"]}, "Fair"))
        assert (set(refused.value.fields), site.requests.writes()) == ({"last_name"}, [])

    async def test_custom_fields_of_any_name_are_given_to_a_new_contact(self, account: Provider, site: Site) -> None:
        custom: dict[str, Value] = {"custom.region": "north", "custom.never_seen": "abc"}
        made = await account.create(Kind.CONTACT, {**self.new, **custom}, key=KEY)
        assert {field: made.values.get(field) for field in custom} == custom
        assert custom.keys() <= made.fields
        stored = site.book.get(made.id)
        assert stored is not None
        assert stored["custom"] == {"region": "north", "never_seen": "abc"}

    @pytest.mark.parametrize("name", ["email", "tags", "_id", "two words"])
    async def test_what_is_no_custom_field_there_is_not_sent_as_one(
        self, account: Provider, site: Site, name: str
    ) -> None:
        with pytest.raises(Rejected) as refused:
            await account.create(Kind.CONTACT, {**self.new, f"custom.{name}": "x"}, key=KEY)
        assert (set(refused.value.fields), site.requests.writes()) == ({f"custom.{name}"}, [])

    @pytest.mark.parametrize("field", ["last_name", "emails"])
    async def test_what_a_contact_must_have_is_asked_for_by_name(
        self, account: Provider, site: Site, field: str
    ) -> None:
        with pytest.raises(Rejected) as refused:
            await account.create(Kind.CONTACT, {**self.new, field: ""}, key=KEY)
        assert set(refused.value.fields) == {field}
        assert site.requests.writes() == []


class Later(Reading):
    """The tests of the later server."""

    one: ClassVar[str] = "/api/v1/crm/contacts/{}"
    note: ClassVar[str] = "company"

    async def test_a_new_record_is_created_found_and_deleted(self, account: Provider, site: Site) -> None:
        made = await account.create(Kind.CONTACT, {**self.new, "custom.region": "north"}, key=KEY)
        assert {field: made.values.get(field) for field in self.new} == self.new
        assert (made.values["name"], made.values["custom.region"]) == ("Ada Quill", "north")
        await account.delete(Kind.CONTACT, made.id)
        await account.delete(Kind.CONTACT, made.id)
        assert site.book.get(made.id) is None
        with pytest.raises(RemoteGone):
            await account.update(Kind.CONTACT, made, {"job_title": "Editor"})

    async def test_lists_are_thin_and_details_whole(self, account: Provider, site: Site) -> None:
        suite = cast(ProviderContract, self)
        (thin, *_) = (await suite.whole(account))[0].payloads
        listed = account.read(Kind.CONTACT, thin)
        (whole,) = await account.details(Kind.CONTACT, [listed.id])
        assert not isinstance(whole, Exception)
        assert whole.fields - listed.fields >= {"description", "source_ref", "address", "custom.region"}
        assert account.kind_info(Kind.CONTACT).lists_summaries

    async def test_a_contact_that_is_not_active_is_made_and_put_aside(self, account: Provider, site: Site) -> None:
        made = await account.create(Kind.CONTACT, {**self.new, "status": "archived"}, key=KEY)
        assert (made.values["status"], made.archived) == ("archived", True)
        assert [asked.method for asked in site.requests.writes()] == ["POST", "PATCH"]

    async def test_custom_fields_are_merged_and_keep_their_types(self, account: Provider, site: Site) -> None:
        first = site.book.ids()[0]
        site.book.update(
            first, {"custom": {"badge": 7, "vip": True, "region": "north", "sizes": [1, 2], "firstName": "X"}}
        )
        current = await account.fetch(Kind.CONTACT, RemoteId(first))
        custom = {name: value for name, value in current.values.items() if name.startswith("custom.")}
        assert custom == {"custom.badge": "7", "custom.vip": "yes", "custom.region": "north", "custom.sizes": "[1,2]"}
        after = await account.update(Kind.CONTACT, current, {"custom.badge": "8"})
        assert json.loads(site.requests.writes()[-1].body or "") == {"customFields": {"badge": 8}}
        assert after.values["custom.region"] == "north"

    async def test_a_custom_field_that_was_emptied_there_is_empty_here(self, account: Provider, site: Site) -> None:
        first = site.book.ids()[0]
        site.book.update(first, {"custom": {"never_seen": None}})
        record = await account.fetch(Kind.CONTACT, RemoteId(first))
        assert ("custom.never_seen" in record.fields, "custom.never_seen" in record.values) == (True, False)

    @pytest.mark.parametrize("field", ["status", "contact_type"])
    async def test_a_choice_that_it_does_not_have_is_refused(self, account: Provider, site: Site, field: str) -> None:
        current = await account.fetch(Kind.CONTACT, RemoteId(site.book.ids()[0]))
        with pytest.raises(Rejected) as refused:
            await account.update(Kind.CONTACT, current, {field: "none of them"})
        assert set(refused.value.fields) == {field}

    async def test_what_its_code_throws_is_told(self, account: Provider, site: Site) -> None:
        current = await account.fetch(Kind.CONTACT, RemoteId(site.book.ids()[0]))
        with pytest.raises(Rejected, match=r"Path: \.company"):
            await account.update(Kind.CONTACT, current, {"company": (Entry("no text"),)})


class TestCrmApiLater(Later, KnownContract, ReadOnlyContract, ProviderContract):
    api = "later"

    def connected(self, crms: DemoCrms, clock: PatientClock, key: str | None = None, **settings: str) -> Provider:
        return super().connected(crms, clock, key, **{**WHOLE, "api": "later", **settings})


class TestCrmApiAuto(Later, KnownContract, ReadOnlyContract, ProviderContract):
    api = "auto"

    def connected(self, crms: DemoCrms, clock: PatientClock, key: str | None = None, **settings: str) -> Provider:
        return super().connected(crms, clock, key, **{**WHOLE, "generation": "later", **settings})


class TestCrmApiV1(Reading, ReadOnlyContract, ProviderContract):
    """v1.0 takes new contacts alone, so that they stand for all writes."""

    api = "v1"
    note = "company"
    note_there = "company"

    def connected(self, crms: DemoCrms, clock: PatientClock, key: str | None = None, **settings: str) -> Provider:
        return super().connected(crms, clock, key, **{"api": "v1", **settings})

    async def made(self, account: Provider) -> None:
        await account.create(self.kind, self.new, key=KEY)

    async def test_every_writable_field_goes_there_comes_back_and_is_cleared(
        self, account: Provider, site: Site
    ) -> None:
        info = account.kind_info(self.kind)
        assert (info.creates, info.updates, info.deletes, info.lists_summaries) == (True, False, False, False)
        assert not any(row.writable for row in info.field_map)
        assert {row.field for row in info.field_map if row.at_create} >= set(self.new)

    async def test_an_update_leaves_everything_else_alone(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        with pytest.raises(Unsupported):
            await account.update(self.kind, current, {"job_title": "Editor"})
        with pytest.raises(Unsupported):
            await account.delete(self.kind, current.id)
        assert site.requests.writes() == []

    async def test_a_new_record_is_created_found_and_deleted(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key=KEY)
        assert {field: made.values.get(field) for field in self.new} == self.new
        assert (await account.fetch(self.kind, made.id)).values["name"] == "Ada Quill"
        stored = site.book.get(made.id)
        assert stored is not None
        assert (stored["notes"], stored["sourceRef"]) == ("met in Oslo", "stand 7")
        with pytest.raises(AlreadyExists) as met:
            await account.create(self.kind, self.new, key=KEY)
        assert met.value.remote_id is None

    async def test_one_refused_record_is_not(self, account: Provider, site: Site) -> None:
        site.weather.set("forbidden", method="POST")
        with pytest.raises(NotAllowed):
            await self.made(account)

    async def test_a_change_refused_with_the_sign_in_is_not_the_changes_fault(
        self, account: Provider, site: Site
    ) -> None:
        site.weather.set("forbidden")
        with pytest.raises(AuthRequired):
            await self.made(account)

    async def test_a_closed_port_is_unavailable_for_reading_and_writing(
        self, crms: DemoCrms, account: Provider, site: Site
    ) -> None:
        crms.unplug(self.provider)
        try:
            for attempt in (account.whoami(), self.made(account)):
                with pytest.raises(Unavailable):
                    await attempt
        finally:
            crms.plug_in(self.provider)

    @pytest.mark.parametrize(
        ("weather", "options"),
        [
            ("lost", {}),
            ("lost", {"how": "reset"}),
            ("truncated", {}),
            ("refused", {}),
            ("html", {"applied": True}),
            ("empty", {"applied": True}),
            ("not_json", {"applied": True}),
            ("down", {"applied": True, "status": 502}),
            ("gzip_bomb", {}),
        ],
    )
    async def test_a_write_whose_answer_was_lost_is_neither_done_nor_failed(
        self, account: Provider, site: Site, weather: str, options: dict[str, Any]
    ) -> None:
        site.weather.set(weather, method="POST", **options)
        with pytest.raises(OutcomeUnknown):
            await self.made(account)
        assert len(site.requests.writes()) == 1

    async def test_a_write_that_cannot_be_read_back_is_not_failed(self, account: Provider, site: Site) -> None:
        site.weather.set("down", method="GET")
        with pytest.raises(OutcomeUnknown):
            await self.made(account)

    async def test_refused_values_are_told_in_the_crms_words(self, account: Provider, site: Site) -> None:
        site.weather.set("status", status=422, message="jobTitle is too odd")
        with pytest.raises(Rejected, match="jobTitle is too odd"):
            await self.made(account)

    async def test_a_write_is_sent_once_when_the_crm_asks_for_a_pause(self, account: Provider, site: Site) -> None:
        site.weather.set("rate_limit", retry_after=2)
        with pytest.raises(RateLimited):
            await self.made(account)
        assert len(site.requests.writes()) == 1
