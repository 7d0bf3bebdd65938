"""Flex keeps the provider's promises, in tenants that allow much or little."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest

from crmdesk.demo.flex.twin import FlexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import OutcomeUnknown, Rejected, RemoteGone, Unsupported, UserInputError
from crmdesk.providers.contract import LookupKey, Provider, RemoteRecord
from crmdesk.providers.flex.info import base_url
from crmdesk.providers.registry import connect, kinds_of, limits_of
from tests.contract.account_contract import CONTACTS
from tests.contract.patient_clock import PatientClock
from tests.contract.provider_contract import ProviderContract

ALL = {"updates": "yes", "deletes": "yes", "base_only": "yes", "addresses": "yes"}
THIN = {"name", "status"}


class TestFlex(ProviderContract):
    provider, api = "flex", ""
    one = "/f5/api/contact/{}"
    ends_itself = False
    mark_of_deletion: ClassVar[dict[str, object]] = {"deleted": True}
    new: ClassVar[dict[str, Value]] = {
        "first_name": "Ada",
        "last_name": "Quill",
        "company": "Quill & Co",
        "job_title": "Rigger",
        "emails": (Entry("ada@quill.example"),),
        "phones": (Entry("+442079460958", "Work"),),
    }

    def connected(self, crms: DemoCrms, clock: PatientClock, key: str | None = None, **settings: str) -> Provider:
        return super().connected(crms, clock, key, **{**ALL, **settings})

    def fitting(self, field: str, value: Value) -> Value:
        """Flex keeps no birthday without its year, and three lines above the city, none of them empty."""
        if field == "street":
            return "\n".join(line for line in str(value).splitlines() if line.strip())
        return "1988-04-02" if value == "--02-29" else value

    async def test_every_record_reads_as_it_was_received(self, account: Provider) -> None:
        for page in await self.whole(account):
            for payload in page.payloads:
                record = account.read(self.kind, payload)
                assert (record.payload, record.id) == (payload, account.identify(self.kind, payload))
                assert set(record.values) <= record.fields == THIN

    async def test_a_field_that_vanished_is_unknown_not_empty(self, account: Provider, site: Site) -> None:
        site.weather.set("vanished_field", field="deleted")
        record = account.read(self.kind, (await self.whole(account))[0].payloads[0])
        assert record.fields == THIN - {"status"}

    async def test_an_update_leaves_everything_else_alone(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        before = site.book.get(current.id) or {}
        await account.update(self.kind, current, {"job_title": "Rigger"})
        after = site.book.get(current.id) or {}
        assert {name for name in after if after[name] != before[name]} == {"jobTitle", "updated_at"}

    async def test_a_new_record_is_created_found_and_deleted(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key="1" * 32)
        assert {field: made.values.get(field) for field in self.new} == self.new
        assert (made.values["name"], made.values["contact_type"]) == ("Ada Quill", "Individual")
        found = await account.find(self.kind, LookupKey({"emails": (Entry("ADA@quill.example"),)}))
        assert [record.id for record in found] == [made.id]
        await account.delete(self.kind, made.id)
        await account.delete(self.kind, made.id)
        with pytest.raises(RemoteGone):
            await account.fetch(self.kind, made.id)
        (told,) = await account.details(self.kind, [made.id])
        assert isinstance(told, RemoteRecord)
        assert told.deleted
        assert await account.find(self.kind, LookupKey({"emails": (Entry("ada@quill.example"),)})) == []

    @pytest.mark.parametrize("what", ["null_name", "right_to_left", "big_number", "duplicate_keys", "number_id"])
    async def test_odd_records_are_kept_exactly(self, account: Provider, site: Site, what: str) -> None:
        site.weather.set("bad_record", times=1, what=what, index=2)
        payloads = [payload for page in await self.whole(account) for payload in page.payloads]
        odd = account.read(self.kind, payloads[2])
        assert len(payloads) == CONTACTS
        if what == "right_to_left":
            assert odd.values["name"] == "\u200f\u05e9\u05dc\u05d5\u05dd\u200e \u2066x\u2069"
        elif what == "number_id":
            assert odd.id == "4711"

    async def test_what_a_list_marks_as_deleted_says_so(self, account: Provider, site: Site) -> None:
        first = site.book.ids()[0]
        site.somebody_else("archive", first)
        payloads = [payload for page in await self.whole(account) for payload in page.payloads]
        records = {str(record.id): record for record in (account.read(self.kind, one) for one in payloads)}
        assert [record.id for record in records.values() if record.deleted] == [first]
        assert records[first].values["status"] == "Inactive"

    async def test_a_list_that_changes_while_it_is_read_is_read_again(self, account: Provider, site: Site) -> None:
        site.weather.set("somebody_else", action="delete", id=site.book.ids()[0], times=1, after=1)
        pages = await self.whole(account)
        ids = {account.identify(self.kind, payload) for page in pages for payload in page.payloads}
        assert set(site.book.ids()) <= ids
        assert (pages[-1].resume, pages[-1].total) == (None, site.book.count)

    async def test_a_tenant_that_gives_fewer_at_once_is_read_whole(self) -> None:
        with DemoCrms(1100) as crms:
            account = self.connected(crms, PatientClock(), page_size="1000")
            pages = await self.whole(account)
            await account.close()
        assert [len(page.payloads) for page in pages] == [500, 498, 102]
        assert len({account.identify(self.kind, payload) for page in pages for payload in page.payloads}) == 1100

    async def test_details_come_whole_with_what_cannot_be_read_named(self, account: Provider, site: Site) -> None:
        ids = [account.identify(self.kind, payload) for payload in (await self.whole(account))[0].payloads]
        site.weather.set("bad_record", what="no_id", id=ids[3])
        site.somebody_else("delete", ids[5])
        found = {str(record.remote_id if isinstance(record, Exception) else record.id): record
                 for record in await account.details(self.kind, ids)}  # fmt: skip
        assert set(found) == set(ids) - {ids[5]}
        assert isinstance(found[ids[3]], Exception)
        assert site.requests.peak <= 30

    async def test_lists_that_are_sent_keep_what_the_desk_does_not_know(self, account: Provider, site: Site) -> None:
        first = site.book.ids()[0]
        held = {"name": "Work", "url": "ada@quill.example", "defaultEmail": True, "id": "e-1", "odd": {"a": 1}}
        site.book.update(first, {"internetAddresses": [held]})
        current = await self.first(account)
        emails = (Entry("ada@quill.example", "Work"), Entry("two@quill.example"))
        await account.update(self.kind, current, {"emails": emails})
        sent = json.loads(site.requests.writes()[-1].body or "")["internetAddresses"]
        assert sent == [held, {"name": "Email", "url": "two@quill.example", "defaultEmail": False}]

    async def test_no_default_is_named_whose_row_has_gone(self, account: Provider, site: Site) -> None:
        first = site.book.ids()[0]
        rows = [{"name": "Email", "url": f"{one}@quill.example", "defaultEmail": one == "a", "id": one} for one in "ab"]
        fax = {"name": "Fax", "dialNumber": "+1 212 555 0100", "defaultPhone": True, "id": "f"}
        told = {"internetAddresses": rows, "defaultEmailId": "a", "phoneNumbers": [fax], "defaultPhoneId": "f"}
        site.book.update(first, {**told, "defaultFaxId": "f"})
        current = await self.first(account)
        await account.update(self.kind, current, {"emails": (Entry("b@quill.example"),)})
        there = site.book.get(first) or {}
        assert (there["defaultEmailId"], there["defaultPhoneId"], there["defaultFaxId"]) == ("b", "f", "f")
        after = await account.update(self.kind, await self.first(account), {"phones": None, "emails": None})
        there = site.book.get(first) or {}
        assert (there["defaultEmailId"], there["defaultPhoneId"], there["defaultFaxId"]) == (None, None, None)
        assert not after.values.keys() & {"emails", "phones"}

    async def test_a_default_that_is_not_the_first_stays_it(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        emails = (Entry("one@quill.example"), Entry("two@quill.example", primary=True))
        after = await account.update(self.kind, current, {"emails": emails})
        assert after.values["emails"] == emails
        after = await account.update(self.kind, after, {"emails": emails[:1]})
        assert after.values["emails"] == emails[:1]

    async def test_a_thin_record_is_never_put_in_the_place_of_a_whole_one(self, account: Provider, site: Site) -> None:
        whole = await self.first(account)
        thin = account.read(self.kind, (await self.whole(account))[0].payloads[0])
        after = await account.update(self.kind, thin, {"job_title": "Rigger"})
        assert after.values == {**whole.values, "job_title": "Rigger"}

    async def test_a_company_is_made_of_its_name(self, account: Provider) -> None:
        made = await account.create(self.kind, {"name": "Quill & Co", "contact_type": "Company"}, key="1" * 32)
        assert {key: made.values[key] for key in ("name", "company", "contact_type")} == {
            "name": "Quill & Co",
            "company": "Quill & Co",
            "contact_type": "Company",
        }
        assert "first_name" not in made.values

    async def test_another_address_of_a_contact_is_found_too(self, account: Provider, site: Site) -> None:
        both = (Entry("one@quill.example"), Entry("Two@Quill.example", "Home"))
        made = await account.create(self.kind, {**self.new, "emails": both}, key="1" * 32)
        await account.create(self.kind, {**self.new, "emails": (Entry("not-two@quill.example"),)}, key="2" * 32)
        found = await account.find(self.kind, LookupKey({"emails": (Entry("two@quill.example"),)}))
        assert [record.id for record in found] == [made.id]

    @pytest.mark.parametrize(
        ("values", "field"), [({"birthday": "--02-29"}, "birthday"), ({"contact_type": "Band"}, "contact_type")]
    )
    async def test_what_flex_has_no_form_for_is_refused_by_name(
        self, account: Provider, site: Site, values: dict[str, Value], field: str
    ) -> None:
        with pytest.raises(Rejected) as refused:
            await account.create(self.kind, {**self.new, **values}, key="1" * 32)
        assert set(refused.value.fields) == {field}
        assert site.requests.writes() == []

    async def test_a_refusal_is_shown_at_its_field(self, account: Provider, site: Site) -> None:
        site.weather.set("status", method="POST", status=400, message="phoneNumbers: dialNumber is too long")
        with pytest.raises(Rejected) as refused:
            await account.create(self.kind, self.new, key="1" * 32)
        assert set(refused.value.fields) == {"phones"}

    async def test_whatever_is_not_described_is_not_done(self, crms: DemoCrms, site: Site, clock: PatientClock) -> None:
        account = self.connected(crms, clock, updates="no", deletes="no")
        current = await self.first(account)
        info = account.kind_info(self.kind)
        assert (info.creates, info.updates, info.deletes) == (True, False, False)
        with pytest.raises(Unsupported):
            await account.update(self.kind, current, {"job_title": "Rigger"})
        with pytest.raises(Unsupported):
            await account.delete(self.kind, current.id)
        assert site.requests.writes() == []
        await account.close()


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ALL),
        ({"resource_types": "list"}, ALL),
        ({"base_only": "absent"}, {**ALL, "base_only": "no"}),
        ({"writes": "create"}, dict.fromkeys(ALL, "no")),
        ({"writes": "undescribed"}, dict.fromkeys(ALL, "no")),
    ],
    ids=str,
)
async def test_the_tenant_is_asked_what_it_has(options: dict[str, Any], found: dict[str, str]) -> None:
    suite = TestFlex()
    with DemoCrms(CONTACTS, flex=FlexOptions(**options)) as crms:
        account = suite.connected(crms, PatientClock())
        discovered = dict(await account.discover())
        assert discovered.pop("client_type").startswith("6d9a6f30")
        assert (discovered.pop("first_page"), discovered.pop("sorts")) == ("1", "yes")
        assert discovered == found
        await account.close()


@pytest.mark.parametrize("weather", ["html", "not_json", "forbidden", "down"])
async def test_a_description_that_cannot_be_read_allows_nothing(weather: str) -> None:
    suite = TestFlex()
    with DemoCrms(CONTACTS) as crms:
        account = suite.connected(crms, PatientClock())
        crms.sites["flex"].weather.set(weather, path="/f5/api/api-docs")
        found = await account.discover()
        assert found.get("updates", "no") == "no"
        assert "client_type" in found
        await account.close()


@pytest.mark.parametrize("answers", ["id", "content", "reference"])
async def test_the_new_id_is_found_wherever_it_is_told(answers: str) -> None:
    suite = TestFlex()
    with DemoCrms(CONTACTS, flex=FlexOptions(answers=answers)) as crms:  # type: ignore[arg-type] # one of them
        account = suite.connected(crms, PatientClock(), client_type="6d9a6f30-1c7e-4c7b-9a55-0d3f6f2b8a11")
        made = await account.create(suite.kind, suite.new, key="1" * 32)
        assert made.values["tags"] == (Entry("Client"),)
        await account.close()


async def test_an_answer_without_an_id_is_looked_up_not_repeated() -> None:
    suite = TestFlex()
    with DemoCrms(CONTACTS) as crms:
        account, site = suite.connected(crms, PatientClock()), crms.sites["flex"]
        site.weather.set("no_content", method="POST", applied=True)
        with pytest.raises(OutcomeUnknown):
            await account.create(suite.kind, suite.new, key="1" * 32)
        site.weather.clear()
        assert len(await account.find(suite.kind, LookupKey(suite.new))) == 1
        await account.close()


@pytest.mark.parametrize(
    "given",
    [
        "https://acme.flexrentalsolutions.com/f5/api",
        "https://acme.flexrentalsolutions.com/f5/api/",
        "https://acme.flexrentalsolutions.com",
        "acme.flexrentalsolutions.com",
        "acme",
        " https://ACME.flexrentalsolutions.com/f5/ui/?desktop#contact-list/x ",
        "https://acme.flexrentalsolutions.com/f5/swagger-ui.html",
        "https://acme.flexrentalsolutions.com/f5/api/contact?page=0",
    ],
)
def test_the_address_is_recognised_in_whatever_is_pasted(given: str) -> None:
    assert base_url({"base_url": given}) == "https://acme.flexrentalsolutions.com/f5/api"


@pytest.mark.parametrize("given", ["", "http://acme.flexrentalsolutions.com", "https://a b", "ftp://acme"])
def test_an_address_that_cannot_be_one_is_refused(given: str) -> None:
    with pytest.raises(UserInputError):
        base_url({"base_url": given})


@pytest.mark.parametrize(
    ("settings", "calls"),
    [
        ({}, (2_000, 10_000, 100_000)),
        ({"plan": "upgrade"}, (5_000, 25_000, 250_000)),
        ({"plan": "lite"}, (20, 100, 1_000)),
        ({"monthly_calls": "60000"}, (1_200, 6_000, 60_000)),
    ],
)
def test_a_plan_is_its_quotas(settings: dict[str, str], calls: tuple[int, ...]) -> None:
    limits = limits_of("flex", settings)
    assert tuple(window.calls for window in limits.windows) == calls
    assert [window.span for window in limits.windows] == ["hour", "day", "month"]
    assert limits.concurrent == 30


@pytest.mark.parametrize(
    "settings",
    [{"plan": "gold"}, {"monthly_calls": "many"}, {"monthly_calls": "50"}, {"page_size": "0"}, {"details_days": "-1"}],
)
def test_settings_that_mean_nothing_are_refused(settings: dict[str, str]) -> None:
    with pytest.raises(UserInputError):
        connect("flex", {"base_url": "acme", **settings}, {"key": "0123456789abcdef"})
    assert kinds_of("flex", {"base_url": "acme"})[0].lists_summaries
