"""The rules the code keeps, read from its syntax trees; each rule is shown to be able to fail.

A rule takes one module and names what breaks it.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import PurePosixPath

import pytest

from tests.architecture import FOR_FEW, HOMES, LAYERS, Module, circles, declared_modules, folders, modules

MOST_LINES = 400
MOST_IN_A_FOLDER = 18  # files and folders: what one look takes in
MOST_FUNCTION_LINES = 49

Rule = Callable[[Module], Iterator[str]]
RULES: dict[str, Rule] = {}
BROKEN: list[tuple[str, str, str]] = []


def rule(promise: str, *broken: tuple[str, str]) -> Callable[[Rule], Rule]:
    """Register a rule with examples (path, text) that it has to catch."""

    def register(function: Rule) -> Rule:
        RULES[promise] = function
        BROKEN.extend((promise, path, text) for path, text in broken)
        return function

    assert broken, "a rule that cannot fail proves nothing"
    return register


@rule(
    "imports point down the layers",
    ("crmdesk/ui/table/view.py", "from crmdesk.store import contacts"),
    ("crmdesk/ui/table/view.py", "from ...sync import engine"),
    ("crmdesk/domain/merging/merge.py", "from crmdesk import desk"),
    ("crmdesk/store/pages.py", "import crmdesk.providers.contract"),
    ("crmdesk/demo/dex/twin.py", "def start():\n    from crmdesk.domain import fields"),
)
def _layers(module: Module) -> Iterator[str]:
    allowed = {*LAYERS.get(module.layer or "", set()), module.layer, "__version__"}
    for name in module.imports:
        parts = name.split(".")
        if module.layer and parts[0] == "crmdesk" and len(parts) > 1 and parts[1] not in allowed:
            yield f"{module.layer} imports {name}"


PROMISED = ("crmdesk.providers.contract", "crmdesk.providers.info")


@rule(
    "what is for few is imported by those alone",
    ("crmdesk/ui/window/main_window.py", "from crmdesk.desk.reading import AccountState"),
    ("crmdesk/sync/engine.py", "from crmdesk.system.handover import Request"),
)
def _for_few(module: Module) -> Iterator[str]:
    for name in module.imports:
        for part, layers in FOR_FEW.items():
            if name.startswith(part) and module.layer not in {None, *layers, part.split(".")[1]}:
                yield f"{module.layer} imports {name}"


@rule(
    "sync knows providers by their contract alone",
    ("crmdesk/sync/pull/list_pull.py", "from crmdesk.providers import dex"),
)
def _contract(module: Module) -> Iterator[str]:
    for name in module.imports:
        if module.layer == "sync" and name.startswith("crmdesk.providers") and not name.startswith(PROMISED):
            yield name


@rule(
    "one library has one home",
    ("crmdesk/sync/engine.py", "import httpx"),
    ("crmdesk/desk/facade.py", "from sqlite3 import connect"),
    ("crmdesk/cli/main.py", "from PySide6.QtCore import QTimer"),
    ("crmdesk/store/writer.py", "import apsw"),
    ("crmdesk/ui/model.py", "import peewee as p"),
)
def _homes(module: Module) -> Iterator[str]:
    for name in module.imports:
        library = name.split(".")[0]
        if module.layer and module.layer not in HOMES.get(library, {module.layer}):
            yield f"{module.layer} imports {library}"


@rule("what the program imports it also declares", ("crmdesk/store/rows.py", "import orjson"))
def _declared(module: Module) -> Iterator[str]:
    for name in module.imports:
        library = name.split(".")[0]
        if module.layer and library not in {"crmdesk", *sys.stdlib_module_names} | declared_modules():
            yield f"imports {library}"


@rule("no Qt database driver touches our file", ("crmdesk/ui/model.py", "from PySide6 import QtSql"))
def _no_qtsql(module: Module) -> Iterator[str]:
    yield from (name for name in module.imports if module.layer and "QtSql" in name)


@rule("the top of the package holds only what the design names", ("crmdesk/extras.py", ""), ("crmdesk/core/x.py", ""))
def _top_level(module: Module) -> Iterator[str]:
    if module.layer is not None and module.layer not in LAYERS:
        yield module.layer


@rule("modules have at most 400 lines", ("crmdesk/desk/facade.py", "pass\n" * (MOST_LINES + 1)))
def _module_length(module: Module) -> Iterator[str]:
    lines = len(module.text.splitlines())
    if lines > MOST_LINES:
        yield f"{lines} lines"


@rule(
    "functions have fewer than 50 lines", ("tests/x.py", "async def f():\n" + "    await g()\n" * MOST_FUNCTION_LINES)
)
def _function_length(module: Module) -> Iterator[str]:
    for node in module.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_FUNCTION_LINES:
                yield f"{node.name}: {lines} lines"


@rule("modules are named for what they hold", ("crmdesk/ui/utils.py", ""), ("tests/helpers/x.py", ""))
def _names(module: Module) -> Iterator[str]:
    vague = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}
    yield from vague.intersection([*module.path.parts[:-1], module.path.stem])


@rule(
    "no code asks which provider it has before it",
    ("crmdesk/sync/push/sender.py", 'if account.provider == "dex": pass'),
    ("crmdesk/desk/facade.py", 'x = provider in ("dex", "flex")'),
    ("crmdesk/desk/facade.py", 'match provider:\n    case "dex": pass'),
)
def _provider_asked(module: Module) -> Iterator[str]:
    for node in module.nodes:
        subjects = [node.subject] if isinstance(node, ast.Match) else []
        if isinstance(node, ast.Compare) and any(_strings(side) for side in [node.left, *node.comparators]):
            subjects = [node.left, *node.comparators]
        if module.layer and any(_last_name(subject) in ("provider", "provider_key") for subject in subjects):
            yield ast.unparse(node)


@rule(
    "no dialog or slot re-enters the event loop",
    ("crmdesk/ui/dialogs.py", "dialog.exec()"),
    ("crmdesk/app/session.py", "QApplication.processEvents()"),
    ("crmdesk/ui/background/tasks.py", "from qasync import asyncSlot"),
    ("crmdesk/ui/background/tasks.py", "@qasync.asyncClose\ndef f(): pass"),
)
def _reentry(module: Module) -> Iterator[str]:
    banned = {"exec", "exec_", "processEvents", "asyncSlot", "asyncClose"}
    names = (_last_name(node) for node in module.nodes if isinstance(node, ast.Attribute | ast.Name))
    imported = (name.split(".")[-1] for name in module.imports)
    if module.layer:
        yield from banned.intersection([*names, *imported])


@rule(
    "no statement replaces rows, since that deletes their children",
    ("crmdesk/store/rows.py", 'db.execute_sql("insert or replace into t values (1)")'),
    ("crmdesk/store/rows.py", 'SQL = f"REPLACE  INTO {table} VALUES (1)"'),
    ("crmdesk/store/rows.py", "Row.insert_many(rows).on_conflict_replace()"),
)
def _replace(module: Module) -> Iterator[str]:
    for node in module.nodes:
        for text in _strings(node) if module.layer else []:
            if re.search(r"\b(replace\s+into|insert\s+or\s+replace)\b", text, re.IGNORECASE):
                yield text
        if module.layer and _last_name(node) in ("on_conflict_replace", "replace_many"):
            yield str(_last_name(node))


@rule(
    "text from a CRM is never read as markup",
    ("crmdesk/ui/editor.py", "label.setTextFormat(Qt.TextFormat.AutoText)"),
    ("crmdesk/ui/editor.py", "view.setHtml(note)"),
)
def _markup(module: Module) -> Iterator[str]:
    banned = {"AutoText", "RichText", "MarkdownText", "setHtml", "setMarkdown"}
    if module.layer in ("ui", "app"):
        yield from banned.intersection(_last_name(node) or "" for node in module.nodes)


@rule(
    "no program of ours imports what lies in the working directory",
    ("crmdesk/app/session.py", '[sys.executable, "-m", "crmdesk"]'),
    ("crmdesk/demo/process.py", 'command = [sys.executable, "-c", "-m"]'),
)
def _planted(module: Module) -> Iterator[str]:
    lists = [node for node in module.nodes if isinstance(node, ast.List)] if module.layer else []
    for node in lists:
        if any(behind == "-m" and one != "-P" for one, behind in pairwise(["", *_strings(node)])):
            yield f"line {node.lineno}: -m without -P"


@rule("nothing is left for later", ("crmdesk/desk/facade.py", "# TO" + "DO: finish"), ("tests/x.py", "# FIX" + "ME"))
def _marks(module: Module) -> Iterator[str]:
    yield from re.findall(r"\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK)\b", module.text)


@rule("no path of one machine is in the project", ("tests/x.py", 'DATA = "/ro' + 'ot/data/x"'))
def _machine_paths(module: Module) -> Iterator[str]:
    yield from re.findall(r"(?<![\w.])/(?:w[o]rk|r[o]ot|tmp/t[e]am)/[\w./-]*", module.text)


def _last_name(node: ast.AST) -> str | None:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None


def _strings(node: ast.AST) -> list[str]:
    """The text of a string constant, or of the string constants in a literal collection."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return [text for element in node.elts for text in _strings(element)]
    return []


@pytest.mark.parametrize("promise", RULES)
def test_the_code_keeps_its_rules(promise: str) -> None:
    broken = [f"{module.path}: {fault}" for module in modules() for fault in RULES[promise](module)]
    assert broken == []


@pytest.mark.parametrize(("promise", "path", "text"), BROKEN)
def test_each_rule_catches_what_it_forbids(promise: str, path: str, text: str) -> None:
    assert list(RULES[promise](Module(PurePosixPath(path), text)))


def test_the_rules_see_the_whole_package() -> None:
    layers = {module.layer for module in modules()}
    assert {"errors", "domain", "providers", "store", "sync", "ui", "demo"} <= layers


def test_no_modules_import_one_another_in_a_circle() -> None:
    assert circles(modules()) == []


def test_a_circle_is_seen_also_where_it_is_only_for_types() -> None:
    one = Module(PurePosixPath("crmdesk/a/one.py"), "from crmdesk.a.two import Two")
    two = Module(PurePosixPath("crmdesk/a/two.py"), "if TYPE_CHECKING:\n    from crmdesk.a import one")
    assert circles([one, two]) == [["crmdesk.a.one", "crmdesk.a.two"]]


def test_every_folder_fits_on_a_screen() -> None:
    assert {str(path): n for path, n in folders().items() if n > MOST_IN_A_FOLDER} == {}


def test_every_package_says_what_belongs_there() -> None:
    packages = [module for module in modules() if module.path.name == "__init__.py" and module.layer is not None]
    assert [str(module.path) for module in packages if not ast.get_docstring(module.tree)] == []
