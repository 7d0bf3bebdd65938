"""Settings and secrets out of a `.env` file, for those providers whose variables it names.

Read as its usual readers do (`KEY=VALUE` lines, `export`, quotes, comments), but nothing is run, and nothing expanded
but what the documents of a CRM write so (`Setting.fallback`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass
from crmdesk.providers.info import ProviderInfo
from crmdesk.providers.registry import infos, secrets_for, settings_from

MOST_BYTES = 64 * 1024
_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=[ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says of one provider, by the keys of its settings and secrets."""

    settings: Mapping[str, str]
    secrets: Mapping[str, str] = field(repr=False)


def read(path: Path) -> dict[str, Found]:
    """What a file holds for each provider. Raises UserInputError where it cannot be read or holds nothing."""
    try:
        if path.exists() and not path.is_file():
            raise UserInputError(f"“{path.name}” is no file.")  # reading a pipe or a device may never end
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserInputError(f"“{path.name}” cannot be read: {error.strerror or error}.") from None
    if len(content) > MOST_BYTES:
        raise UserInputError(f"“{path.name}” is longer than a file of settings.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UserInputError(f"“{path.name}” is no text file.")
    variables = parse(text)
    found = {info.key: one for info in infos() if (one := _of(info, variables)) is not None}
    if not found:
        known = "none of them is a setting of a CRM" if variables else "it has no KEY=VALUE lines"
        raise UserInputError(f"Nothing was found in “{path.name}”: {known}.")
    return found


def parse(text: str) -> dict[str, str]:
    """The variables of a file; of a name given twice the last one counts, an empty value counts as unset."""
    variables: dict[str, str] = {}
    for line in text.splitlines():
        assigned = _LINE.fullmatch(line.strip())
        if assigned is None:
            continue
        name, value = assigned.groups()
        quoted = _unquoted(value)
        variables[name] = _without_comment(value) if quoted is None else quoted
    return {name: value for name, value in variables.items() if value}


def _unquoted(value: str) -> str | None:
    """What stands in quotes, where nothing but a comment follows them; None for a value without quotes.

    In plain steps, since a pattern for it takes quadratic time on a long line.
    """
    mark = value[:1]
    if mark not in ("'", '"'):
        return None
    end = value.find(mark, 1)
    while end > 0:
        if value[end - 1] != "\\" and value[end + 1 :].lstrip()[:1] in ("", "#"):
            return value[1:end]
        end = value.find(mark, end + 1)
    return None


def _without_comment(value: str) -> str:
    at = value.find("#")
    while at > 0 and not value[at - 1].isspace():
        at = value.find("#", at + 1)
    return (value if at < 0 else value[:at]).strip()


def _of(info: ProviderInfo, variables: Mapping[str, str]) -> Found | None:
    """What they say of a provider, with the variant whose secrets they name; None where that is nothing."""
    if info.state != "works":
        return None
    settings = settings_from(info, variables)
    secrets = {s.key: variables[s.variable] for s in info.secrets if s.variable in variables}
    for api in next((setting.choices for setting in info.settings if setting.key == "api"), ()):
        wanted = secrets_for(info, {"api": api})
        if wanted and all(secret.key in secrets for secret in wanted):
            settings.setdefault("api", api)
    named = secrets or any(setting.variable in variables for setting in info.settings)
    return Found(settings, secrets) if named else None
