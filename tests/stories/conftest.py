"""A fresh world for each story; one set of demo CRMs for all of them, put back before each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from crmdesk.demo.server import DemoCrms
from tests.judged_crms import described, judged_sites
from tests.stories.crm_world import CrmWorld
from tests.world import WHOLE_LISTS, World

CONTACTS = 40
__all__ = ["described"]


@pytest.fixture(scope="module")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(CONTACTS, crms=judged_sites(), dex=WHOLE_LISTS) as crms:
        yield crms


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[World]:
    """The CRM untouched, a desk not yet opened; closed at the end."""
    async with World.untouched(running, "dex", tmp_path / "profile") as made:
        yield made


@pytest.fixture
async def crm_world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[CrmWorld]:
    """The same with the demo of the CRM API."""
    async with CrmWorld.untouched(running, "crm_api", tmp_path / "profile") as made:
        yield made
