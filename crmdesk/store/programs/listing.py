"""Items as lists of programs tell them: their shown values as they are kept, and how their records stand.

Nothing is taken apart that is only passed on: a page of fifty takes a tenth of the time that whole items take.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.list_rows import Listed, ListedRecord
from crmdesk.domain.notation.references import REFERENCES
from crmdesk.domain.records import RecordState
from crmdesk.store.session import Noun, placeholder_chunks
from crmdesk.store.tables.item_refresh import record_states
from crmdesk.store.tables.record_reads import RecordReads
from crmdesk.store.tables.relations import shown_references
from crmdesk.store.tables.visibility import IN_LIST, STATE_OF_PRESENCE

NEAR = 10  # times as many ids as are wanted are looked through for the next ones of a list
_QUIET = (RecordState.SYNCED.value, RecordState.OUT_OF_SCOPE.value)  # nothing is open on any record


class ListingReads(Noun):
    """Pages of lists."""

    def following(self, kind: Kind, after: int, limit: int) -> Listed | None:
        """The next items of the ordinary list by id; None where they do not lie near, and must be searched for."""
        rows = self._connection.sql(
            f"{_ITEMS} NOT INDEXED WHERE kind = ? AND shelf = ? AND id > ? AND id <= ? ORDER BY id LIMIT ?",
            (kind.value, IN_LIST, after, after + limit * NEAR, limit),
        ).fetchall()
        if len(rows) < limit:
            return None
        records = self._connection.sql(f"{_RECORDS} WHERE item_id BETWEEN ? AND ?", (rows[0][0], rows[-1][0]))
        return self._listed(kind, rows, records)

    def of(self, kind: Kind, ids: Sequence[int]) -> Listed:
        """Some items of one kind, in the order asked; missing ids are left out."""
        rows: dict[int, _Row] = {}
        records: list[_RecordRow] = []
        for marks, part in placeholder_chunks(ids):
            rows |= {row[0]: row for row in self._connection.sql(f"{_ITEMS} WHERE id IN ({marks})", part)}
            records += self._connection.sql(f"{_RECORDS} WHERE item_id IN ({marks})", part)
        return self._listed(kind, [rows[id_] for id_ in ids if id_ in rows], records)

    def _listed(self, kind: Kind, rows: Sequence[_Row], found: Iterable[_RecordRow]) -> Listed:
        records: dict[int, list[ListedRecord]] = {}
        several = set()
        for item_id, account_id, remote_id, presence in found:
            one = (account_id, remote_id, _STATES[presence])
            if item_id in records:
                records[item_id].append(one)
                several.add(item_id)
            else:
                records[item_id] = [one]
        if several:
            order = self._session.order()
            for item_id in several:
                records[item_id].sort(key=lambda record: order[record[0]])
        ids = [row[0] for row in rows]
        if open_ := [id_ for id_, _, state in rows if state not in _QUIET]:
            records |= self._open_records(open_)
        references = shown_references(self._session, kind, ids) if REFERENCES[kind] else {}
        return Listed(ids, [row[1] for row in rows], records, references)

    def _open_records(self, ids: Sequence[int]) -> dict[int, list[ListedRecord]]:
        """The records of items on some of which something is open, so that more than their presence says how."""
        held = RecordReads(self._session).outlines(ids)
        states = record_states(self._session, [record for records in held.values() for record in records])
        return {
            item_id: [(record.account_id, record.remote_id, states[record.id].value) for record in records]
            for item_id, records in held.items()
        }


_Row = tuple[int, bytes, str]
_RecordRow = tuple[int, int, str | None, str]
_ITEMS = "SELECT id, CAST(shown AS BLOB), state FROM item"
_RECORDS = "SELECT item_id, account_id, remote_id, presence FROM record"  # by their index: an account's oldest first
_STATES = {presence.value: state for presence, state in STATE_OF_PRESENCE.items()}
