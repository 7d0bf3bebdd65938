"""What is laid on a user's desktop: found there, starting what it says, and gone without a trace when taken away."""

from __future__ import annotations

import configparser
import gzip
import json
import plistlib
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from devtools import desktop_files, lock, macos, user_install, windows
from devtools.process import Failure

PYTHON = Path(sys.executable)
PICTURES = Path(__file__).parents[2] / "resources" / "pictures"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a Linux desktop's files")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's home with something of theirs in it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    ours = tmp_path / ".local" / "share" / "applications" / "other.desktop"
    ours.parent.mkdir(parents=True)
    ours.write_text("[Desktop Entry]\n")
    return tmp_path


def _files(place: Path) -> set[str]:
    return {str(path.relative_to(place)) for path in place.rglob("*") if not path.is_dir() or path.is_symlink()}


def _lay() -> user_install.Places:
    at = user_install.places()
    (at.program / "bin").mkdir(parents=True, exist_ok=True)
    made = at.lay(PYTHON, at.program)
    at.laid.write_text(json.dumps([str(file) for file in made]))
    return at


def test_what_is_laid_twice_lies_once_and_goes_without_a_trace(home: Path) -> None:
    before = _files(home)
    _lay()
    once = _files(home)
    _lay()
    assert _files(home) == once
    assert user_install.uninstall(PYTHON) == 0
    assert _files(home) == before
    assert [path.name for path in (home / ".local").iterdir()] == ["share"]


def test_the_entry_starts_the_program_that_was_installed(home: Path) -> None:
    at = _lay()
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(home / ".local/share/applications/crmdesk.desktop", "utf-8")
    assert entry["Desktop Entry"]["exec"] == f"{at.program / 'bin' / 'crmdesk-window'} %F"
    assert entry["Desktop Entry"]["mimetype"] == "text/vcard;text/csv;"
    assert (home / ".local/bin/crmdesk").readlink() == at.program / "bin" / "crmdesk"


def test_a_users_own_data_folder_is_kept_to(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    _lay()
    assert (home / "data/applications/crmdesk.desktop").exists()
    assert (home / "data/icons/hicolor/48x48/apps/crmdesk.png").exists()
    user_install.uninstall(PYTHON)
    assert not (home / "data").exists()


def test_a_program_of_the_users_own_by_that_name_is_never_replaced(home: Path) -> None:
    theirs = home / ".local" / "bin" / "crmdesk"
    theirs.parent.mkdir()
    theirs.write_text("#!/bin/sh\n")
    with pytest.raises(Failure, match="not ours"):
        _lay()
    assert theirs.read_text() == "#!/bin/sh\n"


def test_uninstalling_what_is_not_there_does_nothing(home: Path) -> None:
    before = _files(home)
    assert user_install.uninstall(PYTHON) == 0
    assert _files(home) == before


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/usr/bin/crmdesk-window", "/usr/bin/crmdesk-window"),
        ("/home/a b/crmdesk-window", '"/home/a b/crmdesk-window"'),
        ('/home/a"$b/x', '"/home/a\\\\"\\\\$b/x"'),
    ],
)
def test_a_path_is_quoted_as_entries_want_it(path: str, written: str) -> None:
    assert f"Exec={written}\n" in desktop_files.entry(path, with_files=False)


def test_the_entry_offers_itself_for_files_only_where_the_program_imports_them() -> None:
    without, with_files = (desktop_files.entry("crmdesk-window", with_files=told) for told in (False, True))
    assert "MimeType" not in without
    assert "%F" not in without
    assert "MimeType=text/vcard;text/csv;\n" in with_files
    assert "Exec=crmdesk-window %F\n" in with_files


@pytest.mark.parametrize(
    ("tool", "file"),
    [
        (["desktop-file-validate"], "share/applications/crmdesk.desktop"),
        (["appstreamcli", "validate", "--no-net", "--pedantic"], "share/metainfo/org.crmdesk.CrmDesk.metainfo.xml"),
    ],
)
def test_a_desktops_own_tools_find_no_error(
    tool: list[str], file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which(tool[0]):
        pytest.skip(f"{tool[0]} is not installed here")
    monkeypatch.setenv(desktop_files.PUBLISHED, "https://example.com/pictures")
    desktop_files.lay(tmp_path, PYTHON)
    said = subprocess.run([*tool, tmp_path / file], capture_output=True, text=True, check=False)
    assert not [line for line in said.stdout.splitlines() if line.startswith("E:") or "error" in line.lower()]
    page = gzip.decompress((tmp_path / "share/man/man1/crmdesk.1.gz").read_bytes()).decode()
    assert page.startswith(".TH CRMDESK 1")


def test_the_description_shows_the_pictures_where_the_version_is_published_and_none_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(desktop_files.PUBLISHED, raising=False)
    assert "screenshot" not in desktop_files.metainfo("1.2")
    shown = ElementTree.fromstring(desktop_files.metainfo("1.2", "https://example.com/pictures/")).iter("image")
    named = [image.text for image in shown]
    assert named == [f"https://example.com/pictures/{name}" for name in desktop_files.PICTURES]
    assert all((PICTURES / name).exists() for name in desktop_files.PICTURES)


def test_an_application_of_macos_names_its_program_and_may_open_files() -> None:
    plain, opening = (plistlib.loads(plistlib.dumps(macos.information("1.2", told))) for told in (False, True))
    assert (plain["CFBundleExecutable"], plain["CFBundleShortVersionString"]) == ("CRM Desk", "1.2")
    assert "CFBundleDocumentTypes" not in plain
    assert "public.vcard" in opening["CFBundleDocumentTypes"][0]["LSItemContentTypes"]


def test_an_icon_of_windows_holds_the_whole_picture(tmp_path: Path) -> None:
    windows.draw_icon(PYTHON, tmp_path / "crmdesk.ico")
    icon = (tmp_path / "crmdesk.ico").read_bytes()
    assert struct.unpack("<HHH", icon[:6]) == (0, 1, 1)
    size, offset = struct.unpack("<II", icon[14:22])
    assert icon[offset:].startswith(b"\x89PNG")
    assert len(icon) == offset + size


def test_an_installation_is_held_to_the_locked_versions(tmp_path: Path) -> None:
    option, file = lock.constraints(tmp_path)
    pins = Path(file).read_text().splitlines()
    assert option == "--constraint"
    assert len(pins) == lock.LOCK.read_text().count("==") - sum(line.count("==") - 1 for line in pins)
    assert not [line for line in pins if "--hash" in line or line.endswith("\\")]
