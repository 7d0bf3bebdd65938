"""What Rex really answers, rebuilt from recordings, and what differs from one account to the next."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from crmdesk.demo.rex.site import RexOptions
from crmdesk.demo.rex.twin import Rex
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import AuthRequired, BadResponse, Rejected, RemoteGone
from crmdesk.providers.contract import Access, Provider, RemoteId, RemoteRecord
from crmdesk.providers.registry import base_url, connect
from crmdesk.system.redaction import redactor
from tests.contract import recorded_rex as recorded
from tests.contract.patient_clock import PatientClock

ROOT = "/v1/rex"


@asynccontextmanager
async def account(settings: dict[str, str] | None = None, **options: Any) -> AsyncIterator[tuple[Provider, Rex]]:
    with DemoCrms(57, crms={"rex": Rex}, rex=RexOptions(**options)) as crms:
        site, there = crms.sites["rex"], crms.account("rex", "rpc")
        assert isinstance(site, Rex)
        given = {"base_url": there.base_url, **(settings or {})}
        provider = connect("rex", given, json.loads(there.secret), Access(PatientClock(), protect=redactor.protect))
        try:
            yield provider, site
        finally:
            await provider.close()


def read(payload: dict[str, Any]) -> RemoteRecord:
    provider = connect("rex", {}, {"email": "sam@harbour.example", "password": "a long password"})
    return provider.read(Kind.CONTACT, json.dumps(payload).encode())


def test_a_person_arrives_whole_and_what_has_no_place_is_listed() -> None:
    record = read(recorded.PERSON)
    expected: dict[str, Value] = {
        "name": "Ada Quill",
        "first_name": "Ada",
        "last_name": "Quill",
        "description": "met in Oslo",
        "emails": (Entry("ada@quill.example", "", True), Entry("a@work.example", "work")),
        "phones": (Entry("0400 000 000", "Mob", True), Entry("(03) 5251 0000", "home")),
        "tags": (Entry("Sample Tag"),),
        "birthday": "1984-02-07",
        "address": "Level 5 1 Quay Street\nNewport, ACT 2600",
        "image": "https://images.rex.example/ab/cd.jpg",
        "contact_type": "person",
        "stage": "warm",
        "source": "Internet",
        "last_seen": "2019-04-25T00:00:00+00:00",
        "custom.12": "north side",
        "custom.13": "Investor",
        "custom.14": "Golf, Wine",
        "custom.16": "yes",
    }
    assert {field: record.values.get(field) for field in expected} == expected
    seen = {"address_postal", "is_dnd", "name_legal", "name_salutation", "marketing_postcode", "cf.17"}
    assert seen <= set(record.unmapped)
    assert "custom.15" in record.fields
    assert not {"cf.12", "cf.15"} & set(record.unmapped)


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (recorded.COUPLE, {"name": "Ada & Bo Quill", "first_name": "Ada",
                           "emails": (Entry("home@quill.example", "", True),)}),
        (recorded.FIRM, {"name": "Quill & Co", "company": "Quill & Co", "website": "https://quill.example",
                         "contact_type": "company", "phones": (Entry("(02) 3536 0000", "work", True),)}),
        (recorded.ROW, {"name": "Bo Quill", "last_name": "Quill", "stage": "cold", "birthday": "1973-01-05",
                        "phones": (Entry("(02) 3536 0001", "home", True),)}),
        (recorded.WEBHOOK, {"name": "Test Quill", "phones": (Entry("0400000001", "mobile", True),)}),
    ],
    ids=["couple", "firm", "search row", "webhook"],
)  # fmt: skip
def test_each_recorded_form_of_a_contact_is_read(payload: dict[str, Any], expected: dict[str, Value]) -> None:
    record = read(payload)
    assert {field: record.values.get(field) for field in expected} == expected


@pytest.mark.parametrize(
    ("image", "shown"),
    [
        (recorded.IMAGE, "https://images.rex.example/ab/cd.jpg"),
        ({"uri": "rexlive://x", "url": "http://x.example/y.png"}, "http://x.example/y.png"),
        ({"uri": "rexlive://x", "url": "rexlive://x"}, None),
        ({"uri": "rexlive://x"}, None),
        (None, None),
    ],
)
def test_a_picture_is_shown_by_its_web_address_alone(image: dict[str, Any] | None, shown: str | None) -> None:
    assert read(recorded.PERSON | {"contact_image": image}).values.get("image") == shown


@pytest.mark.parametrize(
    ("source", "told", "fixed"), [("Internet", "Internet", False), ({"id": "3", "text": "Sign"}, "Sign", True)]
)
def test_a_source_is_read_as_a_text_and_as_an_object(source: object, told: str, fixed: bool) -> None:
    record = read(recorded.PERSON | {"marketing_enquiry_source": source})
    assert (record.values["source"], "source" in record.fixed) == (told, fixed)


@pytest.mark.parametrize("form", ["text", "object"])
async def test_the_form_of_sources_is_found_at_the_sign_in(form: str) -> None:
    async with account(source=form) as (provider, _):
        found = dict(await provider.discover())
    assert found == {"source_form": form}
    async with account(found, source=form) as (provider, site):
        assert provider.kind_info(Kind.CONTACT).writable("source") == (form == "text")
        for remote_id in site.book.ids()[:5]:
            record = await provider.fetch(Kind.CONTACT, RemoteId(remote_id))
            assert record.values.get("source") == (site.book.get(remote_id) or {})["marketing_enquiry_source"]


async def test_a_source_that_comes_as_an_object_is_remembered_of_the_account() -> None:
    async with account(source="object") as (provider, site):
        told = next(one for one in site.book.ids() if (site.book.get(one) or {})["marketing_enquiry_source"])
        await provider.fetch(Kind.CONTACT, RemoteId(told))
        assert provider.found == {"source_form": "object"}


async def test_who_signs_in_is_named_and_stays_the_same_where_rex_does_not_say() -> None:
    async with account() as (provider, _):
        named = await provider.whoami()
    async with account(names_user=False) as (provider, _):
        unnamed = await provider.whoami()
    assert named.title == "Rex (Sam Harbour, sam@harbour-homes.example)"
    assert unnamed.title == "Rex (sam@harbour-homes.example)"
    assert named.key == unnamed.key


async def test_the_accounts_of_a_user_are_listed_for_the_choice() -> None:
    async with account({"account_id": "902"}, accounts=2) as (provider, _):
        assert (await provider.discover())["accounts"] == "901 Harbour Homes 1; 902 Harbour Homes 2"


def test_a_region_stands_for_its_host() -> None:
    assert base_url("rex", {"base_url": "uk"}) == "https://api.uk.rexsoftware.com/v1/rex"
    assert base_url("rex", {"base_url": "AU"}) == base_url("rex", {}) == "https://api.rexsoftware.com/v1/rex"
    assert base_url("rex", {"base_url": "https://api.uk.rexsoftware.com"}) == base_url("rex", {"base_url": "uk"})


async def test_a_refused_login_tells_of_the_other_regions() -> None:
    async with account() as (provider, site):
        site.password = "another one"
        with pytest.raises(AuthRequired) as refused:
            await provider.whoami()
    assert "base_url=uk (United Kingdom)" in refused.value.next


@pytest.mark.parametrize("result", ["shrt.tkn", {"token": "shrt.tkn"}], ids=["text", "object"])
async def test_a_token_that_an_error_echoes_is_never_shown(result: object) -> None:
    async with account() as (provider, site):
        site.sessions.add("shrt.tkn")
        site.weather.set("error_200", path=f"{ROOT}/Authentication/login", body={"result": result, "error": None})
        assert (await provider.fetch(Kind.CONTACT, RemoteId(site.book.ids()[0]))).values
        error = {"message": "no shrt.tkn", "type": "ValidationException", "extra": {"token": "shrt.tkn"}}
        site.weather.set("error_200", path=f"{ROOT}/contacts/update", body={"result": None, "error": error})
        current = await provider.fetch(Kind.CONTACT, RemoteId(site.book.ids()[0]))
        with pytest.raises(Rejected) as refused:
            await provider.update(Kind.CONTACT, current, {"stage": "hot"})
    told = f"{refused.value.as_json()} {refused.value.detail} {refused.value.fields}"
    assert "no •••" in told
    assert "shrt.tkn" not in told + redactor.redact("a line of the log with shrt.tkn")


async def test_what_a_refusal_echoes_of_a_request_is_never_shown() -> None:
    async with account() as (provider, site):
        await provider.whoami()
        with pytest.raises(RemoteGone) as gone:
            await provider.fetch(Kind.CONTACT, RemoteId("19"))
        (token,) = site.sessions
        assert token not in f"{gone.value.as_json()} {gone.value.detail}"


async def test_a_rejected_search_is_never_an_empty_list() -> None:
    async with account({"page_size": "50000"}) as (provider, site):
        body = {
            "result": {"rows": [], "total": 0},
            "error": {"message": "not a permissible order", "type": "Exception"},
        }
        site.weather.set("error_200", path=f"{ROOT}/contacts/search", body=body)
        with pytest.raises(Exception, match="not a permissible order") as failed:
            _ = [page async for page in provider.pages(Kind.CONTACT, None)]
    assert not isinstance(failed.value, AssertionError)


async def test_an_email_without_a_description_keeps_the_word_that_stands_for_none() -> None:
    async with account() as (provider, site):
        first = site.book.ids()[0]
        row = {"id": 77, "email_address": "ada@quill.example", "email_desc": "Default", "email_primary": True}
        site.book.update(first, {"contact_emails": [row]})
        current = await provider.fetch(Kind.CONTACT, RemoteId(first))
        assert current.values["emails"] == (Entry("ada@quill.example", "", True),)
        wanted = (Entry("ada@quill.example", "", True), Entry("two@quill.example"))
        after = await provider.update(Kind.CONTACT, current, {"emails": wanted})
        assert after.values["emails"] == wanted
        assert (site.book.get(first) or {})["contact_emails"][0]["email_desc"] == "Default"


async def test_what_is_of_companies_alone_is_written_to_companies() -> None:
    async with account() as (provider, site):
        firm = next(one for one in site.book.ids() if (site.book.get(one) or {})["type"] == "company")
        current = await provider.fetch(Kind.CONTACT, RemoteId(firm))
        after = await provider.update(Kind.CONTACT, current, {"company": "Quill & Co", "website": "https://q.example"})
        assert (after.values["name"], after.values["website"]) == ("Quill & Co", "https://q.example")
        assert set(after.fixed) == {"first_name", "last_name"}
        person = next(one for one in site.book.ids() if (site.book.get(one) or {})["type"] == "person")
        assert set((await provider.fetch(Kind.CONTACT, RemoteId(person))).fixed) == {"company", "website"}


async def test_a_level_of_interest_that_rex_does_not_know_is_refused_before_it_is_sent() -> None:
    async with account() as (provider, site):
        current = await provider.fetch(Kind.CONTACT, RemoteId(site.book.ids()[0]))
        with pytest.raises(Rejected) as refused:
            await provider.update(Kind.CONTACT, current, {"stage": "lukewarm"})
        assert set(refused.value.fields) == {"stage"}
        assert site.requests.writes() == []


async def test_a_login_without_a_token_is_not_taken_for_one() -> None:
    async with account() as (provider, site):
        site.weather.set("error_200", path=f"{ROOT}/Authentication/login", body={"result": {}, "error": None})
        with pytest.raises(BadResponse):
            await provider.whoami()
