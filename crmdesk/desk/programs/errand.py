"""What a program asks beside an action itself, with a key of the local API: it holds in the action's own transaction.

`If-Match`, the answer kept under an `Idempotency-Key` and the line of the audit are worth something only where they are
settled together with the deed. Whoever carries out an action as an errand has it as the key's, in one change-set.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import field
from typing import Any

from crmdesk.domain.accounts import LOCAL, LOCAL_ACCOUNT_ID
from crmdesk.domain.notation.json_shapes import item_mark, whole_item
from crmdesk.domain.records import Item
from crmdesk.errors import ItemChanged
from crmdesk.frozen import dataclass
from crmdesk.store import Tx
from crmdesk.store.programs.answers import KeptAnswer
from crmdesk.store.programs.audit import AuditLine

Names = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it goes out: status, headers, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    outcome: str = ""  # a word for the audit, "done" where it is ""


@dataclass(slots=True)
class Errand:
    """One request with a key: what must hold before, and the answer made of what was done and the items it came to.

    An item must still have one of the marks of `expect`. `token` and `digest` are the Idempotency-Key and what the
    request asks. `given` is there once the action is committed.
    """

    key_id: int
    key: str
    method: str
    route: str
    answer: Callable[[Any, Sequence[Item], Names], Given]
    expect: frozenset[str] | None = None
    token: str | None = None
    digest: bytes = b""
    given: Given | None = None
    _made: Given | None = field(default=None, repr=False)

    def before(self, tx: Tx, ids: Sequence[int]) -> None:
        """Whether the first item is as it must be. Raises NotFound or ItemChanged."""
        if self.expect is None or not ids:
            return
        item = tx.items.get(ids[0])
        if item_mark(whole_item(item, names_in(tx))) not in self.expect:
            raise ItemChanged(f"Item {item.id} is no longer as it was when that ETag was given.")

    def after(self, tx: Tx, ids: Sequence[int], done: object) -> None:
        """Make the answer of what was done, and keep it and the line of the audit with the deed."""
        made = self._made = self.answer(done, tx.items.load(ids), names_in(tx))
        if self.token is not None:
            tx.api_answers.put(kept_answer(self.key_id, self.token, self.digest, made))
        about = ids[0] if len(ids) == 1 else None
        line = AuditLine(self.key_id, self.key, self.method, self.route, made.status, made.outcome or "done", about)
        tx.api_audit.add([line])

    def committed(self) -> None:
        """The deed is done, and the answer with it."""
        self.given = self._made


def kept_answer(key_id: int, token: str, digest: bytes, given: Given) -> KeptAnswer:
    """An answer as it is kept for a repeated request."""
    headers = "\n".join(f"{name}: {value}" for name, value in given.headers.items())
    return KeptAnswer(key_id, token, digest, given.status, headers, given.body)


def given_again(kept: KeptAnswer) -> Given:
    """The answer that was kept."""
    pairs = (line.partition(": ") for line in kept.headers.splitlines())
    return Given(kept.status, {name: value for name, _, value in pairs}, kept.body)


def names_in(tx: Tx) -> Names:
    """The accounts' names as JSON has them: "This computer" by its key."""
    return {**tx.accounts.names(), LOCAL_ACCOUNT_ID: LOCAL}


_current: ContextVar[Errand | None] = ContextVar("errand", default=None)


def current() -> Errand | None:
    """The errand that is being run; None where the user acts."""
    return _current.get()


@contextlib.contextmanager
def running(errand: Errand) -> Iterator[None]:
    """Let the actions meanwhile be that errand's."""
    token = _current.set(errand)
    try:
        yield
    finally:
        _current.reset(token)
