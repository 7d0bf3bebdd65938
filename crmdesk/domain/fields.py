"""The fields of each kind: the one table that store, engine, window and command line read.

A postal address of a contact, for whoever maps a CRM: where the CRM keeps parts, map those and not `address`. `street`
is all that stands before the city (number, unit, further lines, a line each), `city` the town or suburb, `region` the
state, county or province, `postcode`, and `country` as the CRM writes it (name or code). Each part is a field of its
own: merged, sent and kept in the history by itself, `writable` where the CRM's API is known to take it. Where the CRM
knows an address as one text alone, map that to `address`. Never give both for one record: parts win, and the block that
people see as `address` is made of them, in the order of the country. Of several addresses of a record give the main
one; the others stay "seen, not mapped". An item's address is always the whole one of one record: see
`domain.notation.addresses`.

A new field is a row here, and a row in the field map of each CRM that has it; where none has, it stays on this
computer. Store, list, card, query language, command line, local API, import and export take it from here; what other
programs call it in their tables and vCards is in `formats`. Its translated title is asked for by the tests of the
languages. Its place in the card, if it is not to come after the others, is in `ui.card.field_list`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum

from crmdesk.frozen import dataclass


class Kind(StrEnum):
    """What a record is about."""

    CONTACT = "contact"
    PROPERTY = "property"
    DEAL = "deal"
    EVENT = "event"

    @property
    def plural(self) -> str:
        """The word for several of them, as the command line spells it."""
        return "properties" if self is Kind.PROPERTY else f"{self.value}s"


class FieldType(Enum):
    """How a field's value is typed, compared and shown."""

    TEXT = "text"  # one line
    NOTE = "note"  # many lines
    EMAILS = "emails"  # labelled entries compared in lower case
    PHONES = "phones"  # labelled entries compared in E.164
    TAGS = "tags"  # entries without labels
    DATE = "date"  # YYYY-MM-DD, or --MM-DD without a year
    MOMENT = "moment"  # an aware UTC time in ISO 8601
    HANDLE = "handle"  # a name in a social network, or its URL
    URL = "url"
    IMAGE = "image"  # the URL of a picture
    FLAG = "flag"  # True or absent
    NUMBER = "number"
    AMOUNT = "amount"  # a price as it is written: most are plain numbers, some are words
    REFERENCES = "references"  # entries whose values are ids of other items

    @property
    def is_list(self) -> bool:
        """Whether values of this type are tuples of entries."""
        return self in LISTS


LISTS = frozenset({FieldType.EMAILS, FieldType.PHONES, FieldType.TAGS, FieldType.REFERENCES})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind: `key` is its name on the command line and in the database, `title` its English label."""

    key: str
    title: str
    type: FieldType = FieldType.TEXT
    editable: bool = True
    in_list: bool = False  # part of a listed ITEM of the command line; the others appear in `show`
    target: Kind | None = None  # for references: the kind of what is referred to
    scopes: bool = False  # many records share its values, so that an account's scope may go by it
    part_of: str = ""  # the field whose part it is: a whole is shown from one record alone, with all its parts


_CONTACT = (
    Field("name", "Name", in_list=True),
    Field("first_name", "First name", in_list=True),
    Field("last_name", "Last name", in_list=True),
    Field("company", "Company", in_list=True),
    Field("job_title", "Job title", in_list=True),
    Field("description", "Description", FieldType.NOTE, in_list=True),
    Field("emails", "Email", FieldType.EMAILS, in_list=True),
    Field("phones", "Phone", FieldType.PHONES, in_list=True),
    Field("birthday", "Birthday", FieldType.DATE, in_list=True),
    Field("instagram", "Instagram", FieldType.HANDLE, in_list=True),
    Field("tags", "Tags", FieldType.TAGS, in_list=True, scopes=True),
    Field("linkedin", "LinkedIn", FieldType.HANDLE),
    Field("twitter", "X (Twitter)", FieldType.HANDLE),
    Field("facebook", "Facebook", FieldType.HANDLE),
    Field("telegram", "Telegram", FieldType.HANDLE),
    Field("website", "Website", FieldType.URL),
    Field("image", "Picture", FieldType.IMAGE),
    Field("location", "Location"),
    Field("address", "Address", FieldType.NOTE),
    Field("street", "Street", FieldType.NOTE, part_of="address"),
    Field("city", "City", part_of="address"),
    Field("region", "Region", part_of="address"),
    Field("postcode", "Postcode", part_of="address"),
    Field("country", "Country", part_of="address"),
    Field("education", "Education"),
    Field("contact_type", "Type", scopes=True),
    Field("role", "Role", scopes=True),
    Field("status", "Status", scopes=True),
    Field("stage", "Stage", scopes=True),
    Field("source", "Source", scopes=True),
    Field("source_ref", "Source reference"),
    Field("bill_to", "Bill to"),
    Field("pricing_model", "Pricing model"),
    Field("starred", "Starred", FieldType.FLAG, scopes=True),
    Field("last_seen", "Last seen", FieldType.MOMENT, editable=False),
    Field("next_reminder", "Next reminder", FieldType.MOMENT, editable=False),
)

_PROPERTY = (
    Field("name", "Address", in_list=True),
    Field("property_class", "Class", in_list=True, scopes=True),
    Field("status", "Status", in_list=True, scopes=True),
    Field("price", "Price", FieldType.AMOUNT, in_list=True),
    Field("description", "Description", FieldType.NOTE, in_list=True),
    Field("vendors", "Vendors", FieldType.REFERENCES, in_list=True, target=Kind.CONTACT),
    Field("buyers", "Buyers", FieldType.REFERENCES, in_list=True, target=Kind.CONTACT),
    Field("milestones", "Milestones", FieldType.NOTE),
    Field("risk_overview", "Risk overview", FieldType.NOTE),
    Field("tags", "Tags", FieldType.TAGS, in_list=True, scopes=True),
)

_DEAL = (
    Field("name", "Deal", in_list=True),
    Field("stage", "Stage", in_list=True, scopes=True),
    Field("property", "Property", FieldType.REFERENCES, in_list=True, target=Kind.PROPERTY),
    Field("contacts", "People", FieldType.REFERENCES, in_list=True, target=Kind.CONTACT),
    Field("price", "Price", FieldType.AMOUNT, in_list=True),
    Field("description", "Summary", FieldType.NOTE, in_list=True),
    Field("settles", "Settlement", FieldType.DATE),
    Field("risk_level", "Risk level", scopes=True),
    Field("risk_flags", "Risk flags", FieldType.TAGS),
    Field("next_action", "Next action"),
    Field("next_action_owner", "Next action by"),
    Field("tags", "Tags", FieldType.TAGS, in_list=True, scopes=True),
)

_EVENT = (
    Field("name", "Event", in_list=True),
    Field("event_type", "Type", in_list=True, scopes=True),
    Field("status", "Status", in_list=True, scopes=True),
    Field("starts", "Starts", FieldType.MOMENT, in_list=True),
    Field("ends", "Ends", FieldType.MOMENT, in_list=True),
    Field("location", "Location", in_list=True),
    Field("description", "Description", FieldType.NOTE, in_list=True),
    Field("contacts", "People", FieldType.REFERENCES, in_list=True, target=Kind.CONTACT),
    Field("tags", "Tags", FieldType.TAGS, in_list=True, scopes=True),
)

FIELDS: Mapping[Kind, Mapping[str, Field]] = {
    kind: {field.key: field for field in fields}
    for kind, fields in (
        (Kind.CONTACT, _CONTACT),
        (Kind.PROPERTY, _PROPERTY),
        (Kind.DEAL, _DEAL),
        (Kind.EVENT, _EVENT),
    )
}

ADDRESS = "address"
ADDRESS_PARTS = tuple(field.key for field in _CONTACT if field.part_of == ADDRESS)


def whole_of(kind: Kind, key: str) -> str:
    """The field that a field is shown with: the whole that it is a part of, else itself."""
    return field_of(kind, key).part_of or key


def field_of(kind: Kind, key: str) -> Field:
    """The field of that key; a key outside the table is a custom field, held as one line of text."""
    return FIELDS[kind].get(key) or Field(key, key)
