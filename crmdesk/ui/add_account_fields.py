"""The form fields of a sign-in, made from what a provider says of itself: secrets and settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import ProviderInfo
from crmdesk.ui.field_editors.line import open_target, web_target
from crmdesk.ui.icons import icon
from crmdesk.ui.labels import Label
from crmdesk.ui.phrases import tooltip
from crmdesk.ui.theme import FontSize


class SecretLine(QLineEdit):
    """A key: hidden unless the user wants to see it, without the blanks that come along when it is pasted."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye: QAction = self.addAction(icon("eye", "secondary"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.textChanged.connect(self._trim)
        self._show(False)

    def _show(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if shown else "eye", "secondary"))
        says = self.tr("Hide the key") if shown else self.tr("Show the key")
        self._eye.setText(says)
        self._eye.setToolTip(says)

    def _trim(self, text: str) -> None:
        trimmed = "".join(text.split())
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
        if info.key_help:
            column.addWidget(Label(info.key_help, wrap=True, parent=self))
        if target := web_target(info.key_url):
            button = QPushButton(self.tr("Open {address}").format(address=target.replace("&", "&&")), self)
            button.setIcon(icon("external", "accent"))
            button.setProperty("look", "link")
            button.setAutoDefault(False)
            button.clicked.connect(lambda: open_target(target))
            column.addWidget(button)
        self.lines: dict[str, SecretLine] = {}
        self._labels: dict[str, Label] = {}
        self._api = {secret.key: secret.api for secret in info.secrets}
        for secret in info.secrets:
            line = SecretLine(secret.title, self)
            label = Label(secret.title, size=FontSize.SMALL, secondary=True, parent=self)
            label.setBuddy(line)
            line.setToolTip(tooltip(secret.help))
            line.textChanged.connect(lambda _text: self.changed.emit())
            line.returnPressed.connect(self.submitted)
            column.addWidget(label)
            column.addWidget(line)
            self.lines[secret.key], self._labels[secret.key] = line, label
        self.ask_for(default_api(info))

    def ask_for(self, api: str) -> None:
        """Ask for what that variant of the API needs."""
        for key, line in self.lines.items():
            needed = self._api[key] in ("", api)
            line.setVisible(needed)
            self._labels[key].setVisible(needed)

    def secrets(self) -> dict[str, str]:
        """What was entered of what is asked for, trimmed."""
        return {key: line.text().strip() for key, line in self.lines.items() if not line.isHidden()}

    def complete(self) -> bool:
        """Whether everything that is asked for was entered."""
        return all(self.secrets().values())

    def start(self) -> None:
        """Put the caret into the first line."""
        first = next((line for line in self.lines.values() if not line.isHidden()), None)
        if first is not None:
            first.setFocus()


class SettingFields(QWidget):
    """A line or a choice for each setting, at its default."""

    changed = Signal()

    def __init__(self, info: ProviderInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.inputs: dict[str, QLineEdit | QComboBox] = {}
        asked = [setting for setting in info.settings if not setting.found]
        self._defaults = {setting.key: setting.default for setting in asked}
        self._required = {setting.key for setting in asked if setting.required and not setting.default}
        for setting in asked:
            made: QLineEdit | QComboBox
            if setting.choices:
                made = QComboBox(self)
                made.addItems(list(setting.choices))
                made.setCurrentText(setting.default)
                made.currentTextChanged.connect(lambda _text: self.changed.emit())
            else:
                made = QLineEdit(self)
                made.setPlaceholderText(setting.default)
                made.textChanged.connect(lambda _text: self.changed.emit())
            made.setAccessibleName(setting.title)
            made.setToolTip(tooltip(setting.help))
            label = Label(setting.title, size=FontSize.SMALL, secondary=True, parent=self)
            label.setBuddy(made)
            label.setToolTip(tooltip(setting.help))
            label.setContentsMargins(0, 8, 0, 0)
            form.addRow(label, made)
            self.inputs[setting.key] = made

    @property
    def must_be_seen(self) -> bool:
        """Whether something has to be entered that has no default."""
        return bool(self._required)

    def complete(self) -> bool:
        """Whether everything that has no default was entered."""
        return self._required <= set(self.settings())

    def settings(self) -> dict[str, str]:
        """What was entered; settings left at their default are not named."""
        given = {
            key: made.currentText() if isinstance(made, QComboBox) else made.text().strip()
            for key, made in self.inputs.items()
        }
        return {key: text for key, text in given.items() if text and text != self._defaults[key]}
