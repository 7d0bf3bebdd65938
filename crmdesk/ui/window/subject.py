"""Whom the commands are about: one answer for menus, keys, the card and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.records import Item
from crmdesk.ui.table.view import TableView
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import one_line


def called(desk: Desk, kind: Kind, ids: Sequence[int]) -> str:
    """These items in words: the name of one, the number of several."""
    if len(ids) != 1:
        return counted(kind, len(ids))
    row = next(iter(desk.rows(ids)), None)
    name = one_line(compose_name(row.values), 60) if row is not None else ""
    return name or counted(kind, 1)


class Subject(QObject):
    """What is selected in the list; where nothing is, the item whose card is shown.

    `shown` tells that item, and `in_trash` whether the list is that of the trash.
    """

    def __init__(self, view: TableView, shown: Callable[[], Item | None], in_trash: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view, self._shown, self._in_trash = view, shown, in_trash

    def count(self) -> int:
        """How many items it is."""
        return self._view.selected_count() or (self._shown() is not None)

    def is_any_listed(self) -> bool:
        """Whether the list shows anybody at all."""
        return self._view.model().rowCount() > 0

    def ids(self) -> list[int]:
        """The items, in the order of the list."""
        selected = list(self._view.selected_ids())
        shown = self._shown()
        return selected or ([] if shown is None else [shown.id])

    def kind(self, listed: Kind) -> Kind:
        """Of which kind they are: that of the list, or of the item whose card is shown beside another one."""
        shown = self._shown()
        return listed if shown is None or self._view.selected_count() else shown.kind

    def in_trash(self) -> bool:
        """Whether they lie in the trash."""
        shown, selected = self._shown(), self._view.selected_count()
        if shown is not None and (not selected or (selected == 1 and self._view.selected_ids()[0] == shown.id)):
            return shown.trashed_at is not None
        return self._in_trash()
