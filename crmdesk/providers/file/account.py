"""Connecting a file: nothing is opened before it is read."""

from __future__ import annotations

from dataclasses import replace

from crmdesk.providers.contract import Access, Provider
from crmdesk.providers.file import table
from crmdesk.providers.file.cards import Cards
from crmdesk.providers.file.info import CARDS, base_url, kind_of
from crmdesk.providers.file.presets import KEY, info_of, source_of
from crmdesk.providers.file.provider import FileAccount
from crmdesk.providers.info import KindInfo, ProviderSettings, Secrets
from crmdesk.system.disk import LocalDisk


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one file. Raises UserInputError."""
    key = settings.get(KEY, "")
    base_url(settings)
    return FileAccount(info_of(key), settings, access.disk or LocalDisk(), source_of(key))


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do: read contacts."""
    rows = Cards(settings) if settings.get("api") == CARDS else table.kept(settings)
    known = kind_of(settings)
    return (known if rows is None else replace(known, field_map=rows.fields),)


__all__ = ["base_url", "connect", "kinds"]
