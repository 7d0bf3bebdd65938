"""The second page of an import: what would happen, with counts that add up, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from crmdesk.desk.importing.preview import ImportPreview
from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.fates import Fate
from crmdesk.domain.importing.report import Counts, ImportRow
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import count, field_title, numbered, sentences, tooltip, value_text
from crmdesk.ui.wording.told import told

MOST_SHOWN = 500

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


class CountsView(QWidget):
    """The counts of an import, as a sum, and what of them somebody should look at."""

    def __init__(self, size: FontSize = FontSize.TITLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.sum = Label(size=size, strong=True, wrap=True, parent=self)
        self.parts = Label(secondary=True, wrap=True, parent=self)
        column.addWidget(self.sum)
        column.addWidget(self.parts)

    def show_counts(self, counts: Counts) -> None:
        """Show the counts."""
        named = (
            (counts.created, self.tr("{n} new")),
            (counts.updated, self.tr("{n} changed")),
            (counts.unchanged, self.tr("{n} unchanged")),
            (counts.skipped, self.tr("{n} skipped")),
            (counts.failed, self.tr("{n} failed")),
        )
        told_ = " + ".join(words.format(n=count(number)) for number, words in named if number)
        rows = numbered(self.tr("%Ln row(s)", "", counts.rows), counts.rows)
        self.sum.setText(f"{rows} = {told_}" if told_ else rows)
        parts = []
        if counts.differs:
            parts.append(
                self.tr("Of these, {n} differ from what is here, and yours is kept.").format(n=count(counts.differs))
            )
        if counts.needs_you:
            parts.append(self.tr("{n} need you: it is not sure who is meant.").format(n=count(counts.needs_you)))
        self.parts.setText(sentences(*parts))
        self.parts.setVisible(bool(parts))


class RowTable(QTableWidget):
    """Rows of a file, each with what becomes of it."""

    def __init__(self, titles: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, len(titles), parent)
        self.setHorizontalHeaderLabels(list(titles))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setStyleSheet("QTableView::item { padding-left: 5px; }")  # where its header's words begin
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMaximumSectionSize(320)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(titles) - 1, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these."""
        self.setRowCount(len(rows))
        for place, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(tooltip(text))
                self.setItem(place, column, item)


def fate_words(fate: Fate) -> str:
    """What became of a row, in a word."""
    return {
        Fate.CREATED: translate("Fate", "new"),
        Fate.UPDATED: translate("Fate", "changed"),
        Fate.UNCHANGED: translate("Fate", "unchanged"),
        Fate.SKIPPED: translate("Fate", "skipped"),
        Fate.FAILED: translate("Fate", "failed"),
    }[fate]


class PlanPage(QWidget):
    """Shows the plan of an import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(10)
        self.counts = CountsView(parent=self)
        self.sending = Label(wrap=True, parent=self)
        titles = (self.tr("Line"), "", self.tr("Field"), self.tr("Now"), self.tr("Then, or why not"))
        self.table = RowTable(titles, self.tr("What would happen"), self)
        self.more = Label(secondary=True, wrap=True, parent=self)
        column.addWidget(self.counts)
        column.addWidget(self.sending)
        column.addWidget(self.table, 1)
        column.addWidget(self.more)

    def show_plan(self, kind: Kind, plan: ImportPreview, accounts: Mapping[int, str]) -> None:
        """Show what would happen."""
        self.counts.show_counts(plan.counts)
        sent = [
            self.tr("{account}: {changes} changes, about {calls} calls.").format(
                account=accounts.get(id_, ""), changes=count(amount), calls=count(plan.calls(id_))
            )
            for id_, amount in plan.to_send.items()
        ]
        nowhere = self.tr("Everything stays on this computer: nothing is sent to a CRM.")
        twice = self.tr("{n} rows are the same people as rows before them.").format(n=count(plan.duplicates))
        self.sending.setText(sentences(*(sent or [nowhere]), *([twice] if plan.duplicates else [])))
        rows = self._troubled(kind, plan.rows) + [
            (
                count(line.line),
                fate_words(line.fate),
                field_title(kind, line.field),
                value_text(kind, line.field, line.old) if line.old is not None else "",
                value_text(kind, line.field, line.new) if line.new is not None else self.tr("emptied"),
            )
            for line in plan.plan[:MOST_SHOWN]
        ]
        self.table.show_rows(rows)
        shown = len(plan.plan) > MOST_SHOWN or plan.left_off
        self.more.setText(self.tr("Only the first of all changes are shown; the counts are those of all rows."))
        self.more.setVisible(shown)

    def _troubled(self, kind: Kind, rows: Sequence[ImportRow]) -> list[tuple[str, str, str, str, str]]:
        left = [row for row in rows if row.fate in (Fate.SKIPPED, Fate.FAILED)][:MOST_SHOWN]
        return [reason_row(kind, row) for row in left]


def reason_row(kind: Kind, row: ImportRow) -> tuple[str, str, str, str, str]:
    """A row that was not taken, with the reason."""
    title = field_title(kind, row.field) if row.field else ""
    return count(row.line), fate_words(row.fate), title, row.value, told(row.reason)
