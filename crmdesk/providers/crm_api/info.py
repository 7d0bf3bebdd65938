"""The organisation's CRM API as data: its settings, its key, its fields in both generations, its addresses.

Source: the public server code of the CRM API and its documentation. v1.0 reads and creates; the later server also reads
by id, changes and deletes. No limit is in force on these routes; the middleware that exists knows 30 a minute and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from crmdesk.domain.fields import Kind
from crmdesk.errors import UserInputError
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.info import (
    REGION,
    FieldPath,
    KindInfo,
    Limits,
    ProviderInfo,
    ProviderSettings,
    Secret,
    SeesDeletions,
    Setting,
)
from crmdesk.providers.mapping.record_map import with_overrides

ROOT = "/api/v1"
STATUSES = ("active", "inactive", "unsubscribed", "archived")
EVENT_STATUSES = ("published", "draft", "in_progress", "completed", "cancelled")
SUBTYPES = ("lead", "customer", "prospect")
_LARGEST_PAGE = 200
CUSTOM = "custom."
_NAME = re.compile(r"(?!_)[\w-]+", re.ASCII)
# The members of the property bag that are no custom fields: the contact's own, and the server's marks.
STANDARD = frozenset(
    {
        "firstName", "lastName", "email", "phone", "company", "jobTitle", "source", "sourceRef", "tags", "notes",
        "address", "addresses", "createdFromEvent", "lastEventSource", "lastEventUpdate",
    }
)  # fmt: skip

# `name` is made there of its parts, which both have to be given.
LISTED = (
    FieldPath("name", "name|firstName+lastName", writable=False),
    FieldPath("first_name", "firstName", clearable=False, at_create=True),
    FieldPath("last_name", "lastName", clearable=False, at_create=True),
    FieldPath("emails", "email", "entry", clearable=False, at_create=True, first_only=True),
    FieldPath("phones", "phone", "entry", at_create=True, first_only=True),
    FieldPath("company", "company", at_create=True),
    FieldPath("job_title", "jobTitle", at_create=True),
    FieldPath("contact_type", "subtype", clearable=False, at_create=True),
    FieldPath("status", "status", clearable=False),
    FieldPath("source", "source", writable=False, at_create=True),
    FieldPath("tags", "tags", "tags", at_create=True),
)
DETAILS = (
    FieldPath("source_ref", "sourceRef", writable=False, at_create=True),
    FieldPath("description", "notes", "note", at_create=True),
)
NEEDED = ("first_name", "last_name", "emails")
# Of several addresses the primary one (`custom_fields`); an older contact has but one, perhaps as a text. The code of
# the later server takes the whole list in a change (`addresses`); a new contact gets it by a change of its own.
_MEMBERS = {"street": "street", "city": "city", "region": "state", "postcode": "postalCode", "country": "country"}
ADDRESSES = (
    *(FieldPath(part, f"customFields.addresses.0.{name}", writable=False) for part, name in _MEMBERS.items()),
    FieldPath("address", "customFields.address", writable=False),
)


def _addresses(later: bool) -> Iterable[FieldPath]:
    return (replace(row, writable=later and row.field != "address") for row in ADDRESSES)


EVENTS = tuple(
    FieldPath(field, path, codec, writable=False)
    for field, path, codec in (
        ("name", "name", "text"),
        ("event_type", "subtype", "text"),
        ("status", "status", "text"),
        ("starts", "startDate", "epoch_ms"),
        ("ends", "endDate", "epoch_ms"),
        ("location", "location", "text"),
        ("description", "description", "note"),
    )
)


def is_later(settings: ProviderSettings) -> bool:
    """Whether the server is of the later generation; of one that was not asked yet, only what both have is promised."""
    api = settings.get("api") or "auto"
    return (settings.get("generation") if api == "auto" else api) == "later"


def contact_rows(settings: ProviderSettings) -> tuple[FieldPath, ...]:
    """The fields of a contact that are read by their paths."""
    rows: Iterable[FieldPath] = (*LISTED, *DETAILS)
    if not is_later(settings):
        rows = (replace(row, writable=False) for row in rows)
    return with_overrides(tuple(rows), settings)


def seen_custom_fields(settings: ProviderSettings) -> list[str]:
    """The names of the custom fields that the account's sign-in met: of those, a contact without one says so."""
    found = (name.strip() for name in settings.get("custom_fields", "").split(","))
    return sorted({name for name in found if is_custom(name)})


def is_custom(name: str) -> bool:
    """Whether a member of the property bag is a custom field that has a name which can be a field's."""
    return name not in STANDARD and _NAME.fullmatch(name) is not None


def kind_infos(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account can do with contacts and events."""
    later = is_later(settings)
    contacts = KindInfo(
        Kind.CONTACT,
        (
            *contact_rows(settings),
            *_addresses(later),
            FieldPath(CUSTOM, "customFields", writable=later, at_create=True),
        ),
        deletions=SeesDeletions.BY_LISTING,
        lists_summaries=later,
        searches=False,
        needs=NEEDED,
        updates=later,
        deletes=later,
    )
    events = KindInfo(
        Kind.EVENT, EVENTS, searches=False, creates=False, updates=False, deletes=False, made_by_name=not later
    )
    return contacts, events


def page_size(settings: ProviderSettings) -> int:
    """The page size of an account. Raises UserInputError."""
    text = settings.get("page_size") or str(_LARGEST_PAGE)
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= _LARGEST_PAGE):
        raise UserInputError(f"page_size is a number from 1 to {_LARGEST_PAGE}, not “{text}”.")
    return int(text)


def base_url(settings: ProviderSettings) -> str:
    """The origin of the deployment, with or without /api/v1 as given. Raises UserInputError."""
    given = settings.get("base_url", "").strip()
    if not given:
        raise UserInputError(
            "The CRM API needs the address of your deployment.", next="Give base_url=https://yours.convex.site."
        )
    address = parse_address(given if "://" in given else f"https://{given}")
    if address.host.endswith(".convex.cloud"):
        right = address.origin.replace(".convex.cloud", ".convex.site")
        raise UserInputError(
            "This address ends in .convex.cloud, where the deployment's database is, not its CRM API.",
            next=f"Give base_url={right}.",
        )
    path = address.path.rstrip("/")
    before, mark, _ = path.partition(ROOT)
    return address.origin + (before if mark else path)


_INFO = ProviderInfo(
    key="crm_api",
    title="CRM API",
    purpose="Your organisation’s own contacts and events",
    place=5,
    settings=(
        Setting(
            "base_url",
            "Address of the deployment",
            help="https://yours.convex.site; its origin will do",
            variable="BACKEND_CRM_URL",
            required=True,
        ),
        Setting(
            "api",
            "API",
            "auto",
            ("auto", "v1", "later"),
            (
                "Find out at the sign-in",
                "The first server: reads, and takes new contacts alone",
                "The later server: takes changes too",
            ),
        ),
        Setting("page_size", "Contacts a page", str(_LARGEST_PAGE), help=f"1 to {_LARGEST_PAGE}"),
        REGION,
        Setting(
            "generation",
            "Generation of the server",
            choices=("v1", "later"),
            titles=("The first", "The later"),
            found=True,
        ),
        Setting("custom_fields", "Custom fields that were seen", found=True),
    ),
    secrets=(
        Secret(
            "key",
            "API key",
            "BACKEND_CRM_API_KEY",
            "Manage Organization, Security & API, Generate API key; it is shown once",
            known=r"(?:org_|sk_live_|sk_test_|api_key_|cli_session_)[\w-]+|eyJ[\w-]*\.[\w-]+\.[\w-]*",
        ),
    ),
    kinds=(),
    limits=Limits(per_second=10.0, concurrent=8),
    key_help=(
        "In the web app of your deployment, open Organizations, Manage Org, Security & API, and generate an API key."
    ),
    registers=True,
)
INFO = replace(_INFO, kinds=kind_infos({"api": "later"}))
