"""`dev.py licences` and `dev.py audit`: under which terms, and with which known holes, the packages come."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from . import environment, lock
from .process import ROOT, run, say

_AUDIT = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from pip_audit._cli import audit
audit()
"""

# Reads the metadata of what is installed: the SPDX expression, else the classifiers, else the first line of the field.
_LICENCES = """
import json
from importlib.metadata import distributions
found = {}
for one in distributions():
    meta = one.metadata
    kinds = [line.rpartition(" :: ")[2] for line in meta.get_all("Classifier") or [] if line.startswith("License ::")]
    named = (meta.get("License") or "").strip().split("\\n")[0][:60]
    found[meta["Name"]] = [one.version, meta.get("License-Expression") or ", ".join(kinds) or named or "not told"]
print(json.dumps(found))
"""


def licences() -> int:
    """Print name, version and licence of every package of the environment."""
    python = environment.ensure()
    done = subprocess.run([python, "-c", _LICENCES], capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, list[str]] = json.loads(done.stdout)
    for name, (version, licence) in sorted(found.items(), key=lambda one: one[0].lower()):
        print(f"{name:28} {version:16} {licence}")
    return 0


def audit() -> int:
    """Look the locked versions up among the published vulnerabilities; `not run` where that cannot be done.

    The status is 1 where one is found: each is printed with the version that mends it.
    """
    python = environment.ensure()
    with tempfile.TemporaryDirectory(prefix="crmdesk-audit-") as place:
        tool, told = Path(place) / "tool", Path(place) / "told.json"
        if run([python, "-m", "pip", "install", "--quiet", "--target", tool, "pip-audit"]):
            say("not run: pip-audit (it cannot be installed from this index)")
            return 0
        arguments = ["--disable-pip", "--requirement", lock.LOCK, "--format", "json", "--output", told]
        command = [python, "-c", _AUDIT, tool, *arguments, "--progress-spinner", "off"]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, cwd=ROOT)
        if not told.exists():
            last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            say(f"not run: pip-audit (its data cannot be reached: {last[:160]})")
            return 0
        return _report(json.loads(told.read_text(encoding="utf-8"))["dependencies"])


def _report(dependencies: list[dict[str, Any]]) -> int:
    found = [(one, hole) for one in dependencies for hole in one.get("vulns", ())]
    for one, hole in found:
        print(
            f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none yet'}"
        )
    say(f"audited: {len(dependencies)} packages, {len(found)} known vulnerabilities")
    return 1 if found else 0
