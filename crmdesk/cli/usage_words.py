"""What is wrong with a command line, in the desk's words: the parser beneath has its own, and another grammar."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

_Words = Callable[[re.Match[str]], str]


def _missing(found: re.Match[str]) -> str:
    names = [name.strip().upper() if not name.strip().startswith("-") else name.strip() for name in found[1].split(",")]
    return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} missing."


def _too_much(found: re.Match[str]) -> str:
    text = found[1].removeprefix("-- ")  # which parts the options from the words, where a command takes none
    first = text.split()[0] if text.split() else text
    return f"There is no option {first}." if first.startswith("--") else f"“{text}” is one word too many."


def _choice(found: re.Match[str]) -> str:
    choices = [choice.strip().strip("'") for choice in found[3].split(",")]
    return f"{found[1]} is {' or '.join(choices)}, not “{_unquoted(found[2])}”."


def _unquoted(text: str) -> str:
    try:
        return "".join(shlex.split(text))
    except ValueError:
        return text.strip("'\"")


_FORMS: tuple[tuple[re.Pattern[str], _Words], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"the following arguments are required: (.*)", _missing),
        (r"unrecognized arguments: (.*)", _too_much),
        (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", _choice),
        (r"argument (\S+): expected (?:one|at least one) argument", lambda found: f"{found[1]} expects a value."),
        (r"argument (\S+): ignored explicit argument .*", lambda found: f"{found[1]} takes no value."),
        (
            r"argument (\S+): not allowed with argument (\S+)",
            lambda found: f"{found[1]} and {found[2]} exclude each other.",
        ),
        (r"argument (\S+): (.*)", lambda found: f"{found[1]}: {found[2]}."),
    )
)


def in_our_words(message: str) -> str:
    """A message of the parser as a sentence of ours."""
    for form, words in _FORMS:
        if found := form.fullmatch(message):
            return words(found)
    return f"{message[:1].upper()}{message[1:]}."
