"""The query behind a scope's boxes: each combination of scoping values once, with its number of rows."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.scope.profiles import MOST_COMBINATIONS, ScopeProfile
from crmdesk.domain.scope.rules import scoping_fields
from crmdesk.domain.values import from_json
from crmdesk.store.connection import Connection


def scope_profile(
    connection: Connection, kind: Kind, values: str, source: str, parameters: Sequence[object]
) -> ScopeProfile:
    """The profile of the rows of `source`; `values` is the SQL for the text of their values."""
    names = scoping_fields(kind)
    paths = ", ".join(f"'$.{name}'" for name in (*names, "_"))  # two paths or more give an array
    rows = connection.sql(
        f"SELECT json_extract({values}, {paths}) AS held, count(*), sum(count(*)) OVER () {source}"
        f" GROUP BY held ORDER BY 2 DESC, held LIMIT {MOST_COMBINATIONS}",
        parameters,
    ).fetchall()
    found = []
    for held, number, _ in rows:
        named = zip(names, msgspec.json.decode(held, type=list[msgspec.Raw]), strict=False)
        text = msgspec.json.encode(dict(named)).decode()
        found.append((from_json(text), number))
    return ScopeProfile(kind, found, rows[0][2] if rows else 0).prepare()
