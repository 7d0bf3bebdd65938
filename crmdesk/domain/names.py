"""Full names that are just their parts: they follow when a part changes, and are never an edit of their own."""

from __future__ import annotations

from crmdesk.domain.values import Values


def joined(values: Values) -> str:
    """First and last name as one text, as a CRM joins them."""
    return " ".join(str(values[part]) for part in ("first_name", "last_name") if part in values)


def follows(values: Values) -> bool:
    """Whether the full name says no more than its parts."""
    return "name" in values and values["name"] == joined(values)
