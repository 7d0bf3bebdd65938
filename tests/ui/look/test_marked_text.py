"""Long texts that differ show where: by words, plainly, and never as markup."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QApplication

from crmdesk.domain.reports import Conflict
from crmdesk.ui.attention.conflicts import newest
from crmdesk.ui.look.marked_text import MOST, MarkedText, differences, excerpt
from crmdesk.ui.look.tokens import LIGHT


def test_the_words_that_differ_are_found() -> None:
    mine, theirs = "Met in Lisbon, call in spring.", "Met in Porto, call in late spring."
    assert [mine[a:b] for a, b in differences(mine, theirs)] == ["Lisbon"]
    assert [theirs[a:b] for a, b in differences(theirs, mine)] == ["Porto", "late "]
    assert differences(mine, mine) == []


def test_of_a_long_text_the_part_that_differs_is_shown() -> None:
    text = "word " * 400 + "here it differs" + " word" * 400
    spans = differences(text, text.replace("differs", "agrees"))
    shown, kept = excerpt(text, spans)
    assert len(shown) <= MOST + 2
    assert [shown[a:b] for a, b in kept] == ["differs"]
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_what_differs_has_another_ground_and_markup_is_text(qapp: QApplication) -> None:
    text = "<b>Lisbon</b> again"
    marked = MarkedText(text, [(3, 9)])
    marked.resize(300, marked.heightForWidth(300))
    image = marked.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert any(image.pixelColor(*point) == LIGHT.match for point in points)
    assert marked.text == text
    assert marked.heightForWidth(40) > marked.heightForWidth(300)


def test_the_newest_side_is_known_only_where_both_times_are() -> None:
    early = datetime(2026, 5, 1, tzinfo=UTC)
    late = early + timedelta(hours=1)

    def between(mine: datetime | None, theirs: datetime | None) -> Conflict:
        return Conflict(1, "company", None, "A", "B", mine_at=mine, theirs_at=theirs)

    assert newest(between(late, early)) == "mine"
    assert newest(between(early, late)) == "theirs"
    assert newest(between(late, None)) == newest(between(None, early)) == ""
