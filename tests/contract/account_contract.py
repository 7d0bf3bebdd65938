"""A connected account of a demo CRM: what the suite for providers stands on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import ClassVar

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.providers.contract import Access, Page, Provider, RemoteId, RemoteRecord
from crmdesk.providers.registry import connect
from tests.contract.patient_clock import PatientClock

CONTACTS = 57
NOBODY = RemoteId("00000000-0000-4000-8000-000000000000")


class AccountContract:
    """What the suite stands on: `provider` and `api` say whom it is for.

    `ends_itself`: its lists end by a cursor that the CRM sends, not by a count.
    """

    provider: ClassVar[str]
    api: ClassVar[str]
    kind: ClassVar[Kind] = Kind.CONTACT
    ends_itself: ClassVar[bool] = True
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
        given = {"base_url": account.base_url, "page_size": "10", **account.settings, **settings}
        return connect(self.provider, given, {"key": key or account.secret}, Access(clock))

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

    async def first(self, account: Provider) -> RemoteRecord:
        """The first record of the list, read whole."""
        payload = (await self.whole(account))[0].payloads[0]
        return await account.fetch(self.kind, account.identify(self.kind, payload))
