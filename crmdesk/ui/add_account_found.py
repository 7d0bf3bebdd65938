"""The last page of the dialog that connects a CRM: what the live test found, what to take, and how to use it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import KindInfo, Probe, ProviderInfo
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.values import Values, texts
from crmdesk.ui.add_account_direction import DirectionChoice
from crmdesk.ui.add_account_pages import as_card
from crmdesk.ui.editor_notes import Remark, Tone
from crmdesk.ui.icons import Tint, icon
from crmdesk.ui.kind_words import counted, plural
from crmdesk.ui.labels import Label
from crmdesk.ui.marks import Disc
from crmdesk.ui.phrases import bullets, field_title, listed, numbered, one_line, tooltip, value_text
from crmdesk.ui.theme import FontSize


class Sample(QWidget):
    """One record as it will look here."""

    def __init__(self, name: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        disc = Disc(32, self)
        disc.set_name(name)
        row.addWidget(disc)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(name, strong=True, elided=True, parent=self))
        text.addWidget(Label(more, size=FontSize.SMALL, secondary=True, elided=True, parent=self))
        row.addLayout(text, 1)


class FoundPage(QWidget):
    """What the live test found, which kinds are to be taken, and how the account is to be called and used."""

    changed = Signal()

    def __init__(self, info: ProviderInfo, probe: Probe, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = next(iter(probe.counts))
        self._can = probe.can
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        as_card(self)
        head = QHBoxLayout()
        sign = QLabel(self)
        sign.setTextFormat(Qt.TextFormat.PlainText)
        sign.setPixmap(icon("check", Tint.ACCENT).pixmap(QSize(24, 24), self.devicePixelRatioF()))
        head.addWidget(sign)
        head.addWidget(Label(self.tr("{crm} answers").format(crm=info.title), size=FontSize.TITLE, strong=True), 1)
        column.addLayout(head)
        who = one_line(probe.identity.title, 60) or info.title
        column.addWidget(Label(self.tr("Signed in as {who}").format(who=who), secondary=True, wrap=True, parent=self))
        self._show_samples(column, probe)
        self._show_fields(column, probe)
        column.addSpacing(8)
        self._offer_kinds(column, probe)
        label = Label(self.tr("Name of this account"), size=FontSize.SMALL, secondary=True, parent=self)
        self.name = QLineEdit(name, self)
        self.name.setAccessibleName(label.text())
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        label.setBuddy(self.name)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addSpacing(8)
        self.direction_choice = DirectionChoice(info.title, probe.can, self)
        column.addWidget(self.direction_choice)
        self.changed.connect(lambda: self.direction_choice.show_kinds(self._chosen()))
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        column.addStretch(1)

    def _show_samples(self, column: QVBoxLayout, probe: Probe) -> None:
        for values in probe.samples:
            name = one_line(compose_name(values), 60) or self.tr("No name")
            column.addWidget(Sample(name, _told(self._first, values), self))
        if not probe.samples:
            column.addWidget(Label(self.tr("There is nothing in it yet."), wrap=True, parent=self))

    def _show_fields(self, column: QVBoxLayout, probe: Probe) -> None:
        titles = [field_title(self._first, key) for key in probe.fields]
        if titles:
            said = self.tr("Fields seen: {fields}").format(fields=listed(titles))
            column.addWidget(Label(said, size=FontSize.SMALL, wrap=True, secondary=True, parent=self))
        if probe.unmapped:
            n = len(probe.unmapped)
            text = numbered(self.tr("%Ln more field(s) (is|are) kept whole without being shown", "", n), n)
            label = Label(text, size=FontSize.SMALL, wrap=True, secondary=True, parent=self)
            label.setToolTip(tooltip("\n".join(probe.unmapped)))
            label.setAccessibleDescription(listed(list(probe.unmapped)))
            column.addWidget(label)

    def _offer_kinds(self, column: QVBoxLayout, probe: Probe) -> None:
        """A tick for each kind, with the CRM's own count; nothing to choose where there is one kind alone."""
        self.boxes: dict[Kind, QCheckBox] = {}
        if len(probe.counts) + len(probe.refused) == 1:
            total = probe.counts[self._first]
            text = counted(self._first, total) if total is not None else ""
            column.addWidget(Label(text, strong=True, parent=self))
            return
        column.addWidget(Label(self.tr("What to bring here"), size=FontSize.SMALL, secondary=True, parent=self))
        for kind, n in probe.counts.items():
            text = plural(kind) if n is None else counted(kind, n)
            box = QCheckBox(text, self)
            box.setChecked(True)
            box.toggled.connect(lambda _on: self.changed.emit())
            self.boxes[kind] = box
            column.addWidget(box)
        for kind, why in probe.refused.items():
            box = QCheckBox(bullets(plural(kind), self.tr("not open to this key")), self)
            box.setEnabled(False)
            box.setToolTip(tooltip(why))
            box.setAccessibleDescription(why)
            column.addWidget(box)

    def direction(self) -> Direction:
        """What was chosen."""
        return self.direction_choice.direction()

    def _chosen(self) -> list[KindInfo]:
        return [info for info in self._can if info.kind in self.kinds()] or list(self._can)

    def kinds(self) -> list[Kind]:
        """The kinds that were chosen."""
        return [kind for kind, box in self.boxes.items() if box.isChecked()] if self.boxes else [self._first]

    def complete(self) -> bool:
        """Whether there is a name, and something to bring here."""
        return bool(self.name.text().strip()) and bool(self.kinds())


def _told(kind: Kind, values: Values) -> str:
    """What a record is known by beside its name."""
    told = [values.get("job_title"), values.get("company"), *texts(values.get("emails"))[:1]]
    told += [value_text(kind, "phones", values["phones"], 30)] if values.get("phones") and not any(told) else []
    return bullets(*[one_line(str(part), 60) for part in told if part])


def unused_name(wanted: str, taken: Sequence[str]) -> str:
    """The name itself, or with the first free number behind it."""
    if wanted not in taken:
        return wanted
    return next(f"{wanted} {n}" for n in range(2, len(taken) + 3) if f"{wanted} {n}" not in taken)
