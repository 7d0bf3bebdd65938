"""What a mutant is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """One fault, put into the desk: the promise it breaks, and the text that is put in place of another."""

    name: str
    promise: str
    module: str
    healthy: str
    broken: str
    quick: bool = False  # caught within a few runs, or by a quick test, so that every test run can afford it
    judge: str = ""  # the test that must fail, where a law or a story judges and not the simulator
