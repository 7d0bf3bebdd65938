"""Gathers what there is to translate and does not stand in a call of `tr`: fields, commands, forms, told sentences."""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

from crmdesk import errors
from crmdesk.domain.fields import FIELDS
from crmdesk.domain.matching.words import EXPLAINED, EXPLAINS, RIVALS, WORDS
from crmdesk.formats.tables.delimiters import NAMES
from crmdesk.providers.registry import infos
from crmdesk.ui.window.shortcuts import COMMANDS, IN_THE_LIST, MENUS

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ROOT / "resources" / "languages"
_SAID = ("what", "why", "next", "safe", "remedy", "title", "error")
_SILENT = ("ui", "cli", "api", "demo")  # the window speaks for itself, the command line in English, the API to programs
_SENTENCE = re.compile(r"[A-Za-z]{2,}[ ,:]")
_WHOLE = re.compile(r"[A-Z“][^\n]* [^\n]*[\w)][.?]")  # a constant that is a sentence, and no statement or list
_NAMED = re.compile(r"\{[a-z_]+\}")
_REASONED = frozenset(("Encoding", "Delimiter", "Header", "Dates", "park"))  # what is found in a file, with its reason


def data_words() -> Iterator[tuple[str, str]]:
    """Context and text of all that is data in the code."""
    for fields in FIELDS.values():
        for field in fields.values():
            yield "Field", field.title
    for text in (*MENUS, *(command.title for command in COMMANDS), *(title for title, _keys in IN_THE_LIST)):
        yield "Commands", text
    for text in ("Go to", "Theme", "Follow the system", "Light", "Dark"):
        yield "Commands", text
    for info in infos():
        yield from (("Form", text) for text in (info.key_help, info.purpose) if text)
        for setting in info.settings:
            yield from (("Form", text) for text in (setting.title, setting.help, *setting.titles) if text)
            yield from (("Form", place.title) for place in setting.places)
        for secret in info.secrets:
            yield from (("Form", text) for text in (secret.title, secret.help) if text)
    explained = (text for texts in EXPLAINED.values() for text in texts.values())
    yield from (("Reason", text) for text in dict.fromkeys((*WORDS.values(), *RIVALS.values(), EXPLAINS, *explained)))
    yield from (("Told", text) for text in told_words())


def told_words() -> list[str]:
    """The sentences that the lower layers tell, with numbered gaps for what is put into them."""
    found = dict.fromkeys(NAMES.values())  # of delimiters, in a sentence about one
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.DeskError):
            found |= dict.fromkeys(text for text in (kind.title, kind.safe, kind.remedy) if _SENTENCE.search(text))
    for file in sorted((ROOT / "crmdesk").rglob("*.py")):
        if file.relative_to(ROOT / "crmdesk").parts[0] not in _SILENT:
            for text in _told_in(ast.parse(file.read_text(encoding="utf-8"))):
                if _SENTENCE.search(text) and not text.startswith(","):
                    found[text.strip()] = None
    return list(found)


def templates() -> str:
    """The sentences with gaps, as `told` reads them."""
    return json.dumps([text for text in told_words() if "{0}" in text], ensure_ascii=False, indent=0) + "\n"


def _told_in(tree: ast.AST) -> Iterator[str]:
    names = {name for name, kind in vars(errors).items() if isinstance(kind, type)} | {"Problem"} | _REASONED
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AugAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            yield from _assigned(target.id, node.value) if isinstance(target, ast.Name) else ()
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        said = [word.value for word in node.keywords if word.arg in _SAID]
        for argument in (*(node.args if called in names else ()), *said):
            yield from _texts(argument)


def _assigned(name: str, value: ast.expr) -> Iterator[str]:
    """The reasons that are put together before they are told, and those that stand as constants."""
    if name == "why":
        yield from _texts(value)
    elif name.isupper() and isinstance(value, ast.Constant) and _WHOLE.fullmatch(str(value.value)):
        numbers = itertools.count()
        yield _NAMED.sub(lambda _gap: f"{{{next(numbers)}}}", str(value.value))


def _texts(node: ast.AST) -> Iterator[str]:
    """The whole texts in an expression, not the pieces of one."""
    if (text := _template(node)) is not None:
        yield text
        return
    for child in ast.iter_child_nodes(node):
        yield from _texts(child)


def _template(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    said, gaps = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            said += str(part.value)
        else:
            said, gaps = f"{said}{{{gaps}}}", gaps + 1
    return said
