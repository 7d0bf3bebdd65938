"""What the settings are called, what is said of each, and under which further words it is found."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from crmdesk.domain import settings as keys
from crmdesk.frozen import dataclass

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


class Page(StrEnum):
    """The pages in their order."""

    GENERAL = "general"
    SYNC = "sync"
    APPEARANCE = "appearance"
    SHORTCUTS = "shortcuts"
    PRIVACY = "privacy"
    NOTIFICATIONS = "notifications"
    LOCAL_API = "local_api"
    ADVANCED = "advanced"


SIGNS = {  # the icon of each
    Page.GENERAL: "sliders", Page.SYNC: "sync", Page.APPEARANCE: "theme", Page.SHORTCUTS: "keyboard",
    Page.PRIVACY: "eye-off", Page.NOTIFICATIONS: "flag", Page.LOCAL_API: "plug", Page.ADVANCED: "settings",
}  # fmt: skip

# What stands among the settings and is kept nowhere: deeds and folders.
FOLDERS, CHECK, BACK_UP, RESTORE = "advanced.folders", "advanced.check", "advanced.backup", "advanced.restore"
API_ON, API_PORT, API_ALONE, API_DIALECTS = "api.on", "api.port", "api.alone", "api.dialects"
API_KEYS, API_ORIGINS, API_HOOKS, API_ACTIVITY = "api.keys", "api.origins", "api.hooks", "api.activity"


@dataclass(frozen=True, slots=True)
class Told:
    """One row: its key, its page, its name, what is said below it, and further words to find it by."""

    key: str
    page: Page
    title: str
    note: str = ""
    also: str = ""


def page_title(page: Page) -> str:
    """What a page is called."""
    match page:
        case Page.GENERAL:
            return translate("Settings", "General")
        case Page.SYNC:
            return translate("Settings", "Sync")
        case Page.APPEARANCE:
            return translate("Settings", "Appearance")
        case Page.SHORTCUTS:
            return translate("Settings", "Shortcuts")
        case Page.PRIVACY:
            return translate("Settings", "Privacy")
        case Page.NOTIFICATIONS:
            return translate("Settings", "Notifications")
        case Page.LOCAL_API:
            return translate("Settings", "Local API")
    return translate("Settings", "Advanced")


def catalogue() -> Sequence[Told]:
    """Every row of the settings, page by page."""
    return (*_general(), *_sync(), *_looks(), *_told_outside(), *_serving(), *_programs(), *_advanced())


def told(key: str) -> Told:
    """The words of one row."""
    return next(one for one in catalogue() if one.key == key)


def _general() -> Sequence[Told]:
    general = Page.GENERAL
    return (
        Told(
            keys.NEW_IN,
            general,
            translate("Settings", "Create new contacts in"),
            translate("Settings", "Each card of something new lets you choose otherwise."),
            translate("Settings", "default account new"),
        ),
        Told(
            keys.REGION,
            general,
            translate("Settings", "Region of phone numbers"),
            translate(
                "Settings",
                "Numbers without a country code are read as numbers of that region, unless their account names"
                " another.",
            ),
            translate("Settings", "country code"),
        ),
        Told(
            keys.NAMES,
            general,
            translate("Settings", "Names in lists"),
            translate(
                "Settings",
                "How people are written and sorted where a CRM gives first and last name apart; other names stay as"
                " they are.",
            ),
            translate("Settings", "first last surname sort order"),
        ),
        Told(
            keys.LANGUAGE,
            general,
            translate("Settings", "Language"),
            translate("Settings", "Numbers and dates follow."),
            "language sprache idioma",
        ),
        Told(
            keys.CLOSING,
            general,
            translate("Settings", "When the window is closed"),
            "",
            translate("Settings", "tray background quit"),
        ),
    )


def _sync() -> Sequence[Told]:
    return (
        Told(
            keys.SCHEDULE,
            Page.SYNC,
            translate("Settings", "Sync newly connected CRMs"),
            translate("Settings", "Each connected CRM keeps its own schedule; change it in the menu of its account."),
            translate("Settings", "schedule interval automatic"),
        ),
        Told(
            keys.QUIET,
            Page.SYNC,
            translate("Settings", "Quiet hours"),
            translate(
                "Settings",
                "No scheduled syncs then, by the clock of this computer, for accounts without quiet hours of their"
                " own. Your changes are still sent.",
            ),
            translate("Settings", "night pause"),
        ),
        Told(
            keys.METERED,
            Page.SYNC,
            translate("Settings", "No scheduled syncs on a metered network"),
            "",
            translate("Settings", "mobile data hotspot pause"),
        ),
    )


def _looks() -> Sequence[Told]:
    return (
        Told(
            keys.THEME, Page.APPEARANCE, translate("Settings", "Theme"), "", translate("Settings", "dark light colours")
        ),
        Told(
            keys.DENSITY,
            Page.APPEARANCE,
            translate("Settings", "Rows of lists"),
            "",
            translate("Settings", "density compact"),
        ),
        Told(
            keys.TEXT_SIZE,
            Page.APPEARANCE,
            translate("Settings", "Text size"),
            translate("Settings", "Ctrl and + or - change it anywhere, Ctrl+0 gives the system’s size back."),
            translate("Settings", "zoom font larger smaller"),
        ),
        Told(
            keys.LETTERS,
            Page.SHORTCUTS,
            translate("Settings", "Single keys in the list"),
            translate("Settings", "T tags and / searches while the list has the focus; never while you type."),
            translate("Settings", "letters"),
        ),
        Told(
            keys.SHORTCUTS,
            Page.SHORTCUTS,
            translate("Settings", "Keys of commands"),
            translate("Settings", "Choose a key to change it, then press the new one. Backspace leaves none."),
            translate("Settings", "keyboard"),
        ),
        Told(
            keys.IMAGES,
            Page.PRIVACY,
            translate("Settings", "Show pictures of contacts"),
            translate(
                "Settings",
                "Pictures come from other servers, which then see that you are looking at the contact. While this is"
                " off, nothing is loaded.",
            ),
            translate("Settings", "images photos"),
        ),
    )


def _told_outside() -> Sequence[Told]:
    return (
        Told(
            keys.NOTICES_OFF,
            Page.NOTIFICATIONS,
            translate("Settings", "Notify me when an account needs me"),
            translate(
                "Settings",
                "While you are not looking at the window, once a day and account at most. What goes well is never"
                " announced.",
            ),
        ),
    )


def _serving() -> Sequence[Told]:
    page = Page.LOCAL_API
    return (
        Told(
            API_ON,
            page,
            translate("Settings", "Let other programs on this computer use CRM Desk"),
            translate("Settings", "Only on this computer, and only with a key. Off: nothing listens."),
            translate("Settings", "local API server http rest"),
        ),
        Told(
            API_PORT,
            page,
            translate("Settings", "Port and address"),
            translate("Settings", "If another program has the port, that is said here; no other one is taken."),
        ),
        Told(
            API_ALONE,
            page,
            translate("Settings", "Also without the window"),
            translate(
                "Settings",
                "“crmdesk api service install” in a terminal lets your system start it at each sign-in; it shows first"
                " what it writes. A window that opens takes over.",
            ),
            translate("Settings", "service background headless"),
        ),
        Told(
            API_DIALECTS,
            page,
            translate("Settings", "Ways of speaking"),
            translate("Settings", "For programs that were made for another server. Each can be switched off."),
            translate("Settings", "dialects routes"),
        ),
    )


def _programs() -> Sequence[Told]:
    page = Page.LOCAL_API
    return (
        Told(API_KEYS, page, translate("Settings", "Keys"), "", translate("Settings", "token access rights revoke")),
        Told(
            API_ORIGINS,
            page,
            translate("Settings", "Web pages"),
            translate("Settings", "A page in a browser needs a key too. All that are not listed are refused."),
            translate("Settings", "origins CORS browser"),
        ),
        Told(
            API_HOOKS,
            page,
            translate("Settings", "Hooks"),
            translate("Settings", "Addresses that are told of changes: what changed and of whom, never values."),
            translate("Settings", "webhooks"),
        ),
        Told(
            API_ACTIVITY,
            page,
            translate("Settings", "Activity"),
            translate("Settings", "What keys wrote, and what was refused."),
            translate("Settings", "audit log"),
        ),
    )


def _advanced() -> Sequence[Told]:
    advanced = Page.ADVANCED
    return (
        Told(FOLDERS, advanced, translate("Settings", "Folders"), "", translate("Settings", "database profile log")),
        Told(
            keys.LOG_LEVEL,
            advanced,
            translate("Settings", "What the log holds"),
            translate("Settings", "Never keys, and no values of contacts."),
            translate("Settings", "log level debug"),
        ),
        Told(
            CHECK,
            advanced,
            translate("Settings", "Check the database"),
            translate("Settings", "Looks whether the file and its search index are sound."),
        ),
        Told(
            BACK_UP,
            advanced,
            translate("Settings", "Back up"),
            translate("Settings", "A verified copy, made while you work. One is made daily by itself; seven are kept."),
        ),
        Told(
            RESTORE,
            advanced,
            translate("Settings", "Restore a backup"),
            translate(
                "Settings",
                "CRM Desk opens again with the chosen backup. The database of now is kept beside it, so this can be"
                " undone by restoring that one.",
            ),
        ),
    )
