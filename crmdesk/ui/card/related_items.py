"""What belongs to the shown item: the items it names and that name it, registrations, and its records in the CRMs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.domain.fields import FIELDS, FieldType, Kind
from crmdesk.domain.notation.references import Related
from crmdesk.domain.outbox import Attendance, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Record
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.card.field_editors.tool_button import IconButton, MoreButton
from crmdesk.ui.card.field_row.origin_badges import Face
from crmdesk.ui.dialogs.item_picker import icon_of
from crmdesk.ui.look.badges import Badge
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.kinds import plural
from crmdesk.ui.wording.phrases import ago, bullets, field_title, moment_text, one_line, tooltip
from crmdesk.ui.wording.told import told

CHIPS = 24  # of a group, made at once and with each further step


@dataclass(frozen=True, slots=True)
class Bond:
    """What the section shows: relations, registrations, records, and whether registering is possible."""

    kind: Kind
    related: tuple[Related, ...] = ()
    registrations: tuple[Attendance, ...] = ()
    records: tuple[tuple[Record, Face], ...] = ()
    registers: bool = False


def reference_fields(kind: Kind) -> list[str]:
    """The fields of a kind that name other items."""
    return [key for key, field in FIELDS[kind].items() if field.type is FieldType.REFERENCES]


class RelatedSection(QWidget):
    """`opened(kind, id)` for a related item, `asked(what, key)` to add one (`add`, field), to take one away
    (`remove`, "field:id"), to register, or to unlink (`unlink`, record id)."""

    opened = Signal(object, int)
    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(2)
        self.bond: Bond | None = None
        self._most: dict[str, int] = {}  # how many of a group are shown, where more were asked for
        self.hide()

    def show_bond(self, bond: Bond | None) -> None:
        """Show what belongs to an item; None for nobody."""
        if bond == self.bond:
            return
        self.bond = bond
        self._most.clear()
        self._make()

    def _make(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self.bond is not None:
            self._fill(self.bond)
        self.setVisible(self._column.count() > 0)

    def _fill(self, bond: Bond) -> None:
        for key in reference_fields(bond.kind):
            held = [one for one in bond.related if one.outgoing and one.field == key]
            self._group(field_title(bond.kind, key), held, key)
        for kind in Kind:
            naming = [one for one in bond.related if not one.outgoing and one.kind is kind]
            if naming:
                self._group(plural(kind), naming, "")
        if bond.registrations or bond.registers:
            self._registrations(bond)
        if len(bond.records) > 1:
            self._records(bond.records)

    def _heading(self, text: str, sign: str, says: str, what: str, key: str) -> None:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(Label(text, size=FontSize.SMALL, secondary=True))
        if says:
            button = IconButton(sign, says, line)
            button.clicked.connect(lambda: self.asked.emit(what, key))
            row.addWidget(button)
        row.addStretch(1)
        self._column.addWidget(line)

    def _group(self, title: str, held: Sequence[Related], key: str) -> None:
        self._heading(title, "add", self.tr("Add to {field}").format(field=title) if key else "", "add", key)
        if not held:
            return
        holder = QWidget(self)
        flow = FlowLayout(holder, gap=4)
        shown = held[: self._most.get(title, CHIPS)]
        for one in shown:
            flow.addWidget(self._chip(one, holder))
        self._column.addWidget(holder)
        self._more(title, len(held) - len(shown))

    def _more(self, title: str, hidden: int) -> None:
        if not hidden:
            return
        more = MoreButton(self)
        more.clicked.connect(lambda: self._show_more(title))
        self._column.addWidget(more)
        more.left(hidden)

    def _show_more(self, title: str) -> None:
        self._most[title] = self._most.get(title, CHIPS) + CHIPS
        self._make()

    def _chip(self, one: Related, parent: QWidget) -> QWidget:
        chip = QWidget(parent)
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        name = one_line(one.label, 48) or self.tr("No name")
        role = "" if one.outgoing or one.kind is not Kind.PROPERTY else field_title(one.kind, one.field)
        button = self._link(one.kind, one.item_id, bullets(name, role), one.label, chip)
        if one.item_id is None:
            button.setToolTip(tooltip(self.tr("The CRM refers to it, but it is not in CRM Desk.")))
        row.addWidget(button)
        if one.outgoing and one.item_id is not None:
            remove = IconButton("close", self.tr("Remove {name}").format(name=name), chip)
            remove.setIconSize(QSize(12, 12))
            remove.clicked.connect(lambda: self.asked.emit("remove", f"{one.field}:{one.item_id}"))
            row.addWidget(remove)
        return chip

    def _link(self, kind: Kind, item_id: int | None, text: str, whole: str, parent: QWidget) -> QPushButton:
        """A button that leads to an item; without one it only names it."""
        button = QPushButton(icon(icon_of(kind), "secondary"), text.replace("&", "&&"), parent)
        button.setProperty("look", "quiet")
        button.setFont(font(FontSize.BODY))
        button.setIconSize(QSize(16, 16))
        button.setStyleSheet("QPushButton { text-align: left; padding: 2px 6px; min-height: 22px; }")
        button.setToolTip(tooltip(whole))
        button.setEnabled(item_id is not None)
        if item_id is not None:
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda: self.opened.emit(kind, item_id))
        return button

    def _registrations(self, bond: Bond) -> None:
        own = bond.kind is Kind.CONTACT
        says = self.tr("Register for an event…") if own else self.tr("Register a contact…")
        title = self.tr("Registered for") if own else self.tr("Registered")
        self._heading(title, "add", says if bond.registers else "", "register", "")
        shown = bond.registrations[: self._most.get(title, CHIPS)]
        for one in shown:
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            starts = one.entry.wanted.get("starts") if own else None
            name = (one.event or self.tr("An event")) if own else (one.contact or self.tr("No name"))
            kind, id_ = (Kind.EVENT, one.event_id) if own else (Kind.CONTACT, one.contact_id)
            row.addWidget(self._link(kind, id_, one_line(name, 48), name, line))
            when = moment_text(str(starts)) if starts else ""
            stand = Label(bullets(when, self._stand(one.entry)), size=FontSize.SMALL, secondary=True, wrap=True)
            stand.setToolTip(tooltip(told(one.entry.error)))
            row.addWidget(stand, 1)
            self._column.addWidget(line)
        self._more(title, len(bond.registrations) - len(shown))

    def _stand(self, entry: OutboxEntry) -> str:
        match entry.state:
            case EntryState.SETTLED if entry.outcome is Outcome.VERIFIED:
                return self.tr("registered {when}").format(when=ago(entry.settled_at))
            case EntryState.SETTLED:
                return self.tr("withdrawn")
            case EntryState.PARKED:
                return self.tr("not accepted")
        return self.tr("waits to be sent")

    def _records(self, records: Sequence[tuple[Record, Face]]) -> None:
        self._heading(self.tr("Linked records"), "link", "", "", "")
        for record, face in records:
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(6, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(Badge(face.provider, face.title, face.name, line, size=16))
            held = record.values.get("name")
            who = one_line(held, 40) if isinstance(held, str) else ""
            says = self.tr("In {account}").format(account=face.name) if face.title else face.name
            row.addWidget(Label(bullets(says, who), elided=True), 1)
            unlink = QPushButton(self.tr("Unlink"), line)
            unlink.setProperty("look", "link")
            unlink.setFont(font(FontSize.SMALL))
            unlink.setAccessibleName(self.tr("Unlink the record in {account}").format(account=face.name))
            unlink.setToolTip(
                tooltip(self.tr("It becomes a contact of its own again, with its own values. You can undo this."))
            )
            unlink.clicked.connect(lambda _checked=False, id_=record.id: self.asked.emit("unlink", str(id_)))
            row.addWidget(unlink)
            self._column.addWidget(line)
