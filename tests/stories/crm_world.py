"""A world around the demo of the organisation's CRM API, in either generation of its server."""

from __future__ import annotations

from typing import Any

from crmdesk.demo.crm_api.twin import CrmApi
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Patch
from tests.world import World, emails

ADA: Patch = {"first_name": "Ada", "last_name": "Quill", "emails": emails("ada@quill.example")}


class CrmWorld(World):
    """A desk and a demo CRM API."""

    @property
    def crm(self) -> CrmApi:
        """The CRM, to look into and to stir."""
        site = self.crms.sites["crm_api"]
        assert isinstance(site, CrmApi)
        return site

    async def start(self, generation: str, direction: Direction = Direction.TWO_WAY) -> Account:
        """Open the desk and connect the deployment, of which only its key tells the generation."""
        await self.open()
        key = self.crm.v1 if generation == "v1" else self.crm.later
        settings = {"base_url": self.crm.origin}
        kinds = (Kind.CONTACT, Kind.EVENT)
        self.account = await self.desk.add_account("crm_api", "CRM", settings, {"key": key}, direction, kinds)
        return self.account

    def add_there(self, **fields: Any) -> str:
        """Somebody adds a contact there."""
        usual = {"firstName": "Ada", "lastName": "Quill", "email": "ada@quill.example", "status": "active"}
        more = {"subtype": "lead", "source": "manual", "tags": [], "custom": {}}
        return self.crm.book.add({**usual, **more, **fields})
