"""Rex's services keep the provider's promises: etags first, then what differs, child rows by their ids."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest

from crmdesk.demo.rex.site import RexOptions
from crmdesk.demo.rex.twin import Rex
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.values import Entry, Value
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
from crmdesk.providers.rex.errors import failure_in_envelope
from crmdesk.providers.wire.answer import Answer
from crmdesk.providers.wire.transport import TRIES
from tests.contract.account_contract import CONTACTS
from tests.contract.patient_clock import PatientClock
from tests.contract.provider_contract import ProviderContract
from tests.contract.weather_contract import UNOPENED, UNREADABLE

ROOT = "/v1/rex/contacts"


class TestRexRpc(ProviderContract):
    provider, api = "rex", "rpc"
    archived: ClassVar[dict[str, object]] = {"is_archived": True}
    ends_itself, one_primary = False, True
    nobody = RemoteId("19")
    line, line_there = "last_name", "contact_names"
    note = note_there = "address"
    named = "name"
    always = frozenset({"name", "emails", "phones", "address", "tags"})
    makes: ClassVar[dict[str, str]] = {"path": f"{ROOT}/create"}
    changes: ClassVar[dict[str, str]] = {"path": f"{ROOT}/update"}
    deletes: ClassVar[dict[str, str]] = {"path": f"{ROOT}/trash"}
    reads: ClassVar[dict[str, str]] = {"path": f"{ROOT}/read"}
    lists_first = 7
    mark_of_deletion: ClassVar[dict[str, object]] = {"is_trashed": True}
    new: ClassVar[dict[str, Value]] = {
        "first_name": "Ada",
        "last_name": "Quill",
        "address": "2 Quay Street\nOslo",
        "emails": (Entry("ada@quill.example", "", True),),
        "phones": (Entry("+442079460958", "Work", True),),
        "tags": (Entry("buyer"),),
    }

    def secrets(self, secret: str, key: str | None) -> Mapping[str, str]:
        """The email stays right where the password is wrong."""
        given: dict[str, str] = json.loads(secret)
        return {**given, "password": key or given["password"]}

    def fitting(self, field: str, value: Value) -> Value:
        """Rex keeps no birthday without its year, and knows three levels of interest."""
        if field == "stage":
            return "hot"
        return "1996-02-29" if value == "--02-29" else super().fitting(field, value)

    async def test_the_sign_in_is_told_apart_without_giving_it_away(self, account: Provider, crms: DemoCrms) -> None:
        await super().test_the_sign_in_is_told_apart_without_giving_it_away(account, crms)
        other = self.connected(crms, PatientClock(), account_id="901")
        identity = await other.whoami()
        assert identity.key != (await account.whoami()).key
        assert json.loads(crms.account("rex", "rpc").secret)["password"] not in f"{identity}"
        await other.close()

    async def test_a_new_record_is_created_found_and_deleted(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key="1" * 32)
        assert {field: made.values.get(field) for field in self.new} == self.new
        assert made.values["name"] == "Ada Quill"
        found = await account.find(self.kind, LookupKey({"emails": (Entry("ADA@quill.example"),)}))
        assert [record.id for record in found] == [made.id]
        await account.delete(self.kind, made.id)
        await account.delete(self.kind, made.id)
        stored = site.book.get(made.id)
        assert stored is not None
        assert stored["is_trashed"]
        with pytest.raises(RemoteGone, match="trash"):
            await account.fetch(self.kind, made.id)
        site.book.delete(made.id)
        with pytest.raises(RemoteGone):
            await account.update(self.kind, made, {self.line: "Editor"})

    @pytest.mark.parametrize("what", UNREADABLE)
    async def test_one_bad_record_is_refused_by_itself(self, account: Provider, site: Site, what: str) -> None:
        ids = [account.identify(self.kind, payload) for page in await self.whole(account) for payload in page.payloads]
        site.weather.set("bad_record", times=1, what=what, index=2)
        found = await account.details(self.kind, ids)
        assert len(found) == CONTACTS
        refused = [place for place, one in enumerate(found) if isinstance(one, BadRecord)]
        if what in ("no_id", "null_id", "not_an_object"):
            assert refused == []  # nobody knows whom such a row is about, so that it is read by itself
        else:
            bad = found[2]
            assert isinstance(bad, BadRecord)
            assert refused == [2]
            assert (bad.remote_id, bool(bad.why), bool(bad.field)) == (ids[2], True, True)

    @pytest.mark.parametrize("what", ["no_id", "null_id", "not_an_object"])
    async def test_an_etag_without_an_id_is_told(self, account: Provider, site: Site, what: str) -> None:
        site.weather.set("bad_record", times=1, what=what, index=2)
        payload = (await self.whole(account))[0].payloads[2]
        with pytest.raises(BadRecord):
            account.identify(self.kind, payload)

    @pytest.mark.parametrize(("status", "cause"), UNOPENED)
    async def test_a_record_that_cannot_be_opened_is_refused_by_itself(
        self, account: Provider, site: Site, status: int, cause: type[ProviderError]
    ) -> None:
        """It is asked for with others first, then by itself: what fails then is to blame."""
        await account.whoami()
        closed = RemoteId(site.book.ids()[0])
        together = site.weather.set("status", status=status, path=f"{ROOT}/search", times=TRIES if status == 500 else 1)
        site.weather.set("status", status=status, path=f"{ROOT}/read")
        found = await account.details(self.kind, [closed])
        assert together.fired == together.times
        told = [(one.remote_id, type(one.failure)) for one in found if isinstance(one, Unopened)]
        assert told == ([] if cause is RemoteGone else [(closed, cause)])

    # What is Rex's own

    async def test_only_what_changed_is_read(self, account: Provider, site: Site) -> None:
        before = {payload for page in await self.whole(account) for payload in page.payloads}
        changed = site.book.ids()[3:6]
        for contact in changed:
            site.somebody_else("edit", contact)
        after = {payload for page in await self.whole(account) for payload in page.payloads}
        assert sorted(account.identify(self.kind, payload) for payload in after - before) == sorted(changed)
        sent = site.requests.total
        records = await account.details(self.kind, [RemoteId(contact) for contact in changed])
        assert [record.id for record in records if isinstance(record, RemoteRecord)] == changed
        assert site.requests.total == sent + 1

    async def test_a_company_is_read_by_itself_with_what_no_search_tells(self, account: Provider, site: Site) -> None:
        company = next(one for one in site.book.ids() if (site.book.get(one) or {})["type"] == "company")
        (record,) = await account.details(self.kind, [RemoteId(company)])
        assert isinstance(record, RemoteRecord)
        assert record.values["company"] == record.values["name"]
        assert record.values["contact_type"] == "company"
        assert [asked.path for asked in site.requests.all()][-2:] == [f"{ROOT}/search", f"{ROOT}/read"]

    async def test_details_are_read_singly_where_searching_for_ids_is_refused(
        self, account: Provider, site: Site
    ) -> None:
        site.weather.set("status", status=422, message="in is not a type", path=f"{ROOT}/search")
        ids = [RemoteId(one) for one in site.book.ids()[:5]]
        records = await account.details(self.kind, ids)
        assert [record.id for record in records if isinstance(record, RemoteRecord)] == ids

    async def test_archived_contacts_are_listed_and_trashed_ones_named(self, account: Provider, site: Site) -> None:
        archived, trashed = site.book.ids()[:2]
        site.somebody_else("archive", archived)
        site.book.update(trashed, {"is_trashed": True})
        pages = await self.whole(account)
        listed = [account.identify(self.kind, payload) for page in pages for payload in page.payloads]
        assert archived in listed
        assert trashed not in listed
        assert [list(page.removed) for page in pages] == [[]] * (len(pages) - 1) + [[trashed]]
        assert pages[-1].total == CONTACTS - 1
        (record,) = await account.details(self.kind, [RemoteId(archived)])
        assert isinstance(record, RemoteRecord)
        assert record.archived

    async def test_a_row_keeps_its_id_and_what_the_desk_does_not_know(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key="1" * 32)
        stored = site.book.get(made.id)
        assert stored is not None
        kept = {**stored["contact_emails"][0], "is_invalid": True, "contact_name_id": 5}
        site.book.update(made.id, {"contact_emails": [kept]})
        current = await account.fetch(self.kind, made.id)
        wanted = (Entry("ADA@quill.example", "", True), Entry("new@quill.example", "work"))
        after = await account.update(self.kind, current, {"emails": wanted, "phones": None})
        assert (after.values["emails"], "phones" in after.values) == (wanted, False)
        stored = site.book.get(made.id)
        assert stored is not None
        assert stored["contact_emails"][0] == {**kept, "email_address": "ADA@quill.example"}

    async def test_nothing_is_sent_for_a_list_that_stands_there_already(self, account: Provider, site: Site) -> None:
        made = await account.create(self.kind, self.new, key="1" * 32)
        sent = len(site.requests.writes())
        same = await account.update(self.kind, made, {"emails": made.values["emails"]})
        assert (same.values, len(site.requests.writes())) == (made.values, sent)

    async def test_a_birthday_without_its_year_is_refused_before_it_is_sent(
        self, account: Provider, site: Site
    ) -> None:
        current = await self.first(account)
        with pytest.raises(Rejected) as refused:
            await account.update(self.kind, current, {"birthday": "--02-29"})
        assert set(refused.value.fields) == {"birthday"}
        assert site.requests.writes() == []

    # Signing in

    async def test_a_login_that_ended_is_renewed_once_for_all_that_wait(self, account: Provider, site: Site) -> None:
        assert isinstance(site, Rex)
        first = await self.first(account)
        site.sign_out()
        done = await asyncio.gather(*(account.fetch(self.kind, first.id) for _ in range(50)))
        assert (len(done), site.logins) == (50, 2)
        site.sign_out()
        changed = await account.update(self.kind, first, {self.line: "Editor"})
        assert (changed.values[self.line], site.logins, len(site.requests.writes())) == ("Editor", 3, 2)

    async def test_a_token_of_which_only_the_words_say_that_it_ended_is_renewed(
        self, account: Provider, site: Site
    ) -> None:
        assert isinstance(site, Rex)
        first = await self.first(account)
        body = {"result": None, "error": {"message": "Token has expired", "type": "Exception"}}
        site.weather.set("error_200", times=1, path=f"{ROOT}/read", body=body)
        assert (await account.fetch(self.kind, first.id)).id == first.id
        assert site.logins == 2

    @pytest.mark.parametrize("total", ["abc", "-3", "1.5"])
    async def test_a_count_that_is_none_is_no_answer(self, account: Provider, site: Site, total: str) -> None:
        body = {"result": {"rows": [], "total": total}, "error": None}
        site.weather.set("error_200", path=f"{ROOT}/search", body=body)
        with pytest.raises(BadResponse):
            await self.whole(account)

    async def test_a_refused_login_is_tried_once_for_all_that_wait(self, crms: DemoCrms, site: Site) -> None:
        assert isinstance(site, Rex)
        account = self.connected(crms, PatientClock(), key="0123456789abcdef")
        tries = [account.fetch(self.kind, RemoteId(one)) for one in site.book.ids()[:20]]
        failed = await asyncio.gather(*tries, return_exceptions=True)
        assert {type(one) for one in failed} == {AuthRequired}
        assert site.logins == 1
        await account.close()


LISTS = {404: BadResponse, 422: BadResponse}
ERRORS = [
    ({"type": "TokenException", "message": "Token has expired"}, AuthRequired, AuthRequired),
    ({"type": "AuthenticationException", "message": "no"}, AuthRequired, AuthRequired),
    ({"type": "AccessException", "message": "no"}, NotAllowed, NotAllowed),
    ({"type": "RecordNotFoundException", "message": "no"}, BadResponse, RemoteGone),
    ({"type": "ValidationException", "message": "no"}, BadResponse, Rejected),
    ({"type": "BadMethodCallException", "message": "no", "code": 400}, BadResponse, Rejected),
    ({"type": "SomethingElse", "message": "no"}, Unavailable, OutcomeUnknown),
    ({"type": None, "message": None, "code": 503}, Unavailable, OutcomeUnknown),
    ({"type": "Exception", "message": "Token has expired"}, AuthRequired, AuthRequired),
    ({"type": "AuthorizationException", "message": "You do not have permission"}, NotAllowed, NotAllowed),
    ({"type": "UnauthorizedException", "message": "no"}, AuthRequired, AuthRequired),
    ({"type": "Exception", "message": "Contact 7 was not found"}, Unavailable, OutcomeUnknown),
    ({"type": "Exception", "message": {"x": 1}, "code": "ERR_X"}, Unavailable, OutcomeUnknown),
    ("Invalid token", AuthRequired, AuthRequired),
    ("The service is being moved", Unavailable, OutcomeUnknown),
    ([{"message": "Too many requests"}], RateLimited, RateLimited),
]


@pytest.mark.parametrize(("error", "reading", "writing"), ERRORS, ids=lambda value: str(value)[:40])
def test_errors_in_a_good_status_are_told_apart(error: Any, reading: type, writing: type) -> None:
    body = json.dumps({"result": None, "error": error}).encode()
    assert type(failure_in_envelope(Answer(200, {}, body, safe=True), LISTS)) is reading
    assert type(failure_in_envelope(Answer(200, {}, body, safe=False), {})) is writing
    told = failure_in_envelope(Answer(200, {}, body), {})
    assert told is not None
    assert not isinstance(error, str) or error in told.why
    assert failure_in_envelope(Answer(200, {}, b'{"result": 1, "error": null}'), {}) is None
    assert failure_in_envelope(Answer(200, {}, b"<html>"), {}) is None


@pytest.mark.parametrize("options", [{"status_codes": False}, {"accounts": 2}], ids=str)
class TestRexVariants:
    """Tenants differ: failures may keep status 200, and a user may belong to several accounts."""

    async def test_the_job_is_done(self, options: dict[str, Any]) -> None:
        suite = TestRexRpc()
        with DemoCrms(CONTACTS, crms={"rex": Rex}, rex=RexOptions(**options)) as crms:
            site = crms.sites["rex"]
            assert isinstance(site, Rex)
            account = suite.connected(crms, PatientClock(), account_id="901")
            try:
                await suite.test_the_list_arrives_whole_once_and_in_order(account, site)
                await suite.test_a_new_record_is_created_found_and_deleted(account, site)
                with pytest.raises(RemoteGone):
                    await account.fetch(suite.kind, suite.nobody)
                site.sign_out()
                await account.whoami()
                with pytest.raises(Rejected):
                    await account.create(suite.kind, {"last_name": "Quill"}, key="1" * 32)
            finally:
                await account.close()

    async def test_a_wrong_password_and_a_missing_account_say_what_to_do(self, options: dict[str, Any]) -> None:
        suite = TestRexRpc()
        with DemoCrms(3, crms={"rex": Rex}, rex=RexOptions(**options)) as crms:
            wrong = suite.connected(crms, PatientClock(), key="wrong", account_id="901")
            with pytest.raises(AuthRequired):
                await wrong.whoami()
            await wrong.close()
            if options.get("accounts"):
                unnamed = suite.connected(crms, PatientClock())
                with pytest.raises(AuthRequired) as refused:
                    await unnamed.whoami()
                assert "account_id" in refused.value.next
                await unnamed.close()
