"""Files in and out, beside what other programs need for the same."""

from __future__ import annotations

from tests.bench import cards, exporting, importing
from tests.bench.figure import Bench, Figure, Part


def measure(bench: Bench) -> list[Figure]:
    """Each kind of file in turn."""
    return [*cards.measure(bench), *importing.measure(bench), *exporting.measure(bench)]


PART = Part(
    "files",
    "Files in and out",
    "vobject reading the same cards, lenient, since it refuses quoted-printable otherwise; each fifth has a picture;"
    " of an import, csv and executemany into the same tables with the same full-text index, looking nobody up; of an"
    " export, csv, XlsxWriter and string formatting, each reading the rows with sqlite3 and json",
    measure,
)
