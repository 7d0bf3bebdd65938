"""The copyright file of a package: our own licence, and that of every library that lies in the frozen program."""

from __future__ import annotations

import json
import textwrap
from dataclasses import dataclass
from pathlib import Path

from .process import ROOT, Failure, output

# In the environment that was frozen: what the program requires, all the way down, with the texts of the licences.
_BUNDLED = r"""
import json, re
from importlib.metadata import distribution, PackageNotFoundError
from packaging.requirements import Requirement
found, left = {}, ["crmdesk"]
while left:
    name = left.pop()
    try:
        one = distribution(name)
    except PackageNotFoundError:
        continue
    key = one.metadata["Name"]
    if key in found:
        continue
    meta = one.metadata
    kinds = [line.rpartition(" :: ")[2] for line in meta.get_all("Classifier") or [] if line.startswith("License ::")]
    said = (meta.get("License") or "").strip().split("\n")[0][:80]
    texts = {}
    for file in one.files or []:
        if re.search(r"(?i)(licen[cs]e|copying|notice|authors)", file.name) and ".dist-info" in str(file):
            texts[str(file)] = file.locate().read_text("utf-8", "replace")
    found[key] = {
        "version": one.version,
        "licence": meta.get("License-Expression") or ", ".join(kinds) or said or "not told",
        "home": meta.get("Home-page") or next((u.split(", ", 1)[1] for u in meta.get_all("Project-URL") or []), ""),
        "texts": list(texts.values()),
    }
    wanted = [Requirement(line) for line in one.requires or []]
    left += [want.name for want in wanted if want.marker is None or want.marker.evaluate({"extra": ""})]
del found["crmdesk"]
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Library:
    """One library in the frozen program, with the terms it comes under."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]


def libraries(python: Path) -> list[Library]:
    """What the program requires in the environment of `python`, by name."""
    said = output([python, "-c", _BUNDLED], python.parent)
    found = [
        Library(name, one["version"], one["licence"], one["home"], tuple(one["texts"]))
        for name, one in json.loads(said).items()
    ]
    return sorted(found, key=lambda one: one.name.lower())


def copyright_file(python: Path, frozen: Path) -> str:
    """The text: first ours, then each library's, then those of the system's libraries that were taken along."""
    parts = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        "Upstream-Name: CRM Desk",
        "",
        "Files: *",
        "Copyright: The CRM Desk maintainers",
        "License: Expat",
        _folded((ROOT / "LICENSE").read_text("utf-8")),
        "",
        "Comment:",
        _folded(
            "The program brings the libraries it runs on. Each follows with its version, its terms, and the text "
            "of its licence where its authors ship one."
        ),
        "",
    ]
    for library in libraries(python):
        parts += ["-" * 78, f"{library.name} {library.version}: {library.licence}", library.home, ""]
        parts += [_or_where_it_lies(text).rstrip() + "\n" for text in library.texts]
    for name, text in _of_the_system(frozen).items():
        parts += ["-" * 78, f"{name}, a library of the system this was built on", "", text.rstrip(), ""]
    return "\n".join(parts) + "\n"


def _of_the_system(frozen: Path) -> dict[str, str]:
    """Debian package -> its copyright file, for each library that was copied from the system."""
    names = {file.name for file in frozen.rglob("*.so*") if not file.is_symlink()}
    found: dict[str, str] = {}
    for name in sorted(names):
        try:
            package = output(["dpkg-query", "--search", f"*/{name}"]).split(":", 1)[0]
        except Failure:  # of no package: it came in a wheel
            continue
        file = Path("/usr/share/doc") / package / "copyright"
        if file.exists():
            found[package] = file.read_text("utf-8", "replace")
    return found


def _or_where_it_lies(text: str) -> str:
    """The text; a long licence that every Debian has by its place there."""
    if "Apache License" in text and "TERMS AND CONDITIONS FOR USE" in text:
        return "The Apache License, Version 2.0, stands in /usr/share/common-licenses/Apache-2.0."
    return text


def _folded(text: str) -> str:
    """As a continued field: every line indented, an empty one a dot."""
    return textwrap.indent("\n".join(line.strip() or "." for line in text.strip().splitlines()), " ")
