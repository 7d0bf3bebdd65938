"""Who is here already: the items that the rows of a slice may be about, looked up for all of them at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.fates import Candidate, Policy
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.importing.plan import is_another
from crmdesk.domain.importing.points import (
    FIELDS_OF_POINTS,
    Points,
    form_of,
    forms_of,
    number,
    own_uid,
    point,
    words_of,
)
from crmdesk.domain.matching.suggestions import Tier
from crmdesk.domain.rows import rows_of
from crmdesk.domain.values import Values
from crmdesk.store import Reads
from crmdesk.store.schema import to_micros
from crmdesk.sync.matching.resembling import resembling

AT_ONCE = 20_000  # items that are looked through for their emails in one read
_OWN_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
VIRTUAL = 1 << 30  # ids from here on are of rows that a preview would have made


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as it was read, what it can be found by, and a number by which it is known when it comes again."""

    incoming: Incoming
    forms: tuple[str, ...] = ()
    points: tuple[int, ...] = ()  # the numbers of these
    digest: int | None = None
    words: int | None = None  # the number of what it says, where nothing of it tells whom it is about


def read_row(incoming: Incoming, policy: Policy, by: Collection[str], digest: int | None = None) -> ReadRow:
    """A row with what it can be found by."""
    forms = forms_of(incoming, policy.kind, by, policy.region)
    return ReadRow(incoming, forms, tuple(map(point, forms)), digest, words_of(incoming))


class Finder:
    """Finds the items that rows may be about: by our own id, by an id of the file's, by email, phone, resemblance.

    Emails and phones of all items are held in a few bytes each. What changes meanwhile is looked at before each slice.
    """

    def __init__(self, policy: Policy, signature: str, by: Collection[str], import_id: int = 0) -> None:
        self._policy = policy
        self._signature = signature
        self._by = frozenset(by)
        self._import_id = import_id  # of which no row is one that was imported before
        self._met: dict[int, int] = {}  # how often words of which several items came were met
        self._points = Points()
        self._looked = 0  # the highest id that was looked through
        self._since = 0
        self._own: set[int] = set()
        self._virtual: dict[int, Values] = {}
        self._virtual_ids: dict[str, int] = {}
        self._own_uids: dict[int, int] | None = None  # the items by the numbers of their UIDs in our own exports

    def look_through(self, reads: Reads) -> bool:
        """Take in the next items; tells whether there are more."""
        last = reads.imports.last_item()
        if self._looked == 0:
            self._since = to_micros(reads.now) or 0
        for key in self._keys():
            pairs = reads.imports.points(self._policy.kind, key, self._looked, self._looked + AT_ONCE)
            self._take(key, pairs)
        self._looked += AT_ONCE
        return bool(self._keys()) and self._looked < last

    def _keys(self) -> list[str]:
        if self._policy.kind is not Kind.CONTACT:
            return []
        return [key for key, word in FIELDS_OF_POINTS.items() if word in self._by]

    def _take(self, key: str, pairs: Iterable[tuple[int, str]]) -> None:
        found = ((form_of(key, text, self._policy.region), item_id) for item_id, text in pairs)
        self._points.add((point(form), item_id) for form, item_id in found if form is not None)

    def renew(self, reads: Reads) -> None:
        """Take in what has changed since it was looked last, but what this import itself stored."""
        now = to_micros(reads.now) or 0
        changed = [id_ for id_ in reads.imports.changed_items(self._policy.kind, self._since) if id_ not in self._own]
        for item_id, (values, _) in reads.imports.values(changed).items():
            for key in self._keys():
                self._take(key, [(item_id, entry.value) for entry in rows_of(values.get(key))])
        self._since = now
        self._own.clear()

    def made(self, row: ReadRow, item_id: int) -> None:
        """A row became an item, or changed one."""
        self._points.add((one, item_id) for one in row.points)
        self._own.add(item_id)

    def pretend(self, row: ReadRow, values: Values, item_id: int | None = None) -> None:
        """A preview: an item, a new one if none is named, would hold these values because of that row."""
        item_id = VIRTUAL + row.incoming.line if item_id is None else item_id
        self._virtual[item_id] = values
        self._points.add((one, item_id) for one in row.points)
        self.pretend_known(row, item_id)

    def pretend_known(self, row: ReadRow, item_id: int) -> None:
        """A preview: the id that the file has for a row would be known by now as that of an item."""
        if row.incoming.remote_id:
            self._virtual_ids[row.incoming.remote_id] = item_id

    def held(self, reads: Reads, item_ids: Sequence[int]) -> dict[int, Values]:
        """What items hold, or would hold in a preview by now."""
        there = reads.imports.values([id_ for id_ in item_ids if id_ < VIRTUAL])
        found: dict[int, Values] = {id_: values for id_, (values, _) in there.items()}
        return found | {id_: self._virtual[id_] for id_ in item_ids if id_ in self._virtual}

    def find(self, reads: Reads, rows: Sequence[ReadRow]) -> list[list[Candidate]]:
        """For each row everybody that it may be about."""
        by_id, points = self._by_id(reads, rows), self._points
        near = [
            () if row.incoming.line in by_id else dict.fromkeys(id_ for one in row.points for id_ in points.items(one))
            for row in rows
        ]
        by_words = self._by_words(reads, rows)
        said_before = (id_ for ids in by_words.values() for id_ in ids)
        wanted = sorted({*by_id.values(), *said_before, *(id_ for ids in near for id_ in ids)})
        items = reads.imports.values([id_ for id_ in wanted if id_ < VIRTUAL])
        items |= {id_: (self._virtual[id_], False) for id_ in wanted if id_ in self._virtual}
        found = []
        for row, ids in zip(rows, near, strict=True):
            known = by_id.get(row.incoming.line)
            if known is not None and known in items:
                found.append([Candidate(known, items[known][0], "id", items[known][1])])
                continue
            holders = [self._candidate(row, id_, *items[id_]) for id_ in ids if id_ in items]
            held = _living([one for one in holders if one is not None])
            if not held and (again := [id_ for id_ in by_words.get(row.words or 0, ()) if id_ in items]):
                id_ = self._nth(row.words or 0, again)
                held = [Candidate(id_, items[id_][0], "words", items[id_][1])]
            if not held and "certain" in self._by and row.incoming.values:
                held = self._certain(reads, row)
            found.append(held)
        return found

    def _by_words(self, reads: Reads, rows: Sequence[ReadRow]) -> dict[int, list[int]]:
        """The items that came of rows that said the same."""
        words = [row.words for row in rows if row.words is not None] if "id" in self._by else []
        return reads.imports.by_words(self._signature, self._policy.kind, words, self._import_id) if words else {}

    def _nth(self, words: int, items: Sequence[int]) -> int:
        """Whom a row is about of several that came of its words: each in its turn, as they stand in the file."""
        if len(items) == 1:
            return items[0]
        place = self._met.get(words, 0)
        self._met[words] = place + 1
        return items[min(place, len(items) - 1)]

    def _by_id(self, reads: Reads, rows: Sequence[ReadRow]) -> dict[int, int]:
        """The item of each line whose id, or the desk's own, is known."""
        if "id" not in self._by:
            return {}
        remote = reads.imports.by_remote(
            self._signature, [row.incoming.remote_id for row in rows if row.incoming.remote_id]
        ) | {id_: self._virtual_ids[id_] for row in rows if (id_ := row.incoming.remote_id) in self._virtual_ids}
        own = self._by_own_id(reads, rows)
        found: dict[int, int] = {}
        for row in rows:
            line, uid = row.incoming.line, row.incoming.remote_id
            item_id = own.get(line)
            if item_id is None and uid:
                item_id = remote[uid] if uid in remote else self._by_own_uid(reads, uid)
            if item_id is not None:
                found[line] = item_id
        return found

    def _by_own_id(self, reads: Reads, rows: Sequence[ReadRow]) -> dict[int, int]:
        """The item of each line with an id of this desk's, unless the row shows that another desk gave it."""
        wanted: dict[int, int] = {}
        for row in rows:
            own = row.incoming.own_id
            if own and own.isascii() and own.isdigit() and len(own) < 10:
                item_id = reads.items.current(int(own))
                if self._policy.kind in reads.items.kinds([item_id]):
                    wanted[row.incoming.line] = item_id
        held = reads.imports.values(list(set(wanted.values())))
        for row in rows:
            here = held.get(wanted.get(row.incoming.line, 0))
            if here is not None and is_another(row.incoming.values, here[0], self._policy):
                del wanted[row.incoming.line]
        return wanted

    def _by_own_uid(self, reads: Reads, uid: str) -> int | None:
        """The item that this desk's own exports give a UID."""
        if self._policy.kind is not Kind.CONTACT or not _OWN_UID.fullmatch(uid):
            return None
        if self._own_uids is None:
            born = reads.items.born(Kind.CONTACT)
            self._own_uids = {number(own_uid(item_id, at)): item_id for item_id, at in born.items()}
        return self._own_uids.get(number(uid.lower()))

    def _candidate(self, row: ReadRow, item_id: int, values: Values, trashed: bool) -> Candidate | None:
        """An item that really holds what one of the points stands for, by the surest of them."""
        for key in self._keys():
            held = {form_of(key, entry.value, self._policy.region) for entry in rows_of(values.get(key))}
            if not held.isdisjoint(row.forms):
                return Candidate(item_id, values, FIELDS_OF_POINTS[key], trashed)
        return None

    def _certain(self, reads: Reads, row: ReadRow) -> list[Candidate]:
        near = resembling(reads, self._policy.kind, row.incoming.values)
        ids = [one.item_id for one in near if one.tier is Tier.CERTAIN]
        return [
            Candidate(id_, values, "certain", trashed) for id_, (values, trashed) in reads.imports.values(ids).items()
        ]


def _living(found: Sequence[Candidate]) -> list[Candidate]:
    """Those found by the surest means alone; who is in the trash counts where nobody else does."""
    for by in FIELDS_OF_POINTS.values():
        same = [one for one in found if one.by == by]
        if same:
            return [one for one in same if not one.trashed] or same
    return []
