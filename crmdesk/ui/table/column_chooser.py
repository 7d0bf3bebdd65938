"""The chooser of columns: stays open while columns are ticked, with a search box and a way back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.table.header import TableHeader
from crmdesk.ui.table.model import ItemModel


class ColumnChooser(QFrame):
    """A popup list of columns to tick; closes on Escape or a click elsewhere."""

    def __init__(self, model: ItemModel, header: TableHeader, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Columns"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._model, self._header = model, header
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find a column"))
        self._search.setAccessibleName(self.tr("Find a column"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Columns to show"))
        self._list.itemChanged.connect(self._ticked)
        self._list.itemActivated.connect(self._toggle)
        fit = QPushButton(self.tr("Fit widths to content"))
        fit.setProperty("look", "quiet")
        fit.clicked.connect(self._fit)
        reset = QPushButton(self.tr("Reset columns"))
        reset.setProperty("look", "quiet")
        reset.clicked.connect(self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        for widget in (self._search, self._list, fit, reset):
            layout.addWidget(widget)
        self.resize(260, 380)
        self._fill()

    def open_at(self, place: QPoint) -> None:
        """Show it there, ready to type."""
        room = self.screen().availableGeometry()
        x = min(place.x(), room.right() - self.width())
        self.move(max(room.x(), x), min(place.y(), room.bottom() - self.height()))
        self.show()
        self._search.setFocus()

    def _fill(self) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        order = [self._header.logicalIndex(visual) for visual in range(self._header.count())]
        for place in order:
            column = self._model.columns[place]
            item = QListWidgetItem(column.title)
            item.setData(Qt.ItemDataRole.UserRole, place)
            item.setCheckState(Qt.CheckState.Checked if self._header.is_shown(place) else Qt.CheckState.Unchecked)
            if column.key == "name":
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
                item.setToolTip(self.tr("The name is always shown."))
            self._list.addItem(item)
        self._list.blockSignals(False)

    def _filter(self, text: str) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _ticked(self, item: QListWidgetItem) -> None:
        place = int(item.data(Qt.ItemDataRole.UserRole))
        self._header.show_column(place, item.checkState() is Qt.CheckState.Checked)

    def _toggle(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            checked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    def _fit(self) -> None:
        self._header.fit()

    def _reset(self) -> None:
        self._header.reset_columns()
        self._header.changed.emit()
        self._fill()
