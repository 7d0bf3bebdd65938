"""What the columns of a file are proposed to mean, and what has to be asked before its rows can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crmdesk.domain.fields import ADDRESS_PARTS, FieldType, Kind, field_of
from crmdesk.errors import UserInputError
from crmdesk.formats.mapping import headings, numbered, own, uses
from crmdesk.formats.mapping.dates import Dates, Order
from crmdesk.formats.mapping.facts import Facts
from crmdesk.formats.mapping.reading import needs_order
from crmdesk.formats.mapping.sources import Source, source_of
from crmdesk.formats.mapping.uses import ColumnMapping, Part, Use

REJECTED = ("line", "reason", "field")  # the columns in front of a file of rejected rows
_OPENED_LISTS = frozenset({FieldType.TAGS})

_DAY_AND_MONTH = (Order.DMY, Order.MDY)


@dataclass(frozen=True, slots=True)
class Question:
    """A column whose dates could be read in two ways."""

    column: str
    dates: Dates


def propose(kind: Kind, columns: Sequence[str], facts: Mapping[str, Facts]) -> ColumnMapping:
    """The mapping that header and cells suggest; certain is only what a known source, or this desk itself, wrote."""
    head = own.kind_of(columns)
    if own.OBJECT in columns[:1] and facts[own.OBJECT].samples[:1] and facts[own.OBJECT].samples[0] in set(Kind):
        mapping = own.mapping_of_objects(Kind(facts[own.OBJECT].samples[0]))
    elif head is not None:
        mapping = own.mapping_of(columns, *head)
    else:
        source = source_of(columns) if kind is Kind.CONTACT else None
        found = [_use(kind, source, column) for column in columns]
        found = _one_address(_once(kind, _rejected(found)), facts)
        mapping = ColumnMapping(
            kind,
            tuple(found),
            source.key if source else "",
            source.fillers if source else {},
            grouped=source is not None and source.grouped,
        )
    return _dated(mapping, facts)


def questions(mapping: ColumnMapping, facts: Mapping[str, Facts]) -> tuple[Question, ...]:
    """The columns whose order of day and month somebody has to say before the rows can be read."""
    asked = []
    for use in mapping.uses:
        written = facts[use.column].dates if use.column in facts else None
        if needs_order(mapping.kind, use) and written is not None and not written.certain:
            asked.append(Question(use.column, written))
    return tuple(asked)


def with_order(mapping: ColumnMapping, order: Order) -> ColumnMapping:
    """The mapping where every column of dates that has no order yet has this one."""
    wanted = [replace(use, codec=order.value) for use in mapping.uses if needs_order(mapping.kind, use)]
    return mapping.changed(*wanted)


def as_told(mapping: ColumnMapping, order: Order) -> ColumnMapping:
    """A proposal where day and month stand as the user said, also in columns whose cells seemed to prove otherwise."""
    if order not in _DAY_AND_MONTH:
        return mapping
    wrong = [use for use in mapping.uses if use.codec in {one.value for one in _DAY_AND_MONTH}]
    return mapping.changed(*(replace(use, codec=order.value) for use in wrong))


def doubts(mapping: ColumnMapping, facts: Mapping[str, Facts]) -> dict[str, str]:
    """The columns whose samples cannot be what their fields ask for, each with the reason."""
    found: dict[str, str] = {}
    for use in mapping.uses:
        fact = facts.get(use.column)
        if not use.field or fact is None or not fact.samples or use.part is not Part.VALUE:
            continue
        type_ = field_of(mapping.kind, use.field).type
        if use.field in uses.NO_FIELDS or mapping.own:
            continue
        if type_ is FieldType.EMAILS and not any("@" in sample for sample in fact.samples):
            found[use.column] = f"“{fact.samples[0]}” is no email address."
        elif type_ is FieldType.PHONES and not any(any(map(str.isdigit, sample)) for sample in fact.samples):
            found[use.column] = f"“{fact.samples[0]}” is no phone number."
        elif type_ is FieldType.DATE and fact.dates is None and not use.codec.startswith("serial"):
            found[use.column] = f"“{fact.samples[0]}” is no date."
    return found


def _use(kind: Kind, source: Source | None, column: str) -> Use:
    said = None if source is None else _said(source, column)
    if said is not None:
        return said
    found = (numbered.use_of(column) if kind is Kind.CONTACT else None) or headings.use_of(kind, column)
    if found is None:
        return Use(column)
    if source is not None and found.field in source.splits:
        return replace(found, codec=source.splits[found.field]) if found.part is Part.VALUE else found
    if (
        found.field not in (uses.REMOTE_ID, uses.SKIP, uses.OWN_ID)
        and field_of(kind, found.field).type in _OPENED_LISTS
    ):
        return replace(found, codec="semicolons")
    return found


def _said(source: Source, column: str) -> Use | None:
    """What a source says of a column: [+|&]FIELD[:CODEC][@LABEL][.PART]."""
    spec = next((spec for name, spec in source.columns.items() if headings.plain(name) == headings.plain(column)), None)
    if spec is None:
        return None
    adds, joins = spec.startswith("+"), spec.startswith("&")
    spec, _, label = spec.lstrip("+&").partition("@")
    spec, _, codec = spec.partition(":")
    key, parted, part = spec.rpartition(".")
    part_ = Part(part) if parted and part in (Part.YEAR, Part.MONTH, Part.DAY) else Part.VALUE
    field = key if part_ is not Part.VALUE else spec
    return Use(column, field, codec, label, part_, adds=adds, joins=joins, why=f"{source.title} means that.")


def _rejected(found: list[Use]) -> list[Use]:
    if tuple(use.column for use in found[: len(REJECTED)]) != REJECTED:
        return found
    return [Use(name, uses.IGNORED, why="It says why the row was rejected.") for name in REJECTED] + found[3:]


def _once(kind: Kind, found: list[Use]) -> list[Use]:
    """Of several columns for one value the first is taken: the others are seen, and not mapped."""
    taken: set[tuple[str, int, Part]] = set()
    kept: list[Use] = []
    for use in found:
        key = (use.field, use.number, use.part)
        many = use.field == uses.IGNORED or field_of(kind, use.field).type.is_list
        if use.field and not many and not (use.adds or use.joins) and key in taken:
            use = Use(use.column, why=f"Another column is {use.field} already.")
        taken.add(key)
        kept.append(use)
    labelled = {(use.field, use.number) for use in kept if use.part is Part.VALUE}
    # A label without its entry says nothing.
    return [
        Use(use.column) if use.part is Part.LABEL and (use.field, use.number) not in labelled else use for use in kept
    ]


def _one_address(found: list[Use], facts: Mapping[str, Facts]) -> list[Use]:
    """Of several addresses of a row the one that most rows have is taken, since a contact shows one."""
    filled: dict[int, int] = {}
    for use in found:
        if use.field in ADDRESS_PARTS:
            count = facts[use.column].filled if use.column in facts else 0
            filled[use.number] = max(filled.get(use.number, 0), count)
    if not filled:
        return found
    chosen = max(filled, key=lambda number: (filled[number], -number))
    whole = any(use.field == "address" for use in found) and filled[chosen] == 0
    kept = []
    for use in found:
        if use.field in ADDRESS_PARTS and (use.number != chosen or whole):
            use = Use(use.column, why="It is part of another address.")
        elif use.field == "address" and not whole:
            use = Use(use.column, why="The parts of the address are taken.")
        elif use.field in ADDRESS_PARTS:
            use = replace(use, number=0)
        kept.append(use)
    return kept


def _dated(mapping: ColumnMapping, facts: Mapping[str, Facts]) -> ColumnMapping:
    sure = []
    for use in mapping.uses:
        written = facts[use.column].dates if use.column in facts else None
        if needs_order(mapping.kind, use) and written is not None and written.certain and written.order is not None:
            sure.append(replace(use, codec=written.order.value))
    return mapping.changed(*sure)


def check_dates(mapping: ColumnMapping, facts: Mapping[str, Facts]) -> None:
    """Refuse to read dates whose order nobody said. Raises UserInputError, which names the columns and samples."""
    asked = questions(mapping, facts)
    if asked:
        told = "; ".join(f"{one.column} (“{'”, “'.join(one.dates.samples)}”: {one.dates.why})" for one in asked)
        raise UserInputError(
            f"The order of day and month is not known in {told}.",
            what="The file was not read",
            next="Say it with --dates dmy, mdy or ymd.",
        )
