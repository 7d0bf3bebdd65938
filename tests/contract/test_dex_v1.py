"""Dex v1 keeps the provider's promises, and lives with what nobody has documented of it."""

from __future__ import annotations

import json
from contextlib import aclosing
from typing import Any, ClassVar

import pytest

from crmdesk.demo.dex.site import DexOptions
from crmdesk.demo.dex.twin import Dex
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.values import Entry
from crmdesk.errors import AuthRequired, Rejected, Unsupported
from crmdesk.providers.contract import Cursor, Provider, RemoteId
from tests.contract.account_contract import CONTACTS
from tests.contract.change_contract import ChangeContract
from tests.contract.patient_clock import PatientClock
from tests.contract.provider_contract import ProviderContract


class TestDexV1Changes(ChangeContract):
    provider, api, counts_all = "dex", "v1", True
    settings: ClassVar[dict[str, str]] = {"changes": "yes"}


class TestDexV1(ProviderContract):
    provider, api = "dex", "v1"
    title = "Noa Lind (noa@lind.example)"
    archived: ClassVar[dict[str, object]] = {"is_archived": True}
    one = "/v1/contacts/{}"

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
        assert sent == {"contact_phone_numbers": [known, {"phone_number": "+12125550134"}]}

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

    async def test_a_number_that_is_phone_and_fax_keeps_what_belongs_to_each(
        self, account: Provider, site: Site
    ) -> None:
        first = site.book.ids()[0]
        rows = [{"phone_number": "+49301234567", "label": name, "ranking": n} for n, name in enumerate(("Fax", "Work"))]
        site.book.update(first, {"contact_phone_numbers": rows})
        phones = (Entry("+49301234567", "Work"), Entry("+49301234567", "Fax"), Entry("+12125550134"))
        await account.update(self.kind, await self.first(account), {"phones": phones})
        sent = json.loads(site.requests.writes()[-1].body or "")["contact_phone_numbers"]
        assert [row.get("ranking") for row in sent] == [1, 0, None]

    async def test_a_changed_note_keeps_the_html_of_what_stayed(self, account: Provider, site: Site) -> None:
        first, met = site.book.ids()[0], '<p>Met <a href="https://oslo.example">there</a></p>'
        site.book.update(first, {"description": f"{met}<p>old</p>"})
        current = await self.first(account)
        assert current.values["description"] == "Met there\nold"
        after = await account.update(self.kind, current, {"description": "Met there\n1 < 2"})
        assert after.values["description"] == "Met there\n1 < 2"
        stored = site.book.get(first)
        assert stored is not None
        assert stored["description"] == f"{met}<p>1 &lt; 2</p>"

    async def test_a_plan_without_the_api_is_told_as_that(self, account: Provider, site: Site) -> None:
        site.weather.set("forbidden")
        with pytest.raises(AuthRequired) as refused:
            await account.whoami()
        assert "Professional plan" in refused.value.why

    async def test_a_contact_that_is_still_there_after_a_404_is_not_told_as_deleted(
        self, account: Provider, site: Site
    ) -> None:
        first = site.book.ids()[0]
        site.weather.set("status", status=404, method="DELETE")
        with pytest.raises(Unsupported):
            await account.delete(self.kind, RemoteId(first))
        assert site.book.get(first) is not None

    async def test_a_filter_that_is_gone_is_learned_and_the_whole_list_told(self, crms: DemoCrms, site: Site) -> None:
        account = self.connected(crms, PatientClock(), changes="yes")
        site.weather.set("status", status=404, path="/v1/contacts/filter")
        async with aclosing(account.pages(self.kind, Cursor("2026-01-01T00:00:00Z"))) as told:
            pages = [page async for page in told]
        assert sum(len(page.payloads) for page in pages) == CONTACTS
        assert account.found == {"changes": "no"}
        assert not account.kind_info(self.kind).incremental
        await account.close()


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, {"changes": "yes", "tags": "no", "list_names": "contact"}),
        ({"changes": "ignored"}, {"changes": "no", "tags": "no", "list_names": "contact"}),
        ({"changes": "refused", "tags": True}, {"changes": "no", "tags": "yes", "list_names": "contact"}),
        ({"changes": "absent", "shows": "plain"}, {"changes": "no", "tags": "no", "list_names": "plain"}),
    ],
    ids=str,
)
async def test_a_sign_in_finds_out_what_this_accounts_api_does(options: Any, found: dict[str, str]) -> None:
    with DemoCrms(CONTACTS, crms={"dex": Dex}, dex=DexOptions(**options)) as crms:
        account = TestDexV1().connected(crms, PatientClock())
        assert await account.discover() == found
        await account.close()


async def test_tags_that_are_shown_are_assigned_and_taken_away() -> None:
    suite = TestDexV1()
    with DemoCrms(CONTACTS, crms={"dex": Dex}, dex=DexOptions(tags=True)) as crms:
        account, site = suite.connected(crms, PatientClock(), tags="yes"), crms.dex
        made = await account.create(suite.kind, {**suite.new, "tags": (Entry("old"), Entry("kept"))}, key="1" * 32)
        assert made.values["tags"] == (Entry("old"), Entry("kept"))
        tags = (Entry("kept"), Entry("new"))
        after = await account.update(suite.kind, made, {"tags": tags, "company": "Inkwell"})
        assert (after.values["tags"], after.values["company"]) == (tags, "Inkwell")
        site.weather.set("status", status=404, path="/v1/tags")
        with pytest.raises(Rejected) as refused:
            await account.update(suite.kind, after, {"tags": ()})
        assert set(refused.value.fields) == {"tags"}
        site.weather.clear()
        assert "tags" not in (await account.update(suite.kind, after, {"tags": None})).values
        await account.close()


@pytest.mark.parametrize("shows", ["contact", "plain"])
async def test_emails_and_phones_go_under_the_names_that_are_taken_and_these_are_learned(shows: str) -> None:
    suite = TestDexV1()
    with DemoCrms(CONTACTS, crms={"dex": Dex}, dex=DexOptions(names="plain", shows=shows)) as crms:  # type: ignore[arg-type] # one of them
        account = suite.connected(crms, PatientClock())
        made = await account.create(suite.kind, suite.new, key="1" * 32)
        assert {field: made.values.get(field) for field in suite.new} == suite.new
        assert account.found == {"list_names": "plain"}
        writes = len(crms.dex.requests.writes())
        after = await account.update(suite.kind, made, {"phones": (Entry("+12125550134", "Home"),)})
        assert after.values["phones"] == (Entry("+12125550134", "Home"),)
        assert len(crms.dex.requests.writes()) == writes + 1
        await account.close()


@pytest.mark.parametrize(
    "options",
    [
        {"answers": "none"},
        {"answers": "object"},
        {"count": "all"},
        {"deletes": "many"},
        {"by_emails": False},
        {"me": False},
    ],
    ids=lambda options: str(options),
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
