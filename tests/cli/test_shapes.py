"""The documents have exactly the members that the contract names."""

from __future__ import annotations

import json
from typing import Any

from tests.cli.conftest import CONTACTS, Terminal

ITEM = {
    "id", "name", "first_name", "last_name", "company", "job_title", "description", "emails", "phones", "birthday",
    "instagram", "tags", "records",
}  # fmt: skip
RUN = {
    "account", "kind", "outcome", "fetched", "new", "changed", "same", "removed", "quarantined", "out_of_scope",
    "remote_total", "sent", "not_accepted", "conflicts", "requests", "seconds", "balanced", "error",
}  # fmt: skip
ENTRY = {
    "id", "account", "kind", "item", "remote_id", "action", "fields", "state", "attempts", "next_at", "error",
}  # fmt: skip
CONFLICT = {"id", "account", "kind", "item", "remote_id", "field", "entry", "base", "mine", "theirs"}


def check_item(item: dict[str, Any], *, whole: bool = False) -> None:
    assert (item.keys() >= ITEM | {"custom", "linkedin", "website"}) if whole else (item.keys() == ITEM)
    assert isinstance(item["id"], str)
    assert all(isinstance(text, str) for name in ("emails", "phones", "tags") for text in item[name])
    for record in item["records"]:
        assert record.keys() == {"account", "remote_id", "state"}
        assert record["state"] in ("synced", "waiting", "conflict", "parked", "quarantined", "archived", "removed")


def test_contacts(dex: Terminal) -> None:
    document = dex.json("contacts", "--limit", "0", "--all")
    assert document.keys() == {"total", "contacts"}
    assert document["total"] == len(document["contacts"]) == CONTACTS
    for item in document["contacts"]:
        check_item(item)
        there = dex.crms.dex.book.get(item["records"][0]["remote_id"])
        assert there is not None
        assert item["emails"] == [row["email"] for row in there["contact_emails"]]
        assert item["phones"] == [row["phone_number"] for row in there["contact_phone_numbers"]]
        assert item["first_name"] == (there["first_name"] or None)
        assert item["records"][0]["account"] == "Dex"


def test_absent_values_are_null_and_empty_lists_are_lists(dex: Terminal) -> None:
    item = dex.json("new", "first_name=Ada")
    assert (item["company"], item["birthday"]) == (None, None)
    assert (item["emails"], item["phones"], item["tags"]) == ([], [], [])
    assert item["records"] == [{"account": "local", "remote_id": None, "state": "synced"}]


def test_show_new_edit_add_delete_restore_print_one_whole_item(dex: Terminal) -> None:
    made = dex.json("new", "first_name=Ada", "emails=" + json.dumps(["ada@a.example"]))
    check_item(made, whole=True)
    for words in (
        ("show", made["id"]),
        ("edit", made["id"], "company=Analytical"),
        ("add", made["id"], "Dex"),
        ("delete", made["id"]),
        ("restore", made["id"]),
        ("delete", made["id"], "--for-good"),
    ):
        item = dex.json(*words)
        check_item(item, whole=True)
        assert item["id"] == made["id"]
        assert item.keys() == made.keys() | ({"unreadable"} if words[0] == "show" else set())


def test_show_takes_an_accounts_own_id(dex: Terminal) -> None:
    item = dex.first()
    assert dex.json("show", f"Dex:{item['records'][0]['remote_id']}")["id"] == item["id"]


def test_show_shows_what_is_in_the_trash(dex: Terminal) -> None:
    item = dex.first()
    dex.json("delete", item["id"])
    assert dex.json("show", item["id"])["name"] == item["name"]


def test_sync_and_runs(terminal: Terminal) -> None:
    terminal.connect()
    document = terminal.json("sync")
    assert document.keys() == {"runs"}
    (run,) = document["runs"]
    assert run.keys() == RUN
    assert (run["account"], run["kind"], run["outcome"], run["balanced"]) == ("Dex", "contact", "success", True)
    assert (run["fetched"], run["new"], run["remote_total"], run["error"]) == (CONTACTS, CONTACTS, CONTACTS, None)
    assert isinstance(run["seconds"], float)
    again = terminal.json("sync")["runs"][0]
    assert (again["new"], again["changed"], again["same"]) == (0, 0, CONTACTS)
    kept = terminal.json("runs")
    assert kept.keys() == {"total", "runs"}
    assert kept["total"] == len(kept["runs"]) == 2
    assert all(entry.keys() == RUN | {"id", "started_at", "ended_at", "full"} for entry in kept["runs"])


def test_outbox(dex: Terminal) -> None:
    item = dex.first()
    dex.json("edit", item["id"], "description=Hello")
    document = dex.json("outbox")
    assert document.keys() == {"total", "outbox"}
    (entry,) = document["outbox"]
    assert entry.keys() == ENTRY
    assert (entry["account"], entry["kind"], entry["item"]) == ("Dex", "contact", item["id"])
    assert (entry["action"], entry["fields"], entry["state"]) == ("update", ["description"], "pending")
    assert dex.json("show", item["id"])["records"][0]["state"] == "waiting"
    assert dex.json("sync")["runs"][0]["sent"] == 1
    assert dex.json("outbox") == {"total": 0, "outbox": []}
    (receipt,) = dex.json("outbox", "--all")["outbox"]
    assert (receipt["id"], receipt["state"]) == (entry["id"], "settled")


def test_a_conflict_shows_base_mine_and_theirs(dex: Terminal) -> None:
    item = dex.first()
    remote_id = item["records"][0]["remote_id"]
    dex.json("edit", item["id"], "company=Mine")
    dex.crms.dex.book.edit(remote_id, "company", "Theirs")
    run = dex.json("sync", code=1)["runs"][0]
    assert run["conflicts"] == 1
    document = dex.json("conflicts")
    assert document.keys() == {"total", "conflicts"}
    (conflict,) = document["conflicts"]
    assert conflict.keys() == CONFLICT
    assert (conflict["account"], conflict["item"], conflict["remote_id"]) == ("Dex", item["id"], remote_id)
    assert (conflict["field"], conflict["entry"], conflict["base"]) == ("company", None, item["company"])
    assert (conflict["mine"], conflict["theirs"]) == ("Mine", "Theirs")
    shown = dex.json("show", item["id"])
    assert (shown["company"], shown["records"][0]["state"]) == ("Mine", "conflict")


def test_history_and_problems_are_lists_with_a_total(dex: Terminal) -> None:
    item = dex.first()
    dex.json("edit", item["id"], "company=Elsewhere")
    document = dex.json("history", item["id"])
    assert document.keys() == {"total", "history"}
    assert [(change["field"], change["old"], change["new"]) for change in document["history"]] == [
        ("company", item["company"], "Elsewhere")
    ]
    assert dex.json("problems") == {"total": 0, "problems": []}


def test_values_are_exact_in_json_and_neutral_in_tables(dex: Terminal) -> None:
    typed = "Ev\u202eil\x1b[31m\x07 名前"
    item = dex.json("new", f"company={typed}", "first_name=Mark")
    assert item["company"] == typed
    plain = dex.run("show", item["id"])
    assert plain.code == 0
    assert not {"\u202e", "\x1b", "\x07"} & set(plain.out)
    assert "Ev\\u202eil\\x1b[31m\\x07 名前" in plain.out


def test_providers_and_fields_need_no_profile(terminal: Terminal) -> None:
    document = terminal.json("providers")
    assert document["total"] == len(document["providers"])
    for provider in document["providers"]:
        assert provider.keys() >= {"key", "kinds", "settings", "variables", "state"}
        assert provider["state"] in ("works", "by file", "planned")
    dex = next(provider for provider in document["providers"] if provider["key"] == "dex")
    assert (dex["kinds"], dex["variables"], dex["state"]) == (["contact"], ["DEX_API_KEY"], "works")
    assert {setting["key"] for setting in dex["settings"]} >= {"base_url", "api"}
    named = {field["field"] for field in terminal.json("fields", "contact")["fields"]}
    assert named >= ITEM - {"id", "records"}
    assert not terminal.profile.exists()


def test_a_desk_that_holds_nothing_reads_as_empty(terminal: Terminal) -> None:
    terminal.json("delete", terminal.json("new", "first_name=Ada")["id"], "--for-good")
    assert terminal.json("contacts") == {"total": 0, "contacts": []}
    for name in ("outbox", "conflicts", "problems", "runs"):
        assert terminal.json(name) == {"total": 0, name: []}
    assert terminal.json("account", "list") == {"total": 0, "accounts": []}
    assert terminal.json("stats")["contacts"] == 0
    assert terminal.run("--json", "show", "1").error["id"] == "NOT_FOUND"
