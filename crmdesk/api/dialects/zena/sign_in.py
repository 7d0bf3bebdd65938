"""From the credentials and the configuration that the seed's client sends to what an account of the desk is made of."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from crmdesk.desk import ProviderInfo
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.errors import UserInputError

_DIRECTIONS = {"push": Direction.PUSH, "pull": Direction.PULL, "bidirectional": Direction.TWO_WAY}
_WORDS = {direction: word for word, direction in _DIRECTIONS.items()}
_KINDS = {"syncContacts": Kind.CONTACT, "syncProperties": Kind.PROPERTY, "syncDeals": Kind.DEAL}


class Credentials(msgspec.Struct, rename="camel"):
    """A sign-in as the seed's client spells it."""

    api_key: str | None = None
    api_secret: str | None = None
    access_token: str | None = None
    instance_url: str | None = None
    username: str | None = None
    password: str | None = None


class SyncConfig(msgspec.Struct, rename="camel"):
    """What is synced, and which way; the provider's usual direction where none is given."""

    sync_contacts: bool = True
    sync_properties: bool = True
    sync_deals: bool = True
    sync_direction: Literal["push", "pull", "bidirectional"] | None = None


class Connect(msgspec.Struct, rename="camel"):
    """The body of a connect."""

    credentials: Credentials
    sync_config: SyncConfig


def secrets_of(info: ProviderInfo, given: Credentials, api: str) -> dict[str, str]:
    """The secrets that an account of that variant is signed in with, of those that are given."""
    told = {
        "key": given.api_key or given.access_token,
        "api_key": given.api_key,
        "token": given.access_token or given.api_secret,
        "email": given.username,
        "password": given.password,
        "client_id": given.api_key,
        "client_secret": given.api_secret,
    }
    asked = [secret.key for secret in info.secrets if secret.api in ("", api)]
    return {key: text for key in asked if (text := told.get(key))}


def settings_of(info: ProviderInfo, given: Credentials) -> dict[str, str]:
    """The settings: the address, and the variant that these credentials are for."""
    known = {setting.key for setting in info.settings}
    settings = {}
    if given.instance_url and "base_url" in known:
        settings["base_url"] = given.instance_url
    if info.key == "mri_vault" and not (given.access_token or given.api_secret):
        settings["api"] = "zena"  # a key and an address alone are what that API asks for
    return settings


def direction_of(config: SyncConfig) -> Direction | None:
    """The direction that is asked for, None for the CRM's usual one."""
    return _DIRECTIONS[config.sync_direction] if config.sync_direction else None


def kinds_of(config: SyncConfig, possible: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds to be synced, of those that the CRM has. Raises UserInputError where none is left."""
    wanted = {
        Kind.CONTACT: config.sync_contacts,
        Kind.PROPERTY: config.sync_properties,
        Kind.DEAL: config.sync_deals,
    }
    kinds = tuple(kind for kind, is_wanted in wanted.items() if is_wanted and kind in possible)
    if not kinds:
        raise UserInputError("The sync configuration leaves nothing to sync.")
    return kinds


def shown(account: Account) -> dict[str, Any]:
    """The sync configuration of an account as the seed's client knows it."""
    config: dict[str, Any] = {name: kind in account.kinds for name, kind in _KINDS.items()}
    return {**config, "syncDirection": _WORDS[account.direction]}
