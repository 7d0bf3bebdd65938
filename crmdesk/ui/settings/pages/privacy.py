"""Privacy: what other servers may come to see."""

from __future__ import annotations

from crmdesk.domain.settings import IMAGES, ON
from crmdesk.ui.settings.page import SettingsPage
from crmdesk.ui.wording.settings import Page


class PrivacyPage(SettingsPage):
    """See the module."""

    page = Page.PRIVACY

    def build(self) -> None:
        self.switch(IMAGES, ON, "")
