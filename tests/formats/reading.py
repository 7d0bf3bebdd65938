"""A file in one call: what it is taken for, its rows, and what they say here."""

from __future__ import annotations

import io
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.formats.mapping.facts import Facts, facts_of
from crmdesk.formats.mapping.headings import is_known
from crmdesk.formats.mapping.proposal import propose
from crmdesk.formats.mapping.reading import incoming_of
from crmdesk.formats.mapping.uses import ColumnMapping, check
from crmdesk.formats.source import SourceRow
from crmdesk.formats.tables.opening import Choice, Look, look, rows


def opened(data: bytes, **choice: Any) -> tuple[Look, list[SourceRow]]:
    """What a file is taken for, and its rows."""
    stream = io.BytesIO(data)
    found = look(stream, Choice(**choice), is_known)
    return found, list(rows(stream, found))


def cells(data: bytes, **choice: Any) -> list[list[str]]:
    """The cells of each row that can be read."""
    return [[cell for _, cell in row.cells] for row in opened(data, **choice)[1] if row.problem is None]


def mapped(
    data: bytes, kind: Kind = Kind.CONTACT, **choice: Any
) -> tuple[ColumnMapping, dict[str, Facts], list[Incoming]]:
    """The mapping that is proposed, the facts it stands on, and the rows read by it."""
    found, listed = opened(data, **choice)
    facts = facts_of(found.columns, listed)
    mapping = propose(kind, found.columns, facts)
    check(mapping)
    read = incoming_of(mapping)
    return mapping, facts, [read(row) for row in listed]
