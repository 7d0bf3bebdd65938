"""Where the program starts: without a command the window, else the command line."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from crmdesk.system.process_secrets import withhold

if TYPE_CHECKING:
    from crmdesk.cli.call import Served

WINDOW_OPTIONS = {"--demo", "--headless", "--profile"}
FILES = (".vcf", ".vcard", ".csv", ".tsv", ".xlsx", ".json", ".jsonl")  # that the window opens for an import


def main(arguments: list[str] | None = None) -> int:
    """Run the window or a command; the exit status."""
    withhold()
    given = sys.argv[1:] if arguments is None else arguments
    files = [os.path.abspath(word) for word in given if _is_file(word)]
    window_options = _window_options([word for word in given if not _is_file(word)])
    if window_options is None:
        try:
            from crmdesk.cli.main import main as run_command

            return run_command(given, serve=_serve)
        except KeyboardInterrupt:  # while the program was still loading
            return 130
    return _run_window(window_options, files)


def _serve(served: Served) -> int:
    from crmdesk.app.headless import run

    return run(served)


def window() -> int:
    """Run the window, for desktop entries that start without a terminal."""
    return main()


def _window_options(given: list[str]) -> dict[str, str] | None:
    """The window's options; None when there is a command, or an option that only commands know."""
    found: dict[str, str] = {}
    words = iter(given)
    for word in words:
        name, equals, value = word.partition("=")
        if name not in WINDOW_OPTIONS or (name == "--demo" and equals):
            return None
        if name != "--demo" and not equals:
            value = next(words, "")
            if not value:
                return None
        found[name] = value
    return None if "--headless" in found and "--demo" not in found else found


def _is_file(word: str) -> bool:
    """Whether a word is no command but a file to be opened, as a file manager gives it."""
    return word.lower().endswith(FILES) and not word.startswith("-") and os.path.isfile(word)


def _run_window(options: dict[str, str], files: list[str]) -> int:
    from crmdesk.errors import DeskError

    gc.disable()  # nothing that is loaded now is garbage; the window's collector takes over once it stands
    try:
        from crmdesk.app.session import run
        from crmdesk.system.paths import Profile

        profile = Profile.at(options["--profile"]) if "--profile" in options else None
        picture = Path(options["--headless"]).resolve() if "--headless" in options else None
        return run(profile, demo="--demo" in options, picture=picture, files=files)
    except DeskError as error:
        sys.stderr.write(f"{error.what}: {error.why}\n{error.safe} {error.next}\n")
        return 3


if __name__ == "__main__":
    sys.exit(main())
