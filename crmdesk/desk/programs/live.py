"""Looking into a CRM through an account, without storing anything: what it has now, and whose sign-in it is."""

from __future__ import annotations

from contextlib import aclosing, suppress
from dataclasses import field

from crmdesk.desk.reading import DeskReads
from crmdesk.domain.accounts import Account, Pause
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Values
from crmdesk.errors import AuthRequired, Unavailable
from crmdesk.frozen import dataclass
from crmdesk.providers.contract import BadRecord, Identity, RemoteId, RemoteRecord
from crmdesk.sync.connections import Connections

AT_ONCE = 500  # records of a thin list that are asked for whole in one go


@dataclass(frozen=True, slots=True)
class LiveRecord:
    """A record as its CRM has it now: in our words, and as it was sent."""

    id: str
    values: Values
    payload: bytes = field(repr=False)


class DeskLive(DeskReads):
    """The part of the desk that reads from CRMs for somebody who looks on."""

    _connections: Connections

    async def who(self, account_id: int) -> Identity:
        """Whose sign-in an account works with, asked of its CRM. Raises what the sign-in raises."""
        account = await self._standing(account_id)
        return await (await self._connections.of(account)).whoami()

    async def live(self, account_id: int, kind: Kind) -> list[LiveRecord]:
        """All records of an account as its CRM has them now, in its order; what cannot be read is left out.

        Nothing is stored, and every call draws on the account's quota. Raises ProviderError.
        """
        account = await self._standing(account_id)
        connection = await self._connections.of(account)
        info = connection.kind_info(kind)
        found: dict[RemoteId, LiveRecord | None] = {}
        async with aclosing(connection.pages(kind, None)) as pages:
            async for page in pages:
                for payload in page.payloads:
                    with suppress(BadRecord):
                        if info.lists_summaries:
                            found.setdefault(connection.identify(kind, payload))
                        else:
                            record = connection.read(kind, payload)
                            found[record.id] = _live(record, payload)
                found.update((id_, _live(whole, whole.payload)) for id_, whole in page.whole.items())
        lacking = [id_ for id_, record in found.items() if record is None]
        for start in range(0, len(lacking), AT_ONCE):
            for one in await connection.details(kind, lacking[start : start + AT_ONCE]):
                if not isinstance(one, BadRecord):
                    found[one.id] = _live(one, one.payload)
        return [record for record in found.values() if record is not None]

    async def _standing(self, account_id: int) -> Account:
        """An account that is not paused. Raises AuthRequired, Unavailable."""
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        if account.pause is Pause.SIGN_IN:
            raise AuthRequired(f"{account.name} refused the sign-in.")
        if account.pause is Pause.BY_USER:
            raise Unavailable(f"{account.name} is paused.")
        return account


def _live(record: RemoteRecord, payload: bytes) -> LiveRecord | None:
    return None if record.deleted else LiveRecord(record.id, record.values, payload)
