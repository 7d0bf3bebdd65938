"""`export`: what is shown, as a file that comes back unchanged, whole or not at all."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

KEPT = {"Kept": "3.0", "Edited": "3.0", "Old": "2.1"}
HOSTILE = ("=1+1", 'O\'Neill, "Ann"', "Zoë 🙂")


def _people(terminal: Terminal) -> None:
    for name in HOSTILE:
        terminal.run(
            "new", f"name={name}", f"emails={json.dumps([f'{len(name)}@x.example'])}",
            'phones=[{"value": "+49 0171 5", "label": "* odd", "primary": true}, "00123"]', 'tags=["a;b", "[c"]',
            "description=-one\n\ttwo", "postcode=01067", "birthday=--02-29", "starred=yes",
        )  # fmt: skip


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx", "json", "jsonl", "vcf", "jcf"])
def test_what_is_exported_and_imported_again_is_unchanged(terminal: Terminal, tmp_path: Path, ending: str) -> None:
    _people(terminal)
    file = tmp_path / f"people.{ending}"
    safe = ["--safe"] if ending in ("csv", "tsv") else []
    told = terminal.run("export", str(file), *safe, "--json").document["export"]
    assert (told["total"], told["kind"], told["bytes"], told["file"]) == (3, "contact", file.stat().st_size, str(file))
    back = terminal.run("import", str(file), "--json").document["import"]
    assert {name: back[name] for name in ("created", "updated", "unchanged", "skipped", "failed")} == {
        "created": 0, "updated": 0, "unchanged": 3, "skipped": 0, "failed": 0,
    }  # fmt: skip


def test_cards_of_people_without_an_email_come_back_as_the_same_people(terminal: Terminal, tmp_path: Path) -> None:
    """One typed in, one whose card came without a UID, one such that was edited since, and one of an old version."""
    odd = "X-ODD:kept\r\n\r\nEND:VCARD\r\n"
    came = [f"BEGIN:VCARD\r\nVERSION:{version}\r\nN:;{name};;;\r\nFN:{name}\r\n{odd}" for name, version in KEPT.items()]
    (tmp_path / "came.vcf").write_text("".join(came), "utf-8", newline="")
    terminal.run("import", str(tmp_path / "came.vcf"))
    terminal.run("edit", terminal.json("contacts", "Edited")["contacts"][0]["id"], "company=Birch")
    terminal.run("new", "name=Typed In")
    for ending in ("vcf", "jcf"):
        file = tmp_path / f"people.{ending}"
        terminal.run("export", str(file))
        for dry in (["--dry-run"], []):
            back = terminal.json("import", str(file), *dry)["import"]
            assert (back["rows"], back["unchanged"]) == (4, 4), (ending, dry)
    assert came[0] in (tmp_path / "people.vcf").read_bytes().decode(), "what was not edited is written as it came"


def test_the_file_is_the_owners_and_never_takes_the_place_of_another_unasked(
    terminal: Terminal, tmp_path: Path
) -> None:
    _people(terminal)
    file = tmp_path / "people.csv"
    file.write_text("mine", encoding="utf-8")
    refused = terminal.run("export", str(file), "--json")
    assert (refused.code, refused.error["id"], file.read_text("utf-8")) == (3, "FILE_EXISTS", "mine")
    assert terminal.run("export", str(file), "--replace").code == 0
    assert file.read_text("utf-8").count("\n") >= 4
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".people")] == []


def test_what_cannot_be_written_is_told_and_leaves_nothing(terminal: Terminal, tmp_path: Path) -> None:
    _people(terminal)
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    for target, id_ in (
        (folder, "FILE_NOT_WRITTEN"),
        (tmp_path / "none" / "x.csv", "FILE_NOT_WRITTEN"),
        (tmp_path / f"{'x' * 300}.csv", "FILE_NOT_WRITTEN"),
        (terminal.profile / "x.csv", "VALIDATION_FAILED"),
    ):
        refused = terminal.run("export", str(target), "--json")
        assert (refused.code, refused.error["id"]) == (3, id_), target
    if os.path.exists("/dev/full"):
        assert terminal.run("export", "/dev/full", "--format", "csv", "--replace").code == 3
        assert os.path.exists("/dev/full")


def test_standard_output_is_the_document_alone(terminal: Terminal) -> None:
    _people(terminal)
    told = terminal.run("export", "-", "--format", "csv", "--fields", "name,postcode", "--json")
    assert told.code == 0
    assert told.out.splitlines()[0] == "CRM Desk contact ID,Name,Postcode"
    assert json.loads(told.err)["export"]["total"] == 3
    assert terminal.run("export", "-").code == 2


def test_a_selection_a_query_and_an_order_are_what_is_exported(terminal: Terminal, tmp_path: Path) -> None:
    _people(terminal)
    ids = [item["id"] for item in terminal.run("contacts", "--json").document["contacts"]]
    file = tmp_path / "some.jsonl"
    terminal.run("export", str(file), "--ids", f"{ids[2]},{ids[0]}")
    assert [json.loads(line)["id"] for line in file.read_text("utf-8").splitlines()] == [ids[2], ids[0]]
    terminal.run("export", str(file), "Zoë", "--replace")
    assert len(file.read_text("utf-8").splitlines()) == 1
    terminal.run("export", str(file), "--sort", "-name", "--replace")
    names = [json.loads(line)["name"] for line in file.read_text("utf-8").splitlines()]
    assert names == [
        item["name"] for item in terminal.run("contacts", "--sort", "-name", "--json").document["contacts"]
    ]


@pytest.mark.parametrize(
    "words",
    [("x.foo",), ("x.csv", "--format", "odt"), ("x.csv", "--fields", "colour"), ("x.vcf", "kind=deal"),
     ("x.vcf", "--fields", "name"), ("x.csv", "--sort", "colour"), ("x.csv", "kind=colour"), ()],
)  # fmt: skip
def test_what_can_never_work_is_usage(terminal: Terminal, tmp_path: Path, words: tuple[str, ...]) -> None:
    _people(terminal)
    assert (
        terminal.run("export", *(str(tmp_path / word) if word.startswith("x.") else word for word in words)).code == 2
    )
