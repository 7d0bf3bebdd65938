"""How files with a known header are read: remembered before an import runs, for the next file like it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from crmdesk.domain.importing.report import Mapping
from crmdesk.errors import NotFound
from crmdesk.store.schema import from_micros
from crmdesk.store.session import Noun

_COLUMNS = "signature, name, columns, mapping, id, used_at"


def _mapping(row: Sequence[Any]) -> Mapping:
    signature, name, columns, mapping, id_, used = row
    return Mapping(signature, name, tuple(json.loads(columns)), mapping, id_, from_micros(used))


class MappingReads(Noun):
    """Mappings as they are."""

    def all(self) -> list[Mapping]:
        """Every mapping, the one used last first."""
        rows = self._connection.sql(f"SELECT {_COLUMNS} FROM import_mapping ORDER BY used_at DESC, id DESC")
        return [_mapping(row) for row in rows]


class Mappings(MappingReads):
    """Mappings being remembered and forgotten."""

    def put(self, mapping: Mapping) -> None:
        """Remember a mapping in the place of the one of that header."""
        self._connection.sql(
            "INSERT INTO import_mapping (signature, name, columns, mapping, used_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (signature) DO UPDATE SET name = excluded.name, columns = excluded.columns,"
            " mapping = excluded.mapping, used_at = excluded.used_at",
            (
                mapping.signature, mapping.name, json.dumps(mapping.columns), mapping.mapping, self._session.micros,
            ),
        )  # fmt: skip

    def forget(self, id: int) -> None:
        """Forget a mapping; raises NotFound."""
        if not self._connection.sql("DELETE FROM import_mapping WHERE id = ?", (id,)).rowcount:
            raise NotFound(f"There is no mapping {id}.", next="`crmdesk mappings` lists them.")
