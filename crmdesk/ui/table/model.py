"""The table's model: the ids of a whole list, and the rows of those that are looked at.

A list of a million is an array of a million ids; rows are read by id, a screenful in one query, and the least recently
seen are dropped.
"""

from __future__ import annotations

import time
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Row
from crmdesk.ui.table.columns import Column, cell, columns, spoken, whole
from crmdesk.ui.wording.phrases import tooltip

KEPT_ROWS = 2000
UNKNOWN = 0  # the id of a place in the list that has not been read yet

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


class ItemModel(QAbstractTableModel):
    """All items of one list, addressable by row; what is not in memory is read when it is asked for."""

    def __init__(self, desk: Desk, kind: Kind = Kind.CONTACT) -> None:
        super().__init__()
        self._desk = desk
        self.kind = kind
        self.columns: tuple[Column, ...] = columns(kind)
        self.ids: array[int] = array("q")
        self.accounts: Mapping[int, str] = {}
        self.providers: Mapping[int, str] = {}
        self.tag_colours: Mapping[str, str] = {}  # by the tag without regard to case
        self.drafts: frozenset[int] = frozenset()  # items of which something was typed and not saved
        self.sorting: tuple[str, ...] = ("name",)
        self._rows: OrderedDict[int, Row | None] = OrderedDict()
        self.flashes: dict[int, tuple[float, frozenset[str]]] = {}  # id → when it changed, which cells

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, _ACCESSIBLE):
            return None
        row = self.row_at(index.row())
        if row is None:
            return self.tr("Loading") if role == _ACCESSIBLE else None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(whole(self.kind, column.key, row, self.accounts))
        if role == _ACCESSIBLE:
            return spoken(self.kind, column, row, self.accounts, draft=row.id in self.drafts)
        return cell(self.kind, column.key, row) or whole(self.kind, column.key, row, self.accounts)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role in (_ACCESSIBLE, Qt.ItemDataRole.ToolTipRole):
            return self._said(column)
        return None

    def _said(self, column: Column) -> str:
        for place, key in enumerate(self.sorting):
            if key.removeprefix("-") == column.key:
                way = self.tr("sorted descending") if key.startswith("-") else self.tr("sorted ascending")
                second = self.tr(", second") if place else ""
                return f"{column.title}: {way}{second}"
        return column.title

    def id_at(self, row: int) -> int:
        """The id of the item in that row; UNKNOWN where it has not been read yet."""
        return self.ids[row] if 0 <= row < len(self.ids) else UNKNOWN

    def row_at(self, row: int) -> Row | None:
        """The row, read together with its neighbours if need be; None while its id is unknown, or when it is gone."""
        id_ = self.id_at(row)
        if id_ == UNKNOWN:
            return None
        if id_ not in self._rows:
            self.read(row, row + 1)
        return self._rows.get(id_)

    def read(self, first: int, end: int, around: int = 8) -> None:
        """Have the rows from `first` to before `end` in memory, and some around them, with one query at most."""
        wanted = self.ids[max(0, first) : end]
        if all(id_ in self._rows or id_ == UNKNOWN for id_ in wanted):
            for id_ in wanted:
                if id_ in self._rows:
                    self._rows.move_to_end(id_)
            return
        near = self.ids[max(0, first - around) : end + around]
        missing = [id_ for id_ in near if id_ != UNKNOWN and id_ not in self._rows]
        self._rows.update(dict.fromkeys(missing))
        for row in self._desk.rows(missing):
            self._rows[row.id] = row
        while len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)

    def set_kind(self, kind: Kind) -> None:
        """List another kind, empty at first."""
        self.beginResetModel()
        self.kind, self.columns, self.ids, self.sorting = kind, columns(kind), array("q"), ("name",)
        self._rows.clear()
        self.flashes.clear()
        self.endResetModel()

    def set_ids(self, ids: array[int]) -> None:
        """Show another list. Rows come and go at the end only, so that the current index stays valid."""
        before, after = len(self.ids), len(ids)
        if after > before:
            self.beginInsertRows(_ROOT, before, after - 1)
            self.ids = ids
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(_ROOT, after, before - 1)
            self.ids = ids
            self.endRemoveRows()
        else:
            self.ids = ids
        if after:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, len(self.columns) - 1))

    def refresh(self, ids: Iterable[int], seen: range) -> bool:
        """Read those of `ids` again that stand in the rows `seen`, and note which cells changed; whether any did.

        Other rows of them are forgotten, to be read when they come into sight.
        """
        in_sight = frozenset(self.ids[seen.start : seen.stop])
        changed_ids = [id_ for id_ in ids if id_ in self._rows]
        held = [id_ for id_ in changed_ids if id_ in in_sight]
        for id_ in changed_ids:
            if id_ not in in_sight:
                del self._rows[id_]
        if not held:
            return False
        fresh = {row.id: row for row in self._desk.rows(held)}
        now, changed = time.monotonic(), False
        for id_ in held:
            old, new = self._rows[id_], fresh.get(id_)
            if old == new:
                continue
            changed = True
            self._rows[id_] = new
            if old is not None and new is not None:
                self.flashes[id_] = (now, _differing(old, new))
        return changed

    def rows_in_memory(self) -> Sequence[int]:
        """The ids of the rows in memory."""
        return list(self._rows)


def _differing(old: Row, new: Row) -> frozenset[str]:
    keys = {*old.values, *new.values}
    return frozenset(key for key in keys if old.values.get(key) != new.values.get(key))
