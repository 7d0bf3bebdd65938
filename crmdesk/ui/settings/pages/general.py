"""General: where new things are made, where phones are at home, names, language, and what closing the window does."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLocale

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.dialling import country_code
from crmdesk.domain.settings import CLOSING, FIRST, LANGUAGE, LAST, NAMES, NEW_IN, QUITS, REGION, STAYS
from crmdesk.ui.background.tray import has_tray
from crmdesk.ui.card.new_item import offered
from crmdesk.ui.settings.page import SettingsPage
from crmdesk.ui.settings.rows import ChoiceRow
from crmdesk.ui.wording.languages import LANGUAGES
from crmdesk.ui.wording.phrases import one_line
from crmdesk.ui.wording.settings import Page, told

_LATIN = 0x250  # letters before it are Latin


@lru_cache(maxsize=1)
def regions() -> tuple[tuple[str, str], ...]:
    """Every region with a country code, by its two letters, under the name that it gives itself."""
    found = {}
    for locale in QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    ):
        code = locale.name().rpartition("_")[2]
        if len(code) != 2 or code in found:
            continue
        dialled = country_code(code)
        if dialled is not None:
            own = QLocale(locale).nativeTerritoryName()
            latin = own and all(ord(letter) < _LATIN for letter in own)
            found[code] = f"{own if latin else QLocale.territoryToString(locale.territory())} ({code}, +{dialled})"
    return tuple(sorted(found.items(), key=lambda one: one[1].casefold()))


class GeneralPage(SettingsPage):
    """See the module."""

    page = Page.GENERAL

    def build(self) -> None:
        new = ChoiceRow(told(NEW_IN), self._accounts, lambda: self.desk.setting(NEW_IN), self.ground)
        new.chosen.connect(lambda value: self.keeper.keep(NEW_IN, value))
        self.add(new)
        self.choice(REGION, ("", self.tr("None")), *self._regions())
        self.choice(
            NAMES, (FIRST, self.tr("First name first: Ada Quill")), (LAST, self.tr("Last name first: Quill, Ada"))
        )
        self.choice(LANGUAGE, ("", self.tr("Follow the system")), *LANGUAGES.items())
        closing = self.choice(
            CLOSING,
            ("", self.tr("Ask me")),
            (STAYS, self.tr("Keep syncing in the tray")),
            (QUITS, self.tr("Quit")),
        )
        if not has_tray():
            closing.setEnabled(False)
            closing.say(self.tr("This desktop has no tray to come back from, so closing the window always quits."))

    def _regions(self) -> tuple[tuple[str, str], ...]:
        here = QLocale.system().name().rpartition("_")[2]
        first = [one for one in regions() if one[0] == here]
        return (*first, *(one for one in regions() if one[0] != here))

    def _accounts(self) -> list[tuple[str, str]]:
        able, _ = offered(self.desk, Kind.CONTACT)
        made = [("", self.tr("Where the last one was")), ("0", self.tr("This computer only"))]
        made += [(str(one.account.id), one_line(one.account.name, 60)) for one in able]
        kept = self.desk.setting(NEW_IN)
        if kept not in [value for value, _ in made]:
            made.append((kept, self.tr("An account that takes nothing new any more")))
        return made
