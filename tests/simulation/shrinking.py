"""Cuts a failing story down to the steps that it needs: whole stretches first, then single steps (delta debugging)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def shrunk(steps: Sequence[T], fails: Callable[[Sequence[T]], bool], most: int = 200) -> list[T]:
    """The shortest part found within `most` trials that still fails; the steps themselves fail already."""
    held = list(steps)
    size = max(len(held) // 2, 1)
    trials = 0
    while trials < most:
        start, cut = 0, False
        while start < len(held) and trials < most:
            without = held[:start] + held[start + size :]
            trials += 1
            if fails(without):
                held, cut = without, True
            else:
                start += size
        if size == 1 and not cut:
            break
        size = max(size // 2, 1)
    return held
