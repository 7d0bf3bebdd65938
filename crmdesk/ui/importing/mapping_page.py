"""The first page of an import: how the file is read, what its columns mean, and what is done with whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from crmdesk.desk.importing.files import Asked, FileSource
from crmdesk.domain.accounts import Account
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.fates import OnMatch, Policy
from crmdesk.ui.importing.column_table import ColumnTable
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import bullets, count, numbered, tooltip
from crmdesk.ui.wording.told import told

ENCODINGS = ("utf-8", "windows-1252", "windows-1250", "windows-1251", "mac-roman", "shift_jis", "gb18030", "utf-16-le")
DELIMITERS = (",", ";", "\t", "|")
HEADER_LINES = 10


class MappingPage(QWidget):
    """Shows an opened file; `reading_changed` when it is to be read in another way, `mapping_changed` otherwise."""

    reading_changed = Signal()
    mapping_changed = Signal(object)  # FileSource

    def __init__(self, accounts: Sequence[Account], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: FileSource | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(10)
        self.title = Label(size=FontSize.TITLE, strong=True, elided=True, parent=self)
        self.found = Label(secondary=True, wrap=True, parent=self)
        column.addWidget(self.title)
        column.addWidget(self.found)
        column.addLayout(self._reading())
        self.table = ColumnTable(self)
        self.table.chosen.connect(self._choose)
        self.unmapped = Label(secondary=True, wrap=True, parent=self)
        column.addWidget(self.unmapped)
        column.addWidget(self.table, 1)
        column.addLayout(self._treating(accounts))
        self.trouble = Label(strong=True, wrap=True, parent=self)
        column.addWidget(self.trouble)

    def _reading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.encoding, self.delimiter, self.dates = QComboBox(self), QComboBox(self), QComboBox(self)
        self.header = QComboBox(self)
        self.header.addItem(self.tr("none"), 0)
        for line in range(1, HEADER_LINES + 1):
            self.header.addItem(count(line), line)
        for name in ENCODINGS:
            self.encoding.addItem(name, name)
        for mark, words in zip(
            DELIMITERS, (self.tr("Comma"), self.tr("Semicolon"), self.tr("Tab"), self.tr("Bar")), strict=True
        ):
            self.delimiter.addItem(words, mark)
        for order, words in (
            ("", self.tr("As found")),
            ("dmy", self.tr("Day, month, year")),
            ("mdy", self.tr("Month, day, year")),
            ("ymd", self.tr("Year, month, day")),
        ):
            self.dates.addItem(words, order)
        self._names: list[QWidget] = []
        for words, widget in (
            (self.tr("Encoding"), self.encoding),
            (self.tr("Between cells"), self.delimiter),
            (self.tr("Header in line"), self.header),
            (self.tr("Dates"), self.dates),
        ):
            label = Label(words, secondary=True, parent=self)
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            row.addWidget(label)
            row.addWidget(widget)
            row.addSpacing(8)
            self._names.append(label)
        row.addStretch(1)
        self.encoding.activated.connect(self.reading_changed)
        self.delimiter.activated.connect(self.reading_changed)
        self.header.activated.connect(self.reading_changed)
        self.dates.activated.connect(self._dated)
        return row

    def _treating(self, accounts: Sequence[Account]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.by_email = QCheckBox(self.tr("email"), self)
        self.by_phone = QCheckBox(self.tr("phone"), self)
        self.by_certain = QCheckBox(self.tr("everything together, where that is certain"), self)
        self.by_email.setChecked(True)
        by = QHBoxLayout()
        by.setSpacing(12)
        for box in (self.by_email, self.by_phone, self.by_certain):
            by.addWidget(box)
        by.addStretch(1)
        self.policy = QComboBox(self)
        for way, words in (
            (OnMatch.FILL, self.tr("Fill what is empty, keep mine where it differs")),
            (OnMatch.REPLACE, self.tr("Take the file's where it differs")),
            (OnMatch.SKIP, self.tr("Leave them alone")),
        ):
            self.policy.addItem(words, way.value)
        self.creates = QCheckBox(self.tr("Make people who are not here yet"), self)
        self.creates.setChecked(True)
        self.tag = QLineEdit(self)
        self.tag.setMaxLength(200)
        self.tag.setPlaceholderText(self.tr("None"))
        how = QHBoxLayout()
        how.addWidget(self.policy)
        how.addSpacing(12)
        how.addWidget(self.creates)
        how.addStretch(1)
        to, here = self._places(accounts)
        tagged = QHBoxLayout()
        tagged.addWidget(self.tag)
        rows: list[tuple[str, QHBoxLayout, QWidget]] = [
            (self.tr("People here are found by"), by, self.by_email),
            (self.tr("Whoever is here already"), how, self.policy),
            (self.tr("A tag for all"), tagged, self.tag),
            (self.tr("Goes to"), to, here),
        ]
        for place, (words, what, buddy) in enumerate(rows):
            label = Label(words, secondary=True, parent=self)
            label.setBuddy(buddy)
            buddy.setAccessibleName(buddy.accessibleName() or words)
            grid.addWidget(label, place, 0)
            grid.addLayout(what, place, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _places(self, accounts: Sequence[Account]) -> tuple[QHBoxLayout, QWidget]:
        """Where it goes: always this computer, and the accounts that are ticked."""
        self.accounts = {account.id: QCheckBox(account.name, self) for account in accounts}
        to = QHBoxLayout()
        to.setSpacing(12)
        here = Label(self.tr("This computer"), parent=self)
        to.addWidget(here)
        for box in self.accounts.values():
            to.addWidget(box)
        to.addStretch(1)
        return to, here

    def show_source(self, source: FileSource) -> None:
        """Show a file as it was opened, or as it is mapped now."""
        self._source = source
        self.title.setText(source.file)
        look = source.look
        parts = [source.format.upper()]
        n = source.rows
        rows = self.tr("%Ln row(s)", "", n) if source.counted else self.tr("about %Ln row(s)", "", n)
        parts += [numbered(rows, n)] if look else []
        shared = self.tr("%Ln further row(s) of the same contacts", "", source.shared)
        parts += [numbered(shared, source.shared)] if source.shared else []
        parts += [self.tr("from {program}").format(program=source.title)] if source.title else []
        parts += [self.tr("mapped as the last time")] if source.remembered else []
        if look is not None and look.encoding is not None and not look.encoding.certain:
            parts.append(told(look.encoding.why))
        self.found.setText(bullets(*parts))
        text = look is not None and look.encoding is not None and look.delimiter is not None
        for widget in (*self._names, self.encoding, self.delimiter, self.header, self.dates, self.table):
            widget.setVisible(look is not None and (text or widget is self.table or widget is self.dates))
        self._names[3].setVisible(look is not None)
        if look is not None:
            if look.encoding is not None:
                self._select(self.encoding, look.encoding.name, look.encoding.why)
            if look.delimiter is not None:
                self._select(self.delimiter, look.delimiter.mark, look.delimiter.why)
            self._select(self.header, look.header_line or 0, look.header.why)
            self.table.show_source(source)
        left = [column.name for column in source.columns if not column.use.field and column.filled]
        self.unmapped.setText(
            self.tr("Not imported, though something stands in them: {names}").format(names=", ".join(left[:12]))
            if left
            else ""
        )
        self.unmapped.setVisible(bool(left))
        asked = source.questions()
        words = self.tr("Say in which order the dates of {names} name day and month: no cell tells it.")
        self.trouble.setText(words.format(names=", ".join(asked)) if asked else "")
        self.trouble.setVisible(bool(asked))

    def _select(self, box: QComboBox, key: str | int, why: str) -> None:
        if box.findData(key) < 0:
            box.addItem(str(key), key)
        box.setCurrentIndex(box.findData(key))
        box.setToolTip(tooltip(told(why)))

    def _dated(self) -> None:
        if self._source is not None and self.dates.currentData():
            self.mapping_changed.emit(self._source.with_dates(str(self.dates.currentData())))

    def _choose(self, column: str, field: str, policy: str) -> None:
        if self._source is not None:
            self.mapping_changed.emit(self._source.with_use(column, field, OnMatch(policy) if policy else None))

    def asked(self) -> Asked:
        """How the file is to be read, as it was chosen here."""
        source = self._source
        if source is None or source.look is None:
            return Asked()
        text = source.look.delimiter is not None
        return Asked(
            source.kind,
            encoding=str(self.encoding.currentData()) if text else None,
            delimiter=str(self.delimiter.currentData()) if text else None,
            header=int(self.header.currentData()) if text else None,
        )

    def choice(self) -> Choice:
        """What was chosen for whom the file is about."""
        boxes = (("email", self.by_email), ("phone", self.by_phone), ("certain", self.by_certain))
        by = ("id", *(word for word, box in boxes if box.isChecked()))
        tag = self.tag.text().strip()
        policy = Policy(
            on_match=OnMatch(self.policy.currentData()), creates=self.creates.isChecked(), tags=(tag,) if tag else ()
        )
        return Choice(policy, by, tuple(id_ for id_, box in self.accounts.items() if box.isChecked()))

    def start(self) -> None:
        """Go to where the first decision is made."""
        (self.table if self.table.rowCount() else self.by_email).setFocus(Qt.FocusReason.OtherFocusReason)
