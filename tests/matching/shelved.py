"""A made book put into a store, and what a pass over it came to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.domain.records import NewRecord
from crmdesk.store import Reads, Store, Tx
from crmdesk.sync.matching.stages import Stages
from tests.matching.book.book import BookRecord

Pair = frozenset[tuple[int, str]]
PAGE = 500


async def add_accounts(store: Store, amount: int = 5) -> None:
    """Accounts 2, 3, … by whose numbers a book's records go."""

    def add(tx: Tx) -> None:
        for number in range(2, 2 + amount):
            settings = {"base_url": f"https://{number}.example"}
            tx.accounts.add(Account(0, "dex", f"CRM {number}", settings, identity=f"who {number}"))

    await store.write(add)


async def shelve(store: Store, records: Sequence[BookRecord], page: int = PAGE) -> None:
    """Store records in the order given, in pages."""
    for start in range(0, len(records), page):
        part = [
            NewRecord(record.account, Kind.CONTACT, record.remote_id, record.values)
            for record in records[start : start + page]
        ]
        await store.write(partial(_insert, part), durable=False)


def _insert(part: list[NewRecord], tx: Tx) -> None:
    tx.records.insert(part)


async def finish(store: Store, stages: Stages | None = None) -> Stages:
    """Carry a pass to its end."""
    stages = stages or Stages()
    while await store.write(stages.slice, durable=False):
        pass
    return stages


async def suggestions(store: Store) -> list[Suggestion]:
    """All suggestions."""
    return (await store.read(lambda reads: reads.suggestions.page()))[0]


def names_of(found: Iterable[Suggestion]) -> set[tuple[str, frozenset[tuple[int, str | None]]]]:
    """Suggestions without what depends on the order of arrival: tier and the records' identities."""
    return {(one.tier.value, frozenset((who.account_id, who.remote_id) for who in one.members)) for one in found}


def weights_of(found: Iterable[Suggestion]) -> dict[int, tuple[str, float, str, tuple[object, ...]]]:
    """All that a suggestion says, by its id."""
    return {one.id: (one.tier.value, one.weight, one.rival.value, one.reasons) for one in found}


def pairs_of(found: Iterable[Suggestion], tiers: Iterable[Tier]) -> set[Pair]:
    """The pairs of records that stand together in suggestions of some tiers."""
    wanted = set(tiers)
    pairs = set()
    for one in found:
        if one.tier in wanted:
            who = [(member.account_id, member.remote_id or "") for member in one.members]
            pairs |= {frozenset((left, right)) for place, left in enumerate(who) for right in who[:place]}
    return pairs


def true_pairs(records: Sequence[BookRecord]) -> set[Pair]:
    """The pairs of records of one person or firm."""
    held: dict[int, list[tuple[int, str]]] = {}
    for record in records:
        held.setdefault(record.whose, []).append((record.account, record.remote_id))
    return {
        frozenset((left, right)) for who in held.values() for place, left in enumerate(who) for right in who[:place]
    }


def shown(reads: Reads) -> int:
    """How many records were read."""
    return reads.match_index.book().records
