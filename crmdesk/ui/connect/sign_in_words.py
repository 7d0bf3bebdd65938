"""Why a sign-in came to nothing, in the words of the form: the CRM by its name, settings by their titles, a next step.

An error's own next step is written for the command line. Where it is the usual one of its class, the form has a better
one; where it names settings, these are named as they stand on the form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import ProviderInfo, Setting
from crmdesk.errors import AuthRequired, DeskError, ProviderError, RateLimited, Unavailable, UserInputError
from crmdesk.ui.wording.phrases import listed, sentences
from crmdesk.ui.wording.told import form_text, told

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words

_ASSIGNED = re.compile(r"(Give |Set |the setting )?\b(\w+)=(\S+?)(?=[.,;:]?(?:\s|$))")
_NAMED = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")


@dataclass(frozen=True, slots=True)
class Form:
    """What stands on the form: which CRM, the host that it stands for, the titles of its secrets and its address."""

    info: ProviderInfo
    host: str
    secrets: Sequence[str]
    address: str = ""


def setting_title(setting: Setting) -> str:
    """The title of a setting on the form."""
    return translate("SignIn", "Which API?") if setting.title == "API" else form_text(setting.title)


def failure_words(error: DeskError, form: Form) -> str:
    """Why it came to nothing, and what to do about it."""
    why = told(error.why)
    if form.host:
        why = re.sub(rf"(?<![\w./-]){re.escape(form.host)}(?![\w/-])", form.info.title, why)
    step = _in_titles(told(error.next), form.info) if error.next != error.remedy else _next_step(error, form)
    return sentences(_in_titles(why, form.info), step)


def _next_step(error: DeskError, form: Form) -> str:
    match error:
        case AuthRequired():
            # At another region's address nobody knows a sign-in that is right elsewhere.
            regional = [form.address] if any(setting.places for setting in form.info.settings) and form.address else []
            fields = listed([f"“{title}”" for title in (*form.secrets, *regional)])
            return translate("SignIn", "Check {fields}, then try again").format(fields=fields)
        case RateLimited():
            return translate("SignIn", "Wait a little, then try again")
        case Unavailable() if form.address:
            text = translate("SignIn", "Check “{address}” and your connection to the internet, then try again")
            return text.format(address=form.address)
        case Unavailable():
            return translate("SignIn", "Check your connection to the internet, then try again")
        case ProviderError() if form.address:
            return translate("SignIn", "Check “{address}”, then try again").format(address=form.address)
        case ProviderError():
            return translate("SignIn", "Try again later")
        case UserInputError() if error.next == UserInputError.remedy:
            return ""
    return told(error.next)


def _in_titles(text: str, info: ProviderInfo) -> str:
    """A text in which settings are named by their titles, and values by what the form calls them."""
    settings = {name: setting for setting in info.settings for name in (setting.key, setting.variable) if name}

    def assigned(found: re.Match[str]) -> str:
        setting = settings.get(found[2])
        if setting is None:
            return found[0]
        title, value = setting_title(setting), found[3]
        asks = found[1] in ("Give ", "Set ")
        if value not in setting.choices:
            said = translate("SignIn", "Enter {value} under “{title}”") if asks else "{value}"
            return said.format(value=value, title=title)
        chosen = dict(zip(setting.choices, setting.titles or setting.choices, strict=True))[value]
        said = translate("SignIn", "“{value}” under “{title}”")
        if asks:
            said = translate("SignIn", "Choose “{value}” under “{title}”")
        return said.format(value=chosen, title=title)

    def named(found: re.Match[str]) -> str:
        setting = settings.get(found[0])
        return found[0] if setting is None else f"“{setting_title(setting)}”"

    return _NAMED.sub(named, _ASSIGNED.sub(assigned, text))
