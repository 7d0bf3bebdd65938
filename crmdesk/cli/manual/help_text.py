"""`crmdesk --help` and `crmdesk COMMAND --help`: plain lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from crmdesk.cli.grammar import COMMANDS, Command
from crmdesk.cli.manual.arguments import arguments
from crmdesk.cli.manual.entries import ENTRIES
from crmdesk.cli.manual.words import EVERYWHERE

WIDTH = 100  # columns
_WORDS_WIDE = 24

CLOSING = (
    "FIELD=@FILE and FIELD=- take a value from a file or standard input; FIELD= clears the field.",
    "CRMDESK_PROFILE names another profile too.",
    "Exit codes: 0 all done, 1 done but something is left for you, 2 usage, 3 nothing was done.",
)


def of_one(command: Command) -> Iterator[str]:
    """What one command does, how it is written, what each of its words means, and an example."""
    entry = ENTRIES[command.words]
    yield f"crmdesk {command.usage} [--profile DIR] [--json]"
    yield ""
    for sentence in (entry.summary, *entry.more):
        yield from _wrapped(sentence, "  ")
    taken = [(one.written, one.means or "") for one in arguments(command)]
    yield ""
    yield from _pairs([*taken, *EVERYWHERE.items()])
    yield ""
    yield "Example:"
    yield f"  {entry.example}"
    if longer := [words for words in COMMANDS if words.startswith(f"{command.words} ")]:
        yield ""
        yield f"See also: {', '.join(longer)}."


def of_group(first: str) -> Iterator[str]:
    """The commands that begin with one word, each in a sentence."""
    yield f"crmdesk {first} …"
    yield ""
    yield from _pairs([(words, ENTRIES[words].summary) for words in COMMANDS if words.split()[0] == first])
    yield ""
    yield f"`crmdesk {first} COMMAND --help` tells more."


def of_all() -> Iterator[str]:
    """Every command in a sentence, and what holds for all."""
    yield "CRM Desk: all your CRMs' contacts in one place, editable offline."
    yield ""
    yield from _pairs(
        [
            ("crmdesk", "Open the window."),
            ("crmdesk --demo", "Open it on the demo CRMs, in a profile of its own."),
            ("crmdesk COMMAND …", "Do one thing here in the terminal:"),
        ]
    )
    yield ""
    yield from _pairs([(words, ENTRIES[words].summary) for words in COMMANDS])
    yield ""
    yield from _pairs(list(EVERYWHERE.items()))
    yield ""
    yield "These three stand before or after the command. `crmdesk COMMAND --help` tells its options, with an example."
    yield from CLOSING


def _pairs(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Two columns; a left side that is too long gets a line of its own."""
    indent = " " * (_WORDS_WIDE + 2)
    for left, right in pairs:
        lines = textwrap.wrap(right, WIDTH - len(indent)) or [""]
        if len(left) > _WORDS_WIDE - 2:
            yield f"  {left}"
            yield from (f"{indent}{line}" for line in lines)
            continue
        yield f"  {left.ljust(_WORDS_WIDE)}{lines[0]}".rstrip()
        yield from (f"{indent}{line}" for line in lines[1:])


def _wrapped(text: str, indent: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
