"""A TokenStore in memory, which remembers everything it was ever given."""

from __future__ import annotations

from collections.abc import Mapping


class KeptTokens:
    """Tokens of one account; `saved` holds every state in order."""

    def __init__(self, tokens: Mapping[str, str] | None = None) -> None:
        self.saved: list[dict[str, str]] = [dict(tokens)] if tokens is not None else []

    async def load(self) -> dict[str, str] | None:
        """The tokens kept last."""
        return dict(self.saved[-1]) if self.saved else None

    async def save(self, tokens: Mapping[str, str]) -> None:
        """Keep new tokens."""
        self.saved.append(dict(tokens))
