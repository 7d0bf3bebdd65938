"""Looking for what a create may meet: in the CRM, or, where that cannot be searched, among what was pulled from it."""

from __future__ import annotations

from contextlib import aclosing

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Presence
from crmdesk.domain.values import texts
from crmdesk.errors import AlreadyExists, OutcomeUnknown, ProviderError, Rejected, RemoteGone
from crmdesk.providers.contract import BadRecord, LookupKey, RemoteId, RemoteRecord
from crmdesk.sync.attempt import Attempt


async def find(attempt: Attempt, kind: Kind, key: LookupKey) -> list[RemoteRecord]:
    """The records that may already be the one to be created, as they stand in the CRM now."""
    if attempt.provider.kind_info(kind).searches:
        return list(await attempt.provider.find(kind, key))
    email = key.email
    if email is None:
        return []
    held = await attempt.store.read(lambda reads: reads.records.with_email(attempt.account.id, [email]))
    found = []
    for record in held:
        if record.remote_id is None or record.kind is not kind or record.presence is Presence.REMOVED:
            continue
        try:
            found.append(await attempt.provider.fetch(kind, RemoteId(record.remote_id)))
        except RemoteGone:
            continue
    return [remote for remote in found if _holds(remote, email)]


async def existing(attempt: Attempt, kind: Kind, key: LookupKey, told: AlreadyExists) -> list[RemoteRecord]:
    """What the CRM says exists already. Raises OutcomeUnknown while only the next list can tell, Rejected for good."""
    if told.remote_id is not None:
        return [await attempt.provider.fetch(kind, RemoteId(told.remote_id))]
    found = await find(attempt, kind, key)
    if not found and key.email is not None:
        if attempt.account.direction.pulls:
            raise OutcomeUnknown(f"{told.why} The next complete sync tells which one it is.") from told
        found = await _listed(attempt, kind, key.email)
    if not found:
        raise Rejected(told.why) from told
    return found


async def _listed(attempt: Attempt, kind: Kind, email: str) -> list[RemoteRecord]:
    """The records with that email out of the whole list, for an account of which nothing is pulled."""
    found: dict[RemoteId, RemoteRecord] = {}
    async with aclosing(attempt.provider.pages(kind, None)) as pages:
        async for page in pages:
            for payload in page.payloads:
                try:
                    remote = attempt.provider.read(kind, payload)
                except BadRecord:
                    continue
                if _holds(remote, email):
                    found[remote.id] = remote
    if not attempt.provider.kind_info(kind).lists_summaries:
        return list(found.values())
    whole = await attempt.provider.details(kind, list(found))
    return [remote for remote in whole if not isinstance(remote, ProviderError)]


def _holds(remote: RemoteRecord, email: str) -> bool:
    wanted = email.strip().casefold()
    return any(wanted == address.strip().casefold() for address in texts(remote.values.get("emails")))
