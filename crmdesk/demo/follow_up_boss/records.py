"""People and deals of the demo Follow Up Boss in the CRM's names, and what it takes of what is sent."""

from collections.abc import Iterable
from typing import Any

from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Refused, members
from crmdesk.demo.site.state import Record

STAGES = ("Lead", "Nurture", "Hot Prospect", "Closed")
CUSTOM = tuple(
    {"id": number, "name": name, "label": label, "type": type_, "readOnly": number == 2, "isRecurring": False}
    for number, (name, label, type_) in enumerate(
        (
            ("customHobby", "What they like", "text"),
            ("customBudget", "Budget", "number"),
            ("customScore", "Score of the lead", "text"),
        )
    )
)
IDENTITY = {
    "account": {"id": 77, "name": "Harbour Homes"},
    "user": {"id": 1, "name": "Noa Lind", "email": "noa@lind.example"},
}
_AT_CREATE = ("source", "sourceUrl")  # taken with a new person, and never again
_TEXTS = ("firstName", "lastName", "stage", "background", "customHobby")
_LISTS = ("emails", "phones", "tags", "addresses")
_PARTS = ("type", "street", "city", "state", "code", "country")


def from_person(person: Person, id: str) -> Record:
    """A person in the CRM's names."""
    number = person.number
    home = {"type": "home", "street": f"{number + 1} Mill Lane", "city": person.city, "country": person.country}
    return {
        "id": id,
        "created_at": person.created_at,
        "updated_at": person.updated_at,
        "lastActivity": person.last_seen_at,
        "firstName": person.first_name,
        "lastName": person.last_name,
        "stage": "Trash" if number % 23 == 22 else STAGES[number % len(STAGES)],
        "source": "Open house" if number % 2 else "Website",
        "sourceUrl": person.website,
        "emails": _listed(person.emails),
        "phones": _listed(person.phones),
        "addresses": [{name: home.get(name) for name in _PARTS}],
        "tags": list(person.tags),
        "background": person.description,
        "customHobby": ("Sailing", None, "Chess")[number % 3],
        "type": ("Buyer", "Seller")[number % 2],
        "price": 300_000 + number * 1000,
        "assignedTo": "Noa Lind",
        "assignedUserId": 1,
        "picture": None,
        "timeframe": None,
        "customScore": f"{number % 10}/10",
        "customBudget": 250_000 + number * 500 if number % 4 == 0 else None,
    }


def _listed(entries: Iterable[tuple[str, str]]) -> list[Record]:
    return [{"value": text, "type": label.lower(), "isPrimary": n == 0} for n, (text, label) in enumerate(entries)]


def whole(record: Record) -> Record:
    """A person with `fields=allFields`."""
    shown = {name: value for name, value in record.items() if name not in ("created_at", "updated_at")}
    name = " ".join(filter(None, (record["firstName"], record["lastName"])))
    times = {"created": record["created_at"], "updated": record["updated_at"]}
    return shown | times | {"id": int(record["id"]), "name": name}


def deal(number: int, buyer: Record) -> Record:
    """The deal of a person: one is archived, one deleted."""
    return {
        "id": 300 + number,
        "name": f"{number + 1} Harbour Road",
        "stageName": ("Offer", "Under contract")[number // 10 % 2],
        "people": [{"id": int(buyer["id"]), "name": whole(buyer)["name"]}],
        "price": 400_000 + number * 1000,
        "projectedCloseDate": f"2026-11-{number % 28 + 1:02d}T00:00:00Z",
        "status": {10: "Archived", 20: "Deleted"}.get(number, "Active"),
    }


def taken(body: Any, *, later: bool) -> Record:
    """What the API takes of a body; where somebody came from only with a new person. Raises Refused 400."""
    fields = members(body, _TEXTS if later else (*_TEXTS, *_AT_CREATE), _LISTS)
    for name in fields.keys() & {"emails", "phones"}:
        fields[name] = _entries(name, fields[name])
    if not all(isinstance(tag, str) for tag in fields.get("tags", ())):
        raise Refused(400, "tags must be texts")
    if "addresses" in fields:
        rows = [members(row, _PARTS) for row in fields["addresses"]]
        fields["addresses"] = [{name: row.get(name) for name in _PARTS} for row in rows]
    return fields


def _entries(name: str, entries: list[Any]) -> list[Record]:
    """The entries of a list with one that is primary: the first, where none is marked. Raises Refused 400."""
    if not all(isinstance(entry, dict) and isinstance(entry.get("value"), str) for entry in entries):
        raise Refused(400, f"{name}: value is required")
    first = next((place for place, entry in enumerate(entries) if entry.get("isPrimary")), 0)
    return [
        {"value": entry["value"], "type": entry.get("type"), "isPrimary": place == first}
        for place, entry in enumerate(entries)
    ]
