"""Modules that are loaded when they are first used, so that the window need not wait for them."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Later:
    """Stands for a module; safe to be used first by several threads at once, as the import itself is.

    Name the same module under TYPE_CHECKING too: that is what type checkers, the rules of the layers and the freezer
    read.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)
