"""What a sign-in takes: secrets from standard input, else from the provider's variables; the browser if asked."""

from __future__ import annotations

import getpass
import json
import sys
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from threading import Thread
from typing import IO

from crmdesk.cli.call import Call, Given, UsageError
from crmdesk.providers.info import ProviderInfo, Secret
from crmdesk.providers.registry import infos, variables_of

MOST_CHARACTERS = 64 * 1024


def from_here(asks_stdin: bool, environ: Mapping[str, str], stdin: IO[str] | None, *, terminal: bool) -> Given:
    """What this process can give to a sign-in, whichever process carries it out."""
    names = {name for info in infos() for name in variables_of(info)}
    variables = {name: environ[name] for name in sorted(names) if environ.get(name, "").strip()}
    return Given(_read(stdin) if asks_stdin else None, variables, terminal)


def _read(stdin: IO[str] | None) -> str:
    """The first line that says something, or the JSON object that begins there."""
    if stdin is None:
        return ""
    if stdin.isatty():
        return getpass.getpass("Secret: ", stream=sys.stderr).strip()
    text = ""
    while len(text) < MOST_CHARACTERS and (line := stdin.readline(MOST_CHARACTERS)):
        text = (text + line).lstrip("\ufeff \t\r\n")
        if text and (not text.startswith("{") or _is_json(text)):
            break
    return text.strip()


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def given_secrets(wanted: Sequence[Secret], given: Given) -> dict[str, str] | None:
    """The secrets that came on standard input, None when none were to come. Raises UsageError."""
    if given.secret is None:
        return None
    if not wanted:
        return {}
    names = ", ".join(secret.key for secret in wanted)
    if not given.secret.startswith("{"):
        if len(wanted) != 1:
            raise UsageError(f"Several secrets are needed, as one JSON object with the members {names}.")
        return {wanted[0].key: given.secret}
    try:
        found = json.loads(given.secret)
    except (ValueError, RecursionError):
        raise UsageError("What came on standard input is no JSON object.") from None
    known = {secret.key for secret in wanted}
    if not set(found) <= known or not all(isinstance(value, str) for value in found.values()):
        raise UsageError(f"The JSON object on standard input has the members {names}, each a text.")
    return dict(found)


def variable_secrets(wanted: Sequence[Secret], given: Given) -> dict[str, str] | None:
    """The secrets that the provider's variables hold; None when none is set."""
    held = {secret.key: given.variables.get(secret.variable, "") for secret in wanted}
    found = {key: value for key, value in held.items() if value}
    return found or None


def browser(call: Call) -> Callable[[str], object]:
    """Shows the address of a sign-in and opens the system's browser with it, if there is one."""

    def open_browser(address: str) -> None:
        call.say(f"Sign in in your browser: {address}")
        # A browser that runs in the terminal would hold up the sign-in that waits for it.
        Thread(target=webbrowser.open, args=(address,), name="browser", daemon=True).start()

    return open_browser


def needed(info: ProviderInfo, wanted: Sequence[Secret]) -> str:
    """How to give the secrets of a provider."""
    names = " and ".join(secret.variable for secret in wanted if secret.variable)
    ways = f"--secret-stdin{f', or in {names}' if names else ''}"
    return f"Give it on standard input with {ways}. {info.key_help}".strip()
