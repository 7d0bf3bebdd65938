"""The CRM API's events, and the registrations that make contacts of their people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from crmdesk.api.answers import Answer
from crmdesk.api.dialects.crm_api import words
from crmdesk.api.dialects.crm_api.bodies import FromEvent, as_new_attendee, attendee_values, lacking
from crmdesk.api.dialects.crm_api.contacts import LARGEST_PAGE
from crmdesk.api.dialects.crm_api.rows import PUBLISHED, event_row, from_epoch_ms, within
from crmdesk.api.dialects.reading import added_to, converted
from crmdesk.desk import OnKnown, PutDown
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Occasion
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.values import Value, id_in
from crmdesk.errors import NotFound, UserInputError

if TYPE_CHECKING:
    from crmdesk.api.call import Call

_LATER = ("startDateAfter", "startDateBefore", "limit", "offset")


async def list_events(call: Call) -> Answer:
    """Events, the nearest first: all of a status, or a page of them where it is asked for as the later server has it.

    Only the published ones are shown where neither a status nor anything of the later server's is asked for.
    """
    asked = call.query
    later = any(asked.get(name) is not None for name in _LATER)
    status = asked.get("status") or (None if later else PUBLISHED)
    text = words.all_of(("event_type", asked.get("subtype"), None), ("status", status, PUBLISHED))
    found: Sequence[Item] = ()
    if text is not None:
        found, _ = await call.items(call.within_reach(ItemQuery(Kind.EVENT, text), searching=False), None)
    kept = within(found, _moment(asked, "startDate", "startDateAfter"), _moment(asked, "endDate", "startDateBefore"))
    document: dict[str, Any] = {"total": len(kept)}
    if later:
        limit, offset = min(asked.get("limit") or 50, LARGEST_PAGE), asked.get("offset") or 0
        kept = kept[offset : offset + limit]
        document |= {"limit": limit, "offset": offset}
    return Answer({"events": [event_row(item) for item in kept], **document}, headers=words.organisation(call))


def _moment(asked: Any, *names: str) -> int | None:
    return next((asked[name] for name in names if asked.get(name) is not None), None)


async def register(call: Call) -> Answer:
    """Put somebody down for an event; either is made where it is not known."""
    body = converted(call.body, FromEvent)
    attendee = body.attendee_info
    named = (body.event_name or "").strip() or body.event_id
    if attendee is None or lacking(attendee) or not named:
        raise UserInputError("Missing required fields: eventName, firstName, lastName, email")
    told = attendee_values(body, attendee)
    known = OnKnown.FILL if call.key.known == OnKnown.UPDATE else OnKnown.SKIP
    occasion, into, reach, headers = _occasion(body), added_to(call), call.reach(), words.organisation(call)

    def answer(done: tuple[PutDown, object], items: Sequence[Item], names: object) -> Answer:
        return Answer(_registered(call, done[0], headers["X-Organization-Id"]), headers=headers)

    try:
        return await call.act(lambda desk: desk.put_down(told, occasion, into, known, reach, as_new_attendee), answer)
    except NotFound:
        raise NotFound(words.NO_EVENT) from None


def _occasion(body: FromEvent) -> Occasion:
    """Raises UserInputError for a date that no calendar has, NotFound for an id that is none of the desk's."""
    starts: datetime | None = None
    if body.event_date is not None:
        starts = from_epoch_ms(body.event_date)
        if starts is None:
            raise UserInputError("eventDate is a time in milliseconds since 1970.")
    name = (body.event_name or "").strip()
    values: dict[str, Value] = {
        "name": name,
        "event_type": "external",
        "status": PUBLISHED,
        "description": "Event registration from external API",
    }
    if starts is not None:
        values["starts"] = starts.isoformat()
    id_ = id_in(body.event_id) if body.event_id else None
    if body.event_id and id_ is None:
        raise NotFound(words.NO_EVENT)
    return Occasion(id_, name, starts, values)


def _registered(call: Call, done: PutDown, organisation: str) -> dict[str, Any]:
    shown = {"success": True, "contactId": str(done.contact_id), "eventId": str(done.event_id)}
    if call.key.known != OnKnown.UPDATE:
        return {**shown, "message": words.CREATED if done.is_new else words.LINKED}
    if call.only_submits:
        return {"success": True, "eventId": str(done.event_id), "message": words.TAKEN}
    said = words.CREATED if done.is_new else words.UPDATED_AND_LINKED
    more = {"isNewContact": done.is_new, "organizationId": organisation}
    return {**shown, **more, "message": said}
