"""The demo Dex's address book and keys, over which both of its APIs answer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import ClassVar, Literal

import msgspec

from crmdesk.demo.dex.records import SUMMARY_HIDES, from_person, legacy_shape, v1_shape
from crmdesk.demo.people import Person
from crmdesk.demo.site.keys import made_key
from crmdesk.demo.site.site import DemoAccount, Site, Start
from crmdesk.demo.site.state import Ids, Record
from crmdesk.demo.weather.bad_answers import Listing

Way = Literal["taken", "ignored", "refused"]
Names = Literal["contact", "plain"]


@dataclass(frozen=True, slots=True)
class DexOptions:
    """How the demo Dex settles what nobody outside knows of the real one; as strangers' clients show it, or otherwise.

    `lists`: emails and phones sent to v1; `names`: under which names it takes them, `shows`: under which it tells them
    (`contact`: contact_emails, `plain`: emails); `tags`: whether contacts show their tags, which then can
    be changed by calls of their own; `deletes`: by id, many at once, or both;
    `changes`: whether the filter goes by `has_updated_at`, ignores it, refuses what it does not know, or is not there;
    `by_emails`: whether there is a look-up by addresses; `me`: whether it tells whose key it is; `notes`: whether
    notes of a third of the people are HTML, as live data shows them; `answers`: whether
    creates and updates answer with the record alone, within an object, or not at all; `count`: whether a list counts
    its page or everything.
    """

    lists: Way = "taken"
    names: Names = "contact"
    shows: Names = "contact"
    deletes: Literal["id", "many", "both"] = "id"
    changes: Literal["told", "ignored", "refused", "absent"] = "told"
    by_emails: bool = True
    me: bool = True
    tags: bool = False
    notes: Literal["html", "plain"] = "html"
    answers: Literal["record", "object", "none"] = "record"
    count: Literal["page", "all"] = "page"


@dataclass(frozen=True, slots=True)
class DexKeys:
    """The keys of the demo Dex: two that work, each on its own API, and some that look right and do not."""

    v1: str
    legacy: str
    expired: str
    revoked: str

    @classmethod
    def of(cls, seed: int) -> "DexKeys":
        """The same keys for the same seed, so that a restarted demo is still signed in to."""
        made = [made_key(f"dex {name}", seed) for name in ("v1", "legacy", "expired", "revoked")]
        return cls(f"dex_{made[0]}", made[1][:15], f"dex_{made[2]}", f"dex_{made[3]}")


class DexSite(Site):
    """A Dex on loopback. Its `book` holds records in v1's read names plus `tags`."""

    key: ClassVar[str] = "dex"
    place: ClassVar[int] = 1
    emails_at = ("contact_emails", "email")
    archive: ClassVar[str | None] = "is_archived"
    look_ups = ("/v1/contacts/by-emails", "/v1/contacts/filter")
    listings = (
        Listing(
            re.compile("/v1/contacts/?"),
            ("data", "items"),
            ("data", "nextCursor"),
            ("data", "count"),
            summary_hides=SUMMARY_HIDES,
        ),
        Listing(
            re.compile("/v2/contacts/?"),
            ("data", "contacts"),
            ("data", "pagination", "nextCursor"),
            summary_hides=SUMMARY_HIDES,
        ),
        Listing(re.compile("/v1/contacts/[0-9a-fA-F-]{36}"), ("data",), single=True),
        Listing(
            re.compile("/api/rest/contacts"),
            ("contacts",),
            None,
            ("pagination", "total", "count"),
            summary_hides=("description", "education", "emails", "phones"),
        ),
    )

    def __init__(self, start: Start) -> None:
        self.options: DexOptions = start.options or DexOptions()
        self.keys = DexKeys.of(start.seed)
        self.user = Ids(start.seed + 2).of(0)
        self.reminders: list[Record] = []
        self.timeline: list[Record] = []
        super().__init__(start)

    def written(self, whom: Person, id: str) -> Record:
        """A person in the names of v1."""
        return from_person(whom, id, self.origin)

    def shapes(self) -> Mapping[str, Callable[[Record], object]]:
        """`default` is of v1."""
        year = datetime.now(UTC).year
        return {
            "default": lambda record: v1_shape(record, self.options.shows, self.options.tags),
            "legacy": lambda record: legacy_shape(record, year),
        }

    def invented(self, number: int, id: str) -> Record:
        """A record of the untouched book; notes may be HTML."""
        record = super().invented(number, id)
        if self.options.notes == "html" and number % 3 == 2 and record["description"]:
            lines = record["description"].split("\n")
            record["description"] = "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)
        return record

    def reset(self) -> None:
        """Also the first keys again, and no reminders or notes."""
        super().reset()
        self.keys = DexKeys.of(self.seed)
        self.reminders.clear()
        self.timeline.clear()

    def renew_keys(self) -> DexKeys:
        """The user made new keys in Dex: the old ones are revoked at once."""
        fresh = DexKeys.of(int(self.keys.expired[4:12], 16))
        self.keys = DexKeys(fresh.v1, fresh.legacy, self.keys.expired, self.keys.v1)
        return self.keys

    def accounts(self) -> list[DemoAccount]:
        """v1 by its origin, legacy by its REST root."""
        return [
            DemoAccount("dex", "v1", self.origin, self.keys.v1),
            DemoAccount("dex", "legacy", f"{self.origin}/api/rest", self.keys.legacy, {"api": "legacy"}),
        ]

    def error_body(self, path: str, status: int, message: str) -> bytes:
        """v1's envelope (only `error` is documented), or Hasura's three members on the legacy API."""
        if path.startswith("/api/rest"):
            code = {401: "access-denied", 403: "access-denied", 404: "not-found"}.get(status, "unexpected")
            return msgspec.json.encode({"path": "$", "error": message, "code": code})
        return msgspec.json.encode({"error": True, "message": message})
