"""The small marks that the whole window shares: discs, badges, state marks, and how each is painted."""

from __future__ import annotations

import unicodedata
import zlib
from functools import lru_cache
from math import cos, pi, sin

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from crmdesk.domain.records import RecordState
from crmdesk.ui.look import icons
from crmdesk.ui.look.icons import Tint
from crmdesk.ui.look.theme import font
from crmdesk.ui.look.tokens import DARK, LIGHT, Tokens, contrast, tokens
from crmdesk.ui.wording.phrases import tooltip

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words
DISC_HUES = (12, 32, 48, 92, 152, 176, 200, 222, 258, 286, 316, 340)


def initials(name: str) -> str:
    """One or two letters for a name: of the first and last word that begin with one."""
    firsts = [word[0] for word in name.split() if word[0].isalnum()]
    if not firsts:
        return ""
    chosen = firsts[0] if len(firsts) == 1 else firsts[0] + firsts[-1]
    wide = unicodedata.east_asian_width(chosen[0]) in "WF"
    return chosen[:1] if wide else chosen.upper()[:2]


@lru_cache(maxsize=64)
def disc_colours(hue: int, dark: bool) -> tuple[QColor, QColor]:
    """Ground and letter colour of an initials disc, at least 4.5:1 apart."""
    ground = QColor.fromHsl(hue, 70 if dark else 110, 62 if dark else 222)
    for lightness in range(150, 245, 5) if dark else range(100, 20, -5):
        letter = QColor.fromHsl(hue, 120 if dark else 130, lightness)
        if contrast(letter, ground) >= 5:
            return ground, letter
    return ground, QColor(Qt.GlobalColor.white if dark else Qt.GlobalColor.black)


def paint_disc(painter: QPainter, rect: QRect, name: str, shown: Tokens, sign: str = "") -> None:
    """A calm disc with the initials of `name`, or a sign; its colour comes from the name, so it stays the same."""
    ratio = painter.device().devicePixelRatioF()
    text = "" if sign else initials(name)
    # What has a sign has its colour from the kind: sixty houses in twelve colours say nothing.
    hue = DISC_HUES[zlib.crc32((sign or name).casefold().encode()) % len(DISC_HUES)]
    painter.drawPixmap(rect.topLeft(), _disc(text, sign or "person", hue, rect.width(), ratio, shown.dark))


@lru_cache(maxsize=2048)
def _disc(text: str, sign: str, hue: int, size: int, ratio: float, dark: bool) -> QPixmap:
    drawn, painter = _canvas(size, ratio)
    ground, letter = disc_colours(hue, dark)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(QRectF(0, 0, size, size))
    if text:
        sized = font(strong=True)
        sized.setPixelSize(max(8, round(size * (0.4 if len(text) > 1 else 0.46))))
        painter.setFont(sized)
        painter.setPen(letter)
        painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, text)
    else:
        inset = round(size * 0.2)
        icons.paint(painter, QRect(inset, inset, size - 2 * inset, size - 2 * inset), sign, letter)
    painter.end()
    return drawn


def paint_badge(painter: QPainter, rect: QRect, provider: str, title: str, shown: Tokens) -> None:
    """The badge of a provider: a shape and one or two letters; a computer for this computer, which has no `title`."""
    ratio = painter.device().devicePixelRatioF()
    letters = provider_letters(provider) if title else ""
    painter.drawPixmap(rect.topLeft(), _badge(provider, letters, rect.width(), ratio, shown.dark))


def provider_letters(provider: str) -> str:
    """What stands in a provider's badge: the first letters of the first two words of its key."""
    return "".join(word[0] for word in provider.split("_")[:2] if word).upper() or "?"


@lru_cache(maxsize=256)
def _badge(provider: str, letter: str, size: int, ratio: float, dark: bool) -> QPixmap:
    shown = DARK if dark else LIGHT
    drawn, painter = _canvas(size, ratio)
    if not letter:
        icons.paint(painter, QRect(0, 0, size, size), "computer", shown.secondary)
        painter.end()
        return drawn
    painter.setPen(QPen(shown.secondary, 1.2))
    painter.setBrush(shown.hover)
    painter.drawPolygon(_outline(provider, size)) if _sides(provider) else painter.drawRoundedRect(
        QRectF(1, 1, size - 2, size - 2), *((size / 2, size / 2) if _round(provider) else (4, 4))
    )
    sized = font(strong=True)
    sized.setPixelSize(max(7, round(size * (0.52 if len(letter) == 1 else 0.42))))
    painter.setFont(sized)
    painter.setPen(shown.text)
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return drawn


def _shape(provider: str) -> int:
    return zlib.crc32(provider.encode()) % 5


def _sides(provider: str) -> int:
    return {0: 0, 1: 0, 2: 6, 3: 4, 4: 8}[_shape(provider)]


def _round(provider: str) -> bool:
    return _shape(provider) == 1


def _outline(provider: str, size: int) -> QPolygonF:
    sides, middle = _sides(provider), size / 2
    turn = {4: 0.0, 6: pi / 6, 8: pi / 8}[sides]
    points = (turn + 2 * pi * corner / sides for corner in range(sides))
    return QPolygonF([QPointF(middle + (middle - 0.8) * cos(a), middle + (middle - 0.8) * sin(a)) for a in points])


STATE_ICONS = {
    RecordState.CONFLICT: ("fork", "amber"),
    RecordState.PARKED: ("warning", "amber"),
    RecordState.QUARANTINED: ("warning", "amber"),
    RecordState.REMOVED: ("trash", "secondary"),
    RecordState.ARCHIVED: ("inbox", "secondary"),
    RecordState.WAITING: ("dot", "accent"),
    RecordState.OUT_OF_SCOPE: ("filter", "secondary"),
}


def state_text(state: RecordState) -> str:
    """What a state mark says in words; an item at rest says nothing."""

    match state:
        case RecordState.CONFLICT:
            return translate("State", "Changed in both places")
        case RecordState.PARKED:
            return translate("State", "A change was not accepted")
        case RecordState.QUARANTINED:
            return translate("State", "A record could not be read")
        case RecordState.REMOVED:
            return translate("State", "Deleted in its CRM")
        case RecordState.ARCHIVED:
            return translate("State", "Archived in its CRM")
        case RecordState.WAITING:
            return translate("State", "Waiting to be sent")
        case RecordState.OUT_OF_SCOPE:
            return translate("State", "Out of the account’s scope")
        case RecordState.SYNCED:
            return ""


def paint_state(painter: QPainter, rect: QRect, state: RecordState, shown: Tokens) -> None:
    """The mark of a state: dot for waiting, triangle for a problem, fork for a conflict; nothing when at rest."""
    if state not in STATE_ICONS:
        return
    name, tint = STATE_ICONS[state]
    colour: QColor = getattr(shown, tint)
    if name != "dot":
        icons.paint(painter, rect, name, colour)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = rect.width() / 5
    painter.drawEllipse(QRectF(rect).center(), radius, radius)
    painter.restore()


def _canvas(size: int, ratio: float) -> tuple[QPixmap, QPainter]:
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    return drawn, painter


class Disc(QWidget):
    """The initials of somebody, for a card or a dialog."""

    def __init__(self, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._sign = ""
        self.setFixedSize(size, size)

    def set_name(self, name: str, sign: str = "") -> None:
        """Show the initials of that name, or a sign."""
        self._name, self._sign = name, sign
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_disc(painter, self.rect(), self._name, tokens(self.palette()), self._sign)


class Badge(QWidget):
    """The badge of the provider behind an account, with the account's name for tooltip and screen reader."""

    def __init__(self, provider: str, title: str, account: str, parent: QWidget | None = None, size: int = 18) -> None:
        super().__init__(parent)
        self._provider, self._title = provider, title
        self.setFixedSize(size, size)
        self.setToolTip(tooltip(account))
        self.setAccessibleName(account)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, self.rect(), self._provider, self._title, tokens(self.palette()))


class Sign(QWidget):
    """A small icon beside words; it follows a change of colours by itself."""

    def __init__(
        self, name: str = "", tint: Tint | str = Tint.TEXT, parent: QWidget | None = None, size: int = 18
    ) -> None:
        super().__init__(parent)
        self._name, self._tint = name, Tint(tint)
        self.setFixedSize(size, size)

    def show_sign(self, name: str, tint: Tint | str) -> None:
        """Show another icon; none for ""."""
        self._name, self._tint = name, Tint(tint)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            icons.paint(QPainter(self), self.rect(), self._name, getattr(tokens(self.palette()), self._tint))


class Hairline(QWidget):
    """A separator one pixel thin."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = orientation is Qt.Orientation.Horizontal
        self.setFixedHeight(1) if across else self.setFixedWidth(1)
        grow, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(grow if across else fixed, fixed if across else grow)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens(self.palette()).hairline)
