"""One run of the simulator: desks, twins and somebody else, a storm of steps, and the calm in which all must agree.

`run(seed)` plays the story of that seed in virtual time on no thread; the same seed gives the same trace. Other steps
may be given in place of the story's own, which is how a failing one is cut down.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item
from crmdesk.errors import DeskError
from crmdesk.system.redaction import redactor
from tests.simulation.calm import Calm
from tests.simulation.computer import Computer, own_tasks
from tests.simulation.ledger import Ledger
from tests.simulation.network import Exchanged, Network
from tests.simulation.steps import STEPS, Step, story
from tests.simulation.twins import HABITS, Raw, Twin
from tests.simulation.virtual_time import Stuck, VirtualClock, VirtualLoop

LENGTH = 25
ONE_WAY, ALL_KINDS = 0.12, 0.2  # shares of the accounts
MEMORY = Path("/dev/shm")  # a disk in memory, where there is one: nothing here depends on the real one
ROOM = 400_000_000  # bytes; on a fuller disk a desk stops pulling


@dataclass
class Result:
    """What a run came to: `fault` is "" where every promise was kept."""

    seed: int
    steps: list[Step]
    taken: int = 0
    requests: int = 0
    weather: Counter[str] = field(default_factory=Counter)
    windows: int = 0
    seconds: float = 0.0  # of virtual time
    trace: str = ""
    fault: str = ""
    story: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Simulation:
    """The world of one run."""

    def __init__(self, seed: int, loop: VirtualLoop, directory: Path) -> None:
        chance = random.Random(f"world of {seed}")
        self.loop = loop
        self.chance = chance
        self._trace = hashlib.sha256()
        self.lines: list[str] = []
        keys = chance.sample(sorted(HABITS), chance.choice((1, 1, 1, 2)))
        clock = VirtualClock(loop, seed)
        self.twins = {
            key: Twin(key, number, seed % 97 + 1, chance.randrange(3, 7), clock.now) for number, key in enumerate(keys)
        }
        self.ledger = Ledger(lambda desk, mark: self.computers[desk].knows(mark), loop.time)
        for twin in self.twins.values():
            self.ledger.know(twin)
        self.network = Network(self.twins, self, seed)
        number = 1 if len(keys) == 2 else chance.choice((1, 2))
        self.computers = [Computer(n, loop, self.network, directory, seed * 10 + n) for n in range(number)]
        self._judged: dict[str, int] = {}  # the revision of each twin that was looked at last

    # The network's witness: all of it goes into the trace

    def may_ask(self, desk: int, twin: Twin, at: float) -> None:
        """A request leaves."""
        self.ledger.may_ask(desk, twin, at)

    def answered(self, exchanged: Exchanged) -> None:
        """A request has ended."""
        one = exchanged
        self.note(f"{one.ended_at:.6f} {one.desk} {one.twin.key} {one.method} {one.path} {one.status}")
        self._trace.update(one.body)
        self.ledger.answered(exchanged)

    def changed(self, desk: int, twin: Twin, id_: str, before: Raw | None, after: Raw | None) -> None:
        """A request changed something."""
        self.ledger.changed(desk, twin, id_, before, after)

    def note(self, line: str) -> None:
        """One line of the trace."""
        self.lines.append(line)
        self._trace.update(line.encode())

    @property
    def trace(self) -> str:
        """A hash over everything that happened."""
        return self._trace.hexdigest()

    # What steps ask for

    def computer(self, number: int) -> Computer:
        """One of the computers."""
        return self.computers[number % len(self.computers)]

    def twin(self, number: int) -> Twin:
        """One of the twins."""
        return list(self.twins.values())[number % len(self.twins)]

    async def pick(self, step: Step, *, trash: bool = False) -> tuple[Computer, Item | None]:
        """A computer, and an item of its list or trash."""
        computer = self.computer(step.a)
        items = await computer.items(trash=trash)
        return computer, items[step.b % len(items)] if items else None

    def there(self, step: Step) -> tuple[Twin, str | None]:
        """A twin, and the id of one of its records."""
        twin = self.twin(step.a)
        ids = twin.site.book.ids()
        return twin, ids[step.b % len(ids)] if ids else None

    def spread(self, item: Item, twin: Twin) -> None:
        """What an item shows may come to a twin from now on."""
        self.ledger.elsewhere(twin, item)

    def count_weather(self, twin: Twin) -> None:
        """Count how often the weather struck, before it is cleared."""
        for rule in twin.site.weather.rules:
            self.ledger.weather[rule.name] += rule.fired

    # Its course

    async def begin(self) -> None:
        """Every desk connects to every twin and pulls for the first time."""
        for computer in self.computers:
            await computer.open()
            for key in self.twins:
                await self.connect(computer, key)
                assert key in computer.accounts, f"{key} was not connected"
                if self.chance.random() < 0.5:
                    await self._allow_deletions(computer, key)
            await computer.act(computer.desk.sync([account.id for account in computer.accounts.values()]))

    async def connect(self, computer: Computer, key: str) -> None:
        """Connect a desk to a twin, now and then to be read alone or with all its kinds."""
        twin = self.twins[key]
        settings = {"base_url": twin.account.base_url, **twin.account.settings, **twin.habits.settings}
        direction = Direction.PULL if self.chance.random() < ONE_WAY else Direction.TWO_WAY
        (info,) = (info for info in computer.desk.providers() if info.key == key)
        kinds = tuple(one.kind for one in info.kinds) if self.chance.random() < ALL_KINDS else (Kind.CONTACT,)
        await computer.act(computer.desk.add_account(key, key, settings, twin.secrets(), direction, kinds))
        computer.know_accounts()

    async def _allow_deletions(self, computer: Computer, key: str) -> None:
        try:
            await computer.act(computer.desk.set_account(computer.accounts[key].id, deletes_remotely=True))
        except DeskError:
            return  # its CRM deletes nothing

    async def take(self, step: Step) -> None:
        """Let one thing happen, and look at everything."""
        self.loop.turns = 0
        self.note(f"{self.loop.elapsed:.6f} {step}")
        try:
            await STEPS[step.name](self, step)
        except DeskError as refusal:
            self.note(f"refused: {refusal.why}")
        await asyncio.sleep(0.001)
        await self.revive()
        for twin in self.twins.values():
            if self._judged.get(twin.key) != twin.site.book.revision:
                self._judged[twin.key] = twin.site.book.revision
                self.ledger.judge(twin)
        for computer in self.computers:
            Calm(self).at_any_time(computer)

    async def revive(self) -> None:
        """Start the computers again that have died."""
        for computer in self.computers:
            if computer.machine.dead:
                self.note(f"desk {computer.number} died")
                self.ledger.forget_pauses(computer.number)
                await computer.come_back()

    async def end(self) -> None:
        """The storm is over: everything comes to rest, and both sides are compared."""
        for twin in self.twins.values():
            self.count_weather(twin)
        await self.revive()
        await Calm(self).come_to_rest()
        for computer in self.computers:
            await computer.close()


def run(seed: int, steps: Sequence[Step] | None = None, length: int = LENGTH) -> Result:
    """Play a story to its end or to the first broken promise."""
    chosen = list(steps) if steps is not None else story(random.Random(f"story of {seed}"), length)
    result = Result(seed, chosen)
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    directory = Path(tempfile.mkdtemp(prefix="simulation-", dir=MEMORY if roomy else None))
    log = logging.getLogger("crmdesk")
    level = log.level
    log.setLevel(logging.CRITICAL)  # a storm is told by its trace
    try:
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            loop = runner.get_loop()
            assert isinstance(loop, VirtualLoop)
            own_tasks(loop)
            runner.run(_play(seed, loop, directory, result))
    finally:
        log.setLevel(level)
        # What the next run's desks cannot know; to look for ever more secrets takes ever longer.
        redactor._secrets.clear()
        redactor._exact = None
        shutil.rmtree(directory, ignore_errors=True)
    return result


async def _play(seed: int, loop: VirtualLoop, directory: Path, result: Result) -> None:
    simulation = Simulation(seed, loop, directory)
    ledger = simulation.ledger
    try:
        await simulation.begin()
        for step in result.steps:
            await simulation.take(step)
            result.taken += 1
            if ledger.faults:
                break
        else:
            await simulation.end()
    except (Stuck, AssertionError) as broken:
        ledger.fault("every step ends", f"{type(broken).__name__}: {broken}")
    except (Exception, asyncio.CancelledError) as broken:
        ledger.fault("no program error", f"{type(broken).__name__}: {broken}")
    finally:
        result.requests, result.seconds = simulation.network.requests, loop.elapsed
        result.weather, result.windows, result.trace = ledger.weather, ledger.windows, simulation.trace
        result.fault = ledger.faults[0] if ledger.faults else ""
        result.story, result.faults = simulation.lines, ledger.faults
        await _abandon(simulation)


async def _abandon(simulation: Simulation) -> None:
    for computer in simulation.computers:
        await computer.abandon()
