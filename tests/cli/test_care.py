"""Backup, recovery and the doctor, also when nothing is well."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

PARTS = {"versions", "paths", "database", "keychain", "accounts"}


def database(terminal: Terminal) -> Path:
    return terminal.profile / "crmdesk.db"


def damage(path: Path) -> None:
    """Overwrite the header, as a failing disk might."""
    with path.open("r+b") as file:
        file.write(b"\0" * 100)


def test_the_doctor_names_versions_paths_database_keychain_and_accounts(dex: Terminal) -> None:
    answer = dex.run("--json", "doctor")
    document = answer.document
    assert document.keys() == PARTS
    assert document["versions"]["crmdesk"]
    assert document["paths"]["profile"] == str(dex.profile)
    assert (document["database"]["sound"], document["database"]["error"]) == (True, None)
    assert (document["keychain"]["key_from"], document["keychain"]["secrets"]) == ("environment", 1)
    assert [account["name"] for account in document["accounts"]] == ["Dex"]
    assert dex.run("doctor").code == 0


def test_the_doctor_shows_no_secret(dex: Terminal) -> None:
    secret = dex.crms.account("dex").secret
    for words in (("doctor",), ("doctor", "--json")):
        answer = dex.run(*words)
        assert not [text for text in (secret, "5a" * 32) if text in answer.out + answer.err]


def test_the_doctor_works_without_accounts_and_makes_no_profile(terminal: Terminal) -> None:
    document = terminal.json("doctor")
    assert (document["accounts"], document["database"]["exists"]) == ([], False)
    assert not terminal.profile.exists()


def test_the_doctor_works_without_a_keychain(dex: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ENCRYPTION_KEY")
    document = dex.json("doctor")
    assert document["keychain"]["state"] == "missing"
    assert "ENCRYPTION_KEY" in document["keychain"]["error"]["why"]


def test_the_doctor_works_with_a_damaged_database(dex: Terminal) -> None:
    damage(database(dex))
    document = dex.json("doctor")
    assert document.keys() == PARTS
    assert (document["database"]["sound"], document["accounts"]) == (False, None)
    assert document["database"]["error"]["id"] == "DATABASE_CORRUPT"
    assert dex.run("doctor").code == 0


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")


def test_a_newer_database_is_refused_and_the_doctor_says_so(dex: Terminal) -> None:
    make_newer(database(dex))
    before = database(dex).read_bytes()
    assert dex.json("doctor")["database"]["error"]["id"] == "DATABASE_TOO_NEW"
    for words in (("contacts",), ("sync",), ("new", "first_name=Ada")):
        answer = dex.run("--json", *words)
        assert (answer.code, answer.error["id"]) == (3, "DATABASE_TOO_NEW")
    assert database(dex).read_bytes() == before


def test_a_damaged_database_is_refused_with_the_next_step_and_left_as_it_is(dex: Terminal) -> None:
    damage(database(dex))
    before = database(dex).read_bytes()
    for words in (("contacts",), ("edit", "1", "company=X"), ("backup", str(dex.profile.parent / "b.db"))):
        answer = dex.run("--json", *words)
        assert (answer.code, answer.error["id"]) == (3, "DATABASE_CORRUPT")
        assert "backup" in answer.error["next"]
    assert database(dex).read_bytes() == before


def test_a_page_damaged_in_the_middle_is_a_clear_error(dex: Terminal) -> None:
    with closing(sqlite3.connect(database(dex))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with database(dex).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (database(dex).stat().st_size - 4096))
    answer = dex.run("--json", "contacts")
    assert (answer.code, answer.error["id"]) == (3, "DATABASE_CORRUPT")


def test_a_locked_database_is_a_clear_error(dex: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crmdesk.store.connection.BUSY_SECONDS", 0.05)  # else the wait of the desk's five seconds
    with closing(sqlite3.connect(database(dex), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = dex.run("--json", "new", "first_name=Ada")
        assert (answer.code, answer.error["id"]) == (3, "DATABASE_LOCKED")
        assert dex.json("contacts", "--all")["total"] == 40
        other.execute("ROLLBACK")


def test_a_backup_takes_the_databases_place_again(dex: Terminal, tmp_path: Path) -> None:
    saved = tmp_path / "saved" / "desk.db"
    item = dex.first()
    document = dex.json("backup", str(saved))
    assert document == {"file": str(saved), "bytes": saved.stat().st_size}
    assert saved.stat().st_mode & 0o077 == 0
    damage(database(dex))
    recovered = dex.json("recover", str(saved))
    assert (recovered["way"], recovered["damaged"]) == ("restored", [])
    assert Path(recovered["replaced"]).exists()
    assert dex.first() == item
    assert dex.json("sync")["runs"][0]["outcome"] == "success"


def test_a_damaged_file_is_read_out_waiting_edits_first(dex: Terminal) -> None:
    item = dex.first()
    dex.json("edit", item["id"], "company=Unsent")
    with closing(sqlite3.connect(database(dex))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item_by_name'").fetchone()
    with database(dex).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    assert dex.json("doctor")["database"]["sound"] is False
    answer = dex.run("--json", "recover", str(database(dex)))
    assert answer.code in (0, 1)
    assert answer.document["way"] == "read out"
    assert dex.json("doctor")["database"]["sound"] is True
    assert [entry["fields"] for entry in dex.json("outbox")["outbox"]] == [["company"]]
    assert dex.json("sync")["runs"][0]["sent"] == 1


def test_what_can_be_read_of_a_damaged_database_is_saved_to_a_new_file(dex: Terminal, tmp_path: Path) -> None:
    assert dex.run("--json", "recover", str(tmp_path / "none.db")).error["id"] == "NOT_FOUND"
    with closing(sqlite3.connect(database(dex))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item_by_name'").fetchone()
    with database(dex).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    document = dex.run("--json", "recover", str(tmp_path / "rescued.db")).document
    assert (document["way"], document["rows"]["record"]) == ("saved", 40)
    dex.json("recover", str(tmp_path / "rescued.db"))
    assert dex.json("contacts", "--all")["total"] == 40


def test_a_file_that_is_no_database_is_not_recovered(dex: Terminal, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a database")
    assert dex.run("--json", "recover", str(text)).error["id"] == "DATABASE_CORRUPT"
    assert dex.json("contacts", "--all")["total"] == 40


def test_a_backup_replaces_a_file_only_where_that_is_said(dex: Terminal, tmp_path: Path) -> None:
    saved = tmp_path / "letters.txt"
    saved.write_text("Dear Ada")
    answer = dex.run("--json", "backup", str(saved))
    assert (answer.code, saved.read_text()) == (3, "Dear Ada")
    assert "--replace" in answer.error["next"]
    assert dex.json("backup", str(saved), "--replace")["bytes"] > 0


def test_a_backup_never_overwrites_the_profile(dex: Terminal) -> None:
    for name in ("crmdesk.db", "vault.json", "new.db"):
        assert dex.run("--json", "backup", str(dex.profile / name)).code == 2
    assert dex.json("contacts", "--all")["total"] == 40


def test_a_profile_in_a_read_only_folder_is_still_read(dex: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    item = dex.first()
    before = sorted(path.name for path in dex.profile.iterdir())
    allowed = os.access
    # For the superuser every folder is writable, so the operating system's answer is replaced.
    closed = (dex.profile, database(dex))
    monkeypatch.setattr(
        os, "access", lambda path, mode: allowed(path, mode) and not (mode == os.W_OK and path in closed)
    )
    assert dex.json("show", item["id"])["name"] == item["name"]
    assert dex.json("contacts", "--all")["total"] == 40
    assert sorted(path.name for path in dex.profile.iterdir()) == before
    answer = dex.run("--json", "edit", item["id"], "company=X")
    assert (answer.code, answer.error["id"]) == (3, "DATABASE_READ_ONLY")


def test_one_damaged_row_is_named_as_damage_and_the_rest_can_be_saved(dex: Terminal, tmp_path: Path) -> None:
    """SQLite's own check finds nothing wrong with it."""
    with closing(sqlite3.connect(database(dex))) as connection, connection:
        connection.execute("UPDATE item SET name = CAST(x'c3' AS TEXT) WHERE id = 3")
        connection.execute("UPDATE record SET \"values\" = '{' WHERE item_id = 3")
    assert dex.run("--json", "contacts").error["id"] == "DATABASE_CORRUPT"
    assert dex.run("--json", "show", "3").error["id"] == "DATABASE_CORRUPT"
    document = dex.run("--json", "recover", str(tmp_path / "rescued.db")).document
    assert (document["way"], document["damaged"]) == ("saved", ["record"])
    dex.json("recover", str(tmp_path / "rescued.db"))
    assert dex.json("contacts", "--all")["total"] == 39


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes lie in folders on POSIX alone")
def test_what_is_no_file_is_neither_restored_nor_written_to(dex: Terminal, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (str(tmp_path / "pipe"), str(tmp_path), "/dev/zero", str(tmp_path / ("x" * 300))):
        for command in ("recover", "backup"):
            assert dex.run("--json", command, name).error["id"] == "USAGE"
