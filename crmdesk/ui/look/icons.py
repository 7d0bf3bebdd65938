"""Icons: one outlined set, tinted from the palette whenever they are painted."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from crmdesk.system.paths import resources
from crmdesk.ui.look.tokens import tokens


class Tint(StrEnum):
    """What an icon's colour says; the colour itself is the palette's."""

    TEXT = "text"
    SECONDARY = "secondary"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    AMBER = "amber"
    RED = "red"


@lru_cache(maxsize=256)
def icon(name: str, role: Tint | str = Tint.TEXT) -> QIcon:
    """The icon of that file name in resources/icons; it follows a change of palette by itself."""
    engine = _Engine(name, Tint(role))
    _engines.append(engine)
    return QIcon(engine)


def paint(painter: QPainter, rect: QRect, name: str, colour: QColor) -> None:
    """Paint the icon into `rect` in that colour."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(rect.topLeft(), _drawn(name, colour.name(), round(rect.width() * ratio), ratio))


_engines: list[QIconEngine] = []  # Qt does not keep engines that are written in Python alive


class _Engine(QIconEngine):
    def __init__(self, name: str, tint: Tint) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def clone(self) -> QIconEngine:
        engine = _Engine(self._name, self._tint)
        _engines.append(engine)
        return engine

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        place = QRect(QPoint(0, 0), QSize(side, side))
        place.moveCenter(rect.center())
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(place.topLeft(), self._tinted(side, ratio, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._tinted(min(size.width(), size.height()), 1.0, mode)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._tinted(min(size.width(), size.height()), scale, mode)

    def _tinted(self, side: int, ratio: float, mode: QIcon.Mode) -> QPixmap:
        shown = tokens(QGuiApplication.palette())
        colour: QColor = shown.disabled if mode is QIcon.Mode.Disabled else getattr(shown, self._tint.value)
        return _drawn(self._name, colour.name(), round(side * ratio), ratio)


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    drawn = QPixmap(max(1, pixels), max(1, pixels))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name).render(painter, QRectF(0, 0, pixels, pixels))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(drawn.rect(), QColor(colour))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=128)
def _renderer(name: str) -> QSvgRenderer:
    path = resources() / "icons" / f"{name}.svg"
    renderer = QSvgRenderer(str(path))
    if not renderer.isValid():
        raise FileNotFoundError(f"no icon {path}")
    return renderer
