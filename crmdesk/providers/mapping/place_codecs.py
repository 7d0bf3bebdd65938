"""Codecs for postal addresses in parts, as MRI Vault tells them: of Australia, New Zealand and the United Kingdom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crmdesk.providers.mapping.text_codec import Wrong, read_text


def read_place(raw: Any) -> str | None:
    """A postal address in parts, as one line, in the order of Australia, New Zealand and the United Kingdom."""
    if raw.__class__ is not dict:
        return read_text(raw)
    suburb, mail = raw.get("suburb"), _uk_address(raw)
    postcode = _part(suburb.get("postcode")) if suburb.__class__ is dict else ""
    town = " ".join(filter(None, (_part(suburb), _part(raw.get("state")), postcode)))
    uk_town = [_part(mail.get(name)) for name in ("postTown", "postcode")]
    return ", ".join(filter(None, (*_street_lines(raw), town, *uk_town))) or None


def read_street(raw: Any) -> str | None:
    """The lines of a postal address in parts that stand before its town."""
    if raw.__class__ is not dict:
        raise Wrong("an address in parts")
    return "\n".join(_street_lines(raw)) or None


def _street_lines(raw: Mapping[str, Any]) -> list[str]:
    mail, line = _uk_address(raw), _part(raw.get("street"))
    number, unit = _part(raw.get("streetNumber")), _part(raw.get("unitNumber"))
    road = " ".join(filter(None, (_part(mail.get("buildingNumber")), _part(mail.get("thoroughfare")))))
    before = [_part(mail.get(name)) for name in _UK_BEFORE]
    after = [_part(mail.get(name)) for name in _UK_AFTER]
    street = f"{unit}/{number} {line}" if unit else f"{number} {line}"
    return [one for one in (_part(raw.get("level")), street.strip(), *before, road, *after) if one]


# What Royal Mail, and an address as somebody typed it, put before and after the house number and its road.
_UK_BEFORE = ("organisation", "department", "subbuildingNumber", "subbuildingName", "buildingName", "address1")
_UK_AFTER = ("address2", "thoroughfare2", "locality", "locality2")


def _uk_address(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    for name in ("royalMail", "customAddress"):
        if (found := raw.get(name)).__class__ is dict and any(found.values()):
            return found
    return {}


def _part(raw: Any) -> str:
    if raw.__class__ is dict:
        raw = raw.get("abbreviation") or raw.get("name")
    if raw is not None and raw.__class__ is not str:
        raise Wrong("a text")
    return (raw or "").strip()
