"""A folder with one card in each file, as khard and vdirsyncer keep them: read and changed.

Source: the description of vdir by vdirsyncer (vdirsyncer.pimutils.org/en/stable/vdir.html): an item's name is its
file's, which never changes; names that begin with a dot or end with .tmp are nobody's; who writes makes a file beside
it and renames that. A record's id is the name of its file, its version the digest of what the file holds, and a change
is refused where that is another one by now.
"""

from __future__ import annotations

import asyncio
import os
import re
import uuid
from collections.abc import AsyncGenerator, Sequence
from hashlib import blake2b
from io import BytesIO

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.normal import email_form
from crmdesk.domain.values import Patch, Values, applied, texts
from crmdesk.errors import (
    AlreadyExists,
    BadResponse,
    NotAllowed,
    ProviderError,
    Rejected,
    RemoteGone,
    StaleVersion,
    Unavailable,
    Unsupported,
)
from crmdesk.formats.cards.encodings import USUAL
from crmdesk.formats.cards.export import Outgoing, card_bytes
from crmdesk.formats.cards.incoming import A_GROUP, cards_of, incoming_of
from crmdesk.formats.cards.stored_text import kept_text
from crmdesk.formats.cards.stream import CardText
from crmdesk.providers.contract import (
    BadRecord,
    Cursor,
    Identity,
    LookupKey,
    Page,
    Registered,
    Registration,
    RemoteId,
    RemoteRecord,
    Version,
)
from crmdesk.providers.file.by_file import ByFile
from crmdesk.providers.file.info import PROPERTIES, VDIR_INFO
from crmdesk.providers.file.rows import BadRow
from crmdesk.providers.file.snapshot import unavailable
from crmdesk.providers.info import KindInfo, ProviderInfo, ProviderSettings
from crmdesk.system.disk import Disk

A_PAGE = 500
SUFFIX = ".vcf"
HELD = "held"  # the setting that says that the folder was not empty once
_SPACE = uuid.UUID("5c1f6a0e-6f0b-4d3a-9a52-6a1d7f0a6c11")  # under which the desk's own creates have their UIDs
_NO_CARD = "The file holds no card."
_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f/\\\ud800-\udfff]")


class FolderOfCards(ByFile):
    """One folder of cards. A payload is the name of a file, a line feed, and what the file holds."""

    def __init__(self, info: ProviderInfo, settings: ProviderSettings, disk: Disk) -> None:
        super().__init__(info, settings, disk)
        self._usual = settings.get("encoding") or USUAL
        self._held = settings.get(HELD) == "yes"

    def kind_info(self, kind: Kind) -> KindInfo:
        """What it can do with contacts, which are all it has. Raises Unsupported."""
        if kind is not Kind.CONTACT:
            raise Unsupported(f"A folder of cards has no {kind.plural}.")
        return VDIR_INFO

    async def whoami(self) -> Identity:
        """Look whether the folder is there; its path without links tells it apart. Raises Unavailable."""
        await asyncio.to_thread(self._names)
        parent, name = os.path.split(self._path.rstrip("/\\"))
        return Identity(await asyncio.to_thread(self._disk.real, self._path), f"{name} ({parent})")

    async def discover(self) -> ProviderSettings:
        """How the folder is read."""
        await asyncio.to_thread(self._names)
        return {"read_as": "One card in each file", "ids": "the names of the files"}

    def _names(self) -> list[str]:
        """The names of its cards. Raises Unavailable."""
        try:
            inside = self._disk.real(self._path)
            names = [name for name in self._disk.names(self._path) if _is_card(name)]
            paths = {name: self._disk.real(os.path.join(self._path, name)) for name in names}
        except OSError as error:
            raise unavailable(self._path, error) from None
        return [name for name, path in paths.items() if os.path.dirname(path) == inside]

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """Every card there is, by the names of their files. Raises Unavailable; BadResponse where all are gone at once.

        A card that another program takes away meanwhile is left out.
        """
        self.kind_info(kind)
        names = await asyncio.to_thread(self._names)
        if not names and self._held:
            why = f"{self._path} is empty, and was not before: it may lie on a disk that is not there now."
            raise BadResponse(why, next="Connect that disk. If you emptied the folder, remove the account here.")
        self._held = self._held or bool(names)
        if self._held:
            self.found[HELD] = "yes"
        left, count = [name for name in names if resume is None or name > resume], 0
        while True:
            page, left = left[:A_PAGE], left[A_PAGE:]
            payloads = await asyncio.to_thread(self._payloads, page)
            count += len(payloads)
            if not left:
                yield Page(payloads, total=count if resume is None else None)
                return
            yield Page(payloads, resume=Cursor(page[-1]))

    def _payloads(self, names: Sequence[str]) -> list[bytes]:
        found = []
        for name in names:
            try:
                data = self._bytes(name)
            except RemoteGone:
                continue
            if not self._is_group(data):
                found.append(_payload(name, data))
        return found

    def _is_group(self, data: bytes) -> bool:
        try:
            return b"group" in data.lower() and incoming_of(self._card(data), self._usual).skip == A_GROUP
        except BadRecord:
            return False

    def _bytes(self, name: str) -> bytes:
        """What a file holds. Raises Unavailable, RemoteGone also for what cannot be the name of one."""
        path = self._file(name)
        try:
            if not self._disk.state(path).regular:
                raise RemoteGone(f"{name} is no file.")
            with self._disk.open(path) as file:
                return file.read()
        except FileNotFoundError:
            raise RemoteGone(f"{name} is not in the folder any more.") from None
        except OSError as error:
            raise unavailable(path, error) from None

    def _file(self, name: str) -> str:
        if not _is_card(name):
            raise RemoteGone(f"“{name}” is no name of a card in this folder.")
        return os.path.join(self._path, name)

    def identify(self, kind: Kind, payload: bytes) -> RemoteId:
        """The name of the file."""
        return RemoteId(payload.partition(b"\n")[0].decode("utf-8", "surrogateescape"))

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The contact a card stands for. Raises BadRecord."""
        name = self.identify(kind, payload)
        data = payload.partition(b"\n")[2]
        found = incoming_of(self._card(data, name), self._usual)
        if found.skip is not None:
            raise BadRow(found.skip, remote_id=name)
        unreadable = {
            one.field: f"The card has “{one.raw[:80]}”. {one.reason}"
            for one in found.problems
            if one.field in PROPERTIES
        }
        values = {key: value for key, value in found.values.items() if key in PROPERTIES}
        return RemoteRecord(
            Kind.CONTACT,
            name,
            values,
            frozenset(PROPERTIES) - unreadable.keys(),
            Version(_digest(data)),
            payload=payload,
            unmapped=found.unmapped,
            unreadable=unreadable,
        )

    def _card(self, data: bytes, name: str | None = None) -> CardText:
        cards = [text for text in cards_of(BytesIO(data)) if text.is_card]
        if len(cards) != 1:
            raise BadRow(f"The file holds {len(cards)} cards." if cards else _NO_CARD, remote_id=name)
        return cards[0]

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one card. Raises RemoteGone, BadRecord, Unavailable."""
        return self.read(kind, _payload(id, await asyncio.to_thread(self._bytes, id)))

    async def details(self, kind: Kind, ids: Sequence[RemoteId]) -> Sequence[RemoteRecord | BadRecord]:
        """Several cards; those that are gone are left out."""
        found: list[RemoteRecord | BadRecord] = []
        for id in ids:
            try:
                found.append(await self.fetch(kind, id))
            except BadRecord as bad:
                found.append(bad)
            except RemoteGone:
                continue
        return found

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """The cards that have the first email address."""
        if key.email is None:
            return ()
        return await asyncio.to_thread(self._with_email, kind, email_form(key.email))

    def _with_email(self, kind: Kind, wanted: str) -> list[RemoteRecord]:
        found = []
        for payload in self._payloads(self._names()):
            try:
                record = self.read(kind, payload)
            except BadRecord:
                continue
            if wanted in map(email_form, texts(record.values.get("emails"))):
                found.append(record)
        return found

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Make a card in a file that is not there yet, named after its UID, which the same `key` gives again.

        Raises AlreadyExists where an earlier try made it, Unavailable, NotAllowed.
        """
        self.kind_info(kind)
        uid = str(uuid.uuid5(_SPACE, key))
        name = RemoteId(uid + SUFFIX)
        try:
            await asyncio.to_thread(self._disk.create, self._file(name), card_bytes(Outgoing(values, uid)))
        except FileExistsError:
            raise AlreadyExists("An earlier try has made that card.", remote_id=name) from None
        except OSError as error:
            raise self._refused(name, error) from None
        return await self.fetch(kind, name)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Change a card where it stands; all else in it stays.

        Raises StaleVersion where the file is another one than was read, RemoteGone, Unavailable, NotAllowed, Rejected.
        """
        self.kind_info(kind)
        await asyncio.to_thread(self._change, current, patch)
        return await self.fetch(kind, current.id)

    def _change(self, current: RemoteRecord, patch: Patch) -> None:
        data = self._bytes(current.id)
        if _digest(data) != current.version:
            raise StaleVersion(f"{current.id} was changed by another program meanwhile.")
        try:
            card = self._card(data)
        except BadRecord as bad:
            raise Rejected(bad.why) from None
        values = applied(incoming_of(card, self._usual).values, patch)
        changed = card_bytes(Outgoing(values, "", kept_text(card.data)))
        if changed == card.data:
            return
        # What stands around the card stays; of a file in UTF-16, which becomes one in UTF-8, nothing else is.
        new = data.replace(card.data, changed, 1) if card.data in data else changed
        try:
            self._disk.replace(self._file(current.id), new)
        except OSError as error:
            raise self._refused(current.id, error) from None

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Take the file away; one that is gone counts as deleted. Raises Unavailable, NotAllowed."""
        self.kind_info(kind)
        try:
            await asyncio.to_thread(self._disk.remove, self._file(id))
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._refused(id, error) from None

    def _refused(self, name: str, error: OSError) -> ProviderError:
        if isinstance(error, PermissionError):
            return NotAllowed(f"{name} may not be written in {self._path}.", next="Allow yourself to write there.")
        return Unavailable(f"{name} cannot be written in {self._path}: {error.strerror or error}.")

    async def register(self, registration: Registration) -> Registered:
        """Cards know no events."""
        raise Unsupported("A folder of cards has no events.")


def _is_card(name: str) -> bool:
    return name.lower().endswith(SUFFIX) and not name.startswith(".") and _NOT_IN_A_NAME.search(name) is None


def _payload(name: str, data: bytes) -> bytes:
    return name.encode("utf-8", "surrogateescape") + b"\n" + data


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
