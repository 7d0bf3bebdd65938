"""A connected account of a demo CRM: what the suite for providers stands on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import ClassVar

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.providers.contract import Access, Page, Provider, RemoteId, RemoteRecord
from crmdesk.providers.info import Secrets
from crmdesk.providers.registry import connect
from tests.contract.patient_clock import PatientClock

CONTACTS = 57
NOBODY = RemoteId("00000000-0000-4000-8000-000000000000")


class AccountContract:
    """What the suite stands on: `provider` and `api` say whom it is for.

    `ends_itself`: its lists end by a cursor that the CRM sends, not by a count. `line` is a field of one line that can
    be changed, `line_there` where the demo keeps it; `note` is the field that the weather spoils as notes, `note_there`
    its name in the payload; `named` the one it spoils as name. `always`: what every record speaks about. `makes`,
    `changes` and `reads` tell the weather which requests those are. `lists_first`: how many answers of the list come
    before the first answer with whole records, where lists are thin; `before_silence`: how many requests a list gets
    answered that is cut off in its midst. `mark_of_deletion`: what the CRM writes on a record that it keeps though it
    was deleted. `one`: the path of one record, with `{}` for its id; "" where none is read by itself.
    `settings`: what else the account is given.
    """

    provider: ClassVar[str]
    api: ClassVar[str]
    kind: ClassVar[Kind] = Kind.CONTACT
    ends_itself: ClassVar[bool] = True
    nobody: ClassVar[RemoteId] = NOBODY
    line: ClassVar[str] = "job_title"
    line_there: ClassVar[str] = "job_title"
    note: ClassVar[str] = "description"
    note_there: ClassVar[str] = "description"
    named: ClassVar[str] = "first_name"
    always: ClassVar[frozenset[str]] = frozenset({"first_name", "last_name", "name", "description", "emails", "phones"})
    settings: ClassVar[dict[str, str]] = {}
    makes: ClassVar[dict[str, str]] = {"method": "POST"}
    changes: ClassVar[dict[str, str]] = {"method": "PUT"}
    reads: ClassVar[dict[str, str]] = {"method": "GET"}
    one: ClassVar[str] = ""
    lists_first: ClassVar[int] = 0
    before_silence: ClassVar[int] = 3
    mark_of_deletion: ClassVar[dict[str, object]] = {}
    new: ClassVar[dict[str, Value]] = {
        "first_name": "Ada",
        "last_name": "Quill",
        "description": "met in Oslo",
        "emails": (Entry("ada@quill.example"),),
        "phones": (Entry("+442079460958", "Work"),),
    }

    @pytest.fixture
    def site(self, crms: DemoCrms) -> Site:
        """The demo CRM, untouched."""
        site = crms.sites[self.provider]
        site.reset()
        return site

    @pytest.fixture
    def clock(self) -> PatientClock:
        """Waiting takes no time."""
        return PatientClock()

    def connected(self, crms: DemoCrms, clock: PatientClock, key: str | None = None, **settings: str) -> Provider:
        """The provider for the demo's account."""
        account = crms.account(self.provider, self.api)
        given = {"base_url": account.base_url, "page_size": "10", **account.settings, **self.settings, **settings}
        return connect(self.provider, given, self.secrets(account.secret, key), self.access(crms, clock, key))

    def secrets(self, secret: str, key: str | None) -> Secrets:
        """The demo's secrets, or a wrong key in their place."""
        return {"key": key or secret}

    def access(self, crms: DemoCrms, clock: PatientClock, key: str | None) -> Access:
        """What the connection may use."""
        return Access(clock)

    @pytest.fixture
    async def account(self, crms: DemoCrms, site: Site, clock: PatientClock) -> AsyncIterator[Provider]:
        """A connected account."""
        provider = self.connected(crms, clock)
        yield provider
        await provider.close()

    async def whole(self, account: Provider) -> list[Page]:
        """All pages of the list."""
        async with aclosing(account.pages(self.kind, None)) as pages:
            return [page async for page in pages]

    async def payloads(self, account: Provider) -> list[bytes]:
        """Every record's payload as the CRM gives it whole: of the list, or of the details where the list is thin."""
        listed = [payload for page in await self.whole(account) for payload in page.payloads]
        if not account.kind_info(self.kind).lists_summaries:
            return listed
        ids = [account.identify(self.kind, payload) for payload in listed]
        return [one.payload for one in await account.details(self.kind, ids) if isinstance(one, RemoteRecord)]

    async def first(self, account: Provider) -> RemoteRecord:
        """The first record of the list, read whole."""
        payload = (await self.whole(account))[0].payloads[0]
        return await account.fetch(self.kind, account.identify(self.kind, payload))
