"""Modules that are loaded when they are first used, so that the window need not wait for them.

Beside each entry, and beside each import inside a function, stands what it spares the start: the milliseconds of a
processor that the first import takes after everything else of the window (of the command line, in `cli`), measured on a
busy computer with two of them. What brings less than five belongs at the top.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any


def later(package: str, *modules: str) -> tuple[Later, ...]:
    """Stand-ins for modules of a package.

    Name the same modules under TYPE_CHECKING too: that is what type checkers, the rules of the layers and the freezer
    read.
    """
    return tuple(Later(f"{package}.{module}") for module in modules)


class Later:
    """Stands for a module; safe to be used first by several threads at once, as the import itself is."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._module: ModuleType | None = None

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self._module or self.load(), attribute)

    def load(self) -> ModuleType:
        """The module; asked for in the midst of loops, where the import's own look-up would be felt, so it is kept."""
        self._module = import_module(self._name)
        return self._module


def load(*modules: ModuleType) -> None:
    """Load what stands for modules, where that keeps nobody waiting."""
    for module in modules:
        if isinstance(module, Later):
            module.load()
