"""Measured programs: each runs in a process of its own, takes one JSON document and answers with one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BEGAN = "CRMDESK_BENCH_BEGAN"  # the moment at which a program was started, by the clock that all processes share


def run(module: str, given: Mapping[str, Any], *, environment: Mapping[str, str] | None = None) -> Any:
    """Run a program of the bench to its end and return what it measured. Raises RuntimeError where it fails."""
    process = start(module, given, environment=environment)
    answer, _ = process.communicate()
    if process.returncode != 0:
        raise RuntimeError(f"{module} ended with {process.returncode}")
    return json.loads(answer.splitlines()[-1])


def start(
    module: str, given: Mapping[str, Any], *, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Start a program of the bench; it prints its answer as the last line of its output.

    Whatever the environment says, compiled modules are kept: installed programs have theirs.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.bench.{module}", json.dumps(given)],
        cwd=ROOT,
        env={**inherited, "QT_QPA_PLATFORM": "offscreen", **(environment or {}), BEGAN: repr(time.monotonic())},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )


def given() -> Any:
    """In a program: what it was given."""
    return json.loads(sys.argv[1])


def answer(measured: Mapping[str, Any]) -> None:
    """In a program: what it measured."""
    print(json.dumps(measured), flush=True)


def wait_for(file: str) -> None:
    """In a program: wait until that file is there, by which it is told to end."""
    while not os.path.exists(file):
        time.sleep(0.05)


def began() -> float:
    """In a program: when it was started."""
    return float(os.environ[BEGAN])
