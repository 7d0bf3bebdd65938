"""The form in which a record is compared: read once, small, and the same for the same values."""

from __future__ import annotations

import msgspec

PERSON, FIRM, PLACE = "p", "f", "h"


class Form(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What matching knows of one record; words are sounded, see `spelling`.

    `mark` comes of the record's identity, and is what decides where nothing else does. Phones begin with what they are:
    m mobile, f fixed, u either, n national digits without a country.
    """

    mark: int
    account: int
    kind: str
    given: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()  # what else the given name is said to be
    loose: bool = False  # whether which of them is the surname was a guess
    script: str = ""  # "" Latin, else the letter of another one
    suffix: str = ""  # jr, sr, 2, 3
    gender: str = ""  # m, f
    mails: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  # mailboxes of an office, not of a person
    phones: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    birthday: str = ""  # YYYYMMDD or ----MMDD
    street: str = ""  # number and street
    unit: str = ""
    town: str = ""
    firm: tuple[str, ...] = ()
    site: str = ""  # of a firm: its domain
    derived: bool = False  # whether the name was read out of a mailbox

    @property
    def named(self) -> bool:
        """Whether it has any name."""
        return bool(self.given or self.surname)


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Form).decode


def to_bytes(form: Form) -> bytes:
    """A form as it lies in the store."""
    return _encode(form)


def from_bytes(stored: bytes) -> Form:
    """The form that lies in the store."""
    return _decode(stored)
