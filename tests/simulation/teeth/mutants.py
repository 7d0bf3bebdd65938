"""Teeth: the desk, broken on purpose in one place, which the simulator, a law or a story must notice.

A mutant is one exact replacement in the source text of one module, made while it is imported in a process of its own;
that the text occurs exactly once is asserted, so that a mutant cannot quietly become the healthy program when the code
changes. `python -m tests.simulation.teeth` runs all of them, or the one that is named.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType

from tests.simulation.teeth.doors import DOORS
from tests.simulation.teeth.invariants import INVARIANTS
from tests.simulation.teeth.kinds import KINDS
from tests.simulation.teeth.mutant import Mutant

MUTANTS = (*INVARIANTS, *KINDS, *DOORS)
PROGRAM = Path(__file__).parents[3]
TOLD = "BROKEN_DESK"  # names the mutant to processes that a test starts


class _Replacing(importlib.machinery.SourceFileLoader):
    """Loads the one module with its fault."""

    def __init__(self, name: str, path: str, mutant: Mutant) -> None:
        super().__init__(name, path)
        self._mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        """The code of the broken text, past every cache."""
        text = self.get_data(self.path).decode()
        return compile(text.replace(self._mutant.healthy, self._mutant.broken), self.path, "exec")


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._mutant.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.origin is None:
            return None
        loader = _Replacing(fullname, spec.origin, self._mutant)
        return importlib.util.spec_from_file_location(fullname, spec.origin, loader=loader)


def break_desk(name: str) -> Mutant:
    """Break the desk of this process in that one place; to be called before the module is imported.

    Raises AssertionError where the text to be replaced is not there exactly once.
    """
    mutant = next(one for one in MUTANTS if one.name == name)
    if (found := met(mutant)) != 1:
        raise AssertionError(f"{name}: its text is {found} times in {mutant.module}")
    if mutant.module in sys.modules:
        raise AssertionError(f"{mutant.module} is imported already")
    sys.meta_path.insert(0, _Finder(mutant))
    return mutant


def met(mutant: Mutant) -> int:
    """How often the text that a mutant replaces stands in its module."""
    path = PROGRAM.joinpath(*mutant.module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return source.read_text(encoding="utf-8").count(mutant.healthy)


def break_as_told() -> None:
    """Break the desk of this process as its parent was, if it was; see `command`."""
    if name := os.environ.get(TOLD):
        break_desk(name)


def command(module: str) -> list[str]:
    """What runs a module in a process of its own, whose desk is broken where that of this process is."""
    through = ["tests.simulation.teeth.broken"] if os.environ.get(TOLD) else []
    return [sys.executable, "-m", *through, module]
