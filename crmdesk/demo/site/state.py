"""The state of a demo CRM: one book of records that the web side and a test may both hold in their hands."""

import copy
import threading
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from uuid import UUID

import msgspec

Record = dict[str, Any]

_BITS = 122
_MASK = (1 << _BITS) - 1
_ODD = 0x2545F4914F6CDD1D9E3779B97F4A7C15 & _MASK | 1
_BACK = pow(_ODD, -1, 1 << _BITS)


class Ids:
    """Random-looking version 4 UUIDs that are counted backwards and forwards, so that a million need no table."""

    def __init__(self, seed: int) -> None:
        self._shift = (seed * 0x9E3779B97F4A7C15F39CC0605CEDC835 + 0x1B873593) & _MASK

    @classmethod
    def from_seed(cls, seed: int, at: int) -> Self:
        """Those of a demo CRM of that seed; `at` keeps those of different CRMs apart."""
        return cls(seed + at)

    def of(self, number: int) -> str:
        """The id of the record with this number."""
        mixed = ((number + self._shift) * _ODD) & _MASK
        mixed ^= mixed >> 61
        high, middle, low = mixed >> 74, (mixed >> 62) & 0xFFF, mixed & ((1 << 62) - 1)
        return str(UUID(int=high << 80 | 4 << 76 | middle << 64 | 2 << 62 | low))

    def number(self, text: str) -> int | None:
        """The number behind an id, or None where the text is no id of this book."""
        try:
            value = UUID(text).int
        except ValueError:
            return None
        mixed = (value >> 80) << 74 | ((value >> 64) & 0xFFF) << 62 | value & ((1 << 62) - 1)
        mixed ^= mixed >> 61
        number = (mixed * _BACK - self._shift) & _MASK
        return number if self.of(number) == text.lower() else None


class Numbers(Ids):
    """Ids of CRMs that count: whole numbers as text, from `first` on."""

    def __init__(self, first: int) -> None:
        self._first = first

    @classmethod
    def from_seed(cls, seed: int, at: int) -> Self:
        """The same for every seed: from `at` on."""
        return cls(at)

    def of(self, number: int) -> str:
        """The id of the record with this number."""
        return str(self._first + number)

    def number(self, text: str) -> int | None:
        """The number behind an id, or None where the text is no id of this book."""
        found = int(text) - self._first if text.isascii() and text.isdigit() and len(text) < 20 else -1
        return found if found >= 0 and self.of(found) == text else None


class Book:
    """Records by id in a steady order, each encoded once per shape and again only after a change; safe across threads.

    Records stand in the CRM's own read names. `make` invents record n, so untouched records take no memory until asked
    for; `shapes` turn a record into what one API of the CRM answers; `emails` reads the addresses of a record.
    """

    def __init__(
        self,
        size: int,
        make: Callable[[int], Record],
        ids: Ids,
        shapes: Mapping[str, Callable[[Record], object]],
        emails: Callable[[Record], Iterable[str]],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.lock = threading.RLock()
        self._size, self._make, self._ids, self._shapes, self._emails, self._now = size, make, ids, shapes, emails, now
        self._last_stamp = datetime.min.replace(tzinfo=UTC)
        self.watch: Callable[[str, Record | None, Record | None], None] | None = None  # told id, before, after
        self.reset()

    def reset(self) -> None:
        """Back to the untouched book of the seed."""
        with self.lock:
            self._live = array("Q", range(self._size))
            self._next = self._size
            self._changed: dict[int, Record] = {}
            self._encoded: dict[str, list[bytes | None]] = {name: [None] * self._size for name in self._shapes}
            self._by_email: dict[str, list[int]] | None = None
            self.merged: dict[str, str] = {}
            self.revision = 0

    def state(self) -> dict[str, Any]:
        """All that differs from the untouched book, as JSON can hold it."""
        with self.lock:
            return {
                "live": list(self._live),
                "next": self._next,
                "changed": {str(number): record for number, record in self._changed.items()},
                "merged": self.merged,
            }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        with self.lock:
            self.reset()
            self._live, self._next = array("Q", state["live"]), state["next"]
            self._changed = {int(number): record for number, record in state["changed"].items()}
            self.merged = dict(state["merged"])
            self._encoded = {name: [None] * self._next for name in self._shapes}

    def warm(self, *shapes: str) -> None:
        """Invent, encode and index every record now, so that later answers cost only the joining of bytes."""
        with self.lock:
            self._by_email = {}
            for number in self._live:
                record = self._record(number)
                for shape in shapes or self._shapes:
                    self._encoded[shape][number] = msgspec.json.encode(self._shapes[shape](record))
                self._note_emails(number, record)

    @property
    def count(self) -> int:
        """How many records the book holds."""
        return len(self._live)

    def stamp(self) -> str:
        """A fresh server time in milliseconds, later than every one before it, as real servers almost always give."""
        with self.lock:
            moment = self._now().replace(microsecond=self._now().microsecond // 1000 * 1000)
            self._last_stamp = max(moment, self._last_stamp + timedelta(milliseconds=1))
            return self._last_stamp.strftime("%Y-%m-%dT%H:%M:%S.") + f"{self._last_stamp.microsecond // 1000:03d}Z"

    # Reading

    def ids(self) -> list[str]:
        """All ids in list order."""
        with self.lock:
            return [self._ids.of(number) for number in self._live]

    def id_at(self, position: int) -> str:
        """The id at a position of the list; raises IndexError beyond its end."""
        with self.lock:
            return self._ids.of(self._live[position])

    def get(self, record_id: str) -> Record | None:
        """A copy of a record, or None."""
        with self.lock:
            number = self._find(record_id)
            return None if number is None else copy.deepcopy(self._record(number))

    def snapshot(self) -> dict[str, Record]:
        """Copies of all records by id, in list order."""
        with self.lock:
            return {self._ids.of(number): copy.deepcopy(self._record(number)) for number in self._live}

    def encoded(self, shape: str, record_id: str) -> bytes | None:
        """One record as JSON in the named shape, or None."""
        with self.lock:
            number = self._find(record_id)
            return None if number is None else self._bytes(shape, number)

    def page(self, shape: str, start: int, count: int) -> list[bytes]:
        """The records from a position on, as JSON in the named shape."""
        with self.lock:
            known = self._encoded[shape]
            return [known[number] or self._bytes(shape, number) for number in self._live[start : start + count]]

    def position_after(self, record_id: str) -> int | None:
        """The position behind an id, also one that was deleted meanwhile; None for an id never given out."""
        with self.lock:
            number = self._ids.number(record_id)
            return None if number is None or number >= self._next else bisect_right(self._live, number)

    def find_email(self, address: str) -> list[str]:
        """The ids of the records with this address, case ignored. The first call reads the whole book."""
        with self.lock:
            if self._by_email is None:
                self._by_email = {}
                for number in self._live:
                    self._note_emails(number, self._record(number))
            wanted = address.strip().lower()
            hits = dict.fromkeys(self._by_email.get(wanted, ()))
            return [self._ids.of(number) for number in hits if self._holds(number, wanted)]

    # Writing

    def add(self, fields: Mapping[str, Any] | None = None) -> str:
        """A new record at the end of the list; absent fields are null. Returns its id."""
        with self.lock:
            number = self._next
            self._next += 1
            now = self.stamp()
            record: Record = {name: [] if isinstance(value, list) else None for name, value in self._make(0).items()}
            record |= {"id": self._ids.of(number), "created_at": now, "updated_at": now}
            record |= {name: value for name, value in (fields or {}).items() if name not in ("id", "created_at")}
            for known in self._encoded.values():
                known.append(None)
            self._live.append(number)
            self._store(number, record)
            return str(record["id"])

    def update(self, record_id: str, changes: Mapping[str, Any], *, touch: bool = True) -> bool:
        """Set fields of a record; `touch` renews updated_at. False where there is no such record."""
        with self.lock:
            number = self._find(record_id)
            if number is None:
                return False
            record = self._record(number) | dict(changes)
            if touch:
                record["updated_at"] = self.stamp()
            self._store(number, record)
            return True

    def edit(self, record_id: str, field: str, value: Any) -> None:
        """Somebody else sets one field; raises KeyError where the record or the field does not exist."""
        record = self.get(record_id)
        if record is None or field not in record:
            raise KeyError(f"{record_id} {field}")
        self.update(record_id, {field: value})

    def delete(self, record_id: str) -> bool:
        """Remove a record for good; False where there is none."""
        with self.lock:
            number = self._find(record_id)
            if number is None:
                return False
            if self.watch is not None:
                self.watch(record_id, self._record(number), None)
            self._live.pop(bisect_left(self._live, number))
            self._changed.pop(number, None)
            for known in self._encoded.values():
                known[number] = None
            self.revision += 1
            return True

    def merge(self, keep: str, *losers: str) -> bool:
        """The kept record takes what it lacks from the losers, which are removed. False where one is missing."""
        with self.lock:
            record = self.get(keep)
            others = {loser: self.get(loser) for loser in losers}
            if record is None or keep in others:
                return False
            for other in others.values():
                if other is None:
                    return False
                for name, value in other.items():
                    if isinstance(value, list):
                        record[name] = record[name] + [entry for entry in value if entry not in record[name]]
                    elif record[name] in (None, ""):
                        record[name] = value
            for loser in losers:
                self.delete(loser)
                self.merged[loser] = keep
            return self.update(keep, record)

    def _find(self, record_id: str) -> int | None:
        number = self._ids.number(record_id)
        if number is None or number >= self._next:
            return None
        position = bisect_left(self._live, number)
        return number if position < len(self._live) and self._live[position] == number else None

    def _invented(self, number: int) -> Record | None:
        return self._make(number) if number < self._size else None

    def _record(self, number: int) -> Record:
        return self._changed.get(number) or self._make(number)

    def _bytes(self, shape: str, number: int) -> bytes:
        known = self._encoded[shape][number]
        if known is None:
            known = msgspec.json.encode(self._shapes[shape](self._record(number)))
            self._encoded[shape][number] = known
        return known

    def _store(self, number: int, record: Record) -> None:
        if self.watch is not None:
            self.watch(self._ids.of(number), self._changed.get(number) or self._invented(number), record)
        self._changed[number] = record
        for known in self._encoded.values():
            known[number] = None
        self.revision += 1
        self._note_emails(number, record)

    def _note_emails(self, number: int, record: Record) -> None:
        if self._by_email is None:
            return
        for address in self._emails(record):
            self._by_email.setdefault(address.strip().lower(), []).append(number)

    def _holds(self, number: int, address: str) -> bool:
        # The index is only ever added to; an address that was taken away again is sorted out here.
        if self._find(self._ids.of(number)) is None:
            return False
        return any(own.strip().lower() == address for own in self._emails(self._record(number)))
