"""Handing changes over: what waits for an account by file, as the file that its program imports."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crmdesk.desk.exporting import refuse_place
from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.signals import AccountChanged, AttentionChanged, ItemsChanged, OutboxChanged
from crmdesk.errors import FileNotWritten, UserInputError
from crmdesk.frozen import dataclass
from crmdesk.providers.registry import hand_over
from crmdesk.store import Store
from crmdesk.sync.announcer import Announcer
from crmdesk.system.disk import Disk
from crmdesk.system.lazy_import import later
from crmdesk.system.new_file import new_file
from crmdesk.system.paths import Profile

if TYPE_CHECKING:
    from crmdesk.sync.actions import handing_over
else:
    (handing_over,) = later("crmdesk.sync.actions", "handing_over")

_TRIES = 3  # how often what is typed meanwhile may make a file anew


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What was handed over; without a contact in it no file was written."""

    contacts: int
    changes: int
    left: tuple[tuple[int, str, str], ...]  # item, field, and why it is not in the file
    held: int  # changes that wait for a decision first


class DeskHandOvers:
    """The part of the desk that hands changes over."""

    def __init__(self, store: Store, profile: Profile, announcer: Announcer, disk: Disk) -> None:
        self._store = store
        self._profile = profile
        self._announcer = announcer
        self._disk = disk

    async def write(self, account_id: int, target: Path, *, replace: bool = False) -> HandedOver:
        """Write what waits for an account into a file, then note it as handed over.

        In that order: a desk that is killed between leaves a file beside changes that still wait. Where that file was
        imported, the next export settles them; else they are handed over once more, and nothing is lost.

        Raises UserInputError, FileExists, FileNotWritten, NoRoom.
        """
        account = await self._store.read(lambda reads: reads.accounts.get(account_id))
        if not account.hands_over:
            raise UserInputError(f"{account.name} takes no changes as a file.", what="Nothing was handed over")
        refuse_place(target, self._profile, replace=replace)
        await asyncio.to_thread(self._refuse_its_own, account, target)
        ours = False  # whether what lies there is a file of ours
        for _ in range(_TRIES):
            waiting = await self._store.read(lambda reads: handing_over.waiting_of(reads, account))
            if not any(one.wanted for one in waiting):
                raise UserInputError(
                    f"Nothing waits to be handed over to {account.name}.",
                    what="No file was written",
                    next="What was handed over already waits for the next export, or can be tried again.",
                )
            changes = [(one.payload, one.row if one.wanted else {}) for one in waiting]
            made = await asyncio.to_thread(hand_over, account.provider, account.settings, self._disk, changes)
            pairs = zip(waiting, made.refused, strict=True)
            refused = [{field: text for field, text in why.items() if field in one.wanted} for one, why in pairs]
            done = _told(waiting, refused)
            if done.contacts:
                await asyncio.to_thread(_write, target, made.data, replace=replace or ours)
                ours = True
            mark = partial(handing_over.mark_handed_over, account=account, written=waiting, refused=refused)
            if await self._store.write(mark):
                self._announce(account, waiting)
                return done
        if ours:
            await asyncio.to_thread(target.unlink, missing_ok=True)
        raise FileNotWritten("What waits was changed again and again meanwhile.", next="Hand it over once more.")

    def _refuse_its_own(self, account: Account, target: Path) -> None:
        """A file that the account would read for its program's own is none to write."""
        own, given = Path(self._disk.real(account.settings["path"])), Path(self._disk.real(str(target)))
        if own in (given, given.parent):
            raise UserInputError(
                f"{account.name} reads that place, and would take the file for an export.",
                what="Nothing was handed over",
                next="Choose another folder.",
            )

    def _announce(self, account: Account, written: Sequence[handing_over.Waiting]) -> None:
        ids = frozenset(one.record.item_id for one in written)
        self._announcer.announce(
            OutboxChanged(account.id, ids),
            ItemsChanged(Kind.CONTACT, ids),
            AccountChanged(account.id),
            AttentionChanged(),
        )


def _write(target: Path, data: bytes, *, replace: bool) -> None:
    with new_file(target, replace=replace) as file:
        file.write(data)


def _told(waiting: Sequence[handing_over.Waiting], refused: Sequence[Mapping[str, str]]) -> HandedOver:
    inside = [len(one.wanted) - len(why) for one, why in zip(waiting, refused, strict=True)]
    return HandedOver(
        contacts=sum(amount > 0 for amount in inside),
        changes=sum(inside),
        left=tuple(
            (one.record.item_id, field, text)
            for one, why in zip(waiting, refused, strict=True)
            for field, text in why.items()
        ),
        held=sum(len(one.held) for one in waiting),
    )
