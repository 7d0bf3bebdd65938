"""What the desk reports: accounts, runs, what waits, conflicts, problems; and a sync on demand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from crmdesk.api.answers import Answer
from crmdesk.api.call import Call
from crmdesk.api.own.dialect import OWN
from crmdesk.api.own.items import LIMIT, named_accounts
from crmdesk.api.own.schemas import MAYBE_TEXT, NUMBER, TEXT, listing, record
from crmdesk.api.own.values import refuse_others
from crmdesk.api.route import Param, Route, Schema
from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation import json_shapes
from crmdesk.domain.notation.json_shapes import Names
from crmdesk.errors import FieldsRefused

Page = Callable[..., Awaitable[tuple[Sequence[Any], int]]]  # of a desk, with `limit` and `offset`

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


async def sync(call: Call) -> Answer:
    """Begin a sync of the accounts named, else of all within reach; `runs` tells what becomes of it."""
    if call.body is not None:
        if not isinstance(call.body, dict):
            raise FieldsRefused({"body": "it is an object, or nothing"})
        refuse_others(call.body, ("accounts",))
    named = named_accounts(call)
    wanted = call.reach() if named is None else named

    async def begin(desk: Desk) -> list[dict[str, Any]]:
        await desk.begin_sync(wanted)
        chosen = [one for one in desk.connected() if wanted is None or one.id in wanted]
        return [{"account": account.name, "kind": kind.value} for account in chosen for kind in account.kinds]

    begun = await call.hop.over(begin)
    return Answer({"runs": begun}, 202)


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


def _list(name: str, says: str, member: Schema, page: Page, tell: Callable[[Any, Names], dict[str, Any]]) -> Route:
    """The route of a list of the desk's, a page at a time, of what is within reach."""

    async def listed(call: Call) -> Answer:
        limit, offset = call.asked("limit"), call.asked("offset")
        reach, names = call.reach(), call.names()
        if reach is None:
            found, total = await page(call.desk, limit=limit, offset=offset)
        else:
            every, _ = await page(call.desk, limit=_MOST, offset=0)
            seen = [one for one in every if one.account_id in reach]
            found, total = seen[offset : offset + limit], len(seen)
        return Answer({"total": total, name: [tell(one, names) for one in found]})

    answers = {200: listing(name, member)}
    return Route(
        "GET", f"/desk/v1/{name}", listed, says, OWN, _READS, query=(LIMIT, OFFSET), answers=answers, errors=(400,)
    )


ROUTES = (
    Route("GET", "/desk/v1/accounts", accounts, "The accounts, and how they stand", OWN, _READS,
          answers={200: listing("accounts", _ACCOUNT)}),
    _list("runs", "Runs, newest first", _RUN, Desk.runs, json_shapes.stored_run),
    _list("outbox", "What waits to be sent", _ENTRY, Desk.outbox, json_shapes.outbox_entry),
    _list("conflicts", "Changed here and in the CRM", _CONFLICT, Desk.conflicts, json_shapes.conflict),
    _list("problems", "What needs a person", _PROBLEM, Desk.problems, json_shapes.problem),
    Route("POST", "/desk/v1/sync", sync, "Begin a sync", OWN, "sync", limit="sync", request=_SYNC,
          answers={202: _BEGUN}, errors=(400, 404, 409, 422)),
)  # fmt: skip
