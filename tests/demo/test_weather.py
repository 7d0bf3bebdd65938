"""Every switch does over real HTTP what its name says, for as many requests as it was told, and nothing afterwards."""

import asyncio
import json
import re
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest

from crmdesk.demo.dex.twin import Dex
from crmdesk.demo.weather.weather import BAD_RECORDS, SWITCHES
from tests.patience import Stopwatch, wait_until

LIST = "/v1/contacts?take=10"
Check = Callable[[httpx.Response], bool]

ANSWERS: dict[str, tuple[dict[str, Any], Check]] = {
    "down": ({"status": 502}, lambda r: r.status_code == 502 and "html" in r.headers["content-type"]),
    "signed_out": ({"reason": "revoked"}, lambda r: r.status_code == 401 and "revoked" in r.json()["message"]),
    "forbidden": ({}, lambda r: r.status_code == 403 and r.json()["error"]),
    "status": ({"status": 409, "message": "taken"}, lambda r: (r.status_code, r.json()["message"]) == (409, "taken")),
    "error_200": ({}, lambda r: r.status_code == 200 and r.json()["error"]),
    "html": ({}, lambda r: r.status_code == 200 and r.text.startswith("<!doctype html>")),
    "empty": ({}, lambda r: r.status_code == 200 and r.content == b""),
    "no_content": ({}, lambda r: r.status_code == 204 and r.content == b""),
    "not_json": ({}, lambda r: r.status_code == 200 and not is_json(r)),
    "huge": ({"mb": 3}, lambda r: len(r.content) > 3 << 20),
    "gzip_bomb": ({"mb": 5}, lambda r: len(r.content) > 5 << 20 and r.num_bytes_downloaded < 20_000),
    "deep": ({}, lambda r: r.text.count("[") == 100_000),
    "redirect": ({}, lambda r: r.status_code == 302 and r.headers["location"] == "https://stranger.example/"),
    "drip": ({"piece": 4000, "ms": 1}, lambda r: len(r.json()["data"]["items"]) == 10),
    "slow": ({"ms": 60}, lambda r: r.elapsed.total_seconds() >= 0.06 and len(r.json()["data"]["items"]) == 10),
}
BROKEN: dict[str, dict[str, Any]] = {"refused": {}, "silent": {}, "lost": {"how": "reset"}, "truncated": {}}
ITEMS = ("summary", "equal_timestamps", "unknown_fields", "vanished_field", "same_id", "bad_record")
PAGES = ("duplicate_page", "moving_page", "endless", "short_list", "wrong_total", "somebody_else")
ELSEWHERE = ("rate_limit", "ignored", "quota", "crowded", "late")


def is_json(answer: httpx.Response) -> bool:
    try:
        answer.json()
    except ValueError:
        return False
    return True


def page(client: httpx.Client, **query: Any) -> Any:
    return client.get("/v1/contacts", params={"take": 10, **query}).json()["data"]


def test_no_switch_is_untested() -> None:
    assert set(SWITCHES) == {*ANSWERS, *BROKEN, *ITEMS, *PAGES, *ELSEWHERE}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_fault_answers_once_and_the_next_request_is_well(name: str, dex: Dex, v1: httpx.Client) -> None:
    fair = v1.get(LIST).json()
    options, check = ANSWERS[name]
    dex.weather.set(name, times=1, **options)
    answer = v1.get(LIST)
    assert check(answer)
    assert dex.requests.all()[-1].weather == [name]
    assert v1.get(LIST).json() == fair


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_connection_is_broken_once(name: str, dex: Dex, v1: httpx.Client) -> None:
    dex.weather.set(name, times=1, **BROKEN[name])
    with pytest.raises(httpx.TransportError):
        v1.get(LIST, timeout=0.2)
    assert len(v1.get(LIST).json()["data"]["items"]) == 10


@pytest.mark.parametrize(
    ("options", "value"),
    [({}, None), ({"retry_after": 7}, "7"), ({"retry_after": "soon"}, "soon"), ({"retry_after": -5}, "-5")],
)
def test_too_many_requests_with_any_retry_after(
    dex: Dex, v1: httpx.Client, options: dict[str, Any], value: str | None
) -> None:
    dex.weather.set("rate_limit", times=1, **options)
    answer = v1.get(LIST)
    assert (answer.status_code, answer.headers.get("retry-after")) == (429, value)


def test_retry_after_may_be_a_date(dex: Dex, v1: httpx.Client) -> None:
    dex.weather.set("rate_limit", times=1, retry_date=3600)
    answer = v1.get(LIST)
    wait = parsedate_to_datetime(answer.headers["retry-after"]) - parsedate_to_datetime(answer.headers["date"])
    assert 3590 < wait.total_seconds() < 3610


def test_a_switch_is_limited_by_method_path_and_count(dex: Dex, v1: httpx.Client) -> None:
    first = dex.book.ids()[0]
    dex.weather.set("down", times=2, after=1, method="put", path="/v1/contacts/")
    assert v1.get(LIST).status_code == 200
    seen = [v1.put(f"/v1/contacts/{first}", json={"company": "x"}).status_code for _ in range(4)]
    assert seen == [200, 503, 503, 200]


@pytest.mark.parametrize("name", ["lost", "truncated"])
def test_a_write_whose_answer_is_lost_has_happened(name: str, dex: Dex, v1: httpx.Client) -> None:
    first = dex.book.ids()[0]
    dex.weather.set(name, times=1, match={"method": "PUT"})
    with pytest.raises(httpx.RemoteProtocolError):
        v1.put(f"/v1/contacts/{first}", json={"company": "Lost & Found"})
    record = dex.book.get(first)
    assert record is not None
    assert record["company"] == "Lost & Found"


@pytest.mark.parametrize(("applied", "count"), [(True, 231), (False, 230)])
def test_a_refused_write_happened_only_if_told_so(dex: Dex, v1: httpx.Client, applied: bool, count: int) -> None:
    dex.weather.set("down", times=1, applied=applied)
    assert v1.post("/v1/contacts", json={"contacts": [{"first_name": "A"}]}).status_code == 503
    assert dex.book.count == count


def test_an_ignored_field_is_accepted_and_not_taken(dex: Dex, v1: httpx.Client) -> None:
    first = dex.book.ids()[0]
    before = dex.book.get(first)
    dex.weather.set("ignored", field="company")
    answer = v1.put(f"/v1/contacts/{first}", json={"company": "x", "job_title": "y"})
    shown = answer.json()["data"]
    assert before is not None
    assert (answer.status_code, shown["company"], shown["job_title"]) == (200, before["company"], "y")


def test_slow_answers_do_not_stand_in_line(dex: Dex) -> None:
    dex.weather.set("slow", ms=200)

    async def ask_all() -> float:
        async with httpx.AsyncClient(base_url=dex.origin, limits=httpx.Limits(max_connections=30)) as client:
            watch = Stopwatch()
            await asyncio.gather(*(client.get("/v1/contacts") for _ in range(30)))
            return watch.seconds()

    assert asyncio.run(ask_all()) < 3
    assert dex.requests.peak > 10


def test_a_quota_is_held_and_told_when_it_is_free_again(dex: Dex, v1: httpx.Client) -> None:
    dex.weather.set("quota", requests=3, seconds=0.4)
    assert [v1.get(LIST).status_code for _ in range(3)] == [200, 200, 200]
    refused = v1.get(LIST)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
    wait_until(lambda: v1.get(LIST).status_code != 429)
    first, *_, last = (one for one in dex.requests.all() if one.status == 200)
    assert last.at - first.at >= 0.4


def test_too_many_at_once_are_turned_away(dex: Dex) -> None:
    dex.weather.set("crowded", most=4)
    dex.weather.set("slow", ms=300)

    async def ask_all() -> list[int]:
        header = {"authorization": f"Bearer {dex.keys.v1}"}
        async with httpx.AsyncClient(base_url=dex.origin, headers=header) as client:
            answers = await asyncio.gather(*(client.get(LIST) for _ in range(12)))
        return [answer.status_code for answer in answers]

    seen = asyncio.run(ask_all())
    assert 4 <= seen.count(200) < 12
    assert set(seen) == {200, 429}


# Records


def test_lists_may_be_summaries_and_details_are_whole(dex: Dex, v1: httpx.Client) -> None:
    dex.weather.set("summary")
    item = page(v1)["items"][0]
    whole = v1.get(f"/v1/contacts/{item['id']}").json()["data"]
    assert "description" in whole
    assert set(whole) - set(item) == {
        *("description", "education", "website", "birthday", "contact_emails", "contact_phone_numbers")
    }


def test_fields_and_times_may_change_in_every_record(dex: Dex, v1: httpx.Client) -> None:
    dex.weather.set("equal_timestamps")
    dex.weather.set("unknown_fields", fields={"aura": "blue"})
    dex.weather.set("vanished_field", field="company")
    found = page(v1)["items"]
    assert len({one["updated_at"] for one in found}) == 1
    assert all(one["aura"] == "blue" and "company" not in one for one in found)


def test_two_records_may_share_an_id(dex: Dex, v1: httpx.Client) -> None:
    dex.weather.set("same_id", times=1)
    found = page(v1)["items"]
    assert len(found) == 10
    assert len({one["id"] for one in found}) == 9


SPOILT: dict[str, Callable[[Any], bool]] = {
    "no_id": lambda one: "id" not in one,
    "null_id": lambda one: one["id"] is None,
    "number_id": lambda one: one["id"] == 4711,
    "null_name": lambda one: one["full_name"] is one["first_name"] is one["last_name"] is None,
    "wrong_types": lambda one: one["first_name"] == 12 and isinstance(one["description"], dict),
    "not_an_object": lambda one: isinstance(one, str),
    "huge_notes": lambda one: len(one["description"]) > 1_000_000,
    "control_characters": lambda one: "\x1b" in one["description"],
    "right_to_left": lambda one: "\u202e" in one["first_name"],
    "lone_surrogate": lambda one: "\ud83d" in one["description"],
    "nul": lambda one: "\x00" in one["description"],
    "big_number": lambda one: one["shoe_size"] > 2**63,
    "nan": lambda one: one["shoe_size"] != one["shoe_size"],
    "duplicate_keys": lambda one: one["id"] == "second",
}


@pytest.mark.parametrize("what", BAD_RECORDS)
def test_one_record_may_be_bad_among_good_ones(what: str, dex: Dex, v1: httpx.Client) -> None:
    fair = page(v1)["items"]
    dex.weather.set("bad_record", what=what, index=3, times=1)
    text = v1.get(LIST).text
    if what == "many_digits":
        assert re.search(r'"shoe_size": 9{5000}\b', text)
        return
    found = json.loads(text)["data"]["items"]
    assert SPOILT[what](found[3])
    assert [*found[:3], *found[4:]] == [*fair[:3], *fair[4:]]


def test_a_certain_record_may_be_bad_wherever_it_is_shown(dex: Dex, v1: httpx.Client) -> None:
    bad = dex.book.ids()[12]
    dex.weather.set("bad_record", what="null_name", id=bad)
    assert all(one["full_name"] for one in page(v1)["items"])
    assert [one["id"] for one in page(v1, skip=10)["items"] if one["full_name"] is None] == [bad]
    assert v1.get(f"/v1/contacts/{bad}").json()["data"]["full_name"] is None


# Lists


def scan(client: httpx.Client, most: int = 40) -> list[str]:
    found: list[str] = []
    data = page(client, take=50)
    for _ in range(most):
        found += [one["id"] for one in data["items"]]
        if data["nextCursor"] is None:
            return found
        data = page(client, take=50, cursor=data["nextCursor"])
    raise RecursionError("the list does not end")


def test_pages_may_repeat_and_move_without_losing_anything(dex: Dex, v1: httpx.Client) -> None:
    dex.weather.set("duplicate_page", times=1, after=2)
    dex.weather.set("moving_page", repeat=3, times=1, after=1)
    found = scan(v1)
    assert len(found) == 230 + 50 + 3
    assert set(found) == set(dex.book.ids())


def test_a_moving_list_may_lose_records(dex: Dex, v1: httpx.Client) -> None:
    dex.weather.set("moving_page", repeat=0, lose=2, times=1, after=1)
    assert len(scan(v1)) == 228


def test_a_list_may_never_end(dex: Dex, v1: httpx.Client, legacy: httpx.Client) -> None:
    dex.weather.set("endless")
    with pytest.raises(RecursionError):
        scan(v1)
    for offset in range(0, 1000, 100):
        assert legacy.get("/contacts", params={"limit": 100, "offset": offset}).json()["contacts"]


def test_a_list_may_end_early_or_be_empty(dex: Dex, v1: httpx.Client) -> None:
    dex.weather.set("short_list", keep=7, after=1, times=1)
    assert len(scan(v1)) == 57
    dex.weather.set("short_list", times=1)
    assert scan(v1) == []
    assert len(scan(v1)) == 230


def test_a_total_may_be_wrong(dex: Dex, legacy: httpx.Client) -> None:
    dex.weather.set("wrong_total", by=5, times=1)
    assert legacy.get("/contacts").json()["pagination"]["total"]["count"] == 235


@pytest.mark.parametrize(("action", "count"), [("create", 235), ("delete", 225), ("edit", 230), ("archive", 230)])
def test_somebody_else_works_during_a_scan(dex: Dex, v1: httpx.Client, action: str, count: int) -> None:
    before = dex.book.snapshot()
    dex.weather.set("somebody_else", action=action)
    scan(v1)
    assert dex.book.count == count
    assert dex.book.snapshot() != before


def test_somebody_else_merges_the_named_records(dex: Dex) -> None:
    keep, loser = dex.book.ids()[:2]
    assert dex.somebody_else("merge", id=loser, into=keep) == keep
    assert dex.book.merged == {loser: keep}
    with pytest.raises(KeyError):
        dex.somebody_else("edit", id=loser)
    with pytest.raises(KeyError):
        dex.somebody_else("edit", id=keep, fields={"shoe_size": 1})
    with pytest.raises(ValueError, match="juggle"):
        dex.somebody_else("juggle")


# Control


def test_unknown_switches_options_and_records_are_refused(dex: Dex) -> None:
    for name, options in (("fog", {}), ("down", {"colour": 1}), ("bad_record", {"what": "ugly"})):
        with pytest.raises(ValueError, match=r"unknown|no option"):
            dex.weather.set(name, **options)
    with pytest.raises(ValueError, match="no option"):
        dex.weather.set("down", match={"verb": "GET"})
    assert dex.weather.describe() == []


def test_the_control_endpoints_need_no_key_and_leave_no_trace_in_the_log(dex: Dex) -> None:
    with httpx.Client(base_url=dex.origin) as plain:
        switches = [{"name": "down", "times": 1, "match": {"path": "/v1/"}}, {"name": "slow", "ms": 1}]
        shown = plain.post("/_demo/weather", json=switches).json()
        assert [rule["name"] for rule in shown["weather"]] == ["down", "slow"]
        assert plain.get("/v1/contacts").status_code == 503
        assert plain.post("/_demo/weather", json={"clear": "slow"}).json()["weather"][0]["fired"] == 1
        assert plain.post("/_demo/weather", json={"clear": True}).json()["weather"] == []
        assert plain.post("/_demo/weather", json={"name": "fog"}).status_code == 400

        first = dex.book.ids()[0]
        fields = {"description": "manually"}
        assert plain.post("/_demo/edit", json={"id": first, "fields": fields}).json() == {"id": first}
        assert plain.get("/_demo/state", params={"id": first}).json()["record"]["description"] == "manually"
        assert len(plain.get("/_demo/state", params={"records": 1}).json()["records"]) == 230
        assert plain.post("/_demo/edit", json={"id": "nobody"}).status_code == 404
        assert plain.post("/_demo/edit", json={"shoe": 1}).status_code == 400

        log = plain.get("/_demo/requests").json()
        assert (log["total"], log["requests"][0]["weather"]) == (1, ["slow", "down"])
        assert plain.post("/_demo/reset").json() == {"contacts": 230}
        assert plain.get("/_demo/requests").json()["total"] == 0
        record = dex.book.get(first)
        assert record is not None
        assert record["description"] != "manually"


def test_the_control_endpoints_answer_only_to_loopback_names(dex: Dex) -> None:
    answer = httpx.get(f"{dex.origin}/_demo/state", headers={"host": "crm.example"})
    assert answer.status_code == 403


def test_the_log_keeps_what_was_sent_but_no_key(dex: Dex, v1: httpx.Client) -> None:
    first = dex.book.ids()[0]
    v1.put(f"/v1/contacts/{first}", json={"company": dex.keys.v1})
    v1.get(LIST)
    writes = dex.requests.writes()
    assert [(one.method, one.path, one.status) for one in writes] == [("PUT", f"/v1/contacts/{first}", 200)]
    assert writes[0].body == '{"company":"dex_..."}'


def test_a_rule_with_a_count_fires_exactly_so_often_among_threads(dex: Dex) -> None:
    dex.weather.set("down", times=10)
    hits: list[bool] = []
    threads = [
        threading.Thread(target=lambda: hits.extend(bool(dex.weather.take("down", "GET", "/")) for _ in range(100)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert hits.count(True) == 10


def test_what_is_written_shows_late_by_the_crms_own_clock(dex: Dex, v1: httpx.Client) -> None:
    usual, moment = dex.now, datetime(2026, 3, 2, tzinfo=UTC)
    dex.now = lambda: moment
    try:
        dex.weather.set("late", seconds=5.0)
        first, second = dex.book.ids()[:2]
        before = v1.get(f"/v1/contacts/{first}").content
        v1.put(f"/v1/contacts/{first}", json={"description": "Hello"})
        v1.delete(f"/v1/contacts/{second}")
        assert (dex.book.ids()[0], dex.book.get(second)) == (first, None)
        assert v1.get(f"/v1/contacts/{first}").content == before
        assert [one["id"] for one in page(v1)["items"][:2]] == [first, second]
        moment += timedelta(seconds=6)
        assert b"Hello" in v1.get(f"/v1/contacts/{first}").content
        assert second not in [one["id"] for one in page(v1)["items"]]
    finally:
        dex.now = usual
