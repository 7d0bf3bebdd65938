"""Local API: the switch, its address, the dialects; below them keys, web pages, hooks and what was done."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from crmdesk.errors import DeskError
from crmdesk.system.background_unit import start_command, unit_for
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.settings.local_api.activity import ActivityRow
from crmdesk.ui.settings.local_api.hooks import HooksRow
from crmdesk.ui.settings.local_api.keys import ApiKeysRow
from crmdesk.ui.settings.local_api.pages_let_in import OriginsRow
from crmdesk.ui.settings.local_api.words import dialect_name
from crmdesk.ui.settings.page import SettingsPage
from crmdesk.ui.settings.rows import ButtonRow, Row, Switch, SwitchRow
from crmdesk.ui.wording.phrases import ago, sentences
from crmdesk.ui.wording.settings import API_ALONE, API_DIALECTS, API_ON, API_PORT, Page, told
from crmdesk.ui.wording.told import told as error_text


class AddressRow(Row):
    """The port, and the address that comes of it, to be copied; `chosen(port)`."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(told(API_PORT), parent)
        self.port = QLineEdit(self)
        self.port.setValidator(QIntValidator(1024, 65535, self))
        self.port.setAccessibleName(self.told.title)
        self.port.setAccessibleDescription(self.told.note)
        self.port.setFixedWidth(self.port.fontMetrics().horizontalAdvance("0" * 6) + 3 * GRID)
        self.port.editingFinished.connect(self._choose)
        self._kept = 0
        label = Label(self.told.title, parent=self)
        label.setBuddy(self.port)
        self.address = Label(parent=self)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton(self.tr("Copy the address"), self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.address.whole()))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for widget in (self.address, self.copy):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addWidget(label)
        self.column.addWidget(self.port, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addLayout(row)
        self.column.addWidget(self.note)

    def say_place(self, port: int, url: str) -> None:
        """Show both."""
        self._kept = port
        if not self.port.hasFocus() or not self.port.hasAcceptableInput():
            self.port.setText(str(port))
        self.address.setText(url)

    def _choose(self) -> None:
        if int(self.port.text()) != self._kept:
            self.chosen.emit(int(self.port.text()))

    def first(self) -> QWidget:
        return self.port


class LocalApiPage(SettingsPage):
    """`opened(item)` when the card of somebody of the activity is wanted."""

    page = Page.LOCAL_API
    opened = Signal(int)

    def build(self) -> None:
        api = self.desk.api
        self.on = SwitchRow(told(API_ON), api.is_on, self.ground)
        self.on.turned.connect(lambda on: self._start(self._serve(api.switch_on if on else api.switch_off)))
        self.trouble = Remark("error", Tone.RED, self.on)
        self.on.column.addWidget(self.trouble)
        self.add(self.on)
        self.address = AddressRow(self.ground)
        self.address.chosen.connect(lambda port: self._start(self._serve(partial(api.choose_port, port))))
        self.add(self.address)
        alone = ButtonRow(told(API_ALONE), self.tr("Copy the command"), self.ground)
        alone.pressed.connect(lambda: QGuiApplication.clipboard().setText("crmdesk api service install"))
        if unit_for(start_command(self.desk.profile.root), Path.home(), os.environ).path.exists():
            alone.say(self.tr("It is set up on this computer. “crmdesk api service remove” ends it."))
        self.add(alone)
        self._add_dialects()
        tasks = self.keeper.tasks
        self.keys = ApiKeysRow(self.desk, tasks, self.ground)
        self.origins = OriginsRow(self.desk, tasks, self.ground)
        self.hooks = HooksRow(self.desk, tasks, self.ground)
        self.activity = ActivityRow(self.desk, tasks, self.ground)
        self.activity.opened.connect(self.opened)
        for row in (self.keys, self.origins, self.hooks, self.activity):
            self.add(row)
        self.activity.refresh()
        self._say()

    def _add_dialects(self) -> None:
        row = Row(told(API_DIALECTS), self.ground)
        row.column.addWidget(Label(row.told.title, parent=row))
        row.column.addWidget(row.note)
        self.dialects: dict[str, Switch] = {}
        self._dialects = row
        self.add(row)
        self._start(self._offer_dialects())

    async def _offer_dialects(self) -> None:
        for key, title in await self.desk.api.dialects():
            switch = self.dialects[key] = Switch(dialect_name(key) or title, self._dialects)
            switch.clicked.connect(lambda _on: self._start(self._keep_dialects()))
            self._dialects.column.addWidget(switch)
        self._dialects.setVisible(bool(self.dialects))
        self._say()

    def refresh(self) -> None:
        super().refresh()
        self._say()

    def _say(self) -> None:
        api = self.desk.api
        serving = api.serving
        self.address.say_place(api.port(), api.address())
        off = api.dialects_off()
        for key, switch in self.dialects.items():
            switch.box.setChecked(key not in off)
        since = self.tr("Started {when}.").format(when=ago(serving.since)) if serving is not None else ""
        self.on.say(since or self.on.told.note)

    def _start(self, work: Coroutine[Any, Any, object]) -> None:
        self.keeper.tasks.start(work, what=self.tr("Change the local API"))

    async def _serve(self, change: Callable[[], Awaitable[object]]) -> None:
        """Let it be served otherwise, or say beside the switch why not."""
        self.trouble.say("")
        try:
            await change()
        except DeskError as error:
            self.trouble.say(sentences(error_text(error.why), error_text(error.next)))
        finally:
            self.refresh()

    async def _keep_dialects(self) -> None:
        off = [key for key, switch in self.dialects.items() if not switch.box.isChecked()]
        await self.desk.api.set_dialects_off(off)
