"""Connecting a Dex account: which API, which address, which header holds the key."""

from __future__ import annotations

from crmdesk.errors import UserInputError
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.contract import Access, Provider
from crmdesk.providers.dex.info import INFO, LEGACY_BASE, LEGACY_FIELDS, V1_BASE, contact_info, v1_rows
from crmdesk.providers.dex.legacy import DexLegacy
from crmdesk.providers.dex.provider import Dex
from crmdesk.providers.info import KindInfo, ProviderSettings, Secrets
from crmdesk.providers.mapping.record_map import with_overrides
from crmdesk.providers.wire.transport import transport_for

_REST = "/api/rest"


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one account. Raises UserInputError."""
    key = secrets["key"]
    legacy = settings.get("api") == "legacy"
    if legacy and key.startswith("dex_"):
        raise UserInputError("This key is for Dex's current API (v1), not for the legacy one.", next="Set api=v1.")
    headers = {"x-hasura-dex-api-key": key} if legacy else {"Authorization": f"Bearer {key}"}
    transport = transport_for(access, base_url(settings), headers, INFO.limits, (key,))
    return DexLegacy(transport, settings, key) if legacy else Dex(transport, settings, key)


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind."""
    legacy = settings.get("api") == "legacy"
    return (contact_info(with_overrides(LEGACY_FIELDS, settings) if legacy else v1_rows(settings), settings),)


def base_url(settings: ProviderSettings) -> str:
    """The origin for v1, everything up to `/api/rest` for legacy. Raises UserInputError."""
    legacy = settings.get("api") == "legacy"
    given = settings.get("base_url") or V1_BASE
    if legacy and given == V1_BASE:
        given = LEGACY_BASE
    address = parse_address(given)
    path = address.path
    if legacy and not path:
        path = _REST
    if not legacy and path in ("/v1", "/v1/contacts"):
        path = ""
    return address.origin + path
