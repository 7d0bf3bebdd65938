"""Completion for bash, zsh and fish: commands, their options, and the values that an option is confined to."""

from __future__ import annotations

from collections.abc import Iterator

from crmdesk.cli.grammar import COMMANDS, Command
from crmdesk.cli.manual.arguments import Argument, arguments
from crmdesk.cli.manual.entries import ENTRIES

_EVERYWHERE = ("--profile", "--json", "--help")


def bash() -> str:
    """For `/usr/share/bash-completion/completions/crmdesk`."""
    cases = "\n".join(_bash_case(command) for command in COMMANDS.values())
    return f"""# bash completion for crmdesk
_crmdesk() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= skip= one
    for one in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        if [[ $skip ]]; then skip=; continue; fi
        case $one in
            {"|".join(_with_value())}) skip=1 ;;
            -*) ;;
            *) case "$command${{command:+ }}$one" in
                {"|".join(_quoted(name) for name in _beginnings())}) command="$command${{command:+ }}$one" ;;
            esac ;;
        esac
    done
    case $before in
        --profile) compopt -o dirnames; return ;;
{_bash_values()}
    esac
    local words=
    case $command in
        '') words={_quoted(" ".join([*_following(""), "--demo", "--version"]))} ;;
{_bash_groups()}
    esac
    case $command in
{cases}
    esac
    COMPREPLY=($(compgen -W "$words {" ".join(_EVERYWHERE)}" -- "$word"))
}}
complete -F _crmdesk crmdesk
"""


def _bash_case(command: Command) -> str:
    taken = arguments(command)
    words = " ".join([*(one.name for one in taken if one.is_option), *_choices(taken)])
    files = " compopt -o default;" if command.paths else ""
    return f'        {_quoted(command.words)}){files} words="$words {words}" ;;'


def _bash_groups() -> str:
    groups = [begin for begin in _beginnings() if _following(begin)]
    return "\n".join(f"        {_quoted(begin)}) words={_quoted(' '.join(_following(begin)))} ;;" for begin in groups)


def _bash_values() -> str:
    return "\n".join(
        f'        {name}) COMPREPLY=($(compgen -W {_quoted(" ".join(values))} -- "$word")); return ;;'
        for name, values in _confined().items()
    )


def zsh() -> str:
    """For `/usr/share/zsh/vendor-completions/_crmdesk`; bash's own completion does the work, as zsh can lend it."""
    return f"#compdef crmdesk\nautoload -U +X bashcompinit && bashcompinit\n{bash()}"


def fish() -> str:
    """For `/usr/share/fish/vendor_completions.d/crmdesk.fish`."""
    return "\n".join(["# fish completion for crmdesk", "complete -c crmdesk -f", *_fish_lines()]) + "\n"


def _fish_lines() -> Iterator[str]:
    yield "complete -c crmdesk -l profile -r -a '(__fish_complete_directories)' -d 'work in this profile'"
    yield "complete -c crmdesk -l json -d 'print one JSON document'"
    yield "complete -c crmdesk -l help -d 'what the command is for'"
    firsts = _following("")
    for first in firsts:
        summary = ENTRIES[first].summary if first in ENTRIES else f"commands of {first}"
        condition = f"not __fish_seen_subcommand_from {' '.join(firsts)}"
        yield f"complete -c crmdesk -n {_fish(condition)} -a {first} -d {_fish(summary)}"
    offered: set[str] = set()
    for command in COMMANDS.values():
        begin, *more = command.words.split()
        seen = f"__fish_seen_subcommand_from {begin}"
        for word in more:
            others = " ".join(_following(begin))
            begin = f"{begin} {word}"
            if begin not in offered:
                offered.add(begin)
                means = ENTRIES[begin].summary if begin in ENTRIES else f"commands of {begin}"
                condition = _fish(f"{seen}; and not __fish_seen_subcommand_from {others}")
                yield f"complete -c crmdesk -n {condition} -a {word} -d {_fish(means)}"
            seen = f"{seen}; and __fish_seen_subcommand_from {word}"
        yield from _fish_options(command, seen)


def _fish_options(command: Command, seen: str) -> Iterator[str]:
    for one in arguments(command):
        means = f" -d {_fish(one.means or '')}"
        values = f" -a {_fish(' '.join(one.choices))}" if one.choices else ""
        if one.is_option:
            value = f" -r{values}" if one.takes_value else ""
            yield f"complete -c crmdesk -n {_fish(seen)} -l {one.name.removeprefix('--')}{value}{means}"
        elif values:
            yield f"complete -c crmdesk -n {_fish(seen)}{values}{means}"
    if command.paths:
        yield f"complete -c crmdesk -n {_fish(seen)} -F"


def _beginnings() -> list[str]:
    """Every command, and every word that begins several."""
    parts = (words.split() for words in COMMANDS)
    return list(dict.fromkeys(" ".join(part[:length]) for part in parts for length in range(1, len(part) + 1)))


def _following(begin: str) -> list[str]:
    """The words that can follow `begin` on the way to a command."""
    start = f"{begin} " if begin else ""
    return list(dict.fromkeys(words.removeprefix(start).split()[0] for words in COMMANDS if words.startswith(start)))


def _with_value() -> list[str]:
    found = [
        one.name for command in COMMANDS.values() for one in arguments(command) if one.is_option and one.takes_value
    ]
    return list(dict.fromkeys(["--profile", *found]))


def _confined() -> dict[str, tuple[str, ...]]:
    taken = [one for command in COMMANDS.values() for one in arguments(command)]
    return {one.name: one.choices for one in taken if one.is_option and one.choices}


def _choices(taken: tuple[Argument, ...]) -> list[str]:
    return [choice for one in taken if not one.is_option for choice in one.choices]


def _quoted(text: str) -> str:
    return f"'{text}'"


def _fish(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
