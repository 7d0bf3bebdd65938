"""The vault's cryptography: keys from a root key, sealed records, and the ways a root key is given.

Pure functions without files. AES-256-GCM, HKDF-SHA256 and Argon2id come from the cryptography package, imported at
first use because the window must not wait for it.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import struct
import unicodedata
from collections.abc import Callable

from crmdesk.errors import SecretError, UserInputError, VaultCorrupt
from crmdesk.frozen import dataclass

APP = "crmdesk"
VERSION = 1
KEY_BYTES = 32
PASSPHRASE_LENGTH = 8

_MAGIC = b"CDV"
_HEAD = struct.Struct(">3sBI12s")
_TAG_BYTES = 16


@dataclass(frozen=True, slots=True)
class Argon2:
    """Argon2id's cost, kept with the salt; the defaults are the second choice of RFC 9106 (64 MiB, 3 passes)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def checked(self) -> Argon2:
        """These costs, or VaultCorrupt where a damaged or hostile file asks for absurd ones."""
        if 8 * self.lanes <= self.memory_kib <= 1024 * 1024 and 1 <= self.passes <= 16 and 1 <= self.lanes <= 16:
            return self
        raise VaultCorrupt("The vault names costs for its passphrase that it was never written with.")


@dataclass(frozen=True, slots=True)
class Label:
    """What a sealed record belongs to; opening it under any other label fails."""

    account: str
    purpose: str
    generation: int
    origin: str = ""  # where the secret may be sent; "" in what an older desk sealed

    def bound(self, key_id: int) -> bytes:
        """The associated data: a list, so that no two labels can read the same."""
        parts = [APP, VERSION, self.account, self.purpose, self.generation, key_id]
        parts += [self.origin] if self.origin else []
        return json.dumps(parts, separators=(",", ":")).encode()


def key_from_text(text: str) -> bytes:
    """The 32 bytes that ENCRYPTION_KEY gives in hex or base64 (plain or URL-safe); SecretError for anything else."""
    text = text.strip()
    found = b""
    try:
        if len(text) == 2 * KEY_BYTES:
            found = bytes.fromhex(text)
        else:
            standard = text.rstrip("=").replace("-", "+").replace("_", "/")
            found = base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (ValueError, binascii.Error):
        pass
    if len(found) != KEY_BYTES:
        raise SecretError(
            "ENCRYPTION_KEY is not base64 or hex of exactly 32 bytes.",
            what="The key for the vault cannot be used",
            next="Give it 64 hex digits (`openssl rand -hex 32` makes some), or unset it to use the system keychain.",
        )
    return found


def key_from_passphrase(passphrase: str, salt: bytes, cost: Argon2) -> bytes:
    """The root key that a passphrase gives; UserInputError where it is shorter than eight characters."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # 9 ms

    # The same passphrase typed on another system may arrive decomposed.
    text = unicodedata.normalize("NFC", passphrase)
    if len(text) < PASSPHRASE_LENGTH:
        raise UserInputError(
            f"The passphrase has fewer than {PASSPHRASE_LENGTH} characters.", next="Take a longer one."
        )
    cost = cost.checked()
    try:
        kdf = Argon2id(
            salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        )
    except UnsupportedAlgorithm as error:
        raise SecretError(
            "This build of the cryptography package has no Argon2id.", next="Set ENCRYPTION_KEY instead."
        ) from error
    return kdf.derive(text.encode())


def derive(root: bytes, vault_id: str, use: str) -> bytes:
    """The key for one use ("vault", "backup", "check") of one vault."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # 10 ms

    info = f"{APP}|{VERSION}|{use}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=vault_id.encode(), info=info).derive(root)


def check_value(root: bytes, vault_id: str, described: bytes) -> str:
    """A value that only this root key gives for this key's description, so that a wrong key is told from damage."""
    return hmac.new(derive(root, vault_id, "check"), described, "sha256").hexdigest()


def seal(key: bytes, key_id: int, label: Label, plain: bytes, random: Callable[[int], bytes]) -> bytes:
    """One record: magic, version, key id, a fresh 12-byte nonce, ciphertext and tag."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # 15 ms

    nonce = random(12)
    return _HEAD.pack(_MAGIC, VERSION, key_id, nonce) + AESGCM(key).encrypt(nonce, plain, label.bound(key_id))


def unseal(key: bytes, key_id: int, label: Label, record: bytes) -> bytes:
    """The plain bytes of a record; VaultCorrupt when one bit of it or of its label is not as it was sealed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # 15 ms

    damaged = VaultCorrupt("A sealed secret is damaged or does not belong where it lies.")
    if len(record) < _HEAD.size + _TAG_BYTES:
        raise damaged
    magic, version, found_key, nonce = _HEAD.unpack_from(record)
    if (magic, version, found_key) != (_MAGIC, VERSION, key_id):
        raise damaged
    try:
        return AESGCM(key).decrypt(nonce, record[_HEAD.size :], label.bound(key_id))
    except InvalidTag:
        raise damaged from None
