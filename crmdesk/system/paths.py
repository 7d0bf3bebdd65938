"""Where a profile's files and the program itself lie, and how files are made that only their owner can read."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import BinaryIO

from crmdesk.errors import DatabaseReadOnly, StoreError
from crmdesk.frozen import dataclass

APP = "crmdesk"
PROFILE_VARIABLE = "CRMDESK_PROFILE"

# sun_path holds 108 bytes on Linux and 104 on macOS and the BSDs, the closing NUL included.
SOCKET_PATH_LIMIT = 103

_CLOUD_FOLDERS = ("dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents", "nextcloud")


@dataclass(frozen=True, slots=True)
class Profile:
    """One user's desk on disk: every path hangs below `root`, and nothing is made before `prepare()`."""

    root: Path

    @classmethod
    def default(cls, environ: Mapping[str, str] | None = None) -> Profile:
        """The profile named by CRMDESK_PROFILE, else the user's data directory as the platform has it."""
        named = (os.environ if environ is None else environ).get(PROFILE_VARIABLE, "").strip()
        if named:
            return cls.at(named)
        import platformdirs  # 8 ms

        return cls(platformdirs.user_data_path(APP, appauthor=False, roaming=False))

    @classmethod
    def at(cls, directory: str | Path) -> Profile:
        """The profile in `directory`, relative to the working directory, `~` understood."""
        return cls(Path(os.path.abspath(Path(directory).expanduser())))

    @classmethod
    def demo(cls) -> Profile:
        """A new throw-away profile in the temporary directory; `discard()` takes it away."""
        return cls(Path(tempfile.mkdtemp(prefix=f"{APP}-demo-")))

    @property
    def database(self) -> Path:
        return self.root / "crmdesk.db"

    @property
    def vault(self) -> Path:
        return self.root / "vault.json"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def drafts(self) -> Path:
        return self.root / "drafts"

    @property
    def imports(self) -> Path:
        """Where what came on standard input or was pasted lies until it was imported; made when it is needed."""
        return self.root / "imports"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def settings(self) -> Path:
        return self.root / "window.ini"

    @property
    def lock(self) -> Path:
        """The file whose operating-system lock says which process holds the profile."""
        return self.root / "crmdesk.lock"

    @property
    def address(self) -> Path:
        """Where the process that holds the profile says how it is reached."""
        return self.root / "instance.json"

    @property
    def socket(self) -> Path:
        """The single-instance socket: in the profile, or under a short name where that path is too long for one."""
        inside = self.root / "crmdesk.sock"
        if len(os.fsencode(inside)) <= SOCKET_PATH_LIMIT:
            return inside
        key = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:16]
        return _runtime_directory() / f"{key}.sock"

    def prepare(self) -> Profile:
        """Make the directories, readable by their owner alone.

        Raises StoreError for a directory that is a symbolic link or belongs to somebody else, DatabaseReadOnly where
        it cannot be made.
        """
        for directory in (self.root, self.backups, self.drafts, self.logs):
            private_directory(directory)
        return self

    def discard(self) -> None:
        """Take a demo profile away with all its files; any other profile is refused with ValueError."""
        if not self.root.name.startswith(f"{APP}-demo-") or self.root.parent != Path(tempfile.gettempdir()):
            raise ValueError("only a demo profile can be discarded")
        shutil.rmtree(self.root, ignore_errors=True)

    def cloud_folder(self) -> str | None:
        """The name of the cloud-synced folder the profile lies in, if its path shows one; such a tool can damage it."""
        for part in self.root.parts:
            if any(part.lower().startswith(name) for name in _CLOUD_FOLDERS):
                return part
        return None


def private_directory(path: Path) -> Path:
    """Make `path` and make it readable by its owner alone (0700); see `Profile.prepare` for what is refused."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise StoreError(
                f"{path} is a symbolic link, so somebody else could choose where the files go.",
                next="Name the real folder with --profile.",
            )
        if sys.platform != "win32":
            if found.st_uid != os.geteuid():
                raise StoreError(
                    f"{path} belongs to another user of this computer.",
                    next="Choose a folder of your own with --profile.",
                )
            if stat.S_IMODE(found.st_mode) != 0o700:
                path.chmod(0o700)
    except FileExistsError as error:
        raise StoreError(f"{path} is not a folder.", next="Choose another folder with --profile.") from error
    except OSError as error:
        raise DatabaseReadOnly(f"{path} cannot be made or used: {error.strerror}.") from error
    return path


def open_private(path: Path, flags: int) -> int:
    """A file descriptor on `path`, made with mode 0600 whatever the umask; a symbolic link gives OSError."""
    extra = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | extra, 0o600)
    if sys.platform != "win32" and stat.S_IMODE(os.fstat(descriptor).st_mode) != 0o600:
        os.fchmod(descriptor, 0o600)
    return descriptor


def write_private(path: Path, data: bytes) -> None:
    """Replace `path` by `data` at once and durably: either the old or the new content is there after a power cut."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        with os.fdopen(open_private(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
            _write_through(file, data)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if sys.platform != "win32":
        descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@cache
def resources() -> Path:
    """The directory of icons, style and demo data: inside the package when installed or frozen, else the checkout's.

    Raises FileNotFoundError when neither is there, which is a fault of the build.
    """
    package = Path(__file__).resolve().parents[1]  # what `importlib.resources` gives for a package of files, sooner
    packed = package / "_resources"
    for directory in (packed, package.parent / "resources"):
        if directory.is_dir():
            return directory
    raise FileNotFoundError(f"the resources of CRM Desk are missing from {packed}")


def own_command() -> list[str]:
    """The words that start this program once more, frozen or not; arguments follow them."""
    frozen = getattr(sys, "frozen", False)
    # -P: nothing is imported from the working directory.
    return [sys.executable, *([] if frozen else ["-P", "-m", "crmdesk"])]


def _write_through(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _runtime_directory() -> Path:
    """A short directory of this user's own for sockets; `private_directory` checks it before it is used."""
    user = os.getuid() if sys.platform != "win32" else 0
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    # 40 bytes hold "/crmdesk-4294967295/" and the socket's own name of 21 bytes.
    if named and os.path.isdir(named) and len(os.fsencode(named)) + 44 <= SOCKET_PATH_LIMIT:
        return Path(named) / APP
    base = tempfile.gettempdir()
    if len(os.fsencode(base)) + 44 > SOCKET_PATH_LIMIT:
        base = "/tmp"
    return Path(base) / f"{APP}-{user}"
