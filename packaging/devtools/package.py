"""`dev.py package`: what people download for this system, proved where it can be, with a list of all it is made of."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from . import deb, deb_proof, desktop_files, environment, macos, wheel, windows
from .process import Failure, must, output, say

MOST = (45, 120)  # MB of a `.deb`, packed and unpacked
EARLIER = "0.0.1"  # the version that an upgrade is proved from; the same program, since none was published before


def package(python: Path) -> int:
    """Freeze, pack, list and prove; the files lie in `dist`."""
    frozen = wheel.freeze(python)
    frozen_python = environment.script(wheel.FROZEN_FROM, "python")
    if sys.platform == "darwin":
        made = macos.image(frozen, python, wheel.DIST)
    elif os.name == "nt":
        made = windows.installer(frozen, python, wheel.DIST)
    else:
        made = deb.package(frozen, python, frozen_python, wheel.DIST)
        _weigh(made)
        with tempfile.TemporaryDirectory(prefix="earlier-", dir=wheel.BUILD) as place:
            earlier = deb.package(frozen, python, frozen_python, Path(place), EARLIER)
            deb_proof.prove(made, earlier, wheel.BUILD)
    listed = list_parts(frozen_python, desktop_files.version(python))
    say(f"packaged: {made}, made of what {listed.name} lists")
    return 0


def _weigh(made: Path) -> None:
    """Say how large a `.deb` is, packed and unpacked. Raises Failure where it is larger than people are to be asked."""
    sizes = made.stat().st_size / 1e6, int(output(["dpkg-deb", "--field", made, "Installed-Size"])) * 1024 / 1e6
    say(f"{made.name}: {sizes[0]:.1f} MB, unpacked {sizes[1]:.1f} MB")
    if any(size > most for size, most in zip(sizes, MOST, strict=True)):
        raise Failure(f"{made.name} is to be at most {MOST[0]} MB, and {MOST[1]} MB unpacked")


def list_parts(frozen_python: Path, version: str) -> Path:
    """The bill of materials (CycloneDX 1.6) of the environment that was frozen, beside the packages."""
    listed = wheel.DIST / f"crmdesk-{version}.cdx.json"
    with tempfile.TemporaryDirectory(prefix="crmdesk-sbom-") as place:
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--target", place, "cyclonedx-bom"]
        must(install, "installing cyclonedx-bom", attempts=environment.NETWORK_ATTEMPTS)
        must(
            [
                *(
                    sys.executable,
                    "-m",
                    "cyclonedx_py",
                    "environment",
                    "--output-reproducible",
                    "--spec-version",
                    "1.6",
                ),
                *("--output-format", "JSON", "--output-file", listed, frozen_python),
            ],
            "listing what it is made of",
            environment={**os.environ, "PYTHONPATH": place},
        )
    return listed
