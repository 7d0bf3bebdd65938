"""Answers to suggestions: linking them, saying that they are not the same, and taking either back exactly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Decision, Identity, Suggestion, Verdict, identity_of
from crmdesk.domain.records import Pin, Record
from crmdesk.errors import UserInputError
from crmdesk.store import Tx
from crmdesk.store.matching.decisions import Moved, Pair
from crmdesk.sync.actions import linking

ALL_PAIRS = 12  # records up to which every pair of them is kept; of more, each one's with the first


@dataclass(slots=True)
class Touched:
    """What an act changed, for whoever announces it."""

    act: int
    kept: list[int] = field(default_factory=list)  # the items that are left of each link
    items: set[int] = field(default_factory=set)
    accounts: set[int] = field(default_factory=set)
    kinds: set[Kind] = field(default_factory=set)
    records: int = 0


def link_suggested(tx: Tx, wanted: Sequence[tuple[Suggestion, Collection[int]]], act: int) -> Touched:
    """Link the items of suggestions, each without the records left out; all of it is one act, by its change-set.

    Raises UserInputError where less than two items of a suggestion are left; nothing is linked then.
    """
    touched = Touched(act)
    for suggestion, left_out in wanted:
        out = {one.item_id for one in suggestion.members if one.record_id in left_out}
        ids = [item_id for item_id in suggestion.item_ids if item_id not in out]
        ids = list(dict.fromkeys(tx.items.current(item_id) for item_id in ids))
        if len(ids) < 2:
            if len(wanted) > 1 and not left_out:
                continue  # linked by a suggestion before it in the same act
            raise UserInputError("Two different ones are needed.", what="Nothing was linked")
        _link(tx, touched, ids, suggestion)
    return touched


def _link(tx: Tx, touched: Touched, item_ids: Sequence[int], suggestion: Suggestion | None = None) -> None:
    before = {item_id: tx.records.of_item(item_id) for item_id in item_ids}
    if not all(before.values()) or len(before) < 2:
        linking.link(tx, item_ids)  # says what is wrong
    pins = {item_id: tx.items.pins(item_id) for item_id in item_ids}
    kind = next(iter(before[item_ids[0]])).kind
    kept, accounts = linking.link(tx, item_ids)
    moved = [
        Moved(record.id, item_id, kept) for item_id, records in before.items() if item_id != kept for record in records
    ]
    groups = [identities(tx, records) for records in before.values()]
    pairs = pairs_across(groups)
    reasons = suggestion.reasons if suggestion else ()
    id_ = tx.match_decisions.add(
        Verdict.SAME, kind, pairs, touched.act, suggestion.tier if suggestion else None, reasons
    )
    tx.match_decisions.note_moved(id_, moved, pins)
    tx.suggestions.settle([record.id for records in before.values() for record in records])
    touched.kept.append(kept)
    touched.items |= set(item_ids)
    touched.accounts |= accounts
    touched.kinds.add(kind)
    touched.records += sum(map(len, before.values()))


def link_items(tx: Tx, item_ids: Sequence[int], act: int) -> Touched:
    """Link items by hand: the same as with a suggestion, so that it is remembered and taken back alike."""
    touched = Touched(act)
    _link(tx, touched, list(dict.fromkeys(item_ids)))
    return touched


def not_same(tx: Tx, suggestion: Suggestion, record_ids: Collection[int] = ()) -> Touched:
    """Keep that records of a suggestion are not the same as its others; without records: none is as another.

    Records of one item belong together: what is said of one is said of all. Raises UserInputError where a record is
    none of the suggestion's, or all of its items are named.
    """
    known = {member.record_id: member.item_id for member in suggestion.members}
    if not set(record_ids) <= known.keys():
        raise UserInputError("One of the records is none of this suggestion's.", what="Nothing was decided")
    out = {known[record_id] for record_id in record_ids}
    if out == set(suggestion.item_ids):
        raise UserInputError("Leave one out, or name none to say it of all.", what="Nothing was decided")
    groups = {item_id: identities(tx, tx.records.of_item(item_id)) for item_id in suggestion.item_ids}
    if out:
        staying = [one for item_id, held in groups.items() if item_id not in out for one in held]
        pairs = [(one, other) for item_id in out for one in groups[item_id] for other in staying]
    else:
        pairs = pairs_across(list(groups.values()))
    touched = Touched(tx.match_decisions.next_act(), items=set(groups), kinds={suggestion.kind})
    tx.match_decisions.add(Verdict.NOT_SAME, suggestion.kind, pairs, touched.act, suggestion.tier, suggestion.reasons)
    tx.suggestions.withdraw([suggestion.id])
    tx.match_index.look_again([member.record_id for member in suggestion.members])
    return touched


def keep_apart(tx: Tx, item_id: int, other_id: int) -> Touched:
    """Keep for good that two items are not the same, whoever says so."""
    one, other = (identities(tx, tx.records.of_item(id_)) for id_ in (item_id, other_id))
    kind = tx.items.get(item_id).kind
    pairs = pairs_across([one, other])
    touched = Touched(tx.match_decisions.next_act(), items={item_id, other_id}, kinds={kind})
    tx.match_decisions.forget_pairs(kind, pairs, Verdict.SAME)
    tx.match_decisions.add(Verdict.NOT_SAME, kind, pairs, touched.act)
    tx.suggestions.withdraw([held.id for held in tx.suggestions.of_item(item_id) if other_id in held.item_ids])
    tx.match_index.look_again([record.id for id_ in (item_id, other_id) for record in tx.records.of_item(id_)])
    return touched


def parted(tx: Tx, item_id: int, other_id: int) -> None:
    """Two items were unlinked: that their records are the same is decided no longer."""
    one, other = tx.records.of_item(item_id), tx.records.of_item(other_id)
    pairs = [(mine, theirs) for mine in identities(tx, one) for theirs in identities(tx, other)]
    if pairs:
        tx.match_decisions.forget_pairs(one[0].kind, pairs, Verdict.SAME)
        tx.match_index.look_again([record.id for record in (*one, *other)])


def take_back(tx: Tx, decisions: Iterable[Decision]) -> Touched:
    """Take decisions back: what was linked is as before, what was not the same may be suggested again."""
    touched = Touched(0)
    for decision in sorted(decisions, key=lambda one: -one.id):
        touched.act = decision.act
        touched.kinds.add(decision.kind)
        if decision.verdict is Verdict.SAME:
            _unlink(tx, decision, touched)
        tx.match_decisions.forget(decision.id)
        if decision.act > 0:
            tx.sets.mark_undone(decision.act, decision.act)
        tx.match_index.look_again(_records_of(tx, decision))
    return touched


def _unlink(tx: Tx, decision: Decision, touched: Touched) -> None:
    """Let the records go back to the items that they stood for; one that has gone elsewhere since stays there."""
    moved = tx.match_decisions.moved(decision.id)
    there = tx.records.load([one.record_id for one in moved])
    pins = tx.match_decisions.pins(decision.id)
    back: dict[tuple[int, int], list[int]] = {}
    for one in moved:
        record = there.get(one.record_id)
        if record is not None and record.item_id == one.to_item:
            back.setdefault((one.to_item, one.from_item), []).append(record.id)
    for (kept, target), ids in back.items():
        if len(ids) == len(tx.records.of_item(kept)):
            continue  # what it was linked to has gone: there is nothing to part from
        if not tx.items.load([target]):
            tx.items.revive(target, decision.kind)
        tx.records.move(ids, target)
        _pin_as_before(tx, kept, pins.get(kept, ()), ids)
        for pin in pins.get(target, ()):
            tx.items.set_pin(target, pin.field, pin.record_id)
        tx.items.refresh([kept, target])
        touched.items |= {kept, target}
        touched.kept.append(target)
        touched.records += len(ids)


def _pin_as_before(tx: Tx, item_id: int, before: Iterable[Pin], gone: Collection[int]) -> None:
    """Of the item that is left, pins to what went go, and those that came along with it."""
    kept = {pin.field for pin in before}
    for pin in tx.items.pins(item_id):
        if pin.record_id in gone or (pin.record_id is None and pin.field not in kept):
            tx.items.clear_pin(item_id, pin.field)


def _records_of(tx: Tx, decision: Decision) -> list[int]:
    accounts = {identity_of(account, 0, "x").account: account for account in tx.accounts.all()}
    found = []
    for one in decision.records:
        account = accounts.get(one.account)
        if account is None:
            continue
        if one.remote_id.startswith("#"):
            found.append(int(one.remote_id[1:]))
        elif (record := tx.records.by_remote(account.id, decision.kind, one.remote_id)) is not None:
            found.append(record.id)
    return found


def identities(tx: Tx, records: Sequence[Record]) -> list[Identity]:
    """The identities of records."""
    return [identity_of(tx.accounts.get(one.account_id), one.id, one.remote_id) for one in records]


def pairs_across(groups: Sequence[Sequence[Identity]]) -> list[Pair]:
    """The pairs of records of different groups; of very many, each group's first with every other's."""
    if sum(map(len, groups)) > ALL_PAIRS:
        first = groups[0][0]
        return [(first, one) for group in groups[1:] for one in group]
    return [(mine, theirs) for one, other in combinations(groups, 2) for mine in one for theirs in other]
