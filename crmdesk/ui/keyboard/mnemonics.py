"""Letters for menus, so that each can be reached by keyboard in every language without a translator giving them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def plain(text: str) -> str:
    """The words of an action without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def letters(texts: Iterable[str]) -> list[str]:
    """The texts of a menu, each with its own letter marked where there is one: the first of a word, else any."""
    taken: set[str] = set()
    marked = []
    for text in texts:
        place = next((n for n in _places(text) if text[n].casefold() not in taken), None)
        if place is None:
            marked.append(text.replace("&", "&&"))
            continue
        taken.add(text[place].casefold())
        marked.append(f"{text[:place].replace('&', '&&')}&{text[place:].replace('&', '&&')}")
    return marked


def _places(text: str) -> list[int]:
    words = text.partition("\t")[0]
    able = [n for n, letter in enumerate(words) if letter.isalnum()]
    first = [n for n in able if n == 0 or not words[n - 1].isalnum()]
    return [*first, *(n for n in able if n not in first)]


def mark(actions: Sequence[QAction]) -> None:
    """Give each of these actions its letter."""
    shown = [action for action in actions if not action.isSeparator()]
    for action, text in zip(shown, letters(plain(action.text()) for action in shown), strict=True):
        if action.text() != text:
            action.setText(text)


def keep_marked(menu: QMenu) -> None:
    """Give the entries of a menu their letters each time it opens, whatever they are called then."""
    menu.aboutToShow.connect(lambda: mark(menu.actions()))
