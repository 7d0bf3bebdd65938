"""Keys of the local API and the web pages that may use them: who may do what, and how often it was done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import datetime
from typing import Any

from crmdesk.errors import NotFound
from crmdesk.frozen import dataclass
from crmdesk.store.prepared_queries import Selection
from crmdesk.store.programs import schema
from crmdesk.store.schema import to_micros
from crmdesk.store.session import Noun

_K = schema.ApiKey
_KeyList = list["ApiKey"]


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it is kept: never the key itself, its digest alone.

    `accounts` are the names of those that it reaches, () the whole desk; `new_in` where what it adds goes beside this
    computer; `known` what an email does that somebody has: refuse or update. `rate` is in requests a minute.
    """

    name: str
    digest: bytes = field(repr=False)
    starts: str
    scopes: frozenset[str]
    accounts: tuple[str, ...] = ()
    new_in: tuple[str, ...] = ()
    known: str = "refuse"
    rate: int = 300
    id: int = 0
    created_at: datetime | None = None
    expires_at: datetime | None = None
    used_at: datetime | None = None
    requests: int = 0
    refused: int = 0
    revoked_at: datetime | None = None
    revoked_why: str | None = None

    def opens(self, now: datetime) -> bool:
        """Whether it is neither revoked nor expired."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True)
class KeyUse:
    """How often a key was used since it was last counted."""

    key_id: int
    requests: int
    refused: int
    used_at: datetime


_FIELDS = [getattr(_K, name) for name in ApiKey.__slots__]
_STARTING = Selection(_FIELDS, "WHERE starts = ? ORDER BY id")  # asked with each request
_STORED = [name for name in ApiKey.__slots__ if name not in ("id", "created_at")]


class ApiKeyReads(Noun):
    """Keys as they are."""

    def starting(self, starts: str) -> Sequence[ApiKey]:
        """The keys that begin with those letters, revoked ones too."""
        return [ApiKey(*row) for row in _STARTING.rows(self._connection, (starts,))]

    def all(self) -> Sequence[ApiKey]:
        """Every key in the order made, revoked ones too."""
        return self._some(_K.id > 0)

    def named(self, name: str) -> ApiKey:
        """The key of that name that stands. Raises NotFound."""
        found = self._some((_K.name == name) & _K.revoked_at.is_null())
        if not found:
            raise NotFound(f"There is no key “{name}”.", next="`crmdesk api keys list` lists them.")
        return found[0]

    def origins(self) -> Sequence[str]:
        """The web pages that are let in."""
        return [origin for (origin,) in self._connection.sql("SELECT origin FROM api_origin ORDER BY origin")]

    def _some(self, condition: Any) -> _KeyList:
        return [ApiKey(*row) for row in self._connection.rows(_K.select(*_FIELDS).where(condition).order_by(_K.id))]


class ApiKeys(ApiKeyReads):
    """Keys being made and changed."""

    def add(self, key: ApiKey) -> int:
        """Keep a new key; gives its id."""
        row = {name: getattr(key, name) for name in _STORED}
        return self._connection.run(_K.insert(created_at=self._session.now, **row))

    def change(self, key: ApiKey) -> None:
        """Keep what a key may, and how it is called, as it is given; its counts stay."""
        kept = ("name", "digest", "starts", "scopes", "accounts", "new_in", "known", "rate", "expires_at")
        self._connection.run(_K.update(**{name: getattr(key, name) for name in kept}).where(_K.id == key.id))

    def revoke(self, id: int, why: str) -> None:
        """Let a key open nothing from now on."""
        self._connection.run(_K.update(revoked_at=self._session.now, revoked_why=why).where(_K.id == id))

    def count(self, uses: Iterable[KeyUse]) -> None:
        """Add what keys were used since they were last counted."""
        self._connection.many(
            "UPDATE api_key SET requests = requests + ?, refused = refused + ?, used_at = ? WHERE id = ?",
            [(use.requests, use.refused, to_micros(use.used_at), use.key_id) for use in uses],
        )

    def let_in(self, origin: str) -> None:
        """Let a web page in."""
        self._connection.sql(
            "INSERT INTO api_origin (origin, at) VALUES (?, ?) ON CONFLICT DO NOTHING", (origin, self._session.micros)
        )

    def keep_out(self, origin: str) -> bool:
        """Let a web page in no more; tells whether it was let in before."""
        return self._connection.sql("DELETE FROM api_origin WHERE origin = ?", (origin,)).rowcount > 0
