"""The languages of the window: the one that is spoken, and its change while the program runs.

The words of the program lie in `resources/languages` as Qt Linguist's files (`.ts`, to edit) and what `lrelease` makes
of them (`.qm`, to load); what Qt itself says comes with Qt. English is what stands in the code. The command line
speaks English alone, since programs read it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from crmdesk.system.paths import resources
from crmdesk.ui.table.columns import columns
from crmdesk.ui.wording.told import speak_as

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {ENGLISH: "English", "de": "Deutsch", "es": "Español"}  # each by its own name

_installed: list[QTranslator] = []


def language_of(choice: str) -> str:
    """The language that is spoken for a choice: that one, or the first of the system's that there is."""
    if choice in LANGUAGES:
        return choice
    wanted = (tag.partition("-")[0].casefold() for tag in QLocale.system().uiLanguages())
    return next((language for language in wanted if language in LANGUAGES), ENGLISH)


def speak(choice: str) -> str:
    """Speak the language of that choice from now on, as far as words are asked for anew; gives the language.

    Numbers and dates follow the system where it speaks the language, and the language's own country elsewhere.
    """
    language = language_of(choice)
    for translator in _installed:
        QApplication.removeTranslator(translator)
    _installed.clear()
    if language != ENGLISH:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{language}", qt), (f"crmdesk_{language}", str(resources() / "languages"))):
            translator = QTranslator()
            if translator.load(name, folder):
                QApplication.installTranslator(translator)
                _installed.append(translator)
    if choice in LANGUAGES:
        system, named = QLocale.system(), QLocale(language)
        QLocale.setDefault(system if system.language() is named.language() else named)
    speak_as(language)
    columns.cache_clear()
    return language
