"""The CRM integrations of the seed 004: list, connect once tested, sync, disconnect; three codes of errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from crmdesk.demo.mri_vault.twin import MriVault
from crmdesk.desk import AccountStatus, Desk
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Patch
from tests.api.dialects.served import Served

ROOT = "/api/integrations/crm"
ALL = {"syncContacts": True, "syncProperties": True, "syncDeals": True}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("zena"), ["mri_vault", "follow_up_boss"]) as served:
        yield served


@pytest.fixture(scope="module")
def zena(served: Served) -> httpx.Client:
    return served.client("accounts", "sync")


def _error(answer: httpx.Response) -> tuple[int, str, bool]:
    told = answer.json()["error"]
    assert set(told) == {"code", "message", "retryable"}
    return answer.status_code, told["code"], told["retryable"]


def test_the_seeds_example_is_connected_synced_and_disconnected_with_its_contacts_kept(
    served: Served, zena: httpx.Client
) -> None:
    site = served.crms.sites["mri_vault"]
    assert isinstance(site, MriVault)
    ada: Patch = {"first_name": "Ada", "last_name": "Quill", "emails": (Entry("ada@quill.example"),)}
    served.on(lambda desk: desk.new(Kind.CONTACT, ada))
    credentials = {"apiKey": site.zena_key, "instanceUrl": site.origin}
    connected = zena.post(
        f"{ROOT}/mri_vault/connect",
        json={"credentials": credentials, "syncConfig": {**ALL, "syncDirection": "push"}},
    ).json()
    assert (connected["success"], connected["message"]) == (True, "Successfully connected to mri_vault")
    (row,) = zena.get(f"{ROOT}/user").json()["integrations"]
    assert row.pop("createdAt") is None
    assert row == {
        "id": connected["integrationId"],
        "provider": "mri_vault",
        "syncEnabled": True,
        "lastSyncAt": None,
        "syncConfig": {**ALL, "syncDirection": "push"},
    }
    synced = zena.post(f"{ROOT}/mri_vault/sync").json()
    assert (synced["success"], synced["contactsSynced"], synced["propertiesSynced"]) == (True, 1, 0)
    assert site.book.find_email("ada@quill.example")
    (row,) = zena.get(f"{ROOT}/user").json()["integrations"]
    assert row["createdAt"] is not None
    only_people = {"syncContacts": True, "syncProperties": False, "syncDeals": False}
    again = zena.post(
        f"{ROOT}/mri_vault/connect",
        json={"credentials": credentials, "syncConfig": {**only_people, "syncDirection": "bidirectional"}},
    ).json()
    assert again["integrationId"] == connected["integrationId"]
    (status,) = served.on(_accounts)
    assert (status.account.direction, status.account.kinds) == (Direction.TWO_WAY, (Kind.CONTACT,))
    for _ in range(2):  # also when there is none
        gone = zena.delete(f"{ROOT}/mri_vault").json()
        assert gone == {"success": True, "message": "Successfully disconnected from mri_vault"}
    assert (served.on(_accounts), served.total(Kind.CONTACT, "ada@quill.example")) == ([], 1)


async def _accounts(desk: Desk) -> list[AccountStatus]:
    return desk.accounts()


def test_what_is_refused_has_its_code_and_stores_nothing(served: Served, zena: httpx.Client) -> None:
    site = served.crms.sites["mri_vault"]
    assert isinstance(site, MriVault)
    good = {"credentials": {"apiKey": site.zena_key, "instanceUrl": site.origin}, "syncConfig": ALL}
    invalid = {
        "nonsense": good,
        "salesforce": good,
        "mri_vault": {"syncConfig": ALL},
        "dex": {"credentials": {}, "syncConfig": ALL},
    }
    for provider, body in invalid.items():
        assert _error(zena.post(f"{ROOT}/{provider}/connect", json=body)) == (400, "VALIDATION_FAILED", False)
    wrongs: tuple[Any, ...] = (
        {"credentials": {}},
        {"credentials": {}, "syncConfig": "all"},
        [],
        {**good, "credentials": {"apiKey": 7}},
    )
    for wrong in wrongs:
        assert _error(zena.post(f"{ROOT}/mri_vault/connect", json=wrong))[1] == "VALIDATION_FAILED"
    for config in ({**ALL, "syncDirection": "sideways"}, dict.fromkeys(ALL, False)):
        body = {**good, "syncConfig": config}
        assert _error(zena.post(f"{ROOT}/mri_vault/connect", json=body))[1] == "VALIDATION_FAILED"
    refused = {**good, "credentials": {"apiKey": "0" * 32, "instanceUrl": site.origin}}
    answer = zena.post(f"{ROOT}/mri_vault/connect", json=refused)
    assert _error(answer) == (500, "INTEGRATION_FAILED", True)
    assert "0" * 32 not in answer.text
    assert _error(zena.post(f"{ROOT}/mri_vault/sync")) == (500, "INTEGRATION_FAILED", True)
    assert _error(zena.post(f"{ROOT}/nonsense/sync")) == (400, "VALIDATION_FAILED", False)
    assert _error(httpx.get(f"{served.url}{ROOT}/user")) == (401, "AUTH_REQUIRED", False)
    reader = served.client("read")
    assert _error(reader.post(f"{ROOT}/mri_vault/connect", json=good)) == (403, "AUTH_REQUIRED", False)
    assert _error(reader.delete(f"{ROOT}/mri_vault")) == (403, "AUTH_REQUIRED", False)
    assert served.on(_accounts) == []


def test_every_crm_is_listed_and_a_key_of_one_account_sees_and_touches_no_other(
    served: Served, zena: httpx.Client
) -> None:
    listed = {row["provider"]: row for row in zena.get(ROOT).json()["providers"]}
    seeds = ("mri_vault", "salesforce", "top_producer", "kvcore", "follow_up_boss")
    assert [listed[key]["supported"] for key in seeds] == [True, False, False, False, True]
    assert {"dex", "rex", "flex", "crm_api"} <= listed.keys()
    assert all({"provider", "name", "description", "supported"} == row.keys() for row in listed.values())
    there = served.crms.account("follow_up_boss")
    body = {
        "credentials": {"apiKey": there.secret, "instanceUrl": there.base_url},
        "syncConfig": {"syncContacts": True},
    }
    assert zena.post(f"{ROOT}/follow_up_boss/connect", json=body).json()["success"]
    served.on(lambda desk: desk.new(Kind.CONTACT, {"name": "Elsewhere"}))
    (status,) = served.on(_accounts)
    own = served.client("accounts", "sync", accounts=(status.account.name,))
    assert len(own.get(f"{ROOT}/user").json()["integrations"]) == 1
    site = served.crms.sites["mri_vault"]
    assert isinstance(site, MriVault)
    other = {"credentials": {"apiKey": site.zena_key, "instanceUrl": site.origin}, "syncConfig": ALL}
    assert _error(own.post(f"{ROOT}/mri_vault/connect", json=other)) == (403, "AUTH_REQUIRED", False)
    synced = own.post(f"{ROOT}/follow_up_boss/sync").json()
    assert synced["contactsSynced"] == served.crms.sites["follow_up_boss"].book.count
