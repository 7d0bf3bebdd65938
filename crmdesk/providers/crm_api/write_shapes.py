"""What the CRM API is sent, and what of it is refused here, because its server would not say why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.values import Patch, Value, Values, texts
from crmdesk.errors import Rejected
from crmdesk.providers.contract import Registration, RemoteRecord
from crmdesk.providers.crm_api.info import CUSTOM, DETAILS, NEEDED, STATUSES, SUBTYPES, is_custom

UNSEEN = frozenset(row.field for row in DETAILS)


def attendance(registration: Registration) -> dict[str, Any]:
    """What puts a contact down for an event. Raises Rejected.

    The server finds the contact by its email, letter by letter, and the later one lays over it whatever is sent: of one
    that is there, that is what it has.
    """
    values = split_name(registration.contact)
    known = registration.known or {}
    refuse_incomplete({**values, **known})
    who: dict[str, Any] = {
        "firstName": known.get("first_name") or values["first_name"],
        "lastName": known.get("last_name") or values["last_name"],
        "email": next(iter(texts(known.get("emails"))), "") or texts(values["emails"])[0].strip().lower(),
    }
    if registration.known is None:
        phones = texts(values.get("phones"))
        who |= {"phone": phones[0]} if phones else {}
        who |= {"company": values["company"]} if values.get("company") else {}
    body: dict[str, Any] = {"eventName": registration.event, "attendeeInfo": who}
    if registration.event_id is not None:
        body["eventId"] = registration.event_id
    if registration.starts is not None:
        body["eventDate"] = round(datetime.fromisoformat(registration.starts).timestamp() * 1000)
    return body


def with_lower_email(body: dict[str, Any]) -> dict[str, Any]:
    """The server compares emails letter by letter, so that all are sent alike."""
    if isinstance(email := body.get("email"), str):
        body["email"] = email.strip().lower()
    return body


def custom_sent(patch: Patch) -> dict[str, Value | None]:
    """The custom fields of a patch by the names that they have there. Raises Rejected for one that can be none."""
    custom = {field.removeprefix(CUSTOM): value for field, value in patch.items() if field.startswith(CUSTOM)}
    wrong = {
        f"{CUSTOM}{name}": "The CRM API takes no custom field of this name" for name in custom if not is_custom(name)
    }
    if wrong:
        raise Rejected("; ".join(wrong.values()), fields=wrong)
    return custom


def with_unseen(record: RemoteRecord, sent: Values) -> RemoteRecord:
    """A contact just made, with what its server took and shows in no list."""
    unseen: dict[str, Value] = {
        field: value for field, value in sent.items() if field in UNSEEN or field.startswith(CUSTOM)
    }
    return replace(record, values={**record.values, **unseen}, fields=record.fields | unseen.keys())


def refuse_incomplete(values: Values) -> None:
    """What a contact must have there. Raises Rejected."""
    titles = {field: field_of(Kind.CONTACT, field).title.lower() for field in NEEDED if not values.get(field)}
    lacking = {field: f"The CRM API takes no contact without its {title}" for field, title in titles.items()}
    if lacking:
        raise Rejected("; ".join(lacking.values()), fields=lacking)


def refuse_unfit(patch: Patch) -> None:
    """What the choices of the CRM API have no word for. Raises Rejected."""
    wrong = {}
    for field, choices in (("contact_type", SUBTYPES), ("status", STATUSES)):
        if field in patch and patch[field] not in choices:
            wrong[field] = f"The CRM API knows {', '.join(choices)} alone"
    if wrong:
        raise Rejected("; ".join(wrong.values()), fields=wrong)
