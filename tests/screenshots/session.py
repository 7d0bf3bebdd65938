"""One process of pictures: a language, a scale, both colour schemes, and the states that are asked for."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from crmdesk.app.demo_session import DemoDesk
from crmdesk.desk import Desk
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.theme import SchemeChoice, Theme
from crmdesk.ui.window.main_window import MainWindow
from crmdesk.ui.wording.languages import LANGUAGES, speak
from tests.languages.pseudo import Pseudo
from tests.patience import until
from tests.screenshots.states import ALWAYS, STATES, Stage
from tests.ui.stage import fill_profile

MANY = "many"  # the state of a hundred thousand rows, in a profile of its own
ROWS = 100_000


def take(target: Path, scale: str, language: str, only: Sequence[str]) -> int:
    """Take the pictures of one language and scale; no names in `only`: of every state."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    pseudo = Pseudo()
    if language in LANGUAGES:
        speak(language)
    else:
        app.installTranslator(pseudo)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    studio = Studio(target, f"{int(float(scale) * 100)}-{language}", Theme(SchemeChoice.LIGHT))
    with TemporaryDirectory() as place, ThreadPoolExecutor(2) as pool:
        filled = Profile.at(Path(place) / "many").prepare()
        if not only or MANY in only:
            fill_profile(filled, ROWS)
        with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
            runner.get_loop().set_default_executor(pool)
            if not only or MANY in only:
                runner.run(studio.many(filled))
            if set(only) - {MANY} or not only:
                runner.run(studio.states(only))
            runner.get_loop().set_default_executor(None)  # type: ignore[arg-type]  # qasync takes it as "none"
    return 0


class Studio:
    """Takes pictures into a folder, each in both schemes."""

    def __init__(self, target: Path, mark: str, theme: Theme) -> None:
        self._target, self._mark, self._theme = target, mark, theme

    async def picture(self, name: str, widget: QWidget) -> None:
        """Save what a widget shows."""
        for scheme in (SchemeChoice.LIGHT, SchemeChoice.DARK):
            self._theme.choose(scheme)
            await asyncio.sleep(0.4)  # until what wraps has found its height, and a paint or two
            if not widget.grab().save(str(self._target / f"{name}-{scheme}-{self._mark}.png")):
                raise OSError(f"no picture could be written to {self._target}")

    @asynccontextmanager
    async def _window(self, desk: Desk, tasks: Tasks, *, demo: bool) -> AsyncIterator[MainWindow]:
        window = MainWindow(desk, tasks, self._theme, demo=demo)
        window.resize(1280, 800)
        window.show()
        window.start()
        window.panes.complete()
        try:
            yield window
        finally:
            window.bridge.close()
            window.hide()
            await tasks.end()

    async def states(self, only: Sequence[str]) -> None:
        """The states of the demo, one after the other."""
        profile, demo = Profile.demo().prepare(), DemoDesk()
        try:
            async with await Desk.open(profile, keys=demo.keys()) as desk:
                tasks = Tasks()
                async with self._window(desk, tasks, demo=True) as window:

                    async def picture(name: str, widget: QWidget | None = None) -> None:
                        await self.picture(name, widget or window)

                    stage = Stage(window, demo, tasks, self._theme, picture)
                    for name, state in STATES.items():
                        if not only or name in (*only, *ALWAYS):
                            await state(stage)
        finally:
            demo.stop()
            profile.discard()

    async def many(self, profile: Profile) -> None:
        """A list of very many, from its beginning and from its middle."""
        async with await Desk.open(profile, keys=KeySource.throw_away()) as desk:
            tasks = Tasks()
            async with self._window(desk, tasks, demo=False) as window:
                await until(lambda: window.table.model.rowCount() == ROWS and 0 not in window.table.model.ids)
                window.table.view.select_row(ROWS // 2)
                await asyncio.sleep(0.5)
                await self.picture("32-many-rows", window)
