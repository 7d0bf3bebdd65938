"""The change feed as it is read, begun and pruned.

A place in it is the id of the last entry that was read, as text. Ids grow with every commit and are never given twice;
of the oldest the feed forgets some, always the first ones, so that whoever comes back later than that is told so.
"""

from __future__ import annotations

from datetime import timedelta

from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import FeedEntry, FeedPage, Origin, What
from crmdesk.domain.values import id_in
from crmdesk.errors import PlaceGone
from crmdesk.store.programs.notes import BEGUN, begun, newest_id
from crmdesk.store.schema import from_micros, to_micros
from crmdesk.store.session import Noun

KEPT = timedelta(days=30)
MOST_KEPT = 1_000_000  # entries, of some tens of bytes each
_COLUMNS = "id, at, kind, item_id, what, fields, origin, account_id, key"


class FeedReads(Noun):
    """The feed as it is."""

    @property
    def begun(self) -> bool:
        """Whether changes are told at all; before that there is nothing to follow."""
        return begun(self._connection)

    def newest(self) -> str:
        """The place at the end of the feed."""
        return str(newest_id(self._connection))

    def page(self, since: str | None, limit: int) -> FeedPage:
        """What was committed after that place; without one nothing, and the place at the end, to begin from.

        Raises PlaceGone where the feed no longer reaches back that far, or never knew the place.
        """
        if since is None:
            return FeedPage((), self.newest(), False)
        found = id_in(since)
        place = -1 if found is None else found
        # Read before it is asked how far back the feed reaches: what is pruned meanwhile is noticed then.
        rows = self._connection.sql(
            f"SELECT {_COLUMNS} FROM feed WHERE id > ? ORDER BY id LIMIT ?", (place, limit + 1)
        ).fetchall()
        last, first = newest_id(self._connection), self._connection.one("SELECT min(id) FROM feed")
        if not (last if first is None else first - 1) <= place <= last:
            raise PlaceGone(f"The feed does not go on from “{since[:40]}”: it keeps 30 days.")
        entries = tuple(_entry(*row) for row in rows[:limit])
        return FeedPage(entries, str(entries[-1].id) if entries else str(place), len(rows) > limit)


class Feed(FeedReads):
    """The feed being begun and pruned; what stands in it is written by the notes of each transaction."""

    def begin(self) -> None:
        """Tell changes from the next transaction on, as long as this profile lives."""
        self._connection.sql(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
            (BEGUN, str(self._session.micros)),
        )

    def prune(self) -> None:
        """Forget what is older than it is kept, from the beginning: also with a clock that jumped nothing lies between.

        The newest entry tells nobody anything that is that old.
        """
        cut_off = to_micros(self._session.now - KEPT)
        kept = self._connection.one("SELECT min(id) FROM feed WHERE at >= ?", (cut_off,))
        last = newest_id(self._connection)
        first = max(last + 1 if kept is None else kept, last - MOST_KEPT)
        self._connection.sql("DELETE FROM feed WHERE id < ?", (first,))


def _entry(
    id_: int, at: int, kind: str, item_id: int, what: str, fields: str, origin: str, account_id: int | None, key: str
) -> FeedEntry:
    return FeedEntry(
        id_, from_micros(at), Kind(kind), item_id, What(what), tuple(fields.split()), Origin(origin), account_id, key
    )
