"""The pages of the dialog that connects a CRM: which one, the sign-in, what the live test found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import Probe, ProviderInfo
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.values import texts
from crmdesk.ui.add_account_fields import SecretFields, SettingFields, default_api
from crmdesk.ui.editor_notes import Remark, Tone
from crmdesk.ui.editor_sections import Disclosure
from crmdesk.ui.icons import Tint, icon
from crmdesk.ui.labels import Label, Surface
from crmdesk.ui.marks import Badge, Disc
from crmdesk.ui.phrases import bullets, field_title, listed, numbered, one_line, tooltip
from crmdesk.ui.theme import FontSize

WORKS = "works"


def _as_card(page: QWidget) -> None:
    page.setBackgroundRole(QPalette.ColorRole.Button)
    page.setAutoFillBackground(True)


class ProviderPage(QWidget):
    """One button for each CRM; those that are planned say so and cannot be chosen."""

    chosen = Signal(object)

    def __init__(self, infos: Sequence[ProviderInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        _as_card(self)
        column.addWidget(Label(self.tr("Which CRM?"), size=FontSize.TITLE, strong=True, parent=self))
        says = self.tr("Its contacts are copied to this computer. The first sync only reads; nothing is written there.")
        column.addWidget(Label(says, secondary=True, wrap=True, parent=self))
        column.addSpacing(8)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Which CRM?"))
        inside = Surface(QPalette.ColorRole.Button)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(4)
        self.buttons: dict[str, QPushButton] = {}
        for info in infos:
            rows.addWidget(self._button(info, inside))
        rows.addStretch(1)
        area.setWidget(inside)
        column.addWidget(area, 1)

    def start(self) -> None:
        """Put the focus on the first CRM that can be connected."""
        first = next((button for button in self.buttons.values() if button.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def _button(self, info: ProviderInfo, parent: QWidget) -> QPushButton:
        works = info.state == WORKS
        button = QPushButton(parent)
        button.setAutoDefault(False)
        button.setEnabled(works)
        button.setStyleSheet("QPushButton { min-height: 36px; }")
        row = QHBoxLayout(button)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(Badge(info.key, info.title, info.title, button, size=24))
        row.addWidget(Label(info.title, strong=works, secondary=not works, parent=button), 1)
        said = "" if works else self.tr("planned") if info.state == "planned" else info.state
        row.addWidget(Label(said, size=FontSize.SMALL, secondary=True, parent=button))
        for child in button.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.setAccessibleName(bullets(info.title, said))
        if not works:
            button.setToolTip(tooltip(self.tr("This CRM cannot be connected yet.")))
        button.clicked.connect(lambda: self.chosen.emit(info))
        self.buttons[info.key] = button
        return button


class SignInPage(QWidget):
    """What is needed and where to find it, the key, and the settings that most people leave alone."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, info: ProviderInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = info
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        _as_card(self)
        title = self.tr("Sign in to {crm}").format(crm=info.title)
        column.addWidget(Label(title, size=FontSize.TITLE, strong=True, wrap=True, parent=self))
        self.secrets = SecretFields(info, self)
        self.secrets.changed.connect(self._touched)
        self.secrets.submitted.connect(self.submitted)
        column.addWidget(self.secrets)
        kept = self.tr("The key is sealed in this computer's keychain-protected vault. It is never logged or exported.")
        safe = Remark("shield", Tone.QUIET, self)
        safe.say(kept)
        column.addWidget(safe)
        self.settings = SettingFields(info, self)
        self.settings.changed.connect(self._touched)
        self.more = Disclosure(self.tr("Settings"), self)
        self.more.column.addWidget(self.settings)
        self.more.setVisible(bool(self.settings.inputs))
        self.more.head.setChecked(self.settings.must_be_seen)
        column.addWidget(self.more)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        column.addStretch(1)

    def _touched(self) -> None:
        self.trouble.say("")
        self.secrets.ask_for(self.settings.settings().get("api") or default_api(self.info))
        self.changed.emit()

    def complete(self) -> bool:
        """Whether everything was entered that has no default."""
        return self.secrets.complete() and self.settings.complete()

    def start(self) -> None:
        """Put the caret where the key goes."""
        self.secrets.start()


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
    """What the live test found, and how the account is to be called and used."""

    changed = Signal()

    def __init__(self, info: ProviderInfo, probe: Probe, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        _as_card(self)
        head = QHBoxLayout()
        sign = QLabel(self)
        sign.setTextFormat(Qt.TextFormat.PlainText)
        sign.setPixmap(icon("check", Tint.ACCENT).pixmap(QSize(24, 24), self.devicePixelRatioF()))
        head.addWidget(sign)
        who = one_line(probe.identity.title, 60) or info.title
        head.addWidget(Label(self.tr("{crm} answers").format(crm=info.title), size=FontSize.TITLE, strong=True), 1)
        column.addLayout(head)
        total = numbered(self.tr("%Ln contact(s)", "", probe.total), probe.total) if probe.total is not None else ""
        column.addWidget(Label(bullets(who, total), secondary=True, wrap=True, parent=self))
        self._show_samples(column, probe)
        self._show_fields(column, probe)
        column.addSpacing(8)
        label = Label(self.tr("Name of this account"), size=FontSize.SMALL, secondary=True, parent=self)
        self.name = QLineEdit(name, self)
        self.name.setAccessibleName(label.text())
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        label.setBuddy(self.name)
        column.addWidget(label)
        column.addWidget(self.name)
        self._offer_directions(column)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        column.addStretch(1)

    def _show_samples(self, column: QVBoxLayout, probe: Probe) -> None:
        for values in probe.samples:
            name = one_line(compose_name(values), 60) or self.tr("No name")
            told = [values.get("job_title"), values.get("company"), *texts(values.get("emails"))[:1]]
            column.addWidget(Sample(name, bullets(*[one_line(str(part), 60) for part in told if part]), self))
        if not probe.samples:
            column.addWidget(Label(self.tr("There are no contacts in it yet."), wrap=True, parent=self))

    def _show_fields(self, column: QVBoxLayout, probe: Probe) -> None:
        titles = [field_title(Kind.CONTACT, key) for key in probe.fields]
        if titles:
            seen = Label(self.tr("Fields seen: {fields}").format(fields=listed(titles)), wrap=True, secondary=True)
            column.addWidget(seen)
        if probe.unmapped:
            n = len(probe.unmapped)
            text = numbered(self.tr("%Ln more field(s) (is|are) kept whole without being shown", "", n), n)
            label = Label(text, size=FontSize.SMALL, wrap=True, secondary=True, parent=self)
            label.setToolTip(tooltip("\n".join(probe.unmapped)))
            label.setAccessibleDescription(listed(list(probe.unmapped)))
            column.addWidget(label)

    def _offer_directions(self, column: QVBoxLayout) -> None:
        self._directions = QButtonGroup(self)
        self.directions: dict[Direction, QRadioButton] = {}
        for direction, text in (
            (Direction.TWO_WAY, self.tr("Both ways: what I change here goes there after the first sync")),
            (Direction.PULL, self.tr("Only read: what I change stays on this computer")),
        ):
            button = QRadioButton(text, self)
            button.setChecked(direction is Direction.TWO_WAY)
            self._directions.addButton(button)
            self.directions[direction] = button
            column.addWidget(button)
        note = Remark("info", Tone.QUIET, self)
        note.say(self.tr("The first sync only reads, whatever is chosen. It runs while you work."))
        column.addWidget(note)

    def direction(self) -> Direction:
        """What was chosen."""
        return next(direction for direction, button in self.directions.items() if button.isChecked())


def unused_name(wanted: str, taken: Sequence[str]) -> str:
    """The name itself, or with the first free number behind it."""
    if wanted not in taken:
        return wanted
    return next(f"{wanted} {n}" for n in range(2, len(taken) + 3) if f"{wanted} {n}" not in taken)
