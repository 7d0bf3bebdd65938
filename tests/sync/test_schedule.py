"""When an account syncs by itself: its schedule, and the hours in which it is quiet."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crmdesk.domain.accounts import Account
from crmdesk.errors import UserInputError
from crmdesk.sync.schedule import after_quiet, check_quiet, next_run

NIGHT = Account(2, "dex", "Dex", schedule="1h", quiet="22:00-07:00")
NOON = replace(NIGHT, quiet="12:00-13:30")
ZONES = ("UTC", "Australia/Sydney", "America/New_York") if hasattr(time, "tzset") else ("",)  # "": wherever it stands


@pytest.fixture(autouse=True, params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Quiet hours are those of this computer, wherever it stands."""
    if request.param:
        monkeypatch.setenv("TZ", request.param)
        time.tzset()
    yield
    monkeypatch.undo()
    if request.param:
        time.tzset()


def at(clock: str, day: int = 10) -> datetime:
    """That time of day of this computer, as the desk keeps moments."""
    return datetime.fromisoformat(f"2026-03-{day:02} {clock}").astimezone().astimezone(UTC)


@pytest.mark.parametrize(
    ("account", "wanted", "allowed"),
    [
        (NIGHT, "21:59", "21:59"),
        (NIGHT, "22:00", "07:00 next"),
        (NIGHT, "03:00", "07:00"),
        (NIGHT, "07:00", "07:00"),
        (NOON, "12:30", "13:30"),
        (NOON, "13:30", "13:30"),
        (replace(NOON, quiet=""), "12:30", "12:30"),
    ],
)
def test_what_falls_into_quiet_hours_waits_for_their_end(account: Account, wanted: str, allowed: str) -> None:
    clock, _, later = allowed.partition(" ")
    assert after_quiet(account, at(wanted)) == at(clock, 11 if later else 10)


def test_a_schedule_keeps_the_quiet_hours() -> None:
    assert next_run(NIGHT, at("21:30"), at("21:40")) == at("07:00", 11)
    assert next_run(NIGHT, at("20:30"), at("21:40")) == at("21:30")
    assert next_run(NIGHT, at("20:30"), at("23:00")) == at("07:00", 11)
    assert next_run(NIGHT, None, at("23:00")) == at("07:00", 11)
    assert next_run(replace(NIGHT, schedule="daily@03:00"), at("03:00", 9), at("12:00", 9)) == at("07:00")
    assert next_run(replace(NIGHT, failures=1), at("22:30"), at("22:30") + timedelta(seconds=5)) == at("07:00", 11)
    assert next_run(replace(NIGHT, schedule="manual"), at("20:30"), at("21:40")) is None


def test_quiet_hours_are_written_as_two_times() -> None:
    assert check_quiet("22:00-07:00") == "22:00-07:00"
    assert check_quiet("off") == check_quiet("") == ""
    for wrong in ("22-7", "22:00-22:00", "24:00-07:00", "22:00 - 07:00", "always"):
        with pytest.raises(UserInputError, match="HH:MM"):
            check_quiet(wrong)
