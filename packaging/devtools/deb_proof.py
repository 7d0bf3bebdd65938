"""The proof of a `.deb`: installed in bare systems, opened by its entry, upgraded, and purged."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import job, system
from .process import Failure, must, output, run, say, succeeds

TOOLS = {
    "debootstrap": "debootstrap",
    "lintian": "lintian",
    "desktop-file-validate": "desktop-file-utils",
    "Xvfb": "xvfb",
    "xwininfo": "x11-utils",
}
PATIENCE = 120  # seconds for a window to come up on a busy machine
END = 3.0  # seconds for it to end in when the session does


@dataclass(frozen=True)
class Root:
    """One system to prove it on: its suite, and for one that is not Debian's how it is made.

    `keys` is the package with the keys of its archive, `like` an older suite of the same sort, for a debootstrap that
    does not know this one yet.
    """

    name: str
    suite: str
    keys: str = ""
    like: str = ""


ROOTS = (
    Root("Debian 12", "bookworm"),
    Root("Debian 13", "trixie"),
    Root("Ubuntu 24.04", "noble", "ubuntu-keyring", "jammy"),
)
KEYRINGS = Path("usr/share/keyrings")

_USER = "ada"
_PROFILE = f"/home/{_USER}/profile"


def prove(deb: Path, before: Path, into: Path) -> None:
    """Prove `deb` in every root that can be made here; `before` is an older version to upgrade from.

    What cannot be made is said as `not run: … (why)`. Raises Failure at the first thing that is not as it should be.
    """
    if reason := system.obtain(TOOLS):
        say(f"not run: the package in bare systems ({reason})")
        return
    lint(deb)
    for root in ROOTS:
        with tempfile.TemporaryDirectory(prefix="crmdesk-root-", dir=into) as place:
            place_of = Path(place) / "root"
            if reason := _make(root, place_of):
                say(f"not run: the package on {root.name} ({reason})")
                continue
            say(f"the package on a bare {root.name}")
            with _mounted(place_of):
                _in(place_of, deb, before)
            say(f"proved on {root.name}: installed, upgraded, opened by its entry, purged")


def lint(deb: Path) -> None:
    """lintian's errors are ours; overrides stand in packaging/linux with their reasons."""
    must(["lintian", "--allow-root", "--fail-on", "error", deb], "lintian")


def _make(root: Root, place: Path) -> str | None:
    """Make the root; why not, where it cannot be made."""
    if os.geteuid() != 0:
        return "making a root needs root's rights"
    command: list[str | Path] = ["debootstrap", "--variant=minbase"]
    if root.keys:
        try:
            keyring = _keyring(root.keys, place.with_name("keys"))
        except Failure as failure:
            return f"its archive's keys cannot be had: {failure}"
        command += ["--components=main,universe", f"--keyring={keyring}", root.suite, place, ""]
        known = Path("/usr/share/debootstrap/scripts")
        command.append(known / (root.suite if (known / root.suite).exists() else root.like))
    else:
        command += [root.suite, place, *filter(None, [_mirror()])]
    log = place.with_name("debootstrap.log")
    with log.open("w") as file:
        done = subprocess.run([str(part) for part in command], stdout=file, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        last = log.read_text("utf-8", "replace").strip().splitlines()[-1:]
        return f"debootstrap: {last[0] if last else 'no word'}"
    return None


def _keyring(package: str, place: Path) -> Path:
    """The keys of another distribution's archive: this machine's own, else as Debian itself signs and hands them on.

    Only from Debian 13 on does it have them, so that its lists are read beside this machine's. Raises Failure.
    """
    name = "ubuntu-archive-keyring.gpg"
    if (own := Path("/") / KEYRINGS / name).exists():
        return own
    mirror = _mirror()
    if mirror is None:
        raise Failure("this machine gets no Debian from anywhere")
    (place / "lists" / "partial").mkdir(parents=True)
    signed = Path("/") / KEYRINGS / "debian-archive-keyring.gpg"
    (place / "sources.list").write_text(f"deb [signed-by={signed}] {mirror} trixie main\n")
    kept = {"Etc::sourcelist": "sources.list", "State::lists": "lists", "Cache": "cache"}
    options = [f"-oDir::{option}={place / file}" for option, file in kept.items()]
    options += ["-oDir::Etc::sourceparts=/dev/null", "-oAPT::Sandbox::User=root", "-q"]
    output(["apt-get", *options, "update"], place)
    output(["apt-get", *options, "download", package], place)
    output(["dpkg-deb", "-x", next(place.glob(f"{package}_*.deb")), place], place)
    return place / KEYRINGS / name


def _mirror() -> str | None:
    """Where this machine itself gets Debian from."""
    try:
        listed = output(["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"])
    except Failure:
        return None
    return next((line for line in listed.splitlines() if line.rstrip("/").endswith("/debian")), None)


@contextmanager
def _mounted(root: Path) -> Iterator[None]:
    """With the kernel's own file systems in their places, which programs rely on."""
    places = [root / name for name in ("proc", "dev", "sys")]
    try:
        for place in places:
            must(["mount", "--rbind", f"/{place.name}", place], f"mounting {place.name}")
            must(["mount", "--make-rslave", place], f"mounting {place.name}")
        yield
    finally:
        for place in reversed(places):
            run(["umount", "--recursive", "--lazy", place])


def _in(root: Path, deb: Path, before: Path) -> None:
    for name, file in (("before.deb", before), ("crmdesk.deb", deb)):
        shutil.copy(file, root / "tmp" / name)
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    _say_in(root, "apt-get update -q")
    _say_in(root, "apt-get install -qy --no-install-recommends libglib2.0-bin dbus procps fonts-dejavu-core")
    _say_in(root, f"useradd --create-home {_USER}")
    _say_in(root, "apt-get install -qy --no-install-recommends /tmp/before.deb")
    _as_user(root, f"crmdesk --profile {_PROFILE} new first_name=Ada last_name=Example description=kept")
    kept = _as_user(root, f"crmdesk --profile {_PROFILE} contacts --json")
    _say_in(root, "apt-get install -qy --no-install-recommends /tmp/crmdesk.deb")
    if _as_user(root, f"crmdesk --profile {_PROFILE} contacts --json") != kept or "Ada" not in kept:
        raise Failure("the upgrade did not keep the profile as it was")
    for format_ in job.FORMATS:
        written, other = f"/home/{_USER}/people.{format_}", f"/home/{_USER}/{format_}"
        _as_user(root, f"crmdesk --profile {_PROFILE} export {written}")
        _as_user(root, f"crmdesk --profile {other} import {written}")
        if "Ada" not in _as_user(root, f"crmdesk --profile {other} contacts"):
            raise Failure(f"what was written as {format_} did not come back")
    _as_user(root, f"crmdesk --demo --headless /home/{_USER}/demo.png")
    _open_by_entry(root)
    _say_in(root, "apt-get purge -qy crmdesk")
    left = _say_in(
        root, "find / -xdev -iname '*crmdesk*' -not -path '/home/*' -not -path '/tmp/*' -not -path '/var/log/*'"
    )
    if left.strip():
        raise Failure(f"purging left {left.split()}")
    if (
        "Ada" not in "".join(path.name for path in (root / "home" / _USER).iterdir())
        and not (root / _PROFILE[1:]).exists()
    ):
        raise Failure("purging took the user's profile")


def _open_by_entry(root: Path) -> None:
    """Start it as a desktop does, wait for its window on a real X server, end it as a sign-out does."""
    display = ":77"
    command = ["Xvfb", display, "-screen", "0", "1440x900x24", "-ac"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            entry = "/usr/share/applications/crmdesk.desktop"
            launch = f"env DISPLAY={display} QT_QPA_PLATFORM=xcb dbus-run-session -- sh -c " + shlex.quote(
                f"gio launch {entry} & while [ ! -e /home/{_USER}/end ]; do sleep 0.2; done"
            )
            with subprocess.Popen(_command(root, _user_line(launch))) as session:
                try:
                    _wait_for_window(display)
                    started = time.monotonic()
                    output(["chroot", root, "pkill", "-TERM", "-u", _USER, "crmdesk"])
                    _wait_for_end(root)
                    say(f"opened by its entry, and ended {time.monotonic() - started:.1f} s after it was asked to")
                finally:
                    (root / "home" / _USER / "end").touch()
                    session.wait()
        finally:
            server.terminate()


def _wait_for_window(display: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(Failure):  # the server itself may not be up yet
            tree = output(["xwininfo", "-root", "-tree", "-display", display])
            if re.search(r'"[^"]*CRM Desk".* \d{3,}x\d{3,}\+', tree):
                return
        time.sleep(0.3)
    raise Failure(f"no window came up within {PATIENCE} s of starting the entry")


def _wait_for_end(root: Path) -> None:
    until = time.monotonic() + END
    while succeeds(["chroot", root, "pgrep", "-u", _USER, "crmdesk"]):
        if time.monotonic() > until:
            raise Failure(f"the window did not end within {END} s")
        time.sleep(0.1)


def _as_user(root: Path, line: str) -> str:
    return _say_in(root, _user_line(f"env QT_QPA_PLATFORM=offscreen {line}"))


def _user_line(line: str) -> str:
    return f"su - {_USER} -c {shlex.quote(line)}"


def _say_in(root: Path, line: str) -> str:
    return output(_command(root, line))


def _command(root: Path, line: str) -> list[str]:
    environment = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive", "LANG=C.UTF-8"]
    return ["chroot", str(root), *environment, "sh", "-c", line]
