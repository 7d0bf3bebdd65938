"""Asks what is to be exported and how, says what will be in the file, and writes it while everything else goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import ENDINGS, EXPORT_FORMATS, Desk, Exported, ExportOutline, ExportWish
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.errors import DeskError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.wording.kinds import counted, heading
from crmdesk.ui.wording.phrases import field_title, listed, numbered, sentences
from crmdesk.ui.wording.told import told

WIDTH = 520  # device-independent pixels, at the usual font size
NAMED = 8  # fields that are called by their names
_SPREADSHEETS = ("csv", "tsv")
_CARDS = ("vcard", "vcard4", "jcard")


class ExportDialog(QDialog):
    """Its default is what is selected, else what the list shows. `written(path, exported)` when the file is there."""

    written = Signal(object, object)

    def __init__(
        self,
        owner: QWidget,
        desk: Desk,
        tasks: Tasks,
        query: ItemQuery,
        selected: Sequence[int],
        shown_fields: Sequence[str],
    ) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._tasks, self._query = desk, tasks, query
        self._selected, self._shown = tuple(selected), tuple(shown_fields)
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(WIDTH)
        self._make_choices()
        self._lay_out()
        self._offer()

    def _make_choices(self) -> None:
        kind = self._query.kind
        self.what = QButtonGroup(self)
        self.selection = self._choice(
            self.tr("The selection: {things}").format(things=counted(kind, len(self._selected)))
        )
        self.view = self._choice(self.tr("The list as it is shown"))
        self.everything = self._choice(heading(kind))
        self.selection.setVisible(bool(self._selected))
        (self.selection if self._selected else self.view).setChecked(True)
        self.format = QComboBox()
        self.format.setAccessibleName(self.tr("Format"))
        for format_, words in self._formats():
            if kind is Kind.CONTACT or format_ not in _CARDS:
                self.format.addItem(words, format_)
        self.only_shown = QCheckBox(self.tr("Only the columns that the list shows"))
        self.safe = QCheckBox(self.tr("Safe for spreadsheets: nothing in it is calculated"))
        self.safe.setToolTip(
            self.tr("Cells that begin like a formula get an apostrophe in front. CRM Desk takes it away on import.")
        )
        self.hidden = QCheckBox("")
        self.hidden.hide()
        self.what.buttonToggled.connect(lambda _, on: self._offer() if on else None)
        self.format.currentIndexChanged.connect(self._offer)
        for box in (self.only_shown, self.safe, self.hidden):
            box.toggled.connect(self._offer)

    def _formats(self) -> tuple[tuple[str, str], ...]:
        words = {
            "xlsx": self.tr("Excel workbook (.xlsx)"),
            "csv": self.tr("Table, with commas (.csv)"),
            "tsv": self.tr("Table, with tabs (.tsv)"),
            "vcard": self.tr("Cards for phones, iCloud and Outlook (vCard 3.0)"),
            "vcard4": self.tr("Cards (vCard 4.0)"),
            "json": self.tr("JSON, for programs"),
            "jsonl": self.tr("JSON, one object a line"),
            "jcard": self.tr("Cards as JSON (jCard)"),
        }
        assert words.keys() == set(EXPORT_FORMATS)
        return tuple(words.items())

    def _choice(self, words: str) -> QRadioButton:
        button = QRadioButton(words)
        self.what.addButton(button)
        return button

    def _lay_out(self) -> None:
        self.summary = Label("", wrap=True)
        self.left_out = Label("", secondary=True, wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How far it is"))
        self.progress.hide()
        self.go = QPushButton(self.tr("Export…"))
        self.go.setDefault(True)
        self.go.clicked.connect(self._ask_where)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Format"), self.format)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Label(self.tr("Export"), size=FontSize.TITLE, strong=True))
        for choice in (self.selection, self.view, self.everything):
            column.addWidget(choice)
        column.addSpacing(GRID)
        column.addLayout(form)
        for box in (self.only_shown, self.safe, self.hidden):
            column.addWidget(box)
        column.addSpacing(GRID)
        column.addWidget(self.summary)
        column.addWidget(self.left_out)
        column.addStretch(1)
        column.addLayout(buttons)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look)
        self.finished.connect(lambda: self._tasks.drop(self))

    def wish(self) -> ExportWish:
        """What is asked for."""
        format_ = str(self.format.currentData())
        query, ids = self._query, None
        if self.selection.isChecked():
            ids = self._selected
        elif self.everything.isChecked():
            query = ItemQuery(query.kind, sort=query.sort)
        if self.hidden.isChecked():
            query = replace(query, include_hidden=True)
        cards = format_ in _CARDS
        fields = self._shown if self.only_shown.isChecked() and not cards else None
        return ExportWish(query, format_, ids, fields, self.safe.isChecked() and format_ in _SPREADSHEETS)

    def _offer(self) -> None:
        """Show the choices that fit the format, and look again what will be in the file."""
        format_ = self.format.currentData()
        self.safe.setVisible(format_ in _SPREADSHEETS)
        self.only_shown.setVisible(format_ not in _CARDS)
        self._timer.start()

    def _look(self) -> None:
        self._tasks.replace(self, self._say(self.wish()), what=self.tr("What the export will hold"))

    async def _say(self, wish: ExportWish) -> None:
        try:
            found = await self._desk.exports.outline(wish)
        except DeskError as error:
            self._fail(error)
            return
        self.summary.setText(self._told(wish, found))
        self.go.setEnabled(found.total > 0)
        of_list = wish.ids is None and not self._query.trash
        if found.hidden:
            words = self.tr("Also %Ln that (is|are) archived or removed in its CRM", "", found.hidden)
            self.hidden.setText(numbered(words, found.hidden))
        self.hidden.setVisible(of_list and (found.hidden > 0 or self.hidden.isChecked()))
        trashed = numbered(self.tr("%Ln in the trash (is|are) left out.", "", found.trashed), found.trashed)
        self.left_out.setText(trashed if of_list and found.trashed else "")
        self._make_room()

    def _told(self, wish: ExportWish, found: ExportOutline) -> str:
        things = counted(wish.query.kind, found.total)
        if wish.format in _CARDS:
            return sentences(
                self.tr("{things}, a card each.").format(things=things),
                self.tr("A card that was imported keeps all that it had."),
            )
        titles = [field_title(wish.query.kind, key) for key in found.fields]
        more = len(titles) - NAMED
        named = listed(titles) if more <= 0 else ", ".join(titles[:NAMED])
        if more > 0:
            named = numbered(self.tr("{fields} and %Ln more", "", more), more).format(fields=named)
        return self.tr("{things} with {fields}.").format(things=things, fields=named)

    # Writing

    def _ask_where(self) -> None:
        ending = ENDINGS[str(self.format.currentData())]
        dialog = QFileDialog(self, self.tr("Export to"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.selectFile(f"{self._query.kind.plural}{ending}")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, target: Path) -> None:
        """Write the file; the system's own dialog has asked whether one that is there may go."""
        self._timer.stop()
        self._say_running(True)
        self._tasks.replace(self, self._write(self.wish(), target), what=self.tr("Export"))

    async def _write(self, wish: ExportWish, target: Path) -> None:
        try:
            done: Exported = await self._desk.exports.write(wish, target, self._say_progress, replace=True)
        except DeskError as error:
            self._say_running(False)
            self._fail(error)
            return
        self.written.emit(target, done)
        self.accept()

    def _say_running(self, running: bool) -> None:
        self.progress.setVisible(running)
        self.progress.setRange(0, 0)
        choices = (*self.what.buttons(), self.format, self.only_shown, self.safe, self.hidden, self.go)
        for choice in choices:
            choice.setEnabled(not running)

    def _say_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _fail(self, error: DeskError) -> None:
        self.summary.setText(sentences(told(error.why), told(error.safe), told(error.next)))
        self._make_room()

    def _make_room(self) -> None:
        """Words that need more lines than there were get them."""
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
