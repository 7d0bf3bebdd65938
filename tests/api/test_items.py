"""Items over the API: what is asked is done once, as one change-set of the key, and only where it reaches."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

import httpx
import pytest

from crmdesk.api import counting
from crmdesk.domain.accounts import LOCAL, LOCAL_ACCOUNT_ID, Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.json_shapes import listed_item
from crmdesk.domain.records import ItemQuery, NewRecord
from crmdesk.domain.reports import Origin
from crmdesk.domain.values import Value, entries
from crmdesk.store import Tx
from tests.api.conftest import Served

ADA = {"first_name": "Ada", "emails": ["Ada@mail.example"], "tags": ["vip"], "custom": {"lead": "hot"}}
CONTACTS = "/desk/v1/contacts"


async def many(served: Served, count: int) -> None:
    for number in range(count):
        await served.desk.new(Kind.CONTACT, {"name": f"Name {number}"})


async def test_an_item_is_made_read_changed_and_put_away(served: Served) -> None:
    async with served.client(name="form") as client:
        made = await client.post(CONTACTS, json=ADA)
        assert (made.status_code, made.headers["Location"]) == (201, f"{CONTACTS}/1")
        assert made.json()["custom"] == {"lead": "hot"}
        shown = await client.get(f"{CONTACTS}/1")
        assert (shown.json(), shown.headers["ETag"]) == (made.json(), made.headers["ETag"])
        same = await client.get(f"{CONTACTS}/1", headers={"If-None-Match": shown.headers["ETag"]})
        assert (same.status_code, same.content) == (304, b"")
        merge = {"Content-Type": "application/merge-patch+json"}
        changed = await client.patch(f"{CONTACTS}/1", content=b'{"company":"Amber","first_name":null}', headers=merge)
        assert (changed.json()["company"], changed.json()["first_name"]) == ("Amber", None)
        assert changed.json()["placed"]["taken"] == [{"account": "local", "fields": ["company", "first_name"]}]
        assert (await client.delete(f"{CONTACTS}/1")).status_code == 204
        assert (await client.get(CONTACTS, params={"trash": "true"})).json()["total"] == 1
        assert (await client.post(f"{CONTACTS}/1/restore")).status_code == 200
        history = (await client.get(f"{CONTACTS}/1/history")).json()["history"]
        assert {(change["origin"], change["key"]) for change in history} == {("api", "form")}
    sets, _ = await served.desk.changes()
    assert [one.actor for one in sets] == ["form"] * 4
    changes, _ = await served.desk.history(1)
    assert {(change.origin, change.actor) for change in changes} == {(Origin.API, "form")}


async def test_two_writers_with_one_tag_and_one_of_them_is_told(served: Served) -> None:
    async with served.client() as client:
        tag = (await client.post(CONTACTS, json=ADA)).headers["ETag"]
        asked = [
            client.patch(f"{CONTACTS}/1", json={"company": name}, headers={"If-Match": tag}) for name in ("A", "B", "C")
        ]
        answers = await asyncio.gather(*asked)
        assert sorted(answer.status_code for answer in answers) == [200, 412, 412]
        won = next(answer for answer in answers if answer.status_code == 200)
        assert (await client.get(f"{CONTACTS}/1")).json()["company"] == won.json()["company"]
        gone = await client.delete(f"{CONTACTS}/1", headers={"If-Match": tag})
        assert gone.status_code == 412
        one_of = {"If-Match": f"{tag}, {won.headers['ETag']}"}
        assert (await client.patch(f"{CONTACTS}/1", json={"custom": None}, headers=one_of)).json()["custom"] == {}
        assert (await client.patch(f"{CONTACTS}/1", json={"company": "D"}, headers=one_of)).status_code == 412


async def test_a_request_that_comes_again_is_carried_out_once(served: Served, serve: Any) -> None:
    secret = await served.key(name="again")
    headers = {"Authorization": f"Bearer {secret}", "Idempotency-Key": "one"}
    async with httpx.AsyncClient(base_url=served.url, headers=headers, trust_env=False) as client:
        first, *others = await asyncio.gather(*(client.post(CONTACTS, json={"name": "Ada"}) for _ in range(4)))
        assert {answer.status_code for answer in (first, *others)} <= {201, 409}
        told = next(answer for answer in (first, *others) if answer.status_code == 201)
        other = await client.post(CONTACTS, json={"name": "Bea"})
        assert (other.status_code, other.json()["type"]) == (422, "urn:crmdesk:IDEMPOTENCY_KEY_REUSED")
        many_headers, bulk = {"Idempotency-Key": "many"}, {"contacts": [{"emails": ["bea@mail.example"]}]}
        asked = [f"{CONTACTS}/bulk?on_known={word}" for word in ("skip", "update", "skip")]
        answers = [await client.post(path, json=bulk, headers=many_headers) for path in asked]
        assert [answer.status_code for answer in answers] == [200, 422, 200], "another query is another request"
    await served.server.stop()
    await served.desk.close()
    later = await serve()
    async with httpx.AsyncClient(base_url=later.url, headers=headers, trust_env=False) as client:
        again = await client.post(CONTACTS, json={"name": "Ada"})
    assert (again.status_code, again.content, again.headers["ETag"]) == (201, told.content, told.headers["ETag"])
    assert later.desk.counts().kinds == {Kind.CONTACT: 2}


@pytest.mark.allowed_logs("POST .* failed")
async def test_the_answer_is_kept_with_the_deed_or_neither_is(served: Served) -> None:
    """Where the answer cannot be kept, nothing was done either: they are one transaction."""
    token = {"Idempotency-Key": "k"}
    database = sqlite3.connect(served.desk.profile.database)
    async with served.client() as client:
        database.execute("CREATE TRIGGER full BEFORE INSERT ON api_answer BEGIN SELECT RAISE(ABORT, 'full'); END")
        database.commit()
        refused = await client.post(CONTACTS, json={"name": "A"}, headers=token)
        assert refused.status_code >= 500
        assert served.desk.counts().kinds == {}
        database.execute("DROP TRIGGER full")
        database.commit()
        done = await client.post(CONTACTS, json={"name": "A"}, headers=token)
        assert done.status_code == 201
        again = await client.post(CONTACTS, json={"name": "A"}, headers=token)
        assert again.content == done.content
    database.close()
    assert served.desk.counts().kinds == {Kind.CONTACT: 1}


async def test_pages_by_id_double_and_miss_nothing_while_others_write(served: Served) -> None:
    await many(served, 30)
    seen: list[str] = []
    async with served.client("contacts:read", "contacts:write", "delete") as client:
        cursor: dict[str, str] = {}
        while True:
            page = (await client.get(CONTACTS, params={"limit": 7, **cursor})).json()
            seen += [item["id"] for item in page["contacts"]]
            await client.delete(f"{CONTACTS}/{page['contacts'][0]['id']}")
            await client.post(CONTACTS, json={"name": "Aaa"})
            if page["next_cursor"] is None:
                break
            cursor = {"cursor": page["next_cursor"]}
        assert len(seen) == len(set(seen))
        assert {str(number) for number in range(1, 31)} <= set(seen)
        assert (await client.get(CONTACTS, params={"cursor": "o5"})).status_code == 400


async def test_a_list_is_searched_in_the_windows_words(served: Served) -> None:
    await many(served, 3)
    async with served.client("read") as client:
        found = await client.get(CONTACTS, params={"q": 'name:="Name 2" no:email', "sort": "-name"})
        assert [item["name"] for item in found.json()["contacts"]] == ["Name 2"]
        wrong = await client.get(CONTACTS, params={"q": "has:nothing_such"})
        assert (wrong.status_code, wrong.json()["type"]) == (400, "urn:crmdesk:QUERY_INVALID")


async def test_many_at_once_add_up_and_are_one_change_set(served: Served) -> None:
    await served.desk.new(Kind.CONTACT, {"name": "Old"})
    rows: list[Any] = [{"name": f"N{n}", "emails": [f"n{n}@mail.example"]} for n in range(20)]
    rows += [{"name": "Twin", "emails": ["N3@MAIL.example"]}, {"emails": 3}, {}, "no contact"]
    async with served.client(name="bulk") as client:
        for known, outcome in (("refuse", "failed"), ("skip", "skipped"), ("update", "updated")):
            told = (await client.post(f"{CONTACTS}/bulk", params={"on_known": known}, json={"contacts": rows})).json()
            counts = {name: told[name] for name in ("created", "updated", "unchanged", "skipped", "failed")}
            assert sum(counts.values()) == told["total"] == len(told["results"]) == 24
            assert told["results"][20]["outcome"] == outcome
            assert [one["index"] for one in told["results"]] == list(range(24))
        assert (await client.post(f"{CONTACTS}/bulk", json={"contacts": [{}] * 1_001})).status_code == 400
    sets, _ = await served.desk.changes()
    assert [one.actor for one in sets] == ["bulk", "bulk", ""]
    assert served.desk.counts().kinds == {Kind.CONTACT: 21}


async def test_a_known_email_is_refused_or_filled_in_as_the_key_says(served: Served) -> None:
    async with served.client() as client, served.client("contacts:submit", known="update") as form:
        await client.post(CONTACTS, json=ADA)
        refused = await client.post(CONTACTS, json={"emails": ["ada@MAIL.example"], "company": "Evil"})
        assert (refused.status_code, refused.json()["type"]) == (409, "urn:crmdesk:KNOWN_ALREADY")
        body = {"emails": ["ada@mail.example"], "first_name": "Eve", "company": "Amber", "tags": ["web"]}
        known = await form.post(CONTACTS, json=body)
        new = await form.post(CONTACTS, json={**body, "emails": ["new@mail.example"]})
        assert (known.status_code, known.content) == (new.status_code, new.content)
        shown = (await client.get(f"{CONTACTS}/1")).json()
        assert (shown["first_name"], shown["company"], shown["tags"]) == ("Ada", "Amber", ["vip", "web"])


async def test_what_is_out_of_reach_is_not_there(served: Served) -> None:
    await many(served, 1)
    dex = await served.desk._store.write(lambda tx: tx.accounts.add(Account(0, "dex", "Dex")))
    theirs = NewRecord(
        dex.id, Kind.CONTACT, "r1", {"name": "Theirs", "emails": entries(["t@mail.example"])}, payload=b"{}"
    )
    await served.desk._store.write(lambda tx: tx.records.insert([theirs]))
    other = {"name": "Other", "emails": ["t@mail.example"]}
    async with served.client("all", accounts=("Dex",)) as inside, served.client("all", accounts=("local",)) as here:
        assert [one["name"] for one in (await inside.get(CONTACTS)).json()["contacts"]] == ["Theirs"]
        assert [one["name"] for one in (await here.get(CONTACTS)).json()["contacts"]] == ["Name 0"]
        paths = (f"{CONTACTS}/2", f"{CONTACTS}/2/history", f"{CONTACTS}/2/related")
        assert {(await here.get(path)).status_code for path in paths} == {404}
        assert (await here.patch(f"{CONTACTS}/2", json={"company": "x"})).status_code == 404
        assert (await here.delete(f"{CONTACTS}/2")).status_code == 404
        assert (await here.post(f"{CONTACTS}/1/link", json={"other": "2"})).status_code == 404
        assert (await here.get(CONTACTS, params={"account": "Dex"})).status_code == 404
        assert (await here.get("/desk/v1/accounts")).json()["total"] == 0
        assert (await here.post("/desk/v1/sync", json={"accounts": ["Dex"]})).status_code == 404
        assert (await here.post(CONTACTS, json={**other, "accounts": ["Dex"]})).status_code == 404
        assert (await here.post(CONTACTS, json=other)).status_code == 201  # not told that somebody there has it
        unknown, foreign = [await here.get(f"{CONTACTS}/{id_}") for id_ in (99, 2)]
        assert unknown.json()["why"].replace("99", "2") == foreign.json()["why"]


async def test_a_key_is_told_nothing_that_only_a_record_out_of_its_reach_holds(served: Served) -> None:
    def two(tx: Tx) -> None:
        accounts = [tx.accounts.add(Account(0, "dex", name, direction=Direction.PULL)) for name in ("Mine", "Theirs")]
        values: dict[str, Value] = {"name": "Ada", "emails": entries(["ada@mine.example"]), "tags": entries(["seen"])}
        hidden: dict[str, Value] = {
            "job_title": "Hidden",
            "emails": entries(["hidden@theirs.example"]),
            "custom.note": "Hidden",
        }
        held = (values, hidden | {"name": "Ada L. Hidden"})
        for account, one in zip(accounts, held, strict=True):
            tx.records.insert([NewRecord(account.id, Kind.CONTACT, account.name, one, payload=b"{}")])

    await served.desk._store.write(two)
    await served.desk.link([1, 2])
    await served.desk.edit(1, {"job_title": "Hidden too"})
    once = {"q": "hidden"}
    async with served.client("all", accounts=("Mine",), new_in=("local",)) as client:
        shown = (await client.get(f"{CONTACTS}/1")).json()
        assert (shown["name"], shown["emails"], shown["job_title"]) == ("Ada", ["ada@mine.example"], None)
        told = [
            shown,
            *[(await client.get(path)).text for path in (CONTACTS, f"{CONTACTS}/1/history", "/api/v1/crm/contacts")],
            *[(await client.get("/desk/v1/export", params={"format": form})).text for form in ("json", "csv", "vcf")],
            (await client.get("/api/v1/crm/contacts/1")).text,
            (await client.get("/api/v1/crm/contacts/export")).text,
            (await client.post(f"{CONTACTS}/bulk?on_known=skip", json={"contacts": [{"name": "B"}]})).text,
            (await client.patch(f"{CONTACTS}/1", json={"company": "Amber"})).text,
        ]
        assert all("idden" not in str(one) and "Theirs" not in str(one) for one in told), told
        assert (await client.get(CONTACTS, params=once)).json()["total"] == 0
        assert (await client.get("/desk/v1/export", params=once)).json()["contacts"] == []
        same = {"name": "Else", "emails": ["hidden@theirs.example"]}
        assert (await client.post(CONTACTS, json=same)).status_code == 201  # as of somebody whom it does not know
    async with served.client("read") as whole:
        assert (await whole.get(CONTACTS, params=once)).json()["total"] == 2


async def test_fields_are_refused_by_name(served: Served) -> None:
    async with served.client() as client:
        wrong = {
            "emails": "a@b.example",
            "birthday": "tomorrow",
            "last_seen": "2026-01-01",
            "nothing": 1,
            "starred": "x",
        }
        answer = await client.post(CONTACTS, json=wrong)
        assert answer.status_code == 400
        assert {one["field"] for one in answer.json()["errors"]} == set(wrong)
    assert served.desk.counts().kinds == {}


async def test_contacts_are_linked_and_parted_and_put_down_for_nothing_that_is_not_there(served: Served) -> None:
    await many(served, 2)
    async with served.client() as client:
        assert (await client.post(f"{CONTACTS}/1/link", json={"other": "2"})).status_code == 200
        assert (await client.post(f"{CONTACTS}/1/unlink", json={"account": "nowhere"})).status_code == 404
        assert (await client.post(f"{CONTACTS}/1/register", json={"event": "Open day"})).status_code == 400
        assert (await client.post(f"{CONTACTS}/1/link", json={"other": "99"})).status_code == 404


async def test_what_was_counted_is_written_while_it_goes_on(served: Served) -> None:
    assert counting.WRITE_SECONDS <= 5
    async with served.client(name="seen") as client:
        for _ in range(3):
            await client.get("/desk/v1/")
    await served.server.stop()
    assert served.desk.api.key("seen").requests == 3


async def test_a_page_tells_each_item_as_the_command_line_does(served: Served) -> None:
    async with served.client() as client:
        ada = (await client.post(CONTACTS, json={**ADA, "phones": ["+1 415-555-0101"]})).json()["id"]
        await client.post("/desk/v1/properties", json={"name": "1 Quay", "price": "900000", "vendors": [ada]})
        for number in range(3):
            deal = {"name": f"Sale {number}", "contacts": [ada], "tags": ["hot"]}
            await client.post("/desk/v1/deals", json=deal)
            event = {"name": "Open house", "starts": "2027-03-01T10:00:00+02:00", "contacts": [ada]}
            await client.post("/desk/v1/events", json=event)
        dex = await served.desk._store.write(lambda tx: tx.accounts.add(Account(0, "dex", "Dex")))
        there = NewRecord(dex.id, Kind.CONTACT, "r1", {"name": "Ada"}, payload=b"{}", item_id=int(ada))
        await served.desk._store.write(lambda tx: tx.records.insert([there]))
        await client.patch(f"{CONTACTS}/{ada}", json={"company": "Amber"})
        names = {**served.desk.account_names(), LOCAL_ACCOUNT_ID: LOCAL}
        for kind in Kind:
            items, total = await served.desk.items(ItemQuery(kind, sort=("id",)), None)
            told = [listed_item(item, names) for item in items]
            for limit in (1, 2, 200):  # near enough to be found at once, and not
                page = (await client.get(f"/desk/v1/{kind.plural}", params={"limit": limit})).json()
                assert (page["total"], page[kind.plural]) == (total, told[:limit])
    async with served.client("all", accounts=("local",)) as here:
        seen = [(await here.get(CONTACTS)).json()["contacts"][0], (await here.get(f"{CONTACTS}/{ada}")).json()]
        assert [[record["account"] for record in one["records"]] for one in seen] == [["local"], ["local"]]
