"""`python -m tests.simulation.teeth [NAME]`: each broken desk in a process of its own, until a promise is broken."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from io import StringIO

import pytest

from tests.simulation.teeth.mutant import Mutant
from tests.simulation.teeth.mutants import MUTANTS, TOLD, break_desk

MOST = 1000  # runs within which a mutant must be caught


def bite(name: str, most: int = MOST) -> int:
    """Run one mutant in this process; prints the run that caught it and what was seen. Returns 1 where none did."""
    mutant = break_desk(name)
    if mutant.judge:
        return _judged(mutant)
    from tests.simulation.simulation import run  # only now: it brings the desk, which is broken while it is imported

    for number in range(1, most + 1):
        result = run(number)
        if result.fault:
            print(f"caught in run {number} (seed {number}): {result.fault[:150]}")
            return 0
    print(f"not caught in {most} runs")
    return 1


def _judged(mutant: Mutant) -> int:
    """The same where a test judges: it must fail, and not for want of being found or run."""
    os.environ[TOLD] = mutant.name  # for the processes that the test starts
    with redirect_stdout(StringIO()):
        ended = pytest.main(["-q", "-x", "-n", "0", "-p", "no:cacheprovider", *mutant.judge.split(" ")])
    caught = ended == pytest.ExitCode.TESTS_FAILED
    print(f"{'caught by' if caught else 'not caught by'} {mutant.judge} (it ended with {ended})")
    return int(not caught)


def bitten(mutant: Mutant, most: int = MOST) -> tuple[int, str]:
    """The exit status and the words of a mutant's own process."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.simulation.teeth", mutant.name, str(most)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, (done.stdout.strip() or done.stderr.strip()[-400:])


def main() -> int:
    """All mutants, side by side; 1 where one was not caught."""
    if len(sys.argv) > 1:
        return bite(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else MOST)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        caught = 0
        for mutant, (status, words) in zip(MUTANTS, pool.map(bitten, MUTANTS), strict=True):
            caught += status == 0
            print(f"{'ok' if status == 0 else 'NO'} {mutant.promise} · {mutant.name}: {words}", flush=True)
    print(f"{caught} of {len(MUTANTS)} broken desks were caught")
    return int(caught < len(MUTANTS))


if __name__ == "__main__":
    sys.exit(main())
