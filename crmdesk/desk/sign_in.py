"""How the desk signs in: the live test before anything is saved, the browser, and where its tokens are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import field, replace
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from crmdesk.desk.reading import DeskReads
from crmdesk.domain.accounts import Account
from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.scope.profiles import ScopeProfile, profile_of
from crmdesk.domain.signals import AccountChanged
from crmdesk.domain.values import Values
from crmdesk.errors import AuthRequired, ChoiceNeeded, NotAllowed, ProviderError, QuotaKept, Unavailable, UserInputError
from crmdesk.frozen import dataclass
from crmdesk.providers.contract import Access, Carry, Identity, Page, Provider, RemoteRecord, TokenStore
from crmdesk.providers.env_file import Found, read
from crmdesk.providers.info import KindInfo, Setting, with_found
from crmdesk.providers.registry import (
    api_of,
    authorize,
    base_url,
    connect,
    info_of,
    kinds_of,
    limits_of,
    origin,
    quota_owner,
    signs_in_by_browser,
)
from crmdesk.secrets.vault import Vault
from crmdesk.sync.announcer import Announcer
from crmdesk.sync.budget import Budgets
from crmdesk.sync.connections import Connections
from crmdesk.sync.reporting import missing_rights
from crmdesk.system.disk import Disk
from crmdesk.system.redaction import redactor

SAMPLES = 3
LOOKED_AT = 500  # records of a first page; some CRMs' pages are huge
PURPOSE = "sign-in"  # the vault's word for what the user gave
TOKENS = "tokens"  # the vault's word for what a sign-in with the browser left


@dataclass(frozen=True, slots=True)
class Probe:
    """What a live test of a connection found, before anything is saved.

    `counts` has each kind that can be read, with the CRM's own count where it tells one; `refused` each that cannot,
    with the reason; `can` what can be done with each kind that is counted; `profiles` what a scope could go by, of the
    first records of each. Samples, fields and unmapped names are those of the first kind that can be read.
    """

    identity: Identity
    counts: Mapping[Kind, int | None]
    samples: tuple[Values, ...]
    fields: tuple[str, ...]
    unmapped: tuple[str, ...]
    refused: Mapping[Kind, str] = field(default_factory=dict)
    can: tuple[KindInfo, ...] = ()
    profiles: Mapping[Kind, ScopeProfile] = field(default_factory=dict)

    @property
    def total(self) -> int | None:
        """The CRM's own count of the first kind, if it told."""
        return next(iter(self.counts.values()), None)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a sign-in told: who it is, and the settings with what the CRM itself told of them."""

    identity: Identity
    settings: dict[str, str]
    quota: str  # whose calls the CRM counts


class Mocks(Protocol):
    """The demo CRMs that stand in for real ones where an account is set so."""

    async def stand_in(self, provider: str, api: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Start the demo CRM unless it runs; the settings and secrets that connect to it. Raises Unavailable."""
        ...

    async def close(self) -> None:
        """End those that run."""
        ...


class BrowserTokens:
    """What a sign-in with the browser brought, until an account keeps it; renewed meanwhile as in an account."""

    def __init__(self, tokens: Mapping[str, str]) -> None:
        self._tokens = dict(tokens)

    async def load(self) -> dict[str, str] | None:
        """The newest tokens."""
        return dict(self._tokens)

    async def save(self, tokens: Mapping[str, str]) -> None:
        """Keep new ones."""
        self._tokens = dict(tokens)


class VaultTokens:
    """The tokens of an account, sealed in the vault for one origin."""

    def __init__(self, vault: Vault, account_id: int, origin: str) -> None:
        self._vault, self._account, self._origin = vault, str(account_id), origin

    async def load(self) -> dict[str, str] | None:
        """The tokens kept last, None when nobody has signed in there."""
        try:
            return await self._vault.get(self._account, TOKENS, self._origin)
        except AuthRequired:
            return None  # they are of another address

    async def save(self, tokens: Mapping[str, str]) -> None:
        """Seal new tokens in place of the old; they are on the disk when this returns."""
        await self._vault.open(create=True)
        await self._vault.put(self._account, TOKENS, tokens, self._origin)


class DeskSignIn(DeskReads):
    """The part of the desk that signs in and looks, without saving anything."""

    _announcer: Announcer
    _vault: Vault
    _connections: Connections
    _clock: Clock
    _budgets: Budgets
    _mocks: Mocks | None
    _carry: Carry | None
    _disk: Disk | None

    async def _secrets_of(self, account: Account) -> Mapping[str, str]:
        """The stored secrets of an account. Raises AuthRequired where there are none for the address that it has."""
        return await self._stored(account, account.settings)

    async def _stored(self, account: Account, settings: Mapping[str, str]) -> Mapping[str, str]:
        """The secrets of an account, for it with these settings: they are sent to no other origin than before."""
        if not info_of(account.provider).keeps_secrets:
            return {}
        stored = await self._vault.get(str(account.id), PURPOSE, origin(account.provider, settings))
        if stored is None:
            raise AuthRequired("No key is stored for this account on this computer.")
        return stored

    async def _bind(self, account: Account, settings: Mapping[str, str]) -> None:
        """Before another origin is tried: what an older desk sealed for none belongs to the account's own."""
        if not info_of(account.provider).keeps_secrets:
            return
        own = origin(account.provider, account.settings)
        if origin(account.provider, settings) != own:
            for purpose in (PURPOSE, TOKENS):
                with suppress(AuthRequired):  # it is bound already
                    await self._vault.get(str(account.id), purpose, own)

    def _tokens(self, account: Account, settings: Mapping[str, str]) -> VaultTokens:
        return VaultTokens(self._vault, account.id, origin(account.provider, settings))

    def kinds(self, provider: str, settings: Mapping[str, str]) -> tuple[Kind, ...]:
        """The kinds that an account with these settings has. Raises UserInputError."""
        return tuple(info.kind for info in kinds_of(provider, settings))

    async def settings_in(self, file: Path) -> dict[str, Found]:
        """What a `.env` file holds for each provider; only for a file that the user named. Raises UserInputError."""
        return await asyncio.to_thread(read, file)

    def host(self, provider: str, settings: Mapping[str, str]) -> str:
        """The host that an account with these settings calls; "" where they stand for none."""
        try:
            return urlsplit(base_url(provider, settings)).hostname or ""
        except UserInputError:
            return ""

    def signs_in_by_browser(self, provider: str, settings: Mapping[str, str]) -> bool:
        """Whether the variant chosen by these settings is signed in to with the browser. Raises UserInputError."""
        return signs_in_by_browser(provider, settings)

    async def sign_in_with_browser(
        self,
        provider: str,
        settings: Mapping[str, str],
        secrets: Mapping[str, str],
        open_browser: Callable[[str], object],
    ) -> BrowserTokens:
        """Let a person sign in with the browser; what it brings is for `probe`, `add_account` and `reconnect`.

        `open_browser` is given the address and answers False where it cannot open it. Cancelling ends the attempt at
        once. Raises AuthRequired, UserInputError, Unavailable, BadResponse.
        """
        settings, secrets = await self._stood_in(provider, settings, secrets)
        return BrowserTokens(await authorize(provider, settings, secrets, open_browser, self._clock))

    async def probe(
        self,
        provider: str,
        settings: Mapping[str, str],
        secrets: Mapping[str, str],
        tokens: BrowserTokens | None = None,
    ) -> Probe:
        """Sign in, count and look at three records; nothing is saved. Raises what the sign-in raises.

        Raises ChoiceNeeded where it opens several accounts of the CRM and the settings name none of them.
        """
        connection = await self._connection(provider, settings, secrets, tokens)
        try:
            identity = await connection.whoami()
            await _refuse_open_choice(connection)
            return await _look(connection, self.kinds(provider, settings), identity)
        finally:
            await connection.close()

    async def _connection(
        self, provider: str, settings: Mapping[str, str], secrets: Mapping[str, str], tokens: TokenStore | None
    ) -> Provider:
        """A connection that no account has yet; its calls count for whom the CRM counts them."""
        settings, secrets = await self._stood_in(provider, settings, secrets)
        owner = quota_owner(provider, settings, secrets)
        budget = self._budgets.of(owner, limits_of(provider, settings).windows)
        access = Access(self._clock, budget, tokens, redactor.protect, self._carry, self._disk)
        return connect(provider, settings, secrets, access)

    async def _stood_in(
        self, provider: str, settings: Mapping[str, str], secrets: Mapping[str, str]
    ) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Settings and secrets as they are, or those of the demo CRM that they stand for."""
        if not info_of(provider).is_mocked(settings):
            return settings, secrets
        if self._mocks is None:
            raise Unavailable("The demo CRM cannot be started from here.")
        given, keys = await self._mocks.stand_in(provider, api_of(provider, settings))
        return {**settings, **given}, keys

    async def test_account(self, account: Account) -> Probe:
        """The same live test for an account that exists, with its stored secrets; what it allows is learned anew."""
        connection = await self._connections.of(account)
        identity = await connection.whoami()
        found = with_found(account.settings, await connection.discover())
        if (found, identity.title) != (account.settings, account.signed_in_as):
            renewed = replace(account, settings=found, signed_in_as=identity.title)
            await self._store.write(
                lambda tx: tx.accounts.update(account.id, settings=found, signed_in_as=identity.title)
            )
            if found != account.settings:
                await self._connections.drop(account.id)
                connection = await self._connections.of(renewed)
            self._announcer.announce(AccountChanged(account.id))
        return await _look(connection, account.kinds, identity)

    def found(self, account: Account) -> list[tuple[Setting, str]]:
        """What was found out about an account: each setting that its CRM's answers told, and what they told."""
        info = info_of(account.provider)
        told = [one for one in info.settings if one.found and not (info.by_file and one.key == "base_url")]
        return [(one, account.settings[one.key]) for one in told if account.settings.get(one.key)]

    async def _sign_in(
        self,
        provider: str,
        settings: Mapping[str, str],
        secrets: Mapping[str, str],
        tokens: TokenStore | None = None,
        *,
        fresh: bool = False,
    ) -> SignedIn:
        """Sign in and find out what the CRM tells; a `fresh` account has to be one of those that the sign-in opens."""
        connection = await self._connection(provider, settings, secrets, tokens)
        try:
            identity = await connection.whoami()
            if fresh:
                await _refuse_open_choice(connection)
            found = with_found(settings, await connection.discover())
            return SignedIn(identity, found, quota_owner(provider, found, secrets))
        finally:
            await connection.close()


async def _refuse_open_choice(connection: Provider) -> None:
    choices = await connection.choices()
    if choices is not None:
        why = f"This sign-in opens {len(choices.titles)} accounts of {connection.info.title}."
        raise ChoiceNeeded(why, setting=choices.setting, choices=choices.titles)


async def _look(connection: Provider, kinds: tuple[Kind, ...], identity: Identity) -> Probe:
    """The first records of the first kind it may read, and how many there are of each.

    Where what is left of a quota is kept for the user's edits, there is nothing to see, though the sign-in works.
    """
    counts: dict[Kind, int | None] = {}
    profiles: dict[Kind, ScopeProfile] = {}
    refused: dict[Kind, NotAllowed] = {}
    seen: _Seen | None = None
    for kind in kinds:
        try:
            page = await _first_page(connection, kind)
        except NotAllowed as refusal:
            refused[kind] = missing_rights.may_not_read(kind, connection.info.title, kinds, refusal)
        except QuotaKept:
            counts[kind] = None
            seen = seen or _NOTHING
        except ProviderError as failure:
            if seen is None or isinstance(failure, AuthRequired):
                raise
            counts[kind] = None  # its first pull says what is wrong, and goes on by itself where that passes
        else:
            records = _records(connection, kind, page)
            counts[kind], profiles[kind] = _count(page), _profile(kind, page, records)
            seen = seen or await _samples(connection, kind, records)
    if seen is None:
        raise next(iter(refused.values()))
    can = tuple(connection.kind_info(kind) for kind in counts)
    reasons = {kind: refusal.why for kind, refusal in refused.items()}
    return Probe(identity, counts, *seen, reasons, can, profiles)


async def _first_page(connection: Provider, kind: Kind) -> Page | None:
    async with aclosing(connection.pages(kind, None)) as pages:
        return await anext(pages, None)


def _count(page: Page | None) -> int | None:
    if page is None or page.total is not None:
        return page.total if page is not None else 0
    return len(page.payloads) if page.resume is None else None


_Seen = tuple[tuple[Values, ...], tuple[str, ...], tuple[str, ...]]
_NOTHING: _Seen = (), (), ()


def _records(connection: Provider, kind: Kind, page: Page | None) -> list[RemoteRecord]:
    """The first records of a page."""
    listed: list[RemoteRecord] = []
    for payload in page.payloads[:LOOKED_AT] if page else ():
        try:
            listed.append(connection.read(kind, payload))
        except ProviderError:
            continue  # the first pull puts it aside, with its reason
    return listed


def _profile(kind: Kind, page: Page | None, records: Sequence[RemoteRecord]) -> ScopeProfile:
    whole = page is None or (page.resume is None and len(page.payloads) <= LOOKED_AT)
    live = (record.values for record in records if not (record.deleted or record.archived))
    return profile_of(kind, live, whole=whole)


async def _samples(
    connection: Provider, kind: Kind, listed: Sequence[RemoteRecord]
) -> tuple[tuple[Values, ...], tuple[str, ...], tuple[str, ...]]:
    """The first three records whole, the fields that were seen, and what no field takes."""
    shown = [record for record in listed if not record.deleted][:SAMPLES]
    if shown and connection.kind_info(kind).lists_summaries:
        whole = await connection.details(kind, [record.id for record in shown])
        shown = [record for record in whole if isinstance(record, RemoteRecord)]
    fields: set[str] = set()
    unmapped: set[str] = set()
    for record in (*listed, *shown):
        fields.update(record.values)
        unmapped.update(record.unmapped)
    return tuple(record.values for record in shown), tuple(sorted(fields)), tuple(sorted(unmapped))
