"""`import`, `imports` and `mappings` from the terminal: shapes, exit codes, bad files and rows that come back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

TABLE = (
    "Name;E-Mail;Telefon;Geburtstag;Kunde\nÄnne Lee;anne@a.example;030 12;31.12.1970;ja\nBob;bob@b.example;;soon;x\n"
)
CARDS = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u1\r\nFN:Cy Fox\r\nEMAIL:cy@c.example\r\nX-ODD:kept\r\nEND:VCARD\r\n"
COUNTS = ("rows", "created", "updated", "unchanged", "skipped", "failed", "differs", "needs_you")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(TABLE, "utf-8")
    return path


def counts(document: dict[str, dict[str, int]]) -> tuple[int, ...]:
    return tuple(document["import"][name] for name in COUNTS)


def test_a_file_is_planned_imported_listed_and_taken_back(terminal: Terminal, table: Path, tmp_path: Path) -> None:
    planned = terminal.run("import", str(table), "--dry-run", "--json")
    assert (planned.code, counts(planned.document)) == (1, (2, 1, 0, 0, 0, 1, 0, 0))
    assert planned.document["plan"][0] | {"new": None} == {
        "account": "local", "kind": "contact", "item": None, "remote_id": None, "side": "desk", "action": "create",
        "field": "name", "old": None, "new": None, "line": 2,
    }  # fmt: skip
    assert terminal.run("import", str(table), "--tag", "fair", "--json").document["import"]["balanced"]
    (column,) = [one for one in planned.document["import"]["columns"] if one["column"] == "Geburtstag"]
    assert (column["field"], column["codec"], column["filled"]) == ("birthday", "dmy", 2)
    (listed,) = terminal.json("imports")["imports"]
    assert (listed["file"], listed["outcome"], counts({"import": listed})[:2]) == ("people.csv", "partial", (2, 1))
    (failed,) = terminal.json("imports", "rows", listed["id"], "--outcome", "failed")["rows"]
    assert (failed["line"], failed["field"], failed["value"]) == (3, "birthday", "soon")
    assert terminal.json("mappings")["mappings"][0]["columns"][0] == "Name"
    told = terminal.json("history", "1")["history"][-1]
    assert (told["origin"], told["import"]) == ("import", "import of people.csv, line 2")
    undone = terminal.json("imports", "undo", listed["id"])["undo"]
    assert (undone["reversed"], undone["kept"], undone["impossible"]) == (1, 0, 0)
    assert terminal.json("contacts")["total"] == 0
    assert terminal.json("imports")["imports"][0]["outcome"] == "undone"


def test_rows_that_failed_are_written_corrected_and_imported_by_the_same_mapping(
    terminal: Terminal, table: Path, tmp_path: Path
) -> None:
    rejects = tmp_path / "rejected.csv"
    terminal.run("import", str(table), "--rejects", str(rejects))
    with rejects.open(encoding="utf-8", newline="") as file:
        header, row = csv.reader(file)
    assert (header[:4], row[0], row[2:6]) == (
        ["line", "reason", "field", "Name"],
        "3",
        ["birthday", "Bob", "bob@b.example", ""],
    )
    rejects.write_text(rejects.read_text("utf-8").replace("soon,x", "03.04.1980,x"), "utf-8")
    again = terminal.run("import", str(rejects), "--json")
    assert (again.code, counts(again.document)[:2]) == (0, (1, 1))
    (bob,) = terminal.json("contacts", "bob")["contacts"]
    assert bob["birthday"] == "1980-04-03"


def test_cards_and_standard_input_come_in_and_the_same_again_changes_nothing(
    terminal: Terminal, tmp_path: Path
) -> None:
    cards = tmp_path / "who.vcf"
    cards.write_bytes(CARDS.encode())
    both = terminal.run("import", str(cards), "-", "--json", stdin=CARDS.replace("u1", "u2").replace("Cy", "Di"))
    assert [counts(one)[:5] for one in both.document["imports"]] == [(1, 1, 0, 0, 0), (1, 0, 0, 0, 1)]
    again = terminal.run("import", str(cards), "--json")
    assert (again.code, counts(again.document)[:4]) == (0, (1, 0, 0, 1))


def test_the_ids_of_another_desk_do_not_make_strangers_one_person(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("new", "name=Bob Beta", "company=Amber", "postcode=01067")
    foreign, own = tmp_path / "foreign.csv", tmp_path / "own.csv"
    foreign.write_text("CRM Desk contact ID,Name,Email 1,Email 1 label,Company\n1,Ann Alpha,ann@a.example,,Birch\n")
    own.write_text("CRM Desk contact ID,Name,Postcode\n1,Robert Alpha,01067\n")
    assert counts(terminal.json("import", str(foreign)))[:3] == (1, 1, 0)
    assert counts(terminal.json("import", str(own), "--on-match", "replace"))[:3] == (1, 0, 1)
    assert [one["name"] for one in terminal.json("contacts")["contacts"]] == ["Ann Alpha", "Robert Alpha"]


def test_cards_are_read_in_the_encoding_that_was_said(terminal: Terminal, tmp_path: Path) -> None:
    cards = tmp_path / "old.vcf"
    cards.write_bytes("BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Иван\r\nEND:VCARD\r\n".encode("windows-1251"))
    refused = terminal.run("import", str(cards), "--encoding", "klingon", "--json")
    assert (refused.code, "klingon" in str(refused.error)) == (2, True)
    terminal.run("import", str(cards), "--encoding", "windows-1251")
    (ivan,) = terminal.json("contacts")["contacts"]
    assert ivan["name"] == "Иван"


@pytest.mark.parametrize(
    ("content", "options", "code", "says"),
    [
        ("", (), 3, "empty"),
        ("Name,E-Mail\n", (), 0, ""),
        ("Name,Born\nAnn,03.04.1970\n", ("--map", "Born=birthday"), 3, "--dates"),
        ("Name,Other\nAnn,Lee\n", ("--map", "Other=name"), 2, "holds one value"),
        ("Name,Other\nAnn,Lee\n", ("--map", "Other=nothing"), 2, "no field"),
        ("Name,Other\nAnn,Lee\n", ("--map", "Other=company:odd"), 2, "codec"),
        ("Name,Other\nAnn,Lee\n", ("--skip", "Third"), 2, "no column"),
        ("Name\nAnn\n", ("--tag", "x" * 10_000), 2, "characters"),
        ("Name\nAnn\n", ("--match", "name"), 2, "--match"),
        ("Name\nAnn\n", ("--format", "doc"), 2, "format"),
        ("<html><table><tr><td>Ann</td></tr></table>", (), 3, "web page"),
    ],
)  # fmt: skip
def test_a_bad_file_or_choice_is_told_with_a_way_out(
    terminal: Terminal, tmp_path: Path, content: str, options: tuple[str, ...], code: int, says: str
) -> None:
    path = tmp_path / "odd.xls"
    path.write_text(content, "utf-8")
    answer = terminal.run("import", str(path), *options, "--json")
    assert answer.code == code
    assert says in (str(answer.error) if code else "")
    if not code:
        assert terminal.json("imports")["total"] == 1


def test_what_is_no_file_is_refused_before_anything_is_done(terminal: Terminal, table: Path, tmp_path: Path) -> None:
    for place, says in ((tmp_path, "folder"), (Path("/dev/null"), "device"), (tmp_path / "gone", "cannot be read")):
        answer = terminal.run("import", str(place), "--json")
        assert (answer.code, says in answer.error["why"]) == (3, True)
    assert terminal.run("imports", "continue", "7", "--json").error["id"] == "NOT_FOUND"
    terminal.run("import", str(table))
    ended = terminal.run("imports", "continue", "1", "--json")
    assert (ended.code, ended.error["why"]) == (3, "It came to its end.")


def test_several_rows_of_a_contact_are_one_and_come_back_as_several(terminal: Terminal, tmp_path: Path) -> None:
    header = "Contact ID,Primary FirstName,Primary LastName,Primary Birthday,Secondary FirstName,City,Closing ID\n"
    rows = (
        "{1},Ada,Quill,,Bo,,\n",
        "{2},Cy,Lind,soon,,,\n",
        "{1},,,,,Salem,{C}\n",
        "{2},,,,,,{D}\n",
        "{3},,,,,Salem,{E}\n",
    )
    path, rejects = tmp_path / "top.csv", tmp_path / "rejected.csv"
    path.write_text(header + "".join(rows), "utf-8")
    done = terminal.run("import", str(path), "--rejects", str(rejects), "--dates", "mdy", "--json").document
    assert counts(done)[:6] == (3, 1, 0, 0, 1, 1)
    assert (done["import"]["shared"], done["import"]["balanced"]) == (2, True)
    assert "no name" in done["rows"][-1]["reason"]
    (ada,) = terminal.json("contacts")["contacts"]
    assert terminal.json("show", ada["id"])["city"] == "Salem"
    with rejects.open(encoding="utf-8", newline="") as file:
        _, first, second = csv.reader(file)
    assert (first[0], first[3:7], second[0], second[3], second[-1]) == (
        "3",
        ["{2}", "Cy", "Lind", "soon"],
        "3",
        "{2}",
        "{D}",
    )
    rejects.write_text(rejects.read_text("utf-8").replace("soon", "9/4/1977"), "utf-8")
    assert counts(terminal.run("import", str(rejects), "--dates", "mdy", "--json").document)[:2] == (1, 1)
    again = terminal.run("import", str(path), "--dates", "mdy", "--json").document
    assert counts(again)[:6] == (3, 0, 0, 1, 1, 1)
    assert "2 further rows of the file belong" in terminal.run("import", str(path), "--dates", "mdy").out
