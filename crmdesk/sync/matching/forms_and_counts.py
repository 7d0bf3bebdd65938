"""The book as comparisons see it: who has a name and who holds a contact point, asked of the keys and remembered."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable
from math import log2
from typing import TypeVar

from crmdesk.domain.matching.form import FIRM, PERSON, Form, from_bytes
from crmdesk.domain.matching.keys import CAPS, KeyKind, hashed, keys, whole_name
from crmdesk.domain.matching.name_levels import one_person
from crmdesk.store import Reads

T = TypeVar("T")
FORMS_KEPT = 40_000  # forms held in memory: some 40 MB
KEYS_KEPT = 40_000  # records whose keys are held in memory: some 15 MB
ANSWERS_KEPT = 60_000  # counts held in memory
SMALLEST = 10.0  # log2 of the smallest book: one of fewer records is a part of a larger world
MOST_COUNTED = 4096  # records of one name that are counted; of more there are as many
LOOKED_AT = CAPS[KeyKind.PHONE]  # holders of a point whose names are compared


_COUNTED_EXACTLY = 11  # as forming follows their number


class Kept(OrderedDict[object, T]):
    """Answers that were found, the last used ones up to a number."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def ask(self, key: object, find: Callable[[], T]) -> T:
        """The answer to a key, found where it is not known."""
        found = self.get(key)
        if found is None:
            found = self[key] = find()
            if len(self) > self._most:
                self.popitem(last=False)
        return found


class FormsAndCounts:
    """The book of one moment; `reads` is set anew for each transaction, and `forget` drops what may have changed."""

    def __init__(self) -> None:
        self.reads: Reads
        self.size = SMALLEST
        self._forms: Kept[Form] = Kept(FORMS_KEPT)
        self._keys: Kept[array[int]] = Kept(KEYS_KEPT)
        self._counts: Kept[int] = Kept(ANSWERS_KEPT)

    def measure(self, records: int) -> None:
        """Take the size of the book, in whole steps, so that one record more changes no weight."""
        self.size = max(SMALLEST, float(int(log2(max(records, 1)))))

    def forget(self, record_ids: Iterable[int] = ()) -> None:
        """Records changed, and with them what was counted."""
        self._counts.clear()
        for record_id in record_ids:
            self._forms.pop(record_id, None)
            self._keys.pop(record_id, None)

    def keys(self, record_id: int, form: Form) -> array[int]:
        """The keys of a record's stored form, hashed once."""
        return self._keys.ask(record_id, lambda: array("q", keys(form)))

    def forms(self, ids: Iterable[int]) -> dict[int, Form]:
        """The forms of records; one that has none is left out."""
        found: dict[int, Form] = {}
        missing = []
        for id_ in ids:
            form = self._forms.get(id_)
            if form is None:
                missing.append(id_)
            else:
                found[id_] = form
        for id_, stored in self.reads.match_index.forms(missing).items():
            found[id_] = self._forms[id_] = from_bytes(stored)
        while len(self._forms) > FORMS_KEPT:
            self._forms.popitem(last=False)
        return found

    def namesakes(self, form: Form) -> int:
        """How many records have that whole name; of more than a dozen, as a power of two."""
        name = whole_name(form)
        found = self._counts.ask(name, lambda: self._amount(KeyKind.WHOLE_NAME, name))
        return found if found <= _COUNTED_EXACTLY else 1 << (found.bit_length() - 1)

    def bearers(self, surname: str) -> int:
        """How many records have that surname, as a power of two."""
        found = self._counts.ask(("surname", surname), lambda: self._amount(KeyKind.SURNAME, surname))
        return 1 << (max(found, 1).bit_length() - 1)

    def people(self, point: str) -> int:
        """How many different people hold a contact point; of a great many the half, as a power of two."""
        return self._counts.ask(("point", point), lambda: self._people(point))

    def _amount(self, kind: KeyKind, text: str) -> int:
        return self.reads.match_index.amount(hashed(kind, text), MOST_COUNTED)

    def _people(self, point: str) -> int:
        kind, text = (KeyKind.MAILBOX, point) if "@" in point else (KeyKind.PHONE, point[1:])
        hash_ = hashed(kind, text)
        holders = self.reads.match_index.holders(hash_, LOOKED_AT + 1)
        if len(holders) > LOOKED_AT:
            return 1 << (self.reads.match_index.amount(hash_, MOST_COUNTED).bit_length() - 2)
        met: list[Form] = []
        for form in sorted(self.forms(holders).values(), key=lambda form: form.mark):
            if form.kind == PERSON and not form.named:
                continue
            if not any(_alike(form, other) for other in met):
                met.append(form)
        return max(len(met), 1)


def _alike(one: Form, other: Form) -> bool:
    return one.kind == other.kind and (one.kind == FIRM or one_person(one, other))
