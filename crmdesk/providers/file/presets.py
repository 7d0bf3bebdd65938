"""Programs whose exports are read by file, under their own names: a row each, on top of what any file can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from crmdesk.providers.file.info import FOLDER, INFO, LIVE, TABLE
from crmdesk.providers.info import ProviderInfo, ProviderSettings

KEY = "preset"  # the setting that says, to a connection alone, of which preset it is


@dataclass(frozen=True, slots=True)
class Preset:
    """A program whose exports are read by file: what is known of them before one is looked at."""

    key: str
    title: str
    purpose: str
    place: int
    source: str  # the key of the table it is recognised by (`formats.mapping.sources`)
    settings: ProviderSettings  # what is set where nobody says otherwise
    help: str


# Where the export is: a competitor's import help for 8i; dates, ids and columns: see `formats.mapping.sources`.
_PRESETS = (
    Preset(
        "top_producer",
        "Top Producer",
        f"Exported contacts. {LIVE}",
        10,
        "top_producer",
        {"dates": "mdy"},
        "In Top Producer, search for all contacts, tick all, and choose Export Contacts with all columns. It has no way"
        " in for other programs, so that what you change here stays here.",
    ),
)

_BY_KEY = {preset.key: preset for preset in _PRESETS}


def _info(preset: Preset) -> ProviderInfo:
    settings = (
        replace(one, choices=(TABLE, FOLDER), titles=("One file", "The newest file of a folder"))
        if one.key == "api"
        else replace(one, default=preset.settings.get(one.key, one.default))
        for one in INFO.settings
    )
    return replace(
        INFO, key=preset.key, title=preset.title, purpose=preset.purpose, place=preset.place, key_help=preset.help,
        settings=tuple(settings),
    )  # fmt: skip


PRESETS: Mapping[str, ProviderInfo] = {preset.key: _info(preset) for preset in _PRESETS}


def with_preset(key: str, settings: ProviderSettings) -> ProviderSettings:
    """The settings for a connection: with those that the preset stands for, where nobody says otherwise."""
    return {**_BY_KEY[key].settings, **settings, KEY: key}


def source_of(key: str) -> str:
    """The table by which the exports of a preset are recognised; "" for any file."""
    return _BY_KEY[key].source if key in _BY_KEY else ""


def info_of(key: str) -> ProviderInfo:
    """The provider of that key: a preset, or any file."""
    return PRESETS.get(key, INFO)
