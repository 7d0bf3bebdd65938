"""When the next run is due: intervals, times of day through the year's two changes, failures, clocks that jump."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import back_off
from crmdesk.domain.plan import believes_removals, names_contradict, verify
from crmdesk.domain.values import Entry, Patch, Values
from crmdesk.errors import UserInputError
from crmdesk.sync.schedule import INTERVALS, check_schedule, next_run, still_to_come

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ACCOUNT = Account(2, "dex", "Dex")


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("schedule", [*INTERVALS, "daily@00:00", "daily@23:59", "manual"])
def test_schedules(schedule: str) -> None:
    assert check_schedule(schedule) == schedule


@pytest.mark.parametrize("schedule", ["", "5m", "daily@24:00", "daily@7:00", "daily@07:60", "hourly", "daily@07:00 "])
def test_what_is_no_schedule_is_refused(schedule: str) -> None:
    with pytest.raises(UserInputError):
        check_schedule(schedule)


@pytest.mark.parametrize(("failures", "minutes"), [(0, 120), (1, 1), (2, 10), (3, 60), (9, 60)])
def test_failures_bring_the_next_run_forward(failures: int, minutes: int) -> None:
    assert next_run(replace(ACCOUNT, failures=failures), NOW, NOW) == NOW + timedelta(minutes=minutes)


def test_failures_never_put_it_off() -> None:
    assert next_run(replace(ACCOUNT, schedule="15m", failures=5), NOW, NOW) == NOW + timedelta(minutes=15)


def test_by_hand_and_never_yet() -> None:
    assert next_run(replace(ACCOUNT, schedule="manual", failures=3), None, NOW) is None
    assert next_run(ACCOUNT, None, NOW) == NOW
    assert next_run(ACCOUNT, NOW + timedelta(days=365), NOW) == NOW


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("last", "due"),
    [
        ("2026-01-10T05:00+01:00", "2026-01-10T08:30+01:00"),
        ("2026-01-10T08:30+01:00", "2026-01-11T08:30+01:00"),
        ("2026-03-28T12:00+01:00", "2026-03-29T08:30+02:00"),  # the clock went forward in between
        ("2026-10-24T12:00+02:00", "2026-10-25T08:30+01:00"),  # and back
    ],
)
def test_a_time_of_day_is_local_in_summer_and_winter(last: str, due: str) -> None:
    account = replace(ACCOUNT, schedule="daily@08:30")
    found = next_run(account, datetime.fromisoformat(last), datetime.fromisoformat(last).astimezone(UTC))
    assert found == datetime.fromisoformat(due)


@pytest.mark.usefixtures("berlin")
def test_a_time_that_the_spring_night_skips_is_kept_the_day_after() -> None:
    account = replace(ACCOUNT, schedule="daily@02:30")
    moments = [datetime.fromisoformat("2026-03-27T12:00+01:00")]
    for _ in range(4):
        found = next_run(account, moments[-1], moments[-1].astimezone(UTC))
        assert found is not None
        assert timedelta(0) < found - moments[-1] <= timedelta(hours=25)
        moments.append(found.astimezone())
    times = [moment.strftime("%d %H:%M") for moment in moments[1:]]
    assert (times[0], times[2:]) == ("28 02:30", ["30 02:30", "31 02:30"])
    assert times[1] in ("29 01:30", "29 03:30")


@given(
    strategies.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)),
    strategies.sampled_from(["15m", "4h", "daily@02:30"]),
)
def test_the_next_run_always_comes_after_the_last(moment: datetime, schedule: str) -> None:
    last = moment.replace(tzinfo=UTC)
    found = next_run(replace(ACCOUNT, schedule=schedule), last, last)
    assert found is not None
    assert last < found <= last + timedelta(hours=26)


def test_waits_that_no_clock_means() -> None:
    assert still_to_come(NOW + timedelta(hours=1), NOW)
    assert not still_to_come(NOW, NOW)
    assert not still_to_come(NOW + timedelta(days=300), NOW)


def test_the_back_off() -> None:
    assert [back_off(attempts) for attempts in (0, 1, 2, 3, 4, 100)] == [60, 60, 600, 3600, 3600, 3600]


@pytest.mark.parametrize(
    ("gone", "known", "believed"),
    [(0, 0, True), (0, 5, True), (20, 100, True), (21, 100, False), (100, 1000, True), (101, 1000, False),
     (1, 1, False), (5, 5, False), (4, 5, True), (20, 20, False)],
)  # fmt: skip
def test_the_breaker(gone: int, known: int, believed: bool) -> None:
    assert believes_removals(gone, known) is believed


def test_a_receipt_tells_field_by_field() -> None:
    sent: Patch = {
        "company": "ACME ",
        "job_title": "Boss",
        "emails": (Entry("a@x.example", "work"),),
        "education": None,
    }
    after: Values = {"company": "ACME", "job_title": "Old", "emails": (Entry("A@X.example"),)}
    receipt = verify(Kind.CONTACT, sent, after, frozenset({"company", "job_title", "emails", "education", "website"}))
    assert receipt.taken == {"company": "ACME", "emails": (Entry("A@X.example", "work"),), "education": None}
    assert receipt.refused == {"job_title": "Old"}
    silent = verify(Kind.CONTACT, {"website": "https://x.example"}, {}, frozenset())
    assert silent.refused == {"website": None}


@pytest.mark.parametrize(
    ("mine", "theirs", "contradict"),
    [("Ada Byron", "Byron Ada", False), ("Ada", "ada", False), ("Ada", "", False), ("Ada Byron", "Ada King", True)],
)
def test_contradicting_names(mine: str, theirs: str, contradict: bool) -> None:
    assert names_contradict({"name": mine}, {"name": theirs} if theirs else {}) is contradict
