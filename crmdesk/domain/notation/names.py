"""Full names and their parts: a name that is just its parts follows them, and is split once where a CRM keeps parts."""

from __future__ import annotations

from crmdesk.domain.values import Values


def joined(values: Values) -> str:
    """First and last name as one text, as a CRM joins them."""
    return " ".join(str(values[part]) for part in ("first_name", "last_name") if part in values)


def follows(values: Values) -> bool:
    """Whether the full name says no more than its parts."""
    return "name" in values and values["name"] == joined(values)


def split_name(values: Values) -> Values:
    """For a create where a CRM keeps only parts: a name without them is split once, at its first blank."""
    name = values.get("name")
    if not isinstance(name, str) or "first_name" in values or "last_name" in values:
        return values
    first, _, last = name.strip().partition(" ")
    return {**values, "first_name": first} | ({"last_name": last.strip()} if last.strip() else {})
