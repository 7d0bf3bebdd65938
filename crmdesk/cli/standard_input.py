"""Files that a command takes, as another process can open them; standard input becomes one in the profile."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import IO

from crmdesk.cli.call import UsageError
from crmdesk.cli.grammar import Line
from crmdesk.errors import StoreError
from crmdesk.system.paths import Profile, open_private


def with_files(line: Line, profile: Profile, stdin: IO[str] | None) -> Line:
    """The line with whole paths for its words and its --rejects. Raises UsageError for two that are standard input."""
    if line.words.count("-") > 1:
        raise UsageError("Standard input can be read once only.")
    words = tuple(word if word.startswith("kind=") else _whole(word, profile, stdin) for word in line.words)
    options = tuple(
        f"--rejects={os.path.abspath(os.path.expanduser(option.partition('=')[2]))}"
        if option.startswith("--rejects=")
        else option
        for option in line.options
    )
    return replace(line, words=words, options=options)


def _whole(word: str, profile: Profile, stdin: IO[str] | None) -> str:
    if word != "-":
        return os.path.abspath(os.path.expanduser(word))
    folder = profile.prepare().imports
    path = folder / f"stdin-{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(open_private(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as file:
            if stdin is not None and hasattr(stdin, "buffer"):
                shutil.copyfileobj(stdin.buffer, file)  # its bytes, as they are
            elif stdin is not None:
                file.write(stdin.read().encode())
    except OSError as error:
        raise StoreError(f"Standard input could not be kept: {error.strerror}.") from error
    return str(path)
