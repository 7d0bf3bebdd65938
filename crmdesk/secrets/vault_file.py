"""The vault file as text: a header line that names the keys, then one line for each sealed entry.

One line an entry, so that a damaged line costs that entry alone; damaged lines are kept as they are. Everything here is
cipher text or public. An older copy of the whole file put back in its place cannot be told from the real one.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import field, replace
from enum import Enum
from typing import Any

from crmdesk.errors import SecretError, VaultCorrupt
from crmdesk.frozen import dataclass
from crmdesk.secrets.sealing import Argon2, Label

FORMAT = "crmdesk-vault"
VERSION = 2  # 1 had no origins
SIZE_LIMIT = 16 * 1024 * 1024


class Source(Enum):
    """Where a vault's root key comes from."""

    ENVIRONMENT = "environment"
    KEYCHAIN = "keychain"
    PASSPHRASE = "passphrase"


@dataclass(frozen=True, slots=True)
class KeySlot:
    """How one root key is found again, never the key; `check` tells a wrong key from a damaged vault."""

    id: int
    source: Source
    backend: str | None = None
    salt: bytes = b""
    cost: Argon2 = field(default_factory=Argon2)
    check: str = ""

    def described(self, vault_id: str) -> bytes:
        """What the check value binds; the back-end's name is left out, because the key may move with its keychain."""
        cost = [self.cost.memory_kib, self.cost.passes, self.cost.lanes]
        return json.dumps([vault_id, self.id, self.source.value, _text(self.salt), cost]).encode()

    def as_json(self) -> dict[str, Any]:
        cost = [self.cost.memory_kib, self.cost.passes, self.cost.lanes]
        return {
            "id": self.id,
            "source": self.source.value,
            "backend": self.backend,
            "salt": _text(self.salt),
            "cost": cost,
            "check": self.check,
        }

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> KeySlot:
        backend = found["backend"]
        return cls(
            int(found["id"]),
            Source(found["source"]),
            None if backend is None else str(backend),
            base64.b64decode(found["salt"], validate=True),
            Argon2(*(int(part) for part in found["cost"])).checked(),
            str(found["check"]),
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One sealed secret under its label; `key_id` says which slot opens it."""

    label: Label
    key_id: int
    record: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """The whole file: the current key first, an older one beside it while a rotation is under way."""

    vault_id: str
    slots: tuple[KeySlot, ...]
    entries: tuple[Entry, ...] = ()
    damaged: tuple[bytes, ...] = ()

    @property
    def current(self) -> KeySlot:
        return self.slots[0]

    def find(self, account: str, purpose: str) -> Entry | None:
        """The newest entry of that account and purpose, None when there is none."""
        held = [e for e in self.entries if (e.label.account, e.label.purpose) == (account, purpose)]
        return max(held, key=lambda entry: entry.label.generation, default=None)

    def with_entry(self, entry: Entry) -> Document:
        """This document with `entry` in place of the one of the same account and purpose."""
        name = (entry.label.account, entry.label.purpose)
        others = tuple(e for e in self.entries if (e.label.account, e.label.purpose) != name)
        return replace(self, entries=(*others, entry))

    def without(self, account: str) -> Document:
        """This document without any entry of that account."""
        return replace(self, entries=tuple(e for e in self.entries if e.label.account != account))

    def of(self, accounts: Collection[str]) -> Document:
        """This document with the entries of those accounts alone."""
        return replace(self, entries=tuple(e for e in self.entries if e.label.account in accounts))

    def dump(self) -> bytes:
        """The file's bytes."""
        header = {
            "format": FORMAT,
            "version": VERSION,
            "vault": self.vault_id,
            "keys": [slot.as_json() for slot in self.slots],
        }
        lines = [_line({**header, "digest": _digest(header)})]
        lines += [
            _line(
                {
                    "account": entry.label.account,
                    "purpose": entry.label.purpose,
                    "generation": entry.label.generation,
                    "origin": entry.label.origin,
                    "key": entry.key_id,
                    "record": _text(entry.record),
                }
            )
            for entry in self.entries
        ]
        return b"".join(line + b"\n" for line in (*lines, *self.damaged))


def parse(data: bytes) -> Document:
    """The document of a vault file; VaultCorrupt for a damaged header, SecretError for a newer version's file."""
    first, *rest = data.split(b"\n")
    try:
        header = json.loads(first)
        if not isinstance(header, dict) or header.get("format") != FORMAT:
            raise VaultCorrupt("The vault file is not one of CRM Desk.")
        if isinstance(header.get("version"), int) and header["version"] > VERSION:
            raise SecretError("A newer version of CRM Desk wrote the vault.", next="Install the newer version.")
        if header.pop("digest") != _digest(header):
            raise VaultCorrupt("The head of the vault file is damaged.")
        slots = tuple(KeySlot.from_json(slot) for slot in header["keys"])
        vault_id = str(header["vault"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise VaultCorrupt("The head of the vault file is damaged.") from error
    if not slots:
        raise VaultCorrupt("The vault file names no key.")
    entries: list[Entry] = []
    damaged: list[bytes] = []
    for line in filter(None, rest):
        try:
            entries.append(_entry(json.loads(line)))
        except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
            damaged.append(line)
    return Document(vault_id, slots, tuple(entries), tuple(damaged))


def _entry(found: Mapping[str, Any]) -> Entry:
    account, purpose, origin = found["account"], found["purpose"], found.get("origin", "")
    if not all(isinstance(text, str) for text in (account, purpose, origin)):
        raise TypeError("an entry's label is text")
    label = Label(account, purpose, int(found["generation"]), origin)
    return Entry(label, int(found["key"]), base64.b64decode(found["record"], validate=True))


def _digest(header: Mapping[str, Any]) -> str:
    return hashlib.sha256(_line(header)).hexdigest()


def _line(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
