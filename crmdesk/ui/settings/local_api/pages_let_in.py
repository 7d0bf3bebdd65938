"""Web pages that may use the API from a browser; all others are refused by their origin."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from crmdesk.desk import Desk
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.settings.local_api.lists import Deed, Line, ListRow
from crmdesk.ui.wording.phrases import one_line
from crmdesk.ui.wording.settings import API_ORIGINS, told


class OriginsRow(ListRow):
    """Each page with a way to keep it out again."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(told(API_ORIGINS), parent)
        self._desk, self._tasks = desk, tasks
        self.origin = QLineEdit(self)
        self.origin.setPlaceholderText("https://example.com")
        self.origin.setAccessibleName(self.tr("Web page to be let in"))
        self.allow = QPushButton(self.tr("Let in"), self)
        self.allow.setAutoDefault(False)
        self.allow.clicked.connect(self._let_in)
        self.origin.returnPressed.connect(self._let_in)
        self.foot.addWidget(self.origin, 0, 0)
        self.foot.addWidget(self.allow, 0, 1)
        self.refresh()

    def refresh(self) -> None:
        self.show_lines([self._line(origin) for origin in self._desk.api.origins()], self.tr("No web page is let in."))

    def _line(self, origin: str) -> Line:
        what = self.tr("Keep out")
        deeds: list[Deed] = [(what, "quiet", lambda: self._tasks.start(self._keep_out(origin), what=what))]
        return Line(one_line(origin, 120), (), deeds, self)

    async def _keep_out(self, origin: str) -> None:
        await self._desk.api.keep_out(origin)
        self.refresh()

    def _let_in(self) -> None:
        if self.origin.text().strip():
            self._tasks.start(self._allowed(), what=self.tr("Let in the web page"))

    async def _allowed(self) -> None:
        await self._desk.api.let_in(self.origin.text())
        self.origin.clear()
        self.refresh()
