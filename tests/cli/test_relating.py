"""Kinds beside contacts, links between records, and registrations for events, from the terminal."""

from __future__ import annotations

from typing import Any

import pytest

from crmdesk.demo.crm_api.twin import CrmApi
from tests.cli.conftest import Terminal


@pytest.fixture
def crm(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal with the demo CRM API, whose address and key come from the variables, synced once."""
    site = site_of(terminal)
    site.reset()
    monkeypatch.setenv("BACKEND_CRM_URL", site.origin)
    monkeypatch.setenv("BACKEND_CRM_API_KEY", site.v1)
    terminal.json("account", "add", "crm_api", "--name", "CRM", "--kinds", "contact,event")
    terminal.json("sync")
    return terminal


def site_of(terminal: Terminal) -> CrmApi:
    site = terminal.crms.sites["crm_api"]
    assert isinstance(site, CrmApi)
    return site


def connected(terminal: Terminal, name: str, key: str) -> CrmApi:
    """The demo CRM API, connected with one of its keys and synced."""
    site = site_of(terminal)
    words = ("account", "add", "crm_api", "--name", name, "--set", f"base_url={site.origin}", "--secret-stdin")
    terminal.json(*words, stdin=key)
    terminal.json("sync")
    return site


def first_event(terminal: Terminal) -> dict[str, Any]:
    event: dict[str, Any] = terminal.json("events", "--sort", "starts", "--limit", "1")["events"][0]
    return event


def test_each_kind_has_its_list(crm: Terminal) -> None:
    events = crm.json("events", "--limit", "0")
    assert events["total"] == len(events["events"]) == len(site_of(crm).events)
    members = ["id", "name", "event_type", "status", "starts", "ends", "location", "description", "contacts", "tags"]
    assert list(events["events"][0]) == [*members, "records"]
    assert crm.json("properties") == {"total": 0, "properties": []}
    assert crm.json("deals", "anything") == {"total": 0, "deals": []}
    found = crm.json("events", "porto", "--sort", "-starts")["events"]
    assert found
    assert all(event["starts"].endswith(".000Z") for event in found)
    assert {event["location"] for event in found} == {"Porto"}
    assert [event["starts"] for event in found] == sorted((event["starts"] for event in found), reverse=True)


@pytest.mark.parametrize("kind", ["contacts", "properties", "deals", "events"])
def test_each_list_is_a_table_too(crm: Terminal, kind: str) -> None:
    answer = crm.run(kind, "--limit", "3")
    assert answer.code == 0
    assert answer.out.splitlines()[-1].startswith("3 of " if kind in ("contacts", "events") else "0 of 0")


def test_prices_are_sorted_by_what_they_are_worth_and_none_comes_last(crm: Terminal) -> None:
    for name, price in (("Quay", "1,000,000"), ("Lane", "900000"), ("Mews", ""), ("Hill", "$95,000.50")):
        crm.json("new", "kind=property", f"name={name}", f"price={price}")

    def order(key: str) -> list[str]:
        return [found["name"] for found in crm.json("properties", "--sort", key)["properties"]]

    assert order("price") == ["Hill", "Lane", "Quay", "Mews"]
    assert order("-price") == ["Quay", "Lane", "Hill", "Mews"]


def test_a_field_of_another_kind_sorts_nothing(crm: Terminal) -> None:
    assert crm.run("events", "--sort", "company").code == 2


def test_an_event_is_shown_whole(crm: Terminal) -> None:
    event = first_event(crm)
    assert crm.json("show", event["id"])["starts"] == event["starts"]
    assert crm.json("show", f"CRM:{event['records'][0]['remote_id']}")["id"] == event["id"]


@pytest.mark.parametrize("way", ["id", "remote id", "name", "another name"])
def test_a_contact_is_put_down_for_an_event(crm: Terminal, way: str) -> None:
    site, contact, event = site_of(crm), crm.first(), first_event(crm)
    remote_id = event["records"][0]["remote_id"]
    named = {"id": event["id"], "remote id": f"CRM:{remote_id}", "name": event["name"].upper()}
    if way == "name":
        site.events[:] = [one for one in site.events if one["id"] == remote_id or one["name"] != event["name"]]
        crm.json("sync", "--full")
    put_down = crm.json("register", contact["id"], named.get(way, "Harvest: the dinner"))
    assert put_down["id"] == contact["id"]
    (entry,) = crm.json("outbox")["outbox"]
    assert (entry["action"], entry["item"], entry["account"]) == ("register", contact["id"], "CRM")
    assert crm.json("sync")["runs"][0]["sent"] == 1
    ((linked, there),) = site.links
    assert linked == contact["records"][0]["remote_id"]
    assert (there == remote_id) == (way != "another name")
    assert crm.json("outbox")["total"] == 0


def test_a_registration_that_cannot_be_made_is_refused(crm: Terminal) -> None:
    contact, event = crm.first(), first_event(crm)
    assert crm.run("--json", "register", contact["id"], "999999").error["id"] == "NOT_FOUND"
    assert crm.run("register", contact["id"], "CRM:none").code == 3
    assert crm.run("register", event["id"], event["id"]).code != 0
    assert crm.run("register", contact["id"]).code == 2
    nobody = crm.json("new", "name=Ada Quill")
    assert crm.run("register", nobody["id"], event["id"]).code != 0
    assert crm.json("outbox")["total"] == 0


def test_nobody_is_registered_twice_for_the_same_event(crm: Terminal) -> None:
    contact, event = crm.first(), first_event(crm)
    crm.json("register", contact["id"], event["id"])
    again = crm.run("--json", "register", contact["id"], event["id"])
    assert again.code != 0
    assert "already" in again.error["why"]
    assert crm.json("outbox")["total"] == 1


def test_an_event_made_by_its_name_is_the_one_that_the_crm_named(crm: Terminal) -> None:
    contact = crm.first()
    crm.json("register", contact["id"], "Harvest: the dinner")
    crm.json("sync")
    (made,) = [event["id"] for event in site_of(crm).events if event["name"] == "Harvest: the dinner"]
    for name in ("harvest: the dinner", f"CRM:{made}"):
        again = crm.run("--json", "register", contact["id"], name)
        assert (again.code, "already" in again.error["why"]) == (3, True)
    assert len(site_of(crm).links) == 1


def test_a_server_that_makes_no_events_takes_its_own_alone(terminal: Terminal) -> None:
    site_of(terminal).reset()
    site = connected(terminal, "Later", site_of(terminal).later)
    contact = terminal.first()
    refused = terminal.run("--json", "register", contact["id"], "Harvest: the dinner")
    assert (refused.code, "Later has no event" in refused.error["why"]) == (3, True)
    assert "Choose one of its events" in refused.error["next"]
    assert (site.links, terminal.json("outbox")["total"]) == (set(), 0)


def test_among_several_accounts_the_event_tells_which_one_is_meant(crm: Terminal) -> None:
    site = connected(crm, "Later", site_of(crm).later)
    ada = crm.json("new", "name=Ada Quill", 'emails=["ada@quill.example"]')
    refused = crm.run("--json", "register", ada["id"], "Harvest: the dinner")
    assert (refused.code, "CRM, Later" in refused.error["why"]) == (3, True)
    assert "ACCOUNT:ID" in refused.error["next"]
    event = site.events[0]["id"]
    crm.json("register", ada["id"], f"Later:{event}")
    crm.json("register", ada["id"], crm.json("show", f"CRM:{event}")["id"])
    assert [entry["account"] for entry in crm.json("outbox")["outbox"]] == ["Later", "CRM"]
    crm.json("sync")
    assert {there for _, there in site.links} == {event}
    assert len(site.book.find_email("ada@quill.example")) == 1
    records = crm.json("show", ada["id"])["records"]
    assert {(record["account"], record["state"]) for record in records} == {("CRM", "synced"), ("Later", "synced")}


def test_without_an_account_that_takes_them_there_are_no_registrations(dex: Terminal) -> None:
    answer = dex.run("--json", "register", dex.first()["id"], "Autumn fair")
    assert answer.code != 0
    assert "account" in answer.error["why"]


def test_records_of_two_accounts_become_one_contact_and_two_again(crm: Terminal) -> None:
    crm.connect("Dex")
    crm.json("sync")
    listed = crm.json("contacts", "--limit", "0")
    mine = next(item for item in listed["contacts"] if item["records"][0]["account"] == "Dex")
    theirs = next(item for item in listed["contacts"] if item["records"][0]["account"] == "CRM")
    linked = crm.json("link", mine["id"], f"CRM:{theirs['records'][0]['remote_id']}")
    assert linked["id"] == mine["id"]
    assert {record["account"] for record in linked["records"]} == {"Dex", "CRM"}
    assert crm.json("contacts")["total"] == listed["total"] - 1
    left = crm.json("unlink", mine["id"], "CRM")
    assert [record["account"] for record in left["records"]] == ["CRM"]
    assert left["name"] == theirs["name"]
    assert [record["account"] for record in crm.json("show", mine["id"])["records"]] == ["Dex"]
    assert crm.json("contacts")["total"] == listed["total"]


def test_a_link_that_makes_no_sense_is_refused(crm: Terminal) -> None:
    contact, event = crm.first(), first_event(crm)
    assert crm.run("link", contact["id"], contact["id"]).code != 0
    assert crm.run("link", contact["id"], event["id"]).code != 0
    assert crm.run("link", contact["id"]).code == 2
    assert crm.run("unlink", contact["id"], "CRM").code != 0
    assert crm.run("unlink", contact["id"], "Nobody").code == 3


def test_custom_fields_go_by_their_own_names(terminal: Terminal) -> None:
    site = site_of(terminal)
    site.reset()
    words = ("account", "add", "crm_api", "--name", "CRM", "--set", f"base_url={site.origin}", "--secret-stdin")
    account = terminal.json(*words, stdin=site.later)
    assert (account["settings"]["generation"], account["kinds"]) == ("later", ["contact", "event"])
    terminal.json("sync")
    there = next(id for id, record in site.book.snapshot().items() if record["custom"].get("region") == "north")
    item = terminal.json("show", f"CRM:{there}")
    assert item["custom"]["region"] == "north"
    terminal.json("edit", item["id"], "custom.region=south")
    terminal.json("sync")
    stored = site.book.get(there)
    assert stored is not None
    assert stored["custom"]["region"] == "south"


def test_a_custom_field_that_nobody_met_is_written_all_the_same(terminal: Terminal) -> None:
    site_of(terminal).reset()
    site = connected(terminal, "CRM", site_of(terminal).later)
    item = terminal.first()
    terminal.json("edit", item["id"], "custom.never_seen=abc")
    terminal.json("sync")
    stored = site.book.get(item["records"][0]["remote_id"])
    assert stored is not None
    assert stored["custom"]["never_seen"] == "abc"
    terminal.json("edit", item["id"], "custom.never_seen=")
    terminal.json("sync")
    assert "never_seen" not in terminal.json("show", item["id"])["custom"]
    assert terminal.json("problems")["total"] == 0


def test_a_generation_that_the_server_is_not_of_is_not_saved(terminal: Terminal) -> None:
    site = site_of(terminal)
    words = ("account", "add", "crm_api", "--name", "CRM", "--set", f"base_url={site.origin}", "--secret-stdin")
    answer = terminal.run("--json", *words, "--set", "api=later", stdin=site.v1)
    assert (answer.code, "api to auto" in answer.error["next"]) == (3, True)
    assert terminal.json("account", "list") == {"total": 0, "accounts": []}


def test_the_address_of_the_database_is_put_right(terminal: Terminal) -> None:
    words = ("account", "add", "crm_api", "--name", "CRM", "--set", "base_url=https://a-b-1.convex.cloud")
    answer = terminal.run("--json", *words, "--secret-stdin", stdin="org_x_y")
    assert answer.code == 2
    assert "https://a-b-1.convex.site" in answer.error["next"]


def test_providers_name_all_their_variables(terminal: Terminal) -> None:
    providers = {one["key"]: one for one in terminal.json("providers")["providers"]}
    expected = {
        "dex": {"DEX_API_KEY"},
        "flex": {"FLEX_API_KEY", "FLEX_BASE_URL"},
        "crm_api": {"BACKEND_CRM_URL", "BACKEND_CRM_API_KEY"},
    }
    assert {key: set(providers[key]["variables"]) for key in expected} == expected
    assert {"REX_EMAIL", "REX_PASSWORD", "NEXT_PUBLIC_BASE_URL"} < set(providers["rex"]["variables"])
    if providers["mri_vault"]["state"] == "works":
        assert set(providers["mri_vault"]["variables"]) == {"MRI_API_KEY", "MRI_TOKEN"}


def test_one_of_several_records_and_what_this_computer_holds_can_be_unlinked(crm: Terminal) -> None:
    first, second = crm.json("contacts", "--limit", "2")["contacts"]
    mine = crm.json("new", "name=Ada Quill")
    crm.json("link", first["id"], second["id"])
    crm.json("link", first["id"], mine["id"])
    there = second["records"][0]["remote_id"]
    assert crm.json("unlink", first["id"], f"CRM:{there}")["id"] == second["id"]
    assert crm.json("unlink", first["id"], "local")["id"] == mine["id"]
    assert crm.json("show", first["id"])["records"] == first["records"]
    assert crm.run("--json", "unlink", first["id"], "CRM:nobody").code == 3


def test_the_id_of_a_linked_contact_still_leads_to_it(crm: Terminal) -> None:
    first, second = crm.json("contacts", "--limit", "2")["contacts"]
    crm.json("link", first["id"], second["id"])
    assert crm.json("show", second["id"])["id"] == first["id"]


def test_a_problem_says_how_to_answer_whether_it_is_one_of_those_there(crm: Terminal) -> None:
    known = next(item for item in crm.json("contacts", "--limit", "0")["contacts"] if item["emails"])
    made = crm.json("new", "account=CRM", "name=Somebody Else", f'emails=["{known["emails"][0]}"]')
    crm.json("sync", code=1)
    (problem,) = [one for one in crm.json("problems")["problems"] if one["item"] == made["id"]]
    there = f"CRM:{known['records'][0]['remote_id']}"
    assert f"crmdesk link {made['id']} {there}" in problem["next"]
    assert f"crmdesk add {made['id']} CRM" in problem["next"]
    crm.json("link", made["id"], there)
    crm.run("sync")
    assert crm.json("show", there)["id"] == made["id"]
    assert [one for one in crm.json("problems")["problems"] if one["item"] == made["id"]] == []


def test_a_custom_field_that_its_crm_sets_itself_stays_on_this_computer_and_that_is_told(terminal: Terminal) -> None:
    boss = terminal.crms.account("follow_up_boss")
    where = f"base_url={boss.base_url}"
    terminal.run(
        "--json", "account", "add", "follow_up_boss", "--name", "Boss", "--set", where, "--secret-stdin",
        stdin=boss.secret,
    )  # fmt: skip
    terminal.run("--json", "sync", "Boss")
    ids = [one["id"] for one in terminal.json("contacts", "--limit", "0")["contacts"]]
    held = next(id_ for id_ in ids if terminal.json("show", id_)["custom"].get("Budget"))
    answer = terminal.run("--json", "edit", held, "custom.Budget=1")
    assert answer.document["custom"]["Budget"] == "1"
    assert "Kept on this computer only: custom.Budget." in answer.err
    assert terminal.json("outbox")["total"] == 0
