"""What Flex really answers, rebuilt from recordings, and how contacts and their addresses are changed there."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.flex.twin import Flex, FlexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.fields import ADDRESS_PARTS, Kind
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import Rejected, RemoteGone, Unsupported
from crmdesk.providers.contract import Access, Provider, RemoteId, RemoteRecord
from crmdesk.providers.registry import connect
from tests.contract import recorded_flex as recorded
from tests.contract.patient_clock import PatientClock
from tests.stories.flex_world import FlexWorld

ALL = {"updates": "yes", "deletes": "yes", "addresses": "yes", "first_page": "1"}
PLACE = "/f5/api/address/contact-addresses/"


@asynccontextmanager
async def account(**options: Any) -> AsyncIterator[tuple[Provider, Flex]]:
    with DemoCrms(20, crms={"flex": Flex}, flex=FlexOptions(**options)) as crms:
        site, there = crms.sites["flex"], crms.account("flex")
        assert isinstance(site, Flex)
        given = {"base_url": there.base_url, **ALL, "base_only": "no" if site.options.base_only == "absent" else "yes"}
        provider = connect("flex", given, {"key": there.secret}, Access(PatientClock()))
        try:
            yield provider, site
        finally:
            await provider.close()


def read(payload: dict[str, Any]) -> RemoteRecord:
    provider = connect("flex", {"base_url": "acme", "client_type": "x"}, {"key": "0123456789abcdef"})
    return provider.read(Kind.CONTACT, json.dumps(payload).encode())


async def contact(provider: Provider, site: Flex, number: int = 1) -> RemoteRecord:
    return await provider.fetch(Kind.CONTACT, RemoteId(site.book.ids()[number]))


def there(site: Flex, record: RemoteRecord) -> dict[str, Any]:
    return site.book.get(record.id) or {}


# What is read


def test_a_detail_arrives_whole_and_what_has_no_place_is_listed() -> None:
    record = read(recorded.DETAIL)
    expected: dict[str, Value] = {
        "name": "Ada Quill",
        "first_name": "Ada",
        "last_name": "Quill",
        "company": "Quill & Co",
        "job_title": "Rigger",
        "description": "met in Oslo",
        "source_ref": "18415573401",
        "emails": (Entry("ada@quill.example"), Entry("ada@work.example", "Work")),
        "phones": (Entry("5550100"),),
        "tags": (Entry("Client"), Entry("Venue")),
        "contact_type": "Individual",
        "status": "Active",
        "bill_to": "yes",
        "street": "Hall 2\n2 Quay Street",
        "city": "Los Angeles",
        "region": "CA",
        "postcode": "90019",
        "country": "United States",
    }
    assert {field: record.values.get(field) for field in expected} == expected
    assert {"code", "creditLimit", "middleName", "assignedNumber", "currencyId"} <= set(record.unmapped)
    assert "addresses" not in record.unmapped


def test_a_row_of_the_list_speaks_of_name_and_state_alone() -> None:
    record = read(recorded.ROW)
    assert record.values == {"name": "Ada Quill", "status": "Active"}
    assert set(record.fields) == {"name", "status"}


def test_a_firm_known_by_its_name_is_a_company() -> None:
    record = read(recorded.FIRM)
    assert (record.values["name"], record.values["contact_type"]) == ("Quill & Co", "Company")
    assert record.values["emails"] == (Entry("desk@quill.example"),)
    assert set(ADDRESS_PARTS) <= record.fields
    assert not set(ADDRESS_PARTS) & record.values.keys()


@pytest.mark.parametrize("odd", ["none", None, [None, "x"], [{"id": 1, "city": 7}]], ids=str)
def test_addresses_of_an_odd_form_hide_no_contact(odd: object) -> None:
    record = read(recorded.DETAIL | {"addresses": odd})
    assert record.values["name"] == "Ada Quill"
    assert not set(ADDRESS_PARTS) & record.values.keys()


# What is written


@pytest.mark.parametrize("base_only", ["leaves", "takes", "absent"])
@pytest.mark.parametrize("doubles", [True, False], ids=["doubling", "steady"])
async def test_a_change_leaves_all_lists_as_they_are(base_only: str, doubles: bool) -> None:
    async with account(base_only=base_only, doubles=doubles) as (provider, site):
        current = await contact(provider, site)
        before = there(site, current)
        after = await provider.update(Kind.CONTACT, current, {"job_title": "Rigger", "description": "met in Oslo"})
        assert (after.values["job_title"], after.values["description"]) == ("Rigger", "met in Oslo")
        names = ("addresses", "internetAddresses", "phoneNumbers", "resourceTypes")
        assert [there(site, current)[name] for name in names] == [before[name] for name in names]
        body = json.loads(site.requests.writes()[0].body or "")
        assert body["id"] == current.id
        assert ("addresses" in body) == (base_only == "absent")


@pytest.mark.parametrize("base_only", ["leaves", "takes", "absent"])
@pytest.mark.parametrize("doubles", [True, False], ids=["doubling", "steady"])
async def test_emails_are_changed_whatever_the_switch_does_and_addresses_stay_single(
    base_only: str, doubles: bool
) -> None:
    async with account(base_only=base_only, doubles=doubles) as (provider, site):
        current = await contact(provider, site)
        before = there(site, current)
        assert before["addresses"]
        wanted = (Entry("one@quill.example"), Entry("two@quill.example", "Work"))
        after = await provider.update(Kind.CONTACT, current, {"emails": wanted, "phones": None})
        assert (after.values["emails"], "phones" in after.values) == (wanted, False)
        assert there(site, current)["addresses"] == before["addresses"]
        assert there(site, current)["resourceTypes"] == before["resourceTypes"]


async def test_doubled_addresses_that_cannot_be_taken_away_are_told() -> None:
    async with account(base_only="absent") as (provider, site):
        current = await contact(provider, site)
        site.weather.set("status", status=405, method="DELETE", path=PLACE)
        with pytest.raises(Unsupported, match="once more") as told:
            await provider.update(Kind.CONTACT, current, {"job_title": "Rigger"})
        assert "doubled addresses" in told.value.next


async def test_an_address_is_changed_added_and_cleared_by_calls_of_its_own() -> None:
    async with account() as (provider, site):
        current = await contact(provider, site)
        (held,) = there(site, current)["addresses"]
        after = await provider.update(Kind.CONTACT, current, {"street": "Hall 2\n2 Quay Street", "postcode": "0150"})
        assert (after.values["street"], after.values["postcode"]) == ("Hall 2\n2 Quay Street", "0150")
        assert after.values["city"] == current.values["city"]
        (row,) = there(site, current)["addresses"]
        assert (row["id"], row["line1"], row["line2"], row["line3"]) == (held["id"], "Hall 2", "2 Quay Street", None)
        gone = await provider.update(Kind.CONTACT, after, dict.fromkeys(ADDRESS_PARTS))
        assert not set(ADDRESS_PARTS) & gone.values.keys()
        assert there(site, current)["addresses"] == []
        again = await provider.update(Kind.CONTACT, gone, {"city": "Oslo", "job_title": "Rigger"})
        assert (again.values["city"], again.values["job_title"]) == ("Oslo", "Rigger")
        asked = [(one.method, one.path.startswith(PLACE)) for one in site.requests.writes()]
        assert asked == [("PUT", True), ("DELETE", True), ("PUT", False), ("POST", True)]


async def test_another_address_than_the_main_one_is_left_alone() -> None:
    async with account() as (provider, site):
        first = site.book.ids()[1]
        site.book.update(first, {"addresses": recorded.DETAIL["addresses"]})
        current = await contact(provider, site)
        assert current.values["city"] == "Los Angeles"
        await provider.update(Kind.CONTACT, current, {"city": "San Diego"})
        rows = there(site, current)["addresses"]
        assert [row["city"] for row in rows] == ["Bergen", "San Diego"]
        await provider.update(Kind.CONTACT, await contact(provider, site), dict.fromkeys(ADDRESS_PARTS))
        assert [row["city"] for row in there(site, current)["addresses"]] == ["Bergen"]


async def test_a_new_contact_brings_its_address_and_its_note() -> None:
    values: dict[str, Value] = {"first_name": "Ada", "last_name": "Quill", "street": "2 Quay Street", "city": "Oslo"}
    async with account() as (provider, site):
        made = await provider.create(Kind.CONTACT, {**values, "description": "met in Oslo"}, key="1" * 32)
        assert {field: made.values[field] for field in values} == values
        assert made.values["description"] == "met in Oslo"
        (row,) = there(site, made)["addresses"]
        assert (row["defaultMailing"], row["line2"]) == (True, None)


async def test_a_street_of_more_lines_than_flex_has_is_refused_before_it_is_sent() -> None:
    async with account() as (provider, site):
        with pytest.raises(Rejected) as refused:
            await provider.update(Kind.CONTACT, await contact(provider, site), {"street": "1\n2\n3\n4"})
        assert set(refused.value.fields) == {"street"}
        assert site.requests.writes() == []


@pytest.mark.parametrize("values", [{"company": "Quill & Co"}, {"name": "Quill & Co", "contact_type": "Company"}])
async def test_a_firm_is_made_by_its_name(values: dict[str, Value]) -> None:
    async with account() as (provider, site):
        made = await provider.create(Kind.CONTACT, values, key="1" * 32)
        assert (made.values["name"], made.values["contact_type"]) == ("Quill & Co", "Company")
        body = json.loads(site.requests.writes()[0].body or "")
        assert (body["name"], body["organization"]) == ("Quill & Co", True)
        after = await provider.update(Kind.CONTACT, made, {"company": "Quill AS"})
        assert (after.values["name"], after.values["company"]) == ("Quill AS", "Quill AS")


# A tenant whose API lacks an operation


async def test_an_operation_that_a_tenant_lacks_is_told_and_nothing_counts_as_gone() -> None:
    async with account(writes="overdescribed") as (provider, site):
        current = await contact(provider, site)
        for patch in ({"job_title": "Rigger"}, {"city": "Oslo"}):
            with pytest.raises(Unsupported) as lacking:
                await provider.update(Kind.CONTACT, current, patch)
            assert "no such operation" in lacking.value.why
            assert "in Flex itself" in lacking.value.next
        with pytest.raises(Unsupported):
            await provider.delete(Kind.CONTACT, current.id)
        assert there(site, current)["deleted"] is False


@pytest.mark.parametrize("status", [404, 405, 501])
async def test_a_refused_deletion_is_a_deletion_only_where_the_contact_is_gone(status: int) -> None:
    async with account() as (provider, site):
        current = await contact(provider, site)
        site.weather.set("status", status=status, method="DELETE")
        with pytest.raises(Unsupported):
            await provider.delete(Kind.CONTACT, current.id)
        site.weather.clear()
        site.book.delete(current.id)
        await provider.delete(Kind.CONTACT, current.id)
        with pytest.raises(RemoteGone):
            await provider.update(Kind.CONTACT, current, {"job_title": "Rigger"})


async def test_an_edit_that_a_tenant_cannot_take_waits_with_its_reason(tmp_path: Path) -> None:
    with DemoCrms(20, crms={"flex": Flex}, flex=FlexOptions(writes="overdescribed")) as crms:
        world = FlexWorld(crms, tmp_path / "profile")
        await world.start()
        await world.sync()
        item = await world.edit(world.flex.book.ids()[1], {"job_title": "Rigger", "city": "Oslo"})
        await world.sync()
        assert [entry.state for entry in await world.queue()] == [EntryState.PARKED]
        assert any("no such operation" in problem.why for problem in await world.problems())
        assert world.desk.item(item.id).values["job_title"] == "Rigger"
        assert len(await world.items()) == 20
        await world.close()


async def test_an_address_edited_here_is_the_one_there(tmp_path: Path) -> None:
    with DemoCrms(20, crms={"flex": Flex}) as crms:
        world = FlexWorld(crms, tmp_path / "profile")
        account = await world.start()
        assert (account.settings["addresses"], account.settings["base_only"]) == ("yes", "yes")
        await world.sync()
        first = world.flex.book.ids()[1]
        await world.edit(first, {"street": "2 Quay Street", "region": "Oslo"})
        assert (await world.sync()).sent == 1
        assert (await world.queue(), await world.problems()) == ([], [])
        (row,) = (world.flex.book.get(first) or {})["addresses"]
        assert (row["line1"], row["stateOrProvince"]) == ("2 Quay Street", "Oslo")
        await world.close()
