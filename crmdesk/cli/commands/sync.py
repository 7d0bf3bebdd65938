"""The command that syncs, with its progress."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crmdesk.cli.call import DONE, LEFT_SOMETHING, NOTHING_DONE, Call, Result
from crmdesk.cli.commands.lists import names_of
from crmdesk.cli.tables import neutral, table
from crmdesk.domain.notation import json_shapes
from crmdesk.domain.notation.json_shapes import Names
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.domain.signals import RunProgress, Signal

_NOTHING = frozenset({RunOutcome.FAILED, RunOutcome.SKIPPED, RunOutcome.CANCELLED})
_BAR = 24  # cells


async def sync(call: Call) -> Result:
    """`sync [NAME...] [--full | --reload]`."""
    desk, asked = call.desk, call.asked
    ids = list(dict.fromkeys(desk.account(name).id for name in asked.names)) or None
    names = names_of(desk)
    progress = Progress(call, names, ids)
    unsubscribe = desk.subscribe(progress.heard)
    try:
        runs = await desk.sync(ids, full=asked.full, reload=asked.reload)
    finally:
        unsubscribe()
        progress.end()
    if not runs:
        call.say("There is no account to sync; `crmdesk account add` connects one.")
    columns = {"account": "ACCOUNT", "outcome": "OUTCOME", "fetched": "READ", "new": "NEW", "changed": "CHANGED"}
    columns |= {"removed": "REMOVED", "sent": "SENT", "seconds": "SECONDS", "error": "ERROR"}
    documents = [json_shapes.sync_run(run, names) for run in runs]

    def lines() -> Iterable[str]:
        if documents:
            yield from table(list(columns.values()), ([entry[key] for key in columns] for entry in documents))

    return Result({"runs": documents}, lines, code_of(runs))


def code_of(runs: Sequence[Run]) -> int:
    """The exit code of these runs: each account counts once."""
    of_account: dict[int, list[Run]] = {}
    for run in runs:
        of_account.setdefault(run.account_id, []).append(run)
    empty = [all(run.outcome in _NOTHING for run in account) for account in of_account.values()]
    if empty and all(empty):
        return NOTHING_DONE
    return DONE if all(run.outcome is RunOutcome.SUCCESS for run in runs) else LEFT_SOMETHING


class Progress:
    """Shows how far the runs of some accounts are: bars on a terminal, else a line when a run begins and ends."""

    def __init__(self, call: Call, names: Names, ids: Sequence[int] | None) -> None:
        self._call = call
        self._names = names
        self._ids = ids
        self._begun: set[tuple[int, str]] = set()
        self._drawn = 0

    def heard(self, signal: Signal) -> None:
        """Take note of a signal."""
        if not isinstance(signal, RunProgress) or (self._ids is not None and signal.run.account_id not in self._ids):
            return
        run, name = signal.run, neutral(self._names.get(signal.run.account_id))
        if run.outcome is not None:
            self._line(f"{name}: {run.kind.plural} {run.outcome.value}" + (f", {run.error}" if run.error else ""))
            return
        if self._call.given.terminal:
            self._draw(f"{name}: {_bar(run.fetched, signal.total)}")
        elif (run.account_id, run.kind) not in self._begun:
            self._begun.add((run.account_id, run.kind))
            self._call.say(f"{name}: reading {run.kind.plural}")

    def end(self) -> None:
        """Clear a bar that is left."""
        self._draw("")

    def _line(self, text: str) -> None:
        self._draw("")
        self._call.say(text)

    def _draw(self, text: str) -> None:
        if text or self._drawn:
            blank = " " * max(self._drawn - len(text), 0)
            self._call.draw(f"\r{text}{blank}" + ("" if text else "\r"))
            self._drawn = len(text)


def _bar(done: int, total: int | None) -> str:
    if not total:
        return f"{done:,} read"
    filled = min(done * _BAR // total, _BAR)
    return f"[{'#' * filled}{'.' * (_BAR - filled)}] {done:,} of {total:,}"
