"""Lays the commit that a wheel is built from beside its resources, so that "About" can name it."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CommitHook(BuildHookInterface[Any]):
    """Where there is no repository, nothing is laid."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before a wheel is put together; an editable one shows its source itself."""
        if version != "standard":
            return
        asked = ["git", "-C", self.root, "rev-parse", "--short=12", "HEAD"]
        try:
            commit = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            return
        self._place = tempfile.TemporaryDirectory(prefix="crmdesk-commit-")
        file = Path(self._place.name) / "commit.txt"
        file.write_text(commit, encoding="ascii")
        build_data["force_include"][str(file)] = "crmdesk/_resources/commit.txt"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called when the wheel stands."""
        if version == "standard" and hasattr(self, "_place"):
            self._place.cleanup()
