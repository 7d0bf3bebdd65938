"""Windows: the Start menu entry of one user, and the installer. Never run on this project's machines."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from . import desktop_files, environment
from .process import ROOT, Failure, must

SCRIPT = ROOT / "packaging" / "windows" / "installer.iss"
# Values come as variables, so that no path is ever read as a piece of script.
_SHORTCUT = (
    "$link = (New-Object -ComObject WScript.Shell).CreateShortcut($env:CRMDESK_LINK);"
    "$link.TargetPath = $env:CRMDESK_TARGET; $link.IconLocation = $env:CRMDESK_ICON;"
    "$link.Description = 'All your CRMs in one window'; $link.Save()"
)


def lay_start_menu(python: Path, program: Path) -> list[Path]:
    """A Start menu entry that starts the program in its environment."""
    link = Path(os.environ["APPDATA"]) / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "CRM Desk.lnk"
    icon = program.parent / "crmdesk.ico"
    draw_icon(python, icon)
    values = {
        "CRMDESK_LINK": str(link),
        "CRMDESK_TARGET": str(environment.script(program, "crmdesk-window")),
        "CRMDESK_ICON": str(icon),
    }
    must(
        ["powershell", "-NoProfile", "-NonInteractive", "-Command", _SHORTCUT],
        "making the Start menu entry",
        environment={**os.environ, **values},
    )
    return [link]


def draw_icon(python: Path, into: Path) -> None:
    """The icon as `.ico`, which may hold a PNG as it is: a header, one entry, the picture."""
    drawn = into.parent / "drawn"
    desktop_files.draw_icons(python, drawn)
    picture = (drawn / "256x256" / "apps" / "crmdesk.png").read_bytes()
    shutil.rmtree(drawn)
    header = bytes([0, 0, 1, 0, 1, 0])
    # Width and height 0 mean 256; no palette; one plane; 32 bits a pixel; the picture begins after these 22 bytes.
    entry = bytes([0, 0, 0, 0, 1, 0, 32, 0]) + len(picture).to_bytes(4, "little") + (22).to_bytes(4, "little")
    into.write_bytes(header + entry + picture)


def installer(frozen: Path, python: Path, into: Path) -> Path:
    """The installer made of the frozen program by Inno Setup; returns it. Raises Failure where that is missing."""
    compiler = shutil.which("iscc")
    if compiler is None:
        raise Failure("Inno Setup's compiler (iscc) is not on the PATH; install it, then start again")
    icon = into / "crmdesk.ico"
    draw_icon(python, icon)
    version = desktop_files.version(python)
    defined = {"Version": version, "Frozen": frozen, "Icon": icon, "License": ROOT / "LICENSE", "Into": into}
    must([compiler, "/Q", *(f"/D{name}={value}" for name, value in defined.items()), SCRIPT], "making the installer")
    return into / f"CRM-Desk-{version}.exe"
