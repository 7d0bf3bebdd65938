"""Follow Up Boss keeps the provider's promises, and its own ways are lived with."""

from __future__ import annotations

import json
from typing import ClassVar, cast

import pytest

from crmdesk.demo.follow_up_boss.twin import FollowUpBoss, FollowUpBossOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import RemoteGone
from crmdesk.providers.contract import Provider, RemoteId
from tests.contract.account_contract import CONTACTS
from tests.contract.change_contract import ChangeContract
from tests.contract.further_contracts import KnownContract, ReadOnlyContract
from tests.contract.patient_clock import PatientClock
from tests.contract.provider_contract import ProviderContract


class TestFollowUpBoss(KnownContract, ReadOnlyContract, ChangeContract, ProviderContract):
    provider, api = "follow_up_boss", ""
    title, counts_all = "Noa Lind (noa@lind.example), Harbour Homes", True
    archived: ClassVar[dict[str, object]] = {"stage": "Trash"}
    one, one_primary = "/v1/people/{}", True
    read_only, names_there = Kind.DEAL, frozenset({"name", "stage", "contacts", "price", "settles"})
    nobody = RemoteId("999999")
    line, line_there, note_there = "last_name", "lastName", "background"
    new: ClassVar[dict[str, Value]] = {
        "first_name": "Ada",
        "last_name": "Quill",
        "description": "met in Oslo",
        "emails": (Entry("ada@quill.example", "work", True), Entry("ada@home.example", "home")),
        "phones": (Entry("+442079460958", "mobile", True),),
        "tags": (Entry("desk"),),
        "source": "fair",
    }

    def held(self, site: Site) -> list[str]:
        return [str(deal["id"]) for deal in cast(FollowUpBoss, site).deals]

    async def test_lists_go_whole_with_their_labels_and_primaries(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key="1" * 32)
        emails = (Entry("ada@club.example"), Entry("ada@home.example", "home", True))
        after = await account.update(self.kind, made, {"emails": emails})
        assert after.values["emails"] == emails
        assert {**made.values, "emails": emails} == after.values
        home = {"value": "ada@home.example", "type": "home", "isPrimary": True}
        assert json.loads(site.requests.writes()[-1].body or "") == {"emails": [{"value": "ada@club.example"}, home]}
        after = await account.update(self.kind, after, {"emails": (Entry("ada@club.example"),)})
        assert after.values["emails"] == (Entry("ada@club.example", primary=True),)

    async def test_a_part_of_the_main_address_changes_alone_and_further_ones_stay(
        self, account: Provider, site: Site
    ) -> None:
        first = site.book.ids()[0]
        second = {"type": "work", "street": "9 Quay", "city": "Oslo", "state": None, "code": "0150", "country": "NO"}
        before = cast(dict[str, list[dict[str, object]]], site.book.get(first))["addresses"]
        site.book.update(first, {"addresses": [*before, second]})
        current = await self.first(account)
        assert (current.values["street"], current.values["city"]) == (before[0]["street"], before[0]["city"])
        after = await account.update(self.kind, current, {"postcode": "3000", "region": "VIC"})
        assert (after.values["postcode"], after.values["region"]) == ("3000", "VIC")
        there = cast(dict[str, object], site.book.get(first))["addresses"]
        assert there == [{**before[0], "code": "3000", "state": "VIC"}, second]
        parts = ("street", "city", "region", "postcode", "country")
        after = await account.update(self.kind, after, dict.fromkeys(parts))
        assert cast(dict[str, list[object]], site.book.get(first))["addresses"][1:] == [second]
        assert not after.values.keys() & set(parts)

    async def test_custom_fields_are_met_at_sign_in(
        self, account: Provider, crms: DemoCrms, site: Site, clock: PatientClock
    ) -> None:
        found = await account.discover()
        known = self.connected(crms, clock, **found)
        current = await self.first(known)
        assert current.values["custom.Hobby"] == "Sailing"
        assert not known.kind_info(self.kind).writable("custom.Budget")
        assert not known.kind_info(self.kind).writable("custom.Score")  # text there, but marked as read-only
        after = await known.update(self.kind, current, {"custom.Hobby": "Fencing"})
        assert after.values["custom.Hobby"] == "Fencing"
        after = await known.update(self.kind, after, {"custom.Hobby": None})
        assert "custom.Hobby" in after.fields - after.values.keys()
        assert cast(dict[str, object], site.book.get(current.id))["customHobby"] is None
        await known.close()

    async def test_deals_tell_their_people_and_whether_they_are_put_away(self, account: Provider, site: Site) -> None:
        deals = await self.all_of_it(account)
        assert deals[0].values["contacts"] == (Entry(site.book.ids()[0]),)
        assert [deal.id for deal in deals if deal.archived] == ["310"]
        assert [deal.id for deal in deals if deal.deleted] == ["320"]
        with pytest.raises(RemoteGone):
            await account.fetch(Kind.DEAL, RemoteId("320"))


async def test_tags_told_as_objects_are_read_by_name_and_sent_as_texts() -> None:
    suite, options = TestFollowUpBoss(), FollowUpBossOptions(tags="objects")
    with DemoCrms(CONTACTS, crms={"follow_up_boss": FollowUpBoss}, follow_up_boss=options) as crms:
        account, site = suite.connected(crms, PatientClock()), crms.sites["follow_up_boss"]
        first = site.book.ids()[0]
        site.book.update(first, {"tags": ["old", "kept"]})
        current = await suite.first(account)
        assert current.values["tags"] == (Entry("old"), Entry("kept"))
        after = await account.update(suite.kind, current, {"tags": (Entry("kept"), Entry("new"))})
        assert after.values["tags"] == (Entry("kept"), Entry("new"))
        assert cast(dict[str, object], site.book.get(first))["tags"] == ["kept", "new"]
        await account.close()
