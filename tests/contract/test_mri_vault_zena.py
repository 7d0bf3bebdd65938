"""MRI Vault in the Zena service's dialect keeps the provider's promises: arrays, one key, first entries alone."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import ClassVar

import pytest

from crmdesk.demo.mri_vault.twin import MriVault
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.providers.contract import LookupKey, Provider, RemoteId
from crmdesk.providers.mri_vault.zena import _records
from crmdesk.providers.wire.answer import Answer
from tests.contract.account_contract import CONTACTS
from tests.contract.provider_contract import ProviderContract
from tests.patience import until


class TestMriZena(ProviderContract):
    provider, api = "mri_vault", "zena"
    one = "/api/v1/contacts/{}"
    ends_itself = False
    nobody = RemoteId("19")
    line, line_there = "description", "notes"
    note, note_there = "description", "notes"
    new: ClassVar[dict[str, Value]] = {
        "first_name": "Ada",
        "last_name": "Quill",
        "description": "met in Oslo",
        "role": "buyer",
        "emails": (Entry("ada@quill.example"),),
        "phones": (Entry("+442079460958"),),
    }

    def secrets(self, secret: str, key: str | None) -> Mapping[str, str]:
        """One key alone."""
        return {"api_key": key or json.loads(secret)["api_key"]}

    def fitting(self, field: str, value: Value) -> Value:
        """One email and one phone, without a label."""
        return (Entry(value[0].value),) if field in ("emails", "phones") and isinstance(value, tuple) else value

    # Lists come in one piece

    async def test_the_list_arrives_whole_once_and_in_order(self, account: Provider, site: Site) -> None:
        (page,) = await self.whole(account)
        assert [account.identify(self.kind, payload) for payload in page.payloads] == site.book.ids()
        assert (page.total, page.resume, len(page.payloads)) == (None, None, CONTACTS)

    async def test_a_list_that_was_cut_off_goes_on_where_it_stopped(self, account: Provider, site: Site) -> None:
        (page,) = [page async for page in account.pages(self.kind, None, None)]
        assert page.resume is None

    async def test_a_cancelled_run_leaves_nothing_running(self, account: Provider, site: Site) -> None:
        site.weather.set("silent")
        task = asyncio.ensure_future(self.whole(account))
        await until(lambda: any("silent" in asked.weather for asked in site.requests.all()))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}

    async def test_the_sign_in_is_told_apart_without_giving_it_away(self, account: Provider, crms: DemoCrms) -> None:
        identity, secrets = await account.whoami(), json.loads(crms.account(self.provider, self.api).secret)
        assert identity == await account.whoami()
        assert secrets["api_key"] not in identity.key + identity.title

    # The seed's three tables

    async def test_every_field_of_a_property_goes_there_and_comes_back(self, account: Provider, site: Site) -> None:
        vendor, buyer = site.book.ids()[:2]
        values: dict[str, Value] = {
            "name": "12/34 Rathdowne St, Carlton",
            "vendors": (Entry(vendor),),
            "buyers": (Entry(buyer),),
            "milestones": "Listed\nFirst open home",
            "risk_overview": "Roof",
        }
        made = await account.create(Kind.PROPERTY, values, key="1" * 32)
        assert made.values == values
        found = await account.find(Kind.PROPERTY, LookupKey({"name": "12/34 rathdowne street Carlton"}))
        assert [record.id for record in found] == []  # the search of the dialect takes the address to the letter
        found = await account.find(Kind.PROPERTY, LookupKey({"name": "12/34 rathdowne st, carlton"}))
        assert [record.id for record in found] == [made.id]
        after = await account.update(Kind.PROPERTY, made, {"risk_overview": None})
        assert {**values, **after.values} == values
        assert "risk_overview" not in after.values

    async def test_every_field_of_a_deal_goes_there_and_comes_back(self, account: Provider, site: Site) -> None:
        assert isinstance(site, MriVault)
        values: dict[str, Value] = {
            "property": (Entry(site.homes.ids()[0]),),
            "stage": "offer",
            "risk_level": "high",
            "risk_flags": (Entry("finance"), Entry("building report")),
            "next_action": "Call the solicitor",
            "next_action_owner": "agent",
            "description": "Finance due on Friday",
            "contacts": (Entry(site.book.ids()[4]),),
        }
        made = await account.create(Kind.DEAL, values, key="1" * 32)
        assert made.values == values
        key = LookupKey({"property": values["property"], "stage": "offer"})
        assert made.id in [record.id for record in await account.find(Kind.DEAL, key)]
        assert await account.find(Kind.DEAL, LookupKey({"property": values["property"], "stage": "none such"})) == []
        after = await account.update(Kind.DEAL, made, {"stage": "conditional", "risk_flags": None})
        assert after.values["stage"] == "conditional"
        assert "risk_flags" not in after.values

    async def test_other_envelopes_of_lists_are_understood(self, account: Provider) -> None:
        for body in (b'[{"id":1}]', b'{"data":[{"id":1}]}', b'{"contacts":[{"id":1}]}'):
            assert _records(Answer(200, {}, body)) == [b'{"id":1}']
