"""The sidebar's figures, kept up to date with every change, so that showing them never counts a million rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from crmdesk.store.session import Session

EVERY_ACCOUNT = 0
Place = tuple[str, int]  # kind, shelf


class Tallying:
    """Gathers how many items came to and went from each place; `write` stores the differences."""

    __slots__ = ("_moves",)

    def __init__(self) -> None:
        self._moves: Counter[tuple[str, int, int]] = Counter()

    def add(self, kind: str, shelf: int, accounts: Iterable[int], amount: int) -> None:
        """`amount` items of that kind, held by those accounts, came to (or, negative, left) the shelf."""
        self._moves[kind, EVERY_ACCOUNT, shelf] += amount
        for account in accounts:
            self._moves[kind, account, shelf] += amount

    def write(self, session: Session) -> None:
        """Store what changed; nothing when everything cancels out."""
        rows = [(*place, amount) for place, amount in self._moves.items() if amount]
        if rows:
            session.connection.many(
                "INSERT INTO tally (kind, account_id, shelf, amount) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (kind, account_id, shelf) DO UPDATE SET amount = amount + excluded.amount",
                rows,
            )
        self._moves.clear()


def recount(session: Session) -> None:
    """Count everything anew, after items were written past the tally."""
    sql = session.connection.sql
    sql("DELETE FROM tally")
    sql(
        "INSERT INTO tally (kind, account_id, shelf, amount)"
        " SELECT kind, 0, shelf, count(*) FROM item GROUP BY kind, shelf"
    )
    sql(
        "INSERT INTO tally (kind, account_id, shelf, amount)"
        " SELECT item.kind, record.account_id, item.shelf, count(DISTINCT item.id)"
        " FROM record JOIN item ON item.id = record.item_id GROUP BY item.kind, record.account_id, item.shelf"
    )
