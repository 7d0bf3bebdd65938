"""The profile's vault: accounts' secrets, sealed in one file, under a root key that lies elsewhere.

The root key comes from ENCRYPTION_KEY, else from the system keychain, else from a passphrase; without any of them
secrets are refused, never stored in clear. Nothing is imported, asked or made before the first secret is used.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import threading
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from crmdesk.errors import AuthRequired, DeskError, DiskFull, SecretError, VaultCorrupt
from crmdesk.frozen import dataclass
from crmdesk.secrets.keychain import KeychainStatus, offload
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.sealing import Label, derive, seal, unseal
from crmdesk.secrets.vault_file import SIZE_LIMIT, Document, Entry, KeySlot, Source, parse
from crmdesk.system.paths import open_private, write_private

log = logging.getLogger(__name__)

T = TypeVar("T")
Beside = Callable[[Callable[[], Any], str], Awaitable[Any]]
"""Runs a call that may block, by its name, beside the loop."""
Signature = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class VaultStatus:
    """What the doctor shows of the vault; `source` is None while there is no vault yet."""

    source: Source | None
    entries: int
    damaged: int
    problem: DeskError | None
    keychain: KeychainStatus | None


class Vault:
    """The secrets of one profile; opening is lazy, and every awaited method works in a thread, off the loop.

    All of them raise NoKeychain, KeychainLocked, WrongKey or VaultCorrupt; none of these changes the file. `protect` is
    told each secret in use, so that the log can blacken it; `random` gives nonces and keys; `beside` is the thread.
    """

    def __init__(
        self,
        path: Path,
        keys: KeySource,
        *,
        protect: Callable[[str], None] | None = None,
        random: Callable[[int], bytes] = os.urandom,
        beside: Beside = offload,
    ) -> None:
        self._path = path
        self._keys = keys
        self._protect = protect
        self._random = random
        self._beside = beside
        self._guard = threading.Lock()
        self._seen: Signature | None = None
        self._document: Document | None = None
        self._roots: dict[tuple[str, str], bytes] = {}

    async def open(self, *, create: bool = False, passphrase: str | None = None) -> None:
        """Find the key now; `create` also makes the vault when there is none, `passphrase` is used from here on."""
        await self._run(lambda: self._open(create, passphrase))

    async def get(self, account: str, purpose: str, origin: str = "") -> dict[str, str] | None:
        """The secrets stored for an account under a purpose, None when there are none.

        They are given for `origin`, where they are to be sent, alone: what was sealed for another one raises
        AuthRequired, so that no changed database sends them elsewhere. What an older desk sealed is bound to it now.
        """
        return await self._run(lambda: self._get(account, purpose, origin))

    async def put(self, account: str, purpose: str, secrets: Mapping[str, str], origin: str = "") -> None:
        """Seal and store secrets for `origin`, in place of earlier ones; they are on the disk when this returns."""
        plain = dict(secrets)
        await self._run(lambda: self._put(account, purpose, plain, origin))

    async def remove(self, account: str) -> None:
        """Forget every secret of an account; none being there is fine. Needs no key."""
        await self._run(lambda: self._remove(account))

    async def keep_only(self, accounts: Collection[str]) -> None:
        """Forget every secret of accounts that are no more. Needs no key."""
        await self._run(lambda: self._keep_only(accounts))

    async def rotate(self, new: KeySource) -> None:
        """Seal everything under a new root key from `new`, verify it, then drop the old key; a repeat resumes it."""
        await self._run(lambda: self._rotate(new))

    async def set_aside(self) -> Path | None:
        """Move an unusable vault file away, to begin afresh; returns where it lies now, None when there was none."""
        return await self._run(self._set_aside)

    async def status(self) -> VaultStatus:
        """How vault and keychain stand, for the doctor; raises nothing and shows no secret."""
        return await self._run(self._status)

    async def _run(self, call: Callable[[], T]) -> T:
        def guarded() -> T:
            with self._guard:
                return call()

        found: T = await self._beside(guarded, "vault")
        return found

    def _open(self, create: bool, passphrase: str | None) -> None:
        if passphrase:
            self._keys = replace(self._keys, passphrase=passphrase)
        document = self._load()
        if document is None and create:
            document = self._create()
        if document is not None:
            self._root(document, document.current)

    def _get(self, account: str, purpose: str, origin: str) -> dict[str, str] | None:
        document = self._load()
        entry = document.find(account, purpose) if document is not None else None
        if document is None or entry is None:
            return None
        plain = self._unsealed(document, entry)
        if entry.label.origin != origin:
            if entry.label.origin:
                raise AuthRequired(f"The stored key was given for {entry.label.origin}; it is not sent to {origin}.")
            self._bind(document, entry, plain, origin)
        found = json.loads(plain)
        secrets = {str(name): str(value) for name, value in found.items()}
        if self._protect is not None:
            for value in secrets.values():
                self._protect(value)
        return secrets

    def _bind(self, document: Document, entry: Entry, plain: bytes, origin: str) -> None:
        """Seal anew, for that origin alone, what was sealed before origins were."""
        label = replace(entry.label, origin=origin, generation=entry.label.generation + 1)
        try:
            self._save(document.with_entry(self._sealed(document, label, plain)))
        except (SecretError, DiskFull) as error:
            log.warning("a secret of an older version was not bound to its address: %s", error.why)

    def _put(self, account: str, purpose: str, secrets: dict[str, str], origin: str) -> None:
        if self._protect is not None:
            for value in secrets.values():
                self._protect(value)
        document = self._load() or self._create()
        # Another key than the vault's own is refused before anything is written.
        self._root(document, document.current)
        before = document.find(account, purpose)
        if before is not None:
            try:
                self._unsealed(document, before)
            except VaultCorrupt:
                self._copy_aside()
        label = Label(account, purpose, before.label.generation + 1 if before is not None else 1, origin)
        self._save(document.with_entry(self._sealed(document, label, json.dumps(secrets).encode())))

    def _remove(self, account: str) -> None:
        document = self._load()
        if document is not None and any(entry.label.account == account for entry in document.entries):
            self._save(document.without(account))

    def _keep_only(self, accounts: Collection[str]) -> None:
        document = self._load()
        if document is not None and (left := document.of(accounts)) != document:
            self._save(left)

    def _rotate(self, new: KeySource) -> None:
        document = self._load()
        if document is None:
            self._keys = new
            self._create()
            return
        document = self._finish_rotation(document)
        plain: list[tuple[Label, bytes]] = []
        for entry in document.entries:
            plain.append((entry.label, self._unsealed(document, entry)))
        slot, root = new.make(document.vault_id, document.current.id + 1, self._random)
        old = self._keys
        self._roots[document.vault_id, slot.check] = root
        target = replace(document, slots=(slot, document.current))
        sealed = tuple(
            self._sealed(target, replace(label, generation=label.generation + 1), text) for label, text in plain
        )
        self._save(replace(target, entries=sealed))
        self._keys = new
        self._finish_rotation(self._load() or target, old)

    def _finish_rotation(self, document: Document, old: KeySource | None = None) -> Document:
        """Drop the older keys once every entry on the disk opens under the current one."""
        if len(document.slots) == 1:
            return document
        for entry in document.entries:
            self._unsealed(document, entry)
        if any(entry.key_id != document.current.id for entry in document.entries):
            raise VaultCorrupt("A secret is still sealed with the key before the last one.")
        done = replace(document, slots=document.slots[:1])
        self._save(done)
        for slot in document.slots[1:]:
            try:
                (old or self._keys).forget(document.vault_id, slot)
            except SecretError as error:
                log.warning("the vault's old key stays in the keychain: %s", error.why)
        return done

    def _set_aside(self) -> Path | None:
        self._document, self._seen = None, None
        self._roots.clear()
        if not self._path.exists():
            return None
        aside = self._free_name()
        os.replace(self._path, aside)
        return aside

    def _status(self) -> VaultStatus:
        document, problem, slot = None, None, None
        try:
            document = self._load()
            if document is not None:
                slot = document.current
                self._root(document, slot)
        except DeskError as error:
            problem = error
        keychain = None
        if self._keys.keychain is not None and self._keys.environment is None:
            keychain = self._keys.keychain.status(expected=slot.backend if slot is not None else None)
        if document is None or slot is None:
            return VaultStatus(None, 0, 0, problem, keychain)
        return VaultStatus(slot.source, len(document.entries), len(document.damaged), problem, keychain)

    def _create(self) -> Document:
        vault_id = self._random(8).hex()
        slot, root = self._keys.make(vault_id, 1, self._random)
        self._roots[vault_id, slot.check] = root
        document = Document(vault_id, (slot,))
        self._save(document)
        return document

    def _root(self, document: Document, slot: KeySlot) -> bytes:
        name = (document.vault_id, slot.check)
        if name not in self._roots:
            now, root = self._keys.find(document.vault_id, slot)
            if now.backend != slot.backend:
                log.warning("the vault's key was found in %s, it was stored in %s", now.backend, slot.backend)
            self._roots[name] = root
        return self._roots[name]

    def _key(self, document: Document, slot: KeySlot) -> bytes:
        return derive(self._root(document, slot), document.vault_id, "vault")

    def _sealed(self, document: Document, label: Label, plain: bytes) -> Entry:
        slot = document.current
        return Entry(label, slot.id, seal(self._key(document, slot), slot.id, label, plain, self._random))

    def _unsealed(self, document: Document, entry: Entry) -> bytes:
        slot = next((slot for slot in document.slots if slot.id == entry.key_id), None)
        if slot is None:
            raise VaultCorrupt("A sealed secret names a key that the vault does not have.")
        return unseal(self._key(document, slot), slot.id, entry.label, entry.record)

    def _load(self) -> Document | None:
        """The file as it is now; another process may have written it since it was last read."""
        try:
            with os.fdopen(open_private(self._path, os.O_RDONLY), "rb") as file:
                found = os.fstat(file.fileno())
                seen = (found.st_mtime_ns, found.st_size, found.st_ino)
                if self._document is not None and seen == self._seen:
                    return self._document
                data = file.read(SIZE_LIMIT + 1)
        except FileNotFoundError:
            self._document, self._seen = None, None
            return None
        except OSError as error:
            raise SecretError(f"The vault file cannot be read: {error.strerror}.", next="Check its owner.") from error
        if len(data) > SIZE_LIMIT:
            raise VaultCorrupt("The vault file is far larger than any the desk writes.")
        self._document, self._seen = parse(data), seen
        return self._document

    def _save(self, document: Document) -> None:
        self._document, self._seen = None, None
        try:
            write_private(self._path, document.dump())
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise DiskFull("There was no room to save the vault.", what="The secret was not saved") from error
            raise SecretError(f"The vault could not be saved: {error.strerror}.", next="Check the folder.") from error

    def _copy_aside(self) -> None:
        write_private(self._free_name(), self._path.read_bytes())

    def _free_name(self) -> Path:
        number = 1
        while (aside := self._path.with_name(f"{self._path.name}.damaged-{number}")).exists():
            number += 1
        return aside
