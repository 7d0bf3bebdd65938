"""The providers there are, by key, and how an account's provider comes to life."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from hashlib import blake2b

from crmdesk.domain.accounts import Direction
from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.dialling import country_code
from crmdesk.domain.values import Patch
from crmdesk.errors import UserInputError
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.contract import Access, Provider
from crmdesk.providers.discovery import ProviderEntry, found
from crmdesk.providers.info import (
    PLANNED,
    REGION,
    HandedFile,
    KindInfo,
    Limits,
    ProviderInfo,
    ProviderSettings,
    Secret,
    Secrets,
    Setting,
    Window,
)
from crmdesk.system.disk import Disk, FileState

TO_COME = tuple(
    ProviderInfo(key, title, settings=(), secrets=(), kinds=(), state=PLANNED)
    for key, title in (
        ("salesforce", "Salesforce"),
        ("kvcore", "kvCORE"),
        ("hubspot", "HubSpot"),
        ("carddav", "CardDAV"),
    )
)

PROVIDERS: Mapping[str, ProviderEntry] = found()


def infos() -> tuple[ProviderInfo, ...]:
    """All providers as data, those that work first, in the order in which they are shown."""
    working = sorted((entry.info for entry in PROVIDERS.values()), key=lambda info: (info.place, info.key))
    return (*working, *TO_COME)


def info_of(key: str) -> ProviderInfo:
    """One provider as data, planned ones too. Raises UserInputError."""
    if key in PROVIDERS:
        return PROVIDERS[key].info
    for info in TO_COME:
        if info.key == key:
            return info
    raise UserInputError(f"There is no provider “{key}”.", next="`crmdesk providers` lists them.")


def connect(key: str, settings: ProviderSettings, secrets: Secrets, access: Access | None = None) -> Provider:
    """The provider for one account; nothing is sent yet. Secrets come trimmed or not. Raises UserInputError."""
    entry = _working(key)
    settings = checked_settings(entry.info, settings)
    return entry.connect(settings, checked_secrets(entry.info, secrets, settings), access or Access())


def api_of(key: str, settings: ProviderSettings) -> str:
    """The variant that these settings choose; "" where there is but one. Raises UserInputError."""
    return settings.get("api") or _default_api(info_of(key))


def signs_in_by_browser(key: str, settings: ProviderSettings) -> bool:
    """Whether the variant chosen by these settings is signed in to by `authorize` first. Raises UserInputError."""
    return api_of(key, settings) in info_of(key).browser


async def authorize(
    key: str,
    settings: ProviderSettings,
    secrets: Secrets,
    open_browser: Callable[[str], object],
    clock: Clock | None = None,
) -> dict[str, str]:
    """Let a person sign in with the browser; the tokens belong into the TokenStore of the account's Access.

    `open_browser` is given the address to open and answers False where it cannot. Cancelling ends the attempt at once.
    Raises AuthRequired, UserInputError, Unavailable, BadResponse.
    """
    entry = _working(key)
    settings = checked_settings(entry.info, settings)
    return await entry.authorize(settings, checked_secrets(entry.info, secrets, settings), open_browser, clock)


def base_url(key: str, settings: ProviderSettings) -> str:
    """The address of an account in the one form in which two accounts are compared. Raises UserInputError."""
    entry = _working(key)
    return entry.base_url(checked_settings(entry.info, settings))


def origin(key: str, settings: ProviderSettings) -> str:
    """Where an account's secrets are sent: scheme, host and port of its address. Raises UserInputError.

    An account without secrets goes by its whole address.
    """
    address = base_url(key, settings)
    return parse_address(address).origin if info_of(key).keeps_secrets else address


def kinds_of(key: str, settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind; opens no connection. Raises UserInputError."""
    entry = _working(key)
    return entry.kinds(checked_settings(entry.info, settings))


def at_risk(
    key: str, settings: ProviderSettings, kind: Kind, payload: bytes, fields: Collection[str]
) -> tuple[str, ...]:
    """What a change of these fields of a record may empty in the CRM, in its words; of most CRMs nothing.

    A CRM that takes whole records, and does not show all that it takes, may lose what nobody can give back to it.
    """
    entry = PROVIDERS.get(key)
    return () if entry is None else entry.at_risk(settings, kind, payload, fields)


def standing(key: str, settings: ProviderSettings, disk: Disk) -> FileState | None:
    """How the file of an account by file stands, None for any other account. Raises Unavailable, BadResponse."""
    entry = PROVIDERS.get(key)
    return None if entry is None else entry.standing(settings, disk)


def hand_over(key: str, settings: ProviderSettings, disk: Disk, changes: Sequence[tuple[bytes, Patch]]) -> HandedFile:
    """Changes as the file that the program of an account imports, each a record's payload and its new values.

    For kinds of which `KindInfo.by_hand` says so. Raises Unsupported.
    """
    return _working(key).hand_over(settings, disk, changes)


def directions_of(kinds: Iterable[KindInfo]) -> tuple[Direction, ...]:
    """The directions that make sense for an account of these kinds, the most useful one first."""
    can = tuple(kinds)
    takes = {
        Direction.TWO_WAY: any(info.creates or info.updates for info in can),
        Direction.PULL: True,
        Direction.PUSH: any(info.creates for info in can),
    }
    return tuple(direction for direction, possible in takes.items() if possible)


def limits_of(key: str, settings: ProviderSettings) -> Limits:
    """What an account with these settings may call; opens no connection. Raises UserInputError."""
    entry = _working(key)
    return entry.limits(checked_settings(entry.info, settings))


def quotas_of(key: str, settings: ProviderSettings) -> tuple[Window, ...]:
    """The quotas of an account; without loading the code of a provider whose accounts have none."""
    return limits_of(key, settings).windows if _working(key).info.limits.windows else ()


def quota_owner(key: str, settings: ProviderSettings, secrets: Secrets) -> str:
    """By whom the CRM counts the calls of an account, "" where it counts none; a key goes by its fingerprint alone."""
    limits = limits_of(key, settings)
    if not limits.windows:
        return ""
    if not limits.counted_by:
        return f"{key}:{base_url(key, settings)}"
    secret = checked_secrets(info_of(key), secrets, settings)[limits.counted_by]
    return f"{key}:{blake2b(secret.encode(), digest_size=8, person=b'crmdesk-quota').hexdigest()}"


def _working(key: str) -> ProviderEntry:
    if key not in PROVIDERS:
        info = info_of(key)
        raise UserInputError(f"{info.title} cannot be connected yet.", next="`crmdesk providers` lists what works.")
    return PROVIDERS[key]


def checked_settings(info: ProviderInfo, settings: ProviderSettings) -> ProviderSettings:
    """The settings, trimmed and without empty ones; a region becomes its address.

    Raises UserInputError for one that the provider does not know.
    """
    known = {setting.key: setting for setting in info.settings}
    result = {}
    for key, text in settings.items():
        value = text.strip()
        if not value:
            continue
        if key not in known and not key.startswith("map."):
            raise UserInputError(f"{info.title} has no setting “{key}”; it has {', '.join(known)}.")
        choices = known[key].choices if key in known else ()
        if choices and value not in choices:
            raise UserInputError(f"{key} is one of {', '.join(choices)}, not “{value}”.")
        if key in known and known[key].places:
            value = _placed(known[key], value)
        if key in known and known[key].path:
            value = _whole_path(value)
        result[key] = _checked_region(value) if key == REGION.key else value
    return result


def _placed(setting: Setting, value: str) -> str:
    for place in setting.places:
        if place.key == value.casefold():
            return place.address
    if "://" not in value:
        names = ", ".join(place.key for place in setting.places)
        raise UserInputError(f"{setting.key} is one of {names}, or an address with https://, not “{value}”.")
    return value


def _whole_path(text: str) -> str:
    path = os.path.normpath(os.path.expanduser(text))
    if "\x00" in text or not os.path.isabs(path):
        raise UserInputError("A path begins at the root of the disk; “{}” does not.".format(text.replace("\x00", "")))
    return path


def _checked_region(text: str) -> str:
    if country_code(text) is None:
        raise UserInputError(f"{REGION.key} is the two letters of a country, such as AU, DE or US, not “{text}”.")
    return text.upper()


_PLACE = re.compile(r"\$\{(\w+)\}")


def variables_of(info: ProviderInfo) -> list[str]:
    """The environment variables that say something of a provider's accounts."""
    named = [entry.variable for entries in (info.secrets, info.settings) for entry in entries if entry.variable]
    return [*named, *(name for setting in info.settings for name in _PLACE.findall(setting.fallback))]


def settings_from(info: ProviderInfo, variables: Mapping[str, str]) -> dict[str, str]:
    """The settings that variables hold; an empty one counts as unset.

    Nothing in a value is expanded but the one variable that stands in the setting's fallback.
    """
    found = {}
    for setting in info.settings:
        text = variables.get(setting.variable, "").strip() if setting.variable else ""
        for name in _PLACE.findall(setting.fallback):
            other = variables.get(name, "").strip().rstrip("/")
            text = (text or setting.fallback).replace(f"${{{name}}}", other) if other else text
        if text:
            found[setting.key] = text
    return found


def secrets_for(info: ProviderInfo, settings: ProviderSettings) -> tuple[Secret, ...]:
    """The secrets that the variant chosen by these settings asks for; the demo CRM that stands in asks for none."""
    if info.is_mocked(settings):
        return ()
    api = settings.get("api") or _default_api(info)
    return tuple(secret for secret in info.secrets if secret.api in ("", api))


def _default_api(info: ProviderInfo) -> str:
    return next((setting.default for setting in info.settings if setting.key == "api"), "")


def checked_secrets(info: ProviderInfo, secrets: Secrets, settings: ProviderSettings) -> Secrets:
    """The secrets, trimmed. Raises UserInputError for one that is missing or plainly something else."""
    result = {}
    for secret in secrets_for(info, settings):
        text = secrets.get(secret.key, "").strip()
        if not secret.free:
            text = pasted_key(text, secret.variable)
        if not text:
            raise UserInputError(f"{info.title} needs its {secret.title}.", next=secret.help or info.key_help)
        known = bool(secret.known) and re.fullmatch(secret.known, text) is not None
        if not secret.free and not known and (wrong := looks_like(info, text)):
            raise UserInputError(f"This is {wrong}, not the {secret.title} of {info.title}.", next=info.key_help)
        result[secret.key] = text
    return result


def pasted_key(text: str, variable: str = "") -> str:
    """A key without what is copied along with it: blanks, quotes, `Bearer `, the name of its variable and `=`."""
    key = text.strip()
    if variable:
        key = re.sub(rf"^(?:export\s+)?{re.escape(variable)}\s*=\s*", "", key)
    return re.sub(r"^(?:authorization:\s*)?bearer\s+", "", key.strip("\"'"), flags=re.IGNORECASE)


_OTHERS = (
    (re.compile(r"https?://", re.IGNORECASE), "an address"),
    (re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+$"), "an email address"),
    (re.compile(r"eyJ[\w-]*\.[\w-]+\.[\w-]*$"), "a sign-in token (JWT)"),
    (re.compile(r"org_\w+"), "a key of the CRM API"),
    (re.compile(r"pat-\w\w\d-"), "a key of HubSpot"),
    (re.compile(r"fka_\w+"), "a key of Follow Up Boss"),
    (re.compile(r"dex_\w+"), "a key of Dex"),
    (re.compile(r"(sk|pk|rk)_(live|test)_"), "a key of another service"),
    (re.compile(r"(ghp|gho|github_pat|xox[abp])[-_]"), "a key of another service"),
    (re.compile(r"-----BEGIN"), "a certificate or private key"),
    (re.compile(r"[\[{]"), "a piece of JSON"),
)


def looks_like(info: ProviderInfo, text: str) -> str | None:
    """What a pasted text plainly is, where that is no key of this provider."""
    for pattern, name in _OTHERS:
        if pattern.match(text) and not name.endswith(f" of {info.title}"):
            return name
    if any(character.isspace() for character in text):
        return "a text of several words"
    if not text.isascii() or not text.isprintable():
        return "a text with characters that no key has"
    return None
