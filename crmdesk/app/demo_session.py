"""The demo: CRMs in a process of their own, a desk that fills from them, and the same job told in print."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from crmdesk.desk import Desk, ProviderInfo
from crmdesk.domain.items import compose_name
from crmdesk.domain.records import ItemQuery, Row
from crmdesk.domain.reports import Run
from crmdesk.domain.values import texts
from crmdesk.secrets.root_key import KeySource

if TYPE_CHECKING:
    from crmdesk.demo.process import DemoProcess  # 60 ms
    from crmdesk.demo.server import DemoCrms  # 270 ms
    from crmdesk.demo.site.site import DemoAccount

CONTACTS = 2000
SHOWN_ROWS = 12
PATIENCE = 20.0  # seconds until an edit must have reached its demo CRM


class DemoDesk:
    """The demo CRMs and how a desk connects to them; `stop` ends them."""

    def __init__(self, contacts: int = CONTACTS) -> None:
        self._contacts = contacts
        self._crms: DemoProcess | DemoCrms | None = None
        self._wanted = True

    def keys(self) -> KeySource:
        """The key of the throw-away profile: in memory alone."""
        return KeySource.throw_away()

    async def fill(self, desk: Desk) -> None:
        """Start the CRMs and connect each: the contacts arrive by the first sync, which begins at once."""
        accounts = await asyncio.to_thread(self._start)
        infos = {info.key: info for info in desk.providers() if info.state == "works"}
        seen: set[str] = set()
        for account in accounts:
            if account.provider in infos and account.provider not in seen:
                seen.add(account.provider)
                info = infos[account.provider]
                settings = {**account.settings, "base_url": account.base_url, "api": account.api}
                kinds = list(dict.fromkeys(kind.kind for kind in info.kinds))
                await desk.add_account(info.key, info.title, settings, _secrets(info, account.secret), kinds=kinds)

    def _start(self) -> Sequence[DemoAccount]:
        if getattr(sys, "frozen", False):
            from crmdesk.demo.server import DemoCrms  # 270 ms

            self._crms = DemoCrms(self._contacts, shared=True)
        else:
            from crmdesk.demo.process import DemoProcess  # 60 ms

            self._crms = DemoProcess(self._contacts, shared=True)
        self._crms.__enter__()
        if not self._wanted:
            self.stop()
        return self._crms.accounts

    def stop(self) -> None:
        """End the CRMs."""
        self._wanted = False
        crms, self._crms = self._crms, None
        if crms is not None:
            crms.__exit__(None, None, None)


def _secrets(info: ProviderInfo, secret: str) -> dict[str, str]:
    if len(info.secrets) == 1:
        return {info.secrets[0].key: secret}
    return {str(key): str(value) for key, value in json.loads(secret).items()}


async def report(desk: Desk, out: TextIO) -> None:
    """Print what the window would show: the first rows, an edit on its way to the CRM, and the receipts of the runs."""
    ids, total = await desk.page(ItemQuery(), SHOWN_ROWS)
    rows = desk.rows(ids)
    _print_rows(rows, out)
    out.write(f"{len(rows)} of {total:,} contacts\n\n")
    if rows:
        await _edit(desk, rows[0], out)
    runs, _ = await desk.runs()
    names = desk.account_names()
    for run in reversed(runs):
        out.write(f"{names.get(run.account_id, '')}: {receipt(run)}\n")


async def _edit(desk: Desk, row: Row, out: TextIO) -> None:
    started = time.monotonic()
    await desk.edit(row.id, {"description": "Edited in the demo of CRM Desk."})
    while time.monotonic() - started < PATIENCE:
        entries, _ = await desk.outbox(all=True, item_id=row.id)
        if entries and not any(entry.is_open for entry in entries):
            seconds = time.monotonic() - started
            outcome = entries[0].outcome
            out.write(f"Edited {compose_name(row.values)}: {outcome} by the demo CRM after {seconds:.1f} s\n\n")
            return
        await asyncio.sleep(0.05)
    out.write(f"Edited {compose_name(row.values)}: still waiting to be sent\n\n")


def _print_rows(rows: Sequence[Row], out: TextIO) -> None:
    lines = [("Name", "Company", "Email", "Phone")]
    for row in rows:
        emails, phones = texts(row.values.get("emails")), texts(row.values.get("phones"))
        company = str(row.values.get("company", ""))
        lines.append((compose_name(row.values), company, "".join(emails[:1]), "".join(phones[:1])))
    widths = [min(34, max(len(line[place]) for line in lines)) for place in range(4)]
    for line in lines:
        cells = (text[:width].ljust(width) for text, width in zip(line, widths, strict=True))
        out.write("  ".join(cells).rstrip() + "\n")


def receipt(run: Run) -> str:
    """A run in one line, as a receipt reads."""
    state = run.outcome.value if run.outcome else "running"
    parts = [f"{run.new:,} new", f"{run.changed:,} changed", f"{run.same:,} same", f"{run.removed:,} removed"]
    line = f"{state}, pulled {run.fetched:,} {run.kind.plural}: {', '.join(parts)}; sent {run.sent:,}"
    if run.not_accepted or run.quarantined:
        line += f"; {run.not_accepted:,} not accepted, {run.quarantined:,} unreadable"
    balance = {True: "it balances", False: "it does not balance", None: "no balance"}[run.balanced]
    return f"{line}; {balance}; {run.requests:,} requests in {run.seconds:.1f} s"
