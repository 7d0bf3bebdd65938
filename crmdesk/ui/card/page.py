"""The page that scrolls: banner of the trash, accounts of a new contact, card, folded sections; or an empty state."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.ui.card.field_list import Card
from crmdesk.ui.card.new_item import CreateIn
from crmdesk.ui.card.related_items import RelatedSection
from crmdesk.ui.card.sections import HistorySection, UnmappedSection
from crmdesk.ui.look.badges import Hairline
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import tokens

WIDEST = 720


class Banner(QWidget):
    """A strip that says something about the whole item, with a button."""

    acted = Signal()

    def __init__(self, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        self.label = Label(wrap=True, parent=self)
        row.addWidget(self.label, 1)
        self.button = QPushButton(action, self)
        self.button.clicked.connect(self.acted)
        row.addWidget(self.button)

    def say(self, text: str) -> None:
        """Show a sentence, or nothing for ""."""
        self.label.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens(self.palette()).amber_ground)
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.end()


class EmptyState(QWidget):
    """What belongs here while nobody is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addStretch(2)
        self.title = Label(size=FontSize.BODY, strong=True, parent=self)
        self.hint = Label(secondary=True, wrap=True, parent=self)
        for label in (self.title, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(3)

    def say(self, title: str, hint: str) -> None:
        """Show a heading and a hint."""
        self.title.setText(title)
        self.hint.setText(hint)


class EditorPage(QStackedWidget):
    """Shows the empty state, or the card of one item; one card per kind is kept."""

    made_card = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(self)
        self.addWidget(self.empty)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("Card"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.addWidget(self.area)
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Button)
        inside.setAutoFillBackground(True)
        outer = self._outer = QHBoxLayout(inside)
        column = QWidget(inside)
        column.setMaximumWidth(WIDEST)
        outer.addWidget(column, 1000)  # as wide as it may be; what is left over lies behind it
        outer.addStretch(1)
        self.area.setWidget(inside)
        self.area.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._keep_room(bar=most > 0))
        self._keep_room(bar=False)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.banner = Banner(self.tr("Restore"), column)
        self.create_in = CreateIn(column)
        self.history = HistorySection(column)
        self.unmapped = UnmappedSection(column)
        for widget in (self.banner, self.create_in):
            self._column.addWidget(widget)
        self._place = self._column.count()
        self.related = RelatedSection(column)
        self._column.addWidget(self.related)
        self._column.addSpacing(8)
        self._column.addWidget(Hairline(parent=column))
        for section in (self.history, self.unmapped):
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._cards: dict[Kind, Card] = {}

    def _keep_room(self, *, bar: bool) -> None:
        """Keep the room of the scroll bar free where there is none, so that nothing moves when it comes."""
        width = self.area.verticalScrollBar().sizeHint().width()
        self._outer.setContentsMargins(16, 16, 8 if bar else 8 + width, 16)

    def add_strip(self, strip: QWidget) -> None:
        """Put a strip above the card that says something about the whole item."""
        strip.setContentsMargins(0, 0, 0, 8)
        self._column.insertWidget(0, strip)
        self._place += 1

    def card(self, kind: Kind) -> Card:
        """Show the card of that kind, made on first use."""
        if kind not in self._cards:
            self._cards[kind] = made = Card(kind, self.area.widget())
            self._column.insertWidget(self._place, made)
            self.made_card.emit(made)
        for other, card in self._cards.items():
            card.setVisible(other is kind)
        self.setCurrentWidget(self.area)
        return self._cards[kind]

    def show_empty(self, title: str, hint: str) -> None:
        """Show no item."""
        self.empty.say(title, hint)
        self.setCurrentWidget(self.empty)
