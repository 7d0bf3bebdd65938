"""How lists write people: first name first, or last name first where both are known."""

from __future__ import annotations

from crmdesk.domain.items import compose_name
from crmdesk.domain.values import Values

_ways = {"last first": False}


def set_name_order(*, last_first: bool) -> bool:
    """Write people that way in lists from now on; whether that is another way."""
    before, _ways["last first"] = _ways["last first"], last_first
    return before is not last_first


def listed_name(values: Values) -> str:
    """A name as lists show it."""
    first, last = values.get("first_name"), values.get("last_name")
    if _ways["last first"] and isinstance(first, str) and isinstance(last, str) and first.strip() and last.strip():
        return f"{last.strip()}, {first.strip()}"
    return compose_name(values)
