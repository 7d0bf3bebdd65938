"""When things happened to items, and how many records of an account stand settled: what other programs ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemTimes
from crmdesk.domain.reports import Origin
from crmdesk.store.schema import from_micros, to_micros
from crmdesk.store.session import Noun, placeholder_chunks

_RAW = "FROM record JOIN raw ON raw.record_id = record.id WHERE record.item_id = item.id"
_BY_SYNC = Origin.SYNC.value
_TIMES = (
    f"SELECT id, updated_at, (SELECT min(first_at) {_RAW}),"
    " (SELECT min(at) FROM change WHERE change.item_id = item.id),"
    f" (SELECT max(read_at) {_RAW}),"
    f" (SELECT max(at) FROM change WHERE change.item_id = item.id AND origin <> '{_BY_SYNC}') FROM item"
)
_OF_ACCOUNT = "FROM record JOIN raw ON raw.record_id = record.id WHERE account_id = ? AND kind = ?"


class ItemTimeReads(Noun):
    """Times of items and of accounts."""

    def of_items(self, ids: Sequence[int]) -> dict[int, ItemTimes]:
        """The times of items, by id; missing ids are left out."""
        found: dict[int, ItemTimes] = {}
        for marks, part in placeholder_chunks(ids):
            for id_, changed, first, began, read, edited in self._connection.sql(
                f"{_TIMES} WHERE id IN ({marks})", part
            ):
                made = min(at for at in (first, began, changed) if at is not None)
                found[id_] = ItemTimes(from_micros(made), from_micros(changed), from_micros(read), from_micros(edited))
        return found

    def last_read(self, account_id: int, kind: Kind) -> datetime | None:
        """When an account last told of a record."""
        last: int | None = self._connection.one(f"SELECT max(read_at) {_OF_ACCOUNT}", (account_id, kind.value))
        return from_micros(last)

    def read_since(self, account_id: int, kind: Kind, at: datetime) -> list[int]:
        """The items of which an account told since a time, in the order of their ids."""
        rows = self._connection.sql(
            f"SELECT DISTINCT item_id {_OF_ACCOUNT} AND read_at >= ? ORDER BY item_id",
            (account_id, kind.value, to_micros(at)),
        )
        return [id_ for (id_,) in rows]

    def edited_since(self, account_id: int, kind: Kind, at: datetime) -> list[int]:
        """The items with a record in an account that were changed here since a time, in the order of their ids."""
        rows = self._connection.sql(
            "SELECT DISTINCT change.item_id FROM change JOIN record ON record.item_id = change.item_id"
            f" WHERE change.origin <> '{_BY_SYNC}' AND change.at >= ? AND record.account_id = ? AND record.kind = ?"
            " ORDER BY change.item_id",
            (to_micros(at), account_id, kind.value),
        )
        return [id_ for (id_,) in rows]

    def edited_since_read(self, account_id: int, kind: Kind) -> int:
        """How many items of an account were changed here after it last told of them."""
        found: int = self._connection.one(
            "SELECT count(*) FROM record JOIN raw ON raw.record_id = record.id WHERE account_id = ? AND kind = ?"
            " AND EXISTS (SELECT 1 FROM change WHERE change.item_id = record.item_id"
            f" AND origin <> '{_BY_SYNC}' AND at > raw.read_at)",
            (account_id, kind.value),
        )
        return found

    def settled(self, account_id: int) -> dict[Kind, int]:
        """How many records of each kind stand in an account with nothing of them waiting to be sent."""
        rows = self._connection.sql(
            "SELECT kind, count(*) FROM record WHERE account_id = ? AND remote_id IS NOT NULL"
            " AND presence IN ('live', 'archived') AND NOT EXISTS (SELECT 1 FROM outbox"
            " WHERE outbox.record_id = record.id AND outbox.state <> 'settled') GROUP BY kind",
            (account_id,),
        )
        return {Kind(kind): number for kind, number in rows}
