"""Who something that is being typed may be, before it is saved."""

from __future__ import annotations

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.keys import keys
from crmdesk.domain.matching.pairs import compare
from crmdesk.domain.matching.reading import read
from crmdesk.domain.matching.suggestions import Candidate, Tier
from crmdesk.domain.values import Values
from crmdesk.store import Reads
from crmdesk.sync.matching.forms_and_counts import FormsAndCounts
from crmdesk.sync.matching.pairing import Pairing

MOST = 5  # items that are named


def resembling(reads: Reads, kind: Kind, values: Values) -> list[Candidate]:
    """The items that these values may be of, surest first; of those alone that matching has read."""
    form = read(kind, values)
    if form is None:
        return []
    book = FormsAndCounts()
    book.reads = reads
    book.measure(reads.match_index.book().records)
    near = Pairing(book).candidates(reads, keys(form))
    items = dict(reads.match_index.together(sorted(near)))
    best: dict[int, Candidate] = {}
    for record_id, theirs in book.forms(sorted(near)).items():
        result = compare(form, theirs, book)
        item_id = items.get(record_id)
        if result.tier is None or result.contradicts or item_id is None:
            continue
        found = Candidate(item_id, result.tier, result.weight, result.rival, result.reasons())
        if item_id not in best or _rank(found) < _rank(best[item_id]):
            best[item_id] = found
    return sorted(best.values(), key=_rank)[:MOST]


def _rank(candidate: Candidate) -> tuple[int, float, int]:
    return list(Tier).index(candidate.tier), -candidate.weight, candidate.item_id
