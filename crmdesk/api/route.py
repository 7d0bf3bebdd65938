"""What a route is, as data: the one description that router, doors, OpenAPI document and tests read."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from crmdesk.errors import DeskError

Schema = Mapping[str, Any]  # a JSON schema
Handler = Callable[[Any], Awaitable[Any]]  # from a `call.Call` to an `answers.Answer`

MIB = 1024 * 1024
LIMITS = {"submit": 60, "fetch": 20, "sync": 6, "wrong": 30}  # a minute; beside these each key has its own rate


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of the query string, checked before the handler sees it."""

    name: str
    schema: Schema
    says: str


@dataclass(frozen=True, slots=True)
class Dialect:
    """A family of routes that spells its answers its own way; `key` is what the settings switch it off by.

    `error` makes of a failure the status and document that its clients know. `prefixes` say which unknown paths are
    answered in it. Where `strict` is set, parameters that no route has are refused.
    """

    key: str
    title: str
    error: Callable[[DeskError, int], tuple[int, Any]]
    error_schema: Schema
    prefixes: tuple[str, ...]
    media_type: str = "application/json"
    strict: bool = False


@dataclass(frozen=True)
class Route:
    """One method of one path.

    `path` has its parameters in braces. `scope` is what the key must have, "" any key. `limit` names a bucket of
    `LIMITS`. `request` is the JSON schema of the body, None without one. `answers` are the schemas by status, the
    usual one first; None: an empty body. `errors` are the statuses of failures that the route itself can have, beside
    those of the doors. `submits`: also `contacts:submit` opens it.
    """

    method: str
    path: str
    handler: Handler
    says: str
    dialect: Dialect
    scope: str = ""
    limit: str = ""
    query: tuple[Param, ...] = ()
    request: Schema | None = None
    answers: Mapping[int, Schema | None] = field(default_factory=dict)
    errors: tuple[int, ...] = ()
    media_type: str = "application/json"  # of the usual answer; several with blanks between
    submits: bool = False
    largest: int = MIB
    seconds: float = 30.0  # for an answer

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What its paths look like."""
        return re.compile("".join(f"(?P<{part}>[^/]+)" if odd else re.escape(part) for odd, part in self._parts()))

    def _parts(self) -> list[tuple[bool, str]]:
        pieces = re.split(r"[{}]", self.path)
        return [(place % 2 == 1, piece) for place, piece in enumerate(pieces)]

    @property
    def params(self) -> list[str]:
        """The names of the parameters of its path."""
        return [piece for odd, piece in self._parts() if odd]

    @property
    def writes(self) -> bool:
        """Whether it changes something, so that the audit has a line of it."""
        return self.method != "GET"


class Table:
    """Routes, and which of them a request means."""

    def __init__(self, routes: tuple[Route, ...], dialects: tuple[Dialect, ...]) -> None:
        self.routes, self.dialects = routes, dialects
        self._plain: dict[str, dict[str, Route]] = {}
        self._shaped: dict[str, dict[str, Route]] = {}
        for route in routes:
            (self._shaped if route.params else self._plain).setdefault(route.path, {})[route.method] = route

    def at(self, path: str) -> tuple[Mapping[str, Route], Mapping[str, str]]:
        """The routes of a path by method, and the parameters in it; none where there is no such path."""
        if path in self._plain:
            return self._plain[path], {}
        for routes in self._shaped.values():
            found = next(iter(routes.values())).pattern.fullmatch(path)
            if found is not None:
                return routes, found.groupdict()
        return {}, {}

    def dialect_of(self, path: str) -> Dialect:
        """Whose words a path is answered in; the first dialect's where nobody's prefix fits."""
        fitting = [(len(prefix), one) for one in self.dialects for prefix in one.prefixes if path.startswith(prefix)]
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else self.dialects[0]
