"""Types, statuses and sources: few different ones occur, so that a query asks those and not each item.

The columns and their index are those of migration step 15.
"""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.store.connection import Connection
from crmdesk.store.search.comparisons import holds

COLUMNS = {"status": "status_is", "contact_type": "type_is", "source": "source_is"}
INDEX = "item_states"
_MOST = 500  # different ones together; where there are more, they are no states
_PLACES = {field: place for place, field in enumerate(COLUMNS)}
_ALL = ", ".join(COLUMNS.values())


class States:
    """Those that occur among the items of all kinds, looked up when they are first asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: list[tuple[str, str, str]] | None = None

    def that_hold(self, field: str, op: str, asked: Sequence[str]) -> list[str] | None:
        """The values of a field that are compared so with one of some folded texts.

        None where too many occur, or one that the column does not tell whole.
        """
        if self._found is None:
            self._found = self._occurring()
        values = {one[_PLACES[field]] for one in self._found} - {""}
        if len(self._found) > _MOST or any("\\" in value for value in values):
            return None
        return sorted(value for value in values if any(holds(value, op, text) for text in asked))

    def _occurring(self) -> list[tuple[str, str, str]]:
        """Each that occurs, found by leaping from one to the next in the index."""
        found: list[tuple[str, str, str]] = []
        behind, last = "", tuple[str, ...]()
        while len(found) <= _MOST:
            row = self._connection.sql(
                f"SELECT {_ALL} FROM item INDEXED BY {INDEX}{behind} ORDER BY {_ALL} LIMIT 1", last
            ).fetchone()
            if row is None:
                break
            found.append(row)
            # Behind the last one itself SQLite would walk through all that are equal to it, instead of leaping.
            behind, last = f" WHERE ({_ALL}) >= (?, ?, ?)", (*row[:-1], row[-1] + "\0")
        return found
