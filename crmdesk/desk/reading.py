"""What the desk can be asked: short reads on the caller's own connection, and longer ones off the loop."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

import msgspec

from crmdesk.desk.status.receipts import with_sendings
from crmdesk.desk.status.standing import AccountState, AccountStatus, Quota, until, with_state
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, THIS_COMPUTER, Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Tier
from crmdesk.domain.notation.list_rows import Listed
from crmdesk.domain.notation.references import Related
from crmdesk.domain.outbox import Attendance, EntryState, OutboxEntry
from crmdesk.domain.records import Item, ItemQuery, Record, Row
from crmdesk.domain.reports import Cause, Change, Conflict, Problem, Run
from crmdesk.domain.scope.profiles import ScopeProfile
from crmdesk.domain.values import Patch, id_in, patch_from_json
from crmdesk.errors import NotFound, UserInputError
from crmdesk.frozen import dataclass
from crmdesk.providers.info import KindInfo, ProviderInfo
from crmdesk.providers.registry import infos, kinds_of, quotas_of
from crmdesk.providers.wire.mending import restored, told
from crmdesk.store import Reads, Store
from crmdesk.sync.budget import Budgets
from crmdesk.sync.engine import Engine
from crmdesk.sync.schedule import next_pull, quiet_of
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import creations, edits, register
    from crmdesk.sync.pull import record_intake
else:
    # 30, 36 and 6 ms
    creations, edits, register = later("crmdesk.sync.actions", "creations", "edits", "register")
    (record_intake,) = later("crmdesk.sync.pull", "record_intake")  # 22 ms


SENT_LOOKED = 500  # changes that were sent, looked through for what was sent between two runs
NEW_DRAFT = "draft.new.{kind}"  # the setting in which the draft of an item lies that was never saved


def _account_names(reads: Reads) -> Mapping[int, str]:
    return {account.id: THIS_COMPUTER if account.is_local else account.name for account in reads.accounts.all()}


def _following(reads: Reads, query: ItemQuery, after: int, limit: int) -> tuple[Listed, int] | None:
    found = reads.listing.following(query.kind, after, limit)
    return None if found is None else (found, reads.items.count(query))


@dataclass(frozen=True, slots=True)
class SidebarCounts:
    """The figures beside the views."""

    kinds: Mapping[Kind, int]
    accounts: Mapping[int, int]
    attention: int  # causes of problems, conflicts, and what was refused without either: all that waits for a decision
    trash: int
    held: Mapping[tuple[int, Kind], int] = field(default_factory=dict)  # the same per account and kind
    trashed: Mapping[Kind, int] = field(default_factory=dict)
    matches: int = 0  # suggestions that are certain or likely
    drafts: Mapping[Kind, int] = field(default_factory=dict)  # items of which something was typed and not saved


class DeskReads:
    """The reading half of the desk."""

    _store: Store
    _engine: Engine
    _budgets: Budgets

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """Rows of the table, in the order asked; ids that no longer exist are left out."""
        return self._store.reader().items.rows(ids)

    def item(self, id: int) -> Item:
        """One item whole. Raises NotFound."""
        return self._store.reader().items.get(id)

    def find_item(self, text: str) -> Item:
        """The item that `ID` or `ACCOUNT:REMOTE_ID` names. Raises NotFound."""
        reads = self._store.reader()
        id_ = id_in(text)
        if id_ is not None:
            return reads.items.get(reads.items.current(id_))
        name, separator, remote_id = text.partition(":")
        account = reads.accounts.by_name(name) if separator else None
        if account is not None:
            for kind in Kind:
                record = reads.records.by_remote(account.id, kind, remote_id)
                if record is not None:
                    return reads.items.get(record.item_id)
        raise NotFound(f"Nothing here has the id “{text}”.")

    def related(self, item_id: int) -> list[Related]:
        """What an item names and what names it: a deal's property and people, a contact's deals and events."""
        return self._store.reader().items.related(item_id)

    def counts(self) -> SidebarCounts:
        """The figures of the sidebar."""
        reads = self._store.reader()
        counts, tiers = reads.items.counts(), reads.suggestions.counts()
        of_accounts: dict[int, int] = {}
        for (account_id, _), number in counts.accounts.items():
            of_accounts[account_id] = of_accounts.get(account_id, 0) + number
        trashed = sum(counts.trash.values())
        attention = reads.problems.count_causes() + reads.conflicts.count() + reads.outbox.unexplained()
        return SidebarCounts(
            counts.kinds,
            of_accounts,
            attention,
            trashed,
            counts.accounts,
            counts.trash,
            matches=tiers[Tier.CERTAIN] + tiers[Tier.LIKELY],
            drafts=reads.drafts.counts(),
        )

    def account(self, name: str) -> Account:
        """The account of that name. Raises NotFound; "This computer" is not among them."""
        found = self._store.reader().accounts.by_name(name)
        if found is None or found.is_local:
            raise NotFound(f"There is no account “{name}”.", next="`crmdesk account list` lists them.")
        return found

    def account_names(self) -> Mapping[int, str]:
        """The name of each account by its id, "This computer" included."""
        return dict(self._store.remembered("names", _account_names))

    def connected(self) -> list[Account]:
        """The accounts, in their order, without "This computer"; `accounts` tells how they stand, and looks at much."""
        return [account for account in self._store.reader().accounts.all() if not account.is_local]

    def accounts(self, *, quotas: bool = True) -> list[AccountStatus]:
        """How each account stands, in account order, without "This computer".

        Without `quotas` nothing is looked up about its CRM, which loads its provider: 25 ms at the first time.
        """
        reads = self._store.reader()
        counts = reads.items.counts()
        return [
            replace(
                self._status(
                    reads, account, {kind: n for (id_, kind), n in counts.accounts.items() if id_ == account.id}
                ),
                quotas=self._quotas(reads, account) if quotas else (),
                aside=sum(n for (id_, _), n in counts.aside.items() if id_ == account.id),
            )
            for account in reads.accounts.all()
            if not account.is_local
        ]

    def _status(self, reads: Reads, account: Account, items: Mapping[Kind, int]) -> AccountStatus:
        waiting = reads.outbox.counts(account.id)
        last = max(
            (run for kind in account.kinds if (run := reads.runs.last(account.id, kind)) is not None),
            key=lambda run: run.id,
            default=None,
        )
        pulled = all(reads.cursors.get(account.id, kind).complete_at is not None for kind in account.kinds)
        standing, quiet = self._engine.standing(account.id), quiet_of(account, reads)
        status = AccountStatus(
            account=account,
            state=AccountState.UP_TO_DATE,
            pending=waiting.get(EntryState.PENDING, 0) + waiting.get(EntryState.IN_FLIGHT, 0),
            uncertain=waiting.get(EntryState.UNCERTAIN, 0),
            parked=waiting.get(EntryState.PARKED, 0),
            handed_over=waiting.get(EntryState.HANDED_OVER, 0),
            conflicts=reads.conflicts.count(account.id),
            problems=reads.problems.count(account.id),
            causes=reads.problems.count_causes(account.id),
            contacts=items.get(Kind.CONTACT, 0),
            items=items,
            last_success=account.last_success,
            next_run=next_pull(replace(account, quiet=quiet), last.started_at if last else None, reads.now),
            until=until(account, reads.now),
            run=standing.run,
            error=account.last_error,
            quiet=quiet,
            held=self._engine.holds_back(reads),
        )
        known = pulled or not account.direction.pulls
        failed = last.ended_at if last is not None and account.failures else None
        taken = reads.outbox.last_verified(account.id) if failed else None
        reached = failed is not None and taken is not None and taken > failed
        return with_state(status, known, standing.sending, reads.now, last, reached=reached)

    def _quotas(self, reads: Reads, account: Account) -> tuple[Quota, ...]:
        windows = quotas_of(account.provider, account.settings)
        return tuple(Quota(w.span, w.calls, self._budgets.made(reads, account.quota, w)) for w in windows)

    def setting(self, key: str, default: str = "") -> str:
        """A setting of the desk."""
        return self._store.reader().settings.get(key, default)

    def draft(self, item_id: int) -> Patch | None:
        """What was typed into an item and not saved, if anything."""
        text = self._store.reader().drafts.get(item_id)
        return None if text is None else patch_from_json(text)

    def drafts(self) -> list[int]:
        """The items with unsaved drafts."""
        return sorted(self._store.reader().drafts.all())

    def providers(self) -> Sequence[ProviderInfo]:
        """Every provider as data, those that work first."""
        return infos()

    def kind_info(self, account: Account, kind: Kind) -> KindInfo:
        """What an account can do with a kind. Raises UserInputError where its CRM has none of it."""
        for info in kinds_of(account.provider, account.settings):
            if info.kind is kind:
                return info
        raise UserInputError(f"{account.name} has no {kind.plural}.")

    def creates(self, account: Account, kind: Kind) -> bool:
        """Whether an account's CRM takes new items of that kind."""
        return any(info.kind is kind and info.creates for info in kinds_of(account.provider, account.settings))

    async def scope_profile(self, account: Account, kind: Kind) -> ScopeProfile:
        """What a scope can go by: the values of an account's records, of the desk's items where it is only sent to."""

        def read(reads: Reads) -> ScopeProfile:
            if account.direction.pulls:
                return reads.records.scope_profile(account.id, kind)
            return reads.items.scope_profile(kind)

        return await self._store.read(read)

    def _writable(self, account: Account, record: Record) -> record_intake.Writable:
        info = self.kind_info(account, record.kind)
        type_ = record.values.get("contact_type")
        return record_intake.writable_fields(info, account, creating=record.remote_id is None, type_=type_)

    async def ids(self, query: ItemQuery, limit: int | None = None, offset: int = 0) -> array[int]:
        """The ids of a list, in its order."""
        return await self._store.read(lambda reads: reads.items.ids(query, limit, offset))

    async def page(self, query: ItemQuery, limit: int, offset: int = 0) -> tuple[array[int], int]:
        """The first ids of a list and its exact total, the fastest way."""
        return await self._store.read(lambda reads: reads.items.page(query, limit, offset))

    async def items(self, query: ItemQuery, limit: int | None, offset: int = 0) -> tuple[list[Item], int]:
        """Whole items of a list, and its exact total."""

        def read(reads: Reads) -> tuple[list[Item], int]:
            total = reads.items.count(query)
            ids = reads.items.ids(query, limit, offset)
            return reads.items.load(ids), total

        return await self._store.read(read)

    async def listed(self, query: ItemQuery, after: int, limit: int, offset: int = 0) -> tuple[Listed, int]:
        """Items of a list whose ids come behind `after`, as they are kept; and the exact total."""

        def read(reads: Reads) -> tuple[Listed, int]:
            ids = reads.items.ids(replace(query, after=after), limit, offset)
            return reads.listing.of(query.kind, ids), reads.items.count(query)

        if query == ItemQuery(query.kind, sort=("id",)) and not offset:
            # A moment's work, which would take twice as long by way of another thread.
            found = self._store.glance(lambda reads: _following(reads, query, after, limit))
            if found is not None:
                return found
        return await self._store.read(read)

    async def history(
        self, item_id: int, field: str | None = None, limit: int | None = 200, offset: int = 0
    ) -> tuple[list[Change], int]:
        """The changes of an item, newest first, and how many there are."""
        return await self._store.read(lambda reads: reads.changes.of_item(item_id, field, limit, offset))

    async def outbox(
        self,
        all: bool = False,
        account_id: int | None = None,
        item_id: int | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[list[OutboxEntry], int]:
        """Entries that are not settled, oldest first; with `all` every entry, newest first."""
        return await self._store.read(lambda reads: reads.outbox.list(all, account_id, item_id, limit, offset))

    async def registrations(self, item_id: int) -> list[Attendance]:
        """For which events a contact is put down, or who is for an event, as far as it was done from the desk."""
        return await self._store.read(lambda reads: register.known(reads, reads.items.get(item_id)))

    async def conflicts(
        self, item_id: int | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[list[Conflict], int]:
        """Open conflicts, and how many there are."""
        return await self._store.read(lambda reads: reads.conflicts.list(limit, offset, item_id))

    async def problems(
        self, account_id: int | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[list[Problem], int]:
        """Open problems, and how many there are."""
        return await self._store.read(
            lambda reads: reads.problems.list(account_id=account_id, limit=limit, offset=offset)
        )

    async def causes(self, account_id: int | None = None, limit: int | None = None) -> tuple[list[Cause], int]:
        """Why there are open problems, each cause with its first few; and how many causes there are."""
        return await self._store.read(lambda reads: reads.problems.causes(account_id, limit))

    async def problems_of(self, cause: Cause) -> list[Problem]:
        """All open problems of a cause."""
        return await self._store.read(lambda reads: reads.problems.of_cause(cause.first))

    async def runs(
        self, account_id: int | None = None, limit: int | None = 100, offset: int = 0
    ) -> tuple[list[Run], int]:
        """Runs, newest first, and how many there are."""
        return await self._store.read(lambda reads: reads.runs.list(account_id, limit, offset))

    async def activity(self, account_id: int | None = None, limit: int | None = 100) -> tuple[list[Run], int]:
        """Runs and what was sent between them, newest first, and how many there are; no id below 0 is a run's."""

        def read(reads: Reads) -> tuple[list[Run], int]:
            runs, total = reads.runs.list(account_id, limit)
            told = with_sendings(runs, reads.outbox.verified(account_id, SENT_LOOKED), whole=total <= len(runs))
            return told, total + len(told) - len(runs)

        return await self._store.read(read)

    async def newcomers(self, run: Run, limit: int) -> list[int]:
        """The items of the records that a run brought for the first time, newest first."""
        return await self._store.read(lambda reads: reads.runs.newcomers(run, limit))

    async def sent_during(self, run: Run, limit: int) -> list[OutboxEntry]:
        """What its account took while a run, or what `activity` tells between two, went on; newest first."""
        return await self._store.read(
            lambda reads: reads.outbox.verified(run.account_id, limit, (run.started_at, run.ended_at))
        )

    async def run_changes(self, run_id: int, limit: int | None = 200) -> tuple[list[Change], int]:
        """What a run changed."""
        return await self._store.read(lambda reads: reads.changes.of_run(run_id, limit))

    async def unmapped(self, item_id: int) -> list[tuple[str, str, str]]:
        """What the CRMs sent about an item and no field takes: account name, name there, a sample of the value."""

        def read(reads: Reads) -> list[tuple[str, str, str]]:
            found = []
            for record in reads.records.of_item(item_id):
                if record.account_id != LOCAL_ACCOUNT_ID:
                    account = reads.accounts.get(record.account_id)
                    payload = reads.records.payload(record.id)
                    mapped = {
                        name for row in self.kind_info(account, record.kind).field_map for name in _top_names(row.path)
                    }
                    found += [(account.name, name, sample) for name, sample in _others(payload, mapped)]
            return found

        return await self._store.read(read)


def _top_names(path: str) -> set[str]:
    return {part.split(".")[0].split("[")[0] for option in path.split("|") for part in option.split("+")}


def _others(payload: bytes | None, mapped: set[str]) -> list[tuple[str, str]]:
    try:
        whole = msgspec.json.decode(payload) if payload else {}
    except (msgspec.MsgspecError, RecursionError):
        return []
    others = {key: value for key, value in whole.items() if key not in mapped and value not in (None, "", [], {})}
    return [(told(key), _as_text(value)[:200]) for key, value in others.items()]


def _as_text(value: Any) -> str:
    """A value as the CRM sent it, also where it could not be read."""
    return told(value) if isinstance(value, str) else restored(msgspec.json.encode(value)).decode("utf-8", "replace")
