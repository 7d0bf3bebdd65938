"""The demo Rex's address book and its sign-ins, over which both of its APIs answer."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar, Literal

import msgspec

from crmdesk.demo.people import Person, person
from crmdesk.demo.rex.records import (
    FIRST_ID,
    etag_shape,
    from_person,
    list_shape,
    read_shape,
    search_shape,
    state_of,
    with_objects,
)
from crmdesk.demo.site.answers import Refused
from crmdesk.demo.site.keys import made_key
from crmdesk.demo.site.site import DemoAccount, Population, Site, Start
from crmdesk.demo.site.state import Book, Ids, Numbers, Record
from crmdesk.demo.weather.bad_answers import Listing

LIST = "/v1/rex/contacts/list"
_TYPES = {401: "TokenException", 403: "AccessException", 404: "RecordNotFoundException", 422: "ValidationException"}
EMAIL = "sam@harbour-homes.example"
ROOT = "/v1/rex"


def envelope(result: object = None, error: Record | None = None) -> Record:
    """What every answer is wrapped in."""
    return {"result": result, "error": error, "correlation": {"request_id": "demo", "correlation_id": "demo"}}


def failure(status: int, message: str, result: object = None, **extra: object) -> Record:
    """The error of an envelope."""
    kind = _TYPES.get(status, "ServerException" if status >= 500 else "BadMethodCallException")
    return envelope(result, {"message": message, "type": kind, "code": status, "extra": extra or None})


@dataclass(frozen=True, slots=True)
class RexOptions:
    """How the demo Rex settles what may differ from tenant to tenant.

    `status_codes`: whether real statuses are sent when asked for; `accounts`: how many the user has; `list_shape`: the
    envelope of the OAuth list; `rotation`: whether an old refresh token still works until the new one was used;
    `source`: whether a contact's source comes as a text, as in the vendor's examples, or as an object of a list of
    values, as in its schema for writing, and is taken in that form alone; `names_user`: whether it tells who signs in;
    `opens_first`: whether a login that names none of several accounts opens the first, in place of being refused.
    """

    status_codes: bool = True
    accounts: int = 1
    list_shape: Literal["items", "contacts", "array"] = "items"
    rotation: Literal["grace", "strict"] = "grace"
    source: Literal["text", "object"] = "text"
    names_user: bool = True
    opens_first: bool = False


class _SecondsBook(Book):
    """Rex tells times in whole seconds, so that each of its stamps is in a second of its own."""

    def stamp(self) -> str:
        """A fresh server time."""
        with self.lock:
            moment = self._now().replace(microsecond=0)
            self._last_stamp = max(moment, self._last_stamp + timedelta(seconds=1))
            return self._last_stamp.strftime("%Y-%m-%dT%H:%M:%S.000Z")


class RexSite(Site):
    """A Rex on loopback. Its `book` holds records in the names of `read`, child rows at the top."""

    key: ClassVar[str] = "rex"
    place: ClassVar[int] = 3
    notes: ClassVar[str] = "address"
    archive: ClassVar[str | None] = "is_archived"
    ids: ClassVar[tuple[type[Ids], int]] = (Numbers, FIRST_ID)
    emails_at = ("contact_emails", "email_address")
    book_type: ClassVar[type[Book]] = _SecondsBook
    population: ClassVar[Population] = Population(shared=4, apart=52, first=1_000_000)
    listings = (
        Listing(
            re.compile(f"{ROOT}/contacts/search"),
            ("result", "rows"),
            None,
            ("result", "total"),
            name="name",
            notes="address",
            updated="system_modtime",
            method="POST",
        ),
        Listing(re.compile(LIST), ("items",), name="name", notes="notes"),
    )

    def __init__(self, start: Start) -> None:
        self.options: RexOptions = start.options or RexOptions()
        self.password = made_key("rex password", start.seed)[:16]
        self.told: Counter[str] = Counter()  # rows that searches answered, by their result format, and reads
        self.searches: dict[tuple[int, bytes], list[str]] = {}  # the last one
        self.client_id = "crm-desk-demo"
        self.client_secret = made_key("rex client", start.seed)
        self.rex_accounts = [{"id": 900 + n, "name": f"Harbour Homes {n}"} for n in range(1, self.options.accounts + 1)]
        self._clear_tokens(start.seed)
        super().__init__(start)

    def _clear_tokens(self, seed: int) -> None:
        self._made, self._seed = 0, seed
        self.sessions: set[str] = set()  # tokens of the RPC services
        self.access: set[str] = set()
        self.refresh: dict[str, str] = {}  # refresh token -> the access token that it came with
        self.logins = self.renewals = 0

    def written(self, whom: Person, id: str) -> Record:
        """A person, or a company, in the names of `read`."""
        return from_person(whom, int(id) - FIRST_ID)

    def shapes(self) -> Mapping[str, Callable[[Record], object]]:
        """What the services and the dialect show."""
        return {
            "default": self._told(read_shape),
            "search": self._told(search_shape),
            "etags": etag_shape,
            "list": list_shape,
            "state": state_of,
            "moment": lambda record: record["updated_at"],
        }

    def _told(self, shape: Callable[[Record], Record]) -> Callable[[Record], Record]:
        return shape if self.options.source == "text" else lambda record: with_objects(shape(record))

    def warm(self) -> None:
        """Prepare what lists and searches answer."""
        self.book.warm("etags", "state", "search")

    def reset(self) -> None:
        """Also nobody is signed in any more."""
        super().reset()
        self.told.clear()
        self.searches.clear()
        self._clear_tokens(self.seed)

    def state(self) -> Record:
        """Also who is signed in."""
        tokens = {"sessions": sorted(self.sessions), "access": sorted(self.access), "refresh": self.refresh}
        return {**super().state(), **tokens, "made": self._made}

    def restore(self, state: Record) -> None:
        """Also whoever was signed in."""
        super().restore(state)
        self.sessions, self.access = set(state["sessions"]), set(state["access"])
        self.refresh, self._made = dict(state["refresh"]), state["made"]

    def accounts(self) -> list[DemoAccount]:
        """The RPC services by email and password, the OAuth dialect by the application's credentials."""
        base = self.origin + ROOT
        person_secret = json.dumps({"email": EMAIL, "password": self.password})
        client_secret = json.dumps({"client_id": self.client_id, "client_secret": self.client_secret})
        return [
            DemoAccount("rex", "rpc", base, person_secret),
            DemoAccount("rex", "oauth", base, client_secret, {"api": "oauth"}),
        ]

    def changes(self, method: str, path: str) -> bool:
        """Searching, reading and signing in are POSTs too."""
        return path.startswith(ROOT) and path.rsplit("/", 1)[-1] in ("create", "update", "archive", "trash")

    def error_body(self, path: str, status: int, message: str) -> bytes:
        """The envelope of the services, or the OAuth dialect's two members."""
        if path.startswith("/oauth") or path == LIST:
            return msgspec.json.encode({"error": message, "detail": f"HTTP {status}"})
        return msgspec.json.encode(failure(status, message))

    def stranger(self, number: int) -> Record:
        """A person of another seed, whose rows have numbers of their own."""
        record = from_person(person(self.seed + 7777, 3_000_000 + number), 4_000_001 + number)
        return {name: value for name, value in record.items() if name not in ("id", "created_at", "updated_at")}

    # Signing in

    def fresh(self, name: str) -> str:
        """A token or code never given out before."""
        self._made += 1
        return f"{name}-{made_key(f'rex {name} {self._made}', self._seed)}"

    def sign_in(self, arguments: Record) -> str:
        """A login to the services: the token. Raises Refused 401, and 422 where an account must be named."""
        self.logins += 1
        if (arguments.get("email"), arguments.get("password")) != (EMAIL, self.password):
            raise Refused(401, "The email address or password is incorrect")
        ids = {account["id"] for account in self.rex_accounts}
        if len(ids) > 1 and arguments.get("account_id") is None and not self.options.opens_first:
            raise Refused(422, "account_id is required for users with several accounts", field="account_id")
        if arguments.get("account_id") not in {None, *ids, *map(str, ids)}:
            raise Refused(403, "The user has no such account")
        token = self.fresh("session")
        self.sessions.add(token)
        return token

    def check_token(self, header: str) -> None:
        """Raises Refused 401 for anything but a live token; either kind of sign-in gives one."""
        if header.removeprefix("Bearer ") not in self.sessions | self.access:
            raise Refused(401, "Token has expired or is invalid")

    def sign_out(self) -> None:
        """Every token of the services and every access token ends at once."""
        self.sessions.clear()
        self.access.clear()

    def grant(self) -> dict[str, Any]:
        """Fresh tokens, as the token endpoint answers them."""
        access, refresh = self.fresh("access"), self.fresh("refresh")
        self.access.add(access)
        self.refresh[refresh] = access
        return {"access_token": access, "refresh_token": refresh, "expires_in": 3600, "token_type": "Bearer"}

    def renew(self, refresh: str) -> dict[str, Any]:
        """Fresh tokens for a refresh token, which ends. Raises Refused 400."""
        self.renewals += 1
        if refresh not in self.refresh:
            raise Refused(400, "invalid_grant")
        if self.options.rotation == "strict":
            del self.refresh[refresh]
        return self.grant()

    def check_access(self, header: str) -> None:
        """Raises Refused 401 for anything but a live access token; its first use ends older refresh tokens."""
        token = header.removeprefix("Bearer ")
        if token not in self.access:
            raise Refused(401, "invalid_token")
        issued = list(self.refresh)
        used = next((place for place, mine in enumerate(issued) if self.refresh[mine] == token), 0)
        for older in issued[:used]:
            del self.refresh[older]
