"""Flex Rental Solutions (Flex5) as data: its settings, its key, its fields, its quotas, its addresses.

Described by the vendor (API Getting Started Guide): base, header, limits of the plans; a month's calls, a tenth of them
in a day and a fiftieth in an hour, 30 at once. Seen live by others (WillTaylor-11/flex-contacts-sync,
mattjames-eng/equipment-sync-webhook): names of members, the note, the number of another system, addresses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from crmdesk.domain.fields import Kind
from crmdesk.errors import UserInputError
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.flex.addresses import address_rows
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
    Window,
)

HOST = "flexrentalsolutions.com"
PLANS = {"enterprise": 100_000, "upgrade": 250_000, "lite": 1_000}  # calls a month
_ROOT = "/f5/api"
_PER_DAY, _PER_HOUR = 10, 50
_LEAST_CALLS = 500  # ten an hour: connecting takes five
_PAGE = {"enterprise": 100, "upgrade": 100, "lite": 500}  # a list of a small plan costs few calls
_LARGEST_PAGE = 1000
_DAYS = {"enterprise": 7, "upgrade": 3, "lite": 90}

# `name` is made there of the parts. Emails, phones, job title and dates are in the detail alone.
FIELDS = (
    FieldPath("name", "name|preferredDisplayString|firstName+lastName", writable=False),
    FieldPath("first_name", "firstName"),
    FieldPath("last_name", "lastName"),
    FieldPath("company", "company"),
    FieldPath("job_title", "jobTitle"),
    FieldPath("emails", "internetAddresses[].url", "emails", label="name", primary="defaultEmail"),
    FieldPath("phones", "phoneNumbers[].dialNumber", "phones", label="name", primary="defaultPhone"),
    FieldPath("birthday", "birthday", "date"),
    FieldPath("description", "narrativeDescription", "note"),
    FieldPath("source_ref", "externalNumber"),
    FieldPath("tags", "resourceTypes[].name", "tags", writable=False),
    FieldPath("contact_type", "organization", "organization", writable=False, at_create=True),
    FieldPath("status", "deleted", "deleted", writable=False),
    FieldPath("bill_to", "defaultBillToContactId|defaultBillToContact", "word", writable=False),
    FieldPath("pricing_model", "defaultPricingModelId", "word", writable=False),
)


def contact_info(rows: Sequence[FieldPath], settings: ProviderSettings) -> KindInfo:
    """What an account can do with contacts: changing and deleting only where its tenant describes them."""
    return KindInfo(
        Kind.CONTACT,
        (*rows, *address_rows(settings.get("addresses") == "yes")),
        deletions=SeesDeletions.BY_LISTING,
        incremental=settings.get("sorts") == "yes",
        lists_summaries=True,
        details_age=_details_days(settings) * 86_400.0,
        updates=settings.get("updates") == "yes",
        deletes=settings.get("deletes") == "yes",
    )


def limits(settings: ProviderSettings) -> Limits:
    """What an account may call, by its plan or by the calls a month that it names. Raises UserInputError."""
    month = _monthly_calls(settings)
    windows = (Window("hour", month // _PER_HOUR), Window("day", month // _PER_DAY), Window("month", month))
    return Limits(per_second=None, concurrent=30, windows=windows)


def page_size(settings: ProviderSettings) -> int:
    """The page size of an account. Raises UserInputError."""
    return _number(settings, "page_size", _PAGE[_plan(settings)], 1, _LARGEST_PAGE)


def base_url(settings: ProviderSettings) -> str:
    """The tenant's address up to /f5/api, whatever of it was given. Raises UserInputError.

    A bare host, the tenant's name alone, and any page of its Flex are recognised.
    """
    given = settings.get("base_url", "").strip()
    if not given:
        raise UserInputError(
            "Flex Rental needs the address of your Flex.", next=f"Give base_url=https://yoursite.{HOST}{_ROOT}."
        )
    text = given if "://" in given else f"https://{given}"
    host = urlsplit(text).netloc
    if "." not in host and ":" not in host and host.replace("-", "").isalnum() and host != "localhost":
        text = text.replace(host, f"{host}.{HOST}", 1)
    address = parse_address(text.split("#")[0].split("?")[0])
    path = address.path
    before, mark, _ = path.partition("/f5")
    if not path or (mark and not before):
        path = _ROOT
    return address.origin + path


def _plan(settings: ProviderSettings) -> str:
    if settings.get("monthly_calls"):
        return "lite" if _monthly_calls(settings) < PLANS["enterprise"] // 4 else "enterprise"
    return settings.get("plan") or "enterprise"


def _monthly_calls(settings: ProviderSettings) -> int:
    usual = PLANS[settings.get("plan") or "enterprise"]
    return _number(settings, "monthly_calls", usual, _LEAST_CALLS, 1_000_000_000)


def _details_days(settings: ProviderSettings) -> int:
    return _number(settings, "details_days", _DAYS[_plan(settings)], 1, 3650)


def _number(settings: ProviderSettings, key: str, usual: int, least: int, most: int) -> int:
    text = settings.get(key) or str(usual)
    if not (text.isascii() and text.isdigit() and len(text) < 12 and least <= int(text) <= most):
        raise UserInputError(f"{key} is a number from {least:,} to {most:,}, not “{text}”.")
    return int(text)


_INFO = ProviderInfo(
    key="flex",
    title="Flex Rental",
    purpose="Rental of equipment: clients, vendors and venues",
    place=2,
    settings=(
        Setting(
            "base_url",
            "Address of your Flex",
            help=f"https://yoursite.{HOST}{_ROOT}; the host alone will do",
            variable="FLEX_BASE_URL",
            required=True,
        ),
        Setting(
            "plan",
            "API plan",
            "enterprise",
            tuple(PLANS),
            tuple(f"{name.title()}: {calls:,} calls a month" for name, calls in PLANS.items()),
        ),
        Setting("monthly_calls", "Calls a month", help="where your plan allows another number"),
        Setting("page_size", "Contacts a page", help=f"1 to {_LARGEST_PAGE}; by plan: 100, lite 500"),
        Setting(
            "details_days",
            "Read details again after days",
            help="Flex does not tell when an email or phone changed; by plan: 7, upgrade 3, lite 90",
        ),
        REGION,
        Setting("updates", "Contacts can be changed", choices=("yes", "no"), found=True),
        Setting("deletes", "Contacts can be deleted", choices=("yes", "no"), found=True),
        Setting("base_only", "Contacts can be changed without their lists", choices=("yes", "no"), found=True),
        Setting("addresses", "Addresses can be changed", choices=("yes", "no"), found=True),
        Setting("sorts", "The list comes in the order of changes", choices=("yes", "no"), found=True),
        Setting("client_type", "Resource type of new contacts", found=True),
        Setting("first_page", "Number of the list's first page", choices=("0", "1"), found=True),
    ),
    secrets=(Secret("key", "API key", "FLEX_API_KEY", "Flex: Main Menu, Integrations, API, Add API Key"),),
    kinds=(),
    limits=limits({}),
    key_help="In Flex, open Main Menu, Integrations, API, accept the terms once, and add an API key.",
    key_url="https://helpcenter.flexrentalsolutions.com/",
)
INFO = replace(_INFO, kinds=(contact_info(FIELDS, {"updates": "yes", "deletes": "yes", "addresses": "yes"}),))
