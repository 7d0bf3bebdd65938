"""The world of the stories, with fewer contacts: a simulation reads them all again and again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crmdesk.demo.server import DemoCrms
from tests.stories.conftest import world
from tests.world import WHOLE_LISTS

__all__ = ["running", "world"]

CONTACTS = 25


@pytest.fixture(scope="module")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(CONTACTS, dex=WHOLE_LISTS) as crms:
        yield crms
