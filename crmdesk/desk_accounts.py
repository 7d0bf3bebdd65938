"""What the user does to accounts: connect, reconnect, change, pause, sync, remove."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from crmdesk.desk_reads import DeskReads
from crmdesk.domain.accounts import Account, Direction, Pause
from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action, EntryState, Outcome
from crmdesk.domain.reports import Run
from crmdesk.domain.signals import AccountChanged, AttentionChanged, ItemsChanged
from crmdesk.domain.values import Values
from crmdesk.errors import AuthRequired, DuplicateAccount, ProviderError, UserInputError
from crmdesk.providers.contract import Access, Identity, Provider
from crmdesk.providers.registry import base_url, checked_secrets, checked_settings, connect, info_of, limits_of
from crmdesk.store import Tx
from crmdesk.sync.announcer import Announcer
from crmdesk.sync.budget import Budgets, note_calls
from crmdesk.sync.connections import PURPOSE, Connections
from crmdesk.sync.here import keep_here
from crmdesk.sync.removals import review
from crmdesk.sync.schedule import check_schedule
from crmdesk.sync.trouble import account_problem_key
from crmdesk.vault import Vault

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Probe:
    """What a live test of a connection found, before anything is saved."""

    identity: Identity
    total: int | None
    samples: tuple[Values, ...]
    fields: tuple[str, ...]
    unmapped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _SignedIn:
    """What a sign-in told: who it is, and the settings with what the CRM itself told of them."""

    identity: Identity
    settings: dict[str, str]


class DeskAccounts(DeskReads):
    """The half of the desk that handles accounts."""

    _vault: Vault
    _connections: Connections
    _announcer: Announcer
    _clock: Clock
    _budgets: Budgets
    _uncounted: dict[tuple[str, str], int]  # by provider and address: calls of sign-ins that have no account yet

    async def probe(self, provider: str, settings: Mapping[str, str], secrets: Mapping[str, str]) -> Probe:
        """Sign in and look at three records; nothing is saved. Raises what the sign-in raises."""
        connection = connect(provider, settings, secrets, Access(self._clock))
        try:
            return await self._look(connection)
        finally:
            self._note_uncounted(provider, settings, connection.requests)
            await connection.close()

    async def test_account(self, account: Account) -> Probe:
        """The same live test for an account that exists, with its stored secrets."""
        return await self._look(await self._connections.of(account))

    async def _look(self, connection: Provider) -> Probe:
        identity = await connection.whoami()
        kind = connection.info.kinds[0].kind
        samples: list[Values] = []
        fields: set[str] = set()
        unmapped: set[str] = set()
        pages = connection.pages(kind, None)
        page = await anext(aiter(pages), None)
        with suppress(AttributeError):
            await pages.aclose()
        for payload in page.payloads if page else ():
            with suppress(ProviderError):
                record = connection.read(kind, payload)
                if connection.kind_info(kind).lists_summaries and len(samples) < SAMPLES:
                    record = await connection.fetch(kind, record.id)
                fields.update(record.values)
                unmapped.update(record.unmapped)
                if len(samples) < SAMPLES:
                    samples.append(record.values)
        total = page.total if page else None
        return Probe(identity, total, tuple(samples), tuple(sorted(fields)), tuple(sorted(unmapped)))

    async def add_account(
        self,
        provider: str,
        name: str,
        settings: Mapping[str, str],
        secrets: Mapping[str, str],
        direction: Direction = Direction.TWO_WAY,
        kinds: Sequence[Kind] = (Kind.CONTACT,),
    ) -> Account:
        """Connect a CRM: signs in first, and saves nothing when that fails.

        Raises UserInputError for a name in use, DuplicateAccount for a sign-in that is connected already.
        """
        name = name.strip()
        if not name or ":" in name:
            raise UserInputError("An account needs a name, without a colon.")
        if self._store.reader().accounts.by_name(name) is not None:
            raise UserInputError(f"There is already an account “{name}”.", next="Choose another name.")
        info = info_of(provider)
        allowed = {kind_info.kind for kind_info in info.kinds}
        if not kinds or not set(kinds) <= allowed:
            raise UserInputError(f"{info.title} has {', '.join(sorted(kind.plural for kind in allowed))}.")
        given = dict(checked_settings(info, settings))
        signed_in = await self._sign_in(provider, given, secrets)
        given = {**signed_in.settings, "base_url": base_url(provider, given)}
        self._refuse_duplicate(provider, given, signed_in.identity)
        await self._vault.open(create=True)
        fresh = Account(0, provider, name, given, direction, tuple(kinds), signed_in.identity.key)
        calls = self._uncounted.pop((provider, given["base_url"]), 0)

        def add(tx: Tx) -> Account:
            added = tx.accounts.add(fresh)
            note_calls(tx, added.id, calls)
            return added

        account = await self._store.write(add)
        try:
            await self._vault.put(str(account.id), PURPOSE, checked_secrets(info, secrets, given))
        except BaseException:
            await asyncio.shield(self._store.write(lambda tx: tx.accounts.remove(account.id)))
            raise
        self._announcer.announce(AccountChanged(account.id))
        self._engine.wake()
        return account

    async def _sign_in(
        self, provider: str, settings: Mapping[str, str], secrets: Mapping[str, str], account_id: int | None = None
    ) -> _SignedIn:
        windows = limits_of(provider, settings).windows
        budget = None if account_id is None else self._budgets.of(account_id, windows)
        connection = connect(provider, settings, secrets, Access(self._clock, budget))
        try:
            identity = await connection.whoami()
            return _SignedIn(identity, {**settings, **await connection.discover()})
        finally:
            if account_id is None:
                self._note_uncounted(provider, settings, connection.requests)
            await connection.close()

    def _note_uncounted(self, provider: str, settings: Mapping[str, str], calls: int) -> None:
        """Calls made for an account that does not exist yet count for it once it does, where it has a quota."""
        if limits_of(provider, settings).windows:
            key = provider, base_url(provider, settings)
            self._uncounted[key] = self._uncounted.get(key, 0) + calls

    def _refuse_duplicate(
        self, provider: str, settings: Mapping[str, str], identity: Identity, but: int | None = None
    ) -> None:
        for account in self._store.reader().accounts.all():
            same = (account.provider, account.identity) == (provider, identity.key) and account.id != but
            if same and base_url(provider, account.settings) == base_url(provider, settings):
                raise DuplicateAccount(f"“{account.name}” is connected to the same sign-in.")

    async def reconnect(self, account_id: int, secrets: Mapping[str, str]) -> Account:
        """Sign in again with new secrets; the queue stays and goes on."""
        return await self.set_account(account_id, secrets=secrets)

    async def set_account(
        self,
        account_id: int,
        *,
        settings: Mapping[str, str] | None = None,
        direction: Direction | None = None,
        kinds: Sequence[Kind] | None = None,
        schedule: str | None = None,
        deletes_remotely: bool | None = None,
        secrets: Mapping[str, str] | None = None,
    ) -> Account:
        """Change an account; new settings or secrets are tried first, and nothing is saved when they do not work."""
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        info = info_of(account.provider)
        columns: dict[str, object] = {}
        if settings is not None or secrets is not None:
            given = dict(checked_settings(info, {**account.settings, **(settings or {})}))
            stored = await self._vault.get(str(account_id), PURPOSE)
            used = secrets if secrets is not None else stored
            if used is None:
                raise AuthRequired("No key is stored for this account on this computer.")
            signed_in = await self._sign_in(account.provider, given, used, account_id)
            given = {**signed_in.settings, "base_url": base_url(account.provider, given)}
            self._refuse_duplicate(account.provider, given, signed_in.identity, but=account_id)
            columns |= {"settings": given, "identity": signed_in.identity.key, "writes_lists": True}
            columns |= {"not_before": None, "pulls_after": None}
            if account.pause is Pause.SIGN_IN:
                columns["pause"] = Pause.NO
            if secrets is not None:
                await self._vault.open(create=True)
                await self._vault.put(str(account_id), PURPOSE, checked_secrets(info, secrets, given))
        if kinds is not None and not set(kinds) <= {kind_info.kind for kind_info in info.kinds}:
            raise UserInputError(f"{info.title} does not have all of these kinds.")
        columns |= {
            key: value
            for key, value in (
                ("direction", direction),
                ("kinds", tuple(kinds) if kinds is not None else None),
                ("schedule", check_schedule(schedule) if schedule is not None else None),
                ("deletes_remotely", deletes_remotely),
            )
            if value is not None
        }
        updated = await self._store.write(lambda tx: _changed(tx, account_id, columns))
        await self._connections.drop(account_id)
        self._announcer.announce(AccountChanged(account_id), AttentionChanged())
        self._engine.send_soon([account_id])
        self._engine.wake()
        return updated

    async def remove_account(self, account_id: int, *, keep_contacts: bool = False) -> None:
        """Disconnect an account: its records and secrets go, contacts of no other account too unless they are kept."""
        await self._engine.stop(account_id)
        await self._connections.drop(account_id)
        self._budgets.forget(account_id)
        await self._store.write(lambda tx: _remove(tx, account_id, keep_contacts))
        await self._vault.remove(str(account_id))
        self._announcer.announce(
            AccountChanged(account_id), ItemsChanged(Kind.CONTACT, frozenset(), membership=True), AttentionChanged()
        )

    async def pause(self, account_id: int, until: datetime | None = None) -> None:
        """Stop an account's pulls and sends, until a time or until resumed; the queue stays."""
        self._engine.cancel(account_id)
        await self._store.write(lambda tx: tx.accounts.update(account_id, pause=Pause.BY_USER, paused_until=until))
        self._announcer.announce(AccountChanged(account_id))

    async def resume(self, account_id: int) -> None:
        """Let an account that the user paused go on."""
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        if account.pause is Pause.SIGN_IN:
            raise AuthRequired("The CRM refused the sign-in.", what=f"{account.name} was not resumed")
        await self._store.write(lambda tx: tx.accounts.update(account_id, pause=Pause.NO, paused_until=None))
        self._announcer.announce(AccountChanged(account_id))
        self._engine.send_soon([account_id])
        self._engine.wake()

    async def sync(
        self, account_ids: Sequence[int] | None = None, *, full: bool = False, reload: bool = False
    ) -> list[Run]:
        """Sync now, whatever schedule and back-off say; never past a pause or what a CRM asked to wait."""
        accounts = [account for account in self._store.reader().accounts.all() if not account.is_local]
        wanted = [account for account in accounts if account_ids is None or account.id in account_ids]
        return await self._engine.sync(wanted, full=full, reload=reload)

    def cancel(self, account_id: int | None = None) -> None:
        """Cancel the sync of an account, or all."""
        self._engine.cancel(account_id)

    async def review(self, account_id: int, accept: bool) -> None:
        """Decide on the removals that the breaker held back."""
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        if account.review is None:
            raise UserInputError(f"{account.name} holds no removals back.")
        await self._store.write(lambda tx: review(tx, account, accept))
        self._announcer.announce(
            AccountChanged(account_id), ItemsChanged(Kind.CONTACT, frozenset(), membership=True), AttentionChanged()
        )

    def held_back(self, account: Account) -> int:
        """How many removals wait for a decision."""
        return sum(len(ids) for ids in json.loads(account.review).values()) if account.review else 0


def _changed(tx: Tx, account_id: int, columns: Mapping[str, object]) -> Account:
    if columns:
        tx.accounts.update(account_id, **columns)
    if "settings" in columns:
        account = tx.accounts.get(account_id)
        tx.problems.solve([account_problem_key(account, "sign_in"), account_problem_key(account, "failing")])
        for entry in tx.outbox.list(account_id=account_id)[0]:
            if entry.state in (EntryState.PENDING, EntryState.UNCERTAIN):
                tx.outbox.update(entry.id, next_at=None)
    return tx.accounts.get(account_id)


def _remove(tx: Tx, account_id: int, keep_contacts: bool) -> None:
    """Take an account's records away; what only it held stays on this computer if asked."""
    account = tx.accounts.get(account_id)
    if account.is_local:
        raise UserInputError("“This computer” cannot be removed.")
    touched = []
    for entry in tx.outbox.list(account_id=account_id)[0]:
        keep = keep_contacts and entry.action is not Action.DELETE
        outcome = Outcome.KEPT_HERE if keep else Outcome.CANCELLED
        tx.outbox.update(entry.id, state=EntryState.SETTLED, outcome=outcome, settled_at=tx.now)
    for kind in account.kinds:
        ids = [(record_id, item_id) for record_id, item_id, *_ in tx.records.listing(account_id, kind)]
        if keep_contacts:
            for record in tx.records.load([record_id for record_id, _ in ids]).values():
                if all(other.account_id == account_id for other in tx.records.of_item(record.item_id)):
                    keep_here(tx, record, dict(record.values))
        touched += [item_id for _, item_id in ids]
    tx.accounts.remove(account_id)
    tx.items.refresh(touched)
