"""Empty states: what belongs here, why there is nothing, and the one or two things to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.frozen import dataclass
from crmdesk.ui.look import icons
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID, tokens

_TEXT_WIDTH = 480  # device-independent pixels; longer lines are hard to read
_WIDER = 1000  # times the share of the stretches beside it


@dataclass(frozen=True, slots=True)
class Door:
    """A button of an empty state."""

    text: str
    act: Callable[[], None]
    primary: bool = False


class _Picture(QWidget):
    """The icon of an empty state on a calm disc."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(72, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.hover)
        painter.drawEllipse(self.rect())
        icons.paint(painter, self.rect().adjusted(20, 20, -20, -20), self._name, shown.secondary)


class EmptyPage(Surface):
    """A page in place of a list that has nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Base, parent)
        self._place = QVBoxLayout(self)
        self._place.addStretch(2)
        self._place.addStretch(3)
        self._content: QWidget | None = None
        self._said: tuple[object, ...] = ()

    def say(self, picture: str, title: str, text: str, doors: Sequence[Door] = ()) -> None:
        """Show that instead of what was said before; the page that says it already keeps its buttons."""
        said = (picture, title, text, tuple((door.text, door.primary) for door in doors))
        if said == self._said:
            return
        self._said = said
        if self._content is not None:
            self._place.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(GRID)
        column.addWidget(_Picture(picture), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GRID)
        for label in (
            Label(title, size=FontSize.TITLE, wrap=True),
            Label(text, secondary=True, wrap=True),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(_TEXT_WIDTH)
            column.addLayout(_in_the_middle(label))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch()
        for door in doors:
            button = QPushButton(door.text)
            if door.primary:
                button.setProperty("look", "primary")
            button.clicked.connect(lambda _=False, act=door.act: act())
            row.addWidget(button)
        row.addStretch()
        column.addSpacing(GRID)
        column.addLayout(row)
        self._place.insertWidget(1, content)
        self.setAccessibleName(f"{title}. {text}")


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    """A row in which a widget is as wide as it may be; what is left over lies on either side."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, _WIDER)
    row.addStretch(1)
    return row
