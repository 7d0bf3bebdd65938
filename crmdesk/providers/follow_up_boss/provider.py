"""Follow Up Boss (followupboss.com), its API v1: people, and deals that are only read.

Source of paths, names and rules: docs.followupboss.com; the members of `/identity`, of a deal and of a custom field
(`readOnly`) are seen live by others (theperrygroup/follow-up-boss, benlaube/fub-mcp). That addresses are written as a
whole list is how a public n8n node writes them; tags as objects stand in one set of notes alone, and are read too;
`picture` as a text or an object of texts is inferred. Trash is a stage there, so that people in it are archived here;
those deleted for good just vanish. A client that is not registered with the vendor may call about 12 times a second,
counted over ten seconds.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.errors import BadResponse, NotAllowed
from crmdesk.providers.contract import Access, Identity, Provider, RemoteRecord
from crmdesk.providers.follow_up_boss.info import ADDRESS, INFO, base_url, kinds
from crmdesk.providers.http_provider import fingerprint
from crmdesk.providers.info import ProviderInfo, ProviderSettings, Secrets
from crmdesk.providers.rest_provider import Paging, Resource, RestProvider
from crmdesk.providers.wire.answer import UNREADABLE
from crmdesk.providers.wire.failures import OF_A_SIGN_IN
from crmdesk.providers.wire.transport import Transport, transport_for

READ_ONLY = "read-only"  # in the place of a custom field's type
_ALL = {"fields": "allFields"}  # custom fields are not in the usual set
_BY_ID = {"sort": "id"}  # which no change moves
_CUSTOM_FIELDS = Resource("/customFields", "customfields")
_PARTS = ("street", "city", "state", "code", "country")
_CUSTOM = re.compile(r"custom\w+")


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


_WHOSE = msgspec.json.Decoder(_Whose)
_CUSTOM_FIELD = msgspec.json.Decoder(_CustomField)


class FollowUpBoss(RestProvider):
    """One account, as far as its key may see: an agent's key shows the agent's own people."""

    info: ClassVar[ProviderInfo] = INFO
    paging = Paging("limit", "next", beside="_metadata", following="next", total="total")
    resources: ClassVar[Mapping[Kind, Resource]] = {
        Kind.CONTACT: Resource(
            "/people",
            "people",
            version="updated",
            known=("name", "created", "updated"),
            listed={**_BY_ID, "includeTrash": "true"},
            whole=_ALL,
            since="updatedAfter",
            email="email",
            made={"deduplicate": "true"},  # and no automation starts, as one does from an event
            there=200,
        ),
        Kind.DEAL: Resource(
            "/deals",
            "deals",
            known=("status",),
            listed={**_BY_ID, "includeArchived": "1", "includeDeleted": "1"},
            whole=_ALL,
        ),
    }

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport, kinds(settings), settings.get("page_size") or "100")
        self._key = key

    async def whoami(self) -> Identity:
        """`/identity` names account and user; `/me` would do so too, but shows the key itself."""
        # 403: the account itself may have expired.
        answer = await self._transport.request("GET", "/identity", on=OF_A_SIGN_IN)
        whose = answer.decode(_WHOSE)
        account, user = whose.account or _Named(), whose.user or _Named()
        mark = fingerprint(self.info.key, self._key if account.id is None else f"{account.id} {user.id}")
        who = f"{user.name} ({user.email})" if user.name and user.email else user.name or user.email
        return Identity(mark, ", ".join(filter(None, (who, account.name))) or f"Follow Up Boss (key {mark[:6]})")

    async def discover(self) -> ProviderSettings:
        """The account's custom fields, by name and type; nothing where the key may not list them."""
        try:
            found = [_CUSTOM_FIELD.decode(one) for one in await self._all(_CUSTOM_FIELDS)]
        except (NotAllowed, BadResponse, *UNREADABLE):
            return {}
        return {"custom_fields": ",".join(sorted(one.told for one in found if _CUSTOM.fullmatch(one.name)))}

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The record a payload stands for. Raises BadRecord."""
        record = super().read(kind, payload)
        if kind is Kind.CONTACT:
            return replace(record, archived=True) if record.values.get("stage") == "Trash" else record
        status = msgspec.json.decode(payload).get("status")
        return replace(record, archived=status == "Archived", deleted=status == "Deleted")

    def _fitted(self, kind: Kind, body: dict[str, Any], before: bytes) -> dict[str, Any]:
        return with_address(body, before)


def with_address(body: dict[str, Any], payload: bytes) -> dict[str, Any]:
    """What is sent, the parts of the main address put into the list of them, which goes whole."""
    parts = body.pop(ADDRESS, None)
    if parts is None:
        return body
    held = msgspec.json.decode(payload).get("addresses")
    first, *others = (held if isinstance(held, list) else []) or [{"type": "home"}]
    main = {**first, **parts}
    said = any(text for name, text in main.items() if name in _PARTS)
    # An emptied one keeps its place before others, else the next one would be the main one.
    return {**body, "addresses": [main, *others] if said or others else []}


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one account: the key is the user name of Basic, without a password. Raises UserInputError."""
    key = secrets["key"]
    basic = b64encode(f"{key}:".encode()).decode()
    headers = {"Authorization": f"Basic {basic}"}
    return FollowUpBoss(transport_for(access, base_url(settings), headers, INFO.limits, (key, basic)), settings, key)


__all__ = ["base_url", "connect", "kinds"]
