"""`python -m tests.languages`: bring the translations up to date with the code, and say what lacks one.

Texts come from the code by Qt's `lupdate`, and from data by `words`; `lrelease` makes what the program loads. What is
new stands in the `.ts` files as unfinished: translate it there (Qt Linguist or any editor), then run this again.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from crmdesk.ui.wording.languages import ENGLISH, LANGUAGES
from crmdesk.ui.wording.told import TEMPLATES
from tests.languages import words

_NUMBER = re.compile(r"%L?n\b")
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def translated() -> list[str]:
    """The languages that have a file of translations."""
    return [language for language in LANGUAGES if language != ENGLISH]


def file_of(language: str, folder: Path = words.LANGUAGES) -> Path:
    """The file of a language that translators edit."""
    return folder / f"crmdesk_{language}.ts"


def update(folder: Path) -> None:
    """Take over what the code says now, into the files of that folder."""
    (folder / TEMPLATES).write_text(words.templates(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "data_words.py"
        lines = dict.fromkeys(f'translate("{context}", {_quoted(text)})' for context, text in words.data_words())
        data.write_text("\n".join(lines), encoding="utf-8")
        folders = [words.ROOT / "crmdesk" / name for name in ("ui", "app")]
        sources = [str(path) for code in folders for path in sorted(code.rglob("*.py"))]
        for language in translated():
            target = ["-ts", str(file_of(language, folder)), "-target-language", language, "-source-language", ENGLISH]
            known = _forms(file_of(language, folder))
            _tool("lupdate", *sources, str(data), "-locations", "none", "-no-obsolete", "-silent", *target)
            _mark_numbers(file_of(language, folder), known)


def compile_all(folder: Path, into: Path) -> None:
    """Make of each file what the program loads."""
    for language in translated():
        _tool("lrelease", "-silent", str(file_of(language, folder)), "-qm", str(into / f"crmdesk_{language}.qm"))


def lacking(language: str, folder: Path = words.LANGUAGES) -> list[str]:
    """The texts without a finished translation, with their context."""
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ElementTree.parse(file_of(language, folder)).getroot().iter("context")
        for message in context.iter("message")
        if (said := message.find("translation")) is None or said.get("type") == "unfinished"
    ]


Forms = dict[tuple[str, str], list[str]]


def _forms(file: Path) -> Forms:
    """The plural forms that are translated, by context and text."""
    found: Forms = {}
    for context in ElementTree.parse(file).getroot().iter("context") if file.exists() else ():
        for message in context.iter("message"):
            said = message.find("translation")
            if said is not None and said.get("type") != "unfinished" and len(said):
                key = context.findtext("name") or "", message.findtext("source") or ""
                found[key] = [form.text or "" for form in said]
    return found


def _mark_numbers(file: Path, known: Forms) -> None:
    """Give each text about a number its plural forms: lupdate does not see them in calls of `translate`."""
    tree = ElementTree.parse(file)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            source, said = message.findtext("source") or "", message.find("translation")
            if not _NUMBER.search(source) or said is None:
                continue
            forms = known.get((context.findtext("name") or "", source))
            message.set("numerus", "yes")
            said.clear()
            if forms is None:
                said.set("type", "unfinished")
            for form in forms or ["", ""]:
                ElementTree.SubElement(said, "numerusform").text = form
    ElementTree.indent(tree, "    ")
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f"{_HEAD}{text}\n", encoding="utf-8")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # lupdate reads texts in double quotes alone


def _tool(name: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name(f"pyside6-{name}")), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")


def main() -> int:
    """Update, compile, and say what is left to do."""
    update(words.LANGUAGES)
    compile_all(words.LANGUAGES, words.LANGUAGES)
    for language in translated():
        left = lacking(language)
        sys.stdout.write("".join(f"{language} lacks {text}\n" for text in left))
        sys.stdout.write(f"{LANGUAGES[language]}: {len(left)} to translate in {file_of(language)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
