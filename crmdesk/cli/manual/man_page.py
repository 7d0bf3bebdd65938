"""The page crmdesk(1), in the macros of man(7) that groff and mandoc both know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crmdesk.cli.grammar import COMMANDS, Command
from crmdesk.cli.manual.arguments import arguments
from crmdesk.cli.manual.entries import ENTRIES
from crmdesk.cli.manual.help_text import CLOSING
from crmdesk.cli.manual.words import EVERYWHERE

_FILES = (
    ("$XDG_DATA_HOME/crmdesk", "the profile: database, vault, backups, drafts, logs; ~/.local/share/crmdesk as a rule"),
)


def man_page(version: str) -> str:
    """The whole page."""
    return "\n".join([*_head(version), *_commands(), *_foot()]) + "\n"


def _head(version: str) -> Iterator[str]:
    yield f'.TH CRMDESK 1 "" "CRM Desk {_plain(version)}" "User Commands"'
    yield ".SH NAME"
    yield "crmdesk, crmdesk\\-window \\- contacts of all your CRMs in one place, editable offline"
    yield ".SH SYNOPSIS"
    yield ".B crmdesk"
    yield "[\\fB\\-\\-demo\\fR]"
    yield ".br"
    yield ".B crmdesk"
    yield "\\fICOMMAND\\fR [\\fIWORDS\\fR] [\\fIOPTIONS\\fR]"
    yield ".SH DESCRIPTION"
    yield "Without a command the window opens, with \\fB\\-\\-demo\\fR on the demo CRMs, in a profile of its own."
    yield "With one, that one thing is done in the terminal, on the same contacts."
    yield ".SH OPTIONS"
    for written, means in EVERYWHERE.items():
        yield from _term(written, means)


def _commands() -> Iterator[str]:
    yield ".SH COMMANDS"
    for command in COMMANDS.values():
        yield from _command(command)


def _command(command: Command) -> Iterator[str]:
    entry = ENTRIES[command.words]
    yield f".SS {_plain(command.usage)}"
    yield from (_plain(sentence) for sentence in (entry.summary, *entry.more))
    for one in arguments(command):
        yield from _term(one.written, one.means or "")
    yield ".PP"
    yield "Example:"
    yield ".PP"
    yield ".RS"
    yield ".EX"
    yield _plain(entry.example)
    yield ".EE"
    yield ".RE"


def _foot() -> Iterator[str]:
    yield ".SH NOTES"
    for sentence in CLOSING:
        yield _plain(sentence)
        yield ".br"
    yield ".SH FILES"
    for place, means in _FILES:
        yield from _term(place, means)


def _term(written: str, means: str) -> Iterator[str]:
    yield ".TP"
    yield f"\\fB{_plain(written)}\\fR"
    yield _plain(means)


def _plain(text: str) -> str:
    """Text that shows as it is: no escape, no request at the beginning of a line, no hyphen that breaks a command."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("“", "\\(lq").replace("”", "\\(rq")
    escaped = escaped.replace("…", "...").replace("’", "\\(cq")
    return re.sub(r"^(?=[.'])", r"\\&", escaped)
