"""The architecture as data: who may import whom, where each library lives, and how a module shows what it imports."""

from __future__ import annotations

import ast
import importlib.metadata
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]

# Beside errors: what the layers above may use, and what only those may who put the program together.
PLAIN = {"errors", "paths", "log", "redaction", "faults", "later", "withheld"}
SECRET = {"vault", "vault_file", "keychain", "keys", "sealing"}
INSTANCE = {"instance", "instance_server", "handover"}
DESK = {
    "desk",
    "desk_previews",
    "desk_reads",
    "desk_accounts",
    "desk_sign_in",
    "desk_decisions",
}  # one facade in parts: the window sees `desk` alone

LAYERS: dict[str, set[str]] = {
    "errors": set(),
    **{plain: {*PLAIN} for plain in PLAIN - {"errors"}},
    **{secret: {*PLAIN, *SECRET} for secret in SECRET},
    **{instance: {*PLAIN, *INSTANCE} for instance in INSTANCE},
    "domain": {"errors"},
    "providers": {"domain", "errors", "redaction"},
    "store": {"domain", *PLAIN},
    "sync": {"store", "providers", "domain", *PLAIN},
    **{part: {*DESK, "sync", "store", "providers", "domain", *PLAIN, *SECRET} for part in DESK},
    "ui": {"desk", "domain", *PLAIN},
    "cli": {"commands", "desk", "store", *PLAIN, *INSTANCE},
    "commands": {"desk", "sync", "store", "providers", "domain", "demo", *PLAIN, *SECRET, *INSTANCE},
    "app": {
        *("app_demo", "cli", "commands", "ui", "desk", "sync", "store", "providers", "domain", "demo"),
        *PLAIN,
        *SECRET,
        *INSTANCE,
    },
    "app_demo": {"desk", "domain", "demo", *PLAIN, *SECRET},
    "demo": set(),
    "__main__": {"app", "cli", *PLAIN, *INSTANCE},
    "__init__": set(),
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
    "keyring": {"keychain"},
    "cryptography": SECRET,
    "phonenumbers": {"domain"},
    "email_validator": {"domain"},
    "platformdirs": {"paths"},
    "starlette": {"demo"},
    "uvicorn": {"demo"},
}


@dataclass(frozen=True)
class Module:
    path: PurePosixPath  # from the root of the project
    text: str

    @property
    def tree(self) -> ast.Module:
        return parse(self.text)

    @property
    def layer(self) -> str | None:
        """The part of crmdesk it belongs to; None outside of it."""
        inside = self.path.parts[:1] == ("crmdesk",)
        return PurePosixPath(self.path.parts[1]).stem if inside else None

    def imports(self) -> Iterator[str]:
        """Every imported module, absolute, wherever in the module the import stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                start = self.path.parts[: len(self.path.parts) - node.level] if node.level else ()
                source = ".".join([*start, *([node.module] if node.module else [])])
                yield from (f"{source}.{name.name}" for name in node.names)


@cache
def parse(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def declared_modules() -> set[str]:
    """The top-level modules of the distributions that pyproject.toml names as dependencies of the program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    declared.add(canonicalize_name("shiboken6"))  # comes with PySide6, in exactly its version
    providers = importlib.metadata.packages_distributions().items()
    return {module for module, names in providers if declared & {canonicalize_name(name) for name in names}}


def modules() -> list[Module]:
    """Every Python module of the project."""
    paths = [path for part in ("crmdesk", "tests", "packaging") for path in sorted((ROOT / part).rglob("*.py"))]
    return [Module(PurePosixPath(path.relative_to(ROOT).as_posix()), path.read_text("utf-8")) for path in paths]
