"""One set of demo CRMs for all tests of this folder, put back to its untouched state before each."""

from collections.abc import Iterator

import httpx
import pytest

from crmdesk.demo.dex.twin import Dex
from crmdesk.demo.server import DemoCrms
from tests.patience import PATIENCE


@pytest.fixture(scope="session")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(contacts=230, seed=1) as crms:
        yield crms


@pytest.fixture
def dex(running: DemoCrms) -> Dex:
    running.dex.reset()
    return running.dex


@pytest.fixture
def v1(dex: Dex) -> Iterator[httpx.Client]:
    headers = {"authorization": f"Bearer {dex.keys.v1}"}
    with httpx.Client(base_url=dex.origin, headers=headers, timeout=PATIENCE) as client:
        yield client


@pytest.fixture
def legacy(dex: Dex) -> Iterator[httpx.Client]:
    headers = {"x-hasura-dex-api-key": dex.keys.legacy}
    with httpx.Client(base_url=f"{dex.origin}/api/rest", headers=headers, timeout=PATIENCE) as client:
        yield client
