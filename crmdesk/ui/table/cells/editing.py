"""Editing in a cell: opened on it, told what it means while one types, and saved as an edit like any other.

Nothing that was typed is lost: what a sync brings meanwhile is told beside it, what is refused stays open with the
reason, and where the list goes away under it, it is kept as a draft of the card.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QStyle

from crmdesk.desk import Desk
from crmdesk.domain.records import Item
from crmdesk.domain.values import Patch, Value
from crmdesk.errors import DeskError, NotFound
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_row.origin_badges import Faces
from crmdesk.ui.card.field_row.remarks import Tone
from crmdesk.ui.card.state.draft import Draft
from crmdesk.ui.card.state.preview import kept_here_text, landings, refused_text
from crmdesk.ui.card.state.provenance import Facts, landing_text
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.table.cells.line import CellLine, CellNote, Said
from crmdesk.ui.table.cells.values import Place, place_of, text_of, value_of
from crmdesk.ui.table.id_selection import row_of
from crmdesk.ui.table.model import ItemModel
from crmdesk.ui.table.view import TableView
from crmdesk.ui.wording.phrases import field_title, sentences, value_text
from crmdesk.ui.wording.told import told

PREVIEW = 150  # milliseconds after the last keystroke until it is worked out what is to be said of it
DISC = 24 + GRID  # what stands before a name in its cell


@dataclass(slots=True)
class _Open:
    """The cell that is being edited."""

    item: Item
    key: str
    draft: Draft
    text: str  # as it began
    began: Value | None

    def take(self, typed: str) -> None:
        """Take over what stands in the line."""
        if typed == self.text:
            self.draft.drop(self.key)
        else:
            self.draft.change(self.key, value_of(self.item.kind, self.key, typed, self.began))


class CellEditing(QObject):
    """Edits one cell at a time. `card_asked(key)` for a value that needs more than a line."""

    card_asked = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, model: ItemModel, view: TableView) -> None:
        super().__init__(view)
        self._desk, self._tasks, self._model, self._view = desk, tasks, model, view
        self._faces = Faces(desk)
        self._open: _Open | None = None
        self._told: tuple[int, int] | None = None  # the id and the column of a cell that only says why it is not edited
        self.line = CellLine(view.viewport())
        self.note = CellNote(view.viewport())
        self._preview = QTimer(self, singleShot=True, interval=PREVIEW)
        self._preview.timeout.connect(self._show_note)
        self.line.textEdited.connect(lambda _text: self._preview.start())
        self.line.done.connect(self._done)
        self.line.given_up.connect(self._close)
        self.line.left.connect(self.finish)
        view.selectionModel().currentChanged.connect(self._moved_on)
        view.horizontalScrollBar().valueChanged.connect(self.follow)
        view.verticalScrollBar().valueChanged.connect(self.follow)
        view.header.sectionResized.connect(self.follow)

    @property
    def is_open(self) -> bool:
        """Whether a cell is being edited."""
        return self._open is not None

    def begin(self, row: int, column: int) -> bool:
        """Edit that cell, in the card where it needs one; where it cannot be edited, say why. Whether it can."""
        id_ = self._model.id_at(row)
        if not self.finish():
            return True
        key = self._model.columns[column].key
        try:
            item = self._desk.item(id_)
            place, why = place_of(self._desk, item, key)
        except NotFound:
            return False
        self._view.go_to(row, column)
        if place is Place.CARD:
            self.card_asked.emit(key)
        elif place is Place.NOWHERE:
            self._told = (id_, column)
            self.note.say([Said(why, "info", Tone.QUIET)], self._cell(row, column))
        else:
            value = item.values.get(key)
            self._start(_Open(item, key, Draft(item.kind, item.values), text_of(item, key), value))
        return place is not Place.NOWHERE

    def _start(self, opened: _Open, typed: str | None = None) -> None:
        self._told, self._open = None, opened
        self.note.say([], QRect())
        self.line.setAccessibleName(field_title(opened.item.kind, opened.key))
        self.line.setText(opened.text if typed is None else typed)
        self.follow()
        self.line.show()
        self.line.raise_()
        self.line.setFocus()
        self.line.selectAll()

    # Where it stands

    def follow(self) -> None:
        """Stand where the cell stands now; where the list does not show it any more, stay and keep what was typed."""
        if self._open is not None and (place := self._place()) is not None:
            self.line.lie_on(self._inside(self._cell(*place)))
            self.note.lie_by(self.line.geometry())
        elif self._open is None:
            self._hush()

    def _place(self) -> tuple[int, int] | None:
        """Row and column of the open cell; None where the list does not show it any more."""
        if self._open is None:
            return None
        row = row_of(self._model.ids, self._open.item.id)
        column = next((n for n, one in enumerate(self._model.columns) if one.key == self._open.key), None)
        kept = self._model.kind is self._open.item.kind
        return None if row is None or column is None or not kept else (row, column)

    def _cell(self, row: int, column: int) -> QRect:
        return self._view.visualRect(self._model.index(row, column))

    def _inside(self, cell: QRect) -> QRect:
        """Where the text of a cell stands: in that of a name after the disc."""
        if self._open is None or self._open.key != "name":
            return cell.adjusted(0, 0, 0, -1)
        part = cell.adjusted(DISC, 0, 0, -1)
        return QStyle.visualRect(self._view.layoutDirection(), cell, part)

    # What is said meanwhile

    def hear(self, ids: frozenset[int], *, many: bool) -> None:
        """Items changed: where nothing was typed the new value is shown, else it is told below."""
        opened = self._open
        if opened is None or not (many or opened.item.id in ids):
            return
        opened.take(self.line.text())
        try:
            opened.item = self._desk.item(opened.item.id)
        except NotFound:
            self._say_gone()
            return
        opened.draft.follow(opened.item.values)
        if opened.key not in opened.draft.patch:
            text = text_of(opened.item, opened.key)
            opened.text, opened.began = text, opened.item.values.get(opened.key)
            if self.line.text() != text:
                self.line.setText(text)
                self.line.selectAll()
        self._show_note()

    def _show_note(self) -> None:
        opened = self._open
        if opened is None:
            return
        opened.take(self.line.text())
        try:
            said = self._sayings(opened)
        except NotFound:  # not announced yet
            self._say_gone()
        else:
            self.note.say(said, self.line.geometry())

    def _sayings(self, opened: _Open) -> list[Said]:
        patch, key, kind = opened.draft.to_save(), opened.key, opened.item.kind
        if not patch:
            return []
        landed = landings(self._desk, Facts(opened.item, self._faces.read()), patch, {})[key]
        said = []
        if landed.refused:
            said.append(_refusal(refused_text(landed.refused)))
        if opened.draft.newer(key):
            now = opened.item.values.get(key)
            changed = self.tr("Meanwhile it was changed to “{value}”. Enter saves yours, Esc leaves that.")
            cleared = self.tr("Meanwhile it was cleared. Enter saves yours, Esc leaves it empty.")
            text = cleared if now is None else changed.format(value=value_text(kind, key, now))
            said.append(Said(text, "fork", Tone.AMBER))
        if warning := self._desk.warnings(kind, patch).get(key, ""):
            said.append(Said(told(warning), "warning", Tone.AMBER))
        if landed.risk:
            said.append(Said(landed.risk, "warning", Tone.AMBER))
        if landed.here:
            said.append(Said(kept_here_text(), "computer", Tone.QUIET))
        elif text := landing_text(landed):
            said.append(Said(text, "outbox", Tone.QUIET))
        return said

    def _say_gone(self) -> None:
        self._refuse(self.tr("This contact was deleted or removed. What you typed is not saved; copy it from here."))

    def _refuse(self, why: str) -> None:
        self.note.say([_refusal(why)], self.line.geometry())

    def _hush(self) -> None:
        self._told = None
        self.note.say([], QRect())

    # How it ends

    def _done(self, rows: int, columns: int) -> None:
        place = self._place()
        if not self.finish() or place is None:
            return
        row, column = place
        if rows:
            self._view.go_to(min(row + rows, self._model.rowCount() - 1), column)
        elif columns and (beside := self._beside(row, column, columns)) is not None:
            self.begin(row, beside)

    def _beside(self, row: int, column: int, step: int) -> int | None:
        """The next column that way whose cell is edited in a line."""
        header = self._view.header
        way = range(header.visualIndex(column) + step, header.count() if step > 0 else -1, step)
        with suppress(NotFound):
            item = self._desk.item(self._model.id_at(row))
            for place in map(header.logicalIndex, way):
                hidden = header.isSectionHidden(place)
                if not hidden and place_of(self._desk, item, self._model.columns[place].key)[0] is Place.CELL:
                    return place
        return None

    def _moved_on(self) -> None:
        """Somebody goes to another row: what was typed is saved, as if it were left."""
        current = self._view.currentIndex()
        if self._open is not None and self._view.current_id() != self._open.item.id:
            self.finish()
        elif self._told is not None and self._told != (self._view.current_id(), current.column()):
            self._hush()

    def finish(self) -> bool:
        """Save what was typed and close; False where it was refused and stays open."""
        opened = self._open
        if opened is None:
            self._hush()
            return True
        opened.take(self.line.text())
        if not opened.draft.patch:
            self._close()
            return True
        try:
            item = self._desk.item(opened.item.id)
            opened.draft.follow(item.values)
            patch = opened.draft.to_save()
            refused = self._desk.placement(item, patch).refused.get(opened.key) if patch else None
        except NotFound:
            self._say_gone()
            return False
        if refused:
            self._refuse(refused_text(refused))
            return False
        typed = self.line.text()
        self._close()
        if patch:
            self._tasks.start(self._save(opened, patch, typed), what=self.tr("Save the cell"))
        return True

    async def _save(self, opened: _Open, patch: Patch, typed: str) -> None:
        try:
            await self._desk.edit(opened.item.id, patch)
        except DeskError as error:
            if self._open is not None or not self._view.isVisible():
                await self._keep(opened, patch)
                raise
            self._open = opened
            if self._place() is None:
                self._open = None
                await self._keep(opened, patch)
                raise
            self._start(opened, typed)
            self._refuse(sentences(told(error.why), told(error.next)))

    def let_go(self) -> None:
        """The list goes away: save what was typed, or keep what is refused as a draft of the card."""
        opened = self._open
        if self.finish() or opened is None:
            return
        self._close()
        self._tasks.start(self._keep(opened, opened.draft.patch), what=self.tr("Keep the draft"))

    async def _keep(self, opened: _Open, patch: Patch) -> None:
        id_ = opened.item.id
        await self._desk.keep_draft(id_, {**(self._desk.draft(id_) or {}), **patch})

    def _close(self) -> None:
        had_focus = self.line.hasFocus()
        self._open = None
        self._preview.stop()
        self._hush()
        if had_focus:
            self._view.setFocus()
        self.line.hide()


def _refusal(text: str) -> Said:
    return Said(text, "error", Tone.RED)
