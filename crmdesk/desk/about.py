"""What this program is, for "About" and for reports: versions, libraries with their licences, and where things lie."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from crmdesk import __version__
from crmdesk.store.connection import SQLITE_VERSION
from crmdesk.store.migrations import VERSION
from crmdesk.system.paths import Profile, resources

PROGRAM = "crmdesk"
_COMMIT = "commit.txt"  # laid among the resources when the program is built


@dataclass(frozen=True, slots=True)
class Library:
    """A library that the program runs on; `licence` as its authors say it."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class About:
    """All of it; `commit` is None when the program runs from its source."""

    version: str
    commit: str | None
    python: str
    sqlite: str
    database: int
    system: str
    libraries: tuple[Library, ...]
    folders: tuple[tuple[str, str], ...]


def about(profile: Profile) -> About:
    """Look it all up; reads the metadata of every library, some tens of milliseconds."""
    return About(
        version=__version__,
        commit=_commit(),
        python=platform.python_version(),
        sqlite=SQLITE_VERSION,
        database=VERSION,
        system=platform.platform(),
        libraries=_libraries(),
        folders=(
            ("profile", str(profile.root)),
            ("backups", str(profile.backups)),
            ("logs", str(profile.logs)),
            ("program", str(resources().parent)),
        ),
    )


def _commit() -> str | None:
    try:
        return (resources() / _COMMIT).read_text("ascii").strip() or None
    except OSError:
        return None


def _libraries() -> tuple[Library, ...]:
    """What the program requires, all the way down, as far as it is installed here."""
    found: dict[str, Library] = {}
    left = [PROGRAM]
    while left:
        name = left.pop()
        try:
            meta, wanted = metadata.metadata(name), metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        if meta["Name"] in found:
            continue
        found[meta["Name"]] = Library(meta["Name"], meta["Version"], _licence(meta) or _by_its_text(name))
        left += [_name(line) for line in wanted if "extra ==" not in line]
    found.pop(PROGRAM, None)
    return tuple(sorted(found.values(), key=lambda library: library.name.lower()))


def _licence(meta: metadata.PackageMetadata) -> str:
    kinds = [line.rpartition(" :: ")[2] for line in meta.get_all("Classifier") or [] if line.startswith("License ::")]
    told = meta.json  # unlike the message itself, typed and without an error for what is not there
    said = str(told.get("license", "")).strip().partition("\n")[0]
    return str(told.get("license_expression", "")) or ", ".join(kinds) or said[:60]


def _by_its_text(name: str) -> str:
    """For those that ship the text alone."""
    files = [Path(file.locate()) for file in metadata.files(name) or [] if "LICENSE" in file.name.upper()]
    texts = " ".join(file.read_text("utf-8", "replace") for file in files if file.is_file())
    return "MIT" if "Permission is hereby granted, free of charge" in texts else "not told"


def _name(requirement: str) -> str:
    """The name at the beginning of a requirement, before versions, extras and markers."""
    for index, letter in enumerate(requirement):
        if not (letter.isalnum() or letter in "-_."):
            return requirement[:index]
    return requirement
