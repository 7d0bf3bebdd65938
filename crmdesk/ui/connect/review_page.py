"""The last page of the dialog that connects a CRM: what the live test found, what to take, and how to use it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import KindInfo, Probe, ProviderInfo
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.values import Values, texts
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.connect.direction_choice import DirectionChoice
from crmdesk.ui.connect.kind_choice import KindsChoice
from crmdesk.ui.connect.scope.linking_rule_choice import LinkChoice
from crmdesk.ui.connect.sign_in_pages import as_card
from crmdesk.ui.look.badges import Disc, Sign
from crmdesk.ui.look.icons import Tint
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import bullets, field_title, listed, numbered, one_line, tooltip, value_text


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
        # Whatever script a name is in, it stays at its disc.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for label in (
            Label(name, strong=True, elided=True, parent=self),
            Label(more, size=FontSize.SMALL, secondary=True, elided=True, parent=self),
        ):
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
            text.addWidget(label)
        row.addLayout(text, 1)
        self.known = Remark("people", Tone.QUIET, self)
        text.addWidget(self.known)


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
        head.addWidget(Sign("check", Tint.ACCENT, self, size=24))
        head.addWidget(Label(self.tr("{crm} answers").format(crm=info.title), size=FontSize.TITLE, strong=True), 1)
        column.addLayout(head)
        who = one_line(probe.identity.title, 60) or info.title
        column.addWidget(Label(self.tr("Signed in as {who}").format(who=who), secondary=True, wrap=True, parent=self))
        self._show_samples(column, probe)
        self._show_fields(column, probe)
        column.addSpacing(8)
        self.kinds_choice = KindsChoice(probe, self)
        self.kinds_choice.changed.connect(self._settle)
        column.addWidget(self.kinds_choice)
        column.addSpacing(8)
        label = Label(self.tr("Name of this account"), size=FontSize.SMALL, secondary=True, parent=self)
        self.name = QLineEdit(name, self)
        self.name.setAccessibleName(label.text())
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        label.setBuddy(self.name)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addSpacing(8)
        self.direction_choice = DirectionChoice(info.title, probe.can, self)
        self.direction_choice.changed.connect(self._settle)
        column.addWidget(self.direction_choice)
        self.link = LinkChoice(parent=self)
        column.addWidget(self.link)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        column.addStretch(1)

    def _show_samples(self, column: QVBoxLayout, probe: Probe) -> None:
        self.samples: list[Sample] = []
        for values in probe.samples:
            name = one_line(compose_name(values), 60) or self.tr("No name")
            self.samples.append(Sample(name, _told(self._first, values), self))
            column.addWidget(self.samples[-1])
        if not probe.samples:
            column.addWidget(Label(self.tr("It is still empty."), wrap=True, parent=self))

    def _show_fields(self, column: QVBoxLayout, probe: Probe) -> None:
        titles = [field_title(self._first, key) for key in probe.fields]
        if titles:
            said = self.tr("Fields seen: {fields}").format(fields=listed(titles))
            column.addWidget(Label(said, size=FontSize.SMALL, wrap=True, secondary=True, parent=self))
        if probe.unmapped:
            n = len(probe.unmapped)
            text = numbered(self.tr("%Ln more field(s) (is|are) stored but not shown", "", n), n)
            label = Label(text, size=FontSize.SMALL, wrap=True, secondary=True, parent=self)
            label.setToolTip(tooltip("\n".join(probe.unmapped)))
            label.setAccessibleDescription(listed(list(probe.unmapped)))
            column.addWidget(label)

    def direction(self) -> Direction:
        """What was chosen."""
        return self.direction_choice.direction()

    def _chosen(self) -> list[KindInfo]:
        return [info for info in self._can if info.kind in self.kinds_choice.kinds()] or list(self._can)

    def _settle(self) -> None:
        self.direction_choice.show_kinds(self._chosen())
        pulls = self.direction().pulls
        self.kinds_choice.set_sending(not pulls)
        self.link.setVisible(pulls and Kind.CONTACT in self.kinds_choice.kinds())
        self.changed.emit()

    def link_by(self) -> tuple[str, ...]:
        """By what new contacts are linked to those that are here."""
        return () if self.link.isHidden() else self.link.fields()

    def complete(self) -> bool:
        """Whether there is a name, and something to bring here."""
        return bool(self.name.text().strip()) and self.kinds_choice.complete()


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
