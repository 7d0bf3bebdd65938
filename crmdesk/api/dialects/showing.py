"""What several dialects do to show values: times as counts, the first entry of a list, rows without what is absent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from crmdesk.domain.values import Value, texts


def epoch_ms(at: datetime) -> int:
    """A time in milliseconds since 1970."""
    return round(at.timestamp() * 1000)


def first_text(value: Value | None) -> str | None:
    """The first entry of a list field; None where there is none."""
    return next(iter(texts(value)), None)


def told(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without what has no value, which JSON of `undefined` leaves out."""
    return {name: value for name, value in row.items() if value is not None}
