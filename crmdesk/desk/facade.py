"""The desk: one method per user action, without Qt; all that the window, the command line and a local API ever hold."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from crmdesk.desk.chosen.tags import DeskTags
from crmdesk.desk.chosen.views import DeskViews
from crmdesk.desk.exporting import DeskExports
from crmdesk.desk.handing_over import DeskHandOvers
from crmdesk.desk.importing.runner import DeskImports
from crmdesk.desk.matching import DeskMatches
from crmdesk.desk.previews import EditPreviews
from crmdesk.desk.programs.all_parts import DeskPrograms
from crmdesk.desk.programs.feed import DeskFeed
from crmdesk.desk.programs.hooks import DeskHooks
from crmdesk.desk.programs.local_api import DeskApi
from crmdesk.desk.programs.nudges import DeskNudges
from crmdesk.desk.reading import NEW_DRAFT, SidebarCounts
from crmdesk.desk.sign_in import BrowserTokens, Mocks, Probe
from crmdesk.desk.spreading import DeskSpreading
from crmdesk.desk.status.standing import AccountState, AccountStatus, Quota, takes_registrations
from crmdesk.domain.accounts import THIS_COMPUTER, Account
from crmdesk.domain.clock import Clock, SystemClock
from crmdesk.domain.fields import Kind, whole_of
from crmdesk.domain.items import Also
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Deed, Origin
from crmdesk.domain.signals import DraftsChanged, Signal
from crmdesk.domain.values import Patch, to_json
from crmdesk.errors import DeskError, StoreError, UserInputError
from crmdesk.providers.contract import Access, Carry, Identity, Provider
from crmdesk.providers.env_file import Found
from crmdesk.providers.info import PLANNED, KindInfo, ProviderInfo, Secrets, Setting
from crmdesk.providers.registry import connect, directions_of, limits_of, pasted_key, standing
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.vault import Vault
from crmdesk.store import Backup, Store, Tx, list_backups
from crmdesk.sync.announcer import Announcer
from crmdesk.sync.budget import Budgets
from crmdesk.sync.connections import Connections
from crmdesk.sync.engine import Engine
from crmdesk.sync.matching.runner import Matcher
from crmdesk.system.disk import Disk, FileState, LocalDisk
from crmdesk.system.lazy_import import later
from crmdesk.system.paths import Profile
from crmdesk.system.redaction import redactor

if TYPE_CHECKING:
    from crmdesk.sync.actions import creations, decisions, edits, linking, matching, register
else:
    # 30, 45, 36, 6 and 6 ms
    creations, decisions, edits, linking, matching, register = later(
        "crmdesk.sync.actions", "creations", "decisions", "edits", "linking", "matching", "register"
    )

__all__ = [
    "NEW_DRAFT", "PLANNED", "THIS_COMPUTER", "AccountState", "AccountStatus", "BrowserTokens", "Desk", "Found",
    "Identity", "KindInfo", "Mocks", "Probe", "ProviderInfo", "Quota", "Setting", "SidebarCounts",
    "directions_of", "pasted_key",
]  # fmt: skip

log = logging.getLogger(__name__)

UPKEEP_AFTER = 30.0  # seconds
UPKEEP_EVERY = 3600.0


class Desk(DeskPrograms, DeskSpreading, DeskTags, DeskViews, EditPreviews):
    """The open desk of one profile; made by `open`, ended by `close`."""

    def __init__(
        self,
        profile: Profile,
        store: Store,
        vault: Vault,
        clock: Clock,
        mocks: Mocks | None = None,
        carry: Carry | None = None,
        disk: Disk | None = None,
    ) -> None:
        self.profile = profile
        self._store = store
        self._vault = vault
        self._clock = clock
        self._mocks = mocks
        self._carry = carry
        self._disk = disk
        self._announcer = Announcer()
        self._connections = Connections(self._secrets_of, self._connect)
        self._engine = Engine(store, self._connections, self._announcer, clock, self._file_state)
        self._budgets = Budgets(store, clock)
        self._matcher = Matcher(store, self._announcer, clock, self._engine.send_soon)
        self.matches = DeskMatches(store, self._announcer, self._matcher, self._engine.send_soon)
        self.feed = DeskFeed(store)
        self.hooks = DeskHooks(store, vault, clock, self._announcer)
        self.nudges = DeskNudges(store, clock, self._engine.pull_soon)
        self.exports = DeskExports(store, profile)
        self.hand_overs = DeskHandOvers(store, profile, self._announcer, disk or LocalDisk())
        after = partial(self._after, membership=True)
        self.imports = DeskImports(store, self._announcer, self._writable, self._add_to, after)
        self.api = DeskApi(store, self._announcer, clock)
        self._begun = set()
        self._upkeep: asyncio.Task[None] | None = None
        self._announcer.subscribe(self._hear_settings)

    def _file_state(self, account: Account) -> FileState | None:
        """How the file of an account stands; it may block."""
        return standing(account.provider, account.settings, self._disk or LocalDisk())

    async def _connect(self, account: Account, secrets: Secrets) -> Provider:
        settings, secrets = await self._stood_in(account.provider, account.settings, secrets)
        budget = self._budgets.of(account.quota, limits_of(account.provider, account.settings).windows)
        tokens = self._tokens(account, account.settings)
        access = Access(self._clock, budget, tokens, redactor.protect, self._carry, self._disk)
        return connect(account.provider, settings, secrets, access)

    @classmethod
    async def open(
        cls,
        profile: Profile,
        *,
        clock: Clock | None = None,
        keys: KeySource | None = None,
        reading: bool = False,
        mocks: Mocks | None = None,
    ) -> Desk:
        """Open a profile: the database is brought up to date; no network and no keychain is touched.

        `keys` says where the vault's key comes from (default: the environment, then the keychain). With `reading` it is
        opened beside whoever holds it, nothing in it is made or changed, and every action fails. `mocks` starts the
        demo CRMs of accounts that are set to use one. Raises StoreError.
        """
        clock = clock or SystemClock()
        if reading:
            vault = Vault(profile.vault, keys or KeySource.of(), protect=redactor.protect)
            return cls(profile, Store.open_to_read(profile.database, clock=clock), vault, clock)
        profile.prepare()
        store = Store.open(profile.database, clock=clock, backups=profile.backups)
        vault = Vault(profile.vault, keys or KeySource.of(), protect=redactor.protect)
        desk = cls(profile, store, vault, clock, mocks)
        try:
            await desk._engine.recover()
            await desk.imports.mark_stopped()
        except BaseException:
            await store.close()
            raise
        return desk

    def start(self) -> None:
        """Begin to sync by schedule, to send what waits, and to back up daily."""
        self._engine.start()
        self._matcher.start()
        self.hooks.sender.start()
        self._follow_region()
        if self._upkeep is None:
            self._upkeep = asyncio.create_task(self._keep_up(), name="upkeep")

    async def _keep_up(self) -> None:
        """Write each day's backup, and forget keys that no account has, a while after the start, in nobody's way."""
        await self._clock.sleep(UPKEEP_AFTER)
        try:
            accounts = await self._store.read(lambda reads: reads.accounts.all())
            await self._vault.keep_only([*(str(account.id) for account in accounts), *self.hooks.labels()])
        except DeskError as error:
            log.warning("keys of accounts that are gone were not removed: %s", error.why)
        while True:
            try:
                await self._store.daily_backup()
                await self._store.write(_forget_old, durable=False)
            except StoreError as error:
                log.warning("the daily backup was not written, or what is too old not forgotten: %s", error.why)
            await self._clock.sleep(UPKEEP_EVERY)

    async def close(self) -> None:
        """Stop everything within three seconds; whatever was under way is found again at the next start."""
        if self._upkeep is not None:
            self._upkeep.cancel()
            await asyncio.wait([self._upkeep])
        await self._end_following()
        await self._matcher.close()
        await self.hooks.sender.close()
        await self._engine.close()
        if self._mocks is not None:
            await self._mocks.close()
        try:
            await self._budgets.close()
        except StoreError as error:
            log.warning("unused calls were not given back to the quota: %s", error.why)
        await self._store.close()

    async def __aenter__(self) -> Desk:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def subscribe(self, listener: Callable[[Signal], None]) -> Callable[[], None]:
        """Hear every signal from now on, on the loop's thread; the returned function ends it."""
        return self._announcer.subscribe(listener)

    async def edit(self, item_id: int, patch: Patch, also: Also | None = None) -> Item:
        """Change fields of an item: saved when this returns, sent without anybody waiting. Raises NotFound.

        An empty field is filled in the first record that can take it, and in those of `also`, by field.
        """
        return await self._edit(item_id, patch, Origin.YOU, also)

    async def _edit(self, item_id: int, patch: Patch, origin: Origin, also: Also | None = None) -> Item:
        def change(tx: Tx) -> frozenset[int]:
            done = edits.edit(tx, item_id, patch, self._writable, origin, also)
            tx.drafts.settle(item_id, patch.keys())
            return done

        touched = await self._act(Deed.EDIT, change, [item_id], " ".join(patch))
        item = self.item(item_id)
        self._after(item.kind, [item_id], touched)
        return item

    async def new(self, kind: Kind, patch: Patch, account_ids: Sequence[int] = ()) -> Item:
        """A new item on this computer, and in the accounts named as soon as they can be reached."""

        def make(tx: Tx) -> int:
            item_id = edits.make(tx, kind, patch)
            for account_id in account_ids:
                self._add_to(tx, item_id, account_id)
            return item_id

        item_id = await self._act(Deed.NEW, make, made=lambda id_: [id_])
        self._after(kind, [item_id], frozenset(account_ids), membership=True)
        return self.item(item_id)

    async def add_to(self, item_id: int, account_id: int) -> Item:
        """Add an item to another account: looked up there first, then linked or created.

        Where that look-up found what may be the same, to add it again means that it is none of those.
        """
        name = self.account_names().get(account_id, "")
        await self._act(Deed.ADD, lambda tx: self._add_to(tx, item_id, account_id), [item_id], name)
        item = self.item(item_id)
        self._after(item.kind, [item_id], frozenset({account_id}))
        return item

    def _add_to(self, tx: Tx, item_id: int, account_id: int) -> None:
        item, account = tx.items.get(item_id), tx.accounts.get(account_id)
        if (asked := decisions.question(tx, item_id, account_id)) is not None:
            decisions.choose(tx, asked, None)
            return
        edits.refuse_second_record(item, account)
        info = self.kind_info(account, item.kind)
        if item.kind not in account.kinds:
            raise UserInputError(
                f"{account.name} is not set to hold {item.kind.plural}.",
                next=f"`crmdesk account set {account.name} --kinds` takes the kinds that it is to hold.",
            )
        creations.refuse_incomplete(account, info, item.values)
        creations.queue_create(tx, account, info, item_id, item.values, self._clock.token())
        tx.items.refresh([item_id])

    async def forget_found(self, account_id: int, keys: Sequence[str] = ()) -> Account:
        """Forget what was found out about an account, all or some settings of it, so that it is found anew.

        What the sign-in itself tells is there again at once. Raises what the sign-in raises; nothing is changed then.
        """
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        known = [setting.key for setting, _ in self.found(account)]
        return await self.set_account(account_id, settings=dict.fromkeys(keys or known, ""))

    async def link(self, ids: Sequence[int]) -> Item:
        """Say that several items are one: all their records stand for the first; it can be taken back at any time."""

        def link(tx: Tx) -> matching.Touched:
            with tx.sets.recording(Deed.LINK, ids) as set_id:
                return matching.link_items(tx, ids, set_id)

        done = await self._act(Deed.LINK, link, ids, made=lambda touched: touched.kept[:1])
        item = self.item(done.kept[0])
        self._after(item.kind, ids, frozenset(done.accounts), membership=True)
        return item

    async def unlink(self, item_id: int, account_id: int, record_id: int | None = None) -> Item:
        """Let the records of one account, or one record, leave an item, as an item of their own; returns that one."""
        item = self.item(item_id)

        def unlink(tx: Tx) -> int:
            new_id = linking.unlink(tx, tx.items.get(item_id), account_id, record_id)
            matching.parted(tx, item_id, new_id)
            return new_id

        new_id = await self._act(Deed.UNLINK, unlink, [item_id], made=lambda id_: [id_])
        self._after(item.kind, [item_id, new_id], frozenset(), membership=True)
        return self.item(new_id)

    async def register(self, contact_id: int, event: int | str, account_id: int | None = None) -> Item:
        """Put a contact down for an event, by the event's item or by a name; sent without anybody waiting.

        Without an account it goes where the event is, else to the one account of those that take registrations that
        has the contact. Raises UserInputError where that leaves it open.
        """

        def put_down(tx: Tx) -> int:
            wanted = [account for account in tx.accounts.all() if account_id in (None, account.id)]
            takers = [account for account in wanted if takes_registrations(account)]
            contact, found = tx.items.get(contact_id), tx.items.get(event) if isinstance(event, int) else event
            account, found = register.aimed_at(tx, takers, contact, found)
            info = self.kind_info(account, Kind.EVENT)
            register.queue_registration(tx, account, info, contact, found, self._clock.token())
            tx.items.refresh([contact_id])
            return account.id

        chosen = await self._act(Deed.REGISTER, put_down, [contact_id])
        item = self.item(contact_id)
        self._after(item.kind, [contact_id], frozenset({chosen}))
        return item

    async def delete(self, ids: Sequence[int], *, for_good: bool = False) -> None:
        """Move items to the trash, or delete them for good; in a CRM only where its account allows it."""
        act = edits.for_good if for_good else edits.to_trash
        kinds = self._store.reader().items.kinds(ids)
        accounts = await self._act(Deed.DELETE if for_good else Deed.TRASH, lambda tx: act(tx, ids), ids)
        for kind in kinds:
            self._after(kind, ids, accounts, membership=True)

    async def restore(self, ids: Sequence[int]) -> None:
        """Bring items back from the trash."""
        accounts = await self._act(Deed.RESTORE, lambda tx: edits.from_trash(tx, ids), ids)
        for kind in self._store.reader().items.kinds(ids):
            self._after(kind, ids, accounts, membership=True)

    async def restore_value(self, change_id: int) -> Item:
        """Put the old value of a change back, as a change of its own."""
        change = await self._store.read(lambda reads: reads.changes.get(change_id))
        return await self._edit(change.item_id, {change.field: change.old}, Origin.RESTORE)

    async def pin(self, item_id: int, field: str, record_id: int | None) -> Item:
        """Choose whose value is shown for a field, of an address whose whole; None pins it as empty."""

        def choose(tx: Tx) -> None:
            tx.items.set_pin(item_id, whole_of(tx.items.get(item_id).kind, field), record_id)
            tx.items.refresh([item_id])

        await self._act(Deed.SHOW, choose, [item_id], field)
        item = self.item(item_id)
        self._after(item.kind, [item_id], frozenset())
        return item

    async def unpin(self, item_id: int, field: str) -> Item:
        """Let account order decide again whose value is shown for a field."""

        def release(tx: Tx) -> None:
            tx.items.clear_pin(item_id, whole_of(tx.items.get(item_id).kind, field))
            tx.items.refresh([item_id])

        await self._act(Deed.SHOW, release, [item_id], field)
        item = self.item(item_id)
        self._after(item.kind, [item_id], frozenset())
        return item

    async def keep_draft(self, item_id: int, patch: Patch) -> None:
        """Keep what is being typed, so that a crash does not lose it."""
        await self._store.write(lambda tx: tx.drafts.put(item_id, to_json(patch)))
        self._announcer.announce(DraftsChanged())

    async def drop_draft(self, item_id: int) -> None:
        """Forget a draft."""
        await self._store.write(lambda tx: tx.drafts.drop(item_id))
        self._announcer.announce(DraftsChanged())

    async def set_setting(self, key: str, value: str) -> None:
        """Remember something of the desk that is no action of the user; `change_setting` is for what he chooses."""
        await self._store.write(lambda tx: tx.settings.put(key, value), durable=False)

    async def backup(self, target: Path) -> None:
        """Write a verified copy of the database."""
        await self._store.backup(target)

    def backups(self) -> list[Backup]:
        """The backups that the desk made by itself, newest first."""
        return list_backups(self.profile.backups)

    async def check_database(self) -> list[str]:
        """What is wrong with the database file; empty when it is sound."""
        return await self._store.quick_check()


def _forget_old(tx: Tx) -> None:
    """Let go of what the feed and the hooks keep for a while only."""
    tx.feed.prune()
    tx.hooks.prune()
