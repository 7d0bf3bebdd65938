"""Accounts from the terminal: sign-in first, secrets by stdin or variable, nothing saved when that fails."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from tests.cli.conftest import Answer, Terminal, spawn
from tests.patience import PATIENCE

ACCOUNT = {
    "id", "name", "provider", "base_url", "settings", "direction", "kinds", "schedule", "quiet", "deletes_remotely",
    "state", "contacts", "pending", "uncertain", "parked", "handed_over", "conflicts", "problems", "last_success",
    "next_run", "until", "error", "scope", "link_by", "signed_in_as", "found",
}  # fmt: skip


def add(terminal: Terminal, *more: str, stdin: str = "", name: str = "Dex") -> Answer:
    where = f"base_url={terminal.crms.account('dex').base_url}"
    return terminal.run("--json", "account", "add", "dex", "--name", name, "--set", where, *more, stdin=stdin)


def accounts(terminal: Terminal) -> list[dict[str, Any]]:
    document = terminal.json("account", "list")
    assert document["total"] == len(document["accounts"])
    return list(document["accounts"])


def secret(terminal: Terminal) -> str:
    return terminal.crms.account("dex").secret


def test_the_only_secret_comes_as_a_line_or_all_as_one_json_object(terminal: Terminal) -> None:
    for stdin in (f"{secret(terminal)}\n", json.dumps({"key": secret(terminal)}, indent=2)):
        answer = add(terminal, "--secret-stdin", stdin=stdin)
        assert answer.code == 0, answer
        assert answer.document.keys() == ACCOUNT
        assert secret(terminal) not in answer.out + answer.err
        terminal.json("account", "remove", "Dex")


def test_without_stdin_the_secret_comes_from_the_providers_variable(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEX_API_KEY", secret(terminal))
    assert add(terminal).code == 0


def test_an_empty_variable_counts_as_unset(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEX_API_KEY", " ")
    answer = add(terminal)
    assert (answer.code, answer.error["id"]) == (3, "AUTH_REQUIRED")
    assert "DEX_API_KEY" in answer.error["next"]
    assert accounts(terminal) == []


def test_stdin_goes_before_the_variable(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEX_API_KEY", terminal.crms.dex.keys.revoked)
    assert add(terminal, "--secret-stdin", stdin=secret(terminal)).code == 0


@pytest.mark.parametrize("wrong", ["dex_" + "0" * 40, "ada@a.example", "", "two words"])
def test_a_wrong_key_saves_nothing(terminal: Terminal, wrong: str) -> None:
    answer = add(terminal, "--secret-stdin", stdin=wrong)
    assert (answer.code, accounts(terminal)) == (3, [])
    assert answer.error["next"]


def test_an_expired_or_revoked_key_saves_nothing(terminal: Terminal) -> None:
    for key in (terminal.crms.dex.keys.expired, terminal.crms.dex.keys.revoked):
        assert add(terminal, "--secret-stdin", stdin=key).error["id"] == "AUTH_REQUIRED"
    assert accounts(terminal) == []


def test_broken_json_or_an_unknown_secret_is_wrong_usage(terminal: Terminal) -> None:
    for stdin in ('{"key": ', '{"kye": "x"}', '{"key": 1}'):
        assert add(terminal, "--secret-stdin", stdin=stdin).code == 2
    assert accounts(terminal) == []


def test_an_unreachable_crm_saves_nothing(terminal: Terminal) -> None:
    words = ("account", "add", "dex", "--name", "Dex", "--set", "base_url=http://127.0.0.1:9", "--secret-stdin")
    answer = terminal.run("--json", *words, stdin=secret(terminal))
    assert (answer.code, answer.error["id"]) == (3, "UNAVAILABLE")
    assert accounts(terminal) == []


def test_html_with_200_saves_nothing(terminal: Terminal) -> None:
    terminal.crms.dex.weather.set("html")
    answer = add(terminal, "--secret-stdin", stdin=secret(terminal))
    assert (answer.code, answer.error["id"]) == (3, "BAD_RESPONSE")
    assert accounts(terminal) == []


def test_a_second_account_of_the_same_sign_in_is_refused_by_name(terminal: Terminal) -> None:
    terminal.connect("Private")
    answer = add(terminal, "--secret-stdin", stdin=secret(terminal), name="Other")
    assert (answer.code, answer.error["id"]) == (3, "DUPLICATE_ACCOUNT")
    assert "Private" in answer.error["why"]
    assert [account["name"] for account in accounts(terminal)] == ["Private"]


def test_a_name_in_use_is_refused(terminal: Terminal) -> None:
    terminal.connect()
    legacy = terminal.crms.account("dex", "legacy")
    words = ("account", "add", "dex", "--name", "Dex", "--set", "api=legacy", "--set", f"base_url={legacy.base_url}")
    assert terminal.run("--json", *words, "--secret-stdin", stdin=legacy.secret).code == 3
    assert len(accounts(terminal)) == 1


def test_the_legacy_api_is_another_account(terminal: Terminal) -> None:
    terminal.connect()
    terminal.connect("Old", api="legacy")
    assert [account["settings"].get("api") for account in accounts(terminal)] == [None, "legacy"]
    runs = terminal.json("sync")["runs"]
    assert [(run["account"], run["outcome"]) for run in runs] == [("Dex", "success"), ("Old", "success")]


def test_direction_and_kinds_are_kept(terminal: Terminal) -> None:
    add(terminal, "--secret-stdin", "--direction", "pull", "--kinds", "contacts", stdin=secret(terminal))
    assert [(one["direction"], one["kinds"]) for one in accounts(terminal)] == [("pull", ["contact"])]


def test_a_new_key_keeps_the_queue(dex: Terminal) -> None:
    item = dex.first()
    dex.json("edit", item["id"], "description=Waiting")
    keys = dex.crms.dex.renew_keys()
    assert dex.json("sync", code=3)["runs"][0]["outcome"] == "failed"
    assert accounts(dex)[0]["state"] == "needs_sign_in"
    assert dex.json("sync", code=3)["runs"][0]["outcome"] == "skipped"
    assert dex.run("--json", "account", "set", "Dex", "--secret-stdin", stdin="dex_wrong").code == 3
    assert dex.json("outbox")["total"] == 1
    dex.json("account", "set", "Dex", "--secret-stdin", stdin=keys.v1)
    assert dex.json("sync")["runs"][0]["sent"] == 1


def test_account_set_takes_the_variable_too(dex: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEX_API_KEY", dex.crms.dex.renew_keys().v1)
    dex.json("account", "set", "Dex")
    assert dex.json("sync")["runs"][0]["outcome"] == "success"


def test_a_variable_meant_for_another_account_replaces_no_key_that_works(
    dex: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEX_API_KEY", dex.crms.dex.keys.revoked)
    assert dex.json("account", "set", "Dex", "--direction", "pull")["direction"] == "pull"
    assert dex.json("sync")["runs"][0]["outcome"] == "success"


def test_account_set_signs_in_first(dex: Terminal) -> None:
    dex.crms.dex.weather.set("down")
    assert dex.run("--json", "account", "set", "Dex", "--direction", "pull").error["id"] == "UNAVAILABLE"
    dex.crms.dex.weather.clear()
    unreachable = ("account", "set", "Dex", "--set", "base_url=http://127.0.0.1:9")
    assert dex.run("--json", *unreachable).error["id"] == "AUTH_REQUIRED"  # the stored key is not for that address
    assert dex.run("--json", *unreachable, "--secret-stdin", stdin="dex_other").error["id"] == "UNAVAILABLE"
    (account,) = accounts(dex)
    assert (account["direction"], account["base_url"]) == ("two-way", dex.crms.account("dex").base_url)


def test_the_desks_own_settings_are_set_the_same_way(dex: Terminal) -> None:
    account = dex.json("account", "set", "Dex", "--set", "schedule=15m", "--set", "deletes_remotely=on")
    assert (account["schedule"], account["deletes_remotely"]) == ("15m", True)
    assert dex.run("--json", "account", "set", "Dex", "--set", "schedule=often").code == 2
    assert dex.json("account", "set", "Dex", "--set", "quiet=22:00-07:00")["quiet"] == "22:00-07:00"
    assert dex.json("account", "set", "Dex", "--set", "quiet=off")["quiet"] is None
    assert dex.run("--json", "account", "set", "Dex", "--set", "quiet=at night").code == 2
    assert dex.run("--json", "account", "set", "Dex", "--set", "api=v9").code == 2


def test_a_live_test_shows_three_records_and_changes_nothing(dex: Terminal) -> None:
    before = dex.json("runs")
    document = dex.json("account", "test", "Dex")
    assert document["total"] == 40
    assert len(document["samples"]) == 3
    assert "first_name" in document["fields"]
    assert dex.json("runs") == before
    dex.crms.dex.renew_keys()
    assert dex.run("--json", "account", "test", "Dex").error["id"] == "AUTH_REQUIRED"


def test_a_live_test_names_the_kinds_that_are_not_open(terminal: Terminal) -> None:
    there, site = terminal.crms.account("mri_vault", "v1.3"), terminal.crms.sites["mri_vault"]
    words = ("account", "add", "mri_vault", "--name", "Vault", "--set", f"base_url={there.base_url}", "--secret-stdin")
    terminal.json(*words, stdin=there.secret)
    site.weather.set("forbidden", path="/api/v1.3/calendar")
    try:
        assert terminal.json("account", "test", "Vault")["refused"] == {"events": "The key may not read events."}
    finally:
        site.weather.clear()


def test_a_live_test_counts_its_calls_where_they_are_numbered(terminal: Terminal) -> None:
    flex = terminal.crms.account("flex")
    words = ("account", "add", "flex", "--name", "Flex", "--set", f"base_url={flex.base_url}", "--secret-stdin")
    terminal.json(*words, stdin=flex.secret)
    assert len(terminal.json("account", "test", "Flex")["samples"]) == 3


def test_a_paused_account_is_skipped_until_resumed(dex: Terminal) -> None:
    assert dex.json("account", "pause", "Dex")["state"] == "paused"
    (run,) = dex.json("sync", code=3)["runs"]
    assert (run["outcome"], run["requests"]) == ("skipped", 0)
    dex.json("account", "resume", "Dex")
    assert dex.json("sync")["runs"][0]["outcome"] == "success"


def test_an_account_is_removed_with_its_contacts_or_without(dex: Terminal) -> None:
    item = dex.first()
    dex.json("edit", item["id"], "description=Unsent")
    answer = dex.run("--json", "account", "remove", "Dex", "--keep-contacts")
    assert (answer.code, answer.document["unsent"]) == (0, 1)
    assert "description" in answer.err
    assert accounts(dex) == []
    kept = dex.json("contacts", "--limit", "0")
    assert kept["total"] > 30
    assert {record["account"] for one in kept["contacts"] for record in one["records"]} == {"local"}
    dex.connect()
    dex.json("sync")
    dex.json("account", "remove", "Dex")
    assert dex.json("contacts")["total"] == kept["total"]


def test_removals_held_back_are_reviewed(dex: Terminal) -> None:
    assert dex.run("--json", "account", "review", "Dex", "accept").code == 3
    for remote_id in dex.crms.dex.book.ids()[:25]:
        dex.crms.dex.book.delete(remote_id)
    (run,) = dex.json("sync", "--full", code=1)["runs"]
    assert (run["outcome"], run["removed"]) == ("needs_review", 0)
    assert accounts(dex)[0]["state"] == "needs_review"
    total = dex.json("contacts")["total"]
    dex.json("account", "review", "Dex", "refuse")
    assert dex.json("contacts")["total"] == total
    dex.json("sync", "--full", code=1)
    dex.json("account", "review", "Dex", "accept")
    assert dex.json("contacts")["total"] < total - 20


def test_without_a_keychain_the_account_is_refused_with_the_way_out(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ENCRYPTION_KEY")
    answer = add(terminal, "--secret-stdin", stdin=secret(terminal))
    assert (answer.code, answer.error["id"]) == (3, "NO_KEYCHAIN")
    assert "ENCRYPTION_KEY" in answer.error["next"]
    assert accounts(terminal) == []


def test_no_secret_is_in_the_profile(dex: Terminal) -> None:
    written = [path.read_bytes() for path in dex.profile.rglob("*") if path.is_file()]
    assert written
    assert not [True for data in written if secret(dex).encode() in data]


def test_a_browser_signs_in_where_the_variant_asks_for_one(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = terminal.crms.account("rex", "oauth")
    settings = {**demo.settings, "base_url": demo.base_url, "api": "oauth"}
    monkeypatch.setenv("BROWSER", f"{sys.executable} -m tests.browser allow %s")
    for name, secret in json.loads(demo.secret).items():
        monkeypatch.setenv(f"REX_{name.upper()}", secret)
    words = [f"--set={key}={value}" for key, value in settings.items()]
    added = spawn(terminal.profile, "--json", "account", "add", "rex", "--name", "Rex", *words)
    out, err = added.communicate(timeout=PATIENCE)
    assert (added.returncode, json.loads(out)["provider"]) == (0, "rex"), err
    assert b"Sign in in your browser: http" in err
    assert terminal.json("sync", "Rex")["runs"][0]["fetched"] > 0


def test_settings_come_from_variables_too(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = terminal.crms.account("flex")
    monkeypatch.setenv("FLEX_BASE_URL", demo.base_url)
    monkeypatch.setenv("FLEX_API_KEY", demo.secret)
    assert terminal.json("account", "add", "flex", "--name", "Flex")["base_url"] == demo.base_url
    monkeypatch.setenv("FLEX_BASE_URL", " ")
    assert terminal.run("--json", "account", "add", "flex", "--name", "Other").code == 2


def test_a_redirect_below_the_address_of_an_app_elsewhere_is_refused_with_the_reason(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo = terminal.crms.account("rex", "oauth")
    monkeypatch.setenv("NEXT_PUBLIC_BASE_URL", "https://alto.example")
    words = ("--set", "api=oauth", "--set", f"base_url={demo.base_url}", "--secret-stdin")
    refused = terminal.run("--json", "account", "add", "rex", "--name", "Rex", *words, stdin=demo.secret)
    assert refused.code == 3
    assert "alto.example, not to this computer" in refused.error["why"]


def test_a_trial_of_rex_never_reaches_the_real_one(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = terminal.crms.account("rex", "rpc")
    monkeypatch.setenv("REX_MOCK", "1")
    words = ("--json", "account", "add", "rex", "--name", "Rex", "--secret-stdin")
    there = "base_url=https://api.rexsoftware.com/v1/rex"
    refused = terminal.run(*words, "--set", there, stdin=demo.secret)
    assert refused.code == 2
    taken = terminal.run(*words, "--set", f"base_url={demo.base_url}", stdin=demo.secret)
    assert taken.code == 0, taken


def test_an_account_takes_what_its_scope_says(dex: Terminal) -> None:
    total = dex.json("contacts")["total"]
    starred = [
        item for item in dex.json("contacts", "--limit", "0")["contacts"] if dex.json("show", item["id"])["starred"]
    ]
    account = dex.json("account", "set", "Dex", "--set", "scope.contacts=starred:yes", "--set", "link_by=phone")
    assert account.keys() == ACCOUNT
    assert (account["scope"], account["link_by"]) == ({"contact": "starred:yes"}, ["phones"])
    assert 0 < dex.json("contacts")["total"] == len(starred) < total
    (run,) = dex.json("sync", "--full")["runs"]
    assert (run["out_of_scope"], run["balanced"]) == (total - len(starred), True)
    everything = dex.json("contacts", "--all", "--limit", "0")
    assert "out_of_scope" in {record["state"] for item in everything["contacts"] for record in item["records"]}
    assert dex.json("account", "set", "Dex", "--set", "scope.contacts=")["scope"] == {}
    assert dex.json("contacts")["total"] == total


def test_a_scope_is_refused_by_its_words(dex: Terminal) -> None:
    for word in ("scope.contacts=shoe_size:42", "scope.boats=status:a", "link_by=name", "scope.contacts=status"):
        assert dex.run("--json", "account", "set", "Dex", "--set", word).code == 2


def test_a_direction_that_the_kinds_of_an_account_cannot_go_is_refused(terminal: Terminal) -> None:
    demo = terminal.crms.account("crm_api")
    words = ("--json", "account", "add", "crm_api", "--name", "CRM", "--set", f"base_url={demo.base_url}")
    more = ("--kinds", "events", "--secret-stdin")
    refused = terminal.run(*words, *more, "--direction", "two-way", stdin=demo.secret)
    assert refused.code == 2
    assert "the direction is pull, not two-way" in refused.error["why"]
    assert terminal.run(*words, *more, stdin=demo.secret).code == 0
    assert [(one["direction"], one["kinds"]) for one in accounts(terminal)] == [("pull", ["event"])]
    assert terminal.run("--json", "account", "set", "CRM", "--direction", "push").code == 2
    both = terminal.run("--json", "account", "set", "CRM", "--kinds", "contacts,events", "--direction", "two-way")
    assert both.code == 0
    assert terminal.run("--json", "account", "set", "CRM", "--kinds", "events").code == 3
    assert accounts(terminal)[0]["kinds"] == ["contact", "event"]


def test_of_two_credentials_the_one_that_was_refused_is_named(terminal: Terminal) -> None:
    demo = terminal.crms.account("mri_vault")
    good = json.loads(demo.secret)
    words = ("--json", "account", "add", "mri_vault", "--name", "Vault", "--set", f"base_url={demo.base_url}")
    swapped = {"api_key": good["token"], "token": good["api_key"]}
    for secrets, named in ((swapped, "the API key"), ({**good, "token": "wrong"}, "the access token")):
        answer = terminal.run(*words, "--secret-stdin", stdin=json.dumps(secrets))
        assert (answer.code, answer.error["id"]) == (3, "AUTH_REQUIRED")
        assert f"{named} is missing, wrong" in answer.error["why"]


def test_an_account_gets_another_name_without_asking_the_crm(dex: Terminal) -> None:
    dex.crms.dex.weather.set("down")
    assert dex.json("account", "set", "Dex", "--set", "name= Work ")["name"] == "Work"
    dex.crms.dex.weather.clear()
    assert dex.run("--json", "account", "list").document["accounts"][0]["name"] == "Work"
    assert dex.run("--json", "account", "set", "Dex", "--set", "name=Other").code == 3
    assert dex.run("--json", "account", "set", "Work", "--set", "name=a:b").code == 2
    assert dex.run("--json", "account", "set", "Work", "--set", "name=local").code == 2
    named = ("account", "add", "dex", "--name", "A", "--set", "name=B", "--secret-stdin")
    assert dex.run("--json", *named, stdin="dex_key").code == 2


def test_what_waits_is_told_when_an_account_is_only_read_from_now_on(dex: Terminal) -> None:
    dex.json("edit", dex.first()["id"], "company=Inkwell")
    answer = dex.run("account", "set", "Dex", "--direction", "pull")
    assert (answer.code, "stays here while it is only read" in answer.err) == (1, True)
    assert dex.run("account", "set", "Dex", "--direction", "two-way").code == 0
    dex.json("sync")
    assert dex.json("outbox")["total"] == 0


def test_no_account_is_called_like_this_computer(terminal: Terminal) -> None:
    for name in ("local", "This computer"):
        assert add(terminal, "--secret-stdin", stdin=secret(terminal), name=name).code == 2
    assert not terminal.profile.exists()
