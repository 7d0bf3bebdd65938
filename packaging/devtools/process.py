"""Running other programs with visible progress, and failing in one way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

Argument = str | os.PathLike[str]


class Failure(Exception):
    """Something outside the project's code went wrong; the text says what to do."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def say(message: str) -> None:
    """Report a step; flushed, so that it stands before the output of what follows."""
    print(f"==> {message}", flush=True)


def run(command: Sequence[Argument], environment: Mapping[str, str] | None = None, directory: Path = ROOT) -> int:
    """Run in the foreground with the terminal shared; the exit status is returned, never hidden."""
    sys.stdout.flush()
    with subprocess.Popen([os.fspath(part) for part in command], env=environment, cwd=directory) as program:
        while True:
            try:
                return program.wait()
            except KeyboardInterrupt:
                continue  # the program has heard it too, and says what it has to say before it ends


@dataclass(frozen=True)
class Program:
    """What runs beside others: what is said of it, and its command."""

    title: str
    command: Sequence[Argument]
    environment: Mapping[str, str] | None = None


def side_by_side(programs: Sequence[Program], at_once: int = 2) -> list[int]:
    """Run so many at once; what each prints stands together, in their order. Returns their exit statuses in it."""
    statuses = []
    with ThreadPoolExecutor(at_once) as pool:
        for program, done in zip(programs, pool.map(_kept, programs), strict=True):
            say(program.title)
            sys.stdout.write(done.stdout)
            sys.stdout.flush()
            statuses.append(done.returncode)
    return statuses


def _kept(program: Program) -> subprocess.CompletedProcess[str]:
    words = [os.fspath(part) for part in program.command]
    return subprocess.run(
        words,
        env=program.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        cwd=ROOT,
    )


def must(
    command: Sequence[Argument],
    what: str,
    *,
    environment: Mapping[str, str] | None = None,
    directory: Path = ROOT,
    attempts: int = 1,
) -> None:
    """Run and raise Failure unless it succeeds; more than one attempt is for what depends on a network."""
    status = 1
    for attempt in range(attempts):
        if attempt:
            say(f"{what} failed with status {status}; once more")
        status = run(command, environment, directory)
        if status == 0:
            return
    raise Failure(f"{what} failed with status {status}", status if status > 0 else 1)


def output(command: Sequence[Argument], directory: Path = ROOT) -> str:
    """What a program prints; raises Failure with its complaint when it does not succeed."""
    words = [os.fspath(part) for part in command]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=directory)
    if done.returncode:
        raise Failure(f"{words[0]} failed with status {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def succeeds(command: Sequence[Argument]) -> bool:
    """Whether a quiet probe ends well; a program that is not there counts as no."""
    try:
        done = subprocess.run(
            [os.fspath(part) for part in command], capture_output=True, timeout=60, check=False, cwd=ROOT
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
