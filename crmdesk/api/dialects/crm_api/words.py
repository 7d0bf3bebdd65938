"""How the CRM API words its errors, and the headers and statements that all its routes share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crmdesk.api.dialects.crm_api.bodies import ACTIVE, API, LEAD
from crmdesk.api.route import Dialect
from crmdesk.errors import DeskError, KeyMissing, KeyRefused, KnownAlready

if TYPE_CHECKING:
    from crmdesk.api.call import Call

KNOWN = "Contact with this email already exists"
NO_CONTACT, NO_EVENT = "Contact not found", "Event not found"
CREATED, UPDATED = "Contact created successfully", "Existing contact updated successfully"
TAKEN = "Contact taken"
LINKED = "Existing contact linked to event"
UPDATED_AND_LINKED = "Existing contact updated and linked to event"
_USUAL = {"contact_type": LEAD, "status": ACTIVE, "source": API}


def _error(error: DeskError, status: int) -> tuple[int, dict[str, Any]]:
    match error:
        case KeyMissing():
            return status, {"error": "Missing or invalid Authorization header"}
        case KeyRefused():
            return status, {"error": "Invalid API key"}
        case KnownAlready():
            return status, {"error": KNOWN}
    if status >= 500:
        return status, {"error": "Internal server error", "details": error.why}
    return status, {"error": error.why}


ERROR_SCHEMA = {
    "type": "object",
    "properties": {"error": {"type": "string"}, "details": {"type": "string"}},
    "required": ["error"],
}
DIALECT = Dialect(
    "crm_api",
    "CRM API of the seed 001",
    error=_error,
    error_schema=ERROR_SCHEMA,
    prefixes=("/api/v1/crm/", "/api/v1/events"),
)


def organisation(call: Call) -> dict[str, str]:
    """Whose contacts they are: the accounts that the key reaches, or the whole desk."""
    reach = call.reach()
    return {"X-Organization-Id": "desk" if reach is None else "_".join(("desk", *map(str, reach)))}


def all_of(*asked: tuple[str, str | None, str | None]) -> str | None:
    """The query that asks for all of these: a field, its value (None: any), and what stands for an absent field.

    None where no query can ask for it.
    """
    found = [condition(field, value, usual) for field, value, usual in asked if value]
    return None if None in found else " ".join(filter(None, found))


def condition(field: str, value: str, usual: str | None = None) -> str | None:
    """A query's condition that a field has exactly that value; None where no query can ask for it.

    What stands for an absent field (`usual`) is asked for as absence, too.
    """
    if '"' in value:
        return None
    exact = f'{field}:="{value}"'
    return f"({exact} OR no:{field})" if value == usual else exact


def usual(field: str) -> str:
    """What stands for an absent field."""
    return _USUAL[field]
