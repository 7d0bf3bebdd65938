"""The open connections: one provider per account, opened when first needed, closed when its account changes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from crmdesk.domain.accounts import Account
from crmdesk.providers.contract import Provider
from crmdesk.providers.info import Secrets

Connect = Callable[[Account, Secrets], Awaitable[Provider]]
SecretsOf = Callable[[Account], Awaitable[Secrets]]


class Connections:
    """Hands out each account's provider; `connect` makes one of an account and its secrets, which `secrets_of` has."""

    def __init__(self, secrets_of: SecretsOf, connect: Connect) -> None:
        self._secrets_of = secrets_of
        self._connect = connect
        self._open: dict[int, Provider] = {}

    async def of(self, account: Account) -> Provider:
        """The provider of an account. Raises AuthRequired without secrets, SecretError when they cannot be read."""
        if account.id not in self._open:
            opened = await self._connect(account, await self._secrets_of(account))
            if self._open.setdefault(account.id, opened) is not opened:
                await opened.close()
        return self._open[account.id]

    def holds(self, account_id: int, provider: Provider) -> bool:
        """Whether that is the connection in use, and not one that was dropped meanwhile."""
        return self._open.get(account_id) is provider

    def pauses(self) -> dict[int, float]:
        """The seconds until each account may be called again, of those that may not be called now."""
        return {id_: provider.pause_left for id_, provider in self._open.items() if provider.pause_left}

    async def drop(self, account_id: int) -> None:
        """Forget an account's connection, so that the next use opens it with its present settings and secrets."""
        provider = self._open.pop(account_id, None)
        if provider is not None:
            await provider.close()

    async def close(self) -> None:
        """Close all of them."""
        for account_id in tuple(self._open):
            await self.drop(account_id)
