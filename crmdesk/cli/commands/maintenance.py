"""The commands that look after the profile itself: backup, recovery, the doctor, and the demo CRMs."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

import crmdesk
from crmdesk.cli.call import DONE, LEFT_SOMETHING, Alone, Call, Result, UsageError
from crmdesk.cli.commands.accounts import status_document
from crmdesk.cli.tables import facts, neutral, table
from crmdesk.desk import Desk
from crmdesk.domain.clock import SystemClock
from crmdesk.domain.notation import json_shapes
from crmdesk.errors import DatabaseCorrupt, DeskError, NotFound, StoreError, UserInputError
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.vault import Vault
from crmdesk.store import list_backups, restore
from crmdesk.store import recover as read_out
from crmdesk.store.backup import put_aside
from crmdesk.store.connection import SQLITE_VERSION
from crmdesk.store.migrations import VERSION
from crmdesk.system.paths import Profile
from crmdesk.system.single_instance import try_lock

LIBRARIES = ("PySide6-Essentials", "qasync", "httpx", "peewee", "keyring", "cryptography", "msgspec")


def demo_crms(alone: Alone) -> int:
    """`demo-crms`: prints their addresses and keys, and runs until ended."""
    from crmdesk.demo.server import serve_forever  # 270 ms

    asked = alone.asked
    try:
        return serve_forever(asked.contacts, asked.seed, asked.port, as_json=alone.as_json)
    except OSError as error:
        raise DeskError(
            f"Port {asked.port} cannot be used: {error.strerror}.", what="The demo did not start"
        ) from error


async def backup(call: Call) -> Result:
    """`backup FILE [--replace]`: a verified copy, in place of what lay there where that is said."""
    target = _checked_target(call)
    if target.exists() and not call.asked.replace:
        raise UserInputError(
            f"{neutral(target)} is there already.",
            what="Nothing was saved",
            next="Choose another name, or add --replace to have it replaced.",
        )
    await call.desk.backup(target)
    document = {"file": str(target), "bytes": _size(target)}
    return Result(document, lambda: [f"Backed up to {neutral(target)}."])


def _checked_target(call: Call) -> Path:
    target = _file_named(call.asked.file)
    if target.parent.resolve() == call.desk.profile.root.resolve():
        raise UsageError("The backup is to lie outside of the profile's own files.", next="Choose another folder.")
    return target


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.exists() else None


async def recover(alone: Alone) -> Result:
    """`recover FILE`.

    A file that is there takes the place of the profile's database: a sound one whole, of a damaged one whatever can be
    read, waiting edits first. A file that is not there receives what can be read of the profile's damaged database.
    """
    file, path = _file_named(alone.asked.file), alone.profile.database
    document: dict[str, Any] = {"database": str(path), "file": str(file), "way": "restored"}
    document |= {"replaced": None, "rows": None, "damaged": []}
    if _size(file) is not None:
        aside = _take(file, path, document)
        document["replaced"] = str(aside) if aside else None
    elif _size(path) is None or not await _save(alone.profile, file, document):
        raise NotFound(f"There is no file {file}.", next="Name a backup; `crmdesk doctor` lists those of the profile.")

    def lines() -> Iterable[str]:
        return facts(document.items())

    return Result(document, lines, LEFT_SOMETHING if document["damaged"] else DONE)


def _file_named(text: str) -> Path:
    """The path of a file that is there, or can be: no device, pipe or folder, whose reading might never end."""
    path = Path(text)
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"{text} is no file.", next="Name a file.")
    except OSError as error:
        raise UsageError(f"{text[:80]} cannot be the name of a file: {error.strerror}.", next="Name a file.") from error
    return path


async def _save(profile: Profile, file: Path, document: dict[str, Any]) -> bool:
    """Read out the profile's database where it is damaged, also where only reading each value shows it."""
    faults = await _faults(profile)
    found = read_out(profile.database, file, clock=SystemClock())
    if not faults and not found.damaged:
        os.unlink(file)
        return False
    document |= {"way": "saved", "rows": found.rows, "damaged": list(found.damaged)}
    return True


def _take(file: Path, path: Path, document: dict[str, Any]) -> Path | None:
    try:
        return restore(file, path)
    except DatabaseCorrupt:
        fresh = path.with_name(f".{path.name}.recovered")
        fresh.unlink(missing_ok=True)
        found = read_out(file, fresh, clock=SystemClock())
        document |= {"way": "read out", "rows": found.rows, "damaged": list(found.damaged)}
        aside = put_aside(path)
        os.replace(fresh, path)
        return aside


async def _faults(profile: Profile) -> list[str]:
    try:
        async with await Desk.open(profile, reading=True) as desk:
            return await desk.check_database()
    except DatabaseCorrupt as error:
        return [error.why]


async def doctor(alone: Alone) -> Result:
    """`doctor`: versions, paths, database, keychain, accounts; shows no secret, changes nothing."""
    profile = alone.profile
    database, accounts = await _database(profile)
    parts = {
        "versions": _versions(),
        "paths": _paths(profile),
        "database": database,
        "keychain": await _keychain(profile),
    }

    def lines() -> Iterable[str]:
        for part, found in parts.items():
            yield part.upper()
            yield from facts((f"  {key}", value) for key, value in found.items())
        yield "ACCOUNTS"
        columns = ("name", "provider", "base_url", "state", "error")
        yield from table(columns, ([account[key] for key in columns] for account in accounts or ()))

    return Result({**parts, "accounts": accounts}, lines)


def _versions() -> dict[str, Any]:
    return {
        "crmdesk": crmdesk.__version__,
        "database": VERSION,
        "python": platform.python_version(),
        "sqlite": SQLITE_VERSION,
        "system": platform.platform(),
        "libraries": {name: _version(name) for name in LIBRARIES},
    }


def _version(library: str) -> str | None:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None


def _paths(profile: Profile) -> dict[str, Any]:
    return {
        "program": sys.executable,
        "profile": str(profile.root),
        "database": str(profile.database),
        "vault": str(profile.vault),
        "backups": str(profile.backups),
        "logs": str(profile.logs),
        "cloud_folder": profile.cloud_folder(),
        "held": _held(profile),
    }


def _held(profile: Profile) -> bool | None:
    """Whether another process holds the profile; None when that cannot be told."""
    if not profile.lock.exists():
        return False
    try:
        lock = try_lock(profile)
    except StoreError:
        return None
    if lock is None:
        return True
    lock.release()
    return False


async def _database(profile: Profile) -> tuple[dict[str, Any], list[dict[str, Any]] | None]:
    path = profile.database
    found: dict[str, Any] = {
        "exists": _size(path) is not None,
        "bytes": _size(path),
        "sound": None,
        "faults": [],
        "error": None,
        "backups": [
            {"file": str(held.path), "made_at": json_shapes.moment(held.made_at), "bytes": held.size}
            for held in list_backups(profile.backups)
        ],
    }
    try:
        async with await Desk.open(profile, reading=True) as desk:
            found["faults"] = await desk.check_database()
            found["sound"] = not found["faults"]
            return found, [status_document(desk, status) for status in desk.accounts()]
    except Exception as error:
        known = error if isinstance(error, DeskError) else DatabaseCorrupt(str(error) or type(error).__name__)
        return {**found, "sound": False, "error": known.as_json()}, None


async def _keychain(profile: Profile) -> dict[str, Any]:
    status = await Vault(profile.vault, KeySource.of()).status()
    keychain = status.keychain
    return {
        "key_from": status.source.value if status.source else None,
        "secrets": status.entries,
        "damaged": status.damaged,
        "state": keychain.state.value if keychain else None,
        "backend": keychain.backend if keychain else None,
        "why": keychain.why if keychain else None,
        "next": keychain.action if keychain else None,
        "error": status.problem.as_json() if status.problem else None,
    }
