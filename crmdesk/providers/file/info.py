"""Accounts by file as data."""

from __future__ import annotations

from pathlib import Path

from crmdesk.domain.accounts import CHANGED_IN_PLACE
from crmdesk.domain.fields import ADDRESS_PARTS, Kind
from crmdesk.errors import UserInputError
from crmdesk.providers.info import (
    BY_FILE,
    REGION,
    FieldPath,
    KindInfo,
    Limits,
    ProviderInfo,
    ProviderSettings,
    SeesDeletions,
    Setting,
)

TABLE, CARDS, FOLDER, VDIR = "table", "cards", "folder", CHANGED_IN_PLACE
LIVE = "By file, not live: as new as the file, and nothing is sent"
BY_HAND = "By file, not live: as new as the file; what you change is handed over as a file"
COLUMNS = "columns"  # the setting that holds what the columns mean

# The property of a card that each of our fields is.
PROPERTIES = {
    "name": "FN", "first_name": "N", "last_name": "N", "company": "ORG", "job_title": "TITLE", "role": "ROLE",
    "description": "NOTE", "emails": "EMAIL", "phones": "TEL", "birthday": "BDAY", "tags": "CATEGORIES",
    "website": "URL", "image": "PHOTO", "address": "ADR", **dict.fromkeys(ADDRESS_PARTS, "ADR"),
    **dict.fromkeys(("instagram", "linkedin", "twitter", "facebook", "telegram"), "X-SOCIALPROFILE"),
}  # fmt: skip

_SETTINGS = (
    Setting("path", "File or folder", help="the whole path", required=True, path=True),
    Setting(
        "api",
        "Kind of file",
        TABLE,
        (TABLE, CARDS, FOLDER, VDIR),
        (
            "A table: CSV, TSV, XLSX or JSON",
            "A file of cards: vCard or jCard",
            "The newest file of a folder",
            "A folder of cards, changed too",
        ),
    ),
    Setting("pattern", "Names of its files", "*", help="such as contacts*.csv", api=FOLDER),
    Setting("id", "What tells contacts apart", help="a column, or email, or row; found out where it is left empty"),
    Setting(
        "complete",
        "Does each file hold everybody?",
        "no",
        ("no", "yes"),
        ("No: who is missing stays", "Yes: who is missing was deleted there"),
    ),
    Setting(
        "dates",
        "Order of dates",
        choices=("dmy", "mdy", "ymd"),
        titles=("Day, month, year", "Month, day, year", "Year, month, day"),
        help="where the file does not prove it",
    ),
    Setting("sheet", "Sheet", help="of a workbook; the one that looks like contacts where it is left empty"),
    Setting("encoding", "Encoding", help="such as windows-1252; found out where it is left empty"),
    Setting("delimiter", "Delimiter", help="; or , or tab; found out where it is left empty"),
    REGION,
    Setting("base_url", "Address", help="of the file; it follows from its path", found=True),
    Setting("read_as", "Read as", found=True),
    Setting("ids", "Told apart by", found=True),
    Setting("held", "Was not empty", found=True, api=VDIR),
    Setting(COLUMNS, "What its columns mean", found=True),
)


def kind_of(settings: ProviderSettings) -> KindInfo:
    """What an account can do with contacts; its fields are known once its file was looked at."""
    complete = settings.get("complete") == "yes"
    return KindInfo(
        Kind.CONTACT,
        (),
        SeesDeletions.BY_LISTING if complete else SeesDeletions.NEVER,
        incremental=True,
        searches=False,
        creates=False,
        updates=False,
        deletes=False,
    )


VDIR_INFO = KindInfo(Kind.CONTACT, tuple(FieldPath(field, name) for field, name in PROPERTIES.items()))

INFO = ProviderInfo(
    key="file",
    title="File",
    purpose=f"A table or vCards on this computer. {LIVE}",
    state=BY_FILE,
    place=11,
    settings=_SETTINGS,
    secrets=(),
    kinds=(kind_of({}),),
    limits=Limits(per_second=None),
    key_help="Choose a file that another program writes again and again, such as an export. "
    "It is read, never changed; only a folder of cards is.",
)


def base_url(settings: ProviderSettings) -> str:
    """The address of a file. Raises UserInputError."""
    path = settings.get("path", "")
    if not path:
        raise UserInputError("No file was named.", next="Give path=FILE.")
    return Path(path).as_uri()
