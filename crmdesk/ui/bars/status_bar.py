"""The line at the bottom: how many, how many selected, what runs, and whether everything is saved and sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.signals import RunProgress
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.wording.kinds import counted, found_of
from crmdesk.ui.wording.phrases import bullets, count, numbered


class StatusLine(Surface):
    """Counts left; right the running sync and whether all is sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Window, parent)
        self._counts = Label(size=FontSize.SMALL, secondary=True)
        self._run = Label(size=FontSize.SMALL, secondary=True, elided=True)
        self._run.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress of the sync"))
        self.saved = QPushButton()
        self.saved.setProperty("look", "link")
        self.saved.setAccessibleDescription(self.tr("Opens the list of changes that wait to be sent"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2, GRID, 2)
        self.setMinimumHeight(max(34, self.fontMetrics().height() + 2 * GRID))
        row.setSpacing(GRID)
        row.addWidget(self._counts)
        row.addStretch()
        row.addWidget(self._run, 1)
        row.addWidget(self._bar)
        row.addSpacing(GRID)
        row.addWidget(self.saved)
        self._running: dict[tuple[int, Kind], RunProgress] = {}
        self._unsaved = 0
        self.set_running((), {})
        self.set_waiting(0)

    def set_counts(self, kind: Kind, total: int, selected: int, of: int | None = None) -> None:
        """How many are listed and selected; `of` so many where a search left some out."""
        listed = counted(kind, total) if of is None else found_of(kind, count(total), of)
        chosen = self.tr("{n} selected").format(n=count(selected)) if selected else ""
        self._counts.setText(bullets(listed, chosen))

    def set_waiting(self, waiting: int, parked: int = 0) -> None:
        """How many changes have not reached their CRM yet, and how many wait for somebody's decision."""
        self._waiting, self._parked = waiting, parked
        self._say_saved()

    def set_unsaved(self, unsaved: int) -> None:
        """How many changes stand in the card and are not saved."""
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self._say_saved()

    def _say_saved(self) -> None:
        waiting, parked, unsaved = self._waiting, self._parked, self._unsaved
        text = numbered(self.tr("%Ln change(s) (waits|wait) to be sent", "", waiting), waiting)
        if not waiting and parked:
            text = numbered(self.tr("%Ln change(s) (needs|need) you", "", parked), parked)
        open_ = text if waiting or parked else ""
        typed = numbered(self.tr("%Ln change(s) not saved", "", unsaved), unsaved) if unsaved else ""
        self.saved.setText(bullets(typed, open_) or self.tr("All changes saved"))
        look = "link" if waiting or parked else "calm"
        if self.saved.property("look") != look:
            self.saved.setProperty("look", look)
            self.saved.style().polish(self.saved)

    def set_running(self, news: Iterable[RunProgress], names: Mapping[int, str]) -> None:
        """Show what runs after these news; determinate where the CRM told its total."""
        for progress in news:
            key = (progress.run.account_id, progress.run.kind)
            self._running.pop(key, None)
            if progress.run.ended_at is None:
                self._running[key] = progress
        running = next(iter(self._running.values()), None)
        determinate = running is not None and not running.sending and bool(running.total)
        self._run.setVisible(running is not None)
        self._bar.setVisible(determinate)  # never hidden in between: each time would lay the window out anew
        if running is None:
            return
        name = names.get(running.run.account_id, "")
        if running.sending:
            self._run.setText(self.tr("Sending to {account}").format(account=name))
            return
        done = running.run.fetched
        if running.total:
            self._bar.setRange(0, running.total)
            self._bar.setValue(min(done, running.total))
            text = self.tr("Pulling {account}: {done} of {total}")
            self._run.setText(text.format(account=name, done=count(done), total=count(running.total)))
        else:
            self._run.setText(self.tr("Pulling {account}: {done}").format(account=name, done=count(done)))
