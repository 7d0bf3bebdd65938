"""Connecting the organisation's CRM API: its address, its key, and what its server's own words mean."""

from __future__ import annotations

import msgspec

from crmdesk.errors import AlreadyExists, ProviderError, Rejected, Unsupported
from crmdesk.providers.contract import Access, Provider
from crmdesk.providers.crm_api.info import INFO, ROOT, base_url, kind_infos
from crmdesk.providers.crm_api.provider import CrmApi
from crmdesk.providers.info import KindInfo, ProviderSettings, Secrets
from crmdesk.providers.wire.answer import UNREADABLE, Answer
from crmdesk.providers.wire.failures import Failures
from crmdesk.providers.wire.transport import transport_for


class _Thrown(msgspec.Struct):
    details: str = ""
    error: str = ""


_THROWN = msgspec.json.Decoder(_Thrown)


def failure_told(answer: Answer, on: Failures) -> ProviderError | None:
    """What the server's own words say beyond its status.

    A 404 without them is its router's: there is no such call. A 500 tells what its code threw in `details`, to a
    change in `error`; that undoes whatever it had begun.
    """
    if answer.status in (404, 405) and answer.status not in on and not answer.message():
        return Unsupported(f"{answer.place} does not know this call.", detail=answer.sample())
    if answer.status != 500 or answer.safe:
        return None
    try:
        thrown = _THROWN.decode(answer.body)
    except UNREADABLE:
        return None
    details = thrown.details or thrown.error
    if "already exists" in details:
        return AlreadyExists(f"{answer.place} says: {details}", detail=answer.sample())
    if "ValidationError" in details or "not found" in details:
        return Rejected(f"{answer.place} refused the values: {details[:120]}", detail=answer.sample())
    return None


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one organisation. Raises UserInputError."""
    key = secrets["key"]
    headers = {"Authorization": f"Bearer {key}"}
    transport = transport_for(access, base_url(settings) + ROOT, headers, INFO.limits, (key,), judge=failure_told)
    return CrmApi(transport, settings, key)


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind."""
    return kind_infos(settings)


__all__ = ["base_url", "connect", "failure_told", "kinds"]
