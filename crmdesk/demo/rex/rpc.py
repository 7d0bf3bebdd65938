"""The demo Rex's real API: every call a POST of named arguments to /v1/rex, every answer in one envelope.

Described by the vendor: paths, arguments, result formats and their limits, update of child rows, record states. Seen
live by others: login, headers, errors with status 200, a rejected search as an error and an empty result, `extra` of an
error with the request's arguments and its token. The error types are class-like names as seen; which type belongs to
which failure, and the answer of `getAccessibleAccounts`, are this demo's guess.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from itertools import count
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.rex.records import CHILDREN, changes_of, modified, state_of
from crmdesk.demo.rex.site import EMAIL, ROOT, RexSite, envelope, failure
from crmdesk.demo.site.answers import Refused, answer, json_body, there
from crmdesk.demo.site.state import Record

Method = Callable[[Record], Awaitable[Any]]
_SOURCE = "marketing_enquiry_source"
_LIMITS = {"default": 100, "default_no_stubs": 100, "name_etags": 10_000, "etags": 50_000, "ids": 1_000_000}
_SEARCH = {"criteria", "order_by", "offset", "limit", "create_viewstate", "result_format", "extra_options"}


class RpcApi:
    """The services of the real API over the demo Rex's book."""

    def __init__(self, rex: RexSite) -> None:
        self._rex, self._book, self._options = rex, rex.book, rex.options
        self._rows = count(50_000_001)
        self._methods: Mapping[str, tuple[Method, set[str]]] = {
            "contacts::search": (self._search, _SEARCH),
            "contacts::read": (self._read, {"id", "fields", "extra_fields"}),
            "contacts::create": (self._create, {"data", "return_id"}),
            "contacts::update": (self._update, {"id", "data", "fields", "extra_fields"}),
            "contacts::archive": (self._state("is_archived", True), {"id"}),
            "contacts::recoverfromarchive": (self._state("is_archived", False), {"id"}),
            "contacts::trash": (self._state("is_trashed", True), {"id"}),
            "contacts::recoverfromtrash": (self._state("is_trashed", False), {"id"}),
            "userprofile::getaccessibleaccounts": (self._accounts, set()),
            "userprofile::read": (self._user, set()),
        }

    def routes(self) -> list[Route]:
        """One route: the service and its method stand in the path, in either of two notations."""
        return [Route(ROOT + "/{call:path}", self._call, methods=["POST"])]

    async def _call(self, request: Request) -> Response:
        try:
            return answer(self._shaped(request, envelope(await self._run(request))))
        except Refused as refused:
            status = refused.status if _has(request, "use_status_codes") and self._options.status_codes else 200
            token = request.headers.get("authorization", "").removeprefix("Bearer ") or None
            sent = await _sent(request)
            echo = {"method": request.path_params["call"], "arguments": sent, "token": token}
            empty = {"rows": [], "total": 0} if request.path_params["call"].lower().endswith("search") else None
            return answer(failure(refused.status, refused.message, empty, **refused.more, request_data=echo), status)

    async def _run(self, request: Request) -> Any:
        name = re.sub(r"[-_]", "", request.path_params["call"]).replace("/", "::").lower()
        arguments = await json_body(request) if await request.body() else {}
        if not isinstance(arguments, dict):
            raise Refused(400, "The body must be an object of arguments")
        if not request.headers.get("x-app-identifier"):
            raise Refused(403, "X-App-Identifier is required")
        if name == "authentication::login":
            return self._rex.sign_in(arguments)
        self._rex.check_token(request.headers.get("authorization", ""))
        if name not in self._methods:
            raise Refused(400, f"Method {request.path_params['call']} does not exist")
        method, known = self._methods[name]
        unknown = sorted(set(arguments) - known)
        if unknown and _has(request, "use_strict_arguments"):
            raise Refused(400, f"Unknown argument {unknown[0]}")
        return await method(arguments)

    def _shaped(self, request: Request, body: Record) -> Record | bytes:
        """Key names carry underscores unless a client asks to be spared them."""
        if _has(request, "strip_response_prefixes"):
            return body
        document = msgspec.json.decode(msgspec.json.encode(body))
        rows = (
            document["result"]["rows"] if isinstance(document["result"], dict) and "rows" in document["result"] else []
        )
        for row in [row for row in (*rows, document["result"]) if isinstance(row, dict)]:
            for name in ("id", "related", "etag"):
                if name in row:
                    row[f"_{name}"] = row.pop(name)
        result: Record = document
        return result

    # Services

    async def _accounts(self, arguments: Record) -> list[Record]:
        return self._rex.rex_accounts

    async def _user(self, arguments: Record) -> Record:
        if not self._options.names_user:
            raise Refused(400, "Method UserProfile/read does not exist")
        return {"id": 1, "account_user_id": "1", "email": EMAIL, "full_name": "Sam Harbour", "is_account_owner": False}

    async def _search(self, arguments: Record) -> Record:
        form = arguments.get("result_format") or "default"
        if form not in _LIMITS or form == "name_etags":
            raise Refused(422, f"result_format {form} is not known here", field="result_format")
        limit, offset = arguments.get("limit", 20), arguments.get("offset", 0)
        if not isinstance(limit, int) or not 0 < limit <= _LIMITS[form]:
            raise Refused(422, f"limit must be from 1 to {_LIMITS[form]} with this result_format", field="limit")
        with self._book.lock:
            ids = self._hits(arguments.get("criteria") or [], arguments.get("order_by"))
            shown = ids[offset : offset + limit]
            rows = shown if form == "ids" else self._shown(shown, form, arguments.get("extra_options") or {})
            self._rex.told[form] += len(shown)
        criteria = arguments.get("criteria") or [{"name": "system_record_state", "value": "active"}]
        tail = {"viewstate_id": None, "criteria": criteria, "order_by": arguments.get("order_by") or []}
        return {"rows": rows, "total": len(ids), **tail}

    def _hits(self, criteria: Any, order_by: Any) -> list[str]:
        """All ids that a search finds; the last steady search is remembered, since its next page follows."""
        asked = (self._book.revision, msgspec.json.encode([criteria, order_by]))
        if asked not in self._rex.searches or not order_by:
            self._rex.searches = {asked: self._ordered(self._found(criteria), order_by)}
        return self._rex.searches[asked]

    def _shown(self, ids: list[str], form: str, extra: Record) -> list[msgspec.Raw]:
        shape = "etags" if form == "etags" else "search"
        found = [self._book.encoded(shape, one) or b"" for one in ids]
        wanted = {name.removeprefix("related.") for name in extra.get("extra_fields", [])}
        if form == "etags" or set(CHILDREN) <= wanted:
            return [msgspec.Raw(row) for row in found]
        rows = [msgspec.json.decode(row) for row in found]
        for row in rows:
            row["related"] = {name: value for name, value in row["related"].items() if name in wanted}
        return [msgspec.Raw(msgspec.json.encode(row)) for row in rows]

    def _found(self, criteria: Any) -> list[str]:
        if isinstance(criteria, dict):
            criteria = [{"name": name, "type": "is", "value": value} for name, value in criteria.items()]
        by_name = {one["name"]: one for one in criteria}
        states = _listed(by_name.pop("system_record_state", {"value": "active"})["value"])
        ids = self._candidates(by_name)
        wanted = {state.encode() for state in states}
        return [one for one in ids if (self._book.encoded("state", one) or b'""').strip(b'"') in wanted]

    def _candidates(self, by_name: Mapping[str, Record]) -> list[str]:
        ids = [] if {"id", "contact.email_address"} & set(by_name) else self._book.ids()
        for name, test in sorted(by_name.items(), key=lambda item: item[0] == "system_modtime"):
            value = test.get("value")
            match name:
                case "id":
                    asked = [str(one) for one in _listed(value)]
                    ids = [one for one in asked if self._book.encoded("state", one) is not None]
                case "contact.email_address":
                    ids = self._book.find_email(str(value))
                case "system_modtime":
                    ids = [one for one in ids if modified(self._record(one)) >= int(str(value))]
                case _:
                    raise Refused(422, f"{name} is not a searchable field of this demo", field="criteria")
        return ids

    def _ordered(self, ids: list[str], order_by: Any) -> list[str]:
        """Steady by id or time of creation, alike here; by time of change; else no order is promised, nor kept."""
        if not order_by:
            turn = self._rex.requests.total % len(ids) if ids else 0
            return ids[turn:] + ids[:turn]
        if not isinstance(order_by, dict) or len(order_by) != 1:
            raise Refused(422, "order_by must be an object of a field and ASC or DESC", field="order_by")
        ((name, way),) = order_by.items()
        match name:
            case "system_modtime":
                ids = sorted(ids, key=lambda one: modified(self._record(one)))
            case "id" | "system_ctime":
                ids = sorted(ids, key=int)
            case _:
                raise Refused(422, f"{name} cannot be ordered by", field="order_by")
        return ids[::-1] if str(way).upper() == "DESC" else ids

    async def _read(self, arguments: Record) -> msgspec.Raw:
        contact = self._known(arguments.get("id"))
        self._rex.told["read"] += 1
        return self._answered(contact)

    async def _create(self, arguments: Record) -> Any:
        data = self._data(arguments)
        blank: Record = {"type": "person", "company_name": None} | {name: [] for name in CHILDREN}
        with self._book.lock:
            fresh = changes_of(data, blank, self._rows)
            made = self._book.add({"is_archived": False, "is_trashed": False, **blank, **fresh})
        return int(made) if arguments.get("return_id") else self._answered(made)

    async def _update(self, arguments: Record) -> msgspec.Raw:
        data = self._data(arguments)
        with self._book.lock:
            contact = self._known(data.get("id", arguments.get("id")))
            self._book.update(contact, changes_of(data, self._record(contact), self._rows))
            return self._answered(contact)

    def _data(self, arguments: Record) -> Record:
        data = _object(arguments.get("data"))
        if self._options.source == "object" and isinstance(data.get(_SOURCE), str):
            raise Refused(422, f"{_SOURCE} must be an object", field=_SOURCE)
        return data

    def _state(self, member: str, value: bool) -> Method:
        async def change(arguments: Record) -> int:
            with self._book.lock:
                contact = self._known(arguments.get("id"))
                if self._record(contact)[member] is value:
                    raise Refused(422, f"The record is {state_of(self._record(contact))} already", field="id")
                self._book.update(contact, {member: value})
            return 1

        return change

    def _known(self, found: Any) -> str:
        contact = str(found)
        if self._book.encoded("state", contact) is None:
            raise Refused(404, f"Record {contact} could not be found")
        return contact

    def _record(self, contact: str) -> Record:
        return there(self._book.get(contact), f"Record {contact} could not be found")

    def _answered(self, contact: str) -> msgspec.Raw:
        return msgspec.Raw(self._book.encoded("default", contact) or b"null")


async def _sent(request: Request) -> Any:
    try:
        return msgspec.json.decode(await request.body() or b"{}")
    except msgspec.DecodeError:
        return None


def _has(request: Request, option: str) -> bool:
    return option in request.headers.get("x-api-option", "")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _object(data: Any) -> Record:
    if not isinstance(data, dict):
        raise Refused(422, "data must be an object", field="data")
    return data
