"""The records of a suggestion beside each other: a column each with its tick, a row a field with its relation sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Record
from crmdesk.ui.card.field_row.origin_badges import Face
from crmdesk.ui.matches.compare.comparison import SIGNS, FieldComparison, Relation, compare, relation_word
from crmdesk.ui.wording.phrases import bullets, count, field_title, listed, tooltip

TITLE, SIGN, FIRST = 0, 1, 2  # columns: the field, how its values stand to each other, then the records
FOLDED = "="  # the key of the row that stands for all fields in which the records are the same
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """One record as a column: its account's face, what it is called there, and whether its item is to be linked."""

    record: Record
    face: Face
    name: str
    ticked: bool
    together: int = 1  # records of the same item, which are linked already


class SideBySide(QAbstractTableModel):
    """Row 0 holds the ticks; `ticked` when one was set or taken away."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = Kind.CONTACT
        self.columns: tuple[Column, ...] = ()
        self.current = 0  # the record that the keys act on
        self._all: list[FieldComparison] = []
        self._open = False  # whether the fields that are the same are shown one by one

    def show(self, kind: Kind, columns: Sequence[Column]) -> None:
        """Show these records."""
        self.beginResetModel()
        self.kind, self.columns, self.current = kind, tuple(columns), 0
        self._all = compare(kind, [column.record.values for column in columns]) if columns else []
        self.endResetModel()

    def unfold(self, on: bool) -> None:
        """Show the fields in which the records are the same one by one, or in one line."""
        if on is not self._open:
            self.beginResetModel()
            self._open = on
            self.endResetModel()

    @property
    def joined(self) -> frozenset[int]:
        """The records that would be linked."""
        return frozenset(column.record.id for column in self.columns if column.ticked)

    def tick(self, number: int, on: bool | None = None) -> None:
        """Tick a record, or take its tick away; the other records of its item follow."""
        if not 0 <= number < len(self.columns):
            return
        chosen = self.columns[number]
        wanted = not chosen.ticked if on is None else on
        self.columns = tuple(
            Column(one.record, one.face, one.name, wanted, one.together)
            if one.record.item_id == chosen.record.item_id
            else one
            for one in self.columns
        )
        self._changed()

    def tick_all(self) -> None:
        """Tick every record."""
        self.columns = tuple(Column(one.record, one.face, one.name, True, one.together) for one in self.columns)
        self._changed()

    def go(self, number: int) -> None:
        """Let the keys act on that record."""
        if 0 <= number < len(self.columns):
            self.current = number
            self._changed()

    def _changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(0, self.columnCount() - 1))
        self.ticked.emit()

    def fields(self) -> list[FieldComparison]:
        """The rows below the ticks; those in which all are the same are one row until they are unfolded."""
        if self._open:
            return self._all
        same = [one for one in self._all if one.relation is Relation.SAME and all(one.texts)]
        return [one for one in self._all if one not in same]

    def folded(self) -> list[FieldComparison]:
        """The fields that are told in one row."""
        shown = {one.key for one in self.fields()}
        return [one for one in self._all if one.key not in shown]

    def folded_text(self) -> str:
        """The row that stands for them."""
        folded = self.folded()
        titles = [field_title(self.kind, one.key) for one in folded]
        return self.tr("The same in all: {fields}").format(fields=listed(titles)) if titles else ""

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        if not self.columns or (parent is not None and parent.isValid()):
            return 0
        return 1 + len(self.fields()) + bool(self.folded())

    def columnCount(self, parent: Index | None = None) -> int:
        return FIRST + len(self.columns) if parent is None or not parent.isValid() else 0

    def row(self, row: int) -> FieldComparison | None:
        """The field of a row; None for the ticks and for what is folded."""
        fields = self.fields()
        return fields[row - 1] if 1 <= row <= len(fields) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.row() == 0 and index.column() >= FIRST:
            on = self.columns[index.column() - FIRST].ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._text(index, whole=True))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index, whole=role == Qt.ItemDataRole.AccessibleTextRole)
        return None

    def _text(self, index: Index, *, whole: bool) -> str:
        if index.row() == 0:
            return self._head(index.column()) if index.column() >= FIRST else ""
        field = self.row(index.row())
        if field is None:
            return self.folded_text() if index.column() == TITLE else ""
        title, word = field_title(self.kind, field.key), relation_word(field.relation)
        if index.column() == TITLE:
            return title
        if index.column() == SIGN:
            return f"{SIGNS[field.relation]} {word}"
        text = field.texts[index.column() - FIRST]
        face = self.columns[index.column() - FIRST].face
        return f"{title}, {face.name}: {text or self.tr('empty')}, {word}" if whole else text

    def _head(self, column: int) -> str:
        one = self.columns[column - FIRST]
        linked = self.tr("linked already") if one.together > 1 else ""
        word = self.tr("ticked") if one.ticked else self.tr("left out")
        return bullets(count(column - FIRST + 1), one.face.name, one.name, linked, word)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def columns_of(
    records: Sequence[Record], faces: Mapping[int, Face], names: Mapping[int, str], *, ticked: bool
) -> list[Column]:
    """The columns for records, those of one item beside each other."""
    held: dict[int, int] = {}
    for record in records:
        held[record.item_id] = held.get(record.item_id, 0) + 1
    return [
        Column(
            record,
            faces.get(record.account_id, Face(record.account_id, "", "?", "?")),
            names.get(record.id, ""),
            ticked,
            held[record.item_id],
        )
        for record in records
    ]
