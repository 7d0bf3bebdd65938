"""Files that are known by their header: which program wrote them, and what it means by its columns.

What a general name says already is not said again here. Facts from the programs' public samples and importers;
LinkedIn, Thunderbird, Outlook and Google as of 2024, Follow Up Boss in part by inference, Top Producer 8i of 2014.
A row is data: adding a source is a row here and a fixture in its tests.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crmdesk.formats.mapping.dates import Order
from crmdesk.formats.mapping.headings import plain

_OUTLOOK = {
    "": frozenset({"unspecified", "keine angabe", "no especificado"}),
    "date": frozenset({"0/0/00", "0.0.00", "00/00/00", "0/0/0000", "0.0.0000"}),
    "text": frozenset({"normal", "false", "falsch", "falso"}),
}

# What 8i says of a contact and the desk has no field for: the person's names, salutations, the second person (mostly
# the spouse), family and friends, the assistant, what belongs to phones. Houses, listings and deals are none of it.
_PERSON = ("Initial", "NickName", "Jr_Sr", "Mr_Mrs", "Designation", "Gender")
_TOP_PRODUCER_OWN = (
    "Inquiry form", "Letter Salutation", "Envelope/Label Salutation", "Unsubscribed", "Urgency", "Contact Note Date",
    *(f"Primary {part}" for part in _PERSON),
    *(f"Secondary {part}" for part in ("FirstName", "LastName", *_PERSON, "Title", "Birthday")),
    *(f"FF {part}" for part in ("FirstName", "LastName", "Birthday", "Relation", "Resident")),
    *(f"Asst {part}" for part in ("FirstName", "LastName", "Initial", "Designation", "Email")),
    *(f"{phone} Ext" for phone in ("Home Phone", "Bus Phone", "Other Phone", "Mobile Phone", "Pager", "Fax")),
    *(f"{phone} Desc" for phone in ("Home Ph", "Bus Ph", "Other Ph", "Mobile Ph", "Pager", "Fax")),
    "Other Email_Web Type", "Other Email_Web Desc", "Other Ph Nums Title", "Other Phone Nums Ext", "Other Ph Nums Desc",
    "County", "Property Type", "Lead Type", "Referred Contact Name", "Referred To/By Contact Name",
    "Referral Direction", "Referral Source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One program's table. `columns` says [+|&]FIELD[:CODEC][@LABEL][.PART] of a name; "" leaves it out on purpose.

    `+` says that the cell is a further line of the same text, `&` a further word.
    """

    key: str
    title: str
    telling: tuple[str, ...]  # columns of which all must be there
    columns: Mapping[str, str] = field(default_factory=dict)
    fillers: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by field type, "" for all; case-folded
    order: Order | None = None  # how it writes dates, where it is known: a proposal, no proof
    splits: Mapping[str, str] = field(default_factory=dict)  # codec by field, for what general names found
    grouped: bool = False


SOURCES: tuple[Source, ...] = (
    Source(
        "google", "Google Contacts", ("First Name", "Last Name", "Organization Name", "Labels"),
        {
            "Organization Title": "job_title", "Labels": "tags:groups", "Photo": "image", "Notes": "description",
            "Nickname": "", "File As": "", "Name Prefix": "", "Name Suffix": "",
        },
        splits={"emails": "colons", "phones": "colons"},
    ),
    Source(
        "google_older", "Google Contacts (before 2024)", ("Name", "Given Name", "Family Name", "Group Membership"),
        {
            "Group Membership": "tags:groups", "Organization 1 - Name": "company",
            "Organization 1 - Title": "job_title",
            "Website 1 - Value": "website", "Notes": "description", "Location": "location", "Occupation": "",
        },
        splits={"emails": "colons", "phones": "colons"},
    ),
    Source(
        "outlook_web", "Outlook on the web", ("Given Yomi", "Surname Yomi", "Personal Web Page"),
        {
            "Categories": "tags:semicolons", "E-mail Address": "emails", "E-mail 2 Address": "emails",
            "E-mail 3 Address": "emails", "Schools": "education", "Title": "", "Account": "", "Initials": "",
            "Profession": "role", "Web Page": "website", "Personal Web Page": "",
        },
        _OUTLOOK, Order.MDY,
    ),
    Source(
        "outlook", "Outlook", ("First Name", "Last Name", "E-mail Address", "E-mail Type"),
        {
            "Categories": "tags:semicolons", "E-mail Type": "", "E-mail 2 Type": "", "E-mail 3 Type": "", "Title": "",
            "Account": "", "Initials": "", "Profession": "role", "Location": "location", "Web Page": "website",
            "E-mail Display Name": "", "E-mail 2 Display Name": "", "E-mail 3 Display Name": "",
            "Primary Phone": "phones",
        },
        _OUTLOOK, Order.MDY,
    ),
    Source(
        "outlook_de", "Outlook (German)", ("Anrede", "Vorname", "Nachname", "Firma", "E-Mail-Adresse"),
        {
            "Kategorien": "tags:semicolons", "Anrede": "", "Position": "job_title", "E-Mail-Typ": "",
            "E-Mail 2: Typ": "",
            "E-Mail 3: Typ": "", "Konto": "", "Initialen": "", "Beruf": "role", "Ort": "location", "Privat": "",
            "E-Mail: Angezeigter Name": "", "E-Mail 2: Angezeigter Name": "", "E-Mail 3: Angezeigter Name": "",
            "Haupttelefon": "phones",
        },
        _OUTLOOK, Order.DMY,
    ),
    Source(
        "linkedin", "LinkedIn connections", ("First Name", "Last Name", "URL", "Email Address", "Connected On"),
        {"URL": "linkedin", "Company": "company", "Position": "job_title", "Connected On": ""},
    ),
    Source(
        "thunderbird", "Thunderbird", ("Display Name", "Primary Email", "Secondary Email", "Birth Year"),
        {
            "Birth Year": "birthday.year", "Birth Month": "birthday.month", "Birth Day": "birthday.day",
            "Secondary Email": "emails", "Organization": "company", "Web Page 1": "website", "Web Page 2": "",
            "Notes": "description", "Nickname": "", "Department": "", "Screen Name": "",
            **{f"Custom {number}": "" for number in range(1, 5)},
        },
    ),
    Source(
        "hubspot", "HubSpot", ("Record ID", "Lifecycle Stage", "Contact owner"),
        {
            "Record ID": "id", "Email": "emails", "Additional email addresses": "emails:semicolons",
            "Lifecycle Stage": "stage", "Lead Status": "status", "Contact owner": "",
            "Unsubscribed from all email": "custom.Unsubscribed from all email", "Associated Company": "company",
        },
        splits={"tags": "semicolons"},
    ),
    Source(
        "salesforce", "Salesforce", ("Id", "IsDeleted", "MailingStreet"),
        {
            "Id": "id", "IsDeleted": "skip_if_yes", "Title": "job_title",
            "HasOptedOutOfEmail": "custom.HasOptedOutOfEmail",
            "DoNotCall": "custom.DoNotCall", "Birthdate": "birthday", "PhotoUrl": "",
            "LeadSource": "source", "OwnerId": "",
            "HomePhone": "phones@home", "MobilePhone": "phones@mobile", "OtherPhone": "phones@other",
            "Fax": "phones@fax",
            "AccountId": "", "MasterRecordId": "", "Salutation": "", "Department": "",
        },
    ),
    Source(
        "follow_up_boss", "Follow Up Boss", ("Stage", "Lead Source", "Assigned To", "Tags"),
        {"ID": "id", "Lead Source": "source", "Assigned To": "", "Tags": "tags:commas"},
        {"phones": frozenset({"0"})},
    ),
    Source(
        "top_producer", "Top Producer", ("Contact ID", "Primary FirstName", "Primary LastName", "Secondary FirstName"),
        {
            "Contact ID": "id", "Contact Type": "tags:lines", "Contact Notes": "description",
            "Primary Title": "job_title", "Other Email_Web Addr": "emails:lines",
            "Home Phone": "phones@home", "Bus Phone": "phones@work", "Mobile Phone": "phones@mobile",
            "Other Phone": "phones@other", "Other Phone Nums": "phones:lines",
            **dict.fromkeys(
                ("House Number", "Direction Prefix", "Street", "Street Designator", "Direction Suffix"), "&street"
            ),
            **dict.fromkeys(("Suite No", "PO_Box", "Bldg_Floor"), "+street"),
            "City": "city", "State": "region", "Zip": "postcode", "Country": "country",
            **{name: f"custom.{name}" for name in _TOP_PRODUCER_OWN},
        },
        {"date": frozenset({"0/0/00"})}, Order.MDY, grouped=True,
    ),
)  # fmt: skip


def source_of(columns: Sequence[str]) -> Source | None:
    """The program whose table has these columns; the one that more columns tell of, where two could be meant."""
    there = {plain(name) for name in columns}
    found = [one for one in SOURCES if all(plain(name) in there for name in one.telling)]
    return max(found, key=lambda one: len(one.telling), default=None)
