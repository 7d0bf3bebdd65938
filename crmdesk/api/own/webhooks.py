"""Hooks of a key: where its changes are sent to, and what came of it. It sees those alone that it made itself."""

from __future__ import annotations

from typing import Any

from crmdesk.api.answers import Answer
from crmdesk.api.call import Call
from crmdesk.api.own.dialect import OWN
from crmdesk.api.own.items import LIMIT
from crmdesk.api.own.schemas import MAYBE_TEXT, TEXT, listing, record
from crmdesk.api.route import Route
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.json_shapes import delivery_json, hook_json
from crmdesk.domain.reports import Delivery, Hook
from crmdesk.domain.values import id_in
from crmdesk.errors import FieldsRefused, NotFound, ScopeMissing

_MEMBERS = {"url", "events", "skip_own"}


async def listed(call: Call) -> Answer:
    """The hooks that this key made."""
    found = [hook_json(hook) for hook in call.desk.hooks.all() if hook.key == call.key.name]
    return Answer({"total": len(found), "webhooks": found})


async def made(call: Call) -> Answer:
    """A new hook to a public https address; its secret is in this answer alone."""
    body = call.body if isinstance(call.body, dict) else {}
    url, events, skips = body.get("url"), body.get("events"), body.get("skip_own", False)
    wrong = {name: "there is no such member" for name in body.keys() - _MEMBERS}
    if not isinstance(url, str):
        wrong["url"] = "it is an address"
    if not isinstance(events, list) or not all(isinstance(one, str) for one in events):
        wrong["events"] = "it is a list of types"
    if not isinstance(skips, bool):
        wrong["skip_own"] = "it is true or false"
    if wrong or not isinstance(url, str) or not isinstance(events, list):
        raise FieldsRefused(wrong)
    _check_may_hear(call, events)
    key = call.key.name
    hook, secret = await call.hop.over(lambda desk: desk.hooks.add(url, events, key=key, leaves_out_own=bool(skips)))
    headers = {"Location": f"/desk/v1/webhooks/{hook.id}"}
    told = hook_json(hook)
    return Answer({**told, "secret": secret}, 201, headers, without_secret={**told, "secret": None})


def _check_may_hear(call: Call, events: list[str]) -> None:
    """A hook tells what its key could read; what a key reaches is not known for each message. Raises ScopeMissing."""
    if call.key.accounts:
        raise ScopeMissing("A hook hears of the whole desk, and this key reaches some accounts alone.")
    kinds = [kind.value for kind in Kind]
    for event in events:
        begins = event.partition(".")[0]
        needed = [begins] if begins in kinds else kinds
        for word in needed:
            if not call.may(f"{Kind(word).plural}:read"):
                raise ScopeMissing(f"To be told of {event} takes the scope {Kind(word).plural}:read.")


async def removed(call: Call) -> Answer:
    """Forget a hook, with what it was still to be sent."""
    hook = _own(call)
    await call.hop.over(lambda desk: desk.hooks.remove(hook.id))
    return Answer(status=204)


async def tested(call: Call) -> Answer:
    """Send it a message that says nothing, and tell what came of it."""
    hook = _own(call)
    return Answer(delivery_json(await call.hop.over(lambda desk: desk.hooks.test(hook.id))))


async def deliveries(call: Call) -> Answer:
    """What it was sent and is still to be sent, newest first."""
    found = call.desk.hooks.deliveries(_own(call).id, call.asked("limit"))
    return Answer({"total": len(found), "deliveries": [delivery_json(one) for one in found]})


async def again(call: Call) -> Answer:
    """Send a delivery once more, under the same message id."""
    delivery = _delivery(call)
    return Answer(delivery_json(await call.hop.over(lambda desk: desk.hooks.again(delivery.id))))


def _own(call: Call, text: str | None = None) -> Hook:
    asked = call.params["id"] if text is None else text
    for hook in call.desk.hooks.all():
        if str(hook.id) == asked and hook.key == call.key.name:
            return hook
    raise NotFound("There is no such hook of this key.", next="`GET /desk/v1/webhooks` lists them.")


def _delivery(call: Call) -> Delivery:
    id_ = id_in(call.params["id"])
    if id_ is None:
        raise NotFound("There is no such delivery.")
    found = call.desk.hooks.delivery(id_)
    _own(call, str(found.hook_id))
    return found


_BOOLEAN = {"type": "boolean"}
_HOOK_MEMBERS: dict[str, Any] = {
    "id": TEXT, "url": TEXT, "events": {"type": "array", "items": TEXT}, "local": _BOOLEAN, "key": MAYBE_TEXT,
    "skips_own": _BOOLEAN, "state": {"enum": ["on", "paused"]}, "pause_reason": MAYBE_TEXT, "made_at": TEXT,
    "failing_since": MAYBE_TEXT, "last_at": MAYBE_TEXT, "last_status": MAYBE_TEXT,
}  # fmt: skip
_HOOK = record(**_HOOK_MEMBERS)
_DELIVERY = record(
    id=TEXT, hook=TEXT, message_id=TEXT, type=TEXT, state={"enum": ["waiting", "delivered", "given_up"]}, made_at=TEXT,
    attempts={"type": "integer"}, next_at=MAYBE_TEXT, ended_at=MAYBE_TEXT, last_status=MAYBE_TEXT,
)  # fmt: skip
_NEW = {
    "type": "object",
    "required": ["url", "events"],
    "properties": {
        "url": {"type": "string", "format": "uri", "description": "public https"},
        "events": {"type": "array", "items": TEXT, "minItems": 1, "description": "contact.created, contact.*, *"},
        "skip_own": {"type": "boolean", "description": "whether to leave out what this key itself did"},
    },
    "additionalProperties": False,
}
_BASE, _SCOPE = "/desk/v1/webhooks", "webhooks"

ROUTES = (
    Route("GET", _BASE, listed, "The hooks that this key made", OWN, _SCOPE, answers={200: listing("webhooks", _HOOK)}),
    Route("POST", _BASE, made, "A new hook (Standard Webhooks 1.0)", OWN, _SCOPE, request=_NEW,
          answers={201: record(**_HOOK_MEMBERS, secret=MAYBE_TEXT)}, errors=(400, 403, 409, 422, 503)),
    Route("DELETE", f"{_BASE}/{{id}}", removed, "Forget a hook", OWN, _SCOPE, answers={204: None}, errors=(404,)),
    Route("POST", f"{_BASE}/{{id}}/test", tested, "Send a hook a message that says nothing", OWN, _SCOPE,
          answers={200: _DELIVERY}, errors=(404, 409, 422, 502, 503)),
    Route("GET", f"{_BASE}/{{id}}/deliveries", deliveries, "What a hook was sent", OWN, _SCOPE, query=(LIMIT,),
          answers={200: listing("deliveries", _DELIVERY)}, errors=(400, 404)),
    Route("POST", f"{_BASE}/deliveries/{{id}}/again", again, "Send a delivery once more", OWN, _SCOPE,
          answers={200: _DELIVERY}, errors=(404, 409, 422, 502, 503)),
)  # fmt: skip
