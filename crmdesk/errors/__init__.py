"""Every failure the desk can name, in one tree; each says what is safe and what to do next.

DeskError
├── UserInputError            the request itself cannot be carried out (usage, unknown id, bad value)
│   ├── NotFound
│   ├── FieldsRefused         members of a body, or
│   │   └── QueryRefused      a parameter of a query string, by name
│   ├── DuplicateAccount
│   ├── QueryInvalid          a query that cannot be understood, with the place
│   ├── ChoiceNeeded          the sign-in opens several accounts of a CRM
│   └── PlaceGone             a place in the change feed that it no longer reaches back to
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
│   ├── ProfileInUse
│   └── PortTaken             another program listens where the local API would
├── ApiRefusal                a request to the local API that did nothing
│   ├── BadRequestLine, ForeignHost, ForeignPage
│   ├── KeyMissing, KeyRefused, ScopeMissing, TooManyRequests
│   ├── TooLarge, WrongType, MethodRefused, TooSlow, NoAnswerInTime
│   └── ItemChanged, KnownAlready, TokenReused, StillRunning
├── SecretError               keychain and vault
│   ├── NoKeychain
│   ├── KeychainLocked
│   ├── WrongKey
│   └── VaultCorrupt
├── FileError                 a file that is read or written, or its disk
│   ├── NotRecognised         neither a table nor cards
│   │   └── FileProtected     locked with a password
│   ├── FileDamaged
│   ├── FileChanged           it was written while it was read
│   ├── ImportStopped         it came to no end, and some of it is in
│   ├── FileTooLarge
│   ├── FileExists            one of that name is there
│   └── FileNotWritten        a folder, a lock or rights are in the way
│       └── NoRoom
└── ProgramFault              a fault of this program, where the rest of the work goes on without what met it

Anything else that is raised is a fault of this program: logged with its trace, shown once.
"""

from __future__ import annotations

from crmdesk.errors.api import (
    ApiRefusal,
    BadRequestLine,
    ForeignHost,
    ForeignPage,
    ItemChanged,
    KeyMissing,
    KeyRefused,
    KnownAlready,
    MethodRefused,
    NoAnswerInTime,
    PortTaken,
    ScopeMissing,
    StillRunning,
    TokenReused,
    TooLarge,
    TooManyRequests,
    TooSlow,
    WrongType,
)
from crmdesk.errors.crm import (
    AlreadyExists,
    AuthRequired,
    BadResponse,
    NotAllowed,
    OutcomeUnknown,
    ProviderError,
    QuotaKept,
    RateLimited,
    Rejected,
    RemoteGone,
    StaleVersion,
    Unavailable,
    Unsupported,
)
from crmdesk.errors.files import (
    FileChanged,
    FileDamaged,
    FileError,
    FileExists,
    FileNotWritten,
    FileProtected,
    FileTooLarge,
    ImportStopped,
    NoRoom,
    NotRecognised,
)
from crmdesk.errors.requests import (
    ChoiceNeeded,
    DuplicateAccount,
    FieldsRefused,
    NotFound,
    PlaceGone,
    QueryInvalid,
    QueryRefused,
    UserInputError,
)
from crmdesk.errors.root import (
    DeskError,
    ProgramFault,
)
from crmdesk.errors.storage import (
    DatabaseCorrupt,
    DatabaseLocked,
    DatabaseReadOnly,
    DatabaseTooNew,
    DiskFull,
    KeychainLocked,
    NoKeychain,
    ProfileInUse,
    SecretError,
    StoreError,
    VaultCorrupt,
    WrongKey,
)

__all__ = [
    "AlreadyExists",
    "ApiRefusal",
    "AuthRequired",
    "BadRequestLine",
    "BadResponse",
    "ChoiceNeeded",
    "DatabaseCorrupt",
    "DatabaseLocked",
    "DatabaseReadOnly",
    "DatabaseTooNew",
    "DeskError",
    "DiskFull",
    "DuplicateAccount",
    "FieldsRefused",
    "FileChanged",
    "FileDamaged",
    "FileError",
    "FileExists",
    "FileNotWritten",
    "FileProtected",
    "FileTooLarge",
    "ForeignHost",
    "ForeignPage",
    "ImportStopped",
    "ItemChanged",
    "KeyMissing",
    "KeyRefused",
    "KeychainLocked",
    "KnownAlready",
    "MethodRefused",
    "NoAnswerInTime",
    "NoKeychain",
    "NoRoom",
    "NotAllowed",
    "NotFound",
    "NotRecognised",
    "OutcomeUnknown",
    "PlaceGone",
    "PortTaken",
    "ProfileInUse",
    "ProgramFault",
    "ProviderError",
    "QueryInvalid",
    "QueryRefused",
    "QuotaKept",
    "RateLimited",
    "Rejected",
    "RemoteGone",
    "ScopeMissing",
    "SecretError",
    "StaleVersion",
    "StillRunning",
    "StoreError",
    "TokenReused",
    "TooLarge",
    "TooManyRequests",
    "TooSlow",
    "Unavailable",
    "Unsupported",
    "UserInputError",
    "VaultCorrupt",
    "WrongKey",
    "WrongType",
]
