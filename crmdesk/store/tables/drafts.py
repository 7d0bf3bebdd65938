"""Drafts: what was typed into a card and not yet saved."""

from __future__ import annotations

import json
from collections.abc import Collection

from crmdesk.domain.fields import Kind
from crmdesk.store.session import Noun
from crmdesk.store.tables.visibility import TRASH


class DraftReads(Noun):
    """What was typed into editors and not yet saved."""

    def get(self, item_id: int) -> str | None:
        """An item's draft, a patch as JSON."""
        found: str | None = self._connection.one("SELECT patch FROM draft WHERE item_id = ?", (item_id,))
        return found

    def all(self) -> dict[int, str]:
        """Every draft by item id."""
        return dict(self._connection.sql("SELECT item_id, patch FROM draft ORDER BY item_id").fetchall())

    def counts(self) -> dict[Kind, int]:
        """How many items of each kind have one, those in the trash left out."""
        rows = self._connection.sql(
            "SELECT kind, count(*) FROM draft CROSS JOIN item ON item.id = item_id WHERE shelf < ? GROUP BY kind",
            (TRASH,),
        )
        return {Kind(word): amount for word, amount in rows}


class Drafts(DraftReads):
    """Drafts being kept."""

    def put(self, item_id: int, patch_json: str) -> None:
        """Keep a draft."""
        self._connection.sql(
            "INSERT INTO draft (item_id, patch, at) VALUES (?, ?, ?)"
            " ON CONFLICT (item_id) DO UPDATE SET patch = excluded.patch, at = excluded.at",
            (item_id, patch_json, self._session.micros),
        )

    def settle(self, item_id: int, saved: Collection[str]) -> None:
        """These fields are saved: what else was typed into the item stays its draft."""
        text = self.get(item_id)
        rest = {key: value for key, value in json.loads(text or "{}").items() if key not in saved}
        if rest:
            self.put(item_id, json.dumps(rest, ensure_ascii=False))
        elif text is not None:
            self.drop(item_id)

    def drop(self, item_id: int) -> None:
        """Forget a draft."""
        self._connection.sql("DELETE FROM draft WHERE item_id = ?", (item_id,))
