"""A language that nobody speaks: long, with many accents, to find what was never translated or is cut off."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

_ACCENTS = str.maketrans("aeiouyAEIOUYcnCN", "áéíóúýÁÉÍÓÚÝçñÇÑ")
_HELD = re.compile(r"(\{\w*\}|%L?n|\(\w*\|\w*\)|\(\w+\)|&&?)")  # what a translation must keep
MARK = "~"


def pseudo(text: str) -> str:
    """The text as a long language with many accents would have it."""
    parts = _HELD.split(text)
    said = "".join(part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts))
    return f"{MARK}{said}{'o' * (len(text) // 3)}{MARK}"


class Pseudo(QTranslator):
    """Translates everything that it is asked for."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return pseudo(source) if source else ""
