"""Where one meets who may be the same: the review page in the list's place, the banner, and the strip on a card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from crmdesk.ui.background.signal_bridge import Announcement
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.matches.places.banner import MatchesBanner

if TYPE_CHECKING:
    from crmdesk.desk import Desk
    from crmdesk.ui.card.editor import ContactEditor
    from crmdesk.ui.matches.page import MatchesPage
    from crmdesk.ui.matches.places.on_card import MatchesOnCard

TOLD = "matches.told"  # the setting that says that the banner was shown


class MatchesHost(QObject):
    """Makes the page when it is first asked for; `asked` when the user wants to see it."""

    asked = Signal()
    told = Signal(str, str, object)  # what was done, the words of what takes it back, and what does that, or None

    def __init__(self, desk: Desk, tasks: Tasks, middle: QStackedWidget, make_room: Callable[[bool], None]) -> None:
        super().__init__(middle)
        self._desk, self._tasks, self._middle, self._make_room = desk, tasks, middle, make_room
        self._page: MatchesPage | None = None
        self._on_card: MatchesOnCard | None = None
        self.banner = MatchesBanner()
        self.banner.asked.connect(self.asked)
        middle.currentChanged.connect(self._place_changed)

    @property
    def page(self) -> MatchesPage:
        """The review page."""
        if self._page is None:
            from crmdesk.ui.matches.page import MatchesPage

            self._page = MatchesPage(self._desk, self._tasks)
            self._page.told.connect(self.told)
            self._middle.addWidget(self._page)
        return self._page

    def show(self) -> None:
        """Show the review page in the list's place, with all the room there is."""
        self.banner.hide()
        self._middle.setCurrentWidget(self.page)
        self.page.view.setFocus()

    def _place_changed(self) -> None:
        self._make_room(self._page is not None and self._middle.currentWidget() is self._page)

    def attach(self, editor: ContactEditor) -> None:
        """Let a card say who else might be the one that it shows."""
        from crmdesk.ui.matches.places.on_card import MatchesOnCard

        self._on_card = MatchesOnCard(self._desk, self._tasks, editor, self)
        self._on_card.told.connect(self.told)
        self._on_card.asked.connect(self._compare)

    def _compare(self, suggestion_id: int) -> None:
        self.asked.emit()
        self.page.open_suggestion(suggestion_id)

    def hear(self, announcement: Announcement) -> None:
        """Suggestions came or went, or what they are about changed."""
        if not announcement.matches:
            return
        if self._page is not None:
            self._page.hear()
        if self._on_card is not None:
            self._on_card.refresh()
        self._tell_once()

    def _tell_once(self) -> None:
        """Say once, when the first search has ended, that somebody may be here twice."""
        if self._desk.setting(TOLD) or self.banner.isVisible():
            return
        state = self._desk.matches.state()
        n = self._desk.counts().matches
        if state.finished_at is None or not n or (self._page is not None and self._page.isVisible()):
            return
        self.banner.say(n)
        self._tasks.start(self._desk.set_setting(TOLD, "yes"), what=self.tr("Remember that it was said"))
