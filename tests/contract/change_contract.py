"""What a provider promises that can ask for what changed since; over real HTTP, beside the suite for all."""

from __future__ import annotations

from contextlib import aclosing
from typing import ClassVar

from crmdesk.demo.site.site import Site
from crmdesk.providers.contract import Cursor, Page, Provider
from tests.contract.account_contract import AccountContract


class ChangeContract(AccountContract):
    """`counts_all`: an incremental list also tells how many records there are, so that one that vanished is noticed."""

    counts_all: ClassVar[bool] = False

    async def since(self, account: Provider, cursor: Cursor | None) -> list[Page]:
        """An incremental pull."""
        assert cursor is not None
        async with aclosing(account.pages(self.kind, cursor)) as pages:
            return [page async for page in pages]

    async def test_the_next_pull_asks_for_what_changed_since(self, account: Provider, site: Site) -> None:
        whole = await self.whole(account)
        changed = {site.somebody_else("edit") for _ in range(25)}
        pages = await self.since(account, whole[-1].next_since)
        ids = {account.identify(self.kind, payload) for page in pages for payload in page.payloads}
        assert ids == changed
        assert [page.next_since is None for page in pages] == [True] * (len(pages) - 1) + [False]
        assert (pages[-1].next_since or "") >= (whole[-1].next_since or "")

    async def test_a_pull_that_was_gone_on_with_does_not_say_since_when(self, account: Provider) -> None:
        places = [page.resume for page in await self.whole(account) if page.resume is not None]
        async with aclosing(account.pages(self.kind, None, places[len(places) // 2] if places else None)) as told:
            assert not places or [page.next_since async for page in told][-1] is None

    async def test_what_was_deleted_for_good_shows_in_what_is_counted(self, account: Provider, site: Site) -> None:
        since = (await self.whole(account))[-1].next_since
        site.book.delete(site.book.ids()[3])
        last = (await self.since(account, since))[-1]
        assert last.everything == (site.book.count if self.counts_all else None)
