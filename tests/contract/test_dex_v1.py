"""Dex v1 keeps the provider's promises, and lives with what nobody has documented of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crmdesk.demo.dex import DexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site import Site
from crmdesk.domain.values import Entry
from crmdesk.errors import AuthRequired
from crmdesk.providers.contract import Provider
from tests.contract.account_contract import CONTACTS
from tests.contract.patient_clock import PatientClock
from tests.contract.provider_contract import ProviderContract


class TestDexV1(ProviderContract):
    provider, api = "dex", "v1"
    one = "/v1/contacts/{}"

    async def test_an_archived_contact_says_so(self, account: Provider, site: Site) -> None:
        first = site.book.ids()[0]
        site.somebody_else("archive", first)
        payloads = [payload for page in await self.whole(account) for payload in page.payloads]
        archived = {record.id for record in (account.read(self.kind, one) for one in payloads) if record.archived}
        assert first in archived
        site.somebody_else("restore", first)
        assert not (await self.first(account)).archived

    async def test_the_version_moves_with_every_change(self, account: Provider, site: Site) -> None:
        before = await self.first(account)
        site.somebody_else("edit", before.id)
        assert (await self.first(account)).version != before.version

    async def test_a_birthday_keeps_its_day_and_may_lack_its_year(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        await account.update(self.kind, current, {"birthday": "--02-29"})
        stored = site.book.get(current.id)
        assert stored is not None
        assert (stored["birthday"][-5:], stored["birthday_year"]) == ("02-29", None)

    async def test_what_the_desk_does_not_know_of_a_phone_is_sent_along(self, account: Provider, site: Site) -> None:
        first = site.book.ids()[0]
        known = {"phone_number": "+442079460958", "label": "Work", "country_code": "GB"}
        site.book.update(first, {"contact_phone_numbers": [known]})
        current = await self.first(account)
        phones = (Entry("+442079460958", "Work"), Entry("+12125550134"))
        await account.update(self.kind, current, {"phones": phones})
        sent = json.loads(site.requests.writes()[-1].body or "")
        assert sent == {"phones": [known, {"phone_number": "+12125550134"}]}

    async def test_an_older_key_is_pointed_to_the_older_api(self, crms: DemoCrms, clock: PatientClock) -> None:
        account = self.connected(crms, clock, key="4bfb4ccd21e33f0")
        with pytest.raises(AuthRequired) as refused:
            await account.whoami()
        assert "api=legacy" in refused.value.next
        await account.close()

    async def test_lists_switched_off_are_not_writable(self, crms: DemoCrms, clock: PatientClock) -> None:
        account = self.connected(crms, clock, writes_lists="off")
        info = account.kind_info(self.kind)
        assert not info.writable("emails")
        assert not info.writable("phones")
        assert info.writable("description")


@pytest.mark.parametrize(
    "options", [{"answers": "none"}, {"answers": "object"}, {"count": "all"}], ids=lambda options: str(options)
)
class TestDexV1Variants:
    """What the real Dex answers to a write, and whether it counts its page or all, is not known: both must do."""

    async def test_the_job_is_done(self, options: dict[str, Any]) -> None:
        suite = TestDexV1()
        with DemoCrms(CONTACTS, dex=DexOptions(**options)) as crms:
            account, site = suite.connected(crms, PatientClock()), crms.dex
            try:
                await suite.test_the_list_arrives_whole_once_and_in_order(account, site)
                await suite.test_every_writable_field_goes_there_comes_back_and_is_cleared(account, site)
                await suite.test_a_new_record_is_created_found_and_deleted(account, site)
                await suite.test_a_name_alone_is_split_once(account)
            finally:
                await account.close()


async def test_lists_that_dex_ignores_show_in_what_it_answers() -> None:
    suite = TestDexV1()
    with DemoCrms(CONTACTS, dex=DexOptions(lists="ignored")) as crms:
        account = suite.connected(crms, PatientClock())
        current = await suite.first(account)
        after = await account.update(suite.kind, current, {"emails": (Entry("other@quill.example"),)})
        assert after.values.get("emails") == current.values.get("emails")
        await account.close()
