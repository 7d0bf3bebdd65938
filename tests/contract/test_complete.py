"""No provider without its demo CRM, and none without the suite for each of its APIs."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.providers.registry import PROVIDERS, infos
from tests.contract.provider_contract import ProviderContract


def held_to_the_contract() -> set[tuple[str, str]]:
    """The providers and APIs that a test in this folder holds to the suite."""
    for file in Path(__file__).parent.glob("test_*.py"):
        import_module(f"tests.contract.{file.stem}")
    return {(suite.provider, suite.api) for suite in ProviderContract.__subclasses__()}


@pytest.mark.parametrize("key", PROVIDERS)
def test_every_provider_has_its_demo_and_its_tests(key: str, crms: DemoCrms) -> None:
    apis = next((setting.choices for setting in PROVIDERS[key].info.settings if setting.key == "api"), ("",))
    assert {(key, api) for api in apis} <= held_to_the_contract()
    assert {account.api for account in crms.accounts if account.provider == key} == set(apis)
    assert PROVIDERS[key].info in infos()
