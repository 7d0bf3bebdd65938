"""Connecting an MRI Vault account: which API, which address, which credentials go where."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.errors import UserInputError
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.contract import Access, Provider
from crmdesk.providers.info import KindInfo, Limits, ProviderSettings, Secrets
from crmdesk.providers.mri_vault.info import BASE, INFO, UK_BASE, is_zena, kind_infos
from crmdesk.providers.mri_vault.members import CONTACT, spoken
from crmdesk.providers.mri_vault.properties import SENT_WHOLE, unshown
from crmdesk.providers.mri_vault.provider import MriVault
from crmdesk.providers.mri_vault.write_shapes import has_email, is_unwritten
from crmdesk.providers.mri_vault.zena import MriZena
from crmdesk.providers.wire.transport import transport_for

_ROOT = "/api/v1.3"
_CREDENTIALS = {401: "access token", 403: "API key"}  # which of the two such a status refuses


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one account. Raises UserInputError."""
    key, token = secrets["api_key"], secrets.get("token", "")
    zena = is_zena(settings)
    headers = {"Authorization": f"Bearer {key if zena else token}"} | ({} if zena else {"X-Api-Key": key})
    hidden, named = tuple(filter(None, (key, token))), {} if zena else _CREDENTIALS
    transport = transport_for(access, base_url(settings), headers, limits(settings), hidden, credentials=named)
    return MriZena(transport, settings, key) if zena else MriVault(transport, settings, token)


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind."""
    return kind_infos(settings)


def at_risk(settings: ProviderSettings, kind: Kind, payload: bytes, fields: Collection[str]) -> tuple[str, ...]:
    """What a change may empty in MRI Vault: what its answers do not show, and addresses that no write takes.

    Described by the vendor; whether what is left out is emptied is not, and nobody has shown it.
    """
    if is_zena(settings):
        return ()
    document = msgspec.json.decode(payload)
    if kind is Kind.CONTACT:
        found = () if "editableBy" in document or has_email(document) else CONTACT.unshown
        places = [name for name in ("address", "postalAddress") if is_unwritten(document.get(name))]
        return tuple(map(spoken, (*places, *sorted(found))))
    if kind is Kind.PROPERTY and SENT_WHOLE & set(fields):
        place = ["address"] if is_unwritten(document.get("address")) else []
        return tuple(map(spoken, (*place, *unshown(document))))
    return ()


def limits(settings: ProviderSettings) -> Limits:
    """What an account may call; of the Zena dialect no quota is known."""
    return replace(INFO.limits, windows=(), counted_by="") if is_zena(settings) else INFO.limits


def base_url(settings: ProviderSettings) -> str:
    """Everything up to `/api/v1.3`; for the Zena dialect the instance's origin. Raises UserInputError."""
    given = settings.get("base_url") or BASE
    if is_zena(settings) and given in (BASE, UK_BASE):
        raise UserInputError(
            "The Zena dialect of MRI Vault has no address of its own: it needs the one of your instance.",
            next="Give the base address, such as https://vault.example.com.",
        )
    address = parse_address(given)
    if is_zena(settings):
        return address.origin + ("" if address.path in ("/api", "/api/v1") else address.path)
    return address.origin + (address.path or _ROOT)
