"""A pseudo-locale: every word of our own is lengthened and accented, the layout is mirrored, nothing stays as it was.

What comes from a CRM or from the user is data and stays; a text that is neither was never given to a translator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.ui.table.columns import columns
from crmdesk.ui.window.places import Place, What
from tests.languages.pseudo import MARK, Pseudo
from tests.patience import until
from tests.ui.stage import COMPANIES, PEOPLE, Stage, play

_DATA = re.compile(r"^[\W\d_]*$|@|\+49|Work|CRM Desk|^[A-ZÄÖÉ]{1,2}$")


@pytest.fixture
def far_away(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the pseudo-locale, read from right to left."""
    translator = Pseudo()
    before = qapp.layoutDirection()
    qapp.installTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    columns.cache_clear()
    yield qapp
    qapp.removeTranslator(translator)
    qapp.setLayoutDirection(before)
    columns.cache_clear()


def _words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield widget.text()
    elif isinstance(widget, QAbstractButton):
        yield widget.text()
        yield widget.accessibleName()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    yield re.sub(r"<[^>]*>", "", widget.toolTip())


def untranslated(window: QWidget) -> list[str]:
    """The visible words of a window that nobody could translate."""
    data = {name for number in range(12) for name in (f"{PEOPLE[number % len(PEOPLE)]} {number:04}",)} | set(COMPANIES)
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.objectName().startswith("qt_"):
            continue
        for text in _words(widget):
            plain = text.replace("…", "")
            if text and MARK not in text and not _DATA.search(text) and not any(plain in known for known in data):
                found.append(f"{type(widget).__name__}: {text}")
    return found


def test_every_word_of_the_window_can_be_translated(far_away: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.table.view.select_row(0)
        await stage.desk.edit(window.table.model.id_at(0), {"description": "42", "tags": ()})
        await until(lambda: window.panes.editor().card is not None)
        window.panes.set_panel_visible(True)
        assert untranslated(window) == []
        forgotten = QLabel("A forgotten sentence", window)
        forgotten.show()
        assert untranslated(window) == ["QLabel: A forgotten sentence"]
        forgotten.deleteLater()
        titles = [str(window.table.model.headerData(n, Qt.Orientation.Horizontal)) for n in range(5)]
        assert all(MARK in title for title in titles)
        assert all(MARK in title for _, title in window.sidebar.places() if title != "Work")

    play(far_away, tmp_path, story)


def test_every_menu_can_be_translated(far_away: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        left = []
        for menu in window.findChildren(QMenu):
            named: list[QAction] = [menu.menuAction(), *menu.actions()]
            left += [action.text() for action in named if action.text() and MARK not in action.text()]
        assert [text for text in left if not _DATA.search(text)] == []

    play(far_away, tmp_path, story)


def test_other_places_and_kinds_can_be_translated(far_away: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        await stage.desk.new(Kind.DEAL, {"name": "42", "stage": "7"})
        await until(lambda: Place(kind=Kind.DEAL) in dict(window.sidebar.places()))
        window.sidebar.go(Place(kind=Kind.DEAL))
        await until(lambda: window.table.model.kind is Kind.DEAL and window.table.model.rowCount() == 1)
        window.table.view.select_row(0)
        assert untranslated(window) == []
        for place in (Place(What.TRASH), Place(What.ATTENTION)):
            window.sidebar.go(place)

            def arrived(place: Place = place) -> bool:
                return window.navigation.place.what is place.what

            await until(arrived)
            assert untranslated(window) == []

    play(far_away, tmp_path, story)


def test_nothing_of_the_card_and_the_bars_is_cut_off(far_away: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        assert window.isRightToLeft()
        assert window.sidebar.mapTo(window, window.sidebar.rect().topLeft()).x() > window.width() / 2
        window.table.view.select_row(0)
        await until(lambda: window.panes.editor().card is not None)
        cut = []
        for button in window.findChildren(QAbstractButton):
            if button.isVisibleTo(window) and button.text() and button.width() < button.minimumSizeHint().width():
                cut.append(f"{type(button).__name__}: {button.text()} {button.width()}")
        assert cut == []

    play(far_away, tmp_path, story)


def test_plurals_follow_the_number_in_the_untranslated_english() -> None:
    from crmdesk.ui.wording.kinds import counted

    QLocale.setDefault(QLocale(QLocale.Language.English))
    assert [counted(Kind.PROPERTY, n) for n in (1, 2)] == ["1 property", "2 properties"]
