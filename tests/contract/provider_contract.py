"""What every provider promises, over real HTTP against its demo CRM. A provider's own test inherits this class."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any, ClassVar

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site import Site
from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.normal import same
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import (
    AuthRequired,
    BadResponse,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    Rejected,
    RemoteGone,
    Unavailable,
    Unsupported,
)
from crmdesk.providers.contract import BadRecord, LookupKey, Page, Provider, RemoteId, RemoteRecord
from crmdesk.providers.registry import connect
from crmdesk.providers.transport import TRIES
from tests.contract.patient_clock import PatientClock

CONTACTS = 57
NOBODY = RemoteId("00000000-0000-4000-8000-000000000000")
SAMPLES: dict[FieldType, tuple[Value, ...]] = {
    FieldType.TEXT: ("Ångström & Søn", "a" * 200, "\u05e9\u05dc\u05d5\u05dd"),
    FieldType.NOTE: ("one\ntwo\n\nthree", "tab\there", "😀" * 50, "note " * 20_000),
    FieldType.HANDLE: ("ada_quill", "https://www.instagram.com/ada.quill/"),
    FieldType.URL: ("https://quill.example/about?x=1&y=2",),
    FieldType.IMAGE: ("https://quill.example/ada.png",),
    FieldType.DATE: ("1988-04-02", "--02-29", "2000-02-29"),
    FieldType.FLAG: (True,),
    FieldType.EMAILS: ((Entry("ada@quill.example"), Entry("Ada.Quill+desk@work.example")),),
    FieldType.PHONES: ((Entry("+44 20 7946 0958", "Work"), Entry("+1 (212) 555-0134")),),
    FieldType.TAGS: ((Entry("friend"), Entry("Café")),),
}
BROKEN = ("html", "empty", "no_content", "not_json", "deep", "gzip_bomb", "truncated")
READABLE = (
    "null_name",
    "huge_notes",
    "control_characters",
    "right_to_left",
    "big_number",
    "duplicate_keys",
    "number_id",
)
UNREADABLE = ("no_id", "null_id", "wrong_types", "not_an_object", "lone_surrogate", "nul", "many_digits", "nan")


class ProviderContract:
    """The suite. `provider` and `api` say whom it is for; `ends_itself`: its lists end by a cursor the CRM sends."""

    provider: ClassVar[str]
    api: ClassVar[str]
    kind: ClassVar[Kind] = Kind.CONTACT
    ends_itself: ClassVar[bool] = True
    new: ClassVar[dict[str, Value]] = {
        "first_name": "Ada",
        "last_name": "Quill",
        "description": "met in Oslo",
        "emails": (Entry("ada@quill.example"),),
        "phones": (Entry("+442079460958", "Work"),),
    }

    @pytest.fixture
    def site(self, crms: DemoCrms) -> Site:
        """The demo CRM, untouched."""
        site = crms.sites[self.provider]
        site.reset()
        return site

    @pytest.fixture
    def clock(self) -> PatientClock:
        """Waiting takes no time."""
        return PatientClock()

    def connected(self, crms: DemoCrms, clock: PatientClock, key: str | None = None, **settings: str) -> Provider:
        """The provider for the demo's account."""
        account = crms.account(self.provider, self.api)
        given = {"base_url": account.base_url, "page_size": "10", **account.settings, **settings}
        return connect(self.provider, given, {"key": key or account.secret}, clock)

    @pytest.fixture
    async def account(self, crms: DemoCrms, site: Site, clock: PatientClock) -> AsyncIterator[Provider]:
        """A connected account."""
        provider = self.connected(crms, clock)
        yield provider
        await provider.close()

    async def whole(self, account: Provider) -> list[Page]:
        """All pages of the list."""
        async with aclosing(account.pages(self.kind, None)) as pages:
            return [page async for page in pages]

    async def first(self, account: Provider) -> RemoteRecord:
        """The first record of the list, read whole."""
        payload = (await self.whole(account))[0].payloads[0]
        return await account.fetch(self.kind, account.identify(self.kind, payload))

    # Reading

    async def test_the_list_arrives_whole_once_and_in_order(self, account: Provider, site: Site) -> None:
        pages = await self.whole(account)
        ids = [account.identify(self.kind, payload) for page in pages for payload in page.payloads]
        assert ids == site.book.ids()
        assert len(pages) == 6
        assert [page.resume is None for page in pages] == [False] * 5 + [True]
        assert pages[-1].total == CONTACTS

    async def test_a_list_that_was_cut_off_goes_on_where_it_stopped(self, account: Provider, site: Site) -> None:
        pages = await self.whole(account)
        rest = [page async for page in account.pages(self.kind, None, pages[2].resume)]
        assert [page.payloads for page in rest] == [page.payloads for page in pages[3:]]
        assert rest[-1].total == CONTACTS

    async def test_every_record_reads_as_it_was_received(self, account: Provider) -> None:
        for page in await self.whole(account):
            for payload in page.payloads:
                record = account.read(self.kind, payload)
                assert record.payload == payload
                assert record.id == account.identify(self.kind, payload)
                assert set(record.values) <= record.fields
                assert {"first_name", "last_name", "name", "description", "emails", "phones"} <= record.fields

    async def test_a_name_that_nothing_reads_is_told(self, account: Provider, site: Site) -> None:
        site.weather.set("unknown_fields")
        record = account.read(self.kind, (await self.whole(account))[0].payloads[0])
        assert {"shoe_size", "zodiac"} <= set(record.unmapped)

    async def test_a_field_that_vanished_is_unknown_not_empty(self, account: Provider, site: Site) -> None:
        site.weather.set("vanished_field", field="description")
        record = account.read(self.kind, (await self.whole(account))[0].payloads[0])
        assert "description" not in record.fields
        assert "description" not in record.values

    async def test_the_sign_in_is_told_apart_without_giving_it_away(self, account: Provider, crms: DemoCrms) -> None:
        identity, key = await account.whoami(), crms.account(self.provider, self.api).secret
        assert identity == await account.whoami()
        assert key not in identity.key + identity.title

    async def test_what_does_not_exist_is_gone(self, account: Provider) -> None:
        with pytest.raises(RemoteGone):
            await account.fetch(self.kind, NOBODY)

    async def test_kinds_it_does_not_have_are_refused(self, account: Provider) -> None:
        lacking = [kind for kind in Kind if kind not in {info.kind for info in account.info.kinds}]
        for kind in lacking:
            with pytest.raises(Unsupported):
                account.kind_info(kind)

    # Writing

    async def test_every_writable_field_goes_there_comes_back_and_is_cleared(
        self, account: Provider, site: Site
    ) -> None:
        info = account.kind_info(self.kind)
        current = await self.first(account)
        for row in info.field_map:
            for value in SAMPLES[field_of(self.kind, row.field).type] if row.writable else ():
                current = await account.update(self.kind, current, {row.field: self.fitting(row.field, value)})
                again = await account.fetch(self.kind, current.id)
                assert same(self.kind, row.field, again.values.get(row.field), self.fitting(row.field, value))
                assert current.values == again.values
            if row.writable and row.clearable:
                current = await account.update(self.kind, current, {row.field: None})
                assert row.field in current.fields
                assert row.field not in current.values

    def fitting(self, field: str, value: Value) -> Value:
        """The sample as this CRM can hold it."""
        return value

    async def test_an_update_leaves_everything_else_alone(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        before = site.book.get(current.id)
        await account.update(self.kind, current, {"job_title": "Editor"})
        after = site.book.get(current.id)
        assert before is not None
        assert after is not None
        assert {name for name in after if after[name] != before[name]} == {"job_title", "updated_at"}

    async def test_a_new_record_is_created_found_and_deleted(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key="1" * 32)
        assert {field: made.values.get(field) for field in self.new} == self.new
        assert made.values["name"] == "Ada Quill"
        found = await account.find(self.kind, LookupKey({"emails": (Entry("ADA@quill.example"),)}))
        assert [record.id for record in found] == [made.id]
        await account.delete(self.kind, made.id)
        await account.delete(self.kind, made.id)
        assert site.book.get(made.id) is None
        with pytest.raises(RemoteGone):
            await account.update(self.kind, made, {"job_title": "Editor"})

    async def test_a_name_alone_is_split_once(self, account: Provider) -> None:
        made = await account.create(self.kind, {"name": "Ada van der Quill"}, key="1" * 32)
        assert made.values["first_name"] == "Ada"
        assert made.values["last_name"] == "van der Quill"
        assert made.values["name"] == "Ada van der Quill"

    async def test_looking_for_nothing_finds_nothing(self, account: Provider, site: Site) -> None:
        assert list(await account.find(self.kind, LookupKey({"name": "Ada Quill"}))) == []
        assert site.requests.total == 0

    # Weather: sign-in

    async def test_a_wrong_key_is_a_matter_of_signing_in(self, crms: DemoCrms, site: Site, clock: PatientClock) -> None:
        account = self.connected(crms, clock, key="0123456789abcdef")
        for attempt in (account.whoami(), self.whole(account), account.fetch(self.kind, RemoteId(site.book.ids()[0]))):
            with pytest.raises(AuthRequired) as refused:
                await attempt
            assert "0123456789abcdef" not in f"{refused.value.as_json()}{refused.value.detail}"
        await account.close()

    async def test_a_refused_list_is_a_matter_of_signing_in(self, account: Provider, site: Site) -> None:
        site.weather.set("forbidden")
        with pytest.raises(AuthRequired):
            await self.whole(account)

    async def test_one_refused_record_is_not(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        site.weather.set("forbidden")
        with pytest.raises(Rejected):
            await account.update(self.kind, current, {"job_title": "Editor"})

    # Weather: pauses

    async def test_a_short_pause_is_waited_out(self, account: Provider, site: Site, clock: PatientClock) -> None:
        site.weather.set("rate_limit", times=1, retry_after=4)
        assert sum(len(page.payloads) for page in await self.whole(account)) == CONTACTS
        assert clock.elapsed >= 4

    async def test_a_long_pause_is_told_and_kept(self, account: Provider, site: Site, clock: PatientClock) -> None:
        site.weather.set("rate_limit", times=1, retry_after=1800)
        with pytest.raises(RateLimited) as asked:
            await self.whole(account)
        assert asked.value.after == pytest.approx(1800, abs=1)
        sent = site.requests.total
        with pytest.raises(RateLimited):
            await account.fetch(self.kind, NOBODY)
        assert site.requests.total == sent
        clock.elapsed += 1801
        assert await self.whole(account)

    @pytest.mark.parametrize("header", [None, "-5", "soon", "nan"])
    async def test_odd_pauses_still_are_pauses(
        self, account: Provider, site: Site, clock: PatientClock, header: str | None
    ) -> None:
        site.weather.set("rate_limit", times=1, retry_after=header)
        await account.whoami()
        assert 0 < clock.elapsed <= 10

    async def test_a_pause_of_a_thousand_years_is_one_of_a_day(self, account: Provider, site: Site) -> None:
        site.weather.set("rate_limit", times=1, retry_after="99999999999999999999999")
        with pytest.raises(RateLimited) as asked:
            await account.whoami()
        assert asked.value.after == 24 * 3600

    # Weather: bad answers

    @pytest.mark.parametrize("weather", BROKEN)
    async def test_no_answer_is_ever_taken_for_an_empty_list(self, account: Provider, site: Site, weather: str) -> None:
        site.weather.set(weather)
        with pytest.raises(BadResponse) as broken:
            await self.whole(account)
        assert len(broken.value.detail or "") < 400

    async def test_an_answer_that_is_too_large_is_not_swallowed(self, account: Provider, site: Site) -> None:
        site.weather.set("huge", mb=64)
        with pytest.raises(BadResponse):
            await account.whoami()

    async def test_an_error_in_a_good_status_is_no_list(self, account: Provider, site: Site) -> None:
        site.weather.set("error_200")
        with pytest.raises((BadResponse, Unavailable)):
            await self.whole(account)

    async def test_a_crm_that_is_down_is_asked_again_a_little(
        self, account: Provider, site: Site, clock: PatientClock
    ) -> None:
        site.weather.set("down")
        with pytest.raises(Unavailable):
            await account.whoami()
        assert site.requests.total == TRIES
        assert len(clock.slept) == TRIES - 1
        site.weather.clear()
        site.weather.set("down", times=TRIES - 1)
        await account.whoami()

    async def test_a_closed_port_is_unavailable_for_reading_and_writing(
        self, crms: DemoCrms, account: Provider, site: Site
    ) -> None:
        current = await self.first(account)
        crms.unplug(self.provider)
        try:
            with pytest.raises(Unavailable):
                await account.whoami()
            with pytest.raises(Unavailable):
                await account.update(self.kind, current, {"job_title": "Editor"})
        finally:
            crms.plug_in(self.provider)

    async def test_the_key_is_never_sent_on_to_another_origin(self, account: Provider, site: Site) -> None:
        with socket.create_server(("127.0.0.1", 0)) as stranger:
            stranger.settimeout(0)
            site.weather.set("redirect", to=f"http://127.0.0.1:{stranger.getsockname()[1]}/v1/contacts")
            with pytest.raises(BadResponse):
                await self.whole(account)
            with pytest.raises(BlockingIOError):
                stranger.accept()

    async def test_a_circle_of_redirects_ends(self, account: Provider, site: Site) -> None:
        site.weather.set("redirect", to="/elsewhere")
        with pytest.raises(BadResponse):
            await account.whoami()
        assert site.requests.total <= 5

    async def test_a_list_that_never_ends_is_ended(self, account: Provider, site: Site) -> None:
        site.weather.set("endless")
        if self.ends_itself:
            with pytest.raises(BadResponse):
                await self.whole(account)
        else:
            assert (await self.whole(account))[-1].resume is None
        assert site.requests.total < 40

    async def test_a_list_cut_short_does_not_look_complete(self, account: Provider, site: Site) -> None:
        site.weather.set("short_list", keep=3)
        try:
            pages = await self.whole(account)
        except ProviderError:
            return
        found = {account.identify(self.kind, payload) for page in pages for payload in page.payloads}
        assert pages[-1].total != len(found) or found == set(site.book.ids())

    async def test_the_same_id_twice_is_no_end_of_the_run(self, account: Provider, site: Site) -> None:
        site.weather.set("same_id", times=1)
        pages = await self.whole(account)
        ids = [account.identify(self.kind, payload) for page in pages for payload in page.payloads]
        assert (len(ids), len(set(ids))) == (CONTACTS, CONTACTS - 1)

    @pytest.mark.parametrize("what", READABLE)
    async def test_odd_records_are_kept_exactly(self, account: Provider, site: Site, what: str) -> None:
        site.weather.set("bad_record", times=1, what=what, index=2)
        payloads = [payload for page in await self.whole(account) for payload in page.payloads]
        assert len(payloads) == CONTACTS
        odd = account.read(self.kind, payloads[2])
        match what:
            case "control_characters":
                assert odd.values["description"] == "bell \x07 escape \x1b[31m vertical \x0b delete \x7f end"
            case "right_to_left":
                assert odd.values["first_name"] == "\u202eevil\u202c"
            case "huge_notes":
                assert len(str(odd.values["description"])) == 1_100_000
            case "number_id":
                assert odd.id == "4711"
            case "null_name":
                assert "name" not in odd.values

    @pytest.mark.parametrize("what", UNREADABLE)
    async def test_one_bad_record_is_refused_by_itself(self, account: Provider, site: Site, what: str) -> None:
        site.weather.set("bad_record", times=1, what=what, index=2)
        payloads = [payload for page in await self.whole(account) for payload in page.payloads]
        assert len(payloads) == CONTACTS
        refused = []
        for place, payload in enumerate(payloads):
            try:
                account.identify(self.kind, payload)
                account.read(self.kind, payload)
            except BadRecord as bad:
                refused.append((place, bad))
        assert [place for place, _ in refused] == [2]
        assert refused[0][1].why
        if what not in ("no_id", "null_id", "not_an_object"):
            assert refused[0][1].remote_id == site.book.ids()[2]
            assert refused[0][1].field

    # Weather: lost writes

    @pytest.mark.parametrize(
        ("weather", "options"),
        [
            ("lost", {}),
            ("lost", {"how": "reset"}),
            ("truncated", {}),
            ("refused", {}),
            ("html", {"applied": True}),
            ("empty", {"applied": True}),
            ("not_json", {"applied": True}),
            ("down", {"applied": True, "status": 502}),
            ("gzip_bomb", {}),
        ],
    )
    async def test_a_write_whose_answer_was_lost_is_neither_done_nor_failed(
        self, account: Provider, site: Site, weather: str, options: dict[str, Any]
    ) -> None:
        current = await self.first(account)
        sent = len(site.requests.writes())
        for method in ("PUT", "POST"):
            site.weather.set(weather, method=method, **options)
            if method == "PUT":
                attempt = account.update(self.kind, current, {"job_title": "Editor"})
            else:
                attempt = account.create(self.kind, self.new, key="1" * 32)
            with pytest.raises(OutcomeUnknown):
                await attempt
            site.weather.clear()
        assert len(site.requests.writes()) == sent + 2

    async def test_a_write_that_cannot_be_read_back_is_not_failed(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        site.weather.set("down", method="GET")
        try:
            done = await account.update(self.kind, current, {"job_title": "Editor"})
        except OutcomeUnknown:
            pass
        else:
            assert done.values["job_title"] == "Editor"

    async def test_refused_values_are_told_in_the_crms_words(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        site.weather.set("status", status=422, message="job_title is too odd")
        with pytest.raises(Rejected, match="job_title is too odd"):
            await account.update(self.kind, current, {"job_title": "Editor"})

    async def test_a_write_is_sent_once_when_the_crm_asks_for_a_pause(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        site.weather.set("rate_limit", retry_after=2)
        with pytest.raises(RateLimited):
            await account.update(self.kind, current, {"job_title": "Editor"})
        assert len(site.requests.writes()) == 1

    # Ending

    async def test_a_list_left_early_leaves_nothing_running(self, account: Provider) -> None:
        async with aclosing(account.pages(self.kind, None)) as pages:
            async for page in pages:
                assert page.payloads
                break
        assert asyncio.all_tasks() == {asyncio.current_task()}

    async def test_a_cancelled_run_leaves_nothing_running(self, account: Provider, site: Site) -> None:
        site.weather.set("silent", after=3)
        task = asyncio.ensure_future(self.whole(account))
        async with asyncio.timeout(10):
            # The demo lives in another thread and announces nothing.
            while not any("silent" in asked.weather for asked in site.requests.all()):  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}
        site.weather.clear()
        assert sum(len(page.payloads) for page in await self.whole(account)) == CONTACTS
