"""The second stage: each record is compared with those that share a key with it."""

from __future__ import annotations

from collections.abc import Collection

from crmdesk.domain.matching.form import Form
from crmdesk.domain.matching.keys import CAP
from crmdesk.domain.matching.pairs import join
from crmdesk.store import Reads, Tx
from crmdesk.sync.matching.forms_and_counts import FormsAndCounts

AT_ONCE = 1200  # holders of all keys of a record that are asked for at once


class Pairing:
    """The second stage of one pass; a pair is compared once in it, whichever of the two comes first."""

    def __init__(self, book: FormsAndCounts) -> None:
        self._book = book
        self._done = bytearray()
        self._full: set[int] = set()  # keys that too many hold

    def begin(self) -> None:
        """Forms or keys changed: what was compared before may be compared anew."""
        self._done = bytearray()
        self._full.clear()

    def step(self, tx: Tx, amount: int) -> list[int]:
        """Compare some records; gives them, [] when none waits."""
        self._book.reads = tx
        ids = tx.match_index.queue("match_pairing", amount)
        if not ids:
            return []
        forms = self._book.forms(ids)
        before: dict[int, set[int]] = {id_: set() for id_ in ids}
        for one, other in tx.match_index.neighbours(ids):
            before[one].add(other)
        near = {id_: self.candidates(tx, self._book.keys(id_, form)) - {id_} for id_, form in forms.items()}
        self._book.forms(set().union(*near.values()))  # at once, and then out of memory
        gone: list[tuple[int, int]] = []
        new: list[tuple[int, int]] = []
        for id_ in ids:
            if id_ in forms:
                self._pair(id_, forms[id_], near[id_], before, gone, new)
            self._mark(id_)
        tx.match_index.change_pairs(gone, new)
        moved = {one for pair in (*gone, *new) for one in pair} | {id_ for id_ in ids if before[id_]}
        tx.match_index.put("match_regroup", moved)
        tx.match_index.take("match_pairing", ids)
        return ids

    def _pair(
        self,
        id_: int,
        form: Form,
        candidates: set[int],
        before: dict[int, set[int]],
        gone: list[tuple[int, int]],
        new: list[tuple[int, int]],
    ) -> None:
        """Compare a record with its candidates; what was stored of pairs before is put right."""
        forms = self._book.forms(other for other in candidates if not self._was_done(other))
        found = {other for other, theirs in forms.items() if join(form, theirs, self._book)}
        for other in before[id_] - found:
            if other not in candidates or other in forms:
                gone.append((id_, other))
                if other in before:
                    before[other].discard(id_)
        for other in found - before[id_]:
            new.append((id_, other))
            if other in before:
                before[other].add(id_)

    def candidates(self, reads: Reads, keys: Collection[int]) -> set[int]:
        """The records that have one of some keys that not too many hold."""
        wanted = [hash_ for hash_ in keys if hash_ not in self._full]
        rows = reads.match_index.holding(wanted, AT_ONCE)
        if len(rows) == AT_ONCE:  # somebody's key is held by very many: ask for each by itself
            rows = [(hash_, one) for hash_ in wanted for one in reads.match_index.holders(hash_, CAP[hash_ & 15] + 1)]
        held: dict[int, list[int]] = {}
        for hash_, one in rows:
            held.setdefault(hash_, []).append(one)
        found: set[int] = set()
        for hash_, ones in held.items():
            if len(ones) > CAP[hash_ & 15]:
                self._full.add(hash_)
            else:
                found.update(ones)
        return found

    def _mark(self, id_: int) -> None:
        if len(self._done) * 8 <= id_:
            self._done.extend(bytes(id_ // 8 + 1024 - len(self._done)))
        self._done[id_ >> 3] |= 1 << (id_ & 7)

    def _was_done(self, id_: int) -> bool:
        return id_ >> 3 < len(self._done) and bool(self._done[id_ >> 3] & 1 << (id_ & 7))
