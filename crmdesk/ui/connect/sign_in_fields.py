"""The form fields of a sign-in, made from what a provider says of itself: secrets and settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import ProviderInfo, Setting, pasted_key
from crmdesk.ui.card.field_editors.line import open_target, web_target
from crmdesk.ui.connect.path_line import PathLine
from crmdesk.ui.connect.sign_in_words import setting_title
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import tooltip
from crmdesk.ui.wording.told import form_text

FOLDER = "folder"  # the variant of an account by file that is a folder


class SecretLine(QLineEdit):
    """A secret, hidden unless the user wants to see it; a key loses the blanks that come along when it is pasted.

    What else comes along with a key, such as the name of its variable, goes too. A `free` one, such as a password, may
    hold blanks of its own; one that is not `masked`, such as an email address, is no secret to whoever looks on.
    """

    def __init__(
        self,
        title: str,
        *,
        free: bool = False,
        masked: bool = True,
        variable: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._variable = variable
        self.setAccessibleName(title)
        if not free:
            self.textChanged.connect(self._trim)
        if masked:
            self._eye: QAction = self.addAction(icon("eye", "secondary"), QLineEdit.ActionPosition.TrailingPosition)
            self._eye.setCheckable(True)
            self._eye.toggled.connect(self._show)
            self._show(False)

    def _show(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if shown else "eye", "secondary"))
        says = self.tr("Hide it") if shown else self.tr("Show it")
        self._eye.setText(says)
        self._eye.setToolTip(says)

    def _trim(self, text: str) -> None:
        trimmed = "".join(pasted_key(text, self._variable).split())
        if trimmed != text:
            self.setText(trimmed)


def default_api(info: ProviderInfo) -> str:
    """The variant of a provider's API that is used unless another is chosen; "" where there is only one."""
    return next((setting.default for setting in info.settings if setting.key == "api"), "")


class SecretFields(QWidget):
    """Where to find the key, and a line for each secret."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, info: ProviderInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._browser = info.browser
        self._help = QWidget(self)
        told = QVBoxLayout(self._help)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(4)
        column.addWidget(self._help)
        if info.key_help:
            told.addWidget(Label(form_text(info.key_help), wrap=True, parent=self))
        if target := web_target(info.key_url):
            button = QPushButton(self.tr("Open {address}").format(address=target.replace("&", "&&")), self)
            button.setIcon(icon("external", "accent"))
            button.setProperty("look", "link")
            button.setAutoDefault(False)
            button.clicked.connect(lambda: open_target(target))
            told.addWidget(button)
        self.lines: dict[str, SecretLine] = {}
        self._labels: dict[str, Label] = {}
        self._api = {secret.key: secret.api for secret in info.secrets}
        for secret in info.secrets:
            line = SecretLine(
                form_text(secret.title), free=secret.free, masked=secret.masked, variable=secret.variable, parent=self
            )
            label = Label(form_text(secret.title), size=FontSize.SMALL, secondary=True, parent=self)
            label.setBuddy(line)
            line.setAccessibleDescription(form_text(secret.help))
            line.setToolTip(tooltip(form_text(secret.help)))
            line.setPlaceholderText(form_text(secret.help))
            line.textChanged.connect(lambda _text: self.changed.emit())
            line.returnPressed.connect(self.submitted)
            column.addWidget(label)
            column.addWidget(line)
            self.lines[secret.key], self._labels[secret.key] = line, label
        self.ask_for(default_api(info))

    def ask_for(self, api: str, *, nothing: bool = False) -> None:
        """Ask for what that variant of the API needs; of the key is told where no browser asks for it."""
        self._help.setVisible(api not in self._browser and not nothing)
        for key, line in self.lines.items():
            needed = self._api[key] in ("", api) and not nothing
            line.setVisible(needed)
            self._labels[key].setVisible(needed)

    def fill(self, found: Mapping[str, str]) -> None:
        """Enter what is known already, hidden like everything else."""
        for key, text in found.items():
            if key in self.lines:
                self.lines[key].setText(text)

    def secrets(self) -> dict[str, str]:
        """What was entered of what is asked for, trimmed."""
        return {key: line.text().strip() for key, line in self.lines.items() if not line.isHidden()}

    def titles(self) -> list[str]:
        """The titles of what is asked for."""
        return [label.text() for key, label in self._labels.items() if not self.lines[key].isHidden()]

    def complete(self) -> bool:
        """Whether everything that is asked for was entered."""
        return all(self.secrets().values())

    def start(self) -> None:
        """Put the caret into the first line."""
        shown = [line for line in self.lines.values() if not line.isHidden()]
        first = next((line for line in shown if not line.text()), next(iter(shown), None))
        if first is not None:
            first.setFocus()


class PlaceChoice(QComboBox):
    """The regions in which a CRM is hosted, or any other address typed instead."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places, self._default = setting.places, setting.default
        self.line = QLineEdit(self)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.line.setAccessibleName(setting_title(setting))
        self.enter(setting.default)

    def offer(self, api: str) -> None:
        """Offer the regions that this variant of the API has."""
        places = [place for place in self._places if place.api in ("", api)]
        if [place.title for place in places] == [self.itemText(index) for index in range(self.count())]:
            return
        before = self.address()
        elsewhere = not places and any(place.address == before for place in self._places)
        with QSignalBlocker(self):  # whoever asks for another variant reads what is given afterwards
            self.clear()
            for place in places:
                self.addItem(place.title, place.address)
            self.enter("" if elsewhere else before or (self._default if places else ""))

    def enter(self, address: str) -> None:
        """Choose the region of that address, else write the address itself."""
        self.setCurrentIndex(self.findData(address))
        if self.currentIndex() < 0:
            self.setEditText(address)

    def address(self) -> str:
        """The address that is chosen or typed."""
        text = self.currentText().strip()
        index = self.findText(text)
        return str(self.itemData(index)) if index >= 0 else text


class SettingFields(QWidget):
    """A line or a choice for each of some settings, at its default, with what it is for below."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, asked: Sequence[Setting], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.inputs: dict[str, QLineEdit | QComboBox] = {}
        self._defaults = {setting.key: setting.default for setting in asked}
        self._required = {setting.key for setting in asked if setting.required and not setting.default}
        self._api = {setting.key: setting.api for setting in asked}
        self._parts: dict[str, QWidget] = {}
        self._rows: dict[str, QVBoxLayout] = {}
        for setting in asked:
            part = QWidget(self)
            rows = QVBoxLayout(part)
            rows.setContentsMargins(0, 0, 0, 4)
            rows.setSpacing(4)
            self._rows[setting.key] = rows
            made = self._input(setting, part)
            made.setAccessibleName(setting_title(setting))
            made.setAccessibleDescription(form_text(setting.help))
            label = Label(setting_title(setting), size=FontSize.SMALL, secondary=True, parent=part)
            label.setBuddy(made)
            rows.addWidget(label)
            rows.addWidget(made)
            if setting.help:
                rows.addWidget(
                    Label(form_text(setting.help), size=FontSize.SMALL, secondary=True, wrap=True, parent=part)
                )
            column.addWidget(part)
            self.inputs[setting.key], self._parts[setting.key] = made, part

    def ask_for(self, api: str) -> None:
        """Ask for what that variant of the API knows."""
        for key, part in self._parts.items():
            part.setVisible(self._api[key] in ("", api))
            made = self.inputs[key]
            if isinstance(made, PlaceChoice):
                made.offer(api)
            if isinstance(made, PathLine):
                made.folders = api == FOLDER

    def asks(self) -> bool:
        """Whether anything is asked for."""
        return any(not part.isHidden() for part in self._parts.values())

    def _input(self, setting: Setting, parent: QWidget) -> QLineEdit | QComboBox:
        if setting.places:
            place = PlaceChoice(setting, parent)
            place.currentTextChanged.connect(lambda _text: self.changed.emit())
            place.line.returnPressed.connect(self.submitted)
            return place
        if setting.choices:
            choice = QComboBox(parent)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            if not setting.default:
                choice.addItem("", "")
            for key, title in zip_longest(setting.choices, setting.titles):
                choice.addItem(form_text(title or "") or key, key)
            choice.setCurrentIndex(choice.findData(setting.default))
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
            return choice
        line = PathLine(parent) if setting.path else QLineEdit(parent)
        line.setPlaceholderText(setting.default)
        line.textChanged.connect(lambda _text: self.changed.emit())
        line.returnPressed.connect(self.submitted)
        return line

    def fill(self, found: Mapping[str, str]) -> None:
        """Enter what is known of these settings already."""
        for key, text in found.items():
            made = self.inputs.get(key)
            if isinstance(made, PlaceChoice):
                made.enter(text)
            elif isinstance(made, QComboBox):
                made.setCurrentIndex(max(made.findData(text), 0))
            elif made is not None:
                made.setText(text)

    def is_asked(self, key: str) -> bool:
        """Whether that setting is asked for now."""
        return key in self.inputs and not self._parts[key].isHidden()

    def put_below(self, key: str, remark: QWidget) -> None:
        """Put a remark on what was entered below that setting, with the caret in it."""
        self._rows[key].addWidget(remark)
        self.inputs[key].setFocus()

    def complete(self) -> bool:
        """Whether everything that has no default was entered."""
        return self._required <= set(self.settings())

    def settings(self) -> dict[str, str]:
        """What was entered of what is asked for; settings left at their default are not named."""
        given = {key: _given(made) for key, made in self.inputs.items() if not self._parts[key].isHidden()}
        return {key: text for key, text in given.items() if text and text != self._defaults[key]}


def _given(made: QLineEdit | QComboBox) -> str:
    if isinstance(made, PlaceChoice):
        return made.address()
    return str(made.currentData()) if isinstance(made, QComboBox) else made.text().strip()
