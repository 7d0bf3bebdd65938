"""The last page of an import: how far it is, then what it came to, with the rows that were not taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk.importing.runner import ImportProgress
from crmdesk.domain.importing.report import ImportOutcome, ImportRow, ImportRun
from crmdesk.ui.importing.plan_page import CountsView, RowTable, reason_row
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import bullets, count, numbered
from crmdesk.ui.wording.told import told


class RunPage(QWidget):
    """Shows an import as it goes on; `pause_asked(paused)`, and at its end `undo_asked` and `rejects_asked`."""

    pause_asked = Signal(bool)
    undo_asked = Signal()
    rejects_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(10)
        self.title = Label(size=FontSize.TITLE, strong=True, wrap=True, parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the import is"))
        self.rate = Label(secondary=True, parent=self)
        self.counts = CountsView(FontSize.BODY, self)
        titles = (self.tr("Line"), "", self.tr("Field"), self.tr("Value"), self.tr("Why not"))
        self.table = RowTable(titles, self.tr("Rows that were not taken"), self)
        self.pause = QPushButton(self.tr("Pause"), self)
        self.pause.setCheckable(True)
        self.undo = QPushButton(self.tr("Undo this import"), self)
        self.rejects = QPushButton(self.tr("Save these rows…"), self)
        buttons = QHBoxLayout()
        for button in (self.pause, self.undo, self.rejects):
            button.setAutoDefault(False)
            button.setProperty("look", "quiet")
            buttons.addWidget(button)
        buttons.addStretch(1)
        for widget in (self.title, self.bar, self.rate, self.counts):
            column.addWidget(widget)
        column.addWidget(self.table, 1000)
        column.addLayout(buttons)
        column.addStretch(1)
        self._total = 0
        self.pause.toggled.connect(self.pause_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.rejects.clicked.connect(self.rejects_asked)

    def begin(self, file: str, total: int) -> None:
        """An import begins."""
        self._total = total
        self.title.setText(self.tr("Importing {file}").format(file=file))
        self.bar.setRange(0, total)
        self.bar.setValue(0)
        for widget, shown in ((self.bar, True), (self.rate, True), (self.pause, True), (self.counts, False)):
            widget.setVisible(shown)
        for later in (self.table, self.undo, self.rejects):
            later.hide()

    def show_progress(self, progress: ImportProgress) -> None:
        """Show how far it is."""
        if progress.waiting:
            self.rate.setText(self.tr("Another import goes on; this one waits for it."))
            return
        self.bar.setValue(min(progress.done, self._total))
        rate = progress.done / progress.seconds if progress.seconds else 0.0
        parts = [numbered(self.tr("%Ln row(s)", "", progress.done), progress.done)]
        if rate:
            parts.append(self.tr("{rate} a second").format(rate=count(round(rate))))
            if self._total > progress.done:
                left = max(round((self._total - progress.done) / rate), 1)
                parts.append(self.tr("about {n} s left").format(n=count(left)))
        self.rate.setText(bullets(*parts))

    def show_end(self, run: ImportRun, rows: Sequence[ImportRow]) -> None:
        """Show what it came to."""
        titles = {
            ImportOutcome.SUCCESS: self.tr("{file} was imported"),
            ImportOutcome.PARTIAL: self.tr("{file} was imported, but for some rows"),
            ImportOutcome.CANCELLED: self.tr("The import of {file} was ended; what was done until then stays"),
            ImportOutcome.STOPPED: self.tr("The import of {file} stopped; it can be continued"),
            ImportOutcome.FAILED: self.tr("{file} was not imported"),
        }
        title = (
            self.tr("The import of {file} was taken back")
            if run.undone
            else titles[run.outcome or ImportOutcome.FAILED]
        )
        self.title.setText(title.format(file=run.file))
        for widget in (self.bar, self.pause):
            widget.hide()
        self.rate.setText(told(run.error) if run.error else "")
        self.rate.setVisible(bool(run.error))
        self.counts.show_counts(run.counts)
        self.counts.show()
        self.table.show_rows([reason_row(run.kind, row) for row in rows])
        self.table.setVisible(bool(rows))
        self.rejects.setVisible(any(row.payload is not None for row in rows))
        self.undo.setVisible(run.set_id is not None and not run.undone)
