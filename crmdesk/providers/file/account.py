"""Connecting a file, or a folder of cards: nothing is opened before it is read."""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.domain.values import Patch
from crmdesk.errors import Unsupported
from crmdesk.providers.contract import Access, Provider
from crmdesk.providers.file import table
from crmdesk.providers.file.handing import handed, kind_with
from crmdesk.providers.file.info import VDIR, VDIR_INFO, base_url
from crmdesk.providers.file.presets import KEY, info_of, source_of
from crmdesk.providers.file.provider import FileAccount, rows_of
from crmdesk.providers.file.snapshot import read_now, standing_of, state_of
from crmdesk.providers.file.vdir import FolderOfCards
from crmdesk.providers.info import HandedFile, KindInfo, ProviderSettings, Secrets
from crmdesk.system.disk import Disk, FileState, LocalDisk


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one file. Raises UserInputError."""
    key = settings.get(KEY, "")
    base_url(settings)
    if settings.get("api") == VDIR:
        return FolderOfCards(info_of(key), settings, access.disk or LocalDisk())
    return FileAccount(info_of(key), settings, access.disk or LocalDisk(), source_of(key))


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do: read contacts; in a folder of cards, or handed over, changes too."""
    if settings.get("api") == VDIR:
        return (VDIR_INFO,)
    return (kind_with(settings, rows_of(settings)),)


def hand_over(settings: ProviderSettings, disk: Disk, changes: Sequence[tuple[bytes, Patch]]) -> HandedFile:
    """The file that hands over changes, each a contact's payload and its new values. Raises Unsupported."""
    rows = table.kept(settings)
    if rows is None or not kind_with(settings, rows).by_hand:
        raise Unsupported("What tells its contacts apart is no column, so that nothing can be handed over.")
    return handed(rows, changes, settings, disk)


def standing(settings: ProviderSettings, disk: Disk) -> FileState:
    """How the file stands that is read now; a folder of cards is another once a file in it was put in place.

    Raises Unavailable, BadResponse.
    """
    if settings.get("api") == VDIR:
        return standing_of(disk, settings["path"])
    return state_of(disk, read_now(disk, settings))


__all__ = ["base_url", "connect", "hand_over", "kinds", "standing"]
