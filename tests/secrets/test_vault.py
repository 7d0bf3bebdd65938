# ruff: noqa: ASYNC240 - nothing else runs on a test's loop while it looks at a file
from __future__ import annotations

import asyncio
import base64
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from crmdesk.errors import NoKeychain, SecretError, UserInputError, VaultCorrupt, WrongKey
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.sealing import Argon2, Label, key_from_text, seal, unseal
from crmdesk.secrets.vault import Vault
from crmdesk.secrets.vault_file import Source, parse

KEY_A, KEY_B = "11" * 32, "22" * 32
CANARY = "dex_Canary0Secret1Never2In3Any4File"


def vault(path: Path, key: str = KEY_A) -> Vault:
    return Vault(path, KeySource(key))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.json"


async def test_what_was_put_comes_back_in_another_process_lifetime(path: Path) -> None:
    long_token = "t" * 20_000
    await vault(path).put("acc-1", "sign-in", {"key": CANARY, "refresh": long_token})
    await vault(path).put("acc-2", "sign-in", {"key": "second \u00e9"})
    again = vault(path)
    assert await again.get("acc-1", "sign-in") == {"key": CANARY, "refresh": long_token}
    assert await again.get("acc-2", "sign-in") == {"key": "second \u00e9"}
    assert await again.get("acc-1", "oauth") is None
    await again.remove("acc-1")
    assert await vault(path).get("acc-1", "sign-in") is None
    assert await vault(path).get("acc-2", "sign-in") == {"key": "second \u00e9"}


async def test_nothing_is_made_before_the_first_secret_and_then_for_the_owner_alone(path: Path) -> None:
    fresh = vault(path)
    await fresh.open()
    assert await fresh.get("acc", "sign-in") is None
    await fresh.remove("acc")
    assert not path.exists()
    before = os.umask(0)
    try:
        await fresh.put("acc", "sign-in", {"key": CANARY})
    finally:
        os.umask(before)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == [path.name]


async def test_no_secret_and_no_key_stands_in_the_file(path: Path) -> None:
    await vault(path).put("acc", "sign-in", {"key": CANARY})
    text = path.read_bytes()
    for form in (CANARY.encode(), base64.b64encode(CANARY.encode()), KEY_A.encode(), base64.b64encode(b"\x11" * 32)):
        assert form not in text
    assert KEY_A not in repr(KeySource(KEY_A, passphrase=CANARY))
    assert CANARY not in repr(KeySource(KEY_A, passphrase=CANARY))


async def test_a_wrong_key_is_named_and_changes_nothing(path: Path) -> None:
    await vault(path).put("acc", "sign-in", {"key": CANARY})
    before = path.read_bytes()
    wrong = vault(path, KEY_B)
    with pytest.raises(WrongKey):
        await wrong.open()
    with pytest.raises(WrongKey):
        await wrong.get("acc", "sign-in")
    with pytest.raises(WrongKey):
        await wrong.put("acc", "sign-in", {"key": "other"})
    with pytest.raises(WrongKey):
        await wrong.rotate(KeySource(KEY_A))
    assert path.read_bytes() == before
    assert await vault(path).get("acc", "sign-in") == {"key": CANARY}


async def test_without_any_way_to_keep_a_key_secrets_are_refused(path: Path) -> None:
    with pytest.raises(NoKeychain) as refused:
        await Vault(path, KeySource()).put("acc", "sign-in", {"key": CANARY})
    assert "ENCRYPTION_KEY" in refused.value.next
    assert not path.exists()


async def test_a_vault_made_with_the_variable_asks_for_it(path: Path) -> None:
    await vault(path).put("acc", "sign-in", {"key": CANARY})
    with pytest.raises(WrongKey) as refused:
        await Vault(path, KeySource(passphrase="long enough it is")).get("acc", "sign-in")
    assert "ENCRYPTION_KEY" in refused.value.why


@pytest.mark.parametrize(
    "text", [KEY_A, KEY_A.upper(), base64.b64encode(b"\x11" * 32).decode(), f" {KEY_A}\n", "ER" * 21 + "E"]
)
def test_keys_in_hex_and_base64_are_understood(text: str) -> None:
    assert key_from_text(text) == b"\x11" * 32


def test_url_safe_base64_is_understood() -> None:
    key = bytes(range(224, 256))
    assert key_from_text(base64.urlsafe_b64encode(key).decode()) == key


@pytest.mark.parametrize(
    "text", ["short", "11" * 31, "11" * 33, "gg" * 32, base64.b64encode(b"1" * 31).decode(), "password", "\u0661" * 64]
)
async def test_other_keys_are_refused_with_the_way_out_and_not_quoted(path: Path, text: str) -> None:
    with pytest.raises(SecretError) as refused:
        await vault(path, text).put("acc", "sign-in", {"key": CANARY})
    assert "32 bytes" in refused.value.why
    assert "unset" in refused.value.next
    assert text not in refused.value.why
    assert not path.exists()


async def test_a_passphrase_makes_and_opens_a_vault(path: Path) -> None:
    await Vault(path, KeySource(passphrase="correct hors\u00e9")).put("acc", "sign-in", {"key": CANARY})
    asked = Vault(path, KeySource())
    with pytest.raises(NoKeychain) as refused:
        await asked.open()
    assert "passphrase" in refused.value.next
    await asked.open(passphrase="correct horse\u0301")
    assert await asked.get("acc", "sign-in") == {"key": CANARY}
    with pytest.raises(WrongKey):
        await Vault(path, KeySource(passphrase="something else")).open()
    assert (await asked.status()).source is Source.PASSPHRASE


async def test_a_short_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(UserInputError):
        await Vault(path, KeySource(passphrase="1234567")).put("acc", "sign-in", {"key": CANARY})
    assert not path.exists()


@pytest.mark.parametrize("cost", [[2**31, 3, 4], [65536, 999, 4], [65536, 3, 400], [0, 3, 4]])
def test_absurd_costs_are_refused_before_any_memory_is_taken(cost: list[int]) -> None:
    with pytest.raises(VaultCorrupt):
        Argon2(*cost).checked()


def test_every_flipped_bit_and_every_other_label_is_refused() -> None:
    key, label = bytes(range(32)), Label("acc-1", "sign-in", 3)
    record = seal(key, 1, label, b'{"key":"value"}', os.urandom)
    assert unseal(key, 1, label, record) == b'{"key":"value"}'
    for bit in range(len(record) * 8):
        flipped = bytearray(record)
        flipped[bit // 8] ^= 1 << (bit % 8)
        with pytest.raises(VaultCorrupt):
            unseal(key, 1, label, bytes(flipped))
    for cut in range(len(record)):
        with pytest.raises(VaultCorrupt):
            unseal(key, 1, label, record[:cut])
    swapped = (Label("acc-2", "sign-in", 3), Label("acc-1", "oauth", 3), Label("acc-1", "sign-in", 2))
    for other in (*swapped, Label('acc-1","sign-in', "", 3)):
        with pytest.raises(VaultCorrupt):
            unseal(key, 1, other, record)
    with pytest.raises(VaultCorrupt):
        unseal(key, 2, label, record)


async def test_any_flipped_byte_of_the_file_never_gives_another_secret(path: Path) -> None:
    await vault(path).put("acc", "sign-in", {"key": CANARY})
    whole = path.read_bytes()
    outcomes = {"kept": 0, "refused": 0, "gone": 0}
    for index in range(len(whole)):
        path.write_bytes(whole[:index] + bytes([whole[index] ^ 0x01]) + whole[index + 1 :])
        try:
            found = await vault(path).get("acc", "sign-in")
        except SecretError:
            outcomes["refused"] += 1
        else:
            assert found in (None, {"key": CANARY})
            outcomes["gone" if found is None else "kept"] += 1
    assert outcomes["refused"] > len(whole) // 2


async def test_entries_swapped_between_accounts_are_refused(path: Path) -> None:
    await vault(path).put("acc-1", "sign-in", {"key": "one"})
    await vault(path).put("acc-2", "sign-in", {"key": "two"})
    head, one, two = path.read_bytes().splitlines()
    first, second = json.loads(one), json.loads(two)
    first["record"], second["record"] = second["record"], first["record"]
    path.write_bytes(b"\n".join((head, json.dumps(first).encode(), json.dumps(second).encode())))
    for account in ("acc-1", "acc-2"):
        with pytest.raises(VaultCorrupt):
            await vault(path).get(account, "sign-in")


async def test_a_damaged_entry_costs_itself_alone_and_its_cipher_text_is_kept(path: Path) -> None:
    await vault(path).put("acc-1", "sign-in", {"key": "one"})
    await vault(path).put("acc-2", "sign-in", {"key": "two"})
    head, one, two = path.read_bytes().splitlines()
    broken = one[:-5]
    path.write_bytes(b"\n".join((head, broken, two)) + b"\n")
    hurt = vault(path)
    assert await hurt.get("acc-2", "sign-in") == {"key": "two"}
    assert await hurt.get("acc-1", "sign-in") is None
    assert (await hurt.status()).damaged == 1
    await hurt.put("acc-1", "sign-in", {"key": "again"})
    assert broken in path.read_bytes()
    assert await vault(path).get("acc-1", "sign-in") == {"key": "again"}


async def test_replacing_an_entry_that_cannot_be_opened_keeps_a_copy_of_the_file(path: Path) -> None:
    await vault(path).put("acc", "sign-in", {"key": "one"})
    head, one = path.read_bytes().splitlines()
    entry = json.loads(one)
    entry["generation"] = 7
    damaged = head + b"\n" + json.dumps(entry).encode() + b"\n"
    path.write_bytes(damaged)
    await vault(path).put("acc", "sign-in", {"key": "new"})
    assert await vault(path).get("acc", "sign-in") == {"key": "new"}
    assert path.with_name("vault.json.damaged-1").read_bytes() == damaged


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 4096, b"[" * 100_000, b"{}", b"null\n", b"\xff\xfe", b'{"format":"crmdesk-vault"}', b"1" * 9999],
)
async def test_a_file_that_is_no_vault_is_corrupt_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    broken = vault(path)
    with pytest.raises(VaultCorrupt):
        await broken.put("acc", "sign-in", {"key": CANARY})
    assert path.read_bytes() == content
    aside = await broken.set_aside()
    assert aside is not None
    assert aside.read_bytes() == content
    await broken.put("acc", "sign-in", {"key": CANARY})
    assert await vault(path).get("acc", "sign-in") == {"key": CANARY}


async def test_a_newer_vault_is_refused_by_name(path: Path) -> None:
    path.write_bytes(b'{"format":"crmdesk-vault","version":3}\n')
    with pytest.raises(SecretError) as refused:
        await vault(path).open()
    assert "newer" in refused.value.why
    assert not isinstance(refused.value, VaultCorrupt)


async def test_rotation_seals_everything_anew_and_drops_the_old_key(path: Path) -> None:
    turning = vault(path)
    await turning.put("acc-1", "sign-in", {"key": "one"})
    await turning.put("acc-2", "sign-in", {"key": "two"})
    before = {entry.record for entry in parse(path.read_bytes()).entries}
    await turning.rotate(KeySource(KEY_B))
    after = parse(path.read_bytes())
    assert len(after.slots) == 1
    assert not before & {entry.record for entry in after.entries}
    assert await turning.get("acc-1", "sign-in") == {"key": "one"}
    assert await vault(path, KEY_B).get("acc-2", "sign-in") == {"key": "two"}
    with pytest.raises(WrongKey):
        await vault(path, KEY_A).get("acc-2", "sign-in")


async def test_a_rotation_killed_between_any_two_writes_loses_nothing(path: Path) -> None:
    """Whatever the moment, one of the two keys opens it, and the repeat ends in the new key alone."""
    for step in range(1, 6):
        path.unlink(missing_ok=True)
        await vault(path).put("acc", "sign-in", {"key": CANARY})
        killed = await _rotate_killed_at(path, step)
        opens = [key for key in (KEY_A, KEY_B) if await _opens(path, key)]
        assert opens, f"no key opens the vault after step {step}"
        if opens == [KEY_A]:
            await vault(path, KEY_A).rotate(KeySource(KEY_B))
        else:
            await vault(path, KEY_B).rotate(KeySource(KEY_B))
        assert await vault(path, KEY_B).get("acc", "sign-in") == {"key": CANARY}
        assert len(parse(path.read_bytes()).slots) == 1
        if not killed:
            return
    pytest.fail("the rotation never ran through")


async def _opens(path: Path, key: str) -> bool:
    try:
        return await vault(path, key).get("acc", "sign-in") == {"key": CANARY}
    except WrongKey:
        return False


async def _rotate_killed_at(path: Path, step: int) -> bool:
    """Rotate in a process that ends itself, without any cleaning up, at its n-th rename; whether that killed it."""
    program = f"""
import asyncio, os, sys
from pathlib import Path
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.vault import Vault
count = 0
def watch(event, args):
    global count
    if event == "os.rename":
        count += 1
        if count == {step}:
            os._exit(9)
sys.addaudithook(watch)
asyncio.run(Vault(Path({str(path)!r}), KeySource({KEY_A!r})).rotate(KeySource({KEY_B!r})))
"""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program)
    assert await process.wait() in (0, 9)
    return process.returncode == 9


async def test_the_change_of_another_process_is_seen(path: Path) -> None:
    first, second = vault(path), vault(path)
    await first.put("acc", "sign-in", {"key": "one"})
    assert await second.get("acc", "sign-in") == {"key": "one"}
    await first.put("acc", "sign-in", {"key": "two"})
    assert await second.get("acc", "sign-in") == {"key": "two"}


async def test_many_at_once_lose_nothing(path: Path) -> None:
    shared = vault(path)
    await asyncio.gather(*(shared.put(f"acc-{n}", "sign-in", {"key": str(n)}) for n in range(20)))
    assert [await shared.get(f"acc-{n}", "sign-in") for n in range(20)] == [{"key": str(n)} for n in range(20)]


async def test_secrets_in_use_are_told_to_the_log(path: Path) -> None:
    told: list[str] = []
    await vault(path).put("acc", "sign-in", {"key": CANARY})
    await Vault(path, KeySource(KEY_A), protect=told.append).get("acc", "sign-in")
    assert told == [CANARY]


@pytest.mark.skipif(sys.platform == "win32", reason="the size limit of a process is a POSIX one")
async def test_a_disk_that_takes_no_more_keeps_the_old_vault(path: Path) -> None:
    program = f"""
import asyncio, resource, signal
from pathlib import Path
from crmdesk.errors import SecretError
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.vault import Vault
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
vault = Vault(Path({str(path)!r}), KeySource({KEY_A!r}))
asyncio.run(vault.put("acc", "sign-in", {{"key": "kept"}}))
try:
    asyncio.run(vault.put("acc", "sign-in", {{"key": "x" * 9000}}))
except SecretError:
    raise SystemExit(7)
"""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program)
    assert await process.wait() == 7
    assert await vault(path).get("acc", "sign-in") == {"key": "kept"}
    assert [file.name for file in path.parent.iterdir()] == [path.name]
