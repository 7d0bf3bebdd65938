"""What comes from an account: its kinds, the scope of each, and the linking rule; nothing is deleted by it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from crmdesk.desk import Desk, directions_of
from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.connect.scope.kind_scope import ScopeChoice
from crmdesk.ui.connect.scope.linking_rule_choice import LinkChoice
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.directions import not_taken
from crmdesk.ui.wording.kinds import counted, plural

SLOT = "scope"


class ScopeDialog(QDialog):
    """`chosen(changes)` with what is otherwise than before, by the names of `Desk.set_account`."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._account = desk, tasks, account
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 600)
        sent = not account.direction.pulls
        title = self.tr("What to send to {name}") if sent else self.tr("What to sync from {name}")
        self.setWindowTitle(title.format(name=account.name))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 16)
        outer.setSpacing(12)
        outer.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, wrap=True, parent=self))
        outer.addWidget(Label(self._promise(sent), secondary=True, wrap=True, parent=self))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        inside = Surface(QPalette.ColorRole.Button)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        self.kinds: dict[Kind, QCheckBox] = {}
        self.scopes: dict[Kind, ScopeChoice] = {}
        for kind in desk.kinds(account.provider, account.settings):
            self._add_kind(column, kind, sent)
        column.addStretch(1)
        area.setWidget(inside)
        outer.addWidget(area, 1)
        self.link = LinkChoice(account.link_by, self)
        outer.addWidget(self.link)
        self.note = Remark("info", Tone.QUIET, self)
        outer.addWidget(self.note)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        outer.addWidget(self.buttons)
        self.accepted.connect(lambda: self.chosen.emit(self.changes()))
        self.finished.connect(lambda _result: tasks.drop(SLOT))
        self._settle()
        tasks.replace(SLOT, self._count(), what=self.tr("Count what there is"))

    def _promise(self, sent: bool) -> str:
        if sent:
            return self.tr("What is left out is not sent. What is there already stays there.")
        return self.tr(
            "Nothing is deleted, here or there. What you leave out is hidden, and comes back when you include it again."
        )

    def _add_kind(self, column: QVBoxLayout, kind: Kind, sent: bool) -> None:
        box = QCheckBox(plural(kind), self)
        box.setChecked(kind in self._account.kinds)
        scope = ScopeChoice(kind, self._account.scope.get(kind, ""), sent=sent, parent=self)
        box.toggled.connect(self._settle)
        scope.changed.connect(self._settle)
        self.kinds[kind], self.scopes[kind] = box, scope
        column.addWidget(box)
        column.addWidget(scope)

    async def _count(self) -> None:
        for kind, scope in self.scopes.items():
            profile = await self._desk.scope_profile(self._account, kind)
            scope.show_profile(profile)
            if profile.total:
                self.kinds[kind].setText(counted(kind, profile.total))

    def _chosen(self) -> tuple[Kind, ...]:
        return tuple(kind for kind, box in self.kinds.items() if box.isChecked())

    def _settle(self) -> None:
        chosen = self._chosen()
        for kind, scope in self.scopes.items():
            scope.setVisible(kind in chosen)
        self.link.setVisible(Kind.CONTACT in chosen and self._account.direction.pulls)
        self.note.say(self._new_direction_words() if chosen else self.tr("Tick at least one."))
        ready = bool(chosen) and all(self.scopes[kind].complete() for kind in chosen)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)

    def _new_direction_words(self) -> str:
        """What to know where the kinds cannot go the direction of the account."""
        infos = [self._desk.kind_info(self._account, kind) for kind in self._chosen()]
        if self._account.direction in directions_of(infos):
            return ""
        return not_taken(self._account.name, infos)

    def changes(self) -> dict[str, Any]:
        """What is to be changed of the account."""
        changes: dict[str, Any] = {}
        account, chosen = self._account, self._chosen()
        if set(chosen) != set(account.kinds):
            changes["kinds"] = chosen
            possible = directions_of(self._desk.kind_info(account, kind) for kind in chosen)
            if account.direction not in possible:
                changes["direction"] = possible[0]
        scope = {kind: self.scopes[kind].scope() for kind in chosen}
        if narrowed := {kind: text for kind, text in scope.items() if text != account.scope.get(kind, "")}:
            changes["scope"] = narrowed
        if self.link.isVisibleTo(self) and set(self.link.fields()) != set(account.link_by):
            changes["link_by"] = self.link.fields()
        return changes
