"""Which suggestions are shown: by account, by kind, by a reason that they have, by a tag that one of them carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Reason
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.matches.words import reason_word
from crmdesk.ui.wording.phrases import one_line

LETTERS = 14  # of a box that is closed; what is chosen in it may be longer


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; nothing where it does not matter."""

    account_id: int | None = None
    kind: Kind | None = None
    reason: str = ""
    tag: str = ""

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


class Filters(QWidget):
    """A box for each; `changed(Wanted)` when the user chose otherwise."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=6)
        self.account = self._box(self.tr("Account"))
        self.kind = self._box(self.tr("Kind"))
        self.reason = self._box(self.tr("Reason"))
        self.tag = self._box(self.tr("Tag"))
        self.clear = QPushButton(self.tr("Clear all"), self)
        self.clear.setProperty("look", "quiet")
        self.clear.clicked.connect(self.reset)
        for widget in (self.account, self.kind, self.reason, self.tag, self.clear):
            flow.addWidget(widget)
        kinds: dict[object, str] = {
            Kind.CONTACT: self.tr("People and companies"),
            Kind.PROPERTY: self.tr("Properties"),
        }
        self._fill(self.kind, self.tr("Every kind"), kinds)
        self.offer_accounts({})
        self.offer_found((), ())
        self.clear.hide()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Filter by {what}").format(what=name.lower()))
        box.setToolTip(box.accessibleName())
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(LETTERS)
        box.activated.connect(lambda _index: self._tell())
        return box

    def _fill(self, box: QComboBox, everything: str, offers: Mapping[object, str]) -> None:
        """Offer these beside everything; what was chosen stays chosen."""
        chosen = box.currentData()
        box.clear()
        box.addItem(everything, None)
        for key, text in offers.items():
            box.addItem(text, key)
        widest = max(box.fontMetrics().horizontalAdvance(text) for text in (everything, *offers.values()))
        box.view().setMinimumWidth(widest + 5 * GRID)
        box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)

    def offer_accounts(self, names: Mapping[int, str]) -> None:
        """Offer these accounts."""
        offers: dict[object, str] = {id_: one_line(name, 40) for id_, name in names.items()}
        self._fill(self.account, self.tr("Every account"), offers)

    def offer_found(self, reasons: Iterable[Reason], tags: Iterable[str]) -> None:
        """Offer the reasons and tags that occur."""
        words: dict[object, str] = {}
        for reason in reasons:
            words.setdefault(reason.what, reason_word(Reason(reason.what, reason.bits)))
        ordered = dict(sorted(words.items(), key=lambda one: one[1].casefold()))
        self._fill(self.reason, self.tr("Every reason"), ordered)
        self._fill(self.tag, self.tr("Every tag"), {tag: one_line(tag, 40) for tag in sorted(tags, key=str.casefold)})

    @property
    def wanted(self) -> Wanted:
        """What is chosen."""
        return Wanted(
            self.account.currentData(),
            self.kind.currentData(),
            self.reason.currentData() or "",
            self.tag.currentData() or "",
        )

    def reset(self) -> None:
        """Show everything again."""
        for box in (self.account, self.kind, self.reason, self.tag):
            box.setCurrentIndex(0)
        self._tell()

    def _tell(self) -> None:
        self.clear.setVisible(not self.wanted.is_everything)
        self.changed.emit(self.wanted)
