"""The `.deb`: the frozen program with what a desktop has to find, in the places where Debian wants it."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path

from . import desktop_files, system
from .copyright import copyright_file
from .process import ROOT, Failure, must, output, say

MAINTAINER = "CRM Desk maintainers <maintainers@crmdesk.org>"
TOOLS = {"dpkg-deb": "dpkg", "dpkg-shlibdeps": "dpkg-dev", "objdump": "binutils"}
OVERRIDES = ROOT / "packaging" / "linux" / "lintian-overrides"
# Python is built on these wherever it is built; a Debian has them, and mends them without us.
_OF_DEBIAN = ("libssl.", "libcrypto.", "libffi.", "libsqlite3.", "liblzma.", "libbz2.", "libuuid.")
# GNOME's fonts and file dialogs where GTK is there already; Qt goes without a word where it is not.
_OPTIONAL = ("libqgtk3.so",)
_DESCRIPTION = """contacts of all your CRMs in one window, editable offline
 CRM Desk brings the contacts, properties, deals and events of several CRMs
 into one database on your own disk. Everything is searched at once and edited
 in place, offline too; edits are sent back, verified, and never lost.
 .
 It knows Dex, Flex Rental, REX, MRI Vault, Follow Up Boss and an
 organisation's own CRM API. Keys are kept in the system's keychain, or in an
 encrypted vault."""


def package(frozen: Path, python: Path, frozen_python: Path, into: Path, version: str | None = None) -> Path:
    """Build the `.deb` of a frozen program; returns it. `frozen_python` is that of the environment it was frozen from.

    Another `version` makes one that is quick to pack, for proving an upgrade.

    Raises Failure where the tools are missing.
    """
    if reason := system.obtain(TOOLS, {**system.QT, **system.QT_ON_X11, **system.QT_ON_WAYLAND}):
        raise Failure(f"the package cannot be built here: {reason}")
    packing = ["-Zgzip", "-z1"] if version else ["-Zxz", "-z9"]
    version = version or desktop_files.version(python)
    stage = into / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    usr = stage / "usr"
    shutil.copytree(frozen, usr / "lib" / "crmdesk", symlinks=True)
    for library in (usr / "lib" / "crmdesk" / "_internal").glob("lib*.so*"):
        if library.name.startswith(_OF_DEBIAN):
            library.unlink()
    (usr / "bin").mkdir()
    for name in ("crmdesk", "crmdesk-window"):
        (usr / "bin" / name).symlink_to(Path("..") / "lib" / "crmdesk" / name)
    desktop_files.lay(usr, python)
    documents = usr / "share" / "doc" / "crmdesk"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(copyright_file(frozen_python, frozen), encoding="utf-8")
    (documents / "changelog.gz").write_bytes(gzip.compress(_changelog(version).encode(), 9, mtime=0))
    overrides = usr / "share" / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copy(OVERRIDES, overrides / "crmdesk")
    (stage / "DEBIAN").mkdir()
    _modes(stage)
    _control(stage, version)
    made = into / f"crmdesk_{version}_{_architecture()}.deb"
    must(["dpkg-deb", "--root-owner-group", *packing, "--build", stage, made], "dpkg-deb")
    shutil.rmtree(stage)
    return made


def depends(program: Path) -> str:
    """What the binaries need from the system and do not bring along, as `Depends:` says it."""
    binaries = [file for file in program.rglob("*") if _is_binary(file) and file.name not in _OPTIONAL]
    asked = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"]
    asked += [f"-l{folder}" for folder in sorted({file.parent for file in binaries})]
    asked += [f"-e{file}" for file in sorted(binaries)]
    with tempfile.TemporaryDirectory(prefix="crmdesk-needs-") as place:
        control = Path(place) / "debian" / "control"  # it asks for the source's, although only the binaries count
        control.parent.mkdir()
        control.write_text("Source: crmdesk\n\nPackage: crmdesk\nArchitecture: any\n")
        said = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=place)
    found = re.search(r"^shlibs:Depends=(.*)$", said.stdout, re.MULTILINE)
    if said.returncode or found is None:
        wrong = [line for line in said.stderr.splitlines() if "error" in line]
        raise Failure("what the program needs could not be found out: " + "; ".join(wrong or ["no answer"]))
    return found[1]


def _is_binary(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as content:
        return content.read(4) == b"\x7fELF"


def _control(stage: Path, version: str) -> None:
    size = sum(file.lstat().st_size for file in stage.rglob("*") if not file.is_dir())
    needs = depends(stage / "usr" / "lib" / "crmdesk")
    say(f"needs from the system: {needs}")
    sums = [
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(stage)}"
        for file in sorted(stage.rglob("*"))
        if file.is_file() and not file.is_symlink() and "DEBIAN" not in file.parts
    ]
    (stage / "DEBIAN" / "md5sums").write_text("\n".join(sums) + "\n")
    (stage / "DEBIAN" / "control").write_text(
        f"Package: crmdesk\nVersion: {version}\nArchitecture: {_architecture()}\nMaintainer: {MAINTAINER}\n"
        f"Installed-Size: {-(-size // 1024)}\nDepends: {needs}\nRecommends: gnome-keyring | kwalletmanager\n"
        f"Section: misc\nPriority: optional\nDescription: {_DESCRIPTION}\n",
        encoding="utf-8",
    )


def _changelog(version: str) -> str:
    day = datetime.combine(desktop_files.released(), time(12, tzinfo=UTC))
    head = f"crmdesk ({version}) unstable; urgency=medium\n\n  * Version {version}.\n\n"
    return f"{head} -- {MAINTAINER}  {format_datetime(day)}\n"


def _modes(stage: Path) -> None:
    """Everyone may read, nobody else may write, and only programs run, whatever the umask was."""
    for path in [stage, *stage.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or (os.access(path, os.X_OK) and ".so" not in path.name and _is_binary(path))
        path.chmod(0o755 if runs else 0o644)


def _architecture() -> str:
    return output(["dpkg", "--print-architecture"]).strip()
