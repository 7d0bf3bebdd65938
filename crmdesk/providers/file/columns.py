"""What the columns of an account's file mean, as a setting: found out once, kept, and shown."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.errors import BadResponse, UserInputError
from crmdesk.formats.mapping import own, uses
from crmdesk.formats.mapping.sources import SOURCES
from crmdesk.formats.mapping.uses import ColumnMapping, Part, Use, use_of
from crmdesk.providers.info import FieldPath, ProviderSettings


class ColumnsChanged(BadResponse):
    """The file has other columns than those that were mapped: what is missing would look like emptied."""

    id = "COLUMNS_CHANGED"
    title = "Columns changed: map again"
    safe = "Nothing was read, so that nothing was emptied here."
    remedy = "Look at the file, then test the account: its columns are mapped anew."


class _Column(msgspec.Struct, omit_defaults=True):
    column: str
    field: str = ""
    codec: str = ""
    label: str = ""
    part: Part = Part.VALUE
    number: int = 0
    adds: bool = False
    joins: bool = False


class _Told(msgspec.Struct, omit_defaults=True):
    columns: list[_Column]
    source: str = ""
    grouped: bool = False


def told(mapping: ColumnMapping) -> str:
    """A mapping as the text of a setting."""
    columns = [
        _Column(use.column, use.field, use.codec, use.label, use.part, use.number, use.adds, use.joins)
        for use in mapping.uses
    ]
    return msgspec.json.encode(_Told(columns, mapping.source, mapping.grouped)).decode()


def mapping_of(text: str) -> ColumnMapping | None:
    """The mapping that a setting holds; None where it holds none."""
    if not text:
        return None
    try:
        found = msgspec.json.decode(text, type=_Told)
    except msgspec.MsgspecError:
        raise UserInputError(
            "The setting “columns” is none that was found out.",
            next="Forget it with --set columns= and test the account.",
        ) from None
    names = [one.column for one in found.columns]
    head = own.kind_of(names)
    source = next((source for source in SOURCES if source.key == found.source), None)
    return ColumnMapping(
        Kind.CONTACT,
        tuple(
            Use(one.column, one.field, one.codec, one.label, one.part, one.number, adds=one.adds, joins=one.joins)
            for one in found.columns
        ),
        found.source,
        source.fillers if source else {},
        safe=head is not None and head[1],
        own=head is not None,
        grouped=found.grouped,
    )


def with_own(mapping: ColumnMapping, settings: ProviderSettings) -> ColumnMapping:
    """The mapping with the account's own laid over: settings `map.FIELD` = `COLUMN[:CODEC]`. Raises UserInputError."""
    columns = [use.column for use in mapping.uses]
    for key, text in settings.items():
        field = key.removeprefix("map.")
        if field == key or not text.strip():
            continue
        column, _, codec = text.strip().partition(":")
        given = use_of(mapping.kind, f"{column}={field}{':' if codec else ''}{codec}", columns)
        freed = [Use(use.column) for use in mapping.uses if use.field == given.field and use.column != given.column]
        mapping = mapping.changed(*freed, given)
    uses.check(mapping)
    return mapping


def field_rows(mapping: ColumnMapping) -> tuple[FieldPath, ...]:
    """The fields that the columns give, as a field map of which nothing is written."""
    rows: dict[str, FieldPath] = {}
    for use in mapping.uses:
        if use.field in (uses.NOTHING, uses.REMOTE_ID, uses.OWN_ID, uses.SKIP, uses.IGNORED):
            continue
        said = ":".join(filter(None, (use.column, use.codec, use.label, use.part)))
        held = rows.get(use.field)
        path = f"{held.path}|{said}" if held else said
        rows[use.field] = FieldPath(use.field, path, writable=False)
    return tuple(rows.values())


def refuse_others(mapped: Sequence[str], there: Sequence[str]) -> None:
    """Refuse a header that is not the one that was mapped. Raises ColumnsChanged; another order is none."""
    before, now = uses.signature_of(mapped), uses.signature_of(there)
    if sorted(before) == sorted(now):
        return
    gone = [f"“{name}”" for name in before if name not in now][:5]
    come = [f"“{name}”" for name in now if name not in before][:5]
    parts = [f"without {', '.join(gone)}"] if gone else []
    parts += [f"with {', '.join(come)}"] if come else []
    raise ColumnsChanged(f"Columns changed: map again. The file comes {' and '.join(parts) or 'in another form'}.")
