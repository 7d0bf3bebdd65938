"""What a transaction did to items, gathered while it goes on and written as the last thing before its commit.

There is nothing to it until somebody follows the desk: the feed begins when the local API or a hook is first switched
on, and until then a transaction that changes items asks once whether it has, and notes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.reports import Change, Origin, What
from crmdesk.store.connection import Connection
from crmdesk.store.programs.messages import FeedRow, Happening, queue_messages
from crmdesk.store.schema import to_micros
from crmdesk.store.tables.visibility import IN_LIST

BEGUN = "feed.begun"  # the setting that says since when it is written
_NOWHERE = -1  # the shelf of an item that is not there
_INSERT = (
    "INSERT INTO feed (id, at, kind, item_id, what, fields, origin, account_id, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def begun(connection: Connection) -> bool:
    """Whether changes are told at all."""
    return connection.one("SELECT 1 FROM setting WHERE key = ?", (BEGUN,)) is not None


def newest_id(connection: Connection) -> int:
    """The id that was given last in the feed, 0 before the first one; also of an entry that is forgotten."""
    return int(connection.one("SELECT seq FROM sqlite_sequence WHERE name = 'feed'") or 0)


@dataclass(slots=True)
class Noted:
    """One item as the transaction found it and as it leaves it, by shelf."""

    kind: str
    before: int
    after: int
    account_id: int | None = None
    origin: Origin | None = None
    moved: bool = False
    fields: set[str] = field(default_factory=set)

    @property
    def what(self) -> What | None:
        """What became of it; None where nobody who follows the list has anything to do."""
        listed, was_listed = self.after == IN_LIST, self.before == IN_LIST
        if listed and not was_listed:
            return What.CREATED if self.before == _NOWHERE else What.RESTORED
        if not listed:
            return What.DELETED if was_listed else None
        if self.moved:
            return What.LINKED
        return What.UPDATED if self.fields else None


class FeedNotes:
    """The notes of one transaction; `doer` and `key` say who acts: a pull where nothing else is said."""

    __slots__ = ("_active", "_connection", "_happenings", "_noted", "_values", "doer", "key")

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._active: bool | None = None
        self._noted: dict[int, Noted] = {}
        self._values: list[Change] = []
        self._happenings: list[Happening] = []
        self.doer: Origin | None = None
        self.key = ""

    @property
    def active(self) -> bool:
        """Whether anybody follows."""
        if self._active is None:
            self._active = begun(self._connection)
        return self._active

    def made(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Items are made: the rows that are put into their table, of which the first six columns count."""
        self._noted |= {row[0]: Noted(row[1], _NOWHERE, row[2], int(row[5])) for row in rows}

    def reshelved(self, item_id: int, kind: str, before: int, after: int | None, accounts: Sequence[int]) -> Noted:
        """An item lay on a shelf and lies on another, or the same; None: it is gone."""
        noted = self._noted.get(item_id)
        if noted is None:
            noted = self._noted[item_id] = Noted(kind, before, before, accounts[0] if len(accounts) == 1 else None)
        noted.after = _NOWHERE if after is None else after
        return noted

    def moved(self, item_ids: Collection[int]) -> None:
        """Records came to these items or leave them; to be said before they do."""
        for item_id, kind, shelf in self._shelves(item_ids):
            self._noted.setdefault(item_id, Noted(kind, shelf, shelf)).moved = True

    def changed(self, changes: Iterable[Change]) -> None:
        """Values of records changed."""
        self._values += changes

    def happened(self, happening: Callable[[], Happening]) -> None:
        """Something happened that is no change of an item, and is told to hooks alone."""
        if self.active:
            self._happenings.append(happening())

    def write(self, now: datetime, token: Callable[[], str]) -> bool:
        """Write what was noted, and what is to be sent of it; whether there is anything to tell."""
        if not (self._noted or self._values or self._happenings):
            return False
        self._lay_values()
        last = newest_id(self._connection)
        rows: list[FeedRow] = []
        micros, usual = to_micros(now), self.doer or Origin.SYNC
        for item_id, noted in self._noted.items():
            what = noted.what
            if what is not None:
                fields = "" if what is What.DELETED else " ".join(sorted(noted.fields))
                account = None if noted.account_id == LOCAL_ACCOUNT_ID else noted.account_id
                last += 1
                origin = Origin.API if self.key else noted.origin or usual
                rows.append(
                    (last, micros, noted.kind, item_id, what.value, fields, origin.value, account,
                     self.key)
                )  # fmt: skip
        self._connection.many(_INSERT, rows)
        queue_messages(self._connection, now, token, rows, self._happenings)
        return bool(rows or self._happenings)

    def _lay_values(self) -> None:
        """Lay the changes of values on the items that they are about."""
        missing = {change.item_id for change in self._values} - self._noted.keys()
        for item_id, kind, shelf in self._shelves(missing):
            self._noted[item_id] = Noted(kind, shelf, shelf)
        for change in self._values:
            noted = self._noted.get(change.item_id)
            if noted is not None:
                noted.fields.add(change.field)
                noted.origin = noted.origin or change.origin
                noted.account_id = noted.account_id or change.account_id

    def _shelves(self, item_ids: Collection[int]) -> list[tuple[int, str, int]]:
        if not item_ids:
            return []
        rows = self._connection.sql(
            "SELECT id, kind, shelf FROM item WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(item_ids)),),
        )
        return rows.fetchall()
