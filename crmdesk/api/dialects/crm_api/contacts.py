"""The CRM API's contacts: list, read, make, change, delete, and many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from crmdesk.api.answers import Answer
from crmdesk.api.dialects.crm_api import words
from crmdesk.api.dialects.crm_api.bodies import (
    MOST_AT_ONCE,
    Change,
    NewContact,
    as_new,
    as_one_of_many,
    changed_values,
    lacking,
    told_values,
)
from crmdesk.api.dialects.crm_api.rows import contact_row, whole_contact
from crmdesk.api.dialects.reading import added_to, converted
from crmdesk.desk import OnKnown, Submitted
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.values import Patch
from crmdesk.errors import NotFound, UserInputError

if TYPE_CHECKING:
    from crmdesk.api.call import Call

LARGEST_PAGE = 200
_MISSING = "Missing required fields: firstName, lastName, email"
_NEWEST_FIRST = ("-id",)


def wanted(call: Call, usual_status: str | None) -> ItemQuery | None:
    """The list that the query's filters ask for, the newest first; None where nothing can fulfil them."""
    asked = call.query
    status = asked.get("status") or usual_status
    filters = (("contact_type", asked.get("subtype")), ("status", status), ("source", asked.get("source")))
    text = words.all_of(*((field, value, words.usual(field)) for field, value in filters))
    if text is None:
        return None
    hidden = status not in (None, words.usual("status"))
    query = ItemQuery(Kind.CONTACT, text, _NEWEST_FIRST, include_hidden=hidden)
    return call.within_reach(query, searching=False)  # status, type and source are asked for with every list


async def list_contacts(call: Call) -> Answer:
    """A page of contacts, the active ones if no other status is asked for."""
    limit, offset = min(call.query.get("limit") or 50, LARGEST_PAGE), call.query.get("offset") or 0
    query = wanted(call, words.usual("status"))
    items: Sequence[Item] = ()
    total = 0
    if query is not None:
        items, total = await call.items(query, limit, offset)
    times = await call.desk.times([item.id for item in items])
    document = {"contacts": [contact_row(item, times) for item in items], "total": total}
    return Answer({**document, "limit": limit, "offset": offset}, headers=words.organisation(call))


async def read_contact(call: Call) -> Answer:
    """One contact, whole."""
    item = call.seen_item(contact_of(call))
    times = await call.desk.times([item.id])
    return Answer(whole_contact(item, times), headers=words.organisation(call))


def contact_of(call: Call) -> Item:
    """The contact that the path names. Raises NotFound, also for one in the trash."""
    try:
        item = call.item(call.params["contactId"])
    except NotFound:
        raise NotFound(words.NO_CONTACT) from None
    if item.kind is not Kind.CONTACT or item.trashed_at is not None:
        raise NotFound(words.NO_CONTACT)
    return item


async def create_contact(call: Call) -> Answer:
    """Make a contact; one whose email is known is refused, or changed where the key says so."""
    body = converted(call.body, NewContact)
    if lacking(body):
        raise UserInputError(_MISSING)
    known, into, reach, headers = OnKnown(call.key.known), added_to(call), call.reach(), words.organisation(call)

    def answer(done: tuple[Submitted, object], items: Sequence[Item], names: object) -> Answer:
        return Answer(_created(call, done[0]), headers=headers)

    return await call.act(lambda desk: desk.submit(told_values(body), into, known, reach, fresh=as_new), answer)


def _created(call: Call, done: Submitted) -> dict[str, Any]:
    if call.key.known != OnKnown.UPDATE:
        return {"success": True, "contactId": str(done.item_id), "message": words.CREATED}
    if call.only_submits:
        return {"success": True, "message": words.TAKEN}  # a form's key does not learn whom the desk knows
    is_new = done.outcome == "created"
    said = words.CREATED if is_new else words.UPDATED
    return {"success": True, "contactId": str(done.item_id), "isNewContact": is_new, "message": said}


async def change_contact(call: Call) -> Answer:
    """Change what is sent of a contact."""
    item, body = contact_of(call), converted(call.body, Change)
    patch = changed_values(body, item.values)
    return await call.act(lambda desk: desk.edit(item.id, patch), _done(call))


async def delete_contact(call: Call) -> Answer:
    """Move a contact to the trash."""
    item = contact_of(call)
    return await call.act(lambda desk: desk.delete([item.id]), _done(call))


def _done(call: Call) -> Callable[[object, Sequence[Item], object], Answer]:
    answer = Answer({"success": True}, headers=words.organisation(call))
    return lambda done, items, names: answer


async def take_many(call: Call) -> Answer:
    """Take up to a thousand contacts; each that cannot be taken is told, and refuses no other."""
    given = call.body.get("contacts") if isinstance(call.body, dict) else None
    if not isinstance(given, list):
        raise UserInputError("contacts must be an array")
    if not given:
        raise UserInputError("contacts array cannot be empty")
    if len(given) > MOST_AT_ONCE:
        raise UserInputError(f"Maximum {MOST_AT_ONCE} contacts per request. Split into multiple requests.")
    known, into, reach, headers = OnKnown(call.key.known), added_to(call), call.reach(), words.organisation(call)

    def answer(done: tuple[Sequence[Submitted], object], items: Sequence[Item], names: object) -> Answer:
        return Answer(_tally(given, done[0]), headers=headers)

    patches = [_one_of_many(raw) for raw in given]
    return await call.act(lambda desk: desk.submit_many(patches, into, known, reach, fresh=as_one_of_many), answer)


def _one_of_many(raw: Any) -> Patch | UserInputError:
    try:
        body = converted(raw, NewContact)
    except UserInputError as wrong:
        return wrong
    return UserInputError(_MISSING) if lacking(body) else told_values(body)


def _tally(given: Sequence[Any], done: Sequence[Submitted]) -> dict[str, Any]:
    errors = [
        {"email": _email_of(raw), "error": words.KNOWN if one.item_id is not None else one.why}
        for raw, one in zip(given, done, strict=True)
        if one.outcome == "failed"
    ]
    created = sum(one.outcome == "created" for one in done)
    counts = {"total": len(done), "created": created, "updated": len(done) - created - len(errors)}
    return {"success": True, **counts, "failed": len(errors), "errors": errors}


def _email_of(raw: Any) -> str:
    email = raw.get("email") if isinstance(raw, dict) else None
    return email if isinstance(email, str) and email else "unknown"
