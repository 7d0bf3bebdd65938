"""The contacts integration of the seed 002: whether a Rex account works, what it has now, and a sync of it.

Source: its routes (`app/api/integrations/rex`). A key stands in the place of its cookies. The desk signs in to Rex by
its own accounts, so that its routes for a sign-in with the browser are not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING, Any

import msgspec

from crmdesk.api.answers import Answer
from crmdesk.api.dialects.reading import account_of
from crmdesk.api.dialects.showing import first_text, told
from crmdesk.api.route import Dialect, Param, Route
from crmdesk.desk import LiveRecord
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.errors import DeskError

if TYPE_CHECKING:
    from crmdesk.api.call import Call

NO_ACCOUNT = "No Rex account is connected to this desk, or none that the key reaches."
BAD_SINCE = "Invalid since parameter. Must be ISO datetime."
NOT_FETCHED, NOT_SYNCED = "Failed to fetch contacts from REX", "Failed to sync contacts"
_DONE = (RunOutcome.SUCCESS, RunOutcome.PARTIAL, RunOutcome.NEEDS_REVIEW)


class _Times(msgspec.Struct):
    """When a contact was changed last, under any of the names that Rex has for it."""

    updatedAt: Any = None
    updated_at: Any = None
    last_updated: Any = None
    system_modtime: Any = None


_TIMES = msgspec.json.Decoder(_Times)


def _error(error: DeskError, status: int) -> tuple[int, dict[str, Any]]:
    return status, {"error": error.title, "detail": error.why}


_FAILURE = {
    "type": "object",
    "required": ["error", "detail"],
    "properties": {"error": {"type": "string"}, "detail": {"type": "string"}},
}
DIALECT = Dialect("rex", "Rex contacts of the seed 002", _error, _FAILURE, prefixes=("/api/integrations/rex/",))


async def status(call: Call) -> Answer:
    """Whether there is a Rex account, and whether its sign-in works; always 200."""
    account = account_of(call, "rex")
    there = account is not None
    document: dict[str, Any] = {"hasAccessToken": there, "hasRefreshToken": there}
    if account is None:
        return Answer(document)
    id_ = account.id
    try:
        who = await call.hop.over(lambda desk: desk.who(id_))
    except DeskError as error:
        return Answer({**document, "valid": False, "error": error.why})
    accounts = [{"id": account.settings.get("account_id"), "name": who.title}]
    return Answer({**document, "valid": True, "accounts": accounts})


async def fetch(call: Call) -> Answer:
    """The account's contacts as Rex has them now; nothing is stored."""
    since = _moment(call.query.get("since"))
    if call.query.get("since") and since is None:
        return Answer({"error": BAD_SINCE, "detail": "It is written as 2026-09-01T08:00:00Z."}, 400)
    account = account_of(call, "rex")
    if account is None:
        return Answer({"error": NOT_FETCHED, "detail": NO_ACCOUNT}, 502)
    id_ = account.id
    try:
        found = await call.hop.over(lambda desk: desk.live(id_, Kind.CONTACT))
    except DeskError as error:
        return Answer({"error": NOT_FETCHED, "detail": error.why}, 502)
    contacts = _shown(found, since)
    return Answer({"contacts": contacts, "count": len(contacts)})


def _shown(found: Sequence[LiveRecord], since: datetime | None) -> list[dict[str, Any]]:
    """Contacts in the seed's words; with `since` those that Rex does not say to be older."""
    rows = []
    for record in found:
        changed = _changed_at(record.payload)
        if since is not None and changed is not None and changed < since:
            continue
        row = {
            "id": record.id,
            "name": compose_name(record.values),
            "email": first_text(record.values.get("emails")),
            "phone": first_text(record.values.get("phones")),
            "notes": record.values.get("description"),
            "updatedAt": None if changed is None else changed.isoformat().replace("+00:00", "Z"),
        }
        rows.append(told(row))
    return rows


async def sync(call: Call) -> Answer:
    """Sync the account now; a `since` before its last sync lets all of the list be compared, any other says nothing."""
    account = account_of(call, "rex")
    if account is None:
        return Answer({"error": NOT_SYNCED, "detail": NO_ACCOUNT}, 502)
    since, last, id_ = _moment(call.query.get("since")), account.last_success, account.id
    wider = since is not None and last is not None and since < last
    began = monotonic()
    runs = await call.hop.over(lambda desk: desk.sync([id_], full=wider))
    run = next((run for run in runs if run.kind is Kind.CONTACT), None)
    if run is None or run.outcome not in _DONE:
        return Answer({"error": NOT_SYNCED, "detail": _why(run)}, 500)
    counts = {"upserted": run.fetched - run.quarantined - run.out_of_scope, "totalFetched": run.fetched}
    return Answer({**counts, "durationMs": round((monotonic() - began) * 1000)})


def _why(run: Run | None) -> str:
    if run is None:
        return "The account is not set to hold contacts."
    return run.error or f"The sync ended as {run.outcome}."


def _moment(text: Any) -> datetime | None:
    """A time with a `T` in it, as the seed asks for; None where it is none."""
    if not isinstance(text, str) or "T" not in text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _changed_at(payload: bytes) -> datetime | None:
    try:
        times = _TIMES.decode(payload)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    for raw in (times.updatedAt, times.updated_at, times.last_updated, times.system_modtime):
        if (at := _moment(raw)) is not None:
            return at
        if isinstance(raw, int | float | str) and str(raw).replace(".", "", 1).isdigit():
            return datetime.fromtimestamp(min(float(raw), 4e9), UTC)  # Rex's services count seconds
    return None


_TEXT: dict[str, Any] = {"type": "string"}
_SINCE = Param("since", _TEXT, "a time with a T in it, as 2026-09-01T08:00:00Z")
_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 0}
_FLAG = {"type": "boolean"}
ROUTES = (
    Route(
        "GET",
        "/api/integrations/rex/auth/status",
        status,
        "Whether there is a Rex account and its sign-in works",
        DIALECT,
        answers={
            200: {
                "type": "object",
                "required": ["hasAccessToken", "hasRefreshToken"],
                "properties": {
                    **dict.fromkeys(("hasAccessToken", "hasRefreshToken", "valid"), _FLAG),
                    "accounts": {"type": "array", "items": {"type": "object"}},
                    "error": _TEXT,
                },
            }
        },
    ),
    Route(
        "GET",
        "/api/integrations/rex/contacts/fetch",
        fetch,
        "The contacts as Rex has them now; nothing is stored",
        DIALECT,
        "contacts:read",
        "fetch",
        query=(_SINCE,),
        answers={
            200: {
                "type": "object",
                "required": ["contacts", "count"],
                "properties": {
                    "contacts": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["id", "name"],
                            "properties": dict.fromkeys(("id", "name", "email", "phone", "notes", "updatedAt"), _TEXT),
                        },
                    },
                    "count": _NUMBER,
                },
            }
        },
        errors=(400, 502, 504),
    ),
    Route(
        "POST",
        "/api/integrations/rex/contacts/sync",
        sync,
        "Sync the Rex account now",
        DIALECT,
        "sync",
        "sync",
        query=(_SINCE,),
        answers={
            200: {
                "type": "object",
                "required": ["upserted", "totalFetched", "durationMs"],
                "properties": dict.fromkeys(("upserted", "totalFetched", "durationMs"), _NUMBER),
            }
        },
        errors=(500, 502, 504),
    ),
)
