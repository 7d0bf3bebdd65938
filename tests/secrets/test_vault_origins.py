"""What the vault binds beside an account: the address a secret is for, and which of two lines is the newer."""

# ruff: noqa: ASYNC240 - nothing else runs on a test's loop while it looks at a file
from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from crmdesk.errors import AuthRequired, VaultCorrupt
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.vault import Vault

CANARY = "dex_Canary0Secret1Never2In3Any4File"


def vault(path: Path) -> Vault:
    return Vault(path, KeySource("11" * 32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.json"


async def test_a_secret_is_given_for_its_origin_alone_and_the_file_cannot_say_otherwise(path: Path) -> None:
    await vault(path).put("acc", "sign-in", {"key": CANARY}, "https://crm.example")
    assert await vault(path).get("acc", "sign-in", "https://crm.example") == {"key": CANARY}
    for origin in ("", "https://evil.example", "http://crm.example", "https://crm.example:8443"):
        with pytest.raises(AuthRequired):
            await vault(path).get("acc", "sign-in", origin)
    whole = path.read_bytes()
    head, line = whole.splitlines()
    for told in ("https://evil.example", ""):
        path.write_bytes(head + b"\n" + json.dumps({**json.loads(line), "origin": told}).encode() + b"\n")
        with pytest.raises(VaultCorrupt):
            await vault(path).get("acc", "sign-in", "https://evil.example")
    path.write_bytes(whole)
    assert await vault(path).get("acc", "sign-in", "https://crm.example") == {"key": CANARY}


async def test_what_a_vault_of_the_first_version_holds_is_bound_when_it_is_used(path: Path) -> None:
    await vault(path).put("acc", "sign-in", {"key": CANARY})
    head, line = path.read_bytes().splitlines()
    old, entry = json.loads(head), json.loads(line)
    del entry["origin"], old["digest"]
    old["version"] = 1
    digest = hashlib.sha256(json.dumps(old, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    path.write_bytes(json.dumps({**old, "digest": digest}).encode() + b"\n" + json.dumps(entry).encode() + b"\n")
    assert await vault(path).get("acc", "sign-in", "https://crm.example") == {"key": CANARY}
    with pytest.raises(AuthRequired):
        await vault(path).get("acc", "sign-in", "https://evil.example")
    assert await vault(path).get("acc", "sign-in", "https://crm.example") == {"key": CANARY}


async def test_an_older_line_beside_the_newer_one_changes_nothing(path: Path) -> None:
    await vault(path).put("acc", "sign-in", {"key": "old"})
    older = path.read_bytes().splitlines()[1]
    await vault(path).put("acc", "sign-in", {"key": "new"})
    head, newer = path.read_bytes().splitlines()
    for lines in ((older, newer), (newer, older)):
        path.write_bytes(b"\n".join((head, *lines)) + b"\n")
        assert await vault(path).get("acc", "sign-in") == {"key": "new"}


async def test_secrets_of_no_account_are_let_go(path: Path) -> None:
    for account in ("1", "2", "3"):
        await vault(path).put(account, "sign-in", {"key": account})
    await vault(path).keep_only(["2"])
    found = [await vault(path).get(account, "sign-in") for account in ("1", "2", "3")]
    assert found == [None, {"key": "2"}, None]
