"""Everything that can be asked of the store, and everything that can be done to it, by noun."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Generic, TypeVar

from crmdesk.store.change_sets import ChangeSetReads, ChangeSets
from crmdesk.store.importing.mappings import MappingReads, Mappings
from crmdesk.store.importing.runs import ImportReads, Imports
from crmdesk.store.matching.decisions import MatchDecisionReads, MatchDecisions
from crmdesk.store.matching.index import MatchIndex, MatchIndexReads
from crmdesk.store.matching.suggestions import SuggestionReads, Suggestions
from crmdesk.store.programs.answers import AnswerReads, Answers
from crmdesk.store.programs.audit import Audit, AuditReads
from crmdesk.store.programs.changes import Feed, FeedReads
from crmdesk.store.programs.hooks import HookReads, Hooks
from crmdesk.store.programs.keys import ApiKeyReads, ApiKeys
from crmdesk.store.programs.listing import ListingReads
from crmdesk.store.programs.times import ItemTimeReads
from crmdesk.store.session import Session
from crmdesk.store.tables.accounts import AccountReads, Accounts
from crmdesk.store.tables.conflicts import ConflictReads, Conflicts, ProblemReads, Problems
from crmdesk.store.tables.cursors import CursorReads, CursorWrites
from crmdesk.store.tables.drafts import DraftReads, Drafts
from crmdesk.store.tables.history import ChangeReads, Changes, RunReads, Runs
from crmdesk.store.tables.items import ItemReads, Items
from crmdesk.store.tables.ledger import Ledger, LedgerReads
from crmdesk.store.tables.outbox import Outbox, OutboxReads
from crmdesk.store.tables.record_reads import RecordReads
from crmdesk.store.tables.records import Records
from crmdesk.store.tables.settings import SettingReads, Settings
from crmdesk.store.tables.tombstones import TombstoneReads, Tombstones

N = TypeVar("N", covariant=True)


class _Noun(Generic[N]):
    """A noun of a transaction, made when it is first asked for: most ask a few of them."""

    def __init__(self, type_: Callable[[Session], N]) -> None:
        self._type = type_

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, reads: Reads, owner: Any = None) -> N:
        made = reads.__dict__[self._name] = self._type(reads._session)
        return made


class Reads:
    """The reading methods of every noun, on one connection."""

    accounts = _Noun(AccountReads)
    items = _Noun(ItemReads)
    listing = _Noun(ListingReads)
    times = _Noun(ItemTimeReads)
    records = _Noun(RecordReads)
    tombstones = _Noun(TombstoneReads)
    outbox = _Noun(OutboxReads)
    conflicts = _Noun(ConflictReads)
    problems = _Noun(ProblemReads)
    runs = _Noun(RunReads)
    changes = _Noun(ChangeReads)
    sets = _Noun(ChangeSetReads)
    cursors = _Noun(CursorReads)
    drafts = _Noun(DraftReads)
    settings = _Noun(SettingReads)
    ledger = _Noun(LedgerReads)
    suggestions = _Noun(SuggestionReads)
    match_decisions = _Noun(MatchDecisionReads)
    match_index = _Noun(MatchIndexReads)
    feed = _Noun(FeedReads)
    hooks = _Noun(HookReads)
    imports = _Noun(ImportReads)
    mappings = _Noun(MappingReads)
    api_keys = _Noun(ApiKeyReads)
    api_audit = _Noun(AuditReads)
    api_answers = _Noun(AnswerReads)

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def now(self) -> datetime:
        """The time of the transaction."""
        return self._session.now


class Tx(Reads):
    """One transaction: the reading methods and the writing ones."""

    accounts = _Noun(Accounts)
    items = _Noun(Items)
    records = _Noun(Records)
    tombstones = _Noun(Tombstones)
    outbox = _Noun(Outbox)
    conflicts = _Noun(Conflicts)
    problems = _Noun(Problems)
    runs = _Noun(Runs)
    changes = _Noun(Changes)
    sets = _Noun(ChangeSets)
    cursors = _Noun(CursorWrites)
    drafts = _Noun(Drafts)
    settings = _Noun(Settings)
    ledger = _Noun(Ledger)
    suggestions = _Noun(Suggestions)
    match_decisions = _Noun(MatchDecisions)
    match_index = _Noun(MatchIndex)
    feed = _Noun(Feed)
    hooks = _Noun(Hooks)
    imports = _Noun(Imports)
    mappings = _Noun(Mappings)
    api_keys = _Noun(ApiKeys)
    api_audit = _Noun(Audit)
    api_answers = _Noun(Answers)
