"""The functions of the seed 000 over Convex's HTTP API, and by the vendor's own client where it can be installed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from crmdesk.demo.dex.twin import Dex
from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account
from crmdesk.store.search.folding import fold
from tests.api.dialects.served import CONTACTS, Served
from tests.patience import PATIENCE


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("dex"), ["dex"]) as served:
        yield served


def asked(client: httpx.Client, kind: str, path: str, args: Any = None, **more: Any) -> Any:
    """The value of a function, or what it threw."""
    answer = client.post(f"/api/{kind}", json={"path": path, "args": args or {}, **more})
    told = answer.json()
    assert (answer.status_code, told["logLines"]) == ({"success": 200, "error": 560}[told["status"]], [])
    return told["value"] if told["status"] == "success" else told["errorMessage"]


def test_without_a_dex_account_lists_are_empty_and_the_rest_throws(served: Served) -> None:
    dashboard = served.client("read", "write", "sync")
    empty = {"contacts": [], "total": 0, "hasMore": False}
    assert asked(dashboard, "query", "dexQueries:listContacts") == empty
    stats = {"totalContacts": 0, "lastSyncTime": None, "contactsModifiedSinceSync": 0}
    assert asked(dashboard, "query", "dexQueries:getSyncStats") == stats
    assert "No Dex account" in asked(dashboard, "mutation", "dexAdmin:triggerManualSync")
    assert "No Dex account" in asked(dashboard, "action", "dexActions:fetchDexContacts")


@pytest.fixture(scope="module")
def connected(served: Served) -> tuple[Account, httpx.Client]:
    account = served.connect("dex", "v1")
    return account, served.client("read", "write", "sync")


def test_what_is_asked_for_is_there_after_the_sync_that_was_triggered(
    served: Served, connected: tuple[Account, httpx.Client]
) -> None:
    account, dashboard = connected
    live = asked(dashboard, "action", "dexActions:testFetchDexContacts")
    assert (live["totalContacts"], len(live["sampleContacts"])) == (CONTACTS, 3)
    assert (live["availableFields"], served.total()) == (list(live["sampleContacts"][0]), 0)
    assert len(asked(dashboard, "action", "dexActions:fetchDexContacts")["contacts"]) == CONTACTS
    assert asked(dashboard, "mutation", "dexSync:triggerManualSync") == {"success": True}
    served.on(lambda desk: desk.sync([account.id]))  # waits for the one that was begun
    everybody = asked(dashboard, "query", "dexQueries:listContacts", {"limit": 1000})["contacts"]
    page = asked(dashboard, "query", "dexQueries:listContacts", {"limit": 7})
    assert (len(page["contacts"]), page["total"], page["hasMore"]) == (7, len(everybody), True)
    first = everybody[0]
    assert {"_id", "_creationTime", "dexId", "lastSyncedAt", "lastModifiedAt"} <= first.keys()
    assert first == asked(dashboard, "query", "dexQueries:getContactById", {"contactId": first["_id"]})
    assert first == asked(dashboard, "query", "dexQueries:getContactByDexId", {"dexId": first["dexId"]})
    names = [fold(one["lastName"]) for one in everybody if "lastName" in one]
    assert names == sorted(names)
    term = next(one["firstName"] for one in everybody if len(one.get("firstName", "")) > 3)
    hits = asked(dashboard, "query", "dexQueries:listContacts", {"searchTerm": term[1:3].upper()})["contacts"]
    assert hits
    assert all(term[1:3].lower() in " ".join(map(str, one.values())).lower() for one in hits)
    met: list[str] = []
    cursor: str | None = None
    while True:
        given = {"limit": 15, **({"cursor": cursor} if cursor else {})}
        part = asked(dashboard, "query", "dexQueries:listContactsPaginated", given)
        met += [one["_id"] for one in part["contacts"]]
        if (cursor := part["nextCursor"]) is None:
            break
    assert sorted(met) == sorted(one["_id"] for one in everybody)
    handle = next(one["instagram"] for one in everybody if one.get("instagram"))
    found = asked(dashboard, "query", "dexQueries:getContactsByInstagram", {"instagram": handle})["contacts"]
    assert {one["instagram"] for one in found} == {handle}
    recent = asked(dashboard, "query", "dexQueries:getRecentlySyncedContacts")
    assert recent["count"] == len(everybody)


def test_edits_go_to_dex_and_what_is_wrong_throws_and_changes_nothing(
    served: Served, connected: tuple[Account, httpx.Client]
) -> None:
    account, dashboard = connected
    served.on(lambda desk: desk.sync([account.id]))
    id_ = asked(dashboard, "query", "dexQueries:listContacts", {"limit": 1})["contacts"][0]["_id"]
    before = asked(dashboard, "query", "dexQueries:getSyncStats")
    assert (before["totalContacts"] > 7, before["contactsModifiedSinceSync"]) == (True, 0)
    done = asked(dashboard, "mutation", "dexSync:updateContactDescription", {"contactId": id_, "description": "met"})
    assert done == {"success": True, "contactId": id_}
    updates = {
        "firstName": "Ada",
        "instagram": "quill",
        "emails": [{"email": "ada@quill.example"}],
        "birthday": "1990-01-15",
    }
    updates |= {"phones": [{"phone": "+44 20 7946 0958"}]}
    args = [{"contactId": id_, "updates": updates}]  # as the vendor's client sends them
    assert asked(dashboard, "mutation", "dexSync:updateContact", args, format="convex_encoded_json") == done
    contact = asked(dashboard, "query", "dexQueries:getContactById", {"contactId": id_})
    assert {name: contact[name] for name in updates} == updates
    assert contact["description"] == "met"
    modified = asked(dashboard, "query", "dexQueries:getRecentlyModifiedContacts", {"hoursAgo": 1})
    assert [one["_id"] for one in modified["contacts"]] == [id_]
    assert asked(dashboard, "query", "dexQueries:getSyncStats")["contactsModifiedSinceSync"] == 1
    served.on(lambda desk: desk.sync([account.id]))
    site = served.crms.sites["dex"]
    assert isinstance(site, Dex)
    assert site.book.find_email("ada@quill.example") == [contact["dexId"]]
    known = served.on(lambda desk: _history(desk, int(id_)))
    wrong: list[tuple[str, str, Any]] = [
        ("query", "dexQueries:nothing", {}),
        ("query", "dexSync:updateContactDescription", {"contactId": id_, "description": "by a query"}),
        ("mutation", "dexQueries:listContacts", {}),
        ("mutation", "dexSync:updateContactDescription", {"contactId": id_}),
        ("mutation", "dexSync:updateContactDescription", {"contactId": id_, "description": 7}),
        ("mutation", "dexSync:updateContact", {"contactId": id_, "updates": {"nickname": "x"}}),
        ("mutation", "dexSync:updateContact", {"contactId": id_, "updates": {"birthday": "some day"}}),
        ("mutation", "dexSync:updateContact", {"contactId": "999999", "updates": {"firstName": "x"}}),
        ("mutation", "dexSync:updateContact", {"contactId": id_, "updates": {"firstName": {"$bytes": "AA=="}}}),
        ("query", "dexQueries:getContactById", {"contactId": "none"}),
        ("query", "dexQueries:getContactByDexId", {"dexId": "none"}),
        ("query", "dexQueries:listContacts", [{}, {}]),
        ("query", "dexQueries:listContacts", {"$limit": 1}),
    ]
    for kind, path, given in wrong:
        assert isinstance(asked(dashboard, kind, path, given), str), path
    assert "none" in asked(dashboard, "query", "dexQueries:getContactById", {"contactId": "none"})
    assert served.on(lambda desk: _history(desk, int(id_))) == known


async def _history(desk: Desk, id_: int) -> int:
    return (await desk.history(id_))[1]


def test_functions_by_their_path_both_formats_and_the_doors_words(
    served: Served, connected: tuple[Account, httpx.Client]
) -> None:
    _, dashboard = connected
    by_path = dashboard.post("/api/run/dexQueries/getSyncStats", json={"args": {}, "format": "json"})
    assert by_path.json()["value"] == asked(dashboard, "query", "dexQueries:getSyncStats")
    three = {"limit": {"$integer": "AwAAAAAAAAA="}}
    encoded = asked(dashboard, "query", "dexQueries:listContacts", [three], format="convex_encoded_json")
    assert len(encoded["contacts"]) == 3
    assert "format" in asked(dashboard, "query", "dexQueries:listContacts", format="xml")
    reader = served.client("read")
    id_ = encoded["contacts"][0]["_id"]
    sent = {"path": "dexSync:updateContactDescription", "args": {"contactId": id_, "description": "no"}}
    refused = reader.post("/api/mutation", json=sent)
    assert (refused.status_code, refused.json()["code"]) == (403, "Forbidden")
    for answer, status in (
        (httpx.post(f"{served.url}/api/query", json={}), 401),
        (dashboard.post("/api/query", json={}), 400),
        (dashboard.post("/api/query", content=b"{", headers={"content-type": "application/json"}), 400),
        (dashboard.get("/api/query"), 405),
        (dashboard.post("/api/run/dexQueries", json={}), 404),
    ):
        assert (answer.status_code, set(answer.json())) == (status, {"code", "message"})
    assert served.total(text='description:="no"') == 0


def test_the_vendors_client_calls_queries_mutations_and_actions(
    served: Served, connected: tuple[Account, httpx.Client], outside: dict[str, str]
) -> None:
    account, _ = connected
    if "CRMDESK_CONVEX" not in outside:
        pytest.skip("not run: Convex's npm client (dev.py test provides it)")
    served.on(lambda desk: desk.sync([account.id]))
    client = Path(__file__).with_name("convex_client.cjs")
    told = subprocess.run(
        ["node", client, served.url, served.key("read", "write")],
        env={**outside, "CONVEX_PLACE": outside["CRMDESK_CONVEX"]},
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    found = json.loads(told.stdout)
    assert (len(found["listed"]["contacts"]), found["listed"]["hasMore"]) == (2, True)
    id_ = found["listed"]["contacts"][0]["_id"]
    assert found["updated"] == {"value": {"success": True, "contactId": id_}}
    contact = found["contact"]["value"]
    assert (contact["description"], contact["birthday"]) == ("by the vendor's client", "1990-01-15")
    assert found["fetched"]["value"]["totalContacts"] == CONTACTS
    assert found["stats"]["value"]["contactsModifiedSinceSync"] >= 1
    for name, words in {
        "unknown": "dexQueries:nothing",
        "nobody": "Contact none not found",
        "mistaken": "mutation",
    }.items():
        assert words in found[name]["thrown"]
    assert "Unauthenticated" in found["stranger"]["thrown"]
