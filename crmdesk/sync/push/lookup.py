"""Looking for what a create may meet: in the CRM, or, where that cannot be searched, among what was pulled from it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import aclosing

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.normal import email_form
from crmdesk.domain.records import Presence
from crmdesk.domain.values import Values, texts
from crmdesk.errors import AlreadyExists, OutcomeUnknown, ProviderError, Rejected, RemoteGone
from crmdesk.providers.contract import BadRecord, LookupKey, RemoteId, RemoteRecord, Unopened
from crmdesk.sync.pull.linking_rule import forms_of
from crmdesk.sync.push.attempt import Attempt


async def find(attempt: Attempt, kind: Kind, key: LookupKey) -> list[RemoteRecord]:
    """The records that may already be the one to be created, as they stand in the CRM now."""
    if attempt.provider.kind_info(kind).searches:
        return list(await attempt.provider.find(kind, key))
    email = key.email
    if email is None:
        return []
    held = await _pulled(attempt, {("emails", email_form(email))})
    return [remote for remote in held if _holds(remote, email)]


async def with_phone(attempt: Attempt, values: Values) -> list[RemoteRecord]:
    """The contacts pulled from the CRM that share a phone with what is to be created, as they stand there now."""
    region = attempt.account.region
    wanted = forms_of(values, {"phones"}, region)
    held = await _pulled(attempt, wanted)
    return [remote for remote in held if wanted & forms_of(remote.values, {"phones"}, region)]


async def _pulled(attempt: Attempt, forms: Collection[tuple[str, str]]) -> list[RemoteRecord]:
    """The account's contacts that held one of these normal forms when they were pulled, read anew."""
    held = await attempt.store.read(
        lambda reads: {one.id: one for field, form in forms for one in reads.records.holding(field, [form])}
    )
    found = []
    for record in held.values():
        gone = record.remote_id is None or record.presence is Presence.REMOVED
        if record.account_id != attempt.account.id or gone:
            continue
        try:
            found.append(await attempt.provider.fetch(record.kind, RemoteId(record.remote_id or "")))
        except RemoteGone:
            continue
    return found


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
    if unopened := next((one for one in whole if isinstance(one, Unopened)), None):
        raise unopened.failure  # it may be the very one that is looked for
    return [remote for remote in whole if not isinstance(remote, ProviderError)]


def _holds(remote: RemoteRecord, email: str) -> bool:
    wanted = email.strip().casefold()
    return any(wanted == address.strip().casefold() for address in texts(remote.values.get("emails")))
