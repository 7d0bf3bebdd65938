"""One message posted to an address that somebody gave: nothing is followed, and a public name stays public.

A name is resolved here, every address that it leads to is looked at, and the connection goes to the very address that
was looked at, never to the name: what the name says a moment later changes nothing. No proxy of the system is used,
since nobody could look at where that one connects to.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crmdesk import __version__
from crmdesk.errors import UserInputError
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.contract import Posted
from crmdesk.providers.wire.failures import retry_after

if TYPE_CHECKING:
    import httpx

SECONDS = 15.0  # from the look-up of the name to the status of the answer
_EMBEDDING = ipaddress.ip_network("64:ff9b::/96")  # addresses of IPv4 behind a translator (RFC 6052)
_PRIVATE_DOMAINS = frozenset({"localhost", "local", "internal", "lan", "home", "arpa", "invalid"})  # RFC 6761, 6762
_IP = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a message goes: how it is named, and where that was found."""

    url: str
    host: str
    port: int
    tls: bool
    authority: str

    def at(self, ip: str) -> str:
        """The same place by one of its addresses."""
        parts = urlsplit(self.url)
        shown = f"[{ip}]" if ":" in ip else ip
        return parts._replace(netloc=f"{shown}:{self.port}", fragment="").geturl()


def check_target(url: str, *, local: bool) -> str:
    """The address in the form that is stored. Raises UserInputError for one that could never be posted to.

    Without `local` it is https, and its host is no address of this computer or of a private network.
    """
    target = _taken_apart(url, local=local)
    if not local and not _may_be_public(target.host):
        raise UserInputError(
            f"{target.host} is this computer or lies in a private network, where no key may send anything.",
            what="The hook was not made",
            next="Make it in the window, or with `crmdesk api hooks add --local`.",
        )
    return target.url


async def post(url: str, body: bytes, headers: Mapping[str, str], *, local: bool) -> Posted:
    """Post one message and read what comes of it; raises nothing for what the target does."""
    try:
        target = _taken_apart(url, local=local)
        async with asyncio.timeout(SECONDS):
            found = await _resolved(target)
            refused = None if local else next((ip for ip in found if not is_public(ip)), None)
            if refused is not None:
                return Posted(None, f"{target.host} leads to {refused}, which is no public address")
            return await _post_to(target, found, body, headers)
    except UserInputError as error:
        return Posted(None, error.why)
    except TimeoutError:
        return Posted(None, f"no answer within {SECONDS:.0f} seconds")
    except OSError as error:
        return Posted(None, f"the name of the host was not found: {error.strerror or type(error).__name__}")


def is_public(ip: _IP) -> bool:
    """Whether an address is one of the public internet, also where it holds another one."""
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _EMBEDDING:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast


def _taken_apart(url: str, *, local: bool) -> _Target:
    text = url.strip()
    parts = urlsplit(text) if text.isprintable() and "\\" not in text else urlsplit("")
    if parts.scheme not in ("https", "http") or not parts.hostname or "@" in parts.netloc or " " in text:
        raise UserInputError(
            "A hook is sent to https://host[:port][/path], without a user name in it.", what="The hook was not made"
        )
    if parts.scheme == "http" and not local:
        raise UserInputError("A hook is sent over https://; http:// is for your own computer and network alone.")
    address = parse_address(f"https://{parts.netloc}", any_path=True)  # its host in one form
    port = parts.port or (443 if parts.scheme == "https" else 80)
    usual = port == (443 if parts.scheme == "https" else 80)
    shown = f"[{address.host}]" if ":" in address.host else address.host
    authority = shown if usual else f"{shown}:{port}"
    clean = parts._replace(netloc=authority, path=parts.path or "/", fragment="").geturl()
    return _Target(clean, address.host, port, parts.scheme == "https", authority)


def _may_be_public(host: str) -> bool:
    """Whether a host may be one of the public internet, before anybody is asked where it is."""
    literal = _as_ip(host)
    if literal is not None:
        return is_public(literal)
    labels = host.rstrip(".").split(".")
    # A name of the public internet has a domain that is no number: 0, 127.1 and 0x7f000001 are spellings of addresses.
    return len(labels) > 1 and not labels[-1][:1].isdigit() and labels[-1] not in _PRIVATE_DOMAINS


async def _resolved(target: _Target) -> Sequence[_IP]:
    literal = _as_ip(target.host)
    if literal is not None:
        return [literal]
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(place[0]).partition("%")[0]) for *_, place in found]


def _as_ip(host: str) -> _IP | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


async def _post_to(target: _Target, found: Sequence[_IP], body: bytes, headers: Mapping[str, str]) -> Posted:
    import httpx

    trusted = await asyncio.to_thread(_trusting) if target.tls else False
    sent = {
        "Content-Type": "application/json",
        "User-Agent": f"CRM-Desk/{__version__}",
        "Accept-Encoding": "identity",
        "Host": target.authority,
        **headers,
    }
    failed = "no connection came about"
    async with httpx.AsyncClient(verify=trusted, trust_env=False, timeout=SECONDS) as client:
        for ip in dict.fromkeys(map(str, found)):
            extensions = {"sni_hostname": target.host} if target.tls else {}
            request = client.build_request("POST", target.at(ip), content=body, headers=sent, extensions=extensions)
            try:
                return await _answered(await client.send(request, stream=True))
            except httpx.ConnectError as error:
                failed = _why(error)
            except httpx.TimeoutException:
                raise TimeoutError from None
            except (httpx.TransportError, httpx.InvalidURL, ssl.SSLError, UnicodeError) as error:
                return Posted(None, f"the connection broke: {type(error).__name__}")
    return Posted(None, failed)


async def _answered(response: httpx.Response) -> Posted:
    """Its status says it all: the body may hang, be cut off or never end, and is not read."""
    await response.aclose()
    wait = retry_after(response.headers.get("retry-after"), datetime.now(UTC))
    return Posted(response.status_code, wait=wait)


def _why(error: Exception) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate cannot be trusted: {cause.verify_message or 'it is not trusted'}"
        cause = cause.__cause__ or cause.__context__
    return "no connection came about"


@cache
def _trusting() -> ssl.SSLContext:
    import truststore  # 7 ms

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
