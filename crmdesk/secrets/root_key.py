"""Where the vault's root key comes from: ENCRYPTION_KEY, the system keychain or a passphrase."""

from __future__ import annotations

import base64
import hmac
import os
from collections.abc import Callable, Mapping
from dataclasses import field, replace

from crmdesk.errors import NoKeychain, SecretError, WrongKey
from crmdesk.frozen import dataclass
from crmdesk.secrets.keychain import Keychain, KeychainState
from crmdesk.secrets.sealing import KEY_BYTES, check_value, key_from_passphrase, key_from_text
from crmdesk.secrets.vault_file import KeySlot, Source
from crmdesk.system.process_secrets import environment

KEY_VARIABLE = "ENCRYPTION_KEY"


@dataclass(frozen=True, slots=True)
class KeySource:
    """What may open or make a vault, in this order; an absent way is None, and no secret shows in the repr."""

    environment: str | None = field(default=None, repr=False)
    keychain: Keychain | None = None
    passphrase: str | None = field(default=None, repr=False)

    @classmethod
    def of(
        cls,
        environ: Mapping[str, str] | None = None,
        *,
        keychain: Keychain | None = None,
        passphrase: str | None = None,
    ) -> KeySource:
        """The desk's ways: ENCRYPTION_KEY where it is set and not empty, the system keychain, a passphrase if given."""
        named = (environment() if environ is None else environ).get(KEY_VARIABLE, "").strip()
        return cls(named or None, keychain or Keychain(), passphrase or None)

    @classmethod
    def throw_away(cls) -> KeySource:
        """A random key in memory alone, for a demo profile; its vault cannot be opened again."""
        return cls(os.urandom(KEY_BYTES).hex())

    def make(self, vault_id: str, key_id: int, random: Callable[[int], bytes]) -> tuple[KeySlot, bytes]:
        """A new root key and how it is found again; NoKeychain when there is no way to keep one."""
        if self.environment is not None:
            root, slot = key_from_text(self.environment), KeySlot(key_id, Source.ENVIRONMENT)
        else:
            slot, root = self._make_kept(vault_id, key_id, random)
        return replace(slot, check=check_value(root, vault_id, slot.described(vault_id))), root

    def find(self, vault_id: str, slot: KeySlot) -> tuple[KeySlot, bytes]:
        """The root key of a slot, checked, and the slot as it stands now (a keychain may have a new back-end).

        Raises WrongKey, NoKeychain or KeychainLocked, each with the way out.
        """
        backend = slot.backend
        if self.environment is not None:
            root = key_from_text(self.environment)
        elif slot.source is Source.KEYCHAIN:
            backend, root = self._from_keychain(vault_id, slot)
        elif slot.source is Source.PASSPHRASE:
            if self.passphrase is None:
                raise NoKeychain("The vault opens with a passphrase, and none was given.", next="Give the passphrase.")
            root = key_from_passphrase(self.passphrase, slot.salt, slot.cost)
        else:
            raise WrongKey(
                f"The vault was sealed with {KEY_VARIABLE}, which is not set now.",
                next=f"Set {KEY_VARIABLE} to the value it had, or reconnect the accounts.",
            )
        if not hmac.compare_digest(check_value(root, vault_id, slot.described(vault_id)), slot.check):
            raise self._wrong(slot)
        return replace(slot, backend=backend), root

    def forget(self, vault_id: str, slot: KeySlot) -> None:
        """Take a key that is no longer used out of the keychain."""
        if slot.source is Source.KEYCHAIN and self.keychain is not None:
            self.keychain.remove(entry_name(vault_id, slot), backend=slot.backend)

    def _make_kept(self, vault_id: str, key_id: int, random: Callable[[int], bytes]) -> tuple[KeySlot, bytes]:
        missing = NoKeychain("There is neither a system keychain nor a key or passphrase for the vault.")
        if self.keychain is not None:
            slot, root = KeySlot(key_id, Source.KEYCHAIN), random(KEY_BYTES)
            try:
                backend = self.keychain.write(entry_name(vault_id, slot), base64.b64encode(root).decode())
                return replace(slot, backend=backend), root
            except NoKeychain as error:
                missing = error
        if self.passphrase is None:
            raise missing
        slot = KeySlot(key_id, Source.PASSPHRASE, salt=random(16))
        return slot, key_from_passphrase(self.passphrase, slot.salt, slot.cost)

    def _from_keychain(self, vault_id: str, slot: KeySlot) -> tuple[str, bytes]:
        if self.keychain is None:
            raise NoKeychain(f"The vault's key lies in {slot.backend}.", next=KeychainState.CHANGED.action)
        try:
            found, text = self.keychain.read(entry_name(vault_id, slot), backend=slot.backend)
        except NoKeychain as error:
            why = f"The vault's key lies in {slot.backend}. {error.why}"
            raise NoKeychain(why, next=KeychainState.CHANGED.action, detail=error.detail) from error
        if text is None and found != slot.backend:
            why = f"The vault's key was stored in {slot.backend}; the keychain now is {found}, which does not have it."
            raise NoKeychain(why, next=KeychainState.CHANGED.action)
        if text is None:
            raise WrongKey("The keychain no longer has the vault's key.", next="Reconnect the accounts.")
        try:
            return found, key_from_text(text)
        except SecretError:
            raise WrongKey("The keychain's entry for the vault is not a key.", next="Reconnect the accounts.") from None

    def _wrong(self, slot: KeySlot) -> WrongKey:
        if self.environment is not None and slot.source is not Source.ENVIRONMENT:
            return WrongKey(
                f"{KEY_VARIABLE} is set, but the vault was sealed with a key from the {slot.source.value}.",
                next=f"Unset {KEY_VARIABLE}, then try again.",
            )
        return WrongKey(f"The {slot.source.value} gave a key that does not open this vault.")


def entry_name(vault_id: str, slot: KeySlot) -> str:
    """The keychain entry of a vault's key; each vault and each key has its own, so none ever overwrites another."""
    return f"vault {vault_id} key {slot.id}"
