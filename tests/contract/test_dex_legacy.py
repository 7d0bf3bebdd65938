"""Dex's legacy API keeps the provider's promises."""

from __future__ import annotations

from crmdesk.demo.site.site import Site
from crmdesk.domain.values import Entry
from crmdesk.providers.contract import Provider
from tests.contract.provider_contract import ProviderContract


class TestDexLegacy(ProviderContract):
    provider, api = "dex", "legacy"
    one = "/api/rest/contacts/{}"
    ends_itself = False

    async def test_only_a_changed_list_is_replaced(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key="1" * 32)
        entries = (Entry("+442079460958", "Home"), Entry("+12125550134"))
        after = await account.update(self.kind, made, {"phones": entries})
        assert after.values["phones"] == entries
        assert after.values["emails"] == made.values["emails"]

    async def test_a_list_that_changes_while_it_is_read_is_read_again(self, account: Provider, site: Site) -> None:
        site.weather.set("somebody_else", action="delete", id=site.book.ids()[0], times=1, after=1)
        pages = await self.whole(account)
        ids = {account.identify(self.kind, payload) for page in pages for payload in page.payloads}
        assert set(site.book.ids()) <= ids
        assert pages[-1].resume is None
        assert pages[-1].total == site.book.count

    async def test_several_emails_of_a_new_contact_arrive(self, account: Provider) -> None:
        emails = (Entry("ada@quill.example"), Entry("ada@work.example"))
        made = await account.create(self.kind, {"first_name": "Ada", "emails": emails}, key="1" * 32)
        assert made.values["emails"] == emails

    async def test_the_birthday_of_this_year_has_no_year(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        site.book.update(current.id, {"birthday": "1988-04-02"})
        assert (await self.first(account)).values["birthday"] == "--04-02"
        assert not account.kind_info(self.kind).writable("birthday")
