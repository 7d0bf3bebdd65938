"""Every failure the desk can name, in one tree; each says what is safe and what to do next.

DeskError
├── UserInputError            the request itself cannot be carried out (usage, unknown id, bad value)
│   ├── NotFound
│   ├── DuplicateAccount
│   ├── QueryInvalid          a query that cannot be understood, with the place
│   └── ChoiceNeeded          the sign-in opens several accounts of a CRM
├── ProviderError             a CRM, or the way to it, failed
│   ├── AuthRequired          sign-in missing, wrong, expired or revoked
│   ├── RateLimited           the CRM asks to wait
│   │   └── QuotaKept         the rest of a quota is kept for the user's own edits
│   ├── Unavailable           unreachable, timed out or answering 5xx
│   ├── OutcomeUnknown        a write was sent, its answer was lost
│   ├── StaleVersion          the record changed there since it was read
│   ├── RemoteGone            the record no longer exists there
│   ├── AlreadyExists         a create met a record that is already there
│   ├── Rejected              the CRM refused values of one record
│   │   └── NotAllowed        the sign-in works, but has no right to that
│   ├── Unsupported           this CRM, or this account's direction, cannot do that
│   └── BadResponse           the answer is not what this CRM's API answers
├── StoreError                the database or its disk
│   ├── DiskFull
│   ├── DatabaseLocked
│   ├── DatabaseReadOnly
│   ├── DatabaseCorrupt
│   ├── DatabaseTooNew
│   └── ProfileInUse
├── SecretError               keychain and vault
│   ├── NoKeychain
│   ├── KeychainLocked
│   ├── WrongKey
│   └── VaultCorrupt
└── ProgramFault              a fault of this program, where the rest of the work goes on without what met it

Anything else that is raised is a fault of this program: logged with its trace, shown once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class DeskError(Exception):
    """The root of all failures the desk can explain.

    `what` says what did not happen and to whom, `why` the reason in plain words, `safe` what is not lost, `next` the
    next step. `detail` carries redacted technical facts (status, request id) for the support copy, never for the
    headline.
    """

    id: ClassVar[str] = "DESK_ERROR"
    title: ClassVar[str] = "That did not work"
    safe: ClassVar[str] = "Nothing was changed."
    remedy: ClassVar[str] = "Try again."

    def __init__(
        self, why: str, *, what: str | None = None, next: str | None = None, detail: str | None = None
    ) -> None:
        super().__init__(why)
        self.why = why
        self.what = what or self.title
        self.next = next or self.remedy
        self.detail = detail

    def as_json(self) -> dict[str, str]:
        """The five members of the command line's error document."""
        return {"id": self.id, "what": self.what, "why": self.why, "safe": self.safe, "next": self.next}


class UserInputError(DeskError):
    """The request itself cannot be carried out as it was given."""

    id = "VALIDATION_FAILED"
    title = "That cannot be done as asked"
    remedy = "Correct the request and try again."


class NotFound(UserInputError):
    """Nothing here has that id or name."""

    id = "NOT_FOUND"
    title = "Not found"
    remedy = "Check the id or the name."


class DuplicateAccount(UserInputError):
    """The same CRM and sign-in is already connected under another name."""

    id = "DUPLICATE_ACCOUNT"
    title = "This account is already connected"
    remedy = "Use the account that exists, or remove it first."


class QueryInvalid(UserInputError):
    """A query has a condition that cannot be understood; it stands from `start` to `end` in its text."""

    id = "QUERY_INVALID"
    title = "The search was not understood"
    remedy = "Correct what is marked."

    def __init__(self, why: str, start: int, end: int, next: str | None = None) -> None:
        super().__init__(f"{why} (at character {start + 1})", next=next)
        self.plain, self.start, self.end = why, start, end


class ChoiceNeeded(UserInputError):
    """A sign-in opens several accounts of its CRM: `setting` is to be one of `choices`, each with its name there."""

    id = "CHOICE_NEEDED"
    title = "The account was not connected"
    remedy = "Choose one of the accounts, and sign in again."

    def __init__(self, why: str, *, setting: str, choices: Mapping[str, str]) -> None:
        named = "; ".join(f"{setting}={value} is {name}" for value, name in choices.items())
        super().__init__(why, next=f"Set one of them: {named}." if named else None)
        self.setting = setting
        self.choices = dict(choices)


class ProviderError(DeskError):
    """A CRM, or the way to it, failed."""

    id = "INTEGRATION_FAILED"
    title = "The CRM could not do that"
    safe = "Everything you entered is kept here."
    remedy = "Try again later."


class AuthRequired(ProviderError):
    """The sign-in is missing, wrong, expired or revoked."""

    id = "AUTH_REQUIRED"
    title = "The CRM refused the sign-in"
    safe = "Your edits are kept here and wait."
    remedy = "Reconnect the account with a valid key."


class RateLimited(ProviderError):
    """The CRM asks to wait; `after` is the wait in seconds, None when it named none."""

    id = "RATE_LIMITED"
    title = "The CRM asks for a pause"
    remedy = "Nothing to do: the desk goes on by itself when the time has passed."

    def __init__(
        self, why: str, *, after: float | None = None, what: str | None = None, detail: str | None = None
    ) -> None:
        super().__init__(why, what=what, detail=detail)
        self.after = after


class QuotaKept(RateLimited):
    """What is left of a quota is kept for the user's own edits: only what runs by itself has to wait."""

    id = "QUOTA_KEPT"
    title = "The quota is nearly used up"


class Unavailable(ProviderError):
    """The CRM cannot be reached, took too long, or answered that it is down; `answered` tells the last of these."""

    id = "UNAVAILABLE"
    title = "The CRM cannot be reached"
    remedy = "Check the connection; the desk tries again by itself."

    def __init__(
        self,
        why: str,
        *,
        what: str | None = None,
        next: str | None = None,
        detail: str | None = None,
        answered: bool = False,
    ) -> None:
        super().__init__(why, what=what, next=next, detail=detail)
        self.answered = answered


class OutcomeUnknown(ProviderError):
    """A write was sent but its answer was lost; whether it arrived must be looked up.

    `remote_id` is the record of a create that was answered with it and could not be read yet: it is waited for.
    """

    id = "OUTCOME_UNKNOWN"
    title = "It is not known whether the CRM took the change"
    remedy = "Nothing to do: the desk looks it up before it sends anything again."

    def __init__(self, why: str, *, remote_id: str | None = None, **more: str | None) -> None:
        super().__init__(why, **more)
        self.remote_id = remote_id


class StaleVersion(ProviderError):
    """The record changed in the CRM since it was read."""

    id = "STALE_VERSION"
    title = "The record changed there meanwhile"
    remedy = "Nothing to do: the desk merges and sends again."


class RemoteGone(ProviderError):
    """The record no longer exists in the CRM."""

    id = "REMOTE_GONE"
    title = "The record no longer exists in the CRM"
    remedy = "Decide whether to create it again or to delete it here too."


class AlreadyExists(ProviderError):
    """A create met a record that is already in the CRM; `remote_id` names it when the CRM told."""

    id = "ALREADY_EXISTS"
    title = "The record already exists in the CRM"
    remedy = "Link the contact to the record that exists."

    def __init__(self, why: str, *, remote_id: str | None = None, detail: str | None = None) -> None:
        super().__init__(why, detail=detail)
        self.remote_id = remote_id


class Rejected(ProviderError):
    """The CRM refused values; `fields` maps our field names to the CRM's words ("" = the whole record)."""

    id = "REJECTED"
    title = "The CRM did not take the change"
    remedy = "Change the value, or keep it on this computer only."

    def __init__(
        self, why: str, *, fields: Mapping[str, str] | None = None, next: str | None = None, detail: str | None = None
    ) -> None:
        super().__init__(why, next=next, detail=detail)
        self.fields = dict(fields or {})


class NotAllowed(Rejected):
    """The sign-in works, but has no right to what was asked: one kind, one record or one change; the rest goes on.

    `lacking`: what was asked for is not there for this tenant, whatever the rights.
    """

    id = "NOT_ALLOWED"
    title = "The key may not do that"
    remedy = "Give the key that right in the CRM."

    def __init__(self, why: str, *, lacking: bool = False, next: str | None = None, detail: str | None = None) -> None:
        super().__init__(why, next=next, detail=detail)
        self.lacking = lacking


class Unsupported(ProviderError):
    """This CRM, or this account's direction, cannot do that."""

    id = "UNSUPPORTED"
    title = "This CRM cannot do that"
    remedy = "Keep the value on this computer only, or do it in the CRM itself."


class BadResponse(ProviderError):
    """The answer is not what this CRM's API answers (HTML, truncated, too large, wrong shape).

    `refused`: its status says that what was asked makes no sense to it; it may know another way of asking.
    """

    id = "BAD_RESPONSE"
    title = "The answer was not understood"
    remedy = "Check the base address of the account; if it is right, try again later."

    def __init__(
        self,
        why: str,
        *,
        what: str | None = None,
        next: str | None = None,
        detail: str | None = None,
        refused: bool = False,
    ) -> None:
        super().__init__(why, what=what, next=next, detail=detail)
        self.refused = refused


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


class ProgramFault(DeskError):
    """A fault of this program; its trace is in the log."""

    id = "PROGRAM_ERROR"
    title = "CRM Desk itself failed"
    safe = "What was saved before is unchanged."
    remedy = "Run `crmdesk doctor` and report what the log says."

    @classmethod
    def of(cls, fault: Exception) -> ProgramFault:
        """The failure that stands for it; its words stay in the log, since they may hold what a CRM sent."""
        found = cls(f"Something unforeseen was met ({type(fault).__name__}); the log says where.")
        found.__cause__ = fault
        return found
