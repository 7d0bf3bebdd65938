"""What the user decided about records, by their identity; it outlives the records and their accounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Decision, Identity, Reason, Tier, Verdict, account_key
from crmdesk.domain.records import Pin
from crmdesk.errors import NotFound
from crmdesk.frozen import dataclass
from crmdesk.store.matching.suggestions import reasons_from_text, reasons_to_text
from crmdesk.store.schema import from_micros
from crmdesk.store.session import Noun, placeholder_chunks
from crmdesk.store.tables.accounts import AccountReads

_COLUMNS = "id, verdict, kind, at, act, tier, reasons"
ASIDE = "aside"  # the verdict of a decision that was undone with its act, and that redoing the act brings back
STANDS = f"verdict != '{ASIDE}'"
_PAIR = "kind = ? AND account = ? AND remote_id = ? AND other_account = ? AND other_remote_id = ?"
Pair = tuple[Identity, Identity]


@dataclass(frozen=True, slots=True)
class Moved:
    """A record that a decision let stand for another item, and the one it stood for before."""

    record_id: int
    from_item: int
    to_item: int


def ordered(one: Identity, other: Identity) -> Pair:
    """The pair in the one order in which it is kept."""
    return (one, other) if (one.account, one.remote_id) <= (other.account, other.remote_id) else (other, one)


class MatchDecisionReads(Noun):
    """Decisions as they stand."""

    def get(self, id: int) -> Decision:
        """One decision; raises NotFound."""
        found = self._of("id = ?", (id,))
        if not found:
            raise NotFound(f"There is no decision {id}.")
        return found[0]

    def page(self, limit: int | None = None, offset: int = 0) -> tuple[list[Decision], int]:
        """Decisions newest first, and how many there are."""
        found = self._of("true ORDER BY id DESC LIMIT ? OFFSET ?", (-1 if limit is None else limit, offset))
        return found, self.count()

    def count(self) -> int:
        """How many there are."""
        return int(self._connection.one(f"SELECT count(*) FROM match_decision WHERE {STANDS}"))

    def of_act(self, act: int) -> list[Decision]:
        """All that was decided at once, in the order of deciding."""
        return self._of("act = ? ORDER BY id", (act,))

    def about(self, kind: Kind, records: Sequence[Identity]) -> dict[Pair, Verdict]:
        """What was decided about pairs with one of these records."""
        found: dict[Pair, Verdict] = {}
        for one in records:
            for side in ("account = ? AND remote_id = ?", "other_account = ? AND other_remote_id = ?"):
                rows = self._connection.sql(
                    "SELECT account, remote_id, other_account, other_remote_id, verdict FROM match_decided_pair AS pair"
                    " JOIN match_decision ON match_decision.id = decision_id"
                    f" WHERE {STANDS} AND pair.kind = ? AND {side}",
                    (kind.value, one.account, one.remote_id),
                )
                for account, remote_id, other_account, other_remote_id, verdict in rows:
                    pair = (Identity(account, remote_id), Identity(other_account, other_remote_id))
                    found[pair] = Verdict(verdict)
        return found

    def item_of(self, kind: Kind, record: Identity) -> int | None:
        """The item that a record stands for now, None where it has gone."""
        if record.remote_id.startswith("#"):
            found = self._connection.one("SELECT item_id FROM record WHERE id = ?", (int(record.remote_id[1:]),))
            return None if found is None else int(found)
        for account in AccountReads(self._session).all():
            if account_key(account) == record.account:
                found = self._connection.one(
                    "SELECT item_id FROM record WHERE account_id = ? AND kind = ? AND remote_id = ?",
                    (account.id, kind.value, record.remote_id),
                )
                return None if found is None else int(found)
        return None

    def moved(self, decision_id: int) -> list[Moved]:
        """The records that it let stand for another item."""
        rows = self._connection.sql(
            "SELECT record_id, from_item, to_item FROM match_moved WHERE decision_id = ? ORDER BY record_id",
            (decision_id,),
        )
        return [Moved(*row) for row in rows]

    def pins(self, decision_id: int) -> dict[int, list[Pin]]:
        """The pins that its items had before, by item."""
        found: dict[int, list[Pin]] = {}
        for item_id, field, record_id in self._connection.sql(
            "SELECT item_id, field, record_id FROM match_pin WHERE decision_id = ?", (decision_id,)
        ):
            found.setdefault(item_id, []).append(Pin(field, record_id))
        return found

    def _of(self, condition: str, parameters: Sequence[object]) -> list[Decision]:
        statement = f"SELECT {_COLUMNS} FROM match_decision WHERE {STANDS} AND {condition}"
        rows = self._connection.sql(statement, parameters).fetchall()
        pairs = self._pairs([row[0] for row in rows])
        return [_decision(row, pairs.get(row[0], ())) for row in rows]

    def _pairs(self, ids: Sequence[int]) -> dict[int, list[Pair]]:
        found: dict[int, list[Pair]] = {}
        for marks, part in placeholder_chunks(ids):
            for id_, account, remote_id, name, other, other_remote_id, other_name in self._connection.sql(
                "SELECT decision_id, account, remote_id, name, other_account, other_remote_id, other_name"
                f" FROM match_decided_pair WHERE decision_id IN ({marks}) ORDER BY id",
                part,
            ):
                pair = Identity(account, remote_id, name), Identity(other, other_remote_id, other_name)
                found.setdefault(id_, []).append(pair)
        return found


class MatchDecisions(MatchDecisionReads):
    """Decisions being taken and revoked."""

    def next_act(self) -> int:
        """A number for what is decided at once and is no change-set: below zero."""
        return int(self._connection.one("SELECT min(coalesce(min(act), 0), 0) - 1 FROM match_decision"))

    def add(
        self,
        verdict: Verdict,
        kind: Kind,
        pairs: Iterable[Pair],
        act: int,
        tier: Tier | None = None,
        reasons: Sequence[Reason] = (),
    ) -> int:
        """Keep a decision; about each pair it takes the place of an earlier one. Gives its id.

        What was undone before can be redone no longer, and is forgotten.
        """
        for (undone,) in self._connection.sql("SELECT id FROM match_decision WHERE verdict = ?", (ASIDE,)).fetchall():
            self.forget(undone)
        cursor = self._connection.sql(
            "INSERT INTO match_decision (verdict, kind, at, act, tier, reasons) VALUES (?, ?, ?, ?, ?, ?)",
            (verdict.value, kind.value, self._session.micros, act, tier and tier.value, reasons_to_text(reasons)),
        )
        id_ = int(cursor.lastrowid or 0)
        rows = [
            (id_, kind.value, one.account, one.remote_id, other.account, other.remote_id, one.name, other.name)
            for one, other in (ordered(*pair) for pair in pairs)
        ]
        before = self._holding(row[1:6] for row in rows)
        self._connection.many(
            "INSERT INTO match_decided_pair (decision_id, kind, account, remote_id, other_account, other_remote_id,"
            " name, other_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (kind, account, remote_id, other_account, other_remote_id) DO UPDATE SET"
            " decision_id = excluded.decision_id, name = excluded.name, other_name = excluded.other_name",
            rows,
        )
        self._drop_empty(before)
        return id_

    def note_moved(self, decision_id: int, moved: Sequence[Moved], pins: Mapping[int, Sequence[Pin]]) -> None:
        """Keep what taking a decision back needs: which records moved, and the pins of the items before."""
        self._connection.many(
            "INSERT INTO match_moved (decision_id, record_id, from_item, to_item) VALUES (?, ?, ?, ?)",
            [(decision_id, one.record_id, one.from_item, one.to_item) for one in moved],
        )
        self._connection.many(
            "INSERT INTO match_pin (decision_id, item_id, field, record_id) VALUES (?, ?, ?, ?)",
            [(decision_id, item_id, pin.field, pin.record_id) for item_id, held in pins.items() for pin in held],
        )

    def set_aside(self, act: int) -> None:
        """An act was undone: what was decided in it counts no longer, until the act is redone."""
        self._connection.sql("UPDATE match_decision SET verdict = ? WHERE act = ?", (ASIDE, act))

    def bring_back(self, act: int) -> None:
        """An act was redone: what was decided in it counts again. Only what is linked is an act that can be."""
        self._connection.sql(
            "UPDATE match_decision SET verdict = ? WHERE act = ? AND verdict = ?", (Verdict.SAME.value, act, ASIDE)
        )

    def forget(self, id: int) -> None:
        """Take a decision away, as if it had never been taken."""
        for table in ("match_decided_pair", "match_moved", "match_pin"):
            self._connection.sql(f"DELETE FROM {table} WHERE decision_id = ?", (id,))
        self._connection.sql("DELETE FROM match_decision WHERE id = ?", (id,))

    def forget_pairs(self, kind: Kind, pairs: Iterable[Pair], verdict: Verdict) -> None:
        """Take away what was decided so about these pairs; a decision about no pair goes."""
        keys = [
            (kind.value, one.account, one.remote_id, other.account, other.remote_id)
            for one, other in (ordered(*pair) for pair in pairs)
        ]
        before = self._holding(keys)
        self._connection.many(
            f"DELETE FROM match_decided_pair WHERE {_PAIR}"
            " AND decision_id IN (SELECT id FROM match_decision WHERE verdict = ?)",
            [(*key, verdict.value) for key in keys],
        )
        self._drop_empty(before)

    def _holding(self, keys: Iterable[Sequence[object]]) -> set[int]:
        found = set()
        for key in keys:
            id_ = self._connection.one(f"SELECT decision_id FROM match_decided_pair WHERE {_PAIR}", key)
            if id_ is not None:
                found.add(int(id_))
        return found

    def _drop_empty(self, ids: Iterable[int]) -> None:
        for id_ in ids:
            if self._connection.one("SELECT 1 FROM match_decided_pair WHERE decision_id = ?", (id_,)) is None:
                self.forget(id_)


def _decision(row: tuple[Any, ...], pairs: Sequence[Pair]) -> Decision:
    id_, verdict, kind, at, act, tier, reasons = row
    return Decision(
        id_, Verdict(verdict), Kind(kind), tuple(pairs), from_micros(at), act, tier and Tier(tier),
        reasons_from_text(reasons),
    )  # fmt: skip
