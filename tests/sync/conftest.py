"""A fresh world for each test, its desk working by itself on a clock that only the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.domain.reports import Run
from tests.world import WHOLE_LISTS, World


class Working(World):
    """A world whose desk syncs and sends by itself."""

    async def start(self) -> None:
        """Let the desk begin, and wait until it has nothing to do."""
        self.desk.start()
        await self.rest()

    async def rest(self) -> None:
        """Until no sync and no send is under way and the scheduler waits for a time to come."""
        calm = 0

        def at_rest() -> bool:
            nonlocal calm
            engine = self.desk._engine
            calm = calm + 1 if not engine._tasks and not engine._wake.is_set() and self.clock.asleep >= 2 else 0
            return calm > 4

        await self.until(at_rest)

    async def hours(self, hours: float) -> None:
        """Let hours pass at once, as on a computer that slept, and whatever is due happen."""
        self.clock.pass_time(hours * 3600)
        await self.rest()

    async def run_count(self) -> int:
        """How many runs there were."""
        _, total = await self.desk.runs()
        return total

    async def last_run(self) -> Run:
        """The newest run."""
        runs, _ = await self.desk.runs()
        return runs[0]


@pytest.fixture(scope="module")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(12, dex=WHOLE_LISTS) as crms:
        yield crms


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[Working]:
    """The CRM untouched, a desk not yet opened; closed at the end."""
    async with Working.untouched(running, "dex", tmp_path / "profile") as made:
        yield made
