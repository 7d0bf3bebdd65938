"""The exit codes of `sync`, and what its two ways of reading do."""

from __future__ import annotations

import pytest

from tests.cli.conftest import CONTACTS, Terminal


def test_every_account_failed_gives_3(dex: Terminal) -> None:
    dex.crms.dex.weather.set("html")
    (run,) = dex.json("sync", code=3)["runs"]
    assert (run["outcome"], run["balanced"]) == ("failed", None)
    assert run["error"]
    dex.crms.dex.weather.clear()
    assert dex.json("sync")["runs"][0]["outcome"] == "success"


def test_one_account_of_several_failed_or_skipped_gives_1(dex: Terminal) -> None:
    dex.connect("Old", api="legacy")
    dex.crms.dex.weather.set("down", path="/api/rest")
    runs = dex.json("sync", code=1)["runs"]
    assert [run["outcome"] for run in runs] == ["success", "failed"]
    dex.crms.dex.weather.clear()
    dex.json("account", "pause", "Old")
    assert [run["outcome"] for run in dex.json("sync", code=1)["runs"]] == ["success", "skipped"]
    assert dex.json("sync", "Dex")["runs"][0]["account"] == "Dex"
    assert dex.json("sync", "Old", code=3)["runs"][0]["outcome"] == "skipped"
    dex.json("account", "pause", "Dex")
    dex.json("sync", code=3)


def test_a_quarantined_record_gives_1_and_the_rest_goes_on(terminal: Terminal) -> None:
    terminal.connect()
    terminal.crms.dex.weather.set("bad_record", what="no_id", index=3)
    (run,) = terminal.json("sync", code=1)["runs"]
    assert (run["outcome"], run["quarantined"], run["new"]) == ("partial", 1, CONTACTS - 1)
    assert run["balanced"] is True
    assert terminal.json("problems")["total"] == 1


def test_a_list_cut_off_has_no_balance(dex: Terminal) -> None:
    dex.crms.dex.weather.set("truncated")
    (run,) = dex.json("sync", code=3)["runs"]
    assert (run["outcome"], run["balanced"]) == ("failed", None)
    assert dex.json("contacts", "--all")["total"] == CONTACTS


def test_a_retry_after_is_never_passed(dex: Terminal) -> None:
    dex.crms.dex.weather.set("rate_limit", retry_after=3600)
    dex.json("sync", code=3)
    dex.crms.dex.weather.clear()
    before = dex.crms.dex.requests.total
    assert dex.json("sync", code=3)["runs"][0]["outcome"] == "skipped"
    assert dex.crms.dex.requests.total == before


def test_full_and_reload_read_everything(dex: Terminal) -> None:
    for option in ("--full", "--reload"):
        (run,) = dex.json("sync", option)["runs"]
        assert (run["fetched"], run["same"], run["changed"]) == (CONTACTS, CONTACTS, 0)
        assert run["balanced"] is True


def test_no_account_is_no_failure(terminal: Terminal) -> None:
    answer = terminal.run("--json", "sync")
    assert (answer.code, answer.document) == (0, {"runs": []})
    assert "account add" in answer.err


def test_messages_go_to_stderr_and_the_table_to_stdout(dex: Terminal) -> None:
    answer = dex.run("sync")
    assert answer.code == 0
    assert answer.out.splitlines()[1].startswith("Dex")
    assert "reading contacts" in answer.err
    assert dex.run("--json", "sync").document["runs"]


def test_a_sealed_key_without_its_root_key_is_a_clear_failure(dex: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ENCRYPTION_KEY")
    (run,) = dex.json("sync", code=3)["runs"]
    assert (run["outcome"], "ENCRYPTION_KEY" in run["error"]) == ("failed", True)
    assert dex.json("contacts", "--all")["total"] == CONTACTS
