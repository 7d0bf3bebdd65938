"""What is exported, opened and saved again by LibreOffice, which is what a user of a spreadsheet does to it."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from crmdesk.desk import Desk, ExportWish
from crmdesk.desk.importing.files import Asked
from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.report import Counts
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.values import Entry, Values, entries
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.conftest import OUTSIDE

OFFICE = OUTSIDE.get("CRMDESK_OFFICE", "")
HOSTILE: tuple[Values, ...] = (
    {
        "name": "=1+1",
        "first_name": "@SUM(A1)",
        "description": 'first line\nsecond, with "quotes"; end',
        "emails": (Entry("ann@a.example", "work", True), Entry("a2@a.example", "Ferien; Haus")),
        "phones": (Entry("+49 171 0012345", "mobile"), Entry("0049301234", "* odd")),
        "postcode": "01067",
        "street": "-1 Hill\nFlat 2",
        "tags": (Entry("1/2"), Entry("a; b")),
        "birthday": "--04-12",
    },
    {"name": "Jörg Ünlü 😀 山田", "company": "TRUE", "job_title": "12/01", "emails": entries(["j@m.example"])},
    {"name": "'quoted", "company": "4.91631E+11", "description": "\uff1dfull width", "city": "#N/A"},
)

pytestmark = pytest.mark.skipif(not OFFICE, reason="LibreOffice is provided by dev.py test")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with await Desk.open(Profile.at(tmp_path / "desk"), keys=KeySource.throw_away()) as desk:
        for values in HOSTILE:
            await desk.new(Kind.CONTACT, values)
        yield desk


async def test_a_spreadsheet_calculates_nothing_and_what_it_saves_comes_back_unchanged(
    desk: Desk, tmp_path: Path
) -> None:
    wish = ExportWish(ItemQuery(Kind.CONTACT, sort=("id",)))
    written, saved = tmp_path / "written", tmp_path / "saved"
    written.mkdir()
    await desk.exports.write(replace(wish, format="xlsx"), written / "book.xlsx")
    await desk.exports.write(replace(wish, safe=True), written / "safe.csv")
    _saved_by_office(saved, written / "book.xlsx", "xlsx")
    columns = "/".join(f"{number}/2" for number in range(1, 60))  # each as text, as its dialog offers
    _saved_by_office(saved, written / "safe.csv", "xlsx", f"--infilter=CSV:44,34,76,1,{columns}")
    for name in ("book.xlsx", "safe.xlsx"):
        source = await desk.imports.open(str(saved / name))
        run = await desk.imports.carry_out(source, desk.imports.choice_for(source, Choice(), Asked()))
        assert (name, run.counts) == (name, Counts(unchanged=len(HOSTILE)))


def _saved_by_office(folder: Path, file: Path, format: str, *options: str) -> None:
    own = f"-env:UserInstallation={(folder.parent / 'office').as_uri()}"
    command = [OFFICE, own, "--headless", "--convert-to", format, *options, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
