"""The chooser of columns: stays open while columns are ticked, with a search box and a way back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from crmdesk.ui.dialogs.search_popup import Choice, SearchPopup
from crmdesk.ui.table.header import TableHeader
from crmdesk.ui.table.model import ItemModel

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


class ColumnChooser(SearchPopup):
    """A popup list of columns to tick; closes on Escape or a click elsewhere."""

    def __init__(self, model: ItemModel, header: TableHeader, parent: QWidget) -> None:
        super().__init__(
            translate("ColumnChooser", "Columns to show"), translate("ColumnChooser", "Find a column"), parent
        )
        self._model, self._header = model, header
        for text, act in (
            (self.tr("Fit widths to content"), header.fit),
            (self.tr("Reset columns"), self._reset),
        ):
            button = QPushButton(text, self)
            button.setProperty("look", "quiet")
            button.clicked.connect(act)
            self.column.addWidget(button)
        self.chosen.connect(self._turn)
        self._fill()

    def _fill(self) -> None:
        order = [self._header.logicalIndex(visual) for visual in range(self._header.count())]
        columns = [(place, self._model.columns[place]) for place in order]
        always = self.tr("The name is always shown.")
        self.offer(
            [
                Choice(
                    str(place),
                    column.title,
                    ticked=self._header.is_shown(place),
                    why_not=always if column.key == "name" else "",
                )
                for place, column in columns
            ]
        )

    def _turn(self, key: str) -> None:
        place = int(key)
        self._header.show_column(place, not self._header.is_shown(place))
        self._fill()

    def _reset(self) -> None:
        self._header.reset_columns()
        self._header.changed.emit()
        self._fill()
