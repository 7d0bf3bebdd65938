"""The columns of a file, a row each: what stands in them, what they mean here, and what is done where values differ."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from crmdesk.desk.importing.files import Column, FileSource
from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.fates import OnMatch
from crmdesk.ui.wording.phrases import cell_text, field_title, tooltip
from crmdesk.ui.wording.told import told

NAME, MEANS, DIFFERS, FILLED, SAMPLES, NOTES = range(6)
_KEY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class _Chooser(QStyledItemDelegate):
    """Offers the choices of a cell in a list; the choice is taken as soon as it is made."""

    def __init__(self, table: ColumnTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        box = QComboBox(parent)
        for title, key in self._table.choices(index.column()):
            box.addItem(title, key)
        box.activated.connect(lambda: self.commitData.emit(box))
        box.activated.connect(lambda: self.closeEditor.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(index.data(_KEY)), 0))
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QComboBox) and editor.currentData() != index.data(_KEY):
            self._table.choose(index.row(), index.column(), str(editor.currentData()))


class ColumnTable(QTableWidget):
    """Shows the columns; `chosen(column, field, policy)` when one is to mean something else."""

    chosen = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Column"),
                self.tr("Means here"),
                self.tr("Where it differs"),
                self.tr("Filled"),
                self.tr("Samples"),
                self.tr("Notes"),
            ]
        )
        self.setAccessibleName(self.tr("Columns of the file"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed)
        delegate = _Chooser(self)
        self.setItemDelegateForColumn(MEANS, delegate)
        self.setItemDelegateForColumn(DIFFERS, delegate)
        self.setStyleSheet("QTableView::item { padding-left: 5px; }")  # where its header's words begin
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for place, width in ((NAME, 160), (MEANS, 150), (DIFFERS, 130), (FILLED, 70), (SAMPLES, 220)):
            self.setColumnWidth(place, width)
        header.setSectionResizeMode(NOTES, QHeaderView.ResizeMode.Stretch)
        self._source: FileSource | None = None

    def show_source(self, source: FileSource) -> None:
        """Show the columns of a file; the current row stays."""
        row = max(self.currentRow(), 0)
        self._source = source
        columns = source.columns
        self.setRowCount(len(columns))
        for place, column in enumerate(columns):
            self._fill(place, column, source.kind)
        if columns:
            self.setCurrentCell(min(row, len(columns) - 1), MEANS)

    def _fill(self, row: int, column: Column, kind: Kind) -> None:
        policy = column.use.policy.value if column.use.policy is not None else ""
        share = round(100 * column.share)
        notes = " ".join(map(told, column.warnings)) or (told(column.use.why) if column.use.why else "")
        cells = (
            (column.name, None),
            (self._field_title(kind, column.use.field), column.use.field),
            (dict(self._policies()).get(policy, ""), policy) if column.use.field else ("", ""),
            (self.tr("{share} %").format(share=share), None),
            ("  ·  ".join(cell_text(sample) for sample in column.samples), None),
            (notes, None),
        )
        for place, (text, key) in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setData(_KEY, key)
            item.setToolTip(tooltip(text))
            editable = place == MEANS or (place == DIFFERS and bool(column.use.field))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
            if place in (SAMPLES, NOTES) and not column.warnings:
                item.setForeground(self.palette().placeholderText())
            if place == MEANS and not column.use.field:
                item.setForeground(self.palette().placeholderText())
            self.setItem(row, place, item)

    def _field_title(self, kind: Kind, key: str) -> str:
        if not key:
            return self.tr("Not imported")
        if key == "id":
            return self.tr("Id in the file")
        if key == "-":
            return self.tr("No data")
        return field_title(kind, key)

    def _policies(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("As for all")),
            (OnMatch.FILL.value, self.tr("Keep mine")),
            (OnMatch.REPLACE.value, self.tr("Take the file's")),
            (OnMatch.SKIP.value, self.tr("Leave alone")),
        ]

    def choices(self, place: int) -> list[tuple[str, str]]:
        """What a cell of that column can be: (words, key)."""
        if place == DIFFERS:
            return [(words, key) for key, words in self._policies()]
        if self._source is None:
            return []
        kind = self._source.kind
        fields = sorted(((self._field_title(kind, key), key) for key in self._source.fields()), key=lambda one: one[0])
        return [(self._field_title(kind, ""), ""), *fields]

    def choose(self, row: int, place: int, key: str) -> None:
        """Take a choice."""
        name, means, differs = (self.item(row, column) for column in (NAME, MEANS, DIFFERS))
        if name is not None and means is not None and differs is not None:
            field = key if place == MEANS else str(means.data(_KEY) or "")
            policy = key if place == DIFFERS else str(differs.data(_KEY) or "")
            self.chosen.emit(name.text(), field, policy)
