"""One suggestion whole: why, the records side by side, what linking comes to, and the three answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.domain.records import Record
from crmdesk.ui.card.field_row.origin_badges import Face
from crmdesk.ui.look.badges import Disc, Hairline
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.matches.compare.model import SideBySide, columns_of
from crmdesk.ui.matches.compare.view import SideBySideView
from crmdesk.ui.matches.reason_chips import ReasonChips
from crmdesk.ui.matches.words import because, chips_of, outcome, rival_word
from crmdesk.ui.wording.kinds import SIGNS
from crmdesk.ui.wording.phrases import count

WIDEST = 200  # average characters


class Detail(Surface):
    """`answered("link" | "not same" | "later")` when a button is pressed; `opened(item_id)` to see a card whole."""

    answered = Signal(str)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Base, parent)
        self.suggestion: Suggestion | None = None
        self._records: Sequence[Record] = ()
        self._names: Mapping[int, str] = {}
        self.sides = SideBySide(self)
        self.disc = Disc(40, self)
        self.title = Label(size=FontSize.TITLE, strong=True, elided=True, parent=self)
        self.place = Label(secondary=True, parent=self)
        self.why = Label(wrap=True, parent=self)
        self.chips = ReasonChips(self)
        self.rival = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        self.evidence = QPushButton(self.tr("All evidence"), self)
        self.evidence.setCheckable(True)
        self.evidence.setProperty("look", "link")
        self.evidence.setFont(font(FontSize.SMALL))
        self.evidence.setToolTip(self.tr("Every reason with its weight, and every field (E)"))
        self.evidence.toggled.connect(self._show_evidence)
        self.view = SideBySideView(self.sides, self)
        self.outcome = Label(wrap=True, secondary=True, parent=self)
        self.link = self._button(self.tr("Link"), "L", "primary", "link")
        self.not_same = self._button(self.tr("Not the same"), "N", "", "not same")
        self.later = self._button(self.tr("Later"), "S", "quiet", "later")
        self._lay_out()
        self.sides.ticked.connect(self._tell_outcome)
        self.view.toggled.connect(self.sides.tick)
        self.view.asked_same.connect(lambda: self.evidence.setChecked(True))

    def _button(self, text: str, key: str, look: str, answer: str) -> QPushButton:
        button = QPushButton(self)
        self._name_button(button, text, key)
        if look:
            button.setProperty("look", look)
        button.clicked.connect(lambda: self.answered.emit(answer))
        return button

    def _name_button(self, button: QPushButton, text: str, key: str) -> None:
        button.setText(f"{text}   {key}")
        button.setAccessibleName(text)
        button.setToolTip(self.tr("{what} ({key})").format(what=text, key=key))

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        inside = QWidget(self)
        inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        across.addWidget(inside, 1000)  # as wide as it may be; what is left over lies behind it
        across.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.place, 0, Qt.AlignmentFlag.AlignRight)
        words.addLayout(top)
        words.addWidget(self.why)
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addWidget(self.chips)
        line = QHBoxLayout()
        line.addWidget(self.evidence)
        line.addWidget(self.rival, 1)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        column.addWidget(Hairline(parent=self))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.outcome, 1)
        for button in (self.later, self.not_same, self.link):
            foot.addWidget(button)
        column.addLayout(foot)

    def show_suggestion(
        self,
        suggestion: Suggestion,
        records: Sequence[Record],
        faces: Mapping[int, Face],
        name: str,
        place: tuple[int, int],
    ) -> None:
        """Show a suggestion; its records come in the order in which their accounts speak."""
        self.suggestion, self._records = suggestion, records
        self._names = {account_id: face.name for account_id, face in faces.items()}
        self.disc.set_name(name, "" if suggestion.kind.value == "contact" else SIGNS[suggestion.kind])
        self.title.setText(name)
        self.place.setText(self.tr("{n} of {total}").format(n=count(place[0]), total=count(place[1])))
        self.why.setText(because(suggestion))
        ticked = suggestion.tier is not Tier.POSSIBLE
        self.sides.show(suggestion.kind, columns_of(_by_item(suggestion, records), faces, {}, ticked=ticked))
        self._show_evidence(self.evidence.isChecked())
        self._tell_outcome()

    def _show_evidence(self, on: bool) -> None:
        if self.suggestion is None:
            return
        shown = sorted(self.suggestion.reasons, key=lambda one: -abs(one.bits)) if on else chips_of(self.suggestion)
        self.chips.show_reasons(shown, bits=on)
        self.rival.setText(rival_word(self.suggestion) if on else "")
        self.evidence.setText(self.tr("Less") if on else self.tr("All evidence"))
        self.sides.unfold(on)

    def _tell_outcome(self) -> None:
        if self.suggestion is None:
            return
        self.outcome.setText(outcome(self.suggestion.kind, self._records, self._names, self.sides.joined))
        items = {record.item_id for record in self._records if record.id in self.sides.joined}
        self.link.setEnabled(len(items) > 1)
        some = 0 < len(items) < len(self.suggestion.item_ids)
        self._name_button(self.not_same, self.tr("Left out: not the same") if some else self.tr("Not the same"), "N")

    def left_out(self) -> frozenset[int]:
        """The records whose tick was taken away, or never set."""
        return frozenset(record.id for record in self._records) - self.sides.joined


def _by_item(suggestion: Suggestion, records: Sequence[Record]) -> list[Record]:
    """The records with those of one item beside each other, in the order of the items."""
    order = {item_id: place for place, item_id in enumerate(dict.fromkeys(one.item_id for one in records))}
    return sorted(records, key=lambda record: order[record.item_id])
