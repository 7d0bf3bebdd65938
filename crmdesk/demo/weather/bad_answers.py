"""Weather inside an answer: lists that move, repeat or never end, and records no sane CRM should send."""

import json
import re
from dataclasses import dataclass
from typing import Any

import msgspec

from crmdesk.demo.weather.weather import Rule, Weather

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Where one of a CRM's answers keeps its records, so that the same weather fits every CRM."""

    path: re.Pattern[str]
    items: Path
    cursor: Path | None = None
    total: Path | None = None
    single: bool = False
    id: str = "id"
    name: str = "first_name"
    notes: str = "description"
    updated: str = "updated_at"
    summary_hides: tuple[str, ...] = ()
    method: str = "GET"


_RAW = {
    '"many digits here"': "9" * 5000,
    '"duplicate keys here": 1': '"id": "first", "id": "second"',
}
_NAMES = ("last_name", "full_name", "lastName", "displayName")
_RECORD_SWITCHES = ("summary", "equal_timestamps", "unknown_fields", "vanished_field", "bad_record", "same_id")
_LIST_SWITCHES = ("duplicate_page", "moving_page", "endless", "short_list", "wrong_total")


def distort(weather: Weather, listing: Listing, method: str, path: str, body: bytes) -> tuple[bytes, list[str]]:
    """The answer as the present weather leaves it, and the names of the switches that had a hand in it."""
    if not any(weather.matching(name, method, path) for name in (*_RECORD_SWITCHES, *_LIST_SWITCHES)):
        return body, []
    document = msgspec.json.decode(body)
    found = _dig(document, listing.items)
    if found is None:
        return body, []
    items = [found] if isinstance(found, dict) else list(found)
    used: list[str] = []
    original = list(items)
    for name in _RECORD_SWITCHES:
        for rule in weather.matching(name, method, path):
            if _concerns(rule, listing, items) and weather.fire(rule):
                items = _RECORDS[name](items, rule.options, listing)
                used.append(name)
    if not listing.single:
        for name in _LIST_SWITCHES:
            for rule in weather.matching(name, method, path):
                if _concerns(rule, listing, items) and weather.fire(rule):
                    items = _bend(name, rule, document, items, listing, weather.memory.get(path, []))
                    used.append(name)
        if original:
            weather.memory[path] = original
    if not used:
        return body, []
    bent = items[0] if isinstance(found, dict) else items
    if listing.items:
        _put(document, listing.items, bent)
    else:
        document = bent
    text = json.dumps(document)
    for marker, raw in _RAW.items():
        text = text.replace(marker, raw)
    return text.encode("ascii"), used


def _dig(document: Any, path: Path) -> Any:
    for step in path:
        document = document.get(step) if isinstance(document, dict) else None
    return document


def _put(document: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        document = document[step]
    document[path[-1]] = value


def _concerns(rule: Rule, listing: Listing, items: list[Any]) -> bool:
    if rule.name in ("summary", "same_id"):
        return not listing.single and len(items) > (rule.name == "same_id")
    if rule.name == "bad_record":
        if rule.options["id"] is None:
            return not listing.single and len(items) > rule.options["index"]
        return any(isinstance(item, dict) and item.get(listing.id) == rule.options["id"] for item in items)
    return True


def _without(items: list[Any], names: tuple[str, ...]) -> list[Any]:
    return [{key: value for key, value in item.items() if key not in names} for item in items]


def _bad_record(items: list[Any], options: dict[str, Any], listing: Listing) -> list[Any]:
    index = options["index"]
    if options["id"] is not None:
        index = next(i for i, item in enumerate(items) if item.get(listing.id) == options["id"])
    return [*items[:index], _spoil(items[index], options["what"], listing), *items[index + 1 :]]


def _spoil(item: dict[str, Any], what: str, listing: Listing) -> Any:
    notes, name = listing.notes, listing.name
    changes: dict[str, dict[str, Any]] = {
        "null_id": {listing.id: None},
        "number_id": {listing.id: 4711},
        "null_name": {field: None for field in (name, *_NAMES) if field in item},
        "wrong_types": {name: 12, notes: {"text": ["a"]}, listing.updated: False, "contact_emails": "none"},
        "huge_notes": {notes: "All work and no play. " * 50_000},
        "control_characters": {notes: "bell \x07 escape \x1b[31m vertical \x0b delete \x7f end"},
        "right_to_left": {name: "\u202eevil\u202c", notes: "\u200f\u05e9\u05dc\u05d5\u05dd\u200e \u2066x\u2069"},
        "lone_surrogate": {notes: "half \ud83d a pair"},
        "nul": {notes: "before\x00after"},
        "big_number": {"shoe_size": 2**80},
        "many_digits": {"shoe_size": "many digits here"},
        "nan": {"shoe_size": float("nan")},
        "duplicate_keys": {"duplicate keys here": 1},
    }
    if what == "no_id":
        return {key: value for key, value in item.items() if key != listing.id}
    return "not an object" if what == "not_an_object" else item | changes[what]


_RECORDS: dict[str, Any] = {
    "summary": lambda items, options, listing: _without(items, tuple(options["hide"] or listing.summary_hides)),
    "equal_timestamps": lambda items, options, listing: [item | {listing.updated: options["at"]} for item in items],
    "unknown_fields": lambda items, options, listing: [item | options["fields"] for item in items],
    "vanished_field": lambda items, options, listing: _without(items, (options["field"],)),
    "bad_record": _bad_record,
    "same_id": lambda items, options, listing: [
        items[0],
        items[1] | {listing.id: items[0][listing.id]},
        *items[2:],
    ],
}


def _bend(name: str, rule: Rule, document: Any, items: list[Any], listing: Listing, before: list[Any]) -> list[Any]:
    options = rule.options
    if name == "duplicate_page":
        return [*before, *items]
    if name == "moving_page":
        repeat = min(options["repeat"], len(before))
        return [*before[len(before) - repeat :], *items[options["lose"] :]]
    if name == "endless":
        if listing.cursor is not None and not _dig(document, listing.cursor):
            _put(document, listing.cursor, (items or before)[0][listing.id])
        return items or before
    if name == "short_list":
        if listing.cursor is not None:
            _put(document, listing.cursor, None)
        return items[: options["keep"]]
    if listing.total is not None:
        _put(document, listing.total, (_dig(document, listing.total) or 0) + options["by"])
    return items
