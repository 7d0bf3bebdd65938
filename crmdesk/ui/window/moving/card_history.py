"""Back and forward between the cards that were looked at, as a browser does it with pages.

A step back shows the place and the search too that a card was looked at in. What was deleted since is passed over, and
said; one of several that are one now is that one. What is being typed becomes a draft, as whenever a card is left.
"""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from crmdesk.desk import Desk
from crmdesk.domain.items import compose_name
from crmdesk.domain.records import Item
from crmdesk.errors import NotFound
from crmdesk.frozen import dataclass
from crmdesk.ui.bars.toasts import MessageCard
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.window.actions import Actions
from crmdesk.ui.window.navigation import Navigation
from crmdesk.ui.window.pane_host import PaneHost
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import numbered, one_line

MOST = 100
PASSED_BY = 0.4  # seconds; who goes through the list with the arrow keys has looked at none of those in between

_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
_BUTTONS = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}


@dataclass(frozen=True, slots=True)
class Visit:
    """A card that was looked at, and the list beside it."""

    item_id: int
    name: str
    place: Place
    text: str


class CardHistory(QObject):
    """Keeps the visits of this session, and switches, names and carries out the commands `back` and `forward`."""

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        table: ContactTable,
        navigation: Navigation,
        panes: PaneHost,
        messages: MessageCard,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._desk, self._table, self._navigation, self._panes = desk, table, navigation, panes
        self._messages, self._actions = messages, actions
        self._visits: list[Visit] = []
        self._at = -1  # the visit that was shown last
        self._since = 0.0
        panes.presented.connect(self._note)
        table.listed.connect(lambda _total: self._note_list())
        self._say()

    def watch(self, window: QWidget) -> None:
        """Hear the mouse's own buttons for back and forward, wherever in the window; call when it is shown."""
        if (handle := window.windowHandle()) is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _MOUSE or not isinstance(event, QMouseEvent) or event.button() not in _BUTTONS:
            return False
        if event.type() != QEvent.Type.MouseButtonRelease:
            self._actions[_BUTTONS[event.button()]].trigger()
        return True

    def _note(self) -> None:
        """Another card is shown, or none."""
        shown = self._panes.shown_item()
        if shown is not None and not self._is_last(shown.id):
            self._visit(shown)
        self._say()

    def _is_last(self, id_: int) -> bool:
        return self._at >= 0 and self._visits[self._at].item_id == id_

    def _note_list(self) -> None:
        """The list was read: where whoever is shown is chosen in it, it is the one that belongs to the card."""
        chosen = self._table.view.only_id()
        if chosen is not None and self._is_last(chosen):
            place, text = self._navigation.place, self._navigation.text
            self._visits[self._at] = replace(self._visits[self._at], place=place, text=text)

    def _visit(self, shown: Item) -> None:
        now = time.monotonic()
        kept = self._visits[: self._at + (now - self._since >= PASSED_BY)]
        if not kept or kept[-1].item_id != shown.id:
            name = one_line(compose_name(shown.values), 40) or counted(shown.kind, 1)
            kept.append(Visit(shown.id, name, self._navigation.place, self._navigation.text))
        self._visits = kept[-MOST:]
        self._at, self._since = len(self._visits) - 1, now

    def _reached(self, by: int) -> range:
        """The places of the visits in that direction, the nearest first; where no card is shown, the last one is."""
        if by > 0:
            return range(self._at + 1, len(self._visits))
        return range(self._at - (self._panes.shown_item() is not None), -1, -1)

    def _say(self) -> None:
        """Name both commands after whom they lead to, and allow them where there is somebody."""
        for id_, by, plain, named in (
            ("back", -1, self.tr("Back"), self.tr("Back to {name}")),
            ("forward", 1, self.tr("Forward"), self.tr("Forward to {name}")),
        ):
            nearest = next(iter(self._reached(by)), None)
            name = "" if nearest is None else self._visits[nearest].name.replace("&", "&&")
            self._actions[id_].setText(named.format(name=name) if name else plain)
            nobody = self.tr("No card was looked at before.") if by < 0 else self.tr("You have not gone back.")
            self._actions.allow(id_, nearest is not None, nobody)

    def go(self, by: int) -> None:
        """Show the card that was looked at before (-1), or after (1) the one that is shown."""
        gone: list[str] = []
        for at in self._reached(by):
            visit = self._visits[at]
            item = self._standing(visit)
            if item is None:
                gone.append(visit.name)
            elif (shown := self._panes.shown_item()) is None or shown.id != item.id:
                self._at = at
                self._since = time.monotonic() - PASSED_BY
                self._visits[at] = replace(visit, item_id=item.id)
                self._show(self._visits[at])
                break
        if gone:
            self._tell(gone)

    def _standing(self, visit: Visit) -> Item | None:
        """The item as it is now, or the one that it became; None where it was deleted."""
        try:
            item = self._desk.find_item(str(visit.item_id))
        except NotFound:
            return None
        return item if item.trashed_at is None or visit.place.what is What.TRASH else None

    def _show(self, visit: Visit) -> None:
        there, text = self._navigation.place, self._navigation.text
        if (visit.place, visit.text) == (there, text):
            self._panes.show_item(visit.item_id)
        else:
            self._panes.show_there(visit.item_id, lambda: self._navigation.return_to(visit.place, visit.text))

    def _tell(self, gone: list[str]) -> None:
        if len(gone) == 1:
            said = self.tr("{name} is no longer there, or in the trash").format(name=gone[0])
        else:
            said = numbered(self.tr("%n card(s) (is|are) no longer there, or in the trash", "", len(gone)), len(gone))
        self._messages.note(said)
