"""What a Linux desktop has to find beside the program: entry, icons, metainfo, man page, completions.

The same files for a package (below `/usr`) and for one user (below `~/.local`).
"""

from __future__ import annotations

import datetime
import gzip
import os
from pathlib import Path
from xml.sax.saxutils import escape

from .process import ROOT, Failure, must, output, succeeds

ICON = ROOT / "resources" / "app" / "crmdesk.svg"
ENTRY = ROOT / "packaging" / "linux" / "crmdesk.desktop"
METAINFO = ROOT / "packaging" / "linux" / "org.crmdesk.CrmDesk.metainfo.xml"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # pixels
FILE_TYPES = "text/vcard;text/csv;"
PICTURES = {  # in resources/pictures, as the README shows them
    "window-light.png": "A list of contacts with the card of one of them",
    "window-dark.png": "The same in dark colours",
}
PUBLISHED = "CRMDESK_PICTURES"  # names the address of that folder where this version is published

# Qt draws its own kind of SVG; whatever starts this has it already.
_DRAW = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
app = QGuiApplication(["icons"])
drawing = QSvgRenderer(sys.argv[1])
for size, place in zip(sys.argv[2::2], sys.argv[3::2]):
    image = QImage(int(size), int(size), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    if not image.save(place):
        sys.exit(f"{place} cannot be written")
"""
_OPENS_FILES = "from crmdesk.cli.grammar import COMMANDS; raise SystemExit('import' not in COMMANDS)"


def lay(prefix: Path, python: Path, window: str = "crmdesk-window") -> list[Path]:
    """Write them all below `prefix`; returns what was written. `window` is how the entry starts the program."""
    share = prefix / "share"
    texts = share / "crmdesk-texts"
    must([python, "-m", "crmdesk.cli.manual", texts], "writing the man page and the completions", directory=ROOT)
    page = share / "man" / "man1" / "crmdesk.1.gz"
    made = [
        _put(share / "applications" / "crmdesk.desktop", entry(window, opens_files(python)).encode()),
        _put(share / "metainfo" / METAINFO.name, metainfo(version(python)).encode()),
        _put(page, _zipped((texts / "crmdesk.1").read_bytes())),
        _put(page.with_name("crmdesk-window.1.gz"), _zipped(b".so man1/crmdesk.1\n")),
        _put(share / "bash-completion" / "completions" / "crmdesk", (texts / "crmdesk.bash").read_bytes()),
        _put(share / "zsh" / "vendor-completions" / "_crmdesk", (texts / "_crmdesk").read_bytes()),
        _put(share / "fish" / "vendor_completions.d" / "crmdesk.fish", (texts / "crmdesk.fish").read_bytes()),
        _put(share / "icons" / "hicolor" / "scalable" / "apps" / "crmdesk.svg", ICON.read_bytes()),
        *draw_icons(python, share / "icons" / "hicolor"),
    ]
    for left in texts.iterdir():
        left.unlink()
    texts.rmdir()
    return made


def draw_icons(python: Path, into: Path) -> list[Path]:
    """The icon as PNG in every size, in the folders of an icon theme; returns the files."""
    files = {size: into / f"{size}x{size}" / "apps" / "crmdesk.png" for size in ICON_SIZES}
    for file in files.values():
        file.parent.mkdir(parents=True, exist_ok=True)
    arguments = [str(word) for pair in files.items() for word in pair]
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    must([python, "-c", _DRAW, ICON, *arguments], "drawing the icons", environment=offscreen)
    return list(files.values())


def entry(window: str, with_files: bool) -> str:
    """The desktop entry that starts `window`; it offers itself for files once the program can import them."""
    text = ENTRY.read_text("utf-8").replace("Exec=crmdesk-window", f"Exec={_for_entry(window)}")
    if not with_files:
        return text
    return text.replace("Terminal=", f"MimeType={FILE_TYPES}\nTerminal=").replace(
        _for_entry(window), f"{_for_entry(window)} %F"
    )


def metainfo(of_version: str, published: str | None = None) -> str:
    """The AppStream description, with this version as its newest release.

    Its pictures are addresses on the web, the only kind that AppStream takes: below `published`, else below what
    CRMDESK_PICTURES names, which the release workflow sets. Where nothing is published, none are named.
    """
    text = METAINFO.read_text("utf-8").replace("@VERSION@", escape(of_version))
    base = published or os.environ.get(PUBLISHED, "")
    if base:
        shown = "".join(
            f"    <screenshot{mark}>\n      <caption>{escape(caption)}</caption>\n"
            f"      <image>{escape(base.rstrip('/'))}/{name}</image>\n    </screenshot>\n"
            for mark, (name, caption) in zip((' type="default"', ""), PICTURES.items(), strict=True)
        )
        text = text.replace("  <provides>", f"  <screenshots>\n{shown}  </screenshots>\n  <provides>")
    return text.replace("@DATE@", released().isoformat())


def version(python: Path) -> str:
    """The program's version."""
    return output([python, "-c", "import crmdesk; print(crmdesk.__version__)"]).strip()


def opens_files(python: Path) -> bool:
    """Whether this program has `import`, so that files can be opened with it."""
    return succeeds([python, "-c", _OPENS_FILES])


def released() -> datetime.date:
    """The day of the last commit, so that the same source gives the same package; today where there is no history."""
    try:
        seconds = int(output(["git", "log", "-1", "--format=%ct"]))
    except (OSError, ValueError, Failure):
        return datetime.datetime.now(datetime.UTC).date()
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()


def _for_entry(path: str) -> str:
    """A path as an argument of `Exec`: quoted where it holds what the format reserves."""
    if not set(path) & set(" \t\n\"'\\><~|&;$*?#()`"):
        return path
    escaped = "".join(f"\\\\{letter}" if letter in '"`$\\' else letter for letter in path)
    return f'"{escaped}"'


def _put(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _zipped(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)
