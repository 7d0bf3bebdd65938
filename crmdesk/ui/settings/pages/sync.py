"""Sync: what newly connected CRMs start with, quiet hours for all, and sparing a metered network."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crmdesk.domain.settings import METERED, PAUSES, QUIET, SCHEDULE
from crmdesk.ui.background.network import can_tell
from crmdesk.ui.dialogs.quiet_hours import USUAL, TimeInput
from crmdesk.ui.look.labels import Label
from crmdesk.ui.settings.page import SettingsPage
from crmdesk.ui.settings.rows import SwitchRow
from crmdesk.ui.wording.settings import Page, Told, told


class QuietRow(SwitchRow):
    """Quiet hours: on or off, and from when to when; `chosen(hours)`."""

    chosen = Signal(str)

    def __init__(self, words: Told, kept: Callable[[], str], parent: QWidget) -> None:
        self._hours = kept
        self._line = QWidget(parent)
        self.begins, self.ends = self._time(self.tr("From")), self._time(self.tr("To"))
        super().__init__(words, lambda: bool(kept()), parent)
        row = QHBoxLayout(self._line)
        row.setContentsMargins(self.switch.indent(), 0, 0, 0)
        for edit in (self.begins, self.ends):
            label = Label(edit.accessibleName(), secondary=True, parent=self._line)
            label.setBuddy(edit)
            row.addWidget(label)
            row.addWidget(edit)
        row.addStretch(1)
        self.column.insertWidget(1, self._line)
        self.turned.connect(lambda _on: self._choose())

    def _time(self, name: str) -> TimeInput:
        made = TimeInput("", name, self._line)
        made.activated.connect(self._choose)
        line = made.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._choose)
        return made

    def refresh(self) -> None:
        super().refresh()
        kept = self._hours()
        self._line.setVisible(bool(kept))
        for edit, text in zip((self.begins, self.ends), (kept or USUAL).split("-"), strict=True):
            with QSignalBlocker(edit):
                edit.setCurrentText(text)

    def _choose(self) -> None:
        begins, ends = self.begins.time(), self.ends.time()
        on = self.switch.box.isChecked()
        if on and (begins is None or ends is None or begins == ends):
            return
        hours = f"{begins}-{ends}" if on else ""
        if hours != self._hours():
            self.chosen.emit(hours)


class SyncPage(SettingsPage):
    """See the module."""

    page = Page.SYNC

    def build(self) -> None:
        self.choice(
            SCHEDULE,
            ("15m", self.tr("Every 15 minutes")),
            ("30m", self.tr("Every 30 minutes")),
            ("1h", self.tr("Every hour")),
            ("2h", self.tr("Every 2 hours")),
            ("4h", self.tr("Every 4 hours")),
            ("daily@06:00", self.tr("Every day at 6:00")),
            ("manual", self.tr("Only by hand")),
        )
        quiet = QuietRow(told(QUIET), lambda: self.desk.setting(QUIET), self.ground)
        quiet.chosen.connect(lambda hours: self.keeper.keep(QUIET, hours))
        self.add(quiet)
        metered = self.switch(METERED, PAUSES, "")
        if can_tell():
            metered.say(self.tr("Your changes are still sent, and “Sync now” always works."))
        else:
            metered.switch.setEnabled(False)
            metered.say(self.tr("This system does not tell whether its network is metered, so nothing can be spared."))
