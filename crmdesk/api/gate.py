"""The first doors, which no key opens: whether a request is addressed to this computer, and who let its page in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl

from crmdesk.api.route import Param, Route
from crmdesk.errors import BadRequestLine, ForeignHost, ForeignPage, KeyMissing, KeyRefused, QueryRefused

RawHeaders = Sequence[tuple[bytes, bytes]]
ALLOWED_HEADERS = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID"
SHOWN_HEADERS = "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, X-Organization-Id, X-Total-Count"


def check_target(target: bytes) -> None:
    """Whether the target is a path: an absolute one may name another machine. Raises BadRequestLine."""
    if not target.startswith(b"/"):
        raise BadRequestLine("Its target does not begin with a slash.")


def check_host(headers: RawHeaders, port: int) -> None:
    """Whether it is addressed to this computer and port, once. Raises ForeignHost.

    A name of the web that is made to point here (DNS rebinding) is another name.
    """
    hosts = [value for name, value in headers if name == b"host"]
    known = {f"{name}:{port}".encode() for name in ("127.0.0.1", "localhost", "[::1]")}
    if len(hosts) != 1 or hosts[0].strip().lower() not in known:
        raise ForeignHost("Its Host is not 127.0.0.1, localhost or [::1] with the API's port, once.")


def asks_for(headers: RawHeaders, host: str) -> bool:
    """Whether it is addressed to that name, once; "" is none."""
    hosts = [value.strip().lower() for name, value in headers if name == b"host"]
    return bool(host) and hosts == [host.encode()]


def check_page(headers: RawHeaders, let_in: Iterable[str]) -> str | None:
    """The web page that asks, None where none does. Raises ForeignPage for one that the user has not let in."""
    origins = [value.decode("latin-1") for name, value in headers if name == b"origin"]
    sites = [value.strip().lower() for name, value in headers if name == b"sec-fetch-site"]
    if not origins and all(site in (b"none", b"same-origin") for site in sites):
        return None
    listed = set(let_in)
    if len(origins) == 1 and origins[0].strip().lower() in listed:
        return origins[0].strip()
    told = f"“{origins[0]}”" if origins else "the page that sent it"
    raise ForeignPage(f"You have not let {told} in.")


def secret_of(headers: RawHeaders) -> str:
    """The key that was sent. Raises KeyMissing, or KeyRefused where there are several or it is spelled otherwise."""
    sent = [value for name, value in headers if name == b"authorization"]
    if not sent:
        raise KeyMissing("The request has no Authorization header.")
    scheme, _, secret = sent[0].decode("latin-1").strip().partition(" ")
    if len(sent) != 1 or scheme.lower() != "bearer" or not secret.strip():
        raise KeyRefused(WRONG_KEY)
    return secret.strip()


WRONG_KEY = "It is unknown, revoked or expired."


def page_headers(origin: str | None, *, preflight: Iterable[str] = ()) -> dict[str, str]:
    """What the browser of a page that was let in is told; nothing to anybody else."""
    if origin is None:
        return {}
    told = {"Access-Control-Allow-Origin": origin, "Vary": "Origin", "Access-Control-Expose-Headers": SHOWN_HEADERS}
    if methods := ", ".join(preflight):
        told |= {"Access-Control-Allow-Methods": methods, "Access-Control-Allow-Headers": ALLOWED_HEADERS}
    return told


def checked_query(text: bytes, route: Route) -> dict[str, str | int | bool]:
    """The parameters of a query string. Raises QueryRefused."""
    try:
        pairs = parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=50)
    except (UnicodeDecodeError, ValueError):
        raise QueryRefused("query", "the query string is not written as URLs ask") from None
    known = {param.name: param for param in route.query}
    found: dict[str, str | int | bool] = {}
    for name, value in pairs:
        if name in found:
            raise QueryRefused(name, "it is given twice")
        if name in known:
            found[name] = _value(known[name], value)
        elif route.dialect.strict:
            raise QueryRefused(name, "there is no such parameter here")
    for param in route.query:
        if param.schema.get("required") and param.name not in found:
            raise QueryRefused(param.name, "it is missing")
    return found


def _value(param: Param, text: str) -> str | int | bool:
    schema = param.schema
    match schema.get("type"):
        case "integer":
            if not (text.isascii() and text.isdigit() and len(text) < 16):
                raise QueryRefused(param.name, "it is a whole number from 0 upwards")
            number, least, most = int(text), schema.get("minimum", 0), schema.get("maximum")
            if number < least or (most is not None and number > most):
                raise QueryRefused(param.name, f"it is from {least} to {most}" if most else f"it is at least {least}")
            return number
        case "boolean":
            if text not in ("true", "false"):
                raise QueryRefused(param.name, "it is true or false")
            return text == "true"
    if "enum" in schema and text not in schema["enum"]:
        raise QueryRefused(param.name, f"it is one of {', '.join(schema['enum'])}")
    if "\x00" in text:
        raise QueryRefused(param.name, "it has a null character in it")
    return text
