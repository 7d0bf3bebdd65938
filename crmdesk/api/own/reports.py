"""What the desk reports: accounts, runs, what waits, conflicts, problems; and a sync on demand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from crmdesk.api.answers import Answer
from crmdesk.api.call import Call
from crmdesk.api.own.dialect import OWN
from crmdesk.api.own.schemas import MAYBE_TEXT, NUMBER, TEXT, listing, record
from crmdesk.api.own.values import FieldsRefused
from crmdesk.api.route import Param, Route, Schema
from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation import json_shapes

T = TypeVar("T")
Page = Callable[[int | None, int], Awaitable[tuple[Sequence[T], int]]]

LIMIT = Param("limit", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}, "how many")
OFFSET = Param("offset", {"type": "integer", "minimum": 0, "maximum": 10**9, "default": 0}, "how many to skip first")
_MOST = 20_000  # looked through for those that a key with some accounts may see


async def accounts(call: Call) -> Answer:
    """The accounts within reach, and how they stand; never a secret."""
    told = [
        {
            **json_shapes.account(status.account),
            "state": status.state.value,
            "pending": status.pending,
            "conflicts": status.conflicts,
            "problems": status.problems,
            "last_success": json_shapes.moment(status.last_success),
        }
        for status in call.desk.accounts(quotas=False)
        if not call.key.accounts or status.account.name in call.key.accounts
    ]
    return Answer({"total": len(told), "accounts": told})


async def _told(call: Call, name: str, page: Page[Any], tell: Callable[[Any], dict[str, Any]]) -> Answer:
    """A page of what is within reach."""
    limit, offset = int(call.query.get("limit", 50)), int(call.query.get("offset", 0))
    reach = call.reach()
    if reach is None:
        found, total = await page(limit, offset)
    else:
        every, _ = await page(_MOST, 0)
        seen = [one for one in every if one.account_id in reach]
        found, total = seen[offset : offset + limit], len(seen)
    return Answer({"total": total, name: [tell(one) for one in found]})


async def runs(call: Call) -> Answer:
    """Runs, newest first."""
    names = call.names()
    return await _told(
        call,
        "runs",
        lambda limit, offset: call.desk.runs(limit=limit, offset=offset),
        lambda one: json_shapes.stored_run(one, names),
    )


async def outbox(call: Call) -> Answer:
    """What waits to be sent, oldest first."""
    names = call.names()
    return await _told(
        call,
        "outbox",
        lambda limit, offset: call.desk.outbox(limit=limit, offset=offset),
        lambda one: json_shapes.outbox_entry(one, names),
    )


async def conflicts(call: Call) -> Answer:
    """Fields that were changed here and in the CRM."""
    names = call.names()
    return await _told(
        call,
        "conflicts",
        lambda limit, offset: call.desk.conflicts(limit=limit, offset=offset),
        lambda one: json_shapes.conflict(one, names),
    )


async def problems(call: Call) -> Answer:
    """What needs a person."""
    names = call.names()
    return await _told(
        call,
        "problems",
        lambda limit, offset: call.desk.problems(limit=limit, offset=offset),
        lambda one: json_shapes.problem(one, names),
    )


async def sync(call: Call) -> Answer:
    """Begin a sync of the accounts named, else of all within reach; `runs` tells what becomes of it."""
    asked = call.body.get("accounts") if isinstance(call.body, dict) else None
    if call.body is not None and not isinstance(call.body, dict):
        raise FieldsRefused({"body": "it is an object, or nothing"})
    if asked is not None and not (isinstance(asked, list) and all(isinstance(name, str) for name in asked)):
        raise FieldsRefused({"accounts": "it is a list of accounts' names"})
    if isinstance(call.body, dict) and (more := call.body.keys() - {"accounts"}):
        raise FieldsRefused({sorted(more)[0]: "there is no such member"})
    reach = call.reach()
    ids = list(dict.fromkeys(call.account_id(name) for name in asked)) if asked is not None else None
    wanted = ids if ids is not None else [id_ for id_ in (reach or [])] if reach is not None else None

    async def begin(desk: Desk) -> list[dict[str, Any]]:
        known = [status.account for status in desk.accounts(quotas=False)]
        task = asyncio.create_task(desk.sync(wanted), name="sync for a key")
        _begun.add(task)
        task.add_done_callback(_over)
        chosen = [account for account in known if wanted is None or account.id in wanted]
        return [{"account": account.name, "kind": kind.value} for account in chosen for kind in account.kinds]

    begun = await call.hop.over(begin)
    return Answer({"runs": begun}, 202)


_begun: set[asyncio.Task[Any]] = set()  # a task that nobody holds may be collected before its end


def _over(task: asyncio.Task[Any]) -> None:
    _begun.discard(task)
    if not task.cancelled():
        task.exception()  # each run keeps its own failure, which `runs` tells


_RUN = record(
    id=TEXT, account=MAYBE_TEXT, kind=TEXT, outcome=MAYBE_TEXT, started_at=MAYBE_TEXT, ended_at=MAYBE_TEXT,
    full={"type": "boolean"}, seconds={"type": "number"}, balanced={"type": ["boolean", "null"]}, error=MAYBE_TEXT,
    remote_total={"type": ["integer", "null"]},
    **{name: NUMBER for name in ("fetched", "new", "changed", "same", "removed", "quarantined", "out_of_scope", "sent",
                                 "not_accepted", "conflicts", "requests")},
)  # fmt: skip
_ENTRY = record(
    id=TEXT, account=MAYBE_TEXT, kind=TEXT, item=TEXT, remote_id=MAYBE_TEXT, action=TEXT,
    fields={"type": "array", "items": TEXT}, state=TEXT, attempts=NUMBER, next_at=MAYBE_TEXT, error=MAYBE_TEXT,
)  # fmt: skip
_CONFLICT = record(
    id=TEXT, account=MAYBE_TEXT, kind=TEXT, item=TEXT, remote_id=MAYBE_TEXT, field=MAYBE_TEXT, entry=MAYBE_TEXT,
    base={}, mine={}, theirs={},
)  # fmt: skip
_PROBLEM = record(
    id=TEXT, account=MAYBE_TEXT, kind=TEXT, item=MAYBE_TEXT, remote_id=MAYBE_TEXT, field=MAYBE_TEXT, about=TEXT,
    code=TEXT, what=TEXT, why=TEXT, next=TEXT, action=TEXT, value=MAYBE_TEXT, at=MAYBE_TEXT,
)  # fmt: skip
_ACCOUNT = record(
    id=TEXT, name=TEXT, provider=TEXT, signed_in_as=MAYBE_TEXT, base_url=MAYBE_TEXT, settings={"type": "object"},
    direction=TEXT, kinds={"type": "array", "items": TEXT}, schedule=TEXT, quiet=MAYBE_TEXT,
    deletes_remotely={"type": "boolean"}, scope={"type": "object"}, link_by={"type": "array", "items": TEXT},
    state=TEXT, pending=NUMBER, conflicts=NUMBER, problems=NUMBER, last_success=MAYBE_TEXT,
)  # fmt: skip
_SYNC: Schema = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"accounts": {"type": "array", "items": TEXT}},
    "x-may-be-empty": True,
}
_BEGUN = record(runs={"type": "array", "items": record(account=TEXT, kind={"enum": [kind.value for kind in Kind]})})
_READS = "contacts:read"


def _list(path: str, handler: Any, says: str, member: Schema) -> Route:
    name = path.rpartition("/")[2]
    answers = {200: listing(name, member)}
    return Route("GET", path, handler, says, OWN, _READS, query=(LIMIT, OFFSET), answers=answers, errors=(400,))


ROUTES = (
    Route("GET", "/desk/v1/accounts", accounts, "The accounts, and how they stand", OWN, _READS,
          answers={200: listing("accounts", _ACCOUNT)}),
    _list("/desk/v1/runs", runs, "Runs, newest first", _RUN),
    _list("/desk/v1/outbox", outbox, "What waits to be sent", _ENTRY),
    _list("/desk/v1/conflicts", conflicts, "Changed here and in the CRM", _CONFLICT),
    _list("/desk/v1/problems", problems, "What needs a person", _PROBLEM),
    Route("POST", "/desk/v1/sync", sync, "Begin a sync", OWN, "sync", limit="sync", request=_SYNC,
          answers={202: _BEGUN}, errors=(400, 404, 409, 422)),
)  # fmt: skip
