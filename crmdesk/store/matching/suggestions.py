"""Suggestions as the last pass left them; of what is linked or decided meanwhile only the rest is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Member, Reason, Rival, Suggestion, Tier
from crmdesk.errors import NotFound
from crmdesk.store.session import Noun, placeholder_chunks

_COLUMNS = "id, kind, tier, weight, rival, reasons"
# Surest first; of equals the one with the smaller id, which rests on the records' identities alone.
_ORDER = "CASE tier WHEN 'certain' THEN 0 WHEN 'likely' THEN 1 ELSE 2 END, weight DESC, id"


def reasons_to_text(reasons: Iterable[Reason]) -> str:
    """Reasons as they lie in a column."""
    return json.dumps([[reason.what, round(reason.bits, 2), reason.detail] for reason in reasons], ensure_ascii=False)


def reasons_from_text(text: str) -> tuple[Reason, ...]:
    """Reasons that lie in a column."""
    return tuple(Reason(*row) for row in json.loads(text))


class SuggestionReads(Noun):
    """Suggestions as they stand."""

    def get(self, id: int) -> Suggestion:
        """One suggestion; raises NotFound."""
        found = self._with_members(
            self._connection.sql(f"SELECT {_COLUMNS} FROM match_suggestion WHERE id = ?", (id,)).fetchall()
        )
        if not found:
            raise NotFound(f"There is no suggestion {id}; it was decided, or what it rested on has changed.")
        return found[0]

    def page(
        self,
        tier: Tier | None = None,
        account_id: int | None = None,
        kind: Kind | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[list[Suggestion], int]:
        """Suggestions surest first, and how many there are; of an account: those with a record of it."""
        where, parameters = _where(tier, account_id, kind)
        total = int(self._connection.one(f"SELECT count(*) FROM match_suggestion {where}", parameters))
        rows = self._connection.sql(
            f"SELECT {_COLUMNS} FROM match_suggestion {where} ORDER BY {_ORDER} LIMIT ? OFFSET ?",
            (*parameters, -1 if limit is None else limit, offset),
        ).fetchall()
        return self._with_members(rows), total

    def of_item(self, item_id: int) -> list[Suggestion]:
        """The suggestions with a record of that item, surest first."""
        rows = self._connection.sql(
            f"SELECT {_COLUMNS} FROM match_suggestion WHERE id IN (SELECT suggestion_id FROM match_member"
            f" JOIN record ON record.id = match_member.record_id WHERE record.item_id = ?) ORDER BY {_ORDER}",
            (item_id,),
        ).fetchall()
        return self._with_members(rows)

    def counts(self) -> dict[Tier, int]:
        """How many there are in each tier."""
        found = dict.fromkeys(Tier, 0)
        rows = self._connection.sql("SELECT tier, count(*) FROM match_suggestion GROUP BY tier").fetchall()
        return found | {Tier(tier): amount for tier, amount in rows}

    def _with_members(self, rows: Sequence[tuple[Any, ...]]) -> list[Suggestion]:
        members: dict[int, list[Member]] = {}
        for marks, part in placeholder_chunks([row[0] for row in rows]):
            for id_, *rest in self._connection.sql(
                "SELECT suggestion_id, record.id, item_id, account_id, remote_id FROM match_member"
                f" JOIN record ON record.id = match_member.record_id WHERE suggestion_id IN ({marks})"
                " ORDER BY suggestion_id, account_id, remote_id, record.id",
                part,
            ):
                members.setdefault(id_, []).append(Member(*rest))
        return [
            Suggestion(
                id_, Kind(kind), Tier(tier), weight, Rival(rival), tuple(members.get(id_, ())),
                reasons_from_text(reasons),
            )
            for id_, kind, tier, weight, rival, reasons in rows
        ]  # fmt: skip


class Suggestions(SuggestionReads):
    """Suggestions being made and withdrawn."""

    def put(self, batch: Sequence[Suggestion]) -> None:
        """Store suggestions; one of the same members takes the place of the one before."""
        self.withdraw([one.id for one in batch])
        self._connection.many(
            f"INSERT INTO match_suggestion ({_COLUMNS}, size) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (one.id, one.kind.value, one.tier.value, one.weight, one.rival.value, reasons_to_text(one.reasons),
                 len(one.members))
                for one in batch
            ],
        )  # fmt: skip
        self._connection.many(
            "INSERT INTO match_member (suggestion_id, record_id) VALUES (?, ?)",
            [(one.id, member.record_id) for one in batch for member in one.members],
        )

    def withdraw(self, ids: Sequence[int]) -> None:
        """Take suggestions away."""
        self._connection.many("DELETE FROM match_suggestion WHERE id = ?", [(id_,) for id_ in ids])

    def settle(self, record_ids: Sequence[int]) -> None:
        """Withdraw the suggestions with one of these records that name one item alone by now."""
        for id_ in self.with_records(record_ids):
            items = self._connection.one(
                "SELECT count(DISTINCT item_id) FROM match_member JOIN record ON record.id = match_member.record_id"
                " WHERE suggestion_id = ?",
                (id_,),
            )
            if items < 2:
                self.withdraw([id_])

    def with_records(self, record_ids: Sequence[int]) -> list[int]:
        """The ids of the suggestions with one of these records."""
        found: set[int] = set()
        for marks, part in placeholder_chunks(record_ids):
            rows = self._connection.sql(f"SELECT suggestion_id FROM match_member WHERE record_id IN ({marks})", part)
            found.update(row[0] for row in rows)
        return sorted(found)


def _where(tier: Tier | None, account_id: int | None, kind: Kind | None) -> tuple[str, tuple[object, ...]]:
    conditions, parameters = [], []
    if tier is not None:
        conditions.append("tier = ?")
        parameters.append(tier.value)
    if kind is not None:
        conditions.append("kind = ?")
        parameters.append(kind.value)
    if account_id is not None:
        conditions.append(
            "id IN (SELECT suggestion_id FROM match_member JOIN record ON record.id = match_member.record_id"
            " WHERE record.account_id = ?)"
        )
        parameters.append(str(account_id))
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), tuple(parameters)
