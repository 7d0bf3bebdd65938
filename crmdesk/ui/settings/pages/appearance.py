"""Appearance: colours, how close rows stand, and how large the text is."""

from __future__ import annotations

from crmdesk.domain.settings import (
    COMFORTABLE,
    COMPACT,
    DENSITY,
    LARGEST_TEXT,
    SMALLEST_TEXT,
    TEXT_SIZE,
    TEXT_STEP,
    THEME,
)
from crmdesk.ui.look.theme import SchemeChoice
from crmdesk.ui.settings.page import SettingsPage
from crmdesk.ui.wording.settings import Page


class AppearancePage(SettingsPage):
    """See the module."""

    page = Page.APPEARANCE

    def build(self) -> None:
        self.choice(
            THEME,
            (SchemeChoice.SYSTEM.value, self.tr("Follow the system")),
            (SchemeChoice.LIGHT.value, self.tr("Light")),
            (SchemeChoice.DARK.value, self.tr("Dark")),
        )
        self.choice(DENSITY, (COMFORTABLE, self.tr("Comfortable")), (COMPACT, self.tr("Close together")))
        percent = self.tr("{n} %")
        self.choice(
            TEXT_SIZE,
            *(
                (str(size), self.tr("100 %, as the system has it") if size == 100 else percent.format(n=size))
                for size in range(SMALLEST_TEXT, LARGEST_TEXT + 1, TEXT_STEP)
            ),
        )
