"""Field maps at work: payloads into records, patches into what is sent.

A map is data (`FieldPath`). It is compiled once for each set of top-level names that payloads have, so that a record
costs one dictionary look-up and one plain function call for each field that says something.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Patch, Value
from crmdesk.errors import UserInputError
from crmdesk.providers.contract import BadRecord, RemoteId, RemoteRecord, Version
from crmdesk.providers.info import FieldPath
from crmdesk.providers.mapping.codecs import (
    CODECS,
    LISTS,
    READERS,
    TOGETHER,
    WRITERS,
    Reader,
    Wrong,
    list_reader,
    shortened_json,
    write_plain,
)
from crmdesk.providers.wire.mending import MARKS, UNREADABLE, told, why_odd

_KNOWN_SHAPES = 256  # sets of names kept compiled; a CRM has a handful
_ABSENT = msgspec.UNSET
_decode: Callable[[bytes], Any] = msgspec.json.Decoder().decode


class Odd(Exception):
    """What stands at a field's path was marked when it came: it cannot be read, whatever the codec."""


class _Plan(NamedTuple):
    """What to do with payloads that have one set of top-level names."""

    simple: tuple[tuple[str, str, Reader], ...]  # field, name, reader
    deep: tuple[tuple[str, Callable[[dict[str, Any]], Any]], ...]  # field, a reader of the whole payload
    fields: frozenset[str]
    unmapped: tuple[str, ...]


class RecordMap:
    """Reads and writes the records of one kind by a field map.

    `version` and `archived` name the payload's marks of those; `known` are further names that count as mapped. Raises
    UserInputError for a codec that does not exist or a path that cannot be read.
    """

    def __init__(
        self,
        kind: Kind,
        rows: Sequence[FieldPath],
        *,
        id: str = "id",
        version: str = "",
        archived: str = "",
        known: Sequence[str] = (),
    ) -> None:
        self.kind, self.rows = kind, tuple(rows)
        self._id, self._version, self._archived = id, version, archived
        self._known = frozenset({id, version, archived, *known})
        self._plans: dict[tuple[str, ...], _Plan] = {}
        self._writes = {row.field: _writer(row) for row in self.rows if row.writable}
        head = msgspec.defstruct("Head", [("id", str | int)], rename={"id": id}, gc=False)
        self._head = msgspec.json.Decoder(head).decode
        self._plan((id,))  # a wrong map shows at once

    def identify(self, payload: bytes) -> RemoteId:
        """The record's id. Raises BadRecord."""
        try:
            found: str | int = self._head(payload).id  # type: ignore[attr-defined] # the struct is made at run time
        except UNREADABLE:
            raise self._unreadable(payload) from None
        return self._clean_id(found)

    def read(self, payload: bytes) -> RemoteRecord:
        """The record a payload stands for, what is odd in it apart. Raises BadRecord where it is none, or has no id."""
        try:
            document = _decode(payload)
        except UNREADABLE:
            raise self._unreadable(payload) from None
        if document.__class__ is not dict or not document:
            raise self._unreadable(payload)
        shape = tuple(document)
        plan = self._plans.get(shape) or self._plan(shape)
        values: dict[str, Value] = {}
        fields = plan.fields
        unreadable: dict[str, str] = {}
        try:
            for field, name, reader in plan.simple:
                raw = document[name]
                if raw is not None:
                    value = reader(raw)
                    if value is not None:
                        values[field] = value
            for field, deep in plan.deep:
                raw = document
                value = deep(document)
                if value is _ABSENT:
                    fields = fields - {field}
                elif value is not None:
                    values[field] = value
        except Wrong:
            values, fields, unreadable = self._read_apart(document, plan)
        if MARKS in payload:
            values, fields, unreadable = self._read_apart(document, plan)
        if unreadable:
            fields = fields - unreadable.keys()
        version = document.get(self._version)
        return RemoteRecord(
            self.kind,
            self._clean_id(document.get(self._id)),
            values,
            fields,
            None if version is None else Version(str(version)),
            False,
            document.get(self._archived) is True,
            None,
            payload,
            plan.unmapped,
            unreadable=unreadable,
        )

    def _read_apart(
        self, document: dict[str, Any], plan: _Plan
    ) -> tuple[dict[str, Value], frozenset[str], dict[str, str]]:
        """The values field by field, the fields spoken of, and why one that is odd cannot be read."""
        values: dict[str, Value] = {}
        silent: set[str] = set()
        unreadable: dict[str, str] = {}
        for row in self.rows:
            if row.field not in plan.fields:
                continue
            ways = [way for way in _ways(row) if not document.keys().isdisjoint(way.roots)]
            try:
                value = _first(ways, careful=True)(document)
            except Odd as odd:
                unreadable[row.field] = f"“{row.path}” holds {odd}."
                continue
            except Wrong as wrong:
                unreadable[row.field] = self._why(document, row.field, wrong)
                continue
            if value is _ABSENT:
                silent.add(row.field)
            elif value is not None:
                values[row.field] = value
        return values, plan.fields - silent, unreadable

    def write(self, values: Patch) -> dict[str, Any]:
        """The members that set those values; a field that the map does not write is left out, None writes null."""
        document: dict[str, Any] = {}
        for field, value in values.items():
            if write := self._writes.get(field):
                write(document, value)
        return document

    def _plan(self, shape: tuple[str, ...]) -> _Plan:
        if len(self._plans) >= _KNOWN_SHAPES:
            self._plans.clear()
        present = frozenset(shape)
        simple, deep, fields = [], [], set()
        for row in self.rows:
            ways = [way for way in _ways(row) if present.intersection(way.roots)] if shape else _ways(row)
            if ways:
                fields.add(row.field)
                if len(ways) == 1 and ways[0].reader is not None:
                    simple.append((row.field, ways[0].roots[0], ways[0].reader))
                else:
                    deep.append((row.field, _first(ways)))
        mapped = self._known.union(root for row in self.rows for way in _ways(row) for root in way.roots)
        unmapped = tuple(name for name in shape if name not in mapped)
        plan = self._plans[shape] = _Plan(tuple(simple), tuple(deep), frozenset(fields), unmapped)
        return plan

    def _clean_id(self, found: object) -> RemoteId:
        if isinstance(found, bool) or not isinstance(found, str | int):
            raise BadRecord("The record has no id.", value=shortened_json(found), field="id")
        text = str(found)
        if text.strip() in ("", ".", "..") or "\x00" in text:  # dots alone are a way, not a name, in an address
            raise BadRecord("The record's id is empty or unusable.", value=shortened_json(found), field="id")
        return RemoteId(text)

    def _unreadable(self, payload: bytes) -> BadRecord:
        """Why a payload gives no record, as far as what is left of it tells."""
        try:
            document = _decode(payload)
        except UNREADABLE as broken:
            return BadRecord(f"The record is not readable JSON: {broken}")
        if not isinstance(document, dict):
            stands = told(document if document.__class__ is str else shortened_json(document))[:120]
            return BadRecord(f"{stands} stands where a record belongs.", value=stands)
        found = document.get(self._id)
        why = "The record has no id." if found is None else f"The record's id is {told(shortened_json(found))}."
        return BadRecord(why, name=_name_in(document), field="id", value=told(shortened_json(found)))

    def _why(self, document: dict[str, Any], field: str, wrong: Wrong) -> str:
        row = next(row for row in self.rows if row.field == field)
        roots = {root: document[root] for way in _ways(row) for root in way.roots if root in document}
        value = shortened_json(next(iter(roots.values())) if len(roots) == 1 else roots)
        return f"“{row.path}” holds {value} where {wrong} belongs."


def with_overrides(rows: Sequence[FieldPath], settings: Mapping[str, str]) -> tuple[FieldPath, ...]:
    """The rows with those of the account laid over: settings `map.FIELD` = `PATH[:CODEC]`. Raises UserInputError."""
    result = {row.field: row for row in rows}
    for key, text in settings.items():
        field = key.removeprefix("map.")
        if field == key or not text.strip():
            continue
        path, _, codec = text.strip().partition(":")
        usual = result.get(field)
        result[field] = FieldPath(field, path, codec or (usual.codec if usual else "text"))
    return tuple(result.values())


class _Way(NamedTuple):
    """One alternative of a path: the top-level names it needs, how to read it, quickly or from the whole payload."""

    roots: tuple[str, ...]
    reader: Reader | None  # for a path of one name
    deep: Callable[[dict[str, Any]], Any]
    raw: Callable[[dict[str, Any]], Any]  # what stands there, before it is read


def _ways(row: FieldPath) -> list[_Way]:
    if row.codec not in CODECS:
        raise UserInputError(f"There is no codec “{row.codec}”; there are {', '.join(sorted(CODECS))}.")
    return [_way(row, path.strip()) for path in row.path.split("|")]


def _way(row: FieldPath, path: str) -> _Way:
    if "+" in path:
        together = TOGETHER.get(row.codec)
        names = tuple(name.strip() for name in path.split("+"))
        if together is None or not all(names):
            raise UserInputError(f"“{path}” cannot be read together as {row.codec}.")
        raws = partial(_members, names)
        return _Way(names, None, lambda document: together(raws(document)), raws)
    path, bracket, member = path.partition("[]")
    names = tuple(path.split("."))
    if not all(names) or (bracket and row.codec not in LISTS):
        raise UserInputError(f"“{row.path}” is no path to a value of codec {row.codec}.")
    reader = READERS.get(row.codec) or list_reader(
        member.lstrip("."), row.label, row.primary, ids=row.codec == "references"
    )
    raw = _walker(names, lambda found: found)
    return _Way(names[:1], reader if len(names) == 1 else None, _walker(names, reader), raw)


def _members(names: Sequence[str], document: dict[str, Any]) -> list[Any]:
    return [document.get(name, _ABSENT) for name in names]


def _walker(names: tuple[str, ...], reader: Reader) -> Callable[[dict[str, Any]], Any]:
    def walk(document: dict[str, Any]) -> Any:
        found: Any = document
        for name in names:
            if found is None:
                return None
            if found.__class__ is list and name.isdigit():
                found = found[int(name)] if int(name) < len(found) else None
                continue
            if found.__class__ is not dict:
                raise Wrong("an object")
            if name not in found:
                return _ABSENT
            found = found[name]
        return None if found is None else reader(found)

    return walk


def _first(ways: Sequence[_Way], *, careful: bool = False) -> Callable[[dict[str, Any]], Any]:
    """Reads what the first of the ways that says something says; a `careful` reader looks for marks before it does."""
    if len(ways) == 1 and not careful:
        return ways[0].deep
    readers = tuple(partial(_carefully, way) if careful else way.deep for way in ways)

    def read(document: dict[str, Any]) -> Any:
        found: Any = _ABSENT
        for reader in readers:
            found = reader(document)
            if found is not None and found is not _ABSENT:
                return found
        return found

    return read


def _carefully(way: _Way, document: dict[str, Any]) -> Any:
    if why := why_odd(way.raw(document)):
        raise Odd(why)
    return way.deep(document)


def _writer(row: FieldPath) -> Callable[[dict[str, Any], Value | None], None]:
    path = row.write or row.path.split("|")[0]
    encode = WRITERS.get(row.codec, write_plain)
    empty = False if row.codec == "flag" else None
    if "+" in path:
        several = tuple(name.strip() for name in path.split("+"))

        def write_together(document: dict[str, Any], value: Value | None) -> None:
            raws = (None,) * len(several) if value is None else encode(value)
            document.update(zip(several, raws, strict=True))

        return write_together
    names, _, member = path.partition("[]")
    parents = names.split(".")
    member = member.lstrip(".")

    def write(document: dict[str, Any], value: Value | None) -> None:
        for name in parents[:-1]:
            document = document.setdefault(name, {})
        if row.codec in LISTS:
            document[parents[-1]] = [_entry(entry, member, row) for entry in value] if isinstance(value, tuple) else []
        else:
            document[parents[-1]] = empty if value is None else encode(value)

    return write


def _entry(entry: Entry, member: str, row: FieldPath) -> Any:
    if not member:
        return entry.value
    sent: dict[str, Any] = {member: entry.value}
    if entry.label:
        sent[row.label] = entry.label
    if entry.primary and row.primary:
        sent[row.primary] = True
    return sent


def _name_in(document: Mapping[str, Any]) -> str | None:
    for name in ("full_name", "name", "first_name", "last_name"):
        if isinstance(found := document.get(name), str) and found.strip():
            return told(found)
    return None
