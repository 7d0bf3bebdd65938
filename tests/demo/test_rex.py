"""The demo Rex answers as the facts say that the real one does, traps included."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from crmdesk.demo.rex.site import EMAIL, RexOptions
from crmdesk.demo.rex.twin import Rex
from crmdesk.demo.server import DemoCrms
from tests.patience import PATIENCE

OPTIONS = "use_status_codes=true,use_strict_arguments,add_request_prefixes,strip_response_prefixes"
ALL = [{"name": "system_record_state", "type": "in", "value": ["active", "archived", "trashed"]}]


@pytest.fixture
def rex(running: DemoCrms) -> Rex:
    rex = running.sites["rex"]
    assert isinstance(rex, Rex)
    rex.reset()
    return rex


@pytest.fixture
def rpc(rex: Rex) -> Iterator[httpx.Client]:
    headers = {"x-app-identifier": "Integration:Test:Desk", "x-api-option": OPTIONS}
    with httpx.Client(base_url=f"{rex.origin}/v1/rex/", headers=headers, timeout=PATIENCE) as client:
        token = call(client, "Authentication/login", email=EMAIL, password=rex.password)
        client.headers["authorization"] = f"Bearer {token}"
        yield client


def call(client: httpx.Client, path: str, **arguments: Any) -> Any:
    answer = client.post(f"/{path}", json=arguments)
    assert answer.status_code == 200, answer.text
    assert answer.json()["error"] is None
    return answer.json()["result"]


def error(client: httpx.Client, path: str, **arguments: Any) -> Any:
    answer = client.post(f"/{path}", json=arguments)
    found = answer.json()["error"]
    assert found is not None
    assert answer.status_code in (200, found["code"])
    return found


def test_a_service_is_called_in_either_notation(rex: Rex, rpc: httpx.Client) -> None:
    first = rex.book.ids()[0]
    same = [call(rpc, path, id=int(first)) for path in ("Contacts::read", "contacts/read", "Contacts/read")]
    assert same[0] == same[1] == same[2]
    assert error(rpc, "contacts/teleport")["code"] == 400


def test_ids_and_times_are_texts_in_searches_and_numbers_when_read(rpc: httpx.Client) -> None:
    row = call(rpc, "contacts/search", limit=1, order_by={"id": "ASC"})["rows"][0]
    whole = call(rpc, "contacts/read", id=int(row["id"]))
    assert (row["id"], row["system_modtime"]) == (str(whole["id"]), str(whole["system_modtime"]))
    assert row["etag"] == whole["etag"] == f"{row['id']}-{row['system_modtime']}"
    assert "name" not in whole
    assert "company_name" not in row
    assert row["related"] == {}


def test_archived_and_trashed_records_hide_until_asked_for(rex: Rex, rpc: httpx.Client) -> None:
    first, second = rex.book.ids()[:2]
    before = call(rpc, "contacts/search", result_format="ids", limit=1000)["total"]
    assert call(rpc, "contacts/archive", id=int(first)) == 1
    assert call(rpc, "contacts/trash", id=int(second)) == 1
    assert call(rpc, "contacts/search", result_format="ids", limit=1000)["total"] == before - 2
    everything = call(rpc, "contacts/search", criteria=ALL, result_format="ids", limit=1000)
    assert set(everything["rows"]) == set(rex.book.ids())
    assert error(rpc, "contacts/archive", id=int(first))["code"] == 422
    assert call(rpc, "contacts/recoverFromTrash", id=int(second)) == 1


def test_every_format_has_its_limit_and_without_an_order_there_is_none(rpc: httpx.Client) -> None:
    assert len(call(rpc, "contacts/search")["rows"]) == 20
    assert error(rpc, "contacts/search", limit=101)["type"] == "ValidationException"
    one = call(rpc, "contacts/search", limit=50, result_format="etags")["rows"]
    assert set(one[0]) == {"id", "etag"}
    assert one != call(rpc, "contacts/search", limit=50, result_format="etags")["rows"]


def test_a_child_row_is_changed_by_its_id_added_without_and_dropped_on_demand(rex: Rex, rpc: httpx.Client) -> None:
    rows = [{"email_address": "one@x.example"}, {"email_address": "two@x.example"}]
    data = {"type": "person", "related": {"contact_names": [{"name_first": "Mina"}], "contact_emails": rows}}
    made = call(rpc, "contacts/create", data=data, return_id=True)
    one, two = call(rpc, "contacts/read", id=made)["related"]["contact_emails"]
    assert (one["email_primary"], two["email_primary"]) == (True, None)
    sent = [
        {"id": one["id"], "_destroy": True},
        {"id": two["id"], "email_desc": "work"},
        {"email_address": "3@x.example"},
    ]
    after = call(rpc, "contacts/update", data={"id": made, "related": {"contact_emails": sent}})
    assert [row["email_address"] for row in after["related"]["contact_emails"]] == ["two@x.example", "3@x.example"]
    again = call(
        rpc, "contacts/update", id=made, data={"related": {"contact_emails": [{"email_address": "3@x.example"}]}}
    )
    assert len(again["related"]["contact_emails"]) == 3


def test_failures_come_with_200_unless_statuses_are_asked_for(rex: Rex, rpc: httpx.Client) -> None:
    asked = rpc.post("contacts/read", json={"id": 1})
    quiet = rpc.post("contacts/read", json={"id": 1}, headers={"x-api-option": ""})
    assert (asked.status_code, quiet.status_code) == (404, 200)
    assert asked.json() == quiet.json()
    assert error(rpc, "contacts/read", id=1, colour="red")["message"] == "Unknown argument colour"
    plain = rpc.post("contacts/read", json={"id": int(rex.book.ids()[0])}, headers={"x-api-option": ""})
    assert {"_id", "_related"} <= set(plain.json()["result"])
    rex.sign_out()
    assert rpc.post("contacts/read", json={"id": 1}).status_code == 401


def test_the_login_wants_the_account_where_there_are_several() -> None:
    with DemoCrms(3, crms={"rex": Rex}, rex=RexOptions(accounts=2, status_codes=False)) as crms:
        rex = crms.sites["rex"]
        assert isinstance(rex, Rex)
        with httpx.Client(base_url=f"{rex.origin}/v1/rex/", headers={"x-app-identifier": "Integration:A:B"}) as client:
            good = {"email": EMAIL, "password": rex.password}
            assert error(client, "Authentication/login", **good)["code"] == 422
            assert error(client, "Authentication/login", **good, account_id=7)["code"] == 403
            assert error(client, "Authentication/login", email=EMAIL, password="x")["code"] == 401
            assert call(client, "Authentication/login", **good, account_id=901)
            assert client.post("Authentication/login", json=good, headers={"x-app-identifier": ""}).json()["error"]


def test_the_list_of_the_oauth_dialect_tells_what_changed(rex: Rex) -> None:
    headers = {"authorization": f"Bearer {rex.grant()['access_token']}"}
    with httpx.Client(base_url=f"{rex.origin}/v1/rex", headers=headers) as client:
        items = client.get("/contacts/list").json()["items"]
        assert len(items) == rex.book.count
        assert {"name", "primary_email", "last_updated"} <= set(items[0]) | set(items[1])
        assert {"first_name", "emails", "updated_at"} <= set(items[0]) | set(items[1])
        now = rex.book.stamp()
        rex.somebody_else("edit", items[5]["id"])
        changed = client.get("/contacts/list", params={"updated_since": now}).json()["items"]
        assert [one["id"] for one in changed] == [items[5]["id"]]
        rex.sign_out()
        assert client.get("/contacts/list").status_code == 401


def test_consent_leads_back_with_a_code_that_works_once(rex: Rex) -> None:
    asked = {
        "client_id": rex.client_id,
        "redirect_uri": "http://127.0.0.1:9/back",
        "state": "s",
        "response_type": "code",
    }
    proof = {"code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method": "S256"}
    with httpx.Client(base_url=rex.origin) as client:
        page = client.get("/oauth/authorize", params={**asked, **proof}).text
        allow, refuse = (link.replace("&amp;", "&") for link in re.findall(r'href="([^"]+)"', page))
        assert "error=access_denied" in client.get(refuse).headers["location"]
        back = httpx.URL(client.get(allow).headers["location"])
        assert (back.host, back.params["state"]) == ("127.0.0.1", "s")
        form = {"grant_type": "authorization_code", "client_id": rex.client_id, "client_secret": rex.client_secret}
        form |= {"code": back.params["code"], "redirect_uri": asked["redirect_uri"]}
        form |= {"code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"}
        tokens = client.post("/oauth/token", data=form).json()
        assert set(tokens) == {"access_token", "refresh_token", "expires_in", "token_type"}
        assert client.post("/oauth/token", data=form).json() == {"error": "invalid_grant"}
        renewal = {**form, "grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]}
        assert client.post("/oauth/token", data=renewal).json()["refresh_token"] != tokens["refresh_token"]
        assert client.post("/oauth/token", data={**form, "client_secret": "x"}).status_code == 401
