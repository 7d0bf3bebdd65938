"""What an import needs of a file, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from crmdesk.domain.importing.incoming import Incoming
from crmdesk.frozen import dataclass


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A row or card before it is read as fields: what it says, by which it is known again, and how it is read."""

    original: str
    read: Callable[[], Incoming]


class Source(Protocol):
    """An opened file. It is read from the start each time, on a thread of its own."""

    @property
    def file(self) -> str:
        """Its name."""
        ...

    @property
    def path(self) -> str:
        """Where it lies, empty where it cannot be opened again."""
        ...

    @property
    def digest(self) -> str:
        """A hash of its bytes."""
        ...

    @property
    def signature(self) -> str:
        """Of its header, or the format of cards."""
        ...

    @property
    def format(self) -> str:
        """Its format."""
        ...

    @property
    def strict(self) -> bool:
        """Whether a cell that cannot be read fails its row."""
        ...

    def lines(self) -> Iterator[SourceLine]:
        """Its rows or cards, in order, in bounded memory. Raises DeskError where it cannot be read on."""
        ...
