"""`dev.py lock`: the exact versions that are developed and tested with, each with the hashes of its files.

The lock names no index: any that serves files with these hashes will do. It holds for every platform and Python that
pyproject.toml allows, and says in its first line for which requirements it was made.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

from .process import ROOT, Argument, must, say

LOCK = ROOT / "packaging" / "lock.txt"
OLDEST_PYTHON = "3.11"
_MADE_FOR = "# made by `dev.py lock` for requirements "


def wanted() -> list[str]:
    """Everything that developing needs: the program's own requirements, the group `dev`, and what builds it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    return sorted({str(line) for line in lines})


def fingerprint() -> str:
    """What the lock's first line has to name to be a lock of these requirements."""
    return hashlib.sha256("\n".join(wanted()).encode()).hexdigest()[:16]


def fits() -> bool:
    """Whether there is a lock, and it was made for what pyproject.toml asks for now."""
    try:
        with LOCK.open(encoding="utf-8") as lines:
            return lines.readline().rstrip() == _MADE_FOR + fingerprint()
    except OSError:
        return False


def make() -> int:
    """Resolve anew, the newest of everything, and write the lock. Raises Failure when the index cannot be asked."""
    with tempfile.TemporaryDirectory(prefix="crmdesk-lock-") as place:
        asked, found = Path(place) / "wanted.in", Path(place) / "lock.txt"
        asked.write_text("\n".join(wanted()), encoding="utf-8")
        command: list[Argument] = [_uv(Path(place)), "pip", "compile", asked, "--output-file", found]
        options = ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes", "--no-header"]
        must(
            [*command, *options, "--no-annotate", "--quiet"],
            "uv pip compile",
            environment={**uv_settings(), **os.environ},
        )
        text = found.read_text(encoding="utf-8")
    LOCK.write_text(f"{_MADE_FOR}{fingerprint()}\n{text}", encoding="utf-8", newline="\n")
    say(f"locked: {text.count('==')} packages, {text.count('--hash=')} hashes, in {LOCK.relative_to(ROOT)}")
    return 0


def uv_settings() -> dict[str, str]:
    """The environment's pip settings under the names uv knows; what uv's user set already wins."""
    names = {
        "PIP_INDEX_URL": "UV_DEFAULT_INDEX",
        "PIP_EXTRA_INDEX_URL": "UV_INDEX",
        "PIP_FIND_LINKS": "UV_FIND_LINKS",
        "PIP_NO_INDEX": "UV_NO_INDEX",
        "PIP_CERT": "SSL_CERT_FILE",
    }
    return {theirs: os.environ[ours] for ours, theirs in names.items() if ours in os.environ}


def _uv(place: Path) -> str:
    if found := shutil.which("uv"):
        return found
    say("uv resolves for every platform at once; it is installed for this alone")
    must(
        [sys.executable, "-m", "pip", "install", "--quiet", "--target", place / "uv", "uv"],
        "pip install uv",
        attempts=2,
    )
    return str(place / "uv" / "bin" / "uv")


def constraints(into: Path) -> list[Argument]:
    """pip's arguments that hold an installation to the locked versions; none where the lock is for other requirements.

    Without hashes, since what is installed beside them (a wheel just built) could have none.
    """
    if not fits():
        return []
    file = into / "constraints.txt"
    pins = [line.removesuffix("\\").rstrip() for line in LOCK.read_text("utf-8").splitlines() if "==" in line]
    file.write_text("\n".join(pins), encoding="utf-8")
    return ["--constraint", file]
