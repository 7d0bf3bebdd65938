"""What the tests need of npm: Convex's own client, which calls the desk as the clients of that vendor do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from .process import ROOT, run

CONVEX = "1.49.0"
_PLACE = ROOT / ".venv" / "npm"


def convex() -> Path | str:
    """The folder in which Convex's client is installed, or why it cannot be."""
    if not (shutil.which("node") and (npm := shutil.which("npm"))):
        return "node and npm are missing"
    if _installed() != CONVEX:
        _PLACE.mkdir(parents=True, exist_ok=True)
        (_PLACE / "package.json").write_text("{}", "utf-8")
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--loglevel=error"]
        if run([npm, "install", *quiet, "--prefix", _PLACE, f"convex@{CONVEX}"]):
            return "it cannot be installed from this registry"
    return _PLACE


def _installed() -> str | None:
    try:
        return str(json.loads((_PLACE / "node_modules" / "convex" / "package.json").read_text("utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        return None
