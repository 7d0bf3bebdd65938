"""The property bag of a contact of the CRM API: custom fields beside standard members, of any type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from crmdesk.domain.fields import ADDRESS
from crmdesk.domain.values import Value
from crmdesk.providers.answer import UNREADABLE
from crmdesk.providers.crm_api_info import CUSTOM, is_custom

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
    """The primary address of a bag, else its first, else its single older one: in parts, or as the text that it is."""
    several = bag.get("addresses")
    found = [one for one in several if isinstance(one, dict)] if isinstance(several, list) else []
    chosen = next((one for one in found if one.get("isPrimary") is True), found[0] if found else bag.get("address"))
    if isinstance(chosen, str):
        return {ADDRESS: chosen} if chosen.strip() else {}
    if not isinstance(chosen, dict):
        return {}
    lines = {part: [chosen.get(name) for name in names] for part, names in _PARTS.items()}
    texts = {
        part: "\n".join(raw for raw in raws if isinstance(raw, str) and raw.strip()) for part, raws in lines.items()
    }
    return {part: text for part, text in texts.items() if text}
