"""The linking rule of an account: whether contacts that are new there are linked to those that are here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize


class LinkChoice(QWidget):
    """Asks by what new contacts are linked; `changed` when it is something else."""

    changed = Signal()

    def __init__(self, link_by: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = self.tr("Link new contacts to those I have")
        label = Label(title, size=FontSize.SMALL, secondary=True, parent=self)
        self.box = QComboBox(self)
        self.box.setAccessibleName(title)
        label.setBuddy(self.box)
        for text, fields in (
            (self.tr("Never"), ()),
            (self.tr("By email"), ("emails",)),
            (self.tr("By phone"), ("phones",)),
            (self.tr("By email or phone"), ("emails", "phones")),
            (self.tr("Who certainly is the same"), ("certain",)),
        ):
            self.box.addItem(text, list(fields))
        self.box.setCurrentIndex(
            max(0, self.box.findData([f for f in ("emails", "phones", "certain") if f in link_by]))
        )
        self.note = Remark("info", Tone.QUIET, self)
        self.box.currentIndexChanged.connect(lambda _index: self._say())
        for widget in (label, self.box, self.note):
            column.addWidget(widget)
        self._say()

    def _say(self) -> None:
        says = self.tr(
            "Only where exactly one contact has it and the names do not contradict each other. You can unlink"
            " at any time."
        )
        self.note.say(says if self.fields() else "")
        self.changed.emit()

    def fields(self) -> tuple[str, ...]:
        """The fields that it goes by; none when nothing is linked."""
        return tuple(self.box.currentData())
