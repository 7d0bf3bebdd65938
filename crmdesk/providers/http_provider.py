"""What every provider over one transport has in common, so that it says only what is its own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from hashlib import sha256
from typing import Any, ClassVar

from crmdesk.domain.fields import Kind
from crmdesk.errors import BadResponse, OutcomeUnknown, ProviderError, RemoteGone, Unsupported
from crmdesk.providers.contract import (
    BadRecord,
    Choices,
    Identity,
    Registered,
    Registration,
    RemoteId,
    RemoteRecord,
    Unopened,
)
from crmdesk.providers.info import KindInfo, ProviderInfo, ProviderSettings
from crmdesk.providers.mapping.record_map import RecordMap
from crmdesk.providers.wire.answer import Answer
from crmdesk.providers.wire.failures import of_one_record
from crmdesk.providers.wire.transport import Transport


def present(record: RemoteRecord, title: str) -> RemoteRecord:
    """The record, unless its CRM, named by `title`, keeps it marked as deleted. Raises RemoteGone."""
    if record.deleted:
        raise RemoteGone(f"{title} has it marked as deleted.")
    return record


def fingerprint(provider: str, known: str) -> str:
    """By what two sign-ins of a provider are told apart, made of what only this one has; it gives nothing away."""
    return sha256(f"crmdesk {provider} {known}".encode()).hexdigest()[:24]


class OverTransport:
    """The part of a provider that is the same for all of them."""

    info: ClassVar[ProviderInfo]

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._kinds: dict[Kind, KindInfo] = {}
        self._maps: dict[Kind, RecordMap] = {}
        self.found: dict[str, str] = {}
        transport.ask_who_with(self.whoami)

    def _hold(self, *known: tuple[KindInfo, RecordMap]) -> None:
        """Take these for what the account can do with each kind, and for how its records are read."""
        self._kinds = {info.kind: info for info, _ in known}
        self._maps = {info.kind: records for info, records in known}

    @property
    def _kind(self) -> KindInfo:
        """What it can do with contacts, which many CRMs have alone."""
        return self._kinds[Kind.CONTACT]

    @property
    def _map(self) -> RecordMap:
        return self._maps[Kind.CONTACT]

    def kind_info(self, kind: Kind) -> KindInfo:
        """What this account can do with a kind. Raises Unsupported."""
        if kind not in self._kinds:
            raise Unsupported(f"{self.info.title} has no {kind.plural} for the desk.")
        return self._kinds[kind]

    def identify(self, kind: Kind, payload: bytes) -> RemoteId:
        """The record's id. Raises BadRecord."""
        return self._maps[kind].identify(payload)

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The record a payload stands for. Raises BadRecord."""
        return self._maps[kind].read(payload)

    def _asked_for(self, record: RemoteRecord, id: RemoteId, answer: Answer | None = None) -> RemoteRecord:
        """The record that was read. Raises BadResponse where the CRM gave another one."""
        if record.id != id:
            why = f"{self.info.title} answered with another record than the one asked for."
            raise BadResponse(why, detail=answer.sample() if answer else None)
        return record

    async def whoami(self) -> Identity:
        """Ask who signs in; each provider says how."""
        raise Unsupported("This CRM does not say who signs in.")

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one record whole; each provider says how."""
        raise Unsupported("This CRM cannot read one record by itself.")

    async def choices(self) -> Choices | None:
        """Most sign-ins open one account of their CRM."""
        return None

    async def discover(self) -> ProviderSettings:
        """Most CRMs are alike for all accounts: there is nothing to find out."""
        return {}

    async def detail(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """`fetch` for a pull, which waits for what is urgent."""
        return await self.fetch(kind, id)

    async def register(self, registration: Registration) -> Registered:
        """Put a contact down for an event; few CRMs can."""
        raise Unsupported("This CRM takes no registrations for events.")

    async def details(self, kind: Kind, ids: Sequence[RemoteId]) -> Sequence[RemoteRecord | BadRecord]:
        """Read records one by one, as many at once as the limits allow; those that are gone are left out."""
        found: dict[RemoteId, RemoteRecord | BadRecord] = {}

        async def read(remote_id: RemoteId) -> None:
            try:
                found[remote_id] = await self.detail(kind, remote_id)
            except BadRecord as bad:
                bad.remote_id = remote_id
                found[remote_id] = bad
            except RemoteGone:
                return
            except ProviderError as failure:
                if not of_one_record(failure):
                    raise
                found[remote_id] = Unopened(failure, remote_id)

        try:
            async with asyncio.TaskGroup() as group:
                for remote_id in ids:
                    group.create_task(read(remote_id))
        except* ProviderError as failures:
            # All of them are of one CRM and one moment: the first tells the engine what to do.
            raise failures.exceptions[0] from None
        return [found[remote_id] for remote_id in ids if remote_id in found]

    async def looked_up(self, kind: Kind, ids: Sequence[RemoteId]) -> list[RemoteRecord]:
        """What a look-up found, read whole. Raises where one cannot be read: it may be the very one that is meant."""
        found = await self.details(kind, ids)
        if unopened := next((one for one in found if isinstance(one, Unopened)), None):
            raise unopened.failure
        return [one for one in found if isinstance(one, RemoteRecord)]

    async def remove(self, kind: Kind, id: RemoteId, deleting: Awaitable[Any]) -> None:
        """Carry out a deletion, which is done where the record cannot be read any more, whatever the answer says.

        Raises OutcomeUnknown where it can still be read, and Unsupported where the answer was “not found” besides: then
        this account's API has no such call.
        """
        refused: RemoteGone | None = None
        try:
            await deleting
        except RemoteGone as error:
            refused = error
        if await self.is_gone(kind, id):
            return
        if refused is None:
            raise OutcomeUnknown(f"{self.info.title} still shows it after it was asked to delete it.")
        raise Unsupported(f"{self.info.title} still has it, but no such call for this account: {refused.why}")

    async def is_gone(self, kind: Kind, id: RemoteId) -> bool:
        """Whether a record cannot be read any more."""
        try:
            await self.fetch(kind, id)
        except RemoteGone:
            return True
        return False

    @property
    def requests(self) -> int:
        """How many requests were sent since the connection was opened, retries included."""
        return self._transport.sent

    @property
    def pause_left(self) -> float:
        """Seconds until the CRM may be called again; 0 when it may be called now."""
        return self._transport.pause_left

    def block(self, seconds: float) -> None:
        """Send nothing for that long, as for a pause that the CRM asked for before the last start."""
        self._transport.block(seconds)

    async def close(self) -> None:
        """Release connections."""
        await self._transport.close()
