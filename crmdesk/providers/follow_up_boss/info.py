"""Follow Up Boss as data: the fields of people and deals, settings, secrets, and what it can do with each kind."""

from __future__ import annotations

from crmdesk.domain.fields import Kind
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.info import REGION, FieldPath, KindInfo, Limits, ProviderInfo, ProviderSettings, Secret, Setting
from crmdesk.providers.mapping.record_map import with_overrides

BASE = "https://api.followupboss.com/v1"
ADDRESS = "address"  # the main one of `addresses`, until it is sent

PEOPLE = (
    FieldPath("name", "firstName+lastName", writable=False),
    FieldPath("first_name", "firstName"),
    FieldPath("last_name", "lastName"),
    FieldPath("emails", "emails[].value", "emails", label="type", primary="isPrimary"),
    FieldPath("phones", "phones[].value", "phones", label="type", primary="isPrimary"),
    FieldPath("tags", "tags[].name", "tags", write="tags"),
    FieldPath("description", "background", "note"),
    FieldPath("stage", "stage", clearable=False),
    FieldPath("source", "source", writable=False, at_create=True),
    FieldPath("source_ref", "sourceUrl", writable=False, at_create=True),
    FieldPath("street", "addresses.0.street", "note", write=f"{ADDRESS}.street"),
    FieldPath("city", "addresses.0.city", write=f"{ADDRESS}.city"),
    FieldPath("region", "addresses.0.state", write=f"{ADDRESS}.state"),
    FieldPath("postcode", "addresses.0.code", write=f"{ADDRESS}.code"),
    FieldPath("country", "addresses.0.country", write=f"{ADDRESS}.country"),
    FieldPath("role", "type", writable=False),
    FieldPath("image", "picture", "picture", writable=False),
    FieldPath("custom.Assigned to", "assignedTo", "choice", writable=False),
    FieldPath("custom.Price", "price", "word", writable=False),
    FieldPath("custom.Timeframe", "timeframe", "choice", writable=False),
    FieldPath("last_seen", "lastActivity", "moment", writable=False),
)
DEALS = tuple(
    FieldPath(field, path, codec, writable=False)
    for field, path, codec in (
        ("name", "name", "text"),
        ("stage", "stageName", "text"),
        ("contacts", "people[].id|peopleIds[]", "references"),
        ("price", "price", "word"),
        ("description", "description", "note"),
        ("settles", "projectedCloseDate", "date"),
    )
)


def custom_rows(settings: ProviderSettings) -> list[FieldPath]:
    """The custom fields that the sign-in met; what is no text there is shown, and changed only there."""
    named = [one.strip().partition(":") for one in settings.get("custom_fields", "").split(",") if one.strip()]
    return [
        FieldPath(f"custom.{name.removeprefix('custom')}", name, "word", writable=type_ in ("", "text", "dropdown"))
        for name, _, type_ in named
    ]


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind. Raises UserInputError."""
    people = with_overrides((*PEOPLE, *custom_rows(settings)), settings)
    deals = KindInfo(Kind.DEAL, DEALS, searches=False, creates=False, updates=False, deletes=False)
    return (KindInfo(Kind.CONTACT, people, incremental=True), deals)


def base_url(settings: ProviderSettings) -> str:
    """The address up to `/v1`; the origin alone will do. Raises UserInputError."""
    address = parse_address(settings.get("base_url") or BASE)
    return address.origin + (address.path or "/v1")


INFO = ProviderInfo(
    key="follow_up_boss",
    title="Follow Up Boss",
    purpose="Real estate leads and clients in North America",
    place=6,
    settings=(
        Setting("base_url", "Base address", BASE),
        Setting("page_size", "People a page", "100", ("10", "25", "50", "100")),
        REGION,
        Setting("custom_fields", "Custom fields", found=True),
    ),
    secrets=(Secret("key", "API key", "FUB_API_KEY", "Follow Up Boss: Admin, API"),),
    kinds=kinds({}),
    limits=Limits(per_second=10.0, concurrent=4),
    key_help="In Follow Up Boss, open Admin, then API, and create an API key.",
    key_url="https://app.followupboss.com/2/api",
)
