"""One pass in slices: records are read, compared and grouped, and what came is linked where the user said so."""

from __future__ import annotations

import time

from crmdesk.domain.matching.weights import VERSION
from crmdesk.store import Tx
from crmdesk.store.matching.index import BookSize, Finished
from crmdesk.sync.actions.matching import Touched
from crmdesk.sync.matching.arrivals import welcome
from crmdesk.sync.matching.forming import Forming, tx_micros
from crmdesk.sync.matching.forms_and_counts import FormsAndCounts
from crmdesk.sync.matching.grouping import Grouping
from crmdesk.sync.matching.pairing import Pairing

BUDGET = 0.006  # seconds after which a slice begins nothing new
FORMED, PAIRED, GROUPED, AGAIN = 24, 6, 6, 500  # records of one step of each stage


class Stages:
    """The state of one pass that lives in memory; lost, it is made anew out of what waits."""

    def __init__(self) -> None:
        self.book = FormsAndCounts()
        self._forming = Forming(self.book)
        self._pairing = Pairing(self.book)
        self._grouping = Grouping(self.book)
        self._stale = True  # whether keys changed since pairs were last compared
        self._again: int | None = None  # how far all pairs are set to be compared anew
        self.linked: list[Touched] = []

    def slice(self, tx: Tx) -> bool:
        """Go on for some milliseconds; False when the pass has ended. One transaction."""
        started = time.perf_counter()
        self._forming.begin_slice(tx)
        while True:
            if not self._step(tx):
                return False
            if time.perf_counter() - started > BUDGET:
                return True

    def _step(self, tx: Tx) -> bool:
        index = tx.match_index
        if (index.holds("match_waiting") or self._forming.gathered) and self._forming.step(tx, FORMED):
            self._stale = True
            return True
        if self._stale:
            self._weigh_anew(tx)
            return True
        self.book.reads = tx
        if self._pairing.step(tx, PAIRED) or self._grouping.step(tx, GROUPED):
            return True
        linked = welcome(tx)
        if linked is not None:
            self.linked.append(linked)
            return True
        self._finish(tx)
        return False

    def _weigh_anew(self, tx: Tx) -> None:
        """Measure the book; where it has grown by a step, or weights have changed, every pair is compared anew."""
        index, book = tx.match_index, tx.match_index.book()
        self.book.reads = tx
        self.book.measure(book.records)
        weighed = f"{VERSION}/{self.book.size:.0f}"
        if book.weighed and book.weighed != weighed:
            self._again = index.pair_all_again(self._again or 0, AGAIN)
            if self._again is not None:
                return
        if book.weighed != weighed:
            index.note_book(BookSize(book.records, weighed, book.since))
        self.book.forget()
        self._pairing.begin()
        self._stale = False

    def _finish(self, tx: Tx) -> None:
        book, now = tx.match_index.book(), tx_micros(tx)
        if book.since or tx.match_index.state().finished_at is None:
            seconds = (now - book.since) / 1_000_000 if book.since else 0.0
            tx.match_index.note_finished(Finished(now, book.records, round(seconds, 3)))
            tx.match_index.note_book(BookSize(book.records, book.weighed, 0))
