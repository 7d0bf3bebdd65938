"""The colours of tags: a quiet ground behind a chip, a dot in a row; the words are told beside them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from crmdesk.ui.look.tokens import TAG_HUES, Tokens, mixed

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words
DOT = 8  # pixels
_SHARE = 0.24  # of the colour in a chip's ground: words on it keep their contrast


def colour_name(key: str) -> str:
    """A colour in words."""
    return {
        "red": translate("TagColours", "Red"),
        "orange": translate("TagColours", "Orange"),
        "yellow": translate("TagColours", "Yellow"),
        "green": translate("TagColours", "Green"),
        "teal": translate("TagColours", "Teal"),
        "blue": translate("TagColours", "Blue"),
        "purple": translate("TagColours", "Purple"),
        "pink": translate("TagColours", "Pink"),
    }.get(key, translate("TagColours", "No colour"))


def chip_ground(key: str, shown: Tokens) -> QColor:
    """The ground of a chip, with that colour or with none."""
    hue = TAG_HUES.get(key)
    return shown.selection_quiet if hue is None else mixed(hue, shown.raised, _SHARE)


def paint_dot(painter: QPainter, place: QRect, key: str) -> None:
    """A dot in the middle of a place."""
    dot = QRect(0, 0, DOT, DOT)
    dot.moveCenter(place.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(TAG_HUES[key])
    painter.drawEllipse(dot)
    painter.restore()


def dot_icon(key: str, ratio: float) -> QIcon:
    """The dot alone, on a screen with so many pixels to one; nothing for no colour."""
    pixmap = QPixmap(round(16 * ratio), round(16 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    if key in TAG_HUES:
        painter = QPainter(pixmap)
        paint_dot(painter, QRect(0, 0, 16, 16), key)
        painter.end()
    return QIcon(pixmap)
