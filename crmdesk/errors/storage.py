"""The database, its disk, the keychain and the vault failed."""

from __future__ import annotations

from crmdesk.errors.root import DeskError


class StoreError(DeskError):
    """The database, or the disk it lies on, failed."""

    id = "STORE_FAILED"
    title = "The database could not be used"
    safe = "What was saved before is unchanged."
    remedy = "Run the doctor and restore a backup if it says so."


class DiskFull(StoreError):
    """There is no room left for the database."""

    id = "DISK_FULL"
    title = "The disk is full"
    safe = "What was saved before is unchanged; the last change was not saved."
    remedy = "Free some room, then save again."


class DatabaseLocked(StoreError):
    """Another program holds the database file."""

    id = "DATABASE_LOCKED"
    title = "Another program holds the database"
    remedy = "Close the other program (a backup or cloud-sync tool, perhaps) and try again."


class DatabaseReadOnly(StoreError):
    """The database file or its folder cannot be written."""

    id = "DATABASE_READ_ONLY"
    title = "The database cannot be written"
    remedy = "Allow writing to the profile folder, or choose another with --profile."


class DatabaseCorrupt(StoreError):
    """The database file is damaged or is not one of ours."""

    id = "DATABASE_CORRUPT"
    title = "The database file is damaged"
    safe = "The damaged file is left as it is; backups are untouched."
    remedy = "Restore the last good backup."


class DatabaseTooNew(StoreError):
    """A newer version of the desk wrote this file."""

    id = "DATABASE_TOO_NEW"
    title = "A newer version of CRM Desk wrote this profile"
    remedy = "Install the newer version, or open another profile."


class ProfileInUse(StoreError):
    """Another process holds this profile."""

    id = "PROFILE_IN_USE"
    title = "Another CRM Desk holds this profile"
    remedy = "Use the window that is open, or close it."


class SecretError(DeskError):
    """The keychain or the vault failed."""

    id = "SECRETS_FAILED"
    title = "The secrets could not be used"
    safe = "No secret was written anywhere else."
    remedy = "Unlock the system keychain and try again."


class NoKeychain(SecretError):
    """No system keychain that the desk trusts is present."""

    id = "NO_KEYCHAIN"
    title = "There is no system keychain"
    remedy = "Set ENCRYPTION_KEY (base64 or hex of exactly 32 bytes) or give a passphrase."


class KeychainLocked(SecretError):
    """The keychain is locked, or its prompt was dismissed."""

    id = "KEYCHAIN_LOCKED"
    title = "The system keychain is locked"


class WrongKey(SecretError):
    """The vault was sealed with another key."""

    id = "WRONG_KEY"
    title = "The vault was sealed with another key"
    safe = "The vault is unchanged."
    remedy = "Use the key or passphrase the vault was made with, or reconnect the accounts."


class VaultCorrupt(SecretError):
    """The vault file is damaged; nothing in it was overwritten."""

    id = "VAULT_CORRUPT"
    title = "The vault file is damaged"
    safe = "The damaged file is kept beside the new one."
    remedy = "Reconnect the accounts with their keys."
