"""Kills, power cuts and failing disks, a few of each; `dev.py crash` tries them all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.simulation.teeth.mutants import command

ROOT = Path(__file__).resolve().parents[2]


def told(*words: str) -> str:
    """What `dev.py crash` says; it must have found nothing."""
    done = subprocess.run([*command("tests.crash"), *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.timeout(0)
@pytest.mark.parametrize(
    "words",
    [
        ("kills", "--kills", "10"),
        ("points", "--stride", "30"),
        ("migrations", "--stride", "29"),
        ("cuts", "--cuts", "30"),
        ("feed", "--kills", "5"),
        ("faults", "--stride", "300"),
    ],
    ids=lambda words: str(words[0]),
)
def test_nothing_that_was_confirmed_is_lost(words: tuple[str, ...]) -> None:
    said = told(*words)
    assert said.endswith("0 lost, doubled or unsound\n")
    if left_out := [line for line in said.splitlines() if line.startswith("not run: ")]:
        pytest.skip("; ".join(left_out))
    assert " 0 tried" not in said
