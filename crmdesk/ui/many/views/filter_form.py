"""The little form behind a chip: field, comparison and value, for whoever does not type conditions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import Desk
from crmdesk.domain.fields import FIELDS, FieldType, Kind
from crmdesk.domain.query.language import NUMBERS, STATES, TIMES, WORDS
from crmdesk.domain.query.parser import parse
from crmdesk.domain.query.pieces import quoted
from crmdesk.errors import QueryInvalid
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.wording.filters import state_title

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words

Way = tuple[str, str, bool]  # title, template of the condition, whether it takes a value


def ways(type_: FieldType) -> Sequence[Way]:
    """The comparisons that fit a type of field."""
    empty: list[Way] = [
        (translate("FilterForm", "is empty"), "no:{field}", False),
        (translate("FilterForm", "is filled in"), "has:{field}", False),
    ]
    if type_ in WORDS:
        return [
            (translate("FilterForm", "has the words"), "{field}:{value}", True),
            (translate("FilterForm", "is"), "{field}:={value}", True),
            (translate("FilterForm", "starts with"), "{field}:^{value}", True),
            (translate("FilterForm", "contains"), "{field}:~{value}", True),
            (translate("FilterForm", "does not have the words"), "-{field}:{value}", True),
            *empty,
            (translate("FilterForm", "differs between CRMs"), "differs:{field}", False),
        ]
    if type_ in TIMES:
        return [
            (translate("FilterForm", "is on"), "{field}:{value}", True),
            (translate("FilterForm", "before"), "{field}:<{value}", True),
            (translate("FilterForm", "after"), "{field}:>{value}", True),
            (translate("FilterForm", "in the last days"), "{field}:last{value}d", True),
            (translate("FilterForm", "in the next days"), "{field}:next{value}d", True),
            *empty,
        ]
    if type_ in NUMBERS:
        return [
            (translate("FilterForm", "is"), "{field}:{value}", True),
            (translate("FilterForm", "more than"), "{field}:>{value}", True),
            (translate("FilterForm", "less than"), "{field}:<{value}", True),
            *empty,
        ]
    return [
        (translate("FilterForm", "yes"), "has:{field}", False),
        (translate("FilterForm", "no"), "no:{field}", False),
    ]


class FilterForm(QDialog):
    """`agreed(piece)` with the condition that was put together."""

    agreed = Signal(str)

    def __init__(self, owner: QWidget, desk: Desk, tasks: Tasks, kind: Kind) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add a filter"))
        self._desk, self._tasks, self._kind = desk, tasks, kind
        self.field, self.way, self.value = QComboBox(), QComboBox(), QLineEdit()
        accounts = [status.account.name for status in desk.accounts()]
        for title, template in (
            (self.tr("Account"), "in"),
            (self.tr("State"), "is"),
            (self.tr("Changed in the last days"), "changed:{value}d"),
            (self.tr("Added in the last days"), "added:{value}d"),
        ):
            self.field.addItem(title, template)
        for key, field in FIELDS[kind].items():
            if field.type not in (FieldType.REFERENCES, FieldType.IMAGE):
                self.field.addItem(field.title, field)
            if key == "name":
                self.field.setCurrentIndex(self.field.count() - 1)
        self._accounts = accounts
        self.said = Label("", wrap=True, secondary=True)
        form = QFormLayout()
        for title, widget in (
            (self.tr("Filter by"), self.field),
            (self.tr("Which"), self.way),
            (self.tr("Value"), self.value),
        ):
            form.addRow(title, widget)
        self.add = QPushButton(self.tr("Add filter"))
        self.add.setDefault(True)
        self.add.clicked.connect(self._agree)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addLayout(row)
        self.setMinimumWidth(380)
        self.field.currentIndexChanged.connect(self._offer)
        self.way.currentIndexChanged.connect(self._arrange)
        self.finished.connect(lambda: tasks.drop(self))
        self._offer()

    def _offer(self) -> None:
        chosen = self.field.currentData()
        self.way.clear()
        if chosen == "in":
            for name in self._accounts:
                self.way.addItem(name, (f"in:{quoted(name)}", False))
            self.way.addItem(self.tr("Several CRMs"), ("in:2+", False))
        elif chosen == "is":
            for state in STATES:
                self.way.addItem(state_title(state), (f"is:{state}", False))
        elif isinstance(chosen, str):
            self.way.addItem(self.tr("within"), (chosen, True))
        else:
            for title, template, takes in ways(chosen.type):
                self.way.addItem(title, (template.replace("{field}", chosen.key), takes))
            self.value.setCompleter(None)  # type: ignore[arg-type] # Qt takes none
            if chosen.key == "tags":
                self._tasks.replace(self, self._complete(), what=self.tr("The tags that there are"))
        self._arrange()

    async def _complete(self) -> None:
        completer = QCompleter([tag for tag, _ in await self._desk.tags(self._kind)], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.value.setCompleter(completer)

    def _arrange(self) -> None:
        chosen = self.way.currentData()
        self.value.setEnabled(bool(chosen and chosen[1]))
        self.said.setText("")

    def piece(self) -> str:
        """The condition as it stands in a query; "" while its value is missing."""
        template, takes = self.way.currentData()
        value = self.value.text().strip()
        if takes and not value:
            return ""
        return str(template.replace("{value}", quoted(value)))

    def _agree(self) -> None:
        piece = self.piece()
        if not piece:
            self.said.setText(self.tr("Fill in a value."))
            return
        try:
            parse(self._kind, piece)
        except QueryInvalid as error:
            self.said.setText(f"{error.plain} {error.next}")
            return
        self.agreed.emit(piece)
        self.accept()
