"""`python -m tests.screenshots DIR`: the window in each of its states, light and dark, as far as it is asked for.

Everything shown is real: the demo CRMs, a desk in a throw-away profile, the program's window. Each scale and language
has a process of its own, since Qt reads both at its start.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests.screenshots.states import STATES

LANGUAGES = ("en", "de", "es", "pseudo")  # the last is lengthened, accented, and read from right to left
SCALES = ("1", "2")


def main(arguments: list[str]) -> int:
    """Take the pictures; all of them take some minutes."""
    parser = argparse.ArgumentParser(prog="screenshots", description=main.__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--language", action="append", choices=LANGUAGES, help="en, de and pseudo without it")
    parser.add_argument("--scale", action="append", choices=SCALES, help="1 and 2 without it")
    parser.add_argument("--only", action="append", metavar="STATE", default=[], help="such as widths, or many")
    parser.add_argument("--take", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if unknown := set(asked.only) - STATES.keys():
        parser.error(f"no such state: {', '.join(sorted(unknown))}; there are {', '.join(STATES)}")
    target = asked.directory.resolve()
    target.mkdir(parents=True, exist_ok=True)
    if asked.take:
        from tests.screenshots.session import take

        return take(target, asked.scale[0], asked.language[0], asked.only)
    for language in asked.language or LANGUAGES[:2] + LANGUAGES[-1:]:
        for scale in asked.scale or SCALES:
            only = [part for state in asked.only for part in ("--only", state)]
            command = [sys.executable, "-m", "tests.screenshots", str(target), "--take"]
            command += ["--scale", scale, "--language", language, *only]
            environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
            if status := subprocess.run(command, env=environment, check=False).returncode:
                return status
    sys.stdout.write(f"{len(list(target.glob('*.png')))} pictures in {target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
