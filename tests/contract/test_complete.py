"""A CRM is a folder of providers, one of demo CRMs and tests named after it; none of them is without the others."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.sites import SITES
from crmdesk.providers.registry import PROVIDERS, infos
from tests.architecture import ROOT
from tests.contract.provider_contract import ProviderContract
from tests.simulation.twins import HABITS
from tests.stories import test_complete_lists, test_single_creates, test_unreadable_answers

BY_FILE = {key for key, entry in PROVIDERS.items() if entry.info.by_file}
"""Accounts by file call no CRM: `test_file` plays their disk, and holds them to what lists and pages promise. They
make, change and delete nothing, so that no create has to be single, and answer no request; the faults of a disk are in
its script."""

SHARED = {"providers": {"mapping", "wire"}, "demo": {"site", "weather"}}  # folders that are no CRM


def folders(part: str) -> set[str]:
    """The folders of a part of the package that are CRMs."""
    there = {path.parent.name for path in (ROOT / "crmdesk" / part).glob("*/__init__.py")}
    return there - SHARED[part] - BY_FILE


def held_to_the_contract(key: str) -> set[tuple[str, str]]:
    """The providers and APIs that the tests named after a CRM hold to the suite."""
    files = [file.stem for file in Path(__file__).parent.glob(f"test_{key}*.py")]
    modules = {import_module(f"tests.contract.{name}").__name__ for name in files}
    return {(suite.provider, suite.api) for suite in ProviderContract.__subclasses__() if suite.__module__ in modules}


def test_every_folder_is_found_as_what_it_is() -> None:
    assert set(PROVIDERS) - BY_FILE == folders("providers")
    assert set(SITES) == folders("demo")
    assert {key: entry.info.key for key, entry in PROVIDERS.items()} == {key: key for key in PROVIDERS}


def test_demo_crms_are_told_in_the_order_of_the_providers() -> None:
    assert list(SITES) == [info.key for info in infos() if info.key in PROVIDERS and not info.by_file]
    assert len({info.place for info in infos() if info.key in PROVIDERS}) == len(PROVIDERS)


@pytest.mark.parametrize("key", sorted(folders("providers")))
def test_every_provider_has_its_demo_and_its_tests(key: str, crms: DemoCrms) -> None:
    apis = next((setting.choices for setting in PROVIDERS[key].info.settings if setting.key == "api"), ("",))
    assert {(key, api) for api in apis} <= held_to_the_contract(key)
    assert {account.api for account in crms.accounts if account.provider == key} == set(apis)
    assert PROVIDERS[key].info in infos()


@pytest.mark.parametrize("key", sorted(folders("providers")))
def test_storms_and_laws_leave_no_provider_out(key: str) -> None:
    assert key in HABITS
    assert key in {name for name, _ in test_single_creates.CRMS}
    assert key in {name for name, _ in test_complete_lists.CRMS}
    assert key in {name.split()[0] for name in test_unreadable_answers.CRMS}
