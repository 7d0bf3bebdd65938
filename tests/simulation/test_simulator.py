"""Storms in virtual time break no promise, the same seed plays the same, and a failing story is cut down."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.simulation.shrinking import shrunk
from tests.simulation.simulation import run
from tests.simulation.teeth.mutant import Mutant
from tests.simulation.teeth.mutants import MUTANTS, TOLD, met

ROOT = Path(__file__).parents[2]
RUNS = 320  # of twenty-five steps each: what a minute allows on two cores
PARTS = 4


def _in_a_process(*arguments: str, seed: str = "0") -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": "", "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), TOLD: os.environ.get(TOLD, "")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.timeout(0)
@pytest.mark.parametrize("part", range(PARTS))
def test_no_storm_breaks_a_promise(part: int) -> None:
    each = RUNS // PARTS
    told = _in_a_process("-m", "tests.simulation", "--jobs", "1", "--runs", str(each), "--seed", str(1 + part * each))
    assert f"{each} runs" in told
    assert told.splitlines()[-1] == "0 failed"


def test_the_same_seed_has_the_same_trace_whatever_the_process(tmp_path: Path) -> None:
    code = "from tests.simulation.teeth.mutants import break_as_told; break_as_told(); "
    code += "from tests.simulation.simulation import run; print(*(run(seed).trace for seed in range(1, 10)))"
    assert _in_a_process("-c", code, seed="1") == _in_a_process("-c", code, seed="2")


def test_another_seed_has_another_trace() -> None:
    assert run(1, []).trace != run(2, []).trace


def test_a_story_is_cut_down_to_what_it_needs() -> None:
    def fails(steps: Sequence[int]) -> bool:
        return {3, 11, 12} <= set(steps)

    assert shrunk(list(range(40)), fails) == [3, 11, 12]


def test_every_broken_desk_is_broken_in_a_place_that_is_there() -> None:
    assert {mutant.name: met(mutant) for mutant in MUTANTS} == {mutant.name: 1 for mutant in MUTANTS}


@pytest.mark.slow
@pytest.mark.timeout(0)
@pytest.mark.parametrize("mutant", [one for one in MUTANTS if one.quick], ids=lambda one: one.name)
def test_a_broken_desk_is_noticed(mutant: Mutant) -> None:
    assert "caught " in _in_a_process("-m", "tests.simulation.teeth", mutant.name, "60")
