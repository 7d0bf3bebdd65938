"""Settings of the desk: theme, language, and whether pictures of contacts are loaded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.ui.background.notices import SETTING as NOTICES
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.background.tray import CLOSING, QUITS, STAYS, has_tray
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, SchemeChoice, Theme
from crmdesk.ui.wording.languages import LANGUAGES
from crmdesk.ui.wording.languages import SETTING as LANGUAGE

IMAGES = "images"  # "on" where the user asked for pictures


class SettingsDialog(QDialog):
    """Each choice counts at once; there is nothing to save. `changed` when something else has to be shown."""

    changed = Signal()
    language_chosen = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._theme = desk, tasks, theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, parent=self))
        column.addSpacing(8)
        self._offer_colours(column)
        column.addSpacing(8)
        self._offer_languages(column)
        column.addSpacing(8)
        self._offer_pictures(column)
        column.addSpacing(8)
        self._offer_background(column)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)

    def _offer_colours(self, column: QVBoxLayout) -> None:
        label = Label(self.tr("Theme"), size=FontSize.SMALL, secondary=True, parent=self)
        self.colours = QComboBox(self)
        self.colours.setAccessibleName(label.text())
        for scheme, text in (
            (SchemeChoice.SYSTEM, self.tr("Follow the system")),
            (SchemeChoice.LIGHT, self.tr("Light")),
            (SchemeChoice.DARK, self.tr("Dark")),
        ):
            self.colours.addItem(text, scheme.value)
        self.colours.setCurrentIndex(self.colours.findData(self._theme.scheme.value))
        self.colours.activated.connect(self._choose_colours)
        label.setBuddy(self.colours)
        column.addWidget(label)
        column.addWidget(self.colours)

    def _choose_colours(self) -> None:
        scheme = SchemeChoice(self.colours.currentData())
        self._theme.choose(scheme)
        self._tasks.start(self._desk.set_setting("window.theme", scheme), what=self.tr("Keep the setting"))

    def _offer_languages(self, column: QVBoxLayout) -> None:
        label = Label(self.tr("Language"), size=FontSize.SMALL, secondary=True, parent=self)
        self.languages = QComboBox(self)
        self.languages.setAccessibleName(label.text())
        self.languages.addItem(self.tr("Follow the system"), "")
        for language, name in LANGUAGES.items():
            self.languages.addItem(name, language)
        self.languages.setCurrentIndex(max(0, self.languages.findData(self._desk.setting(LANGUAGE))))
        self.languages.activated.connect(self._choose_language)
        label.setBuddy(self.languages)
        column.addWidget(label)
        column.addWidget(self.languages)

    def _choose_language(self) -> None:
        choice = str(self.languages.currentData())
        if choice == self._desk.setting(LANGUAGE):
            return

        async def keep() -> None:
            await self._desk.set_setting(LANGUAGE, choice)
            self.language_chosen.emit()

        self._tasks.start(keep(), what=self.tr("Keep the setting"))

    def _offer_pictures(self, column: QVBoxLayout) -> None:
        self.pictures = QCheckBox(self.tr("Show pictures of contacts"), self)
        self.pictures.setChecked(self._desk.setting(IMAGES) == "on")
        self.pictures.clicked.connect(self._choose_pictures)
        column.addWidget(self.pictures)
        says = self.tr(
            "Pictures come from other servers, which then see that you are looking at the contact. While this"
            " is off, nothing is loaded."
        )
        self.pictures.setAccessibleDescription(says)
        note = Label(says, size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        note.setContentsMargins(28, 0, 0, 0)
        column.addWidget(note)

    def _offer_background(self, column: QVBoxLayout) -> None:
        """What the program does beside its window; only where the desktop has a tray."""
        if not has_tray():
            return
        desk = self._desk
        self.notices = QCheckBox(self.tr("Notify me when an account needs me, once a day at most"), self)
        self.notices.setChecked(desk.setting(NOTICES) != "off")
        self.notices.clicked.connect(lambda on: self._keep(NOTICES, "" if on else "off"))
        self.stays = QCheckBox(self.tr("Keep syncing in the tray when I close the window"), self)
        self.stays.setChecked(desk.setting(CLOSING) == STAYS)
        self.stays.clicked.connect(lambda on: self._keep(CLOSING, STAYS if on else QUITS))
        for box in (self.notices, self.stays):
            column.addWidget(box)

    def _keep(self, key: str, value: str) -> None:
        self._tasks.start(self._desk.set_setting(key, value), what=self.tr("Keep the setting"))

    def _choose_pictures(self, on: bool) -> None:
        async def keep() -> None:
            await self._desk.set_setting(IMAGES, "on" if on else "")
            self.changed.emit()

        self._tasks.start(keep(), what=self.tr("Keep the setting"))


def open_settings(parent: QWidget, desk: Desk, tasks: Tasks, theme: Theme) -> SettingsDialog:
    """Open the settings over the window of `parent`."""
    dialog = SettingsDialog(desk, tasks, theme, parent.window())
    dialog.open()
    return dialog
