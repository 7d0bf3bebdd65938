"""The demo Dex's legacy API, a Hasura behind /api/rest: offsets, empty answers for what is absent, replace-all lists.

Source: getdex.com/docs/api-reference (legacy pages); live-tested clients for error words, read and write names.
"""

from typing import Any
from uuid import UUID

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.dex.records import legacy_changes, legacy_rows, settled
from crmdesk.demo.dex.site import DexSite
from crmdesk.demo.site.answers import Handler, Refused, answer, json_body
from crmdesk.demo.site.keys import check
from crmdesk.demo.site.paging import by_offset
from crmdesk.demo.site.state import Ids, Record

_LISTS = ("contact_emails", "contact_phone_numbers")
_PUT_VARIABLES = {"contactId", "changes", *_LISTS, *(f"update_{name}" for name in _LISTS)}


class LegacyApi:
    """The routes of the legacy API over the demo Dex's book, with its reminders and notes."""

    def __init__(self, dex: DexSite) -> None:
        self._dex, self._book = dex, dex.book
        self._reminders, self._notes = dex.reminders, dex.timeline
        self._ids = Ids(dex.seed + 1)

    def routes(self) -> list[Route]:
        """Everything under /api/rest."""
        table: list[tuple[str, str, Handler]] = [
            ("/contacts", "GET", self._list),
            ("/contacts", "POST", self._create),
            ("/contacts/{id}", "GET", self._read),
            ("/contacts/{id}", "PUT", self._update),
            ("/contacts/{id}", "DELETE", self._delete),
            ("/search/contacts", "GET", self._search),
            ("/reminders", "GET", self._list_reminders),
            ("/reminders", "POST", self._add_reminder),
            ("/timeline_items", "GET", self._list_notes),
            ("/timeline_items", "POST", self._add_note),
            ("/timeline_items/contacts/{id}", "GET", self._list_notes),
        ]
        routes = [Route("/api/rest" + path, self._guarded(run), methods=[method]) for path, method, run in table]
        return [*routes, Route("/api/rest/{rest:path}", self._guarded(self._nothing), methods=["GET", "PUT", "POST"])]

    def _guarded(self, handler: Handler) -> Handler:
        async def run(request: Request) -> Response:
            try:
                given = request.headers.get("x-hasura-dex-api-key")
                check(given, self._dex.keys.legacy, {}, "Authentication hook unauthorized this request")
                return await handler(request)
            except Refused as refused:
                code = "access-denied" if refused.status == 401 else "validation-failed"
                body = {"path": "$", "error": refused.message, "code": code} | refused.more
                return answer(body, refused.status)

        return run

    async def _list(self, request: Request) -> Response:
        page = by_offset(self._book, "legacy", _number(request, "offset", 0), _number(request, "limit", 10))
        tail = b'],"pagination":{"total":{"count":%d}}}' % page.total
        return answer(b'{"contacts":[' + page.joined + tail)

    async def _read(self, request: Request) -> Response:
        item = self._book.encoded("legacy", _uuid(request))
        return answer(b'{"contacts":[' + (item or b"") + b"]}")

    async def _search(self, request: Request) -> Response:
        found = self._book.find_email(request.query_params.get("email", ""))
        items = [msgspec.Raw(item) for item in (self._book.encoded("legacy", one) for one in found) if item]
        return answer({"search_contacts_by_exact_email": items})

    async def _create(self, request: Request) -> Response:
        body = _variables(await json_body(request), {"contact"})
        changes = legacy_changes(body.get("contact"), "contacts_insert_input", "insert_contacts_one.args.object")
        made = self._book.add(settled({"starred": False, "is_archived": False, **changes}, {}))
        return answer({"insert_contacts_one": {"id": made}}, 201)

    async def _update(self, request: Request) -> Response:
        contact = _uuid(request)
        body = _variables(await json_body(request), _PUT_VARIABLES)
        changes = legacy_changes(body.get("changes") or {}, "contacts_set_input", "update_contacts_by_pk.args._set")
        replies: dict[str, Any] = {}
        with self._book.lock:
            before = self._book.get(contact)
            for name in _LISTS:
                replace = body.get(f"update_{name}") is True and before is not None
                old = len(before[name]) if before is not None and replace else 0
                replies[f"delete_{name}"] = {"affected_rows": old}
                rows = legacy_rows(name, body.get(name) or []) if replace else {}
                replies[f"insert_{name}"] = {"affected_rows": len(rows.get(name, []))}
                changes |= rows
            if before is not None:
                self._book.update(contact, settled(changes, before))
        replies["update_contacts_by_pk"] = None if before is None else {"id": contact}
        return answer(replies)

    async def _delete(self, request: Request) -> Response:
        contact = _uuid(request)
        return answer({"delete_contacts_by_pk": {"id": contact} if self._book.delete(contact) else None})

    async def _list_reminders(self, request: Request) -> Response:
        rows = _slice(request, self._reminders)
        return answer({"reminders": rows, "total": {"aggregate": {"count": len(self._reminders)}}})

    async def _add_reminder(self, request: Request) -> Response:
        wanted = _variables(await json_body(request), {"reminder"}).get("reminder") or {}
        known = {"text", "is_complete", "due_at_date", "due_at_time", "reminders_contacts"}
        _only(wanted, known, "reminders_insert_input")
        reminder = {
            "id": self._ids.of(len(self._reminders)),
            "body": wanted.get("text"),
            "is_complete": bool(wanted.get("is_complete")),
            "due_at_time": wanted.get("due_at_time"),
            "due_at_date": wanted.get("due_at_date"),
            "contact_ids": _linked(wanted.get("reminders_contacts")),
        }
        self._reminders.append(reminder)
        return answer({"insert_reminders_one": {"id": reminder["id"]}}, 201)

    async def _list_notes(self, request: Request) -> Response:
        contact = request.path_params.get("id")
        rows = [n for n in self._notes if contact is None or {"contact_id": contact} in n["contacts"]]
        return answer({"timeline_items": _slice(request, rows), "total": {"aggregate": {"count": len(rows)}}})

    async def _add_note(self, request: Request) -> Response:
        wanted = _variables(await json_body(request), {"timeline_event"}).get("timeline_event") or {}
        _only(wanted, {"note", "event_time", "meeting_type", "timeline_items_contacts"}, "timeline_items_insert_input")
        note = {
            "id": self._ids.of(1_000_000 + len(self._notes)),
            "note": wanted.get("note"),
            "event_time": wanted.get("event_time"),
            "meeting_type": wanted.get("meeting_type"),
            "contacts": _linked(wanted.get("timeline_items_contacts")),
        }
        self._notes.append(note)
        return answer({"insert_timeline_items_one": {"id": note["id"]}}, 201)

    async def _nothing(self, request: Request) -> Response:
        raise Refused(404, "Endpoint not found", code="not-found")


def _number(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit():
        raise Refused(400, f'invalid input syntax for type integer: "{text}"', code="parse-failed")
    return int(text)


def _uuid(request: Request) -> str:
    text = str(request.path_params["id"])
    try:
        return str(UUID(text))
    except ValueError as wrong:
        raise Refused(400, f'invalid input syntax for type uuid: "{text}"', code="data-exception") from wrong


def _variables(body: Any, known: set[str]) -> dict[str, Any]:
    if not isinstance(body, dict):
        raise Refused(400, "expected a JSON object", code="parse-failed")
    unexpected = sorted(set(body) - known)
    if unexpected:
        raise Refused(400, f"unexpected variables in variableValues: {', '.join(unexpected)}")
    return body


def _only(wanted: Any, known: set[str], kind: str) -> None:
    for name in sorted(set(wanted) - known):
        raise Refused(400, f"field '{name}' not found in type: '{kind}'")


def _linked(relation: Any) -> list[dict[str, Any]]:
    rows = relation.get("data", []) if isinstance(relation, dict) else []
    return [{"contact_id": row.get("contact_id")} for row in (rows if isinstance(rows, list) else [rows])]


def _slice(request: Request, rows: list[Record]) -> list[Record]:
    start = _number(request, "offset", 0)
    return rows[start : start + _number(request, "limit", 10)]
