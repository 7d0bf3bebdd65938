"""Birthdays are written as people write them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from crmdesk.ui.card.field_editors.dates import read_date, read_moment

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


@pytest.mark.parametrize(
    ("text", "locale", "date"),
    [
        ("1984-05-12", BRITISH, "1984-05-12"),
        ("--05-12", BRITISH, "--05-12"),
        ("12 May 1984", BRITISH, "1984-05-12"),
        ("May 12, 1984", AMERICAN, "1984-05-12"),
        ("12 may", BRITISH, "--05-12"),
        ("12. Mai 1984", GERMAN, "1984-05-12"),
        ("12 May 1984", GERMAN, "1984-05-12"),
        ("12.5.1984", GERMAN, "1984-05-12"),
        ("12.5.", GERMAN, "--05-12"),
        ("5/12/1984", AMERICAN, "1984-05-12"),
        ("12/5/1984", BRITISH, "1984-05-12"),
        ("29 February", BRITISH, "--02-29"),
        (" 1984-5-2 ", BRITISH, "1984-05-02"),
    ],
)
def test_a_date_is_understood(text: str, locale: QLocale, date: str) -> None:
    assert read_date(text, locale) == date


@pytest.mark.parametrize(
    "text", ["", "soon", "1984", "31 June 1984", "29 February 1985", "12 May 84", "1 2 3 4", "13/13/1984"]
)
def test_what_is_no_date_is_told_apart(text: str) -> None:
    assert read_date(text, BRITISH) is None


@pytest.mark.parametrize("typed", ["12 May 2026 09:30", "2026-05-12 9:30", "12 may 2026 09:30"])
def test_a_moment_is_read_in_the_clock_of_this_machine_and_kept_in_utc(typed: str) -> None:
    read = read_moment(typed)
    assert read is not None
    moment = datetime.fromisoformat(read)
    assert moment.utcoffset() == timedelta(0)
    assert moment.astimezone().replace(tzinfo=None) == datetime(2026, 5, 12, 9, 30)


@pytest.mark.parametrize("typed", ["", "soon", "12 May 25:00", "--05-12 09:30", "12 May 2026 09:75"])
def test_what_is_no_moment_is_not_made_one(typed: str) -> None:
    assert read_moment(typed) is None
