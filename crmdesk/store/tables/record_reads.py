"""Records as they are: by id, by remote id, of items, with their payloads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.normal import entry_key
from crmdesk.domain.notation.references import entries_of
from crmdesk.domain.records import Known, Presence, Record
from crmdesk.domain.scope.profiles import ScopeProfile
from crmdesk.domain.values import from_json
from crmdesk.errors import NotFound
from crmdesk.store.schema import from_micros
from crmdesk.store.search.scope_profile import scope_profile
from crmdesk.store.session import Session, placeholder_chunks
from crmdesk.store.tables import item_statements

COLUMNS = 'id, account_id, kind, item_id, remote_id, "values", base, agreed, version, mark, presence, home'
_PRESENCE = {presence.value: presence for presence in Presence}


def record_of(row: tuple[Any, ...]) -> Record:
    """A record from its columns in the order of COLUMNS."""
    id_, account_id, kind, item_id, remote_id, values, base, agreed, version, mark, presence, home = row
    return Record(
        id_, account_id, Kind(kind), item_id, remote_id, from_json(values), None if base is None else from_json(base),
        bool(agreed), version, mark, _PRESENCE[presence], home,
    )  # fmt: skip


class RecordReads:
    """Records as they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def known(self, account_id: int, kind: Kind, remote_ids: Sequence[str]) -> dict[str, Known]:
        """What a pull needs to see that nothing changed, by remote id; unknown ids are left out."""
        found: dict[str, Known] = {}
        for marks, part in placeholder_chunks(remote_ids):
            rows = self._connection.sql(
                "SELECT remote_id, id, item_id, mark, presence, agreed AND base IS NULL FROM record"
                f" WHERE account_id = ? AND kind = ? AND remote_id IN ({marks})",
                (account_id, kind.value, *part),
            )
            for remote_id, id_, item_id, mark, presence, quiet in rows:
                found[remote_id] = Known(id_, item_id, mark, _PRESENCE[presence], quiet == 1)
        return found

    def get(self, id: int) -> Record:
        """One record; raises NotFound."""
        found = self.load([id]).get(id)
        if found is None:
            raise NotFound(f"There is no record {id}.")
        return found

    def load(self, ids: Sequence[int]) -> dict[int, Record]:
        """Records by id; missing ids are left out."""
        return {record.id: record for record in self._where("id", ids)}

    def of_item(self, item_id: int) -> list[Record]:
        """The records of one item in account order."""
        return self.of_items([item_id]).get(item_id, [])

    def of_items(self, item_ids: Sequence[int]) -> dict[int, list[Record]]:
        """The records of several items, each in account order."""
        order = self._session.order()
        found: dict[int, list[Record]] = {}
        for record in sorted(
            self._where("item_id", item_ids), key=lambda record: (order[record.account_id], record.id)
        ):
            found.setdefault(record.item_id, []).append(record)
        return found

    def outlines(self, item_ids: Sequence[int]) -> dict[int, list[Record]]:
        """The records of several items as `of_items` gives them, without their values: a third of the time."""
        order = self._session.order()
        found: dict[int, list[tuple[int, Record]]] = {}
        for marks, part in placeholder_chunks(item_ids):
            rows = self._connection.sql(
                f"SELECT id, account_id, kind, item_id, remote_id, presence FROM record WHERE item_id IN ({marks})"
                " ORDER BY id",
                part,
            )
            for id_, account_id, kind, item_id, remote_id, presence in rows:
                record = Record(id_, account_id, Kind(kind), item_id, remote_id, {}, presence=_PRESENCE[presence])
                found.setdefault(item_id, []).append((order[account_id], record))
        return {
            item_id: [record for _, record in sorted(held, key=lambda pair: pair[0])] for item_id, held in found.items()
        }

    def by_remote(self, account_id: int, kind: Kind, remote_id: str) -> Record | None:
        """The record with that remote id."""
        row = self._connection.sql(
            f"SELECT {COLUMNS} FROM record WHERE account_id = ? AND kind = ? AND remote_id = ?",
            (account_id, kind.value, remote_id),
        ).fetchone()
        return None if row is None else record_of(row)

    def younger(self, account_id: int, kind: Kind, record_id: int) -> list[Record]:
        """The records that an account lists and that were stored after that one."""
        rows = self._connection.sql(
            f"SELECT {COLUMNS} FROM record WHERE account_id = ? AND kind = ? AND id > ?"
            " AND remote_id IS NOT NULL AND presence = 'live' ORDER BY id",
            (account_id, kind.value, record_id),
        )
        return [record_of(row) for row in rows]

    def listing(self, account_id: int, kind: Kind) -> Iterator[tuple[int, int, str, Presence]]:
        """(record id, item id, remote id, presence) of all that have a remote id, for the removal diff."""
        rows = self._connection.sql(
            "SELECT id, item_id, remote_id, presence FROM record"
            " WHERE account_id = ? AND kind = ? AND remote_id IS NOT NULL",
            (account_id, kind.value),
        )
        for id_, item_id, remote_id, presence in rows:
            yield id_, item_id, remote_id, _PRESENCE[presence]

    def count(self, account_id: int, kind: Kind) -> int:
        """How many records still are in the CRM's list."""
        return int(
            self._connection.one(
                "SELECT count(*) FROM record WHERE account_id = ? AND kind = ? AND presence = 'live'",
                (account_id, kind.value),
            )
        )

    def known_there(self, account_id: int, kind: Kind) -> int:
        """How many records the CRM is believed to have, in its list, archived or out of scope."""
        return int(
            self._connection.one(
                "SELECT count(*) FROM record WHERE account_id = ? AND kind = ? AND remote_id IS NOT NULL"
                " AND presence <> 'removed'",
                (account_id, kind.value),
            )
        )

    def scope_profile(self, account_id: int, kind: Kind) -> ScopeProfile:
        """What the records that are in the CRM's list hold in the fields that a scope goes by, as last agreed on."""
        return scope_profile(
            self._connection,
            kind,
            "CASE WHEN base IS NULL AND NOT agreed THEN '{}' ELSE coalesce(base, \"values\") END",
            "FROM record WHERE account_id = ? AND kind = ? AND remote_id IS NOT NULL"
            " AND presence IN ('live', 'out_of_scope')",
            (account_id, kind.value),
        )

    def payload(self, id: int) -> bytes | None:
        """The payload as received."""
        found: bytes | None = self._connection.one("SELECT payload FROM raw WHERE record_id = ?", (id,))
        return found

    def read_times(self, account_id: int, kind: Kind, remote_ids: Sequence[str]) -> dict[str, datetime | None]:
        """When the payload of each was last received, by remote id; unknown ids are left out."""
        found: dict[str, datetime | None] = {}
        for marks, part in placeholder_chunks(remote_ids):
            rows = self._connection.sql(
                "SELECT remote_id, read_at FROM record JOIN raw ON raw.record_id = record.id"
                f" WHERE account_id = ? AND kind = ? AND remote_id IN ({marks})",
                (account_id, kind.value, *part),
            )
            found.update((remote_id, from_micros(read_at)) for remote_id, read_at in rows)
        return found

    def holding(self, field: str, forms: Iterable[str]) -> list[Record]:
        """The contacts' records, of any account, that hold an email or phone (`field`) of one of these normal forms."""
        wanted = set(forms)
        found: dict[int, Record] = {}
        for form in wanted:
            for record in self._where("item_id", item_statements.ids_with_entry(self._connection, field, form)):
                region = self._session.region((record.account_id,))
                held = entries_of(record.values.get(field))
                if not wanted.isdisjoint(entry_key(record.kind, field, entry, region) for entry in held):
                    found[record.id] = record
        return [found[id_] for id_ in sorted(found)]

    def without_record(self, account_id: int, kind: Kind) -> list[int]:
        """The items in the list that have no record in that account: what a push account still lacks."""
        rows = self._connection.sql(
            "SELECT id FROM item WHERE kind = ? AND shelf = 0 AND NOT EXISTS"
            " (SELECT 1 FROM record WHERE record.item_id = item.id AND record.account_id = ?) ORDER BY id",
            (kind.value, account_id),
        )
        return [row[0] for row in rows]

    def _where(self, column: str, ids: Sequence[int]) -> list[Record]:
        found: list[Record] = []
        for marks, part in placeholder_chunks(ids):
            rows = self._connection.sql(f"SELECT {COLUMNS} FROM record WHERE {column} IN ({marks})", part)
            found += [record_of(row) for row in rows]
        return found
