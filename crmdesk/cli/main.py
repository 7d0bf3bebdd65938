"""The command line: the same desk as the window's, for scripts, support and tests; Qt is never loaded.

A reading command opens the database beside whoever holds the profile. A writing one is handed to the process that
holds it, else takes the profile itself.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crmdesk import __version__
from crmdesk.cli.call import (
    INTERRUPTED,
    NOTHING_DONE,
    Alone,
    Call,
    Given,
    Interrupted,
    Result,
    Serve,
    Served,
    UsageError,
    exit_code,
)
from crmdesk.cli.grammar import CHECKS, Line, Way, group, take_apart
from crmdesk.cli.mock_crm import MockCrms
from crmdesk.cli.output import Output, OutputFailed, standard
from crmdesk.cli.tables import neutral
from crmdesk.errors import DeskError, NotFound, ProfileInUse, ProgramFault
from crmdesk.system.paths import Profile
from crmdesk.system.process_secrets import environment

if TYPE_CHECKING:
    from crmdesk.desk import Desk
    from crmdesk.system.handover import Request
    from crmdesk.system.instance_server import Reply

log = logging.getLogger(__name__)

WAIT_SECONDS = 10.0  # for a profile that another process holds
_QUIET = logging.NullHandler()  # without any handler Python itself would write warnings to standard error


def main(argv: Sequence[str] | None = None, *, wait: float = WAIT_SECONDS, serve: Serve | None = None) -> int:
    """Carry out one command line; the exit status (0, 1, 2, 3, or 130 when the user ended it).

    `serve` is what keeps a desk open without a window, and stands above this layer.
    """
    words = sys.argv[1:] if argv is None else argv
    output = standard(as_json=take_apart(words).json)
    logging.getLogger("crmdesk").addHandler(_QUIET)
    try:
        return carry_out(words, output, wait=wait, serve=serve)
    finally:
        output.close()


def carry_out(words: Sequence[str], output: Output, *, wait: float = WAIT_SECONDS, serve: Serve | None = None) -> int:
    """The same with an output of one's own."""
    line = take_apart(words)
    return _guarded(output, lambda: _run(line, output, wait, serve))


async def run_command(desk: Desk, request: Request, reply: Reply) -> int:
    """Carry out a writing command that another process handed over, on the desk that is open here."""
    output = Output(
        lambda text: reply.write("stdout", text), lambda text: reply.write("stderr", text), as_json=request.json
    )
    try:
        line = take_apart(request.argv)
        asked = line.asked()
        if line.command is None or line.command.way is not Way.WRITE:
            raise ProfileInUse("The CRM Desk that is open holds the profile.", next="Close it, then try again.")
        return output.result(await _on_desk(desk, line, asked, _unpacked(request.stdin), output))
    except asyncio.CancelledError:
        raise
    except BaseException as error:
        if not isinstance(error, DeskError):
            log.exception("a command that was handed over failed")
        return _failed(output, error)


def _run(line: Line, output: Output, wait: float, serve: Serve | None = None) -> int:
    if line.help:
        return output.result(_help(line))
    if line.command is None and line.options == ("--version",) and not line.words:
        return output.result(Result({"version": __version__}, lambda: [f"crmdesk {__version__}"]))
    asked = line.asked()
    assert line.command is not None
    profile = Profile.at(line.profile) if line.profile else Profile.default()
    match line.command.way:
        case Way.ALONE:
            return _alone(Alone(asked, profile, line.json, output.say), line, output)
        case Way.SERVE:
            assert serve is not None, "nobody can serve here"
            return serve(Served(profile, asked.port, _at_once, output.say))
        case Way.READ:
            return asyncio.run(_reading(profile, line, asked, output))
        case _:
            return _writing(profile, line, asked, output, wait)


def _at_once(text: str) -> None:
    """Write to standard output what somebody waits for while the command goes on."""
    sys.stdout.write(text)
    sys.stdout.flush()


def _help(line: Line) -> Result:
    """What was asked about: a command, those that begin with a word, or everything. Raises UsageError."""
    from crmdesk.cli.manual import help_text  # 4 ms

    first = group(line.words)
    if line.command is not None:
        found = help_text.of_one(line.command)
    elif first is not None:
        found = help_text.of_group(first)
    elif line.words:
        line.asked()  # there is no such command, and this says so
        raise AssertionError("a line without a command was understood")
    else:
        found = help_text.of_all()
    lines = list(found)
    return Result({"help": lines}, lambda: lines)


def _alone(alone: Alone, line: Line, output: Output) -> int:
    result = _function(line)(alone)
    if inspect.iscoroutine(result):
        result = asyncio.run(result)
    return result if isinstance(result, int) else output.result(result)


async def _reading(profile: Profile, line: Line, asked: Any, output: Output) -> int:
    from crmdesk.desk import Desk  # 200 ms

    _refuse_no_profile(profile, named=line.profile is not None)
    async with await Desk.open(profile, reading=True) as desk:
        result = await _on_desk(desk, line, asked, Given(terminal=output.terminal), output)
    return output.result(result)


def _refuse_no_profile(profile: Profile, *, named: bool) -> None:
    """What reads finds a desk where one was named; only a new user's own is an empty one. Raises NotFound."""
    next_ = "Check the folder given with --profile; `new` and `account add` begin a profile."
    if profile.root.exists() and not profile.root.is_dir():
        raise NotFound(f"{profile.root} is no folder, so no profile.", next=next_)
    if named and not profile.database.exists():
        raise NotFound(f"There is no profile in {profile.root}.", next=next_)


def _writing(profile: Profile, line: Line, asked: Any, output: Output, wait: float) -> int:
    from crmdesk.cli.sign_in import from_here  # 35 ms
    from crmdesk.system.handover import Request  # 5 ms
    from crmdesk.system.single_instance import InstanceLock, obtain  # 10 ms

    command = line.command
    assert command is not None
    line, asked = _with_values(line, asked)
    line, asked = _with_whole_settings(line)
    if command.words in CHECKS:
        _named(CHECKS[command.words])(asked)
    given = Given(terminal=output.terminal)
    if hasattr(asked, "secret_stdin"):
        given = from_here(asked.secret_stdin, environment(), sys.stdin, terminal=output.terminal)
    line, asked = _with_whole_path(line, profile)
    words = (*command.words.split(), *line.options, "--", *line.words)
    held = obtain(profile, Request(words, _packed(given), line.json), output.out, output.err, wait)
    if not isinstance(held, InstanceLock):
        output.handed_over()
        return held
    with held:
        return _holding(profile, line, asked, given, output)


def _holding(profile: Profile, line: Line, asked: Any, given: Given, output: Output) -> int:
    from crmdesk.system import log as log_files  # 18 ms

    log_files.setup(profile.prepare())
    try:
        if line.command is not None and line.command.way is Way.HOLD:
            return _alone(Alone(asked, profile, line.json, output.say), line, output)
        return asyncio.run(_open_and_run(profile, line, asked, given, output))
    except DeskError:
        raise
    except Exception:
        log.exception("%s failed", line.command.words if line.command else "the command")
        raise
    finally:
        log_files.shutdown()


async def _open_and_run(profile: Profile, line: Line, asked: Any, given: Given, output: Output) -> int:
    from crmdesk.desk import Desk  # 200 ms

    async with await Desk.open(profile, mocks=MockCrms(profile)) as desk:
        result = await _on_desk(desk, line, asked, given, output)
    return output.result(result)


async def _on_desk(desk: Desk, line: Line, asked: Any, given: Given, output: Output) -> Result:
    result: Result = await _function(line)(Call(desk, asked, given, output.say, output.draw))
    return result


def _function(line: Line) -> Callable[..., Any]:
    assert line.command is not None
    return _named(line.command.function)


def _named(place: str) -> Callable[..., Any]:
    module, name = place.rsplit(".", 1)
    found: Callable[..., Any] = getattr(importlib.import_module(f"crmdesk.cli.commands.{module}"), name)
    return found


def _with_whole_path(line: Line, profile: Profile) -> tuple[Line, Any]:
    """The line with its paths made absolute, since whoever carries it out works in another directory."""
    command = line.command
    if command is not None and command.several:
        from crmdesk.cli.standard_input import with_files  # 2 ms

        line = with_files(line, profile, sys.stdin)
    elif command is not None and command.paths:
        first, *rest = line.words
        line = replace(line, words=(os.path.abspath(os.path.expanduser(first)), *rest))
    return line, line.asked()


def _with_whole_settings(line: Line) -> tuple[Line, Any]:
    """The same for the path of an account by file, before it is checked."""
    if line.command is not None and line.command.sets:
        line = replace(line, options=tuple(map(_with_whole_setting, line.options)))
    return line, line.asked()


def _with_whole_setting(option: str) -> str:
    setting, parted, path = option.removeprefix("--set=").partition("path=")
    if setting or not parted or not path:
        return option
    return f"{option.removesuffix(path)}{os.path.abspath(os.path.expanduser(path))}"


def _with_values(line: Line, asked: Any) -> tuple[Line, Any]:
    """The line with the values that stand in files or come on standard input. Raises UsageError."""
    from dataclasses import replace

    from crmdesk.cli.field_values import with_values

    if line.command is None or not line.command.values:
        return line, asked
    line = replace(line, words=with_values(line.words, sys.stdin))
    return line, line.asked()


def _packed(given: Given) -> str:
    return json.dumps({"secret": given.secret, "variables": dict(given.variables), "terminal": given.terminal})


def _unpacked(text: str | None) -> Given:
    if not text:
        return Given()
    found = json.loads(text)
    return Given(found["secret"], found["variables"], found["terminal"])


def _guarded(output: Output, run: Callable[[], int]) -> int:
    try:
        try:
            return run()
        except BaseException as error:
            return _failed(output, error)
    except OutputFailed as error:
        output.say(f"{error.what}: {error.why}")
        return exit_code(error)


def _failed(output: Output, error: BaseException) -> int:
    """Report what ended the command; the exit status."""
    if isinstance(error, KeyboardInterrupt | asyncio.CancelledError):
        output.error(Interrupted("You ended it."))
        return INTERRUPTED
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else NOTHING_DONE
    known = error if isinstance(error, DeskError) else _explained(error)
    output.error(known)
    return exit_code(known)


def _explained(error: BaseException) -> DeskError:
    """The database's or disk's own failure in the desk's words; anything else is a fault of the program."""
    from crmdesk.store.sqlite_errors import classified  # 115 ms
    from crmdesk.system.redaction import redactor  # 10 ms

    found = classified(error)
    if found is not None:
        return found
    summary = redactor.redact(f"{type(error).__name__}: {error}")
    return ProgramFault(neutral(summary))


__all__ = ["UsageError", "carry_out", "main", "run_command"]
