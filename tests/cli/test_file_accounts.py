"""Accounts by file from the terminal: no secret, no keychain, whole paths, and nothing is sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from tests.contract.played_file import PEOPLE, person, table
from tests.formats.mapping.test_top_producer import ADA, export


@pytest.fixture
def file(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A connected file; nothing could be sealed, since neither a key nor a keychain is there."""
    monkeypatch.delenv("ENCRYPTION_KEY", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "contacts.csv"
    path.write_bytes(table())
    answer = terminal.run("--json", "account", "add", "file", "--name", "Export", "--set", "path=contacts.csv",
                          "--set", "complete=yes")  # fmt: skip
    assert answer.code == 0, answer
    assert answer.document["settings"]["path"] == str(path)
    assert answer.document["base_url"] == path.as_uri()
    assert answer.document["direction"] == "pull"
    assert not terminal.profile.joinpath("vault.json").exists()
    return path


def test_a_file_is_read_again_only_when_it_changed_and_an_edit_stays_here(terminal: Terminal, file: Path) -> None:
    (run,) = terminal.json("sync")["runs"]
    assert (run["new"], run["requests"], run["balanced"], run["outcome"]) == (PEOPLE, 0, True, "success")
    (run,) = terminal.json("sync")["runs"]
    assert (run["fetched"], run["balanced"], run["outcome"]) == (0, True, "success")
    (found,) = terminal.json("contacts", '"Ada 5 Quill"')["contacts"]
    terminal.json("edit", found["id"], "company=Quill Ltd", code=1)  # kept on this computer
    assert terminal.json("outbox")["total"] == 0
    rows = [person(number) for number in range(1, PEOPLE + 1)]
    rows[4][2] = "+1 212 555 9999"
    file.write_bytes(table(rows))
    (run,) = terminal.json("sync")["runs"]
    assert (run["changed"], run["removed"], run["balanced"]) == (1, 0, True)
    (found,) = terminal.json("contacts", '"Ada 5 Quill"')["contacts"]
    assert (found["company"], found["phones"]) == ("Quill Ltd", ["+1 212 555 9999"])


def test_a_file_cut_short_removes_nobody_unasked_and_an_emptied_one_nobody_at_all(
    terminal: Terminal, file: Path
) -> None:
    terminal.json("sync")
    file.write_bytes(table([person(number) for number in range(1, PEOPLE)]))
    (run,) = terminal.json("sync")["runs"]
    assert (run["removed"], run["balanced"]) == (1, True)
    file.write_bytes(table([person(number) for number in range(1, 20)]))
    (run,) = terminal.run("--json", "sync").document["runs"]
    assert (run["removed"], run["outcome"]) == (0, "needs_review")
    file.write_bytes(table([]))
    (run,) = terminal.run("--json", "sync").document["runs"]
    assert (run["removed"], run["outcome"]) == (0, "failed")
    assert "no contact" in run["error"]
    assert terminal.json("contacts", "--limit", "1")["total"] == PEOPLE - 1


def test_the_same_file_is_not_read_twice_whatever_its_name(terminal: Terminal, file: Path) -> None:
    link = file.with_name("link.csv")
    link.symlink_to(file)
    for path in (file, link):
        answer = terminal.run("--json", "account", "add", "file", "--name", "Again", "--set", f"path={path}")
        assert answer.error["id"] == "DUPLICATE_ACCOUNT"
        assert "Export" in answer.error["why"]
    listed = terminal.run("account", "list")
    assert "by file, not live" in listed.out


def test_other_columns_stop_until_the_account_is_tested(terminal: Terminal, file: Path) -> None:
    terminal.json("sync")
    file.write_bytes(table([person(1)[:2]], ("Name", "Email")))
    (run,) = terminal.run("--json", "sync").document["runs"]
    assert "map again" in run["error"]
    assert "phones" not in terminal.json("account", "test", "Export")["fields"]
    assert terminal.run("--json", "sync").document["runs"][0]["outcome"] == "needs_review"


def test_edits_for_top_producer_are_handed_over_as_a_file(terminal: Terminal, tmp_path: Path) -> None:
    row = {"Contact ID": ADA, "Primary FirstName": "Ada", "Primary LastName": "Quill"}
    source, target = tmp_path / "export.csv", tmp_path / "changes.csv"
    source.write_bytes(export(row))
    added = terminal.json("account", "add", "top_producer", "--name", "Office", "--set", f"path={source}")
    assert added["direction"] == "two-way"
    terminal.json("sync")
    (ada,) = terminal.json("contacts")["contacts"]
    terminal.json("edit", ada["id"], "last_name=Byron")
    assert terminal.json("outbox")["outbox"][0]["state"] == "pending"
    told = terminal.json("outbox", "hand-over", str(target), "Office")["hand_over"]
    assert told == {"account": "Office", "file": str(target), "contacts": 1, "changes": 1, "left": [], "held": 0}
    assert target.read_bytes() == export({**row, "Primary LastName": "Byron"})
    assert terminal.json("outbox")["outbox"][0]["state"] == "handed_over"
    answer = terminal.run("--json", "outbox", "hand-over", str(tmp_path / "again.csv"), "Office")
    assert (answer.code, answer.error["what"]) == (3, "No file was written")
