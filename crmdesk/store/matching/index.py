"""What matching works on: which records wait for which stage, their forms, keys and pairs, and how the last pass ended.

A record waits to be read (`match_waiting`), then to be compared (`match_pairing`), then to be grouped
(`match_regroup`). All of it is derived, so that a pass that is cut off goes on where it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import MatchState
from crmdesk.domain.values import Values, from_json
from crmdesk.store.matching.decisions import MatchDecisionReads
from crmdesk.store.matching.suggestions import SuggestionReads
from crmdesk.store.schema import from_micros
from crmdesk.store.session import Noun, placeholder_chunks
from crmdesk.store.tables.accounts import AccountReads
from crmdesk.store.tables.visibility import IN_LIST

STATE, BOOK = "matching.finished", "matching.book"  # settings


S = TypeVar("S")


class Finished(msgspec.Struct, frozen=True):
    """How the last pass ended."""

    at: int = 0  # microseconds since 1970, UTC
    records: int = 0
    seconds: float = 0.0


class BookSize(msgspec.Struct, frozen=True):
    """How many records were read, and by what they were weighed: a book of another size is weighed anew."""

    records: int = 0
    weighed: str = ""  # version of the weights, and step of the size
    since: int = 0  # when the pass that goes on began, 0 where none does


class Source(NamedTuple):
    """A record as matching reads it."""

    id: int
    kind: Kind
    account_id: int
    item_id: int
    remote_id: str | None
    values: Values
    shown: bool  # in the list of its CRM, and its item in ours


class MatchIndexReads(Noun):
    """What matching works on."""

    def state(self) -> MatchState:
        """Where matching stands."""
        last = self._setting(STATE, Finished)
        decided = MatchDecisionReads(self._session).count()
        counts = SuggestionReads(self._session).counts()
        return MatchState(
            from_micros(last.at) if last.at else None, last.records, self.waiting(), counts, decided, last.seconds
        )

    def book(self) -> BookSize:
        """The size of the book as last counted."""
        return self._setting(BOOK, BookSize)

    def _setting(self, key: str, type_: type[S]) -> S:
        text = self._connection.one("SELECT value FROM setting WHERE key = ?", (key,))
        return type_() if text is None else msgspec.json.decode(text, type=type_)

    def waiting(self) -> int:
        """How many records changed and were not looked at since."""
        return int(self._connection.one("SELECT count(*) FROM match_waiting"))

    def unfinished(self) -> bool:
        """Whether anything is left to do."""
        return any(map(self.holds, ("match_waiting", "match_pairing", "match_regroup", "match_fresh")))

    def holds(self, table: str) -> bool:
        """Whether anything waits in a stage."""
        return self._connection.one(f"SELECT 1 FROM {table} LIMIT 1") is not None

    def holds_more(self, table: str, amount: int) -> bool:
        """Whether more than so many wait in a stage."""
        return self._connection.one(f"SELECT 1 FROM {table} LIMIT 1 OFFSET ?", (amount,)) is not None

    def accounts(self) -> dict[int, Account]:
        """The accounts by id."""
        return {account.id: account for account in AccountReads(self._session).all()}

    def sources(self, ids: Sequence[int]) -> dict[int, Source]:
        """Records as matching reads them."""
        found = {}
        for marks, part in placeholder_chunks(ids):
            for id_, kind, account_id, item_id, remote_id, values, presence, shelf in self._connection.sql(
                'SELECT record.id, record.kind, account_id, item_id, remote_id, "values", presence, shelf FROM record'
                f" JOIN item ON item.id = record.item_id WHERE record.id IN ({marks})",
                part,
            ):
                shown = presence == "live" and shelf == IN_LIST
                found[id_] = Source(id_, Kind(kind), account_id, item_id, remote_id, from_json(values), shown)
        return found

    def forms(self, ids: Sequence[int]) -> dict[int, bytes]:
        """The stored forms of records."""
        found: dict[int, bytes] = {}
        for marks, part in placeholder_chunks(ids):
            found.update(
                self._connection.sql(f"SELECT record_id, form FROM match_form WHERE record_id IN ({marks})", part)
            )
        return found

    def holders(self, hash_: int, most: int) -> list[int]:
        """The records with a key, up to so many."""
        rows = self._connection.sql("SELECT record_id FROM match_key WHERE hash = ? LIMIT ?", (hash_, most))
        return [row[0] for row in rows]

    def holding(self, hashes: Sequence[int], most: int) -> list[tuple[int, int]]:
        """(key, record) of all records with one of some keys, up to so many."""
        marks = ",".join("?" * len(hashes))
        return self._connection.sql(
            f"SELECT hash, record_id FROM match_key WHERE hash IN ({marks}) LIMIT ?", (*hashes, most)
        ).fetchall()

    def amount(self, hash_: int, most: int) -> int:
        """How many records have a key, counted up to so many."""
        return int(
            self._connection.one("SELECT count(*) FROM (SELECT 1 FROM match_key WHERE hash = ? LIMIT ?)", (hash_, most))
        )

    def has_keys(self, record_id: int, hashes: Collection[int]) -> bool:
        """Whether all of some keys of a record are stored."""
        marks = ",".join("?" * len(hashes))
        statement = f"SELECT count(*) FROM match_key WHERE record_id = ? AND hash IN ({marks})"
        return bool(self._connection.one(statement, (record_id, *hashes)) == len(hashes))

    def neighbours(self, ids: Sequence[int]) -> list[tuple[int, int]]:
        """The pairs that begin with one of these records."""
        found: list[tuple[int, int]] = []
        for marks, part in placeholder_chunks(ids):
            found += self._connection.sql(f"SELECT one, other FROM match_pair WHERE one IN ({marks})", part).fetchall()
        return found

    def together(self, ids: Sequence[int]) -> list[tuple[int, int]]:
        """The items of records, and of all records that stand for the same items: (record, item)."""
        found: list[tuple[int, int]] = []
        for marks, part in placeholder_chunks(ids):
            found += self._connection.sql(
                f"SELECT id, item_id FROM record WHERE item_id IN (SELECT item_id FROM record WHERE id IN ({marks}))",
                part,
            ).fetchall()
        return found

    def identities(self, ids: Sequence[int]) -> dict[int, tuple[int, str | None]]:
        """The account and remote id of records."""
        found: dict[int, tuple[int, str | None]] = {}
        for marks, part in placeholder_chunks(ids):
            for id_, account_id, remote_id in self._connection.sql(
                f"SELECT id, account_id, remote_id FROM record WHERE id IN ({marks})", part
            ):
                found[id_] = account_id, remote_id
        return found

    def queue(self, table: str, amount: int) -> list[int]:
        """Some records that wait in a stage, newest first."""
        rows = self._connection.sql(f"SELECT record_id FROM {table} ORDER BY record_id DESC LIMIT ?", (amount,))
        return [row[0] for row in rows]

    def unread(self, amount: int, after: int) -> list[int]:
        """Some records that wait to be read, oldest first, behind one: forms stored in order fill their pages."""
        rows = self._connection.sql(
            "SELECT record_id FROM match_waiting WHERE record_id > ? ORDER BY record_id LIMIT ?", (after, amount)
        )
        return [row[0] for row in rows]

    def fresh(self) -> list[tuple[int, bool]]:
        """Records that came since the last pass ended, and whether a rule of their account asks to link them."""
        rows = self._connection.sql("SELECT record_id, ruled FROM match_fresh ORDER BY record_id").fetchall()
        return [(record_id, bool(ruled)) for record_id, ruled in rows]


class MatchIndex(MatchIndexReads):
    """What matching works on, as it moves on."""

    def look_again(self, record_ids: Iterable[int]) -> None:
        """Let records be grouped anew, since something was decided about them."""
        self.put("match_regroup", record_ids)

    def put(self, table: str, record_ids: Iterable[int]) -> None:
        """Let records wait in a stage."""
        self._connection.many(
            f"INSERT INTO {table} (record_id) VALUES (?) ON CONFLICT (record_id) DO NOTHING",
            [(record_id,) for record_id in record_ids],
        )

    def take(self, table: str, record_ids: Iterable[int]) -> None:
        """Records are done with a stage."""
        self._connection.many(f"DELETE FROM {table} WHERE record_id = ?", [(record_id,) for record_id in record_ids])

    def note_fresh(self, record_ids: Iterable[int]) -> None:
        """Records came: whether their account's rule asks to link them stands with what waits."""
        self._connection.many(
            "INSERT INTO match_fresh (record_id, ruled) SELECT record_id, fresh FROM match_waiting WHERE record_id = ?"
            " ON CONFLICT (record_id) DO UPDATE SET ruled = max(ruled, excluded.ruled)",
            [(record_id,) for record_id in record_ids],
        )

    def forget_fresh(self) -> None:
        """What came has been looked at."""
        self._connection.sql("DELETE FROM match_fresh")

    def put_forms(self, forms: Sequence[tuple[int, bytes]]) -> None:
        """Store forms."""
        self._connection.many(
            "INSERT INTO match_form (record_id, form) VALUES (?, ?)"
            " ON CONFLICT (record_id) DO UPDATE SET form = excluded.form",
            forms,
        )

    def drop_forms(self, ids: Iterable[int]) -> None:
        """Take records out of matching, with their pairs."""
        rows = [(id_,) for id_ in ids]
        for statement in (
            "DELETE FROM match_form WHERE record_id = ?",
            "DELETE FROM match_pairing WHERE record_id = ?",
        ):
            self._connection.many(statement, rows)

    def put_keys(self, rows: Iterable[tuple[int, int]]) -> None:
        """Store keys: (hash, record)."""
        self._connection.many(
            "INSERT INTO match_key (hash, record_id) VALUES (?, ?) ON CONFLICT (hash, record_id) DO NOTHING", rows
        )

    def drop_keys(self, rows: Iterable[tuple[int, int]]) -> None:
        """Take keys away: (hash, record)."""
        self._connection.many("DELETE FROM match_key WHERE hash = ? AND record_id = ?", rows)

    def change_pairs(self, gone: Sequence[tuple[int, int]], new: Sequence[tuple[int, int]]) -> None:
        """Take pairs away and store others; each is given once and kept both ways."""
        if gone:
            both = [pair for one, other in gone for pair in ((one, other), (other, one))]
            self._connection.many("DELETE FROM match_pair WHERE one = ? AND other = ?", both)
        if new:
            both = [pair for one, other in new for pair in ((one, other), (other, one))]
            self._connection.many(
                "INSERT INTO match_pair (one, other) VALUES (?, ?) ON CONFLICT (one, other) DO NOTHING", both
            )

    def pair_all_again(self, after: int, amount: int) -> int | None:
        """Let the next so many records be compared anew; gives where to go on, None at the end."""
        rows = self._connection.sql(
            "SELECT record_id FROM match_form WHERE record_id > ? ORDER BY record_id LIMIT ?", (after, amount)
        ).fetchall()
        self.put("match_pairing", (row[0] for row in rows))
        return rows[-1][0] if len(rows) == amount else None

    def note_book(self, book: BookSize) -> None:
        """Keep how large the book is."""
        self._put_setting(BOOK, book)

    def note_finished(self, finished: Finished) -> None:
        """Keep how a pass ended."""
        self._put_setting(STATE, finished)

    def _put_setting(self, key: str, value: msgspec.Struct) -> None:
        self._connection.sql(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, msgspec.json.encode(value).decode()),
        )
