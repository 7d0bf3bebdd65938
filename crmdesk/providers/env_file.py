"""Settings and secrets out of a `.env` file, for those providers whose variables it names.

Read as its usual readers do (`KEY=VALUE` lines, `export`, quotes, comments), but nothing is run, and nothing expanded
but what the documents of a CRM write so (`Setting.fallback`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from crmdesk.errors import UserInputError
from crmdesk.providers.provider_info import ProviderInfo
from crmdesk.providers.registry import infos, secrets_for, settings_from

MOST_BYTES = 64 * 1024
_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=[ \t]*(.*?)\s*")
_QUOTED = re.compile(r"(['\"])(.*?)(?<!\\)\1\s*(?:#.*)?")
_COMMENT = re.compile(r"(?:^|\s+)#.*")


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says of one provider, by the keys of its settings and secrets."""

    settings: Mapping[str, str]
    secrets: Mapping[str, str] = field(repr=False)


def read(path: Path) -> dict[str, Found]:
    """What a file holds for each provider. Raises UserInputError where it cannot be read or holds nothing."""
    try:
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
        assigned = _LINE.fullmatch(line)
        if assigned is None:
            continue
        name, value = assigned.groups()
        quoted = _QUOTED.fullmatch(value)
        variables[name] = quoted[2] if quoted else _COMMENT.sub("", value).strip()
    return {name: value for name, value in variables.items() if value}


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
