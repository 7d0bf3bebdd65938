"""Connecting an MRI Vault account: which API, which address, which credentials go where."""

from __future__ import annotations

from dataclasses import replace

from crmdesk.errors import AuthRequired, ProviderError
from crmdesk.providers.address import parse_address
from crmdesk.providers.answer import Answer
from crmdesk.providers.contract import Access, KindInfo, Limits, Provider, ProviderSettings, Secrets
from crmdesk.providers.failures import Failures
from crmdesk.providers.mri_info import BASE, INFO, ZENA_BASE, is_zena, kind_infos
from crmdesk.providers.mri_vault import MriVault
from crmdesk.providers.mri_zena import MriZena
from crmdesk.providers.transport import Transport

_ROOT = "/api/v1.3"


def judged(answer: Answer, on: Failures) -> ProviderError | None:
    """Which of the two credentials was refused: MRI Vault answers 401 to the token and 403 to the key."""
    said = answer.message()
    words = f": {said}" if said else "."
    if answer.status == 401:
        return AuthRequired(
            f"{answer.place} refused the access token{words}",
            next="The access token is made in MRI Vault: Office, Integrations, Third-Party Access.",
            detail=answer.sample(),
        )
    if answer.status == 403 and on.get(403) is AuthRequired:
        return AuthRequired(
            f"{answer.place} refused the API key, or the key may not read this{words}",
            next="The API key is the integrator's key that MRI gave out, not the access token.",
            detail=answer.sample(),
        )
    return None


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one account. Raises UserInputError."""
    key, token = secrets["api_key"], secrets.get("token", "")
    zena = is_zena(settings)
    headers = {"Authorization": f"Bearer {key if zena else token}"} | ({} if zena else {"X-Api-Key": key})
    transport = Transport(
        base_url(settings),
        headers,
        limits(settings),
        clock=access.clock,
        secrets=tuple(filter(None, (key, token))),
        budget=access.budget,
        judge=None if zena else judged,
    )
    return MriZena(transport, settings, key) if zena else MriVault(transport, settings, token)


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind."""
    return kind_infos(settings)


def limits(settings: ProviderSettings) -> Limits:
    """What an account may call; of the Zena dialect no quota is known."""
    return replace(INFO.limits, windows=(), counted_by="") if is_zena(settings) else INFO.limits


def base_url(settings: ProviderSettings) -> str:
    """Everything up to `/api/v1.3`; for the Zena dialect the instance's origin. Raises UserInputError."""
    given = settings.get("base_url") or (ZENA_BASE if is_zena(settings) else BASE)
    if is_zena(settings) and given == BASE:
        given = ZENA_BASE
    address = parse_address(given)
    if is_zena(settings):
        return address.origin + ("" if address.path in ("/api", "/api/v1") else address.path)
    return address.origin + (address.path or _ROOT)
