from collections.abc import Iterator

import httpx
import pytest

from crmdesk.demo.follow_up_boss.twin import FollowUpBoss
from crmdesk.demo.server import DemoCrms
from tests.patience import PATIENCE


@pytest.fixture
def boss(running: DemoCrms) -> FollowUpBoss:
    site = running.sites["follow_up_boss"]
    assert isinstance(site, FollowUpBoss)
    site.reset()
    return site


@pytest.fixture
def api(boss: FollowUpBoss) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{boss.origin}/v1", auth=(boss.api_key, ""), timeout=PATIENCE) as client:
        yield client


def test_only_the_key_without_a_password_opens(boss: FollowUpBoss) -> None:
    for auth in (None, (boss.api_key, "secret"), ("fka_other", "")):
        refused = httpx.get(f"{boss.origin}/v1/identity", auth=auth)
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Basic")
        assert list(refused.json()) == ["errorMessage"]


def test_a_list_that_is_asked_for_nothing_hides_much(boss: FollowUpBoss, api: httpx.Client) -> None:
    first = api.get("/people").json()
    kept = [one for one in boss.book.ids() if (boss.book.get(one) or {})["stage"] != "Trash"]
    assert [str(one["id"]) for one in first["people"]] == kept[:-11:-1]
    assert first["_metadata"]["total"] == len(kept) < boss.book.count
    assert not [name for name in first["people"][0] if name.startswith("custom")]
    second = api.get("/people", params={"next": first["_metadata"]["next"]}).json()
    assert [str(one["id"]) for one in second["people"]] == kept[-11:-21:-1]
    assert api.get("/people", params={"offset": 3000}).status_code == 400


def test_where_somebody_came_from_is_never_changed(boss: FollowUpBoss, api: httpx.Client) -> None:
    first = boss.book.ids()[0]
    refused = api.put(f"/people/{first}", json={"source": "Fair"})
    assert (refused.status_code, "source" in refused.json()["errorMessage"]) == (400, True)
    assert api.delete(f"/people/{first}").status_code == 204
    assert api.delete(f"/people/{first}").status_code == 404
