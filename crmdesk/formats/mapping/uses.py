"""What can be said of a column: its field here, how its cells are read, and what is done with who is here already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from crmdesk.domain.fields import FIELDS, FieldType, Kind, field_of
from crmdesk.domain.importing.fates import OnMatch
from crmdesk.errors import UserInputError

REMOTE_ID = "id"  # stands for a field where a column holds the ids of the program that wrote the file
OWN_ID = "desk_id"  # … or those of this desk
SKIP = "skip_if_yes"  # … or says that a row is none to take
CUSTOM_FIELDS = "custom.*"  # … or holds an object of custom fields, as in our own JSON
IGNORED = "-"  # … or is no part of the data, as the reasons in a file of rejected rows
CUSTOM_KEY = "custom."  # how the keys of custom fields begin
NOTHING = ""  # the column is seen and not mapped

# `groups` are Google's labels, of which those with a star are its own and no tags.
SPLITS: Mapping[str, str] = {
    "semicolons": ";", "commas": ",", "lines": "\n", "colons": ":::", "bars": "|", "whole": "", "groups": ":::",
}  # fmt: skip
CODECS = ("text", "dmy", "mdy", "ymd", "serial1900", "serial1904", "json", *SPLITS)
DATE_CODECS = frozenset({"dmy", "mdy", "ymd", "serial1900", "serial1904"})


# What stands for a field and is none.
NO_FIELDS = frozenset({NOTHING, IGNORED, CUSTOM_FIELDS, SKIP, REMOTE_ID, OWN_ID})


class Part(StrEnum):
    """Which part of a value a column holds."""

    VALUE = "value"
    LABEL = "label"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Use:
    """What one column means. Columns with the same field and number make one entry, or one date, together."""

    column: str
    field: str = NOTHING
    codec: str = ""  # one of CODECS; "" is how the field's own type is written
    label: str = ""  # of the entries that it gives to a list
    part: Part = Part.VALUE
    number: int = 0
    policy: OnMatch | None = None  # None: as is chosen for the whole import
    clears: bool = False  # an empty cell empties the field
    adds: bool = False  # a further line of the same text, as the second line of a street
    joins: bool = False  # a further word of the same text, as the number of a house
    why: str = ""  # where a proposal comes from


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What all columns of a file mean."""

    kind: Kind
    uses: tuple[Use, ...]
    source: str = ""  # key of the recognised source
    fillers: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by field type; case-folded
    safe: bool = False  # the file was written "safe for spreadsheets" by this desk
    own: bool = False  # the file was written by this desk
    grouped: bool = False  # several rows with one id are one contact

    def of(self, column: str) -> Use | None:
        """What a column means."""
        return next((use for use in self.uses if use.column == column), None)

    def changed(self, *uses: Use) -> ColumnMapping:
        """The mapping with other uses of some columns; those of columns that it does not have come at the end."""
        given = {use.column: use for use in uses}
        kept = [given.pop(use.column, use) for use in self.uses]
        return replace(self, uses=(*kept, *given.values()))

    def policies(self) -> dict[str, OnMatch]:
        """What is done with a value of somebody who is here, by field, where it was chosen for a column."""
        return {use.field: use.policy for use in self.uses if use.policy is not None and use.field}

    def clears(self) -> frozenset[str]:
        """The fields that an empty cell empties."""
        return frozenset(use.field for use in self.uses if use.clears and use.field)

    def signature(self) -> tuple[str, ...]:
        """The names of its columns as they are compared, in order."""
        return signature_of([use.column for use in self.uses])


def signature_of(columns: Sequence[str]) -> tuple[str, ...]:
    """Names of columns as they are compared between files: in small letters, without needless blanks."""
    return tuple(" ".join(name.casefold().split()) for name in columns)


def check(mapping: ColumnMapping) -> None:
    """Refuse what can never work. Raises UserInputError: an unknown codec, two columns for one value, a wrong type."""
    single = Counter[tuple[str, Part]]()
    for use in mapping.uses:
        if use.field in (NOTHING, SKIP, IGNORED, CUSTOM_FIELDS):
            continue
        if use.codec and use.codec not in CODECS:
            raise UserInputError(f"There is no codec “{use.codec}”.", next=f"One of: {', '.join(CODECS)}.")
        if use.field in (REMOTE_ID, OWN_ID):
            single[use.field, Part.VALUE] += 1
            continue
        known = field_of(mapping.kind, use.field)
        is_date = known.type in (FieldType.DATE, FieldType.MOMENT)
        if use.codec in DATE_CODECS and not is_date:
            raise UserInputError(f"{use.field} is no date, so “{use.codec}” says nothing of {use.column}.")
        if use.codec in SPLITS and use.codec != "whole" and not known.type.is_list:
            raise UserInputError(f"{use.field} holds one value, so {use.column} is not split into several.")
        if not known.editable:
            raise UserInputError(f"{use.field} is what the desk finds out by itself; a file cannot say it.")
        if not (known.type.is_list or use.adds or use.joins):
            single[use.field, use.part] += 1
    twice = next((key for (key, _), count in single.items() if count > 1), None)
    if twice is not None:
        columns = " and ".join(f"“{use.column}”" for use in mapping.uses if use.field == twice)
        raise UserInputError(
            f"{columns} are both mapped to {twice}, which holds one value.", next="Leave all but one of them out."
        )


def use_of(kind: Kind, text: str, columns: Sequence[str]) -> Use:
    """The use that `COLUMN=FIELD[:CODEC]` says, where CODEC may also be a label. Raises UserInputError."""
    column, parted, rest = text.rpartition("=")
    if not parted or not rest:
        raise UserInputError(f"“{text}” is not COLUMN=FIELD[:CODEC].")
    name, _, codec = rest.partition(":")
    found = next((one for one in columns if one.casefold() == column.strip().casefold()), None)
    if found is None:
        raise UserInputError(f"The file has no column “{column}”.", next=f"It has {', '.join(columns[:40])}.")
    if name not in FIELDS[kind] and name not in (REMOTE_ID, OWN_ID, SKIP, IGNORED) and not name.startswith(CUSTOM_KEY):
        known = ", ".join((REMOTE_ID, *FIELDS[kind]))
        raise UserInputError(f"{kind.plural} have no field “{name}”.", next=f"One of: {known}; or custom.NAME.")
    is_list = name in FIELDS[kind] and field_of(kind, name).type.is_list
    label = codec if codec not in CODECS and is_list else ""
    return Use(found, name, "" if label else codec, label, why="You said so.")
