"""Keys of the local API: what each may do and how often it was used; a new one, and the end of one."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QPushButton, QWidget

from crmdesk.desk import ApiKey, Desk
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.settings.local_api.lists import Deed, Line, ListRow
from crmdesk.ui.settings.local_api.new_key import NewKey
from crmdesk.ui.settings.local_api.words import rights
from crmdesk.ui.wording.phrases import ago, bullets, day, numbered, one_line
from crmdesk.ui.wording.settings import API_KEYS, told


class ApiKeysRow(ListRow):
    """Every key that stands, and those that no longer do below them."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(told(API_KEYS), parent)
        self._desk, self._tasks = desk, tasks
        self.new = QPushButton(self.tr("New key…"), self)
        self.new.setAutoDefault(False)
        self.new.clicked.connect(self.ask)
        self.foot.addWidget(self.new, 0, 1)
        self.refresh()

    def refresh(self) -> None:
        keys = sorted(self._desk.api.all_keys(), key=lambda key: key.revoked_at is not None)
        self.show_lines([self._line(key) for key in keys], self.tr("No key yet: nobody can use the API."))

    def ask(self) -> None:
        """Ask what a new key may do."""
        dialog = NewKey(self._desk, self._tasks, self)
        dialog.made.connect(self.refresh)
        dialog.open()

    def _line(self, key: ApiKey) -> Line:
        n, refused = key.requests, key.refused
        used = self.tr("used {when}").format(when=ago(key.used_at)) if key.used_at else self.tr("never used")
        asked = numbered(self.tr("%Ln request(s)", "", n), n) if n else ""
        not_let = numbered(self.tr("%Ln refused", "", refused), refused) if refused else ""
        made = self.tr("made {when}").format(when=ago(key.created_at))
        name = f"{one_line(key.name, 60)}  {key.starts}…"
        if key.revoked_at is not None:
            gone = self.tr("Revoked {when}").format(when=ago(key.revoked_at))
            return Line(name, (bullets(gone, one_line(key.revoked_why or "", 80), asked),), (), self)
        ends = ""
        if key.expires_at is not None:
            over = key.expires_at <= datetime.now(UTC)
            ends = (self.tr("expired {day}") if over else self.tr("until {day}")).format(day=day(key.expires_at))
        deeds: list[Deed] = [(self.tr("Revoke"), "quiet", lambda: self._ask_revoke(key))]
        return Line(name, (rights(key.scopes, key.accounts), bullets(made, used, asked, not_let, ends)), deeds, self)

    def _ask_revoke(self, key: ApiKey) -> None:
        box = Question(
            self,
            self.tr("Revoke “{name}”?").format(name=one_line(key.name, 60)),
            self.tr("Whatever uses this key is refused from now on. It cannot be given back; a new one can be made."),
        )
        what = self.tr("Revoke")
        box.answer(what, lambda: self._tasks.start(self._revoke(key), what=what), loses=True)
        box.answer(self.tr("Keep it"), default=True)
        box.open()

    async def _revoke(self, key: ApiKey) -> None:
        await self._desk.api.revoke_key(key.name)
        self.refresh()
