"""What a command takes, read off its own parser, so that help can never tell of an option that is not there."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass

from crmdesk.cli.grammar import Command
from crmdesk.cli.manual.words import meaning


@dataclass(frozen=True, slots=True)
class Argument:
    """One word or option: `written` as the usage shows it, what it `means`, and the values it is confined to."""

    name: str
    written: str
    means: str | None
    choices: tuple[str, ...] = ()
    takes_value: bool = True

    @property
    def is_option(self) -> bool:
        """Whether it begins with two dashes."""
        return self.name.startswith("--")


def arguments(command: Command) -> tuple[Argument, ...]:
    """The words first, then the options, each in the order of the command's parser."""
    parser = argparse.ArgumentParser(add_help=False)
    command.options(parser)
    # There is no public list of what a parser takes; the attribute is as old as the module.
    found = [_argument(command, action) for action in parser._actions]
    return tuple(sorted(found, key=lambda one: one.is_option))


def _argument(command: Command, action: argparse.Action) -> Argument:
    choices = tuple(str(choice) for choice in action.choices or ())
    name = action.option_strings[0] if action.option_strings else str(action.metavar or action.dest).upper()
    takes_value = action.nargs != 0
    written = "|".join(choices) or name
    if name.startswith("--"):
        value = re.search(rf"{name} ([^\s\[\]]+(?:\[[^\]]*\])?)", command.usage) if takes_value else None
        written = f"{name} {value[1]}" if value else name
    return Argument(name, written, meaning(command.words, name), choices, takes_value)
