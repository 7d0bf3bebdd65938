"""The property bag of a contact of the CRM API: custom fields beside standard members, of any type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

import msgspec

from crmdesk.domain.fields import ADDRESS
from crmdesk.domain.values import Patch, Value
from crmdesk.providers.crm_api.info import CUSTOM, is_custom
from crmdesk.providers.wire.answer import UNREADABLE

# Our part, and the members of an address of the bag that make it up, a line each.
_PARTS = {
    "street": ("street", "street2"),
    "city": ("city",),
    "region": ("state",),
    "postcode": ("postalCode",),
    "country": ("country",),
}
_WORDS = {True: "yes", False: "no"}


def custom_in(bag: Mapping[str, Any]) -> dict[str, Value]:
    """The custom fields of a bag as texts; what is no text is written as one."""
    return {f"{CUSTOM}{name}": text for name, raw in bag.items() if is_custom(name) and (text := _text(raw))}


def _text(raw: Any) -> str:
    if raw is None:
        return ""
    if isinstance(raw, str):
        return raw if raw.strip() else ""
    return _WORDS[raw] if isinstance(raw, bool) else msgspec.json.encode(raw).decode()


def raw_custom(text: Any, before: Any) -> Any:
    """A text as the bag is sent it: of the type that the field had, where the text can be read as one."""
    if text is None or before is None or isinstance(before, str):
        return text
    if isinstance(before, bool):
        return {word: raw for raw, word in _WORDS.items()}.get(text, text)
    try:
        raw = msgspec.json.decode(text)
    except UNREADABLE:
        return text
    number = isinstance(before, int | float) and isinstance(raw, int | float) and not isinstance(raw, bool)
    return raw if number or isinstance(raw, type(before)) else text


def address_in(bag: Mapping[str, Any]) -> dict[str, Value]:
    """The main address of a bag, the primary one, else the first, else the older single one: in parts, or as a text."""
    chosen = bag.get("address")
    if held := _addresses(bag):
        chosen = held[_main(held)]
    if isinstance(chosen, str):
        return {ADDRESS: chosen} if chosen.strip() else {}
    if not isinstance(chosen, dict):
        return {}
    lines = {part: [chosen.get(name) for name in names] for part, names in _PARTS.items()}
    texts = {
        part: "\n".join(raw for raw in raws if isinstance(raw, str) and raw.strip()) for part, raws in lines.items()
    }
    return {part: text for part, text in texts.items() if text}


def addresses_with(bag: Mapping[str, Any], patch: Patch) -> dict[str, Any]:
    """The member that sends changed parts of the main address: the whole list, all else in it as it was; else none."""
    changed = {part: patch[part] for part in _PARTS if part in patch}
    if not changed:
        return {}
    older = bag.get("address")
    held = _addresses(bag) or [older if isinstance(older, dict) else {"type": "mailing", "isPrimary": True}]
    place = _main(held)
    main = dict(held[place])
    for part, text in changed.items():
        names = _PARTS[part]
        lines = str(text or "").split("\n", len(names) - 1)
        for name, line in zip_longest(names, lines, fillvalue=""):
            main.pop(name, None)
            main |= {name: line} if line.strip() else {}
    said = any(name in main for names in _PARTS.values() for name in names)
    # An emptied one keeps its place before others, else the next one would be the main one.
    return {"addresses": [*held[:place], main, *held[place + 1 :]] if said or len(held) > 1 else []}


def _addresses(bag: Mapping[str, Any]) -> list[dict[str, Any]]:
    several = bag.get("addresses")
    return [one for one in several if isinstance(one, dict)] if isinstance(several, list) else []


def _main(held: Sequence[Mapping[str, Any]]) -> int:
    return next((place for place, one in enumerate(held) if one.get("isPrimary") is True), 0)
