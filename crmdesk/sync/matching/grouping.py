"""The third stage: what hangs together is grouped, and the suggestions of it stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.comparison import Comparison
from crmdesk.domain.matching.form import PLACE, Form
from crmdesk.domain.matching.groups import Group, groups
from crmdesk.domain.matching.pairs import compare
from crmdesk.domain.matching.suggestions import Identity, Member, Suggestion, Tier, Verdict, identity_of
from crmdesk.store import Tx
from crmdesk.store.matching.decisions import ordered
from crmdesk.sync.matching.forms_and_counts import FormsAndCounts

LARGEST = 400  # records whose possible pairs are looked at too; of more that hang together, the surer pairs alone
MOST_REACHED = 5_000


class Grouping:
    """The third stage of one pass."""

    def __init__(self, book: FormsAndCounts) -> None:
        self._book = book

    def step(self, tx: Tx, amount: int) -> bool:
        """Group what hangs together with some records; False when none waits."""
        self._book.reads = tx
        ids = tx.match_index.queue("match_regroup", amount)
        if not ids:
            return False
        met: set[int] = set()
        for id_ in ids:
            if id_ not in met:
                met |= self._regroup(tx, id_)
        tx.match_index.take("match_regroup", met | set(ids))
        return True

    def _regroup(self, tx: Tx, start: int) -> set[int]:
        items, edges = self._reached(tx, start)
        forms = self._book.forms(items)
        members = sorted(forms)
        known = tx.suggestions.with_records(list(items))
        tx.suggestions.withdraw(known)
        if len(members) > 1:
            edges = [pair for pair in edges if pair[0] in forms and pair[1] in forms]
            tx.suggestions.put(self._suggested(tx, forms, {one: items[one] for one in members}, edges))
        return set(items) | {start}

    def _reached(self, tx: Tx, start: int) -> tuple[dict[int, int], list[tuple[int, int]]]:
        """All records that hang together with one, by pairs or by a common item, with their items, and the pairs."""
        items: dict[int, int] = {}
        edges: list[tuple[int, int]] = []
        ahead = [start]
        while ahead and len(items) < MOST_REACHED:
            new = [(one, item) for one, item in tx.match_index.together(ahead) if one not in items]
            items.update(new)
            found = tx.match_index.neighbours([one for one, _ in new])
            edges += [(one, other) for one, other in found if one < other]
            ahead = sorted({other for _, other in found} - items.keys())
        return items, edges

    def _suggested(
        self, tx: Tx, forms: Mapping[int, Form], items: Mapping[int, int], edges: Sequence[tuple[int, int]]
    ) -> list[Suggestion]:
        weighed: dict[tuple[int, int], Comparison] = {}

        def weigh(one: int, other: int) -> Comparison:
            pair = (one, other) if one < other else (other, one)
            if pair not in weighed:
                weighed[pair] = compare(forms[one], forms[other], self._book)
            return weighed[pair]

        if len(forms) > LARGEST:
            edges = [pair for pair in edges if weigh(*pair).tier in (Tier.CERTAIN, Tier.LIKELY)]
        marks = {one: form.mark for one, form in forms.items()}
        found = groups(marks, items, edges, weigh, self._apart(tx, forms))
        return [self._suggestion(group, forms, items, weigh(*group.weakest)) for group in found]

    def _apart(self, tx: Tx, forms: Mapping[int, Form]) -> Callable[[int, int], bool]:
        """Which of some records were said not to be the same."""
        if not tx.match_decisions.count():
            return lambda one, other: False
        accounts = tx.match_index.accounts()
        named = {
            id_: identity_of(accounts[account_id], id_, remote_id)
            for id_, (account_id, remote_id) in tx.match_index.identities(list(forms)).items()
        }
        kind = _kind(next(iter(forms.values())))
        decided = tx.match_decisions.about(kind, list(named.values()))
        parted = {pair for pair, verdict in decided.items() if verdict is Verdict.NOT_SAME}

        def apart(one: int, other: int) -> bool:
            mine, theirs = named.get(one), named.get(other)
            return mine is None or theirs is None or _pair(mine, theirs) in parted

        return apart

    def _suggestion(
        self, group: Group, forms: Mapping[int, Form], items: Mapping[int, int], weakest: Comparison
    ) -> Suggestion:
        members = tuple(Member(one, items[one], forms[one].account, None) for one in group.members)
        marks = sorted(forms[one].mark for one in group.members)
        digest = blake2b(b"".join(mark.to_bytes(6) for mark in marks), digest_size=7).digest()
        kind = _kind(forms[group.members[0]])
        return Suggestion(
            int.from_bytes(digest) >> 3,
            kind,
            group.tier,
            round(group.weight, 2),
            weakest.rival,
            members,
            weakest.reasons(),
        )


def _pair(one: Identity, other: Identity) -> tuple[Identity, Identity]:
    return ordered(one, other)


def _kind(form: Form) -> Kind:
    return Kind.PROPERTY if form.kind == PLACE else Kind.CONTACT
