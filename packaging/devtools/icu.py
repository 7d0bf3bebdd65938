"""A smaller ICU: the 32 MB of data that come with Qt, without what neither Qt nor the program ever asks for.

Qt has the names of languages, regions, currencies and units, and the boundaries of words, from tables of its own; of
ICU it uses collation, conversion and the rules of time zones (their names are never shown). Those stay.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from . import system
from .process import must, output, say

UNUSED = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit", "zone")  # folders of the data
TOOLS = {"icupkg": "icu-devtools", "gcc": "gcc", "objdump": "binutils"}
_LIBRARY = """
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}:
.incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


def trim(folder: Path) -> None:
    """Put a smaller library of data into a frozen program; without the tools it stays whole, and that is said."""
    found = next((file for file in folder.rglob("libicudata.so.*") if not file.is_symlink()), None)
    if found is None:
        return
    if reason := system.obtain(TOOLS):
        say(f"ICU's data stay whole, 18 MB more: {reason}")
        return
    before = found.stat().st_size
    with tempfile.TemporaryDirectory(prefix="crmdesk-icu-") as place:
        work = Path(place)
        symbol, data = _data(found)
        # The tool expects the name that ICU gives its data: the version, and l for little-endian.
        whole, small = (work / name / f"{symbol.removesuffix('_dat')}l.dat" for name in ("whole", "small"))
        whole.parent.mkdir()
        small.parent.mkdir()
        whole.write_bytes(data)
        listed = output(["icupkg", "-l", whole]).split()
        left_out = [name for name in listed if name.partition("/")[0] in UNUSED]
        (work / "unused.txt").write_text("\n".join(left_out))
        must(["icupkg", "-r", work / "unused.txt", whole, small], "icupkg")
        (work / "data.s").write_text(_LIBRARY.format(symbol=symbol, data=small))
        made = work / found.name
        must(["gcc", "-shared", "-nostdlib", f"-Wl,-soname,{found.name}", "-o", made, work / "data.s"], "gcc")
        found.write_bytes(made.read_bytes())
    say(f"ICU's data: {before / 1e6:.0f} MB, {found.stat().st_size / 1e6:.0f} MB without what is never asked for")


def _data(library: Path) -> tuple[str, bytes]:
    """The one thing such a library holds: the name and the bytes of its data."""
    symbols = _objdump("-T", library)
    sections = _objdump("-h", library)
    named = re.search(r"^(\w+) .*\.rodata\s+(\w+)\s+.*?(icudt\d+_dat)$", symbols, re.MULTILINE)
    section = re.search(r"\.rodata\s+\w+\s+(\w+)\s+\w+\s+(\w+)", sections)
    if named is None or section is None:
        raise ValueError(f"{library.name} is not built as libraries of ICU's data are")
    begin = int(named[1], 16) - int(section[1], 16) + int(section[2], 16)
    return named[3], library.read_bytes()[begin : begin + int(named[2], 16)]


def _objdump(option: str, library: Path) -> str:
    return output(["objdump", option, library])
