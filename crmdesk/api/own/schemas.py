"""The JSON schemas of the desk's own documents."""

from __future__ import annotations

from typing import Any

from crmdesk.api.route import Schema

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
NUMBER: Schema = {"type": "integer"}


def record(**members: Any) -> Schema:
    """An object that has all of these."""
    return {"type": "object", "required": sorted(members), "properties": members}


def listing(name: str, member: Schema, **more: Any) -> Schema:
    """A list as all lists are: how many there are, and some of them."""
    return record(**{"total": NUMBER, name: {"type": "array", "items": member}, **more})
