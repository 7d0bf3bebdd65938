"""What accounts by file have in common: no CRM that could ask to wait, and nothing that is held open."""

from __future__ import annotations

from crmdesk.providers.contract import Choices
from crmdesk.providers.info import ProviderInfo, ProviderSettings
from crmdesk.system.disk import Disk


class ByFile:
    """The part of an account by file that is the same for a file and for a folder of cards."""

    requests = 0
    pause_left = 0.0

    def __init__(self, info: ProviderInfo, settings: ProviderSettings, disk: Disk) -> None:
        self.info = info  # each preset has its own title
        self._path, self._disk = settings["path"], disk
        self.found: dict[str, str] = {}

    def block(self, seconds: float) -> None:
        """A disk never asks to wait."""

    async def choices(self) -> Choices | None:
        """A path is one file, or one folder."""
        return None

    async def close(self) -> None:
        """Nothing is held open between two readings."""
