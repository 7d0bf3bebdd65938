"""Changes of an account by file, as the rows of a file that its program imports: the columns of its own exports.

Each contact is one row, as it stood in the export, with what was changed; nothing in it that was not in the export. It
is read again before it counts: a value that its columns cannot hold is told, not handed over.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import msgspec

from crmdesk.domain.fields import ADDRESS_PARTS
from crmdesk.domain.merging.plan import was_taken
from crmdesk.domain.values import Patch
from crmdesk.errors import FileError, ProviderError
from crmdesk.formats.mapping.grouping import parted
from crmdesk.formats.mapping.headings import is_known
from crmdesk.formats.mapping.rewriting import rewritten, writable
from crmdesk.formats.separated import separated
from crmdesk.formats.tables.opening import look
from crmdesk.providers.contract import BadRecord
from crmdesk.providers.file.info import kind_of
from crmdesk.providers.file.presets import KEY, hands_over
from crmdesk.providers.file.rows import EMAIL, ROW, Rows
from crmdesk.providers.file.snapshot import read_now, taken
from crmdesk.providers.file.table import Table, cells_of, choice_of
from crmdesk.providers.info import HandedFile, KindInfo, ProviderSettings
from crmdesk.system.disk import Disk

_NO_PLACE = "The columns of its exports have no place for this value"
_ADDRESS = frozenset(ADDRESS_PARTS)


def kind_with(settings: ProviderSettings, rows: Rows | None) -> KindInfo:
    """What an account can do with contacts; where a column of ids tells whose row it is, changes are handed over."""
    known = kind_of(settings)
    takes = hands_over(settings.get(KEY, "")) and (
        rows is None or (isinstance(rows, Table) and rows.ids not in (EMAIL, ROW))
    )
    if takes:
        known = replace(known, updates=True, by_hand=True)
    if rows is None:
        return known
    if not takes or not isinstance(rows, Table):
        return replace(known, field_map=rows.fields)
    mapping = rows.mapping
    return replace(known, field_map=tuple(replace(one, writable=writable(mapping, one.field)) for one in rows.fields))


def handed(table: Table, changes: Sequence[tuple[bytes, Patch]], settings: ProviderSettings, disk: Disk) -> HandedFile:
    """The file that hands over changes, each a contact's payload and its new values."""
    columns = [use.column for use in table.mapping.uses]
    rows, refused = [columns], []
    for payload, patch in changes:
        row, left = _changed(table, payload, patch, settings.get("region"))
        if len(left) < len(patch):
            rows.append([row.get(column, "") for column in columns])
        refused.append(left)
    encoding, delimiter = _shape(settings, disk)
    try:
        data = b"".join(separated(rows, delimiter, encoding))
    except UnicodeEncodeError:
        data = BOM_UTF8 + b"".join(separated(rows, delimiter))
    return HandedFile(data, refused)


def _shape(settings: ProviderSettings, disk: Disk) -> tuple[str, str]:
    """Encoding and delimiter of the export as it lies there, else those that most programs take."""
    with suppress(ProviderError, FileError), taken(disk, read_now(disk, settings)) as snapshot:
        found = look(snapshot.stream, choice_of(settings), is_known)
        if found.encoding is not None and found.delimiter is not None:
            wide = found.encoding.name.startswith("utf-16")  # would be marked anew in each row
            return "ascii" if wide else found.encoding.name, found.delimiter.mark
    return "ascii", ","


def _changed(table: Table, payload: bytes, patch: Patch, region: str | None) -> tuple[dict[str, str], dict[str, str]]:
    """A contact's row with other values, and why each of the others is not in it."""
    before, *further = map(dict, parted(cells_of(payload)))
    row = before if _ADDRESS.isdisjoint(patch) else _with_address(table, before, further)
    refused: dict[str, str] = {}
    for field, value in patch.items():
        if cells := rewritten(table.mapping, row, further, field, value):
            row = {**row, **cells}
        else:
            refused[field] = _NO_PLACE
    try:
        read = table.read(msgspec.json.encode([pair for one in (row, *further) for pair in one.items()]))
    except BadRecord as bad:
        return before, dict.fromkeys(patch, bad.why)
    for field, value in patch.items():
        if not was_taken(table.mapping.kind, field, value, read.values.get(field), region):
            refused[field] = read.unreadable.get(field, _NO_PLACE)
    if not refused:
        return row, {}
    taken_over = {field: value for field, value in patch.items() if field not in refused}
    row, more = _changed(table, payload, taken_over, region) if taken_over else (before, {})
    return row, refused | more


def _with_address(table: Table, row: dict[str, str], further: Sequence[dict[str, str]]) -> dict[str, str]:
    """The row with the address that is the contact's, whichever of its rows has it: one address is never mixed."""
    columns = [use.column for use in table.mapping.uses if use.field in _ADDRESS]
    lived = next((one for one in (row, *further) if any(one.get(name, "").strip() for name in columns)), row)
    return {**row, **{name: lived.get(name, "") for name in columns}}
