"""One condition of a query in SQL, in whichever of its forms there are."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from crmdesk.frozen import dataclass

Parameters = tuple[object, ...]
Facets = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """A condition: as a test of a row of `item`, as a query of the search index, as a question to `facets`, or as ids.

    `ids` selects all items that may fulfil it, of any kind or shelf, from few rows or from an index.
    """

    test: str = ""
    parameters: Parameters = ()
    match: str = ""
    facets: Facets | None = None
    ids: str = ""
    ids_parameters: Parameters = ()
    exact: bool = False  # the ids are those that fulfil it, and need no look at the value
    of_states: bool = False  # the index of states tells it
    among: tuple[str, frozenset[str]] | None = None  # the column of states that it is about, and what that may be


def among(column: str, values: frozenset[str]) -> Part:
    """A column of states that has one of some values."""
    told = msgspec.json.encode(sorted(values)).decode()
    test = f"item.{column} IN (SELECT value FROM json_each(?))"
    return Part(test, (told,), of_states=True, among=(column, values))
