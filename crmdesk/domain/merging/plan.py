"""What to do next, decided from values alone: what to send, whether a send was taken, which removals are believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, field

from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.merging.merge import Difference, Merged, merge, with_unspoken
from crmdesk.domain.notation.normal import entry_form, plain_form, same
from crmdesk.domain.records import Record
from crmdesk.domain.reports import Run
from crmdesk.domain.rows import added_rows, rows_of, same_rows, with_lacking
from crmdesk.domain.values import Entry, Patch, Value, Values


@dataclass(frozen=True, slots=True)
class SendPlan:
    """What a record's unsent edits come to against the CRM's present values."""

    merged: Merged
    patch: Patch  # what to send; empty when the CRM already has it all
    stuck: Patch = field(default_factory=dict)  # wanted otherwise, but this account takes no such field


def plan_send(
    record: Record,
    theirs: Values,
    spoken: frozenset[str],
    writable: Container[str],
    held_back: Collection[str],
    region: str | None = None,
) -> SendPlan:
    """Merge first, then send what is still wanted otherwise; fields in conflict (`held_back`) wait for a person."""
    base = record.agreed_values if record.agreed or record.base is not None else None
    merged = merge(record.kind, base, record.values, theirs, spoken, region)
    waiting = {difference.field for difference in merged.differences} | set(held_back)
    patch: dict[str, Value | None] = {}
    stuck: dict[str, Value | None] = {}
    for key in sorted({*merged.values, *merged.base} - waiting):
        wanted, there = merged.values.get(key), merged.base.get(key)
        if wanted != there:
            (patch if key in writable else stuck)[key] = wanted
    return SendPlan(merged, patch, stuck)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Field by field, what the CRM took of a patch, in the form it gave each value, and what it did not take."""

    taken: Mapping[str, Value | None]
    refused: Mapping[str, Value | None]  # field → what the CRM holds instead


def verify(
    kind: Kind,
    patch: Patch,
    after: Values,
    spoken: frozenset[str],
    region: str | None = None,
    base: Values | None = None,
) -> Receipt:
    """Compare what was sent with what the CRM holds afterwards; a field it does not speak about is not taken.

    `base` is what the CRM held before: what stands there to the letter as it did was left, whatever its form says.
    """
    taken: dict[str, Value | None] = {}
    refused: dict[str, Value | None] = {}
    for key, wanted in patch.items():
        got = after.get(key)
        if key in spoken and was_taken(kind, key, wanted, got, region, (base or {}).get(key)):
            taken[key] = completed(kind, key, got, wanted, region)
        else:
            refused[key] = got
    return Receipt(taken, refused)


@dataclass(frozen=True, slots=True)
class Settled:
    """What one field comes to once the CRM has shown it after a send."""

    base: Value | None
    value: Value | None
    refused: bool = False  # what was sent is not there: both values are kept
    difference: Difference | None = None  # there is a value of somebody else's, and here one typed since


def settle_field(
    kind: Kind,
    key: str,
    sent: Value | None,
    mine: Value | None,
    got: Value | None,
    region: str | None = None,
    before: Value | None = None,
) -> Settled:
    """Base and value of a field of which `sent` was sent, `mine` stands here by now and `got` is what the CRM shows.

    What is there after a send need not be what was there when it arrived: rows that nobody here sent, and that were
    not there `before`, are somebody else's and stay; another text is never taken for what was agreed on where the desk
    holds a newer one.
    """
    since = mine != sent
    if field_of(kind, key).type.is_list:
        there = rows_of(completed(kind, key, got, sent, region))
        added = added_rows(kind, key, there, (rows_of(sent), rows_of(before)), region)
        sent, mine = (with_lacking(kind, key, rows_of(side), added, region) or None for side in (sent, mine))
    if was_taken(kind, key, sent, got, region, before):
        agreed = completed(kind, key, got, sent, region)
        return Settled(agreed, mine if since else agreed)
    if not since or field_of(kind, key).type.is_list:
        return Settled(got, mine, refused=True)
    if same(kind, key, mine, got, region):
        return Settled(got, got)
    if got is None or same(kind, key, got, before, region):
        return Settled(got, mine, refused=True)
    return Settled(sent, mine, difference=Difference(key, sent, mine, got))


def completed(kind: Kind, key: str, got: Value | None, ours: Value | None, region: str | None) -> Value | None:
    """The CRM's value, its lists completed with the labels and primaries that its API does not know."""
    if isinstance(got, tuple):
        return with_unspoken(kind, key, got, rows_of(ours), region)
    return got


def was_taken(
    kind: Kind,
    key: str,
    wanted: Value | None,
    got: Value | None,
    region: str | None = None,
    before: Value | None = None,
) -> bool:
    """Whether what the CRM holds is what was sent, in any notation, and not what it held `before`."""
    if field_of(kind, key).type.is_list:
        sent, there = rows_of(wanted), rows_of(completed(kind, key, got, wanted, region))
        return sent == there or (
            _same_set(kind, key, sent, there, region) and not _left(kind, key, sent, there, rows_of(before), region)
        )
    if not same(kind, key, wanted, got, region):
        return False
    return got != before or _alike_to_the_eye(wanted, got)


def _same_set(kind: Kind, key: str, sent: Sequence[Entry], there: Sequence[Entry], region: str | None) -> bool:
    """Whether the rows are the same, in any order; a mark of the primary one counts where it was sent."""
    form = entry_form(field_of(kind, key).type)
    one, other = ([(form(row.value, region), row.label) for row in rows] for rows in (sent, there))
    marked = any(row.primary for row in there)
    pairs = zip(there, same_rows(kind, key, sent, there, region, near=False), strict=True)
    return Counter(one) == Counter(other) and not (
        marked and any(place is not None and sent[place].primary and not row.primary for row, place in pairs)
    )


def _left(
    kind: Kind, key: str, sent: Sequence[Entry], there: Sequence[Entry], before: Sequence[Entry], region: str | None
) -> bool:
    """Whether a row, or their order, stands there to the letter as before although another was sent."""
    if there == before:
        return not all(_alike_to_the_eye(one.value, other.value) for one, other in zip(sent, there, strict=True))
    texts = {row.value for row in before}
    pairs = zip(there, same_rows(kind, key, sent, there, region, near=False), strict=True)
    return any(
        place is not None and row.value in texts and not _alike_to_the_eye(sent[place].value, row.value)
        for row, place in pairs
    )


def _alike_to_the_eye(one: Value | None, other: Value | None) -> bool:
    """Whether two values differ at most in blanks at their ends, line ends and composed letters."""
    if isinstance(one, str) and isinstance(other, str):
        return plain_form(one) == plain_form(other)
    return one == other


REMOVALS_AT_LEAST = 20
REMOVALS_SHARE = 0.1


def believes_removals(removals: int, known: int) -> bool:
    """The breaker: a run that would remove more than max(20, 10 %) of an account removes nothing and asks."""
    if removals and removals == known:
        return False  # an empty list never empties the desk
    return removals <= max(REMOVALS_AT_LEAST, REMOVALS_SHARE * known)


def accounts_for(run: Run) -> bool:
    """Whether a list of changes adds up: fetched = new + changed + same + removed + out of scope + quarantined."""
    return run.fetched == run.new + run.changed + run.same + run.removed + run.out_of_scope + run.quarantined


def balances(run: Run, listed: int, linked: int, deleted_here: int, gone_there: int) -> bool:
    """Whether a complete list adds up: what the CRM has = linked + out of scope + quarantined + deleted here + flagged.

    `listed` counts what the list held, without what was reported beside it; `linked` the records in scope that the scan
    met, trashed ones included. A CRM's own total is believed only where it tells one. Repeated records count once.
    """
    met = linked + run.out_of_scope + run.quarantined + deleted_here + gone_there
    total = run.remote_total if run.remote_total is not None else listed
    return met == listed == total
