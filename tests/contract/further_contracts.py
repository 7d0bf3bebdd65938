"""What some providers promise: whom the CRM knows is met, and a kind that is only read is never written."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from typing import ClassVar

import pytest

from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry
from crmdesk.errors import AlreadyExists, Unsupported
from crmdesk.providers.contract import Provider, RemoteRecord
from tests.contract.account_contract import CONTACTS, AccountContract


class KnownContract(AccountContract):
    """Its CRM looks by itself whether it knows somebody before it makes them."""

    async def test_a_known_email_is_met_not_made(self, account: Provider, site: Site) -> None:
        known = site.book.ids()[0]
        email, *_ = site.emails(site.book.get(known) or {})
        with pytest.raises(AlreadyExists) as met:
            await account.create(self.kind, {**self.new, "emails": (Entry(email),)}, key="1" * 32)
        assert (met.value.remote_id, site.book.count) == (known, CONTACTS)


class ReadOnlyContract(AccountContract):
    """`read_only` is a kind that the CRM shows, and the desk only reads; `names_there` the fields that it speaks of."""

    read_only: ClassVar[Kind]
    names_there: ClassVar[frozenset[str]]

    def held(self, site: Site) -> Sequence[str]:
        """The ids of all that the CRM has of it."""
        raise NotImplementedError

    async def all_of_it(self, account: Provider) -> list[RemoteRecord]:
        """Its records, as the list tells them."""
        async with aclosing(account.pages(self.read_only, None)) as pages:
            return [account.read(self.read_only, one) async for page in pages for one in page.payloads]

    async def test_what_is_only_read_arrives_whole_and_is_never_written(self, account: Provider, site: Site) -> None:
        records = await self.all_of_it(account)
        assert sorted(record.id for record in records) == sorted(self.held(site))
        first = await account.fetch(self.read_only, records[0].id)
        assert first.values == records[0].values
        assert self.names_there <= first.values.keys()
        info = account.kind_info(self.read_only)
        assert (info.creates, info.updates, info.deletes) == (False, False, False)
        site.requests.clear()
        with pytest.raises(Unsupported):
            await account.create(self.read_only, {"name": "Other"}, key="1" * 32)
        with pytest.raises(Unsupported):
            await account.update(self.read_only, first, {"name": "Other"})
        with pytest.raises(Unsupported):
            await account.delete(self.read_only, first.id)
        assert site.requests.total == 0
