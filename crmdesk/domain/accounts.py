"""Accounts: one connection to one CRM each, and how each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from crmdesk.domain.fields import Kind
from crmdesk.domain.scope.rules import in_scope, parse_scope
from crmdesk.domain.values import Values
from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass

LOCAL = "local"  # key and name of the built-in account
THIS_COMPUTER = "This computer"  # the same for people


class Direction(StrEnum):
    """Which way values travel between desk and CRM."""

    PULL = "pull"
    PUSH = "push"
    TWO_WAY = "two-way"

    @property
    def pulls(self) -> bool:
        """Whether the CRM's values come to the desk."""
        return self is not Direction.PUSH

    @property
    def pushes(self) -> bool:
        """Whether the desk's edits go to the CRM."""
        return self is not Direction.PULL


class Pause(StrEnum):
    """Why an account stands still."""

    NO = "no"
    BY_USER = "by_user"
    SIGN_IN = "sign_in"  # the CRM refused the sign-in


@dataclass(frozen=True, slots=True)
class Account:
    """One connection to one CRM; `id` 1 is always "This computer", which is last in account order."""

    id: int
    provider: str
    name: str
    settings: Mapping[str, str] = field(default_factory=dict)
    direction: Direction = Direction.TWO_WAY
    kinds: tuple[Kind, ...] = (Kind.CONTACT,)
    identity: str = ""
    position: int = 0
    pause: Pause = Pause.NO
    paused_until: datetime | None = None  # with Pause.BY_USER: when it ends by itself
    schedule: str = "2h"  # 15m | 30m | 1h | 2h | 4h | daily@HH:MM | manual
    failing_since: datetime | None = None
    failures: int = 0  # failed runs in a row
    not_before: datetime | None = None  # a Retry-After or back-off of the whole account
    last_success: datetime | None = None  # end of the last complete pull (or push, in push direction)
    last_error: str | None = None
    writes_lists: bool = True  # False once its CRM was seen to ignore emails or phones of which that was in doubt
    deletes_remotely: bool = False  # whether deleting here deletes there
    review: str | None = None  # JSON list of remote ids whose removal the breaker holds back
    pulls_after: datetime | None = None  # until then what is left of a quota is kept for the user's own edits
    quiet: str = ""  # HH:MM-HH:MM, local: nothing is pulled by schedule then; "" for none
    scope: Mapping[Kind, str] = field(default_factory=dict)  # rules as `domain.scope` reads them; no text: all of it
    link_by: tuple[str, ...] = ()  # fields by which a record that is new is linked to the contact that holds the same
    quota: str = ""  # whose calls the CRM counts, where it counts any; accounts with the same one share a quota
    told_to_wait: bool = (
        True  # whether the CRM itself named `not_before`; a back-off of ours gives way to a sync by hand
    )
    signed_in_as: str = ""  # whose sign-in it is, as the CRM names them
    home_region: str = ""  # where its national phone numbers are at home while its settings name no region: the desk's

    @property
    def is_local(self) -> bool:
        """Whether this is "This computer"."""
        return self.provider == LOCAL

    @property
    def by_file(self) -> bool:
        """Whether it is a file, or a folder of cards, here: as new as that. Only a folder of cards is changed."""
        return self.settings.get("base_url", "").startswith("file:")

    @property
    def hands_over(self) -> bool:
        """Whether what waits for it is handed over by a person, as a file for the program that wrote its own."""
        return self.by_file and self.direction.pushes and self.settings.get("api") != CHANGED_IN_PLACE

    def covers(self, kind: Kind, values: Values) -> bool:
        """Whether an item or record of that kind with these values is in the account's scope."""
        if kind not in self.kinds:
            return False
        text = self.scope.get(kind)
        return not text or in_scope(parse_scope(kind, text), values)

    @property
    def region(self) -> str | None:
        """Where national phone numbers of this account are at home (ISO 3166)."""
        return self.settings.get("region") or self.home_region or None


LOCAL_ACCOUNT_ID = 1
CHANGED_IN_PLACE = "vdir"  # of accounts by file, those whose files the desk changes itself


def check_name(text: str) -> str:
    """The name of an account, trimmed. Raises UserInputError."""
    name = text.strip()
    if not name or ":" in name or not name.isprintable():
        raise UserInputError("An account needs a name, without a colon.")
    if name.casefold() in (LOCAL, THIS_COMPUTER.casefold()):
        raise UserInputError(f"“{name}” stands for what is kept on this computer.", next="Choose another name.")
    return name
