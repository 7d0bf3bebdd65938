"""The system keychain: back-ends trusted by class, every call in a thread of its own with a time limit.

Any program of the same session can read an unlocked Secret Service or login keychain: the keychain keeps the key from
other users and from a copied disk, not from programs that the user runs. The vault therefore puts one 32-byte key there
and nothing else, which also fits Windows' limit of 2,560 bytes (documented for CREDENTIAL.CredentialBlobSize).
"""

from __future__ import annotations

import asyncio
import importlib
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from crmdesk.errors import KeychainLocked, NoKeychain, SecretError
from crmdesk.frozen import dataclass

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "CRM Desk"

# Class names as keyring 25 has them. A plain text, null or third-party back-end is never on this list.
TRUSTED = (
    "keyring.backends.macOS.Keyring",
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
)


class KeychainState(Enum):
    """How the keychain stands, each with what the user can do about it."""

    READY = "ready"
    LOCKED = "locked"
    MISSING = "missing"
    CHANGED = "changed"

    @property
    def action(self) -> str:
        return _ACTIONS[self]


_ACTIONS = {
    KeychainState.READY: "Nothing to do.",
    KeychainState.LOCKED: "Unlock the system keychain, then try again.",
    KeychainState.MISSING: NoKeychain.remedy,
    KeychainState.CHANGED: "Start the keychain that was used before, or reconnect the accounts.",
}


@dataclass(frozen=True, slots=True)
class KeychainStatus:
    """What the doctor shows of the keychain; `backend` is the class in use, never a secret."""

    state: KeychainState
    backend: str | None
    why: str

    @property
    def action(self) -> str:
        return self.state.action


class Keychain:
    """Small secrets in the system keychain; each method blocks for at most `limit` seconds: `offload` it on a loop."""

    def __init__(self, *, service: str = SERVICE, limit: float = 30.0) -> None:
        self._service = service
        self._limit = limit
        self._pending: Future[Any] | None = None

    def read(self, entry: str, *, backend: str | None = None) -> tuple[str, str | None]:
        """The back-end asked and the secret of `entry` there, None when it has none.

        `backend` names the class that is preferred when several are usable. Raises NoKeychain or KeychainLocked.
        """
        return self._within_limit(lambda: self._read(entry, backend))

    def write(self, entry: str, secret: str, *, backend: str | None = None) -> str:
        """Store `secret`, read it back and compare; returns the class of the back-end that holds it.

        Raises NoKeychain, KeychainLocked, or SecretError when the keychain did not keep what it was given.
        """
        return self._within_limit(lambda: self._write(entry, secret, backend))

    def remove(self, entry: str, *, backend: str | None = None) -> None:
        """Forget `entry`; one that is not there is fine. Raises NoKeychain or KeychainLocked."""
        self._within_limit(lambda: self._remove(entry, backend))

    def status(self, *, expected: str | None = None) -> KeychainStatus:
        """How the keychain stands; `expected` is the back-end used last time, so that a switch is noticed."""
        try:
            found, _ = self.read("status", backend=expected)
        except KeychainLocked as error:
            return KeychainStatus(KeychainState.LOCKED, expected, error.why)
        except SecretError as error:
            return KeychainStatus(KeychainState.MISSING, None, error.why)
        if expected is not None and found != expected:
            why = f"The key was stored in {expected}; the keychain now is {found}."
            return KeychainStatus(KeychainState.CHANGED, found, why)
        return KeychainStatus(KeychainState.READY, found, "The keychain answers.")

    def _read(self, entry: str, preferred: str | None) -> tuple[str, str | None]:
        ring = select_backend(preferred)
        return class_name(ring), ring.get_password(self._service, entry)

    def _write(self, entry: str, secret: str, preferred: str | None) -> str:
        ring = select_backend(preferred)
        ring.set_password(self._service, entry, secret)
        if ring.get_password(self._service, entry) != secret:
            raise SecretError(f"The keychain {class_name(ring)} did not keep what it was given.")
        return class_name(ring)

    def _remove(self, entry: str, preferred: str | None) -> None:
        ring = select_backend(preferred)
        if ring.get_password(self._service, entry) is not None:
            ring.delete_password(self._service, entry)

    def _within_limit(self, call: Callable[[], T]) -> T:
        pending = self._pending
        if pending is not None and not pending.done():
            raise KeychainLocked("The keychain still waits for an answer to its earlier question.")
        self._pending = future = start(call, "keychain")
        try:
            return future.result(self._limit)
        except TimeoutError as error:
            raise KeychainLocked(f"The keychain did not answer within {self._limit:g} seconds.") from error
        except SecretError:
            raise
        except Exception as error:
            explained = _explain(error)
        # Raised outside of the handler: the back-end's own error, with the secret in its frames, is let go.
        raise explained


def select_backend(preferred: str | None = None) -> KeyringBackend:
    """The trusted back-end to use: the user's configured one, else `preferred` if usable, else the highest priority.

    A configured chainer stands for its members. Raises NoKeychain when the configured one is not trusted or none is
    usable. Classes are imported by name, so a frozen build without entry points finds them too.
    """
    from keyring import core  # 80 ms
    from keyring.backends.chainer import ChainerBackend

    configured = core.load_env() or core.load_config()
    trusted = list(_trusted_classes())
    if configured is not None and type(configured) is not ChainerBackend:
        if type(configured) not in trusted:
            raise NoKeychain(f"The configured keychain {class_name(configured)} is not one that the desk trusts.")
        return configured
    usable: list[tuple[float, type[KeyringBackend]]] = []
    for backend in trusted:
        try:
            priority = float(backend.priority)
        # A back-end says that it is not usable here by raising whatever its system library raises.
        except Exception:
            continue
        if priority > 0:
            usable.append((priority + 100 * (f"{backend.__module__}.{backend.__qualname__}" == preferred), backend))
    if not usable:
        raise NoKeychain("No system keychain that the desk trusts is running.")
    return max(usable, key=lambda pair: pair[0])[1]()


def class_name(backend: KeyringBackend) -> str:
    """The full class name of a back-end, as it is stored in the vault."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def start(call: Callable[[], T], name: str) -> Future[T]:
    """Run `call` in a daemon thread of its own, so that one that never returns holds up neither loop nor exit."""
    future: Future[T] = Future()
    # From here on it cannot be cancelled, so that the call always has a place for its result.
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            result = call()
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    threading.Thread(target=run, name=name, daemon=True).start()
    return future


async def offload(call: Callable[[], T], name: str = "secrets") -> T:
    """Await a blocking call without holding the loop; the call itself goes on when the waiting task is cancelled."""
    return await asyncio.wrap_future(start(call, name))


def _trusted_classes() -> Iterable[type[KeyringBackend]]:
    for name in TRUSTED:
        module, _, attribute = name.rpartition(".")
        try:
            yield getattr(importlib.import_module(module), attribute)
        # The modules of other systems fail in their own ways when imported here.
        except Exception:
            continue


def _explain(error: Exception) -> SecretError:
    from keyring import errors

    name = type(error).__name__
    locked = (errors.KeyringLocked, errors.InitError, errors.PasswordSetError, errors.PasswordDeleteError)
    if isinstance(error, locked) or "Locked" in name or "Dismissed" in name:
        return KeychainLocked("The keychain is locked, or its question was dismissed.", detail=name)
    return NoKeychain("The keychain could not be used.", detail=name)
