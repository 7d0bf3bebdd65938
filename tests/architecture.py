"""The architecture as data: who may import whom, where each library lives, and how a module shows what it imports."""

from __future__ import annotations

import ast
import importlib.metadata
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]

LAYERS: dict[str, set[str]] = {
    "frozen": set(),
    "errors": set(),
    "system": {"frozen", "errors"},
    "secrets": {"frozen", "errors", "system"},
    "domain": {"frozen", "errors"},
    "formats": {"frozen", "domain", "errors"},
    "providers": {"frozen", "formats", "domain", "errors", "system"},
    "store": {"frozen", "domain", "errors", "system"},
    "sync": {"frozen", "store", "providers", "formats", "domain", "errors", "system"},
    "desk": {"frozen", "sync", "store", "providers", "formats", "domain", "errors", "system", "secrets"},
    "ui": {"frozen", "desk", "domain", "errors", "system"},
    "api": {"frozen", "desk", "domain", "errors"},
    "cli": {"frozen", "api", "desk", "sync", "store", "providers", "domain", "demo", "errors", "system", "secrets"},
    "app": {
        "frozen",
        "api",
        "cli",
        "ui",
        "desk",
        "sync",
        "store",
        "providers",
        "domain",
        "demo",
        "errors",
        "system",
        "secrets",
    },
    "demo": set(),
    "__main__": {"app", "cli", "errors", "system"},
    "__init__": set(),
}

# Parts of a layer that are for some layers alone, beside their own.
FOR_FEW: dict[str, set[str]] = {
    "crmdesk.system.single_instance": {"cli", "app"},
    "crmdesk.system.instance_server": {"cli", "app"},
    "crmdesk.system.handover": {"cli", "app"},
    "crmdesk.desk.accounts": set(),  # one facade in parts: the others see `crmdesk.desk` alone
    "crmdesk.desk.decisions": set(),
    "crmdesk.desk.previews": set(),
    "crmdesk.desk.facade": set(),
    "crmdesk.desk.matching": set(),
    "crmdesk.desk.reading": set(),
    "crmdesk.desk.sign_in": set(),
}

HOMES: dict[str, set[str]] = {
    "peewee": {"store"},
    "playhouse": {"store"},
    "sqlite3": {"store"},
    "pysqlite3": set(),
    "apsw": set(),
    "httpx": {"providers"},
    "truststore": {"providers"},
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "qasync": {"ui", "app"},
    "keyring": {"secrets"},
    "cryptography": {"secrets"},
    "phonenumbers": {"domain"},
    "email_validator": {"domain"},
    "rapidfuzz": {"domain"},
    "anyascii": {"domain"},
    "lark": {"domain"},
    "csv": {"formats"},
    "xlsxwriter": {"formats"},
    "xml": {"formats"},
    "zipfile": {"formats"},
    "platformdirs": {"system"},
    "standardwebhooks": {"sync"},
    "mcp": {"cli"},
    "mcp_types": {"cli"},
    "starlette": {"demo"},
    "uvicorn": {"demo", "api"},
    "pyrate_limiter": {"api"},
}


@dataclass(frozen=True)
class Module:
    path: PurePosixPath  # from the root of the project
    text: str

    @property
    def name(self) -> str:
        """Its dotted name; a package is named by its folder."""
        return ".".join(self.path.with_suffix("").parts).removesuffix(".__init__")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of its syntax tree; walked once, since every rule goes through them."""
        return list(ast.walk(self.tree))

    @cached_property
    def layer(self) -> str | None:
        """The part of crmdesk it belongs to; None outside of it."""
        inside = self.path.parts[:1] == ("crmdesk",)
        return PurePosixPath(self.path.parts[1]).stem if inside else None

    @cached_property
    def imports(self) -> list[str]:
        """Every imported module, absolute, wherever in the module the import stands."""
        return list(self._imports())

    def _imports(self) -> Iterator[str]:
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                start = self.path.parts[: len(self.path.parts) - node.level] if node.level else ()
                source = ".".join([*start, *([node.module] if node.module else [])])
                yield from (f"{source}.{name.name}" for name in node.names)


@cache
def declared_modules() -> set[str]:
    """The top-level modules of the distributions that pyproject.toml names as dependencies of the program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    declared = {canonicalize_name(Requirement(line).name) for line in (*project["dependencies"], *extras)}
    declared.add(canonicalize_name("shiboken6"))  # comes with PySide6, in exactly its version
    declared.add(canonicalize_name("mcp-types"))  # and so does this with mcp
    providers = importlib.metadata.packages_distributions().items()
    return {module for module, names in providers if declared & {canonicalize_name(name) for name in names}}


@cache
def modules() -> list[Module]:
    """Every Python module of the project."""
    paths = [path for part in ("crmdesk", "tests", "packaging") for path in sorted((ROOT / part).rglob("*.py"))]
    return [Module(PurePosixPath(path.relative_to(ROOT).as_posix()), path.read_text("utf-8")) for path in paths]


def circles(known: list[Module]) -> list[list[str]]:
    """The groups of crmdesk's modules that import one another in a circle, wherever the imports stand."""
    named = {module.name: module for module in known if module.layer is not None}
    graph = {
        name: {found for imported in module.imports if (found := _nearest(imported, named)) and found != name}
        for name, module in named.items()
    }
    reached = {name: _reached(name, graph) for name in graph}
    groups = {tuple(sorted(other for other in reached[name] if name in reached[other])) for name in graph}
    return sorted(list(group) for group in groups if len(group) > 1)


def _nearest(imported: str, named: Mapping[str, Module]) -> str | None:
    """The module that an import leads to: the name itself, or what holds it."""
    while imported and imported not in named:
        imported = imported.rpartition(".")[0]
    return imported or None


def _reached(start: str, graph: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        for name in graph[ahead.pop()] - seen:
            seen.add(name)
            ahead.append(name)
    return seen


def folders() -> dict[PurePosixPath, int]:
    """How many files and folders each folder of the package holds."""
    held: dict[PurePosixPath, set[str]] = {}
    for module in modules():
        if module.layer is not None:
            for path in (module.path, *module.path.parents):
                if path.parent.parts:
                    held.setdefault(path.parent, set()).add(path.name)
    return {folder: len(names) for folder, names in held.items()}
