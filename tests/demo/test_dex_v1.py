from typing import Any

import httpx
import pytest

from crmdesk.demo.dex.site import DexOptions
from crmdesk.demo.dex.twin import Dex
from crmdesk.demo.server import DemoCrms


def items(client: httpx.Client, **query: Any) -> Any:
    answer = client.get("/v1/contacts", params=query)
    assert answer.status_code == 200
    assert answer.json()["error"] is False
    return answer.json()["data"]


def scan(client: httpx.Client, take: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    page = items(client, take=take)
    while True:
        found += page["items"]
        if page["nextCursor"] is None:
            return found
        page = items(client, take=take, cursor=page["nextCursor"])


def test_a_scan_by_cursor_sees_every_contact_once(dex: Dex, v1: httpx.Client) -> None:
    found = scan(v1, 100)
    assert [one["id"] for one in found] == dex.book.ids()
    assert len(dex.requests.all("GET", "/v1/contacts")) == 3
    assert scan(v1, 230) == found


def test_items_carry_the_documented_members_with_explicit_nulls(v1: httpx.Client) -> None:
    found = scan(v1, 500)
    documented = {
        "id",
        "full_name",
        "first_name",
        "last_name",
        "job_title",
        "company",
        "description",
        "legacy_location",
        "website",
        "image_url",
        "starred",
        "is_archived",
        "birthday",
        "linkedin",
        "twitter",
        "facebook",
        "instagram",
        "frequency",
        "source",
        "created_at",
        "updated_at",
    }
    assert all(documented <= set(one) for one in found)
    assert any(one["company"] is None for one in found)
    assert "tags" not in found[0]
    assert any(one["contact_emails"] and set(one["contact_emails"][0]) == {"email"} for one in found)
    assert any(one["is_archived"] for one in found)


@pytest.mark.parametrize("wrong", [{"limit": 10}, {"offset": 100}, {"page": 2}])
def test_wrong_paging_words_give_the_first_page_for_ever(v1: httpx.Client, wrong: dict[str, int]) -> None:
    assert items(v1, **wrong)["items"] == items(v1)["items"]
    assert len(items(v1, **wrong)["items"]) == 230


def test_a_cursor_outlives_its_contact_and_a_made_up_one_is_refused(dex: Dex, v1: httpx.Client) -> None:
    page = items(v1, take=10)
    dex.book.delete(page["nextCursor"])
    assert items(v1, take=1, cursor=page["nextCursor"])["items"][0]["id"] == dex.book.ids()[9]
    refused = v1.get("/v1/contacts", params={"cursor": "nonsense"})
    assert (refused.status_code, refused.json()["error"]) == (400, True)
    assert v1.get("/v1/contacts", params={"take": "0"}).status_code == 400


def test_the_second_version_lists_the_same_in_another_envelope(v1: httpx.Client) -> None:
    data = v1.get("/v2/contacts/", params={"take": 5}).json()["data"]
    first = items(v1, take=5)
    assert data["contacts"] == first["items"]
    assert data["pagination"]["nextCursor"] == first["nextCursor"]


def test_only_the_right_key_opens_and_each_wrong_kind_says_so(dex: Dex) -> None:
    said = {}
    for name, key in {"legacy": dex.keys.legacy, "expired": dex.keys.expired, "revoked": dex.keys.revoked}.items():
        answer = httpx.get(f"{dex.origin}/v1/contacts", headers={"authorization": f"Bearer {key}"})
        assert (answer.status_code, answer.json()["error"]) == (401, True)
        said[name] = answer.json()["message"]
    assert len(set(said.values())) == 3
    assert httpx.get(f"{dex.origin}/v1/contacts").status_code == 401
    assert dex.keys.v1.startswith("dex_")
    assert not dex.keys.legacy.startswith("dex_")


def test_a_contact_is_created_read_changed_and_deleted(dex: Dex, v1: httpx.Client) -> None:
    wanted = {
        "first_name": "Ada",
        "last_name": "Quill",
        "company": "Inkwell",
        "birthday": "1990-02-28",
        "contact_emails": [{"email": "ada@ink.example", "label": "Work"}],
        "contact_phone_numbers": [{"phone_number": "+44 20 7946 0001", "label": "Work", "country_code": "GB"}],
        "shoe_size": 38,
    }
    made = v1.post("/v1/contacts/", json={"contacts": [wanted]})
    assert made.status_code == 201
    one = made.json()["data"][0]
    assert one["full_name"] == "Ada Quill"
    assert one["contact_emails"] == [{"email": "ada@ink.example"}]
    assert one["contact_phone_numbers"] == wanted["contact_phone_numbers"]
    assert (one["birthday_year"], "shoe_size" in one) == (1990, False)

    changed = v1.put(f"/v1/contacts/{one['id']}", json={"last_name": None, "starred": True}).json()["data"]
    assert (changed["full_name"], changed["starred"]) == ("Ada", True)
    assert changed["updated_at"] > one["updated_at"]
    assert v1.get(f"/v1/contacts/{one['id']}").json()["data"] == changed
    assert dex.book.count == 231

    assert v1.delete(f"/v1/contacts/{one['id']}").json()["data"] == {"id": one["id"]}
    assert v1.get(f"/v1/contacts/{one['id']}").status_code == 404
    again = v1.delete(f"/v1/contacts/{one['id']}")
    assert (again.status_code, again.json()["error"]) == (404, True)
    assert v1.request("DELETE", "/v1/contacts", json={"contactIds": dex.book.ids()}).status_code == 405
    assert dex.book.count == 230


@pytest.mark.parametrize(
    "wrong",
    [
        {"birthday": "1990-02-30"},
        {"birthday": "28.2.1990"},
        {"starred": "yes"},
        {"first_name": 7},
        {"contact_emails": "a@b"},
    ],
)
def test_a_value_of_the_wrong_type_is_refused_and_changes_nothing(dex: Dex, v1: httpx.Client, wrong: Any) -> None:
    before = dex.book.snapshot()
    first = dex.book.ids()[0]
    assert v1.put(f"/v1/contacts/{first}", json=wrong).status_code == 400
    assert v1.post("/v1/contacts", json={"contacts": [{"first_name": "ok"}, wrong]}).status_code == 400
    assert dex.book.snapshot() == before


def test_many_are_updated_at_once_or_not_at_all(dex: Dex, v1: httpx.Client) -> None:
    first, second = dex.book.ids()[:2]
    rows = [{"contactId": one, "data": {"company": "Inkwell"}} for one in (first, second)]
    assert [one["company"] for one in v1.put("/v1/contacts/", json=rows).json()["data"]] == ["Inkwell"] * 2
    lost = [*rows, {"contactId": "00000000-0000-4000-8000-000000000000", "data": {}}]
    revision = dex.book.revision
    assert v1.put("/v1/contacts", json=lost).status_code == 404
    assert dex.book.revision == revision


def test_a_merge_names_the_survivor_and_removes_the_loser(dex: Dex, v1: httpx.Client) -> None:
    keep, loser = dex.book.ids()[:2]
    answer = v1.post("/v1/contacts/merge", json={"contactIds": [[keep, loser]]})
    assert answer.json()["data"] == {"mergedContactIds": [keep]}
    assert v1.get(f"/v1/contacts/{loser}").status_code == 404
    assert v1.get("/v1/contacts/count").json()["data"]["count"] == 229
    assert v1.post("/v1/contacts/merge", json={"contactIds": [[keep]]}).status_code == 400


def test_contacts_are_found_by_email_whatever_its_case(dex: Dex, v1: httpx.Client) -> None:
    one = next(record for record in dex.book.snapshot().values() if record["contact_emails"])
    address = one["contact_emails"][0]["email"]
    found = v1.post("/v1/contacts/by-emails", json={"emails": [address.upper(), "nobody@x.example"]}).json()["data"]
    assert [record["id"] for record in found] == [one["id"]]
    assert v1.post("/v1/contacts/by-emails", json={"emails": ["a@b.example"] * 51}).status_code == 400


def test_filter_and_search_answer_like_the_list(dex: Dex, v1: httpx.Client) -> None:
    def where(**conditions: Any) -> Any:
        return v1.post("/v1/contacts/filter", json={"where": conditions, "take": 2}).json()["data"]

    archived = where(is_archived=True)
    assert all(one["is_archived"] for one in archived["items"])
    body = {"where": {"is_archived": True}, "cursor": archived["nextCursor"]}
    rest = v1.post("/v1/contacts/filter", json=body).json()["data"]["items"]
    told = {one["id"] for one in (*archived["items"], *rest)}
    assert told == {id for id, one in dex.book.snapshot().items() if one["is_archived"]}
    newest = max(one["updated_at"] for one in dex.book.snapshot().values())
    (latest,) = where(has_updated_at={"gte": newest})["items"]
    assert where(shoe_size=1)["items"] == items(v1, take=2)["items"]
    assert v1.post("/v1/contacts/filter", json={"where": {"has_updated_at": {"gte": "soon"}}}).status_code == 400
    for text in (latest["full_name"], latest["contact_emails"][0]["email"].upper()):
        assert latest in v1.get("/v1/search/contacts", params={"searchQuery": text}).json()["data"]["items"]


def test_it_says_whose_key_it_is(v1: httpx.Client) -> None:
    assert v1.get("/v1/users/me").json()["data"]["email"] == "noa@lind.example"


def test_older_guesses_are_start_options() -> None:
    options = DexOptions(names="plain", shows="plain", deletes="many", changes="absent", by_emails=False, me=False)
    with DemoCrms(contacts=5, crms={"dex": Dex}, dex=options) as crms:
        account, (first, second) = crms.account("dex"), crms.dex.book.ids()[:2]
        headers = {"authorization": f"Bearer {account.secret}"}
        with httpx.Client(base_url=account.base_url, headers=headers) as client:
            phones = [{"phone_number": "+442079460958", "label": "Work"}]
            shown = client.put(f"/v1/contacts/{first}", json={"phones": phones, "contact_emails": []}).json()["data"]
            assert shown["phones"] == phones
            assert "contact_emails" not in shown
            absent = (client.get("/v1/users/me"), client.delete(f"/v1/contacts/{first}"))
            asked = [client.post(f"/v1/contacts/{path}", json={"emails": ["a"]}) for path in ("filter", "by-emails")]
            assert [answer.status_code for answer in (*absent, *asked)] == [404, 405, 405, 405]
            gone = client.request("DELETE", "/v1/contacts", json={"contactIds": [first]})
            assert gone.json()["data"] == {"count": 1, "contact_ids": [first]}
            assert client.delete("/v1/contacts", params={"contactIds": second}).status_code == 200
            assert crms.dex.book.count == 3


def test_errors_come_in_the_envelope_also_for_what_does_not_exist(v1: httpx.Client) -> None:
    for answer in (v1.get("/v1/nothing"), v1.get("/v1/contacts/not-an-id"), v1.post("/v1/contacts", content=b"{")):
        assert answer.status_code in (400, 404)
        assert answer.json()["error"] is True


def test_renewed_keys_lock_the_old_ones_out(dex: Dex, v1: httpx.Client) -> None:
    fresh = dex.renew_keys().v1
    assert v1.get("/v1/contacts/count").status_code == 401
    header = {"authorization": f"Bearer {fresh}"}
    assert v1.get("/v1/contacts/count", headers=header).status_code == 200


@pytest.mark.parametrize("answers", ["record", "object", "none"])
def test_what_is_not_known_of_the_real_dex_is_a_start_option(answers: Any) -> None:
    options = DexOptions(lists="ignored", answers=answers, count="all")
    with DemoCrms(contacts=20, dex=options) as crms:
        account = crms.account("dex")
        headers = {"authorization": f"Bearer {account.secret}"}
        with httpx.Client(base_url=account.base_url, headers=headers) as client:
            assert items(client, take=5)["count"] == 20
            first = crms.dex.book.ids()[0]
            change = {"contact_emails": [{"email": "x@y.example"}]}
            data = client.put(f"/v1/contacts/{first}", json=change).json()["data"]
            shown = client.get(f"/v1/contacts/{first}").json()["data"]
            assert {"email": "x@y.example"} not in shown["contact_emails"]
            assert data == {"record": shown, "object": {"contact": shown}, "none": {"count": 1}}[answers]


def test_tags_are_assigned_by_name_and_taken_away_by_id() -> None:
    with DemoCrms(contacts=5, crms={"dex": Dex}, dex=DexOptions(tags=True)) as crms:
        account, first = crms.account("dex"), crms.dex.book.ids()[0]
        crms.dex.book.update(first, {"tags": ["old"]})
        headers = {"authorization": f"Bearer {account.secret}"}
        with httpx.Client(base_url=account.base_url, headers=headers) as client:
            made = client.post(f"/v1/tags/contacts/{first}/create-assign", json={"tagNames": ["new", "old"]})
            shown = client.get(f"/v1/contacts/{first}").json()["data"]["tags"]
            assert (made.status_code, [tag["name"] for tag in shown]) == (200, ["old", "new"])
            client.post("/v1/tags/contacts/remove", json={"contactIds": [first], "tagIds": [shown[0]["id"]]})
            assert [tag["name"] for tag in client.get(f"/v1/contacts/{first}").json()["data"]["tags"]] == ["new"]
            assert client.post("/v1/tags/contacts/remove", json={"contactIds": [first]}).status_code == 400
