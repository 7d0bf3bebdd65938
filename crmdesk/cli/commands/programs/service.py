"""`api service`: the local API without a window, started by the system itself."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from crmdesk.cli.call import Alone, Result
from crmdesk.errors import UserInputError
from crmdesk.system.background_unit import Unit, start_command, unit_for

_SECONDS = 30.0


def service(alone: Alone) -> Result:
    """`api service [install|remove]`: without a word it is only shown."""
    unit = unit_for(start_command(alone.profile.root), Path.home(), os.environ)
    match alone.asked.what:
        case "install":
            return _install(alone, unit)
        case "remove":
            return _remove(alone, unit)
    return _told(unit, "shown", [unit.text, *(f"  {' '.join(line)}" for line in unit.begin)])


def _install(alone: Alone, unit: Unit) -> Result:
    alone.say(f"This is written to {unit.path}:")
    for line in unit.text.splitlines():
        alone.say(f"  {line}")
    try:
        unit.path.parent.mkdir(parents=True, exist_ok=True)
        unit.path.write_bytes(unit.content)
    except OSError as error:
        raise UserInputError(
            f"{unit.path} cannot be written: {error.strerror}.", what="Nothing was installed"
        ) from error
    failed = _run(unit.begin)
    if failed is None:
        return _told(unit, "installed", [f"It runs from now on, and at every sign-in: {unit.path}"])
    lines = [f"It is written, but the system did not take it: {failed}", "Run this yourself:"]
    return _told(unit, "written", [*lines, *(f"  {' '.join(line)}" for line in unit.begin)], 1)


def _remove(alone: Alone, unit: Unit) -> Result:
    if not unit.path.exists():
        return _told(unit, "absent", ["There is none."])
    failed = _run(unit.end)
    if failed is not None:
        alone.say(f"The system did not end it: {failed}")
    try:
        unit.path.unlink()
    except OSError as error:
        raise UserInputError(f"{unit.path} cannot be removed: {error.strerror}.", what="It is still there") from error
    return _told(unit, "removed", ["It is removed; nothing else was."], int(failed is not None))


def _run(commands: Iterable[Sequence[str]]) -> str | None:
    """Why one of them failed, None where all went well."""
    for command in commands:
        try:
            ended = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"{command[0]}: {type(error).__name__}"
        if ended.returncode:
            return (ended.stderr or ended.stdout).strip() or f"{command[0]} ended with {ended.returncode}"
    return None


def _told(unit: Unit, state: str, lines: Sequence[str], code: int = 0) -> Result:
    document = {"state": state, "path": str(unit.path), "unit": unit.text, "begin": [list(line) for line in unit.begin]}
    return Result({"service": document}, lambda: lines, code)
