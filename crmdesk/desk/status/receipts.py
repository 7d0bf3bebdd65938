"""What was sent, told beside the syncs: within the sync that it fell into, or as a receipt of its own between two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from crmdesk.domain.outbox import OutboxEntry
from crmdesk.domain.reports import Run, RunOutcome

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def with_sendings(runs: Sequence[Run], sent: Sequence[OutboxEntry], *, whole: bool) -> list[Run]:
    """Runs and, between them, what was sent while none was going on; newest first.

    All that an account was sent since a sync is one receipt for each kind, whose id is below 0. `whole`: there are no
    runs before these; otherwise what was sent before the first of them is left out.
    """
    oldest = _LONG_AGO if whole or not runs else runs[-1].started_at or _LONG_AGO
    within: Counter[int] = Counter()
    between: dict[tuple[object, ...], Run] = {}
    for entry in reversed(sent):
        at = entry.settled_at
        if at is None or at < oldest:
            continue
        before = _last_begun(runs, entry.account_id, at)
        if before is not None and (before.ended_at is None or at <= before.ended_at):
            within[before.id] += 1
            continue
        key = (entry.account_id, entry.kind, before.id if before else 0)
        held = between.get(key) or Run(
            entry.account_id, entry.kind, -entry.id, started_at=at, outcome=RunOutcome.SUCCESS
        )
        between[key] = replace(held, ended_at=at, sent=held.sent + 1)
    told = [replace(run, sent=max(run.sent, within[run.id])) for run in runs]
    return sorted([*told, *between.values()], key=lambda run: run.started_at or _LONG_AGO, reverse=True)


def _last_begun(runs: Sequence[Run], account_id: int, at: datetime) -> Run | None:
    """The last sync of an account that had begun by then."""
    begun = (run for run in runs if run.account_id == account_id and (run.started_at or _LONG_AGO) <= at)
    return next(begun, None)
