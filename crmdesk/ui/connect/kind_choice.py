"""Which kinds of a CRM are taken, and what of each, as the last page of the dialog that connects it asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from crmdesk.desk import Probe
from crmdesk.domain.fields import Kind
from crmdesk.ui.card.sections import Disclosure
from crmdesk.ui.connect.scope.kind_scope import ScopeChoice
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.kinds import counted, plural
from crmdesk.ui.wording.phrases import bullets, tooltip


class KindsChoice(QWidget):
    """A tick for each kind, with the CRM's own count, and folded below it what of the kind is wanted.

    Nothing is to be ticked where there is one kind alone. `changed` when something else is wanted.
    """

    changed = Signal()

    def __init__(self, probe: Probe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._kinds = list(probe.counts)
        self.boxes: dict[Kind, QCheckBox] = {}
        self.scopes: dict[Kind, ScopeChoice] = {}
        self.folds: dict[Kind, Disclosure] = {}
        self._sends = False
        alone = len(probe.counts) + len(probe.refused) == 1
        self._title = Label(size=FontSize.SMALL, secondary=True, parent=self)
        self._title.setVisible(not alone)
        self._column.addWidget(self._title)
        for kind, n in probe.counts.items():
            text = plural(kind) if n is None else counted(kind, n)
            if alone:
                self._column.addWidget(Label(text, strong=True, parent=self))
            else:
                self._add_box(kind, text)
            self._add_scope(kind, probe)
        for kind, why in probe.refused.items():
            box = QCheckBox(bullets(plural(kind), self.tr("not open to this key")), self)
            box.setEnabled(False)
            box.setToolTip(tooltip(why))
            box.setAccessibleDescription(why)
            self._column.addWidget(box)
        self.set_sending(False)

    def _add_box(self, kind: Kind, text: str) -> None:
        box = QCheckBox(text, self)
        box.setChecked(True)
        box.toggled.connect(lambda _on: self._settle())
        self.boxes[kind] = box
        self._column.addWidget(box)

    def _add_scope(self, kind: Kind, probe: Probe) -> None:
        profile = probe.profiles.get(kind)
        if profile is None or not profile.telling():
            return
        fold = Disclosure(self.tr("Only some of them…"), self)
        fold.setContentsMargins(20, 0, 0, 0)
        scope = ScopeChoice(kind, parent=fold)
        scope.show_profile(profile)
        scope.changed.connect(self.changed)
        fold.column.addWidget(scope)
        self.scopes[kind], self.folds[kind] = scope, fold
        self._column.addWidget(fold)

    def set_sending(self, sends: bool) -> None:
        """Whether nothing is taken from the CRM, so that what it holds says nothing of what is wanted."""
        self._sends = sends
        self._title.setText(self.tr("What goes there") if sends else self.tr("What to bring here"))
        self._show_folds()

    def _show_folds(self) -> None:
        for kind, fold in self.folds.items():
            fold.setVisible(kind in self.kinds() and not self._sends)

    def _settle(self) -> None:
        self._show_folds()
        self.changed.emit()

    def kinds(self) -> list[Kind]:
        """The kinds that were chosen."""
        return [kind for kind, box in self.boxes.items() if box.isChecked()] if self.boxes else self._kinds

    def scope(self) -> dict[Kind, str]:
        """What of them is wanted, where that is not all."""
        shown = {kind: self.scopes[kind].scope() for kind, fold in self.folds.items() if not fold.isHidden()}
        return {kind: text for kind, text in shown.items() if text}

    def complete(self) -> bool:
        """Whether there is something that is wanted."""
        narrowed = (self.scopes[kind] for kind, fold in self.folds.items() if not fold.isHidden())
        return bool(self.kinds()) and all(scope.complete() for scope in narrowed)
