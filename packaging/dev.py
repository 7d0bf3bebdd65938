#!/usr/bin/env python3
"""One command for everything a contributor does: run, test, check, bench, screenshots, build, freeze.

Standard library only: it has to work on a machine that has nothing but Python, before any dependency is there.
"""

import os
import shutil
import sys

OLDEST = (3, 11)
NEWER_NAMES = ("python3.13", "python3.12", "python3.11", "python3.14")

if sys.version_info < OLDEST:
    # An older distribution may keep a newer Python beside its own; it takes over before anything newer is imported.
    for _name in NEWER_NAMES:
        _found = shutil.which(_name)
        if _found:
            os.execv(_found, [_found, *sys.argv])
    _this = ".".join(map(str, sys.version_info[:2]))
    sys.exit(f"CRM Desk needs Python 3.11 or newer; this is {_this}. Install python3.11, then start again with it.")

import argparse

from devtools import environment, fuzz, lock, package, suite, supply, system, user_install, wheel, window
from devtools.process import Failure, run, say


def _test(arguments: argparse.Namespace) -> int:
    return suite.test(arguments.rest)


def _coverage(arguments: argparse.Namespace) -> int:
    return suite.coverage(arguments.rest)


def _check(arguments: argparse.Namespace) -> int:
    environment.ensure()
    return suite.check()


def _run(arguments: argparse.Namespace) -> int:
    return window.show_demo(arguments.rest)


def _bench(arguments: argparse.Namespace) -> int:
    system.ensure(system.QT)
    return run([environment.ensure(), "-m", "tests.bench", *arguments.rest])


def _simulate(arguments: argparse.Namespace) -> int:
    rest = arguments.rest
    if "--teeth" in rest:
        return run([environment.ensure(), "-m", "tests.simulation.teeth"])
    return run([environment.ensure(), "-m", "tests.simulation", *rest])


def _crash(arguments: argparse.Namespace) -> int:
    return run([environment.ensure(), "-m", "tests.crash", *arguments.rest])


def _screenshots(arguments: argparse.Namespace) -> int:
    system.ensure(system.QT)
    directory = arguments.rest or ["screenshots"]
    return run([environment.ensure(), "-m", "tests.screenshots", *directory])


def _languages(arguments: argparse.Namespace) -> int:
    return run([environment.ensure(), "-m", "tests.languages"])


def _build(arguments: argparse.Namespace) -> int:
    system.ensure(system.QT)
    built = wheel.build(environment.ensure())
    wheel.prove(built)
    say(f"built and proved in an environment of its own: {built}")
    return 0


def _freeze(arguments: argparse.Namespace) -> int:
    system.ensure(system.QT)
    say(f"frozen: {wheel.freeze(environment.ensure())}")
    return 0


def _package(arguments: argparse.Namespace) -> int:
    system.ensure(system.QT)
    return package.package(environment.ensure())


def _install(arguments: argparse.Namespace) -> int:
    system.ensure({**system.QT, **system.QT_ON_X11})
    return user_install.install(environment.ensure())


def _uninstall(arguments: argparse.Namespace) -> int:
    return user_install.uninstall(environment.ensure())


def _lock(arguments: argparse.Namespace) -> int:
    return lock.make()


def _licences(arguments: argparse.Namespace) -> int:
    return supply.licences()


def _audit(arguments: argparse.Namespace) -> int:
    return supply.audit()


def _fuzz(arguments: argparse.Namespace) -> int:
    return fuzz.fuzz(arguments.rest)


COMMANDS = {
    "run": (_run, "start the program with its demo CRMs (without a display: the same job, windowless)"),
    "test": (
        _test,
        "check, then every test; arguments go to pytest; --rough[=SEED]: in random surroundings",
    ),
    "check": (_check, "format, lint, types, nothing unused, layers and sizes: the fast part of test"),
    "coverage": (_coverage, "which lines and branches no test runs; arguments go to pytest"),
    "bench": (_bench, "measure against controls; names choose single figures"),
    "simulate": (_simulate, "play storms in virtual time and check every promise: --runs N --seed S, or --teeth"),
    "crash": (
        _crash,
        "kills, power cuts and failing disks lose nothing: --kills N --cuts N --seed S --stride N, parts by name",
    ),
    "screenshots": (_screenshots, "save pictures of the window into a directory"),
    "languages": (_languages, "bring the translations up to date with the code, and say what lacks one"),
    "build": (_build, "build the wheel and prove that it runs on its own"),
    "fuzz": (_fuzz, "fuzz all that decodes strangers' bytes, for SECONDS altogether; names choose decoders"),
    "lock": (_lock, "resolve the newest versions anew and lock them with their hashes"),
    "licences": (_licences, "list the licence of every package in the environment"),
    "audit": (_audit, "look the locked versions up among the published vulnerabilities"),
    "install": (_install, "install the program for this user: menu, icons, `crmdesk` in a terminal; no root needed"),
    "uninstall": (_uninstall, "take away what install laid; the profile stays"),
    "package": (
        _package,
        "build what people download for this system, and prove it in bare ones where they can be made",
    ),
    "freeze": (_freeze, "build the one-folder program with PyInstaller and start it once"),
}


def main() -> int:
    """Carry out one command; the exit status is that of what it ran."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__.splitlines()[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (carry_out, summary) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        command.set_defaults(carry_out=carry_out)
    arguments, rest = parser.parse_known_args()
    arguments.rest = rest
    try:
        return int(arguments.carry_out(arguments))
    except Failure as failure:
        print(f"dev.py: {failure}", file=sys.stderr)
        return failure.status
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
