"""A rough run is put together from a seed, says what it chose, and leaves the machine as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from devtools import rough

PYTHON = Path(sys.executable)


def test_a_seed_chooses_the_same_machine_again() -> None:
    assert rough.Conditions.of(7) == rough.Conditions.of(7)
    assert len({str(rough.Conditions.of(seed)) for seed in range(50)}) == 50


def test_every_choice_is_met_by_some_seed() -> None:
    met = [rough.Conditions.of(seed) for seed in range(300)]
    assert {one.language for one in met} == set(rough.LANGUAGES)
    assert {one.zone for one in met} == set(rough.ZONES)
    assert {one.mask for one in met} == set(rough.MASKS)
    assert {one.scale for one in met} == set(rough.SCALES)
    assert {one.theme for one in met} == set(rough.THEMES)
    assert {one.fonts for one in met} == {rough.SYSTEM_FONTS, rough.NO_FONTS}


def test_the_seed_is_taken_from_the_option_and_the_rest_is_left_to_pytest() -> None:
    conditions, rest = rough.wanted(["-x", "--rough=12", "tests/ui"])
    assert (conditions, rest) == (rough.Conditions.of(12), ["-x", "tests/ui"])
    assert rough.wanted(["-x"]) == (None, ["-x"])
    assert rough.wanted(["--rough"])[0] is not None


@pytest.mark.skipif(os.name == "nt", reason="masks of POSIX")
def test_what_is_started_meanwhile_finds_such_a_machine_and_then_all_is_as_before(
    capsys: pytest.CaptureFixture[str],
) -> None:
    conditions = replace(
        rough.Conditions.of(3),
        mask=0o027,
        zone="Asia/Kathmandu",
        fonts=rough.NO_FONTS,
        home="missing",
        user="you",
        busy=1,
    )
    before = dict(os.environ)
    program = "import os, time; print(oct(os.umask(0)), time.strftime('%z'), os.path.exists(os.environ['HOME']))"
    with rough.prevailing(conditions, PYTHON) as prefix:
        told = subprocess.run([*prefix, PYTHON, "-c", program], capture_output=True, text=True, check=True).stdout
        assert Path(os.environ["FONTCONFIG_FILE"]).exists()
    assert told.split() == ["0o27", "+0545", "False"]
    assert dict(os.environ) == before
    assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    assert "dev.py test --rough=3" in capsys.readouterr().out
