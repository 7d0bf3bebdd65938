"""What the user does to accounts: connect, reconnect, change, pause, sync, remove."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from crmdesk.desk.sign_in import PURPOSE, BrowserTokens, DeskSignIn
from crmdesk.domain.accounts import Account, Direction, Pause, check_name
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.reports import Run
from crmdesk.domain.scope.rules import checked_scope
from crmdesk.domain.settings import SCHEDULE
from crmdesk.domain.signals import AccountChanged, AttentionChanged, ItemsChanged
from crmdesk.errors import DuplicateAccount, ProviderError, UserInputError
from crmdesk.providers.contract import Identity
from crmdesk.providers.registry import (
    base_url,
    checked_secrets,
    checked_settings,
    directions_of,
    info_of,
    kinds_of,
    limits_of,
    origin,
    signs_in_by_browser,
)
from crmdesk.store import Reads, Tx
from crmdesk.sync.announcer import Announcer
from crmdesk.sync.reporting import missing_rights
from crmdesk.sync.schedule import check_quiet, check_schedule
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import disconnect, scope_changes
    from crmdesk.sync.pull import removals
    from crmdesk.sync.push import learned_refusals
    from crmdesk.sync.reporting import failure_policy
else:
    disconnect, scope_changes = later("crmdesk.sync.actions", "disconnect", "scope_changes")  # 8 and 24 ms
    (removals,) = later("crmdesk.sync.pull", "removals")  # 50 ms
    (learned_refusals,) = later("crmdesk.sync.push", "learned_refusals")  # 32 ms
    (failure_policy,) = later("crmdesk.sync.reporting", "failure_policy")  # 31 ms

_SCOPING = frozenset({"scope", "kinds", "direction"})  # what decides which records are in sight


class DeskAccounts(DeskSignIn):
    """The half of the desk that handles accounts."""

    _announcer: Announcer

    async def add_account(
        self,
        provider: str,
        name: str,
        settings: Mapping[str, str],
        secrets: Mapping[str, str],
        direction: Direction | None = None,
        kinds: Sequence[Kind] = (Kind.CONTACT,),
        tokens: BrowserTokens | None = None,
        scope: Mapping[Kind, str] | None = None,
        link_by: Sequence[str] = (),
    ) -> Account:
        """Connect a CRM: signs in first, and saves nothing when that fails.

        Without a direction it is the first that its kinds can do. `tokens` are what `sign_in_with_browser` brought,
        where it is asked for; `scope` and `link_by` as in `set_account`.
        Raises UserInputError for a name in use, DuplicateAccount for a sign-in that is connected already,
        ChoiceNeeded where the sign-in opens several accounts of the CRM and the settings name none of them.
        """
        name = check_name(name)
        _refuse_taken(self._store.reader(), name)
        info = info_of(provider)
        given = dict(checked_settings(info, settings))
        direction = _new_direction(provider, given, kinds, direction)
        wanted = checked_scope(scope or {})
        signed_in = await self._sign_in(provider, given, secrets, tokens, fresh=True)
        given = {**signed_in.settings, "base_url": base_url(provider, given)}
        self._refuse_duplicate(provider, given, signed_in.identity)
        if info.keeps_secrets:
            await self._vault.open(create=True)
        fresh = Account(0, provider, name, given, direction, tuple(kinds), scope=wanted, link_by=tuple(link_by))
        fresh = replace(fresh, schedule=self.setting(SCHEDULE))
        who = signed_in.identity
        fresh = replace(fresh, identity=who.key, signed_in_as=who.title, quota=signed_in.quota)
        account = await self._store.write(lambda tx: tx.accounts.add(fresh))
        try:
            await self._keep(account, checked_secrets(info, secrets, given), tokens)
        except BaseException:
            await asyncio.shield(self._store.write(lambda tx: tx.accounts.remove(account.id)))
            raise
        self._announcer.announce(AccountChanged(account.id))
        self._engine.wake()
        return account

    async def _keep(self, account: Account, secrets: Mapping[str, str], tokens: BrowserTokens | None) -> None:
        """Seal secrets, and the tokens of a sign-in with the browser, for an account and the address that it has."""
        if not info_of(account.provider).keeps_secrets:
            return
        await self._vault.open(create=True)
        await self._vault.put(str(account.id), PURPOSE, secrets, origin(account.provider, account.settings))
        if tokens is not None and (brought := await tokens.load()) is not None:
            await self._tokens(account, account.settings).save(brought)

    def _refuse_duplicate(
        self, provider: str, settings: Mapping[str, str], identity: Identity, but: int | None = None
    ) -> None:
        by_file = info_of(provider).by_file
        for account in self._store.reader().accounts.all():
            same = (account.provider, account.identity) == (provider, identity.key) and account.id != but
            if same and by_file:
                raise DuplicateAccount(f"“{account.name}” reads the same file.")
            if same and base_url(provider, account.settings) == base_url(provider, settings):
                raise DuplicateAccount(f"“{account.name}” is connected to the same sign-in.")

    async def reconnect(
        self,
        account_id: int,
        secrets: Mapping[str, str] | None = None,
        *,
        settings: Mapping[str, str] | None = None,
        open_browser: Callable[[str], object] | None = None,
    ) -> Account:
        """Sign in again, with new secrets or, through the browser, with those that are stored; the queue goes on.

        `open_browser` is as for `sign_in_with_browser`, and is only called where the account is signed in to that way.
        """
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        tokens = None
        given = {**account.settings, **(settings or {})}
        if open_browser is not None and signs_in_by_browser(account.provider, given):
            await self._bind(account, given)
            secrets = secrets or await self._stored(account, given)
            tokens = await self.sign_in_with_browser(account.provider, given, secrets, open_browser)
        return await self.set_account(account_id, settings=settings, secrets=secrets, tokens=tokens)

    async def set_account(
        self,
        account_id: int,
        *,
        name: str | None = None,
        settings: Mapping[str, str] | None = None,
        direction: Direction | None = None,
        kinds: Sequence[Kind] | None = None,
        schedule: str | None = None,
        quiet: str | None = None,
        deletes_remotely: bool | None = None,
        scope: Mapping[Kind, str] | None = None,
        link_by: Sequence[str] | None = None,
        secrets: Mapping[str, str] | None = None,
        tokens: BrowserTokens | None = None,
    ) -> Account:
        """Change an account; new settings or secrets are tried first, and nothing is saved when they do not work.

        `scope` is the whole scope of the kinds that it names, `link_by` the fields of the linking rule. What a narrower
        scope or fewer kinds leave out stays stored, out of sight.
        """
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        wanted = {
            "name": check_name(name) if name is not None else None,
            "direction": direction,
            "kinds": tuple(kinds) if kinds is not None else None,
            "schedule": check_schedule(schedule) if schedule is not None else None,
            "quiet": check_quiet(quiet) if quiet is not None else None,
            "deletes_remotely": deletes_remotely,
            "scope": checked_scope({**account.scope, **scope}) if scope is not None else None,
            "link_by": tuple(link_by) if link_by is not None else None,
        }
        after = {**account.settings, **(settings or {})}
        _check_direction(account, after, direction, kinds)
        _check_deletes(account, after, bool(deletes_remotely), kinds or account.kinds)
        columns: dict[str, object] = {}
        if settings is not None or secrets is not None or tokens is not None:
            columns = await self._signed_in_anew(account, settings or {}, secrets, tokens)
        columns |= {key: value for key, value in wanted.items() if value is not None}
        updated = await self._store.write(lambda tx: _changed(tx, account_id, columns))
        if "settings" in columns:
            await self._connections.drop(account_id)
        if columns.keys() & _SCOPING:
            await self._engine.stop(account_id)  # what runs would still go by the old scope
            await self._rescope(account_id)
        self._announcer.announce(AccountChanged(account_id), AttentionChanged())
        self._engine.send_soon([account_id])
        self._engine.wake()
        return updated

    async def _signed_in_anew(
        self,
        account: Account,
        settings: Mapping[str, str],
        secrets: Mapping[str, str] | None,
        tokens: BrowserTokens | None,
    ) -> dict[str, object]:
        """Sign in with what is new beside what is stored, keep the new secrets, and say what changes of the account.

        What the CRM asked to wait goes on to hold, unless the key or what decides over it (address, limits) is another
        now. That it ignores lists is forgotten with other settings, and with a new sign-in.
        """
        info = info_of(account.provider)
        given = dict(checked_settings(info, {**account.settings, **settings}))
        await self._bind(account, given)
        used = secrets if secrets is not None else await self._stored(account, given)
        kept = tokens or self._tokens(account, given)
        signed_in = await self._sign_in(account.provider, given, used, kept)
        found = {**signed_in.settings, "base_url": base_url(account.provider, given)}
        self._refuse_duplicate(account.provider, found, signed_in.identity, but=account.id)
        if secrets is not None or tokens is not None:
            await self._keep(replace(account, settings=found), checked_secrets(info, used, found), tokens)
        columns: dict[str, object] = {
            "settings": found,
            "identity": signed_in.identity.key,
            "signed_in_as": signed_in.identity.title,
            "quota": signed_in.quota,
        }
        if found != account.settings or secrets is not None or tokens is not None:
            columns["writes_lists"] = True
        limits = [limits_of(account.provider, one) for one in (account.settings, found)]
        elsewhere = found["base_url"] != account.settings.get("base_url") or limits[0] != limits[1]
        if secrets is not None or tokens is not None or elsewhere:
            columns |= {"not_before": None, "pulls_after": None}
        if account.pause is Pause.SIGN_IN:
            columns["pause"] = Pause.NO
        return columns

    async def move_account(self, account_id: int, places: int) -> None:
        """Move an account down in account order, or, with fewer than none, up: whose value is shown goes by it."""

        def move(tx: Tx) -> None:
            ids = [account.id for account in tx.accounts.all() if not account.is_local]
            place = max(0, ids.index(account_id) + places)
            ids.remove(account_id)
            ids.insert(place, account_id)
            tx.accounts.reorder(ids)

        await self._store.write(move)
        lists = [ItemsChanged(kind, frozenset(), membership=True) for kind in Kind]
        self._announcer.announce(AccountChanged(account_id), *lists)

    async def _rescope(self, account_id: int) -> None:
        for kind in await scope_changes.carry_out(self._store, account_id):
            self._announcer.announce(ItemsChanged(kind, frozenset(), membership=True))

    async def remove_account(self, account_id: int, *, keep_contacts: bool = False) -> None:
        """Disconnect an account: its records and secrets go, contacts of no other account too unless they are kept."""
        await self._engine.stop(account_id)
        await self._connections.drop(account_id)
        await self._store.write(lambda tx: disconnect.remove(tx, account_id, keep_contacts))
        await self._vault.remove(str(account_id))
        lists = [ItemsChanged(kind, frozenset(), membership=True) for kind in Kind]
        self._announcer.announce(AccountChanged(account_id), *lists, AttentionChanged())

    async def pause(self, account_id: int, until: datetime | None = None) -> None:
        """Stop an account's pulls and sends, until a time or until resumed; the queue stays."""
        self._engine.cancel(account_id)
        await self._store.write(lambda tx: tx.accounts.update(account_id, pause=Pause.BY_USER, paused_until=until))
        self._announcer.announce(AccountChanged(account_id))

    async def resume(self, account_id: int) -> None:
        """Let an account that was paused go on; one whose sign-in was refused, where the stored one works again.

        Raises AuthRequired while it is refused, Unavailable where nobody can tell.
        """
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        if account.pause is Pause.SIGN_IN:
            await self._try_stored(account)
        await self._store.write(lambda tx: _resumed(tx, account))
        self._announcer.announce(AccountChanged(account_id), AttentionChanged())
        self._engine.send_soon([account_id])
        self._engine.wake()

    async def _try_stored(self, account: Account) -> None:
        try:
            await (await self._connections.of(account)).whoami()
        except ProviderError as failure:
            failure.what = f"{account.name} was not resumed"
            raise

    async def sync(
        self, account_ids: Sequence[int] | None = None, *, full: bool = False, reload: bool = False
    ) -> list[Run]:
        """Sync now, whatever schedule and back-off say; never past a pause or what a CRM asked to wait."""
        wanted = [account for account in self.connected() if account_ids is None or account.id in account_ids]
        for account in wanted:
            if not account.writes_lists:
                await self._store.write(partial(learned_refusals.forget_refusals, account_id=account.id))
        return await self._engine.sync(wanted, full=full, reload=reload)

    def cancel(self, account_id: int | None = None) -> None:
        """Cancel the sync of an account, or all."""
        self._engine.cancel(account_id)

    async def review(self, account_id: int, accept: bool) -> None:
        """Decide on the removals that the breaker held back."""
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        if account.review is None:
            raise UserInputError(f"{account.name} holds no removals back.")
        await self._store.write(lambda tx: removals.review(tx, account, accept))
        lists = [ItemsChanged(kind, frozenset(), membership=True) for kind in Kind]
        self._announcer.announce(AccountChanged(account_id), *lists, AttentionChanged())

    def held_back(self, account: Account) -> int:
        """How many removals wait for a decision."""
        return sum(len(ids) for ids in json.loads(account.review).values()) if account.review else 0


def _refuse_taken(reads: Reads, name: str, but: int | None = None) -> None:
    found = reads.accounts.by_name(name)
    if found is not None and found.id != but:
        raise UserInputError(f"There is already an account “{name}”.", next="Choose another name.")


def _check_kinds(provider: str, settings: Mapping[str, str], kinds: Sequence[Kind]) -> None:
    allowed = [info.kind for info in kinds_of(provider, settings)]
    if not kinds or not set(kinds) <= set(allowed):
        raise UserInputError(f"{info_of(provider).title} has {', '.join(kind.plural for kind in allowed)}.")


def _directions(provider: str, settings: Mapping[str, str], kinds: Sequence[Kind]) -> tuple[Direction, ...]:
    return directions_of(info for info in kinds_of(provider, settings) if info.kind in kinds)


def _new_direction(
    provider: str, settings: Mapping[str, str], kinds: Sequence[Kind], asked: Direction | None
) -> Direction:
    """The direction of a new account. Raises UserInputError, for kinds that its CRM does not have too."""
    _check_kinds(provider, settings, kinds)
    possible = _directions(provider, settings, kinds)
    if asked is not None and asked not in possible:
        raise _impossible(provider, possible)
    return asked or possible[0]


def _check_direction(
    account: Account, settings: Mapping[str, str], direction: Direction | None, kinds: Sequence[Kind] | None
) -> None:
    """Refuse a change after which an account would take kinds, or go in a direction of its kinds, that it cannot."""
    if kinds is not None:
        _check_kinds(account.provider, settings, kinds)
    before = _directions(account.provider, account.settings, account.kinds)
    after = _directions(account.provider, settings, kinds or account.kinds)
    wanted = direction or account.direction
    if wanted not in after and (direction is not None or wanted in before):
        raise _impossible(account.provider, after)


def _check_deletes(account: Account, settings: Mapping[str, str], wanted: bool, kinds: Sequence[Kind]) -> None:
    """Refuse to promise deletions to an account that none of its kinds allows."""
    if wanted and not any(info.deletes for info in kinds_of(account.provider, settings) if info.kind in kinds):
        raise UserInputError(
            f"{info_of(account.provider).title} lets nothing be deleted from outside.",
            what=f"Deleting here will not delete in {account.name}",
        )


def _impossible(provider: str, possible: Sequence[Direction]) -> UserInputError:
    title = info_of(provider).title
    why = f"{title} takes no changes in this way of connecting: it can only be read."
    if possible != (Direction.PULL,):
        why = f"{title} takes no new records in this way of connecting: what is here alone cannot be sent."
    return UserInputError(why, next=f"Choose the direction {' or '.join(possible)}.")


def _changed(tx: Tx, account_id: int, columns: Mapping[str, object]) -> Account:
    if (name := columns.get("name")) is not None:
        _refuse_taken(tx, str(name), but=account_id)
    if columns.get("writes_lists"):
        learned_refusals.forget_refusals(tx, account_id)
    if columns:
        tx.accounts.update(account_id, **columns)
    if columns.keys() & _SCOPING:
        scope_changes.begin(tx, account_id)
    if "settings" in columns:
        account = tx.accounts.get(account_id)
        tx.problems.solve([failure_policy.account_problem_key(account, what) for what in ("sign_in", "failing")])
    if "kinds" in columns:
        kept = tx.accounts.get(account_id).kinds
        tx.problems.solve([missing_rights.problem_key(account_id, kind) for kind in Kind if kind not in kept])
    if "not_before" in columns:
        for entry in tx.outbox.list(account_id=account_id)[0]:
            if entry.state in (EntryState.PENDING, EntryState.UNCERTAIN):
                tx.outbox.update(entry.id, next_at=None)
    return tx.accounts.get(account_id)


def _resumed(tx: Tx, account: Account) -> None:
    tx.accounts.update(account.id, pause=Pause.NO, paused_until=None)
    if account.pause is Pause.SIGN_IN:
        tx.accounts.update(account.id, last_error=None)
        tx.problems.solve([failure_policy.account_problem_key(account, "sign_in")])
