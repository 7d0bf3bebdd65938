"""What every provider promises in bad weather: pauses, refusals, broken and lost answers, bad records, cancelling."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from contextlib import aclosing
from typing import Any

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.errors import (
    AuthRequired,
    BadResponse,
    NotAllowed,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    Rejected,
    RemoteGone,
    Unavailable,
)
from crmdesk.providers.contract import BadRecord, LookupKey, Provider, RemoteId, RemoteRecord, Unopened
from crmdesk.providers.wire.transport import TRIES
from tests.contract.account_contract import CONTACTS
from tests.contract.patient_clock import PatientClock
from tests.contract.wire_contract import WireContract
from tests.patience import until

UNOPENED = ((403, NotAllowed), (404, RemoteGone), (422, BadResponse), (500, Unavailable))
READABLE = (
    "null_name",
    "huge_notes",
    "control_characters",
    "right_to_left",
    "big_number",
    "duplicate_keys",
    "number_id",
    "many_digits",
    "nan",
)
UNREADABLE = ("no_id", "null_id", "not_an_object")
ODD_FIELDS = ("wrong_types", "nul", "lone_surrogate")

ODD_ANSWERS: tuple[object, ...] = (
    {},
    {"id": {}},
    {"data": {"items": ["x"], "count": 1}},
    {"items": ["x"], "totalItems": 1},
    [["x"]],
)


class WeatherContract(WireContract):
    """The suite under bad weather."""

    # Weather: sign-in

    async def test_a_wrong_key_is_a_matter_of_signing_in(self, crms: DemoCrms, site: Site, clock: PatientClock) -> None:
        account = self.connected(crms, clock, key="0123456789abcdef")
        for attempt in (account.whoami(), self.whole(account), account.fetch(self.kind, RemoteId(site.book.ids()[0]))):
            with pytest.raises(AuthRequired) as refused:
                await attempt
            assert "0123456789abcdef" not in f"{refused.value.as_json()}{refused.value.detail}"
        await account.close()

    async def test_an_address_at_which_there_is_nothing_is_told_as_such(self, account: Provider, site: Site) -> None:
        site.weather.set("status", status=404, message="Not found")
        with pytest.raises(BadResponse) as wrong:
            await account.whoami()
        assert "address" in f"{wrong.value.why} {wrong.value.next}"

    async def test_a_refused_list_is_a_matter_of_signing_in(self, account: Provider, site: Site) -> None:
        site.weather.set("forbidden")
        with pytest.raises(AuthRequired):
            await self.whole(account)

    async def test_a_list_refused_to_a_sign_in_that_works_is_not(self, account: Provider, site: Site) -> None:
        await account.whoami()
        site.weather.set("forbidden", times=1)
        with pytest.raises(NotAllowed):
            await self.whole(account)
        assert await self.whole(account)

    async def test_one_refused_record_is_not(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        site.weather.set("forbidden", match=self.changes)
        with pytest.raises(NotAllowed):
            await account.update(self.kind, current, {self.line: "Editor"})

    async def test_a_change_refused_with_the_sign_in_is_not_the_changes_fault(
        self, account: Provider, site: Site
    ) -> None:
        current = await self.first(account)
        site.weather.set("forbidden")
        with pytest.raises(AuthRequired):
            await account.update(self.kind, current, {self.line: "Editor"})

    # Weather: one record

    @pytest.mark.parametrize(("status", "cause"), UNOPENED)
    async def test_a_record_that_cannot_be_opened_is_refused_by_itself(
        self, account: Provider, site: Site, status: int, cause: type[ProviderError]
    ) -> None:
        if not self.one:
            return
        first, closed, last = map(RemoteId, site.book.ids()[:3])
        site.weather.set("status", status=status, method="GET", path=self.one.format(closed))
        found = await account.details(self.kind, [first, closed, last])
        assert [one.id for one in found if isinstance(one, RemoteRecord)] == [first, last]
        told = [(one.remote_id, type(one.failure)) for one in found if isinstance(one, Unopened)]
        assert told == ([] if cause is RemoteGone else [(closed, cause)])

    async def test_a_crm_out_of_reach_is_no_records_fault(self, crms: DemoCrms, account: Provider, site: Site) -> None:
        ids = [RemoteId(one) for one in site.book.ids()[:3]]
        crms.unplug(self.provider)
        try:
            with pytest.raises(Unavailable if self.one else ProviderError):
                await account.details(self.kind, ids)
        finally:
            crms.plug_in(self.provider)

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
            await account.fetch(self.kind, self.nobody)
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

    @pytest.mark.allowed_logs(r"asyncio: socket\.send\(\) raised")  # the demo notices late that nobody listens
    async def test_an_answer_that_is_too_large_is_not_swallowed(self, account: Provider, site: Site) -> None:
        site.weather.set("huge", mb=64)
        with pytest.raises(BadResponse):
            await account.whoami()

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
                await account.update(self.kind, current, {self.line: "Editor"})
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
        site.weather.set("bad_record", times=1, after=self.lists_first, what=what, index=2)
        payloads = await self.payloads(account)
        assert len(payloads) == CONTACTS
        odd = account.read(self.kind, payloads[2])
        match what:
            case "control_characters":
                assert odd.values[self.note] == "bell \x07 escape \x1b[31m vertical \x0b delete \x7f end"
            case "right_to_left":
                assert odd.values[self.named] == "\u202eevil\u202c"
            case "huge_notes":
                assert len(str(odd.values[self.note])) == 1_100_000
            case "number_id":
                # Where it was asked for by its id, a record with another id is not taken for it.
                assert odd.id == (site.book.ids()[2] if self.lists_first else "4711")
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

    @pytest.mark.parametrize("what", ODD_FIELDS)
    async def test_a_record_is_more_than_its_worst_field(self, account: Provider, site: Site, what: str) -> None:
        usual = [self.read(account, payload) for page in await self.whole(account) for payload in page.payloads]
        site.weather.set("bad_record", times=1, what=what, index=2)
        payloads = [payload for page in await self.whole(account) for payload in page.payloads]
        odd = [self.read(account, payload) for payload in payloads]
        assert [one.id for one in odd] == [one.id for one in usual]
        assert [place for place, one in enumerate(odd) if one.unreadable] == [2]
        read = odd[2]
        assert read.fields.isdisjoint(read.unreadable)
        assert all(why for why in read.unreadable.values())
        assert read.values.items() <= usual[2].values.items()

    def read(self, account: Provider, payload: bytes) -> RemoteRecord:
        """The record of a payload, as its list tells it."""
        return account.read(self.kind, payload)

    @pytest.mark.parametrize("body", ODD_ANSWERS, ids=repr)
    async def test_an_answer_of_any_shape_is_a_failure_that_has_a_name(
        self, account: Provider, site: Site, body: object
    ) -> None:
        current = await self.first(account)
        site.weather.set("error_200", body=body)
        for attempt in (
            account.whoami(),
            account.discover(),
            self.whole(account),
            account.fetch(self.kind, current.id),
            account.details(self.kind, [current.id]),
            account.find(self.kind, LookupKey(self.new)),
            account.create(self.kind, self.new, key="1" * 32),
            account.update(self.kind, current, {self.line: "Editor"}),
            account.delete(self.kind, current.id),
        ):
            with contextlib.suppress(ProviderError):
                await attempt

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
        for requests in (self.changes, self.makes):
            site.weather.set(weather, match=requests, **options)
            if requests is self.changes:
                attempt = account.update(self.kind, current, {self.line: "Editor"})
            else:
                attempt = account.create(self.kind, self.new, key="1" * 32)
            with pytest.raises(OutcomeUnknown):
                await attempt
            site.weather.clear()
        assert len(site.requests.writes()) == sent + 2

    async def test_a_write_that_cannot_be_read_back_is_not_failed(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        site.weather.set("down", match=self.reads)
        try:
            done = await account.update(self.kind, current, {self.line: "Editor"})
        except OutcomeUnknown:
            pass
        else:
            assert done.values[self.line] == "Editor"

    async def test_refused_values_are_told_in_the_crms_words(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        site.weather.set("status", status=422, message="job_title is too odd")
        with pytest.raises(Rejected, match="job_title is too odd"):
            await account.update(self.kind, current, {self.line: "Editor"})

    async def test_a_write_is_sent_once_when_the_crm_asks_for_a_pause(self, account: Provider, site: Site) -> None:
        current = await self.first(account)
        site.weather.set("rate_limit", retry_after=2)
        with pytest.raises(RateLimited):
            await account.update(self.kind, current, {self.line: "Editor"})
        assert len(site.requests.writes()) == 1

    # Ending

    async def test_a_list_left_early_leaves_nothing_running(self, account: Provider) -> None:
        async with aclosing(account.pages(self.kind, None)) as pages:
            async for page in pages:
                assert page.payloads
                break
        assert asyncio.all_tasks() == {asyncio.current_task()}

    async def test_a_cancelled_run_leaves_nothing_running(self, account: Provider, site: Site) -> None:
        site.weather.set("silent", after=self.before_silence)
        task = asyncio.ensure_future(self.whole(account))
        await until(lambda: any("silent" in asked.weather for asked in site.requests.all()))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}
        site.weather.clear()
        assert sum(len(page.payloads) for page in await self.whole(account)) == CONTACTS
