"""Contacts read whole from the CRM API: their addresses, a server that fails on one of them, or altogether."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.addresses import address_of
from crmdesk.errors import AuthRequired, RateLimited, Unavailable
from crmdesk.providers.contract import Access, BadRecord, Provider, RemoteId
from crmdesk.providers.registry import connect
from tests.contract.patient_clock import PatientClock


@pytest.fixture
def site(crms: DemoCrms) -> Site:
    site = crms.sites["crm_api"]
    site.reset()
    return site


@pytest.fixture
async def account(crms: DemoCrms, site: Site) -> AsyncIterator[Provider]:
    there = crms.account("crm_api", "later")
    made = connect("crm_api", {"base_url": site.origin, "api": "later"}, {"key": there.secret}, Access(PatientClock()))
    yield made
    await made.close()


def path(contact: str) -> str:
    return f"/api/v1/crm/contacts/{contact}"


@pytest.mark.parametrize("status", [400, 403, 422, 500])
async def test_a_contact_that_it_fails_to_show_is_bad_alone(account: Provider, site: Site, status: int) -> None:
    bad, good = (RemoteId(one) for one in site.book.ids()[:2])
    site.weather.set("status", status=status, message="Internal", path=path(bad))
    found = await account.details(Kind.CONTACT, [bad, good])
    assert [one.remote_id if isinstance(one, BadRecord) else one.id for one in found] == [bad, good]
    assert isinstance(found[0], BadRecord)


async def test_one_that_is_gone_is_left_out(account: Provider, site: Site) -> None:
    gone, good = (RemoteId(one) for one in site.book.ids()[:2])
    site.book.delete(gone)
    (found,) = await account.details(Kind.CONTACT, [gone, good])
    assert not isinstance(found, BadRecord)


@pytest.mark.parametrize(
    ("weather", "options", "failure"),
    [
        ("refused", {}, Unavailable),
        ("rate_limit", {"retry_after": 60}, RateLimited),
        ("signed_out", {}, AuthRequired),
    ],
)
async def test_a_server_that_fails_as_a_whole_spoils_no_record(
    account: Provider, site: Site, weather: str, options: dict[str, Any], failure: type[Exception]
) -> None:
    bad = RemoteId(site.book.ids()[0])
    site.weather.set(weather, path=path(bad), **options)
    with pytest.raises(failure):
        await account.details(Kind.CONTACT, [bad])


async def test_the_main_address_is_read_in_its_parts_and_an_old_text_as_it_is(account: Provider, site: Site) -> None:
    first = site.book.ids()[0]
    billing = {"type": "billing", "isPrimary": False, "street": "PO Box 1"}
    home = {"type": "mailing", "isPrimary": True, "street": "1 Harbour Road", "city": "Leeds", "country": "UK"}
    site.book.update(first, {"custom": {"addresses": [billing, home]}})
    record = await account.fetch(Kind.CONTACT, RemoteId(first))
    assert address_of(record.values) == {"street": "1 Harbour Road", "city": "Leeds", "country": "UK"}
    site.book.update(first, {"custom": {"address": {"street": "2 Quay", "street2": "Unit 3"}}})
    record = await account.fetch(Kind.CONTACT, RemoteId(first))
    assert address_of(record.values) == {"street": "2 Quay\nUnit 3"}
    site.book.update(first, {"custom": {"address": "2 Quay, Leeds"}})
    record = await account.fetch(Kind.CONTACT, RemoteId(first))
    assert address_of(record.values) == {"address": "2 Quay, Leeds"}
    assert record.fields >= {"address", "street", "city"}


async def test_a_changed_part_leaves_all_else_of_the_addresses_as_it_was(account: Provider, site: Site) -> None:
    first = RemoteId(site.book.ids()[0])
    billing = {"type": "billing", "isPrimary": False, "street": "PO Box 1"}
    home = {"type": "mailing", "isPrimary": True, "label": "Home", "street": "1 Harbour Road", "city": "Leeds"}
    site.book.update(first, {"custom": {"addresses": [billing, home]}})
    current = await account.fetch(Kind.CONTACT, first)
    after = await account.update(Kind.CONTACT, current, {"street": "2 Quay\nUnit 3", "postcode": "LS1"})
    sent = json.loads(site.requests.writes()[-1].body or "")
    assert sent == {"addresses": [billing, home | {"street": "2 Quay", "street2": "Unit 3", "postalCode": "LS1"}]}
    assert address_of(after.values) == {"street": "2 Quay\nUnit 3", "city": "Leeds", "postcode": "LS1"}
    cleared = await account.update(Kind.CONTACT, after, dict.fromkeys(("street", "city", "postcode")))
    assert address_of(cleared.values) == {}
    bag = (site.book.get(first) or {})["custom"]
    assert bag["addresses"] == [billing, {"type": "mailing", "isPrimary": True, "label": "Home"}]
