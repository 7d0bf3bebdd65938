"""Programs whose exports are read by file, under their own names: a row each, on top of what any file can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from crmdesk.frozen import dataclass
from crmdesk.providers.file.info import BY_HAND, FOLDER, INFO, TABLE, kind_of
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
    hands_over: bool = False  # it imports what it exports, so that changes can be handed over to it


# Where the export is: a competitor's import help for 8i; dates, ids and columns: see `formats.mapping.sources`.
_PRESETS = (
    Preset(
        "top_producer",
        "Top Producer",
        f"Exported contacts. {BY_HAND}",
        10,
        "top_producer",
        {"dates": "mdy"},
        "In Top Producer, search for all contacts, tick all, and choose Export Contacts with all columns. It has no way"
        " in for other programs: what you change here is handed over as a file, which you import there.",
        hands_over=True,
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
    kind = replace(kind_of({}), updates=preset.hands_over, by_hand=preset.hands_over)
    return replace(
        INFO, key=preset.key, title=preset.title, purpose=preset.purpose, place=preset.place, key_help=preset.help,
        settings=tuple(settings), kinds=(kind,),
    )  # fmt: skip


PRESETS: Mapping[str, ProviderInfo] = {preset.key: _info(preset) for preset in _PRESETS}


def with_preset(key: str, settings: ProviderSettings) -> ProviderSettings:
    """The settings for a connection: with those that the preset stands for, where nobody says otherwise."""
    return {**_BY_KEY[key].settings, **settings, KEY: key}


def hands_over(key: str) -> bool:
    """Whether changes are handed over to the program of a preset; "" stands for any file."""
    return key in _BY_KEY and _BY_KEY[key].hands_over


def source_of(key: str) -> str:
    """The table by which the exports of a preset are recognised; "" for any file."""
    return _BY_KEY[key].source if key in _BY_KEY else ""


def info_of(key: str) -> ProviderInfo:
    """The provider of that key: a preset, or any file."""
    return PRESETS.get(key, INFO)
