"""Follow Up Boss (followupboss.com), its API v1: people, and deals that are only read.

Source of paths, names and rules: docs.followupboss.com; the members of `/identity`, of a deal and of a custom field
(`readOnly`) are seen live by others (theperrygroup/follow-up-boss, benlaube/fub-mcp). That addresses are written as a
whole list is how a public n8n node writes them; tags as objects stand in one set of notes alone, and are read too;
`picture` as a text or an object of texts is inferred. Trash is a stage there, so that people in it are archived here;
those deleted for good just vanish. A client that is not registered with the vendor may call about 12 times a second,
counted over ten seconds.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import AlreadyExists, BadResponse, NotAllowed, RemoteGone, Unsupported
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.contract import (
    Access,
    BadRecord,
    Cursor,
    Identity,
    LookupKey,
    Page,
    Provider,
    RemoteId,
    RemoteRecord,
)
from crmdesk.providers.http_provider import OverTransport, present
from crmdesk.providers.info import (
    REGION,
    FieldPath,
    KindInfo,
    Limits,
    ProviderInfo,
    ProviderSettings,
    Secret,
    Secrets,
    Setting,
)
from crmdesk.providers.mapping.record_map import RecordMap, with_overrides
from crmdesk.providers.wire.answer import UNREADABLE, Answer
from crmdesk.providers.wire.changes import asked_at
from crmdesk.providers.wire.failures import OF_A_LIST, OF_A_SIGN_IN
from crmdesk.providers.wire.paging import cursor_pages
from crmdesk.providers.wire.read_back import path_id, read_back, readable
from crmdesk.providers.wire.transport import Transport

READ_ONLY = "read-only"  # in the place of a custom field's type
BASE = "https://api.followupboss.com/v1"
_ALL = {"fields": "allFields"}  # custom fields are not in the usual set
_LISTS: Mapping[Kind, tuple[str, dict[str, str]]] = {
    Kind.CONTACT: ("people", {"includeTrash": "true"}),
    Kind.DEAL: ("deals", {"includeArchived": "1", "includeDeleted": "1"}),
}
_ADDRESS = "address"  # the main one of `addresses`, until it is sent
_PARTS = ("street", "city", "state", "code", "country")
_CUSTOM = re.compile(r"custom\w+")

PEOPLE = (
    FieldPath("name", "firstName+lastName", writable=False),
    FieldPath("first_name", "firstName"),
    FieldPath("last_name", "lastName"),
    FieldPath("emails", "emails[].value", "emails", label="type", primary="isPrimary"),
    FieldPath("phones", "phones[].value", "phones", label="type", primary="isPrimary"),
    FieldPath("tags", "tags[].name", "tags", write="tags"),
    FieldPath("description", "background", "note"),
    FieldPath("stage", "stage", clearable=False),
    FieldPath("source", "source", writable=False, at_create=True),
    FieldPath("source_ref", "sourceUrl", writable=False, at_create=True),
    FieldPath("street", "addresses.0.street", "note", write=f"{_ADDRESS}.street"),
    FieldPath("city", "addresses.0.city", write=f"{_ADDRESS}.city"),
    FieldPath("region", "addresses.0.state", write=f"{_ADDRESS}.state"),
    FieldPath("postcode", "addresses.0.code", write=f"{_ADDRESS}.code"),
    FieldPath("country", "addresses.0.country", write=f"{_ADDRESS}.country"),
    FieldPath("role", "type", writable=False),
    FieldPath("image", "picture", "picture", writable=False),
    FieldPath("custom.Assigned to", "assignedTo", "choice", writable=False),
    FieldPath("custom.Price", "price", "word", writable=False),
    FieldPath("custom.Timeframe", "timeframe", "choice", writable=False),
    FieldPath("last_seen", "lastActivity", "moment", writable=False),
)
DEALS = tuple(
    FieldPath(field, path, codec, writable=False)
    for field, path, codec in (
        ("name", "name", "text"),
        ("stage", "stageName", "text"),
        ("contacts", "people[].id|peopleIds[]", "references"),
        ("price", "price", "word"),
        ("description", "description", "note"),
        ("settles", "projectedCloseDate", "date"),
    )
)


class _Meta(msgspec.Struct):
    total: int | None = None
    next: str | int | None = None


class _List(msgspec.Struct):
    meta: _Meta = msgspec.field(name="_metadata", default_factory=_Meta)
    people: list[msgspec.Raw] | None = None
    deals: list[msgspec.Raw] | None = None
    customfields: list[msgspec.Raw] | None = None


class _CustomField(msgspec.Struct, rename="camel"):
    name: str
    type: str = "text"
    read_only: bool | None = None

    @property
    def told(self) -> str:
        return f"{self.name}:{READ_ONLY if self.read_only else self.type}"


class _Named(msgspec.Struct):
    id: int | str | None = None
    name: str | None = None
    email: str | None = None


class _Whose(msgspec.Struct):
    account: _Named | None = None
    user: _Named | None = None


_READ = msgspec.json.Decoder(_List)
_WHOSE = msgspec.json.Decoder(_Whose)
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_CUSTOM_FIELD = msgspec.json.Decoder(_CustomField)


class FollowUpBoss(OverTransport):
    """One account, as far as its key may see: an agent's key shows the agent's own people."""

    info: ClassVar[ProviderInfo]

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport)
        self._key = key
        self._size = settings.get("page_size") or "100"
        self._kinds = {info.kind: info for info in kinds(settings)}
        rows = self._kinds[Kind.CONTACT].field_map
        known = ("name", "created", "updated")
        self._maps = {
            Kind.CONTACT: RecordMap(Kind.CONTACT, rows, version="updated", known=known),
            Kind.DEAL: RecordMap(Kind.DEAL, DEALS, known=("status",)),
        }
        fresh = [replace(row, writable=row.writable or row.at_create) for row in rows]
        self._creates = RecordMap(Kind.CONTACT, fresh)

    def kind_info(self, kind: Kind) -> KindInfo:
        """People and deals. Raises Unsupported."""
        if kind not in self._kinds:
            raise Unsupported(f"Follow Up Boss has no {kind.plural} for the desk.")
        return self._kinds[kind]

    async def whoami(self) -> Identity:
        """`/identity` names account and user; `/me` would do so too, but shows the key itself."""
        # 403: the account itself may have expired.
        answer = await self._transport.request("GET", "/identity", on=OF_A_SIGN_IN)
        whose = answer.decode(_WHOSE)
        account, user = whose.account or _Named(), whose.user or _Named()
        known = self._key if account.id is None else f"{account.id} {user.id}"
        mark = hashlib.sha256(f"crmdesk follow_up_boss {known}".encode()).hexdigest()
        who = f"{user.name} ({user.email})" if user.name and user.email else user.name or user.email
        return Identity(mark[:24], ", ".join(filter(None, (who, account.name))) or f"Follow Up Boss (key {mark[:6]})")

    async def discover(self) -> ProviderSettings:
        """The account's custom fields, by name and type; nothing where the key may not list them."""

        async def read(cursor: Cursor | None) -> Page:
            return (await self._page("customFields", {}, cursor, urgent=True))[0]

        try:
            told = [page.payloads async for page in cursor_pages(read, self._maps[Kind.CONTACT].identify)]
            found = [_CUSTOM_FIELD.decode(one) for payloads in told for one in payloads]
        except (NotAllowed, BadResponse, *UNREADABLE):
            return {}
        named = sorted(one.told for one in found if _CUSTOM.fullmatch(one.name))
        return {"custom_fields": ",".join(named)}

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """The list by id, which no change moves: the whole, or what changed since."""
        changes = self.kind_info(kind).incremental
        path, asked = _LISTS[kind]
        asked = {"sort": "id", **_ALL, **asked} | ({"updatedAfter": since} if since and changes else {})
        began: Cursor | None = None

        async def read(cursor: Cursor | None) -> Page:
            nonlocal began
            page, at = await self._page(path, asked, cursor)
            began = began or at
            # A list that is gone on with was begun at a time that nobody remembers.
            told = changes and page.resume is None and resume is None
            everything = await self._count(path) if since and changes and page.resume is None else None
            return replace(page, next_since=began if told else None, everything=everything)

        async with aclosing(cursor_pages(read, self._maps[kind].identify, resume)) as pages:
            async for page in pages:
                yield page

    def identify(self, kind: Kind, payload: bytes) -> RemoteId:
        """The record's id. Raises BadRecord."""
        return self._maps[kind].identify(payload)

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The record a payload stands for. Raises BadRecord."""
        record = self._maps[kind].read(payload)
        if kind is Kind.CONTACT:
            return replace(record, archived=True) if record.values.get("stage") == "Trash" else record
        status = msgspec.json.decode(payload).get("status")
        return replace(record, archived=status == "Archived", deleted=status == "Deleted")

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one record whole. Raises RemoteGone, also for a deal that is marked as deleted."""
        return present(await self.detail(kind, id), self.info.title)

    async def detail(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """One record for a pull, deleted or not."""
        self.kind_info(kind)
        answer = await self._transport.request("GET", f"/{_LISTS[kind][0]}/{path_id(id)}", params=_ALL)
        answer.decode_list(_MEMBERS)  # what is no object at all is the answer's fault, not one record's
        record = self.read(kind, answer.body)
        if record.id != id:
            raise answer.unusable("Follow Up Boss answered with another record than the one asked for.")
        return record

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """People with the first email address."""
        if key.email is None or kind is not Kind.CONTACT:
            return ()
        page, _ = await self._page("people", {**_ALL, "email": key.email}, None, urgent=True)
        return readable(self._maps[kind], page.payloads)

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a person, which starts no automation. Raises AlreadyExists, Rejected, OutcomeUnknown."""
        self._refuse_all_but_people(kind)
        body = with_address(self._creates.write(split_name(values)), b"{}")
        answer = await self._transport.request("POST", "/people", params={"deduplicate": "true"}, json=body)
        made = self._shown(answer)
        if made is None:
            raise answer.unusable("Follow Up Boss did not say which person it made.")
        if answer.status == 200:
            raise AlreadyExists("Follow Up Boss has a person with this email or phone.", remote_id=made.id)
        sent = {row.field for row in self._creates.rows if row.field in values}
        return made if sent <= made.fields else await read_back(self.fetch(kind, made.id), made.id)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Send the changed fields; a list goes whole. Raises RemoteGone, Rejected, OutcomeUnknown."""
        self._refuse_all_but_people(kind)
        if not (body := self._maps[kind].write(patch)):
            return await self.fetch(kind, current.id)
        body = with_address(body, current.payload)
        answer = await self._transport.request("PUT", f"/people/{path_id(current.id)}", json=body)
        changed = self._shown(answer)
        if changed is not None and changed.id == current.id and current.fields <= changed.fields:
            return changed
        return await read_back(self.fetch(kind, current.id))

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Delete a person for good; one that is gone counts as deleted."""
        self._refuse_all_but_people(kind)
        try:
            await self._transport.request("DELETE", f"/people/{path_id(id)}")
        except RemoteGone:
            return

    async def _page(
        self, path: str, asked: Mapping[str, str], cursor: Cursor | None, *, urgent: bool = False
    ) -> tuple[Page, Cursor | None]:
        """A page, and from when on to ask next for what changed: shortly before the server's time of this answer."""
        params = {**asked, "limit": self._size} | ({"next": cursor} if cursor else {})
        answer = await self._transport.request("GET", f"/{path}", params=params, urgent=urgent, on=OF_A_LIST)
        envelope, cut = answer.decode_list(_READ)
        found: list[msgspec.Raw] | None = getattr(envelope, path.lower())
        if found is None:
            raise answer.unusable(f"Follow Up Boss answered without a list of {path}.")
        following = Cursor(str(envelope.meta.next)) if envelope.meta.next else None
        return Page(cut(found), following, envelope.meta.total), asked_at(answer)

    async def _count(self, path: str) -> int | None:
        """How many there are, trash and all: what was deleted for good shows in no list of changes."""
        params = {"limit": "1", **_LISTS[Kind.CONTACT][1]}
        answer = await self._transport.request("GET", f"/{path}", params=params, urgent=False, on=OF_A_LIST)
        return answer.decode(_READ).meta.total

    def _refuse_all_but_people(self, kind: Kind) -> None:
        if kind is not Kind.CONTACT:
            raise Unsupported("The desk changes only people in Follow Up Boss.")

    def _shown(self, answer: Answer) -> RemoteRecord | None:
        """The person that a write was answered with, None where it cannot be read."""
        answer.decode_list(_MEMBERS)
        try:
            return self.read(Kind.CONTACT, answer.body)
        except BadRecord:
            return None


def with_address(body: dict[str, Any], payload: bytes) -> dict[str, Any]:
    """What is sent, the parts of the main address put into the list of them, which goes whole."""
    parts = body.pop(_ADDRESS, None)
    if parts is None:
        return body
    held = msgspec.json.decode(payload).get("addresses")
    first, *others = (held if isinstance(held, list) else []) or [{"type": "home"}]
    main = {**first, **parts}
    said = any(text for name, text in main.items() if name in _PARTS)
    # An emptied one keeps its place before others, else the next one would be the main one.
    return {**body, "addresses": [main, *others] if said or others else []}


def custom_rows(settings: ProviderSettings) -> list[FieldPath]:
    """The custom fields that the sign-in met; what is no text there is shown, and changed only there."""
    named = [one.strip().partition(":") for one in settings.get("custom_fields", "").split(",") if one.strip()]
    return [
        FieldPath(f"custom.{name.removeprefix('custom')}", name, "word", writable=type_ in ("", "text", "dropdown"))
        for name, _, type_ in named
    ]


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind. Raises UserInputError."""
    people = with_overrides((*PEOPLE, *custom_rows(settings)), settings)
    deals = KindInfo(Kind.DEAL, DEALS, searches=False, creates=False, updates=False, deletes=False)
    return (KindInfo(Kind.CONTACT, people, incremental=True), deals)


def base_url(settings: ProviderSettings) -> str:
    """The address up to `/v1`; the origin alone will do. Raises UserInputError."""
    address = parse_address(settings.get("base_url") or BASE)
    return address.origin + (address.path or "/v1")


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one account: the key is the user name of Basic, without a password. Raises UserInputError."""
    key = secrets["key"]
    basic = b64encode(f"{key}:".encode()).decode()
    headers = {"Authorization": f"Basic {basic}"}
    known = (key, basic)
    transport = Transport(
        base_url(settings),
        headers,
        INFO.limits,
        clock=access.clock,
        secrets=known,
        budget=access.budget,
        carry=access.carry,
    )
    return FollowUpBoss(transport, settings, key)


INFO = FollowUpBoss.info = ProviderInfo(
    key="follow_up_boss",
    title="Follow Up Boss",
    place=6,
    settings=(
        Setting("base_url", "Base address", BASE),
        Setting("page_size", "People a page", "100", ("10", "25", "50", "100")),
        REGION,
        Setting("custom_fields", "Custom fields", found=True),
    ),
    secrets=(Secret("key", "API key", "FUB_API_KEY", "Follow Up Boss: Admin, API"),),
    kinds=kinds({}),
    limits=Limits(per_second=10.0, concurrent=4),
    key_help="In Follow Up Boss, open Admin, then API, and create an API key.",
    key_url="https://app.followupboss.com/2/api",
)
