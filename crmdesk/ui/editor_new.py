"""Where a new contact is created: this computer always, and the accounts the user ticks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from crmdesk.desk import AccountStatus
from crmdesk.domain.fields import Kind
from crmdesk.ui.labels import Label
from crmdesk.ui.phrases import tooltip
from crmdesk.ui.theme import FontSize


class CreateIn(QWidget):
    """A tick for each account that can take a new item; the others are shown with the reason why not."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(2)
        self._boxes: list[tuple[AccountStatus, QCheckBox]] = []

    def show_accounts(
        self, kind: Kind, accounts: Sequence[AccountStatus], chosen: frozenset[int], able: frozenset[int]
    ) -> None:
        """Offer these accounts; those that are not `able` to take a new one are shown with the reason."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = []
        self._column.addWidget(Label(self.tr("Create in"), size=FontSize.SMALL, secondary=True, parent=self))
        here = QCheckBox(self.tr("This computer"), self)
        here.setChecked(True)
        here.setEnabled(False)
        here.setToolTip(tooltip(self.tr("Always: it is kept here until a CRM has taken it.")))
        self._column.addWidget(here)
        for status in accounts:
            box = QCheckBox(status.account.name.replace("&", "&&"), self)
            reason = self._why_not(kind, status, status.account.id in able)
            box.setEnabled(not reason)
            box.setToolTip(tooltip(reason))
            box.setChecked(not reason and status.account.id in chosen)
            if reason:
                box.setText(f"{status.account.name} · {reason}".replace("&", "&&"))
            box.toggled.connect(lambda _on: self.changed.emit())
            self._column.addWidget(box)
            self._boxes.append((status, box))

    def _why_not(self, kind: Kind, status: AccountStatus, able: bool) -> str:
        if not status.account.direction.pushes:
            return self.tr("only read from, by your choice")
        if kind not in status.account.kinds:
            return self.tr("these are not synced with it")
        if not able:
            return self.tr("this CRM takes no new ones")
        return ""

    def chosen(self) -> list[AccountStatus]:
        """The ticked accounts."""
        return [status for status, box in self._boxes if box.isChecked()]
