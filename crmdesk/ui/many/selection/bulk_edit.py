"""The forms that change all selected items: one or more fields, or a tag; with a summary before anything is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import Desk
from crmdesk.domain.fields import FIELDS, FieldType, Kind
from crmdesk.domain.query.bulk import BulkPlan, How, Touch
from crmdesk.domain.values import Entry, parse_value
from crmdesk.errors import UserInputError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import listed, numbered

PAUSE_MS = 250
translate = QCoreApplication.translate  # by this name, so that lupdate finds the words
_CLEAR = "clear"


class TouchRow(QWidget):
    """One field, what is done to it, and the value."""

    changed = Signal()

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.field, self.how = QComboBox(), QComboBox()
        self.field.setAccessibleName(self.tr("Field"))
        self.how.setAccessibleName(self.tr("What is done to it"))
        for key, field in FIELDS[kind].items():
            if field.editable and field.type not in (FieldType.REFERENCES, FieldType.IMAGE):
                self.field.addItem(field.title, key)
        self.sought, self.value = QLineEdit(), QLineEdit()
        self.sought.setPlaceholderText(self.tr("Find"))
        self.sought.setAccessibleName(self.tr("Find"))
        self.value.setAccessibleName(self.tr("Value"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, share in ((self.field, 2), (self.how, 2), (self.sought, 2), (self.value, 3)):
            row.addWidget(widget, share)
        self.field.currentIndexChanged.connect(self._offer)
        self.how.currentIndexChanged.connect(self._arrange)
        for line in (self.sought, self.value):
            line.textChanged.connect(self.changed)
        self.field.setCurrentIndex(max(0, self.field.findData("company")))
        self._offer()

    def _offer(self) -> None:
        """The ways that fit the field."""
        type_ = FIELDS[self._kind][self.field.currentData()].type
        self.how.clear()
        if type_.is_list:
            self.how.addItem(self.tr("Add"), How.ADD.value)
            self.how.addItem(self.tr("Remove"), How.REMOVE.value)
        self.how.addItem(self.tr("Set to"), How.SET.value)
        self.how.addItem(self.tr("Clear"), _CLEAR)
        if type_ in (FieldType.TEXT, FieldType.NOTE, FieldType.URL, FieldType.TAGS):
            self.how.addItem(self.tr("Find and replace"), How.REPLACE.value)
        self._arrange()

    def _arrange(self) -> None:
        how = self.how.currentData()
        self.sought.setVisible(how == How.REPLACE.value)
        self.value.setVisible(how != _CLEAR)
        self.value.setPlaceholderText(self.tr("Replace by") if how == How.REPLACE.value else "")
        self.changed.emit()

    def touch(self) -> Touch | None:
        """What it asks for; None while nothing is filled in. Raises UserInputError for a value that is none."""
        key, how, text = self.field.currentData(), self.how.currentData(), self.value.text().strip()
        if how == _CLEAR:
            return Touch(key, How.SET, None)
        if how == How.REPLACE.value:
            return Touch(key, How.REPLACE, self.value.text(), self.sought.text()) if self.sought.text() else None
        if not text:
            return None
        if FIELDS[self._kind][key].type.is_list:
            return Touch(key, How(how), tuple(Entry(part.strip()) for part in text.split(",") if part.strip()))
        return Touch(key, How(how), parse_value(self._kind, key, text))


class BulkEdit(QDialog):
    """Asks what is to be changed, says what that comes to, and hands it over: `agreed(touches)`.

    `kept_asked(ids)` when somebody wants to see who keeps it on this computer.
    """

    agreed = Signal(object)
    kept_asked = Signal(object)

    def __init__(self, owner: QWidget, desk: Desk, tasks: Tasks, kind: Kind, ids: Sequence[int]) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._tasks, self._kind, self._ids = desk, tasks, kind, ids
        self._plan = BulkPlan()
        self.setWindowTitle(self.tr("Edit {things}").format(things=counted(kind, len(ids))))
        self.rows = [TouchRow(kind)]
        self.rows[0].changed.connect(self._soon)
        self._grid = QGridLayout()
        self._grid.addWidget(self.rows[0], 0, 0)
        more = QPushButton(self.tr("Another field"))
        more.setProperty("look", "link")
        more.clicked.connect(self._add_row)
        self.summary = Label("", wrap=True)
        self.kept = QPushButton()
        self.kept.setProperty("look", "link")
        self.kept.hide()
        self.kept.clicked.connect(lambda: self.kept_asked.emit(self._plan.kept_here))
        self.apply = QPushButton(self.tr("Apply"))
        self.apply.setDefault(True)
        self.apply.setEnabled(False)
        self.apply.clicked.connect(self._agree)
        close = QPushButton(self.tr("Cancel"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(self._grid)
        for widget in (more, self.summary, self.kept):
            column.addWidget(
                widget, 0, Qt.AlignmentFlag.AlignLeft if widget is not self.summary else Qt.AlignmentFlag(0)
            )
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(640, 260)
        self._touches: list[Touch] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.finished.connect(lambda: self._tasks.drop(self))

    def _add_row(self) -> None:
        row = TouchRow(self._kind)
        row.changed.connect(self._soon)
        self._grid.addWidget(row, len(self.rows), 0)
        self.rows.append(row)

    def _soon(self) -> None:
        self.apply.setEnabled(False)
        self._timer.start()

    def _ask(self) -> None:
        try:
            self._touches = [touch for row in self.rows if (touch := row.touch()) is not None]
        except UserInputError as error:
            self.summary.setText(error.why)
            return
        if self._touches:
            self._tasks.replace(self, self._look(), what=self.tr("What the edit would do"))
        else:
            self.summary.setText("")

    async def _look(self) -> None:
        try:
            self._plan = await self._desk.plan_many(self._kind, self._ids, self._touches)
        except UserInputError as error:
            self.summary.setText(f"{error.why} {error.next}")
            return
        self.summary.setText(summary(self._desk, self._kind, self._touches, self._plan))
        kept = len(self._plan.kept_here)
        self.kept.setVisible(bool(kept))
        why = self.tr("%n keep(s|) it on this computer, because no CRM of theirs takes it. Show", "", kept)
        self.kept.setText(numbered(why, kept))
        self.apply.setEnabled(bool(self._plan.changed))

    def _agree(self) -> None:
        self.agreed.emit(self._touches)
        self.accept()


def summary(desk: Desk, kind: Kind, touches: Sequence[Touch], plan: BulkPlan) -> str:
    """What a change would do, in a sentence: "Company of 214 contacts in Dex and Flex"."""
    fields = listed(
        [FIELDS[kind][touch.field].title if touch.field in FIELDS[kind] else touch.field for touch in touches]
    )
    if not plan.changed:
        return translate("BulkEdit", "Nothing would change.")
    things = counted(kind, len(plan.changed))
    names = desk.account_names()
    where = listed([names.get(id_, "") for id_ in sorted(plan.by_account)])
    if not where:
        return translate("BulkEdit", "{fields} of {things}, on this computer.").format(fields=fields, things=things)
    return translate("BulkEdit", "{fields} of {things}, sent to {where}.").format(
        fields=fields, things=things, where=where
    )


class TagForm(QDialog):
    """Asks for a tag, with the ones that there are; `agreed(touches)` adds or removes it."""

    agreed = Signal(object)

    def __init__(self, owner: QWidget, desk: Desk, tasks: Tasks, kind: Kind, selected: int) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._kind = desk, kind
        self.setWindowTitle(self.tr("Tag {things}").format(things=counted(kind, selected)))
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Tag"))
        self.line.setAccessibleName(self.tr("Tag"))
        add, remove = QPushButton(self.tr("Add")), QPushButton(self.tr("Remove"))
        add.setDefault(True)
        remove.setAutoDefault(False)
        add.clicked.connect(lambda: self._agree(How.ADD))
        remove.clicked.connect(lambda: self._agree(How.REMOVE))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(remove)
        row.addWidget(add)
        self.said = Label("", secondary=True, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        for widget in (self.line, self.said):
            column.addWidget(widget)
        column.addLayout(row)
        self.setMinimumWidth(360)
        tasks.replace(self, self._complete(), what=self.tr("The tags that there are"))
        self.finished.connect(lambda: tasks.drop(self))

    async def _complete(self) -> None:
        completer = QCompleter([tag for tag, _ in await self._desk.tags(self._kind)], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)

    def _agree(self, how: How) -> None:
        entries = tuple(Entry(part.strip()) for part in self.line.text().split(",") if part.strip())
        if not entries:
            self.said.setText(self.tr("Type a tag, or several with commas between."))
            return
        self.agreed.emit([Touch("tags", how, entries)])
        self.accept()
