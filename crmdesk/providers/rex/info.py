"""Rex as data: its settings, its secrets, its fields in both APIs.

Described by the vendor: the fields of contacts and which are written (Contacts::describe, ::describeModel, kept by the
client smartretraining/distilled). Seen live by others: the two hosts (several property importers,
jamierowe1994/TLE-OS), pictures as `{uri, url, thumbs}` (dbc-tech/Rex), phone types such as `Mob`, a source written as a
text. Inferred: the OAuth dialect, from one project's own account of it, which no real service has confirmed. No rate
limit is published; one call commonly takes 12 to 15 seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
)

BASE = "https://api.rexsoftware.com/v1/rex"
UK_BASE = "https://api.uk.rexsoftware.com/v1/rex"
MOCK = "http://127.0.0.1/v1/rex"
LARGEST_LIST, DETAILS = 50_000, 100  # rows of one search: etags, and whole records
APP = "Integration:CRM Desk:Contacts"
SCOPE = "openid profile rex.read"
PERSON, COMPANY = "person", "company"
LEVELS = ("cold", "warm", "hot")

# A company's name and site are fields of companies alone. What is shown in searches (`name`) is derived from the child
# rows, which are what is written. The vendor describes no way to write notes.
RPC_FIELDS = (
    FieldPath("name", "name|system_search_key", writable=False),
    FieldPath("first_name", "related.contact_names.0.name_first", clearable=False),
    FieldPath("last_name", "related.contact_names.0.name_last", clearable=False),
    FieldPath("company", "company_name", clearable=False, of_type=COMPANY),
    FieldPath("description", "notes", "note", writable=False),
    FieldPath(
        "emails",
        "related.contact_emails[].email_address",
        "emails",
        label="email_desc",
        primary="email_primary",
    ),
    FieldPath(
        "phones",
        "related.contact_phones[].phone_number",
        "phones",
        label="phone_type",
        primary="phone_primary",
    ),
    FieldPath("tags", "related.contact_tags[].tag", "tags"),
    FieldPath("birthday", "marketing_birthday", "date"),
    FieldPath("address", "address", "note"),
    FieldPath("website", "website_url", "url", of_type=COMPANY),
    FieldPath("image", "contact_image.url", "image", writable=False),
    FieldPath("contact_type", "type", writable=False, at_create=True, choices=(PERSON, COMPANY)),
    FieldPath("stage", "interest_level", choices=LEVELS),
    FieldPath("source", "marketing_enquiry_source", "choice"),
    FieldPath("last_seen", "last_contacted_date", "moment", writable=False),
)

LIST_FIELDS = (
    FieldPath("name", "name|first_name+last_name", writable=False),
    FieldPath("first_name", "first_name", writable=False),
    FieldPath("last_name", "last_name", writable=False),
    FieldPath("emails", "primary_email+email+emails", "emails", writable=False),
    FieldPath("phones", "primary_phone+phone+phones", "phones", writable=False),
    FieldPath("description", "notes|description", "note", writable=False),
)

_BOOKKEEPING = (
    "system_record_state",
    "system_ctime",
    "system_owner_user",
    "system_modified_user",
    "system_created_user",
    "security_user_rights",
    "match_summary",
)
RPC_KNOWN = (
    *_BOOKKEEPING, "system_modtime", "name_first", "name_last", "email_address", "phone_number", "fax_number",
)  # fmt: skip
LIST_KNOWN = ("updatedAt", "updated_at", "last_updated")


def contact_info(rows: Sequence[FieldPath], settings: ProviderSettings) -> KindInfo:
    """What an account can do with contacts: everything by its services, reading alone in the OAuth dialect."""
    if settings.get("api") == "oauth":
        return KindInfo(
            Kind.CONTACT,
            tuple(rows),
            deletions=SeesDeletions.NEVER,
            incremental=True,
            creates=False,
            updates=False,
            deletes=False,
        )
    by_id = settings.get("source_form") == "object"  # it would be written by the id of a value in a list of Rex's
    told = tuple(replace(row, writable=False) if by_id and row.field == "source" else row for row in rows)
    return KindInfo(Kind.CONTACT, told, lists_summaries=True, details_at_once=DETAILS)


INFO = ProviderInfo(
    key="rex",
    title="Rex",
    purpose="Real estate sales and rentals in Australia and the UK",
    place=3,
    settings=(
        Setting(
            "base_url",
            "Region or address",
            BASE,
            help="accounts of the UK are at home on a host of their own; or an address up to /v1/rex",
            places=(Place("au", "Australia and New Zealand", BASE), Place("uk", "United Kingdom", UK_BASE)),
        ),
        Setting(
            "api",
            "API",
            "rpc",
            ("rpc", "oauth"),
            ("Email address and password: reads and writes", "Sign-in in the browser: reads the contact list only"),
        ),
        Setting("mock", "Demo Rex only", "0", ("0", "1"), ("No", "Yes: it starts by itself"), variable="REX_MOCK"),
        Setting(
            "account_id", "Account number", help="which one, for a user who belongs to several accounts", api="rpc"
        ),
        Setting("page_size", "Contacts a list page", str(LARGEST_LIST), help=f"10 to {LARGEST_LIST}", api="rpc"),
        REGION,
        Setting("auth_url", "Sign-in address", help="usually /oauth/authorize", api="oauth", variable="REX_AUTH_URL"),
        Setting("token_url", "Token address", help="usually /oauth/token", api="oauth", variable="REX_TOKEN_URL"),
        Setting(
            "redirect_uri",
            "Redirect address",
            help="http://127.0.0.1:PORT/PATH as registered; unset: any free port",
            api="oauth",
            variable="REX_REDIRECT_URI",
            fallback="${NEXT_PUBLIC_BASE_URL}/api/integrations/rex/oauth/callback",
        ),
        Setting("source_form", "Sources come as", choices=("text", "object"), api="rpc", found=True),
        Setting("accounts", "Accounts of this user", api="rpc", found=True),
        Setting("scope", "Scope", help=f"usually {SCOPE}", api="oauth", variable="REX_SCOPE"),
        Setting(
            "contacts_endpoint",
            "Contact list",
            help="usually contacts/list below the base address",
            api="oauth",
            variable="REX_CONTACTS_ENDPOINT",
        ),
    ),
    secrets=(
        Secret(
            "email",
            "Email address",
            "REX_EMAIL",
            "the address you sign in to Rex with",
            api="rpc",
            free=True,
            masked=False,
        ),
        Secret("password", "Password", "REX_PASSWORD", api="rpc", free=True),
        Secret(
            "client_id",
            "Client ID",
            "REX_CLIENT_ID",
            "of the application registered with Rex",
            api="oauth",
            masked=False,
        ),
        Secret("client_secret", "Client secret", "REX_CLIENT_SECRET", api="oauth"),
    ),
    kinds=(contact_info(RPC_FIELDS, {}),),
    limits=Limits(per_second=5.0, concurrent=4),
    key_help="Use the email address and password with which you sign in to Rex; a user for CRM Desk alone is best.",
    key_url="https://app.rexsoftware.com/",
    browser=("oauth",),
    mock_url=MOCK,
)


def page_size(settings: ProviderSettings) -> int:
    """The size of a list page. Raises UserInputError."""
    text = settings.get("page_size") or str(LARGEST_LIST)
    if not (text.isascii() and text.isdigit() and 10 <= int(text) <= LARGEST_LIST):
        raise UserInputError(f"page_size is a number from 10 to {LARGEST_LIST}, not “{text}”.")
    return int(text)
