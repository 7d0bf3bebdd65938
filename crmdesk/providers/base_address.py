"""Base addresses of CRMs: what an account may be pointed at, in one written form."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass

_DEFAULT_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Address:
    """A base address taken apart: its origin (scheme, host, port), the path that requests start with, its host."""

    origin: str
    path: str
    host: str
    loopback: bool

    @property
    def text(self) -> str:
        """The address in the one form that is stored and compared."""
        return self.origin + self.path

    def owns(self, url: str) -> bool:
        """Whether an absolute URL lies at this very origin."""
        try:
            return parse_address(url, any_path=True).origin == self.origin
        except UserInputError:
            return False


def parse_address(text: str, *, any_path: bool = False) -> Address:
    """Take a base address apart; `any_path` also allows a query, for redirects.

    Raises UserInputError for anything but `https://host[:port][/path]`; plain `http://` is for this computer alone.
    """
    url = text.strip()
    if "://" not in url:
        raise UserInputError(f"A base address starts with https://, “{_shown(url)}” does not.")
    if any(character.isspace() or ord(character) < 32 or character == "\\" for character in url):
        raise UserInputError("A base address has no blanks, line ends or backslashes in it.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UserInputError(f"“{_shown(url)}” is no address that can be called.") from None
    if "@" in parts.netloc:
        raise UserInputError("A base address holds no user name or password; the key goes into its own field.")
    if (parts.query or parts.fragment) and not any_path:
        raise UserInputError("A base address ends before “?” and “#”.")
    scheme, host = parts.scheme.lower(), _host(parts.hostname)
    loopback = is_loopback(host)
    if scheme == "http" and not loopback:
        raise UserInputError(
            f"http:// would send the key to {host} unencrypted; only this computer itself may be called so.",
            next="Write the address with https://.",
        )
    if scheme not in _DEFAULT_PORTS:
        raise UserInputError(f"A base address starts with https://, not {scheme}://.")
    shown_host = f"[{host}]" if ":" in host else host
    shown_port = "" if port is None or port == _DEFAULT_PORTS[scheme] else f":{port}"
    return Address(f"{scheme}://{shown_host}{shown_port}", parts.path.rstrip("/"), host, loopback)


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this computer itself: 127.0.0.0/8, ::1 or localhost.

    Names below localhost are none: what they lead to is up to each system's resolver.
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host(name: str | None) -> str:
    host = (name or "").rstrip(".").lower()
    if not host:
        raise UserInputError("The base address names no host.")
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            raise UserInputError("The host of the base address is no address that can be called.") from None
    if not host.isascii():
        try:
            host = _encode_idna(host)
        except UnicodeError:
            raise UserInputError(f"“{_shown(host)}” is no valid host name.") from None
    if len(host) > 253 or any(not part or len(part) > 63 for part in host.split(".")):
        raise UserInputError(f"“{_shown(host)}” is no valid host name.")
    if not all(character.isalnum() or character in ".-_" for character in host):
        raise UserInputError(f"“{_shown(host)}” is no valid host name.")
    return host


def _encode_idna(host: str) -> str:
    import idna  # 6 ms; comes with httpx; IDNA 2008, which the built-in codec does not know

    return idna.encode(host, uts46=True).decode("ascii")


def _shown(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
