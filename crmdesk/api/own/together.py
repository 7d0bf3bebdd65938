"""What belongs together and what comes in numbers: bulk, registrations, link and unlink."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crmdesk.api.answers import Answer
from crmdesk.api.call import Call
from crmdesk.api.own.dialect import OWN
from crmdesk.api.own.items import expected, into, one_of, whole
from crmdesk.api.own.schemas import MAYBE_TEXT, NUMBER, TEXT, record
from crmdesk.api.own.values import asked_schema, patch_of, refuse_others, whole_schema
from crmdesk.api.route import MIB, Param, Route, Schema
from crmdesk.desk import OnKnown, Submitted
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.json_shapes import Names
from crmdesk.domain.records import Item
from crmdesk.domain.values import Patch
from crmdesk.errors import FieldsRefused, UserInputError

MOST = 1_000
OUTCOMES = ("created", "updated", "unchanged", "skipped", "failed")


async def bulk(call: Call) -> Answer:
    """Up to a thousand contacts in one transaction; what cannot be taken stops nobody else."""
    given = call.body.get("contacts") if isinstance(call.body, dict) else None
    if not isinstance(given, list) or not 1 <= len(given) <= MOST:
        raise FieldsRefused({"contacts": f"it is a list of 1 to {MOST:,} contacts"})
    refuse_others(call.body, ("contacts", "accounts"))
    patches = [_patch(one) for one in given]
    account_ids, within = into(call), call.reach()
    on_known = OnKnown(call.asked("on_known"))

    def answer(done: Any, items: Sequence[Item], names: Names) -> Answer:
        found: Sequence[Submitted] = done[0]
        counts = {outcome: sum(one.outcome == outcome for one in found) for outcome in OUTCOMES}
        results = [
            {
                "index": place,
                "id": None if one.item_id is None else str(one.item_id),
                "outcome": one.outcome,
                "error": one.why,
            }
            for place, one in enumerate(found)
        ]
        return Answer({"total": len(found), **counts, "results": results})

    return await call.act(lambda desk: desk.submit_many(patches, account_ids, on_known, within), answer)


def _patch(one: Any) -> Patch | UserInputError:
    try:
        return patch_of(Kind.CONTACT, one, {})
    except UserInputError as error:
        return error


async def register(call: Call) -> Answer:
    """Put a contact down for an event, by the event's id or its name."""
    contact = one_of(call)
    text = _text(call, "event")
    event = call.item(text).id if text.isdigit() else text
    names = call.names()
    account = _text(call, "account") if "account" in call.body else None
    account_id = None if account is None else call.account_id(account)
    return await call.act(
        lambda desk: desk.register(contact.id, event, account_id),
        lambda done, items, _: whole(call, items[0], names),
        expect=expected(call),
    )


async def link(call: Call) -> Answer:
    """Say that two are one: the one in the path stands for both."""
    first, other = one_of(call), call.item(_text(call, "other"))
    return await call.act(
        lambda desk: desk.link([first.id, other.id]),
        lambda done, items, names: whole(call, items[0], names),
        expect=expected(call),
    )


async def unlink(call: Call) -> Answer:
    """Let the record of an account, or one of several by `remote_id`, leave; the one that leaves is shown."""
    item = one_of(call)
    name = _text(call, "account")
    account_id = call.account_id(name)
    remote_id = _text(call, "remote_id") if "remote_id" in call.body else None
    held = [one for one in item.records if one.account_id == account_id and remote_id in (None, one.remote_id)]
    if not held:
        raise FieldsRefused({"account": "it has no such record"})
    record_id = held[0].id if remote_id is not None else None
    return await call.act(
        lambda desk: desk.unlink(item.id, account_id, record_id),
        lambda done, items, names: whole(call, items[0], names),
        expect=expected(call),
    )


def _text(call: Call, name: str) -> str:
    """A member of the body that is a text. Raises FieldsRefused."""
    found = call.body.get(name) if isinstance(call.body, dict) else None
    if not isinstance(found, str) or not found.strip() or len(found) > 1_000:
        raise FieldsRefused({name: "it is a text"})
    refuse_others(call.body, call.route.request["properties"] if call.route.request else ())
    return found


def _asked(*needed: str, **members: Schema) -> Schema:
    return {"type": "object", "required": list(needed), "additionalProperties": False, "properties": members}


_BASE = "/desk/v1/contacts"
_CONTACT = whole_schema(Kind.CONTACT)
_SHORT: Schema = {"type": "string", "minLength": 1, "maxLength": 1_000, "pattern": r"\S"}
_RESULT = record(index=NUMBER, id=MAYBE_TEXT, outcome={"enum": list(OUTCOMES)}, error=MAYBE_TEXT)
_COUNTS = record(total=NUMBER, **{outcome: NUMBER for outcome in OUTCOMES}, results={"type": "array", "items": _RESULT})
_BULK = _asked(
    "contacts",
    contacts={"type": "array", "minItems": 1, "maxItems": MOST, "items": asked_schema(Kind.CONTACT)},
    accounts={"type": "array", "items": TEXT},
)
_KNOWN = Param(
    "on_known", {"type": "string", "enum": ["refuse", "update", "skip"], "default": "refuse"}, "what a known email does"
)
_WRITE, _FAILS = "contacts:write", (400, 404, 409, 412, 422)
ROUTES = (
    Route("POST", f"{_BASE}/bulk", bulk, "Add up to 1,000 contacts", OWN, _WRITE, query=(_KNOWN,), request=_BULK,
          answers={200: _COUNTS}, errors=(400, 404, 409, 422), largest=8 * MIB),
    Route("POST", f"{_BASE}/{{id}}/register", register, "Put a contact down for an event", OWN, _WRITE,
          request=_asked("event", event=_SHORT, account=_SHORT), answers={200: _CONTACT}, errors=_FAILS),
    Route("POST", f"{_BASE}/{{id}}/link", link, "Say that two contacts are one", OWN, _WRITE,
          request=_asked("other", other=_SHORT), answers={200: _CONTACT}, errors=_FAILS),
    Route("POST", f"{_BASE}/{{id}}/unlink", unlink, "Let an account's record leave a contact", OWN, _WRITE,
          request=_asked("account", account=_SHORT, remote_id=_SHORT), answers={200: _CONTACT}, errors=_FAILS),
)  # fmt: skip
