"""macOS: the application bundle, around an installed program or a frozen one. Never run on this project's machines."""

from __future__ import annotations

import plistlib
import shlex
import shutil
from pathlib import Path

from . import desktop_files, environment
from .process import must

IDENTIFIER = "org.crmdesk.CrmDesk"
OLDEST_MACOS = "13.0"  # what Qt 6.8 asks for
# Names that `iconutil` wants: points, and @2x for twice the pixels.
_ICONSET = ((16, 1), (16, 2), (32, 1), (32, 2), (128, 1), (128, 2), (256, 1), (256, 2), (512, 1))


def lay_application(python: Path, program: Path) -> list[Path]:
    """`CRM Desk.app` in the user's Applications, starting the program in its environment."""
    application = Path.home() / "Applications" / "CRM Desk.app"
    shutil.rmtree(application, ignore_errors=True)
    start = f'#!/bin/sh\nexec {shlex.quote(str(environment.script(program, "crmdesk-window")))} "$@"\n'
    bundle(application, python, start.encode())
    return [application]


def bundle(application: Path, python: Path, start: bytes) -> None:
    """A bundle whose executable is `start`: a script, or the bytes of a program."""
    contents = application / "Contents"
    (contents / "MacOS").mkdir(parents=True)
    (contents / "Resources").mkdir()
    executable = contents / "MacOS" / "CRM Desk"
    executable.write_bytes(start)
    executable.chmod(0o755)
    with (contents / "Info.plist").open("wb") as file:
        plistlib.dump(information(desktop_files.version(python), desktop_files.opens_files(python)), file)
    if shutil.which("iconutil"):
        draw_icon(python, contents / "Resources" / "crmdesk.icns")


def information(version: str, with_files: bool) -> dict[str, object]:
    """What `Info.plist` says of the application."""
    found: dict[str, object] = {
        "CFBundleName": "CRM Desk",
        "CFBundleDisplayName": "CRM Desk",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleVersion": version,
        "CFBundleShortVersionString": version,
        "CFBundlePackageType": "APPL",
        "CFBundleExecutable": "CRM Desk",
        "CFBundleIconFile": "crmdesk.icns",
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
    }
    if with_files:
        types = ["public.vcard", "public.comma-separated-values-text"]
        found["CFBundleDocumentTypes"] = [
            {"CFBundleTypeName": "Contacts", "CFBundleTypeRole": "Viewer", "LSItemContentTypes": types}
        ]
    return found


def draw_icon(python: Path, into: Path) -> None:
    """The icon in all sizes as one `.icns`."""
    drawn = into.parent / "drawn"
    iconset = into.parent / "crmdesk.iconset"
    iconset.mkdir()
    desktop_files.draw_icons(python, drawn)
    for points, scale in _ICONSET:
        name = f"icon_{points}x{points}{'@2x' if scale == 2 else ''}.png"
        source = drawn / f"{points * scale}x{points * scale}" / "apps" / "crmdesk.png"
        shutil.copy(source, iconset / name)
    must(["iconutil", "--convert", "icns", "--output", into, iconset], "making the icon")
    shutil.rmtree(iconset)
    shutil.rmtree(drawn)


def image(frozen: Path, python: Path, into: Path) -> Path:
    """`CRM Desk.dmg` with the application made of the frozen program; returns it."""
    stage = into / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    application = stage / "CRM Desk.app"
    start = '#!/bin/sh\nexec "$(dirname "$0")/../Resources/program/crmdesk-window" "$@"\n'
    bundle(application, python, start.encode())
    shutil.copytree(frozen, application / "Contents" / "Resources" / "program", symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    made = into / f"CRM-Desk-{desktop_files.version(python)}.dmg"
    made.unlink(missing_ok=True)
    # Signed ad hoc: without any signature Apple's processors refuse to run it. A certificate is the publisher's own.
    must(["codesign", "--force", "--deep", "--sign", "-", application], "signing")
    must(
        ["hdiutil", "create", "-volname", "CRM Desk", "-srcfolder", stage, "-format", "UDZO", made], "making the image"
    )
    return made
