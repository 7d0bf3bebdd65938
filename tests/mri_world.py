"""A desk and a demo MRI Vault, as stories need them."""

from __future__ import annotations

import json

from crmdesk.demo.mri_vault.twin import MriVault
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Run
from crmdesk.domain.values import Entry, Patch
from tests.world import World

KINDS = (Kind.DEAL, Kind.CONTACT, Kind.PROPERTY)  # in no good order
ROOT = "/api/v1.3"


class VaultWorld(World):
    """A desk and a demo MRI Vault."""

    @property
    def vault(self) -> MriVault:
        """The CRM, to look into and to stir."""
        site = self.crms.sites["mri_vault"]
        assert isinstance(site, MriVault)
        return site

    async def start(
        self, direction: Direction = Direction.TWO_WAY, api: str = "v1.3", kinds: tuple[Kind, ...] = KINDS, **more: str
    ) -> Account:
        """Open the desk and connect the agency."""
        await self.open()
        there = self.crms.account("mri_vault", api)
        given = {"base_url": there.base_url, **there.settings, **more}
        secrets = json.loads(there.secret)
        self.account = await self.desk.add_account("mri_vault", "Vault", given, secrets, direction, kinds)
        return self.account

    async def runs(self, **options: bool) -> dict[Kind, Run]:
        """Sync, and give the run of each kind."""
        return {run.kind: run for run in await self.desk.sync([self.account.id], **options)}

    async def make(self, kind: Kind, patch: Patch, *, there: bool = False) -> Item:
        """The user makes something on this computer, or in the CRM too."""
        return await self.desk.new(kind, patch, [self.account.id] if there else ())

    def remote(self, item: Item) -> str | None:
        """The id of an item in the CRM."""
        return self.record(item).remote_id

    def posts(self) -> list[str]:
        """What was created there, in order."""
        return [asked.path for asked in self.vault.requests.writes() if asked.method == "POST" and asked.status < 300]


def refs(*items: Item) -> tuple[Entry, ...]:
    """Items as people name them."""
    return tuple(Entry(str(item.id)) for item in items)


def related(world: VaultWorld, item: Item) -> set[tuple[str, int | None, bool]]:
    return {(one.field, one.item_id, one.outgoing) for one in world.desk.related(item.id)}
