"""An account that is a file: its list is what the file holds now, read from a copy that nobody changes.

Source of the rules: measured on a probe of this contract. An unchanged file is one empty page; who is missing was
deleted only where each file holds everybody; an empty file says nothing.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import ExitStack
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import BadResponse, FileError, Unsupported
from crmdesk.formats.cards.jcard import is_jcard
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
)
from crmdesk.providers.file import table
from crmdesk.providers.file.by_file import ByFile
from crmdesk.providers.file.cards import Cards
from crmdesk.providers.file.handing import kind_with
from crmdesk.providers.file.info import CARDS, FOLDER
from crmdesk.providers.file.rows import Rows
from crmdesk.providers.file.snapshot import Snapshot, read_now, state_of, taken
from crmdesk.providers.info import KindInfo, ProviderInfo, ProviderSettings
from crmdesk.system.disk import Disk

A_PAGE = 500  # contacts
_READ_ONLY = "It is a file, which is read and never changed."
T = TypeVar("T")


class FileAccount(ByFile):
    """One file, or the newest of a folder. `preset` is the table that it has to be, "" for any."""

    def __init__(self, info: ProviderInfo, settings: ProviderSettings, disk: Disk, preset: str = "") -> None:
        super().__init__(info, settings, disk)
        self._settings, self._preset = settings, preset
        self._api = settings.get("api", "")
        self._rows = rows_of(settings)

    def kind_info(self, kind: Kind) -> KindInfo:
        """What it can do with contacts, which are all it has. Raises Unsupported."""
        if kind is not Kind.CONTACT:
            raise Unsupported(f"A file has no {kind.plural} for the desk.")
        return kind_with(self._settings, self._rows)

    async def whoami(self) -> Identity:
        """Look whether the file is there; its path without links tells it apart. Raises Unavailable, BadResponse."""
        path, real = await asyncio.to_thread(self._whose)
        folder, name = os.path.split(path)
        return Identity(real, f"{name} ({folder})")

    def _whose(self) -> tuple[str, str]:
        path = read_now(self._disk, self._settings)
        state_of(self._disk, path)
        return (self._path if self._api == FOLDER else path), self._disk.real(self._path)

    async def discover(self) -> ProviderSettings:
        """How the file is read, what its columns mean, and what tells its contacts apart.

        Raises Unavailable, BadResponse, UserInputError where a person has to say more.
        """
        with ExitStack() as held:
            snapshot = await self._taken(held)
            self._rows = await asyncio.to_thread(_careful, lambda: self._look(snapshot))
        return self._rows.found

    async def _taken(self, held: ExitStack) -> Snapshot:
        return await asyncio.to_thread(
            lambda: held.enter_context(taken(self._disk, read_now(self._disk, self._settings)))
        )

    def _look(self, snapshot: Snapshot) -> Rows:
        head = snapshot.stream.read(4096)
        snapshot.stream.seek(0)
        cards = b"VCARD" in head.upper() or is_jcard(snapshot.stream)
        if self._api == CARDS or (self._api == FOLDER and not self._preset and cards):
            return Cards(self._settings)
        if cards:
            raise BadResponse("The file holds cards, not a table.", next="Choose the kind of file “cards”.")
        return table.mapped(snapshot.stream, self._settings, self._preset)

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """What the file holds now; an unchanged file is one empty page. A changed file is read whole.

        Raises Unavailable where it is not there or being written, BadResponse where it holds nobody or has other
        columns.
        """
        self.kind_info(kind)
        with ExitStack() as held:
            snapshot = await self._taken(held)
            if self._rows is None:
                self._rows = await asyncio.to_thread(_careful, lambda: self._look(snapshot))
                self.found.update(self._rows.found)
            mark = _mark(snapshot, self._rows, self._settings)
            if since == mark:
                yield Page((), next_since=Cursor(mark))
                return
            place, _, of = (resume or "").partition(":")
            start = int(place) if of == mark and place.isdigit() else 0
            rows = self._rows.payloads
            contacts = await asyncio.to_thread(_careful, lambda: islice(rows(snapshot.stream), start, None))
            count, page = start, await asyncio.to_thread(_careful, lambda: list(islice(contacts, A_PAGE)))
            while len(page) == A_PAGE:
                following = await asyncio.to_thread(_careful, lambda: list(islice(contacts, A_PAGE)))
                if not following:
                    break
                count += len(page)
                yield Page(page, resume=Cursor(f"{count}:{mark}"))
                page = following
            count += len(page)
            complete = self._settings.get("complete") == "yes"
            yield Page(
                page,
                total=count,
                next_since=Cursor(mark) if not start else None,
                everything=count if since is not None and complete else None,
                as_of=snapshot.written,
            )

    def identify(self, kind: Kind, payload: bytes) -> RemoteId:
        """The contact's id. Raises BadRecord."""
        return self._known().identify(payload)

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The contact a row or card stands for. Raises BadRecord."""
        return self._known().read(payload)

    def _known(self) -> Rows:
        if self._rows is None:
            raise BadRecord("What the columns of the file mean was not found out yet.")
        return self._rows

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """A file is only read as a whole."""
        raise Unsupported("A file is read as a whole, not contact by contact.")

    async def details(self, kind: Kind, ids: Sequence[RemoteId]) -> Sequence[RemoteRecord | BadRecord]:
        """A file is only read as a whole."""
        raise Unsupported("A file is read as a whole, not contact by contact.")

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """There is nothing to search with."""
        return ()

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """A file takes nothing."""
        raise Unsupported(_READ_ONLY)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """A file takes nothing."""
        raise Unsupported(_READ_ONLY)

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """A file takes nothing."""
        raise Unsupported(_READ_ONLY)

    async def register(self, registration: Registration) -> Registered:
        """A file takes nothing."""
        raise Unsupported(_READ_ONLY)


def rows_of(settings: ProviderSettings) -> Rows | None:
    """How the account's file is read, where that is known before it is looked at. Raises UserInputError."""
    return Cards(settings) if settings.get("api") == CARDS else table.kept(settings)


def _mark(snapshot: Snapshot, rows: Rows, settings: ProviderSettings) -> str:
    """The mark of what a file says: its bytes, and how they are read."""
    said = f"{snapshot.digest} {rows.mark} {settings.get('complete', '')}"
    return blake2b(said.encode(), digest_size=16).hexdigest()


def _careful(call: Callable[[], T]) -> T:
    """What a call gives; a file that cannot be read is a bad answer."""
    try:
        return call()
    except FileError as error:
        raise BadResponse(error.why, next=error.next) from error
