"""A new contact that looks like some the CRM has already: link it to one of them, or create it all the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.items import compose_name
from crmdesk.domain.outbox import OutboxEntry
from crmdesk.domain.values import Values, texts
from crmdesk.errors import DeskError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.connect.review_page import Sample
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import bullets, one_line, sentences
from crmdesk.ui.wording.told import told


class CandidatesDialog(QDialog):
    """Shows the records that a parked create looks like; closes when one was chosen."""

    def __init__(self, desk: Desk, tasks: Tasks, entry: OutboxEntry, there: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._entry = desk, tasks, entry
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Is it already there?"))
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, parent=self))
        name = one_line(compose_name(dict(desk.item(entry.item_id).values)), 60) or self.tr("No name")
        says = self.tr("{crm} already has someone who looks like {name}. Nothing is created until you decide.")
        column.addWidget(Label(says.format(crm=there, name=name), wrap=True, parent=self))
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self.state = Label(self.tr("Looking it up…"), secondary=True, parent=self)
        column.addWidget(self.state)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        row = QHBoxLayout()
        self.make = QPushButton(self.tr("None of these: create it"), self)
        self.make.setAutoDefault(False)
        self.make.clicked.connect(lambda: self._choose(None))
        later = QPushButton(self.tr("Decide later"), self)
        later.setProperty("look", "quiet")
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        row.addWidget(self.make)
        row.addStretch(1)
        row.addWidget(later)
        column.addLayout(row)
        self.links: dict[str, QPushButton] = {}
        tasks.replace(self, self._read(), what=self.tr("Look up the candidates"))
        self.finished.connect(lambda _result: tasks.drop(self))

    async def _read(self) -> None:
        try:
            found = await self._desk.candidates(self._entry.id)
        except DeskError as error:
            self.state.hide()
            self.trouble.say(sentences(told(error.why), told(error.next)))
            return
        self.state.setText("" if found else self.tr("They are no longer there."))
        self.state.setVisible(not found)
        for remote_id, values in found:
            self._list.addWidget(self._line(remote_id, values))
        self.adjustSize()

    def _line(self, remote_id: str, values: Values) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = one_line(compose_name(values), 60) or self.tr("No name")
        told = [values.get("company"), *texts(values.get("emails"))[:1], *texts(values.get("phones"))[:1]]
        row.addWidget(Sample(name, bullets(*[one_line(str(part), 60) for part in told if part]), line), 1)
        link = QPushButton(self.tr("Link to this one"), line)
        link.setAutoDefault(False)
        link.setAccessibleName(self.tr("Link to {name}").format(name=name))
        link.clicked.connect(lambda: self._choose(remote_id))
        row.addWidget(link)
        self.links[remote_id] = link
        return line

    def _choose(self, remote_id: str | None) -> None:
        self._tasks.start(self._desk.choose(self._entry.id, remote_id), what=self.tr("Decide about the new contact"))
        self.accept()


def open_candidates(parent: QWidget, desk: Desk, tasks: Tasks, entry: OutboxEntry, there: str) -> CandidatesDialog:
    """Open the dialog over the window of `parent`."""
    dialog = CandidatesDialog(desk, tasks, entry, there, parent.window())
    dialog.open()
    return dialog
