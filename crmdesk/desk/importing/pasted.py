"""What was copied elsewhere, as a file of the profile for as long as its import needs one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crmdesk.errors import StoreError
from crmdesk.system.lazy_import import later
from crmdesk.system.paths import Profile, open_private

if TYPE_CHECKING:
    from crmdesk.domain.notation import signature
    from crmdesk.formats import separated
    from crmdesk.formats.tables import html_rows
else:
    (signature,) = later("crmdesk.domain.notation", "signature")  # 5 ms
    (separated,) = later("crmdesk.formats", "separated")
    (html_rows,) = later("crmdesk.formats.tables", "html_rows")


def holds_rows(text: str) -> bool:
    """Whether a text is cards, or the cells of a table as spreadsheets copy them: two lines or more, with tabs."""
    if "BEGIN:VCARD" in text.upper():
        return True
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and "\t" in lines[0]


def as_rows(text: str, html: str, region: str | None = None) -> str | None:
    """What was copied, as rows that an import can read: cards and cells as they are, the cells of HTML, a signature.

    The text counts first, since it holds what people see. None where it is nothing of these.
    """
    text, html = (told.encode("utf-8", "replace").decode() for told in (text, html))  # no halves of letters
    if holds_rows(text):
        return text
    cells = html_rows.rows_of(html) if html else ()
    if len(cells) > 1:
        width = max(map(len, cells))
        return _written([*row, *[""] * (width - len(row))] for row in cells)
    found = signature.read(text, region)
    return None if found is None else _written(_row_of(found))


def _row_of(found: signature.Signature) -> list[list[str]]:
    """A signature as a table of one row: a column for each piece, under a name by which an import knows it."""
    cells = [("Name", found.name), ("Job title", found.job_title), ("Company", found.company)]
    cells += [(f"E-mail {place} - Value", email) for place, email in enumerate(found.emails, 1)]
    for place, (label, phone) in enumerate(found.phones, 1):
        cells += [(f"Phone {place} - Label", label), (f"Phone {place} - Value", phone)]
    cells += [("Address", found.address), ("Website", found.website), ("Other lines", "\n".join(found.rest))]
    told = [cell for cell in cells if cell[1] or cell[0].endswith("Label")]
    return [[column for column, _ in told], [cell for _, cell in told]]


def _written(rows: Iterable[Sequence[str]]) -> str:
    return b"".join(separated.separated(rows)).decode("utf-8", "replace")


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
