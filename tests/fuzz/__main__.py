"""Coverage-guided fuzzing: `python -m tests.fuzz SECONDS [DECODER …]`, each decoder in a process of its own.

Prints executions and speed of each; a finding is kept beside the run's corpus, and its file named. Needs atheris.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES, MOST_SECONDS, MOST_MEGABYTES = 4096, 5, 2048
_ONE = """
import sys
import atheris
with atheris.instrument_imports(include=["crmdesk"]):
    from tests.fuzz.decoders import decode
name = sys.argv.pop(1)
if name == "pictures":
    import os
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
atheris.Setup(sys.argv, lambda data: decode(name, data))
atheris.Fuzz()
"""


def main(arguments: list[str]) -> int:
    """Fuzz the decoders named, all without a name, for so many seconds altogether; 1 where one was broken."""
    from tests.fuzz.decoders import DECODERS

    seconds = int(arguments[0]) if arguments else 60
    names = arguments[1:] or list(DECODERS)
    each = max(1, seconds // len(names))
    findings = Path(tempfile.mkdtemp(prefix="crmdesk-findings-"))
    broken = [name for name in names if not _fuzzed(name, each, findings)]
    print(f"fuzz: {len(names)} decoders, {each} s each; broken: {', '.join(broken) or 'none'}", flush=True)
    return 1 if broken else 0


def _fuzzed(name: str, seconds: int, findings: Path) -> bool:
    limits = [f"-max_len={MOST_BYTES}", f"-timeout={MOST_SECONDS}", f"-rss_limit_mb={MOST_MEGABYTES}"]
    command = [sys.executable, "-c", _ONE, name, f"-max_total_time={seconds}", *limits]
    kept = f"-artifact_prefix={findings / name}-"
    done = subprocess.run([*command, kept], cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ)
    told = re.search(r"Done (\d+) runs in (\d+)", done.stderr)
    runs, took = (int(told[1]), max(1, int(told[2]))) if told else (0, 1)
    print(f"fuzz: {name:10} {runs:>9,} executions, {runs // took:,} a second", flush=True)
    if done.returncode:
        print(f"fuzz: {name} broke; what broke it lies in {findings}", *done.stderr.splitlines()[-30:], sep="\n    ")
    return done.returncode == 0


sys.exit(main(sys.argv[1:]))
