"""What matching comes to: suggestions with their reasons, the user's decisions, and the state of the last pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.frozen import dataclass


class Tier(StrEnum):
    """How sure a suggestion is, surest first."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Rival(StrEnum):
    """Who it would be if it were not the same: the explanation that speaks most strongly against a suggestion."""

    STRANGER = "stranger"
    RELATIVE = "relative"  # shares surname, address, landline, mailbox, even a birthday or the whole name
    COLLEAGUE = "colleague"  # shares the firm, its switchboard and its addresses


class Verdict(StrEnum):
    """What the user decided about two records."""

    SAME = "same"
    NOT_SAME = "not_same"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that two records say of each other.

    `what` is a key of `words.WORDS`, `bits` what it weighs against the rival that set the limit, below zero where it
    speaks against; `detail` is what a sentence about it names, as a number of people.
    """

    what: str
    bits: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which record is meant, however often its account is removed and connected anew.

    `account` names the CRM, its address and who signed in there, `name` is what the user calls it; what is on this
    computer alone goes by its own id.
    """

    account: str
    remote_id: str
    name: str = field(default="", compare=False)


def identity_of(account: Account, record_id: int, remote_id: str | None) -> Identity:
    """The identity of an account's record."""
    if account.is_local or remote_id is None:
        return Identity(account_key(account), f"#{record_id}", account.name)
    return Identity(account_key(account), remote_id, account.name)


def account_key(account: Account) -> str:
    """What stays the same of an account when it is removed and connected anew."""
    return " ".join((account.provider, account.settings.get("base_url", ""), account.identity)).strip()


@dataclass(frozen=True, slots=True)
class Member:
    """One record of a suggestion, and the item that it stands for now."""

    record_id: int
    item_id: int
    account_id: int
    remote_id: str | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Records of at least two items that may be one; `id` is the same as long as the members are."""

    id: int
    kind: Kind
    tier: Tier
    weight: float  # bits: of the weakest tie that holds it together
    rival: Rival
    members: tuple[Member, ...]
    reasons: tuple[Reason, ...] = ()  # strongest first

    @property
    def supporting(self) -> tuple[Reason, ...]:
        """What speaks for it, strongest first."""
        return tuple(reason for reason in self.reasons if reason.bits >= 0)

    @property
    def opposing(self) -> tuple[Reason, ...]:
        """What speaks against it, strongest first."""
        return tuple(reason for reason in self.reasons if reason.bits < 0)

    @property
    def item_ids(self) -> tuple[int, ...]:
        """The items that would become one, each once."""
        return tuple(dict.fromkeys(member.item_id for member in self.members))


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about some records, pair by pair, until it is revoked.

    `act` is the same for all that was decided at once, of a link its change-set; `tier` is that of the
    suggestion that it answered, if any.
    """

    id: int
    verdict: Verdict
    kind: Kind
    pairs: tuple[tuple[Identity, Identity], ...]
    at: datetime
    act: int
    tier: Tier | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def records(self) -> tuple[Identity, ...]:
        """The records that it is about, each once."""
        return tuple(dict.fromkeys(one for pair in self.pairs for one in pair))


@dataclass(frozen=True, slots=True)
class Linked:
    """What one act of linking came to: `act` takes all of it back at once."""

    act: int
    item_ids: tuple[int, ...]  # what is left, in the order of the suggestions
    records: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that what is being typed may be."""

    item_id: int
    tier: Tier
    weight: float
    rival: Rival
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class MatchState:
    """Where matching stands: the last finished pass, and what has come since."""

    finished_at: datetime | None = None
    records_seen: int = 0
    waiting: int = 0  # records that changed since, and are still to be looked at
    counts: Mapping[Tier, int] = field(default_factory=dict)
    decided: int = 0
    seconds: float = 0.0  # how long the last pass took, begin to end
