"""The demo CRMs in a simulation: where each keeps what is edited, and how it is looked at."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from starlette.applications import Starlette
from starlette.types import ASGIApp

from crmdesk.demo.site.app import Front
from crmdesk.demo.site.site import DemoAccount, Site, Start
from crmdesk.demo.sites import SITES

PORT = 4000
MARK = re.compile(r"zq\d+[a-z]*")  # stands in every value that a simulation writes, and in no other
_PARAGRAPH = re.compile(r"</?p>")

Raw = dict[str, Any]


@dataclass(frozen=True)
class Habits:
    """Where a CRM keeps what a simulation edits: texts as our field to its member, emails as (list, address)."""

    texts: Mapping[str, str]
    emails: tuple[str, str]
    first_name: Callable[[Raw], Any]
    derived: frozenset[str] = frozenset()  # members that follow from others or from the write itself
    unshown: frozenset[str] = frozenset()  # members that nothing shows of a record without an address; the desk warns
    doubled: frozenset[str] = frozenset()  # lists of which a write adds rows once more, which the desk takes away then
    deleted: str = ""  # the member that marks what was deleted, where records stay
    settings: Mapping[str, str] = field(default_factory=dict)
    mails_edited: bool = True
    row: Mapping[str, Any] = field(default_factory=dict)  # what an address of its list has beside itself


def _plain(member: str) -> Callable[[Raw], Any]:
    return lambda record: record[member]


HABITS: dict[str, Habits] = {
    "dex": Habits(
        {"company": "company", "job_title": "job_title", "description": "description"},
        ("contact_emails", "email"),
        _plain("first_name"),
        settings={"page_size": "10"},
    ),
    "follow_up_boss": Habits(
        {"description": "background"},
        ("emails", "value"),
        _plain("firstName"),
        row={"type": "work", "isPrimary": False},
        settings={"page_size": "10"},
    ),
    "mri_vault": Habits(
        {"company": "company", "job_title": "position"},
        ("emails", ""),
        _plain("firstName"),
        derived=frozenset({"displayName", "greeting"}),
        unshown=frozenset({"editableBy"}),
    ),
    "crm_api": Habits(
        {"company": "company", "job_title": "jobTitle", "description": "notes"},
        ("email", ""),
        _plain("firstName"),
        mails_edited=False,
    ),
    "flex": Habits(
        {"company": "company", "job_title": "jobTitle"},
        ("internetAddresses", "url"),
        _plain("firstName"),
        derived=frozenset({"lastEditUserId", "name", "deletedByUserId", "deletedByDate"}),
        doubled=frozenset({"addresses"}),
        deleted="deleted",
        row={"name": "Work", "defaultEmail": False},
    ),
    "rex": Habits(
        {"address": "address"},
        ("contact_emails", "email_address"),
        lambda record: (record["contact_names"] or [{}])[0].get("name_first"),
        deleted="is_trashed",
        row={
            "email_desc": "work",
            "email_primary": None,
            "email_secondary": None,
            "contact_name_id": None,
            "is_invalid": None,
            "id": 900_000,
        },
    ),
}


class Twin:
    """One demo CRM without a server, and what a simulation looks at in it."""

    def __init__(self, key: str, number: int, seed: int, contacts: int, now: Callable[[], datetime]) -> None:
        self.key = key
        self.habits = HABITS[key]
        self.site: Site = SITES[key](Start(f"http://127.0.0.1:{PORT + number}", seed, contacts, None, now))
        self._held_at, self._held = -1, dict[str, Raw]()
        self.app: ASGIApp = Front(Starlette(routes=self.site.routes()), self.site)

    @property
    def account(self) -> DemoAccount:
        """How to connect to it, its usual API."""
        return self.site.accounts()[0]

    def secrets(self) -> dict[str, str]:
        """What a user would give to sign in."""
        secret = self.account.secret
        return json.loads(secret) if secret.startswith("{") else {"key": secret}

    def records(self) -> dict[str, Raw]:
        """Every record as the CRM holds it, to be looked at alone."""
        if self._held_at != self.site.book.revision:
            self._held_at, self._held = self.site.book.revision, self.site.book.snapshot()
        return self._held

    def text(self, record: Raw, member: str) -> str:
        """A text of a record, without the paragraphs that a CRM puts around it."""
        held = str(record.get(member) or "")
        if held.startswith("<p>"):
            held = html.unescape(_PARAGRAPH.sub("", held.replace("</p><p>", "\n")))
        return held.strip()

    def addresses(self, record: Raw) -> list[str]:
        """The email addresses of a record."""
        member, name = self.habits.emails
        held = record.get(member) or []
        rows = [held] if isinstance(held, str) else held
        return [row if isinstance(row, str) else str(row.get(name)) for row in rows]

    def with_address(self, record: Raw, address: str) -> Raw:
        """The change that adds an address."""
        member, name = self.habits.emails
        held = record.get(member)
        if not name and not isinstance(held, list):
            return {member: address}
        row: Any = {**self.habits.row, **self._numbered(held), name: address} if name else address
        return {member: [*(held or []), row]}

    def _numbered(self, rows: Any) -> Raw:
        """The id of a further row, where rows have one."""
        return {"id": 900_000 + len(rows or ())} if "id" in self.habits.row else {}

    def alike(self, member: str, one: Any, other: Any) -> bool:
        """Whether a list is the same but for rows that are there once more, under ids and numbers of their own."""
        if member not in self.habits.doubled or not (isinstance(one, list) and isinstance(other, list)):
            return False
        sides = ([{**row, "id": None, "ordinal": None} for row in rows] for rows in (one, other))
        before, after = sides
        return all(row in after for row in before) and all(row in before for row in after)

    def hides(self, record: Raw) -> bool:
        """Whether its lists may leave a record out."""
        return any(record.get(member) for member in (self.site.archive, self.habits.deleted) if member)
