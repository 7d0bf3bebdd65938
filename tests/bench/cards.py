"""Reading cards beside vobject, and what a picture of 50 MB in one of them costs."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import programs
from tests.bench.figure import Bench, Figure, at_least, at_most, say

CARDS = 20_000
PICTURE_MB = 50
PICTURED = 5  # each so manieth card has a small picture, as address books of phones have
_VERSIONS = ("2.1", "3.0", "4.0")


def measure(bench: Bench) -> list[Figure]:
    """A book of mixed versions, by both; then the picture."""
    book, cards = bench.place / "book.vcf", bench.scaled(CARDS)
    book.write_bytes(b"".join(a_card(number) for number in range(cards)))
    ours = _best(bench, {"by": "ours", "path": str(book)})
    control = _best(bench, {"by": "vobject", "path": str(book)})
    if not ours["cards"] == control["cards"] == cards:
        raise AssertionError(f"{cards} cards were written, {ours['cards']} and {control['cards']} read")
    figures = [
        at_least(
            f"{cards:,} cards read (2.1, 3.0, 4.0), CPU",
            f"{ours['cpu']:.2f} s",
            f"{control['cpu']:.2f} s",
            control["cpu"] / ours["cpu"],
            5.0,
        )
    ]
    pictured = bench.place / "picture.vcf"
    size = _with_a_picture(pictured, max(1, round(PICTURE_MB * bench.scale)))
    told = programs.run("subjects.cards", {"by": "ours", "path": str(pictured)})
    memory = told["memory"] / size
    return [
        *figures,
        at_most(
            f"memory for a card of {size:.0f} MB in one line", f"{told['memory']:.0f} MB", f"{size:.0f} MB", memory, 3.0
        ),
    ]


def _best(bench: Bench, given: dict[str, Any]) -> dict[str, Any]:
    told: list[dict[str, Any]] = [programs.run("subjects.cards", given) for _ in range(bench.rounds)]
    best = min(told, key=lambda one: float(one["cpu"]))
    say(f"{given['by']}: {best['cards']:,} cards in {best['cpu']:.2f} s CPU")
    return best


def _with_a_picture(path: Path, megabytes: int) -> float:
    picture = base64.b64encode(random.Random(1).randbytes(megabytes * 750_000))
    path.write_bytes(
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nPHOTO;ENCODING=b;TYPE=JPEG:" + picture + b"\r\nEND:VCARD\r\n"
    )
    return path.stat().st_size / 1_000_000


def a_card(number: int) -> bytes:
    """A card of an ordinary address book."""
    return "\r\n".join(_lines(number, _VERSIONS[number % 3])).encode() + b"\r\n"


def _lines(number: int, version: str) -> Iterator[str]:
    yield from ("BEGIN:VCARD", f"VERSION:{version}")
    if version == "2.1":
        yield f"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller{number};J=C3=B6rg;;;"
        yield f"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BCller{number}"
        yield from (f"TEL;CELL;PREF:+49 171 {number}", f"TEL;WORK:030 {number}", f"EMAIL;INTERNET:j{number}@m.example")
        yield from (f"ORG:Firm {number}", f"ADR;HOME:;;Weg {number};Stadt;;{number};Germany", "BDAY:19800101")
        yield from ("NOTE;ENCODING=QUOTED-PRINTABLE:first line=0D=0A=", "second line")
    else:
        yield from (f"UID:urn:uuid:{number}", f"N:Lee{number};Ann;;;", f"FN:Ann Lee{number}")
        yield from (f"item1.TEL;TYPE=CELL:+49 171 {number}", "item1.X-ABLabel:_$!<Mobile>!$_")
        yield from (f"TEL;TYPE=WORK:030 {number}", f"EMAIL;TYPE=HOME:a{number}@l.example", f"ORG:Firm {number};Sales")
        yield from (f"ADR;TYPE=HOME:;;Weg {number};Stadt;;{number};Germany", "BDAY:1980-01-01", "CATEGORIES:a,b")
        yield from ("NOTE:a long note of more than seventy-five octets, which has theref", " ore been folded\\nonce")
        yield from (f"URL:https://l.example/{number}", "X-FOO:bar")
    if number % PICTURED == 0:
        packed = base64.b64encode(random.Random(number).randbytes(3_000)).decode()
        yield "PHOTO;ENCODING=BASE64;JPEG:" if version == "2.1" else "PHOTO;ENCODING=b;TYPE=JPEG:"
        yield from (f" {packed[place : place + 74]}" for place in range(0, len(packed), 74))
        if version == "2.1":
            yield ""
    yield "END:VCARD"
