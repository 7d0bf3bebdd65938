"""The look: contrast in both schemes, icons that exist, marks that can be told apart, keys that do not clash."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from crmdesk.domain.records import RecordState
from crmdesk.system.paths import resources
from crmdesk.ui.look.badges import DISC_HUES, Sign, disc_colours, initials, paint_badge, paint_state, state_text
from crmdesk.ui.look.icons import Tint, icon
from crmdesk.ui.look.theme import SchemeChoice, Theme, palette_of
from crmdesk.ui.look.tokens import DARK, LIGHT, Tokens, contrast, tokens
from crmdesk.ui.window.shortcuts import COMMANDS, MENUS

UI = Path(__file__).parents[3] / "crmdesk" / "ui"
ICONS = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))

GROUNDS = ("panel", "surface", "raised", "hover", "selection", "selection_quiet", "flash")


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(shown: Tokens) -> None:
    weak = [
        f"{ink} on {ground}: {contrast(getattr(shown, ink), getattr(shown, ground)):.2f}"
        for ground in GROUNDS
        for ink in ("text", "secondary")
        if contrast(getattr(shown, ink), getattr(shown, ground)) < 4.5
    ]
    for ink, ground in (
        ("accent", "panel"),
        ("accent", "surface"),
        ("accent", "raised"),
        ("on_accent", "accent"),
        ("amber", "amber_ground"),
        ("amber", "surface"),
        ("amber", "panel"),
        ("red", "red_ground"),
        ("red", "surface"),
        ("text", "match"),
        ("text", "amber_ground"),
    ):
        found = contrast(getattr(shown, ink), getattr(shown, ground))
        if found < 4.5:
            weak.append(f"{ink} on {ground}: {found:.2f}")
    assert weak == []


@pytest.mark.parametrize("dark", [False, True])
def test_initials_can_be_read_on_every_disc(dark: bool) -> None:
    assert [hue for hue in DISC_HUES if contrast(*disc_colours(hue, dark)) < 4.5] == []


@pytest.mark.parametrize("dark", [False, True])
def test_tokens_are_read_back_from_the_palette(dark: bool) -> None:
    assert tokens(palette_of(dark)) is (DARK if dark else LIGHT)


def test_choosing_a_scheme_repaints_everything(qapp: QApplication) -> None:
    theme, heard = Theme(SchemeChoice.LIGHT), []
    theme.changed.connect(lambda: heard.append(theme.tokens is DARK))
    theme.choose(SchemeChoice.DARK)
    theme.choose(SchemeChoice.DARK)
    assert heard == [True]
    assert theme.tokens is DARK
    assert DARK.panel.name() in qapp.styleSheet()
    theme.choose(SchemeChoice.LIGHT)
    assert LIGHT.panel.name() in qapp.styleSheet()


def test_no_colour_stands_outside_the_tokens() -> None:
    colour = re.compile(r"""["'\s:]#[0-9a-fA-F]{3,8}\b|QColor\("|GlobalColor\.(?!transparent|white|black)""")
    guilty = [path.name for path in UI.rglob("*.py") if path.name != "tokens.py" and colour.search(path.read_text())]
    assert guilty == []


def test_every_icon_that_is_named_exists(qapp: QApplication) -> None:
    named = re.compile(r"""\bicon\(\s*"([a-z-]+)"|\bicon="([a-z-]+)"|Sign\(\s*"([a-z-]+)"|\.say\(\s*"([a-z-]+)\"""")
    wanted = {name for path in UI.rglob("*.py") for found in named.findall(path.read_text()) for name in found if name}
    assert len(wanted) > 20
    assert sorted(wanted - set(ICONS)) == []


@pytest.fixture(scope="module")
def _light(qapp: QApplication) -> None:
    """The light theme, put on once: it dresses every widget that tests of other rooms have left."""
    Theme(SchemeChoice.LIGHT)


@pytest.mark.usefixtures("_light")
@pytest.mark.parametrize("name", [name for name in ICONS if not name.startswith("sheet-")])
def test_an_icon_is_outlined_in_one_stroke_width_and_tinted(name: str) -> None:
    root = ElementTree.parse(resources() / "icons" / f"{name}.svg").getroot()
    assert root.get("viewBox") == "0 0 20 20"
    assert {path.get("stroke-width", "1.6") for path in root} == {"1.6"}
    drawn = icon(name, Tint.ACCENT).pixmap(QSize(20, 20), 2.0).toImage()
    inked = [
        drawn.pixelColor(x, y)
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).alpha() > 250
    ]
    assert inked
    assert all(abs(colour.red() - LIGHT.accent.red()) < 4 for colour in inked)


def test_an_icon_is_painted_anew_after_a_change_of_scheme(qapp: QApplication) -> None:
    theme = Theme(SchemeChoice.LIGHT)
    light = icon("add").pixmap(20, 20).toImage()
    theme.choose(SchemeChoice.DARK)
    assert icon("add").pixmap(20, 20).toImage() != light
    theme.choose(SchemeChoice.LIGHT)


def test_a_sign_beside_words_follows_the_scheme(qapp: QApplication) -> None:
    theme = Theme(SchemeChoice.LIGHT)
    sign = Sign("warning", Tint.AMBER)
    light = sign.grab().toImage()
    theme.choose(SchemeChoice.DARK)
    assert sign.grab().toImage() != light
    theme.choose(SchemeChoice.LIGHT)
    assert sign.grab().toImage() == light


def test_no_icon_is_kept_as_a_picture_of_one_scheme() -> None:
    guilty = [path.name for path in UI.rglob("*.py") if ".setPixmap(" in path.read_text()]
    assert guilty == []


def _painted(paint: object, *arguments: object) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(LIGHT.surface)
    painter = QPainter(image)
    assert callable(paint)
    paint(painter, QRect(2, 2, 36, 36), *arguments, LIGHT)
    painter.end()
    return image


def test_states_differ_by_shape_and_have_words(qapp: QApplication) -> None:
    shapes = {
        state: _painted(paint_state, state)
        for state in (
            RecordState.WAITING,
            RecordState.PARKED,
            RecordState.CONFLICT,
            RecordState.REMOVED,
            RecordState.SYNCED,
        )
    }
    pictures = list(shapes.values())
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :])
    assert [state for state in RecordState if not state_text(state)] == [RecordState.SYNCED]


def test_providers_with_one_letter_differ_by_shape(qapp: QApplication) -> None:
    assert _painted(paint_badge, "flex", "F") != _painted(paint_badge, "follow_up_boss", "F")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ada Quill", "AQ"), ("ada", "A"), ("Jean-Luc van der Berg", "JB"), ("李 小龍", "李"), ("  ", ""), ("(x) 7", "7")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_no_two_commands_share_a_key() -> None:
    keys = [key.toString() for command in COMMANDS for key in command.sequences]
    assert [key for key in keys if keys.count(key) > 1] == []
    assert {command.menu for command in COMMANDS} == set(MENUS)
