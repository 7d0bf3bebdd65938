"""Secrets of hooks and the signatures made with them, as Standard Webhooks 1.0 has it."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from crmdesk.domain.reports import Delivery
from crmdesk.frozen import dataclass

BOTH_FOR = timedelta(hours=24)  # after a rotation the old secret signs beside the new one
_BYTES = 32
_PURPOSE = "hook"


@dataclass(frozen=True, slots=True)
class HookSecret:
    """A hook's secret, and the one before it, which is used beside it for a while."""

    now: str
    before: str = ""
    until: datetime | None = None

    @classmethod
    def fresh(cls, random: Callable[[int], bytes] = os.urandom) -> HookSecret:
        """A new one."""
        return cls(f"whsec_{base64.b64encode(random(_BYTES)).decode()}")

    def rotated(self, at: datetime) -> HookSecret:
        """A new one, beside which this one goes on for a day."""
        return HookSecret(self.fresh().now, self.now, at + BOTH_FOR)

    def stored(self) -> dict[str, str]:
        """As it lies in the vault."""
        until = "" if self.until is None else self.until.isoformat()
        return {"secret": self.now, "before": self.before, "until": until}

    @classmethod
    def read(cls, stored: Mapping[str, str]) -> HookSecret:
        """As the vault gives it back."""
        until = stored.get("until", "")
        return cls(stored["secret"], stored.get("before", ""), datetime.fromisoformat(until) if until else None)

    def in_use(self, at: datetime) -> Sequence[str]:
        """Those that sign at a moment; a clock that jumped far back lets the old one go, too."""
        both = self.before and self.until is not None and at < self.until <= at + BOTH_FOR
        return (self.now, self.before) if both else (self.now,)


def headers(delivery: Delivery, secrets: Sequence[str], at: datetime) -> dict[str, str]:
    """The three headers of one try."""
    from standardwebhooks import Webhook

    # The package takes a naive time's or any other zone's clock face for UTC.
    moment = at.astimezone(UTC)
    signatures = [Webhook(secret).sign(delivery.message_id, moment, delivery.body) for secret in secrets]
    return {
        "webhook-id": delivery.message_id,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def label(hook_id: int) -> str:
    """The name under which a hook's secret lies in the vault; accounts are numbers there."""
    return f"{_PURPOSE}:{hook_id}"
