"""`--help`, the man page and the completions: every command is explained, truthfully, from one source."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from crmdesk.cli.grammar import COMMANDS, take_apart
from crmdesk.cli.manual.__main__ import write
from crmdesk.cli.manual.arguments import arguments
from crmdesk.cli.manual.entries import ENTRIES
from crmdesk.cli.manual.help_text import WIDTH
from crmdesk.cli.manual.words import MEANINGS
from tests.cli.conftest import Terminal

ARGPARSE = ("usage:", "positional arguments", "optional arguments", "options:", "show this help")


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_says_what_it_is_for_what_each_word_means_and_shows_an_example(
    words: str, terminal: Terminal
) -> None:
    answer = terminal.run(*words.split(), "--help")
    assert (answer.code, answer.err) == (0, "")
    assert all(one.means and one.written in answer.out for one in arguments(COMMANDS[words]))
    assert ENTRIES[words].example in answer.out
    assert not [said for said in ARGPARSE if said in answer.out.lower()]
    assert all(len(line) <= WIDTH for line in answer.out.splitlines()[1:])


@pytest.mark.parametrize("words", COMMANDS)
def test_an_example_can_be_typed_as_it_stands(words: str) -> None:
    typed = shlex.split(ENTRIES[words].example.partition("| ")[2] or ENTRIES[words].example)
    line = take_apart(typed[1:])
    assert typed[0] == "crmdesk"
    assert line.command is COMMANDS[words]
    assert line.asked()


@pytest.mark.parametrize("words", COMMANDS)
def test_the_usage_names_exactly_the_options_there_are(words: str) -> None:
    command = COMMANDS[words]
    told = set(re.findall(r"--[a-z-]+", command.usage))
    assert told == {one.name for one in arguments(command) if one.is_option}


def test_nothing_is_explained_that_is_not_there() -> None:
    taken = {(words, one.name) for words, command in COMMANDS.items() for one in arguments(command)}
    known = {name for _, name in taken} | {f"{words} {name}" for words, name in taken}
    assert set(ENTRIES) == set(COMMANDS)
    assert set(MEANINGS) <= known


def test_the_whole_help_lists_every_command_and_a_group_its_own(terminal: Terminal) -> None:
    whole, group = terminal.run("--help").out, terminal.run("account", "--help").out
    assert [words for words in COMMANDS if f"\n  {words} " not in whole] == []
    assert "account add" in group
    assert "demo-crms" not in group


def test_help_on_what_is_no_command_is_wrong_usage(terminal: Terminal) -> None:
    answer = terminal.run("frobnicate", "--help")
    assert (answer.code, answer.out) == (2, "")
    assert "“frobnicate”" in answer.err


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed here")
def test_the_man_page_is_set_without_a_warning_and_shows_every_command(tmp_path: Path) -> None:
    write(tmp_path)
    set_ = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-b", "-P-cbou", tmp_path / "crmdesk.1"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set_.stderr == ""
    page = re.sub(r"\s+", " ", set_.stdout)
    assert [words for words in COMMANDS if f" {words}" not in page] == []


TYPED = [
    ("crmdesk acc", {"account"}),
    ("crmdesk account re", {"resume", "remove", "review"}),
    ("crmdesk account add dex --dir", {"--direction"}),
    ("crmdesk account add dex --direction ", {"pull", "push", "two-way"}),
    ("crmdesk --profile /tmp account add dex --direction p", {"pull", "push"}),
    ("crmdesk resolve 3 th", {"theirs"}),
    ("crmdesk outbox c", {"cancel"}),
    ("crmdesk contacts --tr", {"--trash"}),
]


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed here")
@pytest.mark.parametrize(("typed", "offered"), TYPED)
def test_bash_completes_commands_options_and_their_values(typed: str, offered: set[str], tmp_path: Path) -> None:
    write(tmp_path)
    words = typed.split(" ")
    script = (
        f"source {tmp_path / 'crmdesk.bash'}; COMP_WORDS=({' '.join(shlex.quote(word) for word in words)});"
        f'COMP_CWORD={len(words) - 1}; compopt() {{ :; }}; _crmdesk; printf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    said = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert (set(said.stdout.split()), said.stderr) == (offered, "")


@pytest.mark.parametrize(("shell", "file"), [("zsh", "_crmdesk"), ("fish", "crmdesk.fish"), ("bash", "crmdesk.bash")])
def test_each_shell_reads_its_completion_without_complaint(shell: str, file: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed here")
    write(tmp_path)
    said = subprocess.run([shell, "-n", tmp_path / file], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")
