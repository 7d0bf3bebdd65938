"""Accounts: one connection to one CRM each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, Account
from crmdesk.errors import DuplicateAccount, NotFound
from crmdesk.store import schema
from crmdesk.store.prepared_queries import Selection, insert, update
from crmdesk.store.session import Session
from crmdesk.store.tables.item_refresh import refresh
from crmdesk.store.tables.items import ItemReads

_COLUMNS = tuple(name for name in Account.__slots__ if name != "home_region")  # that one is the desk's, not its own
_FIELDS = [getattr(schema.Account, name) for name in _COLUMNS]
_ALL = Selection(_FIELDS)


class AccountReads:
    """Accounts as they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def all(self) -> list[Account]:
        """Every account in account order; "This computer" is last."""
        found = _ALL.rows(self._connection)
        order = self._session.order()
        return sorted((self._made(row) for row in found), key=lambda account: order[account.id])

    def names(self) -> dict[int, str]:
        """The name of each account by its id."""
        return dict(self._connection.sql("SELECT id, name FROM account"))

    def get(self, id: int) -> Account:
        """One account; raises NotFound."""
        row = _ALL.row(self._connection, (id,), "WHERE id = ?")
        if row is None:
            raise NotFound(f"There is no account {id}.")
        return self._made(row)

    def by_name(self, name: str) -> Account | None:
        """The account of that name."""
        row = _ALL.row(self._connection, (name,), "WHERE name = ?")
        return None if row is None else self._made(row)

    def _made(self, row: Sequence[Any]) -> Account:
        return Account(**dict(zip(_COLUMNS, row, strict=True)), home_region=self._session.home_region)


class Accounts(AccountReads):
    """Accounts being changed."""

    def add(self, account: Account) -> Account:
        """Store a new account; gives it with its id. Raises DuplicateAccount when the name is taken."""
        if self.by_name(account.name) is not None:
            raise DuplicateAccount(f"There is an account named {account.name} already.")
        columns = {name: getattr(account, name) for name in _COLUMNS if name != "id"}
        last = self._connection.one("SELECT max(position) FROM account WHERE id <> ?", (LOCAL_ACCOUNT_ID,))
        columns["position"] = max(account.position, last or 0)
        id_ = insert(self._connection, schema.Account, columns)
        self._session.forget_accounts()
        return self.get(id_)

    def update(self, id: int, **columns: Any) -> None:
        """Change named columns of an account; items follow whose shown values or phone numbers depend on them."""
        region = self.get(id).region
        update(self._connection, schema.Account, columns, "WHERE id = ?", (id,))
        self._session.forget_accounts()
        if "position" in columns:
            self._follow_order()
        if self.get(id).region != region:
            rows = self._connection.sql("SELECT DISTINCT item_id FROM record WHERE account_id = ?", (id,))
            refresh(self._session, [row[0] for row in rows], reindex=True)

    def reorder(self, ids: Sequence[int]) -> None:
        """Put the accounts into this order; items follow whose shown values depend on it."""
        for position, id_ in enumerate(ids):
            update(self._connection, schema.Account, {"position": position}, "WHERE id = ?", (id_,))
        self._session.forget_accounts()
        self._follow_order()

    def _follow_order(self) -> None:
        refresh(self._session, ItemReads(self._session).with_several_records())

    def remove(self, id: int) -> None:
        """Remove an account with exactly what is its own: records, queue, problems, conflicts, runs, tombstones.

        Items without another record go too. Whether records should stay on "This computer" is decided before.
        """
        if id == LOCAL_ACCOUNT_ID:
            raise ValueError("“This computer” cannot be removed")
        sql = self._connection.sql
        items = [row[0] for row in sql("SELECT DISTINCT item_id FROM record WHERE account_id = ?", (id,))]
        for table in ("outbox", "problem", "conflict", "run"):
            sql(f"DELETE FROM {table} WHERE account_id = ?", (id,))
        sql("DELETE FROM pin WHERE record_id IN (SELECT id FROM record WHERE account_id = ?)", (id,))
        sql("DELETE FROM record WHERE account_id = ?", (id,))
        refresh(self._session, items)
        sql("DELETE FROM tally WHERE account_id = ?", (id,))
        sql("DELETE FROM account WHERE id = ?", (id,))
        self._session.forget_accounts()
