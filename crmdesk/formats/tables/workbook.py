"""An XLSX file as far as its tables go: its sheets, their rows, and the texts and dates that cells refer to.

Read as a stream with the standard `zipfile` and `expat`; what could fill the memory is refused by its size before it is
unpacked, and a document type by its first word. Source of the parts and attributes: ECMA-376, part 1, chapter 18.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO
from xml.parsers import expat

from crmdesk.errors import FileDamaged, FileProtected, FileTooLarge, NotRecognised
from crmdesk.formats.tables.number_formats import is_date

MOST_TIMES = 100  # how many times its own size a file may be unpacked …
LEAST_CAP = 256 * 1024 * 1024  # … and how much every file may
MOST_SHEETS = 5_000
_CHUNK = 64 * 1024
_ENCRYPTED = 0x1  # a bit of the flags of a part
Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the part that holds it, and whether the workbook hides it."""

    name: str
    part: str
    hidden: bool = False


class Workbook:
    """An open XLSX file. Raises the errors of files for whatever is none, or no good one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._zip = _opened(stream)
        self.sheets, self.from_1904 = self._listed()
        self._texts: list[str] | None = None
        self._dates: frozenset[str] | None = None

    def parse(self, part: str, start: Start, end: End, text: Callable[[str], None]) -> Iterator[None]:
        """Read a part; control comes back after each piece. Names are without their namespaces."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            with self._zip.open(part) as stream:
                while piece := stream.read(_CHUNK):
                    parser.Parse(piece)
                    yield
                parser.Parse(b"", True)
                yield
        except KeyError:
            raise FileDamaged(f"Its part {part} is missing.") from None
        except expat.ExpatError as error:
            raise FileDamaged(f"Its part {part} cannot be read: {expat.errors.messages[error.code]}.") from None
        except _BROKEN as error:
            raise FileDamaged(f"Its part {part} cannot be unpacked ({type(error).__name__}).") from None

    def texts(self) -> list[str]:
        """The texts that several cells share, by number."""
        if self._texts is None:
            self._texts = self._shared()
        return self._texts

    def dates(self) -> frozenset[str]:
        """The numbers of the styles that show a number as a date or a time."""
        if self._dates is None:
            self._dates = self._date_styles()
        return self._dates

    def _has(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def _all_of(self, part: str, start: Start) -> None:
        for _ in self.parse(part, start, lambda name: None, lambda text: None):
            pass

    def _targets(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and part of everything that a part refers to, by id."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(name: str, attributes: Mapping[str, str]) -> None:
            if name == "Relationship":
                target = attributes.get("Target", "")
                whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                found[attributes.get("Id", "")] = (attributes.get("Type", ""), whole.lstrip("/"))

        if self._has(relations):
            self._all_of(relations, start)
        return found

    def _listed(self) -> tuple[list[Sheet], bool]:
        main = next((part for kind, part in self._targets("").values() if kind.endswith("/officeDocument")), "")
        self._main = main if self._has(main) else "xl/workbook.xml"
        if not self._has(self._main):
            raise NotRecognised("It is a ZIP file, but no workbook.")
        targets = self._targets(self._main)
        sheets: list[Sheet] = []
        old = False

        def start(name: str, attributes: Mapping[str, str]) -> None:
            nonlocal old
            if name == "workbookPr":
                old = attributes.get("date1904", "0") in ("1", "true", "on")
            elif name == "sheet":
                id_ = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
                kind, part = targets.get(id_, ("", ""))
                if kind.endswith("/worksheet") and self._has(part):
                    sheets.append(Sheet(attributes.get("name", ""), part, attributes.get("state", "") != ""))
                    if len(sheets) > MOST_SHEETS:
                        raise FileTooLarge(f"It has more than {MOST_SHEETS:,} sheets.")

        self._all_of(self._main, start)
        return sheets, old

    def _part_of(self, kind: str, usual: str) -> str | None:
        found = [part for type_, part in self._targets(self._main).values() if type_.endswith(f"/{kind}")]
        return next((part for part in [*found, usual] if self._has(part)), None)

    def _shared(self) -> list[str]:
        part = self._part_of("sharedStrings", "xl/sharedStrings.xml")
        texts: list[str] = []
        pieces: list[str] = []
        inside = reading = False

        def start(name: str, attributes: Mapping[str, str]) -> None:
            nonlocal inside, reading
            if name == "rPh":  # how Japanese is pronounced: no part of the text
                inside = True
            reading = name == "t" and not inside

        def end(name: str) -> None:
            nonlocal inside, reading
            reading = False
            if name == "rPh":
                inside = False
            elif name == "si":
                texts.append("".join(pieces))
                pieces.clear()

        if part is not None:
            for _ in self.parse(part, start, end, lambda text: pieces.append(text) if reading else None):
                pass
        return texts

    def _date_styles(self) -> frozenset[str]:
        part = self._part_of("styles", "xl/styles.xml")
        codes: dict[str, str] = {}
        used: list[str] = []
        inside = False

        def start(name: str, attributes: Mapping[str, str]) -> None:
            nonlocal inside
            if name == "numFmt":
                codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            elif name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
                inside = name == "cellXfs"
            elif name == "xf" and inside:
                used.append(attributes.get("numFmtId", "0"))

        if part is not None:
            self._all_of(part, start)
        return frozenset(str(place) for place, number in enumerate(used) if is_date(number, codes.get(number)))


_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, RuntimeError, ValueError, NotImplementedError)


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    size = stream.seek(0, 2)
    stream.seek(0)
    try:
        opened = zipfile.ZipFile(stream)
    except _BROKEN as error:
        raise FileDamaged(f"It begins like a ZIP file and is none ({type(error).__name__}).") from None
    parts = opened.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise FileProtected("It is a ZIP file with a password.")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > max(MOST_TIMES * size, LEAST_CAP):
        raise FileTooLarge(
            f"Unpacked it would be {unpacked // 1024**2:,} MB, out of {max(1, size // 1024**2):,} MB: no table is."
        )
    return opened


def _refuse_doctype(*_: object) -> None:
    raise FileDamaged("It declares a document type, which no workbook does; it is not read further.")
