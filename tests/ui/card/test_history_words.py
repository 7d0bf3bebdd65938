"""What a card says of where its values came from: the line of the file that was imported, and what an account reads."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QApplication

from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.fates import Fate
from crmdesk.domain.importing.report import ImportRow, ImportRun
from crmdesk.domain.reports import Change, Origin
from crmdesk.ui.card.sections import HistorySection
from crmdesk.ui.look.labels import Label
from crmdesk.ui.wording.accounts import signed_in_words


def test_the_history_names_the_file_and_its_line(qapp: QApplication) -> None:
    run = ImportRun("contacts.csv", "", "", "", "csv", Kind.CONTACT, "", id=7, set_id=3)
    change = Change(1, 1, "city", None, "Salem", Origin.IMPORT, at=datetime(2026, 12, 1, tzinfo=UTC), set_id=3)
    section = HistorySection()
    section.show_changes(Kind.CONTACT, [change], 1, {}, [(run, ImportRow(471, Fate.UPDATED))])
    said = " ".join(label.whole() for label in section.findChildren(Label))
    assert "import of contacts.csv, line 471" in said
    section.show_changes(Kind.CONTACT, [], 0, {}, [(run, ImportRow(12, Fate.CREATED))])
    assert "Made by the import of contacts.csv, line 12" in [label.whole() for label in section.findChildren(Label)]


def test_a_folder_of_cards_that_takes_changes_is_not_said_to_be_read_alone() -> None:
    at = {"base_url": "file:///home/cards"}
    file = Account(2, "file", "Cards", at, direction=Direction.PULL, signed_in_as="cards")
    assert signed_in_words(file) == "Reads cards: by file, not live"
    both = Account(2, "file", "Cards", {**at, "api": "vdir"}, direction=Direction.TWO_WAY, signed_in_as="cards")
    assert signed_in_words(both) == "Reads and changes cards"
