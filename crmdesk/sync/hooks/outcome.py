"""What comes of a try to deliver: taken, tried again later, given up, or the hook's end."""

from __future__ import annotations

from datetime import datetime, timedelta

from crmdesk.domain.reports import Delivery, DeliveryState, Hook
from crmdesk.frozen import dataclass
from crmdesk.providers.contract import Posted

_MINUTE, _HOUR = 60.0, 3600.0
# Standard Webhooks 1.0, "Deliverability and reliability": the waits after each try that failed, in seconds.
WAITS = (
    5.0, 5 * _MINUTE, 30 * _MINUTE, 2 * _HOUR, 5 * _HOUR, 10 * _HOUR, 14 * _HOUR, 20 * _HOUR, 24 * _HOUR,
)  # fmt: skip
HELD = 5 * _MINUTE  # how long a target that failed is left alone by everything else that waits for it, at most
PAUSED_AFTER = timedelta(days=5)
GONE = 410


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a delivery and its hook stand after a try; `paused` says why the hook is sent nothing more."""

    state: DeliveryState
    next_at: datetime | None
    status: str
    failing_since: datetime | None = None
    not_before: datetime | None = None
    paused: str = ""


def outcome(hook: Hook, delivery: Delivery, posted: Posted, now: datetime) -> Outcome:
    """Judge one try."""
    status = posted.why if posted.status is None else f"HTTP {posted.status}"
    if posted.taken:
        return Outcome(DeliveryState.DELIVERED, None, status)
    if posted.status is not None and 300 <= posted.status < 400:
        status += ", which sends on: that is not followed"
    since = hook.failing_since if hook.failing_since is not None and hook.failing_since <= now else now
    if posted.status == GONE:
        return Outcome(DeliveryState.GIVEN_UP, None, status, since, paused="Its target said that it is gone (410).")
    told = posted.wait or 0.0
    paused = "It could not be delivered for five days." if now - since >= PAUSED_AFTER else ""
    if delivery.attempts >= len(WAITS):
        return Outcome(DeliveryState.GIVEN_UP, None, status, since, paused=paused)
    wait = max(WAITS[delivery.attempts], told)
    # A refusal of this one message says nothing about the next one.
    whole = posted.status is None or posted.status == 429 or posted.status >= 500 or told > 0
    held = now + timedelta(seconds=max(told, min(wait, HELD))) if whole else None
    return Outcome(DeliveryState.WAITING, now + timedelta(seconds=wait), status, since, held, paused)
