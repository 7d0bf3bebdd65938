"""What was chosen for an import, in one piece that can be kept, so that another process continues it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

import msgspec

from crmdesk.domain.importing.fates import Policy
from crmdesk.frozen import dataclass

BY = ("id", "email", "phone", "certain")  # by what people are found who are here already, surest first
DEFAULT_BY = ("id", "email")


@dataclass(frozen=True, slots=True)
class Choice:
    """How a file is imported: `reading` says how it is read, in the words of whoever reads it."""

    policy: Policy = field(default_factory=Policy)
    by: tuple[str, ...] = DEFAULT_BY
    account_ids: tuple[int, ...] = ()  # where it is written to, beside this computer
    reading: Mapping[str, str] = field(default_factory=dict)

    def to_text(self) -> str:
        """The choice as it is kept."""
        return msgspec.json.encode(self, order="sorted").decode()

    @classmethod
    def from_text(cls, text: str) -> Choice:
        """The choice that `to_text` made a text of."""
        return msgspec.json.decode(text, type=cls)
