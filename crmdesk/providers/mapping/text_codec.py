"""The plainest codec, a text, and the word that all of them have for a value that is none of theirs."""

from __future__ import annotations

from typing import Any


class Wrong(Exception):
    """A value is not of the type or form that its field has; says what belongs there."""


def read_text(raw: Any) -> str | None:
    """A text."""
    if raw.__class__ is str:
        return raw if raw and not raw.isspace() else None
    raise Wrong("a text")
