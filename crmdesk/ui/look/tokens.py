"""The design tokens: colours by what they are for, and the grid.

Light and dark stand here as figures; everywhere else they are read back from the palette by `tokens()`.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

GRID = 8  # device-independent pixels between things
HALF = 4  # inside a control


@dataclass(frozen=True)
class Tokens:
    """Colours by purpose. Text on `panel`, `surface` and `raised` contrasts by at least 4.5:1."""

    dark: bool
    panel: QColor  # sidebar, toolbar, status bar
    surface: QColor  # the table
    raised: QColor  # the editor, menus, dialogs
    hover: QColor
    pressed: QColor
    hairline: QColor  # between panes and rows
    outline: QColor  # around inputs
    text: QColor
    secondary: QColor
    disabled: QColor
    accent: QColor  # what can be done, what is selected
    on_accent: QColor
    selection: QColor  # behind selected rows
    selection_quiet: QColor  # the same while another part of the window has the focus
    flash: QColor  # behind a value that just changed
    match: QColor  # behind the searched-for part of a text
    amber: QColor  # needs you
    amber_ground: QColor
    red: QColor  # loss or refusal
    red_ground: QColor


def _tokens(dark: bool, **colours: str) -> Tokens:
    return Tokens(dark=dark, **{name: QColor(colour) for name, colour in colours.items()})


TAG_HUES = {
    name: QColor(colour)
    for name, colour in {
        "red": "#d9483b",
        "orange": "#d97a1f",
        "yellow": "#c9a400",
        "green": "#3f9c4f",
        "teal": "#1f9c96",
        "blue": "#3f7fe0",
        "purple": "#8a5cd6",
        "pink": "#d1559c",
    }.items()
}

LIGHT = _tokens(
    False,
    panel="#f4f5f7",
    surface="#ffffff",
    raised="#fcfcfd",
    hover="#eef0f4",
    pressed="#e4e7ed",
    hairline="#e5e7ec",
    outline="#c9cdd6",
    text="#1b1f27",
    secondary="#596070",
    disabled="#9aa1ae",
    accent="#3556d4",
    on_accent="#ffffff",
    selection="#e3e9fc",
    selection_quiet="#eceef3",
    flash="#dfe7ff",
    match="#ffe48a",
    amber="#8a5200",
    amber_ground="#fdf0d2",
    red="#b3261e",
    red_ground="#fdeceb",
)

DARK = _tokens(
    True,
    panel="#16181c",
    surface="#1c1f24",
    raised="#22262c",
    hover="#282c34",
    pressed="#31363f",
    hairline="#2e333b",
    outline="#474d59",
    text="#e7e9ee",
    secondary="#a2a9b6",
    disabled="#686f7c",
    accent="#8fa8ff",
    on_accent="#0e1320",
    selection="#2a3558",
    selection_quiet="#2b2f38",
    flash="#2e3960",
    match="#6b5410",
    amber="#f0b64a",
    amber_ground="#3a2d12",
    red="#ff8f86",
    red_ground="#401f1d",
)


def tokens(palette: QPalette) -> Tokens:
    """The tokens of the scheme that a palette belongs to."""
    # A style sheet may change ground and text of a single widget; it never touches this role.
    return DARK if palette.color(QPalette.ColorRole.Mid).lightness() < 128 else LIGHT


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """`over` laid on `under` with that share of opacity, from 0 to 1."""
    rest = 1 - share
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * rest,
        over.greenF() * share + under.greenF() * rest,
        over.blueF() * share + under.blueF() * rest,
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
