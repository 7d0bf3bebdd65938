"""The first stage: records that changed are read into forms, and their keys stored.

Keys of many records are gathered and stored in the order of their hashes, since a tree of a million keys that is
written here and there is written a hundred times over. Until then their records go on waiting: a pass that is cut off
reads them again.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator
from itertools import groupby

from crmdesk.domain.accounts import Account
from crmdesk.domain.matching.form import Form, from_bytes, to_bytes
from crmdesk.domain.matching.keys import CAP, POINTS, KeyKind, keys, kind_of
from crmdesk.domain.matching.reading import mark_of, read
from crmdesk.domain.matching.suggestions import identity_of
from crmdesk.store import Tx
from crmdesk.store.matching.index import BookSize, Source
from crmdesk.sync.matching.forms_and_counts import MOST_COUNTED, FormsAndCounts

FEW = 500  # records whose keys are stored as they come: that many touch each page of the tree once at the most
MOST_GATHERED = 4_000_000  # keys held in memory: 64 MB
_PARTS = 1024  # of the gathered keys, each sorted by itself
_SHIFT = 52 - 10  # the first ten bits of a hash say its part
_FOLLOWED = 240  # holders of a point that are compared anew when one of them changes


class Forming:
    """The first stage of one pass."""

    def __init__(self, book: FormsAndCounts) -> None:
        self._book = book
        self._parts: list[tuple[array[int], array[int]]] = [(array("q"), array("q")) for _ in range(_PARTS)]
        self.gathered = 0
        self._read: list[int] = []  # records whose keys are gathered, and that still wait
        self._last = 0  # the last of them: those that wait behind it come next
        self._storing: Iterator[list[tuple[int, int]]] | None = None
        self._accounts: dict[int, Account] = {}

    def begin_slice(self, tx: Tx) -> None:
        """A transaction begins: others may have changed the accounts since the one before."""
        self._accounts = {}

    def step(self, tx: Tx, amount: int) -> bool:
        """Read some records, or store some keys; False when nothing is left to do."""
        self._book.reads = tx
        if self._storing is not None:
            return self._store_some(tx)
        index = tx.match_index
        ids = index.unread(amount, self._last)
        if not ids:
            if not self._read:
                return False
            self._storing = self._sorted()
            return True
        self._accounts = self._accounts or index.accounts()
        at_once = not self._read and not index.holds_more("match_waiting", FEW)
        self._form(tx, ids, at_once=at_once)
        if at_once:
            index.take("match_waiting", ids)
        else:
            self._read += ids
            self._last = ids[-1]
            if self.gathered > MOST_GATHERED:
                self._storing = self._sorted()
        return True

    def _form(self, tx: Tx, ids: list[int], *, at_once: bool) -> None:
        index = tx.match_index
        self._book.forget(ids)
        sources, stored = index.sources(ids), index.forms(ids)
        new: list[tuple[int, bytes]] = []
        gone: list[int] = []
        arrived: list[int] = []
        changed: list[int] = []
        for id_ in ids:
            before = from_bytes(stored[id_]) if id_ in stored else None
            source = sources.get(id_)
            after = self._formed(source) if source is not None and source.shown else None
            if after == before and (after is None or (at_once and index.has_keys(id_, self._book.keys(id_, after)))):
                if after is not None:
                    changed.append(id_)  # linked or decided about: its group may be another
                continue
            self._change_keys(tx, id_, before, after, at_once=at_once)
            if after is None:
                gone.append(id_)
            else:
                new.append((id_, to_bytes(after)))
                arrived += [id_] if before is None else []
        index.put_forms(new)
        index.put("match_pairing", (id_ for id_, _ in new))
        index.put("match_regroup", changed)
        index.note_fresh(arrived)
        self._let_go(tx, gone)
        book = index.book()
        index.note_book(
            BookSize(max(book.records + len(arrived) - len(gone), 0), book.weighed, book.since or tx_micros(tx))
        )

    def _formed(self, source: Source) -> Form | None:
        account = self._accounts[source.account_id]
        mark = mark_of(source.kind, identity_of(account, source.id, source.remote_id))
        return read(source.kind, source.values, account.region, account=account.id, mark=mark)

    def _let_go(self, tx: Tx, gone: Collection[int]) -> None:
        """Records left: those that they were paired with are grouped anew."""
        if not gone:
            return
        pairs = tx.match_index.neighbours(list(gone))
        tx.match_index.change_pairs(pairs, ())
        tx.match_index.put("match_regroup", {other for _, other in pairs}.difference(gone))
        tx.match_index.take("match_regroup", gone)
        tx.match_index.drop_forms(gone)
        tx.suggestions.withdraw(tx.suggestions.with_records(list(gone)))

    def _change_keys(self, tx: Tx, id_: int, before: Form | None, after: Form | None, *, at_once: bool) -> None:
        old = keys(before) if before is not None else frozenset()
        new = frozenset(self._book.keys(id_, after)) if after is not None else frozenset()
        renamed = before is not None and (
            after is None or (before.given, before.surname) != (after.given, after.surname)
        )
        for hash_ in old - new:
            held = tx.match_index.amount(hash_, MOST_COUNTED)
            self._follow(tx, hash_, held, held - 1)
        tx.match_index.drop_keys([(hash_, id_) for hash_ in old - new])
        if renamed:
            for hash_ in old & new:
                if kind_of(hash_) in POINTS:
                    held = tx.match_index.amount(hash_, _FOLLOWED + 1)
                    self._follow(tx, hash_, held, held)
        if at_once:
            for hash_ in new - old:
                held = tx.match_index.amount(hash_, MOST_COUNTED)
                self._follow(tx, hash_, held, held + 1)
            # A pass that was cut off may have stored the form alone, as it is now.
            tx.match_index.put_keys([(hash_, id_) for hash_ in sorted(new - old if before != after else new)])
            return
        # What a pass that was cut off had gathered of this form is lost; all of it is stored again.
        for hash_ in new:
            hashes, records = self._parts[hash_ >> _SHIFT]
            hashes.append(hash_)
            records.append(id_)
        self.gathered += len(new)

    def _follow(self, tx: Tx, hash_: int, before: int, after: int) -> None:
        """Let those be compared anew whose weights or candidates another number of holders changes."""
        kind = kind_of(hash_)
        most = _holders_to_follow(kind, before, after)
        if most:
            tx.match_index.put("match_pairing", tx.match_index.holders(hash_, most))

    # Storing what was gathered

    def _sorted(self) -> Iterator[list[tuple[int, int]]]:
        for hashes, records in self._parts:
            if hashes:
                yield sorted(zip(hashes, records, strict=True))

    def _store_some(self, tx: Tx) -> bool:
        assert self._storing is not None
        rows = next(self._storing, None)
        if rows is not None:
            self._follow_stored(tx, rows)
            tx.match_index.put_keys(rows)
            return True
        part, self._read = self._read[-2000:], self._read[:-2000]
        tx.match_index.take("match_waiting", part)
        if not self._read:
            self._parts = [(array("q"), array("q")) for _ in range(_PARTS)]
            self.gathered, self._storing, self._last = 0, None, 0
        return True

    def _follow_stored(self, tx: Tx, rows: list[tuple[int, int]]) -> None:
        if not tx.match_index.book().weighed:
            return  # a first pass: all of them are compared anyway
        for hash_, group in groupby(rows, key=lambda row: row[0]):
            added = {record_id for _, record_id in group}
            held = tx.match_index.amount(hash_, MOST_COUNTED)
            if held:
                self._follow(tx, hash_, held, held + len(added))


def _holders_to_follow(kind: KeyKind, before: int, after: int) -> int:
    """How many holders of a key to compare anew when their number changes; 0 where that changes nothing for them."""
    if not before:
        return 0
    if kind in POINTS:
        if min(before, after) <= _FOLLOWED:
            return _FOLLOWED + 1
        return MOST_COUNTED if before.bit_length() != after.bit_length() else 0
    if kind is KeyKind.WHOLE_NAME and _name_class(before) != _name_class(after):
        return MOST_COUNTED
    if kind is KeyKind.SURNAME and before.bit_length() != after.bit_length():
        return MOST_COUNTED
    cap = CAP[kind]
    return cap + 1 if (before <= cap) != (after <= cap) else 0


def _names(form: Form) -> tuple[tuple[str, ...], ...]:
    return form.given, form.surname, form.alias


def _name_class(amount: int) -> int:
    return amount if amount <= 11 else 11 + amount.bit_length()


def tx_micros(tx: Tx) -> int:
    """The time of a transaction, in microseconds since 1970."""
    return int(tx.now.timestamp() * 1_000_000)
