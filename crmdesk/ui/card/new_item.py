"""Where a new item is created: this computer always, and the accounts the user ticks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from crmdesk.desk import AccountStatus, Desk
from crmdesk.domain.fields import Kind
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import bullets, listed, tooltip

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


class WhyNot(Enum):
    """Why nothing new can be made in an account."""

    CRM = "crm"  # it has none of the kind, or takes no new ones
    READ_ONLY = "read only"
    NOT_SYNCED = "not synced"

    def about(self, names: str) -> str:
        """The reason in words, with the accounts that it holds for."""
        match self:
            case WhyNot.CRM:
                return translate("WhyNot", "Not possible in {names}").format(names=names)
            case WhyNot.READ_ONLY:
                return translate("WhyNot", "Read-only by your choice: {names}").format(names=names)
        return translate("WhyNot", "Not synced with {names}, by your choice").format(names=names)


Offered = tuple[Sequence[AccountStatus], Mapping[str, WhyNot]]


def offered(desk: Desk, kind: Kind) -> Offered:
    """The accounts in which something new of that kind can be made, and why not in the others, by their names."""
    able, not_able = [], {}
    for status in desk.accounts():
        account = status.account
        if (why := _why_not(status, desk.creates(account, kind), kind)) is None:
            able.append(status)
        else:
            not_able[account.name] = why
    return able, not_able


def _why_not(status: AccountStatus, creates: bool, kind: Kind) -> WhyNot | None:
    if not creates:
        return WhyNot.CRM
    if not status.account.direction.pushes:
        return WhyNot.READ_ONLY
    return None if kind in status.account.kinds else WhyNot.NOT_SYNCED


class CreateIn(QWidget):
    """A tick for each account that can take a new item; one line tells why the others are not offered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(2)
        self._boxes: list[tuple[AccountStatus, QCheckBox, Remark]] = []

    def show_accounts(
        self, accounts: Sequence[AccountStatus], others: Mapping[str, WhyNot], chosen: frozenset[int]
    ) -> None:
        """Offer these accounts; `others` are named with the reason."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = []
        self._column.addWidget(Label(self.tr("Create in"), size=FontSize.SMALL, secondary=True, parent=self))
        here = QCheckBox(self.tr("This computer"), self)
        here.setChecked(True)
        here.setEnabled(False)
        here.setToolTip(tooltip(self.tr("Always: it stays here until a CRM has accepted it.")))
        self._column.addWidget(here)
        for status in accounts:
            box = QCheckBox(status.account.name.replace("&", "&&"), self)
            box.setChecked(status.account.id in chosen)
            box.toggled.connect(lambda _on: self.changed.emit())
            remark = Remark("warning", Tone.AMBER, self)
            self._column.addWidget(box)
            self._column.addWidget(remark)
            self._boxes.append((status, box, remark))
        reasons = (why.about(listed([name for name in others if others[name] is why])) for why in WhyNot)
        told = bullets(*(text for text, why in zip(reasons, WhyNot, strict=True) if why in others.values()))
        if told:
            self._column.addWidget(Label(told, size=FontSize.SMALL, secondary=True, wrap=True, parent=self))

    def show_lacking(self, lacking: Mapping[str, Sequence[str]]) -> None:
        """Say which fields the CRM of each account still wants before it takes anything new."""
        for status, _box, remark in self._boxes:
            titles = list(lacking.get(status.account.name, ()))
            says = self.tr("{account} also needs {fields}")
            remark.say(says.format(account=status.account.name, fields=listed(titles)) if titles else "")

    def chosen(self) -> list[AccountStatus]:
        """The ticked accounts."""
        return [status for status, box, _remark in self._boxes if box.isChecked()]
