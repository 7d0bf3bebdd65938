"""MRI Vault (VaultRE, VaultEA) as data: its settings, its two credentials, its kinds and fields in both APIs.

Sources: the vendor's description of API v1.3 (docs.api.vaultre.com.au), which no live answer in public contradicts; the
address for the United Kingdom was seen in import plugins of others; for `zena` the mapping tables of the Zena service.
What v1.3 lacks (risks, next action, milestones) is not in its maps: the desk keeps it on this computer. So is a
contact's description: v1.3 has no such text, only a log of dated notes by many hands, some read-only, at a call for
each contact; the newest of them is no description, and adding to the log is no change of one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from crmdesk.domain.fields import Kind
from crmdesk.errors import UserInputError
from crmdesk.providers.info import (
    REGION,
    FieldPath,
    KindInfo,
    Limits,
    Place,
    ProviderInfo,
    ProviderSettings,
    Secret,
    SeesDeletions,
    Setting,
    Window,
)
from crmdesk.providers.mapping.record_map import with_overrides

BASE = "https://ap-southeast-2.api.vaultre.com.au/api/v1.3"
UK_BASE = "https://eu-west-1.api.vaultea.co.uk/api/v1.3"  # seen in two import plugins for UK agencies
_LARGEST_PAGE, _USUAL_PAGE = 500, 100
DETAILS_AGE = 30 * 86400.0  # owners and buyers change without the property's own mark of change

_IN_THE_UK = "address.royalMail.{0}|address.customAddress.{0}"
# The entity type is named by an id and only when a contact is made. An address is sent with the id of its suburb, which
# decides over region, postcode and country; nothing describes how one is emptied.
CONTACT = (
    FieldPath("name", "displayName|firstName+lastName", writable=False),
    FieldPath("first_name", "firstName"),
    FieldPath("last_name", "lastName"),
    FieldPath("company", "company"),
    FieldPath("job_title", "position"),
    FieldPath("emails", "emails", "emails", ordered=True),
    FieldPath("phones", "phoneNumbers[].number", "phones", label="type", ordered=True),
    FieldPath("street", "address", "street", clearable=False, write="placed.street"),
    FieldPath("city", f"address.suburb.name|{_IN_THE_UK.format('postTown')}", clearable=False, write="placed.city"),
    FieldPath(
        "region",
        "address.state.abbreviation|address.suburb.state.abbreviation",
        clearable=False,
        write="placed.region",
    ),
    FieldPath(
        "postcode",
        f"address.suburb.postcode|{_IN_THE_UK.format('postcode')}",
        clearable=False,
        write="placed.postcode",
    ),
    FieldPath("country", "address.country.name", writable=False),
    FieldPath("role", "entityType", "choice", writable=False, at_create=True),
    FieldPath("last_seen", "touched", "moment", writable=False),
)

PROPERTY = (
    FieldPath("name", "displayAddress|address", "place", writable=False, at_create=True),
    FieldPath("property_class", "class", "choice", writable=False, at_create=True),
    FieldPath("status", "saleLife.status|leaseLife.status", writable=False),
    FieldPath("price", "displayPrice"),
    FieldPath("description", "description", "note"),
    FieldPath("vendors", "owners[].id", "references"),
    FieldPath("buyers", "purchasers[].id", "references"),
)

# A stage is what the agency's own steps there come to; no call sets it.
DEAL = (
    FieldPath("name", "name", writable=False),
    FieldPath("stage", "stage", writable=False),
    FieldPath("property", "propertyId", "reference", writable=False, at_create=True),
    FieldPath("contacts", "people", "references"),
    FieldPath("price", "price"),
    FieldPath("description", "details", "note"),
    FieldPath("settles", "settles", "date"),
)

EVENT = (
    FieldPath("name", "summary"),
    FieldPath("starts", "start", "moment", clearable=False),
    FieldPath("ends", "end", "moment"),
    FieldPath("description", "description", "note"),
    FieldPath("contacts", "contacts[].id", "references"),
    FieldPath("status", "isCancelled+isConfirmed", "appointment", writable=False),
)

ZENA_CONTACT = (
    FieldPath("name", "firstName+lastName", writable=False),
    FieldPath("first_name", "firstName"),
    FieldPath("last_name", "lastName"),
    FieldPath("emails", "email", "entry", first_only=True),
    FieldPath("phones", "phone", "entry", first_only=True),
    FieldPath("role", "type"),
    FieldPath("description", "notes", "note"),
)

ZENA_PROPERTY = (
    FieldPath("name", "address", clearable=False),
    FieldPath("vendors", "vendors[].id", "references", write="vendors"),
    FieldPath("buyers", "buyers[].id", "references", write="buyers"),
    FieldPath("milestones", "milestones", "lines"),
    FieldPath("risk_overview", "riskOverview", "note"),
)

ZENA_DEAL = (
    FieldPath("property", "propertyId", "reference", clearable=False),
    FieldPath("stage", "stage"),
    FieldPath("risk_level", "riskLevel"),
    FieldPath("risk_flags", "riskFlags", "tags"),
    FieldPath("next_action", "nextAction"),
    FieldPath("next_action_owner", "nextActionOwner"),
    FieldPath("description", "summary", "note"),
    FieldPath("contacts", "contacts[].id", "references", write="contacts"),
)

V13_MAPS: Mapping[Kind, Sequence[FieldPath]] = {
    Kind.CONTACT: CONTACT,
    Kind.PROPERTY: PROPERTY,
    Kind.DEAL: DEAL,
    Kind.EVENT: EVENT,
}
ZENA_MAPS: Mapping[Kind, Sequence[FieldPath]] = {
    Kind.CONTACT: ZENA_CONTACT,
    Kind.PROPERTY: ZENA_PROPERTY,
    Kind.DEAL: ZENA_DEAL,
}


def is_zena(settings: ProviderSettings) -> bool:
    """Whether these settings choose the Zena service's dialect."""
    return settings.get("api") == "zena"


def kind_infos(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account can do with each kind. Raises UserInputError for a field map that cannot work."""
    maps = ZENA_MAPS if is_zena(settings) else V13_MAPS
    # Overrides name fields of contacts, as those of other providers do.
    rows = {kind: with_overrides(own, settings if kind is Kind.CONTACT else {}) for kind, own in maps.items()}
    if is_zena(settings):
        return tuple(KindInfo(kind, own) for kind, own in rows.items())
    # Without their owners and buyers, lists of properties say all that there is to say.
    people = settings.get("people") != "off"
    homes = tuple(row for row in rows[Kind.PROPERTY] if people or row.field not in ("vendors", "buyers", "status"))
    return (
        KindInfo(
            Kind.CONTACT,
            _with_roles(rows[Kind.CONTACT], settings),
            deletions=SeesDeletions.REPORTED,
            incremental=True,
        ),
        KindInfo(
            Kind.PROPERTY,
            homes,
            deletions=SeesDeletions.REPORTED,
            incremental=True,
            lists_summaries=people,
            needs=("name",),
            details_age=DETAILS_AGE if people else None,
        ),
        KindInfo(Kind.DEAL, rows[Kind.DEAL], lists_summaries=True, needs=("property",)),
        KindInfo(Kind.EVENT, rows[Kind.EVENT]),
    )


def entity_types(settings: ProviderSettings) -> dict[str, int]:
    """The ids of the agency's entity types, as the last sign-in found them, by name."""
    pairs = (pair.partition("=") for pair in settings.get("entity_types", "").split("|"))
    return {name: int(id_) for id_, _, name in pairs if name and id_.isascii() and id_.isdigit()}


def _with_roles(rows: Sequence[FieldPath], settings: ProviderSettings) -> tuple[FieldPath, ...]:
    """A role is an entity type: only those that there are can be given to a new contact."""
    choices = tuple(entity_types(settings))
    return tuple(
        replace(row, at_create=bool(choices), choices=choices) if row.codec == "choice" and row.field == "role" else row
        for row in rows
    )


def zone_of(settings: ProviderSettings) -> ZoneInfo | None:
    """The agency's time zone, as the last sign-in found it: whole days are told there as its midnights."""
    try:
        return ZoneInfo(settings["timezone"])
    except (KeyError, ValueError, OSError):  # none told, or one that this computer does not know
        return None


def page_size(settings: ProviderSettings) -> int:
    """The page size of an account. Raises UserInputError."""
    text = settings.get("page_size") or str(_USUAL_PAGE)
    if not (text.isascii() and text.isdigit() and 10 <= int(text) <= _LARGEST_PAGE):
        raise UserInputError(f"page_size is a number from 10 to {_LARGEST_PAGE}, not “{text}”.")
    return int(text)


INFO = ProviderInfo(
    key="mri_vault",
    title="MRI Vault",
    purpose="Real estate in Australia, New Zealand and the UK",
    place=4,
    settings=(
        Setting(
            "base_url",
            "Region or address",
            BASE,
            help="or an address up to /api/v1.3; of a Zena service its origin",
            places=(
                Place("au", "Australia and New Zealand", BASE, "v1.3"),
                Place("uk", "United Kingdom (VaultEA)", UK_BASE, "v1.3"),
            ),
        ),
        Setting(
            "api",
            "API",
            "v1.3",
            ("v1.3", "zena"),
            ("MRI's own API: the integrator's key and an access token", "A Zena service: one key"),
        ),
        Setting("page_size", "Records a page", str(_USUAL_PAGE), help=f"10 to {_LARGEST_PAGE}", api="v1.3"),
        Setting("entity_types", "Entity types", help="those that the agency has", found=True),
        Setting("timezone", "Time zone", help="the agency's, in which its days begin", found=True),
        Setting(
            "people",
            "Owners and buyers",
            "on",
            ("on", "off"),
            ("Read them", "Leave them: saves three calls for each property"),
            api="v1.3",
        ),
        REGION,
    ),
    secrets=(
        Secret("api_key", "API key", "MRI_API_KEY", "The integrator's key that MRI gave you (X-Api-Key)."),
        Secret(
            "token",
            "Access token",
            "MRI_TOKEN",
            "In MRI Vault: Office, Integrations, Third-Party Access.",
            api="v1.3",
            free=True,
        ),
    ),
    kinds=kind_infos({}),
    # 10 requests a second and 10,000 a day for each integrator key, counted from midnight UTC.
    limits=Limits(per_second=10.0, concurrent=8, windows=(Window("day", 10_000),), counted_by="api_key"),
    key_help="The API key comes from MRI; the access token from Office, Integrations, Third-Party Access in MRI Vault.",
    key_url="https://docs.api.vaultre.com.au/",
)
