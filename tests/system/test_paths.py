from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from crmdesk.errors import StoreError
from crmdesk.system.paths import Profile, open_private, private_directory, resources, write_private

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, owners and links of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_variable_names_the_profile(tmp_path: Path) -> None:
    assert Profile.default({"CRMDESK_PROFILE": str(tmp_path / "mine")}).root == tmp_path / "mine"
    platform = Profile.default({})
    assert platform == Profile.default({"CRMDESK_PROFILE": "  "})
    assert platform.root.is_absolute()
    assert platform.root.name == "crmdesk"


def test_a_given_profile_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Profile.at("mine").root == tmp_path / "mine"
    assert Profile.at("~/mine").root == Path.home() / "mine"


@posix
def test_everything_is_made_for_the_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        profile = Profile(tmp_path / "deep" / "profile").prepare()
        write_private(profile.vault, b"x")
        os.close(open_private(profile.lock, os.O_RDWR | os.O_CREAT))
    finally:
        os.umask(before)
    assert {mode(path) for path in (profile.root, profile.backups, profile.logs, profile.drafts)} == {0o700}
    assert {mode(profile.vault), mode(profile.lock)} == {0o600}


@posix
def test_open_doors_are_closed(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    profile.root.mkdir(mode=0o755)
    profile.root.chmod(0o755)
    profile.vault.touch(0o644)
    profile.prepare()
    os.close(open_private(profile.vault, os.O_RDONLY))
    assert mode(profile.root) == 0o700
    assert mode(profile.vault) == 0o600


@posix
def test_a_link_is_refused_as_directory_and_as_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError) as refused:
        Profile(tmp_path / "link").prepare()
    assert "symbolic link" in refused.value.why
    assert list((tmp_path / "elsewhere").iterdir()) == []
    (tmp_path / "file").symlink_to(tmp_path / "victim")
    with pytest.raises(OSError, match="symbolic"):
        open_private(tmp_path / "file", os.O_WRONLY | os.O_CREAT)
    assert not (tmp_path / "victim").exists()
    write_private(tmp_path / "file", b"mine")
    assert not (tmp_path / "victim").exists()
    assert (tmp_path / "file").read_bytes() == b"mine"


@posix
def test_a_directory_of_somebody_else_is_refused(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        foreign = tmp_path / "foreign"
        foreign.mkdir(mode=0o700)
        os.chown(foreign, 65534, -1)
    else:
        foreign = Path("/")
    before = foreign.stat()
    with pytest.raises(StoreError, match="another user"):
        private_directory(foreign)
    assert foreign.stat() == before


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file")
    with pytest.raises(StoreError, match="not a folder"):
        Profile(tmp_path / "profile").prepare()


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    write_private(path, b"old")
    with pytest.raises(TypeError):
        write_private(path, "not bytes")  # type: ignore[arg-type]  # any failure while writing
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_demo_profile_is_its_own_and_goes_whole(tmp_path: Path) -> None:
    first, second = Profile.demo(), Profile.demo()
    try:
        assert first != second
        first.prepare()
        write_private(first.vault, b"x")
    finally:
        first.discard()
        second.discard()
    assert not first.root.exists()
    with pytest.raises(ValueError, match="demo"):
        Profile(tmp_path).discard()
    assert tmp_path.exists()


@pytest.mark.parametrize(
    ("path", "named"),
    [("/home/j/Dropbox/desk", "Dropbox"), ("/Users/j/OneDrive - Work/desk", "OneDrive - Work"), ("/home/j/desk", None)],
)
def test_a_cloud_folder_is_recognised(path: str, named: str | None) -> None:
    assert Profile(Path(path)).cloud_folder() == named


@posix
def test_a_socket_always_fits_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    near, far = Profile(Path("/home/j/desk")), Profile(Path("/home/j") / ("ü" * 60))
    assert near.socket.parent == near.root
    for runtime in ("/run/user/1000", str(tmp_path), "/" + "r" * 90, ""):
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        assert len(os.fsencode(far.socket)) <= 103
    assert far.socket != Profile(Path("/home/j") / ("ö" * 60)).socket


def test_the_resources_of_the_checkout_are_found() -> None:
    assert resources() == Path(__file__).resolve().parents[2] / "resources"
