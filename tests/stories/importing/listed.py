"""A source of rows that stand in the test itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from crmdesk.desk.importing.source import SourceLine
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.values import Values, entries, to_json


def person(name: str, *emails: str, **more: str) -> Values:
    """The values of somebody."""
    return {"name": name, **more} | ({"emails": entries(emails)} if emails else {})


def row(values: Values, **more: object) -> Incoming:
    """A row that says that and no more."""
    return replace(Incoming(0, values, original=to_json(values)), **more)  # type: ignore[arg-type]  # its own fields


@dataclass
class Listed:
    """Rows as a file would give them, the first on line 2; `before` is called with the number of each."""

    rows: Sequence[Incoming | Values]
    before: Callable[[int], None] = lambda number: None
    file: str = "contacts.csv"
    path: str = ""
    digest: str = "one"
    signature: str = "name,email"
    format: str = "csv"
    strict: bool = True

    def lines(self) -> Iterator[SourceLine]:
        """The rows."""
        for number, one in enumerate(self.rows):
            self.before(number)
            incoming = one if isinstance(one, Incoming) else row(one)
            placed = replace(incoming, line=number + 2)
            told = json.dumps([incoming.original, incoming.remote_id])
            yield SourceLine(told, lambda placed=placed: placed)  # type: ignore[misc]  # bound now
