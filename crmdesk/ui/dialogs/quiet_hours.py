"""Quiet hours of an account: from when to when nothing is pulled by itself."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize

USUAL = "22:00-07:00"
_TIME = QRegularExpression(r"([01]\d|2[0-3]):[0-5]\d")


class TimeInput(QComboBox):
    """A time of day of this computer as HH:MM, typed or chosen among the half hours; `changed` as it is typed."""

    changed = Signal()

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems([f"{hour:02}:{minute}" for hour in range(24) for minute in ("00", "30")])
        self.setValidator(QRegularExpressionValidator(_TIME, self))
        self.setCurrentText(text)
        self.setAccessibleName(name)
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName(name)
        line.setStyleSheet("QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }")
        line.home(False)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("00:00") + 56)
        self.currentTextChanged.connect(lambda _text: self.changed.emit())

    def time(self) -> str | None:
        """What was entered, None while it is no time."""
        text = self.currentText()
        return text if _TIME.match(text).hasMatch() and len(text) == 5 else None


class QuietDialog(QDialog):
    """`chosen(hours)` as HH:MM-HH:MM, or "" for none."""

    chosen = Signal(str)

    def __init__(self, name: str, quiet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Quiet hours of {name}").format(name=name))
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, wrap=True, parent=self))
        self.on = QCheckBox(self.tr("No scheduled syncs during these hours"), self)
        self.on.setChecked(bool(quiet))
        column.addWidget(self.on)
        begins, _, ends = (quiet or USUAL).partition("-")
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 0, 0)
        self.begins, self.ends = self._time(begins, self.tr("From")), self._time(ends, self.tr("To"))
        for edit in (self.begins, self.ends):
            label = Label(edit.accessibleName(), secondary=True, parent=self)
            label.setBuddy(edit)
            row.addWidget(label)
            row.addWidget(edit)
        row.addStretch(1)
        column.addLayout(row)
        note = Remark("info", Tone.QUIET, self)
        note.say(
            self.tr(
                "By the clock of this computer. Your changes are still sent; pause the account to stop that"
                " too. “Sync now” always works."
            )
        )
        column.addWidget(note)
        column.addSpacing(8)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.on.toggled.connect(self._settle)
        self.accepted.connect(lambda: self.chosen.emit(self.hours()))
        self._settle()

    def _time(self, text: str, name: str) -> TimeInput:
        made = TimeInput(text, name, self)
        made.changed.connect(self._settle)
        return made

    def _settle(self) -> None:
        for edit in (self.begins, self.ends):
            edit.setEnabled(self.on.isChecked())
        begins, ends = self.begins.time(), self.ends.time()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not self.on.isChecked() or (begins is not None and ends is not None and begins != ends))

    def hours(self) -> str:
        """What was chosen."""
        return f"{self.begins.time()}-{self.ends.time()}" if self.on.isChecked() else ""
