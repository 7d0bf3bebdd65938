"""How MRI Vault's v1.3 is sent what it takes: members of whole objects, each in the form in which it is written.

Reading and writing differ: a suburb is written by its id alone, people and staff by theirs, a phone's type by its code.
What is shown in a form that nobody described is not put back by guess: nothing is sent then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from crmdesk.domain.notation.normal import plain_form
from crmdesk.errors import Rejected
from crmdesk.providers.mapping.own_rows import own_rows
from crmdesk.providers.mri_vault.members import ADDRESS, UNWRITTEN_ADDRESS, Shape

_CODES = {"home": "H", "work": "W", "mobile": "M", "facsimile": "F", "fax": "F", "direct": "D", "other": "D"}
_NO_TEXTS = frozenset({"settlement", "end", "salePrice", "annualRent"})  # cleared by null; texts by an empty one
PROSPECTS = ("prospect", "appraisal")  # the only states that can be written


def within(value: Any) -> Mapping[str, Any]:
    """An object, or an empty one where something else stands in its place."""
    return value if isinstance(value, dict) else {}


def objects(value: Any) -> list[Mapping[str, Any]]:
    """The objects of a list; what else stands in it, or in its place, says nothing."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def is_unwritten(address: Any) -> bool:
    """Whether an address is in the parts that no write takes: those of the United Kingdom."""
    parts = within(address)
    return not parts.get("suburb") and any(parts.get(name) for name in UNWRITTEN_ADDRESS)


def has_email(contact: Mapping[str, Any]) -> bool:
    """Whether a contact can be searched for by an email, which shows who may edit it."""
    emails = contact.get("emails")
    return isinstance(emails, list) and any(isinstance(one, str) and one.strip() for one in emails)


class _Strange(Exception):
    """A member is shown in another form than the one that was described."""


def _by_id(value: Any) -> Any:
    """Something with an id, written by that alone."""
    if isinstance(value, dict) and isinstance(value.get("id"), int | str):
        return {"id": whole(value["id"])}
    raise _Strange


def _by_ids(value: Any) -> Any:
    """A list of things with ids."""
    if not isinstance(value, list):
        raise _Strange
    return [_by_id(one) for one in value]


def _address(value: Any) -> Any:
    """An address: its parts, and the suburb by its id; None for one of the United Kingdom, which no write takes."""
    if not isinstance(value, dict):
        raise _Strange
    parts = {name: value.get(name) for name in ADDRESS if value.get(name) is not None}
    if "suburb" in parts:
        parts["suburb"] = _by_id(parts["suburb"])
        return {name: value.get(name) or "" for name in ADDRESS} | {"suburb": parts["suburb"]}
    return parts if any(parts.values()) else None


def _phones(value: Any) -> Any:
    """Numbers with the code of their type; a label that is none of theirs goes into the comment."""
    if not isinstance(value, list):
        raise _Strange
    sent = []
    for row in value:
        if not isinstance(row, dict) or not isinstance(row.get("number"), str):
            raise _Strange
        code = _CODES.get(str(row.get("type") or "").lower()) or row.get("typeCode")
        one = {"number": row["number"], "typeCode": code, "comment": row.get("comment")}
        sent.append({name: held for name, held in one.items() if held is not None})
    return sent


def _positions(value: Any) -> Any:
    """Who looks after a contact: each position by its number, with the user who has it by theirs."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _Strange
    return [{**_by_id(one), "user": _by_id(one.get("user"))} for one in value]


def _state(value: Any) -> Any:
    """The state of a property, where it is one that can be written; the others come about by themselves."""
    return value if value in PROSPECTS else None


FORMS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("address", "postalAddress"), _address),
    **dict.fromkeys(
        (
            "branch", "building", "type", "methodOfsale", "authorityType", "tenureOrTitleType", "propertyManager",
            "sourceOfEnquiry", "user", "contact", "externalAgency", "leaseExpiryReminderUser",
        ),
        _by_id,
    ),
    **dict.fromkeys(
        ("accessBy", "editableBy", "contactStaff", "customUnsubscribe", "contacts", "owners", "tenants", "purchasers"),
        _by_ids,
    ),
    "phoneNumbers": _phones,
    "marketingUsers": _positions,
}  # fmt: skip
"""How members are written that are not written as they are read."""


def projected(
    document: Mapping[str, Any],
    shape: Shape,
    said: Collection[str] = (),
    forms: Mapping[str, Callable[[Any], Any]] = FORMS,
) -> dict[str, Any]:
    """The part of an object that its write takes, in the form that it takes it.

    What is null there stays away, unless it is `said`: a member that the write is to clear. Raises Rejected for a
    member that is shown in a form that could not be put back.
    """
    sent: dict[str, Any] = {}
    for name in shape.written:
        value = document.get(name)
        try:
            value = forms[name](value) if name in forms and value is not None else value
        except _Strange:
            raise Rejected(
                f"MRI Vault shows “{name}” in a form that its API does not describe, so that it could not be put back:"
                " nothing was sent.",
                next="Change it in MRI Vault itself, and tell us what it shows.",
            ) from None
        if value is None and name in said:
            value = None if name in _NO_TEXTS else ""
        elif value is None:
            continue
        sent[name] = value
    return sent


OF_A_PROPERTY: Mapping[str, Callable[[Any], Any]] = {**FORMS, "status": _state}
"""The same for properties, whose state is only written at their beginning."""
OF_AN_OFFER: Mapping[str, Callable[[Any], Any]] = {**FORMS, "status": _by_id}
"""The same for offers, whose state has an id."""


def keep_comments(changes: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """Give numbers that stay the comment that the desk does not know."""
    for row, old in own_rows(before.get("phoneNumbers"), changes.get("phoneNumbers") or (), "number", "type"):
        if comment := old.get("comment"):
            row["comment"] = comment


def whole(text: Any) -> Any:
    """An id as the number that it is there."""
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() else text


STREET_PARTS = ("level", "unitNumber", "streetNumber", "street")
_STREET = re.compile(r"(?:(?P<unit>[\w-]+)\s*/\s*)?(?P<number>\d[\w-]*)\s+(?P<street>.+)")


def street_and_suburb(text: str) -> tuple[dict[str, str], str] | None:
    """A typed address as its street parts and the words behind the comma; None where it is not of that form."""
    first, comma, rest = plain_form(text).partition(",")
    found = _STREET.fullmatch(first.strip())
    if not (found and comma and rest.strip()):
        return None
    parts = {"level": "", "unitNumber": found["unit"] or "", "streetNumber": found["number"], "street": found["street"]}
    return parts, rest.strip()


def street_parts(text: str) -> dict[str, str]:
    """The lines before a town as street parts; one that is no house number and street stays whole."""
    *before, last = [line.strip() for line in plain_form(text).splitlines() if line.strip()] or [""]
    blank = dict.fromkeys(STREET_PARTS, "")
    if (found := _STREET.fullmatch(last)) is None:
        return {**blank, "street": ", ".join((*before, last))}
    named = {"unitNumber": found["unit"] or "", "streetNumber": found["number"], "street": found["street"]}
    return {**blank, "level": ", ".join(before), **named}


def address_form(text: str) -> str:
    """The form under which two typed addresses are the same: case, blanks and commas aside, streets spelled short."""
    words = re.sub(r"[,.\s]+", " ", plain_form(text).casefold()).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def search_term(text: str) -> str:
    """The words of a typed address that stand in it however it is spelled: number and street, without its sort."""
    words = text.partition(",")[0].split()
    sort = words[-1].rstrip(".").casefold() if len(words) > 2 else ""
    return " ".join(words[:-1] if sort in _SHORT or sort in _SHORT.values() else words)


_SHORT = {
    "street": "st", "road": "rd", "avenue": "ave", "av": "ave", "drive": "dr", "place": "pl", "court": "ct",
    "lane": "ln", "terrace": "tce", "parade": "pde", "crescent": "cres", "highway": "hwy", "square": "sq",
    "boulevard": "blvd",
}  # fmt: skip
