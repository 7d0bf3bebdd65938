"""What one kind of fault came to."""

from __future__ import annotations

from dataclasses import dataclass, field

SHOWN = 20
CANNOT = 3  # the exit code of a process that cannot try it here


class Cannot(Exception):
    """It cannot be tried on this machine; the text says why."""


@dataclass
class Report:
    """How often it was tried, what else is worth knowing, and all that was wrong."""

    name: str
    tried: int = 0
    also: str = ""
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [
            f"{self.name}: {self.tried:,} tried, {len(self.faults)} faults" + (f" ({self.also})" if self.also else "")
        ]
        return "\n".join(lines + [f"  {fault}" for fault in self.faults[:SHOWN]])
