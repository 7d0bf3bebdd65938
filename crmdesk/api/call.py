"""One request that came through the doors, as a handler sees it."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from crmdesk.api.answers import Answer
from crmdesk.api.route import Route
from crmdesk.desk import ApiKey, Desk, Errand, Given, running
from crmdesk.domain.accounts import LOCAL, LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import seen_in
from crmdesk.domain.notation.json_shapes import Names
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.values import id_in
from crmdesk.errors import NotFound, ScopeMissing

T = TypeVar("T")


class Hop:
    """The way from the API's loop to the desk's, where everything that writes is carried out."""

    def __init__(self, desk: Desk, loop: asyncio.AbstractEventLoop) -> None:
        self._desk, self._loop = desk, loop

    async def over(self, work: Callable[[Desk], Awaitable[T]]) -> T:
        """What `work` comes to on the desk's loop; it goes on there when nobody waits for it any more."""

        async def carried_out() -> T:
            return await work(self._desk)

        begun = asyncio.run_coroutine_threadsafe(carried_out(), self._loop)
        return await asyncio.shield(asyncio.wrap_future(begun))


def check_scope(key: ApiKey, scope: str) -> None:
    """Whether a key has a scope. Raises ScopeMissing."""
    if scope not in key.scopes:
        raise ScopeMissing(f"It needs the scope {scope}, which the key “{key.name}” has not.")


@dataclass(slots=True)
class Call:
    """What a handler is given.

    `desk` is for reading, on this thread. `params` are those of the path, `query` the checked ones of the query string,
    `body` the decoded JSON, None without one. `token` is the Idempotency-Key.
    """

    desk: Desk
    hop: Hop
    key: ApiKey
    route: Route
    params: Mapping[str, str]
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    raw: bytes = b""
    body: Any = None
    token: str | None = None
    settled: bool = False  # the answer, the audit and the Idempotency-Key were written with the deed itself

    @property
    def digest(self) -> bytes:
        """What the request asks, for telling whether it comes again."""
        path = self.route.path.format(**self.params)
        asked = "".join(f" {name}={value!r}" for name, value in sorted(self.query.items()))
        return hashlib.sha256(f"{self.route.method} {path}{asked}\n".encode() + self.raw).digest()

    def asked(self, name: str) -> Any:
        """A parameter of the query string, or what its route says that it is where it is not given."""
        usual = next(param.schema.get("default") for param in self.route.query if param.name == name)
        return self.query.get(name, usual)

    def may(self, scope: str) -> bool:
        """Whether the key has that scope."""
        return scope in self.key.scopes

    @property
    def only_submits(self) -> bool:
        """Whether the key adds contacts and reads none."""
        return "contacts:submit" in self.key.scopes and "contacts:write" not in self.key.scopes

    # What the key reaches

    def names(self) -> Names:
        """The accounts' names as JSON has them."""
        return {**self.desk.account_names(), LOCAL_ACCOUNT_ID: LOCAL}

    def reach(self) -> tuple[int, ...] | None:
        """The accounts that the key reaches; None: the whole desk."""
        if not self.key.accounts:
            return None
        return tuple(id_ for id_, name in self.names().items() if name in self.key.accounts)

    def seen(self, names: Names) -> Names:
        """Of the accounts' names those that the key reaches: of other accounts it is told no records."""
        if not self.key.accounts:
            return names
        return {id_: name for id_, name in names.items() if name in self.key.accounts}

    def within_reach(self, query: ItemQuery, *, searching: bool) -> ItemQuery:
        """The same list, of the items alone that the key reaches.

        Where values are searched for, or sorted by, as the client likes, an item with a record out of reach is left
        out: that it is found would tell what only that record holds.
        """
        reach = self.reach()
        if reach is None:
            return query
        if searching:
            return replace(query, within=reach, wholly=True)
        if len(reach) == 1 and query.account_id in (None, reach[0]):
            return replace(query, account_id=reach[0])
        return replace(query, within=reach)

    def reaches(self, item: Item) -> bool:
        """Whether an item is within the key's reach."""
        reach = self.reach()
        return reach is None or any(record.account_id in reach for record in item.records)

    def seen_item(self, item: Item) -> Item:
        """An item as the key sees it: with the records that it reaches, and what they hold."""
        reach = self.reach()
        return item if reach is None else seen_in(item, reach)

    async def items(self, query: ItemQuery, limit: int | None, offset: int = 0) -> tuple[list[Item], int]:
        """The items of a list as the key sees them, and the exact total."""
        found, total = await self.desk.items(query, limit, offset)
        return [self.seen_item(item) for item in found], total

    def item(self, text: str, kind: Kind | None = None) -> Item:
        """The item of an id, of that kind. Raises NotFound, in the same words where it is out of the key's reach."""
        found = None
        if id_in(text) is not None:
            with contextlib.suppress(NotFound):
                found = self.desk.find_item(text)
        if found is None or kind not in (None, found.kind) or not self.reaches(found):
            raise NotFound(f"Nothing here has the id “{text}”.")
        return found

    def account_id(self, name: str) -> int:
        """The account of a name. Raises NotFound, also where it is out of the key's reach."""
        if self.key.accounts and name not in self.key.accounts:
            raise NotFound(f"There is no account “{name}”.")
        return LOCAL_ACCOUNT_ID if name == LOCAL else self.desk.account(name).id

    # What it does

    async def act(
        self,
        work: Callable[[Desk], Awaitable[object]],
        answer: Callable[[Any, Sequence[Item], Names], Answer],
        *,
        expect: frozenset[str] | None = None,
    ) -> Answer:
        """Carry out one action as this key's, in one change-set.

        The answer is made of what was done and the items it came to, in the action's own transaction on the desk's
        writing thread, and kept with it: it may look at nothing else. The item must still have one of the marks of
        `expect`.
        """

        def made(done: Any, items: Sequence[Item], names: Names) -> Given:
            one = answer(done, items, names)
            return Given(one.status, {"Content-Type": one.media_type, **one.headers}, one.encoded())

        errand = Errand(
            self.key.id, self.key.name, self.route.method, self.route.path, made,
            expect=expect, token=self.token, digest=self.digest,
        )  # fmt: skip

        async def carried_out(desk: Desk) -> None:
            with running(errand):
                await work(desk)

        await self.hop.over(carried_out)
        assert errand.given is not None, "the action was no errand"
        self.settled = True
        return as_answer(errand.given)


def as_answer(given: Given) -> Answer:
    """An answer that was made before."""
    headers = dict(given.headers)
    media_type = headers.pop("Content-Type", "application/json")
    return Answer(None, given.status, headers, media_type, given.body)
