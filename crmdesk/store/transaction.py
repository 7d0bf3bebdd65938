"""Everything that can be asked of the store, and everything that can be done to it, by noun."""

from __future__ import annotations

from datetime import datetime

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


class Reads:
    """The reading methods of every noun, on one connection."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.accounts = AccountReads(session)
        self.items = ItemReads(session)
        self.listing = ListingReads(session)
        self.times = ItemTimeReads(session)
        self.records = RecordReads(session)
        self.tombstones = TombstoneReads(session)
        self.outbox = OutboxReads(session)
        self.conflicts = ConflictReads(session)
        self.problems = ProblemReads(session)
        self.runs = RunReads(session)
        self.changes = ChangeReads(session)
        self.sets = ChangeSetReads(session)
        self.cursors = CursorReads(session)
        self.drafts = DraftReads(session)
        self.settings = SettingReads(session)
        self.ledger = LedgerReads(session)
        self.suggestions = SuggestionReads(session)
        self.match_decisions = MatchDecisionReads(session)
        self.match_index = MatchIndexReads(session)
        self.feed = FeedReads(session)
        self.hooks = HookReads(session)
        self.imports = ImportReads(session)
        self.mappings = MappingReads(session)
        self.api_keys = ApiKeyReads(session)
        self.api_audit = AuditReads(session)
        self.api_answers = AnswerReads(session)

    @property
    def now(self) -> datetime:
        """The time of the transaction."""
        return self._session.now


class Tx(Reads):
    """One transaction: the reading methods and the writing ones."""

    accounts: Accounts
    items: Items
    records: Records
    tombstones: Tombstones
    outbox: Outbox
    conflicts: Conflicts
    problems: Problems
    runs: Runs
    changes: Changes
    sets: ChangeSets
    cursors: CursorWrites
    drafts: Drafts
    settings: Settings
    ledger: Ledger
    suggestions: Suggestions
    match_decisions: MatchDecisions
    match_index: MatchIndex
    feed: Feed
    hooks: Hooks
    imports: Imports
    mappings: Mappings
    api_keys: ApiKeys
    api_audit: Audit
    api_answers: Answers

    def __init__(self, session: Session) -> None:
        self._session = session
        self.accounts = Accounts(session)
        self.items = Items(session)
        self.records = Records(session)
        self.tombstones = Tombstones(session)
        self.outbox = Outbox(session)
        self.conflicts = Conflicts(session)
        self.problems = Problems(session)
        self.runs = Runs(session)
        self.changes = Changes(session)
        self.sets = ChangeSets(session)
        self.cursors = CursorWrites(session)
        self.drafts = Drafts(session)
        self.settings = Settings(session)
        self.ledger = Ledger(session)
        self.suggestions = Suggestions(session)
        self.match_decisions = MatchDecisions(session)
        self.match_index = MatchIndex(session)
        self.feed = Feed(session)
        self.hooks = Hooks(session)
        self.imports = Imports(session)
        self.mappings = Mappings(session)
        self.api_keys = ApiKeys(session)
        self.api_audit = Audit(session)
        self.api_answers = Answers(session)
