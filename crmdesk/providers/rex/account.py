"""Connecting a Rex account: its services behind a login, or the OAuth dialect behind the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec

from crmdesk.domain.clock import Clock
from crmdesk.errors import AuthRequired, BadResponse, OutcomeUnknown, Rejected, Unavailable, UserInputError
from crmdesk.providers.base_address import Address, parse_address
from crmdesk.providers.contract import Access, Provider
from crmdesk.providers.info import KindInfo, ProviderSettings, Secrets
from crmdesk.providers.mapping.record_map import with_overrides
from crmdesk.providers.rex.errors import failure_in_envelope
from crmdesk.providers.rex.info import APP, BASE, INFO, LIST_FIELDS, MOCK, RPC_FIELDS, SCOPE, contact_info
from crmdesk.providers.rex.oauth_list import RexList
from crmdesk.providers.rex.provider import Rex
from crmdesk.providers.wire.oauth import OAuthClient, OAuthSigner, Tokens
from crmdesk.providers.wire.oauth import authorize as authorize_client
from crmdesk.providers.wire.renewal import TokenSigner
from crmdesk.providers.wire.transport import Transport, transport_for

_OPTIONS = "use_status_codes=true,use_strict_arguments,add_request_prefixes,strip_response_prefixes"
_ROOT = "/v1/rex"
_LOGIN_FAILURES = {403: AuthRequired, 404: BadResponse}
_WEEK = 7 * 24 * 3600  # seconds that a login lasts


class _Named(msgspec.Struct):
    token: str | None = None


class _Token(msgspec.Struct):
    result: str | _Named | None = None


_TOKENS = msgspec.json.Decoder(_Token)


class Login(TokenSigner):
    """Logs in by email and password, again whenever Rex no longer takes the token; Rex has nothing to renew it by."""

    def __init__(
        self, transport: Transport, secrets: Secrets, account_id: str, protect: Callable[[str], object] | None = None
    ) -> None:
        super().__init__(protect)
        self._transport, self._secrets, self._account_id = transport, secrets, account_id

    async def obtain(self, refused: str | None) -> str:
        """A fresh token. Raises AuthRequired, Unavailable, BadResponse."""
        arguments: dict[str, Any] = {
            "email": self._secrets["email"],
            "password": self._secrets["password"],
            "token_lifetime": _WEEK,
        }
        if self._account_id:
            arguments["account_id"] = int(self._account_id) if self._account_id.isdigit() else self._account_id
        try:
            answer = await self._transport.request(
                "POST", "/Authentication/login", json=arguments, safe=True, signed=False, on=_LOGIN_FAILURES
            )
        except (Rejected, BadResponse) as refusal:
            if "account_id" not in refusal.why:
                raise
            raise AuthRequired(
                "This user belongs to several accounts of Rex.",
                next="Set account_id to the number of the one to be connected.",
                detail=refusal.detail,
            ) from None
        except AuthRequired as refusal:
            raise AuthRequired(refusal.why, next=_elsewhere(self._transport.address), detail=refusal.detail) from None
        except OutcomeUnknown as lost:
            raise Unavailable(lost.why, detail=lost.detail) from None
        result = answer.decode(_TOKENS).result
        token = result.token if isinstance(result, _Named) else result
        if not token:
            raise answer.unusable("Rex answered the login without a token.")
        return token

    async def worked(self, headers: Mapping[str, str]) -> None:
        """Nothing is kept of a login."""

    async def close(self) -> None:
        """The connections are the account's own."""


def _elsewhere(address: Address) -> str:
    """What to try after a refused login: the same user is unknown on the host of another region."""
    others = [place for setting in INFO.settings for place in setting.places if parse_address(place.address) != address]
    named = " or ".join(f"base_url={place.key} ({place.title})" for place in others)
    return f"Check email address and password; an account of another region is on another host: {named}."


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one account. Raises UserInputError."""
    if settings.get("api") == "oauth":
        client = _client(settings, secrets)
        address = parse_address(_endpoint(settings))
        transport = transport_for(access, address.origin, {}, INFO.limits, (secrets["client_secret"],))
        transport.sign_with(OAuthSigner(client, access.tokens, access.clock, access.protect))
        return RexList(transport, settings, address.path, secrets["client_id"])
    headers = {"X-App-Identifier": APP, "X-Api-Option": _OPTIONS}
    hidden = (secrets["password"], secrets["email"])
    transport = transport_for(access, base_url(settings), headers, INFO.limits, hidden, judge=failure_in_envelope)
    transport.sign_with(Login(transport, secrets, settings.get("account_id", ""), access.protect))
    return Rex(transport, settings, secrets["email"])


async def authorize(
    settings: ProviderSettings,
    secrets: Secrets,
    open_browser: Callable[[str], object],
    *,
    clock: Clock | None = None,
) -> Tokens:
    """Let a person sign in to the OAuth dialect with the browser; the tokens belong into the account's TokenStore.

    Raises AuthRequired, UserInputError, Unavailable, BadResponse.
    """
    return await authorize_client(_client(settings, secrets), open_browser, clock=clock)


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind."""
    rows = LIST_FIELDS if settings.get("api") == "oauth" else RPC_FIELDS
    return (contact_info(with_overrides(rows, settings), settings),)


def base_url(settings: ProviderSettings) -> str:
    """Everything up to `/v1/rex`; an origin alone is completed. Raises UserInputError.

    With `mock` only a demo Rex on this computer is taken, so that a trial never reaches the real one.
    """
    address = parse_address(settings.get("base_url") or (MOCK if settings.get("mock") == "1" else BASE))
    others = [settings.get(key) for key in ("auth_url", "token_url", "contacts_endpoint")]
    hosts = {urlsplit(place).hostname for place in (address.origin, *others) if place}
    if settings.get("mock") == "1" and not hosts <= {"127.0.0.1", "::1", "localhost"}:
        raise UserInputError(
            "REX_MOCK=1 stands for the demo Rex, and this is not its address.",
            next="Leave the addresses out: the demo Rex starts by itself.",
        )
    return address.origin + (address.path if address.path not in ("", "/v1") else _ROOT)


def _client(settings: ProviderSettings, secrets: Secrets) -> OAuthClient:
    origin = parse_address(base_url(settings)).origin
    redirect = settings.get("redirect_uri")
    return OAuthClient(
        title=INFO.title,
        auth_url=settings.get("auth_url") or urljoin(origin, "/oauth/authorize"),
        token_url=settings.get("token_url") or urljoin(origin, "/oauth/token"),
        client_id=secrets["client_id"],
        client_secret=secrets["client_secret"],
        scope=settings.get("scope") or SCOPE,
        redirect_uri=redirect or None,
    )


def _endpoint(settings: ProviderSettings) -> str:
    return settings.get("contacts_endpoint") or f"{base_url(settings)}/contacts/list"
