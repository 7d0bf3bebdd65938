"""German and Spanish are whole: every text is translated, keeps gaps and plurals, and calls one thing by one name."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from crmdesk.domain.fields import Kind
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.languages import speak
from crmdesk.ui.wording.phrases import ago
from crmdesk.ui.wording.told import told
from tests.languages import words
from tests.languages.__main__ import compile_all, file_of, lacking, translated, update

_GAPS = re.compile(r"\{\w*\}|%L?n\b")
_GLOSSARY = tomllib.loads((Path(__file__).with_name("glossary.toml")).read_text(encoding="utf-8"))
_HOW = "run `packaging/dev.py languages`, translate what it names in resources/languages, and run it again"


def _messages(language: str) -> Iterator[tuple[str, str, list[str]]]:
    """Context, text and translations (more than one where there are plural forms)."""
    for context in ElementTree.parse(file_of(language)).getroot().iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            forms = [form.text or "" for form in said] if len(said) else [said.text or ""]
            yield context.findtext("name") or "", message.findtext("source") or "", forms


@pytest.fixture
def now_said(tmp_path: Path) -> Path:
    """The translations, brought up to date with the code as it is now."""
    for language in translated():
        shutil.copy(file_of(language), tmp_path)
    update(tmp_path)
    return tmp_path


def test_every_text_of_the_window_is_translated(now_said: Path) -> None:
    for language in translated():
        left = lacking(language, now_said)
        assert left == [], _HOW


def test_what_the_program_loads_is_what_stands_in_the_files(tmp_path: Path) -> None:
    compile_all(words.LANGUAGES, tmp_path)
    for made in sorted(tmp_path.iterdir()):
        assert made.read_bytes() == (words.LANGUAGES / made.name).read_bytes(), _HOW


@pytest.mark.parametrize("language", translated())
def test_gaps_and_plurals_are_kept(language: str) -> None:
    for _context, source, forms in _messages(language):
        assert len(forms) == (2 if re.search(r"%L?n\b", source) else 1), source
        for form in forms:
            assert set(_GAPS.findall(form)) == set(_GAPS.findall(source)), source
            assert form.strip(), source


@pytest.mark.parametrize("language", translated())
def test_one_thing_has_one_name(language: str) -> None:
    odd = [
        f"{source} → {form}"
        for context, source, forms in _messages(language)
        for term in _GLOSSARY["term"]
        for form in forms
        if form and context not in ("Told", "Form") and re.search(term["en"], _GAPS.sub("", source))
        if not any(part in form for part in term[language])
    ]
    assert odd == []


@pytest.mark.parametrize("language", ["en", *translated()])
def test_some_words_are_never_said(language: str) -> None:
    said = [
        text
        for context, source, forms in _messages(translated()[0] if language == "en" else language)
        if context not in ("Told", "Form")
        for text in ([source] if language == "en" else forms)
    ]
    assert [text for text in said for word in _GLOSSARY["never"][language] if re.search(word, text)] == []


@pytest.fixture
def german(qapp: QApplication) -> Iterator[QApplication]:
    assert speak("de") == "de"
    yield qapp
    speak("en")


def test_numbers_times_and_qts_own_words_are_german_too(german: QApplication) -> None:
    assert counted(Kind.CONTACT, 1) == "1 Kontakt"
    assert counted(Kind.CONTACT, 2_000) == "2.000 Kontakte"
    assert ago(datetime.now(UTC)) == "gerade eben"
    assert QCoreApplication.translate("WindowCommands", "Sync now") == "Jetzt synchronisieren"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    box.deleteLater()


def test_a_sentence_of_the_lower_layers_is_told_in_german_with_what_is_put_into_it(german: QApplication) -> None:
    assert told("The CRM did not take the change") == "Das CRM hat die Änderung nicht angenommen"
    assert told("Dex refused the sign-in") == "Dex hat die Anmeldung abgelehnt"
    assert told("Words of a CRM, as they came") == "Words of a CRM, as they came"
    speak("en")
    assert told("Dex refused the sign-in") == "Dex refused the sign-in"
