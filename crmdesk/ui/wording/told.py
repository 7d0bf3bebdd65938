"""Sentences that the lower layers wrote, in the language of the window.

They are made without Qt, kept in the database and given to programs, so they are English there. What is put into them
(names, numbers, a CRM's own words) varies: each kind of sentence is a template, and what stands in its gaps is taken
over, itself translated where it is such a sentence again.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from crmdesk.system.paths import resources

TEMPLATES = "told.json"
_GAP = re.compile(r"\{(\d+)\}")
_DEEPEST = 3  # sentences within sentences
_ENGLISH = "en"
_spoken = [_ENGLISH]


def speak_as(language: str) -> None:
    """The window speaks another language now."""
    _spoken[0] = language
    _translated.cache_clear()


def form_text(text: str) -> str:
    """A word of a form that the providers wrote: a title, a hint, a choice."""
    return QCoreApplication.translate("Form", text) if text else ""


def told(text: str | None) -> str:
    """A sentence of the lower layers as the window says it; what has no translation stays as it is."""
    if not text:
        return ""
    return text if _spoken[0] == _ENGLISH else _translated(text, _DEEPEST)


@lru_cache(maxsize=512)
def _translated(text: str, depth: int) -> str:
    known = _known(text)
    if known is not None or not depth:
        return known or text
    for head, pattern, template in _templates():
        if not text.startswith(head) or (found := pattern.fullmatch(text)) is None:
            continue
        said = QCoreApplication.translate("Told", template)
        if said == template:
            continue
        return _filled(said, found.groupdict(), depth - 1)
    parts = re.split(r"(?<=[.!?]) (?=[A-ZÄÖÜ“])", text)
    return " ".join(_translated(part, depth - 1) for part in parts) if len(parts) > 1 else text


def _filled(said: str, gaps: dict[str, str], depth: int) -> str:
    return _GAP.sub(lambda gap: _translated(gaps.get(f"g{gap[1]}") or "", depth), said)


def _known(text: str) -> str | None:
    """The translation of a sentence without gaps; None where there is none."""
    said = QCoreApplication.translate("Told", text)
    return said if said != text else None


@lru_cache(maxsize=1)
def _templates() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """The sentences with gaps, the most telling first: what each begins with, how it is recognised, itself."""
    texts: list[str] = json.loads((resources() / "languages" / TEMPLATES).read_text(encoding="utf-8"))
    made = []
    for text in sorted(texts, key=lambda one: -len(_GAP.sub("", one))):
        parts = _GAP.split(text)
        pattern = "".join(f"(?P<g{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
        made.append((parts[0], re.compile(pattern, re.DOTALL), text))
    return tuple(made)
