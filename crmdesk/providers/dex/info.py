"""Dex as data: its settings, its key, its fields in both APIs.

Sources: getdex.com/docs/api-reference (legacy pages, v1 reference). No rate limit is published; clients hold to about
one request a second.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crmdesk.domain.fields import Kind
from crmdesk.errors import UserInputError
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

V1_BASE = "https://api.prod.getdex.com"
LEGACY_BASE = "https://api.getdex.com/api/rest"
_LARGEST_PAGE, _USUAL_PAGE, _SMALLEST_PAGE = 500, 100, 10

# `full_name` is derived there from the parts, so it is read and never sent. Emails and phones are read and written
# under different names.
LIST_NAMES: Mapping[str, Mapping[str, str]] = {
    "contact": {"emails": "contact_emails", "phones": "contact_phone_numbers"},
    "plain": {"emails": "emails", "phones": "phones"},
}
"""Under which names v1 is sent emails and phones: as it shows them and a client others run sends them (byndcloud), or
as the vendor's own tool for assistants names them (getdex/agent-skills)."""

V1_FIELDS = (
    FieldPath("name", "full_name|first_name+last_name", writable=False),
    FieldPath("first_name", "first_name"),
    FieldPath("last_name", "last_name"),
    FieldPath("company", "company"),
    FieldPath("job_title", "job_title"),
    FieldPath("description", "description", "html"),
    FieldPath("emails", "contact_emails[].email|emails[].email", "emails", ordered=True),
    FieldPath("phones", "contact_phone_numbers[].phone_number|phones[].phone_number", "phones", ordered=True),
    FieldPath("birthday", "birthday+birthday_year", "birthday"),
    FieldPath("instagram", "instagram", "handle"),
    FieldPath("linkedin", "linkedin", "handle"),
    FieldPath("twitter", "twitter", "handle"),
    FieldPath("facebook", "facebook", "handle"),
    FieldPath("telegram", "telegram", "handle"),
    FieldPath("website", "website", "url"),
    FieldPath("image", "image_url", "image"),
    FieldPath("location", "legacy_location"),
    FieldPath("education", "education"),
    FieldPath("starred", "starred", "flag"),
    FieldPath("tags", "tags[].name", "tags"),
    FieldPath("address", "legacy_contact_addresses.0.formatted", "note", writable=False),
    FieldPath("source", "source", writable=False),
    FieldPath("custom.Groups", "groups", "names", writable=False),
    FieldPath("custom.Keep in touch", "frequency", writable=False),
    FieldPath("custom.TikTok", "tiktok", writable=False),
    FieldPath("custom.YouTube", "youtube", writable=False),
    FieldPath("last_seen", "last_seen_at", "moment", writable=False),
    FieldPath("next_reminder", "next_reminder_at", "moment", writable=False),
)

# The birthday comes with the current year and has no documented way back (one client's recorded answers have it as
# `birthday`, with the year of birth); `website` is taken but never shown again, so
# that no send of it could be verified.
LEGACY_FIELDS = (
    FieldPath("name", "first_name+last_name", writable=False),
    FieldPath("first_name", "first_name"),
    FieldPath("last_name", "last_name"),
    FieldPath("job_title", "job_title"),
    FieldPath("description", "description", "html"),
    FieldPath("emails", "emails[].email", "emails", write="contact_emails[].email", ordered=True),
    FieldPath("phones", "phones[].phone_number", "phones", write="contact_phone_numbers[].phone_number", ordered=True),
    FieldPath("birthday", "birthday|birthday_current_year", "recurring", writable=False),
    FieldPath("instagram", "instagram", "handle"),
    FieldPath("linkedin", "linkedin", "handle"),
    FieldPath("twitter", "twitter", "handle"),
    FieldPath("facebook", "facebook", "handle"),
    FieldPath("telegram", "telegram", "handle"),
    FieldPath("website", "website", "url", writable=False),
    FieldPath("image", "image_url", "image"),
    FieldPath("education", "education"),
    FieldPath("last_seen", "last_seen_at", "moment", writable=False),
    FieldPath("next_reminder", "next_reminder_at", "moment", writable=False),
)


def v1_rows(settings: ProviderSettings) -> tuple[FieldPath, ...]:
    """The fields of v1 as this account's API takes them, and as its user has mapped them."""
    names = LIST_NAMES.get(settings.get("list_names", ""), {})
    rows = [
        replace(row, write=f"{names[row.field]}[].{row.path.rpartition('.')[2]}") if row.field in names else row
        for row in V1_FIELDS
        if row.field != "tags"
    ]
    # Where nobody has seen them, a change of tags could not be verified.
    rows += [replace(row, writable=settings.get("tags") == "yes") for row in V1_FIELDS if row.field == "tags"]
    return with_overrides(rows, settings)


def contact_info(rows: Sequence[FieldPath], settings: ProviderSettings) -> KindInfo:
    """What an account can do with contacts; settings may say that lists are not taken, or that lists hide details."""
    if settings.get("writes_lists") == "off":
        rows = [
            FieldPath(row.field, row.path, row.codec, writable=False) if row.field in ("emails", "phones") else row
            for row in rows
        ]
    return KindInfo(
        Kind.CONTACT,
        tuple(rows),
        deletions=SeesDeletions.BY_LISTING,
        incremental=settings.get("changes") == "yes" and settings.get("api") != "legacy",
        lists_summaries=settings.get("details") == "each",
        doubtful=frozenset() if settings.get("api") == "legacy" else frozenset({"emails", "phones"}),
    )


INFO = ProviderInfo(
    key="dex",
    title="Dex",
    purpose="Personal relationships: friends, family and contacts",
    place=1,
    settings=(
        Setting("base_url", "Base address", V1_BASE, help=f"v1: the origin; legacy: up to /api/rest ({LEGACY_BASE})"),
        Setting(
            "api",
            "API",
            "v1",
            ("v1", "legacy"),
            ("Today's API: keys that begin with dex_", "The older API, with a key of its own kind"),
        ),
        Setting("page_size", "Contacts a page", str(_USUAL_PAGE), help=f"{_SMALLEST_PAGE} to {_LARGEST_PAGE}"),
        Setting(
            "details", "Details", "list", ("list", "each"), ("As the list has them", "Read every contact by itself")
        ),
        Setting("writes_lists", "Send emails and phones", "on", ("on", "off"), ("Yes", "No")),
        REGION,
        Setting(
            "list_names",
            "Emails and phones are sent as",
            choices=tuple(LIST_NAMES),
            titles=tuple(" and ".join(names.values()) for names in LIST_NAMES.values()),
            api="v1",
            found=True,
        ),
        Setting("tags", "Tells tags", choices=("yes", "no"), titles=("Yes", "No"), api="v1", found=True),
        Setting("changes", "Tells what changed", choices=("yes", "no"), titles=("Yes", "No"), api="v1", found=True),
    ),
    secrets=(Secret("key", "API key", "DEX_API_KEY", "Dex: Settings, API"),),
    kinds=(contact_info(V1_FIELDS, {}),),
    limits=Limits(per_second=1.0, concurrent=8),
    key_help="In Dex, open Settings, then API, and copy the key (a Professional plan is needed).",
    key_url="https://getdex.com/appv3/settings/api",
)


def page_size(settings: ProviderSettings) -> int:
    """The page size of an account. Raises UserInputError."""
    text = settings.get("page_size") or str(_USUAL_PAGE)
    if not (text.isascii() and text.isdigit() and _SMALLEST_PAGE <= int(text) <= _LARGEST_PAGE):
        raise UserInputError(f"page_size is a number from {_SMALLEST_PAGE} to {_LARGEST_PAGE}, not “{text}”.")
    return int(text)
