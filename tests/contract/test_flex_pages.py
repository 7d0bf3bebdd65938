"""Flex's pages are read in order and to their end, whichever number a tenant gives its second page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.flex.twin import Flex, FlexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import RecordState
from crmdesk.domain.reports import RunOutcome
from crmdesk.domain.values import Entry
from crmdesk.errors import BadResponse
from crmdesk.providers.contract import Access, Cursor, LookupKey, Provider
from crmdesk.providers.flex.pages import NumberedPage, counted_from
from crmdesk.providers.registry import connect
from tests.contract.patient_clock import PatientClock
from tests.stories.flex_world import FlexWorld

CONTACTS = 57
PAGES = 9  # of ten records or fewer, which overlap; 6 would hold them all
FIRST_PAGE = {"one": "1", "zero": "0"}


@asynccontextmanager
async def tenant(settings: dict[str, str] | None = None, **options: Any) -> AsyncIterator[tuple[Provider, Site]]:
    with DemoCrms(CONTACTS, crms={"flex": Flex}, flex=FlexOptions(**options)) as crms:
        there = crms.account("flex")
        given = {"base_url": there.base_url, "page_size": "10", **(settings or {})}
        account = connect("flex", given, {"key": there.secret}, Access(PatientClock()))
        try:
            yield account, crms.sites["flex"]
        finally:
            await account.close()


async def listed(account: Provider, resume: Cursor | None = None) -> list[str]:
    async with aclosing(account.pages(Kind.CONTACT, None, resume)) as pages:
        found = [payload async for page in pages for payload in page.payloads]
    return [account.identify(Kind.CONTACT, payload) for payload in found]


@pytest.mark.parametrize("tells", ["number", "pageable", "nowhere"])
@pytest.mark.parametrize("numbering", ["one", "zero"])
class TestNumbering:
    """Both ways of counting, whether or not answers say which page they are."""

    async def test_the_list_is_read_whole_though_nobody_said_how_it_counts(self, numbering: str, tells: str) -> None:
        async with tenant(numbering=numbering, tells=tells) as (account, site):
            site.weather.set("slow", ms=20)
            assert await listed(account) == site.book.ids()
            assert site.requests.total == PAGES + 1
            assert site.requests.peak > 1

    async def test_what_was_found_at_the_sign_in_spares_the_asking(self, numbering: str, tells: str) -> None:
        async with tenant(numbering=numbering, tells=tells) as (account, _):
            found = (await account.discover())["first_page"]
        assert found == FIRST_PAGE[numbering]
        async with tenant({"first_page": found}, numbering=numbering, tells=tells) as (account, site):
            assert await listed(account) == site.book.ids()
            if tells != "nowhere":
                assert site.requests.total == PAGES

    async def test_a_tenant_that_counts_otherwise_since_is_read_whole_all_the_same(
        self, numbering: str, tells: str
    ) -> None:
        wrong = "0" if numbering == "one" else "1"
        async with tenant({"first_page": wrong}, numbering=numbering, tells=tells) as (account, site):
            assert await listed(account) == site.book.ids()

    async def test_a_reading_that_was_cut_off_goes_on_at_the_right_page(self, numbering: str, tells: str) -> None:
        for known in ({}, {"first_page": "0"}, {"first_page": "1"}):
            async with tenant(known, numbering=numbering, tells=tells) as (account, site):
                assert await listed(account, Cursor("30")) == site.book.ids()[30:]


@pytest.mark.parametrize("tells", ["number", "nowhere"])
async def test_a_tenant_that_refuses_page_0_is_read_from_its_first(tells: str) -> None:
    async with tenant(numbering="no zero", tells=tells) as (account, site):
        assert (await account.whoami()).title
        assert (await account.discover())["first_page"] == "1"
        assert await listed(account) == site.book.ids()
        assert await account.find(Kind.CONTACT, LookupKey({"emails": (Entry("nobody@nowhere.example"),)})) == []


async def test_a_list_of_one_page_asks_for_no_second() -> None:
    async with tenant({"page_size": "500"}) as (account, site):
        assert len(await listed(account)) == CONTACTS
        assert site.requests.total == 1


@pytest.mark.parametrize("known", [{}, {"first_page": "0"}], ids=["unknown", "known"])
async def test_a_list_that_counts_in_two_ways_is_not_read_on(known: dict[str, str]) -> None:
    async with tenant(known, numbering="mixed") as (account, _):
        with pytest.raises(BadResponse, match="in two ways") as failed:
            await listed(account)
        assert "test the account" in failed.value.next


def page(ids: str, number: int | None = None) -> NumberedPage:
    return NumberedPage([one.encode() for one in ids], 30, number)


def ids_of(payloads: Sequence[bytes]) -> set[str]:
    return {one.decode() for one in payloads}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (page("abc", 0), page("def", 1), 0),
        (page("abc", 0), page("abc", 0), 1),
        (page("abc", 1), page("abc", 1), 1),
        (page("abc", 0), page("xab", 0), 1),
        (page("abc", 0), page("", 1), 0),
        (page("abc"), page("def"), 0),
        (page("abc"), page("cba"), 1),
        (page("abc", 0), page("abc", 1), None),
        (page("abc", 0), page("def", 0), None),
        (page("abc", 0), page("ghi", 2), None),
        (page("abc"), page("cde"), None),
    ],
)
def test_the_first_two_answers_tell_how_pages_are_counted(
    first: NumberedPage, second: NumberedPage, expected: int | None
) -> None:
    if expected is None:
        with pytest.raises(BadResponse):
            counted_from(first, second, ids_of)
    else:
        assert counted_from(first, second, ids_of) == expected


async def test_nobody_is_lost_or_called_deleted_where_a_tenant_counts_in_two_ways(tmp_path: Path) -> None:
    with DemoCrms(CONTACTS, crms={"flex": Flex}, flex=FlexOptions(sorts="no")) as crms:
        world = FlexWorld(crms, tmp_path / "profile")
        account = await world.start(page_size="10")
        assert account.settings["first_page"] == "1"
        assert (await world.sync()).outcome is RunOutcome.SUCCESS
        item = await world.edit(world.flex.book.ids()[0], {"job_title": "Rigger"})
        world.flex.options = FlexOptions(numbering="mixed", sorts="no")
        run = await world.sync()
        assert (run.outcome, run.error_id, run.removed) == (RunOutcome.FAILED, "BAD_RESPONSE", 0)
        assert len(await world.items()) == CONTACTS
        assert world.desk.item(item.id).values["job_title"] == "Rigger"
        assert RecordState.REMOVED not in world.desk.item(item.id).states.values()
        world.flex.options = FlexOptions(sorts="no")
        assert (await world.sync()).outcome is RunOutcome.SUCCESS
        await world.close()
