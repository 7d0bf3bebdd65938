"""The rows of the CRM API in the table of routes."""

from __future__ import annotations

from typing import Any

from crmdesk.api.dialects.crm_api import contacts, events
from crmdesk.api.dialects.crm_api.bodies import MOST_AT_ONCE, Attendee, Change, FromEvent, NewContact
from crmdesk.api.dialects.crm_api.export import export
from crmdesk.api.dialects.crm_api.words import DIALECT
from crmdesk.api.dialects.reading import schema_of
from crmdesk.api.route import MIB, Param, Route

_TEXT: dict[str, Any] = {"type": "string"}
_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 0}
_MOST = 10**15 - 1  # what a number in a query string can be
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_ROWS = {name: _TEXT for name in ("id", "name", "firstName", "lastName", "email", "phone", "company", "jobTitle")}
_CONTACT: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name", "subtype", "status", "source", "tags", "createdAt", "updatedAt"],
    "properties": {
        **_ROWS,
        "subtype": _TEXT,
        "status": _TEXT,
        "source": _TEXT,
        "tags": _TEXTS,
        "createdAt": {"type": "integer"},
        "updatedAt": {"type": "integer"},
    },
}
_WHOLE = {
    **_CONTACT,
    "properties": {**_CONTACT["properties"], "sourceRef": _TEXT, "notes": _TEXT, "customFields": {"type": "object"}},
}
_EVENT = {
    "type": "object",
    "required": ["id", "name", "status"],
    "properties": {
        **dict.fromkeys(("id", "name", "description", "subtype", "status", "location"), _TEXT),
        "startDate": {"type": "integer"},
        "endDate": {"type": "integer"},
    },
}


def _done(**members: Any) -> dict[str, Any]:
    told = {"success": {"type": "boolean"}, **members}
    return {"type": "object", "required": ["success"], "properties": told}


def _list(name: str, row: dict[str, Any]) -> dict[str, Any]:
    told = {name: {"type": "array", "items": row}, "total": _NUMBER, "limit": _NUMBER, "offset": _NUMBER}
    return {"type": "object", "required": [name, "total"], "properties": told}


_FILTERS = (
    Param("subtype", _TEXT, "lead, customer or prospect; absent is lead"),
    Param("source", _TEXT, "where it came from; absent is api"),
)
_PAGE = (
    Param("limit", {"type": "integer", "minimum": 1, "maximum": _MOST}, "50 if not given, 200 at most"),
    Param("offset", {**_NUMBER, "maximum": _MOST}, "how many are passed over"),
)
_MOMENT: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": _MOST}
_CREATED = _done(contactId=_TEXT, message=_TEXT, isNewContact={"type": "boolean"})
_REGISTERED = _done(
    contactId=_TEXT, eventId=_TEXT, message=_TEXT, isNewContact={"type": "boolean"}, organizationId=_TEXT
)
_COUNTS = {name: _NUMBER for name in ("total", "created", "updated", "failed")}
_FAILURE = {"type": "object", "required": ["email", "error"], "properties": {"email": _TEXT, "error": _TEXT}}
_TALLY = _done(**_COUNTS, errors={"type": "array", "items": _FAILURE})
_EXPORT = {
    "type": "object",
    "required": ["format", "total", "contacts"],
    "properties": {"format": _TEXT, "total": _NUMBER, "contacts": {"type": "array", "items": {"type": "object"}}},
}
_MANY = {
    "type": "object",
    "required": ["contacts"],
    "properties": {"contacts": {"type": "array", "minItems": 1, "maxItems": MOST_AT_ONCE, "items": {}}},
}
_SAID = {"type": "string", "pattern": r"\S"}  # a name or an email: more than blanks


def _asked(type_: Any, *needed: str, **members: Any) -> dict[str, Any]:
    """The schema of a body, with what it cannot be without."""
    schema = schema_of(type_)
    told = {**schema["properties"], **dict.fromkeys(needed, _SAID), **members}
    return {**schema, "properties": told, "required": sorted([*needed, *members])}


_PERSON = ("firstName", "lastName", "email")
_NAMED = {"type": ["object", "null"], "propertyNames": _SAID}
_NEW = _asked(NewContact, *_PERSON)
_NEW["properties"]["customFields"] = _NAMED
_CHANGE = _asked(Change)
_CHANGE["properties"]["customFields"] = _NAMED
_YEARS = {"type": ["number", "null"], "minimum": -62_135_596_800_000, "maximum": 253_402_300_799_999}  # 1 to 9999
_REGISTRATION = _asked(FromEvent, attendeeInfo=_asked(Attendee, *_PERSON)) | {
    "anyOf": [
        {"required": ["eventName"], "properties": {"eventName": _SAID}},
        {"required": ["eventId"], "properties": {"eventId": {"type": "string", "pattern": "^[0-9]{1,18}$"}}},
    ],
}
_REGISTRATION["properties"]["eventDate"] = _YEARS
_CONTACTS, _ONE = "/api/v1/crm/contacts", "/api/v1/crm/contacts/{contactId}"

ROUTES = (
    Route(
        "POST",
        f"{_CONTACTS}/from-event",
        events.register,
        "Put somebody down for an event; contact and event are made where they are not known",
        DIALECT,
        "contacts:write",
        request=_REGISTRATION,
        answers={200: _REGISTERED},
        errors=(400, 404),
        submits=True,
    ),
    Route(
        "POST",
        _CONTACTS,
        contacts.create_contact,
        "Make a contact; a known email is refused, or changed where the key says so",
        DIALECT,
        "contacts:write",
        request=_NEW,
        answers={200: _CREATED},
        errors=(400, 409),
        submits=True,
    ),
    Route(
        "GET",
        _CONTACTS,
        contacts.list_contacts,
        "Contacts, the newest first",
        DIALECT,
        "contacts:read",
        query=(*_FILTERS, Param("status", _TEXT, "active if not given"), *_PAGE),
        answers={200: _list("contacts", _CONTACT)},
        errors=(400,),
    ),
    Route(
        "GET",
        _ONE,
        contacts.read_contact,
        "One contact, whole",
        DIALECT,
        "contacts:read",
        answers={200: _WHOLE},
        errors=(404,),
    ),
    Route(
        "PATCH",
        _ONE,
        contacts.change_contact,
        "Change what is sent of a contact",
        DIALECT,
        "contacts:write",
        request=_CHANGE,
        answers={200: _done()},
        errors=(400, 404),
    ),
    Route(
        "DELETE",
        _ONE,
        contacts.delete_contact,
        "Move a contact to the trash",
        DIALECT,
        "delete",
        answers={200: _done()},
        errors=(404,),
    ),
    Route(
        "POST",
        f"{_CONTACTS}/bulk",
        contacts.take_many,
        f"Take up to {MOST_AT_ONCE} contacts",
        DIALECT,
        "contacts:write",
        request=_MANY,
        answers={200: _TALLY},
        errors=(400,),
        largest=8 * MIB,
    ),
    Route(
        "GET",
        f"{_CONTACTS}/export",
        export,
        "All contacts that fulfil the filters, as JSON or CSV",
        DIALECT,
        "contacts:read",
        query=(
            Param("format", {"type": "string", "enum": ["json", "csv"]}, "json if not given"),
            *_FILTERS,
            Param("status", _TEXT, "any if not given"),
            Param("tags", _TEXT, "tags of which one is there, with commas between"),
            Param("createdAfter", _MOMENT, "milliseconds since 1970"),
            Param("createdBefore", _MOMENT, "milliseconds since 1970"),
        ),
        answers={200: _EXPORT},
        media_type="application/json text/csv",
        errors=(400,),
    ),
    Route(
        "GET",
        "/api/v1/events",
        events.list_events,
        "Events, the nearest first",
        DIALECT,
        "events:read",
        query=(
            Param("subtype", _TEXT, "conference, workshop and so on"),
            Param("status", _TEXT, "published if neither this nor anything of a page is given"),
            Param("startDate", _MOMENT, "those that begin then or later"),
            Param("endDate", _MOMENT, "those that begin then or earlier"),
            Param("startDateAfter", _MOMENT, "those that begin then or later"),
            Param("startDateBefore", _MOMENT, "those that begin then or earlier"),
            *_PAGE,
        ),
        answers={200: _list("events", _EVENT)},
        errors=(400,),
    ),
)
