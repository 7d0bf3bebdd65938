"""Activity: what keys did and were refused, newest first; a line about somebody opens that card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from crmdesk.desk import AuditLine, Desk
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.settings.local_api.lists import Deed, Line, ListRow
from crmdesk.ui.settings.local_api.words import outcome_name
from crmdesk.ui.wording.names import listed_name
from crmdesk.ui.wording.phrases import ago, bullets, count, one_line
from crmdesk.ui.wording.settings import API_ACTIVITY, told

AT_ONCE = 20  # lines; more at a press


class ActivityRow(ListRow):
    """`opened(item)` when somebody's card is wanted."""

    opened = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(told(API_ACTIVITY), parent)
        self._desk, self._tasks, self._most = desk, tasks, AT_ONCE
        self.more = QPushButton(self.tr("Show more"), self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.foot.addWidget(self.more, 0, 1)
        self.show_lines((), self.tr("Nothing was written and nothing refused yet."))

    def refresh(self) -> None:
        self._tasks.replace(self, self._read(), what=self.tr("Read the activity of the local API"))

    def _show_more(self) -> None:
        self._most += 5 * AT_ONCE
        self.refresh()

    async def _read(self) -> None:
        lines, total = await self._desk.api.audit(limit=self._most)
        rows = self._desk.rows([line.item_id for line in lines if line.item_id is not None])
        names = {row.id: one_line(listed_name(row.values), 60) or self.tr("No name") for row in rows}
        shown = [self._line(line, names.get(line.item_id or 0, "")) for line in lines]
        self.show_lines(shown, self.tr("Nothing was written and nothing refused yet."))
        self.more.setVisible(total > len(lines))
        self.more.setText(self.tr("Show more of {n}").format(n=count(total)))

    def _line(self, line: AuditLine, name: str) -> Line:
        asked = f"{line.method} {one_line(line.route, 80)}"
        who = one_line(line.key, 60) or self.tr("no key")
        came = f"{line.status} {outcome_name(one_line(line.outcome, 60))}"
        if not name or line.item_id is None:
            return Line(asked, (bullets(who, came, ago(line.at)),), (), self)
        item_id = line.item_id
        deeds: list[Deed] = [(self.tr("Open"), "quiet", lambda: self.opened.emit(item_id))]
        return Line(name, (bullets(who, asked, came, ago(line.at)),), deeds, self)
