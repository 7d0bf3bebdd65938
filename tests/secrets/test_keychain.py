from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from keyring import core
from keyring.backend import KeyringBackend

from crmdesk.errors import KeychainLocked, NoKeychain, SecretError, WrongKey
from crmdesk.secrets.keychain import TRUSTED, Keychain, KeychainState, offload, select_backend, start
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.vault import Vault
from crmdesk.secrets.vault_file import Source, parse
from tests.patience import PATIENCE, Stopwatch

Test = TypeVar("Test", bound=Callable[..., Any])

KEY = "11" * 32


@pytest.mark.parametrize(
    "backend",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "plain_backend.PlaintextKeyring",
        "plain_backend.Disguised",
    ],
)
def test_a_back_end_that_is_not_on_the_list_counts_as_none(
    backend: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one that calls itself as a trusted one, or is derived from it: the class itself decides."""
    (tmp_path / "plain_backend.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "from keyring.backends import SecretService\n"
        "class PlaintextKeyring(KeyringBackend):\n"
        "    priority = 0.5\n"
        "    kept = {}\n"
        "    def get_password(self, service, username): return self.kept.get(username)\n"
        "    def set_password(self, service, username, password): self.kept[username] = password\n"
        "class Disguised(SecretService.Keyring):\n"
        "    priority = 9\n"
        "    __module__ = 'keyring.backends.SecretService'\n"
        "    __qualname__ = 'Keyring'\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    before = set(KeyringBackend._classes)
    try:
        assert core.load_env() is not None
        with pytest.raises(NoKeychain):
            Keychain().write("entry", "secret")
        assert Keychain().status().state is KeychainState.MISSING
    finally:
        KeyringBackend._classes.clear()
        KeyringBackend._classes.update(before)
        sys.modules.pop("plain_backend", None)


def test_without_any_system_keychain_none_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(NoKeychain):
        select_backend()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.chainer.ChainerBackend")
    with pytest.raises(NoKeychain):
        select_backend()


def test_every_trusted_name_is_a_class_of_keyring() -> None:
    """A renamed class would silently take the keychain away."""
    import importlib

    for name in TRUSTED:
        module, _, attribute = name.rpartition(".")
        if "macOS" in module and sys.platform != "darwin":
            source = importlib.util.find_spec(module)
            assert source is not None
            assert source.origin is not None
            assert f"class {attribute}(" in Path(source.origin).read_text()
        else:
            assert issubclass(getattr(importlib.import_module(module), attribute), KeyringBackend)


def test_a_keychain_that_does_not_answer_is_given_up_and_asked_by_one_thread_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bus that takes the connection and never speaks: as a prompt nobody answers."""
    import socket
    import tempfile

    with tempfile.TemporaryDirectory() as directory, socket.socket(socket.AF_UNIX) as silent:
        silent.bind(f"{directory}/bus")
        silent.listen()
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={directory}/bus")
        keychain = Keychain(limit=0.3)
        began, watch = time.monotonic(), Stopwatch()
        with pytest.raises(KeychainLocked, match="did not answer"):
            keychain.read("entry")
        assert time.monotonic() - began >= 0.3
        assert watch.seconds() < 2
        asking = [thread for thread in threading.enumerate() if thread.name == "keychain"]
        with pytest.raises(KeychainLocked, match="still waits"):
            keychain.read("entry")
        assert keychain.status().state is KeychainState.LOCKED
        assert [thread for thread in threading.enumerate() if thread.name == "keychain"] == asking
        assert all(thread.daemon for thread in asking)


async def test_a_blocking_call_never_holds_the_loop() -> None:
    let_go, ticks = threading.Event(), 0
    waiting = asyncio.ensure_future(offload(let_go.wait))
    while ticks < 50:
        await asyncio.sleep(0)
        ticks += 1
    assert not waiting.done()
    let_go.set()
    assert await waiting
    with pytest.raises(ZeroDivisionError):
        await offload(lambda: 1 // 0)


async def test_a_call_whose_waiting_task_was_cancelled_ends_quietly() -> None:
    let_go, ended = threading.Event(), threading.Event()
    future = start(lambda: let_go.wait(PATIENCE), "cancelled call")
    waiting = asyncio.wrap_future(future)
    waiting.cancel()
    future.add_done_callback(lambda _: ended.set())
    let_go.set()
    assert await asyncio.to_thread(ended.wait, PATIENCE)
    assert future.result() is True


def test_a_call_that_never_returns_does_not_hold_up_the_end_of_the_process() -> None:
    program = "import threading\nfrom crmdesk.secrets.keychain import start\nstart(threading.Event().wait, 'stuck')\n"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=PATIENCE)
    assert start(lambda: 1, "quick").result(PATIENCE) == 1


def test_nothing_heavy_is_imported_before_the_first_secret() -> None:
    program = (
        "import sys\nfrom crmdesk.secrets import vault\nfrom crmdesk.system import log, paths, single_instance\n"
        "from crmdesk.secrets.root_key import KeySource\n"
        "vault.Vault(paths.Profile.at('x').vault, KeySource.of())\n"
        "print([n for n in ('keyring', 'cryptography', 'secretstorage') if n in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ended.stdout.strip() == "[]"


def on_secret_service(test: Test) -> Test:
    """keyring leaves its connection to the garbage collector when the collection is locked."""
    marked = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")(test)
    return cast(Test, pytest.mark.secretservice(marked))


@pytest.fixture
def secret_service() -> Iterator[None]:
    """The private session's keyring, unlocked before and after."""
    _unlock()
    yield
    _unlock()
    gc.collect()


def _unlock() -> None:
    """As a login does it: without any prompt, by the password that dev.py made the keyring with."""
    import secretstorage
    from secretstorage.util import DBusAddressWrapper, format_secret, open_session

    connection = secretstorage.dbus_init()
    try:
        secret = format_secret(open_session(connection), b"throwaway", "text/plain")
        daemon = DBusAddressWrapper(
            "/org/freedesktop/secrets", "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", connection
        )
        collection = secretstorage.get_default_collection(connection)
        daemon.call("UnlockWithMasterPassword", "o(oayays)", collection.collection_path, secret)
        assert not collection.is_locked()
    finally:
        connection.close()


def _lock() -> None:
    import secretstorage

    connection = secretstorage.dbus_init()
    try:
        secretstorage.get_default_collection(connection).lock()
    finally:
        connection.close()


@on_secret_service
def test_the_secret_service_keeps_what_it_is_given(secret_service: None) -> None:
    keychain = Keychain(service="CRM Desk test")
    backend = keychain.write("entry", KEY)
    assert backend == "keyring.backends.SecretService.Keyring"
    assert keychain.read("entry", backend=backend) == (backend, KEY)
    assert keychain.status(expected=backend).state is KeychainState.READY
    assert keychain.status(expected="keyring.backends.kwallet.DBusKeyring").state is KeychainState.CHANGED
    keychain.remove("entry")
    keychain.remove("entry")
    assert keychain.read("entry") == (backend, None)


@on_secret_service
def test_a_chainer_stands_for_its_trusted_members(secret_service: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.chainer.ChainerBackend")
    assert Keychain().status().backend == "keyring.backends.SecretService.Keyring"


@on_secret_service
async def test_a_vault_under_the_keychain(secret_service: None, tmp_path: Path) -> None:
    path, keychain = tmp_path / "vault.json", Keychain(service="CRM Desk test")
    keys = KeySource(keychain=keychain)
    long_token = "t" * 20_000
    await Vault(path, keys).put("acc", "sign-in", {"token": long_token})
    document = parse(path.read_bytes())
    assert document.current.source is Source.KEYCHAIN
    _, kept = keychain.read(f"vault {document.vault_id} key 1")
    assert kept is not None
    assert len(kept) == 44
    assert kept.encode() not in path.read_bytes()
    again = Vault(path, keys)
    assert await again.get("acc", "sign-in") == {"token": long_token}

    await again.rotate(keys)
    turned = parse(path.read_bytes())
    assert turned.current.id == 2
    assert keychain.read(f"vault {document.vault_id} key 1")[1] is None
    assert await Vault(path, keys).get("acc", "sign-in") == {"token": long_token}

    with pytest.raises(WrongKey, match="ENCRYPTION_KEY"):
        await Vault(path, KeySource(KEY, keychain)).get("acc", "sign-in")
    keychain.remove(f"vault {document.vault_id} key 2")
    before = path.read_bytes()
    with pytest.raises(WrongKey, match="no longer"):
        await Vault(path, keys).put("acc", "sign-in", {"token": "new"})
    assert path.read_bytes() == before


@on_secret_service
async def test_a_locked_keychain_is_named_and_nothing_is_lost(secret_service: None, tmp_path: Path) -> None:
    path, keys = tmp_path / "vault.json", KeySource(keychain=Keychain(service="CRM Desk test", limit=10))
    await Vault(path, keys).put("acc", "sign-in", {"token": "kept"})
    before = path.read_bytes()
    _lock()
    locked = Vault(path, keys)
    for attempt in (locked.open(), locked.get("acc", "sign-in"), locked.put("acc", "sign-in", {"token": "new"})):
        with pytest.raises(KeychainLocked):
            await attempt
    status = await locked.status()
    assert isinstance(status.problem, KeychainLocked)
    assert status.keychain is not None
    assert status.keychain.state is KeychainState.LOCKED
    with pytest.raises(KeychainLocked):
        await Vault(tmp_path / "other.json", KeySource(keychain=Keychain(), passphrase="never silently")).open(
            create=True
        )
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before
    _unlock()
    assert await locked.get("acc", "sign-in") == {"token": "kept"}


@on_secret_service
async def test_a_keychain_that_has_gone_is_noticed(
    secret_service: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, keys = tmp_path / "vault.json", KeySource(keychain=Keychain(service="CRM Desk test"))
    await Vault(path, keys).put("acc", "sign-in", {"token": "kept"})
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(NoKeychain) as gone:
        await Vault(path, keys).get("acc", "sign-in")
    assert "SecretService" in gone.value.why
    assert gone.value.next == KeychainState.CHANGED.action
    assert issubclass(type(gone.value), SecretError)
