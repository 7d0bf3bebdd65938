"""A small world for stories about Flex: a desk and a demo tenant."""

from __future__ import annotations

from crmdesk.demo.flex.twin import Flex
from crmdesk.domain.accounts import Account, Direction
from tests.world import World

CONTACTS = 120
WHOLE = 1  # pages of the list
CONNECTING = 5  # calls: the sign-in, the description, two look-ups of the resource type, a page of the list in order


class FlexWorld(World):
    """A desk and a demo Flex."""

    @property
    def flex(self) -> Flex:
        """The CRM, to look into and to stir."""
        site = self.crms.sites["flex"]
        assert isinstance(site, Flex)
        return site

    async def start(self, direction: Direction = Direction.TWO_WAY, **settings: str) -> Account:
        """Open the desk and connect the tenant."""
        await self.open()
        there = self.crms.account("flex")
        given = {"base_url": there.base_url, "page_size": "500", **there.settings, **settings}
        self.account = await self.desk.add_account("flex", "Flex", given, {"key": there.secret}, direction)
        return self.account

    def details(self) -> list[str]:
        """The ids whose details were asked for and answered, in order."""
        asked = self.flex.requests.all("GET", "/f5/api/contact/")
        return [one.path.rsplit("/", 1)[1] for one in asked if one.status == 200 and "search" not in one.path]

    async def ledger(self) -> int:
        """The calls that the desk has counted, after an orderly end."""
        await self.restart()
        return int(self.single("SELECT sum(calls) FROM ledger WHERE owner = ?", self.account.quota))
