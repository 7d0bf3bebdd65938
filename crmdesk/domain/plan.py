"""What to do next, decided from values alone: what to send, whether a send was taken, which removals are believed."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass, field

from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.merge import Merged, keyed, merge, with_unspoken
from crmdesk.domain.normal import plain_form, same
from crmdesk.domain.records import Record
from crmdesk.domain.reports import Run
from crmdesk.domain.values import Patch, Value, Values


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


def verify(kind: Kind, patch: Patch, after: Values, spoken: frozenset[str], region: str | None = None) -> Receipt:
    """Compare what was sent with what the CRM holds afterwards; a field it does not speak about is not taken."""
    taken: dict[str, Value | None] = {}
    refused: dict[str, Value | None] = {}
    for key, wanted in patch.items():
        got = after.get(key)
        if key in spoken and was_taken(kind, key, wanted, got, region):
            taken[key] = completed(kind, key, got, wanted, region)
        else:
            refused[key] = got
    return Receipt(taken, refused)


def completed(kind: Kind, key: str, got: Value | None, ours: Value | None, region: str | None) -> Value | None:
    """The CRM's value, its lists completed with the labels and primaries that its API does not know."""
    if isinstance(got, tuple):
        return with_unspoken(kind, key, got, ours if isinstance(ours, tuple) else (), region)
    return got


def was_taken(kind: Kind, key: str, wanted: Value | None, got: Value | None, region: str | None = None) -> bool:
    """Whether what the CRM holds is what was sent, in any notation."""
    if field_of(kind, key).type.is_list:
        sent = keyed(kind, key, wanted if isinstance(wanted, tuple) else (), region)
        there = completed(kind, key, got, wanted, region)
        held = keyed(kind, key, there if isinstance(there, tuple) else (), region)
        return sent.keys() == held.keys() and all(sent[form].label == held[form].label for form in sent)
    return same(kind, key, wanted, got, region)


def names_contradict(mine: Values, theirs: Values) -> bool:
    """Whether two records with the same email clearly belong to two people."""
    one, other = (" ".join(_name_words(values)) for values in (mine, theirs))
    return bool(one and other and one != other)


def _name_words(values: Values) -> list[str]:
    name = values.get("name") or " ".join(str(values.get(part, "")) for part in ("first_name", "last_name"))
    return sorted(plain_form(str(name)).casefold().split())


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
