"""The window's composition root: builds everything, runs Qt's loop under asyncio, and ends it in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import crmdesk.app.plain_imports  # noqa: F401  # first: before anything else of Qt

# isort: split
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop  # after PySide6, whose binding it then takes

from crmdesk.app.api_hosting import Hosting, dialects
from crmdesk.app.demo_session import DemoDesk, report
from crmdesk.app.opening import How, Opening, has_screen, tell
from crmdesk.cli.mock_crm import MockCrms
from crmdesk.desk import Desk
from crmdesk.domain.settings import LANGUAGE, LOG_LEVEL, TEXT_SIZE, THEME, text_size_from
from crmdesk.errors import DeskError
from crmdesk.system import log
from crmdesk.system.crash_reports import Hooks, ProgramError, install_hooks
from crmdesk.system.handover import Request
from crmdesk.system.paths import Profile, own_command
from crmdesk.system.single_instance import InstanceLock, hand_over, raise_window, take_lock, try_lock
from crmdesk.ui.background.garbage_collection import Collector
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.theme import Theme, scheme_of
from crmdesk.ui.window.main_window import MainWindow
from crmdesk.ui.window.remembered_state import forget_view
from crmdesk.ui.wording.languages import speak

if TYPE_CHECKING:
    from crmdesk.system.instance_server import InstanceServer, Reply

OPEN_FILES = "open-files"  # how a further start hands its files to the window that is open
THREADS = 4  # of the default executor: look-ups, keychain, files
STANDS = "the window stands"  # in the log, from which the start of a frozen program is timed
NOT_OPENED = 3  # the exit status when the window could not open, as for a command of which nothing was done
END_SECONDS = 3.0  # how long ending may take, all together
TURN_SECONDS = 0.0005  # after which a busy thread of ours lets the window's go on; Python's own 5 ms are seen as jerks

_log = logging.getLogger(__name__)


def run(
    profile: Profile | None = None,
    *,
    demo: bool = False,
    picture: Path | None = None,
    first_row: Callable[[], None] | None = None,
    files: Sequence[str] = (),
) -> int:
    """Show the window until it is closed; the exit status.

    `demo`: on the demo CRMs, in a profile of its own. `picture`: without a display, the demo synced, printed and
    painted to that file. `first_row` is called when the first row of the table has been painted (for the bench).
    `files` are opened for an import, by the window that is open already where there is one.
    """
    if picture is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        place = (Profile.demo() if demo else profile or Profile.default()).prepare()
        lock = try_lock(place)
        if lock is None and (_handed_over(place, files) if files else raise_window(place)):
            return 0
        lock = lock or take_lock(place)
    except DeskError as error:
        tell(_application(), error)
        raise
    try:
        with lock as held:
            return _run_held(held, partial(Session, held, demo=demo, picture=picture, first_row=first_row, files=files))
    finally:
        if demo:
            log.shutdown()
            place.discard()


def _handed_over(place: Profile, files: Sequence[str]) -> bool:
    """Whether the window that is open takes these files."""
    return hand_over(place, Request((OPEN_FILES, *files)), sys.stdout, sys.stderr) == 0


def _run_held(lock: InstanceLock, make: Callable[..., Session]) -> int:
    log.setup(lock.profile)
    sys.setswitchinterval(TURN_SECONDS)
    app = _application()
    opening = Opening(lock.profile, seen=has_screen(app))
    how = opening.begin()
    while how is not How.NOT:
        session = make(opening=opening, anew=how is How.WITHOUT_VIEW)
        try:
            status = _run_on(app, session)
            if session.restoring is None:
                return status
            how = opening.restored(session.restoring)
        except Exception as error:
            if session.stood:
                raise
            how = opening.failed(error)
    return NOT_OPENED


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("CRM Desk")
    app.setDesktopFileName("crmdesk")
    app.setQuitOnLastWindowClosed(False)
    if QLocale().language() is QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English))
    return app


def _run_on(app: QApplication, session: Session) -> int:
    executor = ThreadPoolExecutor(THREADS, thread_name_prefix="desk")
    session.hooks = install_hooks(session.show_fault, session.profile)
    try:
        with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
            loop = runner.get_loop()
            loop.set_default_executor(executor)
            session.hooks.reporter.watch(loop)
            try:
                status = runner.run(session.main())
            finally:
                # The loop would wait for a job that hangs; its thread is left to the end of the process instead.
                executor.shutdown(wait=False, cancel_futures=True)
                loop.set_default_executor(None)  # type: ignore[arg-type]  # qasync takes it as "none"
    finally:
        session.hooks.remove()
    _leave_stuck_threads(status)
    return status


def _leave_stuck_threads(status: int) -> None:
    """End the process at once where a thread of ours hangs: the interpreter would wait for it without end."""
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join(0.5)
            if thread.is_alive():
                _log.error("the thread %s did not end; leaving without it", thread.name)
                log.shutdown()
                os._exit(status)


class Session:
    """One run of the window: from the open desk to the closed one; `anew` forgets the last view."""

    def __init__(
        self,
        lock: InstanceLock,
        *,
        opening: Opening,
        anew: bool,
        demo: bool,
        picture: Path | None,
        first_row: Callable[[], None] | None,
        files: Sequence[str],
    ) -> None:
        self._lock, self._files = lock, files
        self.profile = lock.profile
        self.hooks: Hooks | None = None
        self._opening, self._anew = opening, anew
        self.stood = False  # once it has been seen
        self.restoring: Path | None = None  # the backup that takes the database's place when this session has ended
        self._demo = DemoDesk() if demo else None
        self._picture = picture
        self._first_row = first_row
        self._window: MainWindow | None = None
        self._filled = False  # whether the demo's accounts are connected
        self._server: InstanceServer | None = None

    async def main(self) -> int:
        """Open, show, wait for the end, close; the exit status."""
        self._done = asyncio.Event()
        self._tasks = Tasks()
        theme = Theme()
        keys = self._demo.keys() if self._demo else None
        desk = await Desk.open(self.profile, keys=keys, mocks=MockCrms(self.profile))
        self._collector = Collector()
        try:
            if self._anew:
                await forget_view(desk)
            theme.choose(scheme_of(desk.setting(THEME)))
            log.choose_level(desk.setting(LOG_LEVEL))
            window = self._open_window(desk, theme)
            self._listen_for_signals()
            if self._picture is not None:
                return await self._without_display(desk, window, self._picture)
            await self._done.wait()
            return 0
        finally:
            await self._end(desk)
            theme.resize_text(100)  # a session after this one begins with the system's size

    def _open_window(self, desk: Desk, theme: Theme) -> MainWindow:
        """Show the window in the language that is chosen."""
        speak(desk.setting(LANGUAGE))
        theme.resize_text(text_size_from(desk.setting(TEXT_SIZE)) or 100)
        window = self._window = MainWindow(desk, self._tasks, theme, demo=self._demo is not None)
        window.closing.connect(self._done.set)
        window.demo_asked.connect(open_demo)
        if self._demo is not None and not self._filled:
            window.wait_for_demo()
        window.anew_asked.connect(lambda: self._open_anew(desk, theme))
        window.restore_asked.connect(self._restore)
        window.table.view.first_painted.connect(self._painted)
        window.table.listed.connect(self._listed)
        window.show()
        window.start()
        return window

    def _open_anew(self, desk: Desk, theme: Theme) -> None:
        """Put a window made anew in the place of the one that is open; it is as the other was."""
        before = self._window
        assert before is not None
        before.panes.keep_draft()
        before.state.save()
        before.bridge.close()
        before.tray.vanish()
        page = before.settings.opened()
        anew = self._open_window(desk, theme)
        anew.setGeometry(before.geometry())
        if page is not None:
            anew.settings.open(page=page)
        before.hide()
        before.deleteLater()

    def _painted(self) -> None:
        """The first rows stand on screen: now comes what can wait."""
        self._stand()
        if self._first_row is not None:
            self._first_row()
        QTimer.singleShot(0, self._complete)

    def _listed(self, total: int) -> None:
        if total == 0:
            self._stand()
            QTimer.singleShot(0, self._complete)

    def _stand(self) -> None:
        if not self.stood:
            self._opening.done()
            _log.info(STANDS)
        self.stood = True

    def _complete(self) -> None:
        window = self._window
        if window is None or self._done.is_set():
            return
        window.panes.complete()
        window.tray.appear()
        window.settings.start()
        if self._server is not None:
            return
        self._collector.start()
        from crmdesk.system.instance_server import InstanceServer  # 4 ms, and not before the window stands

        self._server = InstanceServer(self._lock, asyncio.get_running_loop(), self._raise, self._carry_out)
        self._server.start()
        if self._picture is not None:
            return
        window.commands.importing.open_files(self._files)
        window.desk.start()
        window.desk.api.host(Hosting(window.desk).serve, dialects)
        self._tasks.start(window.desk.api.begin(), what=window.tr("Start the local API"))
        if self._demo is not None:
            self._tasks.start(self._fill_demo(self._demo, window), what=window.tr("Start the demo"))

    async def _fill_demo(self, demo: DemoDesk, window: MainWindow) -> None:
        try:
            await demo.fill(window.desk)
        finally:
            self._filled = True
            (self._window or window).show_demo()

    async def _without_display(self, desk: Desk, window: MainWindow, picture: Path) -> int:
        assert self._demo is not None
        await self._fill_demo(self._demo, window)
        await desk.sync()
        desk.start()  # only now: the schedule has nothing left to do, and edits are sent
        await report(desk, sys.stdout)
        window.panes.complete()
        window.table.view.select_row(0)
        await asyncio.sleep(0.5)  # until the panes have painted what they read
        if not window.grab().save(str(picture)):
            sys.stderr.write(f"The picture could not be written to {picture}\n")
            return 1
        sys.stdout.write(f"Picture of the window: {picture}\n")
        return 0

    async def _carry_out(self, request: Request, reply: Reply) -> int:
        """Carry out a command that another process handed over; raises once the window is gone."""
        from crmdesk.cli.main import run_command  # 24 ms

        if self._window is None:
            raise RuntimeError("the window has gone")
        if request.argv[:1] == (OPEN_FILES,):
            self._window.raise_up()
            self._window.commands.importing.open_files(request.argv[1:])
            return 0
        return await run_command(self._window.desk, request, reply)

    def _restore(self, backup: Path) -> None:
        """End, so that the database can be put back; `run` opens the window again on it."""
        self.restoring = backup
        self._quit()

    def _quit(self) -> None:
        if self._window is not None:
            self._window.quit_now()

    def _raise(self) -> None:
        if self._window is not None:
            self._window.raise_up()

    def _listen_for_signals(self) -> None:
        # A sign-out asks every program to end, and waits for none that asks back.
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.commitDataRequest.connect(lambda _manager: self._quit())
        numbers = (signal.SIGINT, signal.SIGTERM)
        if sys.platform != "win32":
            for number in numbers:
                asyncio.get_running_loop().add_signal_handler(number, self._quit)
            return
        # On Windows a signal is only seen when Python runs, so something has to run now and then.
        for number in numbers:
            signal.signal(number, lambda *_: self._quit())
        self._pulse = QTimer()
        self._pulse.start(500)

    def show_fault(self, fault: ProgramError) -> None:
        """Say in the window that the program itself failed; from whatever thread."""
        window = self._window
        if window is not None and not self._done.is_set():
            QTimer.singleShot(0, window, lambda: window.messages.fault(fault.summary, fault.trace))

    async def _end(self, desk: Desk) -> None:
        """Stop listening, cancel what runs, close the desk: all within a few seconds."""
        self._done.set()
        self._opening.done()
        if self._server is not None:
            self._server.stop()
        if self._window is not None:
            self._window.bridge.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(END_SECONDS):
                await desk.api.end()
                await self._tasks.end(END_SECONDS / 2)
                await desk.close()
        if self._demo is not None:
            await asyncio.to_thread(self._demo.stop)
        self._collector.close()


def open_demo() -> None:
    """Open the demo in a window and profile of its own."""
    subprocess.Popen([*own_command(), "--demo"], stdin=subprocess.DEVNULL, start_new_session=True)
