"""Where the next list of what changed begins: by the CRM's own clock, never by this computer's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from crmdesk.providers.contract import Cursor
from crmdesk.providers.wire.answer import Answer

OVERLAP = timedelta(minutes=2)  # what a clock or a slow commit there may hide is read again


def asked_at(answer: Answer) -> Cursor | None:
    """Shortly before the server's time of this answer, as ISO 8601 in UTC; None where it does not tell its time."""
    try:
        at: datetime = parsedate_to_datetime(answer.headers.get("date", ""))
    except (TypeError, ValueError):
        return None
    return Cursor((at.astimezone(UTC) - OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ"))
