"""What the local API keeps in the desk: its keys, the web pages let in, what was done with them, whether it is on.

A key is 32 random bytes, shown once; its SHA-256 alone is kept, which is enough where nobody chose the words.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from crmdesk.desk.programs.errand import Given, given_again, kept_answer
from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.signals import ApiChanged
from crmdesk.errors import NotFound, TokenReused, UserInputError
from crmdesk.frozen import dataclass
from crmdesk.store import Store, Tx
from crmdesk.store.programs.audit import AuditLine
from crmdesk.store.programs.keys import ApiKey, KeyUse
from crmdesk.sync.announcer import Announcer

PREFIX = "desk_"
STARTS = 9  # letters that are shown of a key
PORT = 27650
RATE = 300  # requests a minute, usual for a key
_ON, _PORT, _OFF = "api.on", "api.port", "api.dialects_off"

READS = tuple(f"{kind.plural}:read" for kind in Kind)
WRITES = tuple(f"{kind.plural}:write" for kind in Kind)
SCOPES = ("contacts:submit", *READS, *WRITES, "delete", "sync", "accounts", "webhooks")
PRESETS = {"read": READS, "write": (*READS, *WRITES), "all": SCOPES}


@dataclass(frozen=True, slots=True)
class Serving:
    """The API as it is being served by this process."""

    url: str
    since: datetime


Host = Callable[[int | None], Awaitable[Serving | None]]
"""Serves on a port from now on, with None no more; whoever holds the desk lends it."""


Dialects = Callable[[], Awaitable[Sequence[tuple[str, str]]]]
"""Tells the ways of speaking that can be switched off, by key and name."""


class DeskApi:
    """The part of the desk that the local API lives by."""

    def __init__(self, store: Store, announcer: Announcer, clock: Clock) -> None:
        self._store, self._announcer, self._clock = store, announcer, clock
        self._host: Host | None = None
        self._dialects: Dialects | None = None
        self.serving: Serving | None = None

    # Whether it is on

    def is_on(self) -> bool:
        """Whether an open window is to serve it."""
        return self._store.reader().settings.get(_ON) == "yes"

    def port(self) -> int:
        """The port it listens on."""
        return int(self._store.reader().settings.get(_PORT) or PORT)

    def address(self) -> str:
        """Where it is served, or will be when it is on."""
        return self.serving.url if self.serving is not None else f"http://127.0.0.1:{self.port()}"

    def dialects_off(self) -> frozenset[str]:
        """The dialects that are switched off, by their keys."""
        return self._store.remembered(_OFF, lambda reads: frozenset(reads.settings.get(_OFF).split()))

    def host(self, host: Host, dialects: Dialects | None = None) -> None:
        """Let it be served by `host` from now on, when it is on; `dialects` tells what it can speak."""
        self._host, self._dialects = host, dialects

    async def dialects(self) -> Sequence[tuple[str, str]]:
        """The dialects that can be switched off, each by its key and name; none where nobody serves."""
        return () if self._dialects is None else await self._dialects()

    async def choose_port(self, port: int) -> None:
        """Listen on another port, at once where it is on. Raises PortTaken, and all is as before."""
        if self.is_on():
            await self.switch_on(port)
        else:
            await self._put({_PORT: str(port)})

    async def begin(self) -> None:
        """Serve if it is on. Raises PortTaken."""
        if self.is_on() and self._host is not None:
            self.serving = await self._host(self.port())
            self._announcer.announce(ApiChanged())

    async def end(self) -> None:
        """Serve no more for now; it is on or off as it was."""
        if self._host is not None:
            await self._host(None)
        self.serving = None

    async def switch_on(self, port: int | None = None) -> Serving | None:
        """Serve from now on, and whenever a window is open; None where none is. Raises PortTaken, and stays off."""
        wanted = self.port() if port is None else port
        if not 1 <= wanted <= 65535:
            raise UserInputError("A port is a number from 1 to 65535.", what="The local API was not switched on")
        if self._host is not None:
            self.serving = await self._host(wanted)
        await self._put({_ON: "yes", _PORT: str(wanted)})
        return self.serving

    async def switch_off(self) -> None:
        """Serve no more."""
        await self.end()
        await self._put({_ON: "no"})

    async def set_dialects_off(self, keys: Iterable[str]) -> None:
        """Which dialects are not served."""
        await self._put({_OFF: " ".join(sorted(keys))})

    async def _put(self, settings: dict[str, str]) -> None:
        def put(tx: Tx) -> None:
            for key, value in settings.items():
                tx.settings.put(key, value)

        await self._changed(put)

    async def _changed(self, change: Callable[[Tx], None]) -> None:
        await self._store.write(change)
        self._announcer.announce(ApiChanged())

    # Keys

    def all_keys(self) -> Sequence[ApiKey]:
        """Every key, revoked ones too."""
        return self._store.reader().api_keys.all()

    def key(self, name: str) -> ApiKey:
        """The standing key of that name. Raises NotFound."""
        return self._store.reader().api_keys.named(name)

    def opened_by(self, secret: str) -> ApiKey | None:
        """The standing key that a secret is; a wrong one takes as long whatever is wrong with it."""
        digest = _digest(secret)
        found = None
        starts = secret[:STARTS]
        for key in self._store.remembered(("key", starts), lambda reads: reads.api_keys.starting(starts)):
            if hmac.compare_digest(key.digest, digest):
                found = key
        return found if found is not None and found.opens(self._clock.now()) else None

    async def add_key(self, wanted: ApiKey) -> tuple[ApiKey, str]:
        """Make a key, all but its secret as wanted; gives it with the secret, which is kept nowhere."""
        if not wanted.name.strip():
            raise UserInputError("A key has a name.", what="The key was not made")
        secret = _secret()
        key = self._checked(replace(wanted, digest=_digest(secret), starts=secret[:STARTS]))

        def add(tx: Tx) -> None:
            _refuse_name(tx, key)
            tx.api_keys.add(key)

        await self._changed(add)
        return self.key(key.name), secret

    async def change_key(self, changed: ApiKey) -> ApiKey:
        """Keep what a key may now. Raises UserInputError."""
        key = self._checked(changed)

        def change(tx: Tx) -> None:
            _refuse_name(tx, key)
            before = next(one for one in tx.api_keys.all() if one.id == key.id)
            tx.api_keys.change(key)
            if (key.accounts and not before.accounts) or not before.scopes <= key.scopes:
                tx.hooks.let_go(before.name, f"The key “{key.name}”, which made it, may read less now.")
            elif before.name != key.name:
                tx.hooks.rename_key(before.name, key.name)

        await self._changed(change)
        return self.key(key.name)

    async def rotate_key(self, name: str) -> tuple[ApiKey, str]:
        """Give a key another secret; the one before opens nothing from now on."""
        secret = _secret()
        await self.change_key(replace(self.key(name), digest=_digest(secret), starts=secret[:STARTS]))
        return self.key(name), secret

    async def revoke_key(self, name: str, why: str = "") -> None:
        """Let a key open nothing from now on."""
        key = self.key(name)

        def revoke(tx: Tx) -> None:
            tx.api_keys.revoke(key.id, why)
            tx.hooks.let_go(key.name, f"The key “{key.name}”, which made it, was revoked.")

        await self._changed(revoke)

    def _checked(self, key: ApiKey) -> ApiKey:
        """Raises UserInputError for a key that could not be used as it is wanted, NotFound for an unknown account."""
        if unknown := sorted(key.scopes - set(SCOPES)):
            raise UserInputError(f"There is no scope {unknown[0]}.", next=f"There are {', '.join(SCOPES)}.")
        if not key.scopes:
            raise UserInputError("A key may do something, or it is none.", next=f"There are {', '.join(SCOPES)}.")
        if key.known not in ("refuse", "update"):
            raise UserInputError(f"A known email is refused or updated, not “{key.known}”.")
        if key.rate < 1:
            raise UserInputError("A key may make at least one request a minute.")
        reads = self._store.reader()
        for name in (*key.accounts, *key.new_in):
            if reads.accounts.by_name(name) is None:
                raise NotFound(f"There is no account “{name}”.", next="`crmdesk account list` lists them.")
        return key if key.new_in or not key.accounts else replace(key, new_in=key.accounts[:1])

    # Web pages

    def origins(self) -> Sequence[str]:
        """The web pages that may use the API, with a key."""
        return self._store.remembered("origins", lambda reads: reads.api_keys.origins())

    async def let_in(self, origin: str) -> str:
        """Let a web page in, as its browser names it; gives that name. Raises UserInputError for what is none."""
        parts = urlsplit(origin.strip())
        named = f"{parts.scheme}://{parts.netloc}".lower()
        if not parts.scheme or not parts.netloc or "@" in parts.netloc or origin.strip().lower().rstrip("/") != named:
            raise UserInputError(f"“{origin}” is no origin.", next="Write it as https://example.com, with its port.")
        await self._changed(lambda tx: tx.api_keys.let_in(named))
        return named

    async def keep_out(self, origin: str) -> None:
        """Let a web page in no more. Raises NotFound."""

        def forget(tx: Tx) -> None:
            if not tx.api_keys.keep_out(origin.strip().lower().rstrip("/")):
                raise NotFound(f"“{origin}” was not let in.", next="`crmdesk api origins list` lists them.")

        await self._changed(forget)

    # What was done

    async def audit(
        self, key_id: int | None = None, limit: int = 50, offset: int = 0
    ) -> tuple[Sequence[AuditLine], int]:
        """What was done and refused, newest first, and how much there is; `limit` 0: all."""
        return await self._store.read(lambda reads: reads.api_audit.list(key_id, limit, offset))

    async def count(self, uses: Sequence[KeyUse], lines: Sequence[AuditLine]) -> None:
        """Add what was counted since the last time."""

        def add(tx: Tx) -> None:
            tx.api_keys.count(uses)
            tx.api_audit.add(lines)

        await self._store.write(add, durable=False)

    def answer_of(self, key_id: int, token: str, digest: bytes) -> Given | None:
        """The answer that was given under an Idempotency-Key. Raises TokenReused where it was for another request."""
        kept = self._store.reader().api_answers.find(key_id, token)
        if kept is None:
            return None
        if not hmac.compare_digest(kept.digest, digest):
            raise TokenReused("It came before with another method, path or body.")
        return given_again(kept)

    async def keep_answer(self, key_id: int, token: str, digest: bytes, given: Given) -> None:
        """Keep the answer of a request that changed no item."""
        await self._store.write(lambda tx: tx.api_answers.put(kept_answer(key_id, token, digest, given)))


def scopes_of(words: Iterable[str]) -> frozenset[str]:
    """Scopes of words that may be presets: read, write, all."""
    return frozenset(scope for word in words for scope in PRESETS.get(word, (word,)))


def _secret() -> str:
    return PREFIX + urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def _refuse_name(tx: Tx, key: ApiKey) -> None:
    if any(one.name == key.name and one.id != key.id and one.revoked_at is None for one in tx.api_keys.all()):
        raise UserInputError(f"There is a key “{key.name}” already.", next="Choose another name, or revoke that one.")
