"""The line at the bottom: how many, how many selected, what runs, and whether everything is saved and sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.signals import RunProgress
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.wording.kinds import counted, found_of
from crmdesk.ui.wording.phrases import bullets, count, numbered, tooltip


class StatusLine(Surface):
    """Counts left; right the running sync and whether all is saved and sent, which opens the list of what is not."""

    drafts_asked = Signal()
    waiting_asked = Signal()
    api_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Window, parent)
        self._counts = Label(size=FontSize.SMALL, secondary=True)
        self._run = Label(size=FontSize.SMALL, secondary=True, elided=True)
        self._run.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress of the sync"))
        self._drafts = 0
        self.saved = QPushButton()
        self.saved.setProperty("look", "link")
        self.saved.clicked.connect(lambda: (self.drafts_asked if self._drafts else self.waiting_asked).emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2, GRID, 2)
        self.setMinimumHeight(max(34, self.fontMetrics().height() + 2 * GRID))
        row.setSpacing(GRID)
        row.addWidget(self._counts)
        self.api = QPushButton(icon("plug", "secondary"), self.tr("Local API"))
        self.api.setProperty("look", "calm")
        self.api.setAccessibleDescription(self.tr("Opens the settings of the local API"))
        self.api.clicked.connect(self.api_asked)
        self.api.hide()
        row.addStretch()
        row.addWidget(self._run, 1)
        row.addWidget(self._bar)
        row.addSpacing(GRID)
        row.addWidget(self.api)
        row.addWidget(self.saved)
        self._running: dict[tuple[int, Kind], RunProgress] = {}
        self._unsaved, self._new = 0, False
        self.set_running((), {})
        self.set_waiting(0)

    def set_counts(self, kind: Kind, total: int, selected: int, of: int | None = None) -> None:
        """How many are listed and selected; `of` so many where a search left some out."""
        listed = counted(kind, total) if of is None else found_of(kind, count(total), of)
        chosen = self.tr("{n} selected").format(n=count(selected)) if selected else ""
        self._counts.setText(bullets(listed, chosen))

    def say_no_counts(self) -> None:
        """Say nothing of a list: something else is in its place."""
        self._counts.setText("")

    def set_serving(self, url: str) -> None:
        """Mark that the local API is on, at that address; "" takes the mark away."""
        self.api.setVisible(bool(url))
        self.api.setToolTip(tooltip(self.tr("On: {address}").format(address=url)) if url else "")

    def set_waiting(self, waiting: int, parked: int = 0, handed_over: int = 0) -> None:
        """How many changes are still to be sent, how many wait for somebody's decision, and how many were handed over
        as a file, so that the next export of their program tells what became of them."""
        self._waiting, self._parked, self._handed_over = waiting, parked, handed_over
        self._say_saved()

    def set_unsaved(self, unsaved: int, drafts: int = 0, *, new: bool = False) -> None:
        """How many changes stand in the card and are not saved, of how many others drafts are kept, and whether
        something new was begun and left."""
        if (unsaved, drafts, new) != (self._unsaved, self._drafts, self._new):
            self._unsaved, self._drafts, self._new = unsaved, drafts, new
            self._say_saved()

    def _say_saved(self) -> None:
        waiting, parked, unsaved = self._waiting, self._parked, self._unsaved
        if waiting:
            open_ = numbered(self.tr("%Ln change(s) (waits|wait) to be sent", "", waiting), waiting)
        elif parked:
            open_ = numbered(self.tr("%Ln change(s) (needs|need) you", "", parked), parked)
        elif n := self._handed_over:
            open_ = numbered(self.tr("%Ln change(s) (waits|wait) for the next export of (its|their) program", "", n), n)
        else:
            open_ = ""
        typed = numbered(self.tr("%Ln change(s) not saved", "", unsaved), unsaved) if unsaved else ""
        kept = numbered(self.tr("%Ln draft(s)", "", self._drafts), self._drafts) if self._drafts else ""
        begun = self.tr("Something new is not saved") if self._new else ""
        self.saved.setText(bullets(typed, kept, begun, open_) or self.tr("All changes saved"))
        opens = (
            self.tr("Opens the drafts") if self._drafts else self.tr("Opens the list of changes that wait to be sent")
        )
        self.saved.setAccessibleDescription(opens)
        look = "link" if open_ or self._drafts else "calm"
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
