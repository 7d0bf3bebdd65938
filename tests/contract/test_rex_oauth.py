"""Rex's OAuth dialect keeps the promises of a list that is only read, and its tokens are renewed as they should be."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from contextlib import aclosing
from typing import Literal

import pytest

from crmdesk.demo.rex.site import LIST, RexOptions
from crmdesk.demo.rex.twin import Rex
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.values import Entry
from crmdesk.errors import AuthRequired, Rejected, Unavailable, Unsupported, UserInputError
from crmdesk.providers.contract import Access, Cursor, LookupKey, Page, Provider, RemoteId, RemoteRecord
from crmdesk.providers.registry import base_url, connect
from tests.contract.account_contract import CONTACTS
from tests.contract.kept_tokens import KeptTokens
from tests.contract.patient_clock import START, PatientClock
from tests.contract.provider_contract import ProviderContract


def granted(site: Site, **more: str) -> KeptTokens:
    """Tokens as a sign-in half an hour ago left them: renewed in another half hour."""
    assert isinstance(site, Rex)
    tokens = site.grant()
    ends = {"renew_at": START.replace(minute=29).isoformat(), "ends_at": START.replace(minute=30).isoformat()}
    return KeptTokens(
        {"access_token": tokens["access_token"], "refresh_token": tokens["refresh_token"], **ends, **more}
    )


class TestRexOAuth(ProviderContract):
    provider, api = "rex", "oauth"
    ends_itself = False
    named = "name"
    before_silence = 0
    always = frozenset({"name", "emails", "phones", "description"})

    def secrets(self, secret: str, key: str | None) -> Mapping[str, str]:
        """The application's credentials; a wrong key is a wrong access token here."""
        given: dict[str, str] = json.loads(secret)
        return given

    def access(self, crms: DemoCrms, clock: PatientClock, key: str | None) -> Access:
        """Signed in already."""
        kept = granted(crms.sites["rex"])
        if key is not None:
            kept = KeptTokens({"access_token": key, "renew_at": kept.saved[0]["renew_at"]})
        return Access(clock, tokens=kept)

    async def first(self, account: Provider) -> RemoteRecord:
        """The first record of the list: no other way leads to one."""
        return account.read(self.kind, (await self.payloads(account))[0])

    # A list in one answer

    async def test_the_list_arrives_whole_once_and_in_order(self, account: Provider, site: Site) -> None:
        (page,) = await self.whole(account)
        assert [account.identify(self.kind, payload) for payload in page.payloads] == site.book.ids()
        assert (page.resume, page.total) == (None, None)  # nothing there counts

    async def test_a_list_that_was_cut_off_goes_on_where_it_stopped(self, account: Provider, site: Site) -> None:
        async with aclosing(account.pages(self.kind, None, Cursor("17"))) as pages:
            assert [len(page.payloads) async for page in pages] == [CONTACTS]

    async def test_what_does_not_exist_is_gone(self, account: Provider) -> None:
        with pytest.raises(Unsupported):
            await account.fetch(self.kind, self.nobody)

    # Nothing is written

    async def refused(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        for attempt in (
            account.update(self.kind, current, {"description": "x"}),
            account.create(self.kind, {"name": "Ada Quill"}, key="1" * 32),
            account.delete(self.kind, current.id),
        ):
            with pytest.raises(Unsupported):
                await attempt
        assert list(await account.find(self.kind, LookupKey({"name": "Ada Quill"}))) == []
        assert site.requests.writes() == []

    async def test_every_writable_field_goes_there_comes_back_and_is_cleared(
        self, account: Provider, site: Site
    ) -> None:
        info = account.kind_info(self.kind)
        assert (info.creates, info.updates, info.deletes) == (False, False, False)
        assert not any(row.writable for row in info.field_map)
        await self.refused(account, site)

    test_what_was_deleted_there_is_gone_even_where_it_is_kept = refused
    test_an_update_leaves_everything_else_alone = refused
    test_a_new_record_is_created_found_and_deleted = refused

    async def test_a_name_alone_is_split_once(self, account: Provider) -> None:
        record = account.read(self.kind, b'{"id": 7, "first_name": "Ada", "last_name": "van der Quill"}')
        assert (record.id, record.values["name"]) == ("7", "Ada van der Quill")

    test_one_refused_record_is_not = refused
    test_a_change_refused_with_the_sign_in_is_not_the_changes_fault = refused
    test_a_write_whose_answer_was_lost_is_neither_done_nor_failed = refused
    test_a_write_that_cannot_be_read_back_is_not_failed = refused
    test_refused_values_are_told_in_the_crms_words = refused
    test_a_write_is_sent_once_when_the_crm_asks_for_a_pause = refused

    async def test_a_wrong_key_is_a_matter_of_signing_in(self, crms: DemoCrms, site: Site, clock: PatientClock) -> None:
        account = self.connected(crms, clock, key="0123456789abcdef")
        for attempt in (account.whoami(), self.whole(account)):
            with pytest.raises(AuthRequired) as refused:
                await attempt
            assert "0123456789abcdef" not in f"{refused.value.as_json()}{refused.value.detail}"
            assert "browser" in refused.value.next
        await account.close()

    async def test_a_long_pause_is_told_and_kept(self, account: Provider, site: Site, clock: PatientClock) -> None:
        site.weather.set("rate_limit", times=1, retry_after=1800, path=LIST)
        for _ in range(2):
            with pytest.raises(Exception, match=r"pause|requests"):
                await self.whole(account)
        assert len(site.requests.all(path=LIST)) == 1
        clock.elapsed += 1801
        assert await self.whole(account)

    async def test_a_closed_port_is_unavailable_for_reading_and_writing(
        self, crms: DemoCrms, account: Provider, site: Site
    ) -> None:
        crms.unplug(self.provider)
        try:
            with pytest.raises(Unavailable):
                await account.whoami()
        finally:
            crms.plug_in(self.provider)

    # The dialect

    async def test_lists_of_objects_are_read_in_their_usual_forms(self, account: Provider) -> None:
        emails = [{"email": "a@quill.example"}, {"address": "b@quill.example", "type": "work"}, "c@quill.example"]
        phones = [{"number": "555 0100"}, {"phone": "555 0101", "label": "Home"}, {"phone_number": "555 0102"}]
        payload = {"id": 1, "primary_email": "a@quill.example", "emails": emails, "phones": phones}
        record = account.read(self.kind, json.dumps(payload).encode())
        assert record.values["emails"] == (
            Entry("a@quill.example"),
            Entry("b@quill.example", "work"),
            Entry("c@quill.example"),
        )
        assert record.values["phones"] == (Entry("555 0100"), Entry("555 0101", "Home"), Entry("555 0102"))
        assert record.unmapped == ()

    async def test_lists_in_a_form_that_nobody_foresaw_are_told_and_never_taken_for_empty(
        self, account: Provider
    ) -> None:
        record = account.read(self.kind, b'{"id": 1, "name": "Ada", "emails": [{"mailbox": "a"}], "phones": null}')
        assert (record.unmapped, "emails" in record.fields, "phones" in record.fields) == (("emails",), False, True)
        assert "emails" not in record.values

    @pytest.mark.parametrize("shape", ["items", "contacts", "array"])
    async def test_every_envelope_is_read_and_every_name_normalised(
        self, shape: Literal["items", "contacts", "array"]
    ) -> None:
        with DemoCrms(CONTACTS, crms={"rex": Rex}, rex=RexOptions(list_shape=shape)) as crms:
            account = self.connected(crms, PatientClock())
            site = crms.sites["rex"]
            records = [account.read(self.kind, payload) for payload in await self.payloads(account)]
            assert [record.id for record in records] == site.book.ids()
            for record in records:
                stored = site.book.get(record.id)
                assert stored is not None
                emails = [row["email_address"] for row in stored["contact_emails"]]
                wanted = emails[:1] if int(record.id) % 2 else emails
                got = record.values.get("emails", ())
                assert isinstance(got, tuple)
                assert [entry.value for entry in got] == wanted
                assert record.values["name"]
            await account.close()

    @pytest.mark.parametrize(
        ("payload", "email", "phone", "name", "note"),
        [
            (
                {"primary_email": "a@x.example", "emails": ["b@x.example", "A@x.example"], "name": "A", "notes": "n"},
                ["a@x.example", "b@x.example"],
                None,
                "A",
                "n",
            ),
            ({"emails": [], "phone": "+61 2", "first_name": "A", "last_name": "B"}, None, ["+61 2"], "A B", None),
            ({"phone": ["+61 2", "+61 3"], "description": "d", "name": ""}, None, ["+61 2", "+61 3"], None, "d"),
        ],
    )
    async def test_names_that_vary_by_tenant(
        self,
        account: Provider,
        payload: dict[str, object],
        email: list[str] | None,
        phone: list[str] | None,
        name: str | None,
        note: str | None,
    ) -> None:
        record = account.read(self.kind, json.dumps({"contact_id": "7", **payload}).encode())
        listed = {key: [e.value for e in value] for key, value in record.values.items() if isinstance(value, tuple)}
        assert (listed.get("emails"), listed.get("phones")) == (email, phone)
        assert (record.values.get("name"), record.values.get("description")) == (name, note)
        assert record.id == "7"

    async def test_the_next_pull_asks_for_what_changed_since(self, account: Provider, site: Site) -> None:
        (whole,) = await self.whole(account)
        assert whole.next_since is not None
        changed = site.book.ids()[3]
        site.somebody_else("edit", changed)
        page = await self.since(account, whole.next_since)
        assert RemoteId(changed) in {account.identify(self.kind, payload) for payload in page.payloads}
        assert len(page.payloads) < CONTACTS
        assert page.total is None
        assert page.next_since is not None
        assert page.next_since > whole.next_since
        assert "updated_since=" in site.requests.all(path=LIST)[-1].query

    async def test_a_pull_without_news_keeps_its_place(self, account: Provider, site: Site) -> None:
        page = await self.since(account, Cursor("2031-01-01T00:00:00Z"))
        assert (list(page.payloads), page.next_since) == ([], "2031-01-01T00:00:00Z")

    async def since(self, account: Provider, cursor: Cursor) -> Page:
        async with aclosing(account.pages(self.kind, cursor)) as pages:
            (page,) = [page async for page in pages]
        return page

    # Tokens

    async def test_fifty_calls_renew_a_token_once(self, crms: DemoCrms, site: Site, clock: PatientClock) -> None:
        assert isinstance(site, Rex)
        kept = granted(site)
        account = self.with_tokens(crms, clock, kept)
        site.sign_out()
        await asyncio.gather(*(account.whoami() for _ in range(50)))
        assert site.renewals == 1
        assert kept.saved[1]["refresh_token"] != kept.saved[0]["refresh_token"]
        await account.close()

    async def test_a_token_near_its_end_is_renewed_before_it_is_refused(
        self, crms: DemoCrms, site: Site, clock: PatientClock
    ) -> None:
        assert isinstance(site, Rex)
        account = self.with_tokens(crms, clock, granted(site))
        clock.elapsed = 29.5 * 60
        await asyncio.gather(*(account.whoami() for _ in range(5)))
        assert site.renewals == 1
        assert all(asked.status == 200 for asked in site.requests.all())
        await account.close()

    async def test_the_old_refresh_token_is_kept_until_the_new_one_worked(
        self, crms: DemoCrms, site: Site, clock: PatientClock
    ) -> None:
        assert isinstance(site, Rex)
        kept = granted(site)
        account = self.with_tokens(crms, clock, kept)
        clock.elapsed = 29.5 * 60
        await account.whoami()
        first, second, third = kept.saved
        assert second["previous_refresh_token"] == first["refresh_token"]
        assert "previous_refresh_token" not in third
        assert third["access_token"] == second["access_token"] != first["access_token"]
        await account.close()

    async def test_a_new_refresh_token_that_never_worked_gives_way_to_the_old_one(
        self, crms: DemoCrms, site: Site, clock: PatientClock
    ) -> None:
        assert isinstance(site, Rex)
        old = granted(site).saved[0]["refresh_token"]
        kept = granted(site, previous_refresh_token=old, refresh_token="refresh-lost")
        account = self.with_tokens(crms, clock, kept)
        site.access.clear()
        await account.whoami()
        assert site.renewals == 2
        await account.close()

    async def test_a_lost_renewal_leaves_the_token_that_still_works(
        self, crms: DemoCrms, site: Site, clock: PatientClock
    ) -> None:
        kept = granted(site)
        account = self.with_tokens(crms, clock, kept)
        clock.elapsed = 29.5 * 60
        site.weather.set("lost", path="/oauth/token")
        await account.whoami()
        assert len(kept.saved) == 1
        clock.elapsed = 31 * 60
        with pytest.raises(Unavailable):
            await account.whoami()
        site.weather.clear()
        await account.whoami()
        await account.close()

    async def test_a_refresh_that_is_refused_asks_for_a_new_sign_in(
        self, crms: DemoCrms, site: Site, clock: PatientClock
    ) -> None:
        assert isinstance(site, Rex)
        account = self.with_tokens(crms, clock, granted(site))
        site.sign_out()
        site.refresh.clear()
        with pytest.raises(AuthRequired) as refused:
            await account.whoami()
        assert "browser" in refused.value.next
        await account.close()

    @pytest.mark.parametrize("kept", [None, KeptTokens()], ids=["no store", "nothing kept"])
    async def test_without_a_sign_in_the_browser_is_asked_for(
        self, crms: DemoCrms, site: Site, clock: PatientClock, kept: KeptTokens | None
    ) -> None:
        account = self.with_tokens(crms, clock, kept)
        with pytest.raises(AuthRequired, match="browser"):
            await account.whoami()
        assert site.requests.total == 0
        await account.close()

    def with_tokens(self, crms: DemoCrms, clock: PatientClock, kept: KeptTokens | None) -> Provider:
        demo = crms.account("rex", "oauth")
        given = {"base_url": demo.base_url, **demo.settings}
        return connect("rex", given, json.loads(demo.secret), Access(clock, tokens=kept))

    async def test_the_seeds_addresses_are_honoured(self, crms: DemoCrms, site: Site, clock: PatientClock) -> None:
        demo = crms.account("rex", "oauth")
        elsewhere = {"base_url": "https://api.rexsoftware.com/v1/rex", "token_url": f"{site.origin}/oauth/token"}
        given = {**elsewhere, **demo.settings, "contacts_endpoint": f"{site.origin}{LIST}"}
        account = connect("rex", given, json.loads(demo.secret), Access(clock, tokens=granted(site)))
        assert len((await self.whole(account))[0].payloads) == CONTACTS
        await account.close()
        with pytest.raises(UserInputError):
            connect("rex", {**given, "contacts_endpoint": "http://elsewhere.example/x"}, json.loads(demo.secret))
        assert base_url("rex", {"base_url": "https://api.rexsoftware.com"}) == "https://api.rexsoftware.com/v1/rex"

    async def test_bare_refusals_are_no_values_at_fault(self, account: Provider, site: Site) -> None:
        site.weather.set("forbidden")
        with pytest.raises(AuthRequired) as refused:
            await self.whole(account)
        assert not isinstance(refused.value, Rejected)
