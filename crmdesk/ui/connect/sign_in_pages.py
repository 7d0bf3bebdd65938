"""The first pages of the dialog that connects a CRM: which one, and the sign-in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crmdesk.desk import PLANNED, Found, ProviderInfo, Setting
from crmdesk.errors import AuthRequired, ChoiceNeeded, DeskError, Unavailable
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.card.sections import Disclosure
from crmdesk.ui.connect.sign_in_fields import SecretFields, SettingFields, default_api
from crmdesk.ui.connect.sign_in_words import Form, setting_title
from crmdesk.ui.look.badges import Badge
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import bullets, listed, numbered, tooltip
from crmdesk.ui.wording.told import form_text, told

API = "api"  # the setting that chooses between variants of a CRM's API


def as_card(page: QWidget) -> None:
    """Give a page the ground of a card."""
    page.setBackgroundRole(QPalette.ColorRole.Button)
    page.setAutoFillBackground(True)


class ProviderPage(QWidget):
    """One button for each CRM; those that are planned say so and cannot be chosen."""

    chosen = Signal(object)
    asked_file = Signal()  # the user wants to choose a file of settings
    allowed_file = Signal(bool)  # whether the file that lies here may be read

    def __init__(self, infos: Sequence[ProviderInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        as_card(self)
        column.addWidget(Label(self.tr("Which CRM?"), size=FontSize.TITLE, strong=True, parent=self))
        says = self.tr("Connecting only reads. What is synced, and in which direction, you choose on the last page.")
        column.addWidget(Label(says, secondary=True, wrap=True, parent=self))
        column.addSpacing(8)
        self._offer(column)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Which CRM?"))
        inside = Surface(QPalette.ColorRole.Button)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(4)
        self.buttons: dict[str, QPushButton] = {}
        self._said: dict[str, Label] = {}
        infos = list(infos)
        for info in infos:
            if info.state != PLANNED:
                rows.addWidget(self._button(info, inside))
        planned = [info.title for info in infos if info.state == PLANNED]
        if planned:
            says = self.tr("Planned: {crms}").format(crms=listed(planned))
            coming = Label(says, size=FontSize.SMALL, secondary=True, wrap=True, parent=inside)
            coming.setContentsMargins(12, 8, 12, 0)
            rows.addWidget(coming)
        rows.addStretch(1)
        area.setWidget(inside)
        column.addWidget(area, 1)
        self.from_file = QPushButton(self.tr("Settings from a .env file…"), self)
        self.from_file.setProperty("look", "link")
        self.from_file.setAutoDefault(False)
        self.from_file.setIcon(icon("note", "accent"))
        self.from_file.clicked.connect(self.asked_file)
        column.addWidget(self.from_file, 0, Qt.AlignmentFlag.AlignLeading)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)

    def _offer(self, column: QVBoxLayout) -> None:
        self.offer = QWidget(self)
        box = QVBoxLayout(self.offer)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(4)
        self._offered = Remark("info", Tone.QUIET, self.offer)
        box.addWidget(self._offered)
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 0, 0)
        self.allow = QPushButton(self.tr("Read the file"), self.offer)
        self.refuse = QPushButton(self.tr("Ignore it"), self.offer)
        self.refuse.setProperty("look", "quiet")
        for button, allowed in ((self.allow, True), (self.refuse, False)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, allowed=allowed: self._answer(allowed))
            row.addWidget(button)
        row.addStretch(1)
        box.addLayout(row)
        self.offer.hide()
        column.addWidget(self.offer)

    def _answer(self, allowed: bool) -> None:
        self.offer.hide()
        self.allowed_file.emit(allowed)

    def offer_file(self, file: Path) -> None:
        """Ask whether the file of settings that lies in the working folder may be read."""
        text = self.tr(
            "There is a file {file} in {folder}, where CRM Desk was started. It may contain the address and"
            " key of a CRM. It has not been read."
        )
        self._offered.say(text.format(file=file.name, folder=file.parent))
        self.offer.show()

    def mark(self, keys: Iterable[str], file: str) -> None:
        """Say at which CRMs something of that file is to be entered."""
        for key in keys:
            self._said[key].setText(self.tr("found in {file}").format(file=file))
            self.buttons[key].setAccessibleName(bullets(self.buttons[key].accessibleName(), self._said[key].text()))

    def start(self) -> None:
        """Put the focus on the first CRM that can be connected."""
        first = next((button for button in self.buttons.values() if button.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def _button(self, info: ProviderInfo, parent: QWidget) -> QPushButton:
        works = info.state != PLANNED
        button = QPushButton(parent)
        button.setAutoDefault(False)
        button.setEnabled(works)
        button.setStyleSheet("QPushButton { min-height: 40px; }")
        row = QHBoxLayout(button)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(Badge(info.key, info.title, info.title, button, size=24))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(info.title, strong=works, secondary=not works, parent=button))
        purpose = Label(form_text(info.purpose), size=FontSize.SMALL, secondary=True, elided=True, parent=button)
        names.addWidget(purpose)
        row.addLayout(names, 1)
        said = self.tr("by file, not live") if info.by_file else "" if works else info.state
        self._said[info.key] = Label(said, size=FontSize.SMALL, secondary=True, parent=button)
        row.addWidget(self._said[info.key])
        for child in button.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.setAccessibleName(bullets(info.title, said))
        button.setAccessibleDescription(form_text(info.purpose))
        if not works:
            button.setToolTip(tooltip(self.tr("This CRM cannot be connected yet.")))
        button.clicked.connect(lambda: self.chosen.emit(info))
        self.buttons[info.key] = button
        return button


class SignInPage(QWidget):
    """Which API, what is needed and where to find it, the key, and the settings that most people leave alone."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, info: ProviderInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = info
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        as_card(self)
        title = self.tr("{crm}: by file, not live") if info.by_file else self.tr("Sign in to {crm}")
        title = title.format(crm=info.title)
        column.addWidget(Label(title, size=FontSize.TITLE, strong=True, wrap=True, parent=self))
        asked = [setting for setting in info.settings if not setting.found]
        self.api = self._fields(setting for setting in asked if setting.key == API and len(setting.choices) > 1)
        asked = [setting for setting in asked if setting.key != API]
        self.needed = self._fields(setting for setting in asked if setting.required or setting.places)
        self.settings = self._fields(setting for setting in asked if not (setting.required or setting.places))
        self.secrets = SecretFields(info, self)
        self.secrets.changed.connect(self._touched)
        self.secrets.submitted.connect(self.submitted)
        self.read_from = Remark("note", Tone.QUIET, self)
        for widget in (self.read_from, self.api, self.needed, self.secrets):
            column.addWidget(widget)
        kept = self.tr("Secrets are encrypted on this computer, and never logged or exported.")
        self._kept = Remark("shield", Tone.QUIET, self)
        self._kept.say(kept)
        column.addWidget(self._kept)
        self.more = Disclosure(self.tr("Settings"), self)
        self.more.column.addWidget(self.settings)
        column.addWidget(self.more)
        self.choice = SettingFields([], self)  # of the accounts that the sign-in opens, once they are known
        column.addWidget(self.choice)
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        column.addStretch(1)
        self._ask()

    def _fields(self, asked: Iterable[Setting]) -> SettingFields:
        fields = SettingFields(list(asked), self)
        fields.changed.connect(self._touched)
        fields.submitted.connect(self.submitted)
        fields.setVisible(bool(fields.inputs))
        return fields

    @property
    def inputs(self) -> dict[str, QLineEdit | QComboBox]:
        """The input of each setting that is asked for."""
        return {**self.api.inputs, **self.needed.inputs, **self.settings.inputs}

    def _touched(self) -> None:
        self.trouble.say("")
        self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        """Show what the chosen API asks for."""
        api = self.api.settings().get(API) or default_api(self.info)
        for fields in (self.needed, self.settings):
            fields.ask_for(api)
        mocked = self.info.is_mocked(self.given())
        self.secrets.ask_for(api, nothing=mocked)
        self._kept.setVisible(not mocked and bool(self.info.secrets))
        self.more.setVisible(self.settings.asks())

    def ask_choice(self, needed: ChoiceNeeded) -> None:
        """Let one of the accounts be chosen that the sign-in opens."""
        known = next((one for one in self.info.settings if one.key == needed.setting), Setting(needed.setting, ""))
        title = self.tr("Which account of {crm}?").format(crm=self.info.title)
        names = tuple(f"{name or key} ({key})" for key, name in needed.choices.items())
        asked = replace(known, title=title, help="", choices=tuple(needed.choices), titles=names, required=True)
        fields = self._fields([asked])
        self._column.replaceWidget(self.choice, fields)
        self.choice.deleteLater()
        self.choice = fields
        self.choice.show()
        self.trouble.say(told(needed.why))
        self.choice.inputs[needed.setting].setFocus()
        self.changed.emit()

    @property
    def asks_choice(self) -> bool:
        """Whether one of several accounts is to be chosen."""
        return bool(self.choice.inputs)

    def fill(self, found: Found, file: str) -> None:
        """Enter what a file of settings held."""
        for fields in (self.api, self.needed, self.settings):
            fields.fill(found.settings)
        self.secrets.fill(found.secrets)
        self.more.head.setChecked(bool(found.settings.keys() & self.settings.inputs.keys()))
        n = len(found.settings) + len(found.secrets)
        self.read_from.say(numbered(self.tr("%Ln value(s) from {file}", "", n), n).format(file=file))

    def put_trouble(self, error: DeskError) -> None:
        """Put what went wrong beside the field that it is about, with the caret in that field."""
        for fields in (self.needed, self.settings):
            if isinstance(error, Unavailable) and fields.is_asked("base_url"):
                self.more.head.setChecked(self.more.head.isChecked() or fields is self.settings)
                fields.put_below("base_url", self.trouble)
                return
        secret = isinstance(error, AuthRequired) and bool(self.secrets.titles())
        self._column.removeWidget(self.trouble)
        self._column.insertWidget(self._column.indexOf(self.secrets if secret else self.choice) + 1, self.trouble)
        if secret:
            self.secrets.start()

    def form(self, host: str) -> Form:
        """What stands on it, for saying why a sign-in came to nothing."""
        key = "path" if self.info.by_file else "base_url"
        address = next((setting_title(s) for s in self.info.settings if s.key == key), "")
        return Form(self.info, host, self.secrets.titles(), address)

    def given(self) -> dict[str, str]:
        """The settings that were entered."""
        fields = (self.api, self.needed, self.settings, self.choice)
        return {key: _whole(key, text) for one in fields for key, text in one.settings().items()}

    def complete(self) -> bool:
        """Whether everything was entered that has no default."""
        parts = (self.secrets, self.needed, self.settings, self.choice)
        return all(part.complete() for part in parts)

    def start(self) -> None:
        """Put the caret where the first thing is missing."""
        empty = [made for made in self.needed.inputs.values() if isinstance(made, QLineEdit) and not made.text()]
        if empty:
            empty[0].setFocus()
        else:
            self.secrets.start()


def _whole(key: str, text: str) -> str:
    """An address that was typed without its beginning, as people say it, with it; a region's name stays one."""
    address = text.strip()
    return f"https://{address}" if key == "base_url" and "." in address and "://" not in address else text
