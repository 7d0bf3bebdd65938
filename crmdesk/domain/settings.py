"""The settings of the desk that a user chooses: their keys, what they are without a choice, and what they may be.

They lie in the database as texts under these keys. What is remembered of its own accord (the window's size, what was
told today) is no setting and stands with whoever remembers it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from crmdesk.domain.notation.dialling import country_code
from crmdesk.domain.notation.hours import hours_of, is_schedule
from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass

NEW_IN = "new.in"  # where new items are made beside this computer: "" as last time, "0" nowhere, else an account's id
REGION = "region"  # where national phone numbers are at home that no account tells of; "" for nowhere
NAMES = "names"  # how lists write and sort people
LANGUAGE = "language"  # "" follows the system
CLOSING = "closing"  # what closing the window does: STAYS keeps syncing, QUITS quits; "" while nobody was asked
SCHEDULE = "sync.schedule"  # of accounts that are connected from then on
QUIET = "sync.quiet"  # hours of accounts that have none of their own
METERED = "sync.metered"  # PAUSES where nothing is pulled by itself while each byte is paid for
THEME = "window.theme"
DENSITY = "window.density"
TEXT_SIZE = "window.text_size"  # in per cent of the system's
SHORTCUTS = "shortcuts"  # JSON: the keys of each command that has others than its own
LETTERS = "shortcuts.letters"  # OFF where a letter alone is no key of the list
IMAGES = "images"
NOTICES_OFF = "notices"  # the kinds of notices that are not wanted, or OFF for none at all
LOG_LEVEL = "log.level"
TAG_COLOURS = "tags.colours"  # JSON: the colour of each tag that has one, by the tag without regard to case

ON, OFF = "on", "off"
STAYS, QUITS = "tray", "quit"
FIRST, LAST = "first", "last"
COMFORTABLE, COMPACT = "comfortable", "compact"
PAUSES = "pause"
SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 80, 200, 10
NOTICES = ("sign_in", "review", "conflicts", "refused")
COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink")  # that a tag may have
LOG_LEVELS = ("error", "warn", "info", "debug")


@dataclass(frozen=True, slots=True)
class DeskSetting:
    """One setting: its key, its value without a choice, and the values that it may have."""

    key: str
    default: str = ""
    values: tuple[str, ...] = ()
    takes: Callable[[str], bool] = lambda _text: False  # beside those

    def allows(self, text: str) -> bool:
        """Whether it may have that value."""
        return text == self.default or text in self.values or self.takes(text)


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _region(text: str) -> bool:
    return len(text) == 2 and text.isupper() and country_code(text) is not None


def text_size_from(text: str) -> int | None:
    """The size of the text in per cent; None where it is none."""
    return int(text) if _number(text) and SMALLEST_TEXT <= int(text) <= LARGEST_TEXT else None


def _kinds(text: str) -> bool:
    return bool(text) and set(text.split(" ")) <= set(NOTICES)


def shortcuts_from(text: str) -> Mapping[str, tuple[str, ...]] | None:
    """The keys of each command that has others than its own; None where the text does not say any."""
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    if not all(isinstance(keys, list) and all(isinstance(key, str) for key in keys) for keys in told.values()):
        return None
    return {str(id_): tuple(keys) for id_, keys in told.items()}


def colours_from(text: str) -> Mapping[str, str] | None:
    """The colour of each tag that has one; None where the text does not say any."""
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return None
    if not isinstance(told, dict) or not set(told.values()) <= set(COLOURS):
        return None
    return told


SETTINGS: Mapping[str, DeskSetting] = {
    setting.key: setting
    for setting in (
        DeskSetting(NEW_IN, "", takes=_number),
        DeskSetting(REGION, "", takes=_region),
        DeskSetting(NAMES, FIRST, (LAST,)),
        DeskSetting(LANGUAGE, "", takes=lambda text: text.isascii() and text.isalpha() and len(text) < 4),
        DeskSetting(CLOSING, "", (STAYS, QUITS)),
        DeskSetting(SCHEDULE, "2h", takes=is_schedule),
        DeskSetting(QUIET, "", takes=lambda text: hours_of(text) is not None),
        DeskSetting(METERED, "", (PAUSES,)),
        DeskSetting(THEME, "system", ("light", "dark")),
        DeskSetting(DENSITY, COMFORTABLE, (COMPACT,)),
        DeskSetting(TEXT_SIZE, "100", takes=lambda text: text_size_from(text) is not None),
        DeskSetting(SHORTCUTS, "", takes=lambda text: shortcuts_from(text) is not None),
        DeskSetting(LETTERS, ON, (OFF,)),
        DeskSetting(IMAGES, "", (ON,)),
        DeskSetting(NOTICES_OFF, "", (OFF,), _kinds),
        DeskSetting(LOG_LEVEL, "info", LOG_LEVELS),
        DeskSetting(TAG_COLOURS, "", takes=lambda text: colours_from(text) is not None),
    )
}


def check_setting(key: str, value: str) -> str:
    """The value if the setting may have it; raises UserInputError otherwise."""
    setting = SETTINGS.get(key)
    if setting is None or not setting.allows(value):
        raise UserInputError(f"The setting {key} cannot be “{value}”.", what="The setting was not changed")
    return value
