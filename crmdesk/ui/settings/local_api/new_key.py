"""A new key: its name, what it may do, where, and until when; then the key itself, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import ApiKey, Desk, scopes_of
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.settings.local_api.shown_once import ShownOnce
from crmdesk.ui.settings.local_api.words import rights
from crmdesk.ui.settings.rows import Choices, Switch
from crmdesk.ui.wording.phrases import numbered, one_line

_DAYS = (0, 30, 90, 365)
_ANY = 16_777_215  # Qt's own largest width
SUBMIT = "contacts:submit"


class NewKey(QDialog):
    """`made` when there is one, which is shown at once and never again."""

    made = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, owner: QWidget) -> None:
        super().__init__(owner.window())
        self._desk, self._tasks, self._owner = desk, tasks, owner
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New key"))
        self.setMinimumWidth(max(460, self.fontMetrics().averageCharWidth() * 52))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, parent=self))
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("What uses it, such as “Website form”"))
        self.name.textChanged.connect(lambda _text: self._settle())
        self._field(self.tr("Name"), self.name)
        self._offer_rights()
        self._offer_bounds(desk)
        self.updates = Switch(
            self.tr("An email that somebody has updates that contact, instead of being refused"), self
        )
        column.addWidget(self.updates)
        self._buttons()
        self._settle()

    def _offer_rights(self) -> None:
        self.presets = Choices(self.tr("What it may do"), self)
        for preset, text in (
            ("read", self.tr("Read everything")),
            ("write", self.tr("Read and change everything, delete nothing")),
            (SUBMIT, self.tr("Only add contacts, as a form on a website does")),
            ("all", self.tr("Everything")),
        ):
            self.presets.addItem(text, preset)
        self.presets.currentIndexChanged.connect(self._settle)
        self._field(self.tr("What it may do"), self.presets)
        self._says = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        self._column.addWidget(self._says)

    def _offer_bounds(self, desk: Desk) -> None:
        self.reach = Choices(self.tr("Where"), self)
        self.reach.addItem(self.tr("Everywhere"), "")
        for status in desk.accounts():
            self.reach.addItem(one_line(status.account.name, 60), status.account.name)
        self.reach.currentIndexChanged.connect(self._settle)
        self._field(self.tr("Where"), self.reach)
        self.ends = Choices(self.tr("Until"), self)
        for days in _DAYS:
            left = numbered(self.tr("%Ln day(s) from now", "", days), days) if days else self.tr("It is revoked")
            self.ends.addItem(left, days)
        self._field(self.tr("Until"), self.ends)

    def _field(self, title: str, widget: QWidget) -> None:
        label = Label(title, size=FontSize.SMALL, secondary=True, parent=self)
        label.setBuddy(widget)
        widget.setAccessibleName(title)
        widget.setMaximumWidth(_ANY)
        self._column.addWidget(label)
        self._column.addWidget(widget)

    def _buttons(self) -> None:
        back, self.make = QPushButton(self.tr("Back"), self), QPushButton(self.tr("Make the key"), self)
        self.make.setDefault(True)
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        self.make.clicked.connect(lambda: self._tasks.start(self._made(), what=self.tr("Make the key")))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self.make)
        self._column.addSpacing(GRID)
        self._column.addLayout(row)

    def _settle(self) -> None:
        self.make.setEnabled(bool(self.name.text().strip()))
        reach = str(self.reach.currentData() or "")
        self._says.setText(rights(scopes_of([str(self.presets.currentData())]), [reach] if reach else []))
        self.updates.setVisible(self.presets.currentData() != "read")
        width = max(self.width(), self.minimumWidth())
        self.setMinimumHeight(self._column.totalHeightForWidth(width))

    async def _made(self) -> None:
        desk, reach, days = self._desk, str(self.reach.currentData() or ""), int(self.ends.currentData())
        accounts = (reach,) if reach else ()
        wanted = ApiKey(
            name=self.name.text().strip(),
            digest=b"",
            starts="",
            scopes=scopes_of([str(self.presets.currentData())]),
            accounts=accounts,
            known="update" if self.updates.box.isChecked() and not self.updates.isHidden() else "refuse",
            expires_at=datetime.now(UTC) + timedelta(days=days) if days else None,
        )
        key, secret = await desk.api.add_key(wanted)
        self.made.emit()
        self.accept()
        address = desk.api.address()
        ShownOnce(
            self.tr("The key “{name}”").format(name=one_line(key.name, 60)),
            self.tr("It is shown this once: CRM Desk keeps only what it needs to know it again."),
            [
                (self.tr("The key"), secret),
                (self.tr("To try it in a terminal"), self._curl(address, secret)),
                (
                    self.tr("For a website that is made for such a back end"),
                    f"BACKEND_CRM_URL={address}\nBACKEND_CRM_API_KEY={secret}",
                ),
            ],
            self._owner,
        ).open()

    def _curl(self, address: str, secret: str) -> str:
        if self.presets.currentData() == SUBMIT:
            return (
                f'curl -H "Authorization: Bearer {secret}" -H "Content-Type: application/json"'
                ' -d \'{"firstName": "Ada", "lastName": "Quill", "email": "ada@example.com"}\''
                f" {address}/api/v1/crm/contacts"
            )
        return f'curl -H "Authorization: Bearer {secret}" {address}/desk/v1/'
