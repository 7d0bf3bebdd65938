"""Keys of the demo CRMs: made from the seed, and checked as the real ones check them."""

import hashlib
from collections.abc import Mapping

from starlette.requests import Request

from crmdesk.demo.site.answers import Refused


def made_key(name: str, seed: int) -> str:
    """40 hexadecimal digits, the same for the same name and seed, so that a restarted demo is still signed in to."""
    return hashlib.blake2b(f"{name} {seed}".encode(), digest_size=20).hexdigest()


def bearer(request: Request) -> str:
    """The token of an Authorization header; raises Refused 401 where there is none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refused(401, "Missing bearer token")
    return token


def check(given: str | None, right: str, known: Mapping[str, str], otherwise: str) -> None:
    """Raises Refused 401 for any key but the right one, in the words kept for keys known to be wrong."""
    if given != right:
        raise Refused(401, known.get(given or "", otherwise))
