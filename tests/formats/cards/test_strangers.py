"""What other programs read of the cards that are written here."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import vobject

from crmdesk.domain.values import Entry, Values
from crmdesk.formats.cards.export import CardFormat, Outgoing, written_cards
from crmdesk.formats.cards.incoming import read_cards
from tests.formats.cards import traps

ANN: Values = {
    "name": "Ann, Lee; Ünlü 😀",
    "first_name": "Ann",
    "last_name": "Lee; Ünlü",
    "company": "Lee, Söhne; & Co",
    "job_title": "Köchin " * 20,
    "description": "first\nsecond: \\n; end",
    "emails": (Entry("a@lee.example", "home", True), Entry("b@lee.example", "Ferien, Haus")),
    "phones": (Entry("+49 171 1", "mobile"), Entry("030 2", "work fax")),
    "birthday": "1985-04-12",
    "tags": (Entry("one"), Entry("two, three")),
    "street": "1 Hill\nFlat 2",
    "city": "Leeds",
    "postcode": "LS1",
    "country": "GB",
    "website": "https://lee.example/?a=1,2",
    "stage": "Lead",
}


def test_vobject_reads_every_value_of_a_new_card() -> None:
    for format in (CardFormat.VCARD, CardFormat.VCARD4):
        text = b"".join(written_cards([Outgoing(ANN, "urn:uuid:1")], format)).decode()
        (card,) = vobject.readComponents(text)
        assert (card.fn.value, card.n.value.family, card.n.value.given) == (ANN["name"], "Lee; Ünlü", "Ann")
        assert (card.org.value, card.title.value, card.note.value) == (
            [ANN["company"]],
            ANN["job_title"],
            ANN["description"],
        )
        assert [one.value for one in card.contents["email"]] == ["a@lee.example", "b@lee.example"]
        assert [one.value for one in card.contents["tel"]] == ["+49 171 1", "030 2"]
        assert card.contents["categories"][0].value == ["one", "two, three"]
        assert (card.adr.value.street, card.adr.value.city, card.adr.value.code) == ("1 Hill\nFlat 2", "Leeds", "LS1")
        assert card.contents["x-ablabel"][0].value == "Ferien, Haus"


def test_vobject_reads_what_came_as_old_cards() -> None:
    for data in (traps.V1_BARE_PARAMETERS, traps.V2_SOFT_BREAK, traps.V4_BREAK_FIRST, traps.V6_THREE_SETS):
        rows = list(read_cards(io.BytesIO(data)))
        written = b"".join(written_cards(Outgoing(row.values, "", row.original) for row in rows)).decode()
        cards = list(vobject.readComponents(written))
        assert [card.fn.value for card in cards] == [row.values["name"] for row in rows]


def test_khard_lists_and_shows_what_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "1.vcf").write_bytes(b"".join(written_cards([Outgoing(ANN, "urn:uuid:1")])))
    config = tmp_path / "khard.conf"
    config.write_text(f"[addressbooks]\n[[book]]\npath = {folder}\n[general]\ndefault_action = list\n")
    command = [sys.executable, "-m", "khard", "-c", str(config)]
    shown = subprocess.run([*command, "show", "Ann"], capture_output=True, text=True, check=True).stdout
    for text in ("Ann, Lee; Ünlü 😀", "a@lee.example", "Ferien, Haus", "+49 171 1", "Leeds", "Lee, Söhne; & Co"):
        assert text in shown
