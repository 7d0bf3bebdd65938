"""The demo Rex as one public project imagined it: OAuth 2 in the browser and a plain list of contacts.

Nobody has seen a real service answer so. Source: that project's own description, RFC 6749 (errors, codes used once),
RFC 7636 (PKCE) and RFC 6819 5.2.2.3 (refresh tokens that change with every use).
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from crmdesk.demo.rex.site import LIST, RexSite
from crmdesk.demo.site.answers import Refused, answer

LIFETIME = 3600  # seconds that an access token works


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an authorization was asked for with; its code must come back with the same."""

    redirect_uri: str
    challenge: str


class OAuthApi:
    """Consent, tokens and the list."""

    def __init__(self, rex: RexSite) -> None:
        self._rex = rex
        self._codes: dict[str, _Asked] = {}

    def routes(self) -> list[Route]:
        """The two OAuth endpoints and the list."""
        return [
            Route("/oauth/authorize", self._authorize),
            Route("/oauth/token", self._token, methods=["POST"]),
            Route(LIST, self._list),
        ]

    async def _authorize(self, request: Request) -> Response:
        """The page on which a person allows or refuses; with `decision`, what follows."""
        asked = dict(request.query_params)
        if asked.get("client_id") != self._rex.client_id or not asked.get("redirect_uri"):
            return HTMLResponse("<h1>Unknown application</h1>", 400)
        decision = asked.pop("decision", "")
        if not decision:
            ways = {way: urlencode({**asked, "decision": way}) for way in ("allow", "refuse")}
            links = [f'<a href="/oauth/authorize?{html.escape(query)}">{way}</a>' for way, query in ways.items()]
            return HTMLResponse(f"<h1>CRM Desk wants to read your Rex contacts</h1><p>{' '.join(links)}</p>")
        back = {"state": asked.get("state", "")}
        if decision != "allow":
            back |= {"error": "access_denied", "error_description": "The user said no"}
        elif asked.get("code_challenge_method") != "S256" or not asked.get("code_challenge"):
            back |= {"error": "invalid_request", "error_description": "code_challenge required"}
        else:
            code = self._rex.fresh("code")
            self._codes[code] = _Asked(asked["redirect_uri"], asked["code_challenge"])
            back["code"] = code
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", 302)

    async def _token(self, request: Request) -> Response:
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode("ascii", "replace")).items()}
        try:
            if (form.get("client_id"), form.get("client_secret")) != (self._rex.client_id, self._rex.client_secret):
                raise Refused(401, "invalid_client")
            if form.get("grant_type") == "authorization_code":
                self._redeem(form)
                return answer(self._rex.grant())
            if form.get("grant_type") == "refresh_token":
                return answer(self._rex.renew(form.get("refresh_token", "")))
            raise Refused(400, "unsupported_grant_type")
        except Refused as refused:
            return answer({"error": refused.message}, refused.status)

    def _redeem(self, form: Mapping[str, str]) -> None:
        asked = self._codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or (asked.redirect_uri, asked.challenge) != (form.get("redirect_uri"), challenge):
            raise Refused(400, "invalid_grant")

    async def _list(self, request: Request) -> Response:
        try:
            self._rex.check_access(request.headers.get("authorization", ""))
        except Refused as refused:
            return answer(self._rex.error_body(LIST, refused.status, refused.message), refused.status)
        since = request.query_params.get("updated_since", "")
        book = self._rex.book
        with book.lock:
            items = book.page("list", 0, book.count)
            if since:
                moments = book.page("moment", 0, book.count)
                items = [item for item, moment in zip(items, moments, strict=True) if moment.decode()[1:-1] >= since]
        shape = self._rex.options.list_shape
        body = b"[" + b",".join(items) + b"]"
        return answer(body if shape == "array" else b'{"%s":%s}' % (shape.encode(), body))
