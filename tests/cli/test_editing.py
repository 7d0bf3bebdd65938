"""Edits from the terminal, and the exit codes that say what is left for a person."""

from __future__ import annotations

import json

from crmdesk.demo.mri_vault.twin import MriVault
from tests.cli.conftest import Terminal


def there(terminal: Terminal, remote_id: str) -> dict[str, object]:
    record = terminal.crms.dex.book.get(remote_id)
    assert record is not None
    return record


def test_an_edit_waits_in_the_outbox_and_the_next_sync_sends_it(dex: Terminal) -> None:
    item = dex.first()
    remote_id = item["records"][0]["remote_id"]
    dex.json("edit", item["id"], "description=From the terminal", 'emails=["new@a.example", "b@b.example"]')
    assert there(dex, remote_id)["description"] != "From the terminal"
    assert dex.json("sync")["runs"][0]["sent"] == 1
    record = there(dex, remote_id)
    assert record["description"] == "From the terminal"
    assert [row["email"] for row in record["contact_emails"]] == ["new@a.example", "b@b.example"]  # type: ignore[attr-defined]  # rows


def test_an_empty_value_clears_a_field(dex: Terminal) -> None:
    item = dex.json("new", "first_name=Ada", "company=Old", 'phones=["+1 312 555 0100"]')
    cleared = dex.json("edit", item["id"], "company=", "phones=")
    assert (cleared["company"], cleared["phones"]) == (None, [])


def test_values_are_kept_as_typed(dex: Terminal) -> None:
    emails, phones = ["Ada@A.Example"], ["(312) 555-0100"]
    words = (f"emails={json.dumps(emails)}", f"phones={json.dumps(phones)}", "birthday=--02-29", "starred=yes")
    item = dex.json("new", "name=Ada  Lovelace", *words, "description=two\nlines")
    assert (item["emails"], item["phones"], item["birthday"]) == (emails, phones, "--02-29")
    assert (item["name"], item["description"], item["starred"]) == ("Ada  Lovelace", "two\nlines", True)


def test_an_equals_sign_may_stand_in_a_value(terminal: Terminal) -> None:
    assert terminal.json("new", "website=https://a.example/?q=1")["website"] == "https://a.example/?q=1"


def test_labels_survive_an_edit_of_the_list(dex: Terminal) -> None:
    labelled = json.dumps([{"value": "a@a.example", "label": "work"}])
    item = dex.json("new", "first_name=Ada", f"emails={labelled}")
    dex.json("edit", item["id"], 'emails=["a@a.example", "b@b.example"]')
    history = dex.json("history", item["id"])["history"]
    assert history[0]["new"] == ["a@a.example", "b@b.example"]
    again = dex.json("edit", item["id"], 'emails=["a@a.example", "b@b.example"]')
    assert again["emails"] == ["a@a.example", "b@b.example"]
    assert dex.json("history", item["id"])["total"] == len(history)


def test_a_value_that_stays_on_this_computer_gives_1(terminal: Terminal) -> None:
    terminal.connect("Dex", "--direction", "pull")
    terminal.json("sync")
    item = terminal.first()
    answer = terminal.run("--json", "edit", item["id"], "company=Mine alone")
    assert (answer.code, answer.document["company"]) == (1, "Mine alone")
    assert "on this computer only: company" in answer.err
    assert terminal.json("edit", item["id"], "company=Again", code=1)["company"] == "Again"
    assert terminal.json("edit", item["id"], "first_name=", code=1)["first_name"] is None  # Dex still has it
    assert terminal.json("outbox")["total"] == 0


def test_an_entry_that_only_an_unwritable_record_holds_is_fixed(terminal: Terminal) -> None:
    terminal.connect("Dex", "--direction", "pull")
    terminal.json("sync")
    item = next(one for one in terminal.json("contacts")["contacts"] if len(one["emails"]) == 1)
    answer = terminal.run("--json", "edit", item["id"], "emails=")
    assert (answer.code, item["emails"][0] in answer.error["why"]) == (3, True)
    more = json.dumps([*item["emails"], "mine@a.example"])
    assert terminal.json("edit", item["id"], f"emails={more}", code=1)["emails"] == json.loads(more)


def test_editing_what_is_only_here_gives_0(terminal: Terminal) -> None:
    item = terminal.json("new", "first_name=Ada")
    assert terminal.json("edit", item["id"], "company=Here")["company"] == "Here"


def test_new_with_an_account_is_created_there_by_the_next_sync(dex: Terminal) -> None:
    before = set(dex.crms.dex.book.ids())
    item = dex.json("new", "kind=contact", "account=Dex", "first_name=Grace", 'emails=["grace@g.example"]')
    assert [(record["account"], record["state"]) for record in item["records"]] == [
        ("Dex", "waiting"),
        ("local", "synced"),
    ]
    assert dex.json("sync")["runs"][0]["sent"] == 1
    (remote_id,) = set(dex.crms.dex.book.ids()) - before
    assert dex.json("show", f"Dex:{remote_id}")["id"] == item["id"]
    assert there(dex, remote_id)["first_name"] == "Grace"


def test_a_field_that_no_account_takes_gives_1_for_new_and_add(dex: Terminal) -> None:
    made = dex.json("new", "account=Dex", "first_name=Ada", 'tags=["friend"]', code=1)
    assert made["tags"] == ["friend"]
    here = dex.json("new", "first_name=Bob", 'tags=["friend"]')
    dex.json("add", here["id"], "Dex", code=1)
    assert dex.run("--json", "add", here["id"], "Dex").code == 3


def test_the_entries_that_a_crm_has_no_room_for_are_named(terminal: Terminal) -> None:
    there = terminal.crms.account("mri_vault", "zena")
    settings = [f"--set={key}={value}" for key, value in {"base_url": there.base_url, **there.settings}.items()]
    words = ("account", "add", "mri_vault", "--name", "Zena", *settings, "--secret-stdin")
    terminal.json(*words, stdin=there.secret)
    emails = '["ruth@vale.example", "second@vale.example"]'
    answer = terminal.run("new", "account=Zena", "name=Ruth Vale", f"emails={emails}", "company=Vale")
    assert answer.code == 1
    assert "Kept on this computer only: emails (second@vale.example), company." in answer.err


def test_what_a_change_may_empty_in_a_crm_is_said_before_it_is_made(terminal: Terminal) -> None:
    there, vault = terminal.crms.account("mri_vault", "v1.3"), terminal.crms.sites["mri_vault"]
    assert isinstance(vault, MriVault)
    vault.reset()
    homes = vault.homes.snapshot().values()
    home = next(one for one in homes if one["class"]["internalName"] == "land" and one["saleLife"])
    words = ("account", "add", "mri_vault", "--name", "Vault", f"--set=base_url={there.base_url}", "--secret-stdin")
    terminal.json(*words, "--kinds", "property", stdin=there.secret)
    terminal.json("sync")
    answer = terminal.run("--json", "edit", f"Vault:{home['id']}", "price=POA")
    assert answer.code == 0
    assert "Vault takes the whole record and does not show all of it; may be empty there: branch, " in answer.err
    assert "internal remarks" in answer.err
    assert json.loads(answer.out)["price"] == "POA"
    terminal.json("sync")
    assert "may be empty" not in terminal.run("edit", f"Vault:{home['id']}", "price=900,000").err


def test_an_account_that_only_pulls_takes_nothing_new(terminal: Terminal) -> None:
    terminal.connect("Dex", "--direction", "pull")
    assert terminal.run("--json", "new", "account=Dex", "first_name=Ada").code == 3
    assert terminal.json("contacts")["total"] == 0


def test_delete_for_good_does_not_come_back(dex: Terminal) -> None:
    item = dex.first()
    shown = dex.json("delete", item["id"], "--for-good")
    assert shown["name"] == item["name"]
    assert dex.run("--json", "show", item["id"]).code == 3
    (run,) = dex.json("sync", "--full")["runs"]
    assert (run["new"], run["balanced"]) == (0, True)
    assert dex.run("--json", "show", f"Dex:{item['records'][0]['remote_id']}").code == 3


def test_an_outbox_entry_is_cancelled(dex: Terminal) -> None:
    item = dex.first()
    dex.json("edit", item["id"], "company=Never")
    (entry,) = dex.json("outbox")["outbox"]
    assert dex.json("outbox", "cancel", entry["id"])["state"] == "settled"
    assert dex.json("show", item["id"])["company"] == item["company"]
    assert dex.run("--json", "outbox", "cancel", entry["id"]).code == 3


def test_a_value_the_crm_refuses_gives_1_once_and_can_be_retried(dex: Terminal) -> None:
    item = dex.first()
    dex.json("edit", item["id"], "company=Refused")
    rule = dex.crms.dex.weather.set("status", method="PUT", status=422)
    (run,) = dex.json("sync", code=1)["runs"]
    assert (rule.fired, run["outcome"], run["not_accepted"], run["sent"]) == (1, "partial", 1, 0)
    (entry,) = dex.json("outbox")["outbox"]
    assert (entry["state"], bool(entry["error"])) == ("parked", True)
    (problem,) = dex.json("problems")["problems"]
    assert (problem["item"], problem["account"]) == (item["id"], "Dex")
    assert dex.json("show", item["id"])["records"][0]["state"] == "parked"
    dex.json("sync")  # older trouble does not change the code
    dex.crms.dex.weather.clear()
    assert dex.json("outbox", "retry", entry["id"])["state"] == "pending"
    assert dex.json("sync")["runs"][0]["sent"] == 1
    assert dex.json("problems")["total"] == 0


def conflict(dex: Terminal) -> tuple[str, str, str]:
    """Make a conflict; its id, the item and the record."""
    item = dex.first()
    remote_id = item["records"][0]["remote_id"]
    dex.json("edit", item["id"], "company=Mine")
    dex.crms.dex.book.edit(remote_id, "company", "Theirs")
    dex.json("sync", code=1)
    return dex.json("conflicts")["conflicts"][0]["id"], item["id"], remote_id


def test_a_conflict_is_older_trouble_at_the_next_sync(dex: Terminal) -> None:
    conflict(dex)
    assert dex.json("sync")["runs"][0]["conflicts"] == 0
    assert dex.json("conflicts")["total"] == 1


def test_a_conflict_is_resolved_to_mine(dex: Terminal) -> None:
    id_, item, remote_id = conflict(dex)
    assert dex.json("resolve", id_, "mine")["resolution"] == "mine"
    dex.json("sync")
    assert there(dex, remote_id)["company"] == dex.json("show", item)["company"] == "Mine"
    assert dex.run("--json", "resolve", id_, "mine").code == 3


def test_a_conflict_is_resolved_to_theirs(dex: Terminal) -> None:
    id_, item, remote_id = conflict(dex)
    dex.json("resolve", id_, "theirs")
    dex.json("sync")
    assert there(dex, remote_id)["company"] == dex.json("show", item)["company"] == "Theirs"
    assert dex.json("conflicts")["total"] == 0


def test_a_conflict_is_resolved_to_here(dex: Terminal) -> None:
    id_, item, remote_id = conflict(dex)
    dex.json("resolve", id_, "here")
    dex.json("sync")
    assert (there(dex, remote_id)["company"], dex.json("show", item)["company"]) == ("Theirs", "Mine")
    assert dex.json("conflicts")["total"] == 0


def test_a_contact_deleted_there_and_changed_here_is_a_conflict_of_the_whole_record(dex: Terminal) -> None:
    item = dex.first()
    dex.json("edit", item["id"], "company=Mine")
    dex.crms.dex.book.delete(item["records"][0]["remote_id"])
    dex.json("sync", "--full", code=1)
    (found,) = dex.json("conflicts")["conflicts"]
    assert (found["field"], found["item"]) == (None, item["id"])
    dex.json("resolve", found["id"], "here")
    assert [record["account"] for record in dex.json("show", item["id"])["records"]] == ["local"]
