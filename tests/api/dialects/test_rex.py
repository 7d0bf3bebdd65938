"""The contacts integration of the seed 002: whether Rex works, what it has now, and a sync within its limits."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import pytest

from crmdesk.demo.rex.twin import Rex
from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Run
from tests.api.dialects.served import CONTACTS, Served

ROOT = "/api/integrations/rex"
SCOPES = ("contacts:read", "sync")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("rex"), ["rex"]) as served:
        yield served


def test_without_an_account_status_is_an_answer_and_the_rest_are_bad_gateways(served: Served) -> None:
    dashboard = served.client(*SCOPES)
    status = dashboard.get(f"{ROOT}/auth/status")
    assert (status.status_code, status.json()) == (200, {"hasAccessToken": False, "hasRefreshToken": False})
    for answer in (dashboard.get(f"{ROOT}/contacts/fetch"), dashboard.post(f"{ROOT}/contacts/sync")):
        assert (answer.status_code, set(answer.json())) == (502, {"error", "detail"})
    assert set(httpx.post(f"{served.url}{ROOT}/contacts/sync").json()) == {"error", "detail"}
    assert served.client("read").post(f"{ROOT}/contacts/sync").status_code == 403


def test_what_rex_has_is_read_live_and_stored_by_a_sync_alone(served: Served) -> None:
    account = served.connect("rex", "rpc")
    site = served.crms.sites["rex"]
    assert isinstance(site, Rex)
    dashboard = served.client(*SCOPES)
    status = dashboard.get(f"{ROOT}/auth/status").json()
    assert (status["hasAccessToken"], status["valid"], len(status["accounts"])) == (True, True, 1)
    fetched = dashboard.get(f"{ROOT}/contacts/fetch").json()
    assert (fetched["count"], len({row["id"] for row in fetched["contacts"]})) == (site.book.count, site.book.count)
    assert all(row["name"] and row["updatedAt"].endswith("Z") for row in fetched["contacts"])
    assert served.total() == 0
    times = sorted(row["updatedAt"] for row in fetched["contacts"])
    some = dashboard.get(f"{ROOT}/contacts/fetch", params={"since": times[CONTACTS // 2]}).json()
    assert some["count"] == sum(time >= times[CONTACTS // 2] for time in times)
    for since in ("yesterday", "2026-09-01", "T"):
        wrong = dashboard.get(f"{ROOT}/contacts/fetch", params={"since": since})
        assert (wrong.status_code, wrong.json()["error"]) == (400, "Invalid since parameter. Must be ISO datetime.")
    done = dashboard.post(f"{ROOT}/contacts/sync", params={"since": "nonsense"}).json()
    assert (done["totalFetched"], done["upserted"]) == (site.book.count, site.book.count)
    assert served.total() == site.book.count
    assert dashboard.post(f"{ROOT}/contacts/sync", params={"since": times[0]}).status_code == 200
    site.weather.set("signed_out")
    assert dashboard.get(f"{ROOT}/auth/status").json()["valid"] is False
    failed = dashboard.get(f"{ROOT}/contacts/fetch")
    assert (failed.status_code, failed.json()["error"]) == (502, "Failed to fetch contacts from REX")
    broken = dashboard.post(f"{ROOT}/contacts/sync")
    assert (broken.status_code, broken.json()["error"]) == (500, "Failed to sync contacts")
    site.weather.clear()
    served.on(lambda desk: desk.resume(account.id))
    assert served.client(*SCOPES, accounts=("rex",)).get(f"{ROOT}/auth/status").json()["valid"] is True


def test_twenty_are_fetched_and_six_syncs_run_in_a_minute_and_the_next_waits_for_its_turn(served: Served) -> None:
    dashboard = served.client(*SCOPES)
    before = len(served.on(_runs))
    for method, path, limit in (("GET", "fetch", 20), ("POST", "sync", 6)):
        call = f"{ROOT}/contacts/{path}?since=2999-01-01T00:00:00Z"
        began, taken = time.monotonic(), 0
        while (late := dashboard.request(method, call)).status_code == 200:
            taken += 1
        came_again = (time.monotonic() - began) * limit / 60  # where the calls took so long that some were due anew
        assert limit <= taken <= limit + came_again + 1
        assert (late.status_code, set(late.json())) == (429, {"error", "detail"})
        assert 1 <= int(late.headers["retry-after"]) <= 60 // limit
        assert late.headers["ratelimit-policy"].endswith(f', "{path}";q={limit};w=60')
    assert len(served.on(_runs)) == before + taken


async def _runs(desk: Desk) -> list[Run]:
    return (await desk.runs(limit=None))[0]


def test_an_account_that_is_set_to_be_mocked_works_with_the_demo_rex(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Served(tmp_path_factory.mktemp("mocked"), []) as served:
        served.on(lambda desk: desk.add_account("rex", "Rex", {"mock": "1"}, {}))
        dashboard = served.client(*SCOPES)
        assert dashboard.get(f"{ROOT}/auth/status").json()["valid"] is True
        assert dashboard.post(f"{ROOT}/contacts/sync").json()["upserted"] == served.total(Kind.CONTACT) > 0
