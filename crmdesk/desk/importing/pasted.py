"""What was copied elsewhere, as a file of the profile for as long as its import needs one."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from crmdesk.errors import StoreError
from crmdesk.system.paths import Profile, open_private


def holds_rows(text: str) -> bool:
    """Whether a text is cards, or the cells of a table as spreadsheets copy them: two lines or more, with tabs."""
    if "BEGIN:VCARD" in text.upper():
        return True
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and "\t" in lines[0]


def keep(profile: Profile, text: str) -> str:
    """Write a text into a file that only its owner can read; gives its path. Raises StoreError."""
    path = profile.imports / f"pasted-{secrets.token_hex(8)}"
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
            file.write(text.encode("utf-8", "replace"))
    except OSError as error:
        raise StoreError(f"What was pasted could not be kept: {error.strerror}.") from error
    return str(path)


def forget(path: str) -> None:
    """Take away what was kept."""
    Path(path).unlink(missing_ok=True)
