"""The demo CRMs that the providers are held to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crmdesk.demo.server import DemoCrms
from tests.contract.account_contract import CONTACTS
from tests.judged_crms import described, judged_sites

__all__ = ["described"]

# What the suites assert is told in full, as if it stood in the test files themselves.
pytest.register_assert_rewrite(
    "tests.contract.provider_contract", "tests.contract.weather_contract", "tests.contract.wire_contract"
)


@pytest.fixture(scope="module")
def crms() -> Iterator[DemoCrms]:
    """All demo CRMs, started once for each provider; the suite resets the one it uses before each test."""
    with DemoCrms(CONTACTS, crms=judged_sites()) as crms:
        yield crms
