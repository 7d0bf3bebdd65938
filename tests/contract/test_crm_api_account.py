"""Connecting the organisation's CRM API: its addresses, its keys, and which generation of the server answers."""

from __future__ import annotations

from typing import cast

import pytest

from crmdesk.demo.crm_api.twin import CrmApi, CrmApiOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.errors import AlreadyExists, AuthRequired, Unsupported, UserInputError
from crmdesk.providers.contract import Access, Registration
from crmdesk.providers.registry import base_url, connect, kinds_of
from tests.contract import test_crm_api
from tests.contract.patient_clock import PatientClock


async def test_the_documented_answer_to_a_known_email_is_understood_too() -> None:
    suite = test_crm_api.TestCrmApiV1()
    with DemoCrms(3, crms={"crm_api": CrmApi}, crm_api=CrmApiOptions(promised=True)) as crms:
        account = suite.connected(crms, PatientClock())
        await suite.made(account)
        with pytest.raises(AlreadyExists):
            await suite.made(account)
        await account.close()


@pytest.mark.parametrize("contacts", [0, 30])
async def test_the_server_is_asked_of_which_generation_it_is(contacts: int) -> None:
    with DemoCrms(contacts, crms={"crm_api": CrmApi}) as crms:
        site = cast(CrmApi, crms.sites["crm_api"])
        found = {}
        for key in (site.v1, site.later):
            account = connect("crm_api", {"base_url": site.origin}, {"key": key}, Access(PatientClock()))
            found[key] = dict(await account.discover())
            await account.close()
        custom = "badge,region" if contacts else ""
        assert found == {site.v1: {"generation": "v1"}, site.later: {"generation": "later", "custom_fields": custom}}


async def test_a_generation_that_the_server_is_not_of_is_refused_at_sign_in(crms: DemoCrms) -> None:
    site = cast(CrmApi, crms.sites["crm_api"])
    for api, key in (("later", site.v1), ("later", site.later), ("v1", site.later)):
        account = connect("crm_api", {"base_url": site.origin, "api": api}, {"key": key}, Access(PatientClock()))
        if key == site.v1:
            with pytest.raises(Unsupported) as refused:
                await account.discover()
            assert "Set api to auto" in refused.value.next
        else:
            await account.discover()  # what reads and creates alone does so on either server
        await account.close()


def test_of_a_server_not_asked_yet_only_what_both_have_is_promised() -> None:
    contacts, events = kinds_of("crm_api", {"base_url": "https://a.convex.site"})
    assert (contacts.creates, contacts.updates, events.creates) == (True, False, False)


@pytest.mark.parametrize(
    "given", ["https://a-b-1.convex.site", "a-b-1.convex.site/", "https://A-b-1.convex.site/api/v1/crm/contacts"]
)
def test_the_address_is_found_in_whatever_of_it_is_given(given: str) -> None:
    assert base_url("crm_api", {"base_url": given}) == "https://a-b-1.convex.site"


@pytest.mark.parametrize(
    ("given", "said"), [("https://a.convex.cloud", "https://a.convex.site."), ("", "https://yours.convex.site.")]
)
def test_the_address_of_something_else_is_put_right(given: str, said: str) -> None:
    with pytest.raises(UserInputError) as refused:
        base_url("crm_api", {"base_url": given})
    assert refused.value.next == f"Give base_url={said}"


@pytest.mark.parametrize(
    "key", ["org_kn7_z93", "sk_live_12", "api_key_1", "cli_session_x", "eyJhbGc.eyJzdWI.sig", "0f"]
)
async def test_every_form_of_its_keys_is_taken(key: str) -> None:
    await connect("crm_api", {"base_url": "https://a.convex.site"}, {"key": key}).close()


async def test_a_key_of_another_crm_is_not() -> None:
    with pytest.raises(UserInputError):
        connect("crm_api", {"base_url": "https://a.convex.site"}, {"key": "dex_12345678"})


async def test_a_revoked_key_is_a_matter_of_signing_in(crms: DemoCrms) -> None:
    site = cast(CrmApi, crms.sites["crm_api"])
    account = connect("crm_api", {"base_url": site.origin}, {"key": site.revoked}, Access(PatientClock()))
    for attempt in (
        account.whoami(),
        account.discover(),
        account.register(Registration(test_crm_api.Shared.new, "Fair")),
    ):
        with pytest.raises(AuthRequired):
            await attempt
    await account.close()
