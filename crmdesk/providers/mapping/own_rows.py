"""Rows of a list that a CRM holds and the desk sends whole: each sent row with the one that it was there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crmdesk.domain.rows import paired

Row = dict[str, Any]


def own_rows(before: Any, sent: Sequence[Row], member: str, label: str) -> list[tuple[Row, Row]]:
    """Each row that is sent, with the row it was; {} for a new one. Among rows of one text the label tells, then order.

    `member` holds a row's text, `label` its label, under the same names in both lists.
    """
    held = [row for row in before if isinstance(row, dict)] if isinstance(before, list) else []
    places = paired(
        held,
        sent,
        lambda row: (str(row.get(member)), str(row.get(label))),
        lambda row: str(row.get(member)),
    )
    return [(row, {} if place is None else held[place]) for row, place in zip(sent, places, strict=True)]
