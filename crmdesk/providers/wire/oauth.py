"""OAuth 2 for a program on the user's computer: the browser signs in, tokens are kept and renewed.

Sources: RFC 8252 (native apps), RFC 7636 (PKCE), RFC 6749 (codes, errors, refreshing), RFC 6819 5.2.2.3 (refresh
tokens that change). No client library stands between: what is left to do is two forms, and the one at hand accepts an
answer with a wrong state where it was given none to compare.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

import msgspec

from crmdesk.domain.clock import Clock, SystemClock
from crmdesk.errors import AuthRequired, BadResponse, OutcomeUnknown, ProviderError, RateLimited, Rejected, Unavailable
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.contract import TokenStore
from crmdesk.providers.info import Limits
from crmdesk.providers.wire.answer import redacted
from crmdesk.providers.wire.loopback import Loopback, PageOf, Query
from crmdesk.providers.wire.renewal import TokenSigner
from crmdesk.providers.wire.transport import Transport

PATIENCE = 180.0  # seconds for a person to sign in
EARLY = 60.0  # seconds before its end at which an access token is renewed, or half its life if that is shorter
LIFETIME = 3600.0  # seconds, where the CRM names none
_LATER = timedelta(seconds=15)  # a renewal that failed for a while is not tried with every request
_LIMITS = Limits(per_second=None, concurrent=1, max_bytes=1024 * 1024)
_REFUSALS = {400: AuthRequired, 401: AuthRequired, 403: AuthRequired, 404: BadResponse}
_ADDRESS = "Check the token address of the account; if it is right, try again later."
_AGAIN = "Sign in again: the desk opens the browser for it."

Tokens = dict[str, str]


@dataclass(frozen=True, slots=True)
class OAuthClient:
    """An application as the CRM knows it, and where to sign in; `title` names the CRM for people.

    `redirect_uri` None takes any free port of this computer.
    """

    title: str
    auth_url: str
    token_url: str
    client_id: str
    client_secret: str
    scope: str
    redirect_uri: str | None = None


class _Granted(msgspec.Struct):
    access_token: str = ""
    refresh_token: str | None = None
    expires_in: float | str | None = None
    error: str | None = None


_GRANTED = msgspec.json.Decoder(_Granted)


class TokenEndpoint:
    """Where codes and refresh tokens are turned into access tokens."""

    def __init__(self, client: OAuthClient, clock: Clock) -> None:
        self._client, self._clock = client, clock
        self._transport = Transport(client.token_url, {}, _LIMITS, clock=clock, secrets=(client.client_secret,))

    async def redeem(self, code: str, verifier: str, redirect_uri: str) -> Tokens:
        """The tokens for a code. Raises AuthRequired, Unavailable, BadResponse."""
        proof = {"code": code, "code_verifier": verifier, "redirect_uri": redirect_uri}
        return await self._ask({"grant_type": "authorization_code", **proof})

    async def refresh(self, token: str) -> Tokens:
        """The tokens for a refresh token. Raises AuthRequired, Unavailable, BadResponse."""
        return await self._ask({"grant_type": "refresh_token", "refresh_token": token})

    async def close(self) -> None:
        """Release connections."""
        await self._transport.close()

    async def _ask(self, form: Mapping[str, str]) -> Tokens:
        client = {"client_id": self._client.client_id, "client_secret": self._client.client_secret}
        try:
            answer = await self._transport.request("POST", "", form={**form, **client}, on=_REFUSALS)
        except (OutcomeUnknown, Rejected) as lost:
            raise Unavailable(
                f"{self._client.title} did not answer the sign-in: {lost.why}", detail=lost.detail
            ) from None
        except AuthRequired as refused:
            raise AuthRequired(
                f"{self._client.title} did not accept the sign-in ({refused.why})", next=_AGAIN, detail=refused.detail
            ) from None
        except BadResponse as wrong:
            raise BadResponse(wrong.why, next=_ADDRESS, detail=wrong.detail) from None
        granted = answer.decode(_GRANTED)
        if not granted.access_token:
            raise AuthRequired(f"{self._client.title} gave no access.", next=_AGAIN, detail=answer.sample())
        lifetime = _seconds(granted.expires_in)
        now = self._clock.now()
        tokens = {
            "access_token": granted.access_token,
            "ends_at": (now + timedelta(seconds=lifetime)).isoformat(),
            "renew_at": (now + timedelta(seconds=max(lifetime - EARLY, lifetime / 2))).isoformat(),
        }
        return tokens | ({"refresh_token": granted.refresh_token} if granted.refresh_token else {})


class OAuthSigner(TokenSigner):
    """Signs with an access token, renewed before it ends or when refused; new tokens are kept before they are used.

    A refresh token that was replaced stays beside the new one until that one's access token has worked.
    """

    def __init__(
        self,
        client: OAuthClient,
        store: TokenStore | None,
        clock: Clock | None = None,
        protect: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(protect)
        self._title, self._store, self._clock = client.title, store, clock or SystemClock()
        self._endpoint = TokenEndpoint(client, self._clock)
        self._renew_at: datetime | None = None
        self._unproven = False

    def due(self) -> bool:
        """Whether the access token is near its end."""
        return self._renew_at is not None and self._clock.now() >= self._renew_at

    async def obtain(self, refused: str | None) -> str:
        """The access token that is kept, or a new one for the refresh token. Raises AuthRequired, Unavailable."""
        kept = await self._store.load() if self._store is not None else None
        if not kept or not kept.get("access_token"):
            raise AuthRequired(f"Nobody has signed in to {self._title} in the browser yet.", next=_AGAIN)
        if kept["access_token"] != refused and self._clock.now() < _moment(kept.get("renew_at")):
            return self._taken(kept)  # another connection of this account may have renewed it
        try:
            return self._taken(await self._renewed(kept))
        except (Unavailable, RateLimited, BadResponse):
            if refused is not None or self._clock.now() >= _moment(kept.get("ends_at")):
                raise
            self._taken(kept)
            self._renew_at = self._clock.now() + _LATER
            return kept["access_token"]

    async def worked(self, headers: Mapping[str, str]) -> None:
        """Forget the replaced refresh token once the new access token was accepted."""
        if not self._unproven or headers.get("Authorization") != f"Bearer {self._token}" or self._store is None:
            return
        self._unproven = False
        kept = await self._store.load()
        if kept and kept.get("access_token") == self._token and "previous_refresh_token" in kept:
            await self._store.save({key: text for key, text in kept.items() if key != "previous_refresh_token"})

    async def close(self) -> None:
        """Release connections."""
        await self._endpoint.close()

    def _taken(self, tokens: Mapping[str, str]) -> str:
        self.keep_secret(*(tokens.get(name) for name in ("refresh_token", "previous_refresh_token")))
        self._renew_at = _moment(tokens.get("renew_at"))
        self._unproven = "previous_refresh_token" in tokens
        return tokens["access_token"]

    async def _renewed(self, kept: Tokens) -> Tokens:
        assert self._store is not None
        fresh = await self._refreshed(kept)
        renewed = {**kept, **fresh}
        if renewed.get("refresh_token") != kept.get("refresh_token"):
            renewed["previous_refresh_token"] = kept["refresh_token"]
        await self._store.save(renewed)
        return renewed

    async def _refreshed(self, kept: Tokens) -> Tokens:
        if not kept.get("refresh_token"):
            raise AuthRequired(f"The sign-in to {self._title} has ended.", next=_AGAIN)
        try:
            return await self._endpoint.refresh(kept["refresh_token"])
        except AuthRequired:
            if "previous_refresh_token" not in kept:
                raise
            return await self._endpoint.refresh(kept["previous_refresh_token"])


async def authorize(
    client: OAuthClient,
    open_browser: Callable[[str], object],
    *,
    clock: Clock | None = None,
    patience: float = PATIENCE,
) -> Tokens:
    """Let a person sign in with the browser, and return the tokens for a TokenStore; cancelling ends it at once.

    `open_browser` is given the address; False from it means that none could be opened. Raises AuthRequired (refused, a
    wrong answer, or none within `patience` seconds), UserInputError (addresses), Unavailable, BadResponse.
    """
    sign_in = _SignIn(client, clock or SystemClock())
    parse_address(client.auth_url, any_path=True)
    endpoint = TokenEndpoint(client, clock or SystemClock())
    try:
        async with asyncio.timeout(patience), Loopback(client.redirect_uri, sign_in.take) as loopback:
            if open_browser(sign_in.address(loopback.redirect_uri)) is False:
                raise Unavailable("No browser could be opened for the sign-in.")
            code = await sign_in.code
            try:
                tokens = await endpoint.redeem(code, sign_in.verifier, loopback.redirect_uri)
            except ProviderError:
                sign_in.end(False)
                raise
            sign_in.end(True)
            return tokens
    except TimeoutError:
        waited = f"{patience / 60:.0f} minutes" if patience >= 120 else f"{patience:.0f} seconds"
        raise AuthRequired(f"The sign-in in the browser was not finished within {waited}.", next=_AGAIN) from None
    finally:
        sign_in.end(False)
        await endpoint.close()


class _SignIn:
    """One attempt: its secrets, the one answer it takes, and how it ended."""

    def __init__(self, client: OAuthClient, clock: Clock) -> None:
        self._client = client
        self._state, self.verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
        loop = asyncio.get_running_loop()
        self.code: asyncio.Future[str] = loop.create_future()
        self._ended: asyncio.Future[bool] = loop.create_future()

    def address(self, redirect_uri: str) -> str:
        """What the browser opens."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self._client.client_id,
            "redirect_uri": redirect_uri,
            "scope": self._client.scope,
            "state": self._state,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return f"{self._client.auth_url}{'&' if '?' in self._client.auth_url else '?'}{urlencode(asked)}"

    def end(self, well: bool) -> None:
        """Tell the waiting page how it ended; the first word counts."""
        if not self._ended.done():
            self._ended.set_result(well)
        if not self.code.cancel() and not self.code.cancelled():
            self.code.exception()  # taken note of, though nobody may have waited for it

    async def take(self, query: Query) -> PageOf:
        """The browser's answer: taken once, compared, and answered when its code was redeemed."""
        title = self._client.title
        if not query.keys() & {"code", "error", "state"}:
            return 404, "Nothing here", f"The sign-in to {title} goes on in another tab."
        if self.code.done():
            return 409, "Answered already", "This sign-in had its answer. Close this tab and go back to CRM Desk."
        if not hmac.compare_digest(query.get("state", "").encode(), self._state.encode()):
            # Any program of this computer can call here: what does not know the state ends nobody's sign-in.
            return (
                400,
                "This answer was not accepted",
                "It belongs to another sign-in; this one goes on in its own tab.",
            )
        if "error" in query or not query.get("code"):
            said = " ".join(query.get("error_description", query.get("error", "no code")).split())
            reason = redacted(said, (self._client.client_secret, self._state))[:200]
            self._fail(f"{title} did not grant access: {reason}.")
            return (
                200,
                f"{title} did not grant access",
                "Nothing was connected. Close this tab and go back to CRM Desk.",
            )
        self.code.set_result(query["code"])
        if await asyncio.shield(self._ended):
            return 200, f"You are signed in to {title}", "Close this tab and go back to CRM Desk."
        return 200, "The sign-in did not work", "CRM Desk says why. Close this tab and go back to it."

    def _fail(self, why: str) -> None:
        self.code.set_exception(AuthRequired(why, next=_AGAIN))


def _seconds(told: float | str | None) -> float:
    try:
        seconds = float(told if told is not None else LIFETIME)
    except ValueError:
        return LIFETIME
    return min(seconds, 10 * 365 * 86400.0) if seconds > 0 else LIFETIME


def _moment(text: str | None) -> datetime:
    return datetime.fromisoformat(text or "1970-01-01T00:00:00+00:00")
