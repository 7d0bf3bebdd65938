"""The holder's side: a thread with blocking sockets that brings commands to the loop, whichever loop that is."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
import queue
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from typing import Any

from crmdesk.system.handover import (
    REQUEST_BYTES,
    Lines,
    NotUnderstood,
    Raise,
    Request,
    Stream,
    accepted_line,
    alive_line,
    exit_line,
    output_lines,
    parse_hello,
    parse_request,
    proof_line,
    refused_line,
)
from crmdesk.system.single_instance import InstanceLock, listen

log = logging.getLogger(__name__)

REQUEST_SECONDS = 5.0
SEND_SECONDS = 10.0
ALIVE_SECONDS = 2.0
CONNECTIONS = 8
YIELDS = 1  # the answer of a holder that has no window to raise, and goes instead


class Reply:
    """Where a handed-over command writes; a call never blocks and never fails, also when the asker has gone."""

    def __init__(self) -> None:
        self.lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def write(self, stream: Stream, data: str) -> None:
        """Send `data` to that stream of the asker."""
        for line in output_lines(stream, data):
            self.lines.put(line)


OnCommand = Callable[[Request, Reply], Awaitable[int]]


class InstanceServer:
    """Serves the other processes of a held profile.

    `on_raise` is called and `on_command` awaited on `loop`, plain or Qt's; `on_command` returns the exit code. It is
    cancelled when its asker goes away. A holder without a window `yields`: asked for one, it lets the profile go. The
    socket is served by daemon threads, so nothing here holds up a quit.
    """

    def __init__(
        self,
        lock: InstanceLock,
        loop: asyncio.AbstractEventLoop,
        on_raise: Callable[[], object],
        on_command: OnCommand,
        *,
        tcp: bool | None = None,
        patience: float = REQUEST_SECONDS,
        yields: bool = False,
    ) -> None:
        if not lock.held:
            raise ValueError("only the holder of a profile may serve it")
        self._profile = lock.profile
        self._loop = loop
        self._on_raise = on_raise
        self._on_command = on_command
        self._patience = patience
        self._raised = exit_line(YIELDS if yields else 0)
        self._listener, self._address = listen(lock.profile) if tcp is None else listen(lock.profile, tcp=tcp)
        self._listener.settimeout(1.0)
        self._stopped = threading.Event()
        self._free = threading.BoundedSemaphore(CONNECTIONS)
        self._running: set[Future[int]] = set()
        self._thread = threading.Thread(target=self._accept, name="instance", daemon=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Stop answering and cancel what runs for others; to be called before the lock is released."""
        if self._stopped.is_set():
            return
        self._stopped.set()
        for running in list(self._running):
            self._cancel(running)
        # A blocked accept() is not woken by close() on every system; shutdown() or a last connection does it.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        if self._thread.is_alive():
            self._thread.join(1.0)
        for path in (self._profile.address, *([self._profile.socket] if not self._address.port else [])):
            with contextlib.suppress(OSError):
                path.unlink()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                if self._stopped.is_set():
                    return
                # Out of descriptors, say: try again, but not in a busy loop.
                self._stopped.wait(0.1)
                continue
            if not self._free.acquire(blocking=False):
                connection.close()
                continue
            threading.Thread(target=self._serve, args=(connection,), name="instance-peer", daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection:
                self._answer(connection)
        except (OSError, EOFError) as error:
            log.debug("a process that asked has gone: %s", type(error).__name__)
        finally:
            self._free.release()

    def _answer(self, connection: socket.socket) -> None:
        try:
            lines = Lines(connection, REQUEST_BYTES)
            line = lines.next(self._patience)
            if (nonce := parse_hello(line)) is not None:
                _send(connection, proof_line(self._address.token, nonce))
                line = lines.next(self._patience)
            token, asked = parse_request(line)
            if not hmac.compare_digest(token.encode(errors="replace"), self._address.token.encode()):
                raise NotUnderstood("wrong token")
        except NotUnderstood as error:
            log.warning("a request of another process was refused: %s", error)
            _send(connection, refused_line("not understood"))
            return
        # Accepted before it begins: an asker that has given up by now takes the lock itself.
        _send(connection, accepted_line())
        if _gone(connection):
            return
        reply = Reply()
        try:
            if isinstance(asked, Raise):
                self._loop.call_soon_threadsafe(self._on_raise)
                _send(connection, self._raised)
                return
            running = self._begin(asked, reply)
        except RuntimeError:
            # The loop has ended meanwhile; nothing was done.
            _send(connection, refused_line("closing"))
            return
        self._relay(connection, reply, running)

    def _begin(self, asked: Request, reply: Reply) -> Future[int]:
        if self._stopped.is_set() or self._loop.is_closed():
            raise RuntimeError("closing")
        command = self._run(asked, reply)
        try:
            running = asyncio.run_coroutine_threadsafe(command, self._loop)
        except RuntimeError:
            command.close()
            raise
        self._running.add(running)
        running.add_done_callback(lambda _: reply.lines.put(None))
        if self._stopped.is_set():
            self._cancel(running)
        return running

    def _cancel(self, running: Future[int]) -> None:
        if not self._loop.is_closed():
            running.cancel()

    def _run(self, asked: Request, reply: Reply) -> Coroutine[Any, Any, int]:
        async def command() -> int:
            return await self._on_command(asked, reply)

        return command()

    def _relay(self, connection: socket.socket, reply: Reply, running: Future[int]) -> None:
        """Pass output on until the command has ended; cancel it when the asker is gone."""
        try:
            alive = time.monotonic()
            while True:
                try:
                    line = reply.lines.get(timeout=0.2)
                except queue.Empty:
                    if _gone(connection):
                        raise ConnectionResetError from None
                    if time.monotonic() - alive >= ALIVE_SECONDS:
                        alive = time.monotonic()
                        _send(connection, alive_line())
                    continue
                if line is None:
                    break
                _send(connection, line)
            if running.cancelled():
                return
            error = running.exception()
            if error is not None:
                log.error("a command that another process handed over failed", exc_info=error)
            _send(connection, exit_line(3 if error is not None else running.result() & 0xFF))
        finally:
            self._cancel(running)
            self._running.discard(running)


def _send(connection: socket.socket, data: bytes) -> None:
    connection.settimeout(SEND_SECONDS)
    connection.sendall(data)


def _gone(connection: socket.socket) -> bool:
    """Whether the asker has closed its end; it has nothing more to say, so anything to read is the end or noise."""
    connection.setblocking(False)
    try:
        return connection.recv(1, socket.MSG_PEEK) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True
