"""What a CRM or a name says is shown and copied as text: never run as a formula, never read as markup."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from crmdesk.ui.look.labels import plain_tips
from crmdesk.ui.wording.phrases import cell_text


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://x","y")',
        "@SUM(A1)",
        "+cmd|x",
        "-2+3+cmd|x",
        " =1",
        "\t=1",
        "%x",
    ],
)
def test_a_copied_cell_is_no_formula(formula: str) -> None:
    assert cell_text(formula) == f"'{' '.join(formula.split())}"


@pytest.mark.parametrize("text", ["+49 30 1234-567", "-12.5", "Ada", "a=b", "", "+1 (555) 0100"])
def test_numbers_and_words_are_copied_as_they_are(text: str) -> None:
    assert cell_text(text) == text


def test_the_tips_of_a_menu_are_no_markup(qapp: QApplication) -> None:
    menu = QMenu()
    menu.addAction("What comes from <b>Evil</b>…")
    plain_tips(menu)
    assert "<b>" not in menu.actions()[0].toolTip()
    assert "&lt;b&gt;Evil" in menu.actions()[0].toolTip()
