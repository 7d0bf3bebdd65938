"""At the end of a pass: records that came are linked where the user said so, by a decision of before or by a rule."""

from __future__ import annotations

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Identity, Tier, Verdict, identity_of
from crmdesk.domain.records import Record
from crmdesk.store import Tx
from crmdesk.sync.actions import linking
from crmdesk.sync.actions.matching import Touched


def welcome(tx: Tx) -> Touched | None:
    """Link what came, and forget that it did; None where nothing was linked."""
    fresh = tx.match_index.fresh()
    if not fresh:
        return None
    tx.match_index.forget_fresh()
    touched = Touched(0)
    if tx.match_decisions.count():
        _as_decided(tx, [record_id for record_id, _ in fresh], touched)
    ruled = {record_id for record_id, by_rule in fresh if by_rule}
    if ruled:
        _by_rule(tx, ruled, touched)
    return touched if touched.items else None


def _as_decided(tx: Tx, record_ids: list[int], touched: Touched) -> None:
    """A record that is there again stands for what the user had linked it to."""
    accounts = tx.match_index.accounts()
    by_key = {identity_of(account, 0, "x").account: account.id for account in accounts.values()}
    for record in tx.records.load(record_ids).values():
        mine = identity_of(accounts[record.account_id], record.id, record.remote_id)
        for (one, other), verdict in tx.match_decisions.about(record.kind, [mine]).items():
            there = _record_of(tx, record.kind, other if one == mine else one, by_key)
            if verdict is Verdict.SAME and there is not None:
                _link(tx, [there.item_id, tx.records.get(record.id).item_id], touched)


def _record_of(tx: Tx, kind: Kind, one: Identity, by_key: dict[str, int]) -> Record | None:
    if one.remote_id.startswith("#"):
        return tx.records.load([int(one.remote_id[1:])]).get(int(one.remote_id[1:]))
    account_id = by_key.get(one.account)
    return None if account_id is None else tx.records.by_remote(account_id, kind, one.remote_id)


def _by_rule(tx: Tx, ruled: set[int], touched: Touched) -> None:
    """An account's rule links what came from it to the one contact that it certainly is."""
    for record in tx.records.load(sorted(ruled)).values():
        item_id = tx.records.get(record.id).item_id
        for suggestion in tx.suggestions.of_item(item_id):
            if suggestion.tier is not Tier.CERTAIN:
                continue
            held = tx.records.of_items(suggestion.item_ids)
            came = [one for one, records in held.items() if all(record.id in ruled for record in records)]
            others = [one for one in suggestion.item_ids if one not in came]
            if len(others) <= 1 and came:
                _link(tx, [*others, *came], touched)
                tx.suggestions.withdraw([suggestion.id])


def _link(tx: Tx, item_ids: list[int], touched: Touched) -> None:
    ids = list(dict.fromkeys(item_ids))
    items = tx.items.load(ids)
    if len(items) < 2 or any(item.trashed_at is not None for item in items):
        return
    _, accounts = linking.link(tx, ids)
    touched.items.update(ids)
    touched.accounts |= accounts
    touched.kinds.add(items[0].kind)
